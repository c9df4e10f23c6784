"""What an import would change, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from netmap.ingest.problems import Severity
from netmap.ingest.report import ImportReport, KindCount, ReportedChange, ReportedProblem
from netmap.language import Language, Text, same
from netmap.views.field_words import field_title, value_words
from netmap.views.import_text import KINDS, SEVERITIES
from netmap.views.page_remedies import page_remedy

_NAMES_SHOWN = 40
FORMAT_WORDS = {
    "workbook": Text(de="Arbeitsmappe nach der Vorlage", en="workbook like the template"),
    "flat-list": Text(de="Liste von Personen und Sitzen", en="list of persons and seats"),
    "cross-table": Text(de="Kreuztabelle", en="cross table"),
    "popolo": same("Popolo"),
    "oparl": same("OParl"),
    "edge-list": Text(de="Tabelle von Verbindungen", en="table of ties"),
}
"""What formats are called; graphs by the names of their formats."""


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many records of a kind are new, changed, the same, or not in the list."""

    kind: Text
    count: KindCount


@dataclass(frozen=True, slots=True)
class AddedGroup:
    """New records of a kind by name.

    Attributes:
        more: How many are not named.
    """

    kind: Text
    names: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record with the fields that change: title, value before, value after."""

    kind: Text
    name: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Problems of one severity."""

    severity: Severity
    title: Text
    problems: tuple[ReportedProblem, ...]


@dataclass(frozen=True, slots=True)
class ImportView:
    """Everything that the page says about a list.

    Attributes:
        format: What it was recognised as; empty where it could not be read.
    """

    format: Text
    counts: tuple[CountRow, ...]
    added: tuple[AddedGroup, ...]
    changed: tuple[ChangedRecord, ...]
    problems: tuple[ProblemGroup, ...]

    @property
    def writes(self) -> bool:
        """Whether taking the list in changes anything."""
        return any(row.count.added or row.count.changed for row in self.counts)


def import_view(report: ImportReport, language: Language) -> ImportView:
    """A report in groups: counts, what is new, what changes, what was found."""
    total = {each.kind: each.added for each in report.counts}
    new = sorted(
        (each for each in report.changes if each.action == "added"), key=lambda each: each.kind
    )
    added = []
    for kind, members in groupby(new, key=lambda each: each.kind):
        names = tuple(each.name for each in members)[:_NAMES_SHOWN]
        added.append(AddedGroup(KINDS[kind], names, max(0, total[kind] - len(names))))
    return ImportView(
        format=FORMAT_WORDS.get(report.format, same(report.format)),
        counts=tuple(CountRow(KINDS[each.kind], each) for each in report.counts),
        added=tuple(added),
        changed=tuple(
            _changed(each, language) for each in report.changes if each.action == "changed"
        ),
        problems=tuple(_grouped(report.problems)),
    )


def _changed(change: ReportedChange, language: Language) -> ChangedRecord:
    fields = tuple(
        (
            field_title(change.kind, each.field, language),
            value_words(change.kind, each.field, each.before, language),
            value_words(change.kind, each.field, each.after, language),
        )
        for each in change.fields
    )
    return ChangedRecord(KINDS[change.kind], change.name, fields)


def _grouped(problems: Iterable[ReportedProblem]) -> Iterable[ProblemGroup]:
    found = list(problems)
    for severity, title in SEVERITIES.items():
        members = tuple(
            each.model_copy(update={"remedy": page_remedy(each.code, each.remedy)})
            for each in found
            if each.severity is severity
        )
        if members:
            yield ProblemGroup(severity, title, members)
