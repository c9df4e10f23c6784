"""Fields of records and their values in the words of the workbook, for reports of changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netmap.findings.marks import MARK_STATUSES
from netmap.ingest.columns import SHEETS, CellType, Column
from netmap.language import Language, Text
from netmap.views.exports.tables import COLUMN_FIELDS, SHEET_KINDS
from netmap.views.map_words import number, partial_date
from netmap.vocabulary import Kind, MarkStatus

_OTHERS = {
    "attributes": Text(de="Weitere Angaben", en="Further details"),
    "coordination": Text(de="Koordinierung", en="Coordination"),
    "meets": Text(de="Tagt als Gremium", en="Meets as a body"),
    "role_label": Text(de="Rolle im Wortlaut", en="Role as worded"),
}
"""Fields that no column of their own stands for."""
_OF_MARKS = {
    "finding_id": Text(de="Hinweis", en="Finding"),
    "finding_kind": Text(de="Art des Hinweises", en="Kind of finding"),
    "status": Text(de="Stand", en="Status"),
    "note": Text(de="Notiz", en="Note"),
    "data": Text(de="Kennung der Datenlage", en="Stands for the data"),
    "marked_by": Text(de="Vermerkt von", en="Marked by"),
    "marked_at": Text(de="Vermerkt am", en="Marked on"),
}
_OF_VIEWS = {
    "name": Text(de="Name", en="Name"),
    "query": Text(de="Auswahl", en="Choice"),
    "places": Text(de="Gespeicherte Plätze", en="Kept places"),
}
_BESIDE = {Kind.FINDING_MARK: _OF_MARKS, Kind.MAP_VIEW: _OF_VIEWS}
"""Fields of the kinds that have no sheet."""

_YES = Text(de="ja", en="yes")
_NO = Text(de="nein", en="no")


def field_title(kind: Kind, field: str, language: Language) -> str:
    """Title of the column that holds a field; the field itself where none does."""
    words = _BESIDE.get(kind, {})
    if field in _OTHERS or field in words:
        return (words | _OTHERS)[field].in_language(language)
    column = _column(kind, field)
    return column.title.in_language(language) if column else field


def value_words(kind: Kind, field: str, value: Any, language: Language) -> str:
    """A value of a field, given as JSON, as a workbook in this language would show it."""
    if value in (None, "", [], {}):
        return "–"
    if isinstance(value, bool):
        return (_YES if value else _NO).in_language(language)
    if isinstance(value, int | float):
        return number(value, language)
    if isinstance(value, list):
        return ", ".join(value_words(kind, field, each, language) for each in value)
    if isinstance(value, dict):
        return _of_object(kind, field, value, language)
    if (kind, field) == (Kind.FINDING_MARK, "status"):
        return MARK_STATUSES[MarkStatus(value)].in_language(language)
    column = _column(kind, field)
    if (column and column.type is CellType.DATE) or field == "marked_at":
        return partial_date(value, language)
    words = _chosen(column, value, language) if column else None
    return words or str(value)


def _of_object(kind: Kind, field: str, value: Mapping[str, Any], language: Language) -> str:
    if (kind, field) == (Kind.MAP_VIEW, "query"):
        return f"{value['name']}={value['value']}"
    if (kind, field) == (Kind.MAP_VIEW, "places"):
        x, y = (number(round(value[each]), language) for each in ("x", "y"))
        return f"{value['actor_id']} ({x} / {y})"
    return ", ".join(
        f"{title}: {value_words(kind, title, each, language)}" for title, each in value.items()
    )


def _column(kind: Kind, field: str) -> Column | None:
    for sheet in SHEETS:
        if SHEET_KINDS[sheet.key] is kind:
            for column in (*sheet.columns, *sheet.also):
                if COLUMN_FIELDS.get(column.field, column.field) == field:
                    return column
    return None


def _chosen(column: Column, value: str, language: Language) -> str | None:
    choices: Mapping[Any, Any] = column.choices or {}
    return next(
        (words.word.in_language(language) for each, words in choices.items() if each == value),
        None,
    )
