"""How often actors lie between others: betweenness, exact or from a sample with its error."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt
from typing import Any

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from netmap.analyses.graph.cuts import to_rustworkx
from netmap.analyses.runs import positions
from netmap.analyses.ties import Ties
from netmap.network import ABSENT, Index

EXACT_UP_TO = 20_000
"""Actors up to which betweenness is computed exactly."""
PIVOTS = 256
_CONFIDENCE = 0.95
_DECIMALS = 9


@dataclass(frozen=True, slots=True, eq=False)
class Betweenness:
    """Betweenness of all actors of a graph.

    Attributes:
        values: Share of the other pairs whose shortest ways lead over the actor, in [0, 1]; (|A|,).
        pivots: Actors from which shortest ways were followed; all of them where it is exact.
        error: No value is farther than this from the true one, with 95 % confidence; 0 where exact.
    """

    values: NDArray[np.float64]
    pivots: int
    error: float


def betweenness(ties: Ties, *, exact_up_to: int = EXACT_UP_TO, pivots: int = PIVOTS) -> Betweenness:
    """Betweenness centrality [1]_: the share of pairs of others that an actor lies between.

    Of several shortest ways each counts by its share. Up to ``exact_up_to`` actors it is exact, by
    Brandes' algorithm [2]_ in rustworkx. Beyond, shortest ways are followed from a random sample
    of pivots, drawn with a fixed seed [3]_; the bound of the error is Hoeffding's, for all actors
    together.

    Cost: O(|A| |T|) exactly, O(pivots |T|) by sample.

    >>> path = Ties.from_pairs(np.array([0, 1], np.int32), np.array([1, 2], np.int32), actors=3)
    >>> betweenness(path).values.tolist()
    [0.0, 1.0, 0.0]

    .. [1] L. C. Freeman (1977), "A Set of Measures of Centrality Based on Betweenness",
       Sociometry 40(1), 35-41, doi:10.2307/3033543
    .. [2] U. Brandes (2001), "A Faster Algorithm for Betweenness Centrality", Journal of
       Mathematical Sociology 25(2), 163-177, doi:10.1080/0022250X.2001.9990249
    .. [3] U. Brandes, C. Pich (2007), "Centrality Estimation in Large Networks", International
       Journal of Bifurcation and Chaos 17(7), 2303-2318, doi:10.1142/S0218127407018403
    """
    actors = ties.actors
    if actors < 3:
        return Betweenness(np.zeros(actors), actors, 0.0)
    if actors <= exact_up_to:
        found = rx.betweenness_centrality(to_rustworkx(ties), normalized=True)
        # Threads add in any order; without the last digits every run gives the same numbers.
        values = np.fromiter(found.values(), np.float64, actors).round(_DECIMALS)
        return Betweenness(values, actors, 0.0)
    chosen = pivots_of(actors, pivots)
    pivots = len(chosen)
    total = np.zeros(actors)
    for pivot in chosen:
        total += _dependencies(ties, pivot)
    # One pivot's dependency on an actor lies in [0, |A| - 2]; an actor has none on itself.
    scale = actors / (actors - 1)
    error = scale * sqrt(log(2 * actors / (1 - _CONFIDENCE)) / (2 * pivots))
    return Betweenness(scale * total / pivots / (actors - 2), pivots, error)


def pivots_of(actors: int, pivots: int) -> list[int]:
    """The actors of the sample, each once; always the same.

    >>> sorted(pivots_of(3, 5))
    [0, 1, 2]
    """
    drawn = np.random.default_rng(0).choice(actors, size=min(pivots, actors), replace=False)
    return [int(each) for each in drawn]


def _dependencies(ties: Ties, source: int) -> NDArray[np.float64]:
    """How much the shortest ways from one actor to all others depend on each actor."""
    steps = np.full(ties.actors, ABSENT, dtype=np.int32)
    ways = np.zeros(ties.actors)
    steps[source], ways[source] = 0, 1.0
    levels: list[tuple[Index, Index]] = []
    reached: NDArray[Any] = np.array([source])
    distance = 0
    while len(reached):
        lengths = ties.starts[reached + 1] - ties.starts[reached]
        ends = ties.neighbours[positions(ties.starts[reached], lengths)]
        origins = np.repeat(reached, lengths)
        onward = steps[ends] == ABSENT
        ends, origins = ends[onward], origins[onward]
        if not len(ends):
            break
        distance += 1
        ways += np.bincount(ends, weights=ways[origins], minlength=ties.actors)
        steps[ends] = distance
        reached = np.flatnonzero(steps == distance)
        levels.append((origins, ends))
    depends = np.zeros(ties.actors)
    for origins, ends in reversed(levels):
        shares = ways[origins] / ways[ends] * (1 + depends[ends])
        depends += np.bincount(origins, weights=shares, minlength=ties.actors)
    depends[source] = 0.0
    return depends
