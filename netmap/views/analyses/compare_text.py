"""A comparison as text for a committee: what got better first, then what came, went, changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from netmap.analyses.comparison.change import Aspect, Change, ChangeType
from netmap.findings.words import LEVEL_NAMES, SECTOR_NAMES, number
from netmap.language import Language, Text
from netmap.views.field_words import field_title, value_words
from netmap.vocabulary import Level, Sector

_NONE = Text(de="Zwischen beiden hat sich nichts geändert.", en="Nothing changed between the two.")
_BETTER = Text(de="Was sich verbessert hat", en="What got better")
_ASPECTS = {
    Aspect.FINDING: Text(de="Hinweise", en="Findings"),
    Aspect.MEASURE: Text(de="Zahlen", en="Numbers"),
    Aspect.BODY: Text(de="Gremien", en="Bodies"),
    Aspect.ACTOR: Text(de="Akteure", en="Actors"),
    Aspect.SEAT: Text(de="Mitgliedschaften", en="Memberships"),
    Aspect.EXCHANGE: Text(de="Austausch", en="Exchange"),
    Aspect.REPORTING_LINE: Text(de="Berichtswege", en="Reporting lines"),
    Aspect.COOPERATION: Text(de="Kooperationen", en="Cooperations"),
    Aspect.WORK: Text(de="Themen von Akteuren", en="Topics of actors"),
    Aspect.TOPIC: Text(de="Themen", en="Topics"),
}
_CHANGES = {
    ChangeType.RENAMED: Text(de="umbenannt", en="renamed"),
    ChangeType.CAME: Text(de="neu", en="new"),
    ChangeType.WENT: Text(de="nicht mehr da", en="no longer there"),
    ChangeType.CHANGED: Text(de="geändert", en="changed"),
}
_FINDINGS = {
    ChangeType.CAME: Text(de="neu", en="new"),
    ChangeType.WENT: Text(de="erledigt", en="settled"),
}
_RENAMED = Text(de="{before} heißt jetzt {after}", en="{before} is now called {after}")
_UNKNOWN = Text(de="nicht erfasst", en="not recorded")


def compare_text(rows: Sequence[Change], language: Language) -> str:
    """Sections with a line a row; what got better stands first and in its section as well."""
    if not rows:
        return _NONE.in_language(language)
    return "\n".join(_sections(rows, language))


def _sections(rows: Sequence[Change], language: Language) -> Iterator[str]:
    better = [row for row in rows if row.improvement]
    if better:
        yield from _section(_BETTER, better, language)
        yield ""
    for aspect, members in groupby(rows, key=lambda row: row.aspect):
        yield from _section(_ASPECTS[aspect], list(members), language)
        yield ""


def _section(title: Text, rows: Sequence[Change], language: Language) -> Iterator[str]:
    heading = f"{title.in_language(language)} ({len(rows)})"
    yield heading
    yield "-" * len(heading)
    for row in rows:
        yield f"- {_line(row, language)}"


def _line(row: Change, language: Language) -> str:
    if row.aspect is Aspect.MEASURE:
        return _measure(row, language)
    if row.aspect is Aspect.FINDING:
        title = row.text.in_language(language) if row.text else ""
        how = _FINDINGS[row.change].in_language(language)
        return f"{title}: {_names(row.names)} ({how})"
    if row.change is ChangeType.RENAMED:
        told = _RENAMED.format(before=_names(row.former_names), after=_names(row.names))
        head = told.in_language(language)
    else:
        head = f"{_names(row.names)} ({_CHANGES[row.change].in_language(language)})"
    fields = "; ".join(
        _field(row, each.field, each.before, each.after, language) for each in row.fields
    )
    return f"{head}: {fields}" if fields else head


def _field(row: Change, field: str, before: object, after: object, language: Language) -> str:
    if row.kind is None:
        return field
    was, now = (value_words(row.kind, field, each, language) for each in (before, after))
    return f"{field_title(row.kind, field, language)}: {was} → {now}"


def _measure(row: Change, language: Language) -> str:
    title = row.text.in_language(language) if row.text else ""
    if len(row.ids) == 3:
        _, sector, level = row.ids
        where = [
            SECTOR_NAMES[Sector(sector)] if sector else _UNKNOWN,
            LEVEL_NAMES[Level(level)] if level else _UNKNOWN,
        ]
        title = f"{title}, {', '.join(each.in_language(language) for each in where)}"
    was, now = (number(each or 0).in_language(language) for each in (row.before, row.after))
    return f"{title}: {was} → {now}"


def _names(names: Sequence[str]) -> str:
    return " – ".join(names)
