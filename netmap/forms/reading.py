"""What somebody typed into a form, read as the values of a record; what is unclear is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from netmap.dates import period
from netmap.forms.fields import FormDefinition, FormField, FormKind
from netmap.forms.names import RecordNames
from netmap.forms.texts import Texts
from netmap.ingest.columns import CellType
from netmap.ingest.errors import UnclearValueError
from netmap.ingest.roles import role
from netmap.ingest.workbook.cells import read_cell
from netmap.language import Text
from netmap.model import Organization, Person, Topic
from netmap.refusals import what_is_wrong
from netmap.values import Record, Source
from netmap.vocabulary import Kind

_MISSING = Text(de="Diese Angabe wird gebraucht.", en="This is needed.")
_NAMELESS = Text(
    de="Eine Person braucht einen Namen oder eine Funktion.",
    en="A person needs a name or a function.",
)
_NOBODY = Text(
    de="„{name}“ ist noch nicht erfasst. Wer oder was ist gemeint?",
    en='"{name}" is not recorded yet. Who or what is meant?',
)
_SEVERAL = Text(
    de="„{name}“ gibt es mehrmals. Welcher Eintrag ist gemeint?",
    en='There are several called "{name}". Which one is meant?',
)
_REVERSED = Text(
    de="Das Ende liegt vor dem Beginn.",
    en="The end lies before the start.",
)
_ITSELF = Text(
    de="Ein Eintrag kann nicht mit sich selbst verbunden sein.",
    en="A record cannot be tied to itself.",
)
_NOT_COUNTED = Text(
    de="Hier wird eine Zahl erwartet; bei unregelmäßigen Sitzungen bitte leer lassen.",
    en="A number is expected here; leave it empty where meetings follow no rhythm.",
)
_NEW = "new:"
_ENDS = {
    FormKind.EXCHANGE_TIE: ("actor_a", "actor_b"),
    FormKind.REPORTING_LINE: ("sender", "receiver"),
    FormKind.MEMBERSHIP: ("member", "body"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a name may mean: a record that is there, or a new one of a kind.

    Attributes:
        value: What the form sends for it.
        record_id: ``None`` for a new record.
        kind: Of the record.
    """

    value: str
    record_id: str | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in a field that cannot be saved as it is.

    Attributes:
        number: Which of the texts of the field it is about, from 0.
        choices: What may be meant, where a name is unclear.
    """

    text: Text
    remedy: Text | None = None
    number: int = 0
    choices: tuple[Choice, ...] = ()


@dataclass(slots=True)
class Reading:
    """A form as it was read.

    Attributes:
        values: By field of the model, those of the form's fields.
        doubts: By field of the form; nothing is saved while there are any.
        created: New records that the form's record refers to.
        topic_ids: What the actor works on; ``None`` where the form does not say.
        record: The record, where nothing is in doubt.
    """

    values: dict[str, Any] = field(default_factory=dict)
    doubts: dict[str, list[Doubt]] = field(default_factory=dict)
    created: list[Record] = field(default_factory=list)
    topic_ids: tuple[str, ...] | None = None
    record: Record | None = None

    def doubt(self, name: str, text: Text, **more: Any) -> None:
        """Note something about a field."""
        self.doubts.setdefault(name, []).append(Doubt(text, **more))


@dataclass(frozen=True, eq=False)
class FormReader:
    """Reads forms of one kind.

    Attributes:
        stored: The record as it stands, of which everything stays that the form leaves as it is;
            a new record with its id where there is none yet.
        shown: The texts that a form of `stored` shows.
        picked: By field and number of the text what was chosen for an unclear name.
        fresh_ids: Makes the ids of records that are created along the way.
    """

    form: FormDefinition
    names: RecordNames
    stored: Mapping[str, Any]
    shown: Texts
    picked: Mapping[tuple[str, int], str]
    fresh_ids: Callable[[Kind, str], str]

    def read(self, texts: Texts, *, stored_topics: tuple[str, ...] = ()) -> Reading:
        """The record that the texts make, or what stands against it."""
        found = Reading()
        for each in self.form.fields:
            sent = texts.get(each.name, ())
            if each.name == "topics" and self.form.kind is not FormKind.EXCHANGE_TIE:
                found.topic_ids = (
                    stored_topics
                    if sent == self.shown.get(each.name, ())
                    else self._ids(each, sent, found)
                )
            elif sent != self.shown.get(each.name, ()):
                self._field(each, sent, found)
            if each.required and not sent:
                found.doubt(each.name, _MISSING)
        self._together(found)
        if not found.doubts:
            self._made(found)
        return found

    def _field(self, each: FormField, sent: tuple[str, ...], found: Reading) -> None:
        if each.targets:
            ids = self._ids(each, sent, found)
            found.values[each.record_field] = ids if each.is_list else next(iter(ids), None)
            return
        text = sent[0] if sent else ""
        try:
            value = read_cell(each.column, text) if text else None
        except UnclearValueError as error:
            found.doubt(each.name, error.cause_text, remedy=error.remedy_text)
            return
        self._set(each, value, text, found)

    def _set(self, each: FormField, value: Any, text: str, found: Reading) -> None:
        match each.name:
            case "source" | "source_date" | "coordination_form" | "coordination_placement":
                found.values[each.name] = value
            case "coordination_posts":
                found.values[each.name] = value or ()
            case "role":
                found.values |= {"role": role(text), "role_label": text}
            case "contacts_per_year":
                found.values |= {
                    "contacts_per_year": value and value.contacts_per_year,
                    "irregular": bool(value and value.irregular),
                }
            case "meetings_per_year":
                if value and value.irregular:
                    found.doubt(each.name, _NOT_COUNTED)
                found.values[each.name] = value and value.contacts_per_year
            case _:
                found.values[each.record_field] = self._empty(each) if value is None else value

    def _empty(self, each: FormField) -> Any:
        """What a record holds where nothing is said."""
        default = self.form.model.model_fields[each.record_field].default
        return default if each.column.type is not CellType.TEXTS else ()

    def _ids(self, each: FormField, sent: tuple[str, ...], found: Reading) -> tuple[str, ...]:
        ids = []
        for number, name in enumerate(sent):
            record_id = self._meant(each, number, name, found)
            if record_id is not None and record_id not in ids:
                ids.append(record_id)
        return tuple(ids)

    def _meant(self, each: FormField, number: int, name: str, found: Reading) -> str | None:
        known = self.names.meant(name, each.targets)
        picked = self.picked.get((each.name, number), "")
        if picked.startswith(_NEW) and picked.removeprefix(_NEW) in each.targets:
            made = self._new(Kind(picked.removeprefix(_NEW)), name, each)
            found.created.append(made)
            return made.id
        if picked and self.names.kinds.get(picked) in each.targets:
            return picked
        if len(known) == 1:
            return known[0]
        alike = known or self.names.alike(name, each.targets)
        choices = [Choice(each_id, each_id, self.names.kinds[each_id]) for each_id in alike]
        choices += [Choice(f"{_NEW}{kind.value}", None, kind) for kind in each.targets]
        problem = (_SEVERAL if known else _NOBODY).format(name=name[:200])
        found.doubt(each.name, problem, number=number, choices=tuple(choices))
        return None

    def _new(self, kind: Kind, name: str, each: FormField) -> Record:
        record_id = self.fresh_ids(kind, name)
        if kind is Kind.PERSON:
            return Person(id=record_id, name=name)
        if kind is Kind.TOPIC:
            return Topic(id=record_id, name=name)
        meets = True if each.column.type is CellType.BODY else None
        return Organization(id=record_id, name=name, meets=meets)

    def _together(self, found: Reading) -> None:
        """What several fields have to fulfil together."""
        whole = {**self.stored, **found.values}
        if self.form.kind is FormKind.PERSON and not (whole.get("name") or whole.get("function")):
            found.doubt("name", _NAMELESS)
        start, end = whole.get("start_date"), whole.get("end_date")
        if start and end and period(start).first > period(end).last:
            found.doubt("end_date", _REVERSED)
        ends = [
            whole.get(each.record_field)
            for each in self.form.fields
            if each.name in _ENDS.get(self.form.kind, ())
        ]
        if len(ends) == 2 and ends[0] and ends[0] == ends[1]:
            found.doubt(_ENDS[self.form.kind][1], _ITSELF)

    def _made(self, found: Reading) -> None:
        values = self._nested(found.values)
        try:
            found.record = self.form.model.model_validate({**self.stored, **values})
        except ValidationError as error:
            by_record_field = {each.record_field: each.name for each in self.form.fields}
            for detail in error.errors(include_url=False):
                name = str(detail["loc"][0]) if detail["loc"] else self.form.main[0].name
                found.doubt(by_record_field.get(name, name), what_is_wrong(dict(detail)))

    def _nested(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values with source and coordination as the model nests them."""
        plain = {
            name: value
            for name, value in values.items()
            if name not in {"source", "source_date"} and not name.startswith("coordination_")
        }
        if "source" in values or "source_date" in values:
            before = self.stored.get("source") or {}
            label = values.get("source", before.get("label")) or ""
            at = values.get("source_date", before.get("retrieved_at"))
            plain["source"] = Source(label=label, retrieved_at=at) if label or at else None
        given = {
            name.removeprefix("coordination_"): value
            for name, value in values.items()
            if name.startswith("coordination_")
        }
        if given:
            whole = {**(self.stored.get("coordination") or {}), **given}
            plain["coordination"] = whole if any(whole.values()) else None
        return plain
