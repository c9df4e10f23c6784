"""Importing a state's workbook with validation, against reading and inserting its bare cells."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from bench.protocol import Benchmark, Case, Digest, Of, Target
from bench.state_workbook import write_state_workbook
from netmap.principal import LOCAL_OWNER
from netmap.services.imports import ImportService
from netmap.store.sqlite import SqliteStore
from netmap.vocabulary import Kind

TITLE = "Import of a state's workbook (a folder of CSV files)"
NEEDS_NEO4J = False

_LIMIT_BYTES = 100_000_000
_ACTORS = ("Personen", "Organisationen", "Gremien")
_FIRST, _CHANGED = "workbook", "changed"


def _prepare(case: Case) -> None:
    records = case.records()
    for name, changed in ((_FIRST, 0.0), (_CHANGED, 0.01)):
        if not (case.shared / name).exists():
            write_state_workbook(case.shared / name, records, changed=changed)


def _ours(case: Case, *, before: str | None, source: str) -> Digest:
    store = SqliteStore(case.folder / "netmap.db")
    service = ImportService(store, limit_bytes=_LIMIT_BYTES)
    if before is not None:
        service.run(LOCAL_OWNER, case.shared / before, network_id="bench")
    with case.timed():
        report = service.run(LOCAL_OWNER, case.shared / source, network_id="bench")
    store.close()
    actors = [each for each in report.counts if each.kind in {Kind.PERSON, Kind.ORGANIZATION}]
    return lambda: _told(sum(each.added + each.changed + each.unchanged for each in actors))


def _bare(case: Case, *, before: str | None, source: str) -> Digest:
    file = case.folder / "bare.db"
    if before is not None:
        _insert(file, case.shared / before)
    with case.timed():
        rows = _insert(file, case.shared / source)
    return lambda: _told(sum(rows[name] for name in _ACTORS))


def _insert(file: Path, folder: Path) -> dict[str, int]:
    """All cells as text, one table a sheet, in one transaction; rows by sheet."""
    counts: dict[str, int] = {}
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("PRAGMA journal_mode = WAL")
        for sheet in sorted(folder.glob("*.csv")):
            with sheet.open(encoding="utf-8-sig", newline="") as opened:
                reader = csv.reader(opened, delimiter=";")
                titles = next(reader)
                columns = ", ".join(f'"{title}"' for title in titles)
                db.execute(f'DROP TABLE IF EXISTS "{sheet.stem}"')
                db.execute(f'CREATE TABLE "{sheet.stem}" ({columns})')
                places = ", ".join("?" * len(titles))
                done = db.executemany(f'INSERT INTO "{sheet.stem}" VALUES ({places})', reader)  # noqa: S608 - titles of our own
                counts[sheet.stem] = done.rowcount
    return counts


def _told(actors: int) -> str:
    return f"{actors} persons, organisations and bodies"


def _benchmark(name: str, title: str, method: str, before: str | None, source: str) -> Benchmark:
    return Benchmark(
        name=name,
        title=title,
        method=f"{method} Inside the measured part: reading, validating, matching, the search for "
        "duplicates, writing with the change log, and the report. The peer reads the same files "
        "with csv.reader and inserts the bare cells with executemany: no types, no references, no "
        "log, no report.",
        ours=partial(_ours, before=before, source=source),
        peers={"csv.reader and executemany": partial(_bare, before=before, source=source)},
        targets=(
            Target("under 30 s", at_most=30, of=Of.SECONDS),
            Target("under 1 GB", at_most=1e9, of=Of.PEAK_BYTES),
        ),
        prepare=_prepare,
    )


BENCHMARKS = (
    _benchmark("first", "First import", "Into an empty store.", None, _FIRST),
    _benchmark("again", "The same workbook again", "Nothing changes.", _FIRST, _FIRST),
    _benchmark(
        "changed",
        "One person in a hundred changed",
        "Every hundredth person has another function.",
        _FIRST,
        _CHANGED,
    ),
)
