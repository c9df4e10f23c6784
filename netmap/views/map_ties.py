"""The ties that the map draws and tells of, with what is known about each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from netmap.language import Language, Text
from netmap.network import ABSENT, Network
from netmap.values import Source
from netmap.views.map_groups import TieKind
from netmap.views.map_words import HOUSE_LEVELS, ROLES, partial_date, rhythm
from netmap.vocabulary import HouseLevel, Role

_BEHALF = Text(de="für {names}", en="on behalf of {names}")
_SINCE = Text(de="seit {date}", en="since {date}")
_UNTIL = Text(de="bis {date}", en="until {date}")
_CONFIRMED = Text(de="von beiden bestätigt", en="confirmed by both sides")
_DENIED = Text(de="Angaben unterscheiden sich", en="reports differ")
_DECISIONS = Text(de="Beschlüsse kommen zurück", en="decisions come back")
_REPORTED = Text(de="angegeben von {name}", en="reported by {name}")
_IN_HOUSE = Text(de="im eigenen Haus", en="inside the own house")


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two actors, by index, with what is known about it in words.

    Attributes:
        provenance: Who reported it and when, and where it was taken from.
        record_id: The record that says so; empty where it is a field of an actor.
    """

    kind: TieKind
    source: int
    target: int
    note: str = ""
    provenance: str = ""
    record_id: str = ""


def ties_of(network: Network, language: Language) -> list[Tie]:
    """All ties at the date: by kind, and within a kind ascending by id."""
    return [
        *_seats(network, language),
        *_exchange(network, language),
        *_reporting(network, language),
        *_above(TieKind.PART_OF, network.parents.tolist()),
        *_above(TieKind.WORKS_FOR, network.houses.tolist()),
    ]


def _seats(network: Network, language: Language) -> Iterator[Tie]:
    table = network.memberships
    for row in range(len(table)):
        value = {field: column[row] for field, column in table.columns.items()}
        role = value["role_label"] or _word(ROLES[Role(value["role"])], language)
        level = value["house_level"]
        behalf = [
            network.labels[network.actor_index[each]]
            for each in value["on_behalf_of_ids"]
            if each in network.actor_index
        ]
        yield Tie(
            TieKind.SEAT,
            int(network.seats.source[row]),
            int(network.seats.target[row]),
            _note(
                role,
                _word(HOUSE_LEVELS[HouseLevel(level)], language) if level else "",
                _BEHALF.format(names=", ".join(behalf)).in_language(language) if behalf else "",
                *_dates(value["start_date"], value["end_date"], language),
            ),
            _provenance(network, value, language),
            value["id"],
        )


def _exchange(network: Network, language: Language) -> Iterator[Tie]:
    table = network.exchange_ties
    for row in range(len(table)):
        value = {field: column[row] for field, column in table.columns.items()}
        topics = [
            network.topic_names[network.topic_index[each]]
            for each in value["topic_ids"]
            if each in network.topic_index
        ]
        confirmed = {True: _CONFIRMED, False: _DENIED, None: None}[value["confirmed"]]
        yield Tie(
            TieKind.EXCHANGE,
            int(network.exchange.source[row]),
            int(network.exchange.target[row]),
            _note(
                rhythm(value["contacts_per_year"], irregular=value["irregular"], language=language),
                value["channel"],
                ", ".join(topics),
                _word(confirmed, language),
                *_dates(value["start_date"], value["end_date"], language),
            ),
            _provenance(network, value, language),
            value["id"],
        )


def _reporting(network: Network, language: Language) -> Iterator[Tie]:
    table = network.reporting_lines
    for row in range(len(table)):
        value = {field: column[row] for field, column in table.columns.items()}
        yield Tie(
            TieKind.REPORTING,
            int(network.reporting.source[row]),
            int(network.reporting.target[row]),
            _note(
                value["form"],
                _word(_DECISIONS if value["returns_decisions"] else None, language),
                _word(_IN_HOUSE if value["within_house"] else None, language),
                *_dates(value["start_date"], value["end_date"], language),
            ),
            _provenance(network, value, language),
            value["id"],
        )


def _above(kind: TieKind, targets: Iterable[int]) -> Iterator[Tie]:
    for source, target in enumerate(targets):
        if target not in {ABSENT, source}:
            yield Tie(kind, source, target)


def _dates(start: str | None, end: str | None, language: Language) -> tuple[str, str]:
    since = _SINCE.format(date=partial_date(start, language)) if start else None
    until = _UNTIL.format(date=partial_date(end, language)) if end else None
    return _word(since, language), _word(until, language)


def _provenance(network: Network, value: Mapping[str, Any], language: Language) -> str:
    reporter = network.actor_index.get(value.get("reported_by_id") or "")
    reported_at = value.get("reported_at")
    # A store keeps sources as JSON, a file that was just read as values.
    source = Source.model_validate(value["source"] or Source(label=""))
    return _note(
        ""
        if reporter is None
        else _REPORTED.format(name=network.labels[reporter]).in_language(language),
        partial_date(reported_at, language) if reported_at else "",
        source.label,
        partial_date(source.retrieved_at, language) if source.retrieved_at else "",
    )


def _note(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _word(text: Text | None, language: Language) -> str:
    return "" if text is None else text.in_language(language)
