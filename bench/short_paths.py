"""Other ways to find who has items in common and no short path: what netmap is measured against.

Each goes through the others from the most similar on, in the order that netmap documents: by the
Jaccard index, then by profile (those with equal items), then round the circle from the own place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple, cast

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, identity

from bench.seats import FlatSets

_ROWS_A_BLOCK = 256

Found = set[tuple[int, int]]


class Question(NamedTuple):
    """Whose items are compared, which ties there are, and how many counterparts each gets.

    The actors that have items come first; whoever else the ties lead to has none.
    """

    alike: FlatSets
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    actors: int
    most: int


class _Places(NamedTuple):
    """Of each actor its profile, its place among those of it, and how many these are."""

    profile: NDArray[np.int64]
    place: NDArray[np.int64]
    crowd: NDArray[np.int64]


def _items(alike: FlatSets) -> list[tuple[int, ...]]:
    return [tuple(each.tolist()) for each in np.split(alike.items, alike.starts[1:-1])]


def _places(alike: FlatSets) -> _Places:
    items = _items(alike)
    numbers = {
        each: number
        for number, each in enumerate(sorted(set(items), key=lambda each: (len(each), each)))
    }
    profile = np.array([numbers[each] for each in items])
    order = np.argsort(profile, kind="stable")
    crowds = np.bincount(profile)
    place = np.empty_like(profile)
    place[order] = np.arange(len(order)) - np.repeat(np.cumsum(crowds) - crowds, crowds)
    return _Places(profile, place, crowds[profile])


def by_products(asked: Question) -> Found:
    """scipy: two sparse products, the common items less the short paths, sorted row by row."""
    alike, count = asked.alike, len(asked.alike.sizes)
    ones = np.ones(len(alike.items), dtype=np.int32)
    held = csr_array((ones, alike.items, alike.starts), shape=(count, alike.universe))
    ends = np.concatenate((asked.source, asked.target))
    others = np.concatenate((asked.target, asked.source))
    shape = (asked.actors, asked.actors)
    ties = csr_array((np.ones(len(ends), dtype=np.int32), (ends, others)), shape=shape)
    around = csr_array(ties + identity(asked.actors, dtype=np.int32))[:count]
    turned, back = csr_array(held.T), csr_array(around.T)
    sizes, places = alike.sizes, _places(alike)
    found: Found = set()
    for low in range(0, count, _ROWS_A_BLOCK):
        common = csr_array(held[low : low + _ROWS_A_BLOCK] @ turned)
        near = csr_array(around[low : low + _ROWS_A_BLOCK] @ back)
        rows, columns, shared = _apart(common, near, low, count)
        jaccard = shared / (sizes[rows] + sizes[columns] - shared)
        # Of one's own profile the first is the one after oneself, of others one's own place.
        start = places.place[rows] + (places.profile[rows] == places.profile[columns])
        turn = (places.place[columns] - start) % places.crowd[columns]
        order = np.lexsort((turn, places.profile[columns], -jaccard, rows))
        rows, columns = rows[order], columns[order]
        first = np.searchsorted(rows, rows, side="left")
        kept = np.arange(len(rows)) - first < asked.most
        a, b = rows[kept], columns[kept]
        found.update(zip(np.minimum(a, b).tolist(), np.maximum(a, b).tolist(), strict=True))
    return found


def _apart(
    common: csr_array, near: csr_array, low: int, count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int32]]:
    """Row, column and common items of the entries of one product that the other does not have."""

    def keys(product: csr_array) -> NDArray[np.int64]:
        rows = np.repeat(np.arange(product.shape[0]), np.diff(product.indptr)) + low
        return cast(NDArray[np.int64], rows * count + product.indices)

    some = keys(common)
    kept = ~np.isin(some, keys(near))
    return some[kept] // count, some[kept] % count, common.data[kept]


def by_networkx(asked: Question) -> Found:
    """networkx: whoever is within two steps of each, and Python sets for what they have."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(asked.actors))
    graph.add_edges_from(zip(asked.source.tolist(), asked.target.tolist(), strict=True))
    items = _items(asked.alike)
    crowds: dict[tuple[int, ...], list[int]] = defaultdict(list)
    holders: dict[int, set[tuple[int, ...]]] = defaultdict(set)
    for actor, each in enumerate(items):
        crowds[each].append(actor)
        for item in each:
            holders[item].add(each)
    found: Found = set()
    for own, crowd in crowds.items():
        mine = set(own)
        close = {other for item in own for other in holders[item]}
        ranked = sorted(close, key=lambda other: (-_jaccard(mine, other), len(other), other))
        for place, actor in enumerate(crowd):
            near = nx.single_source_shortest_path_length(graph, actor, cutoff=2)
            through = (
                other
                for profile in ranked
                for other in _round(crowds[profile], place + (profile == own))
                if other not in near
            )
            for other in islice(through, asked.most):
                found.add((min(actor, other), max(actor, other)))
    return found


def _jaccard(some: set[int], others: tuple[int, ...]) -> float:
    shared = len(some.intersection(others))
    return shared / (len(some) + len(others) - shared)


def _round(crowd: list[int], start: int) -> Iterator[Any]:
    return (crowd[(start + step) % len(crowd)] for step in range(len(crowd)))
