"""Rows of any analysis as CSV: one value a cell, a column for each field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import get_args

from pydantic_core import to_json

from netmap.values import Part
from netmap.views.csv_text import csv_text


def rows_csv(rows: Sequence[Part]) -> str:
    """A header and a line a row.

    A part of a row becomes columns of its own (``person.name``), several values in one field stand
    in one cell with "; " between them, and a list of parts stands there as JSON. Without rows
    there is nothing to say: the text is empty.

    >>> class Span(Part):
    ...     first: int
    ...     last: int | None
    >>> class Row(Part):
    ...     name: str
    ...     ids: tuple[str, ...]
    ...     span: Span
    >>> print(rows_csv([Row(name="A", ids=("x", "y"), span=Span(first=1, last=None))]))
    name,ids,span.first,span.last
    A,x; y,1,
    <BLANKLINE>
    >>> rows_csv([])
    ''
    """
    lines = [dict(_cells(row, "")) for row in rows]
    # A part that is absent in one row has columns in another; all of them, in order of appearance.
    header = list(dict.fromkeys(name for line in lines for name in line))
    if not header:
        return ""
    return csv_text(header, ([line.get(name, "") for name in header] for line in lines))


def _cells(part: Part, prefix: str) -> Iterator[tuple[str, object]]:
    for field in type(part).model_fields:
        value = getattr(part, field)
        if isinstance(value, Part):
            yield from _cells(value, f"{prefix}{field}.")
        elif value is None and _holds_a_part(type(part).model_fields[field].annotation):
            continue
        else:
            yield f"{prefix}{field}", _cell(value)


def _holds_a_part(annotation: object) -> bool:
    """Whether a field that is empty here holds a part in other rows."""
    return any(isinstance(each, type) and issubclass(each, Part) for each in get_args(annotation))


def _cell(value: object) -> object:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Enum():
            return value.value
        case tuple() if any(isinstance(each, Part) for each in value):
            return to_json(value).decode()
        case tuple():
            return "; ".join(str(_cell(each)) for each in value)
        case _:
            return value
