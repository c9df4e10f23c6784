"""Who stands apart, and in what respect."""

from __future__ import annotations

import pytest

from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.isolation.rows import Aspect
from netmap.analyses.representation import ActorType
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Status
from tests.small_networks import (
    body,
    cooperation,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
    seats,
    topic,
    work,
)


def aspects(made: Network) -> list[tuple[str, str]]:
    """Id and aspect of every row, but for those that are about what little there is."""
    little = {Aspect.COMPONENT, Aspect.HANGS_ON_PERSON, Aspect.HANGS_ON_TIE}
    return [(row.id, row.aspect.value) for row in isolates(made) if row.aspect not in little]


def test_a_partner_without_anything_has_no_tie() -> None:
    """Being part of an organisation and working on a topic are no ties."""
    made = network(
        organization("club", parent_id="roof"),
        organization("roof"),
        topic("sport"),
        work("club", "sport"),
    )
    assert aspects(made) == [("club", "no_tie"), ("roof", "no_tie")]


def test_a_person_without_organisation_is_a_partner() -> None:
    """A person of whom no organisation is known is asked about itself."""
    (row,) = isolates(network(person("a", asked=Asked.ANSWERED)))
    assert (row.aspect, row.type, row.asked) == (
        Aspect.NO_TIE,
        ActorType.PERSON,
        Asked.ANSWERED,
    )


def test_a_person_is_asked_about_through_its_organisation() -> None:
    """The employee has no row of its own, whether the organisation is tied or not."""
    made = network(organization("office"), person("a", "office"))
    assert aspects(made) == [("office", "no_tie")]


@pytest.mark.parametrize(
    "tie",
    [
        exchange("club", "other"),
        exchange("other", "club"),
        line("club", "other"),
        line("other", "club"),
        cooperation("club", "other"),
        cooperation("other", carried_by_id="club"),
        seat("club", "party"),
        seat("other", "club"),
        seat("other", "AK", "club"),
    ],
)
def test_any_tie_is_a_tie(tie: Record) -> None:
    """Exchange, a line, a cooperation, a seat, a member: each is enough, on either side."""
    made = network(
        organization("club", meets=False),
        organization("other"),
        organization("party", classification="party"),
        body("AK"),
        tie,
    )
    assert ("club", "no_tie") not in aspects(made)


def test_an_organisation_with_a_body_of_its_own_is_tied() -> None:
    """Whose committee meets is not alone."""
    made = network(organization("town"), organization("office", parent_id="town"), body("AK"))
    assert ("town", "no_tie") in aspects(made)
    made = network(organization("town"), body("AK", parent_id="town"))
    assert aspects(made) == [("AK", "body_without_members")]


def test_who_works_for_an_organisation_and_its_parts_stand_for_it() -> None:
    """The seat and the exchange of an office's employee count for the office and the town."""
    made = network(
        organization("town"),
        organization("office", parent_id="town"),
        organization("school"),
        person("a", "office"),
        body("AK"),
        seat("a", "AK"),
        seat("school", "AK"),
        exchange("a", "school"),
    )
    assert aspects(made) == []


def test_exchange_inside_an_organisation_is_none_to_it() -> None:
    """Two offices that talk have exchange; the town they are part of has not."""
    made = network(
        organization("town"),
        organization("east", parent_id="town"),
        organization("west", parent_id="town"),
        exchange("east", "west"),
    )
    assert aspects(made) == [
        ("town", "no_tie"),
        ("east", "exchange_without_seat"),
        ("west", "exchange_without_seat"),
    ]


def test_a_seat_without_exchange_and_exchange_without_a_seat_are_told_apart() -> None:
    """Reporting lines and cooperations are neither."""
    made = network(
        organization("sits"),
        organization("talks"),
        organization("both"),
        organization("reports"),
        body("AK"),
        seat("sits", "AK"),
        seat("both", "AK"),
        exchange("talks", "both"),
        line("reports", "AK"),
        cooperation("sits", "reports"),
    )
    assert aspects(made) == [
        ("sits", "seat_without_exchange"),
        ("talks", "exchange_without_seat"),
    ]


def test_a_seat_held_on_behalf_of_an_organisation_is_a_seat_of_it() -> None:
    """One office speaks for another in a body."""
    made = network(
        organization("speaks"), organization("spoken"), body("AK"), seat("speaks", "AK", "spoken")
    )
    assert aspects(made) == [
        ("speaks", "seat_without_exchange"),
        ("spoken", "seat_without_exchange"),
    ]


def test_a_body_without_members_is_listed_until_it_is_dissolved() -> None:
    """What is dissolved or merged is not asked about."""
    made = network(
        body("new"),
        body("old", status=Status.DISSOLVED),
        body("gone", status=Status.MERGED),
        body("rests", status=Status.DORMANT),
    )
    assert aspects(made) == [("new", "body_without_members"), ("rests", "body_without_members")]


def test_only_who_is_recorded_as_not_asked_is_listed_as_not_asked() -> None:
    """Of whom nothing is said may have been asked: unknown is not no."""
    made = network(
        organization("office", asked=Asked.ANSWERED),
        organization("quiet", asked=Asked.NO_ANSWER),
        organization("unknown"),
        person("a", "office", asked=Asked.NOT_ASKED),
        body("AK", asked=Asked.NOT_ASKED),
        *(seats("AK", "office", "quiet", "unknown")),
    )
    listed = [each for each, aspect in aspects(made) if aspect == "not_asked"]
    assert listed == ["AK", "a"]


def test_who_stays_outside_on_purpose_has_one_confidential_row() -> None:
    """No other row gives away that somebody is missing on purpose."""
    (row,) = isolates(network(organization("club", asked=Asked.LEFT_OUT)))
    assert (row.aspect, row.confidential) == (Aspect.LEFT_OUT, True)
    assert not any(row.confidential for row in isolates(network(organization("club"))))


def test_who_is_represented_where_no_body_meets_is_tied() -> None:
    """A party for which somebody sits in a council that is no body is not without ties."""
    made = network(
        organization("party"),
        organization("council", meets=False),
        person("ada"),
        seat("ada", "council", "party"),
    )
    assert made.body_mask.tolist() == [False, False, False]
    assert aspects(made) == []


def test_rows_come_by_aspect_then_by_id() -> None:
    """The order is that of the aspects, and the same every time."""
    made = network(
        organization("b"),
        organization("a"),
        body("Z"),
        body("Y"),
        organization("c", asked=Asked.NOT_ASKED),
        organization("d", asked=Asked.LEFT_OUT),
    )
    assert aspects(made) == [
        ("a", "no_tie"),
        ("b", "no_tie"),
        ("c", "no_tie"),
        ("Y", "body_without_members"),
        ("Z", "body_without_members"),
        ("c", "not_asked"),
        ("d", "left_out"),
    ]


def test_a_function_stands_for_a_person_who_is_not_named() -> None:
    """The row calls a function-only person by its function."""
    (row,) = isolates(network(person("x", name="", function="Leitung Jugendamt")))
    assert row.name == "Leitung Jugendamt"
