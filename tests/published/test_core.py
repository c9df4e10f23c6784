"""Cores as printed, and as a peer finds them."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from netmap.analyses.isolation.core import core_numbers, core_periphery
from netmap.analyses.ties import Ties

PRINTED = """
. 1 1 1 1 0 0 0 0 0
1 . 1 1 0 1 1 1 0 0
1 1 . 1 0 0 0 1 1 0
1 1 1 . 1 0 0 0 0 1
1 0 0 1 . 0 0 0 0 0
0 1 0 0 0 . 0 0 0 0
0 1 0 0 0 0 . 0 0 0
0 1 1 0 0 0 0 . 0 0
0 0 1 0 0 0 0 0 . 0
0 0 0 1 0 0 0 0 0 .
"""
"""The example of S. P. Borgatti, M. G. Everett (2000), "Models of core/periphery structures",
Social Networks 21(4), 375-395, doi:10.1016/S0378-8733(99)00019-2, Fig. 1, blocked into the core
1-4 and the periphery 5-10; the matrix as J. L. Estévez and C. Nordlund (2025), "Revising the
Borgatti-Everett core-periphery model", Social Networks 81, 31-51,
doi:10.1016/j.socnet.2024.11.002, take it over."""


def test_the_printed_example_falls_into_its_printed_blocks() -> None:
    """The core 1-4 is a clique, the periphery 5-10 has no tie: no error, correlation 1."""
    cells = [row.split() for row in PRINTED.strip().splitlines()]
    source, target = np.nonzero([[cell == "1" for cell in row] for row in cells])
    ties = Ties.from_pairs(source.astype(np.int32), target.astype(np.int32), actors=10)
    found = core_periphery(ties, np.ones(10, dtype=np.bool_))
    assert np.flatnonzero(found.core).tolist() == [0, 1, 2, 3]
    assert (found.errors, found.correlation) == (0, 1.0)


def karate() -> Ties:
    """The club of W. W. Zachary (1977), doi:10.1086/jar.33.4.3629752, in networkx' numbering."""
    source, target = np.array(nx.karate_club_graph().edges(), dtype=np.int32).T
    return Ties.from_pairs(source, target, actors=34)


def test_the_cores_of_the_karate_club_are_those_of_networkx() -> None:
    """Ten members form the innermost core, of number 4."""
    numbers = core_numbers(karate())
    expected = nx.core_number(nx.karate_club_graph())
    assert numbers.tolist() == [expected[member] for member in range(34)]
    assert np.flatnonzero(numbers == 4).tolist() == [0, 1, 2, 3, 7, 8, 13, 30, 32, 33]


def test_the_leaders_of_the_karate_club_are_in_its_core() -> None:
    """Mr. Hi (1), the officer (34) and those around them, by degrees 17, 16, 12, 10, 9, 6, 6."""
    found = core_periphery(karate(), np.ones(34, dtype=np.bool_))
    assert np.flatnonzero(found.core).tolist() == [0, 1, 2, 3, 31, 32, 33]


SOUTHERN_WOMEN = (
    "Evelyn Jefferson",
    "Laura Mandeville",
    "Theresa Anderson",
    "Brenda Rogers",
    "Charlotte McDowd",
    "Frances Anderson",
    "Eleanor Nye",
    "Pearl Oglethorpe",
    "Ruth DeSand",
    "Verne Sanderson",
    "Myra Liddel",
    "Katherina Rogers",
    "Sylvia Avondale",
    "Nora Fayette",
    "Helen Lloyd",
    "Dorothy Murchison",
    "Olivia Carleton",
    "Flora Price",
)
"""In the order of A. Davis, B. B. Gardner, M. R. Gardner (1941), "Deep South", pp. 148-150: 1-9
form the first clique, of whom 1-4 are its core members, "who participate together most often and
at the most intimate affairs"; as quoted by L. C. Freeman (2003), "Finding Social Groups: A
Meta-Analysis of the Southern Women Data"."""


@pytest.mark.parametrize("among", [9, 18])
@pytest.mark.parametrize("events", [5, 6])
def test_the_core_members_of_the_southern_women_are_in_the_core(events: int, among: int) -> None:
    """Of the first clique, and of all, the core is 1-4, where who met so often is tied.

    The second clique is loose: its members met less often, and have no part in the core of all.
    """
    attendance = nx.davis_southern_women_graph()
    pairs = [
        (one, two)
        for one, two in combinations(range(among), 2)
        if len({*attendance[SOUTHERN_WOMEN[one]]} & {*attendance[SOUTHERN_WOMEN[two]]}) >= events
    ]
    source, target = np.array(pairs, dtype=np.int32).T
    ties = Ties.from_pairs(source, target, actors=among)
    found = core_periphery(ties, np.ones(among, dtype=np.bool_))
    assert np.flatnonzero(found.core).tolist() == [0, 1, 2, 3]
