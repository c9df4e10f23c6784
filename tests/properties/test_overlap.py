"""What holds of overlap in every network."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.analyses.overlaps.seats import Seats
from netmap.analyses.overlaps.shared import Overlap, member_overlap
from netmap.model import Membership
from netmap.network import Network
from netmap.vocabulary import Role

Pairs = list[tuple[str, str]]

pairs = st.lists(
    st.tuples(
        st.integers(0, 7).map(lambda number: f"person {number}"),
        st.integers(0, 5).map(lambda number: f"body {number}"),
    ),
    max_size=40,
)
shares = st.integers(0, 20).map(lambda number: number / 20) | st.floats(0, 1)

# How fast one example runs says more about the machine, which other tests share.
untimed = settings(deadline=None)


def brute_force(seats: Pairs, min_jaccard: float, min_containment: float) -> list[Overlap]:
    """The same rows by sets and exact fractions."""
    members: dict[str, set[str]] = {}
    for person, body in seats:
        members.setdefault(body, set()).add(person)
    rows = []
    for a, b in combinations(sorted(members), 2):
        shared = sorted(members[a] & members[b])
        if not shared:
            continue
        jaccard = Fraction(len(shared), len(members[a] | members[b]))
        shares = (Fraction(len(shared), len(members[a])), Fraction(len(shared), len(members[b])))
        if _reaches(jaccard, min_jaccard) and _reaches(max(shares), min_containment):
            row = Overlap(
                bodies=(a, b),
                names=(a, b),
                sizes=(len(members[a]), len(members[b])),
                shared=len(shared),
                shared_ids=tuple(shared),
                shared_names=tuple(shared),
                jaccard=float(jaccard),
                overlap_coefficient=float(max(shares)),
                containment=(float(shares[0]), float(shares[1])),
                nested=False,
            )
            rows.append((-jaccard, a, b, row))
    return [row for *_, row in sorted(rows, key=lambda each: each[:3])]


def _reaches(value: Fraction, threshold: float) -> bool:
    """Whether a share reaches a threshold as it is written, or as a row shows the share."""
    return value >= Fraction(repr(threshold)) or float(value) == threshold


@untimed
@given(pairs, shares, shares)
def test_overlap_equals_sets_and_exact_fractions(
    seats: Pairs, min_jaccard: float, min_containment: float
) -> None:
    """Rows, order and thresholds are those of an exact computation: nothing is lost to rounding."""
    found = member_overlap(
        Network.from_pairs(seats), min_jaccard=min_jaccard, min_containment=min_containment
    )
    assert found == brute_force(seats, min_jaccard, min_containment)


@untimed
@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(seats: Pairs, random: Random) -> None:
    """Shuffled seats give the same rows in the same order."""
    shuffled = list(seats)
    random.shuffle(shuffled)
    assert member_overlap(Network.from_pairs(shuffled)) == member_overlap(Network.from_pairs(seats))


@untimed
@given(pairs)
def test_other_ids_give_the_same_numbers(seats: Pairs) -> None:
    """Relabelling in the same order changes ids only."""
    relabelled = [(f"x{person}", f"y{body}") for person, body in seats]
    before = member_overlap(Network.from_pairs(seats))
    after = member_overlap(Network.from_pairs(relabelled))
    assert [(row.sizes, row.shared, row.jaccard) for row in after] == [
        (row.sizes, row.shared, row.jaccard) for row in before
    ]
    assert [row.bodies for row in after] == [
        (f"y{row.bodies[0]}", f"y{row.bodies[1]}") for row in before
    ]


@untimed
@given(pairs, pairs)
def test_further_seats_never_lower_what_is_shared(seats: Pairs, more: Pairs) -> None:
    """Who sat in both bodies before still does."""
    before = {row.bodies: row for row in member_overlap(Network.from_pairs(seats))}
    after = {row.bodies: row for row in member_overlap(Network.from_pairs(seats + more))}
    for bodies, row in before.items():
        assert after[bodies].shared >= row.shared
        assert set(after[bodies].shared_ids) >= set(row.shared_ids)


@untimed
@given(pairs)
def test_every_row_adds_up(seats: Pairs) -> None:
    """Shared members are in neither body more than it has, and the shares say the same."""
    for row in member_overlap(Network.from_pairs(seats)):
        assert 1 <= row.shared == len(row.shared_ids) <= min(row.sizes)
        assert row.bodies[0] < row.bodies[1]
        assert row.jaccard <= min(row.containment) <= max(row.containment) <= 1
        assert row.overlap_coefficient == max(row.containment)


@untimed
@given(pairs)
def test_equal_disjoint_and_contained_bodies_are_as_sets_are(seats: Pairs) -> None:
    """Identity gives one, a subset a containment of one, and the whole holds every part."""
    bodies = sorted({body for _, body in seats})
    copies = [(person, f"copy of {body}") for person, body in seats]
    whole = [(person, "whole") for person, _ in seats]
    rows = {row.bodies: row for row in member_overlap(Network.from_pairs(seats + copies + whole))}
    for body in bodies:
        same = rows[body, f"copy of {body}"]
        assert (same.jaccard, same.containment) == (1.0, (1.0, 1.0))
        part = rows[body, "whole"]
        assert part.containment[0] == 1.0
        assert part.shared == part.sizes[0] <= part.sizes[1]


@untimed
@given(pairs, st.frozensets(st.sampled_from(Role)), st.randoms(use_true_random=False))
def test_counting_more_roles_never_lowers_what_is_shared(
    seats: Pairs, roles: frozenset[Role], random: Random
) -> None:
    """A filter takes seats away and adds none."""
    made = Network.from_records(
        record.model_copy(update={"role": random.choice(list(Role))})
        if isinstance(record, Membership)
        else record
        for record in Network.from_pairs(seats).all_records()
    )
    every = {row.bodies: set(row.shared_ids) for row in member_overlap(made)}
    for row in member_overlap(made, seats=Seats(roles=roles)):
        assert set(row.shared_ids) <= every[row.bodies]
