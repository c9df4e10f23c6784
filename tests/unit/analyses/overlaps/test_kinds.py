"""What kind of overlap two bodies have, rule by rule and in their order."""

from __future__ import annotations

from typing import Any

import pytest

from netmap.analyses.overlaps.facts import OverlapFact, days_between
from netmap.analyses.overlaps.kinds import OverlapKind
from netmap.analyses.overlaps.limits import OverlapLimits
from netmap.analyses.overlaps.structure import StructureOverlap, structure_overlap
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Level, Role, Status
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

Fields = dict[str, Any]


def two(
    first: Fields | None = None,
    second: Fields | None = None,
    *,
    in_first: str = "abcde",
    in_second: str = "abcd",
    topics: tuple[str, str] = ("s", "s"),
) -> list[Record]:
    """Bodies A and B with members named by letters and topics s, t, u … named by letters."""
    return [
        *(person(each) for each in "abcdefghij"),
        *(topic(each) for each in "stuvw"),
        body("A", **(first or {})),
        body("B", **(second or {})),
        *seats("A", *in_first),
        *seats("B", *in_second),
        *work("A", *topics[0]),
        *work("B", *topics[1]),
    ]


def kind_of(records: list[Record], **limits: Any) -> tuple[str, list[tuple[str, str]]]:
    """Kind and reasons of the one pair, the bodies of a reason joined by arrows."""
    (row,) = structure_overlap(network(records), limits=OverlapLimits(**limits))
    return row.kind.value, [(each.fact.value, ">".join(each.bodies)) for each in row.reasons]


def test_the_same_people_on_the_same_topics_are_nearly_one_body() -> None:
    """Four of five members and the one topic."""
    assert kind_of(two()) == (
        "near_duplicate",
        [("same_members", "A>B"), ("same_topics", "A>B")],
    )


def test_the_same_people_on_other_topics_could_meet_back_to_back() -> None:
    """No common topic, or less than half of all; both have some recorded."""
    for topics in (("s", "t"), ("st", "tuv")):
        assert kind_of(two(topics=topics)) == (
            "same_people_other_topics",
            [("same_members", "A>B"), ("other_topics", "A>B")],
        )


def test_who_does_something_else_on_the_same_topic_is_no_duplicate() -> None:
    """Functions that are recorded for both and have nothing in common."""
    other = two({"functions": ("steuern",)}, {"functions": ("umsetzen",)})
    assert kind_of(other) == (
        "same_people_other_topics",
        [("same_members", "A>B"), ("other_functions", "A>B")],
    )
    assert kind_of(two({"functions": ("steuern",)}))[0] == "near_duplicate"


def test_topics_that_nobody_recorded_are_neither_the_same_nor_others() -> None:
    """Unknown is not no: the kind stays open, and the row says of whom too little is known."""
    for topics, unknown in ((("", ""), "A>B"), (("s", ""), "B")):
        assert kind_of(two(topics=topics)) == (
            "unclear",
            [("same_members", "A>B"), ("topics_not_recorded", unknown)],
        )


def test_the_same_topic_with_other_people_could_exchange() -> None:
    """One common member of eight is few."""
    assert kind_of(two(in_first="abcd", in_second="defg")) == (
        "same_topics_other_people",
        [("same_topics", "A>B"), ("other_members", "A>B")],
    )


def test_the_same_topic_with_members_that_nobody_recorded_stays_open() -> None:
    """It may be the same people or others."""
    assert kind_of(two(in_second="")) == (
        "unclear",
        [("same_topics", "A>B"), ("members_not_recorded", "B")],
    )


