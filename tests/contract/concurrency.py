"""Capability: many write at once, and none loses what another wrote."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import TypeVar

from netmap.changes import LogEntry
from netmap.errors import ConflictError, NetworkExistsError
from netmap.model import Person
from netmap.store.protocol import Store
from netmap.values import Record
from tests.contract.desk import BO, Desk, by_id, changed

WRITERS = 10

T = TypeVar("T")


def at_once(work: Callable[[int], T]) -> list[T]:
    """What ten threads return that start together; the first error any of them raises."""
    barrier = Barrier(WRITERS)

    def started(number: int) -> T:
        barrier.wait(timeout=30)
        return work(number)

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(started, range(WRITERS)))


class Concurrency:
    """Ten writers at once, in one program and in several."""

    def test_ten_writers_with_records_of_their_own(
        self, desk: Desk, open_store: Callable[[], Store]
    ) -> None:
        """All succeed, whichever store object they use; every revision is made once."""
        desk.found()
        stores = [desk.store, open_store()]

        def work(number: int) -> LogEntry:
            own = Desk(stores[number % 2], desk.network_id)
            return own.put(*(Person(id=f"{number}-{row}", name="P") for row in range(5)))

        entries = at_once(work)
        assert sorted(entry.revision for entry in entries) == list(range(2, WRITERS + 2))
        assert len(desk.records()) == 5 * WRITERS
        assert {record.version for record in desk.records().values()} == set(range(2, WRITERS + 2))
        log = desk.log()
        assert [entry.revision for entry in log] == list(range(WRITERS + 1, 0, -1))
        assert sorted(log[:-1], key=lambda entry: entry.id) == sorted(
            entries, key=lambda entry: entry.id
        )

    def test_ten_writers_on_one_record(self, desk: Desk, open_store: Callable[[], Store]) -> None:
        """Exactly one wins; each of the others sees the winner's record in its conflict."""
        desk.found(BO)
        stores = [desk.store, open_store()]

        def work(number: int) -> Record | ConflictError:
            own = Desk(stores[number % 2], desk.network_id)
            try:
                own.put(changed(BO, version=1, name=f"Bo {number}"))
            except ConflictError as conflict:
                return conflict
            return own.record("bo")

        outcomes = at_once(work)
        conflicts = [each for each in outcomes if isinstance(each, ConflictError)]
        winners = [each for each in outcomes if isinstance(each, Record)]
        assert (len(winners), len(conflicts)) == (1, WRITERS - 1)
        assert desk.record("bo") == winners[0]
        assert all(conflict.fields["theirs"] == winners[0] for conflict in conflicts)
        assert len({repr(conflict.fields["yours"]) for conflict in conflicts}) == WRITERS - 1
        assert desk.revision == 2

    def test_ten_founders_of_one_network(self, desk: Desk) -> None:
        """Exactly one creates the network; the others learn that it is there."""

        def work(number: int) -> bool:
            try:
                Desk(desk.store, desk.network_id).found(Person(id=f"{number}", name="P"))
            except NetworkExistsError:
                return False
            return True

        assert at_once(work).count(True) == 1
        assert desk.revision == 1
        assert len(desk.records()) == 1

    def test_readers_see_whole_change_sets(self, desk: Desk) -> None:
        """While somebody writes, every reader sees one revision, never parts of two."""
        desk.found(*(Person(id=f"{row}", name="0") for row in range(20)))
        done = Event()

        def write() -> None:
            try:
                writer = Desk(desk.store, desk.network_id)
                for turn in range(1, 6):
                    writer.put(
                        *(Person(id=f"{row}", version=turn, name=f"{turn}") for row in range(20))
                    )
            finally:
                done.set()

        def read() -> list[tuple[int, set[int], set[object]]]:
            seen = []
            while True:
                last = done.is_set()
                network = desk.store.read(desk.network_id)
                records = by_id(network).values()
                seen.append(
                    (
                        network.revision,
                        {record.version for record in records},
                        {getattr(record, "name", None) for record in records},
                    )
                )
                if last:
                    return seen

        with ThreadPoolExecutor(2) as pool:
            writing, reading = pool.submit(write), pool.submit(read)
            writing.result(timeout=60)
            seen = reading.result(timeout=60)
        assert seen == [(revision, {revision}, {f"{revision - 1}"}) for revision, _, _ in seen]
        assert seen[-1][0] == 6
