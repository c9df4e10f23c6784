"""How often people meet becomes a number a year."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.errors import NetmapError
from netmap.ingest.errors import UnclearValueError
from netmap.ingest.frequencies import Frequency, frequency


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (12, 12.0),
        ("12", 12.0),
        ("0,5", 0.5),
        ("wöchentlich", 52.0),
        ("weekly", 52.0),
        ("14-tägig", 26.0),
        ("alle 14 Tage", 26.0),
        ("every other week", 26.0),
        ("monatlich", 12.0),
        ("jeden Monat", 12.0),
        ("once a month", 12.0),
        ("alle zwei Monate", 6.0),
        ("vierteljährlich", 4.0),
        ("quarterly", 4.0),
        ("einmal im Quartal", 4.0),
        ("halbjährlich", 2.0),
        ("jährlich", 1.0),
        ("alle 2 Jahre", 0.5),
        ("4x jährlich", 4.0),
        ("4 x im Jahr", 4.0),
        ("4 mal pro Jahr", 4.0),
        ("viermal im Jahr", 4.0),
        ("4x/Jahr", 4.0),
        ("jährlich 4x", 4.0),
        ("ca. 4x jährlich", 4.0),
        ("3-4x im Jahr", 3.5),
        ("3 bis 4 Sitzungen im Jahr", 3.5),
        ("zweimal im Monat", 24.0),
        ("2x wöchentlich", 104.0),
        ("täglich", 250.0),
        ("alle 13 Wochen", 4.0),
    ],
)
def test_a_rhythm_becomes_contacts_a_year(value: object, expected: float) -> None:
    """Numbers and words in both languages give the same measure."""
    assert frequency(value) == Frequency(expected)


@pytest.mark.parametrize(
    "value", ["unregelmäßig", "nach Bedarf", "anlassbezogen", "irregular", "as needed", "ad hoc"]
)
def test_exchange_without_a_rhythm_is_irregular_not_absent(value: str) -> None:
    """No number is made up for it."""
    assert frequency(value) == Frequency(irregular=True)


@pytest.mark.parametrize("value", [None, "", "?", "unbekannt", "k. A."])
def test_an_unknown_frequency_stays_unknown(value: object) -> None:
    """Neither a number nor irregular."""
    assert frequency(value) == Frequency()


@pytest.mark.parametrize(
    "value", ["regelmäßig", "mehrmals jährlich", "-3", "alle 0 Wochen", "oft", True, "9" * 5000]
)
def test_words_that_name_no_frequency_are_refused_with_examples(value: object) -> None:
    """Words like "regularly" do not say how often; the remedy shows what does."""
    with pytest.raises(NetmapError) as caught:
        frequency(value)
    assert "alle 6 Wochen" in caught.value.remedy_text.de


@given(st.one_of(st.text(max_size=120), st.floats(), st.booleans()))
def test_every_cell_is_a_frequency_or_refused(value: object) -> None:
    """A number that is read is finite and not negative."""
    with suppress(UnclearValueError):
        found = frequency(value)
        assert found.contacts_per_year is None or 0 <= found.contacts_per_year < float("inf")
