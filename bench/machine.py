"""On what a run was measured: machine, versions, date."""

from __future__ import annotations

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TypedDict

import netmap

_LIBRARIES = ("pydantic", "numpy", "neo4j", "neo4j-rust-ext")


class Run(TypedDict):
    """What stands above the results of a suite."""

    date: str
    size: str
    rounds: int
    machine: str
    versions: dict[str, str]


def this_run(*, size: str, rounds: int, neo4j: str | None) -> Run:
    """The present run; ``neo4j`` describes the server, where one was used."""
    versions = {
        "netmap": netmap.__version__,
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        **{name: version(name) for name in _LIBRARIES},
    }
    if neo4j:
        versions["Neo4j"] = neo4j
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "size": size,
        "rounds": rounds,
        "machine": f"{_processor()}, {os.cpu_count()} CPUs, {_memory()}{platform.system()} "
        f"{platform.machine()}",
        "versions": versions,
    }


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


def _memory() -> str:
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows has no such call
        return ""
    return f"{total / 2**30:.0f} GiB, "
