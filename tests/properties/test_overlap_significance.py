"""What holds of chances and null models whatever the network."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import false_discovery_control, hypergeom

from netmap.analyses.overlaps.parts import OverlapBy, holdings
from netmap.analyses.overlaps.shared import Overlap, overlap
from netmap.analyses.overlaps.significance.configuration import ConfigurationModel
from netmap.analyses.overlaps.significance.hypergeometric import (
    log_false_discovery,
    log_hypergeometric_tail,
)
from netmap.analyses.overlaps.significance.poisson_binomial import log_tail
from netmap.analyses.overlaps.significance.tested import overlap_significance
from netmap.network import Network

untimed = settings(deadline=None)

_seats = st.lists(
    st.tuples(
        st.integers(0, 8).map(lambda number: f"person {number}"),
        st.integers(0, 6).map(lambda number: f"body {number}"),
    ),
    max_size=40,
)


@untimed
@given(st.data())
def test_the_hypergeometric_tail_is_that_of_scipy(data: st.DataObject) -> None:
    """For every size and count that can be, those below what has to be shared included."""
    universe = data.draw(st.integers(1, 300))
    first = data.draw(st.integers(0, universe))
    second = data.draw(st.integers(0, universe))
    shared = data.draw(st.integers(0, min(first, second)))
    (found,) = log_hypergeometric_tail(
        np.array([shared]), np.array([first]), np.array([second]), universe
    )
    expected = hypergeom.logsf(shared - 1, universe, first, second)
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)


_chances = st.sampled_from([0.0, 1e-9, 1e-4, 0.03, 0.1, 0.5, 0.9, 0.999, 1.0]) | st.floats(0, 1)


@untimed
@given(st.lists(st.tuples(_chances, st.integers(1, 5)), min_size=1, max_size=5), st.data())
def test_the_poisson_binomial_tail_is_exact(
    events: list[tuple[float, int]], data: st.DataObject
) -> None:
    """As fractions say, however small it is."""
    least = data.draw(st.integers(0, sum(times for _, times in events)))
    exact = [Fraction(1)]
    for chance, times in events:
        yes = Fraction(chance)
        for _ in range(times):
            exact = [
                (exact[count] if count < len(exact) else 0) * (1 - yes)
                + (exact[count - 1] * yes if count else 0)
                for count in range(len(exact) + 1)
            ]
    expected = sum(exact[least:], Fraction(0))
    (found,) = log_tail(
        np.array([least]),
        np.array([[chance for chance, _ in events]]),
        np.array([times for _, times in events]),
    )
    if expected == 0:
        assert found == -math.inf
    else:
        log = math.log(expected.numerator) - math.log(expected.denominator)
        assert found == pytest.approx(log, rel=1e-9, abs=1e-9)


@untimed
@given(
    st.lists(st.tuples(st.floats(1e-12, 1), st.integers(1, 4)), min_size=1, max_size=12),
    st.integers(0, 20),
)
def test_false_discoveries_are_controlled_as_in_scipy(
    chances: list[tuple[float, int]], idle: int
) -> None:
    """Equal tests together, and tests of chance 1 that are only counted."""
    counts = np.array([count for _, count in chances])
    values = np.array([chance for chance, _ in chances])
    every = np.concatenate((np.repeat(values, counts), np.ones(idle)))
    expected = false_discovery_control(every)[: counts.sum()][np.cumsum(counts) - 1]
    found = log_false_discovery(np.log(values), counts, len(every))
    assert np.exp(found) == pytest.approx(expected)


@untimed
@given(_seats)
def test_the_model_keeps_sizes_and_degrees_on_the_average(seats: list[tuple[str, str]]) -> None:
    """Each body is as large, and each person in as many bodies, as in fact."""
    sets = holdings(Network.from_pairs(seats), OverlapBy.MEMBERS).sets
    model = ConfigurationModel.of(sets)
    sizes, of_size = np.unique(sets.sizes[sets.sizes > 0], return_counts=True)
    degrees = np.bincount(sets.items, minlength=sets.universe)
    assert model.chances @ model.items == pytest.approx(sizes, abs=1e-6)
    assert of_size @ model.chances == pytest.approx(np.unique(degrees[degrees > 0]), abs=1e-6)
    assert np.all((model.chances >= 0) & (model.chances <= 1))


@untimed
@given(_seats, st.floats(0, 1))
def test_nothing_is_left_out_and_thresholds_change_no_chance(
    seats: list[tuple[str, str]], least: float
) -> None:
    """The rows are those of the overlaps in their order; chances depend on the network alone."""
    network = Network.from_pairs(seats)
    every = overlap_significance(network)
    some = overlap_significance(network, min_jaccard=least)
    plain = [Overlap.model_validate(row.model_dump(exclude={"significance"})) for row in every]
    assert plain == overlap(network, by=OverlapBy.MEMBERS)
    assert some == [row for row in every if row.jaccard >= least]
    for row in every:
        found = row.significance
        assert 0 < found.p_hypergeometric <= found.q_hypergeometric <= 1
        assert 0 < found.p_sdsm <= found.q_sdsm <= 1
        assert found.universe == len({person for person, _ in seats})


@untimed
@given(_seats)
def test_sharing_more_is_never_more_likely(seats: list[tuple[str, str]]) -> None:
    """Among pairs of the same sizes."""
    found: dict[tuple[int, int], list[tuple[int, float, float]]] = {}
    for row in overlap_significance(Network.from_pairs(seats)):
        sizes = (min(row.sizes), max(row.sizes))
        chances = (row.significance.p_hypergeometric, row.significance.p_sdsm)
        found.setdefault(sizes, []).append((row.shared, *chances))
    for rows in found.values():
        rows.sort()
        for (_, p, r), (_, further_p, further_r) in pairwise(rows):
            assert further_p <= p * (1 + 1e-9)
            assert further_r <= r * (1 + 1e-9)
