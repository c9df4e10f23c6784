"""Measures of graphs agree with networkx, and parts that fall apart with taking actors out."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.analyses.graph.betweenness import betweenness
from netmap.analyses.graph.cuts import CutTree, articulation_points, bridge_ties, components
from netmap.analyses.graph.holes import constraint, effective_size
from netmap.analyses.ties import Ties

ACTORS = 9
PAIRS = st.lists(st.tuples(st.integers(0, ACTORS - 1), st.integers(0, ACTORS - 1)), max_size=20)


def both(pairs: list[tuple[int, int]]) -> tuple[Ties, nx.Graph[int]]:
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
    """For actors and for ties, with some actors weighing nothing."""
    ties, graph = both(pairs)
    tree = CutTree.of(ties, np.array(counting))

    def weights(parts: list[set[int]]) -> list[int]:
        return sorted((sum(counting[a] for a in part) for part in parts), reverse=True)

    assert list(tree.cuts) == sorted(nx.articulation_points(graph))
    for actor, left in tree.cuts.items():
        component = nx.node_connected_component(graph, actor) - {actor}
        assert left == weights(list(nx.connected_components(graph.subgraph(component))))
    for (a, b), sides in tree.bridges.items():
        without = graph.copy()
        without.remove_edge(a, b)
        assert sides == tuple(
            sum(counting[each] for each in nx.node_connected_component(without, end))
            for end in (a, b)
        )


@given(PAIRS)
def test_betweenness_is_that_of_networkx_exact_and_with_every_actor_a_pivot(
    pairs: list[tuple[int, int]],
) -> None:
    """The sample of all actors has no error but the bound it states."""
    ties, graph = both(pairs)
    expected = list(nx.betweenness_centrality(graph).values())
    assert betweenness(ties).values.tolist() == pytest.approx(expected, abs=1e-12)
    sampled = betweenness(ties, exact_up_to=0, pivots=ACTORS)
    assert sampled.values.tolist() == pytest.approx(expected, abs=1e-12)
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
