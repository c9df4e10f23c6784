"""What is for the coordinating office alone: left out for readers, kept when they write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from netmap.changes import Change, LogEntry, Put
from netmap.discretion import discreet, is_left_out
from netmap.ingest.report import ImportReport, ReportedField
from netmap.model import AnyRecord, Organization, Person
from netmap.values import Record
from netmap.vocabulary import Asked

_Kept = TypeVar("_Kept", bound=Record)


def shown(record: _Kept, *, confidential: bool) -> _Kept:
    """The record; that somebody stays outside on purpose only for those who may know."""
    return record if confidential else discreet(record)


def shown_entry(entry: LogEntry, *, confidential: bool) -> LogEntry:
    """An entry of the change log with both sides of its changes as `shown`."""
    if confidential:
        return entry
    changes = tuple(
        replace(
            change,
            before=change.before and shown(change.before, confidential=False),
            after=change.after and shown(change.after, confidential=False),
        )
        for change in entry.changes
    )
    return entry.model_copy(update={"changes": changes})


def shown_report(report: ImportReport, *, confidential: bool) -> ImportReport:
    """The report of an import without the confidential values that it meets or brings."""
    if confidential:
        return report
    changes = tuple(
        change.model_copy(update={"fields": tuple(_without_secret(f) for f in change.fields)})
        for change in report.changes
    )
    return report.model_copy(update={"changes": changes})


def may_hide(changes: Iterable[Change]) -> set[str]:
    """Ids of records that a writer, who saw no confidential value, could take one from."""
    return {
        change.record_id
        for change in changes
        if isinstance(change, Put) and change.version and _says_nothing(change.record)
    }


def with_hidden(changes: Iterable[Change], stored: Mapping[str, Record]) -> list[Change]:
    """The changes of a writer who saw no confidential value, such that none is lost by them.

    What the writer saw as unknown stays what it was; a value that the writer gives counts.
    """
    return [
        replace(change, record=change.record.model_copy(update={"asked": Asked.LEFT_OUT}))
        if isinstance(change, Put)
        and _says_nothing(change.record)
        and is_left_out(stored.get(change.record_id))
        else change
        for change in changes
    ]


def _without_secret(field: ReportedField) -> ReportedField:
    sides = {"before": field.before, "after": field.after}
    return field.model_copy(
        update={
            side: None if field.field == "asked" and value == Asked.LEFT_OUT else value
            for side, value in sides.items()
        }
    )


def _says_nothing(record: AnyRecord) -> bool:
    return isinstance(record, Person | Organization) and record.asked is None
