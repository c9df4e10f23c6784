"""Groups of more than two bodies that overlap as a whole."""

from __future__ import annotations

from netmap.analyses.overlaps.groups import overlap_groups
from netmap.analyses.overlaps.limits import OverlapLimits
from netmap.analyses.overlaps.maximal_sets import LARGEST_SEARCHED, MaximalSets
from netmap.network import Network
from tests.small_networks import body, network, organization, person, seats, topic, work


def sitting(**members: str) -> Network:
    """Bodies by name with members named by letters."""
    return Network.from_pairs(
        (member, name) for name, letters in members.items() for member in letters
    )


def groups(made: Network, **limits: float) -> list[tuple[str, str]]:
    """Bodies and common members of each group, joined."""
    found = overlap_groups(made, limits=OverlapLimits.model_validate(limits))
    return [("".join(row.bodies), "".join(row.member_ids)) for row in found]


def test_three_bodies_of_the_same_people_are_a_group() -> None:
    """Two of them are a pair and no group."""
    assert groups(sitting(A="abcd", B="abcd", C="abcde")) == [("ABC", "abcd")]
    assert groups(sitting(A="abcd", B="abcd", C="xyz")) == []


def test_pairs_that_overlap_one_after_the_other_are_no_group_of_all() -> None:
    """A and C have half of all members of each with B, but only two with each other."""
    assert groups(sitting(A="abcd", B="abcdef", C="cdefg")) == []


def test_all_of_a_group_have_enough_members_in_common() -> None:
    """Each two share four of six, all three no more than three."""
    made = sitting(A="abcdx", B="abcey", C="abcfz")
    assert groups(made, min_jaccard=0.4) == [("ABC", "abc")]
    assert groups(made, min_jaccard=0.4, min_shared=4) == []


def test_groups_may_share_bodies_and_are_as_large_as_possible() -> None:
    """The largest comes first."""
    made = sitting(A="abcdef", B="abcdef", C="abcdef", D="abcdefgh", E="abcdefghij", F="defghijk")
    found = groups(made, min_jaccard=0.6)
    assert found == [("ABCDE", "abcdef")]
    assert ("DEF", "defgh") in groups(made, min_jaccard=0.45)


def test_a_subgroup_and_its_parent_are_no_link_of_a_group() -> None:
    """Sisters are."""
    found = overlap_groups(
        network(
            [person(each) for each in "abc"],
            body("P"),
            [body(each, parent_id="P") for each in "ABC"],
            [record for each in "PABC" for record in seats(each, *"abc")],
        )
    )
    assert [row.bodies for row in found] == [("A", "B", "C")]


def test_a_group_names_what_all_have_and_counts_hours() -> None:
    """All but the body that meets most often fall away; what the law requires is not merged."""
    records = [
        organization("H", name="Haus"),
        *(person(each, "H", name=f"Frau {each}") for each in "abc"),
        topic("s"),
        topic("t"),
        body("A", meetings_per_year=6),
        body("B", meetings_per_year=4),
        body("C", meetings_per_year=2),
        *(record for each in "ABC" for record in seats(each, *"abc")),
        *work("A", "s", "t"),
        *work("B", "s"),
        *work("C", "s", "t"),
    ]
    (row,) = overlap_groups(network(records))
    assert row.member_names == ("Frau a", "Frau b", "Frau c")
    assert (row.organization_names, row.topic_ids) == (("Haus",), ("s",))
    assert (row.sizes, row.min_jaccard, row.exhaustive) == ((3, 3, 3), 1.0, True)
    assert (row.hours.merger, row.hours.joint_date) == ((4 + 2) * 3 * 2, (4 + 2) * 3)
    legal = [
        each.model_copy(update={"legal_basis": "§ 1"}) if each.id == "B" else each
        for each in records
    ]
    (row,) = overlap_groups(network(legal))
    assert (row.legal_basis_ids, row.hours.merger) == (("B",), None)


def test_a_component_too_large_to_search_is_covered() -> None:
    """Bodies of which each misses another member are one group, found at once."""
    count = LARGEST_SEARCHED + 20
    everybody = frozenset(range(count))
    items = {node: everybody - {node} for node in range(count)}
    links = {node: set(range(count)) - {node} for node in range(count)}
    found = MaximalSets(range(count), links, items, least=3)
    assert not found.exhaustive
    covered = {(a, b) for each in found.found for a in each for b in each if a < b}
    assert covered == {(a, b) for a in range(count) for b in range(count) if a < b}


def test_nearly_equal_bodies_are_taken_as_a_whole() -> None:
    """Without that, a hundred of them would be two to the hundred sets."""
    items = {node: frozenset(range(200)) - {node} for node in range(LARGEST_SEARCHED)}
    links = {node: set(items) - {node} for node in items}
    found = MaximalSets(sorted(items), links, items, least=3)
    assert found.exhaustive
    assert found.found == [tuple(range(LARGEST_SEARCHED))]
