"""What a candidate names, by number, and how much of it each body has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.overlaps.candidate.inverted import InvertedPart
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.network import Index

PARTS = (OverlapBy.MEMBERS, OverlapBy.ORGANIZATIONS, OverlapBy.TOPICS)
"""What candidates are compared by, in the order of rows of `Shared`."""


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """What a candidate has of each part, by number."""

    sets: Mapping[OverlapBy, frozenset[int]]

    @classmethod
    def of(
        cls, members: Collection[int], organizations: Collection[int], topics: Collection[int]
    ) -> Held:
        """What it has: actors, organisations and topics."""
        sets = (members, organizations, topics)
        return cls({part: frozenset(each) for part, each in zip(PARTS, sets, strict=True)})

    def numbers(self, part: OverlapBy) -> Index:
        """The same as an array, ascending."""
        return np.array(sorted(self.sets[part]), dtype=np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """How much bodies share with a candidate; all but ``bodies`` have shape (3 parts, |bodies|).

    Attributes:
        bodies: Numbers of the bodies that share something of any part, ascending.
        counts: Items that both have.
        share: ``counts`` as a share of the candidate's; 0 where it has none.
        jaccard: ``counts`` as a share of all items of either; 0 where neither has any.
    """

    bodies: Index
    counts: NDArray[np.int32]
    share: NDArray[np.float64]
    jaccard: NDArray[np.float64]

    @classmethod
    def of(
        cls, held: Held, parts: Mapping[OverlapBy, InvertedPart], among: NDArray[np.bool_]
    ) -> Shared:
        """Counted by the index of each part, for bodies ``among`` which there may be some."""
        every = [parts[part].shared(held.numbers(part)) for part in PARTS]
        found = among & (every[0] > 0)
        for counts in every[1:]:
            found |= among & (counts > 0)
        bodies = np.flatnonzero(found).astype(np.int32)
        shared = np.stack([counts[bodies] for counts in every])
        sizes = np.array([[max(len(held.sets[part]), 1)] for part in PARTS])
        united = sizes + np.stack([parts[part].sizes[bodies] for part in PARTS]) - shared
        return cls(bodies, shared, shared / sizes, shared / np.maximum(united, 1))


def largest(values: NDArray[np.float64], most: int) -> NDArray[np.intp]:
    """Places of the largest values, ascending, and of all that equal the smallest of these.

    >>> largest(np.array([0.5, 1.0, 0.5, 0.2]), 2).tolist()
    [0, 1, 2]
    """
    if len(values) <= most:
        return np.arange(len(values))
    least = np.partition(values, len(values) - most)[len(values) - most]
    return np.flatnonzero(values >= least)


def first_largest(values: NDArray[np.int64], most: int) -> NDArray[np.intp]:
    """Places of the largest values, largest first; of equal ones the first.

    >>> first_largest(np.array([1, 3, 1, 2, 1]), 3).tolist()
    [1, 3, 0]
    """
    chosen = np.arange(len(values))
    if len(values) > most:
        least = np.partition(values, len(values) - most)[len(values) - most]
        above = np.flatnonzero(values > least)
        equal = np.flatnonzero(values == least)[: most - len(above)]
        chosen = np.sort(np.concatenate((above, equal)))
    return chosen[np.argsort(-values[chosen], kind="stable")]
