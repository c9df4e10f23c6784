"""Zachary's karate club, which fell apart, and whose two halves and hinges are known.

W. W. Zachary (1977), "An Information Flow Model for Conflict and Fission in Small Groups", Journal
of Anthropological Research 33(4), 452-473, doi:10.1086/jar.33.4.3629752. The largest modularity of
any division, 0.4198, in U. Brandes et al. (2008), "On Modularity Clustering", IEEE Transactions on
Knowledge and Data Engineering 20(2), 172-188, doi:10.1109/TKDE.2007.190689.
"""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from netmap.analyses.communities import leiden
from netmap.analyses.graph.betweenness import betweenness
from netmap.analyses.graph.cuts import articulation_points
from netmap.analyses.ties import Ties

CLUB = nx.karate_club_graph()
ENDS = np.array(CLUB.edges, np.int32)
TIES = Ties.from_pairs(ENDS[:, 0], ENDS[:, 1], actors=34)


def test_the_best_division_is_found() -> None:
    """Four communities of modularity 0.4198."""
    modularity, label = leiden(TIES)
    assert modularity == pytest.approx(0.4198, abs=5e-5)
    assert len(set(label.values())) == 4


def test_the_instructor_is_the_one_hinge() -> None:
    """Member 1 holds the group of five that has no other way to the club."""
    assert articulation_points(TIES) == [0]


def test_instructor_and_officer_lie_between_most() -> None:
    """Members 1 and 34, between whom the club split."""
    values = betweenness(TIES).values
    assert sorted(np.argsort(values)[-2:].tolist()) == [0, 33]
    assert values[0] == pytest.approx(0.4376, abs=5e-5)
