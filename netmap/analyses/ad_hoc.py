"""Ad hoc bodies that outlast their occasion, as far as anybody recorded it."""

from __future__ import annotations

from enum import StrEnum

from netmap.dates import last_day
from netmap.network import Network
from netmap.values import Part
from netmap.vocabulary import Level, Status


class LastingReason(StrEnum):
    """Why an ad hoc body may have done its work."""

    STARTED_LONG_AGO = "started_long_ago"
    DORMANT = "dormant"
    NO_MEETINGS = "no_meetings"


class LastingAdHocBody(Part):
    """An ad hoc body that nobody has brought to an end.

    Attributes:
        start_date: As recorded: a year, a month or a day.
        reasons: In the order of `LastingReason`.
    """

    id: str
    name: str
    start_date: str | None
    meetings_per_year: float | None
    reasons: tuple[LastingReason, ...]


def lasting_ad_hoc_bodies(network: Network, *, years: int = 2) -> list[LastingAdHocBody]:
    """Ad hoc bodies without an end that started long ago, are dormant, or do not meet.

    Listed are bodies on the ad hoc level that have no end date and are neither dissolved nor
    merged. A body started long ago when every day its start may stand for lies more than
    ``years`` before the network's date; of an unknown start nothing follows.

    Returns:
        Ascending by id.

    >>> from netmap.dates import period
    >>> from netmap.model import Organization
    >>> network = Network.from_records([
    ...     Organization(id="old", name="Old", level=Level.AD_HOC, start_date="2020"),
    ...     Organization(id="unknown", name="Unknown", level=Level.AD_HOC),
    ... ], as_of=period("2024-06-30"))
    >>> [(row.id, row.reasons[0].value) for row in lasting_ad_hoc_bodies(network)]
    [('old', 'started_long_ago')]
    """
    first = network.as_of.first
    before = f"{max(first.year - years, 0):04d}{first.isoformat()[4:]}"
    levels = network.values("level")
    statuses = network.values("status")
    starts = network.values("start_date")
    ends = network.values("end_date")
    meetings = network.values("meetings_per_year")
    found: list[LastingAdHocBody] = []
    for body in network.bodies.tolist():
        if levels[body] != Level.AD_HOC or ends[body] is not None:
            continue
        if statuses[body] in {Status.DISSOLVED, Status.MERGED}:
            continue
        start = starts[body]
        signs = {
            LastingReason.STARTED_LONG_AGO: start is not None and last_day(start) < before,
            LastingReason.DORMANT: statuses[body] == Status.DORMANT,
            LastingReason.NO_MEETINGS: meetings[body] == 0,
        }
        if any(signs.values()):
            found.append(
                LastingAdHocBody(
                    id=network.actor_ids[body],
                    name=network.labels[body],
                    start_date=start,
                    meetings_per_year=meetings[body],
                    reasons=tuple(reason for reason, holds in signs.items() if holds),
                )
            )
    return found
