"""Finding out what a source is, and handing it to the reader of its format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from netmap.errors import Place
from netmap.ingest.errors import (
    BrokenArchiveError,
    EncodingError,
    FormatNameError,
    MalformedCsvError,
    MixedFolderError,
    NulByteError,
    ProtectedWorkbookError,
    SourceNotFoundError,
    UnknownFormatError,
    UnsupportedFormatError,
)
from netmap.ingest.json_source import begins_as_json, read_json
from netmap.ingest.lists import cross_table, flat_list
from netmap.ingest.lists.columns import Use, list_titles
from netmap.ingest.oparl import document as oparl
from netmap.ingest.oparl.folder import read_folder
from netmap.ingest.popolo import document as popolo
from netmap.ingest.problems import Parsed, Problem, Severity
from netmap.ingest.sheets import csv_sheets, file_bytes, xlsx_sheets
from netmap.ingest.table import Sheet
from netmap.ingest.workbook import reader as workbook
from netmap.ingest.workbook.notices import SHEET_LEFT
from netmap.language import Text
from netmap.progress import UNWATCHED, Progress, Step

FORMATS = (workbook.FORMAT, flat_list.FORMAT, cross_table.FORMAT, popolo.FORMAT, oparl.FORMAT)
"""Names of the formats, as ``--format`` takes them."""

_LISTS: tuple[tuple[str, Callable[[Sheet], bool], Callable[[Sheet, str], Parsed]], ...] = (
    (flat_list.FORMAT, flat_list.matches, flat_list.parse),
    (cross_table.FORMAT, cross_table.matches, cross_table.parse),
)

_WORKBOOKS = (".xlsx", ".xlsm")
_ZIP = b"PK\x03\x04"
# An empty archive and a part of a divided one.
_OTHER_ZIPS = (b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_ARCHIVES = (
    (b"xl/workbook.bin", Text(de="Binäre Arbeitsmappen (.xlsb)", en="binary workbooks (.xlsb)")),
    (
        b"opendocument.spreadsheet",
        Text(de="OpenDocument-Tabellen (.ods)", en="OpenDocument spreadsheets (.ods)"),
    ),
    (b"opendocument", Text(de="OpenDocument-Dateien", en="OpenDocument files")),
    (b"word/document.xml", Text(de="Word-Dokumente", en="Word documents")),
    (b"ppt/presentation.xml", Text(de="Präsentationen", en="presentations")),
)
_OTHERS = (
    (b"%PDF", Text(de="PDF-Dateien", en="PDF files")),
    (b"<", Text(de="XML- und HTML-Dateien", en="XML and HTML files")),
    (b"\x1f\x8b", Text(de="Gepackte Dateien (.gz)", en="compressed files (.gz)")),
)


def read_source(
    path: Path,
    *,
    source_format: str | None = None,
    limit_bytes: int,
    progress: Progress = UNWATCHED,
) -> Parsed:
    """Everything that a file or folder holds, validated.

    What a file is shows in its content, never in its name: a workbook is a zip archive, JSON
    begins with a bracket, anything else is read as CSV. A folder is a workbook of CSV files, or
    holds OParl.

    Args:
        path: An XLSX, CSV or JSON file, or a folder of CSV or OParl files.
        source_format: One of `FORMATS`; found out where it is not given.
        limit_bytes: Largest size to read, packed and unpacked.
        progress: Is told of `Step.READ`, in files, and `Step.CHECK`.

    Raises:
        SourceError: The source cannot be read, or is laid out in a way that is not known.
    """
    if source_format is not None and source_format not in FORMATS:
        raise FormatNameError(format=source_format, formats=", ".join(FORMATS))
    if not path.exists():
        raise SourceNotFoundError(place=Place(file=str(path)))
    if path.is_dir():
        return _folder(path.resolve(), source_format, limit_bytes, progress)
    progress.begin(Step.READ)
    data = file_bytes(path, limit_bytes=limit_bytes)
    file = path.name
    _refuse_others(data, file)
    if data.startswith(_ZIP):
        sheets = xlsx_sheets(data, file=file, limit_bytes=limit_bytes)
        return _tables(sheets, [], file, source_format, progress)
    if begins_as_json(data):
        progress.begin(Step.CHECK)
        return _document(data, file, source_format)
    try:
        sheets, problems = csv_sheets(path, limit_bytes=limit_bytes)
        return _tables(sheets, problems, file, source_format, progress)
    except (EncodingError, NulByteError, MalformedCsvError, UnknownFormatError) as error:
        text = isinstance(error, UnknownFormatError) and not data.startswith(_ZIP[:2])
        if text or path.suffix.lower() not in _WORKBOOKS:
            raise
        problem = Text(
            de="Dem Namen nach ist sie eine Arbeitsmappe, dem Inhalt nach nicht.",
            en="by its name it is a workbook, by its content it is none.",
        )
        raise BrokenArchiveError(place=Place(file=file), problem=problem) from error


def _refuse_others(data: bytes, file: str) -> None:
    place = Place(file=file)
    if data.startswith(_COMPOUND_FILE):
        raise ProtectedWorkbookError(place=place)
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, kind in _OTHERS:
        if start.startswith(mark):
            raise UnsupportedFormatError(place=place, kind=kind)
    if data.startswith(_OTHER_ZIPS):
        raise UnsupportedFormatError(
            place=place, kind=Text(de="Leere oder geteilte Archive", en="empty or divided archives")
        )
    # The names of its parts stand unpacked at the end of an archive.
    if data.startswith(_ZIP) and b"xl/workbook.xml" not in data:
        for mark, kind in _ARCHIVES:
            if mark in data:
                raise UnsupportedFormatError(place=place, kind=kind)
        # A workbook that is cut off has lost the list of its parts, and says so later.
        if b"PK\x05\x06" in data and b"[Content_Types].xml" not in data:
            raise UnsupportedFormatError(
                place=place, kind=Text(de="Zip-Archive", en="zip archives")
            )


def _folder(path: Path, source_format: str | None, limit_bytes: int, progress: Progress) -> Parsed:
    progress.begin(Step.READ)
    if source_format in (None, oparl.FORMAT):
        found = read_folder(path, limit_bytes=limit_bytes)
        if found.parts and found.tables and source_format is None:
            raise MixedFolderError(
                place=Place(file=path.name),
                tables=", ".join(found.tables[:3]),
                documents=", ".join(part.file.partition("/")[2] for part in found.parts[:3]),
            )
        if found.errors and (found.parts or not found.tables):
            return Parsed(format=oparl.FORMAT, records=(), problems=tuple(found.problems))
        if found.parts or source_format is not None:
            progress.begin(Step.CHECK)
            parsed = oparl.parse_parts(found.parts, path.name)
            return replace(parsed, problems=(*found.problems, *parsed.problems))
    sheets, problems = csv_sheets(path, limit_bytes=limit_bytes, progress=progress)
    return _tables(sheets, problems, path.name, source_format, progress)


def _document(data: bytes, file: str, source_format: str | None) -> Parsed:
    document = read_json(data, file=file)
    if source_format == oparl.FORMAT or (source_format is None and oparl.matches(document)):
        return oparl.parse(document, file)
    if source_format in (None, popolo.FORMAT):
        return popolo.parse(document, file)
    raise UnknownFormatError(
        place=Place(file=file),
        problem=Text(
            de=f"Die Datei ist JSON und kann nicht als „{source_format}“ gelesen werden.",
            en=f'The file is JSON and cannot be read as "{source_format}".',
        ),
    )


def _tables(
    sheets: Sequence[Sheet],
    problems: list[Problem],
    file: str,
    source_format: str | None,
    progress: Progress,
) -> Parsed:
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Parsed(format=source_format or "", records=(), problems=tuple(problems))
    parsed = _parsed(sheets, file, source_format, progress)
    return replace(parsed, problems=(*problems, *parsed.problems))


def _parsed(
    sheets: Sequence[Sheet], file: str, source_format: str | None, progress: Progress
) -> Parsed:
    if source_format in (popolo.FORMAT, oparl.FORMAT):
        raise UnknownFormatError(
            place=Place(file=file),
            problem=Text(
                de=f"„{source_format}“ ist JSON, keine Tabelle.",
                en=f'"{source_format}" is JSON, no table.',
            ),
        )
    tables = [sheet for sheet in sheets if sheet.rows and not workbook.is_guide(sheet)]
    if source_format == workbook.FORMAT:
        return workbook.parse(sheets, file, progress)
    if (
        source_format is None
        and not _is_list(tables)
        and any(workbook.definition_of(sheet) for sheet in sheets)
    ):
        return workbook.parse(sheets, file, progress)
    progress.begin(Step.CHECK)
    for name, matches, parse in _LISTS:
        if source_format not in (None, name):
            continue
        fitting = [sheet for sheet in tables if matches(sheet)]
        if fitting:
            parsed = parse(fitting[0], file)
            left = [
                SHEET_LEFT.at(sheet.place(), read=fitting[0].name)
                for sheet in tables
                if sheet is not fitting[0]
            ]
            return replace(parsed, problems=(*parsed.problems, *left))
        if source_format == name:
            # Says what is missing.
            return parse(tables[0] if tables else sheets[0], file)
    raise UnknownFormatError(
        place=Place(file=file),
        problem=Text(
            de="Weder die Namen der Blätter noch ihre Titelzeilen sind bekannt.",
            en="Neither the names of the sheets nor their titles are known.",
        ),
    )


def _is_list(tables: Sequence[Sheet]) -> bool:
    """Whether a single sheet is a list with bodies, whatever its title says.

    A list of persons with a column of their bodies is often called "Personen"; a sheet of
    memberships has such columns as well, and is none.
    """
    if len(tables) != 1:
        return False
    definition = workbook.definition_of(tables[0])
    if definition is None:
        return True
    if definition.key not in {"persons", "organizations"}:
        return False
    if cross_table.matches(tables[0]):
        return True
    found = list_titles(tables[0])
    return bool(found and found.of(Use.BODY)) and flat_list.matches(tables[0])
