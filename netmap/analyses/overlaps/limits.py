"""From when on bodies count as overlapping, and what an hour's estimate assumes."""

from __future__ import annotations

from typing import Self

from pydantic import Field

from netmap.errors import ThresholdError
from netmap.values import Part


def require_shares(**shares: float | None) -> None:
    """Make sure that thresholds lie in [0, 1]; ``None`` is none.

    Raises:
        ThresholdError: One does not; it names the first.
    """
    for name, value in shares.items():
        if value is not None and not 0 <= value <= 1:
            raise ThresholdError(name=name, value=value, low=0, high=1)


class OverlapLimits(Part):
    """Limits and assumptions of what is said about pairs and groups of bodies; hashable.

    No study names numbers from which municipal bodies overlap too much, so these are conventions,
    each with what it stands on. Settings of findings carry the same ones.

    Attributes:
        min_jaccard: Members, or organisations, count as the same from this Jaccard index on: half
            of all of both.
        min_containment: One body counts as within another from this share of its members on: four
            fifths, "almost wholly".
        min_shared: Fewer common members, or organisations, say nothing: three is the smallest
            group that is more than a pair (Simmel 1908).
        min_topic_jaccard: Topics count as the same from this Jaccard index on: half of all.
        most_on_same_topics: Bodies that work on the same topics as more than so many others are
            not listed for that alone: it is then what the network is about. Ten is a round table.
        succession_days: So many days may lie between the end of one body and the start of its
            successor: a quarter, the usual time between two meetings.
        hours_per_meeting: What a meeting takes of a member, preparation and minutes left out.
        hours_per_journey: What a member saves when two meetings are held one after the other: one
            way there and back.
    """

    min_jaccard: float = Field(default=0.5, ge=0, le=1)
    min_containment: float = Field(default=0.8, ge=0, le=1)
    min_shared: int = Field(default=3, ge=1)
    min_topic_jaccard: float = Field(default=0.5, ge=0, le=1)
    most_on_same_topics: int = Field(default=10, ge=0)
    succession_days: int = Field(default=92, ge=0, le=36_525)
    hours_per_meeting: float = Field(default=2, gt=0, le=24)
    hours_per_journey: float = Field(default=1, ge=0, le=24)

    def asked(
        self, *, min_jaccard: float | None = None, min_containment: float | None = None
    ) -> Self:
        """These limits with the thresholds that somebody asks for, where they are given.

        Raises:
            ThresholdError: One lies outside [0, 1].
        """
        asked = {"min_jaccard": min_jaccard, "min_containment": min_containment}
        require_shares(**asked)
        given = {name: value for name, value in asked.items() if value is not None}
        return self.model_copy(update=given)


CONVENTIONS = OverlapLimits()
"""The limits where nobody sets others."""
