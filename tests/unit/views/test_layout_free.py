from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import pdist, squareform

from examples import city, small
from netmap.dates import period
from netmap.network import Network
from netmap.values import Record
from netmap.views.layout import layout, layout_over_time
from netmap.views.layout_circles import LARGEST_BODY_RADIUS, ORGANIZATION_RADIUS, PERSON_RADIUS
from netmap.views.layout_free import free_layout


@pytest.mark.parametrize("records", [small.records(), city.records()], ids=["small", "city"])
def test_no_two_marks_overlap_in_a_free_layout(records: list[Record]) -> None:
    """Forces alone pile marks up; pushed apart, all but a few touching ones can be told apart."""
    network = Network.from_records(records, as_of=period("2026-05-31"))
    radii = np.full(len(network.actor_ids), ORGANIZATION_RADIUS)
    radii[network.person_mask] = PERSON_RADIUS
    # Bodies are drawn by their members, few as large as this.
    radii[network.body_mask] = LARGEST_BODY_RADIUS * 0.75
    distances = squareform(pdist(free_layout(network).positions))
    np.fill_diagonal(distances, np.inf)
    overlapping = np.argwhere(distances < (radii[:, None] + radii[None, :]) * 0.9)
    assert len(overlapping) <= 0.01 * len(radii)


def test_the_same_network_gets_the_same_free_layout() -> None:
    """People find things where they were."""
    records = small.records()
    first = free_layout(Network.from_records(records))
    second = free_layout(Network.from_records(list(reversed(records))))
    assert np.array_equal(first.positions, second.positions)


def test_whoever_is_tied_to_nobody_stands_in_a_band_below() -> None:
    """Isolates are to be seen, not flung to the edge."""
    network = Network.from_records(small.records(), as_of=period("2026-05-31"))
    found = free_layout(network)
    (band,) = found.bands
    inside = (found.positions[:, 1] > band.top) & (found.positions[:, 1] < band.bottom)
    assert 0 < inside.sum() < len(inside) / 2


def test_nobody_moves_from_date_to_date() -> None:
    """Over all times everybody has one place, in whatever arrangement."""
    network = Network.from_records(small.records())
    for place in (layout, free_layout):
        dates = [network.at(period(each)) for each in ("2021-06-01", "2026-05-31")]
        placed = [layout_over_time(each, place).positions for each in dates]
        both = set(dates[0].actor_ids) & set(dates[1].actor_ids)
        assert both
        for actor in both:
            then, now = (
                where[net.actor_index[actor]] for net, where in zip(dates, placed, strict=True)
            )
            assert np.array_equal(then, now)
