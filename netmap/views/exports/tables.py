"""A network as the sheets of a workbook: titles, and a row a record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from netmap.ingest.columns import SHEETS, CellType, Column, SheetDefinition
from netmap.ingest.table import cell
from netmap.ingest.workbook.own import WITHOUT_SHEET
from netmap.language import Language, decimal
from netmap.model import Membership, Organization
from netmap.values import Record
from netmap.views.map_words import ROLES
from netmap.vocabulary import Kind, Role

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

# Spreadsheets have 16,384 columns; more titles than this are no table that anybody reads.
_MOST_OPEN_TITLES = 500

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet; ``records`` and ``rows`` are aligned."""

    definition: SheetDefinition
    title: str
    header: list[str]
    rows: list[list[Cell]]
    records: list[Record]


def sheet_tables(records: Iterable[Record], language: Language) -> list[SheetTable]:
    """A sheet a kind; sheets and columns that would be empty are left out.

    Organisations marked as bodies stand on the sheet of bodies, all others on that of
    organisations. References are ids. Open attributes stand in columns of their own titles, unless
    a reader would take such a title for one it knows. What has no sheet is passed over.
    """
    by_sheet: dict[str, list[Record]] = {sheet.key: [] for sheet in SHEETS}
    for record in records:
        if record.kind not in WITHOUT_SHEET:
            by_sheet[_sheet_of(record)].append(record)
    return [
        _table(definition, by_sheet[definition.key], language)
        for definition in SHEETS
        if by_sheet[definition.key]
    ]


def _sheet_of(record: Record) -> str:
    if isinstance(record, Organization):
        return "bodies" if record.meets else "organizations"
    return next(key for key, kind in SHEET_KINDS.items() if kind is record.kind)


def _table(definition: SheetDefinition, records: list[Record], language: Language) -> SheetTable:
    offered = {column.field: column for column in (*definition.columns, *definition.also)}
    needed = {"id", *(column.field for column in offered.values() if column.required)}
    if "member" in offered:
        # One column says what the two for persons and organisations would.
        del offered["person"], offered["organization"]
        needed.add("member")
    found = [_cells(offered.values(), record, language) for record in records]
    columns = [
        field
        for field in offered
        if field in needed or any(row.get(field) is not None for row in found)
    ]
    titles = list(dict.fromkeys(title for record in records for title in record.attributes))
    known = [offered[field].title.in_language(language) for field in columns]
    open_titles = [
        title for title in titles if definition.column(title) is None and cell(title) == title
    ][:_MOST_OPEN_TITLES]
    rows = [
        [
            *(row.get(field) for field in columns),
            *(record.attributes.get(title) for title in open_titles),
        ]
        for row, record in zip(found, records, strict=True)
    ]
    title = definition.title.in_language(language)
    return SheetTable(definition, title, known + open_titles, rows, records)


def _cells(columns: Iterable[Column], record: Record, language: Language) -> dict[str, Cell]:
    return {
        column.field: value
        for column in columns
        if (value := cell_of(column, record, language)) is not None
    }


def cell_of(column: Column, record: Record, language: Language) -> Cell:
    """What a record says in a column; references are ids, with ``;`` between several."""
    if column.field.startswith("coordination_"):
        return _coordination(column, record, language)
    match column.field:
        case "id":
            # A row must not look empty because its id does.
            return record.id if cell(record.id) == record.id else json.dumps(record.id)
        case "source" | "source_date":
            part = "label" if column.field == "source" else "retrieved_at"
            return getattr(record.source, part, None) or None
        case "identifiers":
            return (
                "; ".join(f"{each.scheme}: {each.identifier}" for each in record.identifiers)
                or None
            )
        case "role":
            return _role(record, language)
        case "irregular":
            return None
        case "contacts_per_year" if getattr(record, "irregular", False):
            return "unregelmäßig" if language is Language.DE else "irregular"
    value = getattr(record, COLUMN_FIELDS.get(column.field, column.field), None)
    return _plain(column, value, language)


def _role(record: Record, language: Language) -> str | None:
    if not isinstance(record, Membership):
        return None
    word = ROLES[Role(record.role)]
    return record.role_label or (word.in_language(language) if word else None)


def _plain(column: Column, value: Any, language: Language) -> Cell:
    if value is None or value in ("", ()):
        return None
    if column.type is CellType.YES_NO:
        yes, no = ("ja", "nein") if language is Language.DE else ("yes", "no")
        return yes if value else no
    if column.type is CellType.CHOICE:
        return _word(column, value, language)
    if column.type.is_list:
        return "; ".join(value)
    plain: Cell = value
    return plain


def _word(column: Column, value: Any, language: Language) -> str | None:
    if value is None or column.choices is None:
        return None
    return column.choices[value].word.in_language(language)


def _coordination(column: Column, record: Record, language: Language) -> str | None:
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
