"""The SQLite file behind the store: checked, migrated, and lent out a transaction at a time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from netmap.language import Text
from netmap.store.errors import StoreBusyError, StoreUnavailableError
from netmap.store.sqlite_errors import is_busy, translated
from netmap.store.sqlite_place import claim
from netmap.store.sqlite_schema import migrate, migrations, require_sqlite

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
        with translated(self.path):
            require_sqlite(self.path)
            claim(self.path, newest=len(migrations()))
            with closing(self._connect()) as db:
                migrate(db, self.path)
                self._use_write_ahead_log(db)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state."""
        with translated(self.path), self._lent() as db:
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose work is kept when the block ends, and dropped when it raises."""
        with translated(self.path), self._alone(), self._lent() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                db.rollback()
                raise

    @contextmanager
    def bare(self) -> Iterator[Connection]:
        """A connection outside of a transaction, for statements that make their own."""
        with translated(self.path), self._lent() as db:
            yield db

    def rewrite(self) -> None:
        """Write the file anew, so that no byte of it holds what was deleted.

        Moving rows between pages leaves copies behind that ``secure_delete`` does not know of.

        Raises:
            StoreBusyError: A reader held on to the old state all the time.
        """
        with translated(self.path), self._alone(), self._lent() as db:
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
            # Whoever was interrupted between two steps may have left a transaction behind, whose
            # lock would hold up everybody; it ends with its connection.
            is_at_rest = not db.in_transaction
            if is_at_rest and not self._closed and len(self._idle) < _IDLE_CONNECTIONS:
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
                "fullfsync = ON",  # macOS keeps what was synced in the drive's cache otherwise
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

    def _use_write_ahead_log(self, db: Connection) -> None:
        """Switch once and for all; SQLite does not wait here by itself when somebody reads."""
        deadline = time.monotonic() + self._busy_seconds
        while True:
            try:
                db.execute("PRAGMA journal_mode = WAL").fetchone()
            except sqlite3.OperationalError as error:
                if not is_busy(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
            else:
                return
