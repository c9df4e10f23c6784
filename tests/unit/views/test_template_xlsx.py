"""The template offers all columns, explains them, and reads back as an empty network."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from netmap.ingest.columns import GUIDE_SHEET, LISTS_SHEET, SHEETS, SheetDefinition
from netmap.ingest.problems import Severity
from netmap.ingest.table import Sheet
from netmap.ingest.workbook import reader as workbook
from netmap.ingest.workbook.own import WITHOUT_SHEET
from netmap.ingest.workbook.rows import entries, titles
from netmap.ingest.xlsx_sheets import xlsx_sheets
from netmap.language import Language
from netmap.model import Membership
from netmap.views.template_xlsx import template_workbook
from netmap.vocabulary import Kind, Role

LANGUAGES = pytest.mark.parametrize("language", list(Language))


def opened(language: Language) -> Workbook:
    """The template as a spreadsheet program opens it."""
    return load_workbook(io.BytesIO(template_workbook(language)))


def worksheet(book: Workbook, definition: SheetDefinition, language: Language) -> Worksheet:
    """One of its sheets."""
    found = book[definition.title.in_language(language)]
    assert isinstance(found, Worksheet)
    return found


def read(language: Language) -> dict[str, Sheet]:
    """The template as an import reads it: sheets by title."""
    data = template_workbook(language)
    return {s.name: s for s in xlsx_sheets(data, file="t.xlsx", limit_bytes=10_000_000)}


@LANGUAGES
def test_the_guide_comes_first_and_every_sheet_follows(language: Language) -> None:
    """The lists behind the drop-downs come last."""
    titles_found = opened(language).sheetnames
    assert titles_found == [
        GUIDE_SHEET.in_language(language),
        *(sheet.title.in_language(language) for sheet in SHEETS),
        LISTS_SHEET.in_language(language),
    ]


@LANGUAGES
def test_the_guide_explains_every_column(language: Language) -> None:
    """Title, explanation and example of each stand on the first sheet."""
    guide = opened(language).worksheets[0]
    texts = {cell.value for row in guide.iter_rows() for cell in row}
    for column in (column for sheet in SHEETS for column in sheet.columns):
        assert column.title.in_language(language) in {str(t).removesuffix(" *") for t in texts}
        assert any(column.explanation.in_language(language) in str(text) for text in texts)


@LANGUAGES
def test_every_column_has_its_title_and_a_comment(language: Language) -> None:
    """Titles stay in view when scrolling; what must be filled is marked in words, too."""
    book = opened(language)
    for definition in SHEETS:
        sheet = worksheet(book, definition, language)
        assert sheet.freeze_panes == "A2"
        for at, column in enumerate(definition.columns, 1):
            cell = sheet.cell(1, at)
            assert str(cell.value).removesuffix(" *") == column.title.in_language(language)
            assert str(cell.value).endswith("*") == column.required
            assert cell.comment is not None
            assert column.explanation.in_language(language) in cell.comment.text


@LANGUAGES
def test_an_import_of_the_untouched_template_finds_all_columns_and_no_record(
    language: Language,
) -> None:
    """The example rows are passed over."""
    sheets = read(language)
    for definition in SHEETS:
        sheet = sheets[definition.title.in_language(language)]
        known = titles(sheet, definition)
        assert set(known.by_field) == {column.field for column in definition.columns}
        assert list(entries(sheet, definition, known)) == []
        assert [problem.code for problem in known.problems] == ["ingest.example_rows"]
        assert sheet.problems == ()


@LANGUAGES
def test_every_closed_vocabulary_has_a_drop_down_list_of_its_words(language: Language) -> None:
    """The list stands where the validation points to, and other spellings may be typed."""
    book = opened(language)
    lists = book[LISTS_SHEET.in_language(language)]
    for definition in SHEETS:
        sheet = worksheet(book, definition, language)
        formulas = {
            str(cells).split("2:")[0]: validation
            for validation in sheet.data_validations.dataValidation
            for cells in validation.sqref.ranges
        }
        for at, column in enumerate(definition.columns, 1):
            if column.choices is None:
                continue
            validation = formulas[get_column_letter(at)]
            assert not validation.showErrorMessage
            cells = str(validation.formula1).split("!")[1].replace("$", "")
            words = [row[0].value for row in lists[cells]]
            assert words == [each.word.in_language(language) for each in column.choices.values()]


def test_references_offer_the_names_that_the_other_sheet_holds() -> None:
    """Below the example row, however many they are."""
    book = opened(Language.DE)
    definition = next(sheet for sheet in SHEETS if sheet.key == "memberships")
    sheet = worksheet(book, definition, Language.DE)
    formulas = [str(v.formula1) for v in sheet.data_validations.dataValidation]
    assert any("'Gremien'!$B$3" in formula for formula in formulas)
    assert any("'Personen'!$B$3" in formula for formula in formulas)


@LANGUAGES
def test_no_cell_is_a_formula_and_dates_stay_as_they_are_typed(language: Language) -> None:
    """A month typed into the template is not turned into its first day."""
    book = opened(language)
    for sheet in book.worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    persons = worksheet(book, SHEETS[0], language)
    at = [column.field for column in SHEETS[0].columns].index("start_date")
    letter = get_column_letter(at + 1)
    assert persons.column_dimensions[letter].number_format == "@"


@LANGUAGES
def test_what_is_filled_in_is_read(language: Language) -> None:
    """A row below the example is an entry with its fields."""
    book = opened(language)
    definition = next(sheet for sheet in SHEETS if sheet.key == "memberships")
    sheet = worksheet(book, definition, language)
    for at, column in enumerate(definition.columns, 1):
        if column.example.in_language(language):
            sheet.cell(3, at, column.example.in_language(language))
    out = io.BytesIO()
    book.save(out)
    (found,) = (
        s
        for s in xlsx_sheets(out.getvalue(), file="t.xlsx", limit_bytes=10_000_000)
        if s.name == definition.title.in_language(language)
    )
    (entry,) = entries(found, definition, titles(found, definition))
    assert entry.line == 3
    assert {"person", "organization", "body", "role", "house_level", "start_date"} == set(
        entry.cells
    )


@LANGUAGES
def test_the_examples_make_a_network_once_they_are_no_examples(language: Language) -> None:
    """Without the mark in the column ID all example rows are read, and every word understood."""
    book = opened(language)
    for definition in SHEETS:
        worksheet(book, definition, language)["A2"] = None
    out = io.BytesIO()
    book.save(out)
    parsed = workbook.parse(
        xlsx_sheets(out.getvalue(), file="t.xlsx", limit_bytes=10_000_000), "t.xlsx"
    )
    assert {record.kind for record in parsed.records} == set(Kind) - WITHOUT_SHEET
    # The examples name a few actors that have no row of their own.
    assert {problem.code for problem in parsed.problems} <= {"ingest.dangling_reference"}
    (seat,) = (record for record in parsed.records if isinstance(record, Membership))
    assert (seat.role, seat.start_date) == (Role.CHAIR, "2023-08-01")


@LANGUAGES
def test_the_untouched_template_holds_no_record_and_no_error(language: Language) -> None:
    """An import of it says so and leaves the network as it is."""
    data = template_workbook(language)
    parsed = workbook.parse(xlsx_sheets(data, file="t.xlsx", limit_bytes=10_000_000), "t.xlsx")
    assert parsed.records == ()
    assert {problem.severity for problem in parsed.problems} == {Severity.WARNING, Severity.NOTE}
