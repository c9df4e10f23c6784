"""The workbook: sheets with known titles and columns, turned into the records of a network."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.errors import Place
from netmap.ingest.columns import GUIDE_SHEET, LISTS_SHEET, SHEETS, SheetDefinition, title_key
from netmap.ingest.columns import sheet_definition as titled_definition
from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.normalise import id_text
from netmap.ingest.own_records import OwnRecords
from netmap.ingest.problems import Parsed, Placeholder, Problem, Severity
from netmap.ingest.table import Sheet
from netmap.ingest.workbook.actors import ActorRecords
from netmap.ingest.workbook.directory import Directory, Known
from netmap.ingest.workbook.drafts import KINDS, Drafts
from netmap.ingest.workbook.notices import COLUMN_MISSING, NO_ROWS, SHEET_PASSED_OVER
from netmap.ingest.workbook.own import OwnSheet, is_own, own_sheet
from netmap.ingest.workbook.rows import Entry, Titles, entries, titles, without_running_numbers
from netmap.ingest.workbook.ties import TieRecords
from netmap.language import Language, Text
from netmap.model import WorksOn
from netmap.progress import UNWATCHED, Progress, Step, counted
from netmap.values import Record
from netmap.vocabulary import Kind

FORMAT = "workbook"

_PASSED_OVER = frozenset(
    title_key(title.in_language(language))
    for title in (GUIDE_SHEET, LISTS_SHEET)
    for language in Language
)
# Fields of which a sheet needs one; other sheets need all that are required.
_ONE_OF = {
    "persons": ("name", "function", "family_name", "id"),
    "organizations": ("name", "short_name", "id"),
    "bodies": ("name", "short_name", "id"),
    "topics": ("name", "id"),
}
_MEMBERS = ("person", "member", "organization")


def is_guide(sheet: Sheet) -> bool:
    """Whether a sheet is one that a template has besides its tables."""
    return title_key(sheet.name) in _PASSED_OVER


def definition_of(sheet: Sheet) -> SheetDefinition | None:
    """What a sheet is by its title; where that says nothing, by its columns.

    Only sheets of ties are found by their columns: they have two ends that no list has.
    """
    by_title = titled_definition(sheet.name)
    if by_title is not None:
        return by_title
    fitting = [
        definition
        for definition in SHEETS
        if definition.key not in _ONE_OF
        and sheet.rows
        and not _missing(definition, titles(sheet, definition))
    ]
    return fitting[0] if len(fitting) == 1 else None


def parse(sheets: Sequence[Sheet], file: str, progress: Progress = UNWATCHED) -> Parsed:
    """The records of a workbook.

    References are ids or names. A name or id that no sheet describes becomes a placeholder. Ids
    that the file gives are kept where they are free; without them, ids are made from names and
    ends, so that the same file always gives the same ids. A workbook that netmap wrote gives back
    the records it was written from, but for what somebody has edited since.

    Args:
        sheets: All sheets of the source, in any order.
        file: Name of the file or folder for messages.
        progress: Is told of `Step.CHECK`: each row when it is understood and when its record
            is made.

    Raises:
        UnknownFormatError: No sheet has a title or columns that are known.
    """
    own = own_sheet(sheets)
    sheets = [sheet for sheet in sheets if not is_own(sheet)]
    tables: list[tuple[Sheet, SheetDefinition, Titles]] = []
    problems: list[Problem] = []
    for sheet in sheets:
        definition = definition_of(sheet)
        if definition is not None:
            problems.extend(sheet.problems)
            if sheet.rows:
                found = titles(sheet, definition, on_top=own is not None)
                tables.append((sheet, definition, found))
        elif sheet.rows and not is_guide(sheet):
            known = ", ".join(each.title.de for each in SHEETS)
            in_english = ", ".join(each.key for each in SHEETS)
            problems.append(SHEET_PASSED_OVER.at(sheet.place(), titles=Text(known, in_english)))
    if own is None and not any(definition_of(sheet) for sheet in sheets):
        raise UnknownFormatError(
            place=sheets[0].place() if len(sheets) == 1 else None,
            problem=Text(
                de=f"In „{file}“ hat kein Blatt einen bekannten Namen.",
                en=f'No sheet of "{file}" has a known name.',
            ),
        )
    tables.sort(key=lambda table: SHEETS.index(table[1]))
    refers_by_id = own is not None or any(found.hold_ids_of_others for _, _, found in tables)
    rows: list[Entry] = []
    for sheet, definition, read in tables:
        found = read if refers_by_id else without_running_numbers(read)
        missing = _missing(definition, found)
        if missing:
            line = sheet.rows[found.position].line
            fields = {"missing": missing, "title": missing}
            problems.append(COLUMN_MISSING.at(sheet.place(line=line), **fields))
            continue
        rows.extend(entries(sheet, definition, found, own))
        problems.extend(found.problems)
    if (
        not rows
        and own is None
        and not any(problem.severity is Severity.ERROR for problem in problems)
    ):
        empty = [sheet for sheet in sheets if definition_of(sheet) is not None]
        problems.append(NO_ROWS.at(empty[0].place() if len(empty) == 1 else Place(file=file)))
    records, placeholders = records_of(rows, problems, progress, own)
    order = {sheet.part: position for position, sheet in enumerate(sheets)}
    problems.sort(key=lambda each: (order.get(each.place.sheet, -1), each.place.line or 0))
    return Parsed(
        format=FORMAT,
        records=records,
        problems=tuple(problems),
        placeholders=placeholders,
        own_ids=frozenset(_own_ids(rows, own) & {record.id for record in records}),
    )


def records_of(
    rows: Sequence[Entry],
    problems: list[Problem],
    progress: Progress,
    own: OwnSheet | None = None,
) -> tuple[tuple[Record, ...], tuple[Placeholder, ...]]:
    """The records that rows describe, in any order, and those that they only refer to.

    Args:
        rows: Rows of all sheets.
        problems: Where to add what is found.
        progress: As `parse` tells it.
        own: What a workbook of netmap's keeps beside its rows.
    """
    progress.begin(Step.CHECK, 2 * len(rows))
    directory = Directory({entry.definition.key for entry in rows}, problems)
    exact = OwnRecords(problems)
    for each in own.exact if own else ():
        record = exact.add(Kind(each.fields["kind"]), each.fields, each.place)
        if record is not None:
            directory.taken.add(record.id)
            if not each.sheet_key:
                continue
            known = Known(record.id, getattr(record, "label", record.id))
            directory.add(each.sheet_key, known, ids={record.id}, names=set())
    drafts = Drafts(problems)
    for entry in counted([each for each in rows if each.definition.key in KINDS], progress):
        drafts.add(entry)
    drafts.name_records(directory.taken)
    actors = ActorRecords(drafts, directory, problems, own_ids=own is not None)
    actors.enter()
    named = actors.records(progress)
    ties = TieRecords(directory, problems, own_ids=own is not None)
    for entry in counted([each for each in rows if each.definition.key not in KINDS], progress):
        ties.add(entry)
    tied = list(counted(ties.records(), progress))
    # A sheet of its own says more about work on topics than a column of topics.
    told = {(each.actor_id, each.topic_id) for each in tied if isinstance(each, WorksOn)}
    named = [
        each
        for each in named
        if not isinstance(each, WorksOn) or (each.actor_id, each.topic_id) not in told
    ]
    found = (*named, *directory.placeholders.values(), *tied)
    kept = exact.parsed(FORMAT, others=found)
    return (*found, *kept.records), (*directory.stand_ins(), *kept.placeholders)


def _own_ids(rows: Sequence[Entry], own: OwnSheet | None) -> set[str]:
    """The ids that a workbook of netmap's gives; none of any other."""
    if own is None:
        return set()
    given = {id_text(cell.value) for entry in rows if (cell := entry.cell("id"))}
    return given | {str(each.fields["id"]) for each in own.exact}


def _missing(definition: SheetDefinition, found: Titles) -> Text | None:
    """The title of a column without which no row of the sheet has an identity."""
    fields = found.by_field
    one_of = _ONE_OF.get(definition.key)
    if one_of:
        return None if any(name in fields for name in one_of) else definition.by_field["name"].title
    for column in definition.columns:
        if column.required and column.field not in fields:
            return column.title
    if definition.key == "memberships" and not any(name in fields for name in _MEMBERS):
        return definition.by_field["person"].title
    return None
