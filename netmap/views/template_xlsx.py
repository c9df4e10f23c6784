"""The empty workbook that offices fill in and an import reads back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from netmap.ingest import words
from netmap.ingest.columns import (
    EXAMPLE_ID,
    GUIDE_SHEET,
    LISTS_SHEET,
    SHEETS,
    CellType,
    Column,
    SheetDefinition,
)
from netmap.ingest.words import Words
from netmap.language import Language
from netmap.views.template_texts import (
    COLUMN,
    ENTER,
    EXAMPLE,
    GUIDE,
    NEEDED,
    OFFERED,
    OTHERS_ALLOWED,
    SHEET,
    TITLE,
)

# A validation covers as many rows as the largest network of one municipality may need.
_LAST_ROW = 5_000
_HEADER_FILL = PatternFill("solid", start_color="FF17365D")
_EXAMPLE_FILL = PatternFill("solid", start_color="FFF2F2F2")
_LINE = Side(style="thin", color="FFBFBFBF")
_WIDE = {CellType.TEXT: 40, CellType.TEXTS: 30, CellType.TOPICS: 30, CellType.ID: 12}
_NARROW = {CellType.DATE, CellType.YES_NO, CellType.NUMBER, CellType.FREQUENCY}
# Excel shows comments in boxes of this size, in points.
_COMMENT_WIDTH, _COMMENT_HEIGHT = 320, 130

_TARGETS = {
    CellType.PERSON: "persons",
    CellType.ORGANIZATION: "organizations",
    CellType.BODY: "bodies",
    CellType.TOPIC: "topics",
}
"""Sheets whose names a column with one reference offers."""


def template_workbook(language: Language) -> bytes:
    """An XLSX file with all sheets and columns, explanations, drop-down lists and example rows.

    The first sheet explains all columns. Each title carries its explanation as a comment; columns
    that must be filled end in ``*``. The example row of each sheet is marked in the column ID, so
    that an import passes it over. Drop-down lists offer words and names; other spellings may be
    typed all the same, for an import understands many.
    """
    book = Workbook()
    guide = book.active
    assert isinstance(guide, Worksheet)  # noqa: S101 - a new workbook has one sheet
    guide.title = GUIDE_SHEET.in_language(language)
    _write_guide(guide, language)
    lists = _Lists(language)
    for definition in SHEETS:
        sheet = book.create_sheet(definition.title.in_language(language))
        _write_sheet(sheet, definition, lists, language)
    lists.write(book.create_sheet(LISTS_SHEET.in_language(language)))
    book.properties.creator = "netmap"
    book.properties.title = TITLE.in_language(language)
    book.properties.language = language.value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class _Lists:
    """The sheet behind the drop-down lists: a column for each vocabulary."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._columns: dict[str, tuple[str, ...]] = {}

    def formula(self, column: Column) -> str | None:
        """Where the words of a column stand; ``None`` where its words are not listed."""
        offered = _offered(column, self._language)
        if offered is None:
            return None
        title = column.title.in_language(self._language)
        self._columns[title] = offered
        letter = get_column_letter(list(self._columns).index(title) + 1)
        sheet = LISTS_SHEET.in_language(self._language)
        return f"='{sheet}'!${letter}$2:${letter}${len(offered) + 1}"

    def write(self, sheet: Worksheet) -> None:
        """Write all vocabularies that columns asked for."""
        for at, (title, offered) in enumerate(self._columns.items(), 1):
            _header(sheet, at, title)
            for line, word in enumerate(offered, 2):
                _text(sheet, line, at, word)
            sheet.column_dimensions[get_column_letter(at)].width = 26
        sheet.freeze_panes = "A2"


