"""What an import did, or would do, in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from netmap.ingest.problems import Severity
from netmap.ingest.report import (
    ImportReport,
    KindCount,
    ReportedChange,
    ReportedDuplicate,
    ReportedField,
)
from netmap.language import Language, Text
from netmap.views.field_words import field_title, value_words
from netmap.vocabulary import Kind

_WIDTH = 96
_SHOWN = 20
"""Entries of each list that are shown; the JSON form has them all."""

_PLACES = 12
"""Places of one and the same problem that are shown."""

KINDS = {
    Kind.PERSON: Text(de="Personen", en="Persons"),
    Kind.ORGANIZATION: Text(de="Organisationen und Gremien", en="Organisations and bodies"),
    Kind.TOPIC: Text(de="Themen", en="Topics"),
    Kind.MEMBERSHIP: Text(de="Mitgliedschaften", en="Memberships"),
    Kind.EXCHANGE_TIE: Text(de="Austausch", en="Exchange ties"),
    Kind.REPORTING_LINE: Text(de="Berichtswege", en="Reporting lines"),
    Kind.COOPERATION: Text(de="Kooperationen", en="Cooperations"),
    Kind.WORKS_ON: Text(de="Themen von Akteuren", en="Topics of actors"),
    Kind.FINDING_MARK: Text(de="Vermerke zu Hinweisen", en="Marks of findings"),
    Kind.MAP_VIEW: Text(de="Ansichten der Karte", en="Views of the map"),
}
SEVERITIES = {
    Severity.ERROR: Text(de="Fehler", en="Errors"),
    Severity.WARNING: Text(de="Warnungen", en="Warnings"),
    Severity.NOTE: Text(de="Anmerkungen", en="Notes"),
}
_REFUSED = Text(
    de="Es wurde nichts übernommen: {source} hat Fehler.",
    en="Nothing was imported: {source} has errors.",
)
_WOULD = Text(
    de="Probelauf: So würde {source} das Netzwerk „{network}“ ändern. Es wurde nichts gespeichert.",
    en='Dry run: this is how {source} would change the network "{network}". Nothing was stored.',
)
_NOTHING = Text(
    de="{source} ändert nichts: Das Netzwerk „{network}“ hat alles schon so.",
    en='{source} changes nothing: the network "{network}" has it all already.',
)
_DONE = Text(
    de="{source} wurde in das Netzwerk „{network}“ übernommen.",
    en='{source} was imported into the network "{network}".',
)
_COUNT = Text(
    de="  {kind}: {added} neu, {changed} geändert, {unchanged} gleich, {untouched} nicht berührt",
    en="  {kind}: {added} new, {changed} changed, {unchanged} the same, {untouched} not touched",
)
_UNDO = Text(
    de="Änderung {id} im Protokoll; sie lässt sich zurücknehmen.",
    en="Change set {id} in the log; it can be undone.",
)
_CHANGED = Text(de="Geändert", en="Changed")
_ADDED = Text(de="Neu", en="New")
_DUPLICATES = Text(
    de="Möglicherweise doppelt (nichts wurde zusammengeführt)",
    en="Possibly the same (nothing was merged)",
)
_MORE = Text(de="  … und {count} weitere (alle mit --json)", en="  … and {count} more (--json)")
_AND_MORE = Text(de="{shown} und {count} weitere", en="{shown} and {count} more")
_REMEDY = Text(de="Abhilfe: {remedy}", en="Remedy: {remedy}")


def import_report_text(report: ImportReport, language: Language) -> str:
    """What happened, counts by kind, problems with place and remedy, likely duplicates."""
    return "\n".join(_lines(report, language))


def _lines(report: ImportReport, language: Language) -> Iterator[str]:
    headline = _headline(report).format(source=report.source, network=report.network_id)
    yield headline.in_language(language)
    yield from (_count(each, language) for each in report.counts)
    if report.change_set_id:
        yield _UNDO.format(id=report.change_set_id).in_language(language)
    if report.dry_run:
        for title, action in ((_ADDED, "added"), (_CHANGED, "changed")):
            named = [_change(each, language) for each in report.changes if each.action == action]
            yield from _list(title, named, language)
    else:
        changed = [_change(each, language) for each in report.changes if each.action == "changed"]
        yield from _list(_CHANGED, changed, language)
    for severity, title in SEVERITIES.items():
        told = _problems(report, severity, language)
        # Every error has to be mended before the import goes on, so all of them are shown.
        most = len(told) if severity is Severity.ERROR else _SHOWN
        yield from _list(title, told, language, most=most)
    pairs = [
        f"{_pair(each)}: {each.reason.in_language(language)}" for each in report.possible_duplicates
    ]
    yield from _list(_DUPLICATES, pairs, language)


def _pair(pair: ReportedDuplicate) -> str:
    if pair.names[0] != pair.names[1]:
        return f"{pair.names[0]} – {pair.names[1]}"
    # Only the ids tell two of one name apart.
    return " – ".join(f"{name} ({each})" for name, each in zip(pair.names, pair.ids, strict=True))


def _headline(report: ImportReport) -> Text:
    if report.has_errors:
        return _REFUSED
    if report.dry_run:
        return _WOULD
    return _DONE if report.applied else _NOTHING


def _count(count: KindCount, language: Language) -> str:
    return _COUNT.format(
        kind=KINDS[count.kind],
        added=count.added,
        changed=count.changed,
        unchanged=count.unchanged,
        untouched=count.untouched,
    ).in_language(language)


def _change(change: ReportedChange, language: Language) -> str:
    fields = "; ".join(
        _field(change.kind, each, language)
        for each in change.fields
        if each.field not in {"source", "identifiers"}
    )
    return f"{change.name}: {fields}" if fields else change.name


def _field(kind: Kind, field: ReportedField, language: Language) -> str:
    before, after = field.before, field.after
    if field.field == "attributes":
        # Only those that change: an import may bring many.
        before, after = _differing(before, after), _differing(after, before)
    return (
        f"{field_title(kind, field.field, language)}: "
        f"{value_words(kind, field.field, before, language)} → "
        f"{value_words(kind, field.field, after, language)}"
    )


def _differing(one: dict[str, Any] | None, other: dict[str, Any] | None) -> dict[str, Any]:
    return {
        title: value
        for title, value in (one or {}).items()
        if title not in (other or {}) or (other or {})[title] != value
    }


def _problems(report: ImportReport, severity: Severity, language: Language) -> list[str]:
    """One entry a problem; what is the same in several places is told once, with all of them."""
    places: dict[tuple[str, str], list[str]] = {}
    for each in report.problems:
        if each.severity is severity:
            told = (each.cause.in_language(language), each.remedy.in_language(language))
            places.setdefault(told, []).append(each.place.in_language(language))
    return [
        _problem(_shown_places(where, language), cause, remedy, language)
        for (cause, remedy), where in places.items()
    ]


def _shown_places(places: Sequence[str], language: Language) -> str:
    """Some places after one another; the file that all of them share is named once."""
    file, _, _ = places[0].partition(", ")
    if len(places) > 1 and all(each.startswith(f"{file}, ") for each in places):
        places = [places[0], *(each.removeprefix(f"{file}, ") for each in places[1:])]
    shown = "; ".join(places[:_PLACES])
    more = len(places) - _PLACES
    return shown if more <= 0 else _AND_MORE.format(shown=shown, count=more).in_language(language)


def _problem(place: str, cause: str, remedy: str, language: Language) -> str:
    told = f"{cause} {_REMEDY.format(remedy=remedy).in_language(language)}"
    return f"{place}: {told}" if place else told


def _list(
    title: Text, entries: list[str], language: Language, *, most: int = _SHOWN
) -> Iterator[str]:
    if not entries:
        return
    yield ""
    yield f"{title.in_language(language)} ({len(entries)})"
    for entry in entries[:most]:
        yield textwrap.fill(entry, _WIDTH, initial_indent="  • ", subsequent_indent="    ")
    if len(entries) > most:
        yield _MORE.format(count=len(entries) - most).in_language(language)
