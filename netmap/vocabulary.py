"""The closed lists of words that records use."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of records."""

    PERSON = "person"
    ORGANIZATION = "organization"
    TOPIC = "topic"
    MEMBERSHIP = "membership"
    EXCHANGE_TIE = "exchange_tie"
    REPORTING_LINE = "reporting_line"
    COOPERATION = "cooperation"
    WORKS_ON = "works_on"
    FINDING_MARK = "finding_mark"
    MAP_VIEW = "map_view"


BESIDE = frozenset({Kind.FINDING_MARK, Kind.MAP_VIEW})
"""Kinds that people say about a network, beside its data: no analysis looks at them."""


class Level(StrEnum):
    """Where a body stands between politics and daily work."""

    POLITICAL = "political"
    STEERING = "steering"
    OPERATIONAL = "operational"
    AD_HOC = "ad_hoc"


class Sector(StrEnum):
    """The part of society an actor comes from."""

    POLITICS = "politics"
    ADMINISTRATION = "administration"
    EDUCATION = "education"
    BUSINESS = "business"
    CIVIL_SOCIETY = "civil_society"
    OTHER = "other"


class Status(StrEnum):
    """Whether a body still works."""

    ACTIVE = "active"
    DORMANT = "dormant"
    DISSOLVED = "dissolved"
    MERGED = "merged"


class Role(StrEnum):
    """A member's role in a body, normalised; the words as given stand beside it."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    MEMBER = "member"
    DEPUTY_MEMBER = "deputy_member"
    GUEST = "guest"
    SECRETARIAT = "secretariat"
    MODERATION = "moderation"
    OTHER = "other"


class HouseLevel(StrEnum):
    """The level of the own house at which a seat is held."""

    LEADERSHIP = "leadership"
    OPERATIONAL = "operational"


class Asked(StrEnum):
    """Whether an actor was asked about its ties: an unrecorded tie is not a missing one."""

    NOT_ASKED = "not_asked"
    NO_ANSWER = "no_answer"
    ANSWERED = "answered"
    LEFT_OUT = "left_out"


class MarkStatus(StrEnum):
    """What people agreed to do with a finding."""

    OPEN = "open"
    DISCUSSED = "discussed"
    INTENDED = "intended"


class MapParameter(StrEnum):
    """What an address of the map can say of what is shown."""

    KIND = "kind"
    LEVEL = "level"
    SECTOR = "sector"
    TIE = "tie"
    TOPIC = "topic"
    COLOUR = "colour"
    FOCUS = "focus"
    STEPS = "steps"
    FOLD = "fold"
    OPEN = "open"
    LAYER = "layer"
    ARRANGE = "arrange"
    STILL = "still"
    AS_OF = "as_of"

    @property
    def holds_actors(self) -> bool:
        """Whether its values are ids of actors."""
        return self in {MapParameter.FOCUS, MapParameter.OPEN}


class ChairRotation(StrEnum):
    """How the chair of a body changes."""

    FIXED = "fixed"
    SHARED = "shared"
    YEARLY = "yearly"
    EACH_MEETING = "each_meeting"


class CoordinationForm(StrEnum):
    """How a municipality provides for coordination."""

    EXTRA_TASK = "extra_task"
    OWN_POST = "own_post"
    OWN_UNIT = "own_unit"


class Placement(StrEnum):
    """Where the coordinating office stands in its administration."""

    STAFF = "staff"
    LINE = "line"
