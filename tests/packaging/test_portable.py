"""What netmap calls exists on Windows, too, or is asked for first."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "netmap"
_MODULES = {"fcntl", "grp", "posix", "pwd", "resource", "termios", "tty"}
_NAMES = {
    "os.O_DIRECTORY",
    "os.O_NOFOLLOW",
    "os.chown",
    "os.fchmod",
    "os.fchown",
    "os.fork",
    "os.geteuid",
    "os.getuid",
    "os.killpg",
    "os.mkfifo",
    "os.sendfile",
    "os.setsid",
    "os.statvfs",
    "os.sync",
    "signal.SIGALRM",
    "signal.SIGHUP",
    "signal.SIGKILL",
    "signal.SIGUSR1",
    "signal.alarm",
    "signal.pause",
}


def unguarded(source: str) -> set[str]:
    """Names that Windows lacks and for which the file never asks with ``hasattr``."""
    tree = ast.parse(source)
    asked = {
        f"{ast.unparse(node.args[0])}.{ast.literal_eval(node.args[1])}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "hasattr"
        if isinstance(node.args[1], ast.Constant)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            found |= {ast.unparse(node)} & _NAMES
        elif isinstance(node, ast.Import):
            found |= {each.name for each in node.names} & _MODULES
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{each.name}" for each in node.names}
            found |= (names & _NAMES) | ({node.module or ""} & _MODULES)
    return found - asked


@pytest.mark.parametrize("source", ["import os\nos.fork()", "import fcntl", "from os import sync"])
def test_a_call_that_windows_lacks_is_found(source: str) -> None:
    """As attribute, as module, and by its bare name."""
    assert unguarded(source)


def test_netmap_calls_nothing_that_windows_lacks() -> None:
    """Where it does, the same file asks before whether it is there."""
    files = sorted(ROOT.rglob("*.py"))
    assert files
    found = {str(each): unguarded(each.read_text(encoding="utf-8")) for each in files}
    assert {name: names for name, names in found.items() if names} == {}
