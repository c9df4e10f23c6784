"""Sets with their items in the order of rarity, and what bounds can be read from that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from netmap.analyses.overlaps.products import incidence
from netmap.analyses.overlaps.sets import ITEM, ITEM_BITS, Sets
from netmap.analyses.runs import Counts, positions, spans, starts_of
from netmap.network import Index

SLACK = 1e-9
"""Bounds may let in a pair too many, never one too few: quotients are rounded, sizes below 4e6."""

_ITEMS_A_BLOCK = 1 << 18
_LARGEST_16_BIT = 2**16 - 1


@dataclass(frozen=True, slots=True)
class Ordered:
    """Sets whose items stand in the order of their rarity, those of one set alone left out.

    Attributes:
        sizes: Items of each set, those left out included.
        starts: Where each set begins in ``keys``, and where the last one ends.
        keys: Number of the set and rank of the item in one number, ascending.
        signatures: A bit for each item, of 64.
        universe: Number of ranks.
    """

    sizes: Index
    starts: Counts
    keys: NDArray[np.int64]
    signatures: NDArray[np.uint64]
    universe: int

    @classmethod
    def of(cls, sets: Sets) -> Ordered:
        """Sets in this order; in blocks, so that nothing as large as all of it is held twice."""
        ranks, universe = _ranks(np.bincount(sets.items, minlength=sets.universe))
        sizes = sets.sizes
        kept = sizes.astype(np.int64)
        signatures = np.zeros(len(sizes), dtype=np.uint64)
        parts: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
        for low, high in spans(sets.starts, _ITEMS_A_BLOCK):
            begin = int(sets.starts[low])
            found = ranks[sets.items[begin : sets.starts[high]]]
            keys = np.repeat(np.arange(low, high, dtype=np.int64) << ITEM_BITS, sizes[low:high])
            keys |= found
            alone = np.flatnonzero(found < 0)
            if len(alone):
                owners = np.searchsorted(sets.starts[low : high + 1], alone + begin, side="right")
                kept[low:high] -= np.bincount(owners - 1, minlength=high - low)
                keys = keys[found >= 0]
            keys.sort()
            signatures[low:high] = _signatures(keys, kept[low:high])
            parts.append(keys)
        return cls(sizes, starts_of(kept), np.concatenate(parts), signatures, universe)

    @property
    def kept(self) -> Counts:
        """Items of each set that others have as well."""
        return np.diff(self.starts)

    def prefixes(self, shared: NDArray[np.float64]) -> csr_array:
        """Sets × items: of each set so many rare items that one of ``shared`` is among them."""
        return self._first(0, self._lengths(shared))

    def prefixes_by_block(
        self, shared: NDArray[np.float64], wanted: NDArray[np.bool_]
    ) -> Iterator[tuple[int, csr_array]]:
        """The same of some sets at a time, and only the items that are wanted.

        Yields:
            Number of the first set, and the rows.
        """
        lengths = self._lengths(shared)
        for low, high in spans(starts_of(lengths), _ITEMS_A_BLOCK):
            rows = self._first(low, lengths[low:high])
            kept = wanted[rows.indices]
            starts = starts_of(kept)[rows.indptr]
            yield low, incidence(rows.indices[kept], starts, self.universe, rows.dtype)

    def _lengths(self, shared: NDArray[np.float64]) -> Counts:
        needed = np.maximum(np.ceil(shared - SLACK), 1).astype(np.int64)
        alone = self.sizes - self.kept
        return np.clip(self.sizes - needed + 1 - alone, 0, self.kept)

    def _first(self, low: int, lengths: Counts) -> csr_array:
        """So many items of the sets from one on."""
        begins = self.starts[low : low + len(lengths)]
        items = (self.keys[positions(begins, lengths)] & ITEM).astype(np.int32)
        return incidence(items, starts_of(lengths), self.universe, np.dtype(np.bool_))

    def shared(self, some: Index, others: Index, work: int) -> Index:
        """How many items each of ``some`` sets shares with the one at its place in ``others``."""
        counts = np.zeros(len(some), dtype=np.int32)
        lengths = self.kept[some]
        for low, high in spans(starts_of(lengths), work):
            length = lengths[low:high]
            pair = np.repeat(np.arange(high - low), length)
            items = self.keys[positions(self.starts[some[low:high]], length)] & ITEM
            wanted = (others[low:high].astype(np.int64)[pair] << ITEM_BITS) | items
            places = np.searchsorted(self.keys, wanted)
            found = places < len(self.keys)
            found[found] = self.keys[places[found]] == wanted[found]
            counts[low:high] = np.bincount(pair[found], minlength=high - low)
        return counts


def _ranks(often: NDArray[np.intp]) -> tuple[Index, int]:
    """Rank of each item by rarity, -1 for one of a single set or none; and the number of ranks."""
    common = np.flatnonzero(often > 1)
    times = often[common]
    if len(times) and times.max() <= _LARGEST_16_BIT:
        times = times.astype(np.uint16)  # sorted by radix, several times as fast
    ranks = np.full(len(often), -1, dtype=np.int32)
    ranks[common[np.argsort(times, kind="stable")]] = np.arange(len(common), dtype=np.int32)
    return ranks, len(common)


def _signatures(keys: NDArray[np.int64], kept: Counts) -> NDArray[np.uint64]:
    """For each set a word with a bit for every item; ``kept`` says how many items it has."""
    words = np.zeros(len(kept), dtype=np.uint64)
    filled = np.flatnonzero(kept)
    if len(filled):
        # Multiplied by the golden ratio, neighbouring ranks fall on unlike bits (Knuth 6.4).
        mixed = (keys & ITEM).astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        bits = np.uint64(1) << (mixed >> np.uint64(58))
        words[filled] = np.bitwise_or.reduceat(bits, starts_of(kept)[:-1][filled])
    return words
