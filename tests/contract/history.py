"""Capability: the change log says who changed what, and takes it back."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from netmap.changes import LogEntry
from netmap.errors import ChangeSetNotFoundError, ConflictError, DanglingReferenceError
from tests.contract.desk import ADA, BO, CITY, OFFICE, Desk, changed, put, without_versions


class ChangeLog:
    """Every change set is kept: who, when, and what stood before."""

    def test_keeps_who_when_and_why(self, desk: Desk) -> None:
        """An entry holds author, time with its zone, and note, as the change set gave them."""
        desk.found()
        at = datetime(2024, 2, 29, 23, 59, 58, 123456, tzinfo=timezone(timedelta(hours=2)))
        change_set = desk.change_set(
            put(BO), author_id="u1", author="Ada", at=at, note="Zeile 1\nZeile 2", undoes="other"
        )
        entry = desk.store.apply(change_set)
        assert (entry.id, entry.network_id) == (change_set.id, desk.network_id)
        assert (entry.author_id, entry.author, entry.at) == ("u1", "Ada", at)
        assert (entry.note, entry.undoes, entry.erasure) == ("Zeile 1\nZeile 2", "other", False)
        assert desk.log()[0] == entry
        assert desk.store.log_entry(desk.network_id, change_set.id) == entry

    def test_keeps_what_stood_before_and_after(self, desk: Desk) -> None:
        """A creation has no before, a deletion no after, an edit both, in the given order."""
        desk.found(BO, OFFICE)
        entry = desk.apply(
            put(changed(OFFICE, version=1, name="Amt")),
            put(changed(ADA, organization_id="office")),
        )
        gone = desk.delete("bo")
        assert [
            (change.record_id, change.kind.value, change.before, change.after)
            for change in (*entry.changes, *gone.changes)
        ] == [
            (
                "office",
                "organization",
                changed(OFFICE, version=1),
                changed(OFFICE, version=2, name="Amt"),
            ),
            ("ada", "person", None, changed(ADA, version=2)),
            ("bo", "person", changed(BO, version=1), None),
        ]
        assert desk.log()[:2] == [gone, entry]

    def test_pages_from_new_to_old(self, desk: Desk) -> None:
        """Each page starts below the last revision of the page before; the last one is short."""
        desk.found(BO)
        for name in ("B2", "B3", "B4", "B5"):
            desk.edit("bo", name=name)
        first = desk.log(limit=2)
        second = desk.log(limit=2, before_revision=first[-1].revision)
        third = desk.log(limit=2, before_revision=second[-1].revision)
        assert [[entry.revision for entry in page] for page in (first, second, third)] == [
            [5, 4],
            [3, 2],
            [1],
        ]
        assert desk.log(before_revision=1) == []
        assert desk.log(limit=0) == []

    def test_tells_the_story_of_one_record(self, desk: Desk) -> None:
        """Given a record, only its change sets are told, and of each only what concerns it."""
        desk.found(BO, OFFICE)
        desk.edit("office", name="Amt")
        desk.edit("bo", name="Bodo")
        desk.delete("bo")
        story = desk.log(record_id="bo")
        assert [(entry.revision, len(entry.changes)) for entry in story] == [(4, 1), (3, 1), (1, 1)]
        assert {change.record_id for entry in story for change in entry.changes} == {"bo"}
        assert len(desk.store.log_entry(desk.network_id, story[-1].id).changes) == 2
        page = desk.log(record_id="bo", limit=1, before_revision=4)
        assert [entry.revision for entry in page] == [3]
        assert desk.log(record_id="nobody") == []

    def test_tells_what_was_written_about_changes(self, desk: Desk) -> None:
        """Notes alone, newest first; a change set about which nobody wrote is left out."""
        desk.found(BO)
        first = desk.store.apply(desk.change_set(put(OFFICE), note="Aus der Sitzung vom Mai"))
        desk.edit("bo", name="Bodo")
        last = desk.store.apply(desk.change_set(put(ADA), note="Nachtrag"))
        written = desk.store.notes(desk.network_id)
        assert [(each.revision, each.author, each.at, each.note) for each in written] == [
            (entry.revision, entry.author, entry.at, entry.note) for entry in (last, first)
        ]

    def test_an_unknown_change_set(self, desk: Desk) -> None:
        """Asking for a change set that the log does not hold is an error."""
        desk.found()
        with pytest.raises(ChangeSetNotFoundError):
            desk.store.log_entry(desk.network_id, "nothing")


class Undo:
    """A logged change set can be taken back by a change set of its own."""

    @staticmethod
    def assert_undone(desk: Desk, entry: LogEntry) -> None:
        """What the log knows of before is what stands now."""
        now = desk.records()
        for change in entry.changes:
            if change.before is None:
                assert change.record_id not in now
            else:
                assert now[change.record_id] == changed(change.before, version=desk.revision)

    def test_of_everything_at_once(self, desk: Desk) -> None:
        """Undoing a creation, an edit and a deletion in one change set restores what was."""
        desk.found(*CITY)
        before = desk.records()
        entry = desk.apply(
            put(changed(BO, version=1, name="Bodo")),
            put(changed(OFFICE, id="new", name="Neu")),
        )
        undone = desk.undo(entry)
        assert undone.undoes == entry.id
        assert without_versions(desk.records()) == without_versions(before)
        self.assert_undone(desk, entry)

    def test_of_a_deletion(self, desk: Desk) -> None:
        """Deleted records come back with all they said, and with what referred to them."""
        desk.found(*CITY)
        before = desk.records()
        entry = desk.delete(*(record.id for record in CITY))
        assert desk.records() == {}
        desk.undo(entry)
        assert without_versions(desk.records()) == without_versions(before)
        self.assert_undone(desk, entry)

    def test_of_an_import(self, desk: Desk) -> None:
        """Undoing the import of a whole network leaves an empty one."""
        desk.found()
        desk.undo(desk.put(*CITY))
        assert desk.records() == {}
        assert [entry.revision for entry in desk.log()] == [3, 2, 1]

    def test_of_an_undo(self, desk: Desk) -> None:
        """What was taken back can be brought back."""
        desk.found(BO)
        desk.undo(desk.undo(desk.edit("bo", name="Bodo")))
        assert desk.record("bo") == changed(BO, version=4, name="Bodo")

    def test_meets_a_conflict_where_somebody_went_on(self, desk: Desk) -> None:
        """Whoever changed the record since is not overwritten, and nothing else is undone."""
        desk.found(BO, OFFICE)
        entry = desk.put(
            changed(BO, version=1, name="Bodo"), changed(OFFICE, version=1, name="Amt")
        )
        desk.edit("bo", name="Boris")
        with pytest.raises(ConflictError) as raised:
            desk.undo(entry)
        assert raised.value.fields["theirs"] == changed(BO, version=3, name="Boris")
        assert desk.record("office") == changed(OFFICE, version=2, name="Amt")

    def test_of_a_creation_that_others_build_on(self, desk: Desk) -> None:
        """A record that something new refers to is not taken away."""
        desk.found()
        entry = desk.put(OFFICE)
        desk.put(ADA)
        with pytest.raises(DanglingReferenceError):
            desk.undo(entry)
        assert desk.record("office") == changed(OFFICE, version=2)
