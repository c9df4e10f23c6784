from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing
from pathlib import Path
from threading import Event

import pytest

from netmap.model import Person
from netmap.store.errors import (
    StoreBusyError,
    StoreFullError,
    StoreUnavailableError,
)
from netmap.store.sqlite import SqliteStore
from netmap.store.sqlite_file import SqliteFile
from tests.contract.desk import BO, CITY, Desk, changed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store of the test lies."""
    return tmp_path / "netmap.db"


def stored(path: Path, **options: float) -> Desk:
    """A desk in a store at ``path``; the test closes it."""
    return Desk(SqliteStore(path, **options), "city")


def pragma(path: Path, name: str) -> object:
    """A pragma of the file as any program sees it."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(f"PRAGMA {name}").fetchone()[0]


def test_another_process_that_writes_too_long(path: Path) -> None:
    """A writer waits for as long as it is told, then says that the store is busy."""
    desk = stored(path, busy_seconds=0.05)
    desk.found(BO)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusyError):
            desk.edit("bo", name="Bodo")
        other.execute("ROLLBACK")
    desk.edit("bo", name="Bodo")
    desk.store.close()


def test_another_thread_that_writes_too_long(path: Path) -> None:
    """Threads of one program wait for each other in the same way."""
    desk = stored(path, busy_seconds=0.05)
    desk.found(BO)
    inside, done = Event(), Event()

    def hold() -> None:
        with desk.store._file.writing():  # type: ignore[attr-defined]  # the store is SQLite's
            inside.set()
            done.wait(timeout=30)

    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(hold)
        inside.wait(timeout=30)
        with pytest.raises(StoreBusyError):
            desk.edit("bo", name="Bodo")
        done.set()
        held.result(timeout=30)
    assert desk.record("bo") == changed(BO, version=1)
    desk.store.close()


def test_a_full_disk(path: Path) -> None:
    """When no page is left the change set is dropped whole, and the store goes on."""
    desk = stored(path)
    desk.found(*CITY)
    before = desk.records()
    with desk.store._file.reading() as db:  # type: ignore[attr-defined]  # the store is SQLite's
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 2}")
    people = [Person(id=f"{number}", name="P" * 900) for number in range(100)]
    with pytest.raises(StoreFullError):
        desk.put(*people)
    assert desk.records() == before
    assert desk.revision == 1
    desk.edit("bo", name="Bodo")
    desk.store.close()


class TestInterrupted:
    """Who is interrupted leaves no lock, no open transaction and nothing half done."""

    @pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, GeneratorExit])
    def test_in_the_midst_of_writing(self, path: Path, interruption: type[BaseException]) -> None:
        """What was written so far is dropped; the next writer need not wait."""
        desk = stored(path, busy_seconds=0.05)
        desk.found(BO)
        file: SqliteFile = desk.store._file  # type: ignore[attr-defined]  # the store is SQLite's

        def interrupted() -> None:
            with file.writing() as db:
                db.execute("DELETE FROM person")
                raise interruption

        with pytest.raises(interruption):
            interrupted()
        assert desk.record("bo") == changed(BO, version=1)
        desk.edit("bo", name="Bodo")
        Desk(SqliteStore(path, busy_seconds=0.05), "city").edit("bo", name="Bo")
        desk.store.close()

    def test_between_two_steps(self, path: Path) -> None:
        """A connection that comes back with an open transaction is not lent again."""
        desk = stored(path, busy_seconds=0.05)
        desk.found(BO)
        file: SqliteFile = desk.store._file  # type: ignore[attr-defined]  # the store is SQLite's

        def interrupted() -> None:
            with file._lent() as db:
                db.execute("BEGIN IMMEDIATE")
                db.execute("DELETE FROM person")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        desk.edit("bo", name="Bodo")
        desk.store.close()

    def test_a_reader_that_is_given_up(self, path: Path) -> None:
        """A generator that nobody reads to its end holds nothing once it is gone."""
        desk = stored(path, busy_seconds=0.05)
        desk.found(BO)
        file: SqliteFile = desk.store._file  # type: ignore[attr-defined]  # the store is SQLite's

        def rows() -> Iterator[object]:
            with file.reading() as db:
                yield from db.execute("SELECT id FROM person")

        reader = rows()
        next(reader)
        del reader
        file.rewrite()
        desk.store.close()


@pytest.mark.parametrize("use", [SqliteFile.reading, SqliteFile.writing])
def test_closing_waits_for_nobody(
    path: Path, use: Callable[[SqliteFile], AbstractContextManager[sqlite3.Connection]]
) -> None:
    """A call that is under way when the store is closed ends well; the next one is refused."""
    file = SqliteFile(path, busy_seconds=1)
    with use(file) as db:
        file.close()
        assert db.execute("SELECT count(*) FROM network").fetchone() == (0,)
    with pytest.raises(StoreUnavailableError, match="closed"), file.reading():
        pytest.fail("a closed file lends a connection")
    assert [each.name for each in path.parent.iterdir()] == ["netmap.db"]
