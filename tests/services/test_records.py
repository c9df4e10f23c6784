"""Changing on behalf of a principal: rights, undo, erasure."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netmap.changes import Delete, Put
from netmap.errors import (
    AccessDeniedError,
    InvalidRecordError,
    NetworkIdError,
    RecordNotFoundError,
    UndoConflictError,
)
from netmap.model import Membership, Organization, Person
from netmap.principal import LOCAL_OWNER, Principal
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService
from netmap.store.sqlite import SqliteStore

ADA = Person(id="ada", name="Ada Lovelace", function="Leitung Jugendamt")
YOUTH = Organization(id="youth", name="Youth", purpose="Founded by Ada Lovelace")
SEAT = Membership(id="seat", member_id="ada", organization_id="youth")
READER = Principal(id="r", name="Reader", reads=frozenset({"n"}), writes=frozenset())
STRANGER = Principal(id="s", name="Stranger", reads=frozenset(), writes=frozenset())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """A store with the network "n": Ada sits in the youth body."""
    store = SqliteStore(tmp_path / "netmap.db")
    RecordService(store).apply(
        LOCAL_OWNER, "n", [Put(record=each) for each in (ADA, YOUTH, SEAT)], new_network="N"
    )
    yield store
    store.close()


def test_a_principal_sees_and_changes_only_its_networks(store: SqliteStore) -> None:
    """Strangers see nothing, readers change nothing."""
    records, networks = RecordService(store), NetworkService(store)
    assert networks.all(STRANGER) == []
    assert [info.id for info in networks.all(READER)] == ["n"]
    with pytest.raises(AccessDeniedError):
        networks.at(STRANGER, "n")
    with pytest.raises(AccessDeniedError):
        records.record(STRANGER, "n", "ada")
    assert records.record(READER, "n", "ada") == ADA.model_copy(update={"version": 1})
    for change in (
        lambda: records.apply(READER, "n", []),
        lambda: records.undo(READER, "n", "x"),
        lambda: records.freeze(READER, "n", label="x"),
        lambda: records.erase_person(READER, "n", "ada"),
    ):
        with pytest.raises(AccessDeniedError):
            change()


def test_a_network_whose_id_cannot_stand_in_an_address_is_not_created(store: SqliteStore) -> None:
    """The check comes before anything is written."""
    with pytest.raises(NetworkIdError):
        RecordService(store).apply(LOCAL_OWNER, "a b", [], new_network="x")


def test_undo_takes_a_change_back_and_is_logged_as_such(store: SqliteStore) -> None:
    """What stood before stands again, and the log says which change was taken back."""
    records = RecordService(store)
    stored = records.record(LOCAL_OWNER, "n", "ada")
    renamed = stored.model_copy(update={"name": "Ada Byron"})
    assert isinstance(renamed, Person)
    entry = records.apply(LOCAL_OWNER, "n", [Put(record=renamed)], note="married")
    undone = records.undo(LOCAL_OWNER, "n", entry.id)
    assert undone.undoes == entry.id
    now = records.record(LOCAL_OWNER, "n", "ada")
    assert now == stored.model_copy(update={"version": undone.revision})
    with pytest.raises(UndoConflictError) as caught:
        records.undo(LOCAL_OWNER, "n", entry.id)
    assert "netmap history" in caught.value.remedy_text.de
    history = records.history(LOCAL_OWNER, "n", record_id="ada")
    assert [each.id for each in history][:2] == [undone.id, entry.id]


def test_a_snapshot_without_a_name_is_refused(store: SqliteStore) -> None:
    """Blanks are none; nothing is frozen."""
    records = RecordService(store)
    with pytest.raises(InvalidRecordError):
        records.freeze(LOCAL_OWNER, "n", label="  ")
    assert records.snapshots(LOCAL_OWNER, "n") == []


def test_a_network_read_again_after_a_change_shows_the_change(store: SqliteStore) -> None:
    """What is kept in memory is let go as soon as the revision moves."""
    records, networks = RecordService(store), NetworkService(store)
    first = networks.at(LOCAL_OWNER, "n")
    assert networks.at(LOCAL_OWNER, "n") is first
    records.apply(LOCAL_OWNER, "n", [Put(record=Person(id="bo", name="Bo"))])
    assert "bo" in networks.at(LOCAL_OWNER, "n").actor_ids


def test_erasing_a_person_says_where_the_name_still_stands(store: SqliteStore) -> None:
    """The function stays with its seat; texts that mention the name are named for a person."""
    records = RecordService(store)
    done = records.erase_person(LOCAL_OWNER, "n", "ada")
    assert done.mentions == ("youth",)
    left = records.record(LOCAL_OWNER, "n", done.new_id)
    assert isinstance(left, Person)
    assert (left.name, left.function) == ("", "Leitung Jugendamt")
    seat = records.record(LOCAL_OWNER, "n", "seat")
    assert isinstance(seat, Membership)
    assert seat.member_id == done.new_id
    with pytest.raises(InvalidRecordError):
        records.undo(LOCAL_OWNER, "n", done.entry.id)


def test_a_person_deleted_before_can_still_be_erased(store: SqliteStore) -> None:
    """The change log held the name until now."""
    records = RecordService(store)
    gone = [Delete(record_id=each, version=1) for each in ("ada", "seat")]
    records.apply(LOCAL_OWNER, "n", gone)
    records.erase_person(LOCAL_OWNER, "n", "ada")
    log = "".join(each.model_dump_json() for each in records.history(LOCAL_OWNER, "n"))
    assert '"name":"Ada Lovelace"' not in log


def test_only_persons_can_be_erased(store: SqliteStore) -> None:
    """An organisation has no personal data to erase."""
    with pytest.raises(RecordNotFoundError):
        RecordService(store).erase_person(LOCAL_OWNER, "n", "youth")


def test_a_snapshot_stays_as_it_was(store: SqliteStore) -> None:
    """Later changes never touch what was frozen."""
    records = RecordService(store)
    snapshot = records.freeze(LOCAL_OWNER, "n", label="Review 2026")
    records.apply(LOCAL_OWNER, "n", [Put(record=Person(id="bo", name="Bo"))])
    assert records.snapshots(LOCAL_OWNER, "n") == [snapshot]
    assert "bo" not in records.snapshot(LOCAL_OWNER, "n", snapshot.id).actor_ids
