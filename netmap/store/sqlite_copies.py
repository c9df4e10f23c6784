"""Whole SQLite files as copies: saved beside work that goes on, opened untouched, taken over."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from netmap.disk import sync_file
from netmap.language import Text, same
from netmap.store.errors import StoreDamagedError, StoreFormatError, StoreUnavailableError
from netmap.store.sqlite_errors import translated
from netmap.store.sqlite_file import Connection
from netmap.store.sqlite_place import claim
from netmap.store.sqlite_schema import migrations


@contextmanager
def new_file(path: Path) -> Iterator[None]:
    """A fresh file while it is filled: on the disk afterwards, or gone where that failed.

    Raises:
        OSError: The file is there already, or cannot be made.
    """
    # Personal data: for the owner's eyes alone, before the first byte is in it.
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield
        # SQLite leaves that to whoever asked for the copy.
        sync_file(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def copy_into(db: Connection, path: Path) -> None:
    """Write all that is committed into an empty file, while others go on reading and writing.

    SQLite reads one consistent state for it. The copy has no log beside it and holds nothing that
    was deleted.
    """
    with translated(path):
        db.execute("VACUUM INTO ?", (str(path),))


def fetch(path: Path, into: Path) -> None:
    """Copy a store's file into a new one without leaving a trace at the old one.

    Raises:
        StoreUnavailableError: There is no such file, or it cannot be read.
        StoreFormatError: It is damaged or no store of netmap's.
    """
    path = path.absolute()
    with translated(path):
        if not path.exists():
            problem = Text(de="Die Datei gibt es nicht.", en="there is no such file.")
            raise StoreUnavailableError(store=path, problem=problem)
        claim(path, newest=len(migrations()))
        if path.stat().st_size == 0:
            raise StoreFormatError(store=path, problem=Text(de="Sie ist leer.", en="it is empty."))
        with closing(sqlite3.connect(_untouched(path), uri=True, isolation_level=None)) as db:
            (problem,) = db.execute("PRAGMA integrity_check(1)").fetchone()
            if problem != "ok":
                raise StoreDamagedError(store=path, problem=same(problem))
            with new_file(into):
                copy_into(db, into)


def adopt(db: Connection, path: Path, network_ids: Iterable[str]) -> None:
    """Put networks of another store's file in the place of the own ones of these ids.

    Call it outside of a transaction: it makes one, so that others see all of the old networks or
    all of the new ones.

    Args:
        db: The store that gets them.
        path: A file of the same schema, in which nobody writes.
        network_ids: Which of its networks.
    """
    db.execute("ATTACH ? AS other", (str(path),))
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            # Until all rows have come, some refer to others that are still missing.
            db.execute("PRAGMA defer_foreign_keys = ON")
            for network_id in network_ids:
                _adopt(db, network_id)
            db.execute("COMMIT")
        except BaseException:
            db.rollback()
            raise
    finally:
        db.execute("DETACH other")


def _adopt(db: Connection, network_id: str) -> None:
    tables = _tables_of_networks(db)
    own = db.execute("SELECT key FROM main.network WHERE id = ?", (network_id,)).fetchone()
    if own is not None:
        for table in tables:
            db.execute(f"DELETE FROM main.{table} WHERE network = ?", own)  # noqa: S608 - a name of the schema
        db.execute("DELETE FROM main.network WHERE key = ?", own)
    (other,) = db.execute("SELECT key FROM other.network WHERE id = ?", (network_id,)).fetchone()
    columns = ", ".join(each for each in _columns(db, "network") if each != "key")
    key = db.execute(
        f"INSERT INTO main.network ({columns}) SELECT {columns} FROM other.network WHERE key = ?",  # noqa: S608 - names of the schema
        (other,),
    ).lastrowid
    for table in tables:
        columns = ", ".join(each for each in _columns(db, table) if each != "network")
        db.execute(
            f"INSERT INTO main.{table} (network, {columns})"  # noqa: S608 - names of the schema
            f" SELECT ?, {columns} FROM other.{table} WHERE network = ?",
            (key, other),
        )


def _tables_of_networks(db: Connection) -> list[str]:
    names = db.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name")
    return [name for (name,) in names.fetchall() if "network" in _columns(db, name)]


def _columns(db: Connection, table: str) -> list[str]:
    return [name for (name,) in db.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def _untouched(path: Path) -> str:
    """The address under which SQLite reads a file and writes nothing beside it."""
    # A log beside it means that its last changes stand there, and that somebody may be at work.
    busy = any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-journal"))
    return f"{path.as_uri()}?{'mode=ro' if busy else 'immutable=1'}"
