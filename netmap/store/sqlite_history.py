"""Change log and snapshots in SQLite: records as JSON, each in a row that an erasure can reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from pydantic_core import from_json, to_json

from netmap.changes import LogEntry, LoggedChange, Noted, Snapshot
from netmap.erasure import erased
from netmap.model import MODELS, AnyRecord
from netmap.store.errors import IdTakenError
from netmap.store.sqlite_file import Connection
from netmap.tables import Table, fields
from netmap.values import Record
from netmap.vocabulary import Kind

_LARGEST = 2**63 - 1
"""The largest integer of SQLite; no revision comes near."""


def append(db: Connection, network: int, entry: LogEntry) -> None:
    """Log a change set with its changes."""
    db.execute(
        "INSERT INTO change_set"
        " (network, revision, id, author_id, author, at, note, undoes, erasure)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            network,
            entry.revision,
            entry.id,
            entry.author_id,
            entry.author,
            entry.at.isoformat(),
            entry.note,
            entry.undoes,
            entry.erasure,
        ),
    )
    db.executemany(
        "INSERT INTO logged_change"
        " (network, revision, position, record_id, kind, before, after)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                network,
                entry.revision,
                position,
                change.record_id,
                str(change.kind),
                _json(change.before),
                _json(change.after),
            )
            for position, change in enumerate(entry.changes)
        ),
    )


def revision_of(db: Connection, network: int, change_set_id: str) -> int | None:
    """The revision that a change set made; ``None`` when the log has no such one."""
    row = db.execute(
        "SELECT revision FROM change_set WHERE network = ? AND id = ?", (network, change_set_id)
    ).fetchone()
    return None if row is None else int(row[0])


def entries(
    db: Connection,
    network: int,
    *,
    network_id: str,
    record_id: str | None = None,
    before_revision: int | None = None,
    limit: int = 1,
) -> list[LogEntry]:
    """Change sets, newest first; those of one record with their changes to it alone."""
    heads = db.execute(
        "SELECT revision, id, author_id, author, at, note, undoes, erasure FROM change_set"
        " WHERE network = :network AND revision < :before AND (:record IS NULL OR revision IN"
        " (SELECT revision FROM logged_change WHERE network = :network AND record_id = :record))"
        " ORDER BY revision DESC LIMIT :limit",
        {
            "network": network,
            "before": _LARGEST if before_revision is None else min(before_revision, _LARGEST),
            "record": record_id,
            "limit": max(0, min(limit, _LARGEST)),
        },
    ).fetchall()
    changes = _changes(db, network, [head[0] for head in heads], record_id)
    return [
        LogEntry(
            id=change_set_id,
            network_id=network_id,
            revision=revision,
            author_id=author_id,
            author=author,
            at=datetime.fromisoformat(at),
            note=note,
            undoes=undoes,
            erasure=bool(erasure),
            changes=tuple(changes[revision]),
        )
        for revision, change_set_id, author_id, author, at, note, undoes, erasure in heads
    ]


def notes(db: Connection, network: int) -> list[Noted]:
    """What was written about change sets, newest first."""
    rows = db.execute(
        "SELECT revision, author, at, note FROM change_set"
        " WHERE network = ? AND note <> '' ORDER BY revision DESC",
        (network,),
    )
    return [
        Noted(revision=revision, author=author, at=datetime.fromisoformat(at), note=note)
        for revision, author, at, note in rows
    ]


def _changes(
    db: Connection, network: int, revisions: Iterable[int], record_id: str | None
) -> dict[int, list[LoggedChange]]:
    wanted = to_json(list(revisions)).decode()
    rows = (
        db.execute(
            "SELECT revision, record_id, kind, before, after FROM logged_change"
            " WHERE network = ? AND revision IN (SELECT value FROM json_each(?))"
            " ORDER BY revision, position",
            (network, wanted),
        )
        if record_id is None
        else db.execute(
            # Without statistics SQLite would rather walk through all changes of an import.
            "SELECT revision, record_id, kind, before, after"
            " FROM logged_change INDEXED BY logged_change_record"
            " WHERE network = ? AND record_id = ? AND revision IN (SELECT value FROM json_each(?))"
            " ORDER BY revision, position",
            (network, record_id, wanted),
        )
    )
    changes: dict[int, list[LoggedChange]] = defaultdict(list)
    for revision, changed_id, kind_name, before, after in rows:
        kind = Kind(kind_name)
        changes[revision].append(
            LoggedChange(
                record_id=changed_id,
                kind=kind,
                before=_record(kind, before),
                after=_record(kind, after),
            )
        )
    return changes


# Snapshots


def freeze(db: Connection, network: int, snapshot: Snapshot, records: Iterable[Record]) -> None:
    """Keep a snapshot with its records.

    Raises:
        IdTakenError: The network has a snapshot with this id already.
    """
    taken = db.execute(
        "SELECT 1 FROM snapshot WHERE network = ? AND id = ?", (network, snapshot.id)
    ).fetchone()
    if taken is not None:
        raise IdTakenError(id=snapshot.id, network_id=snapshot.network_id)
    db.execute(
        "INSERT INTO snapshot (network, id, label, revision, taken_at, author)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            network,
            snapshot.id,
            snapshot.label,
            snapshot.revision,
            snapshot.taken_at.isoformat(),
            snapshot.author,
        ),
    )
    db.executemany(
        "INSERT INTO snapshot_record (network, snapshot_id, record_id, kind, record)"
        " VALUES (?, ?, ?, ?, ?)",
        ((network, snapshot.id, record.id, record.kind.value, _json(record)) for record in records),
    )


def snapshots(db: Connection, network: int, *, network_id: str) -> list[Snapshot]:
    """Snapshots of a network, newest first."""
    found = [
        Snapshot(
            id=snapshot_id,
            network_id=network_id,
            label=label,
            revision=revision,
            taken_at=datetime.fromisoformat(taken_at),
            author=author,
        )
        for snapshot_id, label, revision, taken_at, author in db.execute(
            "SELECT id, label, revision, taken_at, author FROM snapshot WHERE network = ?",
            (network,),
        )
    ]
    # By the moment: as text, times in two zones would not compare.
    return sorted(
        found, key=lambda each: (each.taken_at.timestamp(), each.revision, each.id), reverse=True
    )


def frozen_tables(db: Connection, network: int, snapshot_id: str) -> dict[Kind, Table]:
    """The records of a snapshot as columns, each kind ascending by id."""
    frozen: dict[Kind, list[dict[str, Any]]] = {kind: [] for kind in Kind}
    for kind, record in db.execute(
        "SELECT kind, record FROM snapshot_record WHERE network = ? AND snapshot_id = ?"
        " ORDER BY record_id",
        (network, snapshot_id),
    ):
        frozen[Kind(kind)].append(from_json(record))
    return {kind: _table(kind, records) for kind, records in frozen.items()}


def _table(kind: Kind, records: list[dict[str, Any]]) -> Table:
    model = MODELS[kind].model_fields
    # A snapshot may be older than a field.
    defaults = {
        field: model[field].get_default(call_default_factory=True, validated_data={})
        for field in fields(kind)
    }
    return Table(
        kind,
        {
            field: [record.get(field, default) for record in records]
            for field, default in defaults.items()
        },
    )


# Erasure


def knows_id(db: Connection, network: int, record_id: str, kind: Kind | None = None) -> bool:
    """Whether the log or a snapshot holds a record of this id, and of this kind when given."""
    row = db.execute(
        "SELECT EXISTS (SELECT 1 FROM logged_change"
        " WHERE network = :network AND record_id = :id AND kind = coalesce(:kind, kind))"
        " OR EXISTS (SELECT 1 FROM snapshot_record"
        " WHERE network = :network AND record_id = :id AND kind = coalesce(:kind, kind))",
        {"network": network, "id": record_id, "kind": kind},
    ).fetchone()
    return bool(row[0])


def erase(db: Connection, network: int, *, person_id: str, new_id: str) -> None:
    """Put what remains of a person in its place, and ``new_id`` in that of its id."""

    def remains(kind: Kind, text: str | None) -> str | None:
        record = _record(kind, text)
        return _json(record and erased(record, person_id=person_id, new_id=new_id))

    def id_of(kind: Kind, record_id: str) -> str:
        return new_id if kind is Kind.PERSON and record_id == person_id else record_id

    # References stand in the text exactly as the id is written in JSON.
    wanted = {"network": network, "id": person_id, "text": to_json(person_id).decode()}
    for revision, position, record_id, kind_name, before, after in db.execute(
        "SELECT revision, position, record_id, kind, before, after FROM logged_change"
        " WHERE network = :network AND (record_id = :id"
        " OR instr(coalesce(before, ''), :text) OR instr(coalesce(after, ''), :text))",
        wanted,
    ).fetchall():
        kind = Kind(kind_name)
        db.execute(
            "UPDATE logged_change SET record_id = ?, before = ?, after = ?"
            " WHERE network = ? AND revision = ? AND position = ?",
            (
                id_of(kind, record_id),
                remains(kind, before),
                remains(kind, after),
                network,
                revision,
                position,
            ),
        )
    for snapshot_id, record_id, kind_name, record in db.execute(
        "SELECT snapshot_id, record_id, kind, record FROM snapshot_record"
        " WHERE network = :network AND (record_id = :id OR instr(record, :text))",
        wanted,
    ).fetchall():
        kind = Kind(kind_name)
        db.execute(
            "UPDATE snapshot_record SET record_id = ?, record = ?"
            " WHERE network = ? AND snapshot_id = ? AND record_id = ?",
            (id_of(kind, record_id), remains(kind, record), network, snapshot_id, record_id),
        )


def _json(record: Record | None) -> str | None:
    return None if record is None else record.model_dump_json()


def _record(kind: Kind, text: str | None) -> AnyRecord | None:
    return None if text is None else cast(AnyRecord, MODELS[kind].model_validate_json(text))
