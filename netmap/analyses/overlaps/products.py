"""Sparse products of sets with sets, in blocks of bounded work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from netmap.analyses.runs import Counts, spans
from netmap.network import Index


def incidence(items: Index, starts: Counts, universe: int, values: np.dtype[Any]) -> csr_array:
    """Sets × items, one where a set has the item."""
    # Given wide starts, scipy would widen the items as well.
    narrow = starts.astype(np.int32) if starts[-1] < np.iinfo(np.int32).max else starts
    ones = np.ones(len(items), dtype=values)
    return csr_array((ones, items, narrow), shape=(len(starts) - 1, universe))


def blocks(left: csr_array, right: csr_array, work: int) -> Iterator[tuple[int, csr_array]]:
    """First row and rows of ``left @ right.T``, as many at once as ``work`` allows."""
    yield from blocks_of_turned(left, csr_array(right.T), work)


def blocks_of_turned(
    left: csr_array, turned: csr_array, work: int
) -> Iterator[tuple[int, csr_array]]:
    """First row and rows of ``left @ turned``, as many at once as ``work`` allows."""
    steps = np.diff(turned.indptr)[left.indices]
    so_far = np.concatenate(([0], np.cumsum(steps, dtype=np.int64)))[left.indptr]
    for low, high in spans(so_far, work):
        yield low, left[low:high] @ turned
