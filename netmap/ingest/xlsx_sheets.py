"""XLSX workbooks turned into sheets of plain cells, with what their formulas hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.sax import SAXParseException

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from netmap.errors import Place
from netmap.ingest.errors import BrokenWorkbookError, FormulaWithoutValueError
from netmap.ingest.notices import Notice, problem_of
from netmap.ingest.problems import Problem, Severity
from netmap.ingest.table import Row, Sheet, rows_of
from netmap.ingest.xlsx_check import checked_parts, repacked
from netmap.ingest.xlsx_scan import OddCell, column_name, scanned, sheet_parts
from netmap.ingest.xlsx_size import (
    refuse_many_cells,
    refuse_many_merged,
    refuse_repeated_strings,
    refuse_sheets,
)
from netmap.language import Text

ERROR_VALUE = Notice(
    code="ingest.error_value",
    severity=Severity.WARNING,
    cause=Text(
        de="Die Zelle {cell} zeigt den Fehler {error}; sie gilt als leer.",
        en="The cell {cell} shows the error {error}; it counts as empty.",
    ),
    remedy=Text(
        de="Die Formel oder den Bezug in der Tabellenkalkulation berichtigen.",
        en="Correct the formula or reference in the spreadsheet program.",
    ),
)
FORMULA_RESULTS = Notice(
    code="ingest.formula_results",
    severity=Severity.NOTE,
    cause=Text(
        de="Zellen mit Formeln: {count}; übernommen wurden die gespeicherten Ergebnisse.",
        en="Cells with formulas: {count}; their stored results were taken over.",
    ),
    remedy=Text(
        de="Sind die Ergebnisse veraltet, die Datei neu berechnen, speichern und importieren.",
        en="If the results are outdated, calculate and save the file, and import it again.",
    ),
)


def xlsx_sheets(data: bytes, *, file: str, limit_bytes: int) -> list[Sheet]:
    """The worksheets of an XLSX workbook, with the stored results of formulas.

    A sheet's problems name formulas that were never calculated (errors) and error values
    (warnings). Cells merged downwards all hold the value of the merged cell.

    Raises:
        SourceError: The workbook cannot be read; see `netmap.ingest.xlsx_check`.
    """
    parts = checked_parts(data, file=file, limit_bytes=limit_bytes)
    place = Place(file=file)
    try:
        titled = list(sheet_parts(parts))
    except SAXParseException as error:
        raise BrokenWorkbookError(place=place, problem=error.getMessage()) from error
    refuse_sheets(titled, place)
    odd: dict[str, list[OddCell]] = {}
    cells = 0
    for title, part in titled:
        if part in parts:
            scan = scanned(parts[part], place=Place(file=file, sheet=title))
            odd[title] = scan.odd
            cells += scan.cells
            refuse_many_cells(cells, place)
    refuse_repeated_strings(
        (part for _, part in titled), parts, place=place, limit_bytes=limit_bytes
    )
    sheets = []
    try:
        with CalamineWorkbook.from_filelike(repacked(parts)) as book:
            for metadata in book.sheets_metadata:
                if metadata.typ is not SheetTypeEnum.WorkSheet:
                    continue
                sheet = book.get_sheet_by_name(metadata.name)
                lines = sheet.to_python(skip_empty_area=False)
                merged = sheet.merged_cell_ranges or ()
                refuse_many_merged(merged, len(lines), Place(file=file, sheet=metadata.name))
                _fill_merged(lines, merged)
                rows = rows_of(lines)
                found = Sheet(file=file, name=metadata.name, part=metadata.name, rows=rows)
                sheets.append(_with_problems(found, odd.get(metadata.name, [])))
    except (CalamineError, OSError, ValueError) as error:
        raise BrokenWorkbookError(place=place, problem=error) from error
    except BaseException as error:
        # A failed assertion inside the reader's native code, which is no Exception.
        if type(error).__name__ == "PanicException":
            raise BrokenWorkbookError(place=place, problem=error) from error
        raise
    return sheets


def _fill_merged(
    lines: list[list[Any]], ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    # Across columns a merged cell is a heading; downwards it stands for every line beside it.
    for (top, left), (bottom, _) in ranges:
        if bottom > top and top < len(lines) and left < len(lines[top]):
            for line in lines[top + 1 : bottom + 1]:
                line[left] = lines[top][left]


def _with_problems(sheet: Sheet, odd: list[OddCell]) -> Sheet:
    if not odd:
        return sheet
    header = sheet.rows[0] if sheet.rows else Row(1, ())
    problems: list[Problem] = []
    for each in odd:
        if each.error is None and each.calculated:
            continue
        cell = f"{column_name(each.column)}{each.line}"
        title = header.cells[each.column] if each.column < len(header.cells) else None
        place = sheet.place(
            line=each.line, column=str(title) if title else column_name(each.column)
        )
        problems.append(
            ERROR_VALUE.at(place, cell=cell, error=each.error)
            if each.error is not None
            else problem_of(FormulaWithoutValueError(place=place, cell=cell))
        )
    calculated = sum(each.error is None and each.calculated for each in odd)
    if calculated:
        problems.append(FORMULA_RESULTS.at(sheet.place(), count=calculated))
    return Sheet(sheet.file, sheet.name, sheet.part, sheet.rows, tuple(problems))
