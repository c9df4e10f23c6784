"""The join of sets equals brute force, to the last pair, whatever comes in."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.analyses.overlaps.set_join import WORK, similar_pairs, similar_pairs_by_block
from netmap.analyses.overlaps.sets import Sets

FAMILIES = st.lists(st.frozensets(st.integers(0, 11), max_size=9), max_size=9)
# Shares that pairs of small sets reach exactly, and ones that they miss by the last bit.
QUOTIENTS = st.builds(
    lambda part, whole: min(part / whole, 1.0), st.integers(0, 12), st.integers(1, 12)
)
THRESHOLDS = st.one_of(QUOTIENTS, QUOTIENTS.map(lambda q: min(float(np.nextafter(q, 2)), 1.0)))


def as_sets(family: list[frozenset[int]], seed: int = 0) -> Sets:
    """The sets as flat arrays, items of each in some order."""
    order = np.random.default_rng(seed)
    items = [int(item) for each in family for item in order.permutation(sorted(each))]
    starts = np.cumsum([0, *map(len, family)])
    return Sets(starts, np.array(items, dtype=np.int32), universe=12)


def brute_force(
    family: list[frozenset[int]], min_jaccard: float, min_containment: float
) -> list[tuple[int, int, int]]:
    """Every pair looked at, thresholds compared as fractions."""
    found = []
    for (first, a), (second, b) in combinations(enumerate(family), 2):
        shared = len(a & b)
        if not shared:
            continue
        # The quotient as a float is what a reader sees and a threshold is read to.
        jaccard = float(Fraction(shared, len(a | b)))
        containment = float(Fraction(shared, min(len(a), len(b))))
        if jaccard >= min_jaccard and containment >= min_containment:
            found.append((first, second, shared))
    return found


def listed(sets: Sets, min_jaccard: float, min_containment: float) -> list[tuple[int, int, int]]:
    """What the join finds."""
    found = similar_pairs(sets, min_jaccard=min_jaccard, min_containment=min_containment)
    return list(zip(*(each.tolist() for each in found), strict=True))


@settings(max_examples=500, deadline=None)
@given(FAMILIES, THRESHOLDS, THRESHOLDS, st.integers(0, 3))
def test_the_join_is_brute_force(
    family: list[frozenset[int]], min_jaccard: float, min_containment: float, seed: int
) -> None:
    """No pair is lost or won, empty and equal sets and exact thresholds included."""
    sets = as_sets(family, seed)
    assert listed(sets, min_jaccard, min_containment) == brute_force(
        family, min_jaccard, min_containment
    )


@settings(max_examples=80, deadline=None)
@given(FAMILIES, THRESHOLDS, THRESHOLDS, st.integers(1, 40))
def test_the_size_of_blocks_changes_nothing(
    family: list[frozenset[int]], min_jaccard: float, min_containment: float, work: int
) -> None:
    """The same pairs come out, once each, however little is done at a time."""
    sets = as_sets(family)
    join = partial(
        similar_pairs_by_block, sets, min_jaccard=min_jaccard, min_containment=min_containment
    )

    def pairs(work: int) -> list[tuple[int, int, int]]:
        return sorted(
            pair
            for block in join(work=work)
            for pair in zip(*(each.tolist() for each in block), strict=True)
        )

    assert pairs(work) == pairs(WORK)


@settings(max_examples=80, deadline=None)
@given(FAMILIES, THRESHOLDS, st.permutations(range(12)))
def test_what_items_are_called_changes_nothing(
    family: list[frozenset[int]], min_jaccard: float, names: list[int]
) -> None:
    """Relabelling the items leaves every pair as it is."""
    renamed = [frozenset(names[item] for item in each) for each in family]
    assert listed(as_sets(renamed), min_jaccard, 0) == listed(as_sets(family), min_jaccard, 0)


def test_large_sets_are_counted_beyond_a_byte() -> None:
    """Sets with 300 common items share 300, in the product and in the prefix join."""
    starts = np.array([0, 400, 800])
    items = np.concatenate([np.arange(400), np.arange(100, 500)]).astype(np.int32)
    sets = Sets(starts, items, universe=500)
    for threshold in (0.0, 0.6):
        assert listed(sets, threshold, 0) == [(0, 1, 300)]
    assert listed(sets, float(np.nextafter(0.6, 1)), 0) == []
