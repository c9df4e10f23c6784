"""How an empty or older database becomes a store of this version."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from netmap.language import Text
from netmap.store.errors import StoreNewerError, StoreUnavailableError
from netmap.store.sqlite_backup import back_up
from netmap.store.sqlite_place import APPLICATION_ID

_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables

_log = logging.getLogger(__name__)


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


def migrate(db: sqlite3.Connection, path: Path) -> None:
    """Bring an empty or older database to the newest schema, whole or not at all.

    An older store is copied first, see `netmap.store.sqlite_backup.back_up`. Where the migration
    fails the copy goes again: the store is as it was, and room may be what was lacking.

    Raises:
        StoreNewerError: It has a schema that this version does not know yet.
    """
    scripts = migrations()
    if _version(db, path, newest=len(scripts)) == len(scripts):
        return
    backup: Path | None = None
    db.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have come first.
        version = _version(db, path, newest=len(scripts))
        if 0 < version < len(scripts):
            backup = back_up(path, schema=version)
        for script in scripts[version:]:
            for statement in _statements(script):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(scripts)}")
    except BaseException:
        db.rollback()
        if backup is not None:
            backup.unlink(missing_ok=True)
        raise
    try:
        db.execute("COMMIT")
    except BaseException:
        # Nobody knows whether that reached the disk, so the copy stays.
        db.rollback()
        raise
    if backup is not None:
        _log.info("The store %s was migrated; as it was before it lies in %s", path, backup)


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
        raise StoreNewerError(store=path, schema=version, newest=newest)
    return version


def _statements(script: str) -> Iterator[str]:
    """The statements of a script: sqlite3 runs several only outside of a transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
