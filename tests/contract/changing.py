"""Capability: change sets are applied whole or not at all, and nothing is silently overwritten."""

from __future__ import annotations

from datetime import timedelta

import pytest

from netmap.changes import Delete
from netmap.errors import (
    ConflictError,
    DanglingReferenceError,
    InvalidRecordError,
    NetworkExistsError,
    NetworkNotFoundError,
    RecordKindError,
    RecordNotFoundError,
)
from netmap.model import Organization, Person
from netmap.store.errors import IdTakenError
from tests.contract.desk import ADA, BO, CITY, NOON, OFFICE, SEAT, Desk, changed, put


class Atomicity:
    """A change set is applied whole or leaves everything as it was."""

    def test_founds_a_network_with_its_first_records(self, desk: Desk) -> None:
        """The change set that creates a network makes revision 1 of it and of its records."""
        entry = desk.found(BO, name="Kreis Musterstadt")
        info = desk.store.network(desk.network_id)
        assert (info.id, info.name, info.revision) == (desk.network_id, "Kreis Musterstadt", 1)
        assert info.created_at == info.changed_at == NOON + timedelta(minutes=1)
        assert entry.revision == 1
        assert desk.record("bo") == changed(BO, version=1)

    def test_founds_an_empty_network(self, desk: Desk) -> None:
        """A network may be created without records; its founding is logged all the same."""
        entry = desk.found()
        assert desk.revision == 1
        assert desk.records() == {}
        assert desk.log() == [entry]

    def test_a_failing_change_set_leaves_no_new_network(self, desk: Desk) -> None:
        """A network whose first change set fails does not exist."""
        with pytest.raises(DanglingReferenceError):
            desk.found(BO, SEAT)
        with pytest.raises(NetworkNotFoundError):
            desk.store.network(desk.network_id)

    def test_a_failing_change_set_writes_nothing(self, desk: Desk) -> None:
        """Puts and deletions before the one that fails are not kept, nor is a log entry."""
        desk.found(*CITY)
        before, log = desk.records(), desk.log()
        with pytest.raises(DanglingReferenceError):
            desk.apply(
                put(Person(id="cem", name="Cem")),
                put(changed(BO, version=1, name="Bodo")),
                Delete(record_id="line", version=1),
                Delete(record_id="office", version=1),
            )
        assert desk.records() == before
        assert desk.log() == log
        assert desk.revision == 1

    def test_every_change_set_makes_one_revision(self, desk: Desk) -> None:
        """The revision counts change sets and stamps the records that each one wrote."""
        desk.found(BO, OFFICE)
        entry = desk.put(changed(BO, version=1, name="Bodo"))
        info = desk.store.network(desk.network_id)
        assert (entry.revision, info.revision) == (2, 2)
        assert info.changed_at == entry.at > info.created_at
        assert [desk.record(each).version for each in ("bo", "office")] == [2, 1]

    def test_a_change_set_without_change_counts_for_nothing(self, desk: Desk) -> None:
        """Writing what is there already makes no revision and no log entry."""
        desk.found(BO)
        entry = desk.put(changed(BO, version=1))
        assert (entry.revision, entry.changes) == (1, ())
        assert desk.revision == 1
        assert len(desk.log()) == 1

    def test_unchanged_records_keep_their_version(self, desk: Desk) -> None:
        """In a change set with changes, what a put leaves alone is not logged."""
        desk.found(BO, OFFICE)
        entry = desk.put(changed(BO, version=1), changed(OFFICE, version=1, name="Amt"))
        assert [change.record_id for change in entry.changes] == ["office"]
        assert desk.record("bo").version == 1

    def test_writes_every_kind_at_once_in_any_order(self, desk: Desk) -> None:
        """References may lead to records that stand later in the same change set."""
        desk.found(*reversed(CITY))
        assert desk.records() == {record.id: changed(record, version=1) for record in CITY}

    def test_takes_more_records_than_a_statement_has_variables(self, desk: Desk) -> None:
        """A change set may touch thousands of records, and change and remove them again."""
        people = [Person(id=f"person {number}", name=f"P {number}") for number in range(3_000)]
        desk.found(*people)
        desk.put(*(changed(person, version=1, function="Amt") for person in people))
        assert len(desk.records()) == 3_000
        desk.apply(*(Delete(record_id=person.id, version=2) for person in people))
        assert desk.records() == {}

    def test_refuses_to_create_a_network_twice(self, desk: Desk) -> None:
        """Creating a network that is there is an error, and changes nothing in it."""
        desk.found(name="Musterstadt")
        with pytest.raises(NetworkExistsError):
            desk.found(BO, name="Anderswo")
        assert desk.store.network(desk.network_id).name == "Musterstadt"
        assert desk.records() == {}

    def test_refuses_a_network_that_nobody_created(self, desk: Desk) -> None:
        """A change set without a new network's name needs the network to be there."""
        with pytest.raises(NetworkNotFoundError):
            desk.put(BO)

    def test_refuses_to_name_a_record_twice(self, desk: Desk) -> None:
        """A change set that names a record twice contradicts itself."""
        desk.found(BO)
        with pytest.raises(InvalidRecordError):
            desk.apply(put(changed(BO, version=1, name="B")), Delete(record_id="bo", version=1))
        assert desk.record("bo") == changed(BO, version=1)

    def test_refuses_the_same_change_set_twice(self, desk: Desk) -> None:
        """A change set sent again, as after a lost answer, is not applied again."""
        desk.found()
        change_set = desk.change_set(put(BO))
        desk.store.apply(change_set)
        desk.delete("bo")
        with pytest.raises(IdTakenError):
            desk.store.apply(change_set)
        assert desk.records() == {}
        assert desk.revision == 3


