"""What works well: regular exchange, balanced bodies, bridged levels."""

from __future__ import annotations

from typing import Any

import pytest

from netmap.analyses.representation import ActorType
from netmap.analyses.strengths import (
    level_bridges,
    regular_exchange,
    well_connected_bodies,
)
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Level, Sector, Status
from tests.small_networks import (
    body,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
    seats,
    topic,
)


def between(*ties: dict[str, Any]) -> Network:
    """Ties between A and B."""
    return network(
        organization("A"),
        organization("B"),
        topic("jobs"),
        [exchange("B", "A", id=f"t{number}", **tie) for number, tie in enumerate(ties)],
    )


def test_confirmed_exchange_with_a_rhythm_is_listed() -> None:
    """With its channel and topics; the lower id first."""
    made = between(
        {
            "contacts_per_year": 12,
            "confirmed": True,
            "channel": "Jour fixe",
            "topic_ids": ("jobs",),
        },
        {"contacts_per_year": 52, "confirmed": None},
    )
    assert [row.model_dump() for row in regular_exchange(made)] == [
        {
            "source_id": "A",
            "source_name": "A",
            "target_id": "B",
            "target_name": "B",
            "contacts_per_year": 12.0,
            "channels": ("Jour fixe",),
            "topic_ids": ("jobs",),
            "tie_ids": ("t0",),
        }
    ]


@pytest.mark.parametrize(
    "ties",
    [
        [{"contacts_per_year": 12}],
        [{"contacts_per_year": 3.9, "confirmed": True}],
        [{"contacts_per_year": 12, "confirmed": True, "irregular": True}],
        [{"confirmed": True}],
        [{"contacts_per_year": 12, "confirmed": True}, {"confirmed": False}],
        [
            {"contacts_per_year": 12, "confirmed": True, "reported_by_id": "A"},
            {"contacts_per_year": 5, "confirmed": True, "reported_by_id": "B"},
        ],
    ],
)
def test_what_is_rare_unconfirmed_or_in_doubt_is_no_regular_exchange(
    ties: list[dict[str, Any]],
) -> None:
    """Neither is what follows no rhythm or has no number."""
    assert regular_exchange(between(*ties)) == []


def test_the_least_number_of_contacts_is_inclusive() -> None:
    """Once a quarter is regular by default."""
    made = between({"contacts_per_year": 4, "confirmed": True})
    assert len(regular_exchange(made)) == 1
    assert regular_exchange(made, min_contacts_per_year=4.5) == []


def test_who_stays_outside_is_not_praised_either() -> None:
    """That would give away that it is on the list."""
    made = network(
        organization("A"),
        organization("B", asked=Asked.LEFT_OUT),
        exchange("A", "B", contacts_per_year=12, confirmed=True),
    )
    assert regular_exchange(made) == []


def balanced(*more: Record, level: Level = Level.OPERATIONAL) -> Network:
    """A body with one organisation of each of three sectors."""
    return network(
        organization("office", sector=Sector.ADMINISTRATION),
        organization("school", sector=Sector.EDUCATION),
        person("guild", sector=Sector.BUSINESS),
        body("AG", level),
        body("SG", Level.STEERING),
        seats("AG", "office", "school", "guild"),
        more,
    )


def test_a_body_with_a_way_up_and_three_sectors_is_well_connected() -> None:
    """The way is told step by step, the sectors by count."""
    made = balanced(organization("desk"), line("AG", "desk"), line("desk", "SG"))
    (row,) = well_connected_bodies(made)
    assert (row.id, row.way_ids, row.seated) == ("AG", ("AG", "desk", "SG"), 3)
    assert {each.sector: each.count for each in row.sectors} == {
        Sector.ADMINISTRATION: 1,
        Sector.EDUCATION: 1,
        Sector.BUSINESS: 1,
    }


def test_without_a_way_or_with_a_majority_a_body_is_not_well_connected() -> None:
    """One sector may hold half of all who sit there, no more."""
    assert well_connected_bodies(balanced()) == []
    more = [organization(each, sector=Sector.EDUCATION) for each in ("uni", "college")]
    half = balanced(line("AG", "SG"), more[0], seat("uni", "AG"))
    assert len(well_connected_bodies(half)) == 1
    majority = balanced(line("AG", "SG"), *more, *seats("AG", "uni", "college"))
    assert well_connected_bodies(majority) == []


def test_two_sectors_are_no_balance_unless_the_threshold_says_so() -> None:
    """Who sits there without a known sector counts as nobody's majority."""
    made = network(
        organization("office", sector=Sector.ADMINISTRATION),
        organization("school", sector=Sector.EDUCATION),
        organization("?"),
        body("AG", Level.OPERATIONAL),
        body("SG", Level.STEERING),
        seats("AG", "office", "school", "?"),
        line("AG", "SG"),
    )
    assert well_connected_bodies(made) == []
    (row,) = well_connected_bodies(made, min_sectors=2)
    assert row.seated == 3


def test_a_steering_body_needs_a_way_to_politics() -> None:
    """A way among its equals is none."""
    made = balanced(line("AG", "SG"), level=Level.STEERING)
    assert well_connected_bodies(made) == []
    made = balanced(
        body("Rat", Level.POLITICAL), line("AG", "SG"), line("SG", "Rat"), level=Level.STEERING
    )
    (row,) = well_connected_bodies(made)
    assert row.way_ids == ("AG", "SG", "Rat")


def test_who_sits_above_and_below_bridges_the_levels() -> None:
    """Organisations first, most bodies first; then persons by id; employees by their house."""
    made = network(
        organization("small"),
        organization("large"),
        person("a", "large"),
        person("z", name="Anna"),
        person("b", name="Zoe"),
        body("SG", Level.STEERING),
        body("Rat", Level.POLITICAL),
        body("AG", Level.OPERATIONAL),
        body("PG", Level.AD_HOC),
        body("?"),
        seats("SG", "small", "a", "z", "b"),
        seats("Rat", "a"),
        seats("AG", "small", "large", "z", "b"),
        seats("PG", "a", "z"),
        seats("?", "small", "z"),
    )
    found = level_bridges(made)
    assert [(row.id, row.type, row.upper_ids, row.lower_ids) for row in found] == [
        ("large", ActorType.ORGANIZATION, ("Rat", "SG"), ("AG", "PG")),
        ("small", ActorType.ORGANIZATION, ("SG",), ("AG",)),
        ("b", ActorType.PERSON, ("SG",), ("AG",)),
        ("z", ActorType.PERSON, ("SG",), ("AG", "PG")),
    ]


def test_a_dissolved_body_bridges_nothing() -> None:
    """A seat in what is gone does not count."""
    made = network(
        organization("O"),
        body("SG", Level.STEERING),
        body("AG", Level.OPERATIONAL, status=Status.DISSOLVED),
        seats("SG", "O"),
        seats("AG", "O"),
    )
    assert level_bridges(made) == []


def test_an_empty_network_has_no_strengths() -> None:
    """And raises nothing."""
    empty = network()
    assert regular_exchange(empty) == []
    assert well_connected_bodies(empty) == []
    assert level_bridges(empty) == []
