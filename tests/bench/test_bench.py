"""The benchmarks themselves: they run, see the same data, and write down what came out."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from bench import process, rounds
from bench.__main__ import main
from bench.page import page
from bench.process import (
    OURS,
    Answer,
    BrokenError,
    Surroundings,
    answer_of,
    in_fresh_process,
)
from bench.protocol import Benchmark, Case, Of, Target
from bench.registry import benchmark as find_benchmark
from bench.registry import suite, suite_names
from bench.results import Results
from bench.rounds import BenchmarkResult, run_benchmark
from bench.sizes import SIZES
from bench.state_network import state_records
from netmap.changes import references

ROUND = Surroundings(size="tiny", shared=Path("unused"))
UNDER_TWICE = Target("under twice", at_most=2)


def scripted(monkeypatch: pytest.MonkeyPatch, **answers: list[Answer]) -> None:
    """Let the contenders answer in their turn what is given, and start no process."""
    waiting = {"prepare": [answer(0)], **answers}

    def next_answer(*arguments: object, digest: bool) -> Answer:
        del digest
        return waiting[cast(str, arguments[-1])].pop(0)

    monkeypatch.setattr(rounds, "in_fresh_process", next_answer)


def in_this_process(
    there: Surroundings, suite_name: str, name: str, contender: str, *, digest: bool
) -> Answer:
    """What a contender says; what it takes counts for nothing here, so it needs no process."""
    case = Case(
        size=SIZES[there.size],
        folder=Path(tempfile.mkdtemp(dir=there.shared)),
        shared=there.shared,
        neo4j_url=there.neo4j_url,
    )
    answered = answer_of(find_benchmark(suite_name, name), contender, case, digest=digest)
    # As it comes out of a process.
    return cast(Answer, json.loads(json.dumps(answered)))


def answer(
    seconds: float, *, digest: str | None = None, missing: str | None = None, peak: float = 5e7
) -> Answer:
    """What a process says."""
    measures = {"seconds": seconds, "peak_bytes": peak, "peak_growth_bytes": 1e6}
    return {"measures": measures, "digest": digest, "missing": missing}


def benchmark(*peers: str, targets: tuple[Target, ...] = (UNDER_TWICE,)) -> Benchmark:
    """A benchmark whose contenders are scripted."""

    def never(case: object) -> None:
        raise AssertionError(case)

    return Benchmark(
        name="sums",
        title="Adding numbers",
        method="Ours adds them, theirs too.",
        ours=never,  # type: ignore[arg-type] # no process is started
        peers=dict.fromkeys(peers, never),  # type: ignore[arg-type] # likewise
        targets=targets,
    )


def silent(line: str) -> None:
    """Nobody listens."""
    del line


def smallest() -> list[tuple[str, str]]:
    """Every benchmark by suite and name; of those that differ in size alone, the first."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for name in suite_names():
        if not suite(name).NEEDS_NEO4J:
            for each in suite(name).BENCHMARKS:
                found.setdefault((name, each.name.rstrip("0123456789")), (name, each.name))
    return list(found.values())


def test_a_run_writes_results_and_page(tmp_path: Path) -> None:
    """A suite at a tiny size starts its processes, and file and page say what they measured."""
    tiny = ["store_sqlite", "--size", "tiny", "--rounds", "1", "--folder", str(tmp_path)]
    assert main(tiny) == 0
    results = cast(Results, json.loads((tmp_path / "results.json").read_text(encoding="utf-8")))
    measured = results["suites"]["store_sqlite"]
    assert measured["run"]["size"] == "tiny"
    for each in measured["benchmarks"]:
        for name in (OURS, each["best_peer"]):
            assert name is not None
            assert each["contenders"][name]["median"]["seconds"] > 0
        assert each["title"] in (tmp_path / "benchmarks.md").read_text(encoding="utf-8")


def test_an_unknown_suite_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the suites that there are."""
    with pytest.raises(SystemExit):
        main(["nonsense"])
    assert "store_sqlite" in capsys.readouterr().err


def test_every_suite_can_be_run() -> None:
    """Each has a title, and benchmarks of different names with a peer."""
    for name in suite_names():
        found = suite(name)
        names = [each.name for each in found.BENCHMARKS]
        assert found.TITLE
        assert names
        assert len(set(names)) == len(names)
        for each in found.BENCHMARKS:
            assert each.peers or each.targets
            assert each.method.endswith(".")
            for target in each.targets:
                assert {*target.peers} <= {*each.peers, *each.yardsticks}


@pytest.mark.parametrize(("suite_name", "name"), smallest())
def test_every_suite_runs_at_its_smallest_and_all_agree(
    suite_name: str,
    name: str,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Peers that are not installed are left out; the others see what we see."""
    if suite_name == "map_page":
        # A process has one Playwright, and this one may have it already.
        request.getfixturevalue("chromium")
    else:
        monkeypatch.setattr(rounds, "in_fresh_process", in_this_process)
    there = Surroundings(size="tiny", shared=tmp_path)
    chosen = find_benchmark(suite_name, name)
    result = run_benchmark(there, suite_name, chosen, rounds=1, say=silent)
    assert result["contenders"][OURS]["missing"] is None
    assert all(
        target["measured"] is not None for target in result["targets"] if target["of"] != "ratio"
    )


