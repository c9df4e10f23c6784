"""Numbers are read with decimal comma and point, and never guessed."""

from __future__ import annotations

import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.errors import NetmapError
from netmap.ingest.errors import UnclearValueError
from netmap.ingest.normalise_numbers import number


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("4", 4.0),
        ("10117.0", 10117.0),
        ("0,5", 0.5),
        ("12,25", 12.25),
        ("0,125", 0.125),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567.0),
        ("1 234", 1234.0),
        ("-3", -3.0),
        (7, 7.0),
        (0.1, 0.1),
        ("", None),
        ("k. A.", None),
        (float("nan"), None),
    ],
)
def test_numbers_are_read_with_decimal_comma_and_point(
    value: object, expected: float | None
) -> None:
    """A German and an English spelling of a number give the same value, unknown gives none."""
    assert number(value) == expected


@pytest.mark.parametrize("value", ["1.234", "1,234", "vier", "1e5", "4 bis 5", "inf", True, "٣"])
def test_a_number_that_is_none_or_reads_two_ways_is_refused_with_examples(value: object) -> None:
    """A thousand in one language and a little over one in the other is nobody's guess."""
    with pytest.raises(NetmapError) as caught:
        number(value)
    assert caught.value.code == "ingest.value_unclear"
    assert "1234" in caught.value.remedy_text.de


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30)))
def test_every_cell_is_a_finite_number_unknown_or_refused(value: object) -> None:
    """Neither infinity nor "not a number" reaches a record."""
    with suppress(UnclearValueError):
        found = number(value)
        assert found is None or math.isfinite(found)
