"""The sheet that makes a workbook of netmap's exact: which ids are meant, and what cells lose."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from netmap.ingest.table import Row, Sheet, rows_of
from netmap.ingest.workbook.own import (
    ALONE,
    EXPORT,
    NOTE,
    RECORD,
    SHEET,
    TITLES,
    VERSION,
    WITHOUT_SHEET,
    row_digest,
)
from netmap.ingest.workbook.reader import parse
from netmap.language import Language, Text
from netmap.values import Record
from netmap.views.exports.contents import Contents
from netmap.views.exports.tables import Cell, SheetTable

_NOTE = Text(
    de="Dieses Blatt schreibt netmap. Es hält fest, was Zellen nicht genau sagen können. Wird "
    "eine Zeile der anderen Blätter geändert oder gelöscht, gilt die Änderung.",
    en="netmap writes this sheet. It holds what cells cannot say exactly. Where somebody changes "
    "or deletes a row of another sheet, that counts.",
)
# Cells hold 32,767 characters.
_LONGEST_PART = 30_000
# Each turn can only find rows that an earlier one disturbed; in practice one is enough.
_TURNS = 4

Line = list[Cell]


def own_lines(
    contents: Contents, tables: Sequence[tuple[SheetTable, Sheet]], language: Language
) -> list[Line]:
    """The lines of the sheet, for tables with the sheets that a reader will make of them.

    Which rows are kept exactly is not guessed: the sheets are read as an import reads them, and
    every record that comes back as another is kept.
    """
    head: list[Line] = [
        list(TITLES),
        [EXPORT, None, None, _about(contents)],
        [NOTE, None, None, _NOTE.in_language(language)],
        *(line for each in contents.of_kind(*WITHOUT_SHEET) for line in _lines(ALONE, "", each)),
    ]
    lines = list(head)
    rows = [
        (table.definition.key, record, row)
        for table, sheet in tables
        for record, row in _aligned(table, sheet)
    ]
    kept: set[str] = set()
    for turn in range(_TURNS):
        wrong = _misread([sheet for _, sheet in tables], lines, contents.records)
        if wrong is not None and not wrong - kept:
            return lines
        # What disturbs others without being misread itself is among the rest.
        last = turn == _TURNS - 2
        kept = {record.id for record in contents.records} if wrong is None or last else kept | wrong
        exact = (_record_lines(*row) for row in rows if row[1].id in kept)
        lines = [*head, *(line for each in exact for line in each)]
    return lines


def _about(contents: Contents) -> str:
    days = contents.as_of
    return json.dumps(
        {
            "format": VERSION,
            "network": contents.network_id,
            "name": contents.name,
            "as_of": [days.first.isoformat(), days.last.isoformat()] if days else None,
            "confidential": contents.confidential,
        }
    )


def _aligned(table: SheetTable, sheet: Sheet) -> Iterator[tuple[Record, Row]]:
    by_line = {row.line: row for row in sheet.rows}
    for line, record in enumerate(table.records, 2):
        yield record, by_line[line]


def _misread(
    sheets: Sequence[Sheet], lines: Sequence[Line], records: Sequence[Record]
) -> set[str] | None:
    """Ids of records that come back as others; ``None`` where there are some that nobody wrote."""
    own = Sheet(file=SHEET, name=SHEET, part=SHEET, rows=rows_of(lines))
    parsed = parse([*sheets, own], SHEET)
    found = {record.id: record for record in parsed.records}
    wrong = {record.id for record in records if not _is_same(record, found.pop(record.id, None))}
    return None if (found or parsed.problems) and not wrong else wrong


def _is_same(record: Record, found: Record | None) -> bool:
    return (
        found is not None
        and record.model_copy(update={"version": 0}) == found
        # True, 1 and 1.0 are equal and yet not the same.
        and repr(sorted(record.attributes.items())) == repr(sorted(found.attributes.items()))
    )


def _record_lines(sheet_key: str, record: Record, row: Row) -> Iterator[Line]:
    return _lines(RECORD, row_digest(sheet_key, row.cells), record)


def _lines(what: str, digest: str, record: Record) -> Iterator[Line]:
    fields: dict[str, Any] = record.model_dump(
        mode="json", exclude_defaults=True, exclude={"version"}
    )
    fields["kind"] = record.kind.value
    # Escaped, so that no reader trims or mends a character, wherever the text is cut.
    text = json.dumps(fields, separators=(",", ":")).replace(" ", "\\u0020").replace("_", "\\u005f")
    for number, start in enumerate(range(0, len(text), _LONGEST_PART), 1):
        yield [what, digest or None, number, text[start : start + _LONGEST_PART]]
