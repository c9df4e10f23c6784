"""How far actors are from each other, and over whom the shortest way leads."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from netmap.analyses.runs import positions
from netmap.analyses.ties import Ties
from netmap.network import ABSENT, Index


def distances(
    ties: Ties, sources: Iterable[int], *, most: int | None = None
) -> tuple[Index, Index]:
    """Steps from the nearest of some actors to every actor, and the step before the last.

    Breadth first, all actors of one distance at once. Of equally near actors the one with the
    lowest index is the step before.

    Args:
        ties: |A| actors, |T| ties.
        sources: Where to start; at 0 steps.
        most: Farther actors are left alone; no bound where ``None``.

    Returns:
        Steps, and the neighbour on the way to the source: two arrays of shape (|A|,), `ABSENT`
        where there is no way (and at the sources, which need none).

    Cost: O(|A| + |T|).

    >>> ties = Ties.from_pairs(np.array([0, 1], np.int32), np.array([1, 2], np.int32), actors=4)
    >>> steps, before = distances(ties, [0])
    >>> steps.tolist(), before.tolist()
    ([0, 1, 2, -1], [-1, 0, 1, -1])
    """
    steps = np.full(ties.actors, ABSENT, dtype=np.int32)
    before = np.full(ties.actors, ABSENT, dtype=np.int32)
    reached = np.unique(np.fromiter(sources, dtype=np.int32))
    steps[reached] = 0
    distance = 0
    while len(reached) and (most is None or distance < most):
        distance += 1
        lengths = ties.starts[reached + 1] - ties.starts[reached]
        found = ties.neighbours[positions(ties.starts[reached], lengths)]
        origins = np.repeat(reached, lengths)
        new = steps[found] == ABSENT
        # The reached ascend, so the first mention of an actor comes from its lowest neighbour.
        reached, first = np.unique(found[new], return_index=True)
        steps[reached] = distance
        before[reached] = origins[new][first]
    return steps, before


def way(before: Index, actor: int) -> tuple[int, ...]:
    """The actors on the way from a source to ``actor``, both included.

    >>> way(np.array([-1, 0, 1], np.int32), 2)
    (0, 1, 2)
    """
    found = [actor]
    while (step := int(before[found[-1]])) != ABSENT:
        found.append(step)
    return tuple(reversed(found))


def shortest_path(ties: Ties, source: int, target: int) -> tuple[int, ...]:
    """The actors on a shortest way between two, both included; empty where there is none.

    >>> ties = Ties.from_pairs(np.array([0, 1], np.int32), np.array([1, 2], np.int32), actors=4)
    >>> shortest_path(ties, 2, 0), shortest_path(ties, 0, 3)
    ((2, 1, 0), ())
    """
    steps, before = distances(ties, [source])
    return way(before, target) if steps[target] != ABSENT else ()
