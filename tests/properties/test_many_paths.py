"""Many ways at once are the ways found one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.analyses.many_paths import shortest_paths
from netmap.analyses.paths import shortest_path
from netmap.analyses.ties import Ties

_ACTORS = 90
_actor = st.integers(0, _ACTORS - 1)
_pairs = st.lists(st.tuples(_actor, _actor), max_size=150)


@settings(deadline=None)
@given(_pairs, _pairs)
def test_ways_are_those_of_one_pair_at_a_time(
    tied: list[tuple[int, int]], asked: list[tuple[int, int]]
) -> None:
    """For any graph, more sources than fit in one word among them, in the order asked."""
    edges = np.array(tied, dtype=np.int32).reshape(-1, 2)
    ties = Ties.from_pairs(edges[:, 0], edges[:, 1], actors=_ACTORS)
    ends = np.array(asked, dtype=np.int32).reshape(-1, 2)
    found = shortest_paths(ties, ends[:, 0], ends[:, 1])
    assert found == [shortest_path(ties, source, target) for source, target in asked]


def test_no_actors_and_nothing_asked_are_no_ways() -> None:
    """The smallest graph there is."""
    none = np.empty(0, dtype=np.int32)
    assert shortest_paths(Ties.from_pairs(none, none, actors=0), none, none) == []
