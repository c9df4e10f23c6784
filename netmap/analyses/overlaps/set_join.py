"""Which sets have many items in common: the exact join under overlaps, at the size of a country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

import numpy as np
from scipy.sparse import csr_array

from netmap.analyses.overlaps.ordered import SLACK, Ordered
from netmap.analyses.overlaps.products import blocks, blocks_of_turned, incidence
from netmap.analyses.overlaps.sets import Sets
from netmap.analyses.runs import Counts
from netmap.network import Index

WORK = 1 << 22
"""Steps of a sparse product, or items looked up, in one block: some 100 MB at the most."""


class Pairs(NamedTuple):
    """Pairs of sets by number, ``first`` < ``second``; three arrays of one length."""

    first: Index
    second: Index
    shared: Index


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
    parts = list(
        similar_pairs_by_block(
            sets, min_jaccard=min_jaccard, min_containment=min_containment, work=work
        )
    )
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
    ordered = Ordered.of(sets)
    sizes = ordered.sizes.astype(np.float64)
    # At least this many items are shared by a pair in which a set is the larger, or the smaller.
    of_larger = min_jaccard * sizes
    of_smaller = np.maximum(2 * min_jaccard / (1 + min_jaccard), min_containment) * sizes
    smaller = csr_array(ordered.prefixes(of_smaller).T)
    wanted = np.diff(smaller.indptr) > 0
    for first, larger in ordered.prefixes_by_block(of_larger, wanted):
        for low, product in blocks_of_turned(larger, smaller, work):
            numbers = np.arange(low, low + product.shape[0], dtype=np.int32) + np.int32(first)
            rows = np.repeat(numbers, np.diff(product.indptr))
            columns = product.indices.astype(np.int32, copy=False)
            sizes_of = ordered.sizes[rows], ordered.sizes[columns]
            keep = (sizes_of[1] < sizes_of[0]) | ((sizes_of[1] == sizes_of[0]) & (columns < rows))
            keep &= sizes_of[1] >= min_jaccard * sizes_of[0] - SLACK
            yield _verified(ordered, columns[keep], rows[keep], thresholds, work)


class _Thresholds(NamedTuple):
    min_jaccard: float
    min_containment: float


def _verified(
    sets: Ordered,
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
    keep = possible >= needed - SLACK
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


def _not_contradicted(sets: Ordered, some: Index, others: Index) -> Counts:
    """At most so many items do ``some`` share: a bit that the other lacks is an item it lacks."""
    lacking = np.bitwise_count(sets.signatures[some] & ~sets.signatures[others])
    return cast(Counts, sets.kept[some] - lacking)


def _all_pairs(sets: Sets, work: int) -> Iterator[Pairs]:
    """Every pair that shares an item; the product counts them by itself."""
    held = incidence(sets.items, sets.starts, sets.universe, np.dtype(np.int32))
    for low, product in blocks(held, held, work):
        rows = np.repeat(np.arange(low, low + product.shape[0]), np.diff(product.indptr))
        above = product.indices > rows
        yield Pairs(
            rows[above].astype(np.int32),
            product.indices[above].astype(np.int32),
            product.data[above],
        )
