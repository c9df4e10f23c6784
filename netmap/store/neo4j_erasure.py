"""Erasing a person from the graph, from the change log and from snapshots."""

from __future__ import annotations

import json
from typing import cast

from netmap.changes import LogEntry, LoggedChange
from netmap.erasure import erased
from netmap.errors import RecordNotFoundError
from netmap.model import AnyRecord
from netmap.store.errors import IdTakenError
from netmap.store.neo4j_apply import find, referrers, write
from netmap.store.neo4j_log import log
from netmap.store.neo4j_records import NODES_A_STATEMENT, from_text, properties, to_text
from netmap.store.neo4j_server import Transaction
from netmap.vocabulary import Kind


def erase(tx: Transaction, entry: LogEntry, *, person_id: str, new_id: str) -> LogEntry:
    """Erase a person from an already locked network, and log ``entry``.

    Raises:
        RecordNotFoundError: Nothing knows such a person.
        IdTakenError: ``new_id`` is in use already.
    """
    current = [each for each in find(tx, [person_id]) if each.kind is Kind.PERSON]
    mentioned = {"id": person_id, "quoted": _quoted(person_id)}
    logged = tx.rows("log_mentions", **mentioned)
    frozen = tx.rows("snapshot_mentions", **mentioned)
    known = [pair for _, _, *lists, _, _ in logged for pair in zip(*lists, strict=True)]
    known += [(each, kind) for _, kind, _, ids, _ in frozen for each in ids]
    if not current and (person_id, Kind.PERSON) not in known:
        raise RecordNotFoundError(network_id=entry.network_id, record_id=person_id)
    if tx.row("ids_taken", id=new_id)[0]:
        raise IdTakenError(id=new_id, network_id=entry.network_id)
    if current:
        _erase_records(tx, entry.network_id, current[0], person_id, new_id)
    swap = _Swap(person_id, new_id)
    log_rows = [
        {
            "revision": revision,
            "first": first,
            "record_ids": [swap.id(*pair) for pair in zip(record_ids, kinds, strict=True)],
            "before": [swap.text(*pair) for pair in zip(kinds, before, strict=True)],
            "after": [swap.text(*pair) for pair in zip(kinds, after, strict=True)],
        }
        for revision, first, record_ids, kinds, before, after in logged
    ]
    tx.write("log_rewrite", "rows", log_rows, batch=NODES_A_STATEMENT)
    snapshot_rows = [
        {
            "snapshot": snapshot,
            "kind": kind,
            "first": first,
            "record_ids": [swap.id(each, kind) for each in record_ids],
            "records": [swap.text(kind, each) for each in records],
        }
        for snapshot, kind, first, record_ids, records in frozen
    ]
    tx.write("snapshot_rewrite", "rows", snapshot_rows, batch=NODES_A_STATEMENT)
    log(tx, entry)
    return entry


def _quoted(text: str) -> str:
    """The text as it stands in the JSON of a record."""
    return json.dumps(text, ensure_ascii=False)


class _Swap:
    """Puts what may remain in the place of the person, in log and snapshots."""

    def __init__(self, person_id: str, new_id: str) -> None:
        self._person_id = person_id
        self._new_id = new_id
        self._quoted = _quoted(person_id)

    def id(self, record_id: str, kind: str) -> str:
        """The id, unless it is the person's."""
        return self._new_id if (record_id, kind) == (self._person_id, Kind.PERSON) else record_id

    def text(self, kind: str, text: str) -> str:
        """The record's JSON without the person."""
        if self._quoted not in text:
            return text
        record = from_text(kind, text)
        if record is None:
            return text
        return to_text(erased(record, person_id=self._person_id, new_id=self._new_id))


def _erase_records(
    tx: Transaction, network_id: str, person: AnyRecord, person_id: str, new_id: str
) -> None:
    """Put what may remain in the place of the person and of all that refers to it."""
    remaining = erased(person, person_id=person_id, new_id=new_id)
    row = {"id": person_id, "properties": properties(network_id, remaining)}
    concerned = {each for each, _ in referrers(tx, [person_id])[person_id]}
    concerned |= {each for (each,) in tx.rows("view_mentions", quoted=_quoted(person_id))}
    referring = find(tx, sorted(concerned))
    tx.write("update_nodes", "rows", [row])
    write(
        tx,
        network_id,
        [
            LoggedChange(
                record_id=before.id,
                kind=before.kind,
                before=before,
                after=cast(AnyRecord, erased(before, person_id=person_id, new_id=new_id)),
            )
            for before in referring
        ],
    )
