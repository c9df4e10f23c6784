"""Shortest ways between many pairs of actors at once."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.graph.cuts import components
from netmap.analyses.runs import positions
from netmap.analyses.ties import Ties
from netmap.network import ABSENT, Index

_SOURCES_AT_ONCE = 64
_ONE = np.uint64(1)

Reached = NDArray[np.uint64]
"""For each actor the sources that reach it, one bit each."""


def shortest_paths(ties: Ties, sources: Index, targets: Index) -> list[tuple[int, ...]]:
    """The actors on a shortest way from each source to the target beside it, both included.

    Breadth first from 64 sources together, a bit for each [1]_; the same ways as those of
    `netmap.analyses.paths.shortest_path`: of equally near steps the lowest index.

    Args:
        ties: |A| actors, |T| ties.
        sources: Where each way starts, shape (pairs,); a source may stand there often.
        targets: Where it ends, likewise.

    Returns:
        A way for each pair, in their order; empty where there is none.

    Cost: O((|A| + |T|) · diameter) for each 64 different sources.

    >>> ties = Ties.from_pairs(np.array([0, 1], np.int32), np.array([1, 2], np.int32), actors=4)
    >>> shortest_paths(ties, np.array([2, 0, 1], np.int32), np.array([0, 3, 1], np.int32))
    [(2, 1, 0), (), (1,)]

    .. [1] M. Then, M. Kaufmann, F. Chirigati, T.-A. Hoang-Vu, K. Pham, A. Kemper, T. Neumann,
       H. T. Vo (2014), "The More the Merrier: Efficient Multi-Source Graph Traversal",
       Proceedings of the VLDB Endowment 8(4), 449-460, doi:10.14778/2735496.2735507
    """
    ways: list[tuple[int, ...]] = [()] * len(sources)
    # Between parts that hang together there is no way; who looked for one would look everywhere.
    part = components(ties)
    joined = np.flatnonzero(part[sources] == part[targets])
    different, place = np.unique(sources[joined], return_inverse=True)
    order = np.argsort(place, kind="stable")
    for low in range(0, len(different), _SOURCES_AT_ONCE):
        first, last = np.searchsorted(place[order], [low, low + _SOURCES_AT_ONCE])
        chosen = order[first:last]
        rows = joined[chosen]
        starts = different[low : low + _SOURCES_AT_ONCE]
        bit = _ONE << (place[chosen] - low).astype(np.uint64)
        steps = _spread(ties, starts, bit, targets[rows])
        found = _walk_back(ties, steps, bit, targets[rows])
        for row, way in zip(rows.tolist(), found, strict=True):
            ways[row] = way
    return ways


def _spread(ties: Ties, starts: Index, bit: Reached, targets: Index) -> list[Reached]:
    """Who is reached first after 0, 1, 2 … steps, until every target is by its source."""
    new = np.zeros(ties.actors, dtype=np.uint64)
    new[starts] = _ONE << np.arange(len(starts), dtype=np.uint64)
    seen = new.copy()
    tied = np.flatnonzero(ties.degrees)
    begins = ties.starts[tied]
    steps = []
    while new.any():
        steps.append(new)
        if (seen[targets] & bit).all():
            break
        heard = np.zeros_like(new)
        if len(tied):
            heard[tied] = np.bitwise_or.reduceat(new[ties.neighbours], begins)
        new = heard & ~seen
        seen |= new
    return steps


def _walk_back(
    ties: Ties, steps: list[Reached], bit: Reached, targets: Index
) -> list[tuple[int, ...]]:
    """From each target step by step to its source, over the lowest neighbours on the way."""
    distance = np.full(len(targets), ABSENT)
    for count, reached in enumerate(steps):
        distance[(reached[targets] & bit) != 0] = count
    longest = int(distance.max(initial=ABSENT))
    ways = np.full((len(targets), longest + 1), ABSENT, dtype=np.int32)
    there = np.flatnonzero(distance >= 0)
    ways[there, distance[there]] = targets[there]
    for count in range(longest, 0, -1):
        walking = np.flatnonzero(distance >= count)
        at = ways[walking, count]
        lengths = ties.degrees[at].astype(np.int64)
        beside = ties.neighbours[positions(ties.starts[at], lengths)]
        row = np.repeat(np.arange(len(walking)), lengths)
        nearer = (steps[count - 1][beside] & bit[walking][row]) != 0
        # Neighbours ascend, so the first that is nearer is the lowest.
        _, first = np.unique(row[nearer], return_index=True)
        ways[walking, count - 1] = beside[nearer][first]
    return [
        cast("tuple[int, ...]", tuple(way[: steps_to + 1]))
        for way, steps_to in zip(ways.tolist(), distance.tolist(), strict=True)
    ]
