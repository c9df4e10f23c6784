"""What was just saved, as the map tells it: in one sentence, and whom to choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from netmap.changes import LogEntry, LoggedChange, references
from netmap.language import Language, Text
from netmap.values import Record
from netmap.views.record_words import KIND_WORDS, ChangeWords, entry_words, record_title
from netmap.vocabulary import Kind

_ADDED = Text(de="Eingetragen: {kind} {title}", en="Entered: {kind} {title}")
_REMOVED = Text(de="Entfernt: {kind} {title}", en="Removed: {kind} {title}")
_CHANGED = Text(de="Geändert: {title}", en="Changed: {title}")
_FIELDS = Text(de="Geändert: {title} ({fields})", en="Changed: {title} ({fields})")
_MORE = Text(de="und {count} weitere", en="and {count} more")
_TAKEN_BACK = Text(de="Zurückgenommen. {words}", en="Taken back. {words}")
_TOLD = 3
_LOOKED_AT = 100
_ACTORS = frozenset({Kind.PERSON, Kind.ORGANIZATION})
_NAMED = _ACTORS | {Kind.TOPIC}


@dataclass(frozen=True, slots=True)
class SavedWords:
    """A change set as the map tells of it.

    Attributes:
        words: What was done to which record, without names of colleagues.
        actor_ids: Whom it is about, and first whom the form was about.
    """

    words: str
    actor_ids: tuple[str, ...]


def saved_words(entry: LogEntry, names: Mapping[str, str], language: Language) -> SavedWords:
    """A change set in one sentence, and the actors that may be chosen after it.

    Args:
        entry: What was saved, without what is confidential.
        names: Of all records that are there, by id.
        language: Of the words.
    """
    words = entry_words(entry, names, language, most=_LOOKED_AT).changes
    told = [
        (record, change, was)
        for change, was in zip(entry.changes, words, strict=False)
        if (record := change.after or change.before) is not None
    ]
    # What an actor works on belongs to the form of the actor, unless it stands alone.
    main = [each for each in told if each[0].kind is not Kind.WORKS_ON] or told
    named = {each.id: record_title(each, names) for each, *_ in told if each.kind in _NAMED}
    named |= names
    sentences = [_sentence(record, change, was, named) for record, change, was in main[:_TOLD]]
    if len(main) > _TOLD:
        sentences.append(_MORE.format(count=len(main) - _TOLD))
    sentence = "; ".join(each.in_language(language) for each in sentences)
    if entry.undoes:
        sentence = _TAKEN_BACK.format(words=sentence).in_language(language)
    records = [record for record, *_ in main]
    referred = {target for record in records for _, target, _ in references(record)}
    # Who was entered along with the record of the form is what that record refers to.
    records.sort(key=lambda each: each.id in referred)
    return SavedWords(sentence, tuple(dict.fromkeys(_actors(records))))


def _sentence(
    record: Record, change: LoggedChange, was: ChangeWords, names: Mapping[str, str]
) -> Text:
    title = record_title(record, names)
    if change.before is None or change.after is None:
        pattern = _ADDED if change.before is None else _REMOVED
        return pattern.format(kind=KIND_WORDS[record.kind], title=title)
    fields = ", ".join(name for name, _, _ in was.fields)
    return (_FIELDS if fields else _CHANGED).format(title=title, fields=fields)


def _actors(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        if record.kind in _ACTORS:
            yield record.id
        else:
            yield from (target for _, target, _ in references(record))
