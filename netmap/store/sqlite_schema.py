"""Whose file lies at a path, and how an empty or older one becomes a store of this version."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from netmap.language import Text
from netmap.store.errors import StoreFormatError, StoreUnavailableError

APPLICATION_ID = int.from_bytes(b"ntmp", "big")
"""Stands in the file's header and says that the database is netmap's."""

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68  # https://www.sqlite.org/fileformat2.html#application_id
_HEADER_BYTES = 100
_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables


def require_sqlite(path: Path) -> None:
    """Refuse a Python whose SQLite is too old for the schema.

    Raises:
        StoreUnavailableError: It is.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        needed = ".".join(map(str, _OLDEST_SQLITE))
        raise StoreUnavailableError(
            store=path,
            problem=Text(
                de=f"Dieses Python bringt SQLite {sqlite3.sqlite_version} mit, nötig ist {needed}.",
                en=f"this Python comes with SQLite {sqlite3.sqlite_version}, "
                f"and {needed} is needed.",
            ),
        )


def require_own_file(path: Path) -> None:
    """Make the file where there is none, else see that it is netmap's.

    Only the header is read, before SQLite opens the file: it would tidy up a stranger's
    write-ahead log and leave files beside it.

    Raises:
        StoreFormatError: Something else lies there.
        StoreUnavailableError: The folder is a file.
        OSError: The file or its folder cannot be made or read.
    """
    if path.is_dir():
        raise _foreign(path, Text(de="Dort liegt ein Ordner.", en="it is a folder."))
    if path.parent.is_file():
        raise StoreUnavailableError(
            store=path,
            problem=Text(
                de=f"{path.parent} ist eine Datei und kein Ordner.",
                en=f"{path.parent} is a file and no folder.",
            ),
        )
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # Personal data: for the owner's eyes alone, where the system knows such a thing.
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header:
        return
    if not header.startswith(_MAGIC):
        raise _foreign(
            path, Text(de="Die Datei ist keine SQLite-Datenbank.", en="it is no SQLite database.")
        )
    application_id = header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4]
    if int.from_bytes(application_id, "big") != APPLICATION_ID:
        raise _foreign(
            path,
            Text(
                de="Die Datenbank gehört einem anderen Programm.",
                en="the database belongs to another program.",
            ),
        )


def migrate(db: sqlite3.Connection, path: Path) -> None:
    """Bring an empty or older database to the newest schema, whole or not at all.

    Raises:
        StoreFormatError: It has a schema that this version does not know yet.
    """
    scripts = migrations()
    if _version(db, path, newest=len(scripts)) == len(scripts):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have come first.
        for script in scripts[_version(db, path, newest=len(scripts)) :]:
            for statement in _statements(script):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(scripts)}")
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def migrations() -> list[str]:
    """The scripts that lead from an empty database to the newest schema, in order."""
    folder = files("netmap.store") / "migrations"
    scripts = [each for each in folder.iterdir() if each.name.endswith(".sql")]
    return [
        script.read_text(encoding="utf-8") for script in sorted(scripts, key=lambda each: each.name)
    ]


def _version(db: sqlite3.Connection, path: Path, *, newest: int) -> int:
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > newest:
        raise _foreign(
            path,
            Text(
                de=f"Sie hat das Schema {version}, diese Version kennt Schemata bis {newest}.",
                en=f"it has schema {version}, and this version knows schemas up to {newest}.",
            ),
        )
    return version


def _statements(script: str) -> Iterator[str]:
    """The statements of a script: sqlite3 runs several only outside of a transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _foreign(path: Path, problem: Text) -> StoreFormatError:
    return StoreFormatError(store=path, problem=problem)
