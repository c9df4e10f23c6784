"""All parts of what two bodies have in common, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from netmap.analyses.hierarchy import ancestors
from netmap.analyses.overlaps.parts import Holdings, OverlapBy, holdings
from netmap.analyses.overlaps.seats import EVERY_SEAT, ORDINARY, Seats
from netmap.network import Network
from netmap.values import Part


class PartOverlap(Part):
    """What two bodies have in common of one part; a share is ``None`` where one has none recorded.

    That nothing is recorded is not that there is nothing: nobody knows then what they share.

    Attributes:
        sizes: How many each has at the date.
        shared: How many both have.
        shared_ids: Their ids, ascending; of words the form that makes spellings the same.
        shared_names: What to call each.
        jaccard: ``shared`` divided by the number that at least one of both has.
        overlap_coefficient: The larger containment.
        containment: ``shared`` as a share of the first body's and of the second's.
    """

    sizes: tuple[int, int]
    shared: int
    shared_ids: tuple[str, ...]
    shared_names: tuple[str, ...]
    jaccard: float | None
    overlap_coefficient: float | None
    containment: tuple[float, float] | None


@dataclass(frozen=True, eq=False)
class Compared:
    """The bodies of a network and what each has of every part; bodies by their place in it."""

    network: Network
    seats: Seats = EVERY_SEAT

    @cached_property
    def held(self) -> dict[OverlapBy, Holdings]:
        """What each body has, by part."""
        return {by: holdings(self.network, by, self.seats) for by in OverlapBy}

    @cached_property
    def _sets(self) -> dict[OverlapBy, list[frozenset[int]]]:
        return {by: _frozen(held) for by, held in self.held.items()}

    @cached_property
    def _ordinary(self) -> list[frozenset[int]]:
        """Members of each body who are expected at every meeting."""
        roles = ORDINARY if self.seats.roles is None else ORDINARY & self.seats.roles
        seats = self.seats.model_copy(update={"roles": roles})
        return _frozen(holdings(self.network, OverlapBy.MEMBERS, seats))

    @cached_property
    def _above(self) -> list[frozenset[int]]:
        return self.network.once(ancestors)

    @cached_property
    def _columns(self) -> dict[str, tuple[Any, ...]]:
        return {}

    def value(self, body: int, field: str) -> Any:
        """One field of a body."""
        if field not in self._columns:
            self._columns[field] = self.network.values(field)
        return self._columns[field][self.actor(body)]

    def actor(self, body: int) -> int:
        """Index of a body among all actors."""
        return int(self.network.bodies[body])

    def id(self, body: int) -> str:
        """Id of a body."""
        return self.network.actor_ids[self.actor(body)]

    def name(self, body: int) -> str:
        """Name of a body."""
        return self.network.labels[self.actor(body)]

    def within(self, inner: int, outer: int) -> bool:
        """Whether a body is recorded as part of another, at any depth."""
        return self.actor(outer) in self._above[self.actor(inner)]

    def set_of(self, by: OverlapBy, body: int) -> frozenset[int]:
        """What a body has of one part."""
        return self._sets[by][body]

    def jaccard(self, by: OverlapBy, first: int, second: int) -> float:
        """What two bodies have in common as a share of all that one of them has."""
        one, other = self._sets[by][first], self._sets[by][second]
        return len(one & other) / len(one | other)

    def common(self, by: OverlapBy, bodies: Iterable[int]) -> list[int]:
        """What all of some bodies have of one part, ascending."""
        return sorted(frozenset.intersection(*(self._sets[by][body] for body in bodies)))

    def expected_in_all(self, bodies: Iterable[int]) -> int:
        """How many members are expected at every meeting of all of some bodies."""
        return len(frozenset.intersection(*(self._ordinary[body] for body in bodies)))

    def ids_and_names(
        self, by: OverlapBy, items: Iterable[int]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Ids and names of items of one part."""
        held, chosen = self.held[by], list(items)
        return tuple(held.ids[each] for each in chosen), tuple(held.names[each] for each in chosen)

    def part(self, by: OverlapBy, first: int, second: int) -> PartOverlap:
        """What two bodies have in common of one part."""
        sets = self._sets[by]
        common = self.common(by, (first, second))
        size_a, size_b, shared = len(sets[first]), len(sets[second]), len(common)
        ids, names = self.ids_and_names(by, common)
        known = bool(size_a and size_b)
        return PartOverlap(
            sizes=(size_a, size_b),
            shared=shared,
            shared_ids=ids,
            shared_names=names,
            jaccard=shared / (size_a + size_b - shared) if known else None,
            overlap_coefficient=shared / min(size_a, size_b) if known else None,
            containment=(shared / size_a, shared / size_b) if known else None,
        )


def side_by_side(network: Network) -> Compared:
    """The bodies of a network by every seat; pages that look at many pairs ask for it once."""
    return Compared(network)


def _frozen(held: Holdings) -> list[frozenset[int]]:
    items, starts = held.sets.items.tolist(), held.sets.starts.tolist()
    return [frozenset(items[low:high]) for low, high in pairwise(starts)]
