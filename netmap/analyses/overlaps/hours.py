"""The hours a year that one meeting in place of two would free: an estimate and what it assumes."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.analyses.overlaps.limits import OverlapLimits
from netmap.values import Part


class FreedHours(Part):
    """An estimate, and all that it is made of; ``None`` where members or meetings are not known.

    Attributes:
        members_in_all: Members who are expected at every meeting of all the bodies: deputies and
            guests do not count. ``None`` where of one of the bodies no member is recorded.
        meetings_per_year: Of each body, in the order of the bodies.
        fewer_meetings: Meetings a year of all but the body that meets most often.
        hours_per_meeting: Assumed.
        hours_per_journey: Assumed.
        merger: Hours a year that these members would gain together if the bodies met as one, as
            often as the one that meets most often: the other meetings fall away.
        joint_date: Hours a year that they would gain if every meeting of the others took place on
            the same day as one of the body that meets most often: nobody travels twice. The
            meetings themselves all take place.
    """

    members_in_all: int | None
    meetings_per_year: tuple[float | None, ...]
    fewer_meetings: float | None
    hours_per_meeting: float
    hours_per_journey: float
    merger: float | None
    joint_date: float | None


def freed_hours(
    members_in_all: int | None,
    meetings_per_year: Sequence[float | None],
    limits: OverlapLimits,
    *,
    may_merge: bool = True,
) -> FreedHours:
    """Meetings a year × members in all bodies × hours, for a merger and for joint dates.

    Of two bodies the meetings of the one that meets less often count: the other series goes on,
    and no more can be freed than the rarer one takes today. Whether joint meetings would take
    longer nobody knows beforehand, so the number is where a talk begins, not what it saves.

    Args:
        members_in_all: See `FreedHours`.
        meetings_per_year: Of each body; unknown gives no number, never zero.
        limits: Hours of a meeting and of a journey.
        may_merge: Without it there is no number for a merger: what is required by law, or decides
            on other matters, is never merged.

    >>> found = freed_hours(8, [4, 6], OverlapLimits())
    >>> found.merger, found.joint_date
    (64.0, 32.0)
    >>> freed_hours(8, [4, None], OverlapLimits()).merger is None
    True
    """
    known = [each for each in meetings_per_year if each is not None]
    fewer = None
    if known and len(known) == len(meetings_per_year):
        fewer = float(sum(known) - max(known))
    attended = None if fewer is None or members_in_all is None else fewer * members_in_all
    return FreedHours(
        members_in_all=members_in_all,
        meetings_per_year=tuple(meetings_per_year),
        fewer_meetings=fewer,
        hours_per_meeting=limits.hours_per_meeting,
        hours_per_journey=limits.hours_per_journey,
        merger=attended * limits.hours_per_meeting if attended is not None and may_merge else None,
        joint_date=None if attended is None else attended * limits.hours_per_journey,
    )
