"""The line of titles of a list: which columns tell of a person, which of bodies and seats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from netmap.ingest.columns import SHEETS, Column, title_key
from netmap.ingest.normalise import folded, text
from netmap.ingest.roles import role
from netmap.ingest.table import CellValue, Row, Sheet
from netmap.ingest.xlsx_scan import column_name
from netmap.vocabulary import Role

# Lists have a heading, a date and an author above their titles, no more.
_TITLES_WITHIN = 15

PERSONS = next(sheet for sheet in SHEETS if sheet.key == "persons")
MEMBERSHIPS = next(sheet for sheet in SHEETS if sheet.key == "memberships")

_BODY_WORDS = frozenset(
    {
        *("gremium", "gremien", "arbeitsgruppe", "arbeitsgruppen", "ag", "ags", "arbeitskreis"),
        *("arbeitskreise", "ak", "aks", "ausschuss", "ausschuesse", "mitgliedschaft"),
        *("mitgliedschaften", "gremienmitgliedschaft", "gremienmitgliedschaften", "body"),
        *("bodies", "committee", "committees", "group", "groups", "board", "boards"),
        *("membership", "memberships", "gruppe", "gruppen", "runde", "runden", "gremienname"),
    }
)
_AROUND_BODY_WORDS = frozenset(
    {
        *("mitglied", "in", "im", "den", "der", "des", "name", "member", "of", "und", "and", "or"),
        *("oder", "weitere", "weiteres", "other", "working", "sonstige", "sitz", "teilnahme", "an"),
        *("bzw", "u", "the", "vertreten", "aktiv", "erste", "zweite", "dritte", "arbeits"),
        # What is left of "Arbeitsgruppe(n)" and "Mitglied/er".
        *("n", "e", "en", "er"),
    }
)
# In a list these name the function in the own house, not the role in a body.
_FUNCTION_TITLES = frozenset({"funktion", "function", "position"})
# Either level may be meant.
_UNCLEAR_TITLES = frozenset({"ebene", "level", "hierarchieebene"})
_RUNNING_NUMBERS = frozenset(
    {"nr", "nummer", "lfdnr", "no", "number", "lfdnummer", "laufendenummer"}
)


class Use(StrEnum):
    """What a column of a list is about."""

    PERSON = "person"
    BODY = "body"
    ROLE = "role"
    SEAT = "seat"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of a list.

    Attributes:
        title: Unique within the list; the letters of the column where it has no title.
        column: What it is called among the columns of a workbook; ``None`` for bodies and rest.
        number: The number in a title such as "Gremium 2" or "Rolle 2"; ``None`` without one.
    """

    at: int
    title: str
    use: Use
    column: Column | None = None
    number: int | None = None
    titled: bool = True

    @property
    def field(self) -> str:
        """Field of a column that workbooks have, too; empty for others."""
        return self.column.field if self.column else ""


@dataclass(frozen=True, slots=True)
class ListTitles:
    """The line of titles of a list, and the lines below it."""

    sheet: Sheet
    position: int
    columns: tuple[ListColumn, ...]

    def of(self, use: Use) -> list[ListColumn]:
        """The columns of one use, from the left."""
        return [column for column in self.columns if column.use is use]

    def has(self, *fields: str) -> bool:
        """Whether the list tells one of these fields of a person."""
        return any(column.field in fields for column in self.of(Use.PERSON))

    def rows(self) -> Iterator[Row]:
        """The lines below the titles; titles repeated on a new page are left out."""
        keys = {column.at: title_key(column.title) for column in self.columns if column.titled}
        for row in self.sheet.rows[self.position + 1 :]:
            if not all(title_key(text(value)) == keys.get(at) for at, value in row.filled()):
                yield row


def value_at(row: Row, at: int) -> CellValue:
    """The cell of a row in one column; ``None`` beyond the end of a short row."""
    return row.cells[at] if at < len(row.cells) else None


def list_titles(sheet: Sheet) -> ListTitles | None:
    """The line among the first ones that names the most columns; ``None`` for an empty sheet."""
    best, most = None, (-1, 0)
    for position, row in enumerate(sheet.rows[:_TITLES_WITHIN]):
        texts = [value for _, value in row.filled() if isinstance(value, str)]
        known = sum(list_column(0, value).use is not Use.REST for value in texts)
        # A heading above the titles has fewer texts; so have the rows of a cross table below,
        # whose marks and roles do not count.
        named = sum(len(value) > 2 and role(value) is Role.OTHER for value in texts)
        if (known, named) > most:
            best, most = position, (known, named)
    return None if best is None else titles_at(sheet, best)


def titles_at(sheet: Sheet, position: int) -> ListTitles:
    """Read the line at one position as titles."""
    row = sheet.rows[position]
    width = max(len(each.cells) for each in sheet.rows[position:])
    columns: list[ListColumn] = []
    used: set[str] = set()
    fields: set[str] = set()
    for at in range(width):
        given = text(value_at(row, at))
        found = list_column(at, given or column_name(at), titled=bool(given))
        if found.use is Use.PERSON and found.field in fields:
            # The first of two columns of one kind counts; the other is told as an attribute.
            found = ListColumn(at, found.title, Use.REST)
        fields.add(found.field)
        title, number = found.title, 2
        while title in used:
            title = f"{found.title} ({number})"
            number += 1
        used.add(title)
        columns.append(ListColumn(at, title, found.use, found.column, found.number, found.titled))
    if not any(column.use is Use.BODY for column in columns):
        columns = [_function_for_role(column, known="function" in fields) for column in columns]
    return ListTitles(sheet, position, tuple(columns))


def _function_for_role(column: ListColumn, *, known: bool) -> ListColumn:
    """Where no column names a body, "Rolle" is the function of the person."""
    if column.use is not Use.ROLE:
        return column
    if known:
        return ListColumn(column.at, column.title, Use.REST)
    return ListColumn(column.at, column.title, Use.PERSON, PERSONS.column("function"))


def list_column(at: int, title: str, *, titled: bool = True) -> ListColumn:
    """What a title says about its column.

    >>> [list_column(0, title).use.value for title in ("Gremium 2", "Rolle 2", "Name", "Fax")]
    ['body', 'role', 'person', 'rest']
    """
    if not titled:
        return ListColumn(at, title, Use.REST, titled=False)
    key = title_key(title)
    words = folded(title).split()
    digits = [int(word) for word in words if word.isdecimal() and len(word) < 4]
    numbered = re.fullmatch(r"(\D+?)(\d{1,3})", key)
    number = digits[0] if digits else int(numbered[2]) if numbered else None
    bare = {re.sub(r"\d+$", "", word) for word in words} - {""}
    about_bodies = bare & _BODY_WORDS and bare <= _BODY_WORDS | _AROUND_BODY_WORDS
    if about_bodies or bare in ({"mitglied", "in"}, {"member", "of"}):
        return ListColumn(at, title, Use.BODY, number=number)
    seat = MEMBERSHIPS.column(numbered[1] if numbered else title)
    if seat is not None and seat.field == "role" and key not in _FUNCTION_TITLES:
        return ListColumn(at, title, Use.ROLE, seat, number)
    person = PERSONS.column(title)
    if person is not None and not (person.field == "id" and key in _RUNNING_NUMBERS):
        return ListColumn(at, title, Use.PERSON, person)
    if (
        seat is not None
        and seat.field in {"house_level", "on_behalf_of"}
        and key not in _UNCLEAR_TITLES
    ):
        return ListColumn(at, title, Use.SEAT, seat)
    return ListColumn(at, title, Use.REST)
