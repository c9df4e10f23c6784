"""Who is tied to whom by what, without direction: the graph under paths, parts and bridges."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from netmap.analyses.runs import Counts, distinct, starts_of
from netmap.network import ABSENT, Index, Network


class TieKind(StrEnum):
    """What ties two actors.

    ``seat``: a member and its body; ``behalf``: a member and the organisation it sits there for;
    ``house``: a person and the organisation it works for; ``part_of``: a part and its whole.
    """

    SEAT = "seat"
    BEHALF = "behalf"
    EXCHANGE = "exchange"
    REPORTING = "reporting"
    COOPERATION = "cooperation"
    HOUSE = "house"
    PART_OF = "part_of"


EVERY_TIE = frozenset(TieKind)


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """A simple undirected graph of actors by index: no loops, no tie twice.

    Attributes:
        starts: Where the neighbours of each actor begin, and where the last ones end; (|A| + 1,).
        neighbours: The neighbours of one actor after those of another, ascending; each tie stands
            at both of its ends.
    """

    starts: Counts
    neighbours: Index

    @classmethod
    def from_pairs(cls, source: Index, target: Index, *, actors: int) -> Self:
        """The graph of some pairs, in any order and direction, repeated or not.

        >>> pairs = np.array([[1, 0], [0, 1], [1, 2], [2, 2]], np.int32).T
        >>> found = Ties.from_pairs(pairs[0], pairs[1], actors=4)
        >>> [found.of(actor).tolist() for actor in range(4)]
        [[1], [0, 2], [1], []]
        """
        ends = np.concatenate((source, target))
        return cls.from_arcs(ends, np.concatenate((target, source)), actors=actors)

    @classmethod
    def from_arcs(cls, source: Index, target: Index, *, actors: int) -> Self:
        """The same of ties that have a direction: each stands at the end where it starts.

        >>> arcs = np.array([[1, 0], [1, 2], [1, 2], [2, 2]], np.int32).T
        >>> found = Ties.from_arcs(arcs[0], arcs[1], actors=3)
        >>> [found.of(actor).tolist() for actor in range(3)]
        [[], [0, 2], []]
        """
        tied = source != target
        wide = np.int64(max(actors, 1))
        keys = distinct(source[tied].astype(np.int64) * wide + target[tied])
        starts = starts_of(np.bincount(keys // wide, minlength=actors))
        return cls(starts, (keys % wide).astype(np.int32))

    @property
    def actors(self) -> int:
        """Number of actors."""
        return len(self.starts) - 1

    @property
    def degrees(self) -> Index:
        """Number of neighbours of each actor."""
        return np.diff(self.starts).astype(np.int32)

    def of(self, actor: int) -> Index:
        """The neighbours of one actor, ascending."""
        return self.neighbours[self.starts[actor] : self.starts[actor + 1]]

    def pairs(self) -> tuple[Index, Index]:
        """Both ends of each tie, the lower index first, ascending."""
        ends = np.repeat(np.arange(self.actors, dtype=np.int32), self.degrees)
        lower = ends < self.neighbours
        return ends[lower], self.neighbours[lower]

    def matrix(self) -> csr_array:
        """The adjacency matrix, of ones, shape (actors, actors)."""
        ones = np.ones(len(self.neighbours), dtype=np.int32)
        return csr_array((ones, self.neighbours, self.starts), shape=(self.actors, self.actors))


def ties(network: Network, kinds: Collection[TieKind] = EVERY_TIE) -> Ties:
    """The graph of ties of some kinds between the actors of a network.

    Cost: O(|A| + |T| log |T|) for |A| actors and |T| ties.

    >>> network = Network.from_pairs([("ada", "youth"), ("bo", "youth")])
    >>> found = ties(network)
    >>> [network.actor_ids[each] for each in found.of(network.actor_index["youth"])]
    ['ada', 'bo']
    """
    columns = [_pairs(network, kind) for kind in TieKind if kind in kinds]
    if not columns:
        columns = [np.empty((2, 0), dtype=np.int32)]
    source, target = np.concatenate(columns, axis=1)
    return Ties.from_pairs(source, target, actors=len(network.actor_ids))


def _pairs(network: Network, kind: TieKind) -> NDArray[np.int32]:
    """Both ends of the ties of one kind, shape (2, number of ties)."""
    match kind:
        case TieKind.SEAT:
            return np.stack((network.seats.source, network.seats.target))
        case TieKind.EXCHANGE:
            return np.stack((network.exchange.source, network.exchange.target))
        case TieKind.REPORTING:
            return np.stack((network.reporting.source, network.reporting.target))
        case TieKind.HOUSE:
            return _known(network.houses)
        case TieKind.PART_OF:
            return _known(network.parents)
        case TieKind.BEHALF:
            return _columns(_behalf(network))
        case TieKind.COOPERATION:
            return _columns(_cooperating(network))


def _known(targets: Index) -> NDArray[np.int32]:
    actors = np.flatnonzero(targets != ABSENT).astype(np.int32)
    return np.stack((actors, targets[actors]))


def _columns(pairs: Iterable[tuple[int, int]]) -> NDArray[np.int32]:
    return np.array(list(pairs), dtype=np.int32).reshape(-1, 2).T


def _behalf(network: Network) -> Iterator[tuple[int, int]]:
    index = network.actor_index
    named = network.memberships.columns["on_behalf_of_ids"]
    for member, behalf in zip(network.seats.source.tolist(), named, strict=True):
        yield from ((member, index[each]) for each in behalf if each in index)


def _cooperating(network: Network) -> Iterator[tuple[int, int]]:
    index = network.actor_index
    columns = network.cooperations.columns
    for parties, carrier in zip(columns["party_ids"], columns["carried_by_id"], strict=True):
        there = sorted({index[each] for each in (*parties, carrier) if each in index})
        yield from combinations(there, 2)
