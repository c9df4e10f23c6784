"""Snapshots in the graph: frozen records as JSON, each in a node that an erasure can reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from netmap.changes import Snapshot
from netmap.dates import Period, day_of
from netmap.errors import SnapshotNotFoundError
from netmap.network import Network
from netmap.replay import require_past
from netmap.store.errors import IdTakenError
from netmap.store.neo4j_apply import locked_info, network_info
from netmap.store.neo4j_read import read_tables
from netmap.store.neo4j_records import (
    NODES_A_STATEMENT,
    json_rows,
    node_by_node,
    table_of_json,
)
from netmap.store.neo4j_server import Transaction
from netmap.tables import Table
from netmap.vocabulary import Kind


def freeze(tx: Transaction, network_id: str, taken: Mapping[str, Any]) -> Snapshot:
    """Keep a copy of the network as it stands; ``taken`` holds the snapshot's id and labels.

    Raises:
        IdTakenError: The network has a snapshot with this id already.
    """
    info = locked_info(tx, network_id)
    new = Snapshot(network_id=network_id, revision=info.revision, **taken)
    _create(tx, new, read_tables(tx))
    return new


def keep(tx: Transaction, new: Snapshot, tables: Mapping[Kind, Table]) -> Snapshot:
    """Keep a snapshot of another store.

    Raises:
        SnapshotAheadError: It froze a revision that the network has not come to.
        IdTakenError: The network has a snapshot with this id already.
    """
    info = locked_info(tx, new.network_id)
    require_past(new, revision=info.revision)
    _create(tx, new, tables)
    return new


def _create(tx: Transaction, new: Snapshot, tables: Mapping[Kind, Table]) -> None:
    if snapshot(tx, new.network_id, new.id) is not None:
        raise IdTakenError(id=new.id, network_id=new.network_id)
    tx.rows(
        "snapshot_create",
        properties={
            "network": new.network_id,
            "id": new.id,
            "label": new.label,
            "revision": new.revision,
            "taken_at": new.taken_at.isoformat(),
            "author": new.author,
        },
    )
    for kind, table in tables.items():
        common = {"network": new.network_id, "snapshot": new.id, "kind": kind.value}
        rows = [
            {
                **common,
                "first": first,
                "record_ids": [record_id for record_id, _ in records],
                "records": [record for _, record in records],
            }
            for first, records in node_by_node(json_rows(table))
        ]
        tx.write("snapshot_create_records", "rows", rows, batch=NODES_A_STATEMENT)


def snapshot(tx: Transaction, network_id: str, snapshot_id: str) -> Snapshot | None:
    """One snapshot, ``None`` when there is none with this id."""
    row = tx.row("snapshot", snapshot=snapshot_id)
    return None if row is None else _snapshot(network_id, row)


def snapshots(tx: Transaction, network_id: str) -> list[Snapshot]:
    """All snapshots, newest first."""
    network_info(tx, network_id)
    found = [_snapshot(network_id, row) for row in tx.rows("snapshots")]
    # Times as text do not order: they carry different zones.
    return sorted(
        found, key=lambda each: (each.taken_at.timestamp(), each.revision, each.id), reverse=True
    )


def read_snapshot(
    tx: Transaction, network_id: str, snapshot_id: str, as_of: Period | None
) -> Network:
    """A frozen copy at a date, by default the day it was taken.

    Raises:
        SnapshotNotFoundError: There is no such snapshot.
    """
    info = network_info(tx, network_id)
    found = snapshot(tx, network_id, snapshot_id)
    if found is None:
        raise SnapshotNotFoundError(network_id=network_id, snapshot_id=snapshot_id)
    texts: dict[str, list[str]] = defaultdict(list)
    for kind, _, records in tx.rows("snapshot_read", snapshot=snapshot_id):
        texts[kind] += records
    day = day_of(found.taken_at)
    return Network(
        {kind: table_of_json(kind, texts[kind]).sorted_by_id() for kind in Kind},
        as_of=as_of or Period(day, day),
        network_id=network_id,
        name=info.name,
        revision=found.revision,
    )


def _snapshot(network_id: str, row: Sequence[Any]) -> Snapshot:
    snapshot_id, label, revision, taken_at, author = row
    return Snapshot(
        id=snapshot_id,
        network_id=network_id,
        label=label,
        revision=revision,
        taken_at=taken_at,
        author=author,
    )
