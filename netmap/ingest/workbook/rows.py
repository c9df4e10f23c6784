"""Sheets with known columns, turned into rows keyed by field."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from netmap.errors import Place
from netmap.ingest.columns import EXAMPLE_ID, Column, SheetDefinition, title_key
from netmap.ingest.problems import Problem
from netmap.ingest.table import CellValue, Row, Sheet
from netmap.ingest.workbook.notices import COLUMN_TWICE, EXAMPLES, LINES_ABOVE
from netmap.ingest.workbook.own import OwnSheet
from netmap.ingest.xlsx_scan import column_name

# Lists have a heading or two above their titles, no more.
_TITLES_WITHIN = 10
_RUNNING_NUMBERS = frozenset({"nr", "nummer", "no", "number"})
_EXAMPLE_ID = re.compile(rf"(?:{EXAMPLE_ID.de}|{EXAMPLE_ID.en})[ .-]?\d*", re.IGNORECASE)


class Cell(NamedTuple):
    """One filled cell of a row.

    Attributes:
        title: Title of its column as it stands in the file.
        holds_ids: Whether the title says that the cells hold ids.
    """

    value: CellValue
    title: str
    holds_ids: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a sheet: its filled cells by field, and those of unknown columns by title.

    Attributes:
        cells: Cells of each field, the one with an id first where two columns name one reference.
        rest: What the unknown columns hold.
        titles: Titles of the sheet's known columns by field, whether filled in this row or not.
    """

    definition: SheetDefinition
    sheet: Sheet
    line: int
    cells: dict[str, tuple[Cell, ...]]
    rest: dict[str, CellValue]
    titles: Mapping[str, str]

    def place(self, name: str | None = None) -> Place:
        """The place of the row, or of its cell in one field."""
        found = self.cells.get(name or "")
        title = found[0].title if found else self.titles.get(name or "")
        return self.sheet.place(line=self.line, column=title)

    @property
    def content(self) -> Hashable:
        """What the row says, wherever it stands: equal for rows with the same cells."""
        return frozenset(self.cells.items()), frozenset(self.rest.items())

    def cell(self, name: str) -> Cell | None:
        """The first cell of a field; ``None`` where the row has none."""
        found = self.cells.get(name)
        return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Titles:
    """The line of titles of a sheet.

    Attributes:
        position: Position of the line among the sheet's rows.
        columns: By position: title and column, ``None`` for an unknown one.
    """

    position: int
    columns: dict[int, tuple[str, Column | None]]
    problems: list[Problem] = field(default_factory=list)

    @property
    def hold_ids_of_others(self) -> bool:
        """Whether a column refers to other records by their ids."""
        return any(column and column.holds_ids(title) for title, column in self.columns.values())

    @property
    def by_field(self) -> dict[str, str]:
        """Title of each field that the sheet has a column for."""
        return {column.field: title for title, column in self.columns.values() if column}


def without_running_numbers(found: Titles) -> Titles:
    """The titles with a column of running numbers taken as an unknown one.

    A running number is no id where nothing refers to it: sorting the list gives it to another row.
    """
    return replace(
        found,
        columns={
            at: (title, None if _is_running_number(title, column) else column)
            for at, (title, column) in found.columns.items()
        },
    )


def _is_running_number(title: str, column: Column | None) -> bool:
    return column is not None and column.field == "id" and title_key(title) in _RUNNING_NUMBERS


def titles(sheet: Sheet, definition: SheetDefinition, *, on_top: bool = False) -> Titles:
    """The line among the first ones that names the most columns, as ``definition`` has them.

    A second column for the same field is taken as an unknown one, but for references, which may
    be given by id and by name at once. With ``on_top`` it is the first line.
    """
    if on_top:
        return _read_titles(sheet, definition, 0)
    best, most = 0, 0
    for position, row in enumerate(sheet.rows[:_TITLES_WITHIN]):
        known = {column.field for _, value in row.filled() if (column := _known(value, definition))}
        if len(known) > most:
            best, most = position, len(known)
    return _read_titles(sheet, definition, best)


def _known(value: object, definition: SheetDefinition) -> Column | None:
    return definition.column(value) if isinstance(value, str) else None


def _read_titles(sheet: Sheet, definition: SheetDefinition, position: int) -> Titles:
    found = Titles(position, {})
    if not sheet.rows:
        return found
    row = sheet.rows[position]
    width = max(len(each.cells) for each in sheet.rows[position:])
    first: dict[str, str] = {}
    used: set[str] = set()
    for at in range(width):
        value = row.cells[at] if at < len(row.cells) else None
        title = column_name(at) if value is None else str(value)
        column = _known(value, definition)
        if column and column.field in first and not column.type.is_reference:
            place = sheet.place(line=row.line, column=title)
            found.problems.append(COLUMN_TWICE.at(place, first=first[column.field]))
            column = None
        if column:
            first.setdefault(column.field, title)
        number = 2
        unique = title
        while column is None and unique in used:
            unique = f"{title} ({number})"
            number += 1
        used.add(unique)
        found.columns[at] = (unique, column)
    if position:
        found.problems.append(LINES_ABOVE.at(sheet.place(), line=row.line))
    return found


def entries(
    sheet: Sheet, definition: SheetDefinition, known: Titles, own: OwnSheet | None = None
) -> Iterator[Entry]:
    """The rows below the titles; repeated titles and a template's example rows are passed over.

    Rows of netmap's ``own`` are all meant; it takes those that it keeps exactly. Problems are added
    to ``known`` once the rows have been read.
    """
    examples = 0
    by_field = known.by_field
    plan = [
        (at, title, column, bool(column and column.holds_ids(title)))
        for at, (title, column) in known.columns.items()
    ]
    for row in sheet.rows[known.position + 1 :]:
        if own.takes(definition.key, sheet, row) if own else _repeats_titles(row, known):
            continue
        cells: dict[str, tuple[Cell, ...]] = {}
        rest: dict[str, CellValue] = {}
        values = row.cells
        for at, title, column, holds_ids in plan:
            if at >= len(values):
                break
            value = values[at]
            if value is None:
                continue
            if column is None:
                rest[title] = value
            elif column.field in cells:
                both = (*cells[column.field], Cell(value, title, holds_ids))
                cells[column.field] = tuple(sorted(both, key=lambda cell: not cell.holds_ids))
            else:
                cells[column.field] = (Cell(value, title, holds_ids),)
        given = cells["id"][0].value if "id" in cells else None
        if own is None and isinstance(given, str) and _EXAMPLE_ID.fullmatch(given):
            examples += 1
            continue
        yield Entry(definition, sheet, row.line, cells, rest, by_field)
    if examples:
        known.problems.append(EXAMPLES.at(sheet.place(), count=examples))


def _repeats_titles(row: Row, known: Titles) -> bool:
    """Lists made for printing repeat their titles on every page."""
    for at, value in enumerate(row.cells):
        if value is None:
            continue
        title = known.columns[at][0] if at in known.columns else None
        if title is None or not isinstance(value, str):
            return False
        # Folding takes time, and hardly any cell looks like a title.
        if value[:1].casefold() != title[:1].casefold() or title_key(value) != title_key(title):
            return False
    return True
