"""Closing a body, merging it into another one, and making a new one after it."""

from __future__ import annotations

import pytest

from netmap.edits.closing import Taken, close_body
from netmap.edits.copying import copy_body
from netmap.edits.errors import EditImpossibleError
from netmap.model import Membership, Organization, Person, ReportingLine, Topic, WorksOn
from netmap.network import Network
from netmap.values import Identifier, Record
from netmap.vocabulary import Asked, Level, Role, Status
from tests.applied import applied, contents, stored, taken_back

_RECORDS: list[Record] = [
    Organization(id="board", name="Steuergremium", level=Level.STEERING),
    Organization(
        id="ag",
        name="AG 2025",
        short_name="AG",
        level=Level.OPERATIONAL,
        purpose="Übergang begleiten",
        functions=("beraten",),
        status=Status.ACTIVE,
        start_date="2025",
        asked=Asked.LEFT_OUT,
        identifiers=(Identifier(scheme="list", identifier="7"),),
        attributes={"Akte": "4711"},
    ),
    Organization(id="part", name="UAG", parent_id="ag"),
    Organization(id="round", name="Runde", parent_id="ag", meets=True),
    Topic(id="topic", name="Übergang"),
    Person(id="ada", name="Ada"),
    Person(id="eva", name="Eva"),
    Membership(id="chair", member_id="ada", organization_id="ag", role=Role.CHAIR),
    Membership(
        id="deputy",
        member_id="eva",
        organization_id="ag",
        role=Role.DEPUTY_MEMBER,
        start_date="2025-03",
        identifiers=(Identifier(scheme="list", identifier="8"),),
    ),
    Membership(id="past", member_id="eva", organization_id="ag", end_date="2025-02"),
    Membership(id="there", member_id="eva", organization_id="round"),
    WorksOn(id="w", actor_id="ag", topic_id="topic"),
    ReportingLine(id="line", sender_id="ag", receiver_id="board"),
]


def _network() -> Network:
    return stored(_RECORDS)


def test_a_dissolved_body_and_its_seats_end_and_its_parts_are_told_of() -> None:
    """Seats that had ended keep their end; nothing is removed."""
    network = _network()
    made = close_body(network, "ag", on="2026-06-30")
    after, entry = applied(network, made.changes)
    assert (made.body.status, made.body.end_date) == (Status.DISSOLVED, "2026-06-30")
    assert {each.id for each in made.ended} == {"chair", "deputy"}
    assert [each.id for each in made.orphans] == ["part", "round"]
    assert len(contents(after)) == len(contents(network))
    assert contents(taken_back(after, entry)) == contents(network)


def test_a_body_merged_into_another_hands_over_members_topics_lines_and_parts() -> None:
    """Who sits there already gets no second seat; a chair comes as a member among members."""
    network = _network()
    made = close_body(network, "ag", on="2026", into_id="round")
    after, _ = applied(network, made.changes)
    assert (made.body.status, made.body.successor_id) == (Status.MERGED, "round")
    seats = [each for each in made.begun if isinstance(each, Membership)]
    assert [(each.member_id, each.role, each.start_date) for each in seats] == [
        ("ada", Role.MEMBER, "2027")
    ]
    assert made.there == ("eva",)
    assert {each.kind for each in made.begun} == {"membership", "works_on", "reporting_line"}
    parents = {
        each.id: each.parent_id
        for each in contents(after).values()
        if isinstance(each, Organization)
    }
    assert (parents["part"], parents["round"]) == ("round", None)


def test_what_is_not_asked_for_is_not_taken_over() -> None:
    """The other body gets only what somebody chose for it."""
    made = close_body(_network(), "ag", on="2026", into_id="board", take={Taken.TOPICS})
    assert [each.kind for each in made.begun] == ["works_on"]
    assert made.moved == ()


@pytest.mark.parametrize("asked", [("ag", "ag"), ("old", ""), ("ag", "old")])
def test_a_body_does_not_end_twice_or_in_itself(asked: tuple[str, str]) -> None:
    """Nor can it be merged into one that is over."""
    network = stored([*_RECORDS, Organization(id="old", name="Alt", end_date="2019")])
    with pytest.raises(EditImpossibleError):
        close_body(network, asked[0], on="2026", into_id=asked[1])


def test_a_copy_has_purpose_and_members_but_no_dates_ids_or_secrets() -> None:
    """What is confidential, imported or dated belongs to the pattern alone."""
    network = _network()
    made = copy_body(network, "ag", name="AG 2026", start="2026")
    after, entry = applied(network, made.changes)
    body = made.body
    assert (body.name, body.purpose, body.functions) == (
        "AG 2026",
        "Übergang begleiten",
        ("beraten",),
    )
    assert (body.identifiers, body.attributes, body.asked) == ((), {}, None)
    assert (body.start_date, body.end_date, body.short_name) == ("2026", None, "")
    seats = [each for each in made.begun if isinstance(each, Membership)]
    assert {(each.member_id, each.role, each.start_date) for each in seats} == {
        ("ada", Role.CHAIR, "2026"),
        ("eva", Role.DEPUTY_MEMBER, "2026"),
    }
    assert not any(each.identifiers for each in seats)
    assert contents(taken_back(after, entry)) == contents(network)


def test_of_a_body_that_is_over_those_are_copied_who_sat_there_to_the_end() -> None:
    """Last year's body is the usual pattern, and its seats have ended with it."""
    network = _network()
    closed, _ = applied(network, close_body(network, "ag", on="2025-12-31").changes)
    made = copy_body(closed, "ag", name="AG 2026", take={Taken.SEATS})
    assert {each.member_id for each in made.begun if isinstance(each, Membership)} == {"ada", "eva"}
    assert all(each.start_date is None for each in made.begun if isinstance(each, Membership))


def test_a_copy_needs_a_name() -> None:
    """Two bodies of one name could not be told apart."""
    with pytest.raises(EditImpossibleError):
        copy_body(_network(), "ag", name=" ")
