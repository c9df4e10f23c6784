"""Overlap of bodies by members, organisations and topics."""

from __future__ import annotations

from collections.abc import Callable
from math import nan

import pytest

from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.seats import DEPUTIES, GUESTS, ORDINARY, Seats
from netmap.analyses.overlaps.shared import (
    Overlap,
    function_overlap,
    member_overlap,
    organization_overlap,
    overlap,
    person_overlap,
    target_group_overlap,
    topic_overlap,
)
from netmap.errors import ThresholdError
from netmap.network import Network
from netmap.vocabulary import HouseLevel, Role, Status
from tests.small_networks import (
    body,
    network,
    organization,
    person,
    seat,
    seats,
    topic,
    work,
)


def test_a_row_says_what_both_share_and_how_large_each_is() -> None:
    """Two of three members of one body are two of four of the other."""
    found = member_overlap(
        network(
            [person(each) for each in "abcde"],
            body("X"),
            body("Y"),
            seats("X", "a", "b", "c"),
            seats("Y", "b", "c", "d", "e"),
        )
    )
    assert [row.model_dump() for row in found] == [
        {
            "bodies": ("X", "Y"),
            "names": ("X", "Y"),
            "sizes": (3, 4),
            "shared": 2,
            "shared_ids": ("b", "c"),
            "shared_names": ("b", "c"),
            "jaccard": 2 / 5,
            "overlap_coefficient": 2 / 3,
            "containment": (2 / 3, 2 / 4),
            "nested": False,
        }
    ]


def test_ids_ascend_within_a_pair_and_names_go_with_them() -> None:
    """The body with the lower id comes first, whatever the bodies are called."""
    (row,) = member_overlap(
        network(
            person("a"),
            body("2", name="Alpha"),
            body("1", name="Zeta"),
            seats("2", "a"),
            seats("1", "a"),
        )
    )
    assert (row.bodies, row.names) == (("1", "2"), ("Zeta", "Alpha"))


def test_most_similar_pairs_come_first_then_ids() -> None:
    """Pairs with equal Jaccard index follow their ids, the first one first."""
    found = member_overlap(
        Network.from_pairs([("a", "X"), ("a", "Y"), ("a", "Z"), ("b", "Z"), ("c", "P"), ("c", "Q")])
    )
    assert [row.bodies for row in found] == [("P", "Q"), ("X", "Y"), ("X", "Z"), ("Y", "Z")]


def test_every_role_counts_and_several_seats_of_one_member_count_once() -> None:
    """A deputy, a guest and a second seat of the same member are no further members."""
    (row,) = member_overlap(
        network(
            person("a"),
            person("b"),
            body("X"),
            body("Y"),
            seat("a", "X", role=Role.CHAIR),
            seat("a", "X", role=Role.SECRETARIAT),
            seat("b", "X", role=Role.DEPUTY_MEMBER),
            seat("a", "Y", role=Role.GUEST),
        )
    )
    assert (row.sizes, row.shared) == ((2, 1), 1)


def test_an_organisation_that_is_a_member_is_a_member() -> None:
    """Members are persons and organisations alike."""
    (row,) = member_overlap(
        network(organization("O"), body("X"), body("Y"), seats("X", "O"), seats("Y", "O"))
    )
    assert row.shared_ids == ("O",)


def test_who_sits_at_the_date_counts() -> None:
    """A seat that has ended makes a body smaller, and a pair without common members vanishes."""
    records = [
        person("a"),
        person("b"),
        body("X"),
        body("Y"),
        seat("a", "X"),
        seat("b", "X", end_date="2020"),
        seat("a", "Y", end_date="2024-12-31"),
    ]
    (row,) = member_overlap(network(*records, as_of="2024"))
    assert row.sizes == (1, 1)
    assert member_overlap(network(*records, as_of="2025")) == []


def test_parties_and_other_organisations_are_no_bodies() -> None:
    """That people are in the same party is no overlap; an unclassified group with members is."""
    found = member_overlap(
        network(
            person("a"),
            organization("P", classification="Party"),
            organization("X"),
            organization("Y"),
            seats("P", "a"),
            seats("X", "a"),
            seats("Y", "a"),
        )
    )
    assert [row.bodies for row in found] == [("X", "Y")]


def test_a_subgroup_at_any_depth_is_marked() -> None:
    """A body within a body within a body is nested in the outermost; siblings are not nested."""
    found = member_overlap(
        network(
            person("a"),
            body("outer"),
            body("middle", parent_id="outer"),
            body("inner", parent_id="middle"),
            body("sister", parent_id="outer"),
            *(seats(each, "a") for each in ("outer", "inner", "sister")),
        )
    )
    assert {row.bodies: row.nested for row in found} == {
        ("inner", "outer"): True,
        ("inner", "sister"): False,
        ("outer", "sister"): True,
    }


