"""What reaches the disk before anybody is told that it is kept: files, and the names they have."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

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
