"""Who has much in common and nothing to do with each other: the kernel finds what force finds."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.analyses.missing.apart import pairs_apart, pairs_without_short_path
from netmap.analyses.overlaps.sets import Sets
from netmap.analyses.paths import distances
from netmap.analyses.runs import starts_of
from netmap.analyses.ties import Ties

_ITEMS = 6
_set = st.frozensets(st.integers(0, _ITEMS - 1), max_size=4)
_families = st.integers(0, 14).flatmap(
    lambda actors: st.tuples(*(st.lists(_set, min_size=actors, max_size=actors),) * 2)
)
_shares = st.sampled_from([0.0, 0.25, 1 / 3, 0.5, 2 / 3, 1.0])
_works = st.sampled_from([1, 3, 1 << 20])


def sets_of(family: list[frozenset[int]]) -> Sets:
    """The same as flat arrays, in no order within a set."""
    items = [item for each in family for item in sorted(each, reverse=True)]
    starts = starts_of(np.array([len(each) for each in family], dtype=np.int64))
    return Sets(starts, np.array(items, dtype=np.int32), _ITEMS)


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Common items by all items."""
    return len(a & b) / len(a | b) if a | b else 0.0


@settings(deadline=None)
@given(_families, _shares, _works)
def test_without_a_bound_all_pairs_are_those_of_brute_force(
    families: tuple[list[frozenset[int]], list[frozenset[int]]], least: float, work: int
) -> None:
    """Each once, ascending, with the number of common items."""
    alike, contacts = families
    expected = [
        (a, b, len(alike[a] & alike[b]))
        for a, b in combinations(range(len(alike)), 2)
        if alike[a] & alike[b]
        and jaccard(alike[a], alike[b]) >= least
        and not contacts[a] & contacts[b]
    ]
    found = pairs_apart(sets_of(alike), sets_of(contacts), min_jaccard=least, work=work)
    assert list(zip(*(each.tolist() for each in found), strict=True)) == expected


@settings(deadline=None)
@given(_families, _shares, st.integers(1, 4), _works)
def test_with_a_bound_each_goes_through_the_others_in_the_order_that_is_said(
    families: tuple[list[frozenset[int]], list[frozenset[int]]], least: float, most: int, work: int
) -> None:
    """Most similar first, then by profile, then round the circle from the own place."""
    alike, contacts = families
    profiles: dict[tuple[int, ...], list[int]] = {}
    for actor, items in enumerate(alike):
        if items:
            profiles.setdefault(tuple(sorted(items)), []).append(actor)
    in_order = sorted(profiles, key=lambda profile: (len(profile), profile))
    expected = set()
    for actor, items in enumerate(alike):
        own = tuple(sorted(items))
        close = [
            (-jaccard(items, frozenset(profile)), number, profile)
            for number, profile in enumerate(in_order)
            if items & frozenset(profile) and jaccard(items, frozenset(profile)) >= least
        ]
        through = [
            profiles[profile][(profiles[own].index(actor) + step) % len(profiles[profile])]
            for _, _, profile in sorted(close)
            for step in (
                range(1, len(profiles[profile]))
                if profile == own
                else range(len(profiles[profile]))
            )
        ]
        free = [other for other in through if not contacts[actor] & contacts[other]]
        expected |= {(min(actor, other), max(actor, other)) for other in free[:most]}
    found = pairs_apart(sets_of(alike), sets_of(contacts), min_jaccard=least, most=most, work=work)
    assert list(zip(found.first.tolist(), found.second.tolist(), strict=True)) == sorted(expected)


_actor = st.integers(0, 11)


@settings(deadline=None)
@given(
    st.lists(_set, min_size=12, max_size=12),
    st.lists(st.tuples(_actor, _actor), max_size=14),
    _shares,
)
def test_a_short_path_is_one_of_at_most_two_ties(
    alike: list[frozenset[int]], tied: list[tuple[int, int]], least: float
) -> None:
    """By breadth-first search from each."""
    edges = np.array(tied, dtype=np.int32).reshape(-1, 2)
    ties = Ties.from_pairs(edges[:, 0], edges[:, 1], actors=12)
    near = [set(np.flatnonzero(distances(ties, [each], most=2)[0] >= 0)) for each in range(12)]
    expected = [
        (a, b)
        for a, b in combinations(range(12), 2)
        if alike[a] & alike[b] and jaccard(alike[a], alike[b]) >= least and b not in near[a]
    ]
    found = pairs_without_short_path(sets_of(alike), ties, min_jaccard=least)
    assert list(zip(found.first.tolist(), found.second.tolist(), strict=True)) == expected
