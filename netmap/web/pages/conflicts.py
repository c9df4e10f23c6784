"""Two versions of a record side by side, and the choice between them field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import FormData

from netmap.forms.fields import FormDefinition, FormField
from netmap.forms.names import RecordNames
from netmap.forms.texts import Texts
from netmap.language import Language
from netmap.services.entry import Conflict
from netmap.values import Record
from netmap.views.record_words import value_in_words
from netmap.web.pages.forms import text_of


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A field in which two versions differ.

    Attributes:
        take: "yours" or "theirs" where only that side changed it; empty where both did.
    """

    name: str
    title: str
    yours: str
    theirs: str
    take: str


def conflict_rows(
    definition: FormDefinition,
    conflict: Conflict,
    names: RecordNames,
    language: Language,
) -> list[ConflictRow]:
    """The fields in which what was to be saved differs from what is stored now."""
    rows = []
    for field in definition.fields:
        yours, theirs, base = (
            None if each is None else _words(field, each, names, language)
            for each in (conflict.yours, conflict.theirs, conflict.base)
        )
        if yours != theirs:
            take = "yours" if base == theirs else "theirs" if base == yours else ""
            title = field.column.title.in_language(language)
            rows.append(ConflictRow(field.name, title, yours or "–", theirs or "–", take))
    return rows


def merged_texts(sent: Texts, stored: Texts, form: FormData) -> dict[str, tuple[str, ...]]:
    """What to save: of each field what was typed, or what is stored where that was chosen."""
    return {
        name: stored.get(name, ()) if text_of(form, f"take.{name}") == "theirs" else texts
        for name, texts in sent.items()
    }


def _words(field: FormField, record: Record, names: RecordNames, language: Language) -> str | None:
    values: Mapping[str, object] = record.model_dump(mode="json")
    name = field.record_field
    if name.startswith("coordination_"):
        name = "coordination"
    if field.name in {"source", "source_date"}:
        source = record.source
        value = source and (source.label if field.name == "source" else source.retrieved_at)
        return value_in_words(record.kind, field.name, value, names.shown, language)
    if name not in values:
        return None
    return value_in_words(record.kind, name, values[name], names.shown, language)
