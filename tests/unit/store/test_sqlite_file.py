from __future__ import annotations

import sqlite3
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest

from netmap.errors import NetmapError
from netmap.language import Language
from netmap.model import Person
from netmap.store.errors import (
    StoreFormatError,
    StoreUnavailableError,
)
from netmap.store.sqlite import SqliteStore
from netmap.store.sqlite_place import APPLICATION_ID
from netmap.store.sqlite_schema import migrations
from tests.contract.desk import BO, Desk, changed


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


# Making and opening


def test_a_store_is_made_where_there_is_none(tmp_path: Path) -> None:
    """The file and its folders are made; its header says whose it is and of which schema."""
    path = tmp_path / "Ordner mit Leerzeichen" / "50% #1?" / "netmap.db"
    SqliteStore(path).close()
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == len(migrations()) >= 1
    assert pragma(path, "journal_mode") == "wal"
    assert [each.name for each in path.parent.iterdir()] == ["netmap.db"]


def test_a_relative_path_stays_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changing the working directory later does not move the store."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    desk = stored(Path("netmap.db"))
    monkeypatch.chdir(tmp_path / "elsewhere")
    desk.found(BO)
    desk.store.close()
    assert (tmp_path / "netmap.db").exists()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_only_the_owner_may_read_it(path: Path) -> None:
    """Where the system knows permissions, file and log are the owner's alone."""
    desk = stored(path)
    desk.found(BO)
    modes = {each.name: stat.filemode(each.stat().st_mode) for each in path.parent.iterdir()}
    desk.store.close()
    assert set(modes) == {"netmap.db", "netmap.db-wal", "netmap.db-shm"}
    if sys.platform != "win32":
        assert set(modes.values()) == {"-rw-------"}


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    """A file of zero bytes holds nothing that could be lost."""
    path.touch()
    desk = stored(path)
    desk.found(BO)
    desk.store.close()
    assert pragma(path, "application_id") == APPLICATION_ID


def test_connections_are_set_to_lose_nothing(path: Path) -> None:
    """Every connection syncs fully, checks references and overwrites what it deletes."""
    store = SqliteStore(path)
    with store._file.reading() as db:
        values = [
            db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "foreign_keys", "secure_delete", "journal_mode")
        ]
    store.close()
    assert values == [2, 1, 1, "wal"]


def test_many_may_open_a_new_store_at_once(path: Path) -> None:
    """Programs that start together set up one store, and all can use it."""
    barrier = Barrier(8)

    def start(number: int) -> None:
        barrier.wait(timeout=30)
        desk = Desk(SqliteStore(path), f"city-{number}")
        desk.found(BO)
        desk.store.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(start, range(8)))
    store = SqliteStore(path)
    assert len(store.networks()) == 8
    store.close()


def test_a_store_can_be_read_while_it_is_written(path: Path) -> None:
    """A reader is not held up by a writer, nor by one that never ends."""
    desk = stored(path)
    desk.found(BO)
    other = SqliteStore(path, busy_seconds=0.1)
    with desk.store._file.writing():  # type: ignore[attr-defined]  # the store is SQLite's
        assert other.record("city", "bo") == changed(BO, version=1)
    other.close()
    desk.store.close()


# What is no store of this version


def test_a_newer_schema_is_left_alone(path: Path) -> None:
    """A store of a later version is named as such, and opens there as before."""
    SqliteStore(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    assert_refused(path, StoreFormatError, "schema 99", unchanged=True)
    assert pragma(path, "user_version") == 99


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    """A database without netmap's mark is not touched, and nothing is put beside it."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE person (name TEXT)")
        db.commit()
    assert_refused(path, StoreFormatError, "another program", unchanged=True)


@pytest.mark.parametrize("content", [b"id;name\n1;Ada\n", b"\x00" * 4096, b"SQLite"])
def test_any_other_file_is_left_alone(path: Path, content: bytes) -> None:
    """A file that is no database is refused and stays as it is."""
    path.write_bytes(content)
    assert_refused(path, StoreFormatError, "no SQLite database", unchanged=True)


def test_a_folder_is_no_store(path: Path) -> None:
    """A path that leads to a folder is refused."""
    path.mkdir()
    assert_refused(path, StoreFormatError, "folder")


def test_a_path_through_a_file_leads_nowhere(path: Path) -> None:
    """A store cannot lie inside a file."""
    path.write_text("text")
    assert_refused(path / "netmap.db", StoreUnavailableError, "no folder")


def test_no_permission(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file or folder that may not be opened is unavailable, with the system's own reason."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    SqliteStore(path).close()
    # The tests may run as root, whom no permission stops.
    monkeypatch.setattr(Path, "open", refuse)
    assert_refused(path, StoreUnavailableError, "the rights are missing")
    monkeypatch.setattr("os.open", refuse)
    assert_refused(path.parent / "new.db", StoreUnavailableError, "the rights are missing")


def test_a_file_that_cannot_be_written_can_be_read(path: Path) -> None:
    """Writing to a database opened for reading only is refused with its reason."""
    desk = stored(path)
    desk.found(BO)
    with desk.store._file.reading() as db:  # type: ignore[attr-defined]  # the store is SQLite's
        db.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreUnavailableError, match="readonly"):
        desk.edit("bo", name="Bodo")
    assert desk.record("bo") == changed(BO, version=1)
    desk.store.close()


def test_a_damaged_file_is_named(path: Path) -> None:
    """A file whose pages were overwritten is reported as damaged, not as an empty network."""
    desk = stored(path)
    desk.found(*(Person(id=f"{number}", name="P" * 500) for number in range(200)))
    desk.store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(StoreFormatError, match="damaged"):
        Desk(SqliteStore(path), "city").records()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreFormatError, match="damaged"):
        Desk(SqliteStore(path), "city").records()


def test_an_old_sqlite_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python whose SQLite lacks strict tables is told so before anything is made."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 31, 1))
    assert_refused(path, StoreUnavailableError, "SQLite")
    assert not path.exists()


def assert_refused(
    path: Path, error: type[NetmapError], says: str, *, unchanged: bool = False
) -> None:
    """Opening raises ``error``, says why in both languages, and leaves the folder as it was."""

    def state() -> dict[str, bytes]:
        return {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}

    before = state() if unchanged else {}
    with pytest.raises(error) as raised:
        SqliteStore(path)
    assert says in raised.value.message(Language.EN)
    assert str(path) in raised.value.message(Language.DE)
    if unchanged:
        assert state() == before
