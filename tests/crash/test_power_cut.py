"""What reaches the disk before anybody is told that it is kept: files, and the names they have."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from random import Random

import pytest

from netmap.store.sqlite import SqliteStore
from tests.contract.desk import Desk
from tests.crash.disk_after import Disk
from tests.crash.ledger import folded
from tests.crash.migrating import later_netmap
from tests.crash.traced import Call, has_strace, trace

OPEN = """
from netmap.model import Person
from netmap.store.sqlite import SqliteStore
from tests.contract.desk import Desk
store = SqliteStore(folder / "netmap.db")
desk = Desk(store, "city")
"""

MIGRATE = """
from tests.crash.migrating import later_netmap
store.close()
mark("older store is there")
with later_netmap():
    SqliteStore(folder / "netmap.db").close()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that is watched."""
    if not has_strace():
        message = "Power cut: no strace on this machine"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def between(calls: Sequence[Call], start: str, end: str) -> list[Call]:
    """The calls between two marks."""
    marks = [call.name for call in calls if call.what == "mark"]
    assert marks.count(start) == marks.count(end) == 1, marks
    return list(calls[calls.index(Call("mark", start)) + 1 : calls.index(Call("mark", end))])


def unsynced(calls: Sequence[Call]) -> set[str]:
    """Files whose last write no sync has followed, and names of theirs that none has.

    A file without content needs no name, and the index of the write-ahead log is left out: SQLite
    makes it anew from the log.
    """
    dirty: set[str] = set()
    written = {call.to or call.name for call in calls if call.what in {"write", "rename"}}
    for call in calls:
        match call.what:
            case "write":
                dirty.add(call.name)
            case "sync" if call.name == ".":
                dirty = {each for each in dirty if not each.startswith("name of ")}
            case "sync":
                dirty.discard(call.name)
            case "make":
                dirty.add(f"name of {call.name}")
            case "rename":
                dirty.add(f"name of {call.to}")
            case "remove":
                dirty -= {call.name, f"name of {call.name}"}
    needed = written | {f"name of {each}" for each in written}
    return {each for each in dirty & needed if not each.endswith("-shm")}


def test_a_new_store_is_on_the_disk_with_its_name(folder: Path) -> None:
    """Once it is open, no page of it and no name waits for the disk."""
    calls = trace(f"mark('start'){OPEN}\nmark('open')\nstore.close()", folder)
    opened = between(calls, "start", "open")
    assert Call("make", "netmap.db") in opened
    assert Call("write", "netmap.db") in opened
    assert unsynced(opened) == set()


def test_folders_that_are_made_for_a_store_are_on_the_disk(folder: Path) -> None:
    """So is every folder on the way to it."""
    calls = trace(
        "from netmap.store.sqlite import SqliteStore\n"
        "store = SqliteStore(folder / 'a' / 'b' / 'netmap.db')\nmark('open')",
        folder,
    )
    before = calls[: calls.index(Call("mark", "open"))]
    assert {Call("sync", "."), Call("sync", "a"), Call("sync", "a/b")} <= set(before)


def test_a_change_set_is_on_the_disk_before_it_is_acknowledged(folder: Path) -> None:
    """The write-ahead log and its name are, for the first change set and for each later one."""
    program = f"""{OPEN}
desk.found()
mark("first")
for number in range(3):
    mark(f"start {{number}}")
    desk.put(Person(id=f"{{number}}", name="P" * 900))
    mark(f"done {{number}}")
"""
    calls = trace(program, folder)
    first = calls[: calls.index(Call("mark", "first"))]
    assert Call("make", "netmap.db-wal") in first
    assert unsynced(first) == set()
    for number in range(3):
        change_set = between(calls, f"start {number}", f"done {number}")
        assert Call("write", "netmap.db-wal") in change_set
        assert unsynced(change_set) == set()


def test_a_backup_is_on_the_disk_before_a_migration_writes(folder: Path) -> None:
    """Copy, sync, name, sync of the name; and only then the first byte of the new schema."""
    calls = trace(f"{OPEN}\ndesk.found()\n{MIGRATE}", folder)
    after = calls[calls.index(Call("mark", "older store is there")) + 1 :]
    (renamed,) = [call for call in after if call.what == "rename"]
    assert renamed.name.startswith(".netmap.db.backup-")
    assert renamed.to.startswith("netmap-schema-")
    at = after.index(renamed)
    assert unsynced([call for call in after[:at] if call.name == renamed.name]) == {
        f"name of {renamed.name}"
    }
    store = {"netmap.db", "netmap.db-wal", "netmap.db-journal"}
    first_write = next(
        number for number, call in enumerate(after) if call.what == "write" and call.name in store
    )
    assert at < after.index(Call("sync", "."), at) < first_write
    assert unsynced(after) == set()


def test_a_file_for_people_is_on_the_disk_before_its_name(folder: Path) -> None:
    """Written, synced, moved into place, and the move synced."""
    program = """
from netmap.services.files import write_whole
mark("start")
write_whole(folder / "map.html", b"<html>", replace=True)
mark("done")
"""
    calls = between(trace(program, folder), "start", "done")
    (renamed,) = [call for call in calls if call.what == "rename"]
    at = calls.index(renamed)
    assert renamed.to == "map.html"
    assert calls[:at].index(Call("write", renamed.name)) < calls[:at].index(
        Call("sync", renamed.name)
    )
    assert Call("sync", ".") in calls[at:]


HISTORY = f"""{OPEN}
desk.found()
mark("kept 1")
for number in range(3):
    desk.put(*(Person(id=f"{{number}} {{row}}", name="P" * 300) for row in range(20)))
    mark(f"kept {{number + 2}}")
desk.freeze()
desk.erase("1 1")
mark("kept 5")
{MIGRATE}
mark("migrated")
"""


def test_the_power_is_cut_at_any_moment(folder: Path, tmp_path: Path) -> None:
    """Whatever of what was not synced the disk holds then: what was acknowledged is there."""
    calls = trace(HISTORY, folder, with_data=True)
    assert Disk(calls).whole("netmap.db") == (folder / "netmap.db").read_bytes(), "a bad replay"
    random = Random(7)  # noqa: S311 -- nothing secret is drawn
    kept = [number for number, call in enumerate(calls) if call.what in {"sync", "rename"}]
    first_pages = range(calls.index(Call("mark", "kept 1")))
    for number in sorted({*random.sample(kept, 20), *random.sample(first_pages, 15)}):
        for share in (0.0, 0.5):
            left = tmp_path / f"left-{number}-{share}"
            left.mkdir()
            # The call itself is not done yet.
            Disk(calls[:number]).cut_power(left, random, share=share)
            assert_kept_after(left, [call.name for call in calls[:number] if call.what == "mark"])


def assert_kept_after(left: Path, marks: Sequence[str]) -> None:
    """A disk holds what was acknowledged until the power was cut."""
    path = left / "netmap.db"
    acknowledged = sum(each.startswith("kept") for each in marks)
    with later_netmap() if "older store is there" in marks else nullcontext():
        desk = Desk(SqliteStore(path), "city")
        if acknowledged or desk.store.networks():
            assert acknowledged <= desk.revision <= acknowledged + 1
            log = desk.log()[::-1]
            assert len(log) == desk.revision
            assert folded(log) == desk.records()
        desk.store.close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for backup in left.glob("netmap-schema-*"):
        with closing(sqlite3.connect(backup)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert db.execute("SELECT revision FROM network").fetchall() == [(5,)]
