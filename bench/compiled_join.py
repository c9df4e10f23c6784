"""A join of sets compiled by numba: counters for the partners of one set after another."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from bench.protocol import peer_library
from bench.seats import FlatSets
from bench.set_joins import Found, Join, Threshold


def compiled() -> Join:
    """The join, compiled before anybody looks at the clock."""
    numba = peer_library("numba")
    loop = numba.njit(_pairs)

    def join(sets: FlatSets, threshold: Threshold) -> Found:
        order = np.argsort(sets.items, kind="stable")
        often = np.bincount(sets.items, minlength=sets.universe)
        lists = np.concatenate(([0], np.cumsum(often)))
        return cast(Found, loop(sets.starts, sets.items, lists, sets.owners[order], *threshold))

    tiny = FlatSets(np.array([0, 1, 2]), np.array([0, 0], np.int32), 1)
    join(tiny, Threshold(0.5, 0.0))
    return join


def _pairs(  # noqa: PLR0917 - numba's loops take no named arguments
    starts: NDArray[Any],
    items: NDArray[Any],
    lists: NDArray[Any],
    bodies: NDArray[Any],
    jaccard: float,
    containment: float,
) -> Found:
    count = len(starts) - 1
    shared = np.zeros(count, np.int32)
    touched = np.empty(count, np.int32)
    first, second, common = [np.int32(0)], [np.int32(0)], [np.int32(0)]
    for body in range(count):
        reached = 0
        for item in items[starts[body] : starts[body + 1]]:
            for other in bodies[lists[item] : lists[item + 1]]:
                if other >= body:
                    break
                if shared[other] == 0:
                    touched[reached] = other
                    reached += 1
                shared[other] += 1
        size = starts[body + 1] - starts[body]
        for other in touched[:reached]:
            both = shared[other]
            shared[other] = 0
            its_size = starts[other + 1] - starts[other]
            if jaccard > 0:
                good = both / (size + its_size - both) >= jaccard
            else:
                good = both / min(size, its_size) >= containment
            if good:
                first.append(np.int32(other))
                second.append(np.int32(body))
                common.append(both)
    return np.array(first)[1:], np.array(second)[1:], np.array(common)[1:]
