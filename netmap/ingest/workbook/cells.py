"""Cells of known columns, turned into values of the model; what is unclear stays as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from netmap.dates import period
from netmap.ingest import normalise
from netmap.ingest.columns import CellType, Column
from netmap.ingest.errors import UnclearValueError
from netmap.ingest.frequencies import frequency
from netmap.ingest.normalise_dates import partial_date
from netmap.ingest.normalise_numbers import number
from netmap.ingest.person_names import person_name
from netmap.ingest.problems import Problem
from netmap.ingest.table import CellValue
from netmap.ingest.workbook.notices import END_BEFORE_START, UNCLEAR
from netmap.ingest.workbook.rows import Entry
from netmap.model import Post
from netmap.values import Identifier

CHOICES: dict[str, Callable[[object], Any]] = {
    "sector": normalise.sector,
    "asked": normalise.asked,
    "level": normalise.level,
    "status": normalise.status,
    "house_level": normalise.house_level,
    "chair_rotation": normalise.chair_rotation,
    "coordination_form": normalise.coordination_form,
    "coordination_placement": normalise.placement,
}
"""What reads the closed vocabulary of each column that has one, by field."""

_POST = re.compile(r"(?P<label>.*\S)\s*\((?P<share>\d+(?:[.,]\d+)?)[^()]*\)")


def is_vacant(name: str) -> bool:
    """Whether a name says that nobody holds the post: "N. N.", "unbesetzt".

    >>> is_vacant("N. N."), is_vacant("Nina Neumann")
    (True, False)
    """
    return not normalise.is_unknown(name) and not person_name(name)


def post(words: str) -> Post:
    """A post by its label, with its share of full time in parentheses.

    >>> post("Leitung (0,5)")
    Post(label='Leitung', full_time_equivalent=0.5)
    """
    found = _POST.fullmatch(words)
    if found is None:
        return Post(label=words[:1_000])
    share = float(found["share"].replace(",", "."))
    if share > 1_000:
        return Post(label=words[:1_000])
    return Post(label=found["label"][:1_000], full_time_equivalent=share)


def identifier_of(words: str) -> Identifier:
    """An id in another system, which stands before a colon.

    >>> identifier_of("popolo: party/1"), identifier_of("4711")
    (Identifier(scheme='popolo', identifier='party/1'), Identifier(scheme='', identifier='4711'))
    """
    scheme, colon, given = words.partition(":")
    if not colon:
        return Identifier(scheme="", identifier=words[:1_000])
    return Identifier(scheme=scheme[:1_000], identifier=given[:1_000])


_WORDS: dict[CellType, Callable[[object], Any]] = {
    CellType.NAME: normalise.one_line,
    CellType.ROLE: normalise.one_line,
    CellType.TEXT: normalise.text,
    CellType.TEXTS: normalise.split_list,
    CellType.POSTS: lambda value: tuple(map(post, normalise.split_list(value))),
    CellType.IDENTIFIERS: lambda value: tuple(map(identifier_of, normalise.split_list(value))),
    CellType.FREQUENCY: frequency,
}
"""What reads cells in which "unknown" would be a value like others."""
_READERS: dict[CellType, Callable[[object], Any]] = {
    CellType.NUMBER: number,
    CellType.DATE: partial_date,
    CellType.YES_NO: normalise.boolean,
}


# Typed, for True and 1 are the same key otherwise.
@lru_cache(maxsize=65_536, typed=True)
def _read(field: str, cell_type: CellType, value: Any) -> Any:
    if cell_type in _WORDS:
        return None if normalise.is_unknown(value) else _WORDS[cell_type](value)
    return (CHOICES[field] if cell_type is CellType.CHOICE else _READERS[cell_type])(value)


def read_cell(column: Column, value: CellValue) -> Any:
    """The value of one cell; ``None`` where it says that nobody knows, or that a date is open.

    Raises:
        UnclearValueError: The cell does not hold what its column is for.
    """
    return _read(column.field, column.type, value)


def plain_fields(
    entry: Entry, problems: list[Problem]
) -> tuple[dict[str, Any], dict[str, CellValue]]:
    """Values by field of all cells but ids and references, and what belongs to the attributes.

    A field is left out where its cell is empty or unknown; a date that is said to be open is
    ``None``. An end before its start makes both unknown.

    Args:
        entry: The row.
        problems: Where to add what is unclear.
    """
    values: dict[str, Any] = {}
    attributes = dict(entry.rest)
    for field, cells in entry.cells.items():
        column = entry.definition.by_field[field]
        if column.type is CellType.ID or column.type.is_reference:
            continue
        value = cells[0].value
        try:
            read = read_cell(column, value)
        except UnclearValueError as error:
            attributes[cells[0].title] = normalise.text(value)
            problems.append(
                UNCLEAR.at(entry.place(field), cause=error.cause_text, remedy=error.remedy_text)
            )
            continue
        # A date that is said to be open is known to be none; an unknown one is not given.
        if read is not None or (column.type is CellType.DATE and not normalise.is_unknown(value)):
            values[field] = read
    start, end = values.get("start_date"), values.get("end_date")
    if start and end and period(start).first > period(end).last:
        del values["start_date"], values["end_date"]
        verbatim = {field: entry.cells[field][0] for field in ("start_date", "end_date")}
        for cell in verbatim.values():
            attributes[cell.title] = normalise.text(cell.value)
        problems.append(
            END_BEFORE_START.at(
                entry.place("end_date"),
                start=normalise.text(verbatim["start_date"].value),
                end=normalise.text(verbatim["end_date"].value),
            )
        )
    return values, attributes
