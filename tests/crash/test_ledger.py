"""The ledger finds what a store has lost, halved or invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from netmap.model import Person
from netmap.store.sqlite import SqliteStore
from tests.contract.desk import BO, Desk, put
from tests.crash.ledger import assert_kept, digest_of_changes, digest_of_entry

Line = dict[str, Any]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A network with one person, as nobody has acknowledged it yet."""
    desk = Desk(SqliteStore(tmp_path / "netmap.db"), "city")
    yield desk
    desk.store.close()


@pytest.fixture
def lines(desk: Desk) -> list[Line]:
    """What a writer says that founds the network, adds a person and takes a snapshot."""
    founding = desk.change_set(put(BO), new_network="Musterstadt")
    entry = desk.store.apply(founding)
    desk.freeze(snapshot_id="state")
    return [
        {
            "says": "tries",
            "what": "apply",
            "id": entry.id,
            "changes": digest_of_changes(founding),
        },
        {
            "says": "did",
            "what": "apply",
            "id": entry.id,
            "revision": 1,
            "entry": digest_of_entry(entry),
        },
        {"says": "tries", "what": "freeze", "id": "state"},
        {"says": "did", "what": "freeze", "id": "state"},
    ]


def test_what_was_acknowledged_may_stand_alone_or_with_the_last_try(
    desk: Desk, lines: list[Line]
) -> None:
    """All that was acknowledged is enough; a last try may be there, if it is whole, or not."""
    assert_kept(desk.store, "city", lines)
    assert_kept(desk.store, "city", lines[:3])
    more = desk.change_set(put(Person(id="cy", name="Cy")))
    tried = {"says": "tries", "what": "apply", "id": more.id, "changes": digest_of_changes(more)}
    assert_kept(desk.store, "city", [*lines, tried])
    desk.store.apply(more)
    assert_kept(desk.store, "city", [*lines, tried])


def test_what_is_lost_is_found(desk: Desk, lines: list[Line]) -> None:
    """A change set, a snapshot or a whole network that was acknowledged and is not there."""
    lost = {**lines[1], "id": "another", "revision": 2}
    with pytest.raises(AssertionError, match="change set is lost"):
        assert_kept(desk.store, "city", [*lines, lost])
    with pytest.raises(AssertionError, match="snapshot is lost"):
        assert_kept(desk.store, "city", [*lines, {**lines[3], "id": "another"}])
    with pytest.raises(AssertionError, match="network is gone"):
        assert_kept(desk.store, "village", lines)


def test_what_is_not_whole_is_found(desk: Desk, lines: list[Line]) -> None:
    """A change set of which something else is there than what was acknowledged or tried."""
    with pytest.raises(AssertionError, match="not whole"):
        assert_kept(desk.store, "city", [lines[0], {**lines[1], "entry": "0"}, *lines[2:]])
    with pytest.raises(AssertionError):
        assert_kept(desk.store, "city", [{**lines[0], "changes": "0"}])


def test_what_nobody_did_is_found(desk: Desk, lines: list[Line]) -> None:
    """A change set or snapshot beyond all that was tried."""
    desk.edit("bo", name="Bodo")
    with pytest.raises(AssertionError, match="nobody tried"):
        assert_kept(desk.store, "city", lines)
    with pytest.raises(AssertionError, match="nobody tried"):
        assert_kept(desk.store, "city", lines[:2])


def test_records_that_the_log_does_not_explain_are_found(desk: Desk, lines: list[Line]) -> None:
    """A record that was changed past the log."""
    with desk.store._file.writing() as db:  # type: ignore[attr-defined]  # the store is SQLite's
        db.execute("UPDATE person SET name = 'Somebody'")
    with pytest.raises(AssertionError, match="does not add up"):
        assert_kept(desk.store, "city", lines)
