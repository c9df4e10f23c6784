"""What is known of two bodies beside each other: the facts that the kinds of overlap rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from netmap.analyses.overlaps.limits import OverlapLimits
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.side_by_side import Compared, PartOverlap
from netmap.dates import period
from netmap.language import folded
from netmap.values import Part
from netmap.vocabulary import Level, Status


class OverlapFact(StrEnum):
    """Something that is known of two bodies, or of one of them."""

    SUCCESSOR_RECORDED = "successor_recorded"
    ENDS_AS_OTHER_BEGINS = "ends_as_other_begins"
    PART_OF = "part_of"
    LEGAL_BASIS = "legal_basis"
    OTHER_COMPETENCE = "other_competence"
    OTHER_LEVEL = "other_level"
    DISSOLVED = "dissolved"
    DORMANT = "dormant"
    NO_MEETINGS = "no_meetings"
    AD_HOC = "ad_hoc"
    SAME_MEMBERS = "same_members"
    SAME_ORGANIZATIONS = "same_organizations"
    WITHIN = "within"
    OTHER_MEMBERS = "other_members"
    SAME_TOPICS = "same_topics"
    OTHER_TOPICS = "other_topics"
    OTHER_FUNCTIONS = "other_functions"
    MEMBERS_NOT_RECORDED = "members_not_recorded"
    TOPICS_NOT_RECORDED = "topics_not_recorded"


class Reason(Part):
    """A fact and the bodies it is about.

    Attributes:
        bodies: Ids. Of two bodies of which one is part of, within or succeeded by the other, that
            one comes first; otherwise ascending.
    """

    fact: OverlapFact
    bodies: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Pair:
    """Two bodies beside each other, the lower id first, and what is known of them.

    Every question has three answers: yes, no, and ``None`` where too little is recorded.
    """

    compared: Compared
    first: int
    second: int
    limits: OverlapLimits

    @cached_property
    def parts(self) -> dict[OverlapBy, PartOverlap]:
        """Everything that both have in common."""
        return {by: self.compared.part(by, self.first, self.second) for by in OverlapBy}

    @property
    def both(self) -> tuple[int, int]:
        """The two bodies."""
        return self.first, self.second

    @property
    def ids(self) -> tuple[str, str]:
        """Their ids."""
        return self.compared.id(self.first), self.compared.id(self.second)

    @property
    def directions(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The two bodies in either order."""
        return (self.first, self.second), (self.second, self.first)

    def reason(self, fact: OverlapFact, bodies: Iterable[int] | None = None) -> Reason:
        """A fact as a reason, about both bodies where none are given."""
        about = self.both if bodies is None else bodies
        return Reason(fact=fact, bodies=tuple(self.compared.id(each) for each in about))

    def value(self, body: int, field: str) -> Any:
        """One field of one of them."""
        return self.compared.value(body, field)

    def same(self, by: OverlapBy) -> bool | None:
        """Whether they have so much of one part in common that it counts as the same."""
        part = self.parts[by]
        if part.jaccard is None:
            return None
        if by in {OverlapBy.MEMBERS, OverlapBy.PERSONS, OverlapBy.ORGANIZATIONS}:
            return part.jaccard >= self.limits.min_jaccard and part.shared >= self.limits.min_shared
        return part.jaccard >= self.limits.min_topic_jaccard

    @cached_property
    def same_people(self) -> list[Reason]:
        """That the same members, or the same organisations, sit in both."""
        facts = (
            (OverlapBy.MEMBERS, OverlapFact.SAME_MEMBERS),
            (OverlapBy.ORGANIZATIONS, OverlapFact.SAME_ORGANIZATIONS),
        )
        return [self.reason(fact) for by, fact in facts if self.same(by)]

    @cached_property
    def other_task(self) -> list[Reason]:
        """That they work on other topics, or do something else, as far as both are recorded."""
        found = []
        if self.same(OverlapBy.TOPICS) is False:
            found.append(self.reason(OverlapFact.OTHER_TOPICS))
        functions = self.parts[OverlapBy.FUNCTIONS]
        if functions.jaccard is not None and not functions.shared:
            found.append(self.reason(OverlapFact.OTHER_FUNCTIONS))
        return found

    def inner(self) -> tuple[int, int] | None:
        """The body that is almost wholly within the other by its members, and the other."""
        part = self.parts[OverlapBy.MEMBERS]
        if part.containment is None or part.shared < self.limits.min_shared:
            return None
        if max(part.containment) < self.limits.min_containment:
            return None
        return self.directions[0 if part.containment[0] >= part.containment[1] else 1]

    def differ(self, field: str) -> bool | None:
        """Whether what is recorded of both differs in more than case and spacing."""
        one, other = (folded(self.value(body, field) or "") for body in self.both)
        return one != other if one and other else None

    def passing(self, body: int) -> list[Reason]:
        """Why a body is there for an occasion, or not at work at present."""
        status = self.value(body, "status")
        signs = {
            OverlapFact.DISSOLVED: status in {Status.DISSOLVED, Status.MERGED},
            OverlapFact.DORMANT: status == Status.DORMANT,
            OverlapFact.NO_MEETINGS: self.value(body, "meetings_per_year") == 0,
            OverlapFact.AD_HOC: self.value(body, "level") == Level.AD_HOC,
        }
        return [self.reason(fact, [body]) for fact, holds in signs.items() if holds]

    def is_standing(self, body: int) -> bool:
        """Whether a body is known to be there to stay: it meets, or has a level that stays."""
        if self.passing(body):
            return False
        meets = self.value(body, "meetings_per_year")
        return self.value(body, "level") is not None or bool(meets)

    def gap_days(self, old: int, new: int) -> int | None:
        """Days between the end of one body and the start of the other; 0 where they may meet."""
        end, start = self.value(old, "end_date"), self.value(new, "start_date")
        return None if end is None or start is None else days_between(end, start)


def days_between(end: str, start: str) -> int:
    """Least number of days between two partial dates, whichever comes first.

    >>> days_between("2022", "2023"), days_between("2022-12", "2022"), days_between("2020", "2022")
    (1, 0, 366)
    """
    ended, started = period(end), period(start)
    if started.first > ended.last:
        return (started.first - ended.last).days
    return max((ended.first - started.last).days, 0)
