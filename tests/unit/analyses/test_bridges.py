"""Where parts of the network hang together by one person alone."""

from __future__ import annotations

from netmap.analyses.bridges import Bridge, BridgeKind, bridges
from netmap.analyses.representation import ActorType
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Sector
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
    return [row.ids[0] for row in bridges(made, min_part=min_part) if is_person(row)]


def is_person(row: Bridge) -> bool:
    """Whether a bridge is a person."""
    return row.types == (ActorType.PERSON,)


def test_a_person_who_alone_joins_two_parts_is_a_bridge() -> None:
    """The smaller part is named; the person is called by its function."""
    row = bridges(network(TWO_PARTS))[0]
    assert row.model_dump() == {
        "kind": "actor",
        "ids": ("hinge",),
        "names": ("Leitung Jugendamt",),
        "types": ("person",),
        "near_ids": ("east", "west"),
        "parts": (("e1", "e2", "east"),),
        "main_size": 4,
        # Of 21 pairs of seven, 3 within the one and 6 within the other part are left.
        "pairs_lost": 12,
        "pairs_lost_share": 12 / 21,
        "strength": 3 / 4,
        "measures": None,
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
    (row,) = filter(is_person, bridges(made))
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


def test_an_office_is_a_bridge_like_a_person() -> None:
    """What happens if it leaves is asked of it as well; each body hangs on it alone."""
    made = network(
        organization("hub"),
        *(body(each) for each in "XYZ"),
        *(seats(each, "hub") for each in "XYZ"),
    )
    (hub,) = [row for row in bridges(made, min_part=1) if row.kind is BridgeKind.ACTOR]
    assert (hub.ids, hub.types) == (("hub",), (ActorType.ORGANIZATION,))
    assert hub.parts == (("Y",), ("Z",))
    assert (hub.main_size, hub.pairs_lost, hub.pairs_lost_share) == (1, 3, 1.0)


def test_a_single_tie_may_hold_a_part() -> None:
    """Both ends are named, the end that would lose touch last; any second way ends it."""
    far = [organization("far"), exchange("w1", "far")]
    (tie,) = [r for r in bridges(network(TWO_PARTS, far), min_part=1) if "far" in r.ids]
    assert (tie.kind, tie.ids, tie.parts) == (BridgeKind.TIE, ("w1", "far"), (("far",),))
    second = network(TWO_PARTS, far, exchange("w2", "far"))
    assert not [r for r in bridges(second, min_part=1) if "far" in r.ids]


def test_measures_stand_beside_an_actor_where_they_are_asked_for() -> None:
    """Betweenness, holes, and roles between sectors; a body has no sector and no roles."""
    made = network(
        organization("school", sector=Sector.EDUCATION),
        organization("office", sector=Sector.ADMINISTRATION),
        organization("firm", sector=Sector.BUSINESS),
        exchange("school", "office"),
        exchange("office", "firm"),
    )
    (row,) = [r for r in bridges(made, min_part=1, measured=True) if r.kind is BridgeKind.ACTOR]
    assert row.ids == ("office",)
    assert row.measures is not None
    assert row.measures.model_dump() == {
        "betweenness": 1.0,
        "betweenness_error": 0.0,
        "constraint": 0.5,
        "effective_size": 2.0,
        "roles": {
            "coordinator": 0,
            "consultant": 0,
            "gatekeeper": 0,
            "representative": 0,
            "liaison": 2,
        },
    }


def test_a_person_exchanges_for_its_house() -> None:
    """So an organisation mediates through those who work for it."""
    made = network(
        organization("school", sector=Sector.EDUCATION),
        organization("office", sector=Sector.ADMINISTRATION),
        organization("firm", sector=Sector.BUSINESS),
        person("ada", "office"),
        exchange("school", "ada"),
        exchange("office", "firm"),
    )
    rows = bridges(made, min_part=1, measured=True)
    (office,) = [row for row in rows if row.ids == ("office",)]
    assert office.measures is not None
    assert office.measures.roles is not None
    assert office.measures.roles.liaison == 2


def test_persons_can_be_shown_by_their_function_alone() -> None:
    """A name without a function is left out."""
    made = network(person("Ada"), body("X"), body("Y"), seats("X", "Ada"), seats("Y", "Ada"))
    assert [row.names for row in bridges(made, min_part=1) if is_person(row)] == [("Ada",)]
    shown = bridges(made, min_part=1, functions_only=True)
    assert [row.names for row in shown if is_person(row)] == [("",)]
    assert all("Ada" not in row.names for row in shown)


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
