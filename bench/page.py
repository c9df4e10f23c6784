"""Results as a page for people: ``docs/benchmarks.md`` says what ``bench/results.json`` holds."""

from __future__ import annotations

from collections.abc import Sequence

from bench.machine import Run
from bench.process import OURS
from bench.protocol import Measure, Of
from bench.results import Results
from bench.rounds import BenchmarkResult, ContenderResult, TargetResult

_GENERATED = "<!-- Written by `make bench` from bench/results.json; changes belong there. -->"
_INTRODUCTION = """\
What netmap costs over doing the same by hand, measured by `make bench`. Every line ran in a process
of its own, ours and the bare peers in turn, and the first round checked that they read or wrote the
same data. **Ratios** compare ours with the fastest peer of the same round; seconds are medians and
belong to the machine named below. Memory is the peak of the whole process, and by how much it grew
while it was measured.
"""
_SHORT_SECONDS = 0.1
_HEADS = {
    Measure.SECONDS: ("time", "netmap takes"),
    Measure.BYTES_PER_RECORD: ("bytes a record", "netmap takes"),
    Measure.LOST_MODULARITY: ("1 - modularity", "netmap has"),
}


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
        (benchmark["title"], target["text"], said_of(target, benchmark["measure"]), _met(target))
        for suite in results["suites"].values()
        for benchmark in suite["benchmarks"]
        for target in benchmark["targets"]
    ]
    return _table(("what", "target", "measured", "met"), rows)


def said_of(target: TargetResult, measure: str) -> str:
    """What was measured, in the words of its target: seconds, memory, how much slower."""
    measured = target["measured"]
    if measured is None:
        return "not measured"
    if target["of"] == Of.SECONDS:
        return said_seconds(measured)
    if target["of"] == Of.PEAK_BYTES:
        return f"{measured / 1e6:.0f} MB"
    if measure != Measure.SECONDS:
        return f"{measured:.2f} times"
    if measured < 1:
        return f"{1 / measured:.1f} times as fast"
    return f"{measured:.2f} times the time ({100 / measured:.0f} % of the speed)"


def said_seconds(seconds: float) -> str:
    """A time, in milliseconds where it is short."""
    return f"{seconds:.2f} s" if seconds >= _SHORT_SECONDS else f"{seconds * 1000:.3g} ms"


def _met(target: TargetResult) -> str:
    return {True: "yes", False: "**no**", None: "–"}[target["met"]]


def _run(run: Run) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in run["versions"].items())
    return (
        f"Measured on {run['date']} with the size “{run['size']}” in {run['rounds']} rounds on "
        f"{run['machine']}; {versions}."
    )


def _numbers(benchmark: BenchmarkResult) -> str:
    measure = benchmark["measure"]
    shows_memory = measure == Measure.SECONDS
    rows = []
    for name, result in benchmark["contenders"].items():
        said = f"**{name}**" if name == OURS else name
        value = result["missing"] or _value(result["median"][measure], measure)
        against = "" if name == OURS or result["missing"] else _against(benchmark, result)
        row = (said, value, against)
        rows.append((*row, *_memory(result)) if shows_memory else row)
    head = ("", *_HEADS[Measure(measure)])
    return _table((*head, "peak memory", "growth") if shows_memory else head, rows)


def _value(measured: float, measure: str) -> str:
    if measure == Measure.SECONDS:
        return said_seconds(measured)
    return f"{measured:.4f}" if measure == Measure.LOST_MODULARITY else f"{measured:.0f}"


def _against(benchmark: BenchmarkResult, peer: ContenderResult) -> str:
    ours = benchmark["contenders"][OURS]
    if ours["missing"]:
        return ""
    measure = benchmark["measure"]
    return f"{ours['median'][measure] / peer['median'][measure]:.2f} times"


def _memory(result: ContenderResult) -> tuple[str, str]:
    """Peak of the whole process, and what of it came while it was measured."""
    peak, growth = (result["median"].get(key) for key in ("peak_bytes", "peak_growth_bytes"))
    if peak is None or growth is None:
        return ("–", "–")
    return (f"{peak / 1e6:.0f} MB", f"+{growth / 1e6:.0f} MB")


def _table(head: tuple[str, ...], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
