"""Profiles: what the map tells of each actor in words, for the side panel and the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from netmap.language import Language, Text
from netmap.network import ABSENT, Network
from netmap.views.map_groups import Group, TieKind
from netmap.views.map_ties import Tie
from netmap.views.map_words import ROTATIONS, SECTORS, STATUSES, number
from netmap.vocabulary import ChairRotation, Sector, Status

_REPRESENTED = Text(de="Vertreten in", en="Represented in")
_BY = Text(de="durch {name}", en="by {name}")
_ORDER = (
    TieKind.SEAT,
    TieKind.REPORTING,
    TieKind.EXCHANGE,
    TieKind.PART_OF,
    TieKind.WORKS_FOR,
)


@dataclass(frozen=True, slots=True)
class Other:
    """The actor at the other end of a tie, by index, with what is known about the tie.

    Attributes:
        provenance: Who reported it and when, and where it was taken from.
        tie: Number of the tie among all, where it is a record of its own.
    """

    actor: int
    note: str = ""
    provenance: str = ""
    tie: int | None = None


@dataclass(frozen=True, slots=True)
class TieGroup:
    """Ties of one actor that read alike.

    Attributes:
        is_seats: They are seats: held, filled, or held through others.
    """

    title: str
    is_seats: bool
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What the map tells of one actor.

    Attributes:
        category: Kind of organisation, or function of a person, in the words of the source.
        facts: Titles and texts of everything else.
    """

    name: str
    group: Group
    category: str
    sector: str
    topics: str
    facts: tuple[tuple[str, str], ...]
    ties: tuple[TieGroup, ...]

    @property
    def seats(self) -> tuple[TieGroup, ...]:
        """Seats of the actor, and in it."""
        return tuple(group for group in self.ties if group.is_seats)

    @property
    def other_ties(self) -> tuple[TieGroup, ...]:
        """Everything but seats."""
        return tuple(group for group in self.ties if not group.is_seats)


def profiles(
    network: Network, groups: Sequence[Group], ties: Sequence[Tie], language: Language
) -> list[Profile]:
    """The profile of each actor, by index."""
    names = network.labels
    columns = {field: network.values(field) for field in _FIELDS}
    topics = _topics(network)
    cooperations = _cooperations(network)
    tie_groups = _tie_groups(network, ties, language)
    found = []
    for index, group in enumerate(groups):
        value = {field: column[index] for field, column in columns.items()}
        is_person = group is Group.PERSON
        function = value["function"] if is_person and value["function"] != names[index] else ""
        sector = value["sector"]
        found.append(
            Profile(
                name=names[index],
                group=group,
                category=function if is_person else value["classification"],
                sector=SECTORS[Sector(sector)].in_language(language) if sector else "",
                topics=", ".join(topics[index]),
                facts=tuple(
                    (title.in_language(language), text)
                    for title, text in _facts(network, value, cooperations[index], language)
                    if text
                ),
                ties=tie_groups[index],
            )
        )
    return found


_FIELDS = (
    "function",
    "classification",
    "sector",
    "short_name",
    "territory",
    "status",
    "successor_id",
    "purpose",
    "functions",
    "competence",
    "legal_basis",
    "meetings_per_year",
    "chair_rotation",
    "target_groups",
    "coordination",
)


