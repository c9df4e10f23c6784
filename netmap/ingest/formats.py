"""Finding out what a source is, and handing it to the reader of its format."""

from __future__ import annotations

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
    SourceNotFoundError,
    SourceUnreadableError,
    UnknownFormatError,
)
from netmap.ingest.foreign_files import ZIP, refuse_others
from netmap.ingest.graphs import reading as graphs
from netmap.ingest.graphs.mapping import Mapping
from netmap.ingest.graphs.raw import RawGraph
from netmap.ingest.json_source import begins_as_json, read_json
from netmap.ingest.layouts import read_tables
from netmap.ingest.lists import cross_table, flat_list
from netmap.ingest.oparl import document as oparl
from netmap.ingest.oparl.folder import read_folder
from netmap.ingest.popolo import document as popolo
from netmap.ingest.problems import Parsed
from netmap.ingest.retitling import retitled
from netmap.ingest.sheets import csv_sheets, file_bytes, is_csv_archive, zipped_csv_sheets
from netmap.ingest.table import Sheet
from netmap.ingest.workbook import reader as workbook
from netmap.ingest.xlsx_sheets import xlsx_sheets
from netmap.language import Text
from netmap.progress import UNWATCHED, Progress, Step

FORMATS = (
    workbook.FORMAT,
    flat_list.FORMAT,
    cross_table.FORMAT,
    popolo.FORMAT,
    oparl.FORMAT,
    *graphs.FORMATS,
)
"""Names of the formats, as ``--format`` takes them."""


Titles = dict[str, str]
"""Titles of columns, and the known titles that they are taken for."""

_WORKBOOKS = (".xlsx", ".xlsm")


def read_source(
    path: Path,
    *,
    source_format: str | None = None,
    limit_bytes: int,
    mapping: Mapping | Titles | None = None,
    progress: Progress = UNWATCHED,
) -> Parsed:
    """Everything that a file or folder holds, validated.

    What a file is shows in its content, never in its name: a workbook is a zip archive, XML begins
    with a tag, JSON with a bracket, anything else is read as CSV. A folder is a workbook of CSV
    files, or holds OParl.

    Args:
        path: A file, an archive of CSV files, or a folder of CSV or OParl files.
        source_format: One of `FORMATS`; found out where it is not given.
        limit_bytes: Largest size to read, packed and unpacked.
        mapping: What the nodes and edges of a graph are, guessed where it is not given; or titles
            of columns in tables, and the known titles that they are taken for.
        progress: Is told of `Step.READ`, in files, and `Step.CHECK`.

    Raises:
        SourceError: The source cannot be read, or is laid out in a way that is not known.
    """
    if isinstance(mapping, Mapping):
        graph = read_graph(
            path, source_format=source_format, limit_bytes=limit_bytes, progress=progress
        )
        return graphs.parsed_graph(graph, mapping, progress)
    found = _read(
        path, source_format, limit_bytes, asked=False, titles=mapping or {}, progress=progress
    )
    return graphs.parsed_graph(found, None, progress) if isinstance(found, RawGraph) else found


def read_graph(
    path: Path,
    *,
    source_format: str | None = None,
    limit_bytes: int,
    progress: Progress = UNWATCHED,
) -> RawGraph:
    """The nodes and edges of a graph file, before anything is said about what they are.

    Raises:
        SourceError: The file cannot be read, or is no graph.
    """
    found = _read(path, source_format, limit_bytes, asked=True, titles={}, progress=progress)
    if isinstance(found, RawGraph):
        return found
    raise UnknownFormatError(
        place=Place(file=path.name),
        problem=Text(
            de=f"Eine Datei im Format {found.format} hat keine Knoten und Kanten; sie braucht "
            "keine Zuordnung.",
            en=f"A file in the format {found.format} has no nodes and edges; it needs no mapping.",
        ),
    )


