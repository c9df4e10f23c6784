"""Other ways to find the pairs of sets with many common items: what netmap is measured against.

Each gives the same pairs, ``first`` < ``second``, with the number of common items, in any order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, cast

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, csr_matrix

from bench.protocol import peer_library
from bench.seats import FlatSets

_SLACK = 1e-6
_PRODUCTS_A_BLOCK = 1 << 24
_MOST_PARTNERS = 100
"""More similar sets than this no made-up body has; the digests would differ."""

Found = tuple[NDArray[Any], NDArray[Any], NDArray[Any]]
"""First, second, shared."""


class Threshold(NamedTuple):
    """Least Jaccard index or, where that is 0, least share of the smaller set."""

    jaccard: float
    containment: float

    def reached(
        self, shared: NDArray[Any], some: NDArray[Any], others: NDArray[Any]
    ) -> NDArray[np.bool_]:
        """Which pairs do, by their common items and both sizes."""
        if self.jaccard:
            return cast(NDArray[np.bool_], shared / (some + others - shared) >= self.jaccard)
        return cast(NDArray[np.bool_], shared / np.minimum(some, others) >= self.containment)


_PAIRS = """
    WITH sizes AS (SELECT body, count(*) AS size FROM seats GROUP BY body),
    pairs AS (
        SELECT a.body AS first, b.body AS second, count(*) AS shared
        FROM seats a JOIN seats b ON a.person = b.person AND a.body < b.body
        GROUP BY a.body, b.body
    )
    SELECT first, second, shared
    FROM pairs JOIN sizes x ON x.body = first JOIN sizes y ON y.body = second
    WHERE $least <= shared / """
_BY_JACCARD = f"{_PAIRS} (x.size + y.size - shared)"
_BY_CONTAINMENT = f"{_PAIRS} least(x.size, y.size)"

Join = Callable[[FlatSets, Threshold], Found]


def kept(sets: FlatSets, threshold: Threshold, found: Found) -> Found:
    """Those of some candidate pairs that reach the threshold, each once."""
    some, others, shared = found
    first, second = np.minimum(some, others), np.maximum(some, others)
    sizes = sets.sizes
    good = threshold.reached(shared, sizes[first], sizes[second]) & (first < second)
    keys = first[good].astype(np.int64) << 32 | second[good]
    _, once = np.unique(keys, return_index=True)
    return first[good][once], second[good][once], shared[good][once]


def blocked_product(sets: FlatSets, threshold: Threshold) -> Found:
    """scipy: the incidence matrix times its transpose, as many rows at once as memory allows."""
    ones = np.ones(len(sets.items), dtype=np.int32)
    starts = sets.starts.astype(np.int32)
    held = csr_array((ones, sets.items, starts), shape=(len(starts) - 1, sets.universe))
    turned = csr_array(held.T)
    steps = np.diff(turned.indptr)[held.indices].astype(np.int64)
    so_far = np.concatenate(([0], np.cumsum(steps)))[held.indptr]
    sizes = sets.sizes
    parts: list[Found] = []
    low = 0
    while low < held.shape[0]:
        high = max(low + 1, int(np.searchsorted(so_far, so_far[low] + _PRODUCTS_A_BLOCK)))
        product = held[low:high] @ turned
        rows = np.repeat(np.arange(low, low + product.shape[0]), np.diff(product.indptr))
        good = (product.indices > rows) & threshold.reached(
            product.data, sizes[rows], sizes[product.indices]
        )
        parts.append((rows[good], product.indices[good], product.data[good]))
        low = high
    return cast(Found, tuple(np.concatenate(each) for each in zip(*parts, strict=True)))


def top_n_product(sets: FlatSets, threshold: Threshold) -> Found:
    """sparse_dot_topn: only products beyond a bound are kept, then verified.

    A Jaccard index of j means a cosine of at least 2j / (1 + j). For containment the rows are
    divided by their own size.
    """
    topn = peer_library("sparse_dot_topn")
    sizes = sets.sizes
    if threshold.jaccard:
        bound = 2 * threshold.jaccard / (1 + threshold.jaccard)
        left = right = _scaled(sets, 1 / np.sqrt(sizes))
    else:
        bound = threshold.containment
        left, right = _scaled(sets, 1 / sizes), _scaled(sets, np.ones(len(sizes)))
    product = topn.sp_matmul_topn(
        left, right.T.tocsr(), _MOST_PARTNERS, bound - _SLACK, density=0.02
    )
    rows = np.repeat(np.arange(len(sizes)), np.diff(product.indptr))
    columns = product.indices.astype(np.int64)
    scale = np.sqrt(sizes[rows] * sizes[columns]) if threshold.jaccard else sizes[rows]
    return kept(sets, threshold, (rows, columns, np.rint(product.data * scale).astype(np.int64)))


def _scaled(sets: FlatSets, factors: NDArray[np.float64]) -> csr_matrix[Any]:
    values = np.repeat(factors, sets.sizes)
    starts = sets.starts.astype(np.int32)
    return csr_matrix((values, sets.items, starts), shape=(len(starts) - 1, sets.universe))


def set_similarity_search(sets: FlatSets, threshold: Threshold) -> Found:
    """SetSimilaritySearch: prefix filter with positions in pure Python; knows no containment."""
    search = peer_library("SetSimilaritySearch")
    lists = [each.tolist() for each in np.split(sets.items, sets.starts[1:-1])]
    found = list(search.all_pairs(lists, "jaccard", threshold.jaccard))
    columns = np.array(found, dtype=np.float64).reshape(-1, 3)
    some, others = columns[:, 0].astype(np.int64), columns[:, 1].astype(np.int64)
    sizes = sets.sizes
    shared = np.rint(columns[:, 2] * (sizes[some] + sizes[others]) / (1 + columns[:, 2])).astype(
        np.int64
    )
    return kept(sets, threshold, (some, others, shared))


def duckdb_join(sets: FlatSets, threshold: Threshold) -> Found:
    """duckdb: a join of the memberships with themselves, grouped by pair."""
    duckdb = peer_library("duckdb")
    with duckdb.connect() as db:
        seats = {"body": sets.owners, "person": sets.items}
        db.register("given", seats)
        db.execute("CREATE TABLE seats AS SELECT * FROM given")
        found = db.execute(
            _BY_JACCARD if threshold.jaccard else _BY_CONTAINMENT,
            {"least": threshold.jaccard or threshold.containment},
        ).fetchnumpy()
    return found["first"], found["second"], found["shared"]


def polars_join(sets: FlatSets, threshold: Threshold) -> Found:
    """polars: the same join, on columns."""
    pl = peer_library("polars")
    seats = pl.DataFrame({"person": sets.items, "body": sets.owners}).lazy()
    pairs = (
        seats.join(seats, on="person", suffix="_b")
        .filter(pl.col("body") < pl.col("body_b"))
        .group_by("body", "body_b")
        .agg(pl.len().alias("shared"))
        .collect()
    )
    columns = (pairs[name].to_numpy() for name in ("body", "body_b", "shared"))
    return kept(sets, threshold, cast(Found, tuple(column.astype(np.int64) for column in columns)))


def igraph_projection(sets: FlatSets, threshold: Threshold) -> Found:
    """igraph: the bipartite graph projected on the bodies, with multiplicities."""
    igraph = peer_library("igraph")
    bodies = len(sets.starts) - 1
    types = np.repeat([False, True], [bodies, sets.universe])
    graph = igraph.Graph.Bipartite(
        types.tolist(), np.column_stack([sets.owners, sets.items + bodies]).tolist()
    )
    projected = graph.bipartite_projection(multiplicity=True, which=0)
    edges = np.array(projected.get_edgelist(), dtype=np.int64).reshape(-1, 2)
    shared = np.array(projected.es["weight"], dtype=np.int64)
    return kept(sets, threshold, (edges[:, 0], edges[:, 1], shared))


def networkx_pairs(sets: FlatSets, threshold: Threshold) -> Found:
    """networkx: the projection weighted by common neighbours."""
    graph: nx.Graph[Any] = nx.Graph()
    bodies = len(sets.starts) - 1
    graph.add_nodes_from(range(bodies))
    graph.add_edges_from(
        (body, ("person", person))
        for body, person in zip(sets.owners.tolist(), sets.items.tolist(), strict=True)
    )
    projected = nx.bipartite.weighted_projected_graph(graph, range(bodies))
    found = [(a, b, each["weight"]) for a, b, each in projected.edges(data=True)]
    columns = np.array(found, dtype=np.int64).reshape(-1, 3)
    return kept(sets, threshold, (columns[:, 0], columns[:, 1], columns[:, 2]))
