"""Partial dates: what people know of a date, and the days it may stand for."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, Field

from netmap.errors import DateError, RuleError

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """All days from ``first`` to ``last``, both included."""

    first: date
    last: date


@lru_cache(maxsize=4_096)  # the dates of a list are few
def period(text: str) -> Period:
    """The days a partial ISO 8601 date covers.

    Raises:
        DateError: The text is not ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, or no such day exists.

    >>> period("2024-02")
    Period(first=datetime.date(2024, 2, 1), last=datetime.date(2024, 2, 29))
    """
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise DateError(value=text)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return Period(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31))
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return Period(date(year, month, 1), date(year, month, last))
        return Period(date(year, month, day), date(year, month, day))
    except ValueError:  # calendar.IllegalMonthError is one, too
        raise DateError(value=text) from None


def today() -> Period:
    """The present day where this computer stands: validity in the real world is local."""
    now = datetime.now().astimezone().date()
    return Period(now, now)


def day_of(moment: datetime) -> date:
    """The day on which a moment fell where this computer stands."""
    return moment.astimezone().date()


def _checked(text: str) -> str:
    try:
        period(text)
    except DateError as error:
        raise RuleError(error.cause_text) from error
    return text


DATE_PATTERN = (
    "([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])(-(0[1-9]|1[0-2]"
    "|(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9])))?"
)
"""What a partial date looks like, for descriptions."""

PartialDate = Annotated[
    str, AfterValidator(_checked), Field(json_schema_extra={"pattern": f"^{DATE_PATTERN}$"})
]
"""An ISO 8601 date known to the year, the month or the day."""


def first_day(text: str | None) -> str:
    """First day as ISO text; the earliest there is when unknown, so that it excludes nothing."""
    return "0001-01-01" if text is None else period(text).first.isoformat()


def last_day(text: str | None) -> str:
    """Last day as ISO text; the latest there is when unknown, so that it excludes nothing."""
    return "9999-12-31" if text is None else period(text).last.isoformat()
