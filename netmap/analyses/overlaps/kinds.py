"""What kind of overlap two bodies have: named rules, the first that fits in a stated order."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from netmap.analyses.overlaps.facts import OverlapFact, Pair, Reason
from netmap.analyses.overlaps.parts import OverlapBy


class OverlapKind(StrEnum):
    """What kind of overlap it is: each calls for another conversation."""

    NEAR_DUPLICATE = "near_duplicate"
    DORMANT_OR_AD_HOC = "dormant_or_ad_hoc"
    SAME_PEOPLE_OTHER_TOPICS = "same_people_other_topics"
    SAME_TOPICS_OTHER_PEOPLE = "same_topics_other_people"
    SAME_ORGANIZATIONS = "same_organizations"
    WITHIN = "within"
    UNCLEAR = "unclear"
    OTHER_COMPETENCE = "other_competence"
    SUBGROUP = "subgroup"
    SUCCESSION = "succession"


def overlap_kind(pair: Pair) -> tuple[OverlapKind, tuple[Reason, ...]]:
    """The kind of an overlap, and the facts that led to it.

    `RULES` are asked in their order, and the first that finds reasons decides. A rule speaks only
    of what is recorded: where the topics of a body are not, they are neither the same as those of
    another nor different.
    """
    for kind, rule in RULES:
        reasons = rule(pair)
        if reasons:
            return kind, tuple(reasons)
    return OverlapKind.UNCLEAR, tuple(_all_that_is_known(pair))


def succession(pair: Pair) -> list[Reason]:
    """One took over from the other: so recorded, or with its members one ends as the other begins.

    A body that goes on for longer than its successor is none that ended.
    """
    found = []
    for old, new in pair.directions:
        if pair.value(old, "successor_id") == pair.compared.id(new):
            found.append(pair.reason(OverlapFact.SUCCESSOR_RECORDED, (old, new)))
        gap = pair.gap_days(old, new)
        if gap is not None and gap <= pair.limits.succession_days and pair.same_people:
            ends = [pair.value(body, "end_date") for body in (old, new)]
            if ends[1] is None or ends[1] > ends[0]:
                found.append(pair.reason(OverlapFact.ENDS_AS_OTHER_BEGINS, (old, new)))
                found += pair.same_people
    return found


def part_of_the_other(pair: Pair) -> list[Reason]:
    """One is recorded as part of the other, at any depth: so intended."""
    return [
        pair.reason(OverlapFact.PART_OF, (inner, outer))
        for inner, outer in pair.directions
        if pair.compared.within(inner, outer)
    ]


def required_by_law(pair: Pair) -> list[Reason]:
    """A law or resolution stands behind at least one: it is coordinated, never merged."""
    legal = [body for body in pair.both if pair.value(body, "legal_basis")]
    return [pair.reason(OverlapFact.LEGAL_BASIS, [body]) for body in legal]


def passing_beside_standing(pair: Pair) -> list[Reason]:
    """One is ad hoc, dormant or without meetings, and the other is known to be there to stay."""
    for passing, standing in pair.directions:
        if pair.is_standing(standing):
            reasons = pair.passing(passing)
            if reasons:
                return reasons
    return []


def other_competence(pair: Pair) -> list[Reason]:
    """What they may decide, or the level they stand on, is recorded for both and differs.

    Competence is free text. Two ways of saying the same count as different here, because then the
    suggestion is the more careful one.
    """
    facts = {"competence": OverlapFact.OTHER_COMPETENCE, "level": OverlapFact.OTHER_LEVEL}
    return [pair.reason(fact) for field, fact in facts.items() if pair.differ(field)]


def same_people_and_topics(pair: Pair) -> list[Reason]:
    """The same members on the same topics, and nothing says that they do otherwise."""
    if not pair.same(OverlapBy.MEMBERS) or not pair.same(OverlapBy.TOPICS) or pair.other_task:
        return []
    return [*pair.same_people, pair.reason(OverlapFact.SAME_TOPICS)]


def same_people_other_topics(pair: Pair) -> list[Reason]:
    """The same members, but mostly other topics, or functions of another kind."""
    if not pair.same(OverlapBy.MEMBERS) or not pair.other_task:
        return []
    return [*pair.same_people, *pair.other_task]


def within(pair: Pair) -> list[Reason]:
    """Almost all members of one sit in the other, larger one; nobody recorded it as a part."""
    inner = pair.inner()
    if inner is None or pair.same(OverlapBy.MEMBERS):
        return []
    return [pair.reason(OverlapFact.WITHIN, inner)]


def same_topics_other_people(pair: Pair) -> list[Reason]:
    """The same topics, and most members are others, though their organisations may be the same."""
    if not pair.same(OverlapBy.TOPICS) or pair.same(OverlapBy.MEMBERS) is not False:
        return []
    facts = [pair.reason(OverlapFact.SAME_TOPICS), pair.reason(OverlapFact.OTHER_MEMBERS)]
    return [*facts, *pair.same_people]


def same_organizations(pair: Pair) -> list[Reason]:
    """The same organisations send others, on other topics or on topics that are not recorded."""
    if not pair.same(OverlapBy.ORGANIZATIONS) or pair.same(OverlapBy.MEMBERS) is not False:
        return []
    return [*pair.same_people, pair.reason(OverlapFact.OTHER_MEMBERS), *pair.other_task]


RULES: tuple[tuple[OverlapKind, Callable[[Pair], list[Reason]]], ...] = (
    (OverlapKind.SUCCESSION, succession),
    (OverlapKind.SUBGROUP, part_of_the_other),
    (OverlapKind.OTHER_COMPETENCE, required_by_law),
    (OverlapKind.DORMANT_OR_AD_HOC, passing_beside_standing),
    (OverlapKind.OTHER_COMPETENCE, other_competence),
    (OverlapKind.NEAR_DUPLICATE, same_people_and_topics),
    (OverlapKind.SAME_PEOPLE_OTHER_TOPICS, same_people_other_topics),
    (OverlapKind.WITHIN, within),
    (OverlapKind.SAME_TOPICS_OTHER_PEOPLE, same_topics_other_people),
    (OverlapKind.SAME_ORGANIZATIONS, same_organizations),
)
"""The rules in the order in which they are asked.

What settles the matter comes first: a successor and a part are what they are whatever they share,
and what the law requires is not for a committee to merge. An occasion that has passed is asked
about before the difference in level that comes with it. Only then is compared who works on what.
"""


def _all_that_is_known(pair: Pair) -> list[Reason]:
    """What they share, and of whom too little is recorded to say what that means."""
    found = list(pair.same_people)
    if pair.same(OverlapBy.TOPICS):
        found.append(pair.reason(OverlapFact.SAME_TOPICS))
    for by, fact in (
        (OverlapBy.MEMBERS, OverlapFact.MEMBERS_NOT_RECORDED),
        (OverlapBy.TOPICS, OverlapFact.TOPICS_NOT_RECORDED),
    ):
        unknown = [
            body for body, size in zip(pair.both, pair.parts[by].sizes, strict=True) if not size
        ]
        if unknown:
            found.append(pair.reason(fact, unknown))
    return found
