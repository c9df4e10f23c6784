"""Measures of the graph of all ties, against plain networkx."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from bench.digests import digest_of_lines
from bench.protocol import Benchmark, Case, Digest, Of, Target
from netmap.analyses.graph.betweenness import PIVOTS, betweenness, pivots_of
from netmap.analyses.graph.cuts import articulation_points, bridge_ties, components
from netmap.analyses.ties import Ties, ties
from netmap.network import Network

TITLE = "Measures of the graph of all ties"
NEEDS_NEO4J = False

_STATE, _CITY = "state", "city"


def _file(case: Case, size: str) -> Path:
    return case.shared / f"ties-{size}.npz"


def _prepare(case: Case, *, size: str) -> None:
    found = ties(Network.from_records(case.records(size)))
    np.savez(_file(case, size), starts=found.starts, neighbours=found.neighbours)


def _ties(case: Case, size: str) -> Ties:
    with np.load(_file(case, size)) as arrays:
        return Ties(arrays["starts"], arrays["neighbours"])


def _graph(case: Case, size: str) -> nx.Graph[int]:
    found = _ties(case, size)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(found.actors))
    graph.add_edges_from(zip(*(each.tolist() for each in found.pairs()), strict=True))
    return graph


def _cuts(case: Case) -> Digest:
    found = _ties(case, _STATE)
    with case.timed():
        parts = components(found)
        points = articulation_points(found)
        bridges = bridge_ties(found)
    return lambda: _told_cuts(np.bincount(parts).tolist(), points, bridges)


def _cuts_of_networkx(case: Case) -> Digest:
    graph = _graph(case, _STATE)
    with case.timed():
        sizes = [len(part) for part in nx.connected_components(graph)]
        points = list(nx.articulation_points(graph))
        bridges = list(nx.bridges(graph))
    return lambda: _told_cuts(sizes, points, bridges)


def _told_cuts(sizes: list[int], points: list[int], bridges: Iterable[Any]) -> str:
    pairs = sorted(sorted(pair) for pair in bridges)
    return digest_of_lines([str(sorted(sizes)), str(sorted(points)), str(pairs)])


def _betweenness(case: Case) -> Digest:
    found = _ties(case, _CITY)
    with case.timed():
        values = betweenness(found).values
    return lambda: digest_of_lines(f"{each:.6f}" for each in values)


def _betweenness_of_networkx(case: Case) -> Digest:
    graph = _graph(case, _CITY)
    with case.timed():
        values = nx.betweenness_centrality(graph)
    return lambda: digest_of_lines(f"{each:.6f}" for each in values.values())


def _sampled(case: Case) -> Digest:
    found = _ties(case, _STATE)
    with case.timed():
        sampled = betweenness(found, exact_up_to=0)
    return lambda: digest_of_lines(f"{each:.6f}" for each in sampled.values)


class _SameDraw(random.Random):
    """Draws what netmap draws, so that networkx follows the ways from the same pivots."""

    def sample(self, population: Sequence[Any], k: int, *, counts: Any = None) -> list[Any]:
        del counts
        return [population[each] for each in pivots_of(len(population), k)]


def _sampled_of_networkx(case: Case) -> Digest:
    graph = _graph(case, _STATE)
    size = graph.number_of_nodes()
    pivots = pivots_of(size, PIVOTS)
    with case.timed():
        found = nx.betweenness_centrality(
            graph,
            k=len(pivots),
            seed=_SameDraw(),  # type: ignore[call-overload] # the stubs know numbers only
        )
    values = np.fromiter(found.values(), np.float64, size)
    # Ours is the mean of what one pivot tells, in which an actor that is a pivot itself counts
    # with the 0 of its own ways; networkx leaves these out of the mean.
    values[pivots] *= (len(pivots) - 1) / len(pivots)
    return lambda: digest_of_lines(f"{each:.6f}" for each in values * size / (size - 1))


BENCHMARKS = (
    Benchmark(
        name="cuts",
        title="Components, articulation points and bridges, 53 municipalities",
        method="All three in the graph of seats, exchange, reporting lines, houses and "
        "cooperations of a state in one network. Ours starts from flat arrays, networkx from a "
        "graph that stands ready.",
        ours=_cuts,
        peers={"networkx": _cuts_of_networkx},
        targets=(Target("at least 10 times as fast", at_most=1 / 10),),
        prepare=partial(_prepare, size=_STATE),
    ),
    Benchmark(
        name="betweenness",
        title="Betweenness, one large city",
        method="Exact betweenness of 1,400 actors; the values agree to six decimals.",
        ours=_betweenness,
        peers={"networkx": _betweenness_of_networkx},
        targets=(Target("under 0.2 s", at_most=0.2, of=Of.SECONDS),),
        prepare=partial(_prepare, size=_CITY),
    ),
    Benchmark(
        name="betweenness_sampled",
        title="Betweenness from a sample, 53 municipalities",
        method="Beyond 20,000 actors, here 51,200, shortest ways are followed from "
        f"{PIVOTS} pivots that are drawn once and for all; the result says the error that no "
        "value exceeds with 95 % confidence (Hoeffding's bound for all actors together, 0.17 "
        "here, where nobody has more than 0.02). networkx follows the ways from the same pivots; "
        "the values agree to six decimals.",
        ours=_sampled,
        peers={"networkx, k": _sampled_of_networkx},
        targets=(Target("at least 10 times as fast", at_most=1 / 10),),
        prepare=partial(_prepare, size=_STATE),
    ),
)