def _facts(
    network: Network, value: dict[str, Any], cooperations: list[str], language: Language
) -> Iterator[tuple[Text, str]]:
    successor = network.actor_index.get(value["successor_id"] or "", ABSENT)
    meetings = value["meetings_per_year"]
    status, rotation = value["status"], value["chair_rotation"]
    yield Text(de="Kurzname", en="Short name"), value["short_name"] or ""
    if value["coordination"] is not None:
        yield (
            Text(de="Aufgabe im Netzwerk", en="Task in the network"),
            Text(de="Koordinierungsstelle", en="Coordinating office").in_language(language),
        )
    yield (
        Text(de="Status", en="Status"),
        STATUSES[Status(status)].in_language(language) if status else "",
    )
    yield (
        Text(de="Nachfolge", en="Successor"),
        "" if successor == ABSENT else network.labels[successor],
    )
    yield Text(de="Zweck", en="Purpose"), value["purpose"] or ""
    yield Text(de="Aufgaben", en="Functions"), ", ".join(value["functions"] or ())
    yield Text(de="Zuständigkeit", en="Competence"), value["competence"] or ""
    yield Text(de="Rechtsgrundlage", en="Legal basis"), value["legal_basis"] or ""
    yield (
        Text(de="Sitzungen im Jahr", en="Meetings a year"),
        "" if meetings is None else number(meetings, language),
    )
    yield (
        Text(de="Vorsitz", en="Chair"),
        ROTATIONS[ChairRotation(rotation)].in_language(language) if rotation else "",
    )
    yield Text(de="Zielgruppen", en="Target groups"), ", ".join(value["target_groups"] or ())
    yield Text(de="Gebiet", en="Territory"), value["territory"] or ""
    yield Text(de="Kooperationen", en="Cooperations"), ", ".join(cooperations)


def _topics(network: Network) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in network.actor_ids]
    works = network.works_on
    for actor, topic in zip(works.source.tolist(), works.target.tolist(), strict=True):
        found[actor].append(network.topic_names[topic])
    return found


def _cooperations(network: Network) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in network.actor_ids]
    columns = network.cooperations.columns
    for name, parties in zip(columns["name"], columns["party_ids"], strict=True):
        for party in parties:
            if party in network.actor_index:
                found[network.actor_index[party]].append(name)
    return found


def _tie_groups(
    network: Network, ties: Sequence[Tie], language: Language
) -> list[tuple[TieGroup, ...]]:
    """Ties of each actor by what they are to it; within a group by the names of the others."""
    outward: list[dict[TieKind, list[Other]]] = [{} for _ in network.actor_ids]
    inward: list[dict[TieKind, list[Other]]] = [{} for _ in network.actor_ids]
    for place, tie in enumerate(ties):
        own = place if tie.record_id else None
        outward[tie.source].setdefault(tie.kind, []).append(
            Other(tie.target, tie.note, tie.provenance, own)
        )
        # Exchange has no direction.
        back = outward if tie.kind is TieKind.EXCHANGE else inward
        back[tie.target].setdefault(tie.kind, []).append(
            Other(tie.source, tie.note, tie.provenance, own)
        )
    represented = _represented(network, language)

    def by_name(others: list[Other]) -> tuple[Other, ...]:
        return tuple(
            sorted(others, key=lambda each: (network.labels[each.actor].casefold(), each.actor))
        )

    found = []
    for index in range(len(network.actor_ids)):
        groups = []
        for kind in _ORDER:
            is_seats = kind is TieKind.SEAT
            for direction, title in ((outward, kind.outward), (inward, kind.inward)):
                if kind in direction[index]:
                    others = by_name(direction[index][kind])
                    groups.append(TieGroup(title.in_language(language), is_seats, others))
            if is_seats and represented[index]:
                title_text = _REPRESENTED.in_language(language)
                groups.append(TieGroup(title_text, True, by_name(represented[index])))
        found.append(tuple(groups))
    return found


def _represented(network: Network, language: Language) -> list[list[Other]]:
    """Bodies in which others hold a seat for an organisation."""
    found: list[list[Other]] = [[] for _ in network.actor_ids]
    behalf_of = network.memberships.columns["on_behalf_of_ids"]
    for member, body, behalf in zip(
        network.seats.source.tolist(), network.seats.target.tolist(), behalf_of, strict=True
    ):
        holders = [network.actor_index[each] for each in behalf if each in network.actor_index]
        if not holders and network.person_mask[member] and network.houses[member] != ABSENT:
            holders = [int(network.houses[member])]
        note = _BY.format(name=network.labels[member]).in_language(language)
        for holder in holders:
            if holder != member:
                found[holder].append(Other(body, note))
    return found
