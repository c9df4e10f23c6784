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


def products(left: csr_array, right: csr_array, work: int) -> Iterator[tuple[Index, Index]]:
    """Row and column of every entry of ``left @ right.T``."""
    for low, product in blocks(left, right, work):
        rows = np.arange(low, low + product.shape[0], dtype=np.int32)
        yield np.repeat(rows, np.diff(product.indptr)), product.indices.astype(np.int32, copy=False)


def blocks(left: csr_array, right: csr_array, work: int) -> Iterator[tuple[int, csr_array]]:
    """First row and rows of ``left @ right.T``, as many at once as ``work`` allows."""
    turned = csr_array(right.T)
    steps = np.diff(turned.indptr)[left.indices]
    so_far = np.concatenate(([0], np.cumsum(steps, dtype=np.int64)))[left.indptr]
    for low, high in spans(so_far, work):
        yield low, left[low:high] @ turned
