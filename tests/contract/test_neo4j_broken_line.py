"""What the Neo4j store does when the line to the server breaks, at whatever point."""

from __future__ import annotations

import time
from collections.abc import Iterator
from uuid import uuid4

import pytest

from netmap.store.errors import IdTakenError, StoreUnavailableError
from netmap.store.neo4j import Neo4jStore
from netmap.store.neo4j_server import Transaction
from tests.contract.desk import ADA, BO, OFFICE, Desk, changed, put
from tests.neo4j_server.line import COMMIT, Line


@pytest.fixture
def line(neo4j_url: str) -> Iterator[Line]:
    """A line to the server that can be cut."""
    line = Line(int(neo4j_url.rpartition(":")[2]))
    yield line
    line.close()


@pytest.fixture
def far(line: Line) -> Iterator[Desk]:
    """A network with one person, at the other end of the line."""
    store = Neo4jStore(line.url)
    desk = Desk(store, f"line-{uuid4().hex}")
    desk.found(BO)
    yield desk
    store.close()


class TestCommitWithoutAnswer:
    """Whoever loses the answer to a commit finds out what happened, and does nothing twice."""

    def test_a_change_set_is_applied_once(self, far: Desk, line: Line) -> None:
        """The change set stands in the log once, and the caller gets its entry."""
        line.break_after(COMMIT)
        entry = far.put(changed(BO, version=1, name="Bodo"))
        assert line.cuts == 1
        assert entry.revision == 2
        assert far.log()[0] == entry
        assert [each.revision for each in far.log()] == [2, 1]

    def test_a_snapshot_is_taken_once(self, far: Desk, line: Line) -> None:
        """The caller gets the snapshot that was taken before the line broke."""
        line.break_after(COMMIT)
        snapshot = far.freeze()
        assert line.cuts == 1
        assert far.store.snapshots(far.network_id) == [snapshot]

    def test_a_person_is_erased_once(self, far: Desk, line: Line) -> None:
        """The erasure is logged once."""
        line.break_after(COMMIT)
        entry = far.erase("bo")
        assert line.cuts == 1
        assert [each.erasure for each in far.log()] == [True, False]
        assert far.log()[0] == entry

    def test_who_never_learns_may_send_it_again(self, far: Desk, line: Line) -> None:
        """The error says that nobody knows; sent again, the change set is refused as saved."""
        change_set = far.change_set(put(changed(BO, version=1, name="Bodo")))
        line.break_after(COMMIT, for_good=True)
        with pytest.raises(StoreUnavailableError, match="whether it was saved"):
            far.store.apply(change_set)
        line.heal()
        with pytest.raises(IdTakenError):
            far.store.apply(change_set)
        assert [each.id for each in far.log()][:-1] == [change_set.id]


class TestCutOff:
    """A server that goes away in the midst of a transaction has done nothing of it."""

    @pytest.mark.parametrize("marker", [COMMIT, b"CREATE (c:Logged"])
    def test_a_moment(self, far: Desk, line: Line, marker: bytes) -> None:
        """A line that breaks and is whole again costs nothing but a second attempt."""
        line.break_before(marker)
        entry = far.put(ADA, OFFICE)
        assert line.cuts == 1
        assert [each.revision for each in far.log()] == [2, 1]
        assert far.log()[0] == entry
        assert set(far.records()) == {"ada", "bo", "office"}

    def test_for_long(self, far: Desk, line: Line) -> None:
        """The caller learns of it within seconds; when the server is back all goes on by itself."""
        change_set = far.change_set(put(OFFICE))
        line.break_before(b"CREATE (c:Logged", for_good=True)
        started = time.monotonic()
        with pytest.raises(StoreUnavailableError):
            far.store.apply(change_set)
        assert time.monotonic() - started < 60
        with pytest.raises(StoreUnavailableError):
            far.records()
        line.heal()
        assert set(far.records()) == {"bo"}
        assert far.store.apply(change_set).revision == 2
        assert set(far.records()) == {"bo", "office"}

    @pytest.mark.parametrize("marker", [b"MATCH", COMMIT])
    def test_while_somebody_reads(self, far: Desk, line: Line, marker: bytes) -> None:
        """Reading is tried again by itself, wherever the line broke."""
        line.break_after(marker)
        assert set(far.records()) == {"bo"}
        assert line.cuts == 1

    def test_a_program_that_is_interrupted(self, far: Desk) -> None:
        """Who is interrupted in the midst of writing leaves no lock for the next one."""

        def work(tx: Transaction) -> None:
            tx.rows("network_lock")
            tx.rows("network_correct", records=7, versions=7)
            raise KeyboardInterrupt

        store: Neo4jStore = far.store  # type: ignore[assignment]  # it is Neo4j's
        with pytest.raises(KeyboardInterrupt):
            store._server.write(far.network_id, work, done=lambda _: None)
        started = time.monotonic()
        assert far.edit("bo", name="Bodo").revision == 2
        assert time.monotonic() - started < 40, "it waited for the server to give the lock up"