def test_houses_that_send_others_are_told_apart_from_people_who_sit_in_both() -> None:
    """On the same topic it is that kind, with the houses as a further reason."""
    houses = [organization(each) for each in "XYZ"]
    people = [person(f"{house}{number}", house) for house in "XYZ" for number in (1, 2)]
    made = [*houses, *people, topic("s"), body("A"), body("B")]
    made += [*seats("A", "X1", "Y1", "Z1"), *seats("B", "X2", "Y2", "Z2")]
    assert kind_of(made) == (
        "same_organizations",
        [("same_organizations", "A>B"), ("other_members", "A>B")],
    )
    assert kind_of([*made, *work("A", "s"), *work("B", "s")]) == (
        "same_topics_other_people",
        [("same_topics", "A>B"), ("other_members", "A>B"), ("same_organizations", "A>B")],
    )


def test_a_body_almost_wholly_in_a_larger_one_may_be_its_part() -> None:
    """Four of five members, of nine; it comes first in the reason, whatever its id."""
    assert kind_of(two(in_first="abcde", in_second="abcdfghij", topics=("", ""))) == (
        "within",
        [("within", "A>B")],
    )
    assert kind_of(two(in_first="abcdfghij", in_second="abcde", topics=("", ""))) == (
        "within",
        [("within", "B>A")],
    )


def test_a_recorded_part_is_a_subgroup_whatever_both_share() -> None:
    """At any depth; the part comes first in the reason."""
    assert kind_of(two(second={"parent_id": "A"})) == ("subgroup", [("part_of", "B>A")])
    deep = [*two(second={"parent_id": "M"}), organization("M", parent_id="A")]
    assert kind_of(deep) == ("subgroup", [("part_of", "B>A")])


def test_what_the_law_requires_is_coordinated() -> None:
    """Before anything else that could be said but succession and subgroup."""
    legal = {"legal_basis": "§ 78 SGB VIII"}
    assert kind_of(two(legal)) == ("other_competence", [("legal_basis", "A")])
    assert kind_of(two(legal, legal)) == (
        "other_competence",
        [("legal_basis", "A"), ("legal_basis", "B")],
    )
    assert kind_of(two(legal, {"parent_id": "A"}))[0] == "subgroup"
    assert kind_of(two(legal, {"status": Status.DORMANT}))[0] == "other_competence"


def test_a_dormant_or_ad_hoc_body_stands_beside_one_that_stays() -> None:
    """Every sign is named."""
    standing = {"level": Level.OPERATIONAL}
    assert kind_of(two(standing, {"status": Status.DORMANT})) == (
        "dormant_or_ad_hoc",
        [("dormant", "B")],
    )
    assert kind_of(two({"level": Level.AD_HOC, "meetings_per_year": 0}, standing)) == (
        "dormant_or_ad_hoc",
        [("no_meetings", "A"), ("ad_hoc", "A")],
    )
    assert kind_of(two({"status": Status.MERGED}, {"meetings_per_year": 4})) == (
        "dormant_or_ad_hoc",
        [("dissolved", "A")],
    )


def test_beside_a_body_of_which_nothing_is_recorded_nobody_is_passing() -> None:
    """It may itself be ad hoc; and of two dormant bodies neither stays."""
    assert kind_of(two(second={"level": Level.AD_HOC}))[0] == "near_duplicate"
    dormant = {"status": Status.DORMANT, "level": Level.OPERATIONAL}
    assert kind_of(two(dormant, dormant))[0] == "near_duplicate"


def test_who_may_decide_on_other_matters_is_coordinated() -> None:
    """Competence in words, without regard to case and spacing, and the level."""
    one, other = {"competence": "Entscheidet über Mittel"}, {"competence": "berät"}
    assert kind_of(two(one, other)) == ("other_competence", [("other_competence", "A>B")])
    assert kind_of(two(one, {"competence": "entscheidet  ÜBER Mittel"}))[0] == "near_duplicate"
    assert kind_of(two(one))[0] == "near_duplicate"
    levels = two({"level": Level.STEERING}, {"level": Level.OPERATIONAL})
    assert kind_of(levels) == ("other_competence", [("other_level", "A>B")])


def test_thresholds_decide_what_counts_as_the_same() -> None:
    """Two of five are not half; where less is enough they are the same."""
    few = two(in_first="abcde", in_second="abfg", topics=("st", "tu"))
    assert structure_overlap(network(few)) == []
    kind, _ = kind_of(few, min_jaccard=2 / 7, min_shared=2, min_topic_jaccard=1 / 3)
    assert kind == "near_duplicate"


