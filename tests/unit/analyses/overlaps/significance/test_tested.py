"""Chances of overlaps at the edges: nobody, everybody, and chances too small for a float."""

from __future__ import annotations

import numpy as np
import pytest

from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.seats import ORDINARY, Seats
from netmap.analyses.overlaps.significance.hypergeometric import log_hypergeometric_tail
from netmap.analyses.overlaps.significance.poisson_binomial import log_tail
from netmap.analyses.overlaps.significance.tested import overlap_significance
from netmap.errors import ThresholdError
from netmap.network import Network
from netmap.vocabulary import Role
from tests.small_networks import body, network, person, seat, seats, topic, work


def pairs(**members: str) -> Network:
    """A network of bodies, each with a member for every letter."""
    return Network.from_pairs([(each, name) for name, all_ in members.items() for each in all_])


def test_bodies_of_everybody_share_everybody_with_certainty() -> None:
    """What has to be so is no evidence."""
    (row,) = overlap_significance(pairs(a="xyz", b="xyz"))
    found = row.significance
    assert (found.expected_hypergeometric, found.expected_sdsm) == (3, 3)
    assert (found.p_hypergeometric, found.p_sdsm, found.q_sdsm) == (1, 1, 1)


def test_who_sits_everywhere_is_shared_by_all_with_certainty() -> None:
    """In the second model; in the first it is as likely to be missing as anybody."""
    rows = overlap_significance(pairs(a="xo", b="yo", c="zo"))
    assert {row.significance.p_sdsm for row in rows} == {1}
    assert all(row.significance.p_hypergeometric < 1 for row in rows)


def test_pairs_that_share_nothing_count_as_tested() -> None:
    """Bodies without anybody do not."""
    found = network(
        *(person(name) for name in "abcdef"),
        *(body(name) for name in ("one", "two", "three", "empty")),
        *seats("one", "a", "b", "c"),
        *seats("two", "a", "b", "c"),
        *seats("three", "d", "e", "f"),
    )
    (row,) = overlap_significance(found)
    assert row.significance.tests == 3
    assert row.significance.p_hypergeometric == pytest.approx(1 / 20)
    assert row.significance.q_hypergeometric == pytest.approx(3 / 20)


def test_only_counted_seats_are_tested() -> None:
    """Guests left out, the universe is smaller, too."""
    found = network(
        *(person(name) for name in "abc"),
        body("one"),
        body("two"),
        *seats("one", "a", "b"),
        *seats("two", "a"),
        seat("c", "two", role=Role.GUEST),
    )
    (row,) = overlap_significance(found, seats=Seats(roles=ORDINARY))
    assert (row.sizes, row.significance.universe) == ((2, 1), 2)


def test_topics_are_tested_like_members() -> None:
    """Whatever the part."""
    found = network(
        body("one"), body("two"), topic("x"), topic("y"), *work("one", "x"), *work("two", "x", "y")
    )
    (row,) = overlap_significance(found, by=OverlapBy.TOPICS)
    assert (row.shared_ids, row.significance.universe) == (("x",), 2)


def test_a_chance_too_small_for_a_float_is_told_in_logarithms_and_shown_as_the_least() -> None:
    """Nothing that happened is shown as impossible."""
    count = 400
    logs = log_hypergeometric_tail(
        np.array([count]), np.array([count]), np.array([count]), 1_000_000
    )
    assert logs[0] < np.log(np.nextafter(0, 1))
    tail = log_tail(np.array([300]), np.array([[1e-6, 1e-5]]), np.array([1000, 1000]))
    assert np.isfinite(tail[0])
    assert tail[0] < -1000
    members = [f"m{number}" for number in range(500)]
    others = [(f"x{number}", f"other {number % 40}") for number in range(4000)]
    shared = [(each, name) for each in members for name in ("one", "two")]
    (row,) = overlap_significance(Network.from_pairs(shared + others))
    assert row.significance.p_hypergeometric == np.nextafter(0, 1)
    assert 0 < row.significance.p_sdsm <= row.significance.q_sdsm < 1e-100


def test_a_threshold_outside_its_range_is_refused() -> None:
    """As for overlaps."""
    with pytest.raises(ThresholdError):
        overlap_significance(pairs(a="x", b="x"), min_jaccard=2)
