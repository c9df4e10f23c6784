"""Network: what holds at a date, in what order, and what is a body."""

import pytest

from netmap.dates import period
from netmap.model import (
    Cooperation,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.network import ABSENT, Network
from netmap.values import Record
from netmap.vocabulary import Kind, Level


def seated(**dates: str) -> Network:
    """Ada's seat in the youth body with the given dates, seen in May 2024."""
    return Network.from_records(
        [
            Person(id="ada", name="Ada"),
            Organization(id="youth", name="Youth"),
            Membership.model_validate(
                {"id": "seat", "member_id": "ada", "organization_id": "youth", **dates}
            ),
        ],
        as_of=period("2024-05"),
    )


@pytest.mark.parametrize(
    ("dates", "holds"),
    [
        ({}, True),
        ({"start_date": "2024-05-31"}, True),
        ({"start_date": "2024-06"}, False),
        ({"end_date": "2024-05-01"}, True),
        ({"end_date": "2024-04"}, False),
        ({"end_date": "2024"}, True),
        ({"start_date": "2020", "end_date": "2023"}, False),
    ],
)
def test_both_ends_of_validity_count_and_unknown_ones_exclude_nothing(
    dates: dict[str, str], holds: bool
) -> None:
    """A seat holds in a period that its own dates touch on any day."""
    assert len(seated(**dates).seats) == int(holds)


def test_a_seat_in_a_body_that_has_ended_is_left_out() -> None:
    """Links lead only to actors that are there at the date."""
    network = Network.from_records(
        [
            Person(id="ada", name="Ada"),
            Organization(id="youth", name="Youth", end_date="2020"),
            Membership(id="seat", member_id="ada", organization_id="youth"),
        ],
        as_of=period("2024"),
    )
    assert network.actor_ids == ("ada",)
    assert len(network.seats) == 0
    assert [r.id for r in network.all_records()] == ["ada", "youth", "seat"]
    assert len(network.at(period("2019")).seats) == 1


@pytest.mark.parametrize(
    ("organization", "expected"),
    [
        (Organization(id="x", name="X"), True),
        (Organization(id="x", name="X", classification="Party"), False),
        (Organization(id="x", name="X", classification="legislature"), False),
        (Organization(id="x", name="X", classification="party", level=Level.STEERING), True),
        (Organization(id="x", name="X", meets=False), False),
    ],
)
def test_an_organisation_with_members_is_a_body_unless_marked_otherwise(
    organization: Organization, expected: bool
) -> None:
    """Members make a body, even without a classification; parties and legislatures are none."""
    network = Network.from_records(
        [
            organization,
            Person(id="ada", name="Ada"),
            Membership(id="seat", member_id="ada", organization_id="x", end_date="1999"),
        ]
    )
    assert network.body_mask.tolist() == [False, expected]


def test_an_organisation_without_members_is_a_body_only_when_the_source_says_so() -> None:
    """A level, a number of meetings or the mark make a body that nobody sits in yet."""
    network = Network.from_records(
        [
            Organization(id="a", name="A"),
            Organization(id="b", name="B", meets=True),
            Organization(id="c", name="C", meetings_per_year=4),
            Organization(id="d", name="D", level=Level.AD_HOC),
        ]
    )
    assert network.body_mask.tolist() == [False, True, True, True]


RECORDS: list[Record] = [
    Person(id="p", function="Leitung Jugendamt", organization_id="o"),
    Organization(id="o", name="Jugendamt"),
    Organization(id="b", name="Arbeitskreis", meets=True, parent_id="gone"),
    Topic(id="t", name="Übergang"),
    Membership(id="1", member_id="p", organization_id="b"),
    ExchangeTie(id="2", source_id="o", target_id="b"),
    ReportingLine(id="3", sender_id="b", receiver_id="o"),
    WorksOn(id="4", actor_id="b", topic_id="t"),
    Cooperation(id="5", name="C", party_ids=("o", "gone")),
    Cooperation(id="6", name="D", party_ids=("gone",)),
]


def test_links_hold_indices_of_actors_and_topics() -> None:
    """Index arrays are aligned with the tables and lead into the lists of ids."""
    network = Network.from_records(RECORDS)
    b, o, p = (network.actor_index[each] for each in "bop")
    assert (network.seats.source.tolist(), network.seats.target.tolist()) == ([p], [b])
    assert (network.exchange.source.tolist(), network.exchange.target.tolist()) == ([o], [b])
    assert (network.reporting.source.tolist(), network.reporting.target.tolist()) == ([b], [o])
    assert (network.works_on.source.tolist(), network.works_on.target.tolist()) == ([b], [0])
    assert network.topic_names == ("Übergang",)
    assert network.topic(0) == RECORDS[3]
    assert network.houses[p] == o
    assert network.parents[b] == ABSENT
    assert [each.id for each in network.records(Kind.COOPERATION)] == ["5"]


def test_a_function_without_a_name_is_shown_by_its_function() -> None:
    """Function-only persons are first-class."""
    network = Network.from_records(RECORDS)
    assert network.labels[network.actor_index["p"]] == "Leitung Jugendamt"


def test_the_order_of_records_makes_no_difference() -> None:
    """Two networks of the same records in another order are the same, index by index."""
    forward, backward = Network.from_records(RECORDS), Network.from_records(RECORDS[::-1])
    assert forward.actor_ids == backward.actor_ids
    for kind in Kind:
        assert list(forward.records(kind)) == list(backward.records(kind))


def test_an_empty_network_has_nothing_and_breaks_nothing() -> None:
    """Every list and array of an empty network is empty."""
    network = Network.from_records([])
    assert network.actor_ids == network.topic_ids == ()
    assert network.bodies.size == len(network.seats) == len(network.works_on) == 0
    assert len(network.cooperations) == 0
