"""Programs and processes of this machine."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, env: dict[str, str] | None = None) -> str:
    """What a program says; one that fails ends everything, and says why."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"{command} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def children(process: int) -> Iterator[int]:
    """Processes that a process has started."""
    listed = Path(f"/proc/{process}/task/{process}/children")
    if listed.exists():
        yield from (int(each) for each in listed.read_text(encoding="ascii").split())


def name_of(process: int) -> str:
    """Name of a process; empty once it has ended."""
    try:
        return Path(f"/proc/{process}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        return ""
