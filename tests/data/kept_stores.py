"""Stores of every schema there has been, and what each holds: written once, and read from then on.

python -m tests.data.kept_stores               keep a SQLite store of the present schema
python -m tests.data.kept_stores bolt://…      keep a dump of the present Neo4j schema, by way of
                                               an empty server

Kept files are never written again: they stand for what lies on the disks of those who upgrade.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase

from netmap.network import Network
from netmap.store.neo4j import Neo4jStore
from netmap.store.neo4j_schema import migrations as neo4j_migrations
from netmap.store.protocol import Store
from netmap.store.sqlite import SqliteStore
from netmap.store.sqlite_schema import migrations as sqlite_migrations
from tests.contract.desk import BO, CITY, Desk, changed

_FOLDER = Path(__file__).parent / "stores"
_NAMES = {"sqlite": "sqlite-schema-{}.sqlite3.gz", "neo4j": "neo4j-schema-{}.json.gz"}


def kept_schemas(backend: str) -> list[int]:
    """Numbers of the schemas of which a store is kept, ascending."""
    pattern = re.compile(re.escape(_NAMES[backend]).replace(r"\{\}", r"(\d+)"))
    found = (pattern.fullmatch(each.name) for each in _FOLDER.iterdir())
    return sorted(int(match[1]) for match in found if match)


def kept(backend: str, schema: int) -> bytes:
    """What is kept of a store: a SQLite file, or the JSON of a graph."""
    return gzip.decompress((_FOLDER / _NAMES[backend].format(schema)).read_bytes())


def what_it_holds(backend: str, schema: int) -> Any:
    """What the store held when it was kept, as `held_by` says it."""
    return json.loads((_FOLDER / f"{backend}-schema-{schema}-holds.json").read_text("utf-8"))


def held_by(store: Store) -> Any:
    """All that a store of these tests holds, as JSON values."""
    return [held_by_network(store, info.id) for info in store.networks()]


def held_by_network(store: Store, network_id: str) -> Any:
    """All that a store holds of one network, as JSON values."""
    return {
        "network": store.network(network_id).model_dump(mode="json"),
        "records": _records(store.read(network_id)),
        "log": [each.model_dump(mode="json") for each in store.log(network_id, limit=10**6)],
        "snapshots": [
            {
                "snapshot": each.model_dump(mode="json"),
                "records": _records(store.read_snapshot(network_id, each.id)),
            }
            for each in store.snapshots(network_id)
        ],
    }


def held_by_file(path: Path) -> Any:
    """What the SQLite store at a path holds; opening it migrates it."""
    store = SqliteStore(path)
    try:
        return held_by(store)
    finally:
        store.close()


def load_graph(driver: Driver, graph: Any) -> None:
    """Put a kept graph, schema included, into an empty server."""
    for statement in graph["schema"]:
        driver.execute_query(statement)
    for number, (labels, properties) in enumerate(graph["nodes"]):
        driver.execute_query(
            f"CREATE (n:{':'.join(labels)}:Kept) SET n = $properties, n.kept = $number",
            properties=properties,
            number=number,
        )
    for kind, start, end, properties in graph["ties"]:
        driver.execute_query(
            "MATCH (a:Kept {kept: $start}), (b:Kept {kept: $end}) "
            f"CREATE (a)-[r:{kind}]->(b) SET r = $properties",
            start=start,
            end=end,
            properties=properties,
        )
    driver.execute_query("MATCH (n:Kept) REMOVE n.kept REMOVE n:Kept")


def _dumped_graph(driver: Driver) -> Any:
    nodes = driver.execute_query("MATCH (n) RETURN n ORDER BY elementId(n)").records
    numbers = {row["n"].element_id: number for number, row in enumerate(nodes)}
    ties = driver.execute_query("MATCH ()-[r]->() RETURN r ORDER BY elementId(r)").records
    schema = driver.execute_query("SHOW CONSTRAINTS YIELD name, createStatement").records
    schema += driver.execute_query(
        "SHOW INDEXES YIELD name, createStatement, owningConstraint, type"
        " WHERE owningConstraint IS NULL AND type <> 'LOOKUP'"
    ).records
    return {
        "schema": [row["createStatement"] for row in sorted(schema, key=lambda row: row["name"])],
        "nodes": [[sorted(row["n"].labels), dict(row["n"])] for row in nodes],
        "ties": [
            [
                row["r"].type,
                numbers[row["r"].start_node.element_id],
                numbers[row["r"].end_node.element_id],
                dict(row["r"]),
            ]
            for row in ties
        ],
    }


def _records(network: Network) -> list[Any]:
    return [
        each.model_dump(mode="json")
        for each in sorted(network.all_records(), key=lambda record: record.id)
    ]


def _fill(store: Store) -> None:
    """A record of every kind, and a log and snapshots in which everything has happened once."""
    desk = Desk(store, "musterkreis")
    desk.found(*CITY)
    desk.freeze("Erster Stand")
    desk.undo(desk.edit("bo", name="Bodo", attributes={"Telefon": "12", "Stunden": 19.5}))
    desk.delete("work")
    desk.put(changed(BO, id="cy", name="Cy Ünal"))
    desk.freeze("Zweiter Stand")
    desk.erase("cy")
    Desk(store, "leer").found()


def _keep(backend: str, schema: int, store: bytes, held: Any) -> None:
    file = _FOLDER / _NAMES[backend].format(schema)
    if file.exists():
        raise SystemExit(f"{file} is kept already, and stays as it is.")
    _FOLDER.mkdir(exist_ok=True)
    file.write_bytes(gzip.compress(store, mtime=0))
    text = json.dumps(held, ensure_ascii=False, indent=1)
    (_FOLDER / f"{backend}-schema-{schema}-holds.json").write_text(f"{text}\n", encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Keep a store of the present schema."""
    if arguments:
        store: Store = Neo4jStore(arguments[0])
        _fill(store)
        held = held_by(store)
        store.close()
        with GraphDatabase.driver(arguments[0], telemetry_disabled=True) as driver:
            graph = json.dumps(_dumped_graph(driver), ensure_ascii=False).encode()
        _keep("neo4j", max(neo4j_migrations()), graph, held)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "netmap.db")
        store = SqliteStore(path)
        _fill(store)
        held = held_by(store)
        store.close()
        _keep("sqlite", len(sqlite_migrations()), path.read_bytes(), held)


if __name__ == "__main__":
    main(sys.argv[1:])
