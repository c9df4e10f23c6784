"""The records of a network as a workbook that an import reads back unchanged."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from netmap.ingest.columns import SHEETS, CellType, Column, SheetDefinition
from netmap.language import Language, decimal
from netmap.model import Organization
from netmap.values import Record
from netmap.vocabulary import Kind

COLUMN_FIELDS = {
    "organization": "organization_id",
    "parent": "parent_id",
    "successor": "successor_id",
    "body": "organization_id",
    "member": "member_id",
    "on_behalf_of": "on_behalf_of_ids",
    "actor_a": "source_id",
    "actor_b": "target_id",
    "topics": "topic_ids",
    "reported_by": "reported_by_id",
    "sender": "sender_id",
    "receiver": "receiver_id",
    "parties": "party_ids",
    "decided_by": "decided_by_id",
    "carried_by": "carried_by_id",
    "actor": "actor_id",
    "topic": "topic_id",
}
"""Model fields of the columns that are not called like them."""

SHEET_KINDS = {
    "persons": Kind.PERSON,
    "organizations": Kind.ORGANIZATION,
    "bodies": Kind.ORGANIZATION,
    "topics": Kind.TOPIC,
    "memberships": Kind.MEMBERSHIP,
    "exchanges": Kind.EXCHANGE_TIE,
    "reporting_lines": Kind.REPORTING_LINE,
    "cooperations": Kind.COOPERATION,
    "works_on": Kind.WORKS_ON,
}
"""Kind of the records on each sheet."""

_MADE_AT = datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl wants naive; fixed, so that equal input gives equal output


def network_workbook(records: Iterable[Record], language: Language) -> bytes:
    """An XLSX file with a sheet a kind; sheets and columns that would be empty are left out.

    Organisations marked as bodies stand on the sheet of bodies, all others on that of
    organisations. References are ids. Texts stay texts, whatever they begin with.
    """
    by_sheet: dict[str, list[Record]] = {sheet.key: [] for sheet in SHEETS}
    for record in records:
        by_sheet[_sheet_of(record)].append(record)
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = _MADE_AT
    book.properties.creator = "netmap"
    for definition in SHEETS:
        rows = by_sheet[definition.key]
        if rows:
            sheet = book.create_sheet(definition.title.in_language(language))
            _write(sheet, definition, rows, language)
    if not book.worksheets:
        book.create_sheet(SHEETS[0].title.in_language(language))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet_of(record: Record) -> str:
    if isinstance(record, Organization):
        return "bodies" if record.meets else "organizations"
    return next(key for key, kind in SHEET_KINDS.items() if kind is record.kind)


def _write(
    sheet: WriteOnlyWorksheet,
    definition: SheetDefinition,
    records: list[Record],
    language: Language,
) -> None:
    offered = {column.field: column for column in (*definition.columns, *definition.also)}
    if "member" in offered:
        # One column says what the two for persons and organisations would.
        del offered["person"], offered["organization"]
    rows = [_cells(offered.values(), record, language) for record in records]
    columns = [field for field in offered if any(row.get(field) is not None for row in rows)]
    open_titles = list(dict.fromkeys(title for record in records for title in record.attributes))
    sheet.freeze_panes = "A2"
    header = [offered[field].title.in_language(language) for field in columns] + open_titles
    sheet.append([_cell(sheet, title, bold=True) for title in header])
    for row, record in zip(rows, records, strict=True):
        values = [row.get(field) for field in columns]
        values += [record.attributes.get(title) for title in open_titles]
        sheet.append([_cell(sheet, value) for value in values])


def _cell(sheet: WriteOnlyWorksheet, value: Any, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"  # never a formula
    if bold:
        cell.font = Font(bold=True)
    return cell


def _cells(columns: Iterable[Column], record: Record, language: Language) -> Mapping[str, object]:
    return {column.field: _value(column, record, language) for column in columns}


def _value(column: Column, record: Record, language: Language) -> object:
    if column.field.startswith("coordination_"):
        return _coordination(column, record, language)
    if column.field == "source":
        return record.source.label if record.source else None
    if column.field == "role":
        label = getattr(record, "role_label", "")
        return label or _word(column, getattr(record, "role", None), language)
    if column.field == "irregular":
        return None
    if column.field == "contacts_per_year" and getattr(record, "irregular", False):
        return "unregelmäßig" if language is Language.DE else "irregular"
    value = getattr(record, COLUMN_FIELDS.get(column.field, column.field), None)
    return _plain(column, value, language)


def _plain(column: Column, value: Any, language: Language) -> object:
    if value is None or value in ("", ()):
        return None
    if column.type is CellType.YES_NO:
        yes, no = ("ja", "nein") if language is Language.DE else ("yes", "no")
        return yes if value else no
    if column.type is CellType.CHOICE:
        return _word(column, value, language)
    if column.type.is_list:
        return "; ".join(value)
    return value


def _word(column: Column, value: Any, language: Language) -> str | None:
    if value is None:
        return None
    if column.choices is None:
        return str(value)
    return column.choices[value].word.in_language(language)


def _coordination(column: Column, record: Record, language: Language) -> object:
    coordination = getattr(record, "coordination", None)
    if coordination is None:
        return None
    if column.field == "coordination_posts":
        return "; ".join(_posts(coordination.posts, language)) or None
    return _word(
        column, getattr(coordination, column.field.removeprefix("coordination_")), language
    )


def _posts(posts: Iterable[Any], language: Language) -> Iterator[str]:
    for post in posts:
        if post.full_time_equivalent is None:
            yield post.label
        else:
            share = decimal(f"{post.full_time_equivalent:g}").in_language(language)
            yield f"{post.label} ({share})"
