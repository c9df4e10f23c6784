"""Records and what happened to them in words, with the names of what they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from netmap.changes import LogEntry, LoggedChange
from netmap.edits.told_apart import TOLD_APART
from netmap.findings.kinds import FindingKind
from netmap.language import Language, Text
from netmap.map_views import MapView
from netmap.model import (
    MODELS,
    Cooperation,
    ExchangeTie,
    FindingMark,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.principal import LOCAL_OWNER
from netmap.values import Record
from netmap.views.field_words import field_title, value_words
from netmap.vocabulary import Kind

KIND_WORDS = {
    Kind.PERSON: Text(de="Person", en="person"),
    Kind.ORGANIZATION: Text(de="Organisation", en="organisation"),
    Kind.TOPIC: Text(de="Thema", en="topic"),
    Kind.MEMBERSHIP: Text(de="Mitgliedschaft", en="membership"),
    Kind.EXCHANGE_TIE: Text(de="Austausch", en="exchange"),
    Kind.REPORTING_LINE: Text(de="Berichtsweg", en="reporting line"),
    Kind.COOPERATION: Text(de="Kooperation", en="cooperation"),
    Kind.WORKS_ON: Text(de="Arbeit am Thema", en="work on the topic"),
    Kind.FINDING_MARK: Text(de="Vermerk zum Hinweis", en="mark of the finding"),
    Kind.MAP_VIEW: Text(de="Ansicht der Karte", en="view of the map"),
}
"""What one record of each kind is called."""

_MARKED = {
    **{kind.value: kind.title_text for kind in FindingKind},
    TOLD_APART: Text(de="Zwei verschiedene Einträge", en="Two different records"),
}
_SOMEBODY = Text(de="Jemand", en="Somebody")
_ADDED = Text(de="{author} hat eingetragen: {kind} {title}", en="{author} entered: {kind} {title}")
_REMOVED = Text(de="{author} hat entfernt: {kind} {title}", en="{author} removed: {kind} {title}")
_CHANGED = Text(
    de="{author} hat {fields} von {title} geändert", en="{author} changed {fields} of {title}"
)
_TOUCHED = Text(
    de="{author} hat {title} noch einmal gespeichert", en="{author} saved {title} again"
)
_ERASED = Text(
    de="{author} hat personenbezogene Daten gelöscht", en="{author} erased personal data"
)
_MORE_PLACES = Text(de=" und {count} weitere", en=" and {count} more")
_PLACES_TOLD = 5
_NOT_TOLD = {"kind", "id", "version", "identifiers"}


def record_title(record: Record, names: Mapping[str, str], language: Language = Language.DE) -> str:
    """What a record is called; seats and ties by those whom they join."""

    def named(record_id: str) -> str:
        return names.get(record_id, record_id)

    match record:
        case Membership():
            return f"{named(record.member_id)} in {named(record.organization_id)}"
        case ExchangeTie():
            return f"{named(record.source_id)} – {named(record.target_id)}"
        case ReportingLine():
            return f"{named(record.sender_id)} → {named(record.receiver_id)}"
        case WorksOn():
            return f"{named(record.actor_id)}: {named(record.topic_id)}"
        case Person() | Organization() | Topic():
            return record.label
        case Cooperation() | MapView():
            return record.name
        case FindingMark() if record.finding_kind in _MARKED:
            return _MARKED[record.finding_kind].in_language(language)
        case _:
            return record.id


def value_in_words(
    kind: Kind, field: str, value: Any, names: Mapping[str, str], language: Language
) -> str:
    """A value of a field, given as JSON, with names for ids."""
    if field in MODELS[kind].REFERENCES and value:
        ids = [value] if isinstance(value, str) else value
        return ", ".join(names.get(each, each) for each in ids)
    if kind is Kind.MAP_VIEW and field == "places" and value:
        shown = [
            {**each, "actor_id": names.get(each["actor_id"], each["actor_id"])}
            for each in value[:_PLACES_TOLD]
        ]
        words = value_words(kind, field, shown, language)
        more = len(value) - len(shown)
        return words + (_MORE_PLACES.format(count=more).in_language(language) if more else "")
    return value_words(kind, field, value, language)


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """What happened to one record.

    Attributes:
        sentence: Who did what to which record.
        fields: Of a changed record: title, value before, value after.
    """

    record_id: str
    kind: Kind
    sentence: str
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EntryWords:
    """A change set in words.

    Attributes:
        changes: The first of its changes.
        more: How many changes are not among them.
        undoes: It took another one back.
        can_be_undone: It can be asked to be taken back.
    """

    id: str
    at: datetime
    author: str
    note: str
    changes: tuple[ChangeWords, ...]
    more: int
    undoes: bool
    can_be_undone: bool


def entry_words(
    entry: LogEntry, names: Mapping[str, str], language: Language, *, most: int
) -> EntryWords:
    """A change set in words, its first ``most`` changes one by one."""
    author = author_words(entry, language)
    # What was entered or removed with it is named in it, too.
    told = dict(names)
    for each in entry.changes:
        record = each.after or each.before
        if isinstance(record, Person | Organization | Topic):
            told.setdefault(record.id, record.label)
    changes = tuple(_change(each, author, told, language) for each in entry.changes[:most])
    if entry.erasure:
        sentence = _ERASED.format(author=author).in_language(language)
        changes = tuple(ChangeWords(each.record_id, each.kind, sentence) for each in changes[:1])
    return EntryWords(
        id=entry.id,
        at=entry.at,
        author=author,
        note=entry.note,
        changes=changes,
        more=0 if entry.erasure else max(0, len(entry.changes) - most),
        undoes=entry.undoes is not None,
        can_be_undone=not entry.erasure and bool(entry.changes),
    )


def author_words(entry: LogEntry, language: Language) -> str:
    """Who acted; where nobody logs in, somebody."""
    return _SOMEBODY.in_language(language) if entry.author == LOCAL_OWNER.name else entry.author


def _change(
    change: LoggedChange, author: str, names: Mapping[str, str], language: Language
) -> ChangeWords:
    record = change.after or change.before
    title = record_title(record, names, language) if record else change.record_id
    kind = KIND_WORDS[change.kind]
    if change.before is None or change.after is None:
        pattern = _ADDED if change.before is None else _REMOVED
        sentence = pattern.format(author=author, kind=kind, title=title).in_language(language)
        return ChangeWords(change.record_id, change.kind, sentence)
    fields = tuple(_fields(change, names, language))
    pattern = _CHANGED if fields else _TOUCHED
    sentence = pattern.format(
        author=author, title=title, fields=", ".join(name for name, _, _ in fields)
    ).in_language(language)
    return ChangeWords(change.record_id, change.kind, sentence, fields)


def _fields(
    change: LoggedChange, names: Mapping[str, str], language: Language
) -> Iterator[tuple[str, str, str]]:
    before, after = (
        {} if record is None else record.model_dump(mode="json", exclude=_NOT_TOLD)
        for record in (change.before, change.after)
    )
    for field in before | after:
        was, became = (
            value_in_words(change.kind, field, values.get(field), names, language)
            for values in (before, after)
        )
        if was != became:
            yield field_title(change.kind, field, language), was, became
