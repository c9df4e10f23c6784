"""The Neo4j store against the bare driver: the same graph by batched ``UNWIND … MERGE``."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any

from neo4j import GraphDatabase, ManagedTransaction, Session

from bench.digests import digest_of_records
from bench.imports import import_of
from bench.protocol import Benchmark, Case, Digest, Target
from netmap.model import MODELS, Organization
from netmap.services.collecting import collector_held_back
from netmap.store.neo4j import Neo4jStore
from netmap.store.neo4j_records import LABELS, NESTED, TIE_ENDS, TIE_TYPES, ends, properties
from netmap.tables import fields
from netmap.values import Record
from netmap.vocabulary import Kind

TITLE = "Neo4j store"
NEEDS_NEO4J = True

_BATCH = 10_000
_TIMEOUT_S = 600
_READ_NETWORK = "state"
Statement = tuple[str, list[dict[str, Any]]]

# What fields of nodes draw in this network besides the record itself.
_DRAWN = {
    Kind.PERSON: (("organization_id", "WORKS_FOR"),),
    Kind.ORGANIZATION: (("parent_id", "PART_OF"), ("successor_id", "SUCCEEDED_BY")),
    Kind.TOPIC: (("parent_id", "PART_OF"),),
}


# Import


def _import_ours(case: Case) -> Digest:
    records = case.records()
    network_id = case.folder.name
    store = _store(case)
    with case.timed(), collector_held_back:
        store.apply(import_of(records, network_id))
    return lambda: digest_of_records(store.read(network_id).all_records())


def _import_bare(case: Case, *, whole: bool) -> Digest:
    network_id = case.folder.name
    statements = _merges(network_id, case.records())
    store = _store(case)
    store.apply(import_of([], network_id))
    with _session(case) as session, case.timed():
        if whole:
            session.execute_write(_run, statements)
        else:
            for statement in statements:
                session.execute_write(_run, [statement])
    # The store notices that records came past it, and counts them anew.
    return lambda: digest_of_records(store.read(network_id).all_records())


def _run(tx: ManagedTransaction, statements: Iterable[Statement]) -> None:
    for text, rows in statements:
        tx.run(text, rows=rows).consume()


def _merges(network_id: str, records: Iterable[Record]) -> list[Statement]:
    """Statements with their rows, ready to be sent: nodes first, then what connects them."""
    by_kind: dict[Kind, list[Record]] = defaultdict(list)
    for record in records:
        by_kind[record.kind].append(record.at_version(1))
    statements: list[Statement] = []
    for kind, label in LABELS.items():
        for body, mark in ((False, ""), (True, ":Body")):
            rows = [_node(network_id, each) for each in by_kind[kind] if _is_body(each) is body]
            statements += _batches(
                "UNWIND $rows AS row MERGE (r:Record {network: row.network, id: row.id})"
                f" SET r:{label}{mark}, r += row.properties",
                rows,
            )
    for kind, drawn in _DRAWN.items():
        for field, type_ in drawn:
            rows = [
                {"network": network_id, "source": each.id, "target": target}
                for each in by_kind[kind]
                if (target := getattr(each, field)) is not None
            ]
            statements += _batches(
                f"{_BOTH_ENDS} MERGE (a)-[:{type_} {{network: row.network}}]->(b)", rows
            )
    for kind, type_ in TIE_TYPES.items():
        rows = [_tie(network_id, each) for each in by_kind[kind]]
        statements += _batches(
            f"{_BOTH_ENDS} MERGE (a)-[r:{type_} {{network: row.network, id: row.id}}]->(b)"
            " SET r += row.properties",
            rows,
        )
    return statements


_BOTH_ENDS = (
    "UNWIND $rows AS row"
    # Without the hints the server may plan a scan for each row, and never comes to an end.
    " MATCH (a:Record {network: row.network, id: row.source})"
    " USING INDEX SEEK a:Record(network, id)"
    " MATCH (b:Record {network: row.network, id: row.target})"
    " USING INDEX SEEK b:Record(network, id)"
)


def _is_body(record: Record) -> bool:
    return isinstance(record, Organization) and bool(record.meets)


def _node(network_id: str, record: Record) -> dict[str, Any]:
    return {
        "network": network_id,
        "id": record.id,
        "properties": {
            name: value
            for name, value in properties(network_id, record).items()
            if name not in {"network", "id"}
        },
    }


def _tie(network_id: str, record: Record) -> dict[str, Any]:
    source, target = ends(record)
    return {**_node(network_id, record), "source": source, "target": target}


def _batches(text: str, rows: list[dict[str, Any]]) -> list[Statement]:
    return [(text, rows[start : start + _BATCH]) for start in range(0, len(rows), _BATCH)]


# Reading


def _fill(case: Case) -> None:
    store = _store(case)
    store.apply(import_of(case.records(), _READ_NETWORK))
    store.close()


def _read_ours(case: Case) -> Digest:
    store = _store(case)
    with case.timed():
        network = store.read(_READ_NETWORK)
    return lambda: digest_of_records(network.all_records())


def _read_bare(case: Case, *, form: Callable[[Kind], str]) -> Digest:
    found: dict[Kind, list[list[Any]]] = {}
    with _session(case) as session, case.timed():
        for kind in Kind:
            found[kind] = session.execute_read(_values, form(kind))
    return lambda: digest_of_records(_records(found))


def _values(tx: ManagedTransaction, text: str) -> list[list[Any]]:
    return tx.run(text, network=_READ_NETWORK).values()


def _row_a_record(kind: Kind) -> str:
    return f"{_pattern(kind)} RETURN {', '.join(_expressions(kind))}"


def _list_a_record(kind: Kind) -> str:
    """Lists collected into one row, those of ties into a row for each node at their end."""
    listed = f"[{', '.join(_expressions(kind))}]"
    if kind in TIE_ENDS:
        return f"{_pattern(kind)} WITH b, collect({listed}) AS rows RETURN rows"
    return f"{_pattern(kind)} RETURN collect({listed}) AS rows"


def _list_a_record_by_end(kind: Kind) -> str:
    """The same, walking from each node to the ties that end there."""
    if kind not in TIE_ENDS:
        return _list_a_record(kind)
    label = {Kind.MEMBERSHIP: "Organization", Kind.WORKS_ON: "Topic"}.get(kind, "Record")
    return (
        f"MATCH (b:{label} {{network: $network}}) RETURN COLLECT {{"
        f" MATCH (b)<-[r:{TIE_TYPES[kind]}]-(a) RETURN [{', '.join(_expressions(kind))}] }} AS rows"
    )


def _pattern(kind: Kind) -> str:
    if kind in LABELS:
        return f"MATCH (r:{LABELS[kind]} {{network: $network}})"
    return f"MATCH (a)-[r:{TIE_TYPES[kind]} {{network: $network}}]->(b)"


def _expressions(kind: Kind) -> list[str]:
    source, target = TIE_ENDS.get(kind, ("", ""))
    places = {source: "a.id", target: "b.id"}
    return [places.get(field, f"r.{field}") for field in fields(kind)]


def _records(found: dict[Kind, list[list[Any]]]) -> Iterator[Record]:
    """What the rows say; nothing of this is measured."""
    for kind, rows in found.items():
        lists: Iterable[Sequence[Any]] = rows
        if rows and len(rows[0]) == 1:
            lists = chain.from_iterable(row[0] for row in rows)
        for values in lists:
            given = {
                field: json.loads(value) if field in NESTED else value
                for field, value in zip(fields(kind), values, strict=True)
                if value is not None
            }
            yield MODELS[kind].model_validate(given)


# The server


def _store(case: Case) -> Neo4jStore:
    return Neo4jStore(case.neo4j_url, timeout_seconds=_TIMEOUT_S)


@contextmanager
def _session(case: Case) -> Iterator[Session]:
    with (
        GraphDatabase.driver(case.neo4j_url, telemetry_disabled=True) as driver,
        driver.session(fetch_size=10_000) as session,
    ):
        yield session


BENCHMARKS = (
    Benchmark(
        name="import",
        title="First import into Neo4j, change log included",
        method=(
            "Ours: `Neo4jStore.apply` of one change set that creates the network: lock, plan, "
            "graph, log, in one transaction; without the garbage collector, as the import service "
            "does it. Bare: the official driver with `UNWIND … MERGE` of "
            "the same nodes, relationships and properties in batches of 10,000, keyed by network "
            "and id with the same constraints, every lookup an index seek; its rows lie ready "
            "before the clock starts, and it writes no log."
        ),
        ours=_import_ours,
        peers={
            "UNWIND … MERGE, one transaction": partial(_import_bare, whole=True),
            "UNWIND … MERGE, a transaction a batch": partial(_import_bare, whole=False),
        },
        targets=(Target("at least 60 % of the speed of the bare driver", at_most=1 / 0.6),),
        warm_up=True,
    ),
    Benchmark(
        name="read",
        title="Reading a Network from Neo4j",
        method=(
            "Ours: `Neo4jStore.read`, which checks that it saw no half of a change set and gives a "
            "`Network` at today's date. Bare: the official driver with a query a kind for the same "
            "fields in several forms, nothing decoded."
        ),
        ours=_read_ours,
        peers={
            "a row a record": partial(_read_bare, form=_row_a_record),
            "lists, collect() per node": partial(_read_bare, form=_list_a_record),
            "lists, COLLECT {} per node": partial(_read_bare, form=_list_a_record_by_end),
        },
        targets=(Target("under three times the fastest bare query", at_most=3),),
        prepare=_fill,
        warm_up=True,
    ),
)
