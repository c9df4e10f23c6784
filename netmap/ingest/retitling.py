"""Columns whose titles nobody knows, taken for columns that are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from netmap.ingest.columns import SHEETS
from netmap.ingest.table import CellValue, Row, Sheet

_TITLES_WITHIN = 15
_MOST_TITLES = 200


def retitled(sheets: Sequence[Sheet], titles: Mapping[str, str]) -> list[Sheet]:
    """The sheets with titles replaced, wherever one stands among the first lines of a sheet.

    >>> from netmap.ingest.table import rows_of
    >>> sheet = Sheet("a.csv", "a", None, rows_of([["Wer", "Wo"], ["Ada", "AK"]]))
    >>> retitled([sheet], {"Wer": "Name"})[0].rows[0].cells
    ('Name', 'Wo')
    """
    if not titles:
        return list(sheets)
    return [
        replace(
            sheet,
            rows=(
                *(_retitled(row, titles) for row in sheet.rows[:_TITLES_WITHIN]),
                *sheet.rows[_TITLES_WITHIN:],
            ),
        )
        for sheet in sheets
    ]


def unknown_titles(sheets: Iterable[Sheet]) -> list[str]:
    """Titles that no sheet of a workbook has a column for, in the order of the source.

    The line of titles is the one among the first that names the most known columns, else the
    first that has several texts.
    """
    found: dict[str, None] = {}
    for sheet in sheets:
        row = _line_of_titles(sheet)
        if row is not None:
            found |= dict.fromkeys(
                value for _, value in row.filled() if isinstance(value, str) and not _known(value)
            )
    return list(found)[:_MOST_TITLES]


def _retitled(row: Row, titles: Mapping[str, str]) -> Row:
    cells: tuple[CellValue, ...] = tuple(
        titles.get(value, value) if isinstance(value, str) else value for value in row.cells
    )
    return replace(row, cells=cells)


def _line_of_titles(sheet: Sheet) -> Row | None:
    rows = sheet.rows[:_TITLES_WITHIN]
    texts = [[value for _, value in row.filled() if isinstance(value, str)] for row in rows]
    known = [sum(map(_known, each)) for each in texts]
    if any(known):
        return rows[known.index(max(known))]
    return next((row for row, each in zip(rows, texts, strict=True) if len(each) > 1), None)


def _known(title: str) -> bool:
    return any(definition.column(title) for definition in SHEETS)