def test_the_ratio_is_that_to_the_best_peer_of_the_same_round(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A round in which the whole machine was slow changes nothing."""
    scripted(
        monkeypatch,
        netmap=[answer(3), answer(30), answer(3)],
        quick=[answer(2), answer(20), answer(2)],
        slow=[answer(6), answer(60), answer(6)],
    )
    result = run_benchmark(ROUND, "any", benchmark("slow", "quick"), rounds=3, say=silent)
    assert (result["best_peer"], result["ratio"]) == ("quick", 1.5)
    assert [(each["measured"], each["met"]) for each in result["targets"]] == [(1.5, True)]


def test_a_target_may_name_its_peers_or_a_yardstick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the fastest of those counts; what a yardstick gives is not compared."""
    scripted(
        monkeypatch,
        netmap=[answer(4, digest="1")],
        quick=[answer(1, digest="1")],
        slow=[answer(8, digest="1")],
        sorting=[answer(2)],
    )
    asked = benchmark(
        "quick",
        "slow",
        targets=(
            Target("at least 4 times as fast as slow", at_most=1 / 4, peers=("slow",)),
            Target("at most thrice a sort", at_most=3, peers=("sorting",)),
        ),
    )
    asked = replace(asked, yardsticks={"sorting": asked.ours})
    result = run_benchmark(ROUND, "any", asked, rounds=1, say=silent)
    assert result["best_peer"] == "quick"
    assert [(each["measured"], each["met"]) for each in result["targets"]] == [
        (0.5, False),
        (2, True),
    ]


def test_a_target_may_bound_seconds_and_memory_without_any_peer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The page says both in their units."""
    scripted(monkeypatch, netmap=[answer(25, peak=1.2e9)])
    asked = benchmark(
        targets=(
            Target("under 30 s", at_most=30, of=Of.SECONDS),
            Target("under 1 GB", at_most=1e9, of=Of.PEAK_BYTES),
        )
    )
    result = run_benchmark(ROUND, "any", asked, rounds=1, say=silent)
    assert (result["best_peer"], result["ratio"]) == (None, None)
    assert [each["met"] for each in result["targets"]] == [True, False]
    shown = page(results_of(result))
    assert "| Adding numbers | under 30 s | 25.00 s | yes |" in shown
    assert "| Adding numbers | under 1 GB | 1200 MB | **no** |" in shown
    assert "| **netmap** | 25.00 s |  | 1200 MB | +1 MB |" in shown


def test_a_missed_target_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Results and page say that it is not met."""
    scripted(monkeypatch, netmap=[answer(3)], bare=[answer(1)])
    result = run_benchmark(ROUND, "any", benchmark("bare"), rounds=1, say=silent)
    assert [each["met"] for each in result["targets"]] == [False]
    assert "| under twice | 3.00 times the time (33 % of the speed) | **no** |" in page(
        results_of(result)
    )


def results_of(result: BenchmarkResult) -> Results:
    """Results that hold one benchmark alone."""
    return {
        "suites": {
            "any": {
                "title": "Any",
                "run": {
                    "date": "2025-07-07",
                    "size": "tiny",
                    "rounds": 1,
                    "machine": "a desk",
                    "versions": {"netmap": "1"},
                },
                "benchmarks": [result],
            }
        }
    }


def test_a_peer_that_is_not_installed_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others count, and the result says what is missing."""
    scripted(
        monkeypatch,
        netmap=[answer(3), answer(3)],
        absent=[answer(0, missing="no such library")],
        bare=[answer(1), answer(1)],
    )
    result = run_benchmark(ROUND, "any", benchmark("absent", "bare"), rounds=2, say=silent)
    assert result["best_peer"] == "bare"
    assert result["contenders"]["absent"]["missing"] == "no such library"


def test_contenders_that_saw_other_data_break_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is quick because it leaves something out is no peer."""
    scripted(monkeypatch, netmap=[answer(3, digest="2")], bare=[answer(1, digest="1")])
    with pytest.raises(BrokenError, match="not the same data"):
        run_benchmark(ROUND, "any", benchmark("bare"), rounds=1, say=silent)


def test_the_made_up_network_is_always_the_same() -> None:
    """Two runs measure the same records; ids are unique, and references lead somewhere."""
    records = state_records(SIZES["tiny"])
    assert records == state_records(SIZES["tiny"])
    ids = {record.id for record in records}
    assert len(ids) == len(records)
    assert {target for record in records for _, target, _ in references(record)} <= ids


def test_a_contender_that_does_not_come_to_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named with the time that it had, and ended."""
    monkeypatch.setattr(process, "_LIMIT_S", 0.01)
    there = Surroundings(size="tiny", shared=tmp_path)
    with pytest.raises(BrokenError, match="store_sqlite/import/netmap: not done after"):
        in_fresh_process(there, "store_sqlite", "import", OURS, digest=False)
