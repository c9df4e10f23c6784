"""Edits in words: the ties that they move, end or join, and the two sides of a merger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from netmap.edits.held import Held
from netmap.edits.merging import Merge, Side
from netmap.ingest.other_names import other_names
from netmap.language import Language, Text
from netmap.model import ExchangeTie, Membership, ReportingLine, WorksOn
from netmap.values import Record
from netmap.views.field_words import field_title, value_words
from netmap.views.map_words import HOUSE_LEVELS, ROLES, partial_date, rhythm
from netmap.views.record_words import record_title
from netmap.vocabulary import Asked, Kind

_KINDS = {
    Kind.PERSON: Text(de="Personen dieser Organisation", en="Persons of this organisation"),
    Kind.ORGANIZATION: Text(de="Teile und Vorgänger", en="Parts and predecessors"),
    Kind.TOPIC: Text(de="Unterthemen", en="Subtopics"),
    Kind.MEMBERSHIP: Text(de="Sitze", en="Seats"),
    Kind.EXCHANGE_TIE: Text(de="Austausch", en="Exchange"),
    Kind.REPORTING_LINE: Text(de="Berichtswege", en="Reporting lines"),
    Kind.COOPERATION: Text(de="Kooperationen", en="Cooperations"),
    Kind.WORKS_ON: Text(de="Themen", en="Topics"),
}
_FROM = Text(de="seit {date}", en="since {date}")
_UNTIL = Text(de="bis {date}", en="until {date}")
_FOR = Text(de="für {names}", en="for {names}")
_REPORTED = Text(de="angegeben von {name}", en="reported by {name}")
_ROLE = Text(de="Mitglied", en="member")


@dataclass(frozen=True, slots=True)
class Group:
    """Records of one kind in words, in the order of the alphabet."""

    title: Text
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of two records that are merged.

    Attributes:
        field: Name of the field, for the form.
        title: What it is called.
        kept: The value of the record that stays.
        other: That of the one that goes.
        side: Whose value counts where both differ; ``None`` where nothing is to be chosen.
        both: Both values stay.
    """

    field: str
    title: str
    kept: str
    other: str
    side: Side | None
    both: bool


def groups(records: Iterable[Record], known: Held, language: Language) -> tuple[Group, ...]:
    """Records by kind, each in one line."""
    lines: dict[Kind, list[str]] = {}
    for each in records:
        lines.setdefault(each.kind, []).append(line(each, known, language))
    return tuple(
        Group(title, tuple(sorted(lines[kind], key=str.casefold)))
        for kind, title in _KINDS.items()
        if kind in lines
    )


def line(record: Record, known: Held, language: Language) -> str:
    """A record in one line: whom it joins, and what else is known of it."""
    notes: list[str] = []
    match record:
        case Membership():
            notes = seat_notes(record, known, language)
        case ExchangeTie():
            often = rhythm(record.contacts_per_year, irregular=record.irregular, language=language)
            by = _REPORTED.format(name=known.label(record.reported_by_id or ""))
            notes = [often, record.channel, by.in_language(language) * bool(record.reported_by_id)]
        case ReportingLine():
            notes = [record.form]
    if isinstance(record, Membership | ExchangeTie | ReportingLine | WorksOn):
        notes += dates(record, language)
    said = ", ".join(each for each in notes if each)
    title = record_title(record, known.labels)
    return f"{title} ({said})" if said else title


def seat_notes(seat: Membership, known: Held, language: Language) -> list[str]:
    """What is known of a seat beside its dates: role, level, and whom it is held for."""
    role = ROLES[seat.role]
    level = HOUSE_LEVELS[seat.house_level] if seat.house_level else None
    names = ", ".join(known.label(each) for each in seat.on_behalf_of_ids)
    return [
        seat.role_label or (role or _ROLE).in_language(language),
        level.in_language(language) if level else "",
        _FOR.format(names=names).in_language(language) if names else "",
    ]


def seat_row(seat: Membership, known: Held, of: str, language: Language) -> tuple[str, str]:
    """The other side of a seat, seen from its member or body, and what is known of it."""
    other = seat.organization_id if of == seat.member_id else seat.member_id
    notes = [*seat_notes(seat, known, language), *dates(seat, language)]
    return known.label(other), ", ".join(each for each in notes if each)


def dates(
    record: Membership | ExchangeTie | ReportingLine | WorksOn, language: Language
) -> list[str]:
    """Since when and until when something holds, as far as known."""
    return [
        words.format(date=partial_date(date, language)).in_language(language)
        for words, date in ((_FROM, record.start_date), (_UNTIL, record.end_date))
        if date
    ]


def merge_rows(merge: Merge, known: Held, language: Language) -> tuple[FieldRow, ...]:
    """Every field in which one of two merged records says something, in the order of the model.

    That somebody stays outside on purpose is in none of them.
    """
    chosen = {each.field: each.side for each in merge.choices}
    kept, other = (each.model_dump(mode="json") for each in (merge.kept, merge.other))
    rows = []
    for field in type(merge.kept).model_fields:
        if field in {"kind", "id", "version", "identifiers", "source", "attributes"}:
            continue
        if field == "asked" and Asked.LEFT_OUT in (kept[field], other[field]):
            continue
        mine, theirs = (
            _value(merge.kept, field, each[field], known, language) for each in (kept, other)
        )
        if mine == theirs == _NOTHING:
            continue
        both = isinstance(getattr(merge.kept, field), tuple) and mine != theirs
        title = field_title(merge.kept.kind, field, language)
        rows.append(FieldRow(field, title, mine, theirs, chosen.get(field), both))
    return tuple(rows)


def names_beside(merge: Merge) -> tuple[str, ...]:
    """Other names under which the merged record will be found."""
    return other_names(merge.after)


_NOTHING = value_words(Kind.PERSON, "name", None, Language.DE)


def _value(record: Record, field: str, value: Any, known: Held, language: Language) -> str:
    if field in record.REFERENCES and value:
        return known.label(value)
    if field == "coordination" and value:
        return ", ".join(str(each) for each in value.values() if isinstance(each, str))
    return value_words(record.kind, field, value, language)
