"""The chance of overlaps among the committees of the US Congress."""

from __future__ import annotations

import pytest
from scipy.stats import hypergeom

from netmap.analyses.overlaps.significance.tested import OverlapAndChance, overlap_significance
from netmap.network import Network


@pytest.fixture(scope="module")
def rows(congress: Network) -> dict[tuple[str, str], OverlapAndChance]:
    """All pairs of committees that share a member."""
    return {row.bodies: row for row in overlap_significance(congress)}


def test_all_pairs_of_committees_with_members_are_tested(
    rows: dict[tuple[str, str], OverlapAndChance],
) -> None:
    """228 committees, 528 members who sit anywhere, and 6,533 pairs that share one."""
    assert len(rows) == 6533
    assert {row.significance.tests for row in rows.values()} == {228 * 227 // 2}
    assert {row.significance.universe for row in rows.values()} == {528}


def test_armed_services_and_veterans_affairs_share_more_than_chance_would_give(
    rows: dict[tuple[str, str], OverlapAndChance],
) -> None:
    """10 of 27 and 19 senators, where about one would be expected."""
    found = rows["SSAS", "SSVA"].significance
    assert found.expected_hypergeometric == pytest.approx(27 * 19 / 528)
    assert found.p_hypergeometric == pytest.approx(hypergeom.sf(9, 528, 27, 19))
    assert 1 < found.expected_sdsm < 1.5
    assert found.p_hypergeometric < found.p_sdsm < found.q_sdsm < 0.001


def test_large_committees_of_the_house_share_what_chance_would_give(
    rows: dict[tuple[str, str], OverlapAndChance],
) -> None:
    """Appropriations and Budget: 6 of 62 and 37 members. Listed all the same."""
    row = rows["HSAP", "HSBU"]
    assert (row.sizes, row.shared) == ((62, 37), 6)
    assert row.significance.p_sdsm > 0.05
