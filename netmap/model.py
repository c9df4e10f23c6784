"""The records of a network, in the vocabulary of Popolo, W3C ORG and OParl."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from netmap.dates import PartialDate
from netmap.errors import NamelessPersonError
from netmap.map_views import MapView
from netmap.values import NAMED, Dated, Id, LongText, Name, Part, Record, ShortText
from netmap.vocabulary import (
    Asked,
    ChairRotation,
    CoordinationForm,
    HouseLevel,
    Kind,
    Level,
    MarkStatus,
    Placement,
    Role,
    Sector,
    Status,
)


class Person(Dated, json_schema_extra=NAMED):
    """A person, or a function whose holder is not named ("Leitung Jugendamt").

    At least one of ``name`` and ``function`` is given.

    Attributes:
        organization_id: The organisation the person works or speaks for (its "house").
        asked: Whether the person was asked about its ties; ``None`` when unknown.
    """

    kind: Literal[Kind.PERSON] = Kind.PERSON
    name: ShortText = ""
    function: ShortText = ""
    organization_id: Id | None = None
    sector: Sector | None = None
    asked: Asked | None = None

    REFERENCES: ClassVar[dict[str, frozenset[Kind]]] = {
        "organization_id": frozenset({Kind.ORGANIZATION})
    }

    @model_validator(mode="after")
    def _is_known_by_something(self) -> Self:
        if not self.name and not self.function:
            raise NamelessPersonError
        return self

    @property
    def label(self) -> str:
        """What to show: the name, else the function."""
        return self.name or self.function


class Post(Part):
    """A post of the coordinating office, filled or not."""

    label: ShortText
    full_time_equivalent: float | None = Field(default=None, ge=0, le=1_000)


class Coordination(Part):
    """How the coordinating office of the network is built."""

    form: CoordinationForm | None = None
    placement: Placement | None = None
    posts: tuple[Post, ...] = ()


class Organization(Dated):
    """An organisation; one that meets is a body: committee is a classification, no class.

    Attributes:
        classification: Kind of organisation in the words of the source.
        meets: Marked as a body; ``None`` when the source does not say.
        parent_id: What it is part of.
        successor_id: The body that took over its work.
        purpose: What the body is there for.
        functions: What the body does: steer, decide, coordinate, exchange, implement, advise …
        competence: What the body may decide.
        legal_basis: The law or resolution behind it; given means: cannot simply be dissolved.
        meetings_per_year: Meetings a year; ``None`` when unknown.
        coordination: Given exactly for a coordinating office of this network.
    """

    kind: Literal[Kind.ORGANIZATION] = Kind.ORGANIZATION
    name: Name
    short_name: ShortText = ""
    classification: ShortText = ""
    sector: Sector | None = None
    territory: ShortText = ""
    parent_id: Id | None = None
    successor_id: Id | None = None
    asked: Asked | None = None
    meets: bool | None = None
    level: Level | None = None
    status: Status | None = None
    purpose: LongText = ""
    functions: tuple[ShortText, ...] = ()
    competence: LongText = ""
    legal_basis: LongText = ""
    meetings_per_year: float | None = Field(default=None, ge=0, le=1_000)
    chair_rotation: ChairRotation | None = None
    target_groups: tuple[ShortText, ...] = ()
    coordination: Coordination | None = None

    REFERENCES: ClassVar[dict[str, frozenset[Kind]]] = {
        "parent_id": frozenset({Kind.ORGANIZATION}),
        "successor_id": frozenset({Kind.ORGANIZATION}),
    }

    @property
    def label(self) -> str:
        """What to show."""
        return self.name


class Topic(Record):
    """A topic or field of action."""

    kind: Literal[Kind.TOPIC] = Kind.TOPIC
    name: Name
    description: LongText = ""
    parent_id: Id | None = None

    REFERENCES: ClassVar[dict[str, frozenset[Kind]]] = {"parent_id": frozenset({Kind.TOPIC})}

    @property
    def label(self) -> str:
        """What to show."""
        return self.name


ACTOR = frozenset({Kind.PERSON, Kind.ORGANIZATION})


class Membership(Dated):
    """A seat: a person or organisation in a body.

    Attributes:
        role: Normalised; ``role_label`` keeps the words of the source.
        house_level: Level of the member's own house at which the seat is held.
        on_behalf_of_ids: Organisations the seat is held for.
    """

    kind: Literal[Kind.MEMBERSHIP] = Kind.MEMBERSHIP
    member_id: Id
    organization_id: Id
    role: Role = Role.MEMBER
    role_label: ShortText = ""
    house_level: HouseLevel | None = None
    on_behalf_of_ids: tuple[Id, ...] = ()

    REFERENCES: ClassVar[dict[str, frozenset[Kind]]] = {
        "member_id": ACTOR,
        "organization_id": frozenset({Kind.ORGANIZATION}),
        "on_behalf_of_ids": frozenset({Kind.ORGANIZATION}),
    }


class ExchangeTie(Dated):
    """Exchange between two actors or bodies, undirected, as somebody reported it.

    Attributes:
        contacts_per_year: Contacts a year; ``None`` when unknown or irregular.
        irregular: The exchange follows no rhythm.
        channel: Meeting, bilateral talk, e-mail list, report, shared platform … in words.
        reported_by_id: The actor that reported the tie.
        confirmed: Confirmed by the other side (``True``), denied (``False``), not known (``None``).
    """

    kind: Literal[Kind.EXCHANGE_TIE] = Kind.EXCHANGE_TIE
    source_id: Id
    target_id: Id
    contacts_per_year: float | None = Field(default=None, ge=0, le=10_000)
    irregular: bool = False
    channel: ShortText = ""
    topic_ids: tuple[Id, ...] = ()
    reported_by_id: Id | None = None
    reported_at: PartialDate | None = None
    confirmed: bool | None = None

    REFERENCES: ClassVar[dict[str, frozenset[Kind]]] = {
        "source_id": ACTOR,
        "target_id": ACTOR,
        "topic_ids": frozenset({Kind.TOPIC}),
        "reported_by_id": ACTOR,
    }


class ReportingLine(Dated):
    """``sender_id`` reports to ``receiver_id``; decisions come back when so recorded.

    Attributes:
        returns_decisions: The receiver hands its decisions back along the line.
        within_house: The line runs inside one organisation.
    """

    kind: Literal[Kind.REPORTING_LINE] = Kind.REPORTING_LINE
    sender_id: Id
    receiver_id: Id
    returns_decisions: bool | None = None
    within_house: bool = False
    form: ShortText = ""

    REFERENCES: ClassVar[dict[str, frozenset[Kind]]] = {
        "sender_id": ACTOR,
        "receiver_id": ACTOR,
    }


class Cooperation(Dated):
    """A cooperation that parties agreed on.

    Attributes:
        decided_by_id: The body that decided it.
        decided_at: When.
        carried_by_id: Who carries the process.
    """

    kind: Literal[Kind.COOPERATION] = Kind.COOPERATION
    name: Name
    aim: LongText = ""
    party_ids: tuple[Id, ...] = Field(min_length=1)
    decided_by_id: Id | None = None
    decided_at: PartialDate | None = None
    carried_by_id: Id | None = None

    REFERENCES: ClassVar[dict[str, frozenset[Kind]]] = {
        "party_ids": ACTOR,
        "decided_by_id": frozenset({Kind.ORGANIZATION}),
        "carried_by_id": ACTOR,
    }


class WorksOn(Dated):
    """An actor or body works on a topic."""

    kind: Literal[Kind.WORKS_ON] = Kind.WORKS_ON
    actor_id: Id
    topic_id: Id

    REFERENCES: ClassVar[dict[str, frozenset[Kind]]] = {
        "actor_id": ACTOR,
        "topic_id": frozenset({Kind.TOPIC}),
    }


class FindingMark(Record):
    """What people said about a finding; the newest one of a finding counts.

    It refers to no record, so that it never stands in the way of what people change: a finding
    that is no longer made leaves its mark unread.

    Attributes:
        finding_id: The finding.
        finding_kind: What kind of suggestion it is, as findings say it.
        data: Stands for the data that the finding stood on; other data are another matter.
        marked_by: Who marked it, in words.
    """

    kind: Literal[Kind.FINDING_MARK] = Kind.FINDING_MARK
    finding_id: Id
    finding_kind: ShortText = ""
    status: MarkStatus
    note: LongText = ""
    data: ShortText = ""
    marked_by: ShortText = ""
    marked_at: PartialDate | None = None


Actor = Person | Organization
AnyRecord = Annotated[
    Person
    | Organization
    | Topic
    | Membership
    | ExchangeTie
    | ReportingLine
    | Cooperation
    | WorksOn
    | FindingMark
    | MapView,
    Field(discriminator="kind"),
]

MODELS: dict[Kind, type[Record]] = {
    Kind.PERSON: Person,
    Kind.ORGANIZATION: Organization,
    Kind.TOPIC: Topic,
    Kind.MEMBERSHIP: Membership,
    Kind.EXCHANGE_TIE: ExchangeTie,
    Kind.REPORTING_LINE: ReportingLine,
    Kind.COOPERATION: Cooperation,
    Kind.WORKS_ON: WorksOn,
    Kind.FINDING_MARK: FindingMark,
    Kind.MAP_VIEW: MapView,
}
"""The model of each kind."""

_NEVER_BODIES = frozenset(
    {"party", "political party", "partei", "legislature", "parliament", "parlament"}
)


def is_body(
    *,
    meets: bool | None,
    level: str | None,
    meetings_per_year: float | None,
    classification: str,
    has_members: bool,
) -> bool:
    """Whether an organisation is a body: marked as one, placed on a level, or with members.

    An organisation with members is a body even without a classification, unless it is a party or
    a legislature: these hold their members together by other means than meetings.
    """
    if meets is not None:
        return meets
    if level is not None or meetings_per_year is not None:
        return True
    return has_members and classification.casefold() not in _NEVER_BODIES
