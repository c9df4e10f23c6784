"""The change log in words: who changed what, when and how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from netmap.changes import LogEntry, Snapshot
from netmap.language import Language, Text, same
from netmap.principal import LOCAL_OWNER
from netmap.views.field_words import field_title, value_words
from netmap.views.local_time import local

_NONE = Text(de="Es ist noch nichts aufgezeichnet.", en="Nothing has been recorded yet.")
_ENTRY = Text(
    de="{at}  {author}: {what}{note}\n    {id}", en="{at}  {author}: {what}{note}\n    {id}"
)
_COUNTS = Text(
    de="{added} neu, {changed} geändert, {removed} entfernt",
    en="{added} added, {changed} changed, {removed} removed",
)
_ERASURE = Text(de="Personendaten gelöscht", en="personal data erased")
_UNDOES = Text(de=" (nimmt {id} zurück)", en=" (takes back {id})")
_SNAPSHOT = Text(
    de="{at}  {label} (von {author})\n    {id}", en="{at}  {label} (by {author})\n    {id}"
)

_NOT_TOLD = {"kind", "id", "version"}


def history_text(entries: Sequence[LogEntry], language: Language) -> str:
    """Two lines a change set, in the order given: what happened, and its id for undo."""
    if not entries:
        return _NONE.in_language(language)
    return "\n".join(_entry(entry).in_language(language) for entry in entries)


def record_history_text(entries: Sequence[LogEntry], language: Language) -> str:
    """What happened to one record: of each change set the fields that it changed, and its id."""
    if not entries:
        return _NONE.in_language(language)
    return "\n".join(line for entry in entries for line in _story(entry, language))


def snapshots_text(snapshots: Sequence[Snapshot], language: Language) -> str:
    """Two lines a snapshot, in the order given."""
    if not snapshots:
        return _NONE.in_language(language)
    return "\n".join(
        _SNAPSHOT.format(
            at=f"{local(each.taken_at):%Y-%m-%d %H:%M}",
            label=each.label,
            author=_author(each.author),
            id=each.id,
        ).in_language(language)
        for each in snapshots
    )


def _author(name: str) -> Text:
    """Who acted; in local mode nobody logs in."""
    return Text(de="ohne Anmeldung", en=name) if name == LOCAL_OWNER.name else same(name)


def _story(entry: LogEntry, language: Language) -> Iterator[str]:
    head, change_set_id = _entry(entry).in_language(language).split("\n")
    yield head
    for change in entry.changes:
        before, after = (
            {} if record is None else record.model_dump(mode="json", exclude=_NOT_TOLD)
            for record in (change.before, change.after)
        )
        for field in before | after:
            was, became = (
                value_words(change.kind, field, values.get(field), language)
                for values in (before, after)
            )
            if was != became:
                yield f"    {field_title(change.kind, field, language)}: {was} → {became}"
    yield change_set_id


def _entry(entry: LogEntry) -> Text:
    kinds = Counter(
        "added" if each.before is None else "removed" if each.after is None else "changed"
        for each in entry.changes
    )
    counts = _COUNTS.format(**{name: kinds[name] for name in ("added", "changed", "removed")})
    return _ENTRY.format(
        at=f"{local(entry.at):%Y-%m-%d %H:%M}",
        author=_author(entry.author),
        what=_ERASURE if entry.erasure else counts,
        note=_UNDOES.format(id=entry.undoes)
        if entry.undoes
        else f" – {entry.note}" * bool(entry.note),
        id=entry.id,
    )
