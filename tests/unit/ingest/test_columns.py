"""The table of sheets and columns is complete, unambiguous and understood by the readers."""

from __future__ import annotations

import pytest

from netmap.ingest.columns import SHEETS, CellType, Column, SheetDefinition, sheet_definition
from netmap.ingest.workbook.cells import CHOICES
from netmap.language import Language

COLUMNS = [
    pytest.param(definition, column, id=f"{definition.key}-{column.field}")
    for definition in SHEETS
    for column in (*definition.columns, *definition.also)
]


@pytest.mark.parametrize("definition", SHEETS, ids=lambda definition: definition.key)
def test_titles_of_a_sheet_name_one_column_each(definition: SheetDefinition) -> None:
    """No two own columns of a sheet, and no two shared ones, are known by the same title."""
    for shared in (False, True):
        columns = [
            column for column in (*definition.columns, *definition.also) if column.shared is shared
        ]
        keys = [key for column in columns for key in column.title_keys]
        assert sorted(keys) == sorted(set(keys))


def test_titles_name_one_sheet_each() -> None:
    """No title stands for two sheets."""
    keys = [key for definition in SHEETS for key in definition.title_keys]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize(("definition", "column"), COLUMNS)
def test_a_column_is_found_by_its_titles(definition: SheetDefinition, column: Column) -> None:
    """A column is found by its field and by its title in either language."""
    titles = (column.field, *(column.title.in_language(language) for language in Language))
    assert {found.field for title in titles if (found := definition.column(title))} == {
        column.field
    }


@pytest.mark.parametrize(("definition", "column"), COLUMNS)
def test_a_column_explains_itself(definition: SheetDefinition, column: Column) -> None:
    """Every column is explained in both languages, and closed vocabularies have a reader."""
    assert column.explanation.de.endswith(".")
    assert column.explanation.en.endswith(".")
    assert (column.type is CellType.CHOICE) == (column.choices is not None)
    if column.type is CellType.CHOICE:
        assert column.field in CHOICES


@pytest.mark.parametrize(
    "title",
    [
        "Zuständigkeit",
        "ZUSTAENDIGKEIT",
        " zuständigkeit\n",
        "Zuständigkeit (Befugnis)",
        "zu-ständigkeit*",
    ],
)
def test_titles_are_compared_tolerantly(title: str) -> None:
    """Case, umlauts, spaces, dashes, line ends and additions in parentheses do not matter."""
    bodies = sheet_definition("Gremien")
    assert bodies is not None
    found = bodies.column(title)
    assert found is not None
    assert found.field == "competence"


@pytest.mark.parametrize("title", ["person_id", "Person-ID", "PersonID", "Person Nr.", "id_person"])
def test_references_are_known_by_titles_of_ids(title: str) -> None:
    """A column of references may say that its cells hold ids."""
    memberships = sheet_definition("memberships")
    assert memberships is not None
    found = memberships.column(title)
    assert found is not None
    assert found.field == "person"


def test_an_unknown_title_names_nothing() -> None:
    """What is not in the table is not guessed."""
    persons = sheet_definition("persons")
    assert persons is not None
    assert persons.column("chamber") is None
    assert sheet_definition("Tabelle1") is None


def test_a_title_of_brackets_alone_is_no_column() -> None:
    """A hundred thousand of them are read once, not once for each."""
    assert SHEETS[0].column("(" * 100_000) is None
