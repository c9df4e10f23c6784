"""The SQLite store against bare `sqlite3`: the same tables, pragmas and rows in one transaction."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from bench.digests import digest_of_records
from bench.imports import NETWORK, import_of
from bench.protocol import Benchmark, Case, Digest, Target
from netmap.model import MODELS
from netmap.services.collecting import collector_held_back
from netmap.store.sqlite import SqliteStore
from netmap.store.sqlite_file import Connection, SqliteFile
from netmap.store.sqlite_rows import JSON_TUPLES, JSON_VALUES, LISTS, columns
from netmap.values import Record
from netmap.vocabulary import Kind

TITLE = "SQLite store"
NEEDS_NEO4J = False

_KEY = 1
"""What the only network of a fresh file is called in its tables."""
Rows = list[tuple[Any, ...]]


def _import_ours(case: Case) -> Digest:
    records = case.records()
    store = SqliteStore(case.folder / "ours.db")
    with case.timed(), collector_held_back:
        store.apply(import_of(records))
    return lambda: digest_of_records(store.read(NETWORK).all_records())


def _import_bare(case: Case) -> Digest:
    prepared = _inserts(case.records())
    path = case.folder / "bare.db"
    store = SqliteStore(path)
    store.apply(import_of([]))
    file = SqliteFile(path, busy_seconds=15)
    with case.timed(), file.writing() as db:
        for statement, rows in prepared:
            db.executemany(statement, rows)
    return lambda: digest_of_records(store.read(NETWORK).all_records())


def _inserts(records: Iterable[Record]) -> list[tuple[str, Rows]]:
    """Every row ready to be bound, ascending by its key: the order that SQLite likes best."""
    kept = sorted(records, key=lambda record: record.id)
    tables: dict[str, Rows] = {"record": [(_KEY, each.id, each.kind.value) for each in kept]}
    for kind in Kind:
        rows = [each for each in kept if each.kind is kind]
        tables[kind.value] = [
            (_KEY, *(_bound(record, field) for field in columns(kind))) for record in rows
        ]
        if kind in LISTS:
            tables[LISTS[kind].table] = [
                (_KEY, record.id, place, target)
                for record in rows
                for place, target in enumerate(getattr(record, LISTS[kind].field))
            ]
    return [
        (f"INSERT INTO {table} ({', '.join(_names(table))}) VALUES ({_places(table)})", rows)  # noqa: S608 - names of the schema
        for table, rows in tables.items()
    ]


def _names(table: str) -> tuple[str, ...]:
    if table == "record":
        return ("network", "id", "kind")
    for each in LISTS.values():
        if each.table == table:
            return ("network", each.owner, "position", each.target)
    return ("network", *columns(Kind(table)))


def _places(table: str) -> str:
    return ", ".join("?" for _ in _names(table))


def _bound(record: Record, field: str) -> Any:
    value = 1 if field == "version" else getattr(record, field)
    if field in JSON_TUPLES or (field in JSON_VALUES and value is not None):
        return to_json(value).decode()
    return value.value if isinstance(value, Enum) else value


def state_file(case: Case) -> Path:
    """The file that `fill` leaves for all suites of a run."""
    return case.shared / "state.db"


def fill(case: Case) -> None:
    """Put the made-up network into a file, unless another suite has done so."""
    if not state_file(case).exists():
        store = SqliteStore(state_file(case))
        store.apply(import_of(case.records()))
        store.close()


def _read_ours(case: Case) -> Digest:
    store = SqliteStore(state_file(case))
    with case.timed():
        network = store.read(NETWORK)
    return lambda: digest_of_records(network.all_records())


def _read_bare(case: Case) -> Digest:
    file = SqliteFile(state_file(case), busy_seconds=15)
    with case.timed(), file.reading() as db:
        found = rows_of(db)
    return lambda: digest_of_records(records_of(found))


def rows_of(db: Connection) -> dict[str, Rows]:
    """All rows of all tables that hold records, with the columns that the store reads."""
    found: dict[str, Rows] = {}
    for table in (*(kind.value for kind in Kind), *(each.table for each in LISTS.values())):
        names = ", ".join(_names(table)[1:])
        statement = f"SELECT {names} FROM {table} WHERE network = ?"  # noqa: S608 - names of the schema
        found[table] = db.execute(statement, (_KEY,)).fetchall()
    return found


def records_of(tables: dict[str, Rows]) -> list[Record]:
    """What the rows say; nothing of this is measured."""
    made = []
    for kind in Kind:
        lists: dict[str, list[str]] = defaultdict(list)
        if kind in LISTS:
            for owner, _, target in tables[LISTS[kind].table]:
                lists[owner].append(target)
        for row in tables[kind.value]:
            values = dict(zip(columns(kind), row, strict=True))
            for field in values.keys() & (JSON_TUPLES | JSON_VALUES):
                values[field] = values[field] and json.loads(values[field])
            if kind in LISTS:
                values[LISTS[kind].field] = lists[values["id"]]
            made.append(MODELS[kind].model_validate(values))
    return made


BENCHMARKS = (
    Benchmark(
        name="import",
        title="First import into SQLite, change log included",
        method=(
            "Ours: `SqliteStore.apply` of one change set that creates the network: checks against "
            "what is stored, plan, typed tables, log; without the garbage collector, as "
            "the import service does it. Bare: `executemany` of the same rows into "
            "the same tables with the same indexes, foreign keys and pragmas in one transaction; "
            "its rows lie ready and sorted before the clock starts, and it writes no log."
        ),
        ours=_import_ours,
        peers={"executemany": _import_bare},
        targets=(Target("at least 20 % of the speed of bare `executemany`", at_most=5),),
    ),
    Benchmark(
        name="read",
        title="Reading a Network from SQLite",
        method=(
            "Ours: `SqliteStore.read`, which gives a `Network` at today's date. Bare: one "
            "`SELECT` of the same columns a table and `fetchall`, nothing decoded."
        ),
        ours=_read_ours,
        peers={"SELECT and fetchall": _read_bare},
        targets=(Target("under three times the fastest bare query", at_most=3),),
        prepare=fill,
    ),
)
