"""Reading a whole network from the graph, column by column, and none of it twice or in parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netmap.changes import NetworkInfo
from netmap.dates import Period
from netmap.network import Network
from netmap.store.catalogue import catalogue
from netmap.store.neo4j_apply import locked_info, network_info
from netmap.store.neo4j_records import PLURALS, table
from netmap.store.neo4j_server import Transaction
from netmap.tables import Table
from netmap.vocabulary import Kind


def read_tables(tx: Transaction) -> dict[Kind, Table]:
    """All records of the network, each kind ascending by id."""
    tables = {}
    texts: dict[Any, Any] = {}
    for kind, plural in PLURALS.items():
        name = f"read_{plural}"
        chunks = (chunk for (chunk,) in tx.rows(name))
        tables[kind] = table(kind, catalogue()[name].row, chunks, texts=texts)
    return tables


def read_if_whole(tx: Transaction, network_id: str, as_of: Period | None) -> Network | None:
    """The network, unless a change set was being committed while we read.

    The graph shows parts of a change set while the server commits it. Every change set adds to
    the revision, to the number of records or to the sum of their versions: a record that it
    writes gets a version above all others, so parts of it never add up to the same two totals.
    """
    info = network_info(tx, network_id)
    before = _state(tx)
    tables = read_tables(tx)
    whole = before == _state(tx) == (info.revision, *_totals(tables))
    return _network(info, tables, as_of) if whole else None


def read_locked(
    tx: Transaction, network_id: str, as_of: Period | None, *, corrects: bool
) -> Network:
    """The network, while all its writers wait."""
    info = locked_info(tx, network_id)
    tables = read_tables(tx)
    records, versions = _totals(tables)
    if corrects and _state(tx) != (info.revision, records, versions):
        # Somebody added or removed records past netmap, in Neo4j's own tools.
        tx.rows("network_correct", records=records, versions=versions)
    return _network(info, tables, as_of)


def _state(tx: Transaction) -> tuple[int, int, int]:
    revision, records, versions = tx.row("network_state")
    return revision, records, versions


def _totals(tables: Mapping[Kind, Table]) -> tuple[int, int]:
    """Number of records, and sum of their versions."""
    return (
        sum(len(each) for each in tables.values()),
        sum(sum(each.columns["version"]) for each in tables.values()),
    )


def _network(info: NetworkInfo, tables: Mapping[Kind, Table], as_of: Period | None) -> Network:
    return Network(tables, as_of=as_of, network_id=info.id, name=info.name, revision=info.revision)
