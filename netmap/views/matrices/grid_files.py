"""A matrix as a file: exactly the rows and columns of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from netmap.language import Language
from netmap.network import Network
from netmap.views.exports.csv_zip import csv_table
from netmap.views.exports.tables import Cell
from netmap.views.matrices.asked import ROWS, SHARED, MatrixAsked, MatrixOf
from netmap.views.matrices.grid import Grid, grid
from netmap.views.workbook_xlsx import table_workbook


class TableFormat(StrEnum):
    """Formats of a table, by the ending of the file."""

    CSV = "csv"
    XLSX = "xlsx"

    @property
    def media_type(self) -> str:
        """The media type of such a file."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    TableFormat.CSV: "text/csv; charset=utf-8",
    TableFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def matrix_file(
    network: Network, asked: MatrixAsked, language: Language, file_format: TableFormat
) -> bytes:
    """The page of a matrix that is asked for, as a file for a spreadsheet."""
    return table_file(
        list(_lines(grid(network, asked, language), asked, language)), language, file_format
    )


def table_file(
    lines: Sequence[Sequence[Cell]], language: Language, file_format: TableFormat
) -> bytes:
    """A table whose first line is its head; texts stay texts, whatever they begin with."""
    if file_format is TableFormat.CSV:
        return csv_table(lines, language)
    return table_workbook(lines, language)


def _lines(found: Grid, asked: MatrixAsked, language: Language) -> Iterator[list[Cell]]:
    corner = SHARED[asked.by] if asked.of is MatrixOf.BODIES else ROWS[asked.of]
    yield [corner.in_language(language), *(head.name for head in found.columns)]
    for row, head in enumerate(found.rows):
        cells = (found.cells.get((row, column)) for column in range(len(found.columns)))
        yield [head.name, *(None if cell is None else cell.value for cell in cells)]
