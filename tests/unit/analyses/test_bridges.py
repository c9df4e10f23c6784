"""Where parts of the network hang together by one person alone."""

from __future__ import annotations

from netmap.analyses.bridges import bridges
from netmap.network import Network
from netmap.values import Record
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
)

TWO_PARTS: list[Record] = [
    *(organization(each) for each in ("e1", "e2", "w1", "w2", "w3")),
    body("east"),
    body("west"),
    person("hinge", function="Leitung Jugendamt"),
    *seats("east", "e1", "e2", "hinge"),
    *seats("west", "w1", "w2", "w3", "hinge"),
]
"""Two groups that one person joins."""


def ids(made: Network, min_part: int = 3) -> list[str]:
    """Who is a bridge."""
    return [row.id for row in bridges(made, min_part=min_part)]


def test_a_person_who_alone_joins_two_parts_is_a_bridge() -> None:
    """The smaller part is named; the person is called by its function."""
    (row,) = bridges(network(TWO_PARTS))
    assert row.model_dump() == {
        "id": "hinge",
        "name": "Leitung Jugendamt",
        "near_ids": ("east", "west"),
        "parts": (("e1", "e2", "east"),),
        "main_size": 4,
        "strength": 3 / 4,
    }


def test_any_second_way_ends_the_bridge() -> None:
    """Another member, exchange, a cooperation or the hierarchy."""
    second = [person("deputy"), seat("deputy", "east"), seat("deputy", "west")]
    for link in (
        second,
        [exchange("e1", "w1")],
        [cooperation("e1", "w1")],
        [organization("house"), seat("house", "east", "w1")],
        [organization("e3", parent_id="w1"), seat("e3", "east")],
    ):
        assert ids(network(TWO_PARTS, link)) == []


def test_a_reporting_line_is_no_second_way() -> None:
    """Somebody has to carry the report."""
    assert ids(network(TWO_PARTS, line("east", "west"))) == ["hinge"]


def test_small_parts_are_listed_only_when_asked_for() -> None:
    """That one office hangs on its employee is usual."""
    made = network(
        organization("office"),
        organization("other"),
        person("a", "office"),
        body("AK"),
        seats("AK", "a", "other"),
    )
    assert ids(made) == []
    assert ids(made, min_part=1) == ["a"]


def test_a_person_who_speaks_for_many_is_a_bridge_of_many_parts() -> None:
    """Each organisation on whose behalf the seat is held is a part of its own."""
    made = network(
        [organization(each) for each in ("x", "y", "z", "m", "n")],
        person("speaker"),
        body("council"),
        seats("council", "m", "n"),
        seat("speaker", "council", "x", "y", "z"),
    )
    (row,) = bridges(made)
    assert row.parts == (("x",), ("y",), ("z",))


def test_persons_alone_do_not_make_a_part() -> None:
    """Colleagues who would lose touch are no organisation."""
    made = network(
        [person(each) for each in "abcd"],
        organization("O"),
        person("hinge", "O"),
        *(exchange("hinge", each) for each in "abcd"),
    )
    assert ids(made, min_part=1) == []


def test_an_organisation_is_no_bridge() -> None:
    """It has deputies; the question is about single persons."""
    made = network(
        organization("hub"),
        *(body(each) for each in "XYZ"),
        *(seats(each, "hub") for each in "XYZ"),
    )
    assert ids(made, min_part=1) == []


def test_bridges_come_by_id_not_by_importance() -> None:
    """People are not ranked."""
    made = network(
        *(body(each) for each in ("A", "B", "C", "D")),
        person("z"),
        person("a"),
        seats("A", "a"),
        seats("B", "a", "z"),
        seats("C", "z"),
        organization("c1"),
        organization("c2"),
        seats("C", "c1", "c2"),
    )
    assert ids(made, min_part=1) == ["a", "z"]


def test_degenerate_networks_have_no_bridges() -> None:
    """Nothing, one person, a person in one body, parts that nobody joins."""
    for made in (
        network(),
        network(person("a")),
        network(person("a"), body("X"), seats("X", "a")),
        network(body("X"), body("Y"), person("a"), person("b"), seats("X", "a"), seats("Y", "b")),
    ):
        assert ids(made, min_part=1) == []
