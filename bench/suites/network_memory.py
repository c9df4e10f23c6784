"""What a Network costs in memory, against the same fields as rows and as records."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable
from typing import Any

from bench.digests import digest_of_records
from bench.imports import NETWORK
from bench.protocol import Benchmark, Case, Digest, Measure
from bench.suites.store_sqlite import fill, records_of, rows_of, state_file
from netmap.store.sqlite import SqliteStore
from netmap.store.sqlite_file import SqliteFile
from netmap.vocabulary import Kind

TITLE = "Memory of a Network"
NEEDS_NEO4J = False


def _network(case: Case) -> Digest:
    store = SqliteStore(state_file(case))
    network = _held(case, lambda: store.read(NETWORK))
    _a_record(case)
    return lambda: digest_of_records(network.all_records())


def _rows(case: Case) -> Digest:
    file = SqliteFile(state_file(case), busy_seconds=15)
    with file.reading() as db:
        found = _held(case, lambda: rows_of(db))
    _a_record(case)
    return lambda: digest_of_records(records_of(found))


def _models(case: Case) -> Digest:
    store = SqliteStore(state_file(case))
    records = _held(case, lambda: list(store.read(NETWORK).all_records()))
    _a_record(case)
    return lambda: digest_of_records(records)


def _held(case: Case, made: Callable[[], Any]) -> Any:
    """What ``made`` returns, with what it keeps in memory measured."""
    gc.collect()
    tracemalloc.start()
    value = made()
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    case.measures[Measure.BYTES_PER_RECORD] = held
    return value


def _a_record(case: Case) -> None:
    store = SqliteStore(state_file(case))
    network = store.read(NETWORK)
    count = sum(1 for kind in Kind for _ in network.all_records(kind))
    case.measures[Measure.BYTES_PER_RECORD] /= count


BENCHMARKS = (
    Benchmark(
        name="read",
        title="A Network in memory, bytes a record",
        method=(
            "What Python keeps allocated for the whole made-up network once it was read from "
            "SQLite (`tracemalloc`), divided by its records of all kinds: as a `Network`, as the "
            "rows of a bare `SELECT` with nothing decoded, and as a list of validated records."
        ),
        ours=_network,
        peers={"rows of SELECT and fetchall": _rows, "validated records": _models},
        measure=Measure.BYTES_PER_RECORD,
        prepare=fill,
    ),
)
