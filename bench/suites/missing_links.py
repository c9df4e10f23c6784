"""Who works on the same topic, or shares members, and has no path of two steps to the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from bench.digests import digest_of_lines
from bench.protocol import Benchmark, Case, Digest, Of, Target
from bench.seats import FlatSets, exchange_of_bodies, fields_of_bodies, members_of_bodies
from bench.short_paths import Found, Question, by_networkx, by_products
from netmap.analyses.missing.apart import pairs_without_short_path
from netmap.analyses.missing.topics import MOST_ROWS
from netmap.analyses.overlaps.sets import Sets
from netmap.analyses.runs import starts_of
from netmap.analyses.ties import Ties

TITLE = "Missing links: much in common and no short path"
NEEDS_NEO4J = False


def _file(case: Case, name: str, municipalities: int) -> Path:
    return case.shared / f"missing-{name}-{case.municipalities(municipalities)}.npz"


def _prepare_topics(case: Case, *, municipalities: int) -> None:
    count = case.municipalities(municipalities)
    seats, topics = members_of_bodies(count), fields_of_bodies(count)
    bodies = len(seats.starts) - 1
    _write(
        _file(case, "topics", municipalities),
        Question(
            topics, seats.owners, seats.items + bodies, bodies + seats.universe, _most(bodies)
        ),
    )


def _prepare_members(case: Case, *, municipalities: int) -> None:
    count = case.municipalities(municipalities)
    seats, ties = members_of_bodies(count), exchange_of_bodies(count)
    bodies = len(seats.starts) - 1
    _write(
        _file(case, "members", municipalities),
        Question(seats, ties.owners, ties.items, bodies, _most(bodies)),
    )


def _most(bodies: int) -> int:
    """As many counterparts of each as the rule of shared topics goes through."""
    return max(1, MOST_ROWS // bodies)


def _write(file: Path, asked: Question) -> None:
    np.savez(
        file,
        starts=asked.alike.starts,
        items=asked.alike.items,
        universe=asked.alike.universe,
        source=asked.source,
        target=asked.target,
        actors=asked.actors,
        most=asked.most,
    )


def _read(file: Path) -> Question:
    with np.load(file) as arrays:
        return Question(
            FlatSets(arrays["starts"], arrays["items"], int(arrays["universe"])),
            arrays["source"],
            arrays["target"].astype(np.int32),
            int(arrays["actors"]),
            int(arrays["most"]),
        )


def _ours(case: Case, *, name: str, municipalities: int) -> Digest:
    asked = _read(_file(case, name, municipalities))
    without = np.zeros(asked.actors - len(asked.alike.sizes), dtype=np.int64)
    sizes = np.concatenate((asked.alike.sizes, without))
    alike = Sets(starts_of(sizes), asked.alike.items, asked.alike.universe)
    ties = Ties.from_pairs(asked.source, asked.target, actors=asked.actors)
    with case.timed():
        found = pairs_without_short_path(alike, ties, most=asked.most)
    pairs = zip(found.first.tolist(), found.second.tolist(), strict=True)
    return lambda: digest_of_lines(f"{a} {b}" for a, b in pairs)


def _theirs(
    case: Case, *, name: str, municipalities: int, find: Callable[[Question], Found]
) -> Digest:
    asked = _read(_file(case, name, municipalities))
    with case.timed():
        found = find(asked)
    return lambda: digest_of_lines(f"{a} {b}" for a, b in found)


def _benchmark(
    name: str, title: str, said: str, municipalities: int, prepare: Callable[..., None]
) -> Benchmark:
    theirs = partial(_theirs, name=name, municipalities=municipalities)
    targets = (Target("under 0.5 s", at_most=0.5, of=Of.SECONDS),) if municipalities > 53 else ()
    return Benchmark(
        name=f"{name}_{municipalities}",
        title=f"{title}, {municipalities} municipalities",
        method=f"{said} Each body is given the most similar others that are more than two ties "
        "away, so many that all together are some 100,000, as in `netmap missing`. Everybody gets "
        "flat arrays of items and ties; ours has the ties sorted by actor, as a Network holds "
        "them. scipy multiplies both matrices with their transposes, 256 rows at a time; networkx "
        "follows the ties two steps from each body. All find the same pairs.",
        ours=partial(_ours, name=name, municipalities=municipalities),
        peers={
            "two blocked sparse products (scipy)": partial(theirs, find=by_products),
            "networkx": partial(theirs, find=by_networkx),
        },
        targets=targets,
        prepare=partial(prepare, municipalities=municipalities),
    )


_TOPICS = (
    "Bodies with one to three of 40 topics each, tied to the persons who sit in them: who sits in "
    "two bodies is a path between them."
)
_MEMBERS = (
    "Bodies that share members, tied by exchange with two others each on average: whoever "
    "exchanges with the same third is not far."
)

BENCHMARKS = (
    _benchmark("topics", "Shared topics", _TOPICS, 53, _prepare_topics),
    _benchmark("topics", "Shared topics", _TOPICS, 400, _prepare_topics),
    _benchmark("members", "Shared members", _MEMBERS, 400, _prepare_members),
)