def _require_there(path: Path) -> None:
    try:
        is_there = path.exists()
    except OSError as error:  # a name that is too long, a folder that is locked
        problem = error.strerror or error
        raise SourceUnreadableError(place=Place(file=path.name[:200]), problem=problem) from error
    if not is_there:
        raise SourceNotFoundError(place=Place(file=str(path)))


def _read(
    path: Path,
    source_format: str | None,
    limit_bytes: int,
    *,
    asked: bool,
    titles: Titles,
    progress: Progress,
) -> Parsed | RawGraph:
    """What a source holds; where a graph is ``asked`` for, tables of two columns are one."""
    if source_format is not None and source_format not in FORMATS:
        raise FormatNameError(format=source_format, formats=", ".join(FORMATS))
    _require_there(path)
    if path.is_dir():
        return _folder(
            path.resolve(),
            source_format,
            limit_bytes,
            asked=asked,
            titles=titles,
            progress=progress,
        )
    progress.begin(Step.READ)
    data = file_bytes(path, limit_bytes=limit_bytes)
    file = path.name
    graph = graphs.graph_of_text(data, file, source_format)
    if graph is not None:
        return graph
    if data.startswith(ZIP) and is_csv_archive(data):
        sheets = zipped_csv_sheets(data, file=file, limit_bytes=limit_bytes)
        return read_tables(
            retitled(sheets, titles), [], file, source_format, asked=asked, progress=progress
        )
    refuse_others(data, file)
    if data.startswith(ZIP):
        sheets = xlsx_sheets(data, file=file, limit_bytes=limit_bytes)
        return read_tables(
            retitled(sheets, titles), [], file, source_format, asked=asked, progress=progress
        )
    if begins_as_json(data):
        progress.begin(Step.CHECK)
        return _document(data, file, source_format)
    try:
        sheets, problems = csv_sheets(path, limit_bytes=limit_bytes)
        return read_tables(
            retitled(sheets, titles), problems, file, source_format, asked=asked, progress=progress
        )
    except (EncodingError, NulByteError, MalformedCsvError, UnknownFormatError) as error:
        text = isinstance(error, UnknownFormatError) and not data.startswith(ZIP[:2])
        if text or path.suffix.lower() not in _WORKBOOKS:
            raise
        problem = Text(
            de="Dem Namen nach ist sie eine Arbeitsmappe, dem Inhalt nach nicht.",
            en="by its name it is a workbook, by its content it is none.",
        )
        raise BrokenArchiveError(place=Place(file=file), problem=problem) from error


def _folder(
    path: Path,
    source_format: str | None,
    limit_bytes: int,
    *,
    asked: bool,
    titles: Titles,
    progress: Progress,
) -> Parsed | RawGraph:
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
    return read_tables(
        retitled(sheets, titles),
        problems,
        path.name,
        source_format,
        asked=asked,
        progress=progress,
    )


def _document(data: bytes, file: str, source_format: str | None) -> Parsed | RawGraph:
    document = read_json(data, file=file)
    graph = graphs.graph_of_document(document, file, source_format)
    if graph is not None:
        return graph
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


def read_sheets(path: Path, *, limit_bytes: int) -> list[Sheet]:
    """The tables of a source as they stand, nothing understood; none where it has no tables.

    Raises:
        SourceError: The source cannot be read.
    """
    _require_there(path)
    if path.is_dir():
        return csv_sheets(path, limit_bytes=limit_bytes)[0]
    data = file_bytes(path, limit_bytes=limit_bytes)
    if graphs.graph_of_text(data, path.name, None) is not None:
        return []
    if data.startswith(ZIP) and is_csv_archive(data):
        return list(zipped_csv_sheets(data, file=path.name, limit_bytes=limit_bytes))
    refuse_others(data, path.name)
    if data.startswith(ZIP):
        return list(xlsx_sheets(data, file=path.name, limit_bytes=limit_bytes))
    return [] if begins_as_json(data) else csv_sheets(path, limit_bytes=limit_bytes)[0]
