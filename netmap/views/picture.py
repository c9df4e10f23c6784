"""The partner's own picture: what is recorded about it, to confirm, supplement or revise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from netmap.errors import RecordNotFoundError
from netmap.language import Language, Text
from netmap.network import ABSENT, Network
from netmap.views.directory import Directory, Entry
from netmap.views.map_groups import TieKind
from netmap.views.map_profiles import Other, TieGroup
from netmap.views.map_ties import ties_of
from netmap.views.map_words import partial_date

_HOUSE = Text(de="Arbeitet für", en="Works for")
_SECTOR = Text(de="Bereich", en="Sector")
_KIND = Text(de="Art oder Funktion", en="Kind or function")
_LEVEL = Text(de="Ebene", en="Level")
_BY = Text(de="angegeben von {name}", en="reported by {name}")
_ON = Text(de="Stand {date}", en="as of {date}")
_THROUGH = Text(de="über {name}", en="through {name}")


class Part(StrEnum):
    """The parts of a picture, in their order."""

    ABOUT = "about"
    SEATS = "seats"
    OWN_REPORTS = "own_reports"
    OTHERS_REPORTS = "others_reports"
    EXCHANGE = "exchange"
    TIES = "ties"
    TOPICS = "topics"

    @property
    def title_text(self) -> Text:
        """What the part is about."""
        return _TITLES[self]


_TITLES = {
    Part.ABOUT: Text(de="Angaben", en="Details"),
    Part.SEATS: Text(de="Sitze und Mitglieder", en="Seats and members"),
    Part.OWN_REPORTS: Text(de="Austausch nach eigenen Angaben", en="Exchange by your own reports"),
    Part.OTHERS_REPORTS: Text(
        de="Austausch, wie ihn andere angegeben haben", en="Exchange as others reported it"
    ),
    Part.EXCHANGE: Text(
        de="Austausch, bei dem nicht erfasst ist, wer ihn angegeben hat",
        en="Exchange without a record of who reported it",
    ),
    Part.TIES: Text(de="Berichtswege und Zugehörigkeit", en="Reporting lines and belonging"),
    Part.TOPICS: Text(de="Themen", en="Topics"),
}
PICTURE_WORDS = {
    "title": Text(de="Das eigene Bild im Netzwerk", en="Your picture in the network"),
    "intro": Text(
        de="Das ist über Sie erfasst. Stimmt es, fehlt etwas? Bitte bei jeder Angabe ankreuzen, "
        "und ergänzen oder berichtigen, was anders ist.",
        en="This is what is recorded about you. Is it right, is something missing? Please tick a "
        "box at each line, and supplement or revise what is different.",
    ),
    "statement": Text(de="Was erfasst ist", en="What is recorded"),
    "confirm": Text(de="Stimmt", en="Right"),
    "supplement": Text(de="Ergänzen", en="Supplement"),
    "revise": Text(de="Berichtigen", en="Revise"),
    "remarks": Text(de="Bemerkung", en="Remarks"),
    "nothing": Text(
        de="Außer dem Namen ist noch nichts erfasst.", en="Nothing but the name is recorded yet."
    ),
    "missing": Text(de="Was fehlt noch?", en="What is missing?"),
    "hint": Text(
        de="Weitere Sitze, Kontakte und Themen, eigene Anliegen, oder was sich geändert hat.",
        en="Further seats, contacts and topics, points of your own, or what has changed.",
    ),
    "filled_in": Text(de="Ausgefüllt von", en="Filled in by"),
    "date": Text(de="Datum", en="Date"),
    "back_to": Text(de="Bitte zurück an", en="Please return to"),
}
"""What page and PDF say beside the statements."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is recorded, to be confirmed, supplemented or revised.

    Attributes:
        what: What kind of thing it is; empty where the part says so.
        text: What is recorded.
        note: Role, rhythm, dates and the like.
        told: Who reported it and when; of imported files nothing, whose names are the office's.
    """

    what: str
    text: str
    note: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is recorded about one actor and may be shown to it.

    Attributes:
        noun: What it is: person, organisation, body …
        parts: Those that say something.
        office: The coordinating office of the network, to which it goes back.
    """

    actor_id: str
    name: str
    noun: Text
    is_body: bool
    parts: tuple[tuple[Part, tuple[Statement, ...]], ...]
    office: str


