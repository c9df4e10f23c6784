"""Workbooks, CSV files and folders of them, turned into sheets of plain cells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from netmap.errors import Place
from netmap.ingest.csv_files import csv_sheet
from netmap.ingest.errors import (
    BrokenWorkbookError,
    FormulaWithoutValueError,
    SourceEmptyError,
    SourceError,
    SourceNotFoundError,
    SourceTooLargeError,
    SourceUnreadableError,
    UnknownFormatError,
)
from netmap.ingest.notices import Notice, problem_of
from netmap.ingest.problems import Problem, Severity
from netmap.ingest.sizes import megabytes
from netmap.ingest.table import Row, Sheet, rows_of
from netmap.ingest.workbook.own import SHEET as OWN_SHEET
from netmap.ingest.workbook.own import own_delimiter
from netmap.ingest.xlsx_check import (
    OddCell,
    checked_parts,
    column_name,
    odd_cells,
    repacked,
    sheet_parts,
    unpacked,
)
from netmap.language import Text
from netmap.progress import UNWATCHED, Progress, Step, counted

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
FILE_PASSED_OVER = Notice(
    code="ingest.file_passed_over",
    severity=Severity.NOTE,
    cause=Text(
        de="„{name}“ ist keine CSV-Datei und wurde übergangen.",
        en='"{name}" is no CSV file and was passed over.',
    ),
    remedy=Text(
        de="Gehört sie dazu, sie als .csv speichern oder für sich importieren.",
        en="If it belongs here, save it as .csv or import it by itself.",
    ),
)

_CSV = (".csv", ".tsv")


def is_csv_name(name: str) -> bool:
    """Whether a file of a folder counts as a sheet.

    >>> is_csv_name("Personen.CSV"), is_csv_name("persons.json")
    (True, False)
    """
    return name.lower().endswith(_CSV)


def file_bytes(path: Path, *, limit_bytes: int, place: Place | None = None) -> bytes:
    """The content of a file within the limit.

    Args:
        path: The file.
        limit_bytes: Largest size to read.
        place: What to call the file in messages; its name when not given.

    Raises:
        SourceNotFoundError: There is no such file.
        SourceUnreadableError: The operating system refuses it.
        SourceTooLargeError: It is larger than ``limit_bytes``.
        SourceEmptyError: It holds nothing.
    """
    place = place or Place(file=path.name)
    try:
        # One byte more than allowed tells a file that grows while it is read.
        with path.open("rb") as opened:
            data = opened.read(limit_bytes + 1)
        size = max(len(data), path.stat().st_size)
    except FileNotFoundError as error:
        raise SourceNotFoundError(place=place) from error
    except OSError as error:
        problem = error.strerror or error
        raise SourceUnreadableError(place=place, problem=problem) from error
    if len(data) > limit_bytes:
        raise SourceTooLargeError(
            place=place,
            what=Text(de="Die Datei", en="The file"),
            size=megabytes(size),
            limit=megabytes(limit_bytes),
        )
    if not data:
        raise SourceEmptyError(place=place)
    return data


def xlsx_sheets(data: bytes, *, file: str, limit_bytes: int) -> list[Sheet]:
    """The worksheets of an XLSX workbook, with the stored results of formulas.

    A sheet's problems name formulas that were never calculated (errors) and error values
    (warnings). Cells merged downwards all hold the value of the merged cell.

    Raises:
        SourceError: The workbook cannot be read; see `netmap.ingest.xlsx_check`.
    """
    parts = checked_parts(data, file=file, limit_bytes=limit_bytes)
    place = Place(file=file)
    odd = {
        title: odd_cells(parts[part], place=Place(file=file, sheet=title))
        for title, part in sheet_parts(parts)
        if part in parts
    }
    sheets = []
    try:
        with CalamineWorkbook.from_filelike(repacked(parts)) as book:
            for metadata in book.sheets_metadata:
                if metadata.typ is not SheetTypeEnum.WorkSheet:
                    continue
                sheet = book.get_sheet_by_name(metadata.name)
                lines = sheet.to_python(skip_empty_area=False)
                _fill_merged(lines, sheet.merged_cell_ranges or ())
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


def csv_sheets(
    path: Path, *, limit_bytes: int, progress: Progress = UNWATCHED
) -> tuple[list[Sheet], list[Problem]]:
    """The sheets of a CSV file, or of all CSV files in a folder by name.

    ``progress`` is told of `Step.READ` in a folder, in files.

    Returns:
        The sheets, and what is to be said about the folder: files that cannot be read are errors
        there, so that one report names all of them.

    Raises:
        SourceError: The file, or the folder itself, cannot be read.
    """
    if not path.is_dir():
        data = file_bytes(path, limit_bytes=limit_bytes)
        return [csv_sheet(data, file=path.name, name=path.stem, part=None)], []
    folder = path.name or str(path)
    try:
        entries = sorted(path.iterdir(), key=lambda entry: (entry.name.casefold(), entry.name))
    except OSError as error:
        problem = error.strerror or error
        raise SourceUnreadableError(place=Place(file=folder), problem=problem) from error
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    left = limit_bytes
    own = path / f"{OWN_SHEET}.csv"
    delimiter = own_delimiter(file_bytes(own, limit_bytes=left)) if own.is_file() else None
    progress.begin(Step.READ, len(entries))
    for entry in counted(entries, progress, every=1):
        # Hidden files and the lock files of office programs are nobody's data.
        if entry.name.startswith((".", "~$")):
            continue
        if not entry.is_file() or not is_csv_name(entry.name):
            problems.append(FILE_PASSED_OVER.at(Place(file=folder), name=entry.name))
            continue
        try:
            place = Place(file=folder, sheet=entry.name)
            data = file_bytes(entry, limit_bytes=left, place=place)
            left -= len(data)
            part = entry.name
            found = csv_sheet(data, file=folder, name=entry.stem, part=part, delimiter=delimiter)
            sheets.append(found)
        except SourceError as error:
            problems.append(problem_of(error))
    if not sheets and not any(problem.severity is Severity.ERROR for problem in problems):
        raise UnknownFormatError(
            place=Place(file=folder),
            problem=Text(
                de="Der Ordner enthält weder CSV-Dateien noch OParl.",
                en="The folder holds neither CSV files nor OParl.",
            ),
        )
    return sheets, problems


def is_csv_archive(data: bytes) -> bool:
    """Whether all that an archive lists are CSV files; a damaged one lists nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    return bool(names) and all(is_csv_name(name) for name in names)


def zipped_csv_sheets(data: bytes, *, file: str, limit_bytes: int) -> list[Sheet]:
    """The sheets of an archive of CSV files, as exports are, in its order.

    Raises:
        SourceError: The archive or a file in it cannot be read.
    """
    parts = unpacked(data, wanted=_CSV, file=file, limit_bytes=limit_bytes)
    delimiter = own_delimiter(parts.get(f"{OWN_SHEET}.csv", b""))
    sheets = []
    for part, content in parts.items():
        name = part.rpartition("/")[2]
        # What macOS adds beside each file.
        if not name.startswith("."):
            stem = name.rpartition(".")[0]
            found = csv_sheet(content, file=file, name=stem, part=part, delimiter=delimiter)
            sheets.append(found)
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
