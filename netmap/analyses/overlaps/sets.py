"""Sets of items by number, as one flat array: what overlaps are counted from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netmap.analyses.runs import Counts, distinct, starts_of
from netmap.network import Index, Links

ITEM_BITS = np.int64(32)
"""A set and an item stand in one number, the item in its lower bits."""
ITEM = np.int64((1 << 32) - 1)
"""The bits of the item."""


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
        keys = (links.target.astype(np.int64) << ITEM_BITS) | links.source
        keys = distinct(keys)
        starts = starts_of(np.bincount(keys >> ITEM_BITS, minlength=sets))
        return cls(starts, (keys & ITEM).astype(np.int32), universe)

    @property
    def sizes(self) -> Index:
        """Number of items of each set."""
        return np.diff(self.starts).astype(np.int32)

    def of(self, number: int) -> Index:
        """The items of one set."""
        return self.items[self.starts[number] : self.starts[number + 1]]
