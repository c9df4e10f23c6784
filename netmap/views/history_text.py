"""The change log in words: who changed what, when and how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from netmap.changes import LogEntry, Snapshot
from netmap.language import Language, Text

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


def history_text(entries: Sequence[LogEntry], language: Language) -> str:
    """Two lines a change set, in the order given: what happened, and its id for undo."""
    if not entries:
        return _NONE.in_language(language)
    return "\n".join(_entry(entry).in_language(language) for entry in entries)


def snapshots_text(snapshots: Sequence[Snapshot], language: Language) -> str:
    """Two lines a snapshot, in the order given."""
    if not snapshots:
        return _NONE.in_language(language)
    return "\n".join(
        _SNAPSHOT.format(
            at=f"{each.taken_at.astimezone():%Y-%m-%d %H:%M}",
            label=each.label,
            author=each.author,
            id=each.id,
        ).in_language(language)
        for each in snapshots
    )


def _entry(entry: LogEntry) -> Text:
    kinds = Counter(
        "added" if each.before is None else "removed" if each.after is None else "changed"
        for each in entry.changes
    )
    counts = _COUNTS.format(**{name: kinds[name] for name in ("added", "changed", "removed")})
    return _ENTRY.format(
        at=f"{entry.at.astimezone():%Y-%m-%d %H:%M}",
        author=entry.author,
        what=_ERASURE if entry.erasure else counts,
        note=_UNDOES.format(id=entry.undoes)
        if entry.undoes
        else f" – {entry.note}" * bool(entry.note),
        id=entry.id,
    )
