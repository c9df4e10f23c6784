"""Overlap as printed for the Southern women of Davis, Gardner and Gardner (1941).

The event-by-event matrix is that of R. L. Breiger (1974), "The Duality of Persons and Groups",
doi:10.2307/2576011; the attendance is networkx's ``davis_southern_women_graph``.
"""

from __future__ import annotations

import networkx as nx
import pytest

from netmap.analyses.overlaps.shared import Overlap, member_overlap
from netmap.network import Network

PRINTED = """
 3
 2  3
 3  3  6
 2  2  4  4
 3  3  6  4  8
 3  3  5  3  6  8
 2  2  4  3  6  5 10
 3  3  5  3  7  7  8 14
 1  2  2  2  3  4  5  9 12
 0  0  0  0  0  1  3  4  4  5
 0  0  0  0  0  1  2  1  3  2  4
 0  0  0  0  0  1  4  5  5  5  2  6
 0  0  0  0  0  1  2  2  3  3  1  3  3
 0  0  0  0  0  1  2  2  3  3  1  3  3  3
"""
"""Women at both events, E1 to E14; the diagonal is the attendance of each."""


@pytest.fixture(scope="module")
def attendance() -> list[tuple[str, str]]:
    """Woman and event."""
    return [(woman, event) for woman, event in nx.davis_southern_women_graph().edges()]


@pytest.fixture(scope="module")
def overlaps(attendance: list[tuple[str, str]]) -> dict[tuple[str, str], Overlap]:
    """Overlap of each pair of events that share a woman."""
    return {row.bodies: row for row in member_overlap(Network.from_pairs(attendance))}


def test_events_share_as_many_women_as_printed(
    overlaps: dict[tuple[str, str], Overlap],
) -> None:
    """Every cell of the printed matrix, pairs without a common woman among them."""
    matrix = [[int(cell) for cell in row.split()] for row in PRINTED.strip().splitlines()]
    for row, cells in enumerate(matrix):
        for column, printed in enumerate(cells[:-1]):
            pair = tuple(sorted((f"E{row + 1}", f"E{column + 1}")))
            found = overlaps.get((pair[0], pair[1]))
            assert (found.shared if found else 0) == printed, pair


def test_events_have_the_printed_attendance(overlaps: dict[tuple[str, str], Overlap]) -> None:
    """The diagonal of the matrix is the size of each event."""
    sizes = {
        event: size
        for row in overlaps.values()
        for event, size in zip(row.bodies, row.sizes, strict=True)
    }
    diagonal = [row.split()[-1] for row in PRINTED.strip().splitlines()]
    assert sizes == {f"E{number}": int(size) for number, size in enumerate(diagonal, start=1)}


def test_shares_follow_from_the_printed_matrix(
    overlaps: dict[tuple[str, str], Overlap],
) -> None:
    """Containment divides a cell by one end of its diagonal, the coefficient by the lesser one."""
    matrix = [[int(cell) for cell in row.split()] for row in PRINTED.strip().splitlines()]
    for bodies, row in overlaps.items():
        first, second = sorted(int(event[1:]) - 1 for event in bodies)
        cell, ends = matrix[second][first], (matrix[first][first], matrix[second][second])
        assert sorted(row.containment) == sorted(cell / end for end in ends)
        assert row.overlap_coefficient == cell / min(ends)
        assert row.jaccard == cell / (sum(ends) - cell)
    # All three women of E1 were at E3, which six attended.
    assert overlaps["E1", "E3"].overlap_coefficient == 1.0
    assert overlaps["E1", "E3"].containment == (1.0, 0.5)


def test_women_overlap_by_the_events_they_share(attendance: list[tuple[str, str]]) -> None:
    """The duality: Evelyn and Theresa were at seven events together, Evelyn and Laura at six."""
    turned = Network.from_pairs((event, woman) for woman, event in attendance)
    shared = {row.bodies: row.shared for row in member_overlap(turned)}
    assert shared["Evelyn Jefferson", "Theresa Anderson"] == 7
    assert shared["Evelyn Jefferson", "Laura Mandeville"] == 6
    assert ("Evelyn Jefferson", "Flora Price") in shared
    assert ("Flora Price", "Laura Mandeville") not in shared
