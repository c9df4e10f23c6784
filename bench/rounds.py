"""Rounds of a benchmark: ours and its peers in turn, then medians and the ratio."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from statistics import median
from typing import TypedDict

from bench.process import OURS, PREPARE, Answer, BrokenError, Surroundings, in_fresh_process
from bench.protocol import Benchmark, Of, Target


class ContenderResult(TypedDict):
    """Medians over all rounds, and what was measured in each."""

    median: dict[str, float]
    rounds: list[dict[str, float]]
    missing: str | None


class TargetResult(TypedDict):
    """A target, what was measured of it, and whether it is met; ``None`` where nothing was."""

    text: str
    of: str
    at_most: float
    measured: float | None
    met: bool | None


class BenchmarkResult(TypedDict):
    """What ``bench/results.json`` keeps of a benchmark.

    ``ratio`` is ours divided by the best peer's in the same round, median over the rounds;
    ``None`` where there is no peer.
    """

    name: str
    title: str
    method: str
    measure: str
    contenders: dict[str, ContenderResult]
    best_peer: str | None
    ratio: float | None
    targets: list[TargetResult]


def run_benchmark(
    surroundings: Surroundings,
    suite: str,
    benchmark: Benchmark,
    *,
    rounds: int,
    say: Callable[[str], None],
) -> BenchmarkResult:
    """Run all contenders in alternation.

    Raises:
        BrokenError: A contender failed, or two of them did not read or write the same.
    """
    in_fresh_process(surroundings, suite, benchmark.name, PREPARE, digest=False)
    names = [OURS, *benchmark.peers, *benchmark.yardsticks]
    answers: dict[str, list[Answer]] = {name: [] for name in names}
    digests: dict[str, str] = {}
    for number in range(-1 if benchmark.warm_up else 0, rounds):
        # Who goes first changes, so that nobody always finds the machine as the same one left it.
        for name in names if number % 2 == 0 else reversed(names):
            if answers[name] and answers[name][0]["missing"]:
                continue
            is_first = name not in digests and name not in benchmark.yardsticks
            answer = in_fresh_process(surroundings, suite, benchmark.name, name, digest=is_first)
            if answer["digest"] is not None:
                digests[name] = answer["digest"]
            if number >= 0 or answer["missing"]:
                answers[name].append(answer)
            measured = ", ".join(f"{key} {value:.4g}" for key, value in answer["measures"].items())
            say(f"  {name}, round {number + 1}: {answer['missing'] or measured}")
    if len(set(digests.values())) > 1:
        raise BrokenError(f"{suite}/{benchmark.name}: not the same data: {digests}")
    return _result(benchmark, answers)


def _result(benchmark: Benchmark, answers: dict[str, list[Answer]]) -> BenchmarkResult:
    contenders = {name: _contender(each) for name, each in answers.items()}
    measure = benchmark.measure.value
    best = _best(contenders, benchmark.peers, measure)
    return {
        "name": benchmark.name,
        "title": benchmark.title,
        "method": benchmark.method,
        "measure": measure,
        "contenders": contenders,
        "best_peer": best,
        "ratio": None if best is None else _ratio(contenders, best, measure),
        "targets": [_target(benchmark, each, contenders) for each in benchmark.targets],
    }


def _best(
    contenders: Mapping[str, ContenderResult], names: Iterable[str], measure: str
) -> str | None:
    """The best of some that are here."""
    there = [name for name in names if not contenders[name]["missing"]]
    return min(there, key=lambda name: contenders[name]["median"][measure], default=None)


def _ratio(contenders: Mapping[str, ContenderResult], peer: str, measure: str) -> float | None:
    """Ours over a peer's in the same round, median over the rounds."""
    if contenders[OURS]["missing"]:
        return None
    pairs = zip(contenders[OURS]["rounds"], contenders[peer]["rounds"], strict=True)
    return median(ours[measure] / theirs[measure] for ours, theirs in pairs)


def _target(
    benchmark: Benchmark, target: Target, contenders: Mapping[str, ContenderResult]
) -> TargetResult:
    measured: float | None
    if target.of is Of.RATIO:
        measure = benchmark.measure.value
        best = _best(contenders, target.peers or benchmark.peers, measure)
        measured = None if best is None else _ratio(contenders, best, measure)
    else:
        measured = contenders[OURS]["median"].get(target.of.value)
    return {
        "text": target.text,
        "of": target.of.value,
        "at_most": target.at_most,
        "measured": measured,
        "met": None if measured is None else measured <= target.at_most,
    }


def _contender(answers: list[Answer]) -> ContenderResult:
    missing = answers[0]["missing"]
    rounds = [] if missing else [answer["measures"] for answer in answers]
    names = rounds[0].keys() if rounds else ()
    return {
        "median": {name: median(each[name] for each in rounds) for name in names},
        "rounds": rounds,
        "missing": missing,
    }
