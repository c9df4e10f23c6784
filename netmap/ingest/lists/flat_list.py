"""The flat list that offices have: a row for each person, with organisation, function, bodies."""

from __future__ import annotations

from collections.abc import Iterable

from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.lists.body_cells import BodyEntry, BodyNames, body_words
from netmap.ingest.lists.columns import ListColumn, ListTitles, Use, list_titles, value_at
from netmap.ingest.lists.labels import labelled, without_sums
from netmap.ingest.lists.marks import marked_bodies
from netmap.ingest.lists.notices import COMMAS_SEPARATE
from netmap.ingest.lists.records import ListRecords
from netmap.ingest.lists.rows import RowReader
from netmap.ingest.normalise import one_line
from netmap.ingest.problems import Parsed, Problem
from netmap.ingest.table import Row, Sheet
from netmap.ingest.workbook.notices import EXAMPLES, LINES_ABOVE, NO_ROWS
from netmap.language import Text

FORMAT = "flat-list"


def matches(sheet: Sheet) -> bool:
    """Whether a sheet is a flat list: it names actors, and their bodies or organisations."""
    found = list_titles(sheet)
    if found is None or marked_bodies(found):
        return False
    titles, _ = labelled(found)
    named = titles.has("name", "family_name", "function", "organization")
    if titles.of(Use.BODY):
        return named
    return titles.has("name", "family_name") and titles.has(
        "organization", "function", "given_name"
    )


def parse(sheet: Sheet, file: str) -> Parsed:
    """The persons, organisations, bodies and seats of a flat list.

    Bodies stand in one column, several in a cell with ``;`` or line breaks between them, or in
    several columns ("Gremium 1", "Gremium 2"). The role stands in parentheses after the body or
    in a column beside it. Rows of one name in one house are one person; a row without name and
    function is the organisation's seat.

    Args:
        sheet: The only sheet, or one of several.
        file: Name of the file for messages.

    Raises:
        UnknownFormatError: The sheet is not laid out like a flat list.
    """
    found = list_titles(sheet)
    if found is None or not matches(sheet):
        raise UnknownFormatError(
            place=sheet.place(),
            problem=Text(
                de=f"In „{file}“ fehlt eine Titelzeile mit Name, Organisation und Gremium.",
                en=f'"{file}" has no line of titles with name, organisation and body.',
            ),
        )
    titles, problems = labelled(found)
    rows, sums = without_sums(titles)
    problems = [*sheet.problems, *problems]
    if titles.position:
        line = sheet.rows[titles.position].line
        problems.append(LINES_ABOVE.at(sheet.place(), line=line))
    bodies = titles.of(Use.BODY)
    words = {
        (row.line, column.at): body_words(value_at(row, column.at))
        for row in rows
        for column in bodies
    }
    names = BodyNames(words.values())
    problems.extend(_told_commas(rows, bodies, words, names, sheet))
    reader = RowReader(titles)
    read = [
        reader.read(
            row,
            tuple(
                _with_role(entry, row, column, titles)
                for column in bodies
                for each in words[row.line, column.at]
                for entry in names.entries(each)
            ),
        )
        for row in rows
    ]
    records = ListRecords()
    records.add_rows([row for row in read if row is not None])
    if reader.examples:
        problems.append(EXAMPLES.at(sheet.place(), count=reader.examples))
    if not rows:
        problems.append(NO_ROWS.at(sheet.place()))
    made = records.records(sheet.place())
    return Parsed(
        format=FORMAT,
        records=made,
        problems=(*problems, *reader.problems, *records.problems, *sums),
    )


def _told_commas(
    rows: Iterable[Row],
    bodies: Iterable[ListColumn],
    words: dict[tuple[int, int], tuple[str, ...]],
    names: BodyNames,
    sheet: Sheet,
) -> list[Problem]:
    divided = [
        (sheet.place(line=row.line, column=column.title), each)
        for row in rows
        for column in bodies
        for each in words[row.line, column.at]
        if len(names.entries(each)) > 1
    ]
    if not divided:
        return []
    place, first = divided[0]
    return [COMMAS_SEPARATE.at(place, count=len(divided), words=first[:200])]


def _with_role(entry: BodyEntry, row: Row, body: ListColumn, titles: ListTitles) -> BodyEntry:
    """The entry with the role that stands in a column of its own, where the cell names none."""
    if entry.role_label:
        return entry
    for column in titles.of(Use.ROLE):
        beside = column.number is None and column.at == body.at + 1
        for_all = column.number is None and len(titles.of(Use.ROLE)) == 1
        if beside or for_all or (column.number is not None and column.number == body.number):
            label = one_line(value_at(row, column.at))
            return BodyEntry(entry.name, entry.words, label, entry.start, entry.end)
    return entry
