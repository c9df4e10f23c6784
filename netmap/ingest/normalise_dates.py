"""Dates as files hold them, turned into partial ISO dates."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from netmap.dates import period
from netmap.errors import DateError
from netmap.ingest.errors import UnclearValueError
from netmap.ingest.normalise import folded, is_unknown, one_line
from netmap.language import Text

# Excel counts days from here, its leap day of 1900 that never was included.
_SERIAL_EPOCH = date(1899, 12, 30)
# From 1954 to 2119: what lies outside is likelier some other number in the wrong column.
_SERIALS = range(20_000, 80_000)

_OPEN = frozenset(
    {
        "offen",
        "open",
        "heute",
        "today",
        "present",
        "now",
        "current",
        "aktuell",
        "laufend",
        "ongoing",
        "unbefristet",
        "unlimited",
        "bis auf weiteres",
        "until further notice",
        "bis heute",
        "fortlaufend",
        "dauerhaft",
        "permanent",
        "unklar",
        "none",
    }
)

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "jan januar january jaen jaenner",
            "feb februar february feber",
            "mar mrz maerz maer march",
            "apr april",
            "mai may",
            "jun juni june",
            "jul juli july",
            "aug august",
            "sep sept september",
            "okt oct oktober october",
            "nov november",
            "dez dec dezember december",
        ),
        start=1,
    )
    for name in names.split()
}

_WORDS_BEFORE = re.compile(
    r"^(?:seit|ab|von|vom|dem|since|from|as of|bis|zum|until|till|to|stand)\s+(?:dem\s+)?",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    r"^(?:anfang|mitte|ende|early|mid|late|fruehjahr|fruehling|sommer|herbst|spring|summer|autumn|"
    r"(?:[1-4] )?(?:quartal|quarter)|q[1-4]|[12] halbjahr|h[12]) (?P<year>\d{4})$"
)

_TIME = r"(?:[T ]\d{1,2}(?::?\d{2}){0,2}(?:[.,]\d+)?\s*(?:Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?"
_ISO = re.compile(
    r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2})" + _TIME + r")?)?", re.ASCII
)
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})" + _TIME, re.ASCII)
_DAY_FIRST = re.compile(
    r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4}|\d{2})" + _TIME, re.ASCII
)
_MONTH_FIRST = re.compile(r"(?P<m>\d{1,2})\s?[./-]\s?(?P<y>\d{4})", re.ASCII)
_SLASHED = re.compile(r"(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>\d{4})" + _TIME, re.ASCII)
_WITH_NAME = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)? )?(?P<name>[a-z]+) (?:(?P<d2>\d{1,2})(?:st|nd|rd|th)? )?"
    r"(?P<y>\d{4}|\d{2})",
    re.ASCII,
)


def partial_date(value: object) -> str | None:
    """A date known to the year, month or day, as ISO text; ``None`` when open or unknown.

    Reads ISO dates and timestamps of any length, German dates, months by name in both languages,
    Excel serial numbers and parts of a year ("Ende 2024", which becomes the year). Words such as
    "seit" and "bis" before a date are dropped. Two-digit years up to 68 lie in this century.
    Years from 9999 on and zero dates stand for open.

    Raises:
        UnclearValueError: No date, or one that reads differently in German and English:
            ``03/04/2024``.

    >>> partial_date("31.12.2024"), partial_date("12/2024"), partial_date("Dez 2024")
    ('2024-12-31', '2024-12', '2024-12')
    >>> partial_date("2024-05-31T10:00:00Z"), partial_date(45657), partial_date("seit 2019")
    ('2024-05-31', '2024-12-31', '2019')
    >>> partial_date("9999-12-31"), partial_date("offen")
    (None, None)
    """
    if isinstance(value, datetime):
        return _open_or(value.date().isoformat())
    if isinstance(value, date):
        return _open_or(value.isoformat())
    if isinstance(value, bool):
        raise _unclear("true" if value else "false")
    if is_unknown(value):
        return None
    found = one_line(value)
    bare = _WORDS_BEFORE.sub("", found)
    if folded(found) in _OPEN or folded(bare) in _OPEN:
        return None
    iso = _from_digits(bare) or _from_name(bare)
    if iso is None:
        raise _unclear(found)
    try:
        return _open_or(iso)
    except DateError:
        raise _unclear(found) from None


def is_reversed(start: str, end: str) -> bool:
    """Whether an end lies before its start, as far as both are known.

    >>> is_reversed("2020-05", "2019"), is_reversed("2020-05", "2020")
    (True, False)
    """
    return end < start[: len(end)]


def _from_digits(found: str) -> str | None:
    serial = re.fullmatch(r"(\d{5})(?:\.\d+)?", found, re.ASCII)
    if serial and int(serial[1]) in _SERIALS:
        return (_SERIAL_EPOCH + timedelta(days=int(serial[1]))).isoformat()
    for shape in (_ISO, _COMPACT, _DAY_FIRST, _MONTH_FIRST):
        match = shape.fullmatch(found)
        if match:
            parts = match.groupdict()
            return _iso(parts["y"], parts["m"], parts.get("d"))
    slashed = _SLASHED.fullmatch(found)
    if slashed is None:
        return None
    first, second = int(slashed["a"]), int(slashed["b"])
    if first > 12 or first == second:
        return _iso(slashed["y"], slashed["b"], slashed["a"])
    if second > 12:
        return _iso(slashed["y"], slashed["a"], slashed["b"])
    return None


def _from_name(found: str) -> str | None:
    words = folded(found)
    part = _PART_OF_YEAR.fullmatch(words)
    if part:
        return part["year"]
    match = _WITH_NAME.fullmatch(words)
    if match is None or match["name"] not in _MONTHS or (match["d1"] and match["d2"]):
        return None
    return _iso(match["y"], str(_MONTHS[match["name"]]), match["d1"] or match["d2"])


def _iso(year: str, month: str | None, day: str | None) -> str:
    if len(year) == 2:
        year = f"{20 if int(year) <= 68 else 19}{year}"
    parts = [year]
    # Databases write "2015-00-00" for a date of which only the year is known.
    if month and int(month):
        parts.append(f"{int(month):02}")
        if day and int(day):
            parts.append(f"{int(day):02}")
    return "-".join(parts)


def _open_or(iso: str) -> str | None:
    if iso.startswith(("9999", "0000", "0001-01-01")):
        return None
    period(iso)
    return iso


def _unclear(found: str) -> UnclearValueError:
    return UnclearValueError(
        value=found[:100],
        expected=Text(de="ein Datum", en="a date"),
        examples=Text(
            de="2024, 12/2024, 31.12.2024 oder 2024-12-31",
            en="2024, 12/2024, 31.12.2024 or 2024-12-31",
        ),
    )
