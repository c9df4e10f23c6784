"""What SQLite and the system report, in the words of the store."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netmap.errors import NetmapError
from netmap.language import Text, same
from netmap.store.errors import (
    StoreBusyError,
    StoreDamagedError,
    StoreFullError,
    StoreUnavailableError,
)
from netmap.system_errors import what_failed

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


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
        if error.errno in _FULL:
            raise StoreFullError(store=path) from error
        problem = what_failed(error)
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
            return StoreDamagedError(store=path, problem=same(str(error)))
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return _unavailable(
                path,
                error,
                de="netmap muss die Datei und in ihrem Ordner schreiben dürfen",
                en="netmap must be allowed to write the file and in its folder",
            )
        case sqlite3.SQLITE_IOERR:
            return _unavailable(
                path,
                error,
                de="Der Datenträger meldet einen Fehler beim Lesen oder Schreiben",
                en="the disk reports an error while reading or writing",
            )
        case sqlite3.SQLITE_AUTH | sqlite3.SQLITE_PROTOCOL | sqlite3.SQLITE_NOLFS:
            return StoreUnavailableError(store=path, problem=same(str(error)))
    # Anything else is a mistake of this program, and says nothing about the file.
    return None


def _unavailable(path: Path, error: sqlite3.Error, *, de: str, en: str) -> StoreUnavailableError:
    return StoreUnavailableError(
        store=path, problem=Text(de=f"{de} ({error}).", en=f"{en} ({error}).")
    )


def _primary(error: sqlite3.Error) -> int:
    """The primary result code; extended ones keep theirs in the upper bits."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
