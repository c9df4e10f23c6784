"""Memberships of OParl: merged by id, with roles that tell deputies and staff from members."""

from __future__ import annotations

import pytest

from netmap.ingest.json_source import JsonValue
from netmap.ingest.oparl.seats import seat_role
from netmap.model import Membership, Organization, Person
from netmap.vocabulary import Role
from tests.unit.ingest.oparl_objects import (
    Raw,
    all_of,
    body,
    codes,
    parse,
    person,
    seat,
    the_one,
    told,
    url,
)

YOUTH = url("organization/youth")
ADA = url("person/ada")


def both_sides(at_person: Raw, at_body: Raw) -> JsonValue:
    """One membership as the person's side and the organisation's side have it."""
    return [
        person(membership=[seat(organization=YOUTH, **at_person)]),
        body(membership=[seat(person=ADA, **at_body)]),
    ]


def test_both_sides_of_a_membership_are_one() -> None:
    """What only one side says is taken from there, and nothing is told."""
    parsed = parse(both_sides({"role": "Mitglied"}, {"startDate": "2020-11-01"}))
    found = the_one(parsed, Membership)
    assert (found.role_label, found.start_date) == ("Mitglied", "2020-11-01")
    assert codes(parsed) == []


def test_sides_that_differ_are_merged_and_the_newer_counts() -> None:
    """A warning names the fields and says which side counts, at its place."""
    parsed = parse(
        both_sides(
            {"role": "Mitglied", "votingRight": True, "modified": "2020-01-01T00:00:00Z"},
            {"role": "Vorsitz", "votingRight": True, "modified": "2023-01-01T00:00:00Z"},
        )
    )
    assert the_one(parsed, Membership).role is Role.CHAIR
    problem = told(parsed, "ingest.sides_differ")
    assert "(role); what was modified last counts" in problem.cause.en
    assert "es gilt die zuletzt geänderte Angabe" in problem.cause.de
    assert problem.place.field == "[1].membership[0]"


def test_a_system_whose_sides_always_differ_is_not_told_seat_by_seat() -> None:
    """The first ones are, the others in one sentence."""
    seats: list[JsonValue] = [
        seat(f"membership/{at}", person=ADA, organization=YOUTH, role=role)
        for at in range(60)
        for role in ("Mitglied", "MdR")
    ]
    parsed = parse([person(), body(), *seats])
    assert len(all_of(parsed, Membership)) == 60
    assert codes(parsed) == ["ingest.sides_differ"] * 51
    assert "differently: 10;" in parsed.problems[-1].cause.en


def test_a_membership_in_a_list_of_its_own_counts_before_embedded_ones() -> None:
    """Where nobody says when something was modified."""
    embedded = person(membership=[seat(organization=YOUTH, role="Mitglied")])
    parsed = parse([embedded, body(), seat(person=ADA, organization=YOUTH, role="Vorsitz")])
    assert the_one(parsed, Membership).role is Role.CHAIR
    assert "what the object itself says" in told(parsed, "ingest.sides_differ").cause.en


def test_a_body_that_claims_the_seat_of_another_is_told() -> None:
    """The membership's own word counts against a list of addresses."""
    parsed = parse(
        [
            person(),
            body(),
            body("organization/sport", name="Sport", membership=[url("membership/1")]),
            seat(person=ADA, organization=YOUTH),
        ]
    )
    assert the_one(parsed, Membership).organization_id == YOUTH
    assert "(organization)" in told(parsed, "ingest.sides_differ").cause.en


def test_seats_without_an_id_are_one_while_they_say_the_same() -> None:
    """Several spells of one person are several; the same one twice counts once."""
    first: Raw = {"organization": YOUTH, "startDate": "2014-06-01", "endDate": "2020-05-31"}
    parsed = parse(
        [person(membership=[first, dict(first), {**first, "startDate": "2018-01-01"}]), body()]
    )
    assert len(all_of(parsed, Membership)) == 2
    assert codes(parsed) == ["ingest.seat_twice"]


def test_a_seat_is_held_for_a_group() -> None:
    """The group is an organisation of its own, described or not."""
    greens = body("organization/greens", name="Grüne", organizationType="Fraktion")
    parsed = parse(
        [person(), body(), greens, seat(person=ADA, organization=YOUTH, onBehalfOf=greens["id"])]
    )
    assert the_one(parsed, Membership).on_behalf_of_ids == (url("organization/greens"),)


@pytest.mark.parametrize(
    ("label", "has_vote", "role"),
    [
        ("Mitglied", True, Role.MEMBER),
        ("Beratendes Mitglied", False, Role.MEMBER),
        ("Sachkundige Bürgerin", False, Role.MEMBER),
        ("stellv. Mitglied", True, Role.DEPUTY_MEMBER),
        ("Stellvertreter/in", None, Role.DEPUTY_MEMBER),
        ("Vertretung", None, Role.DEPUTY_MEMBER),
        ("1. stellv. Vorsitzende", True, Role.DEPUTY_CHAIR),
        ("Schriftführer", False, Role.SECRETARIAT),
        ("Protokoll", None, Role.SECRETARIAT),
        ("Geschäftsführung", None, Role.SECRETARIAT),
        ("Verwaltung", None, Role.OTHER),
        ("Mitglied der Verwaltung", None, Role.OTHER),
        ("Verwaltungsvertreter", False, Role.OTHER),
        ("Gast", False, Role.GUEST),
        ("", False, Role.OTHER),
        ("", None, Role.MEMBER),
    ],
)
def test_deputies_and_staff_are_told_from_members(
    label: str, has_vote: bool | None, role: Role
) -> None:
    """By the words of the role; without any, by the vote."""
    assert seat_role(label, has_vote=has_vote) is role
    given: Raw = {} if has_vote is None else {"votingRight": has_vote}
    found = the_one(
        parse([person(), body(), seat(person=ADA, organization=YOUTH, role=label, **given)]),
        Membership,
    )
    assert (found.role, found.role_label) == (role, label)
    assert found.attributes == given


def test_a_seat_in_one_office_says_where_a_person_works() -> None:
    """The seat stays beside it; one that has ended, or several offices, say nothing."""
    office = body(organizationType="Verwaltungsbereich")
    works = seat(person=ADA, organization=YOUTH, role="Sachbearbeitung")
    parsed = parse([person(), office, works])
    assert the_one(parsed, Person).organization_id == YOUTH
    assert the_one(parsed, Membership).role is Role.OTHER
    assert the_one(parsed, Organization).meets is False
    ended = parse([person(), office, {**works, "endDate": "2020"}])
    assert the_one(ended, Person).organization_id is None


def test_a_seat_that_lacks_an_end_is_told() -> None:
    """Without person or body there is nothing to keep."""
    parsed = parse([seat(person=ADA), seat("membership/2", organization=YOUTH), person(), body()])
    assert all_of(parsed, Membership) == []
    assert codes(parsed) == ["ingest.seat_incomplete", "ingest.seat_incomplete"]
    assert "lacks the body" in parsed.problems[0].cause.en
    assert "lacks the member" in parsed.problems[1].cause.en


def test_private_details_are_left_out_of_seats_too() -> None:
    """Vendors write the address of a member into the seat."""
    parsed = parse(
        [
            person(),
            body(),
            seat(person=ADA, organization=YOUTH, **{"vendor:email": "ada@example.org"}),
        ]
    )
    assert the_one(parsed, Membership).attributes == {}
    assert "vendor:email" in told(parsed, "ingest.private_left_out").cause.en
