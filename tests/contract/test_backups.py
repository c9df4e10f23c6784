"""Keeping a store of either kind in one file, and bringing it back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Event, Thread
from uuid import uuid4

import pytest

from netmap.bootstrap import _open_copy, _open_file
from netmap.principal import LOCAL_OWNER
from netmap.services.backups import (
    BackupFileError,
    BackupService,
    FileInUseError,
    ReplaceUnsupportedError,
    RestoreExistsError,
)
from netmap.services.copying import CopyUnequalError
from netmap.services.files import FileExistsAlreadyError, FileWriteError
from netmap.store.neo4j import Neo4jStore
from netmap.store.protocol import Store
from netmap.store.sqlite import SqliteStore
from tests.contract.desk import BO, CITY, NOON, Desk, changed
from tests.contract.test_copying import a_long_story, assert_equal

OpenStore = Callable[[Path], SqliteStore]


def service(store: Store) -> BackupService:
    """Backups of a store, as the command line makes them."""
    return BackupService(store, open_file=_open_file, open_copy=_open_copy, clock=lambda: NOON)


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def open_file(tmp_path: Path) -> Iterator[OpenStore]:
    """Opens store files."""
    with ExitStack() as opened:
        yield lambda path: opened.enter_context(closing(SqliteStore(path)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the backup goes."""
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups" / "city.db"


@pytest.fixture
def desk(open_file: OpenStore, tmp_path: Path) -> Desk:
    """A network in a store of its own."""
    return Desk(open_file(tmp_path / "netmap.db"), "city")


@pytest.fixture
def elsewhere(open_file: OpenStore, tmp_path: Path) -> Desk:
    """The same network in a second, empty store."""
    return Desk(open_file(tmp_path / "elsewhere.db"), "city")


class TestBackup:
    """What is written."""

    def test_is_a_store_that_netmap_opens(
        self, desk: Desk, file: Path, open_file: OpenStore
    ) -> None:
        """One file, for the owner's eyes alone, with all that the store holds; nothing beside."""
        a_long_story(desk)
        (done,) = service(desk.store).backup(LOCAL_OWNER, file)
        assert (done.revision, done.snapshots) == (5, 2)
        assert names(file.parent) == [file.name]
        if os.name != "nt":
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert_equal(desk, Desk(open_file(file), "city"))

    def test_of_a_server(self, neo4j_url: str, file: Path, open_file: OpenStore) -> None:
        """A Neo4j server is kept in the same kind of file, and comes back from it."""
        with closing(Neo4jStore(neo4j_url)) as store:
            desk = Desk(store, f"city-{uuid4().hex}")
            a_long_story(desk)
            service(store).backup(LOCAL_OWNER, file, [desk.network_id])
            assert_equal(desk, Desk(open_file(file), desk.network_id))
            with pytest.raises(RestoreExistsError):
                service(store).restore(LOCAL_OWNER, file)
            with pytest.raises(ReplaceUnsupportedError):
                service(store).restore(LOCAL_OWNER, file, replace=True)

    def test_comes_back_on_a_server(
        self, neo4j_url: str, tmp_path: Path, file: Path, open_file: OpenStore
    ) -> None:
        """What was kept from a file moves to a server."""
        with closing(Neo4jStore(neo4j_url)) as store:
            desk = Desk(open_file(tmp_path / "netmap.db"), f"city-{uuid4().hex}")
            a_long_story(desk)
            service(desk.store).backup(LOCAL_OWNER, file)
            service(store).restore(LOCAL_OWNER, file)
            assert_equal(desk, Desk(store, desk.network_id))

    def test_of_one_network_of_several(self, desk: Desk, file: Path, open_file: OpenStore) -> None:
        """Networks stay closed: the others are not in the file."""
        desk.found(*CITY)
        Desk(desk.store, "village").found(BO)
        service(desk.store).backup(LOCAL_OWNER, file, ["city"])
        assert [each.id for each in open_file(file).networks()] == ["city"]

    def test_while_others_write(self, desk: Desk, file: Path, open_file: OpenStore) -> None:
        """Nobody waits, and the backup is the network as it was at one revision."""
        desk.found(*CITY)
        stop = Event()

        def write() -> None:
            while not stop.is_set():
                desk.edit("bo", name=f"Bo {desk.revision}")

        writer = Thread(target=write)
        writer.start()
        try:
            while desk.revision < 5:
                pass
            (done,) = service(desk.store).backup(LOCAL_OWNER, file)
        finally:
            stop.set()
            writer.join()
        kept = Desk(open_file(file), "city")
        assert kept.revision == done.revision >= 5
        assert kept.record("bo") == changed(
            BO, name=f"Bo {done.revision - 1}", version=done.revision
        )
        assert kept.log(limit=3) == desk.log(limit=3, before_revision=done.revision + 1)

    def test_an_older_file_is_replaced_only_when_asked(self, desk: Desk, file: Path) -> None:
        """Without being asked nothing is lost; a store at work is not replaced even then."""
        desk.found(BO)
        file.write_bytes(b"older")
        with pytest.raises(FileExistsAlreadyError):
            service(desk.store).backup(LOCAL_OWNER, file)
        assert file.read_bytes() == b"older"
        service(desk.store).backup(LOCAL_OWNER, file, replace=True)
        assert file.read_bytes().startswith(b"SQLite")
        with pytest.raises(FileInUseError):
            service(desk.store).backup(LOCAL_OWNER, Path(desk.store.name), replace=True)
        file.with_name("city.db-wal").touch()
        with pytest.raises(FileInUseError):
            service(desk.store).backup(LOCAL_OWNER, file, replace=True)

    def test_leaves_nothing_where_it_cannot_be_written(self, desk: Desk, tmp_path: Path) -> None:
        """A folder that is missing is an error that names the file."""
        desk.found(BO)
        with pytest.raises(FileWriteError, match="nowhere"):
            service(desk.store).backup(LOCAL_OWNER, tmp_path / "nowhere" / "city.db")

    def test_of_a_store_that_contradicts_itself(
        self, desk: Desk, tmp_path: Path, file: Path
    ) -> None:
        """A whole file is kept as it is, damage included; one network is rebuilt, and refused."""
        desk.found(BO)
        with closing(sqlite3.connect(tmp_path / "netmap.db")) as db:
            db.execute("UPDATE person SET name = 'Boris'")
            db.commit()
        with pytest.raises(CopyUnequalError, match="bo"):
            service(desk.store).backup(LOCAL_OWNER, file, ["city"])
        assert names(file.parent) == []
        service(desk.store).backup(LOCAL_OWNER, file)
        with closing(sqlite3.connect(file)) as db:
            assert db.execute("SELECT name FROM person").fetchall() == [("Boris",)]


