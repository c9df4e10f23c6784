"""Tables of a source, however laid out, handed to the reader of their layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from netmap.errors import Place
from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.graphs import edge_list
from netmap.ingest.graphs import reading as graphs
from netmap.ingest.graphs.raw import RawGraph
from netmap.ingest.lists import cross_table, flat_list
from netmap.ingest.lists.columns import Use, list_titles
from netmap.ingest.oparl import document as oparl
from netmap.ingest.popolo import document as popolo
from netmap.ingest.problems import Parsed, Problem, Severity
from netmap.ingest.table import Sheet
from netmap.ingest.workbook import reader as workbook
from netmap.ingest.workbook.notices import SHEET_LEFT
from netmap.ingest.workbook.own import is_own
from netmap.ingest.workbook.rows import titles
from netmap.ingest.workbook.ties import KINDS as TIES
from netmap.language import Text
from netmap.progress import Progress, Step

_LISTS: tuple[tuple[str, Callable[[Sheet], bool], Callable[[Sheet, str], Parsed]], ...] = (
    (flat_list.FORMAT, flat_list.matches, flat_list.parse),
    (cross_table.FORMAT, cross_table.matches, cross_table.parse),
)


def read_tables(
    sheets: Sequence[Sheet],
    problems: list[Problem],
    file: str,
    source_format: str | None,
    *,
    asked: bool,
    progress: Progress,
) -> Parsed | RawGraph:
    """What the tables of a source hold.

    Args:
        sheets: All tables.
        problems: What is to be said about the source as a whole.
        file: Name of the file or folder for messages.
        source_format: The format asked for; found out where it is ``None``.
        asked: Whether somebody asked for a graph: two columns are then one.
        progress: Is told of `Step.CHECK`.

    Raises:
        UnknownFormatError: The tables are laid out in a way that is not known.
    """
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Parsed(format=source_format or "", records=(), problems=tuple(problems))
    if any(is_own(sheet) for sheet in sheets):
        return workbook.parse(sheets, file, progress)
    is_edge_list = _is_edge_list(sheets, asked=asked)
    graph = graphs.graph_of_sheets(sheets, file, source_format, is_edge_list=is_edge_list)
    if graph is not None:
        graph.problems[:0] = problems
        return graph
    parsed = _parsed(sheets, file, source_format, progress)
    return replace(parsed, problems=(*problems, *parsed.problems))


def _is_edge_list(sheets: Sequence[Sheet], *, asked: bool) -> bool:
    """Whether a source is one table with a column of sources and one of targets.

    Where a graph is ``asked`` for, any table of ties is, and one that is no list of people.
    """
    tables = [sheet for sheet in sheets if sheet.rows and not workbook.is_guide(sheet)]
    if len(tables) != 1:
        return False
    definition = workbook.definition_of(tables[0])
    if definition is None:
        lists = (matches(tables[0]) for _, matches, _ in _LISTS)
        return edge_list.matches(tables[0]) or (asked and not any(lists))
    if asked and definition.key in TIES:
        return True
    # Kinds of nodes in the cells ("Person", "Gremium") look like titles further down.
    return edge_list.matches(tables[0]) and titles(tables[0], definition).position > 0


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
