"""Sheets of plain cells: what every tabular source is turned into before anything is understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from netmap.errors import Place
from netmap.ingest.problems import Problem

CellValue = str | int | float | bool | date | datetime | None

_SPACES = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\u0085\u2028\u2029]")
# Zero-width characters, soft hyphens and byte order marks that copying from other programs leaves,
# and control characters that no record may hold.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
# A file of Excel escapes control characters like this (ECMA-376, part 1, 22.9.2.19).
_ESCAPED = re.compile("_x00(?:0[0-8BCEFbcef]|1[0-9A-Fa-f]|7[Ff])_")


def cleaned(text: str) -> str:
    r"""A text as people read it: no invisible characters, no space at its ends, one between words.

    >>> cleaned(" Anna\u00a0 Müller ")
    'Anna Müller'
    """
    if text.isascii() and text.isalnum():
        return text
    text = _LINE_ENDS.sub("\n", _ESCAPED.sub("", text).replace("_x000D_", ""))
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return "\n".join(line.strip() for line in _SPACES.sub(" ", text).split("\n")).strip()


def cell(value: object) -> CellValue:
    """One cell as a reader of files hands it over, cleaned; ``None`` where it holds nothing."""
    if isinstance(value, str):
        return cleaned(value) or None
    if isinstance(value, datetime):
        return value.date() if value.time() == time.min else value
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, bool | int | float | date) or value is None:
        return value
    return cleaned(str(value)) or None


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
