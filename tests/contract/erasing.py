"""Capability: erasing a person reaches records, change log and snapshots alike."""

from __future__ import annotations

import pytest

from netmap.dates import period
from netmap.errors import ConflictError, RecordNotFoundError
from netmap.map_views import MapView
from netmap.model import Person
from netmap.store.errors import IdTakenError
from netmap.values import Identifier, Source
from tests.contract.desk import ADA, BO, CITY, OFFICE, SEAT, Desk, by_id, changed

NAMED = ADA.model_copy(
    update={
        "id": "Ada Lovelace, 1815",
        "identifiers": (Identifier(scheme="mail", identifier="lovelace@example.org"),),
        "source": Source(label="Lovelace.xlsx"),
        "attributes": {"Telefon": "Lovelace 12"},
    }
)
CITY_OF_NAMED = tuple(
    type(record).model_validate_json(record.model_dump_json().replace('"ada"', f'"{NAMED.id}"'))
    for record in CITY
    if record is not ADA
)


def everything(desk: Desk) -> str:
    """All that a network holds, as text: records, change log and snapshots."""
    store, network_id = desk.store, desk.network_id
    return "\n".join(
        [
            *(record.model_dump_json() for record in desk.records().values()),
            *(entry.model_dump_json() for entry in desk.log(limit=1_000)),
            *(
                record.model_dump_json()
                for snapshot in store.snapshots(network_id)
                for record in store.read_snapshot(network_id, snapshot.id).all_records()
            ),
        ]
    )


class Erasure:
    """The name goes, the function stays, and the log says that it happened."""

    def test_the_name_is_nowhere_any_more(self, desk: Desk) -> None:
        """Records, log and snapshots hold neither name nor id, and all else they held."""
        desk.found(NAMED, *CITY_OF_NAMED)
        desk.edit(NAMED.id, name="Augusta Ada Lovelace")
        snapshot = desk.freeze()
        desk.edit("seat", role_label="Vorsitz")
        assert "Lovelace" in everything(desk)
        desk.erase(NAMED.id)

        assert "Lovelace" not in everything(desk)
        assert "1815" not in everything(desk)
        frozen = desk.store.read_snapshot(desk.network_id, snapshot.id)
        for records in (desk.records(), by_id(frozen)):
            assert set(records) == {"nobody"} | {record.id for record in CITY_OF_NAMED}

    def test_function_and_ties_stay(self, desk: Desk) -> None:
        """The seat of the function, its ties and cooperations go on under the new id."""
        desk.found(*CITY)
        desk.erase("ada")
        assert desk.record("nobody") == Person(
            id="nobody", version=1, function="Leitung Jugendamt", organization_id="office"
        )
        left = desk.records()
        assert left["seat"] == changed(SEAT, version=1, member_id="nobody")
        assert [getattr(left["tie"], field) for field in ("source_id", "reported_by_id")] == [
            "nobody",
            "nobody",
        ]
        assert getattr(left["pact"], "party_ids", None) == ("office", "nobody")
        with pytest.raises(RecordNotFoundError):
            desk.record("ada")

    def test_a_view_of_the_map_keeps_the_place_of_the_function(self, desk: Desk) -> None:
        """Views refer to nobody, yet what they hold of the person is now the function's."""
        desk.found(*CITY)
        desk.erase("ada")
        view = desk.record("view")
        assert isinstance(view, MapView)
        assert [each.value for each in view.query] == ["steering", "nobody"]
        assert [each.actor_id for each in view.places] == ["nobody", "gone"]
        assert view.version == 1

    def test_the_log_says_so(self, desk: Desk) -> None:
        """An erasure is a revision of its own, logged without a change that could be undone."""
        desk.found(BO)
        entry = desk.erase("bo")
        assert (entry.revision, entry.erasure, entry.changes) == (2, True, ())
        assert (entry.author_id, entry.author) == ("owner", "Ömer Ünal")
        assert desk.log()[0] == entry
        info = desk.store.network(desk.network_id)
        assert (info.revision, info.changed_at) == (2, entry.at)

    def test_the_log_is_found_under_the_new_id(self, desk: Desk) -> None:
        """The story of the function goes on under its new id, before and after alike."""
        desk.found(BO)
        desk.edit("bo", function="Stelle")
        desk.erase("bo")
        story = desk.log(record_id="nobody")
        assert [
            (change.before and change.before.id, change.after and change.after.id)
            for entry in story
            for change in entry.changes
        ] == [("nobody", "nobody"), (None, "nobody")]
        assert desk.log(record_id="bo") == []

    def test_others_keep_their_history(self, desk: Desk) -> None:
        """Log and snapshots of everybody else stay as they were."""
        desk.found(BO, OFFICE, ADA)
        desk.edit("office", name="Amt")
        snapshot = desk.freeze()
        before = {each: desk.log(record_id=each) for each in ("bo", "office")}
        desk.erase("ada")
        assert {each: desk.log(record_id=each) for each in ("bo", "office")} == before
        frozen = by_id(desk.store.read_snapshot(desk.network_id, snapshot.id))
        assert frozen["bo"] == changed(BO, version=1)
        assert frozen["office"] == changed(OFFICE, version=2, name="Amt")

    def test_no_undo_brings_the_name_back(self, desk: Desk) -> None:
        """Undoing what was logged before the erasure restores the function, not the person."""
        desk.found(*CITY)
        gone = desk.delete("seat")
        desk.erase("ada")
        desk.undo(desk.store.log_entry(desk.network_id, gone.id))
        assert desk.record("seat") == changed(SEAT, version=4, member_id="nobody")

    def test_a_deleted_person_is_erased_from_log_and_snapshots(self, desk: Desk) -> None:
        """Whoever was deleted before still stands in log and snapshots, and can be erased."""
        desk.found(OFFICE, ADA)
        desk.freeze()
        desk.delete("ada")
        desk.erase("ada")
        assert "Lovelace" not in everything(desk)
        assert '"ada"' not in everything(desk)
        assert set(desk.records()) == {"office"}
        with pytest.raises(RecordNotFoundError):
            desk.erase("ada", "again")

    def test_who_still_edits_the_old_record_meets_a_conflict(self, desk: Desk) -> None:
        """A form that was open during the erasure cannot bring the person back."""
        desk.found(BO)
        desk.erase("bo")
        with pytest.raises(ConflictError):
            desk.put(changed(BO, version=1, function="Amt"))

    def test_only_persons_are_erased(self, desk: Desk) -> None:
        """Unknown ids and records of other kinds are refused, and nothing is logged."""
        desk.found(OFFICE)
        for record_id in ("office", "nobody else"):
            with pytest.raises(RecordNotFoundError):
                desk.erase(record_id)
        assert desk.revision == 1

    def test_the_new_id_must_be_free(self, desk: Desk) -> None:
        """An erased person never becomes one with another record, and keeps its place."""
        desk.found(BO, OFFICE)
        with pytest.raises(IdTakenError):
            desk.erase("bo", "office")
        assert desk.records() == {
            "bo": changed(BO, version=1),
            "office": changed(OFFICE, version=1),
        }

    def test_a_snapshot_keeps_its_date(self, desk: Desk) -> None:
        """An erased person holds in a snapshot when the person held."""
        desk.found(changed(BO, start_date="2024", end_date="2024-07"))
        snapshot = desk.freeze()
        desk.erase("bo")
        read = desk.store.read_snapshot
        assert read(desk.network_id, snapshot.id).actor_ids == ("nobody",)
        assert read(desk.network_id, snapshot.id, period("2025")).actor_ids == ()
