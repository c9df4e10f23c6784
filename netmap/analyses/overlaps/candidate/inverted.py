"""An inverted index: which bodies have an item, beside which items a body has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from netmap.analyses.overlaps.candidate.answer import SharedPart
from netmap.analyses.overlaps.parts import Holdings
from netmap.analyses.overlaps.sets import Sets
from netmap.analyses.runs import positions
from netmap.network import Index, Links


def turned(sets: Sets) -> Sets:
    """For each item the numbers of the sets that have it.

    >>> sets = Sets(np.array([0, 2, 3]), np.array([0, 1, 1], np.int32), universe=3)
    >>> found = turned(sets)
    >>> [found.of(item).tolist() for item in range(3)]
    [[0], [0, 1], []]
    """
    owners = np.repeat(np.arange(len(sets.sizes), dtype=np.int32), sets.sizes)
    links = Links(source=owners, target=sets.items)
    return Sets.from_links(links, sets=sets.universe, universe=len(sets.sizes))


def gathered(sets: Sets, numbers: Index) -> Index:
    """The items of several sets, one set after another.

    >>> sets = Sets(np.array([0, 2, 3]), np.array([0, 1, 1], np.int32), universe=3)
    >>> gathered(sets, np.array([1, 0], np.int32)).tolist()
    [1, 0, 1]
    """
    begins = sets.starts[numbers]
    return sets.items[positions(begins, sets.starts[numbers + 1] - begins)]


@dataclass(frozen=True, slots=True, eq=False)
class InvertedPart:
    """One part of what bodies have, to be asked for what they share with a further set.

    Attributes:
        of_bodies: The items of each body, ascending.
        bodies_of: The bodies that have each item, ascending.
        sizes: Number of items of each body.
    """

    of_bodies: Sets
    bodies_of: Sets
    sizes: Index
    ids: Sequence[str]
    names: Sequence[str]

    @classmethod
    def of(cls, held: Holdings) -> InvertedPart:
        """The index of one part."""
        return cls(held.sets, turned(held.sets), held.sets.sizes, held.ids, held.names)

    def shared(self, items: Index) -> Index:
        """How many of some items, each named once, every body has.

        Cost: O(|bodies| + seats of the items).
        """
        counts = np.bincount(gathered(self.bodies_of, items), minlength=len(self.sizes))
        return cast(Index, counts.astype(np.int32))

    def row(self, body: int, items: frozenset[int]) -> SharedPart:
        """What one body shares with some items."""
        shared = [each for each in self.of_bodies.of(body).tolist() if each in items]
        count, size, other = len(shared), len(items), int(self.sizes[body])
        containment = (count / size if size else 0.0, count / other if other else 0.0)
        return SharedPart(
            sizes=(size, other),
            shared=count,
            shared_ids=tuple(self.ids[each] for each in shared),
            shared_names=tuple(self.names[each] for each in shared),
            jaccard=count / (size + other - count) if count else 0.0,
            overlap_coefficient=max(containment),
            containment=containment,
        )
