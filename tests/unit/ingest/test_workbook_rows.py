"""The line of titles is found wherever a list has it, and rows are keyed by its columns."""

from __future__ import annotations

from netmap.ingest.columns import SheetDefinition, sheet_definition
from netmap.ingest.workbook.rows import Entry, Titles, entries, titles
from tests.unit.ingest.sheet_texts import sheet


def persons() -> SheetDefinition:
    """The sheet of persons."""
    found = sheet_definition("persons")
    assert found is not None
    return found


def rows(*lines: str) -> tuple[list[Entry], Titles]:
    """The rows of a sheet of persons, and its titles."""
    table = sheet("Personen", *lines)
    found = titles(table, persons())
    return list(entries(table, persons(), found)), found


def values(entry: Entry) -> dict[str, object]:
    """First cells of a row by field."""
    return {field: cells[0].value for field, cells in entry.cells.items()}


def test_columns_stand_in_any_order_and_language() -> None:
    """Titles of both languages may be mixed; unknown columns are kept by their titles."""
    (row,), _ = rows("Funktion | chamber | name", "Leitung | sen | Ute")
    assert values(row) == {"function": "Leitung", "name": "Ute"}
    assert row.rest == {"chamber": "sen"}


def test_lines_above_the_titles_are_passed_over_and_told() -> None:
    """A heading and a date above the titles are no record."""
    (row,), found = rows("Liste des Netzwerks", "Stand | 2024", "Name | Organisation", "Ute | Amt")
    assert values(row) == {"name": "Ute", "organization": "Amt"}
    assert row.line == 4
    assert [problem.code for problem in found.problems] == ["ingest.lines_above_titles"]


def test_titles_repeated_on_a_new_page_are_no_record() -> None:
    """Lists made for printing repeat their titles."""
    found, _ = rows("Name | Organisation", "Ute | Amt", "NAME | Organisation", "Bo | Amt")
    assert [row.line for row in found] == [2, 4]


def test_example_rows_of_a_template_are_passed_over_and_counted() -> None:
    """Rows whose id is the word for example are no record."""
    found, known = rows("ID | Name", "Beispiel | Anna", "example 2 | Bo", "7 | Ute")
    assert [row.line for row in found] == [4]
    assert [problem.code for problem in known.problems] == ["ingest.example_rows"]
    assert "2" in known.problems[0].cause.de


def test_a_second_column_of_one_field_is_kept_among_the_others() -> None:
    """Nothing is lost where two columns say the same; the first counts."""
    (row,), found = rows("Name | Funktion | Position", "Ute | Leitung | Stab")
    assert values(row)["function"] == "Leitung"
    assert row.rest == {"Position": "Stab"}
    assert [(each.code, each.place.column) for each in found.problems] == [
        ("ingest.column_twice", "Position")
    ]


def test_a_reference_may_have_a_column_of_ids_and_one_of_names() -> None:
    """Both are kept, the id first."""
    (row,), found = rows("Name | Organisation | Organisation-ID", "Ute | Amt | 7")
    assert [(cell.value, cell.holds_ids) for cell in row.cells["organization"]] == [
        ("7", True),
        ("Amt", False),
    ]
    assert not found.problems


def test_columns_without_or_with_equal_titles_are_told_apart() -> None:
    """A column without a title goes by its letters, a repeated title gets a number."""
    (row,), _ = rows("Name | | Notiz | Notiz", "Ute | a | b | c")
    assert row.rest == {"B": "a", "Notiz": "b", "Notiz (2)": "c"}


def test_places_name_the_titles_of_the_file() -> None:
    """A place names the column as the file does, even where its cell is empty."""
    (row,), _ = rows("Nachname | Ressort", " | Leitung", "x | y")[0][:1], None
    assert (
        row.place("family_name").text().de == "liste.xlsx, Blatt Personen, Zeile 2, Spalte Nachname"
    )
    assert row.place("sector").column is None
