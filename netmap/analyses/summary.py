"""How large a network is and who takes part in it, for the overview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from netmap.analyses.participation.levels import Participation, participation
from netmap.network import Network
from netmap.values import Part
from netmap.vocabulary import Asked, Level


class LevelCount(Part):
    """Bodies on one level; ``None`` stands for those of which it is not known."""

    level: Level | None
    bodies: int


class AskedCount(Part):
    """Actors by whether they were asked; ``None`` stands for those of which it is not known."""

    asked: Asked | None
    actors: int


class Summary(Part):
    """Sizes of a network at a date.

    Attributes:
        first_day: First day of the date looked at.
        last_day: Its last day; the same unless a month or a year was asked for.
        organizations: Organisations that are no bodies.
        unnamed_persons: Persons known by their function only.
        participation: Who takes part, by sector and level, where anybody of a sector does.
        confirmed_exchange_ties: Exchange ties that the other side confirmed.
        asked: Actors by whether they were asked. Who stays outside on purpose counts as not
            known here: that is for the coordinating office alone.
    """

    first_day: date
    last_day: date
    organizations: int
    persons: int
    unnamed_persons: int
    bodies: int
    bodies_by_level: tuple[LevelCount, ...]
    memberships: int
    exchange_ties: int
    confirmed_exchange_ties: int
    reporting_lines: int
    cooperations: int
    topics: int
    asked: tuple[AskedCount, ...]
    participation: tuple[Participation, ...]


def summary(network: Network) -> Summary:
    """Sizes of a network and participation by sector and level, at the network's date.

    Counts by level, sector and answer come in the order of their vocabulary, the unknown last;
    what does not occur is left out.

    >>> found = summary(Network.from_pairs([("ada", "youth"), ("bo", "youth")]))
    >>> (found.persons, found.bodies, found.organizations, found.memberships)
    (2, 1, 0, 2)
    """
    bodies = int(network.body_mask.sum())
    persons = int(network.person_mask.sum())
    levels = Counter(_values(network, "level", network.bodies.tolist()))
    asked = Counter(
        None if answer == Asked.LEFT_OUT else answer for answer in network.values("asked")
    )
    names = network.values("name")
    return Summary(
        first_day=network.as_of.first,
        last_day=network.as_of.last,
        organizations=len(network.actor_ids) - persons - bodies,
        persons=persons,
        unnamed_persons=sum(
            1 for index, name in enumerate(names) if network.person_mask[index] and not name
        ),
        bodies=bodies,
        bodies_by_level=tuple(
            LevelCount(level=level, bodies=levels[level])
            for level in (*Level, None)
            if levels[level]
        ),
        memberships=len(network.memberships),
        exchange_ties=len(network.exchange_ties),
        confirmed_exchange_ties=sum(
            1 for confirmed in network.exchange_ties.columns["confirmed"] if confirmed
        ),
        reporting_lines=len(network.reporting_lines),
        cooperations=len(network.cooperations),
        topics=len(network.topic_ids),
        asked=tuple(
            AskedCount(asked=answer, actors=asked[answer])
            for answer in (*Asked, None)
            if asked[answer]
        ),
        participation=tuple(row for row in participation(network) if row.seats),
    )


def _values(network: Network, field: str, actors: Iterable[int]) -> list[Any]:
    values = network.values(field)
    return [values[actor] for actor in actors]
