"""Actors with the same items as one profile, and which profiles are alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.overlaps.products import blocks, incidence
from netmap.analyses.overlaps.set_join import similar_pairs
from netmap.analyses.overlaps.sets import ITEM, ITEM_BITS, Sets
from netmap.analyses.runs import Counts, positions, starts_of
from netmap.network import Index

_BITS = 63
"""Of a number with a sign."""
_IN_CACHE = 1 << 19
"""Steps of a product in a block: its lines, of which most are dropped, stay near the processor."""
_STEPS = 64
"""Into so many the similarities are put to find the highest without sorting them."""


@dataclass(frozen=True, slots=True)
class Likes:
    """The profiles that are like each of some, the most similar first.

    Attributes:
        of: Numbers of the profiles whose likes these are, ascending.
        starts: Where the likes of each profile begin, and where the last ones end.
        others: Number of each profile that is alike.
        shared: How many items both have.
    """

    of: Index
    starts: Counts
    others: Index
    shared: Index


@dataclass(frozen=True, slots=True)
class Pool:
    """All that some profiles have any item in common with, in no order.

    Attributes:
        of: Numbers of the profiles that are compared, ascending.
        rows: Which of these each line is of.
        others: Number of the other profile.
        shared: How many items both have.
        jaccard: Of how many that either has.
        widest: Items that either has, at most.
    """

    of: Index
    rows: Index
    others: Index
    shared: Index
    jaccard: NDArray[np.float64]
    widest: int

    def likes(self, chosen: NDArray[np.bool_] | None = None) -> Likes:
        """All lines, or the chosen ones, the most similar of each profile first."""
        lines = np.arange(len(self.rows)) if chosen is None else np.flatnonzero(chosen)
        rows, others = self.rows[lines], self.others[lines]
        order = nearest_first(rows, self.jaccard[lines], others, widest=self.widest)
        starts = starts_of(np.bincount(rows, minlength=len(self.of)))
        return Likes(self.of, starts, others[order], self.shared[lines[order]])

    def nearest(self, most: int, below: float) -> NDArray[np.bool_]:
        """Which lines are the most similar of each profile under a Jaccard index.

        Args:
            most: So many of each profile at least, if it has them. Not many more: those that are
                similar to within a step are all in, or all out.
            below: A Jaccard index; what reaches it is never in.

        Returns:
            Of each line whether it is in; no line that is out is as similar as one of the same
            profile that is in.
        """
        under = self.jaccard < below
        # Of similarities as small as these mostly are, roots lie further apart.
        step = (np.sqrt(self.jaccard) * _STEPS).astype(np.intp)
        step[~under] = 0
        per_step = np.bincount(
            self.rows * (_STEPS + 1) + step, minlength=len(self.of) * (_STEPS + 1)
        ).reshape(len(self.of), _STEPS + 1)
        so_near = per_step[:, ::-1].cumsum(axis=1)
        limit = _STEPS - np.minimum((so_near < most).sum(axis=1), _STEPS)
        under &= step >= limit[self.rows]
        return under


@dataclass(frozen=True, slots=True)
class Profiles:
    """Actors grouped by equal sets of items; those without any belong to none.

    Attributes:
        sets: The items of each profile, by number of items and then by items.
        starts: Where the actors of each profile begin, and where the last ones end.
        actors: The actors of one profile after those of another, ascending within each.
    """

    sets: Sets
    starts: Counts
    actors: Index

    @classmethod
    def of(cls, sets: Sets) -> Profiles:
        """The profiles of some sets, one an actor.

        >>> found = Profiles.of(Sets(np.array([0, 1, 3, 4]), np.array([1, 1, 0, 1], np.int32), 2))
        >>> found.sets.items.tolist(), found.starts.tolist(), found.actors.tolist()
        ([1, 0, 1], [0, 2, 3], [0, 2, 1])
        """
        sizes = sets.sizes.astype(np.int64)
        owners = np.repeat(np.arange(len(sizes)), sizes)
        items = np.sort(owners << ITEM_BITS | sets.items) & ITEM
        labels = np.zeros(len(sizes), dtype=np.int64)
        for place in range(int(sizes.max(initial=0))):
            having = np.flatnonzero(sizes > place)
            keys = labels[having] << ITEM_BITS | items[sets.starts[having] + place]
            labels[having] = np.unique(keys, return_inverse=True)[1]
        # Those that ended at the same place were told apart by the same labels.
        actors = np.flatnonzero(sizes)
        keys = sizes[actors] << ITEM_BITS | labels[actors]
        _, first, place_of, counts = np.unique(
            keys, return_index=True, return_inverse=True, return_counts=True
        )
        models = actors[first]
        chosen = items[positions(sets.starts[models], sizes[models])].astype(np.int32)
        return cls(
            Sets(starts_of(sizes[models]), chosen, sets.universe),
            starts_of(counts),
            actors[np.argsort(place_of, kind="stable")].astype(np.int32),
        )

    @property
    def sizes(self) -> Counts:
        """How many actors have each profile."""
        return np.diff(self.starts)

    def close(self, min_jaccard: float, work: int) -> Pool:
        """What all profiles have a Jaccard index of at least a bound above 0 with, by prefixes."""
        first, second, shared = similar_pairs(self.sets, min_jaccard=min_jaccard, work=work)
        every = np.arange(len(self.sizes), dtype=np.int32)
        rows = np.concatenate((first, second, every))
        others = np.concatenate((second, first, every))
        return self._pool(every, rows, others, np.concatenate((shared, shared, self.sets.sizes)))

    def all(self, of: Index, work: int) -> Iterator[Pool]:
        """What some profiles share anything with, some profiles at a time, by a sparse product."""
        held = incidence(self.sets.items, self.sets.starts, self.sets.universe, np.dtype(np.int32))
        for low, product in blocks(held[of], held, min(work, _IN_CACHE)):
            chosen = of[low : low + product.shape[0]]
            rows = np.repeat(np.arange(len(chosen), dtype=np.int32), np.diff(product.indptr))
            yield self._pool(chosen, rows, product.indices, product.data)

    def _pool(self, of: Index, rows: Index, others: Index, shared: Index) -> Pool:
        sizes = self.sets.sizes
        union = sizes[of][rows] + sizes[others] - shared
        narrow = others.astype(np.int32, copy=False), shared.astype(np.int32, copy=False)
        return Pool(of, rows, *narrow, shared / union, int(union.max(initial=0)))


def nearest_first(
    rows: Index, jaccard: NDArray[np.float64], others: Index, *, widest: int
) -> NDArray[np.intp]:
    """The order by row, then the highest Jaccard index, then the lowest other.

    Where all three fit into one number, that is sorted, many times as fast as three keys in turn.

    Args:
        rows: Row of each.
        jaccard: Quotients of whole numbers, in [0, 1].
        others: Each once in a row.
        widest: Number of items of the largest union: two quotients that differ do so by at least
            one part in its square, so that so many bits tell them apart.

    >>> row, other = np.array([1, 0, 0, 0], np.int32), np.array([4, 7, 5, 6], np.int32)
    >>> nearest_first(row, np.array([1, 1 / 3, 1 / 3, 0.5]), other, widest=6).tolist()
    [3, 2, 1, 0]
    """
    for_jaccard = 2 * widest.bit_length()
    for_others = int(others.max(initial=0)).bit_length()
    if int(rows.max(initial=0)).bit_length() + for_jaccard + for_others + 1 > _BITS:
        return np.lexsort((others, -jaccard, rows))
    scale = 1 << for_jaccard
    keys = rows.astype(np.int64) << for_jaccard + 1
    keys += scale - (jaccard * scale).astype(np.int64)
    return np.argsort(keys << for_others | others)