def test_three_is_the_least_that_says_something() -> None:
    """Two common members of two are a pair of people, no structure; topics alone still count."""
    assert structure_overlap(network(two(in_first="ab", in_second="ab", topics=("", "")))) == []
    assert kind_of(two(in_first="ab", in_second="ab"))[0] == "same_topics_other_people"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"level": Level.STEERING}, {"level": Level.OPERATIONAL}),
        ({"territory": "Nord"}, {"territory": "Süd"}),
        ({"parent_id": "B"}, {}),
    ],
)
def test_topics_alone_join_nobody_across_levels_and_municipalities(
    first: Fields, second: Fields
) -> None:
    """That they work on the same is what they are there for."""
    assert structure_overlap(network(two(first, second, in_first="ab", in_second="cd"))) == []


def test_a_topic_that_very_many_bodies_work_on_joins_nobody_by_itself() -> None:
    """It is what the network is about; who shares people as well is listed all the same."""
    made = [
        topic("s"),
        *(person(each) for each in "abc"),
        *(body(f"B{number}") for number in range(4)),
        *(record for number in range(4) for record in work(f"B{number}", "s")),
        *seats("B0", *"abc"),
        *seats("B1", *"abc"),
    ]

    def listed(most: int) -> int:
        limits = OverlapLimits(most_on_same_topics=most)
        return len(structure_overlap(network(made), limits=limits))

    assert (listed(3), listed(2)) == (6, 1)


def rows(records: list[Record], as_of: str) -> list[StructureOverlap]:
    """Rows at a date."""
    return structure_overlap(network(records, as_of=as_of))


def test_a_body_that_began_as_another_ended_may_be_its_successor() -> None:
    """With the same members; seen at dates of either, and only where one of both is there."""
    made = two({"end_date": "2023"}, {"start_date": "2024-02"})
    for as_of in ("2022", "2025"):
        (row,) = rows(made, as_of)
        assert row.kind is OverlapKind.SUCCESSION
        assert [(each.fact, each.bodies) for each in row.reasons] == [
            (OverlapFact.ENDS_AS_OTHER_BEGINS, ("A", "B")),
            (OverlapFact.SAME_MEMBERS, ("A", "B")),
        ]
        assert (row.members.shared, row.hours) == (4, None)
    assert rows(made, "2024-01-15") == []


def test_a_successor_is_found_by_seats_that_have_ended_with_the_body() -> None:
    """All seats that a body ever had count, as its seats ended when it did."""
    made: list[Record] = [
        *(person(each) for each in "abc"),
        body("A", end_date="2023"),
        body("B", start_date="2024"),
        *(seat(each, "A", end_date="2023-12-31") for each in "abc"),
        *(seat(each, "B", start_date="2024") for each in "abc"),
    ]
    assert [row.kind for row in rows(made, "2025")] == [OverlapKind.SUCCESSION]


def test_who_starts_long_after_or_ends_before_the_other_is_no_successor() -> None:
    """A year later is another beginning; unknown dates say nothing."""
    assert rows(two({"end_date": "2022"}, {"start_date": "2024"}), "2025") == []
    assert rows(two({"end_date": "2023"}), "2025") == []
    assert rows(two({"start_date": "2024"}, {"end_date": "2023"}), "2025") != []
    short = two({"end_date": "2023-12-31"}, {"start_date": "2023-11", "end_date": "2023-11"})
    assert rows(short, "2023-12-15") == []


