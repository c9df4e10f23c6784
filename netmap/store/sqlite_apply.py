"""Applying a change set to the SQLite file: look, plan, write, log."""

from __future__ import annotations

from collections.abc import Mapping

from netmap.changes import ChangeSet, LogEntry, LoggedChange, plan, target_ids, touched_ids
from netmap.model import AnyRecord
from netmap.replay import replayed, require_next
from netmap.store import sqlite_history as history
from netmap.store import sqlite_rows as rows
from netmap.store.errors import IdTakenError
from netmap.store.sqlite_file import Connection
from netmap.store.sqlite_networks import FoundNetwork, advance, network_for


def apply(db: Connection, change_set: ChangeSet) -> LogEntry:
    """Apply a change set; for what it raises see `netmap.store.protocol.Store.apply`."""
    network = network_for(db, change_set)
    _require_new(db, network, change_set)
    current = _stored(db, network, change_set)
    revision = network.info.revision + 1
    logged = _planned(db, network, change_set, revision=revision, current=current)
    nothing_to_do = not logged and change_set.new_network is None
    entry = LogEntry(
        id=change_set.id,
        network_id=change_set.network_id,
        revision=revision - 1 if nothing_to_do else revision,
        author_id=change_set.author_id,
        author=change_set.author,
        at=change_set.at,
        note=change_set.note,
        undoes=change_set.undoes,
        changes=tuple(logged),
    )
    if not nothing_to_do:
        _write(db, network, entry, current=current)
    return entry


def replay(db: Connection, entry: LogEntry, *, new_network: str | None) -> None:
    """Write a logged change set; for what it raises see `netmap.store.protocol.Store.replay`."""
    change_set = replayed(entry, new_network=new_network)
    network = network_for(db, change_set)
    _require_new(db, network, change_set)
    current = _stored(db, network, change_set)
    require_next(entry, revision=network.info.revision, current=current)
    _planned(db, network, change_set, revision=entry.revision, current=current)
    _write(db, network, entry, current=current)


def _require_new(db: Connection, network: FoundNetwork, change_set: ChangeSet) -> None:
    if history.revision_of(db, network.key, change_set.id) is not None:
        raise IdTakenError(id=change_set.id, network_id=change_set.network_id)


def _stored(
    db: Connection, network: FoundNetwork, change_set: ChangeSet
) -> Mapping[str, AnyRecord]:
    """The records that a change set touches, as they stand."""
    if network.info.revision == 0:
        # The first import of a network is its largest, and would look up each id in vain.
        return {}
    return rows.load(db, network.key, touched_ids(change_set))


def _planned(
    db: Connection,
    network: FoundNetwork,
    change_set: ChangeSet,
    *,
    revision: int,
    current: Mapping[str, AnyRecord],
) -> list[LoggedChange]:
    deleted = [
        change.record_id
        for change in change_set.changes
        if change.op == "delete" and change.record_id in current
    ]
    return plan(
        change_set,
        revision=revision,
        current=current,
        target_kinds=rows.kinds_of(db, network.key, target_ids(change_set)),
        referrers=rows.referrers(db, network.key, deleted),
    )


def _write(
    db: Connection, network: FoundNetwork, entry: LogEntry, *, current: Mapping[str, AnyRecord]
) -> None:
    rows.write(
        db,
        network.key,
        (change.after for change in entry.changes if change.after is not None),
        stored=current.keys(),
    )
    rows.remove(
        db,
        network.key,
        {change.record_id: change.kind for change in entry.changes if change.after is None},
    )
    advance(db, network, entry)
