"""Missing exchange: whether steering and working level touch inside each house."""

from __future__ import annotations

import pytest

from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, HouseLevel, Level, Status
from tests.small_networks import body, line, network, organization, person, seat

DOWN = MissingLinkRule.STEERING_SEAT_WITHOUT_WORKING_LEVEL
UP = MissingLinkRule.WORKING_SEAT_WITHOUT_STEERING_LEVEL


def rows(made: Network, rule: MissingLinkRule) -> list[MissingLink]:
    """Rows of one rule."""
    return [row for row in missing_exchange(made) if row.rule is rule]


HOUSE = [
    body("SG", Level.STEERING),
    body("AK", Level.OPERATIONAL),
    organization("chamber"),
    organization("desk", parent_id="chamber"),
    person("ada", "chamber"),
    person("bo", "desk"),
]


def test_a_seat_in_steering_alone_is_listed_with_who_could_carry_decisions() -> None:
    """The house, what it sits in, and the person who sits there for it."""
    (row,) = rows(network(HOUSE, seat("ada", "SG")), DOWN)
    assert (row.source_id, row.target_id) == ("chamber", None)
    assert (row.other_ids, row.via_ids, row.strength) == (("SG",), ("ada",), 0.5)


@pytest.mark.parametrize(
    "links",
    [
        [seat("bo", "AK")],
        [seat("bo", "SG", house_level=HouseLevel.OPERATIONAL)],
        [line("ada", "bo")],
        [line("chamber", "desk")],
        [line("ada", "SG", within_house=True)],
        [seat("chamber", "AK")],
    ],
)
def test_a_working_seat_or_a_line_inside_is_enough(links: list[Record]) -> None:
    """Of the house itself, of its parts, or of who works for them."""
    found = rows(network(HOUSE, seat("ada", "SG"), links), DOWN)
    assert [row.source_id for row in found if row.source_id == "chamber"] == []


def test_a_line_to_others_is_none_in_the_own_house() -> None:
    """It leads elsewhere."""
    made = network(HOUSE, seat("ada", "SG"), organization("club"), line("chamber", "club"))
    assert [row.source_id for row in rows(made, DOWN)] == ["chamber"]


def test_a_seat_whose_level_in_the_house_is_unknown_is_none_at_the_working_level() -> None:
    """A seat in steering says nothing about the working level unless it is recorded."""
    made = network(HOUSE, seat("ada", "SG", house_level=HouseLevel.LEADERSHIP), seat("bo", "SG"))
    assert [row.source_id for row in rows(made, DOWN)] == ["chamber", "desk"]


def test_the_reverse_asks_who_works_along_and_is_not_heard_above() -> None:
    """The only steering body is where the link would end."""
    (row,) = rows(network(HOUSE, seat("ada", "AK")), UP)
    assert (row.source_id, row.target_id) == ("chamber", "SG")
    assert (row.other_ids, row.via_ids, row.strength) == (("AK",), ("ada",), 0.5)


@pytest.mark.parametrize(
    "links",
    [
        [line("AK", "SG")],
        [seat("chamber", "SG")],
        [line("chamber", "SG")],
        [line("desk", "chamber")],
    ],
)
def test_a_way_of_the_group_or_the_house_to_steering_is_enough(links: list[Record]) -> None:
    """Results that the group reports are heard."""
    assert rows(network(HOUSE, seat("ada", "AK"), links), UP) == []


def test_without_a_steering_body_nobody_is_asked_for_a_way_there() -> None:
    """It may just not be entered yet."""
    made = network(body("AK", Level.OPERATIONAL), organization("club"), seat("club", "AK"))
    assert rows(made, UP) == []


@pytest.mark.parametrize("fields", [{"asked": Asked.LEFT_OUT}, {"status": Status.DISSOLVED}])
def test_houses_that_are_gone_or_left_out_are_not_asked(fields: dict[str, object]) -> None:
    """In neither direction, nor are they named as who could make the link."""
    made = network(
        body("SG", Level.STEERING),
        body("AK", Level.OPERATIONAL),
        organization("quiet", **fields),
        organization("quieter", **fields),
        seat("quiet", "SG"),
        seat("quieter", "AK"),
    )
    assert rows(made, DOWN) == []
    assert rows(made, UP) == []


def test_who_stays_outside_is_not_named_as_who_could_carry_it() -> None:
    """Of two who sit there, one."""
    made = network(
        HOUSE, person("cy", "chamber", asked=Asked.LEFT_OUT), seat("ada", "SG"), seat("cy", "SG")
    )
    (row,) = rows(made, DOWN)
    assert row.via_ids == ("ada",)
