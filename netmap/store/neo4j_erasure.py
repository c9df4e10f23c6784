"""Erasing a person from the graph, from the change log and from snapshots."""

from __future__ import annotations

from typing import cast

from pydantic_core import to_json

from netmap.changes import LogEntry, LoggedChange
from netmap.erasure import erased
from netmap.errors import RecordNotFoundError
from netmap.model import AnyRecord
from netmap.store.errors import IdTakenError
from netmap.store.neo4j_apply import find, referrers, write
from netmap.store.neo4j_log import log
from netmap.store.neo4j_records import from_text, properties, to_text
from netmap.store.neo4j_server import Transaction
from netmap.vocabulary import Kind


def erase(tx: Transaction, entry: LogEntry, *, person_id: str, new_id: str) -> LogEntry:
    """Erase a person from an already locked network, and log ``entry``.

    Raises:
        RecordNotFoundError: Nothing knows such a person.
        IdTakenError: ``new_id`` is in use already.
    """
    current = [each for each in find(tx, [person_id]) if each.kind is Kind.PERSON]
    mentioned = {"id": person_id, "quoted": to_json(person_id).decode()}
    logged = tx.rows("log_mentions", **mentioned)
    frozen = tx.rows("snapshot_mentions", **mentioned)
    known = [(record_id, kind) for _, _, record_id, kind, _, _ in logged]
    known += [(record_id, kind) for _, record_id, kind, _ in frozen]
    if not current and (person_id, Kind.PERSON) not in known:
        raise RecordNotFoundError(network_id=entry.network_id, record_id=person_id)
    if tx.row("ids_taken", id=new_id)[0]:
        raise IdTakenError(id=new_id, network_id=entry.network_id)

    def without(record: AnyRecord | None) -> AnyRecord | None:
        if record is None:
            return None
        return cast(AnyRecord, erased(record, person_id=person_id, new_id=new_id))

    if current:
        _erase_records(tx, entry.network_id, current[0], person_id, new_id)
    tx.write(
        "log_rewrite",
        "rows",
        [
            {
                "revision": revision,
                "position": position,
                "record_id": new_id if (record_id, kind) == (person_id, Kind.PERSON) else record_id,
                "before": to_text(without(from_text(kind, before))),
                "after": to_text(without(from_text(kind, after))),
            }
            for revision, position, record_id, kind, before, after in logged
        ],
    )
    tx.write(
        "snapshot_rewrite",
        "rows",
        [
            {
                "snapshot": snapshot,
                "record_id": record_id,
                "new_id": new_id if (record_id, kind) == (person_id, Kind.PERSON) else record_id,
                "record": to_text(without(from_text(kind, record))),
            }
            for snapshot, record_id, kind, record in frozen
        ],
    )
    log(tx, entry)
    return entry


def _erase_records(
    tx: Transaction, network_id: str, person: AnyRecord, person_id: str, new_id: str
) -> None:
    """Put what may remain in the place of the person and of all that refers to it."""
    remaining = erased(person, person_id=person_id, new_id=new_id)
    row = {"id": person_id, "properties": properties(network_id, remaining)}
    referring = find(tx, sorted({each for each, _ in referrers(tx, [person_id])[person_id]}))
    tx.write("update_nodes", "rows", [row])
    write(
        tx,
        network_id,
        [
            LoggedChange.model_construct(
                record_id=before.id,
                kind=before.kind,
                before=before,
                after=cast(AnyRecord, erased(before, person_id=person_id, new_id=new_id)),
            )
            for before in referring
        ],
    )