def test_bodies_that_are_part_of_each_other_in_a_circle_are_nested() -> None:
    """A circle of parents, as faulty lists have it, ends the search and is called nested."""
    (row,) = member_overlap(
        network(
            person("a"),
            body("X", parent_id="Y"),
            body("Y", parent_id="X"),
            seats("X", "a"),
            seats("Y", "a"),
        )
    )
    assert row.nested


def test_dissolved_bodies_are_listed_like_any_other() -> None:
    """Rows are complete: what a status means is for findings to say."""
    found = member_overlap(
        network(
            person("a"),
            body("X", status=Status.DISSOLVED),
            body("Y"),
            seats("X", "a"),
            seats("Y", "a"),
        )
    )
    assert len(found) == 1


@pytest.mark.parametrize(("shared", "alone"), [(1, 2), (1, 6), (3, 7), (2, 1), (5, 44), (1, 48)])
def test_a_pair_that_reaches_a_threshold_exactly_is_listed(shared: int, alone: int) -> None:
    """Thresholds are inclusive, in the very number that a row shows."""
    pairs = [(f"p{number}", each) for number in range(shared) for each in ("X", "Y")]
    pairs += [(f"q{number}", "Y") for number in range(alone)]
    made = Network.from_pairs(pairs)
    (row,) = member_overlap(made)
    assert member_overlap(made, min_jaccard=row.jaccard) == [row]
    assert member_overlap(made, min_jaccard=row.jaccard, min_containment=1.0) == [row]
    assert member_overlap(made, min_jaccard=row.jaccard + 1e-12) == []


def test_a_threshold_read_from_decimal_digits_is_met_exactly() -> None:
    """Three of ten reach 0.3, and one of ten 0.1, although neither has an exact float."""
    for shared, threshold in ((1, 0.1), (3, 0.3), (7, 0.7)):
        pairs = [(f"p{number}", "X") for number in range(10)]
        pairs += [(f"p{number}", "Y") for number in range(shared)]
        assert len(member_overlap(Network.from_pairs(pairs), min_jaccard=threshold)) == 1


def test_both_thresholds_have_to_be_reached() -> None:
    """A small body wholly inside a large one is contained, but not similar."""
    pairs = [(str(number), "large") for number in range(10)] + [("0", "small"), ("1", "small")]
    made = Network.from_pairs(pairs)
    assert len(member_overlap(made, min_containment=1.0)) == 1
    assert member_overlap(made, min_jaccard=0.5, min_containment=1.0) == []
    assert member_overlap(made, min_jaccard=0.2, min_containment=1.0) != []


def test_containment_is_compared_with_the_larger_of_both_shares() -> None:
    """One body is wholly in the other; how much of the other it is does not count."""
    made = Network.from_pairs([("a", "X"), ("a", "Y"), ("b", "Y"), ("c", "Y")])
    (row,) = member_overlap(made, min_containment=1.0)
    assert row.containment == (1.0, 1 / 3)


@pytest.mark.parametrize("value", [-0.1, 1.1, nan])
def test_a_threshold_outside_its_range_is_refused(value: float) -> None:
    """The error names the threshold and the range."""
    made = Network.from_pairs([("a", "X")])
    with pytest.raises(ThresholdError, match="min_jaccard"):
        member_overlap(made, min_jaccard=value)
    with pytest.raises(ThresholdError, match="min_containment"):
        topic_overlap(made, min_containment=value)


@pytest.mark.parametrize("by", OverlapBy)
def test_degenerate_networks_have_no_overlap(by: OverlapBy) -> None:
    """Nothing, one body, a body without members, an actor that sits nowhere."""
    for made in (
        network(),
        network(body("X")),
        network(person("a"), body("X"), seats("X", "a")),
        network(body("X"), body("Y"), person("a")),
    ):
        assert overlap(made, by=by) == []


def test_organisations_overlap_by_the_seats_that_are_theirs() -> None:
    """A seat belongs to those it is held for, else to the member's house, else to the member."""
    (row,) = organization_overlap(
        network(
            organization("house"),
            organization("other"),
            organization("club"),
            person("a", "house"),
            person("b", "house"),
            body("X"),
            body("Y"),
            seat("a", "X"),
            seat("club", "X"),
            seat("b", "Y"),
            seat("b", "Y", "other", "club"),
        )
    )
    assert row.sizes == (2, 3)
    assert row.shared_ids == ("club", "house")


