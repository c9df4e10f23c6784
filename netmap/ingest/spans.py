"""From when to when a record of a JSON document holds, read from two of its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netmap.errors import NetmapError, Place
from netmap.ingest.fitting import open_attributes
from netmap.ingest.normalise import is_unknown
from netmap.ingest.normalise_dates import is_reversed, partial_date
from netmap.ingest.problems import Problem
from netmap.ingest.workbook.notices import END_BEFORE_START, UNCLEAR
from netmap.values import AttributeValue


def span(
    raw: Mapping[str, object],
    *,
    start: str,
    end: str,
    place: Callable[[str], Place],
    attributes: dict[str, AttributeValue],
    problems: list[Problem],
) -> dict[str, object]:
    """Start and end of a record; words that are no date go to ``attributes`` and are told.

    Args:
        raw: The object as its document has it.
        start: Title of the field that holds the start.
        end: Title of the field that holds the end.
        place: The place of a field by its title.
        attributes: Open attributes of the record, to add to.
        problems: What was found, to add to.

    Returns:
        ``start_date`` and ``end_date`` as far as the object says them; an end that is said to be
        open is ``None``. Neither, where the end lies before the start.
    """
    found: dict[str, object] = {}
    for title, name in ((start, "start_date"), (end, "end_date")):
        try:
            date = partial_date(raw.get(title))
            # An end that is said to be open is known to be none.
            if date is not None or not is_unknown(raw.get(title)):
                found[name] = date
        except NetmapError as error:
            problems.append(
                UNCLEAR.at(place(title), cause=error.cause_text, remedy=error.remedy_text)
            )
            attributes |= open_attributes({title: raw.get(title)})
    first, last = found.get("start_date"), found.get("end_date")
    if isinstance(first, str) and isinstance(last, str) and is_reversed(first, last):
        problems.append(END_BEFORE_START.at(place(end), start=first, end=last))
        attributes |= open_attributes({start: raw.get(start), end: raw.get(end)})
        return {}
    return found
