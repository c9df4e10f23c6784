"""Capability: no reference in a network ever leads nowhere."""

from __future__ import annotations

from typing import Any

import pytest

from netmap.changes import Delete, references
from netmap.errors import DanglingReferenceError
from netmap.model import Membership, Organization
from tests.contract.desk import ADA, CITY, OFFICE, ORIENTATION, SEAT, STEERING, Desk, changed, put

REFERENCES = [(record, field) for record in CITY for field in record.REFERENCES]


def led_to(record: Any, field: str, target_id: str) -> Any:
    """The record with the last target of a field replaced."""
    value = getattr(record, field)
    return changed(
        record, **{field: (*value[:-1], target_id) if isinstance(value, tuple) else target_id}
    )


class References:
    """Dangling references are refused whichever way they would come about."""

    def test_a_reference_to_nothing_is_refused(self, desk: Desk) -> None:
        """Every field that refers to a record, lists included, must lead to one that is there."""
        desk.found(*CITY)
        for record, field in REFERENCES:
            if getattr(record, field):
                with pytest.raises(DanglingReferenceError) as raised:
                    desk.put(led_to(changed(record, version=1), field, "nowhere"))
                assert raised.value.fields == {
                    "record_id": record.id,
                    "field": field,
                    "target_id": "nowhere",
                }
        assert desk.revision == 1

    def test_a_reference_to_a_wrong_kind_is_refused(self, desk: Desk) -> None:
        """A topic is no member, a person no body, and an organisation no topic."""
        desk.found(*CITY)
        for wrong in (
            led_to(SEAT, "member_id", "orientation"),
            led_to(SEAT, "organization_id", "bo"),
            led_to(SEAT, "on_behalf_of_ids", "bo"),
            led_to(ORIENTATION, "parent_id", "office"),
            led_to(ADA, "organization_id", "seat"),
        ):
            with pytest.raises(DanglingReferenceError):
                desk.put(changed(wrong, version=1))

    def test_a_target_in_another_network_does_not_count(self, desk: Desk, neighbour: Desk) -> None:
        """A reference leads to a record of its own network."""
        neighbour.found(*CITY)
        desk.found()
        with pytest.raises(DanglingReferenceError):
            desk.put(SEAT)

    def test_what_is_referred_to_cannot_be_deleted(self, desk: Desk) -> None:
        """Every field that refers to a record protects it, wherever in a list it stands."""
        desk.found(*CITY)
        referred = {target for record in CITY for _, target, _ in references(record)}
        for record_id in sorted(referred):
            with pytest.raises(DanglingReferenceError) as raised:
                desk.delete(record_id)
            assert raised.value.fields["target_id"] == record_id
        assert desk.revision == 1

    def test_each_reference_alone_protects_its_target(self, desk: Desk) -> None:
        """A single record with a single reference is enough, first or last in a list."""
        desk.found(
            OFFICE,
            STEERING,
            Organization(id="third", name="Dritte"),
            Membership(
                id="seat",
                member_id="steering",
                organization_id="steering",
                on_behalf_of_ids=("office", "third"),
            ),
        )
        for record_id in ("office", "third"):
            with pytest.raises(DanglingReferenceError) as raised:
                desk.delete(record_id)
            assert raised.value.fields == {
                "record_id": "seat",
                "field": "on_behalf_of_ids",
                "target_id": record_id,
            }

    def test_all_goes_together(self, desk: Desk) -> None:
        """Records may be deleted with everything that refers to them, in any order."""
        desk.found(*CITY)
        desk.delete(*(record.id for record in CITY))
        assert desk.records() == {}

    def test_a_target_goes_once_its_referrers_let_go(self, desk: Desk) -> None:
        """A change set may take a record out of a list and delete it."""
        desk.found(*CITY)
        desk.apply(
            Delete(record_id="old steering", version=1),
            put(changed(SEAT, version=1, on_behalf_of_ids=("office",))),
        )
        assert desk.record("seat") == changed(SEAT, version=2, on_behalf_of_ids=("office",))
        with pytest.raises(DanglingReferenceError):
            desk.delete("office")

    def test_a_new_referrer_keeps_its_target(self, desk: Desk) -> None:
        """A change set cannot delete a record and refer to it."""
        desk.found(OFFICE)
        with pytest.raises(DanglingReferenceError):
            desk.apply(Delete(record_id="office", version=1), put(ADA))

    def test_references_follow_an_edit(self, desk: Desk) -> None:
        """Once a reference leads elsewhere, the old target is free and the new one protected."""
        desk.found(OFFICE, STEERING, ADA)
        desk.edit("ada", organization_id="steering")
        desk.delete("office")
        with pytest.raises(DanglingReferenceError):
            desk.delete("steering")

    def test_a_record_may_refer_to_itself(self, desk: Desk) -> None:
        """Odd as it is, such a record can be kept and deleted; so can a circle of two."""
        desk.found(
            Organization(id="self", name="Selbst", parent_id="self"),
            Organization(id="a", name="A", parent_id="b"),
            Organization(id="b", name="B", parent_id="a"),
        )
        desk.delete("self")
        desk.delete("a", "b")
        assert desk.records() == {}

    def test_order_and_repetition_in_lists_are_kept(self, desk: Desk) -> None:
        """Lists of references come back as they were written."""
        seat = changed(SEAT, on_behalf_of_ids=("steering", "office", "steering"))
        desk.found(ADA, OFFICE, STEERING, seat)
        assert desk.record("seat") == changed(seat, version=1)
        assert desk.records()["seat"] == changed(seat, version=1)
