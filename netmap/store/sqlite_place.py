"""Whose file lies at a path: looked at before SQLite opens, and perhaps changes, anything there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from netmap.disk import make_folder, sync_folder
from netmap.language import Text
from netmap.store.errors import StoreFormatError, StoreNewerError, StoreUnavailableError

APPLICATION_ID = int.from_bytes(b"ntmp", "big")
"""Stands in the file's header and says that the database is netmap's."""

# https://www.sqlite.org/fileformat2.html
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_VERSION_AT = 60
_APPLICATION_ID_AT = 68
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_JOURNAL_SIZE_AT = 16


def claim(path: Path, *, newest: int) -> None:
    """Make the file where there is none, else see that it is netmap's.

    Only headers are read: SQLite would tidy up a stranger's write-ahead log and leave files beside
    it.

    Args:
        path: Where the store lies or shall lie.
        newest: The newest schema that this version knows.

    Raises:
        StoreFormatError: Something else lies there; it stays as it is.
        StoreUnavailableError: The path leads nowhere.
        OSError: The file or its folder cannot be made or read.
    """
    _require_way(path)
    if not path.exists():
        _require_no_strange_log(path)
        make_folder(path.parent)
        # Personal data: for the owner's eyes alone, where the system knows such a thing.
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        sync_folder(path.parent)
    header = _start_of(path, _HEADER_BYTES)
    if not header:
        _require_no_strange_log(path)
    elif not header.startswith(_MAGIC):
        if not _was_being_made(path):
            raise _foreign(
                path,
                de="Die Datei ist keine SQLite-Datenbank.",
                en="it is no SQLite database.",
            )
    elif _number(header, _APPLICATION_ID_AT) != APPLICATION_ID:
        raise _foreign(
            path,
            de="Die Datenbank gehört einem anderen Programm.",
            en="the database belongs to another program.",
        )
    elif (schema := _number(header, _VERSION_AT)) > newest:
        raise StoreNewerError(store=path, schema=schema, newest=newest)


def _require_way(path: Path) -> None:
    if path.is_dir():
        raise _foreign(path, de="Dort liegt ein Ordner.", en="it is a folder.")
    if path.parent.is_file():
        raise StoreUnavailableError(
            store=path,
            problem=Text(
                de=f"{path.parent} ist eine Datei und kein Ordner.",
                en=f"{path.parent} is a file and no folder.",
            ),
        )
    if path.is_symlink() and not path.exists():
        target = path.readlink()
        raise StoreUnavailableError(
            store=path,
            problem=Text(
                de=f"Die Verknüpfung führt ins Leere ({target}).",
                en=f"the link leads nowhere ({target}).",
            ),
        )


def _require_no_strange_log(path: Path) -> None:
    """Refuse a new store beside the log of one that is gone.

    SQLite would delete the log, which may hold the last copy of what was written there.
    """
    log = path.with_name(f"{path.name}-wal")
    if log.is_file() and log.stat().st_size > 0:
        raise _foreign(
            path,
            de=f"Dort liegt nur noch das Protokoll einer Datenbank ({log.name}), die Datenbank "
            "selbst fehlt. Sie gehört daneben, oder das Protokoll ist beiseitezulegen.",
            en=f"only the log of a database is left there ({log.name}), the database itself is "
            "missing. It belongs beside the log, or the log has to be put aside.",
        )


def _was_being_made(path: Path) -> bool:
    """Whether a power cut left this while SQLite was writing the very first pages.

    Its journal then says that the database was empty before, and SQLite takes it back to that.
    """
    journal = path.with_name(f"{path.name}-journal")
    if not journal.is_file():
        return False
    header = _start_of(journal, _JOURNAL_SIZE_AT + 4)
    return header.startswith(_JOURNAL_MAGIC) and _number(header, _JOURNAL_SIZE_AT) == 0


def _start_of(file: Path, size: int) -> bytes:
    with file.open("rb") as stream:
        return stream.read(size)


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 4], "big")


def _foreign(path: Path, *, de: str, en: str) -> StoreFormatError:
    return StoreFormatError(store=path, problem=Text(de=de, en=en))
