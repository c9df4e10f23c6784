"""The file that somebody uploaded, with a column that says what was found in each line."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from netmap.ingest.report import ReportedProblem
from netmap.ingest.table import CellValue, Sheet
from netmap.language import Language, Text
from netmap.views.csv_text import inert

REMARKS = Text(de="Anmerkungen", en="Remarks")
_MARKED = PatternFill("solid", fgColor="FFF2CC")
_BOLD = Font(bold=True)
_NO_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_TITLE = 28
"""Excel takes 31 characters; a number may follow."""


def remarks_csv(sheet: Sheet, problems: Iterable[ReportedProblem], language: Language) -> bytes:
    """A table as CSV for German spreadsheets (``;``, UTF-8 with mark), with remarks."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    told = _by_line(sheet, problems, language)
    for values in _lines(sheet, told, language):
        writer.writerow([inert(_plain(value)) for value in values])
    return text.getvalue().encode("utf-8-sig")


def remarks_xlsx(
    sheets: Sequence[Sheet], problems: Sequence[ReportedProblem], language: Language
) -> bytes:
    """A workbook with the cells of the source where they stood, and remarks at each line's end."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        # Openpyxl numbers titles that occur twice.
        page = book.create_sheet(_NO_TITLE.sub(" ", sheet.name)[:_LONGEST_TITLE] or None)
        told = _by_line(sheet, problems, language)
        for values in _lines(sheet, told, language):
            page.append([*(_cell(page, value) for value in values[:-1]), _remark(page, values[-1])])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _by_line(
    sheet: Sheet, problems: Iterable[ReportedProblem], language: Language
) -> dict[int, str]:
    found: dict[int, list[str]] = defaultdict(list)
    for each in problems:
        if each.sheet == sheet.part and each.line is not None:
            at = f"{each.column}: " if each.column else ""
            cause, remedy = (text.in_language(language) for text in (each.cause, each.remedy))
            found[each.line].append(f"{at}{cause} {remedy}")
    return {line: "\n".join(dict.fromkeys(texts)) for line, texts in found.items()}


def _lines(sheet: Sheet, told: dict[int, str], language: Language) -> Iterator[list[CellValue]]:
    """Every line of the source, empty ones too, so that line numbers stay what they were."""
    width = max((len(row.cells) for row in sheet.rows), default=0)
    last = 0
    for position, row in enumerate(sheet.rows):
        empty: list[CellValue] = [None] * (width + 1)
        yield from (empty for _ in range(row.line - last - 1))
        remark = told.get(row.line) or (REMARKS.in_language(language) if not position else None)
        yield [*row.cells, *[None] * (width - len(row.cells)), remark]
        last = row.line


def _plain(value: CellValue) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _cell(page: WriteOnlyWorksheet, value: CellValue) -> Any:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(page, value)
    cell.data_type = "s"  # a text that begins like a formula stays a text
    return cell


def _remark(page: WriteOnlyWorksheet, value: CellValue) -> Any:
    if value is None:
        return None
    cell = _cell(page, str(value))
    cell.fill, cell.font = _MARKED, _BOLD
    return cell
