"""The results that stand in the repository: read, and renewed a suite at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict, cast

from bench.machine import Run
from bench.rounds import BenchmarkResult


class SuiteResult(TypedDict):
    """All benchmarks of one suite, measured in one run."""

    title: str
    run: Run
    benchmarks: list[BenchmarkResult]


class Results(TypedDict):
    """Content of ``bench/results.json``: suites by name, ascending."""

    suites: dict[str, SuiteResult]


def read_results(file: Path) -> Results:
    """What was measured before; nothing where there is no file."""
    if not file.exists():
        return {"suites": {}}
    return cast(Results, json.loads(file.read_text(encoding="utf-8")))


def write_results(file: Path, results: Results) -> None:
    """Write the file, so that two runs differ only where they measured otherwise."""
    ordered: Results = {"suites": dict(sorted(results["suites"].items()))}
    text = json.dumps(ordered, indent=2, ensure_ascii=False)
    file.write_text(text + "\n", encoding="utf-8", newline="\n")
