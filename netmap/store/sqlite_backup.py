"""A copy of a SQLite store beside it, made before something changes the store for good."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from secrets import token_hex

from netmap.disk import sync_file, sync_folder
from netmap.language import same
from netmap.store.errors import StoreDamagedError


def back_up(path: Path, *, schema: int) -> Path:
    """A checked copy of the store as it stands, which outlasts a power cut.

    It lies beside the store, is named after schema and time (UTC), can be read by the owner alone,
    and is a store itself: netmap opens it like any other. The caller keeps writers out.

    Raises:
        StoreDamagedError: The store is damaged, and so its copy would be.
        sqlite3.Error: The store cannot be read, or the disk is full; no copy is left behind.
        OSError: Likewise.
    """
    # Of those who were killed over it; nobody else is making one now.
    _remove(path.with_name(_unfinished(path, "")))
    copy = path.with_name(_unfinished(path, token_hex(4)))
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        _copy(path, copy)
        sync_file(copy)
        backup = _free_name(path, schema)
        copy.rename(backup)
    except BaseException:
        _remove(copy)
        raise
    sync_folder(path.parent)
    return backup


def _copy(path: Path, copy: Path) -> None:
    with (
        closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(copy, isolation_level=None)) as target,
    ):
        source.backup(target)
        # One file that holds everything, with no log beside it.
        target.execute("PRAGMA journal_mode = DELETE").fetchone()
        (problem,) = target.execute("PRAGMA integrity_check(1)").fetchone()
        if problem != "ok":
            raise StoreDamagedError(store=path, problem=same(problem))


def _remove(copy: Path) -> None:
    """Remove an unfinished copy with what SQLite has put beside it."""
    for each in copy.parent.glob(f"{escape(copy.name)}*"):
        each.unlink(missing_ok=True)


def _unfinished(path: Path, end: str) -> str:
    return f".{path.name}.backup-{end}"


def _free_name(path: Path, schema: int) -> Path:
    """The first name of its kind that nobody has."""
    stem = f"{path.stem}-schema-{schema}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    name, number = path.with_name(f"{stem}{path.suffix}"), 1
    while name.exists():
        number += 1
        name = path.with_name(f"{stem}-{number}{path.suffix}")
    return name
