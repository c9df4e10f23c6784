"""A disk that is full: a clear error, nothing half done, and on it goes once there is room."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from netmap.errors import NetmapError
from netmap.language import Language
from netmap.model import Person
from netmap.services.files import FileWriteError, write_whole
from netmap.store.sqlite import SqliteStore
from netmap.store.sqlite_schema import migrations
from tests.contract.desk import BO, Desk
from tests.crash.migrating import later_netmap
from tests.small_disk import SmallDisk, small_disk

pytestmark = pytest.mark.skipif("os.name == 'nt'", reason="Small disk: needs a POSIX system")

CROWD = [Person(id=f"{number}", name="P" * 900) for number in range(1000)]
NAME = "Lovelace"
ADA = Person(id=f"{NAME} 7", name=f"Ada {NAME}")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk with room for a few stores."""
    folder = tmp_path / "disk"
    folder.mkdir()
    with small_disk(folder, megabytes=24) as disk:
        yield disk


@pytest.fixture
def desk(disk: SmallDisk) -> Iterator[Desk]:
    """A network on the disk."""
    desk = Desk(SqliteStore(disk.folder / "netmap.db"), "city")
    desk.found(BO)
    yield desk
    desk.store.close()


def assert_sound(desk: Desk) -> None:
    """The file is whole."""
    with closing(sqlite3.connect(desk.store.name)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_change_set_that_finds_no_room(disk: SmallDisk, desk: Desk) -> None:
    """It is refused whole; the same store takes it once there is room."""
    before = desk.records()
    for _ in range(2):
        with disk.full(but=100_000), pytest.raises(disk.error) as raised:
            desk.put(*CROWD)
        assert desk.store.name in raised.value.message(Language.DE)
        assert desk.records() == before
        assert desk.revision == 1
    desk.put(*CROWD)
    assert len(desk.records()) == len(CROWD) + 1
    assert_sound(desk)


def test_a_snapshot_that_finds_no_room(disk: SmallDisk, desk: Desk) -> None:
    """It is not taken in part; the same store takes it once there is room."""
    desk.put(*CROWD)
    desk.store.close()  # which empties the write-ahead log
    again = Desk(SqliteStore(Path(desk.store.name)), "city")
    with disk.full(but=100_000), pytest.raises(disk.error):
        again.freeze(snapshot_id="state")
    assert again.store.snapshots("city") == []
    again.freeze(snapshot_id="state")
    assert len(list(again.store.read_snapshot("city", "state").all_records())) == len(CROWD) + 1
    again.store.close()


def test_a_full_disk_can_be_read(disk: SmallDisk, desk: Desk) -> None:
    """Who only looks needs no room."""
    with disk.full():
        assert desk.records()["bo"].version == 1


def test_an_erasure_that_cannot_rewrite_the_file(disk: SmallDisk, desk: Desk) -> None:
    """The erasure holds; its traces in the file go with the next opening that finds room."""
    desk.put(ADA, *CROWD)
    path = Path(desk.store.name)
    with disk.full(but=300_000):
        desk.erase(ADA.id)
        assert NAME not in {getattr(each, "name", "") for each in desk.records().values()}
    assert desk.log()[0].erasure
    desk.store.close()
    again = SqliteStore(path)
    again.close()
    assert NAME.encode() not in b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert_sound(desk)


def test_a_checkpoint_that_finds_no_room(disk: SmallDisk, desk: Desk) -> None:
    """What is in the log and finds no room in the file stays in the log, and is not lost."""
    for start in range(0, len(CROWD), 50):
        with disk.full(but=400_000):
            try:
                desk.put(*CROWD[start : start + 50])
            except NetmapError as error:
                assert isinstance(error, disk.error)  # noqa: PT017 -- it may find room or not
                break
    held = desk.records()
    with disk.full():
        desk.store.close()
    again = Desk(SqliteStore(Path(desk.store.name)), "city")
    assert again.records() == held
    again.put(Person(id="last", name="Last"))
    again.store.close()
    assert_sound(again)


def test_a_new_store_that_finds_no_room(disk: SmallDisk) -> None:
    """No half-made store is left that a later start would trip over."""
    path = disk.folder / "new.db"
    with disk.full(but=20_000), pytest.raises(disk.error):
        SqliteStore(path)
    again = Desk(SqliteStore(path), "city")
    again.found(BO)
    again.store.close()


def test_a_migration_that_finds_no_room_for_its_backup(disk: SmallDisk, desk: Desk) -> None:
    """The older store stays as it is, with no half copy beside it, and migrates later."""
    desk.put(*CROWD)
    records = desk.records()
    desk.store.close()
    path = Path(desk.store.name)
    content = path.read_bytes()
    with later_netmap():
        with disk.full(but=500_000), pytest.raises(disk.error):
            SqliteStore(path)
        assert {each.name for each in path.parent.iterdir()} == {path.name}
        assert path.read_bytes() == content
        again = Desk(SqliteStore(path), "city")
        assert again.records() == records
        again.store.close()
    assert len(list(path.parent.glob("*-schema-*"))) == 1
    assert path.read_bytes()[63] == len(migrations()) + 1


def test_a_file_for_people_that_finds_no_room(disk: SmallDisk) -> None:
    """The old file stands, and nothing is left beside it."""
    file = disk.folder / "map.html"
    write_whole(file, b"old", replace=True)
    with disk.full(but=10_000), pytest.raises(FileWriteError):
        write_whole(file, b"new" * 100_000, replace=True)
    assert [each.read_bytes() for each in disk.folder.iterdir()] == [b"old"]
    write_whole(file, b"new", replace=True)
    assert file.read_bytes() == b"new"
