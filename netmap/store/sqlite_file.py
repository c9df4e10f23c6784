"""The SQLite file behind the store: checked, migrated, and lent out a transaction at a time."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from threading import Lock

from netmap.errors import NetmapError
from netmap.language import Text, same
from netmap.store.errors import (
    StoreBusyError,
    StoreFormatError,
    StoreFullError,
    StoreUnavailableError,
)

APPLICATION_ID = int.from_bytes(b"ntmp", "big")
"""Stands in the file's header and says that the database is netmap's."""

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68  # https://www.sqlite.org/fileformat2.html#application_id
_HEADER_BYTES = 100
_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
_IDLE_CONNECTIONS = 4
_WAL_BYTES_KEPT = 64 * 1024 * 1024
_CACHE_KIBIBYTES = 64 * 1024

Connection = sqlite3.Connection


class SqliteFile:
    """A database file that several threads and processes may use at once.

    Readers see the state at which their transaction began and never wait for a writer; writers
    follow each other.
    """

    def __init__(self, path: Path, *, busy_seconds: float) -> None:
        """Open the file, or set up an empty one where there is none.

        Raises:
            StoreFormatError: Something else lies there; it is left untouched.
            StoreUnavailableError: It cannot be opened.
            StoreBusyError: Another process holds it for longer than ``busy_seconds``.
        """
        self.path = path.absolute()
        self._busy_seconds = busy_seconds
        self._idle: list[Connection] = []
        self._lock = Lock()
        self._write_lock = Lock()
        self._closed = False
        with self._translated():
            self._require_sqlite()
            self._require_own_file()
            with closing(self._connect()) as db:
                self._migrate(db)
                self._use_write_ahead_log(db)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state."""
        with self._translated(), self._lent() as db:
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose work is kept when the block ends, and dropped when it raises."""
        with self._translated(), self._alone(), self._lent() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                db.rollback()
                raise

    def rewrite(self) -> None:
        """Write the file anew, so that no byte of it holds what was deleted.

        Moving rows between pages leaves copies behind that ``secure_delete`` does not know of.

        Raises:
            StoreBusyError: A reader held on to the old state all the time.
        """
        with self._translated(), self._alone(), self._lent() as db:
            db.execute("VACUUM")
            busy, _, _ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise StoreBusyError(store=self.path)

    def close(self) -> None:
        """Close idle connections now and lent ones when they come back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for db in idle:
            db.close()

    # Connections

    @contextmanager
    def _lent(self) -> Iterator[Connection]:
        with self._lock:
            if self._closed:
                raise StoreUnavailableError(
                    store=self.path,
                    problem=Text(de="er wurde geschlossen.", en="it has been closed."),
                )
            db = self._idle.pop() if self._idle else None
        db = db or self._connect()
        try:
            yield db
        finally:
            self._take_back(db)

    def _take_back(self, db: Connection) -> None:
        with self._lock:
            if not self._closed and len(self._idle) < _IDLE_CONNECTIONS:
                self._idle.append(db)
                return
        db.close()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        # Threads of one program queue here, which is fairer and quicker than SQLite's polling.
        if not self._write_lock.acquire(timeout=self._busy_seconds):
            raise StoreBusyError(store=self.path)
        try:
            yield
        finally:
            self._write_lock.release()

    def _connect(self) -> Connection:
        db = sqlite3.connect(
            f"{self.path.as_uri()}?mode=rw",
            uri=True,
            timeout=self._busy_seconds,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            for pragma in (
                "foreign_keys = ON",
                "synchronous = FULL",
                "secure_delete = ON",
                "trusted_schema = OFF",
                f"cache_size = -{_CACHE_KIBIBYTES}",
                f"journal_size_limit = {_WAL_BYTES_KEPT}",
            ):
                db.execute(f"PRAGMA {pragma}").close()
        except BaseException:
            db.close()
            raise
        return db

    # Opening

    def _require_sqlite(self) -> None:
        if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
            needed = ".".join(map(str, _OLDEST_SQLITE))
            raise StoreUnavailableError(
                store=self.path,
                problem=Text(
                    de=f"Dieses Python bringt SQLite {sqlite3.sqlite_version} mit, "
                    f"nötig ist {needed}.",
                    en=f"this Python comes with SQLite {sqlite3.sqlite_version}, "
                    f"and {needed} is needed.",
                ),
            )

    def _require_own_file(self) -> None:
        """Look at the header before SQLite does, which would tidy up beside a stranger's file."""
        if self.path.is_dir():
            raise self._foreign(Text(de="Dort liegt ein Ordner.", en="it is a folder."))
        if self.path.parent.is_file():
            raise StoreUnavailableError(
                store=self.path,
                problem=Text(
                    de=f"{self.path.parent} ist eine Datei und kein Ordner.",
                    en=f"{self.path.parent} is a file and no folder.",
                ),
            )
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # Personal data: for the owner's eyes alone, where the system knows such a thing.
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with self.path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        if header and not header.startswith(_MAGIC):
            raise self._foreign(
                Text(de="Die Datei ist keine SQLite-Datenbank.", en="it is no SQLite database.")
            )
        application_id = int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big")
        if header and application_id != APPLICATION_ID:
            raise self._foreign(
                Text(
                    de="Die Datenbank gehört einem anderen Programm.",
                    en="the database belongs to another program.",
                )
            )

    def _migrate(self, db: Connection) -> None:
        scripts = migrations()
        newest = len(scripts)
        if self._schema_version(db) == newest:
            return
        db.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have come first.
            for script in scripts[self._schema_version(db) :]:
                for statement in _statements(script):
                    db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {newest}")
            db.execute("COMMIT")
        except BaseException:
            db.rollback()
            raise

    def _schema_version(self, db: Connection) -> int:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        newest = len(migrations())
        if version > newest:
            raise self._foreign(
                Text(
                    de=f"Sie hat das Schema {version}, diese Version kennt Schemata bis {newest}.",
                    en=f"it has schema {version}, and this version knows schemas up to {newest}.",
                )
            )
        return version

    def _use_write_ahead_log(self, db: Connection) -> None:
        """Switch once and for all; SQLite does not wait here by itself when somebody reads."""
        deadline = time.monotonic() + self._busy_seconds
        while True:
            try:
                db.execute("PRAGMA journal_mode = WAL").fetchone()
            except sqlite3.OperationalError as error:
                if _primary(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
            else:
                return

    # Errors

    def _foreign(self, problem: Text) -> StoreFormatError:
        return StoreFormatError(store=self.path, problem=problem)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Raise the store's errors in place of those of SQLite and the system."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            translated = self._error(error)
            if translated is None:
                raise
            raise translated from error
        except OSError as error:
            problem = same(error.strerror or str(error))
            raise StoreUnavailableError(store=self.path, problem=problem) from error

    def _error(self, error: sqlite3.DatabaseError) -> NetmapError | None:
        match _primary(error):
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return StoreBusyError(store=self.path)
            case sqlite3.SQLITE_FULL:
                return StoreFullError(store=self.path)
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
                return self._foreign(
                    Text(de=f"Die Datei ist beschädigt ({error}).", en=f"it is damaged ({error}).")
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
                return StoreUnavailableError(store=self.path, problem=same(str(error)))
        # Anything else is a mistake of this program, and no way to treat a file.
        return None


def migrations() -> list[str]:
    """The scripts that lead from an empty database to the newest schema, in order."""
    folder = files("netmap.store") / "migrations"
    scripts = sorted(
        (each for each in folder.iterdir() if each.name.endswith(".sql")),
        key=lambda each: each.name,
    )
    return [script.read_text(encoding="utf-8") for script in scripts]


def _statements(script: str) -> Iterator[str]:
    """The statements of a script: sqlite3 runs several only outside of a transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _primary(error: sqlite3.Error) -> int:
    """The primary result code; extended ones keep theirs in the upper bits."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
