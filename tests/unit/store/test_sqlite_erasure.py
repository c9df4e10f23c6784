from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from netmap.model import Membership, Person
from netmap.store.errors import StoreBusyError
from netmap.store.sqlite import SqliteStore
from netmap.store.sqlite_file import SqliteFile
from netmap.values import Identifier
from tests.contract.desk import STEERING, Desk

NAME = "Lovelace"
ADA = Person(
    id=f"{NAME} 7",
    name=f"Ada {NAME}",
    identifiers=(Identifier(scheme="mail", identifier=f"ada@{NAME}.example"),),
    attributes={"Telefon": f"{NAME} 12"},
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A network so large that its rows have moved between pages, with Ada in the midst of it."""
    desk = Desk(SqliteStore(tmp_path / "netmap.db"), "city")
    crowd = [Person(id=f"{letter} {n}", name="N" * (n + 1)) for n in range(100) for letter in "AMZ"]
    desk.found(STEERING, *crowd[:150], ADA, *crowd[150:])
    desk.put(
        *(
            Membership(id=f"seat {n}", member_id=person.id, organization_id="steering")
            for n, person in enumerate((*crowd[:50], ADA))
        )
    )
    desk.edit(ADA.id, function="Leitung", name=f"Augusta Ada {NAME}")
    desk.freeze()
    desk.delete(*(person.id for person in crowd[60:160]))
    yield desk
    desk.store.close()


def bytes_of(folder: Path) -> bytes:
    """All that lies on the disk: the database, its log, and whatever else."""
    return b"".join(each.read_bytes() for each in sorted(folder.iterdir()))


def test_the_name_is_nowhere_in_the_files(desk: Desk, tmp_path: Path) -> None:
    """After an erasure no byte of database and write-ahead log holds name or id."""
    assert NAME.encode() in bytes_of(tmp_path)
    desk.erase(ADA.id)
    assert NAME.encode() not in bytes_of(tmp_path)
    assert b"Leitung" in bytes_of(tmp_path)


def test_an_erasure_that_was_cut_short_is_finished_later(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that held up the cleaning, or a crash, delays it to the next opening at most."""

    def held_up(file: SqliteFile) -> None:
        raise StoreBusyError(store=file.path)

    with monkeypatch.context() as patched:
        patched.setattr(SqliteFile, "rewrite", held_up)
        entry = desk.erase(ADA.id)
    assert desk.log()[0] == entry
    assert NAME.encode() in bytes_of(tmp_path)

    again = SqliteStore(tmp_path / "netmap.db")
    assert NAME.encode() not in bytes_of(tmp_path)
    again.close()


def test_a_reader_holds_the_cleaning_up_and_nothing_else(desk: Desk, tmp_path: Path) -> None:
    """While somebody reads the old state the erasure is kept; the next one cleans for both."""
    slow = SqliteFile(tmp_path / "netmap.db", busy_seconds=0.05)
    quick = Desk(SqliteStore(tmp_path / "netmap.db", busy_seconds=0.05), "city")
    with slow.reading() as db:
        db.execute("SELECT count(*) FROM person").fetchone()
        quick.erase(ADA.id)
        assert quick.record("nobody").id == "nobody"
    quick.erase("nobody", "nobody else")
    assert NAME.encode() not in bytes_of(tmp_path)
    quick.store.close()
    slow.close()
