"""Which sets have many items in common: the exact join under overlaps, at the size of a country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from netmap.analyses.runs import Counts, positions, spans, starts_of
from netmap.network import Index, Links

WORK = 1 << 22
"""Steps of a sparse product, or items looked up, in one block: some 100 MB at the most."""

_ITEMS_A_BLOCK = 1 << 20
_ITEM_BITS = np.int64(32)
_ITEM = np.int64((1 << 32) - 1)
# Bounds may let in a pair too many, never one too few: quotients are rounded, sizes are below 4e6.
_SLACK = 1e-9
_LARGEST_16_BIT = 2**16 - 1


class Pairs(NamedTuple):
    """Pairs of sets by number, ``first`` < ``second``; three arrays of one length."""

    first: Index
    second: Index
    shared: Index


@dataclass(frozen=True, slots=True)
class Sets:
    """Sets of items, both by number.

    Attributes:
        starts: Where each set begins in ``items``, and where the last one ends; ascending.
        items: The items of one set after those of another, each once in a set, in any order.
        universe: Number of items there are.
    """

    starts: Counts
    items: Index
    universe: int

    @classmethod
    def from_links(cls, links: Links, *, sets: int, universe: int) -> Sets:
        """The sources that each target is linked to; several links between two count once.

        >>> links = Links(np.array([2, 0, 2], np.int32), np.array([1, 1, 1], np.int32))
        >>> found = Sets.from_links(links, sets=2, universe=3)
        >>> found.starts.tolist(), found.items.tolist()
        ([0, 0, 2], [0, 2])
        """
        keys = (links.target.astype(np.int64) << _ITEM_BITS) | links.source
        keys = np.unique(keys)
        starts = starts_of(np.bincount(keys >> _ITEM_BITS, minlength=sets))
        return cls(starts, (keys & _ITEM).astype(np.int32), universe)

    @property
    def sizes(self) -> Index:
        """Number of items of each set."""
        return np.diff(self.starts).astype(np.int32)

    def of(self, number: int) -> Index:
        """The items of one set."""
        return self.items[self.starts[number] : self.starts[number + 1]]


def similar_pairs(
    sets: Sets, *, min_jaccard: float = 0.0, min_containment: float = 0.0, work: int = WORK
) -> Pairs:
    """Pairs of sets that share an item and reach both thresholds, exactly.

    See `similar_pairs_by_block` for how, and for what stays small where the pairs are too many.

    Returns:
        Each pair once, ascending by ``first``, then ``second``; the same whatever ``work`` is.

    >>> sets = Sets(np.array([0, 2, 4, 5]), np.array([0, 1, 1, 2, 2], np.int32), universe=3)
    >>> [each.tolist() for each in similar_pairs(sets)]
    [[0, 1], [1, 2], [1, 1]]
    >>> [each.tolist() for each in similar_pairs(sets, min_jaccard=0.5)]
    [[1], [2], [1]]
    """
    blocks = similar_pairs_by_block(
        sets, min_jaccard=min_jaccard, min_containment=min_containment, work=work
    )
    parts = list(blocks)
    if not parts:
        return Pairs(*(np.empty(0, dtype=np.int32) for _ in range(3)))
    first, second, shared = (np.concatenate(part) for part in zip(*parts, strict=True))
    order = np.lexsort((second, first))
    return Pairs(first[order], second[order], shared[order])


def similar_pairs_by_block(
    sets: Sets, *, min_jaccard: float = 0.0, min_containment: float = 0.0, work: int = WORK
) -> Iterator[Pairs]:
    """The same pairs in blocks of bounded work, in no order: memory does not grow with the pairs.

    Prefix filtering [1]_: with the items of every set ordered by rarity, two sets that share at
    least ``a`` items share one of the first ``|x| - a + 1`` of both. Only these prefixes are
    joined, by a sparse product. Of two sets whose Jaccard index reaches ``t`` the larger one
    shares at least ``t |x|`` items and the smaller one ``2t / (1 + t) |y|`` [2]_. Items of one set
    alone join nothing and are left out beforehand. What remains is cut by the sizes and by 64-bit
    signatures, then counted by binary search among the sorted (set, item) keys.

    Args:
        sets: What is compared; n sets, m memberships.
        min_jaccard: Least share of all items of two sets that both have, in [0, 1], inclusive.
        min_containment: Least share of the smaller set's items, in [0, 1], inclusive.
        work: Bound of the work of a block; never below that of one set.

    Cost: sorting the m memberships once, then the pairs of memberships in prefixes. Without a
    threshold that is all pairs of memberships of an item.

    .. [1] R. J. Bayardo, Y. Ma, R. Srikant (2007), "Scaling Up All Pairs Similarity Search",
       WWW '07, 131-140, doi:10.1145/1242572.1242591
    .. [2] C. Xiao, W. Wang, X. Lin, J. X. Yu (2008), "Efficient Similarity Joins for Near Duplicate
       Detection", WWW '08, 131-140, doi:10.1145/1367497.1367516
    """
    if min_jaccard <= 0 and min_containment <= 0:
        yield from _all_pairs(sets, work)
        return
    thresholds = _Thresholds(min_jaccard, min_containment)
    ordered = _Ordered.of(sets)
    sizes = ordered.sizes.astype(np.float64)
    # At least this many items are shared by a pair in which a set is the larger, or the smaller.
    of_larger = min_jaccard * sizes
    of_smaller = np.maximum(2 * min_jaccard / (1 + min_jaccard), min_containment) * sizes
    larger, smaller = ordered.prefixes(of_larger), ordered.prefixes(of_smaller)
    for rows, columns in _products(larger, smaller, work):
        sizes_of = ordered.sizes[rows], ordered.sizes[columns]
        keep = (sizes_of[1] < sizes_of[0]) | ((sizes_of[1] == sizes_of[0]) & (columns < rows))
        keep &= sizes_of[1] >= min_jaccard * sizes_of[0] - _SLACK
        rows, columns = rows[keep], columns[keep]  # noqa: PLW2901 - the block, filtered
        yield _verified(ordered, columns, rows, thresholds, work)


class _Thresholds(NamedTuple):
    min_jaccard: float
    min_containment: float


@dataclass(frozen=True, slots=True)
class _Ordered:
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
    def of(cls, sets: Sets) -> _Ordered:
        ranks, universe = _ranks(np.bincount(sets.items, minlength=sets.universe))
        sizes = sets.sizes
        kept = np.zeros(len(sizes), dtype=np.int64)
        signatures = np.zeros(len(sizes), dtype=np.uint64)
        parts: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
        for low, high in spans(sets.starts, _ITEMS_A_BLOCK):
            found = ranks[sets.items[sets.starts[low] : sets.starts[high]]]
            owners = np.repeat(np.arange(low, high, dtype=np.int64), sizes[low:high])
            common = found >= 0
            keys = (owners[common] << _ITEM_BITS) | found[common]
            keys.sort()
            kept[low:high] = np.bincount(owners[common] - low, minlength=high - low)
            signatures[low:high] = _signatures(keys, kept[low:high])
            parts.append(keys)
        return cls(sizes, starts_of(kept), np.concatenate(parts), signatures, universe)

    @property
    def kept(self) -> Counts:
        """Items of each set that others have as well."""
        return np.diff(self.starts)

    def prefixes(self, shared: NDArray[np.float64]) -> csr_array:
        """Sets × items: of each set so many rare items that one of ``shared`` is among them."""
        needed = np.maximum(np.ceil(shared - _SLACK), 1).astype(np.int64)
        alone = self.sizes - self.kept
        lengths = np.clip(self.sizes - needed + 1 - alone, 0, self.kept)
        starts = starts_of(lengths)
        items = (self.keys[positions(self.starts[:-1], lengths)] & _ITEM).astype(np.int32)
        return _incidence(items, starts, self.universe, np.dtype(np.bool_))

    def shared(self, some: Index, others: Index, work: int) -> Index:
        """How many items each of ``some`` sets shares with the one at its place in ``others``."""
        counts = np.zeros(len(some), dtype=np.int32)
        lengths = self.kept[some]
        for low, high in spans(starts_of(lengths), work):
            length = lengths[low:high]
            pair = np.repeat(np.arange(high - low), length)
            items = self.keys[positions(self.starts[some[low:high]], length)] & _ITEM
            wanted = (others[low:high].astype(np.int64)[pair] << _ITEM_BITS) | items
            places = np.searchsorted(self.keys, wanted)
            found = places < len(self.keys)
            found[found] = self.keys[places[found]] == wanted[found]
            counts[low:high] = np.bincount(pair[found], minlength=high - low)
        return counts


def _verified(
    sets: _Ordered,
    smaller: Index,
    larger: Index,
    thresholds: _Thresholds,
    work: int,
) -> Pairs:
    """Those of the candidates that reach both thresholds, counted item by item."""
    min_jaccard, min_containment = thresholds
    least, most = sets.sizes[smaller], sets.sizes[larger]
    needed = np.maximum(
        min_jaccard / (1 + min_jaccard) * (least.astype(np.float64) + most), min_containment * least
    )
    possible = np.minimum(
        _not_contradicted(sets, smaller, larger), _not_contradicted(sets, larger, smaller)
    )
    keep = possible >= needed - _SLACK
    smaller, larger, least, most = smaller[keep], larger[keep], least[keep], most[keep]
    shared = sets.shared(smaller, larger, work)
    # A quotient of two integers is the float nearest to the true value, and so is a threshold read
    # from its decimal digits. Rounding keeps order, so comparing the two floats loses no pair that
    # reaches the threshold exactly; comparing shared >= threshold * union would.
    keep = shared > 0
    keep &= shared / (least + most - shared) >= min_jaccard
    keep &= shared / np.maximum(least, 1) >= min_containment
    smaller, larger, shared = smaller[keep], larger[keep], shared[keep]
    return Pairs(np.minimum(smaller, larger), np.maximum(smaller, larger), shared)


def _not_contradicted(sets: _Ordered, some: Index, others: Index) -> Counts:
    """At most so many items do ``some`` share: a bit that the other lacks is an item it lacks."""
    lacking = np.bitwise_count(sets.signatures[some] & ~sets.signatures[others])
    return cast(Counts, sets.kept[some] - lacking)


def _all_pairs(sets: Sets, work: int) -> Iterator[Pairs]:
    """Every pair that shares an item; the product counts them by itself."""
    held = _incidence(sets.items, sets.starts, sets.universe, np.dtype(np.int32))
    for low, product in _blocks(held, held, work):
        rows = np.repeat(np.arange(low, low + product.shape[0]), np.diff(product.indptr))
        above = product.indices > rows
        yield Pairs(
            rows[above].astype(np.int32),
            product.indices[above].astype(np.int32),
            product.data[above],
        )


def _incidence(items: Index, starts: Counts, universe: int, values: np.dtype[Any]) -> csr_array:
    """Sets × items, one where a set has the item."""
    # Given wide starts, scipy would widen the items as well.
    narrow = starts.astype(np.int32) if starts[-1] < np.iinfo(np.int32).max else starts
    ones = np.ones(len(items), dtype=values)
    return csr_array((ones, items, narrow), shape=(len(starts) - 1, universe))


def _products(left: csr_array, right: csr_array, work: int) -> Iterator[tuple[Index, Index]]:
    """Row and column of every entry of ``left @ right.T``."""
    for low, product in _blocks(left, right, work):
        rows = np.arange(low, low + product.shape[0], dtype=np.int32)
        yield np.repeat(rows, np.diff(product.indptr)), product.indices.astype(np.int32, copy=False)


def _blocks(left: csr_array, right: csr_array, work: int) -> Iterator[tuple[int, csr_array]]:
    """First row and rows of ``left @ right.T``, as many at once as ``work`` allows."""
    turned = csr_array(right.T)
    steps = np.diff(turned.indptr)[left.indices]
    so_far = np.concatenate(([0], np.cumsum(steps, dtype=np.int64)))[left.indptr]
    for low, high in spans(so_far, work):
        yield low, left[low:high] @ turned


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
        mixed = (keys & _ITEM).astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        bits = np.uint64(1) << (mixed >> np.uint64(58))
        words[filled] = np.bitwise_or.reduceat(bits, starts_of(kept)[:-1][filled])
    return words
