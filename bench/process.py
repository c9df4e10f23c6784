"""One contender in one fresh process: started by the runner, answers with a line of JSON.

python -m bench.process SUITE BENCHMARK CONTENDER    reads what it may use from standard input
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

from bench.protocol import Benchmark, Case, NotHereError
from bench.registry import benchmark
from bench.sizes import SIZES

ROOT = Path(__file__).resolve().parents[1]
OURS = "netmap"
PREPARE = "prepare"
_LIMIT_S = 600


class Answer(TypedDict):
    """What a process says: measures by name, and a digest of the data where it was asked for."""

    measures: dict[str, float]
    digest: str | None
    missing: str | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every process of a run may use."""

    size: str
    shared: Path
    neo4j_url: str = ""


class BrokenError(Exception):
    """A process of a benchmark ended with an error; the text is what it said."""


def in_fresh_process(
    surroundings: Surroundings, suite: str, benchmark: str, contender: str, *, digest: bool
) -> Answer:
    """Run one contender to its end.

    Raises:
        BrokenError: It failed, or was not done in time.
    """
    with tempfile.TemporaryDirectory(dir=surroundings.shared, prefix="case-") as folder:
        given = {
            "size": surroundings.size,
            "folder": folder,
            "shared": str(surroundings.shared),
            "neo4j_url": surroundings.neo4j_url,
            "digest": digest,
        }
        try:
            done = subprocess.run(  # noqa: S603 - this very program
                [sys.executable, "-m", __name__, suite, benchmark, contender],
                cwd=ROOT,
                input=json.dumps(given),
                capture_output=True,
                encoding="utf-8",
                timeout=_LIMIT_S,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            late = f"{suite}/{benchmark}/{contender}: not done after {_LIMIT_S} s"
            raise BrokenError(late) from error
    if done.returncode != 0:
        raise BrokenError(f"{suite}/{benchmark}/{contender}:\n{done.stdout}{done.stderr}")
    answer: Answer = json.loads(done.stdout.splitlines()[-1])
    return answer


def main(arguments: list[str]) -> None:
    """The child's side."""
    suite_name, benchmark_name, contender = arguments
    given: dict[str, Any] = json.load(sys.stdin)
    case = Case(
        size=SIZES[given["size"]],
        folder=Path(given["folder"]),
        shared=Path(given["shared"]),
        neo4j_url=given["neo4j_url"],
    )
    chosen = benchmark(suite_name, benchmark_name)
    print(json.dumps(answer_of(chosen, contender, case, digest=given["digest"])))


def answer_of(chosen: Benchmark, contender: str, case: Case, *, digest: bool) -> Answer:
    """What one contender says, run in this process."""
    answer: Answer = {"measures": case.measures, "digest": None, "missing": None}
    try:
        if contender == PREPARE:
            chosen.prepare(case)
        else:
            run = {**chosen.yardsticks, **chosen.peers, OURS: chosen.ours}[contender]
            digest_of = run(case)
            if digest:
                answer["digest"] = digest_of()
    except NotHereError as error:
        answer["missing"] = str(error)
    return answer


if __name__ == "__main__":
    main(sys.argv[1:])
