from __future__ import annotations

from collections import Counter

import pytest

from tests.contract.suite import StoreContract


def test_no_capability_hides_a_test_of_another() -> None:
    """Every test of every capability runs: no two have the same name."""
    names = Counter(
        name
        for capability in StoreContract.__bases__
        for name in vars(capability)
        if name.startswith("test_")
    )
    assert [name for name, count in names.items() if count > 1] == []
    assert len(names) > 50


def test_a_deviation_has_to_be_declared() -> None:
    """A backend that replaces a test of the contract without saying why does not even load."""
    with pytest.raises(TypeError, match="test_founds_an_empty_network"):
        type("Quiet", (StoreContract,), {"test_founds_an_empty_network": None})


def test_a_declared_deviation_has_to_be_one() -> None:
    """A declaration that outlived its deviation is refused."""
    with pytest.raises(TypeError, match="test_gone"):
        type("Stale", (StoreContract,), {"DEVIATIONS": {"test_gone": "because"}})