class TestRestore:
    """What comes back."""

    @pytest.fixture
    def kept(self, desk: Desk, file: Path) -> Path:
        """A backup of the network."""
        a_long_story(desk)
        service(desk.store).backup(LOCAL_OWNER, file)
        return file

    def test_into_an_empty_store(self, desk: Desk, elsewhere: Desk, kept: Path) -> None:
        """All that was kept is there again; the file is left byte by byte as it was."""
        before = kept.read_bytes()
        kept.chmod(0o400)
        restored = service(elsewhere.store).restore(LOCAL_OWNER, kept)
        assert [each.revision for each in restored.networks] == [5]
        assert (restored.kept, restored.erasures) == (None, {})
        assert_equal(desk, elsewhere)
        assert kept.read_bytes() == before
        assert names(kept.parent) == [kept.name]

    def test_beside_other_networks(self, desk: Desk, elsewhere: Desk, kept: Path) -> None:
        """Networks that the backup does not hold are not touched."""
        village = Desk(elsewhere.store, "village")
        village.found(*CITY)
        before = (village.records(), village.log())
        service(elsewhere.store).restore(LOCAL_OWNER, kept, ["city"])
        assert_equal(desk, elsewhere)
        assert (village.records(), village.log()) == before

    def test_overwrites_only_when_asked(
        self, desk: Desk, kept: Path, open_file: OpenStore, tmp_path: Path
    ) -> None:
        """Unasked it is an error; asked, the state before is kept beside in a file of its own."""
        told = (desk.records(), desk.log())
        village = Desk(desk.store, "village")
        village.found(BO)
        desk.edit("bo", name="Später")
        later = desk.records()
        with pytest.raises(RestoreExistsError):
            service(desk.store).restore(LOCAL_OWNER, kept)
        assert desk.records() == later
        restored = service(desk.store).restore(LOCAL_OWNER, kept, replace=True)
        assert (desk.records(), desk.log()) == told
        assert village.record("bo") == changed(BO, version=1)
        aside = tmp_path / "netmap.before-restore-20240601-120000.db"
        assert restored.kept == aside
        assert Desk(open_file(aside), "city").records() == later
        desk.edit("bo", name="Weiter")
        assert desk.revision == 6

    def test_says_who_is_back(self, desk: Desk, kept: Path) -> None:
        """A person that was erased since the backup has to be erased again."""
        desk.erase("bo", "noone")
        restored = service(desk.store).restore(LOCAL_OWNER, kept, replace=True)
        assert restored.erasures == {"city": 1}
        assert "bo" in desk.records()

    @pytest.mark.parametrize("damage", ["missing", "empty", "text", "foreign", "cut", "flipped"])
    def test_of_what_is_no_backup(self, elsewhere: Desk, kept: Path, damage: str) -> None:
        """A clear error, and neither the file nor the store is touched."""
        elsewhere.found(BO, name="Was da ist")
        content = kept.read_bytes()
        match damage:
            case "missing":
                kept.unlink()
            case "empty":
                kept.write_bytes(b"")
            case "text":
                kept.write_text("Liebe Grüße")
            case "foreign":
                kept.unlink()
                with closing(sqlite3.connect(kept)) as db:
                    db.execute("CREATE TABLE mine (a)")
            case "cut":
                kept.write_bytes(content[: len(content) // 2])
            case "flipped":
                page = 4096
                kept.write_bytes(content[:page] + b"\xff" * page + content[2 * page :])
        left = kept.read_bytes() if kept.exists() else None
        with pytest.raises(BackupFileError):
            service(elsewhere.store).restore(LOCAL_OWNER, kept, replace=True)
        assert (kept.read_bytes() if kept.exists() else None) == left
        assert elsewhere.records() == {"bo": changed(BO, version=1)}
        assert names(kept.parent) == ([] if left is None else [kept.name])

    def test_of_a_store_that_is_at_work(self, desk: Desk, elsewhere: Desk, tmp_path: Path) -> None:
        """A store's file with its log beside it is read as it stands."""
        desk.found(*CITY)
        assert (tmp_path / "netmap.db-wal").stat().st_size > 0
        service(elsewhere.store).restore(LOCAL_OWNER, tmp_path / "netmap.db")
        assert_equal(desk, elsewhere)

    def test_from_a_medium_that_cannot_be_written(
        self, desk: Desk, elsewhere: Desk, kept: Path, tmp_path: Path
    ) -> None:
        """Nothing is laid beside the file, as SQLite would on opening it."""
        medium = tmp_path / "medium"
        medium.mkdir()
        shutil.copy(kept, medium)
        medium.chmod(0o500)
        try:
            service(elsewhere.store).restore(LOCAL_OWNER, medium / kept.name)
        finally:
            medium.chmod(0o700)
        assert_equal(desk, elsewhere)
