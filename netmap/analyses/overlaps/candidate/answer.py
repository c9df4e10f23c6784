"""What a network says to a body that does not exist yet, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.representation import ActorType
from netmap.values import Part
from netmap.vocabulary import Level, Status


class SharedPart(Part):
    """What a candidate and a body have in common of one part.

    Attributes:
        sizes: Distinct members (organisations, topics) of the candidate and of the body.
        shared: How many of them both have.
        shared_ids: Their ids, ascending.
        shared_names: What to call each; a function where a person is not named.
        jaccard: ``shared`` divided by the number that at least one of both has.
        overlap_coefficient: ``shared`` as a share of the smaller one: the larger containment.
        containment: ``shared`` as a share of the candidate's and of the body's; 0 of nothing.
    """

    sizes: tuple[int, int]
    shared: int
    shared_ids: tuple[str, ...]
    shared_names: tuple[str, ...]
    jaccard: float
    overlap_coefficient: float
    containment: tuple[float, float]


class _OfBody(Part):
    """A body beside a candidate; a part is ``None`` where the candidate says nothing of it."""

    kind: Literal["overlap", "meeting"]
    id: str
    name: str
    level: Level | None
    status: Status | None
    meetings_per_year: float | None
    members: SharedPart | None
    organizations: SharedPart | None
    topics: SharedPart | None
    total_of_kind: int


class CandidateOverlap(_OfBody):
    """A body that the candidate would overlap.

    Attributes:
        best_part: The part with the largest Jaccard index; of equal ones the first.
        total_of_kind: How many such bodies there are, those that are not listed included.
    """

    kind: Literal["overlap"] = "overlap"
    best_part: OverlapBy


class MeetingReason(StrEnum):
    """Why a meeting could take a matter up."""

    WORKS_ON_TOPICS = "works_on_topics"
    HAS_MOST_MEMBERS = "has_most_members"
    HAS_MEMBERS = "has_members"
    HAS_MOST_ORGANIZATIONS = "has_most_organizations"
    HAS_ORGANIZATIONS = "has_organizations"


class MeetingOption(_OfBody):
    """A body that meets already and could take the matter up.

    Attributes:
        reasons: What speaks for it; "most" means at least half of the candidate's.
        total_of_kind: How many such bodies there are, those that are not listed included.
    """

    kind: Literal["meeting"] = "meeting"
    reasons: tuple[MeetingReason, ...]


class Invitation(Part):
    """Somebody who is not among the candidate's members or organisations and could be invited.

    Attributes:
        name: The organisation's; of a person the function where one is recorded.
        topic_ids: The candidate's topics that it works on, or somebody who works for it.
        topic_names: Their names, in the same order.
        body_ids: Bodies on these topics in which it holds a seat.
        body_names: Their names, in the same order.
        contacts: Who does so for an organisation: functions, names where none are recorded.
        total_of_kind: How many there are, those that are not listed included.
    """

    kind: Literal["invitation"] = "invitation"
    id: str
    name: str
    type: ActorType
    topic_ids: tuple[str, ...]
    topic_names: tuple[str, ...]
    body_ids: tuple[str, ...]
    body_names: tuple[str, ...]
    contacts: tuple[str, ...]
    total_of_kind: int


class RecognizedTopic(Part):
    """A topic that the candidate's name or purpose mentions, and that counts as one of its own."""

    kind: Literal["topic"] = "topic"
    id: str
    name: str


class UnknownReason(StrEnum):
    """Why a word of the candidate counted for nothing."""

    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    NO_TOPIC_MENTIONED = "no_topic_mentioned"


class UnknownName(Part):
    """Something the candidate names that was not found, or fits several; it counted for nothing.

    Attributes:
        part: The field of the candidate that holds it.
        given: As it stands there.
        possible_ids: What it may mean, where it is ambiguous; ascending, at most ten.
        possible_names: Their names, in the same order.
    """

    kind: Literal["unknown"] = "unknown"
    part: Literal["members", "organizations", "topics", "purpose"]
    given: str
    reason: UnknownReason
    possible_ids: tuple[str, ...] = ()
    possible_names: tuple[str, ...] = ()


CandidateRow = UnknownName | RecognizedTopic | CandidateOverlap | MeetingOption | Invitation


class CandidateAnswer(Part):
    """What a network says to a candidate.

    Attributes:
        unknown: What was not understood, in the order given.
        recognized: Topics found in its name or purpose, where it names none, ascending by id.
        overlaps: Bodies that it would overlap, best first.
        meetings: Existing meetings that could take the matter up, best first.
        invitations: Whom else to invite.
    """

    unknown: tuple[UnknownName, ...]
    recognized: tuple[RecognizedTopic, ...]
    overlaps: tuple[CandidateOverlap, ...]
    meetings: tuple[MeetingOption, ...]
    invitations: tuple[Invitation, ...]

    def rows(self) -> Iterator[CandidateRow]:
        """All rows, each with its ``kind``: what was not understood comes first."""
        yield from self.unknown
        yield from self.recognized
        yield from self.overlaps
        yield from self.meetings
        yield from self.invitations