def _write_guide(sheet: Worksheet, language: Language) -> None:
    _text(sheet, 1, 1, TITLE.in_language(language)).font = Font(bold=True, size=16)
    line = 2
    for paragraph in GUIDE:
        line += 1
        cell = _text(sheet, line, 1, paragraph.in_language(language))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=5)
        sheet.row_dimensions[line].height = 32
    line += 2
    for at, title in enumerate((SHEET, COLUMN, ENTER, OFFERED, EXAMPLE), 1):
        _header(sheet, at, title.in_language(language), line=line)
    for definition in SHEETS:
        line += 1
        _text(sheet, line, 1, definition.title.in_language(language)).font = Font(bold=True)
        _text(sheet, line, 3, definition.explanation.in_language(language)).font = Font(bold=True)
        for column in definition.columns:
            line += 1
            explanation = _explanation(column, language)
            _text(sheet, line, 2, _title(column, language))
            _text(sheet, line, 3, explanation)
            _text(sheet, line, 4, ", ".join(_offered(column, language) or ()))
            _text(sheet, line, 5, column.example.in_language(language))
    for row in sheet.iter_rows(min_row=line - _described_lines() + 1, max_row=line):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for at, width in enumerate((20, 26, 62, 40, 34), 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.sheet_view.showGridLines = False


def _described_lines() -> int:
    return sum(1 + len(definition.columns) for definition in SHEETS)


def _write_sheet(
    sheet: Worksheet, definition: SheetDefinition, lists: _Lists, language: Language
) -> None:
    for at, column in enumerate(definition.columns, 1):
        title = _header(sheet, at, _title(column, language))
        title.comment = Comment(
            _explanation(column, language),
            "netmap",
            width=_COMMENT_WIDTH,
            height=_COMMENT_HEIGHT,
        )
        example = EXAMPLE_ID if column.field == "id" else column.example
        cell = _text(sheet, 2, at, example.in_language(language))
        cell.font = Font(italic=True, color="FF595959")
        cell.fill = _EXAMPLE_FILL
        dimension = sheet.column_dimensions[get_column_letter(at)]
        dimension.width = 14 if column.type in _NARROW else _WIDE.get(column.type, 26)
        if column.type in (CellType.DATE, CellType.ID):
            # As text, "2024" and "12/2024" stay what they are, and "007" keeps its noughts.
            dimension.number_format = "@"
            cell.number_format = "@"
        _validate(sheet, at, column, lists, language)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _validate(sheet: Worksheet, at: int, column: Column, lists: _Lists, language: Language) -> None:
    formula = lists.formula(column) or _names(column, language)
    if formula is None:
        return
    validation = DataValidation(type="list", formula1=formula, allow_blank=True)
    # A word that is not listed may still be understood, and a name may stand in another file.
    validation.showErrorMessage = False
    validation.showInputMessage = True
    validation.promptTitle = column.title.in_language(language)[:32]
    validation.prompt = OTHERS_ALLOWED.in_language(language)
    letter = get_column_letter(at)
    validation.add(f"{letter}2:{letter}{_LAST_ROW}")
    sheet.add_data_validation(validation)


def _names(column: Column, language: Language) -> str | None:
    """The names on the sheet that a column refers to, as far as that sheet is filled."""
    key = _TARGETS.get(column.type)
    if key is None:
        return None
    definition = next(sheet for sheet in SHEETS if sheet.key == key)
    fields = [each.field for each in definition.columns]
    letter = get_column_letter(fields.index("name") + 1)
    cells = f"'{definition.title.in_language(language)}'!${letter}$3"
    filled = f"'{definition.title.in_language(language)}'!${letter}$3:${letter}${_LAST_ROW}"
    return f"=OFFSET({cells},0,0,MAX(1,COUNTA({filled})),1)"


def _title(column: Column, language: Language) -> str:
    title = column.title.in_language(language)
    return f"{title} *" if column.required else title


def _explanation(column: Column, language: Language) -> str:
    explanation = column.explanation.in_language(language)
    return f"{NEEDED.in_language(language)} {explanation}" if column.required else explanation


def _offered(column: Column, language: Language) -> tuple[str, ...] | None:
    """The words that a column offers; ``None`` where anything may stand there."""
    if column.type is CellType.YES_NO:
        return words.YES.word.in_language(language), words.NO.word.in_language(language)
    vocabulary: Mapping[Any, Words] | None = column.choices
    if column.type is CellType.ROLE:
        vocabulary = words.ROLES
    return words.offered(vocabulary, language) if vocabulary else None


def _header(sheet: Worksheet, at: int, title: str, *, line: int = 1) -> Any:
    cell = _text(sheet, line, at, title)
    cell.font = Font(bold=True, color="FFFFFFFF")
    cell.fill = _HEADER_FILL
    cell.border = Border(bottom=_LINE)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell


def _text(sheet: Worksheet, line: int, at: int, value: str) -> Any:
    """A cell that holds a text, never a formula; an empty one where there is none."""
    cell = sheet.cell(line, at)
    if value:
        cell.value = value
        cell.data_type = "s"
    return cell