def test_a_recorded_successor_needs_nothing_in_common() -> None:
    """Somebody knows; and also where both are still there."""
    apart = {"in_first": "ab", "in_second": "cd", "topics": ("", "")}
    gone = two({"end_date": "2023", "successor_id": "B"}, **apart)  # type: ignore[arg-type]
    there = two({"successor_id": "B"}, **apart)  # type: ignore[arg-type]
    for made in (gone, there):
        (row,) = rows(made, "2025")
        assert row.kind is OverlapKind.SUCCESSION
        assert [(each.fact, each.bodies) for each in row.reasons] == [
            (OverlapFact.SUCCESSOR_RECORDED, ("A", "B"))
        ]
    (row,) = rows(two({"successor_id": "B"}), "2025")
    assert row.kind is OverlapKind.SUCCESSION


def test_a_successor_of_itself_is_none() -> None:
    """Faulty lists have it."""
    assert kind_of(two({"successor_id": "A"}))[0] == "near_duplicate"


def test_days_between_partial_dates_are_the_least_possible() -> None:
    """A year may stand for any of its days."""
    assert days_between("2023", "2023-05-01") == 0
    assert days_between("2023-12-31", "2024-01-01") == 1
    assert days_between("2024-03-01", "2024-02") == 1


def test_a_row_shows_every_part_and_null_where_nothing_is_recorded() -> None:
    """Nobody knows what is shared of what nobody recorded."""
    made = network(
        two({"functions": ("steuern",), "target_groups": ("Eltern",)}, {"functions": ("Steuern",)})
    )
    (row,) = structure_overlap(made)
    assert row.members == row.persons
    assert (row.members.sizes, row.members.jaccard, row.members.containment) == (
        (5, 4),
        4 / 5,
        (4 / 5, 1.0),
    )
    assert (row.functions.shared_ids, row.functions.shared_names) == (("steuern",), ("Steuern",))
    assert (row.target_groups.sizes, row.target_groups.jaccard) == ((1, 0), None)
    assert (row.organizations.jaccard, row.organizations.containment) == (None, None)
    assert row.topics.overlap_coefficient == 1.0


def test_hours_count_who_is_expected_at_every_meeting() -> None:
    """Five meetings at the most fall away; a guest and a deputy lose nothing by either."""
    made = network(
        [person(each) for each in "abcde"],
        body("A", meetings_per_year=6),
        body("B", meetings_per_year=5),
        seats("A", *"abcde"),
        seats("B", *"abc"),
        seat("d", "B", role=Role.GUEST),
        seat("e", "B", role=Role.DEPUTY_MEMBER),
    )
    (row,) = structure_overlap(made, limits=OverlapLimits(hours_per_meeting=3))
    assert row.members.shared == 5
    assert row.hours is not None
    assert (row.hours.members_in_all, row.hours.meetings_per_year) == (3, (6, 5))
    assert (row.hours.merger, row.hours.joint_date) == (5 * 3 * 3, 5 * 3 * 1)


def test_meetings_or_members_that_are_not_known_give_no_number() -> None:
    """Never zero; and who is never merged has no hours of a merger."""

    def hours(records: list[Record]) -> tuple[float | None, float | None]:
        (row,) = structure_overlap(network(records))
        assert row.hours is not None
        return row.hours.merger, row.hours.joint_date

    known = {"meetings_per_year": 4}
    assert hours(two(known)) == (None, None)
    assert hours(two(known, known, in_second="")) == (None, None)
    assert hours(two(known, known)) == (32, 16)
    assert hours(two(known, known | {"legal_basis": "§ 1"})) == (None, 16)


def test_rows_come_by_kind_then_by_what_members_share() -> None:
    """In the order of the kinds."""
    made: Network = network(
        [person(each) for each in "abcdef"],
        topic("s"),
        [body(each) for each in "PQRS"],
        seats("P", *"abcdef"),
        seats("Q", *"abcde"),
        seats("R", *"abcd"),
        seats("S", *"abcd"),
        [record for each in "PQ" for record in work(each, "s")],
    )
    found = [(row.kind.value, row.bodies) for row in structure_overlap(made)]
    assert found[0] == ("near_duplicate", ("P", "Q"))
    assert found[1:] == [
        ("unclear", pair) for pair in (("R", "S"), ("Q", "R"), ("Q", "S"), ("P", "R"), ("P", "S"))
    ]
