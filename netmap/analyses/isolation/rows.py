"""What the analysis of isolation answers: who stands apart, in what respect, why, and who helps."""

from __future__ import annotations

from enum import StrEnum

from netmap.analyses.representation import ActorType
from netmap.values import Part
from netmap.vocabulary import Asked


class Aspect(StrEnum):
    """In what respect somebody stands apart, as far as ties are recorded."""

    NO_TIE = "no_tie"
    SEAT_WITHOUT_EXCHANGE = "seat_without_exchange"
    EXCHANGE_WITHOUT_SEAT = "exchange_without_seat"
    BODY_WITHOUT_MEMBERS = "body_without_members"
    COMPONENT = "component"
    HANGS_ON_PERSON = "hangs_on_person"
    HANGS_ON_TIE = "hangs_on_tie"
    OUTDATED = "outdated"
    NOT_ASKED = "not_asked"
    LEFT_OUT = "left_out"


class Reason(StrEnum):
    """Why a tie may be absent from the map; only the last but one means that there is none.

    ``answered``: asked and answered, so what is not recorded is not there; ``unknown``: nobody
    recorded whether it was asked.
    """

    LEFT_OUT = "left_out"
    NOT_ASKED = "not_asked"
    NO_ANSWER = "no_answer"
    OUTDATED = "outdated"
    ANSWERED = "answered"
    UNKNOWN = "unknown"


class GroundKind(StrEnum):
    """What somebody has in common with another whom it could introduce; the closest first."""

    TIED = "tied"
    HOUSE = "house"
    SAME_BODY = "same_body"
    FORMER_BODY = "former_body"
    FORMER_MEMBER = "former_member"
    FORMER_EXCHANGE = "former_exchange"
    FORMER_COOPERATION = "former_cooperation"
    TOPIC = "topic"
    WHOLE = "whole"
    SAME_WHOLE = "same_whole"
    COORDINATION = "coordination"
    TERRITORY = "territory"
    SECTOR = "sector"


class Ground(Part):
    """One thing in common.

    Attributes:
        names: Topics, bodies, the whole, the territory or the sector that both share, or the
            former cooperation; ascending.
        until: When a former tie ended, as recorded.
    """

    kind: GroundKind
    names: tuple[str, ...] = ()
    until: str | None = None


class GoBetween(Part):
    """An organisation, body or person that could introduce somebody to the network.

    Attributes:
        name: Its name; a person's function where one is recorded.
        grounds: Why it suggests itself, the closest first.
    """

    id: str
    name: str
    type: ActorType
    grounds: tuple[Ground, ...]


class Isolate(Part):
    """An actor that stands apart in one respect.

    Attributes:
        name: Its name; the function of a person who is not named.
        asked: Whether it was asked about its ties; ``None`` when unknown. A tie that nobody
            recorded is missing only where somebody was asked for it.
        reason: Why a tie may be absent from the map, as far as that is recorded.
        reported_at: When something about its ties was last reported or taken over; ``None`` where
            one of its ties does not say, or there is none.
        tied_until: When the last of its former ties ended.
        part_ids: Of a part that is connected to nothing else, all partners and bodies in it; of
            somebody that hangs on one person or tie, all it is tied to. Ascending.
        via_id: The person or the one tied neighbour on whom everything hangs.
        via_name: Its name; a person's function where one is recorded.
        bridge: Who could make the contact.
        confidential: For the eyes of the coordinating office alone.
    """

    id: str
    name: str
    type: ActorType
    aspect: Aspect
    asked: Asked | None
    reason: Reason
    reported_at: str | None = None
    tied_until: str | None = None
    part_ids: tuple[str, ...] = ()
    via_id: str | None = None
    via_name: str | None = None
    bridge: GoBetween | None = None
    confidential: bool = False
