"""The cross table that offices have: bodies across, names down, a mark where someone sits."""

from __future__ import annotations

from dataclasses import replace

from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.lists.body_cells import BodyEntry
from netmap.ingest.lists.columns import ListColumn, ListTitles, Use, list_titles, value_at
from netmap.ingest.lists.labels import labelled, without_sums
from netmap.ingest.lists.marks import marked_bodies, seat_in
from netmap.ingest.lists.notices import BODIES_READ, NO_MARK
from netmap.ingest.lists.records import ListRecords
from netmap.ingest.lists.rows import RowReader
from netmap.ingest.normalise import one_line
from netmap.ingest.problems import Parsed, Problem
from netmap.ingest.table import Row, Sheet
from netmap.ingest.workbook.notices import EXAMPLES, LINES_ABOVE
from netmap.language import Text

FORMAT = "cross-table"


def matches(sheet: Sheet) -> bool:
    """Whether a sheet is a cross table: names down, and columns of bodies that hold marks."""
    return _layout(sheet) is not None


def parse(sheet: Sheet, file: str) -> Parsed:
    """The actors down, the bodies across and the seats where a mark or role stands.

    Rows are persons, or organisations where only these are named. A title of a column is the
    name of a body; columns for organisation, function and the like are read as in a flat list.
    "–", "0", "nein" and an empty cell are no seat.

    Args:
        sheet: The only sheet, or one of several.
        file: Name of the file for messages.

    Raises:
        UnknownFormatError: The sheet is not laid out like a cross table.
    """
    layout = _layout(sheet)
    if layout is None:
        raise UnknownFormatError(
            place=sheet.place(),
            problem=Text(
                de=f"In „{file}“ stehen nicht Gremien in der Titelzeile und Kreuze darunter.",
                en=f'"{file}" does not have bodies in its line of titles and marks below.',
            ),
        )
    titles, bodies, problems = layout
    rows, sums = without_sums(titles)
    names = ", ".join(body.title for body in bodies)
    problems = [*sheet.problems, *problems, BODIES_READ.at(sheet.place(), names=names)]
    if titles.position:
        line = sheet.rows[titles.position].line
        problems.append(LINES_ABOVE.at(sheet.place(), line=line))
    reader = RowReader(titles)
    records = ListRecords()
    for body in bodies:
        place = sheet.place(line=sheet.rows[titles.position].line, column=body.title)
        records.add_body(one_line(body.title), place)
    read = []
    for row in rows:
        seats = tuple(seat for body in bodies for seat in _seats(row, body, sheet, problems))
        read.append(reader.read(row, seats))
    records.add_rows([row for row in read if row is not None])
    if reader.examples:
        problems.append(EXAMPLES.at(sheet.place(), count=reader.examples))
    made = records.records(sheet.place())
    return Parsed(
        format=FORMAT,
        records=made,
        problems=(*problems, *reader.problems, *records.problems, *sums),
    )


def _layout(sheet: Sheet) -> tuple[ListTitles, list[ListColumn], list[Problem]] | None:
    found = list_titles(sheet)
    bodies = marked_bodies(found) if found else []
    if found is None or not bodies:
        return None
    positions = {body.at for body in bodies}
    columns = tuple(
        replace(column, use=Use.BODY) if column.at in positions else column
        for column in found.columns
    )
    titles, problems = labelled(replace(found, columns=columns))
    if not titles.of(Use.PERSON):
        return None
    return titles, bodies, problems


def _seats(
    row: Row, body: ListColumn, sheet: Sheet, problems: list[Problem]
) -> tuple[BodyEntry, ...]:
    cell = value_at(row, body.at)
    seats = seat_in(one_line(body.title), cell)
    if seats is not None:
        return seats
    words = one_line(cell)
    problems.append(NO_MARK.at(sheet.place(line=row.line, column=body.title), words=words[:200]))
    return (BodyEntry(one_line(body.title), words, role_label=words),)
