"""Runs of unequal lengths in flat arrays: where they begin, what they cover, how to divide them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]


def starts_of(lengths: NDArray[np.signedinteger] | NDArray[np.bool_]) -> Counts:
    """Where each of several runs begins when they stand one after another, and where they end.

    >>> starts_of(np.array([2, 0, 3])).tolist()
    [0, 2, 2, 5]
    """
    starts = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def positions(begins: Counts, lengths: Counts) -> Counts:
    """The places of runs that begin at ``begins``, one run after another.

    >>> positions(np.array([7, 1]), np.array([2, 3])).tolist()
    [7, 8, 1, 2, 3]
    """
    starts = starts_of(lengths)
    return np.arange(starts[-1]) + np.repeat(begins - starts[:-1], lengths)


def spans(starts: Counts, most: int) -> Iterator[tuple[int, int]]:
    """Ranges of runs that together are at most so long; a longer run is a range of its own.

    >>> list(spans(np.array([0, 2, 4, 9, 10]), most=4))
    [(0, 2), (2, 3), (3, 4)]
    """
    low, last = 0, len(starts) - 1
    while low < last:
        fitting = int(np.searchsorted(starts, starts[low] + most, side="right")) - 1
        high = min(max(low + 1, fitting), last)
        yield low, high
        low = high


def distinct(numbers: Counts) -> Counts:
    """The numbers that there are, ascending, each once.

    What `numpy.unique` does by a hash table, many times as slow where most are different.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    found = np.sort(numbers)
    first = np.ones(len(found), dtype=np.bool_)
    np.not_equal(found[1:], found[:-1], out=first[1:])
    return found[first]
