"""Where a graph hangs together by one actor or by one tie."""

from __future__ import annotations

import numpy as np
import rustworkx as rx
from scipy.sparse.csgraph import connected_components

from netmap.analyses.ties import Ties
from netmap.network import Index

Pairs = list[tuple[int, int]]


def components(ties: Ties) -> Index:
    """The number of the component that each actor is in; they are numbered by their first actor.

    Cost: O(|A| + |T|).

    >>> components(Ties.from_pairs(np.array([0], np.int32), np.array([2], np.int32), actors=3))
    array([0, 1, 0], dtype=int32)
    """
    _, labels = connected_components(ties.matrix(), directed=False)
    found: Index = labels.astype(np.int32, copy=False)
    return found


def articulation_points(ties: Ties) -> list[int]:
    """Actors without whom their component falls apart, ascending [1]_.

    Cost: O(|A| + |T|), in rustworkx.

    >>> path = Ties.from_pairs(np.array([0, 1], np.int32), np.array([1, 2], np.int32), actors=3)
    >>> articulation_points(path)
    [1]

    .. [1] J. Hopcroft, R. Tarjan (1973), "Algorithm 447: Efficient Algorithms for Graph
       Manipulation", Communications of the ACM 16(6), 372-378, doi:10.1145/362248.362272
    """
    return sorted(rx.articulation_points(to_rustworkx(ties)))


def bridge_ties(ties: Ties) -> Pairs:
    """Ties without which their component falls apart, the lower actor first, ascending.

    Cost: O(|A| + |T|), in rustworkx.

    >>> path = Ties.from_pairs(np.array([0, 1], np.int32), np.array([1, 2], np.int32), actors=3)
    >>> bridge_ties(path)
    [(0, 1), (1, 2)]
    """
    return sorted((min(pair), max(pair)) for pair in rx.bridges(to_rustworkx(ties)))


def to_rustworkx(ties: Ties) -> rx.PyGraph[None, None]:
    """The same graph in rustworkx; nodes are actors by index."""
    graph: rx.PyGraph[None, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * ties.actors)
    source, target = ties.pairs()
    graph.add_edges_from_no_data(list(zip(source.tolist(), target.tolist(), strict=True)))
    return graph
