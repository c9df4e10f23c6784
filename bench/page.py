"""Results as a page for people: ``docs/benchmarks.md`` says what ``bench/results.json`` holds."""

from __future__ import annotations

from collections.abc import Sequence

from bench.machine import Run
from bench.process import OURS
from bench.results import Results
from bench.rounds import BenchmarkResult, ContenderResult

_GENERATED = "<!-- Written by `make bench` from bench/results.json; changes belong there. -->"
_INTRODUCTION = """\
What netmap costs over doing the same by hand, measured by `make bench`. Every line ran in a process
of its own, ours and the bare peers in turn, and the first round checked that they read or wrote the
same data. **Ratios** compare ours with the fastest peer of the same round; seconds are medians and
belong to the machine named below. Memory is the growth of the process's peak while it was measured.
"""
_UNITS = {"seconds": ("seconds", ".2f"), "bytes_per_record": ("bytes a record", ".0f")}
"""Heading and format of each measure."""


def page(results: Results) -> str:
    """The page as Markdown."""
    parts = [_GENERATED, "# Benchmarks", _INTRODUCTION, _overview(results)]
    for suite in results["suites"].values():
        parts += [f"## {suite['title']}", _run(suite["run"])]
        for benchmark in suite["benchmarks"]:
            parts += [f"### {benchmark['title']}", benchmark["method"], _numbers(benchmark)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _overview(results: Results) -> str:
    rows = [
        (benchmark["title"], benchmark["target"] or "", said_ratio(benchmark), _met(benchmark))
        for suite in results["suites"].values()
        for benchmark in suite["benchmarks"]
        if benchmark["target"]
    ]
    return _table(("what", "target", "measured", "met"), rows)


def said_ratio(benchmark: BenchmarkResult) -> str:
    """The ratio in the words of the target: how much slower, or how much of the speed."""
    ratio = benchmark["ratio"]
    if ratio is None:
        return "not measured"
    if benchmark["measure"] != "seconds":
        return f"{ratio:.2f} times"
    return f"{ratio:.2f} times the time ({100 / ratio:.0f} % of the speed)"


def _met(benchmark: BenchmarkResult) -> str:
    return {True: "yes", False: "**no**", None: "–"}[benchmark["met"]]


def _run(run: Run) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in run["versions"].items())
    return (
        f"Measured on {run['date']} with the size “{run['size']}” in {run['rounds']} rounds on "
        f"{run['machine']}; {versions}."
    )


def _numbers(benchmark: BenchmarkResult) -> str:
    measure = benchmark["measure"]
    unit, form = _UNITS[measure]
    shows_memory = measure == "seconds"
    rows = []
    for name, result in benchmark["contenders"].items():
        said = f"**{name}**" if name == OURS else name
        value = result["missing"] or format(result["median"][measure], form)
        against = "" if name == OURS or result["missing"] else _against(benchmark, result)
        row = (said, value, against)
        rows.append((*row, _growth(result)) if shows_memory else row)
    head = ("", unit, "netmap takes")
    return _table((*head, "peak memory") if shows_memory else head, rows)


def _against(benchmark: BenchmarkResult, peer: ContenderResult) -> str:
    ours = benchmark["contenders"][OURS]
    if ours["missing"]:
        return ""
    measure = benchmark["measure"]
    return f"{ours['median'][measure] / peer['median'][measure]:.2f} times"


def _growth(result: ContenderResult) -> str:
    growth = result["median"].get("peak_growth_bytes")
    return "–" if growth is None else f"+{growth / 1e6:.0f} MB"


def _table(head: tuple[str, ...], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
