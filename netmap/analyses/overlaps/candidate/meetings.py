"""Existing meetings that could take up what a new body would be founded for."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netmap.analyses.overlaps.candidate.answer import MeetingOption, MeetingReason
from netmap.analyses.overlaps.candidate.bodies import Bodies
from netmap.analyses.overlaps.candidate.held import PARTS, Held, Shared, largest
from netmap.analyses.overlaps.parts import OverlapBy

_MOST_OF_THEM = 0.5
_MEMBERS, _ORGANIZATIONS, _TOPICS = range(len(PARTS))


def meeting_options(
    bodies: Bodies, held: Held, shared: Shared, most: int
) -> Iterator[MeetingOption]:
    """Standing bodies that work on the candidate's topics, those with most of its people first.

    A body counts where it is not recorded as dormant, dissolved, merged, ad hoc, without meetings
    or staying outside on purpose; what is not recorded speaks against none. Where the candidate
    names no topic that the network knows, bodies count in which at least half of its members or
    organisations sit.

    Returns:
        By the larger of two shares, that of the candidate's members who sit there and that of its
        organisations; then by the share of its topics, the smaller of both shares, meetings a year
        (not recorded ones last), and id.
    """
    share, numbers = shared.share, shared.bodies
    people = np.maximum(share[_MEMBERS], share[_ORGANIZATIONS])
    suits = share[_TOPICS] > 0 if held.sets[OverlapBy.TOPICS] else people >= _MOST_OF_THEM
    found = np.flatnonzero(suits & bodies.standing[numbers])
    chosen = found[largest(people[found], most)]
    fewer = np.minimum(share[_MEMBERS, chosen], share[_ORGANIZATIONS, chosen])
    meetings = bodies.meetings[numbers[chosen]]
    keys = (numbers[chosen], -meetings, -fewer, -share[_TOPICS, chosen], -people[chosen])
    for place in chosen[np.lexsort(keys)[:most]].tolist():
        yield MeetingOption(
            kind="meeting",
            **bodies.beside(int(numbers[place]), held),
            reasons=tuple(_reasons(shared, place)),
            total_of_kind=len(found),
        )


def _reasons(shared: Shared, place: int) -> Iterator[MeetingReason]:
    if shared.counts[_TOPICS, place]:
        yield MeetingReason.WORKS_ON_TOPICS
    for part, whole, some in (
        (_MEMBERS, MeetingReason.HAS_MOST_MEMBERS, MeetingReason.HAS_MEMBERS),
        (_ORGANIZATIONS, MeetingReason.HAS_MOST_ORGANIZATIONS, MeetingReason.HAS_ORGANIZATIONS),
    ):
        if shared.counts[part, place]:
            yield whole if shared.share[part, place] >= _MOST_OF_THEM else some
