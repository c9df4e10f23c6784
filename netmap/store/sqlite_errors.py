"""What SQLite and the system report, in the words of the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netmap.errors import NetmapError
from netmap.language import Text, same
from netmap.store.errors import (
    StoreBusyError,
    StoreFormatError,
    StoreFullError,
    StoreUnavailableError,
)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise the store's errors in place of those of SQLite and the system."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        ours = _ours(path, error)
        if ours is None:
            raise
        raise ours from error
    except OSError as error:
        problem = same(error.strerror or str(error))
        raise StoreUnavailableError(store=path, problem=problem) from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether somebody else holds the file."""
    return _primary(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _ours(path: Path, error: sqlite3.DatabaseError) -> NetmapError | None:
    if is_busy(error):
        return StoreBusyError(store=path)
    match _primary(error):
        case sqlite3.SQLITE_FULL:
            return StoreFullError(store=path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return StoreFormatError(
                store=path,
                problem=Text(
                    de=f"Die Datei ist beschädigt ({error}).", en=f"it is damaged ({error})."
                ),
            )
        case (
            sqlite3.SQLITE_CANTOPEN
            | sqlite3.SQLITE_IOERR
            | sqlite3.SQLITE_READONLY
            | sqlite3.SQLITE_PERM
            | sqlite3.SQLITE_AUTH
            | sqlite3.SQLITE_PROTOCOL
            | sqlite3.SQLITE_NOLFS
        ):
            return StoreUnavailableError(store=path, problem=same(str(error)))
    # Anything else is a mistake of this program, and says nothing about the file.
    return None


def _primary(error: sqlite3.Error) -> int:
    """The primary result code; extended ones keep theirs in the upper bits."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
