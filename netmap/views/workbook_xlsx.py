"""The records of a network as a workbook that an import reads back unchanged."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from netmap.ingest.columns import SHEETS
from netmap.ingest.table import Sheet, rows_of
from netmap.ingest.workbook.own import SHEET
from netmap.language import Language, Text
from netmap.values import Record
from netmap.views.exports.contents import Contents
from netmap.views.exports.own_sheet import own_lines
from netmap.views.exports.tables import Cell, SheetTable, sheet_tables

_MADE_AT = datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl wants naive; fixed, as far as it lets us: on saving it notes the moment
# What spreadsheets read as an escaped character; the first underscore is escaped in turn.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LONGEST_CELL = 32_767
"""UTF-16 units that a cell may hold; openpyxl would cut what is longer without a word."""

_Lines = Iterable[Sequence[Cell]]


def network_workbook(records: Iterable[Record], language: Language) -> bytes:
    """An XLSX file with a sheet a kind, as an office might have made it itself.

    References are ids. Texts stay texts, whatever they begin with.
    """
    tables = sheet_tables(records, language)
    return _xlsx([(table.title, [table.header, *table.rows]) for table in tables], language)


def own_workbook(contents: Contents, language: Language) -> bytes:
    """An XLSX file that an import reads back exactly, whatever its texts.

    It is the same with one sheet more: it tells an import that the ids are netmap's, and holds the
    records that cells cannot say in full.
    """
    tables = sheet_tables(contents.records, language)
    own = own_lines(contents, [(table, as_read(table)) for table in tables], language)
    sheets: list[tuple[str, _Lines]] = [
        (table.title, [table.header, *table.rows]) for table in tables
    ]
    return _xlsx([*sheets, (SHEET, own)], language)


def table_workbook(lines: Sequence[Sequence[Cell]], language: Language) -> bytes:
    """An XLSX file with one table, whose first line and first column stay in sight."""
    title = Text(de="Tabelle", en="Table").in_language(language)
    return _xlsx([(title, lines)], language, in_sight="B2")


def as_read(table: SheetTable) -> Sheet:
    """The sheet as a reader of the file will hand it over."""
    lines: list[Sequence[Cell]] = [table.header, *table.rows]
    rows = rows_of([_read(value) for value in line] for line in lines)
    return Sheet(file=SHEET, name=table.title, part=table.title, rows=rows)


def _read(value: Cell) -> Cell:
    if isinstance(value, str):
        return _short(value).replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, bool) or value is None:
        return value
    # Workbooks hold numbers with 16 digits, and whole ones are no other type.
    return float(f"{value:.16g}")


def _short(value: str) -> str:
    """The text as far as a cell holds it; an escaped underscore takes the place of seven."""
    if len(value) * 2 <= _LONGEST_CELL and "_x" not in value:
        return value
    room = _LONGEST_CELL - 6 * len(_ESCAPE.findall(value))
    units = value.encode("utf-16-le")
    if len(units) <= room * 2:
        return value
    return units[: (room - 1) * 2].decode("utf-16-le", errors="ignore").rstrip() + "…"


def _xlsx(
    sheets: Sequence[tuple[str, _Lines]], language: Language, *, in_sight: str = "A2"
) -> bytes:
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = _MADE_AT
    book.properties.creator = "netmap"
    for title, lines in sheets:
        sheet = book.create_sheet(title)
        sheet.freeze_panes = in_sight
        for number, line in enumerate(lines):
            sheet.append([_cell(sheet, value, bold=not number) for value in line])
    if not book.worksheets:
        book.create_sheet(SHEETS[0].title.in_language(language))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: WriteOnlyWorksheet, value: Cell, *, bold: bool = False) -> Any:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, _ESCAPE.sub("_x005F_", _short(value)))
    cell.data_type = "s"  # never a formula
    if bold:
        cell.font = Font(bold=True)
    return cell
