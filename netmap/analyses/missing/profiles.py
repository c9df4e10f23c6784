"""Actors with the same items as one profile, and which profiles are alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from netmap.analyses.overlaps.products import blocks, incidence
from netmap.analyses.overlaps.set_join import similar_pairs
from netmap.analyses.overlaps.sets import ITEM, ITEM_BITS, Sets
from netmap.analyses.runs import Counts, positions, starts_of
from netmap.network import Index


@dataclass(frozen=True, slots=True)
class Likes:
    """The profiles that are like each of some, itself among them, the most similar first.

    Attributes:
        low: Number of the first profile whose likes these are.
        starts: Where the likes of each profile begin, and where the last ones end.
        others: Number of each profile that is alike.
        shared: How many items both have.
    """

    low: int
    starts: Counts
    others: Index
    shared: Index

    @property
    def rows(self) -> int:
        """How many profiles have their likes here."""
        return len(self.starts) - 1


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

    def likes(self, min_jaccard: float, work: int) -> Iterator[Likes]:
        """The likes of all profiles, some at a time, of at least a Jaccard index.

        With a threshold by prefixes and all at once; without one by a sparse product in blocks.
        """
        count = len(self.starts) - 1
        if not count:
            return
        if min_jaccard > 0:
            first, second, shared = similar_pairs(self.sets, min_jaccard=min_jaccard, work=work)
            itself = np.arange(count, dtype=np.int32)
            rows = np.concatenate((first, second, itself))
            others = np.concatenate((second, first, itself))
            yield self._ordered(
                0, count, rows, others, np.concatenate((shared, shared, self.sets.sizes))
            )
            return
        held = incidence(self.sets.items, self.sets.starts, self.sets.universe, np.dtype(np.int32))
        for low, product in blocks(held, held, work):
            rows = np.repeat(np.arange(product.shape[0]), np.diff(product.indptr))
            yield self._ordered(low, product.shape[0], rows, product.indices, product.data)

    def _ordered(self, low: int, count: int, rows: Index, others: Index, shared: Index) -> Likes:
        sizes = self.sets.sizes
        jaccard = shared / (sizes[rows + low] + sizes[others] - shared)
        order = np.lexsort((others, -jaccard, rows))
        starts = starts_of(np.bincount(rows, minlength=count))
        return Likes(low, starts, others[order].astype(np.int32), shared[order].astype(np.int32))
