"""What an import did, or would do: the report that people and programs read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netmap.errors import Place
from netmap.ingest.problems import Parsed, Problem, Severity
from netmap.ingest.reconcile import Reconciliation
from netmap.language import Text
from netmap.values import Part, Record
from netmap.vocabulary import Kind


class KindCount(Part):
    """What an import does to the records of one kind.

    Attributes:
        unchanged: In the source, and stored just so.
        untouched: Stored, and not in the source.
    """

    kind: Kind
    added: int
    changed: int
    unchanged: int
    untouched: int


class ReportedField(Part):
    """One field of a changed record, as JSON values."""

    field: str
    before: Any
    after: Any


class ReportedChange(Part):
    """A record that is added, or changed in ``fields``."""

    kind: Kind
    id: str
    name: str
    action: str
    fields: tuple[ReportedField, ...] = ()


class ReportedProblem(Part):
    """One thing found in the source, with its place, cause and remedy."""

    severity: Severity
    code: str
    file: str | None
    sheet: str | None
    line: int | None
    column: str | None
    field: str | None
    place: Text
    cause: Text
    remedy: Text


class ReportedDuplicate(Part):
    """Two actors that may be the same; nothing is merged."""

    ids: tuple[str, str]
    names: tuple[str, str]
    strength: float
    reason: Text


class ImportReport(Part):
    """What an import did, or in a dry run would do.

    Attributes:
        format: Name of the format the source was read as; empty where it could not be read.
        created_network: The network is new.
        applied: Something was written. False for a dry run, with errors, and where nothing changes.
        change_set_id: The change set that holds the import; undo takes it back.
    """

    network_id: str
    source: str
    format: str
    dry_run: bool
    created_network: bool
    applied: bool
    change_set_id: str | None
    counts: tuple[KindCount, ...]
    changes: tuple[ReportedChange, ...]
    problems: tuple[ReportedProblem, ...]
    possible_duplicates: tuple[ReportedDuplicate, ...]

    @property
    def has_errors(self) -> bool:
        """Whether something kept the import from being applied."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def import_report(
    network_id: str,
    source: str,
    parsed: Parsed,
    found: Reconciliation | None,
    stored: Sequence[Record] = (),
    *,
    dry_run: bool,
    created_network: bool = False,
    change_set_id: str | None = None,
) -> ImportReport:
    """The report of one import; ``found`` is absent where errors kept it from being matched."""
    return ImportReport(
        network_id=network_id,
        source=source,
        format=parsed.format,
        dry_run=dry_run,
        created_network=created_network,
        applied=change_set_id is not None,
        change_set_id=change_set_id,
        counts=_counts(found) if found else (),
        changes=_changes(found, stored) if found else (),
        problems=tuple(_problem(each) for each in (found or parsed).problems),
        possible_duplicates=_duplicates(found) if found else (),
    )


def _counts(found: Reconciliation) -> tuple[KindCount, ...]:
    added = dict.fromkeys(Kind, 0)
    changed = dict(added)
    for each in found.preview:
        (changed if each.fields else added)[each.kind] += 1
    return tuple(
        KindCount(
            kind=kind,
            added=added[kind],
            changed=changed[kind],
            unchanged=found.unchanged[kind],
            untouched=found.untouched[kind],
        )
        for kind in Kind
        if added[kind] or changed[kind] or found.unchanged[kind] or found.untouched[kind]
    )


def _changes(found: Reconciliation, stored: Sequence[Record]) -> tuple[ReportedChange, ...]:
    # Most records are ties, which are never the end of another.
    labels = {each.id: _label(each) for each in stored if each.kind not in _ENDS}
    written = (put.record for put in found.puts)
    labels |= {each.id: _label(each) for each in written if each.kind not in _ENDS}
    return tuple(
        ReportedChange(
            kind=each.kind,
            id=each.record_id,
            name=_named(put.record, labels),
            action="changed" if each.fields else "added",
            fields=tuple(
                ReportedField(field=f.field, before=_json(f.before), after=_json(f.after))
                for f in each.fields
            ),
        )
        for put, each in zip(found.puts, found.preview, strict=True)
    )


def _duplicates(found: Reconciliation) -> tuple[ReportedDuplicate, ...]:
    return tuple(
        ReportedDuplicate(
            ids=each.ids, names=each.labels, strength=each.strength, reason=each.reason
        )
        for each in found.possible_duplicates
    )


def _problem(problem: Problem) -> ReportedProblem:
    place: Place = problem.place
    return ReportedProblem(
        severity=problem.severity,
        code=problem.code,
        file=place.file,
        sheet=place.sheet,
        line=place.line,
        column=place.column,
        field=place.field,
        place=place.text(),
        cause=problem.cause,
        remedy=problem.remedy,
    )


def _label(record: Record) -> str:
    return str(getattr(record, "label", None) or getattr(record, "name", None) or record.id)


def _named(record: Record, labels: dict[str, str]) -> str:
    """A record in words; a tie by the names of its ends."""
    ends = [
        labels.get(str(getattr(record, field)), str(getattr(record, field)))
        for field in _ENDS.get(record.kind, ())
    ]
    return " – ".join(ends) if ends else _label(record)


_ENDS = {
    Kind.MEMBERSHIP: ("member_id", "organization_id"),
    Kind.EXCHANGE_TIE: ("source_id", "target_id"),
    Kind.REPORTING_LINE: ("sender_id", "receiver_id"),
    Kind.WORKS_ON: ("actor_id", "topic_id"),
}


def _json(value: Any) -> Any:
    if isinstance(value, Part):
        return value.model_dump(mode="json")
    if isinstance(value, tuple):
        return [_json(each) for each in value]
    return value
