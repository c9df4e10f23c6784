"""Capability: a snapshot is a frozen, dated copy that later changes never touch."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from netmap.errors import SnapshotNotFoundError
from netmap.model import Person
from netmap.store.errors import IdTakenError
from tests.contract.desk import BO, CITY, NOON, Desk, by_id


class Snapshots:
    """What was frozen stays as it was."""

    def test_says_when_of_what_and_by_whom(self, desk: Desk) -> None:
        """A snapshot carries its label, its author, its time and the revision it froze."""
        desk.found(BO)
        desk.edit("bo", name="Bodo")
        snapshot = desk.store.freeze(
            "stand-1", desk.network_id, label="Review Frühjahr", author="Ada", at=NOON
        )
        assert (snapshot.id, snapshot.network_id) == ("stand-1", desk.network_id)
        assert (snapshot.label, snapshot.author) == ("Review Frühjahr", "Ada")
        assert (snapshot.revision, snapshot.taken_at) == (2, NOON)
        assert desk.store.snapshots(desk.network_id) == [snapshot]
        assert desk.revision == 2

    def test_lists_the_newest_first(self, desk: Desk) -> None:
        """Snapshots are listed from new to old."""
        desk.found()
        taken = [desk.freeze(label) for label in ("b", "a", "c")]
        assert desk.store.snapshots(desk.network_id) == taken[::-1]

    def test_later_changes_do_not_reach_it(self, desk: Desk) -> None:
        """Edits, deletions and new records leave a snapshot as it was taken."""
        desk.found(*CITY)
        before = desk.records()
        snapshot = desk.freeze()
        desk.edit("bo", name="Bodo")
        desk.put(Person(id="new", name="Neu"))
        desk.delete("line", "work")
        frozen = desk.store.read_snapshot(desk.network_id, snapshot.id)
        assert by_id(frozen) == before
        assert (frozen.id, frozen.revision) == (desk.network_id, 1)

    def test_reads_at_the_day_it_was_taken_or_another(self, desk: Desk) -> None:
        """Without a date a snapshot shows its own day; any other day can be asked for."""
        desk.found(
            Person(id="then", name="Damals", end_date="2024"),
            Person(id="later", name="Später", start_date="2025"),
        )
        snapshot = desk.freeze()
        own_day = desk.store.read_snapshot(desk.network_id, snapshot.id)
        assert own_day.as_of.first == own_day.as_of.last == snapshot.taken_at.date()
        assert own_day.actor_ids == ("then",)
        later = desk.store.read_snapshot(desk.network_id, snapshot.id, desk.period("2025"))
        assert later.actor_ids == ("later",)

    def test_the_day_it_was_taken_is_the_reader_s(self, desk: Desk) -> None:
        """A moment noted in another zone falls on the day that it was here."""
        desk.found(BO)
        at = datetime(2025, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=14)))
        snapshot = desk.store.freeze("stand", desk.network_id, label="", author="Ada", at=at)
        read = desk.store.read_snapshot(desk.network_id, snapshot.id)
        assert read.as_of.first == read.as_of.last == at.astimezone().date()

    def test_of_an_empty_network(self, desk: Desk) -> None:
        """An empty network can be frozen, and its snapshot stays empty."""
        desk.found()
        snapshot = desk.freeze()
        desk.put(BO)
        assert by_id(desk.store.read_snapshot(desk.network_id, snapshot.id)) == {}

    def test_an_unknown_snapshot(self, desk: Desk) -> None:
        """Asking for a snapshot that is not there is an error."""
        desk.found()
        with pytest.raises(SnapshotNotFoundError):
            desk.store.read_snapshot(desk.network_id, "nothing")

    def test_an_id_freezes_once(self, desk: Desk) -> None:
        """A snapshot is never replaced by another one of its id."""
        desk.found(BO)
        snapshot = desk.freeze(snapshot_id="stand")
        desk.edit("bo", name="Bodo")
        with pytest.raises(IdTakenError):
            desk.freeze("other", snapshot_id="stand")
        assert desk.store.snapshots(desk.network_id) == [snapshot]
        frozen = desk.store.read_snapshot(desk.network_id, "stand")
        assert [record.version for record in frozen.all_records()] == [1]
