"""Facets: by what the map can be narrowed and coloured, for each actor."""

from __future__ import annotations

from dataclasses import dataclass

from netmap.analyses.representation import ActorType, actor_type
from netmap.network import ABSENT, Network
from netmap.projections import organization_seats
from netmap.vocabulary import Level, Sector

UNKNOWN = "unknown"
"""What stands for a level or sector that is not recorded."""
LEVELS = (*(level.value for level in Level), UNKNOWN)
SECTORS = (*(sector.value for sector in Sector), UNKNOWN)
KINDS = (ActorType.BODY.value, ActorType.ORGANIZATION.value, ActorType.PERSON.value)


@dataclass(frozen=True, slots=True)
class Facets:
    """By actor index.

    Attributes:
        kinds: One of `KINDS`.
        levels: The level of a body; of anybody else those of the bodies it sits in.
        sectors: One of `SECTORS`; a person belongs to the sector of its house unless it has one.
        topics: Indices of what an actor works on, or a body in which it sits.
    """

    kinds: tuple[str, ...]
    levels: tuple[tuple[str, ...], ...]
    sectors: tuple[str, ...]
    topics: tuple[tuple[int, ...], ...]


def facets(network: Network) -> Facets:
    """The facets of everybody in a network.

    >>> found = facets(Network.from_pairs([("ada", "youth")]))
    >>> found.kinds, found.levels
    (('person', 'body'), (('unknown',), ('unknown',)))
    """
    count = len(network.actor_ids)
    own_levels = network.values("level")
    own_sectors = network.values("sector")
    is_body = network.body_mask.tolist()
    houses = network.houses.tolist()
    topics: list[set[int]] = [set() for _ in range(count)]
    works = network.works_on
    for actor, topic in zip(works.source.tolist(), works.target.tolist(), strict=True):
        topics[actor].add(topic)
    own_topics = [frozenset(each) for each in topics]
    levels: list[set[str]] = [
        {str(own_levels[actor] or UNKNOWN)} if is_body[actor] else set() for actor in range(count)
    ]
    held = organization_seats(network)
    for links in (network.seats, held):
        for member, body in zip(links.source.tolist(), links.target.tolist(), strict=True):
            if is_body[body] and not is_body[member]:
                levels[member].add(str(own_levels[body] or UNKNOWN))
                topics[member] |= own_topics[body]
    order = {level: number for number, level in enumerate(LEVELS)}
    sectors = [
        own_sectors[actor] or (own_sectors[houses[actor]] if houses[actor] != ABSENT else None)
        for actor in range(count)
    ]
    return Facets(
        kinds=tuple(actor_type(network, actor).value for actor in range(count)),
        levels=tuple(tuple(sorted(each or {UNKNOWN}, key=order.__getitem__)) for each in levels),
        sectors=tuple(str(each or UNKNOWN) for each in sectors),
        topics=tuple(tuple(sorted(each)) for each in topics),
    )
