from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from netmap.errors import NetmapError
from netmap.language import Language
from netmap.model import Person
from netmap.store.errors import (
    StoreDamagedError,
    StoreFormatError,
    StoreNewerError,
    StoreUnavailableError,
)
from netmap.store.sqlite import SqliteStore
from netmap.store.sqlite_schema import migrations
from tests.contract.desk import BO, Desk

posix = pytest.mark.skipif(
    sys.platform == "win32", reason="Files: permissions and links are POSIX here"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store of the test lies."""
    return tmp_path / "netmap.db"


def a_store(path: Path, people: int = 0) -> bytes:
    """Make a store that nobody has open, and return its content."""
    desk = Desk(SqliteStore(path), "city")
    desk.found(BO, *(Person(id=f"{number}", name="P" * 500) for number in range(people)))
    desk.store.close()
    return path.read_bytes()


def content(folder: Path) -> dict[str, bytes | None]:
    """All that lies in a folder."""
    return {each.name: each.read_bytes() if each.is_file() else None for each in folder.iterdir()}


def refused(path: Path, error: type[NetmapError], says: str) -> NetmapError:
    """Opening raises exactly ``error``, which names the file; the folder stays as it was."""
    before = content(path.parent)
    with pytest.raises(error) as raised:
        SqliteStore(path)
    assert type(raised.value) is error
    assert says in raised.value.message(Language.EN)
    for language in Language:
        assert str(path) in raised.value.message(language)
    assert content(path.parent) == before
    return raised.value


def test_a_newer_schema_is_told_from_a_stranger(path: Path) -> None:
    """The error names both versions and asks for the newer program."""
    a_store(path)
    newer = len(migrations()) + 1
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {newer}")
        db.execute("PRAGMA journal_mode = WAL")
    error = refused(path, StoreNewerError, f"schema {newer}")
    assert "newer version of netmap" in error.remedy_text.en


def test_the_log_of_a_stranger_is_left_alone(path: Path) -> None:
    """A foreign database that was not closed keeps its log, be it empty or not."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE account (name TEXT)")
        shutil.copy(path, path.with_name("other.db"))
        shutil.copy(f"{path}-wal", path.with_name("other.db-wal"))
    other = path.with_name("other.db")
    refused(other, StoreFormatError, "another program")
    path.with_name("other.db-wal").write_bytes(b"")
    refused(other, StoreFormatError, "another program")


@pytest.mark.parametrize("empty_file", [False, True])
def test_a_log_without_its_database_is_kept(path: Path, empty_file: bool) -> None:
    """Where only a log is left, no new store is made that would delete it."""
    desk = Desk(SqliteStore(path), "city")
    desk.found(BO)
    log = path.with_name("copy.db-wal")
    shutil.copy(f"{path}-wal", log)
    desk.store.close()
    if empty_file:
        path.with_name("copy.db").touch()
    refused(path.with_name("copy.db"), StoreFormatError, "copy.db-wal")


