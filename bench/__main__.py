"""Runs benchmarks and writes what came out: `make bench`, `make bench BENCH=store`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

from bench.machine import this_run
from bench.page import page, said_of
from bench.process import ROOT, BrokenError, Surroundings
from bench.registry import suite, suite_names
from bench.results import SuiteResult, read_results, write_results
from bench.rounds import BenchmarkResult, run_benchmark
from bench.sizes import SIZES
from tests.neo4j_server.embedded import CannotStartError, neo4j_version, running_server

_HEAP_MEGABYTES = 2_048


def main(arguments: list[str] | None = None) -> int:
    """Run the chosen suites; 1 where something broke or a server could not start."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("suite", nargs="?", default="", help="suites whose names hold this text")
    parser.add_argument("--size", choices=SIZES, default="state")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="write results and page here instead")
    chosen = parser.parse_args(arguments)
    names = suite_names(chosen.suite)
    if not names:
        parser.error(f"no suite of this name; there are: {', '.join(suite_names())}")
    results_file = (chosen.folder or ROOT / "bench") / "results.json"
    page_file = (chosen.folder or ROOT / "docs") / "benchmarks.md"
    results = read_results(results_file)
    with tempfile.TemporaryDirectory(prefix="netmap-bench-") as shared:
        for name in names:
            surroundings = Surroundings(size=chosen.size, shared=Path(shared))
            try:
                results["suites"][name] = _measured(name, surroundings, rounds=chosen.rounds)
            except (BrokenError, CannotStartError) as error:
                print(error, file=sys.stderr)
                return 1
            # After each suite: what was measured is kept, whatever the next one does.
            write_results(results_file, results)
            page_file.write_text(page(results), encoding="utf-8", newline="\n")
    return 0


def _measured(name: str, surroundings: Surroundings, *, rounds: int) -> SuiteResult:
    """All benchmarks of a suite, those of Neo4j on a fresh server."""
    chosen = suite(name)
    neo4j = f"{neo4j_version()} with a heap of {_HEAP_MEGABYTES} MB" if chosen.NEEDS_NEO4J else None
    run = this_run(size=surroundings.size, rounds=rounds, neo4j=neo4j)
    done: list[BenchmarkResult] = []
    with _server() if chosen.NEEDS_NEO4J else nullcontext("") as url:
        for benchmark in chosen.BENCHMARKS:
            _say(f"{name}/{benchmark.name}: {benchmark.title}")
            there = replace(surroundings, neo4j_url=url)
            result = run_benchmark(there, name, benchmark, rounds=rounds, say=_say)
            for target in result["targets"]:
                said = said_of(target, result["measure"])
                _say(f"  {target['text']}: {said}, {'met' if target['met'] else 'not met'}")
            done.append(result)
    return {"title": chosen.TITLE, "run": run, "benchmarks": done}


def _server() -> AbstractContextManager[str]:
    return running_server(heap_megabytes=_HEAP_MEGABYTES, at_full_speed=True)


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
