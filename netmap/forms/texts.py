"""A record as the texts of its form, which the reader of forms understands again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from netmap.dates import period
from netmap.forms.fields import FormDefinition, FormField
from netmap.forms.names import RecordNames
from netmap.ingest.columns import CellType
from netmap.language import Language, decimal
from netmap.model import ExchangeTie
from netmap.values import Record
from netmap.views.exports.tables import cell_of

Texts = Mapping[str, tuple[str, ...]]
"""What stands in each field of a form; several texts where it names several records."""

_CHOSEN = frozenset({CellType.CHOICE, CellType.YES_NO})
_YES_OR_NO = {True: "yes", False: "no"}


def form_texts(
    form: FormDefinition,
    record: Record,
    names: RecordNames,
    topic_ids: Iterable[str],
    language: Language,
) -> dict[str, tuple[str, ...]]:
    """What a form shows of a record.

    Args:
        form: The form of its kind.
        record: The record.
        names: Names of the records that it refers to; an id that they lack stands for itself.
        topic_ids: What an actor works on, which its form changes with it.
        language: Of words, dates and numbers.
    """
    return {field.name: _texts(field, record, names, topic_ids, language) for field in form.fields}


def given_texts(
    form: FormDefinition, names: RecordNames, given: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """What stands in the fields of a form for which records are given.

    Args:
        form: The form.
        names: Names of the records that are there; ids of others are passed over.
        given: Ids of records by field.
    """
    found = {}
    for field in form.fields:
        ids = [each for each in given.get(field.name, ()) if each in names.shown]
        if field.targets and ids:
            found[field.name] = tuple(names.shown[each] for each in ids)
    return found


def date_text(iso: str, language: Language) -> str:
    """A partial date as people type it.

    >>> [date_text(each, Language.DE) for each in ("2024", "2024-05", "2024-05-31")]
    ['2024', '05/2024', '31.05.2024']
    """
    if language is Language.EN:
        return iso
    first = period(iso).first
    return {4: iso, 7: f"{first:%m}/{iso[:4]}", 10: f"{first:%d.%m}.{iso[:4]}"}[len(iso)]


def _texts(
    field: FormField,
    record: Record,
    names: RecordNames,
    topic_ids: Iterable[str],
    language: Language,
) -> tuple[str, ...]:
    if field.targets:
        return tuple(names.shown.get(each, each) for each in _ids(field, record, topic_ids))
    text = _text(field, record, language)
    return (text,) if text else ()


def _ids(field: FormField, record: Record, topic_ids: Iterable[str]) -> tuple[str, ...]:
    if field.name == "topics" and not isinstance(record, ExchangeTie):
        return tuple(topic_ids)
    value = getattr(record, field.record_field)
    return (value,) if isinstance(value, str) else tuple(value or ())


def _text(field: FormField, record: Record, language: Language) -> str:
    if field.column.type in _CHOSEN:
        value = _chosen(field, record)
        return _YES_OR_NO.get(value, value) or ""
    cell = cell_of(field.column, record, language)
    if cell is None:
        return ""
    if field.column.type is CellType.DATE:
        return date_text(str(cell), language)
    return decimal(f"{cell:g}").in_language(language) if isinstance(cell, float) else str(cell)


def _chosen(field: FormField, record: Record) -> Any:
    if field.name.startswith("coordination_"):
        coordination = getattr(record, "coordination", None)
        return coordination and getattr(coordination, field.name.removeprefix("coordination_"))
    return getattr(record, field.record_field)
