"""Which fields the form of each kind of record has: the columns of the workbook, in groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from netmap.ingest.columns import SHEETS, CellType, Column
from netmap.language import Text
from netmap.model import MODELS, Organization
from netmap.values import Record
from netmap.views.exports.tables import COLUMN_FIELDS
from netmap.vocabulary import Kind

_TARGETS: dict[CellType, tuple[Kind, ...]] = {
    CellType.PERSON: (Kind.PERSON,),
    CellType.ORGANIZATION: (Kind.ORGANIZATION,),
    CellType.ORGANIZATIONS: (Kind.ORGANIZATION,),
    CellType.BODY: (Kind.ORGANIZATION,),
    CellType.ACTOR: (Kind.PERSON, Kind.ORGANIZATION),
    CellType.ACTORS: (Kind.PERSON, Kind.ORGANIZATION),
    CellType.TOPIC: (Kind.TOPIC,),
    CellType.TOPICS: (Kind.TOPIC,),
}
_HELP = {
    "short_name": Text(
        de="Abkürzung, unter der man es auch findet.",
        en="Abbreviation by which it is found as well.",
    ),
    "topics": Text(
        de="Woran gearbeitet wird; in jedes Feld ein Thema.",
        en="What is worked on; one topic in each field.",
    ),
    "parties": Text(
        de="Wer die Kooperation vereinbart hat; in jedes Feld ein Name.",
        en="Who agreed on the cooperation; one name in each field.",
    ),
    "on_behalf_of": Text(
        de="Für wen der Sitz mit wahrgenommen wird; in jedes Feld ein Name.",
        en="Whom the seat is held for as well; one name in each field.",
    ),
    "body": Text(de="Name des Gremiums.", en="Name of the body."),
    "source": Text(de="Woher die Angabe stammt.", en="Where the information comes from."),
}
"""Help for fields whose columns speak of the other sheets and of cells."""


class FormKind(StrEnum):
    """What a form is for: a kind of record, bodies apart from other organisations."""

    PERSON = "person"
    ORGANIZATION = "organization"
    BODY = "body"
    TOPIC = "topic"
    MEMBERSHIP = "membership"
    EXCHANGE_TIE = "exchange_tie"
    REPORTING_LINE = "reporting_line"
    COOPERATION = "cooperation"


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form.

    Attributes:
        column: What it is called, holds and means, as in a workbook.
        required: Whether a record without it says nothing.
    """

    column: Column
    required: bool

    @property
    def name(self) -> str:
        """What the form calls it."""
        return self.column.field

    @property
    def help(self) -> Text:
        """What belongs into it."""
        return _HELP.get(self.name, self.column.explanation)

    @property
    def record_field(self) -> str:
        """The field of the model."""
        return COLUMN_FIELDS.get(self.name, self.name)

    @property
    def targets(self) -> tuple[Kind, ...]:
        """Kinds of the records that it names; none where it names no record."""
        return _TARGETS.get(self.column.type, ())

    @property
    def is_list(self) -> bool:
        """Whether it names several records."""
        return bool(self.targets) and self.column.type.is_list


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """The form of one kind of record.

    Attributes:
        main: What is asked first.
        more: What is asked on demand.
        discreet: What is for the coordinating office alone.
    """

    kind: FormKind
    main: tuple[FormField, ...]
    more: tuple[FormField, ...]
    discreet: tuple[FormField, ...]

    @property
    def fields(self) -> tuple[FormField, ...]:
        """All fields, in the order of the form."""
        return self.main + self.more + self.discreet

    @property
    def model(self) -> type[Record]:
        """The model of the record."""
        return MODELS[self.record_kind]

    @property
    def record_kind(self) -> Kind:
        """The kind of record that the form makes."""
        return Kind.ORGANIZATION if self.kind is FormKind.BODY else Kind(self.kind.value)


def form_kind(record: Record, *, is_body: bool = False) -> FormKind | None:
    """Which form a record is changed with; ``None`` for links that forms of actors change."""
    if isinstance(record, Organization) and is_body:
        return FormKind.BODY
    return next((each for each in FormKind if each.value == record.kind.value), None)


_SINCE = ("start_date", "end_date")
_FROM = ("source", "source_date")


def _form(
    kind: FormKind,
    sheet_key: str,
    main: Sequence[str],
    more: Sequence[str] = (),
    *,
    required: Sequence[str] = (),
    discreet: Sequence[str] = (),
) -> FormDefinition:
    columns = next(sheet for sheet in SHEETS if sheet.key == sheet_key).by_field

    def fields(names: Sequence[str]) -> tuple[FormField, ...]:
        return tuple(
            FormField(columns[name], columns[name].required or name in required) for name in names
        )

    return FormDefinition(kind, fields(main), fields((*more, *_FROM)), fields(discreet))


FORMS: dict[FormKind, FormDefinition] = {
    form.kind: form
    for form in (
        _form(
            FormKind.PERSON,
            "persons",
            ["name", "function", "organization", "sector", "topics"],
            _SINCE,
            discreet=["asked"],
        ),
        _form(
            FormKind.ORGANIZATION,
            "organizations",
            ["name", "short_name", "classification", "sector", "parent", "topics"],
            [
                "territory",
                "coordination_form",
                "coordination_placement",
                "coordination_posts",
                "successor",
                *_SINCE,
            ],
            discreet=["asked"],
        ),
        _form(
            FormKind.BODY,
            "bodies",
            [
                "name",
                "short_name",
                "classification",
                "level",
                "status",
                "topics",
                "meetings_per_year",
                "purpose",
                "parent",
            ],
            [
                "functions",
                "target_groups",
                "competence",
                "legal_basis",
                "chair_rotation",
                "successor",
                "territory",
                *_SINCE,
            ],
        ),
        _form(FormKind.TOPIC, "topics", ["name", "description", "parent"]),
        _form(
            FormKind.MEMBERSHIP,
            "memberships",
            ["member", "body", "role", "house_level", "on_behalf_of", *_SINCE],
            required=["member"],
        ),
        _form(
            FormKind.EXCHANGE_TIE,
            "exchanges",
            ["actor_a", "actor_b", "contacts_per_year", "channel", "topics"],
            ["reported_by", "reported_at", "confirmed", *_SINCE],
        ),
        _form(
            FormKind.REPORTING_LINE,
            "reporting_lines",
            ["sender", "receiver", "form", "returns_decisions", "within_house"],
            _SINCE,
        ),
        _form(
            FormKind.COOPERATION,
            "cooperations",
            ["name", "parties", "aim", "decided_by", "decided_at", "carried_by"],
            _SINCE,
        ),
    )
}
"""The form of each kind."""
