"""All pairs of bodies with many common members, exactly, up to a whole country."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import numpy as np

from bench.compiled_join import compiled
from bench.digests import digest_of_arrays
from bench.protocol import Benchmark, Case, Contender, Digest, Of, Target
from bench.seats import FlatSets, members_of_bodies
from bench.set_joins import (
    Found,
    Join,
    Threshold,
    blocked_product,
    duckdb_join,
    igraph_projection,
    networkx_pairs,
    polars_join,
    set_similarity_search,
    top_n_product,
)
from netmap.analyses.overlaps.set_join import similar_pairs
from netmap.analyses.overlaps.sets import Sets

TITLE = "Overlap: all pairs of bodies with many common members"
NEEDS_NEO4J = False

_JACCARD = Threshold(jaccard=0.5, containment=0.0)
_CONTAINMENT = Threshold(jaccard=0.0, containment=0.8)
_ARGSORT = "np.argsort(person_ids, kind='stable')"
_TOP_N, _BLOCKED = "sparse_dot_topn", "blocked sparse product (scipy)"


def _file(case: Case, municipalities: int) -> Path:
    return case.shared / f"members-{case.municipalities(municipalities)}.npz"


def _prepare(case: Case, *, municipalities: int) -> None:
    file = _file(case, municipalities)
    if not file.exists():
        members_of_bodies(case.municipalities(municipalities)).write(file)


def _ours(case: Case, municipalities: int, threshold: Threshold) -> Digest:
    return _peer(case, municipalities, threshold, join=_prefix_join)


def _prefix_join(sets: FlatSets, threshold: Threshold) -> Found:
    return similar_pairs(
        Sets(sets.starts, sets.items, sets.universe),
        min_jaccard=threshold.jaccard,
        min_containment=threshold.containment,
    )


def _peer(case: Case, municipalities: int, threshold: Threshold, *, join: Join) -> Digest:
    sets = FlatSets.read(_file(case, municipalities))
    # Whatever it imports is not its work.
    join(FlatSets(np.array([0, 2, 4]), np.array([0, 1, 0, 1], np.int32), 2), threshold)
    with case.timed():
        found = join(sets, threshold)
    return lambda: _told(found)


def _compiled(case: Case, municipalities: int, threshold: Threshold) -> Digest:
    return _peer(case, municipalities, threshold, join=compiled())


def _argsort(case: Case, *, municipalities: int) -> Digest:
    sets = FlatSets.read(_file(case, municipalities))
    with case.timed():
        np.argsort(sets.items, kind="stable")
    return str


def _told(found: Found) -> str:
    first, second, shared = found
    order = np.lexsort((second, first))
    return digest_of_arrays(first[order], second[order], shared[order])


def _benchmark(
    municipalities: int,
    seats: str,
    threshold: Threshold,
    *,
    left_out: str,
    joins: Mapping[str, Join],
) -> Benchmark:
    by_jaccard = threshold is _JACCARD

    def at_this_size(run: Callable[..., Digest]) -> Contender:
        return lambda case: run(case, municipalities, threshold)

    peers = {name: at_this_size(partial(_peer, join=join)) for name, join in joins.items()}
    measure = "a Jaccard index of at least 0.5" if by_jaccard else "a containment of at least 0.8"
    targets: tuple[Target, ...] = ()
    if municipalities == _COUNTRY:
        targets = (
            Target("at most 2.5 times `np.argsort`", at_most=2.5, peers=(_ARGSORT,)),
            Target("at most 350 MB", at_most=350e6, of=Of.PEAK_BYTES),
            Target(
                "at least 4 times as fast as sparse_dot_topn and blocked products",
                at_most=1 / 4,
                peers=(_TOP_N, _BLOCKED),
            ),
        )
    return Benchmark(
        name=f"{'jaccard' if by_jaccard else 'containment'}_{municipalities}",
        title=f"{'Jaccard' if by_jaccard else 'Containment'}, "
        f"{municipalities:,} {'municipality' if municipalities == 1 else 'municipalities'}",
        method=f"All pairs of bodies with {measure} among {seats} seats. Everybody gets the same "
        "two flat arrays of int32 and int64 in memory, and gives the pairs with the number of "
        "common members; the first round checks that these are the same, to the last pair. "
        "Libraries are imported, and the numba loop is compiled, before the clock starts. "
        f"{left_out}The yardstick only sorts the person ids.".strip(),
        ours=at_this_size(_ours),
        peers={**peers, "numba, a counter for each partner": at_this_size(_compiled)},
        yardsticks={_ARGSORT: partial(_argsort, municipalities=municipalities)},
        targets=targets,
        prepare=partial(_prepare, municipalities=municipalities),
    )


_COUNTRY = 4_000
_FOR_A_COUNTRY: dict[str, Join] = {
    _TOP_N: top_n_product,
    _BLOCKED: blocked_product,
    "duckdb": duckdb_join,
    "polars": polars_join,
}
_FOR_A_LAND: dict[str, Join] = {**_FOR_A_COUNTRY, "igraph, projection": igraph_projection}
_FOR_A_STATE: dict[str, Join] = {**_FOR_A_LAND, "networkx, projection": networkx_pairs}
_BY_JACCARD: dict[str, Join] = {"SetSimilaritySearch": set_similarity_search}
_NO_CONTAINMENT = "SetSimilaritySearch knows no containment. "
_NO_IGRAPH = "igraph's projection of as many needs 18 GB, and networkx hours. "
_NO_NETWORKX = "networkx' projection of as many needs minutes. "

BENCHMARKS = (
    _benchmark(1, "1,200", _JACCARD, left_out="", joins=_FOR_A_STATE | _BY_JACCARD),
    _benchmark(53, "63,000", _JACCARD, left_out="", joins=_FOR_A_STATE | _BY_JACCARD),
    _benchmark(400, "480,000", _JACCARD, left_out=_NO_NETWORKX, joins=_FOR_A_LAND | _BY_JACCARD),
    _benchmark(
        _COUNTRY, "4.8 million", _JACCARD, left_out=_NO_IGRAPH, joins=_FOR_A_COUNTRY | _BY_JACCARD
    ),
    _benchmark(53, "63,000", _CONTAINMENT, left_out=_NO_CONTAINMENT, joins=_FOR_A_STATE),
    _benchmark(
        _COUNTRY,
        "4.8 million",
        _CONTAINMENT,
        left_out=_NO_IGRAPH + _NO_CONTAINMENT,
        joins=_FOR_A_COUNTRY,
    ),
)
