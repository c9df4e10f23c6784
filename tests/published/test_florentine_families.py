"""Padgett's Florentine families: the marriages between them, a standard example of brokerage.

J. F. Padgett, C. K. Ansell (1993), "Robust Action and the Rise of the Medici, 1400-1434", American
Journal of Sociology 98(6), 1259-1319, doi:10.1086/230190; data as in S. Wasserman, K. Faust (1994),
Social Network Analysis, Cambridge University Press, table B.9. Betweenness as in M. O. Jackson
(2008), Social and Economic Networks, Princeton University Press, chapter 2.
"""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from netmap.analyses.graph.betweenness import betweenness
from netmap.analyses.graph.cuts import articulation_points
from netmap.analyses.graph.holes import constraint, effective_size
from netmap.analyses.ties import Ties

MARRIAGES = nx.florentine_families_graph()
FAMILIES = sorted(MARRIAGES)


def families() -> Ties:
    """The marriages between the families, by index in alphabetical order."""
    ends = np.array(
        [[FAMILIES.index(one), FAMILIES.index(other)] for one, other in MARRIAGES.edges], np.int32
    )
    return Ties.from_pairs(ends[:, 0], ends[:, 1], actors=len(FAMILIES))


def test_the_medici_lie_between_more_than_half_of_all_pairs() -> None:
    """0.522, while it is 0.103 for the Strozzi and 0.255 for the Guadagni, who come next."""
    found = dict(zip(FAMILIES, betweenness(families()).values.tolist(), strict=True))
    assert round(found["Medici"], 3) == 0.522
    assert round(found["Strozzi"], 3) == 0.103
    assert round(found["Guadagni"], 3) == 0.255


def test_the_medici_are_least_constrained() -> None:
    """Their contacts are hardly tied to each other; counted by hand from the printed marriages.

    Six marriages; one tie (Ridolfi and Tornabuoni) joins two of the six families they married.
    """
    ties = families()
    constrained = dict(zip(FAMILIES, constraint(ties).tolist(), strict=True))
    assert min(constrained, key=constrained.__getitem__) == "Medici"
    size = dict(zip(FAMILIES, effective_size(ties).tolist(), strict=True))
    assert size["Medici"] == pytest.approx(6 - 2 * 1 / 6)


def test_without_the_medici_two_families_would_lose_touch() -> None:
    """Acciaiuoli hang on them alone, and Pazzi on them through Salviati."""
    cut = {FAMILIES[actor] for actor in articulation_points(families())}
    assert cut == {"Albizzi", "Guadagni", "Medici", "Salviati"}