def test_a_creation_that_was_cut_off_by_a_power_cut_is_begun_anew(path: Path) -> None:
    """Pages of nothing with SQLite's own journal beside them are no strange file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("BEGIN")
        db.execute("CREATE TABLE t (x)")
        # The journal reaches the disk before the first page does.
        db.execute("PRAGMA cache_spill = 1")
        db.execute("PRAGMA cache_size = 1")
        for _ in range(50):
            db.execute("INSERT INTO t VALUES (randomblob(3000))")
        journal = Path(f"{path}-journal").read_bytes()
        size = path.stat().st_size
        db.execute("ROLLBACK")
    path.write_bytes(b"\x00" * size)
    Path(f"{path}-journal").write_bytes(journal)
    Desk(SqliteStore(path), "city").found(BO)


@posix
def test_a_link_to_nowhere(path: Path) -> None:
    """The error names where the link leads; nothing is made there."""
    path.symlink_to(path.with_name("gone") / "netmap.db")
    with pytest.raises(StoreUnavailableError, match="gone"):
        SqliteStore(path)
    assert [each.name for each in path.parent.iterdir()] == ["netmap.db"]


@posix
def test_a_link_to_a_store(path: Path) -> None:
    """A link leads to the store like its own path."""
    a_store(path)
    link = path.with_name("link.db")
    link.symlink_to(path)
    store = SqliteStore(link)
    assert [each.id for each in store.networks()] == ["city"]
    store.close()


class TestDamaged:
    """A damaged file is named as such, with the way back, and is not written to."""

    def test_a_page_in_the_midst(self, path: Path) -> None:
        """It opens, for nothing has looked there yet; who reads the page learns of it."""
        whole = a_store(path, people=200)
        damaged = path.with_name("damaged.db")
        half = len(whole) // 2 // 4096 * 4096
        damaged.write_bytes(whole[:half] + b"\xa5" * 4096 * 20 + whole[half + 4096 * 20 :])
        store = SqliteStore(damaged)
        with pytest.raises(StoreDamagedError) as raised:
            store.read("city")
        store.close()
        assert "backup" in raised.value.remedy_text.en
        assert "Sicherung" in raised.value.remedy_text.de

    @pytest.mark.parametrize("share", [0.01, 0.5, 0.95])
    def test_a_truncated_file(self, path: Path, share: float) -> None:
        """A file that lacks its end is damaged, however much is left."""
        whole = a_store(path, people=200)
        path.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(StoreDamagedError):
            Desk(SqliteStore(path), "city").records()

    def test_only_a_header(self, path: Path) -> None:
        """So is one of which the first hundred bytes are left."""
        path.write_bytes(a_store(path)[:100])
        refused(path, StoreDamagedError, "damaged")


@posix
class TestPermissions:
    """What the system does not let us do is said with what is needed, and nothing is changed."""

    @pytest.fixture
    def place(self) -> Iterator[Path]:
        """A store in a folder that is readable for everybody, while we are an ordinary user."""
        # Not below pytest's own folder, which is root's alone.
        folder = Path(tempfile.mkdtemp())
        folder.chmod(0o755)
        path = folder / "netmap.db"
        a_store(path)
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(65534)
        yield path
        if is_root:
            os.seteuid(0)
        shutil.rmtree(folder)

    @pytest.fixture
    def owner(self, place: Path) -> Iterator[None]:
        """Let the ordinary user own what the test changes the permissions of."""
        euid = os.geteuid()
        os.seteuid(os.getuid())
        os.chown(place, euid, -1)
        os.chown(place.parent, euid, -1)
        os.seteuid(euid)
        yield
        place.parent.chmod(0o700)

    def test_a_file_that_may_not_be_read(self, place: Path, owner: None) -> None:
        """It is unavailable, for the system's own reason."""
        place.chmod(0)
        with pytest.raises(StoreUnavailableError, match="the rights are missing"):
            SqliteStore(place)

    def test_a_folder_in_which_nothing_may_be_made(self, place: Path, owner: None) -> None:
        """A store there cannot be opened, a new one not made, and the error says what is needed."""
        before = place.read_bytes()
        place.parent.chmod(0o500)
        with pytest.raises(StoreUnavailableError, match="in its folder"):
            SqliteStore(place)
        with pytest.raises(StoreUnavailableError, match="the rights are missing"):
            SqliteStore(place.with_name("new.db"))
        assert content(place.parent) == {place.name: before}

    def test_a_file_that_may_only_be_read(self, place: Path, owner: None) -> None:
        """It can be read; who writes learns why that fails, and nothing is changed."""
        before = place.read_bytes()
        place.chmod(0o400)
        store = SqliteStore(place)
        desk = Desk(store, "city")
        assert desk.record("bo").version == 1
        with pytest.raises(StoreUnavailableError, match="allowed to write"):
            desk.edit("bo", name="Bodo")
        store.close()
        place.chmod(0o600)
        assert place.read_bytes() == before
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
