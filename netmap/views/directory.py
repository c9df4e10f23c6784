"""Directory: every actor of a network in words, for lists, pages and search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from netmap.analyses.representation import ActorType, actor_type
from netmap.analyses.search import SearchIndex
from netmap.language import Language
from netmap.network import ABSENT, Network
from netmap.views.map_groups import groups_of
from netmap.views.map_profiles import Profile, profiles
from netmap.views.map_ties import ties_of
from netmap.vocabulary import Level, Sector, Status


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor.

    Attributes:
        house: The organisation a person works for.
        seats: Bodies in which it sits, or in which others sit for it.
        members: Who sits in it; seats, not heads.
        exchanges: Recorded ties of exchange.
        topic_ids: What it works on.
    """

    id: str
    type: ActorType
    profile: Profile
    house: str
    sector: Sector | None
    level: Level | None
    status: Status | None
    seats: int
    members: int
    exchanges: int
    topic_ids: frozenset[str]

    @property
    def name(self) -> str:
        """What to call it."""
        return self.profile.name


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic, and the bodies and other actors that work on it."""

    id: str
    name: str
    bodies: tuple[Entry, ...]
    actors: tuple[Entry, ...]


@dataclass(frozen=True, eq=False)
class Directory:
    """All actors of a network at its date, told in one language.

    Attributes:
        entries: By actor index.
    """

    network: Network
    entries: tuple[Entry, ...]

    @cached_property
    def search(self) -> SearchIndex:
        """What can be found by typing."""
        return SearchIndex.of(self.network)

    def entry(self, actor_id: str) -> Entry | None:
        """The entry of an actor, if it is there."""
        index = self.network.actor_index.get(actor_id)
        return None if index is None else self.entries[index]

    @cached_property
    def topics(self) -> tuple[TopicEntry, ...]:
        """Every topic with who works on it, by name."""
        network = self.network
        workers: dict[int, set[int]] = {topic: set() for topic in range(len(network.topic_ids))}
        works = network.works_on
        for actor, topic in zip(works.source.tolist(), works.target.tolist(), strict=True):
            workers[topic].add(actor)
        found = [
            TopicEntry(
                id=network.topic_ids[topic],
                name=network.topic_names[topic],
                bodies=self._by_name(each for each in actors if network.body_mask[each]),
                actors=self._by_name(each for each in actors if not network.body_mask[each]),
            )
            for topic, actors in workers.items()
        ]
        return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))

    def _by_name(self, actors: Iterable[int]) -> tuple[Entry, ...]:
        entries = [self.entries[actor] for actor in actors]
        return tuple(sorted(entries, key=lambda each: (each.name.casefold(), each.id)))


def directory(network: Network, language: Language) -> Directory:
    """The directory of a network.

    >>> found = directory(Network.from_pairs([("ada", "youth")]), Language.EN)
    >>> [(entry.name, entry.type.value, entry.seats, entry.members) for entry in found.entries]
    [('ada', 'person', 1, 0), ('youth', 'body', 0, 1)]
    """
    told = profiles(network, groups_of(network), ties_of(network, language), language)
    columns: Mapping[str, tuple[Any, ...]] = {
        field: network.values(field) for field in ("sector", "level", "status")
    }
    members = _counts(network, network.seats.target.tolist())
    exchange = network.exchange
    exchanges = _counts(network, [*exchange.source.tolist(), *exchange.target.tolist()])
    topics: list[set[str]] = [set() for _ in told]
    works = network.works_on
    for actor, topic in zip(works.source.tolist(), works.target.tolist(), strict=True):
        topics[actor].add(network.topic_ids[topic])
    houses = network.houses.tolist()
    entries = []
    for index, profile in enumerate(told):
        sector, level, status = (column[index] for column in columns.values())
        bodies = {other.actor for group in profile.seats for other in group.others}
        entries.append(
            Entry(
                id=network.actor_ids[index],
                type=actor_type(network, index),
                profile=profile,
                house="" if houses[index] == ABSENT else network.labels[houses[index]],
                sector=Sector(sector) if sector else None,
                level=Level(level) if level else None,
                status=Status(status) if status else None,
                seats=0 if network.body_mask[index] else len(bodies),
                members=members[index],
                exchanges=exchanges[index],
                topic_ids=frozenset(topics[index]),
            )
        )
    return Directory(network, tuple(entries))


def _counts(network: Network, actors: list[int]) -> list[int]:
    found = [0] * len(network.actor_ids)
    for actor in actors:
        found[actor] += 1
    return found
