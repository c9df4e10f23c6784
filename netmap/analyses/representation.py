"""Who stands for whom: what a person does counts for the house, what an office does for its whole.

Isolation and missing exchange ask about partners, not about each person who acts for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from netmap.analyses.hierarchy import ancestors
from netmap.network import ABSENT, Links, Network
from netmap.vocabulary import Asked, Status


class ActorType(StrEnum):
    """What an actor is to its readers."""

    PERSON = "person"
    ORGANIZATION = "organization"
    BODY = "body"


@dataclass(frozen=True, slots=True, eq=False)
class Representation:
    """Who acts for whom in a network, by actor index.

    Attributes:
        chains: For each actor those it acts for: itself, the organisation it works for and all
            organisations that this one (or itself) is part of at any depth. What a body does
            counts for nobody else, and nobody acts for a body but itself and who works for it.
        partners: Indices of the partners, ascending: organisations that are no bodies, and
            persons of whom no organisation is known.
        gone: Indices of organisations and bodies that are dissolved or merged into another.
        left_out: Indices of actors that stay outside on purpose.
    """

    chains: tuple[frozenset[int], ...]
    partners: tuple[int, ...]
    gone: frozenset[int]
    left_out: frozenset[int]

    def joined(self, source: int, target: int) -> list[tuple[int, int]]:
        """Pairs of different sides that a tie between two actors joins, each side ascending.

        A tie inside an organisation joins nothing to that organisation.
        """
        here, there = self.chains[source], self.chains[target]
        return [(a, b) for a in sorted(here - there) for b in sorted(there - here)]

    def pairs(self, links: Links) -> set[tuple[int, int]]:
        """All pairs that links join, without direction, the lower index first."""
        found: set[tuple[int, int]] = set()
        for source, target in set(zip(links.source.tolist(), links.target.tolist(), strict=True)):
            found.update((min(pair), max(pair)) for pair in self.joined(source, target))
        return found


def representation(network: Network) -> Representation:
    """Who acts for whom at the network's date.

    >>> from netmap.model import Organization, Person
    >>> network = Network.from_records([
    ...     Organization(id="city", name="City"),
    ...     Organization(id="office", name="Office", parent_id="city"),
    ...     Person(id="ada", name="Ada", organization_id="office"),
    ... ])
    >>> network.actor_ids
    ('ada', 'city', 'office')
    >>> found = representation(network)
    >>> [sorted(chain) for chain in found.chains]
    [[0, 1, 2], [1], [1, 2]]
    >>> found.partners
    (1, 2)
    """
    above = network.once(ancestors)
    houses = network.houses.tolist()
    is_body = network.body_mask.tolist()
    is_person = network.person_mask.tolist()
    chains: list[frozenset[int]] = []
    for actor, house in enumerate(houses):
        start = actor if house == ABSENT else house
        whole = () if is_body[start] else (each for each in above[start] if not is_body[each])
        chains.append(frozenset((actor, start, *whole)))
    return Representation(
        chains=tuple(chains),
        partners=tuple(
            actor
            for actor, house in enumerate(houses)
            if not is_body[actor] and not (is_person[actor] and house != ABSENT)
        ),
        gone=_where(network, "status", {Status.DISSOLVED, Status.MERGED}),
        left_out=_where(network, "asked", {Asked.LEFT_OUT}),
    )


def actor_type(network: Network, actor: int) -> ActorType:
    """Whether an actor is a person, a body or another organisation."""
    if network.person_mask[actor]:
        return ActorType.PERSON
    return ActorType.BODY if network.body_mask[actor] else ActorType.ORGANIZATION


def _where(network: Network, field: str, values: Iterable[str]) -> frozenset[int]:
    wanted = set(values)
    return frozenset(actor for actor, value in enumerate(network.values(field)) if value in wanted)
