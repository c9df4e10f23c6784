"""A program that is killed while it works on a SQLite store."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from netmap.model import Person
from netmap.store.sqlite import SqliteStore
from netmap.store.sqlite_schema import migrations
from netmap.values import Record
from tests.contract.desk import Desk, by_id
from tests.crash.child import Child
from tests.crash.ledger import assert_kept
from tests.crash.migrating import later_netmap
from tests.crash.rounds import ROUNDS

WORKS = ("small", "bulk", "snapshots", "erasures", "migrations")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One store for all rounds, each in a network of its own."""
    return tmp_path_factory.mktemp("killed") / "netmap.db"


@pytest.fixture
def old_store(tmp_path: Path) -> Path:
    """A store of this schema, which is an old one to `later_netmap`."""
    old = tmp_path / "netmap.db"
    desk = Desk(SqliteStore(old), "city")
    desk.found(*(Person(id=f"{number}", name="P", function="F" * 200) for number in range(500)))
    desk.store.close()
    return old


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_nothing_acknowledged_is_lost(
    path: Path, lot: Random, turn: int, request: pytest.FixtureRequest
) -> None:
    """Whatever it does when it is killed: what was acknowledged is there, whole, and no more."""
    work = WORKS[turn % len(WORKS)]
    if work == "migrations":
        kill_a_migration(request.getfixturevalue("old_store"), lot)
    else:
        kill_a_writer(path, lot, work=work, network_id=f"round-{turn}")


def kill_a_writer(path: Path, lot: Random, *, work: str, network_id: str) -> None:
    """Kill a program that writes to the store, and look at what it left."""
    before = revisions(path) if path.exists() else {}
    child = Child(f"sqlite:///{path}", network_id, work, str(lot.random()))
    child.wait_until_opened()
    time.sleep(lot.uniform(0, 1.2))
    lines = child.kill()
    store = SqliteStore(path)
    try:
        assert_kept(store, network_id, lines)
    finally:
        store.close()
    assert {each: revision for each, revision in revisions(path).items() if each != network_id} == (
        before
    )
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    # Opening has finished what a killed erasure left to do.
    content = b"".join(each.read_bytes() for each in path.parent.iterdir())
    erased = [line["name"] for line in lines if line["says"] == "did" and line["what"] == "erase"]
    assert [name for name in erased if name.encode() in content] == []


def kill_a_migration(old: Path, lot: Random) -> None:
    """Kill a program that migrates copies of an older store, and look at every copy."""
    child = Child(f"sqlite:///{old}", str(lot.random()), module="tests.crash.migrating")
    child.wait_until_opened()
    time.sleep(lot.uniform(0, 1.0))
    lines = child.kill()
    done = [line["folder"] for line in lines if line["says"] == "did"]
    records = records_of(old)
    for folder in [line["folder"] for line in lines if line["says"] == "tries"]:
        copy = Path(folder, old.name)
        if folder in done:
            assert schema_of(copy) == len(migrations()) + 1
        with later_netmap():
            # The one that was under way is old or new, and this makes it new.
            assert records_of(copy) == records
        assert schema_of(copy) == len(migrations()) + 1
        backups = [each for each in copy.parent.iterdir() if each != copy]
        assert backups, "it was migrated without a backup"
        assert len(backups) == 1 or folder not in done
        for each in backups:
            assert schema_of(each) == len(migrations())
            assert records_of(each) == records


def records_of(path: Path) -> dict[str, Record]:
    """The records of a store of these tests."""
    store = SqliteStore(path)
    try:
        return by_id(store.read("city"))
    finally:
        store.close()


def schema_of(path: Path) -> int:
    """The schema of a file that nobody has opened."""
    assert path.with_name(f"{path.name}-wal").exists() is False
    return int.from_bytes(path.read_bytes()[60:64], "big")


def revisions(path: Path) -> dict[str, int]:
    """Every network of the store, with its revision."""
    store = SqliteStore(path)
    try:
        return {each.id: each.revision for each in store.networks()}
    finally:
        store.close()
