"""Groups and kinds of overlap hold what they say in every network."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.analyses.overlaps.groups import overlap_groups
from netmap.analyses.overlaps.limits import OverlapLimits
from netmap.analyses.overlaps.maximal_sets import MaximalSets
from netmap.analyses.overlaps.structure import structure_overlap
from netmap.network import Network

Pairs = list[tuple[str, str]]

# Few persons in few bodies, so that bodies are alike and groups overlap.
pairs = st.lists(
    st.tuples(st.integers(0, 5).map("person {}".format), st.integers(0, 6).map("body {}".format)),
    max_size=45,
)
limits = st.builds(
    OverlapLimits,
    min_jaccard=st.integers(0, 10).map(lambda number: number / 10),
    min_shared=st.integers(1, 3),
)

# How fast one example runs says more about the machine, which other tests share.
untimed = settings(deadline=None)


def brute_force(seats: Pairs, asked: OverlapLimits) -> set[tuple[str, ...]]:
    """Maximal groups by trying every set of bodies."""
    members: dict[str, set[str]] = {}
    for person, body in seats:
        members.setdefault(body, set()).add(person)

    def is_group(bodies: tuple[str, ...]) -> bool:
        if len(set.intersection(*(members[each] for each in bodies))) < asked.min_shared:
            return False
        return all(
            len(members[a] & members[b]) / len(members[a] | members[b]) >= asked.min_jaccard
            for a, b in combinations(bodies, 2)
        )

    every = [
        bodies
        for size in range(3, len(members) + 1)
        for bodies in combinations(sorted(members), size)
        if is_group(bodies)
    ]
    return {each for each in every if not any(set(each) < set(other) for other in every)}


@untimed
@given(pairs, limits)
def test_groups_are_those_of_trying_every_set(seats: Pairs, asked: OverlapLimits) -> None:
    """None is missing, none is too small, and each says what all have in common."""
    found = overlap_groups(Network.from_pairs(seats), limits=asked)
    assert {row.bodies for row in found} == brute_force(seats, asked)
    assert len(found) == len({row.bodies for row in found})
    assert all(row.exhaustive and len(row.member_ids) >= asked.min_shared for row in found)


@untimed
@given(pairs, limits)
def test_where_not_all_groups_are_searched_every_pair_in_one_is_covered(
    seats: Pairs, asked: OverlapLimits
) -> None:
    """What is listed then is maximal, and leaves no overlapping pair of a group out."""
    members: dict[int, set[str]] = {}
    for person, body in seats:
        members.setdefault(int(body.split()[1]), set()).add(person)
    links = {
        a: {b for b in members if a != b and _linked(members[a], members[b], asked)}
        for a in members
    }
    items = {body: frozenset(people) for body, people in members.items()}
    search = MaximalSets(sorted(members), links, items, least=asked.min_shared)
    cover = MaximalSets(sorted(members), links, items, least=asked.min_shared, largest=0)
    assert search.exhaustive
    assert cover.exhaustive == (not members)
    assert set(cover.found) <= set(search.found)
    assert _covered(cover.found) == _covered(search.found)


def _linked(one: set[str], other: set[str], asked: OverlapLimits) -> bool:
    shared = len(one & other)
    return shared >= asked.min_shared and shared / len(one | other) >= asked.min_jaccard


def _covered(groups: list[tuple[int, ...]]) -> set[tuple[int, int]]:
    return {pair for group in groups for pair in combinations(group, 2)}


@untimed
@given(pairs, limits)
def test_a_pair_of_a_group_is_a_row_of_its_own(seats: Pairs, asked: OverlapLimits) -> None:
    """Who asks about pairs misses none of those that a group is made of."""
    made = Network.from_pairs(seats)
    rows = {row.bodies for row in structure_overlap(made, limits=asked)}
    for group in overlap_groups(made, limits=asked):
        assert set(combinations(group.bodies, 2)) <= rows


@untimed
@given(pairs, limits)
def test_other_ids_give_the_same_kinds_and_groups(seats: Pairs, asked: OverlapLimits) -> None:
    """Relabelling, in another order too, changes ids only."""
    turned = [(f"x{person}", f"y{9 - int(body.split()[1])}") for person, body in seats]
    before, after = Network.from_pairs(seats), Network.from_pairs(turned)

    def renamed(bodies: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(f"y{9 - int(body.split()[1])}" for body in bodies))

    assert {(renamed(row.bodies), row.kind) for row in structure_overlap(before, limits=asked)} == {
        (row.bodies, row.kind) for row in structure_overlap(after, limits=asked)
    }
    assert {renamed(row.bodies) for row in overlap_groups(before, limits=asked)} == {
        row.bodies for row in overlap_groups(after, limits=asked)
    }
