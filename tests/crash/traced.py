"""What a program asks of the disk, in order, as strace sees it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from codecs import escape_decode
from dataclasses import dataclass, field
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_KINDS = {
    "openat": "make",
    "write": "write",
    "pwrite64": "write",
    "ftruncate": "write",
    "fsync": "sync",
    "fdatasync": "sync",
    "rename": "rename",
    "renameat": "rename",
    "renameat2": "rename",
    "unlink": "remove",
    "unlinkat": "remove",
}
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_DESCRIPTOR = re.compile(r"^\d+<([^>]*)>")
_PATH = re.compile(r'"([^"]*)"')

_WRITTEN = re.compile(r'\d+<[^>]*>, (?:"(.*)", \d+, )?(\d+)', re.DOTALL)
"""Data and offset of a pwrite64, or the length of an ftruncate."""

MARK = "mark:"
"""Opening a file of this name, which is never there, sets a mark in the trace."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call, with the names of the files in the traced folder that it concerns.

    Attributes:
        what: "make", "write", "sync", "rename", "remove" or "mark".
        name: File or, as ".", the folder itself; the mark's own name.
        to: New name of a renamed file.
        data: What was written, where the trace was to hold it; nothing where a file was cut.
        offset: Where it was written, or the length to which the file was cut.
    """

    what: str
    name: str
    to: str = ""
    data: bytes = field(default=b"", compare=False, repr=False)
    offset: int = field(default=0, compare=False)


def has_strace() -> bool:
    """Whether this machine can trace a process."""
    return sys.platform == "linux" and shutil.which("strace") is not None


def trace(program: str, folder: Path, *, with_data: bool = False) -> list[Call]:
    """Run a Python program in a process of its own, and return its calls that concern ``folder``.

    The program finds the folder in ``folder``, and sets a mark with ``mark(name)``.
    """
    log = folder.parent / "strace.log"
    head = (
        "import os, sys\nfrom pathlib import Path\nfolder = Path(sys.argv[1])\n"
        "def mark(name):\n"
        f"    try: os.open(folder / ('{MARK}' + name), os.O_RDONLY)\n"
        "    except FileNotFoundError: pass\n"
    )
    strace = [
        "strace",
        "-f",
        "-y",
        "-o",
        str(log),
        "-e",
        "trace=" + ",".join(_KINDS),
        "-s",
        "70000" if with_data else "0",
    ]
    subprocess.run(
        [*strace, sys.executable, "-c", head + program, str(folder)],
        cwd=_ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    calls = (_call(line, str(folder)) for line in log.read_text("utf-8").splitlines())
    return [call for call in calls if call is not None]


def _call(line: str, folder: str) -> Call | None:
    match = _LINE.match(line)
    if match is None:
        return None
    call, arguments, result = match[1], match[2], int(match[3])
    name, *others = [_name(each, folder) for each in _paths(call, arguments)] or [None]
    if name is not None and name.startswith(MARK):
        return Call("mark", name.removeprefix(MARK))
    if name is None or result < 0 or (call == "openat" and "O_CREAT" not in arguments):
        return None
    written = _WRITTEN.fullmatch(arguments)
    return Call(
        _KINDS[call],
        name,
        to=next(filter(None, others), ""),
        data=escape_decode(written[1].encode("latin-1"))[0] if written and written[1] else b"",
        offset=int(written[2]) if written else 0,
    )


def _paths(call: str, arguments: str) -> list[str]:
    by_descriptor = _KINDS[call] in {"write", "sync"}
    return (_DESCRIPTOR if by_descriptor else _PATH).findall(arguments)


def _name(path: str, folder: str) -> str | None:
    if path == folder:
        return "."
    return path.removeprefix(f"{folder}/") if path.startswith(f"{folder}/") else None
