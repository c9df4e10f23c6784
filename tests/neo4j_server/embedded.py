"""The Neo4j server that a test run starts for itself: jars by Maven, one Java process."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

_HERE = Path(__file__).resolve().parent
_POM = _HERE / "pom.xml"
_SOURCE = _HERE / "Server.java"
_SETTINGS = _HERE / "neo4j.conf"
_DOWNLOAD_LIMIT_S = 900
_START_LIMIT_S = 240
# A server of tests never runs for long and never holds much: what Java compiles quickly and Neo4j
# planned once is enough; compiling thoroughly and planning anew whenever the data have grown would
# take more time than they save.
_QUICK = ("-XX:TieredStopAtLevel=1", "-Dnetmap.plan.once=true")


class CannotStartError(Exception):
    """This machine cannot run the server; the text says what is missing."""


def neo4j_version() -> str:
    """The version that ``pom.xml`` pins."""
    version = ET.parse(_POM).findtext(".//{*}neo4j.version")  # noqa: S314 -- a file of this repository
    assert version, f"{_POM} names no neo4j.version"
    return version


def prepare() -> list[str]:
    """The start of the command line that runs Java with the server's jars.

    The first call on a machine has Maven download them.

    Raises:
        CannotStartError: Java or Maven is missing, or the download failed.
    """
    java = _program("java", "a Java 17 development kit, to run Neo4j")
    jars = _jars()
    return [java, "-cp", os.pathsep.join([str(_compiled(jars)), f"{jars}/*"])]


def _jars() -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "netmap-tests")
    jars = cache / f"neo4j-{neo4j_version()}"
    if jars.is_dir():
        return jars
    maven = _program("mvn", "Maven, to download Neo4j")
    cache.mkdir(parents=True, exist_ok=True)
    # Only a complete folder gets the final name, so a broken download is never used.
    with tempfile.TemporaryDirectory(dir=cache) as fresh:
        goal = ["dependency:copy-dependencies", f"-DoutputDirectory={fresh}/jars"]
        maven_run = subprocess.run(
            [maven, "--quiet", "--batch-mode", "--file", str(_POM), *goal],
            capture_output=True,
            text=True,
            timeout=_DOWNLOAD_LIMIT_S,
            check=False,
        )
        if maven_run.returncode != 0:
            raise CannotStartError(f"Maven could not fetch Neo4j:\n{maven_run.stdout[-2000:]}")
        _put(Path(fresh, "jars"), jars)
    return jars


def _compiled(jars: Path) -> Path:
    """The folder of `Server.java`'s classes: compiled once, not at every start."""
    source = _SOURCE.read_bytes()
    classes = jars.with_name(f"{jars.name}-server-{hashlib.sha256(source).hexdigest()[:16]}")
    if classes.is_dir():
        return classes
    javac = _program("javac", "a Java 17 development kit, to run Neo4j")
    with tempfile.TemporaryDirectory(dir=jars.parent) as fresh:
        compiler = subprocess.run(
            [javac, "-cp", f"{jars}/*", "--release", "17", "-d", f"{fresh}/classes", str(_SOURCE)],
            capture_output=True,
            text=True,
            check=False,
        )
        if compiler.returncode != 0:
            raise CannotStartError(f"Server.java was not compiled:\n{compiler.stderr[-2000:]}")
        _put(Path(fresh, "classes"), classes)
    return classes


def _put(made: Path, place: Path) -> None:
    """Give a complete folder its final name, unless another test run was faster."""
    try:
        made.rename(place)
    except OSError:
        if not place.is_dir():
            raise


@contextmanager
def running_server(
    settings: Path = _SETTINGS, *, heap_megabytes: int = 512, at_full_speed: bool = False
) -> Iterator[str]:
    """A fresh, empty Neo4j on a free loopback port, as its Bolt address.

    Args:
        settings: File with the server's settings.
        heap_megabytes: The most memory that Java may use for objects.
        at_full_speed: Let Java compile and Neo4j plan as for a server that runs for days.

    Raises:
        CannotStartError: See `prepare`.
        RuntimeError: The server did not start; says what it complained of.
    """
    options = [f"-Xmx{heap_megabytes}m", *(() if at_full_speed else _QUICK)]
    process, address = _started(str(settings), options=options)
    try:
        yield address
    finally:
        _end(process)


class LastingServer:
    """A Neo4j whose data outlive its process: it may be killed, and started again where it was."""

    def __init__(self, home: Path) -> None:
        """Start it with its data in ``home``; for what it raises see `running_server`."""
        self._home = home
        self._process, self.url = self._start(port=0)

    def kill(self) -> None:
        """End the process at once, in the midst of whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            _pipe(pipe).close()

    def start(self) -> None:
        """Start a killed server again, on the same data and the same port."""
        self._process, self.url = self._start(port=int(self.url.rpartition(":")[2]))

    def close(self) -> None:
        """End it, if it runs."""
        if self._process.poll() is None:
            _end(self._process)

    def _start(self, *, port: int) -> tuple[subprocess.Popen[str], str]:
        return _started(str(_SETTINGS), str(self._home), str(port), options=_QUICK)


def _started(*arguments: str, options: Sequence[str]) -> tuple[subprocess.Popen[str], str]:
    """The process of a server that is ready, and its Bolt address."""
    java = prepare()
    options = ["-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", *options]
    with tempfile.TemporaryFile("w+") as complaints:
        process = subprocess.Popen(
            [*java, *options, "Server", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
        )
        try:
            address = _first_line(process)
            if not address.startswith("bolt://"):
                complaints.seek(0)
                raise RuntimeError(f"Neo4j did not start:\n{complaints.read()[-2000:]}")
        except BaseException:
            _end(process)
            raise
    return process, address


def _end(process: subprocess.Popen[str]) -> None:
    _pipe(process.stdin).close()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    _pipe(process.stdout).close()


def _program(name: str, purpose: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise CannotStartError(f'"{name}" is not on the PATH: the tests need {purpose}')
    return path


def _first_line(server: subprocess.Popen[str]) -> str:
    """What the server says when it is ready; empty when it ended or took too long."""
    late = threading.Timer(_START_LIMIT_S, server.kill)
    late.start()
    try:
        return _pipe(server.stdout).readline().strip()
    finally:
        late.cancel()


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None, "the server was started with pipes"
    return stream
