"""Partial dates: what they cover, and what is no date."""

from datetime import date

import pytest

from netmap.dates import Period, first_day, last_day, period
from netmap.errors import DateError
from netmap.language import Language


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024-05-31", date(2024, 5, 31), date(2024, 5, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_partial_date_covers_its_whole_period(text: str, first: date, last: date) -> None:
    """A year covers its days, a month its days, a day itself."""
    assert period(text) == Period(first, last)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-00", "2024-02-30", "0000", "2024-5", "٢٠٢٤", "31.12.2024"]
)
def test_what_is_no_date_is_refused_with_a_remedy(text: str) -> None:
    """A text that names no day raises an error that says what to write instead."""
    with pytest.raises(DateError) as caught:
        period(text)
    assert text in caught.value.message(Language.DE)
    assert "2024-05" in caught.value.remedy_text.de


def test_an_unknown_date_excludes_nothing() -> None:
    """Unknown starts lie before, unknown ends after every date there is."""
    assert first_day(None) == date.min.isoformat()
    assert last_day(None) == date.max.isoformat()
