"""What the rows of a list are about where its titles do not say: persons or organisations."""

from __future__ import annotations

import re
from dataclasses import replace

from netmap.ingest.lists.columns import PERSONS, ListColumn, ListTitles, Use, value_at
from netmap.ingest.lists.notices import ROWS_READ_AS, SUMS_PASSED_OVER
from netmap.ingest.normalise import folded, id_text, text
from netmap.ingest.problems import Problem
from netmap.ingest.table import Row
from netmap.language import Text

_SUMS = frozenset(
    {"summe", "gesamt", "gesamtsumme", "anzahl", "total", "sum", "count", "summe mitglieder"}
)
# Of a line of prose, which a comma or tab cuts into cells, the first is longer than any title.
_LONGEST_TITLE = 60
# Parts of words that names of organisations have and those of people rarely do.
_ORGANISATION = re.compile(
    r"amt\b|amtes|schul|agentur|kammer|verein|verband|stiftung|zentrum|buero|kolleg|jobcenter|"
    r"stadt|kreis|gemeinde|ministerium|bezirksregierung|gmbh|\be v\b|\bag\b|ihk|hwk|dgb|caritas|"
    r"diakonie|awo|werk|institut|hochschule|universit|bildung|wirtschaft|foerder|leitung|stelle|"
    r"office|agency|chamber|school|college|association|council|department|ministry|university|"
    r"foundation|centre|center|committee|unit|service|ltd|inc\b|company|union|gewerkschaft|traeger|"
    r"kirche|dezernat|fachbereich|abteilung|referat|gruppe|netzwerk|kita|bund"
)
_PERSON = re.compile(r"(?:(?:Prof|Dr|Dipl)\b.*|[^\W\d_][\w'’.-]*(?:,? [^\W\d_][\w'’.-]*){1,3})")


def labelled(titles: ListTitles) -> tuple[ListTitles, list[Problem]]:
    """The titles with a column that says who the rows are about, if there is any.

    Where no title names a person, function or organisation, the first column with texts does;
    whether these are persons is told from their looks, and a note says so. Left of a column for
    organisations, a column with names of persons is theirs.
    """
    titles = _without_running_numbers(titles)
    if titles.has("name", "given_name", "family_name", "function"):
        return titles, []
    house = next((c.at for c in titles.of(Use.PERSON) if c.field == "organization"), None)
    for column in titles.of(Use.REST):
        if house is not None and column.at > house:
            break
        if len(column.title) > _LONGEST_TITLE:
            continue
        labels = [value_at(row, column.at) for row in titles.rows()]
        words = [label for label in labels if isinstance(label, str) and not is_sum(label)]
        if len(words) * 2 <= len(labels) or len(set(words)) * 2 <= len(words):
            continue
        persons = sum(map(looks_like_person, words)) * 2 > len(words)
        if persons or house is None:
            return _with_label(titles, column, persons=persons)
    return titles, []


def _without_running_numbers(titles: ListTitles) -> ListTitles:
    """The titles with no column for ids where that merely counts the rows.

    The next list counts other people from one, and sorting the same one counts them anew.
    """
    column = next((each for each in titles.of(Use.PERSON) if each.field == "id"), None)
    if column is None:
        return titles
    ids = [id_text(value) for row in titles.rows() if (value := value_at(row, column.at))]
    if ids != [str(number) for number in range(1, len(ids) + 1)]:
        return titles
    columns = tuple(
        replace(each, use=Use.REST, column=None) if each is column else each
        for each in titles.columns
    )
    return replace(titles, columns=columns)


def _with_label(
    titles: ListTitles, label: ListColumn, *, persons: bool
) -> tuple[ListTitles, list[Problem]]:
    what = Text(de="Personen", en="persons")
    if not persons:
        what = Text(de="Organisationen", en="organisations")
    definition = PERSONS.column("name" if persons else "organization")
    note = ROWS_READ_AS.at(titles.sheet.place(column=label.title), what=what)
    known = tuple(
        replace(each, use=Use.PERSON, column=definition) if each is label else each
        for each in titles.columns
    )
    return replace(titles, columns=known), [note]


def looks_like_person(label: str) -> bool:
    """Whether a text is rather the name of a person than of an organisation.

    >>> [looks_like_person(label) for label in ("Anna Müller", "Lang, Bo", "Agentur für Arbeit")]
    [True, True, False]
    """
    return bool(_PERSON.fullmatch(label)) and not _ORGANISATION.search(folded(label))


def is_sum(label: object) -> bool:
    """Whether a row begins like a line of sums: "Summe", "Anzahl"."""
    return isinstance(label, str) and folded(label) in _SUMS


def without_sums(titles: ListTitles) -> tuple[list[Row], list[Problem]]:
    """The rows of a list, its lines of sums left out, with a note on each of these."""
    rows: list[Row] = []
    notes: list[Problem] = []
    for row in titles.rows():
        first = next((value for _, value in row.filled()), None)
        if is_sum(first):
            notes.append(SUMS_PASSED_OVER.at(titles.sheet.place(line=row.line), title=text(first)))
        else:
            rows.append(row)
    return rows, notes
