"""Null models of overlaps against printed values, scipy and random networks of a fixed seed.

The printed chances are those that the tests of Z. P. Neal's R package "backbone"
(inst/tinytest/test_backbone.R, function bicm) expect of a matrix of three rows and columns. No
printed p-values of the stochastic degree sequence model for the Southern women were found, so
there they are compared with networks drawn from the model.
"""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from scipy.stats import hypergeom

from netmap.analyses.overlaps.parts import OverlapBy, holdings
from netmap.analyses.overlaps.sets import Sets
from netmap.analyses.overlaps.significance.configuration import ConfigurationModel
from netmap.analyses.overlaps.significance.tested import OverlapAndChance, overlap_significance
from netmap.network import Network


@pytest.fixture(scope="module")
def women() -> Network:
    """Women as members of events, Davis, Gardner and Gardner (1941)."""
    return Network.from_pairs(list(nx.davis_southern_women_graph().edges()))


@pytest.fixture(scope="module")
def rows(women: Network) -> dict[tuple[str, str], OverlapAndChance]:
    """Pairs of events that share a woman."""
    return {row.bodies: row for row in overlap_significance(women)}


def test_chances_of_the_configuration_model_are_those_printed_for_backbone() -> None:
    """Rows (0, 0, 1), (0, 1, 0), (1, 0, 1): 0.216, 0.568 and 0.863 to three digits."""
    sets = Sets(np.array([0, 1, 2, 4]), np.array([2, 1, 0, 2], np.int32), universe=3)
    found = ConfigurationModel.of(sets)
    assert found.sizes.tolist() == [1, 2]
    assert found.items.tolist() == [2, 1]
    assert found.chances.round(3).tolist() == [[0.216, 0.568], [0.568, 0.863]]


def test_events_are_tested_as_all_91_pairs_among_18_women(
    rows: dict[tuple[str, str], OverlapAndChance],
) -> None:
    """E6 and E8 share 7 of 8 and 14 women; the chance is that of scipy."""
    found = rows["E6", "E8"]
    assert (found.sizes, found.shared) == ((8, 14), 7)
    assert (found.significance.tests, found.significance.universe) == (91, 18)
    assert found.significance.expected_hypergeometric == pytest.approx(8 * 14 / 18)
    assert found.significance.p_hypergeometric == pytest.approx(hypergeom.sf(6, 18, 8, 14))


def test_chances_agree_with_networks_drawn_from_the_model(
    women: Network, rows: dict[tuple[str, str], OverlapAndChance]
) -> None:
    """20,000 random attendances of one seed: no chance is further off than 4 deviations."""
    sets = holdings(women, OverlapBy.MEMBERS).sets
    model = ConfigurationModel.of(sets)
    degrees = np.bincount(sets.items, minlength=sets.universe)[np.unique(sets.items)]
    size_of = np.searchsorted(model.sizes, sets.sizes)
    degree_of = np.searchsorted(np.unique(degrees), degrees)
    chances = model.chances[size_of][:, degree_of]
    draws = 20_000
    random = np.random.default_rng(20_260_302)
    drawn = (random.random((draws, *chances.shape)) < chances).astype(np.int8)
    events = [women.actor_ids[each] for each in women.bodies.tolist()]
    for (first, second), row in rows.items():
        both = drawn[:, events.index(first)] * drawn[:, events.index(second)]
        shared = both.sum(axis=1, dtype=np.int64)
        share, p = float((shared >= row.shared).mean()), row.significance.p_sdsm
        assert abs(share - p) <= 4 * np.sqrt(p * (1 - p) / draws) + 1e-4
        assert shared.mean() == pytest.approx(row.significance.expected_sdsm, abs=0.06)


def test_more_is_expected_when_degrees_are_kept(
    rows: dict[tuple[str, str], OverlapAndChance],
) -> None:
    """Women who go everywhere meet everywhere."""
    for row in rows.values():
        found = row.significance
        assert found.expected_sdsm > found.expected_hypergeometric
