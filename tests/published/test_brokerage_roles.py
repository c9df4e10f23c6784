"""Gould and Fernandez' brokerage roles as printed for two networks of the literature.

Roles as in R. V. Gould, R. M. Fernandez (1989), "Structures of Mediation", Sociological Methodology
19, 89-126, doi:10.2307/270949. The counts are printed output of another program, the function
``brokerage`` of the R package sna (C. T. Butts (2008), "Social Network Analysis with sna", Journal
of Statistical Software 24(6), doi:10.18637/jss.v024.i06). It takes ties as directed and unweighted,
a tie without direction as two, and counts ordered pairs, as we do.

Strike: who talked about a strike with whom in a sawmill, 24 employees, without direction. J. H.
Michael (1997), "Labor dispute reconciliation in a forest products manufacturing facility", Forest
Products Journal 47, 41-45; network and groups (1 Spanish-speaking, 2 young and 3 older
English-speaking) are the data set "Strike" of W. de Nooy, A. Mrvar, V. Batagelj (2018), Exploratory
Social Network Analysis with Pajek, Cambridge University Press, chapter 7. Counts: S. Everton,
D. Cunningham, C. Callaghan (CORE Lab), "R for Social Network Analysis", chapter "Centrality and
Brokerage in statnet", revised 2022.

EIES: who sent messages to whom, 32 researchers, directed. S. C. Freeman, L. C. Freeman (1979), "The
networkers network: A study of the impact of a new communications medium on sociometric structure",
Social Science Research Reports 46, University of California, Irvine; used throughout S. Wasserman,
K. Faust (1994), Social Network Analysis, Cambridge University Press. Groups: 1 sociology,
2 anthropology, 3 mathematics or statistics, 4 other. Copies of the data differ: some exchange the
groups of the actors 21 and 22 and of 27 and 28, which does not lead to the printed counts. Counts:
J. Hollway, reference of the R package migraph 1.3.1, "Censuses of brokerage motifs": the first ten
actors, and all together.
"""

from __future__ import annotations

import numpy as np
import pytest

from netmap.analyses.graph.brokerage import BrokerRole, broker_roles

STRIKE_GROUPS = {
    1: "Alejandro Carlos Eduardo Domingo",
    2: "Frank Gill Ike Mike Hal John Karl Lanny Bob",
    3: "Norm Ozzie Vern Paul Quint Utrecht Russ Ted Sam Xavier Wendle",
}
STRIKE_TIES = """
Frank Gill, Gill Ike, Gill Hal, Gill John, Ike Mike, Ike Bob, Mike Bob, Hal John, Hal Bob,
John Karl, John Lanny, John Bob, Karl Lanny, Karl Ozzie, Lanny Bob, Bob Alejandro, Bob Norm,
Alejandro Carlos, Alejandro Eduardo, Alejandro Domingo, Carlos Eduardo, Carlos Domingo,
Eduardo Domingo, Norm Ozzie, Norm Vern, Norm Paul, Norm Utrecht, Norm Sam, Vern Ted, Paul Quint,
Quint Utrecht, Quint Russ, Utrecht Russ, Utrecht Sam, Russ Ted, Sam Xavier, Sam Wendle,
Xavier Wendle
"""
STRIKE_PRINTED = """
Xavier      0  0  0  0  0
Utrecht     8  0  0  0  0
Frank       0  0  0  0  0
Domingo     0  0  0  0  0
Norm       18  0  5  5  0
Hal         2  0  0  0  0
Russ        4  0  0  0  0
Karl        0  0  2  2  0
Bob        14  0 10 10  2
Quint       4  0  0  0  0
Wendle      0  0  0  0  0
Ozzie       0  0  1  1  0
Ike         4  0  0  0  0
Ted         2  0  0  0  0
Sam         8  0  0  0  0
Vern        2  0  0  0  0
Gill       10  0  0  0  0
Lanny       2  0  0  0  0
Mike        0  0  0  0  0
Carlos      0  0  0  0  0
Alejandro   0  0  3  3  0
Paul        2  0  0  0  0
Eduardo     0  0  0  0  0
John       12  0  0  0  0
"""
"""sna's w_I, w_O, b_IO, b_OI and b_O of each employee."""

