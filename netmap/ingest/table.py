"""Sheets of plain cells: what every tabular source is turned into before anything is understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from netmap.errors import Place
from netmap.ingest.normalise import text
from netmap.ingest.problems import Problem

CellValue = str | int | float | bool | date | datetime | None


def cell(value: object) -> CellValue:
    """One cell as a reader of files hands it over, cleaned; ``None`` where it holds nothing."""
    if isinstance(value, str):
        return text(value) or None
    if isinstance(value, datetime):
        return value.date() if value.time() == time.min else value
    if value is None or isinstance(value, bool | int | float | date):
        return value
    return text(value) or None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a sheet.

    Attributes:
        line: Number as a spreadsheet shows it, from 1.
        cells: From the first column on; a row may be shorter than others.
    """

    line: int
    cells: tuple[CellValue, ...]

    def filled(self) -> Iterator[tuple[int, str | int | float | bool | date]]:
        """Position and value of the cells that hold something."""
        return ((at, value) for at, value in enumerate(self.cells) if value is not None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a source, blank lines left out.

    Attributes:
        file: Name of the file or folder as the user gave it.
        name: Title of the sheet, or name of the CSV file without its ending.
        part: What tells the sheet from others of the same source; ``None`` for a single CSV file.
        problems: What was found while reading; told when the sheet is used.
    """

    file: str
    name: str
    part: str | None
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()

    def place(self, *, line: int | None = None, column: str | None = None) -> Place:
        """A place in this sheet."""
        return Place(file=self.file, sheet=self.part, line=line, column=column)


def rows_of(lines: Iterable[Iterable[object]], *, first_line: int = 1) -> tuple[Row, ...]:
    """Clean rows, numbered from ``first_line``; those without any content are left out."""
    rows = []
    for line, values in enumerate(lines, first_line):
        cells = tuple(cell(value) for value in values)
        if any(value is not None for value in cells):
            rows.append(Row(line, cells))
    return tuple(rows)
