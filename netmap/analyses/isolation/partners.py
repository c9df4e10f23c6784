"""Which partners and bodies are tied to each other, by whom, and what their ties once were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from netmap.analyses.representation import Representation, representation
from netmap.analyses.ties import TieKind, Ties, ties
from netmap.network import ABSENT, Index, Network

_BETWEEN = frozenset(
    {TieKind.SEAT, TieKind.BEHALF, TieKind.EXCHANGE, TieKind.REPORTING, TieKind.COOPERATION}
)


@dataclass(frozen=True, eq=False)
class Partners:
    """Partners and bodies as one graph: what a person does counts for its organisation.

    Attributes:
        network: Snapshot at one date; |A| actors, |T| ties.
    """

    network: Network

    @cached_property
    def who(self) -> Representation:
        """Who acts for whom."""
        return self.network.once(representation)

    @cached_property
    def folded(self) -> Index:
        """Who stands for each actor: the organisation of a person who has one, else itself."""
        network = self.network
        housed = network.person_mask & (network.houses != ABSENT)
        return np.where(
            housed, network.houses, np.arange(len(network.actor_ids), dtype=np.int32)
        ).astype(np.int32)

    @cached_property
    def there(self) -> NDArray[np.bool_]:
        """Which actors are partners or bodies that are neither dissolved nor merged."""
        mask = self.network.body_mask.copy()
        mask[list(self.who.partners)] = True
        mask[list(self.who.gone)] = False
        return mask

    @cached_property
    def ties(self) -> Ties:
        """Seats, exchange, reporting lines and cooperations between partners and bodies.

        Being part of an organisation is no tie. A seat ties those on whose behalf it is held to
        the body, too. What is dissolved or merged ties nobody.
        """
        source, target = ties(self.network, _BETWEEN).pairs()
        behalf = np.array(self.network.once(_sent), dtype=np.int32).reshape(-1, 3).T
        return self._graph(np.concatenate((source, behalf[0])), np.concatenate((target, behalf[1])))

    @cached_property
    def component(self) -> Index:
        """Number of the part of the network that each actor hangs together with.

        An organisation and what is part of it hang together.
        """
        source, target = self.ties.pairs()
        whole, part = ties(self.network, {TieKind.PART_OF}).pairs()
        graph = self._graph(np.concatenate((source, whole)), np.concatenate((target, part)))
        if not graph.actors:
            return np.empty(0, dtype=np.int32)
        _, labels = connected_components(graph.matrix(), directed=False)
        return np.asarray(labels, dtype=np.int32)[self.folded]

    @cached_property
    def main(self) -> int:
        """Number of the part with most partners and bodies; of equal ones the first by id."""
        if not self.there.any():
            return ABSENT
        return int(np.bincount(self.component[self.there]).argmax())

    @cached_property
    def bonds(self) -> dict[int, dict[int, set[int]]]:
        """For each partner to whom it is tied, and which actors carry each of these ties.

        As in `Representation`, what its parts and persons do counts for an organisation, and a
        seat for those on whose behalf it is held; who sits there carries it.
        """
        gone, folded, chains = self.who.gone, self.folded.tolist(), self.who.chains
        is_partner = set(self.who.partners)
        found: dict[int, dict[int, set[int]]] = defaultdict(dict)
        for actor, other, carrier in self._acts():
            if folded[other] not in gone:
                for partner in chains[actor] - chains[other]:
                    if partner in is_partner:
                        found[partner].setdefault(folded[other], set()).add(carrier)
        return found

    def neighbours(self, actor: int) -> set[int]:
        """Partners and bodies to which an actor is tied, also by who acts for it."""
        return {*self.ties.of(actor).tolist(), *self.bonds.get(actor, ())}

    def seats(self) -> Iterator[tuple[int, int]]:
        """Who has a seat in what: the member, and those on whose behalf the seat is held."""
        seats = self.network.seats
        yield from zip(seats.source.tolist(), seats.target.tolist(), strict=True)
        yield from ((sent, body) for sent, body, _ in self.network.once(_sent))

    def _acts(self) -> Iterator[tuple[int, int, int]]:
        source, target = ties(self.network, _BETWEEN - {TieKind.BEHALF}).pairs()
        for actor, other in zip(source.tolist(), target.tolist(), strict=True):
            yield actor, other, actor
            yield other, actor, other
        yield from self.network.once(_sent)

    def _graph(self, source: Index, target: Index) -> Ties:
        source, target = self.folded[source], self.folded[target]
        gone = np.zeros(len(self.folded), dtype=np.bool_)
        gone[list(self.who.gone)] = True
        kept = ~(gone[source] | gone[target])
        return Ties.from_pairs(source[kept], target[kept], actors=len(self.folded))


def _sent(network: Network) -> list[tuple[int, int, int]]:
    """Who is represented in which body, and who sits there for it."""
    index = network.actor_index
    named = network.memberships.columns["on_behalf_of_ids"]
    seats = zip(network.seats.source.tolist(), network.seats.target.tolist(), strict=True)
    return [
        (index[each], body, member)
        for (member, body), behalf in zip(seats, named, strict=True)
        for each in behalf
        if each in index
    ]