def test_topics_overlap_by_the_work_of_the_bodies_themselves() -> None:
    """What members work on elsewhere is no topic of the body, and a topic counts once."""
    (row,) = topic_overlap(
        network(
            topic("jobs"),
            topic("sport"),
            person("a"),
            body("X"),
            body("Y"),
            seats("X", "a"),
            work("a", "sport"),
            work("X", "jobs", "jobs"),
            work("Y", "jobs", "sport"),
        )
    )
    assert (row.sizes, row.shared_ids, row.jaccard) == ((1, 2), ("jobs",), 0.5)


def test_persons_are_the_members_that_are_no_organisations() -> None:
    """Where only the organisation's seat is known, no person is."""
    made = network(
        organization("O"),
        person("a"),
        body("X"),
        body("Y"),
        seats("X", "O", "a"),
        seats("Y", "O", "a"),
    )
    assert [row.shared_ids for row in member_overlap(made)] == [("O", "a")]
    assert [(row.shared_ids, row.sizes) for row in person_overlap(made)] == [(("a",), (1, 1))]


def test_a_person_who_is_not_named_is_called_by_its_function() -> None:
    """Shared items have a name, whatever is known of them."""
    made = network(
        person("a", name="", function="Leitung Jugendamt"),
        body("X"),
        body("Y"),
        seats("X", "a"),
        seats("Y", "a"),
    )
    (row,) = person_overlap(made)
    assert (row.shared_ids, row.shared_names) == (("a",), ("Leitung Jugendamt",))


def test_members_deputies_and_guests_are_counted_apart() -> None:
    """Who sits in one body as a member and in the other as a deputy is in both only by name."""
    made = network(
        [person(each) for each in "abc"],
        body("X"),
        body("Y"),
        seats("X", "a"),
        seat("a", "Y", role=Role.CHAIR),
        seats("X", "b"),
        seat("b", "Y", role=Role.DEPUTY_MEMBER),
        seat("c", "X", role=Role.GUEST),
        seat("c", "Y", role=Role.GUEST),
    )

    def shared(roles: frozenset[Role]) -> list[str]:
        found = member_overlap(made, seats=Seats(roles=roles))
        return [each for row in found for each in row.shared_ids]

    assert shared(ORDINARY) == ["a"]
    assert shared(DEPUTIES) == []
    assert shared(GUESTS) == ["c"]
    assert shared(ORDINARY | DEPUTIES) == ["a", "b"]
    assert shared(frozenset(Role)) == ["a", "b", "c"]
    assert shared(frozenset()) == []


def test_leadership_and_operational_seats_are_counted_apart() -> None:
    """A seat of which nobody recorded the level counts for neither, also by organisation."""
    made = network(
        organization("H"),
        organization("I"),
        person("a", "H"),
        person("b", "I"),
        body("X"),
        body("Y"),
        *(seat("a", each, house_level=HouseLevel.LEADERSHIP) for each in "XY"),
        seat("b", "X", house_level=HouseLevel.OPERATIONAL),
        seats("Y", "b"),
    )
    leading = Seats(house_levels=frozenset({HouseLevel.LEADERSHIP}))
    working = Seats(house_levels=frozenset({HouseLevel.OPERATIONAL}))
    assert [row.shared_ids for row in organization_overlap(made, seats=leading)] == [("H",)]
    assert [row.sizes for row in member_overlap(made, seats=leading)] == [(1, 1)]
    assert member_overlap(made, seats=working) == []


@pytest.mark.parametrize(
    ("field", "analysis"),
    [("functions", function_overlap), ("target_groups", target_group_overlap)],
)
def test_words_count_as_the_same_whatever_their_case_and_spacing(
    field: str, analysis: Callable[[Network], list[Overlap]]
) -> None:
    """The words as somebody wrote them are shown; two spellings in one body are one."""
    made = network(
        body("X", **{field: ["Außen  vertreten", "AUSSEN VERTRETEN", "steuern"]}),
        body("Y", **{field: ["außen\u00a0vertreten"]}),
        body("Z"),
    )
    (row,) = analysis(made)
    assert (row.bodies, row.sizes) == (("X", "Y"), (2, 1))
    assert row.shared_ids == ("aussen vertreten",)
    assert row.shared_names == ("AUSSEN VERTRETEN",)
    assert row.containment == (1 / 2, 1.0)


def test_seats_that_count_say_nothing_about_topics() -> None:
    """What a body works on is its own, whoever sits in it."""
    made = network(topic("jobs"), body("X"), body("Y"), work("X", "jobs"), work("Y", "jobs"))
    nobody = Seats(roles=frozenset())
    assert topic_overlap(made, seats=nobody) == topic_overlap(made) != []
