from __future__ import annotations

import shutil
import sqlite3
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from netmap.store import sqlite_schema
from netmap.store.errors import StoreDamagedError
from netmap.store.sqlite import SqliteStore
from netmap.store.sqlite_schema import migrations
from tests.contract.desk import BO, CITY, Desk
from tests.crash.migrating import later_netmap
from tests.data.kept_stores import held_by_file, kept, kept_schemas, what_it_holds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of this schema, which is an older one to `later_netmap`."""
    path = tmp_path / "netmap.db"
    desk = Desk(SqliteStore(path), "city")
    desk.found(*CITY)
    desk.store.close()
    return path


def backups(path: Path) -> list[Path]:
    """What lies beside a store."""
    return [each for each in path.parent.iterdir() if each != path]


def schema(path: Path) -> int:
    """The schema that stands in the file's header."""
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_an_older_store_is_copied_and_migrated(path: Path) -> None:
    """All it held is there; the copy beside it is named after its schema."""
    before = held_by_file(path)
    with later_netmap():
        assert held_by_file(path) == before
    assert schema(path) == len(migrations()) + 1
    (backup,) = backups(path)
    assert backup.name.startswith(f"netmap-schema-{len(migrations())}-2")
    assert schema(backup) == len(migrations())
    assert held_by_file(backup) == before
    if sys.platform != "win32":
        assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_the_copy_holds_what_only_the_log_held(path: Path) -> None:
    """A store that was not closed is copied with what stands in its write-ahead log."""
    desk = Desk(SqliteStore(path), "city")
    desk.edit("bo", name="Bodo")
    for each in path.parent.glob("netmap.db*"):
        shutil.copy(each, each.with_name(each.name.replace("netmap", "killed")))
    desk.store.close()
    killed = path.with_name("killed.db")
    with later_netmap():
        SqliteStore(killed).close()
    (backup,) = path.parent.glob("killed-schema-*")
    assert held_by_file(backup) == held_by_file(path)


def test_a_store_of_this_schema_is_not_copied(path: Path) -> None:
    """Neither a new store nor one that is up to date gets a backup."""
    SqliteStore(path).close()
    assert backups(path) == []


def test_programs_that_start_at_once_migrate_once(path: Path) -> None:
    """One copies and migrates, the others wait and find it done."""
    with later_netmap(), ThreadPoolExecutor(6) as pool:
        for store in list(pool.map(lambda _: SqliteStore(path), range(6))):
            assert len(list(store.read("city").all_records())) == len(CITY)
            store.close()
    assert len(backups(path)) == 1


def test_a_migration_that_fails_leaves_the_store_and_no_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake in a script changes nothing: the store opens as before."""
    before = path.read_bytes()
    broken = [*migrations(), "CREATE TABLE fresh (x TEXT) STRICT;\nSELECT missing FROM nowhere;"]
    with monkeypatch.context() as patched:
        patched.setattr(sqlite_schema, "migrations", lambda: broken)
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            SqliteStore(path)
    assert backups(path) == []
    assert path.read_bytes() == before


def test_a_damaged_store_is_not_migrated(path: Path) -> None:
    """A copy that would be as damaged as the store is no backup."""
    desk = Desk(SqliteStore(path), "city")
    desk.put(*(BO.model_copy(update={"id": f"{n}", "name": "P" * 500}) for n in range(200)))
    desk.store.close()
    whole = path.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    path.write_bytes(whole[:middle] + b"\xa5" * 4096 + whole[middle + 4096 :])
    damaged = path.read_bytes()
    with later_netmap(), pytest.raises(StoreDamagedError):
        SqliteStore(path)
    assert backups(path) == []
    assert path.read_bytes() == damaged


def test_what_a_killed_backup_left_goes_with_the_next(path: Path) -> None:
    """Half a copy is removed by who comes next, and nothing else is."""
    half = path.with_name(".netmap.db.backup-0a1b2c3d")
    other = path.with_name(".other.db.backup-0a1b2c3d")
    for each in (half, other):
        each.write_bytes(b"half")
    with later_netmap():
        SqliteStore(path).close()
    assert not half.exists()
    assert other.exists()


def test_backups_of_one_second_have_names_of_their_own(path: Path, tmp_path: Path) -> None:
    """No backup ever takes the place of another."""
    old = path.read_bytes()
    with later_netmap():
        for _ in range(3):
            path.write_bytes(old)
            SqliteStore(path).close()
    assert len(backups(path)) == 3


# Stores of earlier versions


def test_a_store_of_every_earlier_schema_is_kept() -> None:
    """Whoever adds a migration keeps a store of each schema: tests/data/kept_stores.py."""
    assert kept_schemas("sqlite") == list(range(1, len(migrations()) + 1))


@pytest.mark.parametrize("number", kept_schemas("sqlite"))
def test_an_earlier_store_opens_and_holds_what_it_held(number: int, tmp_path: Path) -> None:
    """Records, versions, log and snapshots of a store of an earlier schema are all there."""
    path = tmp_path / "netmap.db"
    path.write_bytes(kept("sqlite", number))
    held = what_it_holds("sqlite", number)
    assert schema(path) == number
    assert held_by_file(path) == held
    assert schema(path) == len(migrations())
    with later_netmap():
        assert held_by_file(path) == held
