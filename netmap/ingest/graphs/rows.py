"""Nodes and edges as rows of known sheets, with the places they came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from netmap.errors import Place
from netmap.ingest.columns import SHEETS, SheetDefinition
from netmap.ingest.graphs.raw import Value, free_title, inside
from netmap.ingest.problems import Problem
from netmap.ingest.table import CellValue, Sheet, cell
from netmap.ingest.workbook.rows import Cell, Entry

DEFINITIONS = {sheet.key: sheet for sheet in SHEETS}
"""The sheets of a workbook by their keys."""


@dataclass(slots=True)
class _Row:
    definition: SheetDefinition
    cells: dict[str, tuple[Cell, ...]]
    rest: dict[str, CellValue]
    at: Place


@dataclass(slots=True)
class Rows:
    """Rows to be, each with its place; their number stands for the line until they are read.

    Attributes:
        problems: What was found while they were made.
        taken: Which attributes were read as which field, by sheet, and how often.
    """

    file: str
    problems: list[Problem] = field(default_factory=list)
    taken: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _rows: list[_Row] = field(default_factory=list)

    def add(
        self,
        sheet: str,
        at: Place,
        cells: Mapping[str, Cell],
        attributes: Mapping[str, Value],
        *,
        fields: Mapping[str, str],
        without: Collection[str] = (),
    ) -> int:
        """Add a row; give back its number.

        Attributes with a title that its sheet knows are read as that field, unless ``fields`` says
        otherwise; all others stay attributes.

        Args:
            sheet: Key of the sheet.
            at: Place of the node or edge.
            cells: What is known already, by field.
            attributes: Those of the node or edge.
            fields: Field by attribute, as the mapping says.
            without: Fields that no attribute may fill.
        """
        definition = DEFINITIONS[sheet]
        found: dict[str, tuple[Cell, ...]] = {name: (each,) for name, each in cells.items()}
        rest: dict[str, CellValue] = {}
        for title, raw in attributes.items():
            value = cell(raw)
            if value is None:
                continue
            name = _field_of(definition, title, fields)
            if name is None or name in found or name in without:
                rest[title] = value
            else:
                found[name] = (Cell(value, title),)
                self.taken[sheet, title, name] += 1
        self._rows.append(_Row(definition, found, rest, at))
        return len(self._rows)

    def set(self, number: int, name: str, value: Cell) -> Cell | None:
        """Fill a field of a row; give back what it holds already, if so."""
        row = self._rows[number - 1]
        if name in row.cells:
            return row.cells[name][0]
        row.cells[name] = (value,)
        return None

    def keep(self, number: int, title: str, value: str) -> None:
        """Add an open attribute to a row, beside others of its title."""
        rest = self._rows[number - 1].rest
        rest[free_title(rest, title)] = value

    def entries(self) -> list[Entry]:
        """All rows as the reader of workbooks takes them."""
        return list(self._entries())

    def _entries(self) -> Iterator[Entry]:
        sheets = {key: Sheet(self.file, key, None, ()) for key in DEFINITIONS}
        for number, row in enumerate(self._rows, 1):
            titles = {name: cells[0].title for name, cells in row.cells.items()}
            yield Entry(
                row.definition, sheets[row.definition.key], number, row.cells, row.rest, titles
            )

    def placed(self, problem: Problem) -> Problem:
        """A problem of a row at the place that the row came from."""
        line, title = problem.place.line, problem.place.column
        if line is None or not 1 <= line <= len(self._rows):
            return problem
        at = self._rows[line - 1].at
        return replace(problem, place=inside(at, title) if title else at)


def _field_of(definition: SheetDefinition, title: str, fields: Mapping[str, str]) -> str | None:
    if title in fields:
        name = fields[title]
        return name if name in definition.by_field else None
    column = definition.column(title)
    return None if column is None or column.field == "id" else column.field