class Versions:
    """Who changes a record that somebody else changed in between learns of it."""

    def test_a_stale_put_is_a_conflict_with_both_versions(self, desk: Desk) -> None:
        """The error holds what the author wanted and what stands there now."""
        desk.found(BO)
        desk.put(changed(BO, version=1, name="Bodo"))
        mine = changed(BO, version=1, name="Boris")
        with pytest.raises(ConflictError) as raised:
            desk.put(mine)
        assert raised.value.fields["yours"] == mine
        assert raised.value.fields["theirs"] == changed(BO, version=2, name="Bodo")
        assert desk.record("bo") == changed(BO, version=2, name="Bodo")

    def test_a_stale_deletion_is_a_conflict(self, desk: Desk) -> None:
        """Nobody deletes what has changed since it was read."""
        desk.found(BO)
        desk.put(changed(BO, version=1, name="Bodo"))
        with pytest.raises(ConflictError) as raised:
            desk.apply(Delete(record_id="bo", version=1))
        assert raised.value.fields["yours"] is None
        assert raised.value.fields["theirs"] == changed(BO, version=2, name="Bodo")

    def test_a_new_record_with_a_used_id_is_a_conflict(self, desk: Desk) -> None:
        """Two people who create the same id: the second one sees the first one's record."""
        desk.found(BO)
        with pytest.raises(ConflictError) as raised:
            desk.put(Person(id="bo", name="Another"))
        assert raised.value.fields["theirs"] == changed(BO, version=1)

    def test_a_put_on_a_deleted_record_is_a_conflict(self, desk: Desk) -> None:
        """Who edits a record that is gone learns that there is no other version."""
        desk.found(BO)
        desk.delete("bo")
        with pytest.raises(ConflictError) as raised:
            desk.put(changed(BO, version=1, name="Bodo"))
        assert raised.value.fields["theirs"] is None

    def test_versions_do_not_start_again_after_deletion(self, desk: Desk) -> None:
        """A record created anew under an old id is not mistaken for the old one."""
        desk.found(BO)
        desk.delete("bo")
        desk.put(BO)
        assert desk.record("bo").version == 3
        with pytest.raises(ConflictError):
            desk.put(changed(BO, version=1, name="Bodo"))

    def test_an_id_belongs_to_one_kind(self, desk: Desk) -> None:
        """A record cannot turn into another kind while it is there."""
        desk.found(BO)
        with pytest.raises(RecordKindError) as raised:
            desk.put(Organization(id="bo", version=1, name="Bo e. V."))
        assert raised.value.fields["kind"] == "person"

    def test_an_id_freed_by_deletion_may_name_another_kind(self, desk: Desk) -> None:
        """Once the record is gone, its id is free for any kind."""
        desk.found(BO)
        desk.delete("bo")
        desk.put(Organization(id="bo", name="Bo e. V."))
        assert desk.record("bo") == Organization(id="bo", version=3, name="Bo e. V.")

    def test_a_record_that_is_not_there(self, desk: Desk) -> None:
        """Asking for an unknown or deleted record is an error that names it."""
        desk.found(ADA.model_copy(update={"organization_id": None}))
        desk.delete("ada")
        for record_id in ("ada", "nobody", ""):
            with pytest.raises(RecordNotFoundError) as raised:
                desk.record(record_id)
            assert raised.value.fields["record_id"] == record_id
