"""A form as its page shows it: fields with titles, help, what stands in them and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData

from netmap.forms.fields import FormDefinition, FormField
from netmap.forms.names import RecordNames
from netmap.forms.reading import Doubt, Reading
from netmap.forms.texts import Texts
from netmap.ingest.columns import CellType
from netmap.language import Text
from netmap.views.map_words import ROLES
from netmap.views.record_words import KIND_WORDS

_EMPTY_LINES = 2
"""How many empty fields a list offers for further names."""
_LONG = frozenset({"purpose", "competence", "legal_basis", "aim", "description"})
_NEW_KIND = Text(de="Neu anlegen: {kind}", en="Create: {kind}")
_YES_NO = (("yes", Text(de="ja", en="yes")), ("no", Text(de="nein", en="no")))


@dataclass(frozen=True, slots=True)
class ShownDoubt:
    """Something to be settled, with what may be meant as (value, words)."""

    text: Text
    remedy: Text | None
    number: int
    choices: tuple[tuple[str, Text | str], ...]


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field on the page.

    Attributes:
        shape: Which control: text, long, choice, name or names.
        texts: What stands in it, with empty lines for further names.
        options: Of a choice: value and words; of a role: words that are offered.
    """

    name: str
    title: Text
    help: Text
    shape: str
    texts: tuple[str, ...]
    required: bool
    options: tuple[tuple[str, Text], ...]
    doubts: tuple[ShownDoubt, ...]

    @property
    def text(self) -> str:
        """What stands in a field of one line."""
        return self.texts[0] if self.texts else ""


def shown_fields(
    fields: Iterable[FormField], texts: Texts, names: RecordNames, reading: Reading | None
) -> list[ShownField]:
    """Fields of a form with these texts, and what a reading found wrong."""
    doubts: Mapping[str, Sequence[Doubt]] = reading.doubts if reading else {}
    return [
        ShownField(
            name=each.name,
            title=each.column.title,
            help=each.help,
            shape=_shape(each),
            texts=(*texts.get(each.name, ()), *[""] * _EMPTY_LINES)
            if each.is_list
            else texts.get(each.name, ()),
            required=each.required,
            options=_options(each),
            doubts=tuple(_doubt(doubt, names) for doubt in doubts.get(each.name, ())),
        )
        for each in fields
    ]


def sent_texts(form: FormData, definition: FormDefinition) -> dict[str, tuple[str, ...]]:
    """What was typed into each field; empty lines are nothing."""
    return {
        each.name: tuple(
            text
            for value in form.getlist(each.name)
            if isinstance(value, str) and (text := value.replace("\r\n", "\n").strip())
        )
        for each in definition.fields
    }


def sent_picks(form: FormData) -> dict[tuple[str, int], str]:
    """What was chosen for unclear names, by field and number of the text."""
    picked = {}
    for key, value in form.multi_items():
        prefix, _, rest = key.partition(".")
        name, _, number = rest.rpartition(".")
        if prefix == "pick" and number.isdecimal() and isinstance(value, str):
            picked[name, int(number[:6])] = value
    return picked


def _shape(field: FormField) -> str:
    if field.targets:
        return "names" if field.is_list else "name"
    if field.column.type in {CellType.CHOICE, CellType.YES_NO}:
        return "choice"
    if field.column.type is CellType.ROLE:
        return "role"
    return "long" if field.name in _LONG else "text"


def _options(field: FormField) -> tuple[tuple[str, Text], ...]:
    if field.column.type is CellType.YES_NO:
        return _YES_NO
    if field.column.type is CellType.ROLE:
        return tuple((role.value, words) for role, words in ROLES.items() if words)
    choices = field.column.choices or {}
    return tuple((value.value, words.word) for value, words in choices.items())


def _doubt(doubt: Doubt, names: RecordNames) -> ShownDoubt:
    return ShownDoubt(
        doubt.text,
        doubt.remedy,
        doubt.number,
        tuple(
            (each.value, _NEW_KIND.format(kind=KIND_WORDS[each.kind]))
            if each.record_id is None
            else (each.value, names.shown[each.record_id])
            for each in doubt.choices
        ),
    )
