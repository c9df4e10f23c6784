"""Asking a large network about a body that does not exist yet."""

from __future__ import annotations

import random
import time
from functools import partial
from statistics import median

from bench.protocol import Benchmark, Case, Digest, Measure, Of, Target
from netmap.analyses.overlaps.candidate.index import CandidateIndex
from netmap.analyses.overlaps.candidate.model import Candidate
from netmap.network import Network

TITLE = "Before founding a group: asking about a body that does not exist yet"
NEEDS_NEO4J = False

_SIZE = "land"
_QUESTIONS = 200
_SEED = 20_250_707


def _ours(case: Case) -> Digest:
    network = Network.from_records(case.records(_SIZE))
    index = CandidateIndex.of(network)
    asked = list(_candidates(network))
    index.query(asked[0])
    took: list[float] = []
    with case.timed():
        for each in asked:
            start = time.perf_counter()
            index.query(each)
            took.append(time.perf_counter() - start)
    case.measures[Measure.SECONDS] = median(took)
    return str


def _candidates(network: Network) -> list[Candidate]:
    """Bodies of three to twenty persons who sit somewhere, with one to three topics."""
    draw = random.Random(_SEED)  # noqa: S311 - made-up data, the same each time
    sitting = sorted(set(network.seats.source.tolist()))
    return [
        Candidate(
            name="Arbeitskreis",
            members=tuple(
                network.actor_ids[each]
                for each in draw.sample(sitting, min(draw.randint(3, 20), len(sitting)))
            ),
            topics=tuple(draw.sample(network.topic_ids, draw.randint(1, 3))),
        )
        for _ in range(_QUESTIONS)
    ]


BENCHMARKS = (
    Benchmark(
        name="query",
        title="One question, 400 municipalities",
        method="The median of 200 questions about 3 to 20 persons and 1 to 3 topics, to an index "
        "that stands ready, as the application keeps it for each revision: 24,000 bodies, 240,000 "
        "persons, 120,000 organisations. An answer names overlapping bodies, meetings that could "
        "take the matter up, and whom to invite.",
        ours=_ours,
        targets=(Target("under 5 ms at the median", at_most=0.005, of=Of.SECONDS),),
        prepare=partial(Case.records, size_name=_SIZE),
    ),
)
