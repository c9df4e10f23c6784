"""Where a graph hangs together by one actor or one tie, and what falls apart without it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from netmap.analyses.runs import Counts, starts_of
from netmap.analyses.ties import Ties
from netmap.network import ABSENT, Index

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
    return sorted(rx.articulation_points(_graph(ties)))


def bridge_ties(ties: Ties) -> Pairs:
    """Ties without which their component falls apart, the lower actor first, ascending.

    Cost: O(|A| + |T|), in rustworkx.

    >>> path = Ties.from_pairs(np.array([0, 1], np.int32), np.array([1, 2], np.int32), actors=3)
    >>> bridge_ties(path)
    [(0, 1), (1, 2)]
    """
    return sorted((min(pair), max(pair)) for pair in rx.bridges(_graph(ties)))


def _graph(ties: Ties) -> rx.PyGraph[None, None]:
    graph: rx.PyGraph[None, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * ties.actors)
    source, target = ties.pairs()
    graph.add_edges_from_no_data(list(zip(source.tolist(), target.tolist(), strict=True)))
    return graph


@dataclass(frozen=True, eq=False)
class CutTree:
    """Blocks and articulation points of a graph as a forest, weighed.

    A block is a largest part that no single actor's leaving tears apart. Blocks and articulation
    points alternate in a forest; cutting at one place leaves the branches that hang there.

    Attributes:
        cuts: For each articulation point the weights of all parts that its leaving would leave,
            the largest first.
        bridges: For each bridge the weights of both sides.
    """

    cuts: dict[int, list[int]]
    bridges: dict[tuple[int, int], tuple[int, int]]

    @classmethod
    def of(cls, ties: Ties, weights: NDArray[np.bool_]) -> Self:
        """The tree of a graph in which some actors count and others only connect.

        Cost: O(|A| + |T|).

        >>> path = Ties.from_pairs(np.array([0, 1], np.int32), np.array([1, 2], np.int32), actors=3)
        >>> tree = CutTree.of(path, np.array([True, True, True]))
        >>> tree.cuts, tree.bridges
        ({1: [1, 1]}, {(0, 1): (1, 2), (1, 2): (2, 1)})
        """
        blocks = _blocks(ties)
        weight = weights.astype(np.int64).tolist()
        cuts: dict[int, list[int]] = {}
        bridges: dict[tuple[int, int], tuple[int, int]] = {}
        for tree in _rooted(blocks):
            below: dict[int, list[int]] = defaultdict(list)
            sides: list[tuple[int, int, int]] = []
            size = 0
            for number, hinge in reversed(tree):
                heavy = [
                    (weight[actor] + sum(below.get(actor, ())), actor)
                    for actor in blocks[number]
                    if actor != hinge
                ]
                size = sum(each for each, _ in heavy)
                if len(blocks[number]) == 2:
                    far_size, far = heavy[-1]
                    near = hinge if hinge != ABSENT else heavy[0][1]
                    sides.append((near, far, far_size))
                if hinge != ABSENT:
                    below[hinge].append(size)
            # The last size is the root's: that of the whole component.
            for near, far, far_size in sides:
                there = (size - far_size, far_size)
                bridges[min(near, far), max(near, far)] = (
                    there if near < far else (there[1], there[0])
                )
            for actor, parts in below.items():
                parts.append(size - weight[actor] - sum(parts))
                cuts[actor] = sorted(parts, reverse=True)
        return cls(dict(sorted(cuts.items())), dict(sorted(bridges.items())))


def _blocks(ties: Ties) -> list[list[int]]:
    """Actors of each block, ascending; blocks by their actors."""
    block_of = rx.biconnected_components(_graph(ties))
    if not block_of:
        return []
    ends = np.array(list(block_of.keys()), dtype=np.int64)
    numbers = np.array(list(block_of.values()), dtype=np.int64)
    keys = np.unique(np.concatenate([numbers * ties.actors + ends[:, side] for side in (0, 1)]))
    starts: Counts = starts_of(np.bincount(keys // ties.actors))
    actors = keys % ties.actors
    return sorted(
        actors[low:high].tolist() for low, high in pairwise(starts.tolist()) if high > low
    )


def _rooted(blocks: list[list[int]]) -> list[list[tuple[int, int]]]:
    """Each component's blocks, breadth first, with the articulation point that each hangs on.

    The first block of a component hangs on none. In reverse every part comes before its whole.
    """
    blocks_of: dict[int, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        for actor in block:
            blocks_of[actor].append(number)
    seen: set[int] = set()
    trees: list[list[tuple[int, int]]] = []
    for root in range(len(blocks)):
        if root in seen:
            continue
        seen.add(root)
        tree = [(root, ABSENT)]
        for number, hinge in tree:
            for actor in blocks[number]:
                if actor == hinge or len(blocks_of[actor]) == 1:
                    continue
                new = [other for other in blocks_of[actor] if other not in seen]
                seen.update(new)
                tree.extend((other, actor) for other in new)
        trees.append(tree)
    return trees
