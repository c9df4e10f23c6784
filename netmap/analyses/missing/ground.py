"""What the rules about missing exchange share about the network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from netmap.analyses.hierarchy import ancestors
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.analyses.representation import Representation, representation
from netmap.network import ABSENT, Network
from netmap.vocabulary import Asked


@dataclass(frozen=True, eq=False)
class Ground:
    """What several rules read from one network; actors and bodies by index."""

    network: Network

    @cached_property
    def who(self) -> Representation:
        """Who acts for whom."""
        return self.network.once(representation)

    @cached_property
    def above(self) -> list[frozenset[int]]:
        """What each actor is part of, at any depth."""
        return self.network.once(ancestors)

    @cached_property
    def silent(self) -> frozenset[int]:
        """Actors that no rule speaks about: dissolved bodies and who stays outside on purpose."""
        return self.who.gone | self.who.left_out

    @cached_property
    def offices(self) -> list[int]:
        """Coordinating offices of the network, ascending."""
        return [
            actor
            for actor, coordination in enumerate(self.network.values("coordination"))
            if coordination is not None and actor not in self.silent
        ]

    @cached_property
    def called(self) -> tuple[str, ...]:
        """What to call each actor: a person by its function where that is recorded."""
        functions = self.network.values("function")
        pairs = zip(functions, self.network.labels, strict=True)
        return tuple(function or label for function, label in pairs)

    @cached_property
    def answered(self) -> frozenset[int]:
        """Actors that were asked about their ties and answered."""
        asked = self.network.values("asked")
        return frozenset(actor for actor, state in enumerate(asked) if state == Asked.ANSWERED)

    @cached_property
    def exchange(self) -> set[tuple[int, int]]:
        """Pairs with exchange, the lower index first; persons' ties count for their house."""
        return self.who.pairs(self.network.exchange)

    @cached_property
    def members(self) -> dict[int, set[int]]:
        """Members of each body."""
        seats = self.network.seats
        found: dict[int, set[int]] = defaultdict(set)
        for member, body in zip(seats.source.tolist(), seats.target.tolist(), strict=True):
            found[body].add(member)
        return found

    @cached_property
    def named(self) -> list[tuple[int, ...]]:
        """Organisations on whose behalf each seat is held, aligned with ``network.seats``."""
        index = self.network.actor_index
        return [
            tuple(index[each] for each in ids if each in index)
            for ids in self.network.memberships.columns["on_behalf_of_ids"]
        ]

    @cached_property
    def meets_in(self) -> dict[int, set[int]]:
        """Bodies in which each actor meets others, by a seat of its own or of those it sends.

        A body meets in itself.
        """
        network = self.network
        found: dict[int, set[int]] = defaultdict(set)
        for body in network.bodies.tolist():
            found[body].add(body)
        for row, body in enumerate(network.seats.target.tolist()):
            if network.body_mask[body]:
                for sent in (int(network.seats.source[row]), *self.named[row]):
                    for actor in self.who.chains[sent]:
                        found[actor].add(body)
        return found

    @cached_property
    def sitting(self) -> dict[int, set[int]]:
        """Who sits in each body: members, their houses, and organisations they sit there for."""
        network = self.network
        found: dict[int, set[int]] = defaultdict(set)
        for row, body in enumerate(network.seats.target.tolist()):
            member = int(network.seats.source[row])
            found[body].update((member, *self.named[row]))
            if network.houses[member] != ABSENT:
                found[body].add(int(network.houses[member]))
        return found

    def nested(self, a: int, b: int) -> bool:
        """Whether one of two actors is part of the other."""
        return a in self.above[b] or b in self.above[a]

    def has_house_in(self, actor: int, actors: Collection[int]) -> bool:
        """Whether an actor or the organisation it works for is among some."""
        house = int(self.network.houses[actor])
        return actor in actors or (house != ABSENT and house in actors)

    def is_silent(self, actor: int) -> bool:
        """Whether nothing is said about an actor: it, or who it works for, is gone or left out."""
        return actor in self._hushed

    @cached_property
    def _hushed(self) -> frozenset[int]:
        houses = self.network.houses
        mask = np.zeros(len(houses), dtype=np.bool_)
        mask[list(self.silent)] = True
        return frozenset(np.flatnonzero(mask | ((houses != ABSENT) & mask[houses])).tolist())

    def link(
        self,
        rule: MissingLinkRule,
        source: int,
        target: int | None,
        strength: float,
        *,
        others: Collection[int] = (),
        topics: Collection[int] = (),
        via: Collection[int] = (),
        ties: Collection[str] = (),
    ) -> MissingLink:
        """A row, with ids and names in place of indices."""
        network = self.network
        makers = [each for each in sorted(via) if not self.is_silent(each)]
        return MissingLink(
            rule=rule,
            source_id=network.actor_ids[source],
            source_name=network.labels[source],
            target_id=None if target is None else network.actor_ids[target],
            target_name=None if target is None else network.labels[target],
            other_ids=_of(network.actor_ids, others),
            other_names=_of(self.called, others),
            topic_ids=_of(network.topic_ids, topics),
            topic_names=_of(network.topic_names, topics),
            via_ids=_of(network.actor_ids, makers),
            via_names=_of(self.called, makers),
            tie_ids=tuple(sorted(ties)),
            strength=strength,
        )


def _of(words: Sequence[str], chosen: Collection[int]) -> tuple[str, ...]:
    """The words of some numbers, ascending."""
    return tuple([words[each] for each in sorted(chosen)]) if chosen else ()
