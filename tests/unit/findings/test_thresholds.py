"""Thresholds are settings with the same names, ranges and defaults."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from netmap.findings.thresholds import Thresholds
from netmap.settings import Settings


def test_thresholds_come_from_settings_of_the_same_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What an office sets is what findings go by."""
    monkeypatch.setenv("NETMAP_OVERLAP_MIN_JACCARD", "0.25")
    monkeypatch.setenv("NETMAP_AD_HOC_YEARS", "5")
    found = Thresholds.from_settings(Settings())
    assert (found.overlap_min_jaccard, found.ad_hoc_years) == (0.25, 5)


def test_settings_and_thresholds_agree_in_their_defaults() -> None:
    """Nothing set means the defaults that are documented with their reasons."""
    assert Thresholds.from_settings(Settings()) == Thresholds()


@pytest.mark.parametrize("name", list(Thresholds.model_fields))
def test_a_threshold_below_its_range_is_refused_in_both_places(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A setting cannot hold what the threshold would refuse."""
    with pytest.raises(ValidationError):
        Thresholds.model_validate({name: -1})
    monkeypatch.setenv(f"NETMAP_{name.upper()}", "-1")
    with pytest.raises(ValidationError):
        Settings()
