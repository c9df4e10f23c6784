from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
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


def test_a_program_that_is_killed_loses_nothing_that_was_confirmed(path: Path) -> None:
    """After a kill in the midst of writing, every confirmed change set is there, and whole."""
    writer = """
import sys
from pathlib import Path
from netmap.model import Person
from netmap.store.sqlite import SqliteStore
from tests.contract.desk import Desk
desk = Desk(SqliteStore(Path(sys.argv[1])), "city")
desk.found()
for turn in range(10_000):
    entry = desk.put(*(Person(id=f"{turn}-{row}", name="P" * 200) for row in range(20)))
    print(entry.revision, flush=True)
"""
    with subprocess.Popen(
        [sys.executable, "-c", writer, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        confirmed = [int(process.stdout.readline()) for _ in range(15)][-1]
        process.kill()
        confirmed = max([confirmed, *(int(line) for line in process.stdout if line.strip())])
    desk = stored(path)
    assert desk.revision in {confirmed, confirmed + 1}
    assert len(desk.records()) == 20 * (desk.revision - 1)
    assert [entry.revision for entry in desk.log(limit=1)] == [desk.revision]
    assert pragma(path, "integrity_check") == "ok"
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
