"""Dates as people and programs write them become partial ISO dates."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.dates import period
from netmap.errors import NetmapError
from netmap.ingest.errors import UnclearValueError
from netmap.ingest.normalise_dates import partial_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024", "2024"),
        (2024, "2024"),
        (2024.0, "2024"),
        ("2024-05", "2024-05"),
        ("2024-5-3", "2024-05-03"),
        ("2024-05-31", "2024-05-31"),
        ("2024/05/31", "2024-05-31"),
        ("2024-05-31T10:00:00Z", "2024-05-31"),
        ("2024-05-31T10", "2024-05-31"),
        ("2024-05-31 10:00:00.123+02:00", "2024-05-31"),
        (date(2024, 5, 31), "2024-05-31"),
        (datetime(2024, 5, 31, 10, 0), "2024-05-31"),  # noqa: DTZ001 - as Excel has it
        ("31.12.2024", "2024-12-31"),
        (" 31.12.2024 ", "2024-12-31"),
        ("1. 2. 2024", "2024-02-01"),
        ("31.12.2024 00:00:00", "2024-12-31"),
        ("1.2.24", "2024-02-01"),
        ("1.2.68", "2068-02-01"),
        ("1.2.69", "1969-02-01"),
        ("12/2024", "2024-12"),
        ("12.2024", "2024-12"),
        ("Dez 2024", "2024-12"),
        ("Dez. 2024", "2024-12"),
        ("März 2024", "2024-03"),
        ("1. Dezember 2024", "2024-12-01"),
        ("December 1, 2024", "2024-12-01"),
        ("1st May 2024", "2024-05-01"),
        ("20241231", "2024-12-31"),
        (45657, "2024-12-31"),
        (45657.75, "2024-12-31"),
        ("45657", "2024-12-31"),
        ("seit 2019", "2019"),
        ("seit dem 1.1.2020", "2020-01-01"),
        ("bis Ende 2024", "2024"),
        ("3. Quartal 2024", "2024"),
        ("2015-00-00", "2015"),
        ("31/12/2024", "2024-12-31"),
        ("12/31/2024", "2024-12-31"),
    ],
)
def test_a_date_is_kept_as_exactly_as_it_is_known(value: object, expected: str) -> None:
    """Year, month or day, in every usual spelling and length."""
    assert partial_date(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "?",
        "unbekannt",
        "offen",
        "Offen",
        "unbefristet",
        "bis auf Weiteres",
        "heute",
        "9999-12-31",
        "31.12.9999",
        "9999",
        date(9999, 12, 31),
        "0000-00-00",
    ],
)
def test_open_and_unknown_give_no_date(value: object) -> None:
    """What nobody knows and what has no end excludes nothing."""
    assert partial_date(value) is None


@pytest.mark.parametrize(
    "value",
    ["31.2.2024", "2024-13", "03/04/2024", "2024/25", "Schuljahr 2023/24", "x", True, -5, 1e300],
)
def test_what_is_no_date_or_reads_two_ways_is_refused_with_examples(value: object) -> None:
    """No day is guessed: neither the 31st of February nor the third or fourth of something."""
    with pytest.raises(NetmapError) as caught:
        partial_date(value)
    assert caught.value.code == "ingest.value_unclear"
    assert "31.12.2024" in caught.value.remedy_text.en


@given(st.dates(min_value=date(1955, 1, 1), max_value=date(2060, 12, 31)))
def test_the_usual_spellings_of_a_day_agree(day: date) -> None:
    """ISO, German, timestamp and serial number name the same day."""
    serial = (day - date(1899, 12, 30)).days
    spellings = (day, day.isoformat(), f"{day:%d.%m.%Y}", f"{day.isoformat()}T00:00:00Z", serial)
    assert {partial_date(spelling) for spelling in spellings} == {day.isoformat()}


@given(st.one_of(st.text(max_size=40), st.from_regex(r"[0-9./ -]{4,12}", fullmatch=True)))
def test_whatever_is_read_is_a_date_that_exists(value: str) -> None:
    """The result is a partial date or nothing; everything else is refused as unclear."""
    with suppress(UnclearValueError):
        found = partial_date(value)
        assert found is None or period(found).first <= period(found).last
