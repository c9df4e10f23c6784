"""Measures of graphs agree with networkx, and parts that fall apart with taking actors out."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.analyses.graph.betweenness import betweenness
from netmap.analyses.graph.brokerage import BrokerRole, broker_roles
from netmap.analyses.graph.cut_tree import Cut, CutTree
from netmap.analyses.graph.cuts import articulation_points, bridge_ties, components
from netmap.analyses.graph.holes import constraint, effective_size
from netmap.analyses.ties import Ties
from netmap.network import ABSENT

ACTORS = 9
PAIRS = st.lists(st.tuples(st.integers(0, ACTORS - 1), st.integers(0, ACTORS - 1)), max_size=20)


def both(pairs: list[tuple[int, int]]) -> tuple[Ties, Any]:
    """The same graph twice; loops and repetitions are dropped."""
    ends = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(ACTORS))
    graph.add_edges_from((a, b) for a, b in pairs if a != b)
    return Ties.from_pairs(ends[:, 0], ends[:, 1], actors=ACTORS), graph


@given(PAIRS)
def test_components_and_cuts_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    """Disconnected graphs, isolates, loops and repeated ties included."""
    ties, graph = both(pairs)
    labels = components(ties).tolist()
    parts = sorted(nx.connected_components(graph), key=min)
    assert [labels[actor] for actor in range(ACTORS)] == [
        next(number for number, part in enumerate(parts) if actor in part)
        for actor in range(ACTORS)
    ]
    assert articulation_points(ties) == sorted(nx.articulation_points(graph))
    assert bridge_ties(ties) == sorted((min(e), max(e)) for e in nx.bridges(graph))


@given(PAIRS, st.lists(st.booleans(), min_size=ACTORS, max_size=ACTORS))
def test_what_a_cut_leaves_is_what_taking_out_leaves(
    pairs: list[tuple[int, int]], counting: list[bool]
) -> None:
    """For actors and for ties, with some actors that only connect."""
    ties, graph = both(pairs)
    tree = CutTree.of(ties, np.array(counting))

    def parts(without: Any, around: set[int]) -> list[list[int]]:
        left = [
            sorted(actor for actor in part if counting[actor])
            for part in nx.connected_components(without)
            if part <= around
        ]
        return sorted((part for part in left if part), key=lambda part: (-len(part), part))

    def check(cut: Cut, left: list[list[int]]) -> None:
        told = [list(part) for part in cut.lost]
        main = [part for part in left if part not in told]
        assert len(main) <= 1
        assert cut.main == sum(map(len, main))
        assert all(cut.main >= len(part) for part in told)
        assert sorted(told + main) == sorted(left)

    points = {cut.actors[0]: cut for cut in tree.points(least=0)}
    assert sorted(points) == sorted(nx.articulation_points(graph))
    for actor, cut in points.items():
        around = nx.node_connected_component(graph, actor) - {actor}
        check(cut, parts(graph.subgraph(set(graph) - {actor}), around))
    bridges = {(min(cut.actors), max(cut.actors)): cut for cut in tree.bridges(least=0)}
    assert sorted(bridges) == sorted((min(e), max(e)) for e in nx.bridges(graph))
    for (a, b), cut in bridges.items():
        without = graph.copy()
        without.remove_edge(a, b)
        check(cut, parts(without, nx.node_connected_component(graph, a)))


@given(PAIRS)
def test_betweenness_is_that_of_networkx_exact_and_with_every_actor_a_pivot(
    pairs: list[tuple[int, int]],
) -> None:
    """The sample of all actors has no error but the bound it states."""
    ties, graph = both(pairs)
    expected = list(nx.betweenness_centrality(graph).values())
    assert betweenness(ties).values.tolist() == pytest.approx(expected, abs=1e-9)
    sampled = betweenness(ties, exact_up_to=0, pivots=ACTORS)
    assert sampled.values.tolist() == pytest.approx(expected, abs=1e-9)
    assert sampled.error > 0


@given(PAIRS)
def test_structural_holes_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    """For all actors at once and for some of them."""
    ties, graph = both(pairs)
    for ours, theirs in ((constraint, nx.constraint), (effective_size, nx.effective_size)):
        expected = list(theirs(graph).values())
        assert ours(ties).tolist() == pytest.approx(expected, abs=1e-9, nan_ok=True)
        some = np.array([3, 1], np.int32)
        assert ours(ties, some).tolist() == pytest.approx(
            [expected[3], expected[1]], abs=1e-9, nan_ok=True
        )


@given(PAIRS, st.lists(st.integers(-1, 2), min_size=ACTORS, max_size=ACTORS), st.integers(1, 9))
def test_brokers_are_those_that_counting_triads_finds(
    pairs: list[tuple[int, int]], groups: list[int], work: int
) -> None:
    """Every ordered triple by hand, whatever the size of a block."""
    ends = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    arcs = {(a, b) for a, b in pairs if a != b}
    expected = np.zeros((ACTORS, len(BrokerRole)), dtype=int)
    for a, b, c in permutations(range(ACTORS), 3):
        if (a, b) in arcs and (b, c) in arcs and (a, c) not in arcs:
            of = [groups[each] for each in (a, b, c)]
            if ABSENT not in of:
                expected[b, ROLE_OF[of[0] == of[1], of[1] == of[2], of[0] == of[2]]] += 1
    found = broker_roles(ends[:, 0], ends[:, 1], np.array(groups, np.int32), work=work)
    assert found.tolist() == expected.tolist()


ROLE_OF = {
    (True, True, True): BrokerRole.COORDINATOR,
    (False, False, True): BrokerRole.CONSULTANT,
    (False, True, False): BrokerRole.GATEKEEPER,
    (True, False, False): BrokerRole.REPRESENTATIVE,
    (False, False, False): BrokerRole.LIAISON,
}
"""By whether sender and broker, broker and receiver, sender and receiver are of one group."""
