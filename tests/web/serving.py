"""The application in a process of its own, as `netmap serve` starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Serving:
    """A running server.

    Attributes:
        address: Where it answers, without a slash at the end.
        log: The file that its log goes to.
    """

    process: subprocess.Popen[str]
    address: str
    log: Path


def environment(store: str, **settings: object) -> dict[str, str]:
    """The environment of a netmap over a store, whatever that of the tests says."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("NETMAP_")}
    given = {f"NETMAP_{name.upper()}": str(value) for name, value in settings.items()}
    return {**own, "NETMAP_STORE": store, "NETMAP_LANGUAGE": "en", **given}


@contextmanager
def served(
    store: str, folder: Path, *, arguments: Sequence[str] = (), **settings: object
) -> Iterator[Serving]:
    """A server over a store on a free port; uploads of it lie in ``folder / "temporary"``."""
    temporary = folder / "temporary"
    temporary.mkdir(parents=True, exist_ok=True)
    variables = {
        **environment(store, **settings),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary)),
    }
    log = folder / "log"
    command = [sys.executable, "-m", "netmap", "serve", "--port", "0", *arguments]
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, env=variables, text=True
        ) as process,
    ):
        try:
            assert process.stdout is not None
            announced = process.stdout.readline()
            assert "http://" in announced, log.read_text(encoding="utf-8")
            address = announced.partition("http://")[2].partition("/")[0]
            yield Serving(process, f"http://{address}", log)
        finally:
            process.kill()