EIES_GROUPS = "12414442211121134111311111311242"
EIES_MESSAGES = """
11111111111111111111111111111111
11111011111111111101111011111111
11000001000000000000000000000000
11010101111000011110000100111111
11110111111111111110111110101111
11010101011000111000000100111110
10000000000000000000000000000010
11111111111100011111011101101111
11010001101010001000000000101011
11010101011100011011011101101111
11010111111010011100100111101011
01000001000100000010000000001011
10000000001000000000000000000010
10100000000001010010000000001010
10000100000100100000000000101010
11010001011001011000100100001010
11110101011101010001100000101111
11110001011000000100000000101110
11010001000001000010001000000010
00000000000000000000100000001000
10000000001000010000000000001000
10000000000000000000000100001001
11100000010000000010000000001010
11111111111111111111111111111111
11000000000001000000010110000110
11000000010000000000000000001010
11010001111010101100000100011011
11000100000000000000000000010001
11111101111111111111111101101111
11011101010100001100000000101111
11111111111111111111111111111101
11011001111100001000010100111111
"""
"""1 where the actor of the row sent at least one message to that of the column."""

EIES_PRINTED = """
137  28 123 138  72
  5 113  45  46 116
  0   0   0   0   3
 14   4  14  25  15
  0   5   0   7  24
  0  17   4   3  16
  0   0   0   0   0
  2  49  36  19  78
  2   0   0   1   0
 32   2  19  38  10
"""
"""sna's w_I, w_O, b_IO, b_OI and b_O of the first ten actors."""

EIES_PRINTED_SUMS = (385, 463, 498, 548, 703)

COLUMNS = [
    BrokerRole.COORDINATOR,
    BrokerRole.CONSULTANT,
    BrokerRole.REPRESENTATIVE,
    BrokerRole.GATEKEEPER,
    BrokerRole.LIAISON,
]
"""The roles in the order of sna's columns.

b_IO counts pairs out of the broker's own group, as a representative mediates, and b_OI pairs into
it, as a gatekeeper does; so says the manual of sna today. Its first manuals, and after them both
texts that print the counts, call these two columns the other way round.
"""


@pytest.fixture(scope="module")
def messages() -> list[list[int]]:
    """Counts of each of the 32 researchers, in the order of sna's columns."""
    matrix = np.array([[int(cell) for cell in row] for row in EIES_MESSAGES.split()])
    source, target = np.nonzero(matrix)
    groups = np.array([int(group) for group in EIES_GROUPS], np.int32)
    counts: list[list[int]] = broker_roles(
        source.astype(np.int32), target.astype(np.int32), groups
    )[:, COLUMNS].tolist()
    return counts


def test_employees_on_strike_mediate_as_often_as_printed() -> None:
    """Bob and Norm most often; without directions gatekeeper and representative come out alike."""
    group_of = {name: group for group, names in STRIKE_GROUPS.items() for name in names.split()}
    names = list(group_of)
    ends = np.array(
        [[names.index(name) for name in tie.split()] for tie in STRIKE_TIES.split(",")], np.int32
    )
    found = broker_roles(
        np.concatenate([ends[:, 0], ends[:, 1]]),
        np.concatenate([ends[:, 1], ends[:, 0]]),
        np.array(list(group_of.values()), np.int32),
    )
    printed = {
        name: [int(count) for count in counts]
        for name, *counts in (row.split() for row in STRIKE_PRINTED.strip().splitlines())
    }
    assert dict(zip(names, found[:, COLUMNS].tolist(), strict=True)) == printed


def test_networkers_mediate_as_often_as_printed(messages: list[list[int]]) -> None:
    """With directions, gatekeepers and representatives differ; itinerant brokers occur, too."""
    rows = [[int(count) for count in row.split()] for row in EIES_PRINTED.strip().splitlines()]
    assert messages[: len(rows)] == rows


def test_all_networkers_together_mediate_as_often_as_printed(messages: list[list[int]]) -> None:
    """All 2,597 open pairs, by role."""
    assert np.sum(messages, axis=0).tolist() == list(EIES_PRINTED_SUMS)
    assert np.sum(messages) == 2597