def picture_of(told: Directory, actor_id: str, language: Language) -> Picture:
    """The picture of an actor: what the map tells of it, and who reported its exchange.

    It holds nothing that is for the coordinating office alone: not whether somebody was asked or
    stays outside, no open attributes, no finding, and no name of a file.

    Raises:
        RecordNotFoundError: There is no such actor at the date.
    """
    entry = told.entry(actor_id)
    if entry is None:
        raise RecordNotFoundError(network_id=told.network.id, record_id=actor_id)
    actor = told.network.actor_index[actor_id]
    parts: dict[Part, list[Statement]] = {part: [] for part in Part}
    parts[Part.ABOUT] = list(_about(entry, language))
    for group in entry.profile.seats:
        parts[Part.SEATS] += _group(told, group)
    for group in entry.profile.other_ties:
        if group.title != TieKind.EXCHANGE.outward.in_language(language):
            parts[Part.TIES] += _group(told, group)
    for part, statement in _exchange(told, actor, language):
        parts[part].append(statement)
    parts[Part.TOPICS] = [
        Statement("", topic.name) for topic in told.topics if topic.id in entry.topic_ids
    ]
    return Picture(
        actor_id=actor_id,
        name=entry.name,
        noun=entry.profile.group.noun,
        is_body=entry.profile.group.is_body,
        parts=tuple((part, tuple(found)) for part, found in parts.items() if found),
        office=", ".join(_offices(told.network)),
    )


def _about(entry: Entry, language: Language) -> Iterator[Statement]:
    level = entry.profile.group.level_text if entry.level else None
    given = (
        (_KIND.in_language(language), entry.profile.category),
        (_HOUSE.in_language(language), entry.house),
        (_SECTOR.in_language(language), entry.profile.sector),
        (_LEVEL.in_language(language), level.in_language(language) if level else ""),
        *entry.profile.facts,
    )
    return (Statement(title, text) for title, text in given if text)


def _group(told: Directory, group: TieGroup) -> Iterator[Statement]:
    def statement(other: Other) -> Statement:
        return Statement(group.title, told.entries[other.actor].name, other.note)

    return map(statement, group.others)


def _exchange(told: Directory, actor: int, language: Language) -> Iterator[tuple[Part, Statement]]:
    """Exchange by who reported it: it itself or its own people, others, or nobody knows."""
    network = told.network
    columns = network.exchange_ties.columns
    own = {actor, *np.flatnonzero(network.houses == actor).tolist()}
    ties = [each for each in network.once(ties_of, language) if each.kind is TieKind.EXCHANGE]
    found: list[tuple[str, Part, Statement]] = []
    rows: Iterable[tuple[str | None, str | None]] = zip(
        columns["reported_by_id"], columns["reported_at"], strict=True
    )
    for tie, (reporter_id, reported_at) in zip(ties, rows, strict=True):
        # A tie of somebody who works here is one of the house; one between two of them is not.
        if (tie.source in own) is (tie.target in own):
            continue
        near, far = (tie.source, tie.target) if tie.source in own else (tie.target, tie.source)
        reporter = network.actor_index.get(reporter_id or "", ABSENT)
        name = told.entries[far].name
        through = None if near == actor else _THROUGH.format(name=network.labels[near])
        said = [
            *(
                [_BY.format(name=network.labels[reporter])]
                if reporter not in {ABSENT, actor}
                else []
            ),
            *([_ON.format(date=partial_date(reported_at, language))] if reported_at else []),
        ]
        part = Part.EXCHANGE
        if reporter != ABSENT:
            part = Part.OWN_REPORTS if reporter in own else Part.OTHERS_REPORTS
        told_by = " · ".join(text.in_language(language) for text in said)
        notes = [through.in_language(language), tie.note] if through else [tie.note]
        note = " · ".join(each for each in notes if each)
        found.append((name.casefold(), part, Statement("", name, note, told_by)))
    return ((part, statement) for _, part, statement in sorted(found, key=lambda each: each[0]))


def _offices(network: Network) -> Sequence[str]:
    """Coordinating offices of the network."""
    built = network.values("coordination")
    return [name for name, each in zip(network.labels, built, strict=True) if each is not None]
