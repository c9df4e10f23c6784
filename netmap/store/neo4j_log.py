"""Entries of the change log, as the graph keeps them, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from netmap.changes import ChangeSet, LogEntry, LoggedChange
from netmap.store.neo4j_records import NODES_A_STATEMENT, from_text, node_by_node, to_text
from netmap.store.neo4j_server import Transaction
from netmap.vocabulary import Kind


def entry_of(
    change_set: ChangeSet, *, revision: int, changes: tuple[LoggedChange, ...] = ()
) -> LogEntry:
    """The log entry of a change set."""
    return LogEntry.model_construct(
        id=change_set.id,
        network_id=change_set.network_id,
        revision=revision,
        author_id=change_set.author_id,
        author=change_set.author,
        at=change_set.at,
        note=change_set.note,
        undoes=change_set.undoes,
        erasure=False,
        changes=changes,
    )


def log(tx: Transaction, entry: LogEntry) -> None:
    """Log an entry, and give the network its revision."""
    at = entry.at.isoformat()
    before = [change.before.version for change in entry.changes if change.before]
    after = [change.after.version for change in entry.changes if change.after]
    tx.rows(
        "log_create_change_set",
        properties={
            "network": entry.network_id,
            "id": entry.id,
            "revision": entry.revision,
            "author_id": entry.author_id,
            "author": entry.author,
            "at": at,
            "note": entry.note,
            "undoes": entry.undoes,
            "erasure": entry.erasure,
        },
    )
    common = {"network": entry.network_id, "revision": entry.revision}
    rows = [
        {
            **common,
            "first": first,
            "record_ids": [change.record_id for change in changes],
            "kinds": [change.kind.value for change in changes],
            "before": [to_text(change.before) for change in changes],
            "after": [to_text(change.after) for change in changes],
        }
        for first, changes in node_by_node(entry.changes)
    ]
    tx.write("log_create_changes", "rows", rows, batch=NODES_A_STATEMENT)
    tx.rows(
        "network_advance",
        revision=entry.revision,
        at=at,
        records=len(after) - len(before),
        versions=sum(after) - sum(before),
    )


def logged_entry(network_id: str, row: Sequence[Any]) -> LogEntry:
    """The entry that a row of the log tells of."""
    record_id, revision, author_id, author, at, note, undoes, erasure, changes = row
    return LogEntry(
        id=record_id,
        network_id=network_id,
        revision=revision,
        author_id=author_id,
        author=author,
        at=at,
        note=note,
        undoes=undoes,
        erasure=erasure,
        changes=tuple(_changes(changes)),
    )


def _changes(nodes: Iterable[Sequence[Sequence[str]]]) -> Iterable[LoggedChange]:
    for lists in nodes:
        for record_id, kind, before, after in zip(*lists, strict=True):
            yield LoggedChange(
                record_id=record_id,
                kind=Kind(kind),
                before=from_text(kind, before),
                after=from_text(kind, after),
            )
