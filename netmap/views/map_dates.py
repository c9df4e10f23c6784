"""Dates at which something in a network begins or ends, for the slider of the map."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from netmap.dates import period
from netmap.network import Network


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the network is not as it was the day before.

    Attributes:
        day: ISO date.
        begun: How much begins that day: actors, seats, ties.
        ended: How much is no longer there.
    """

    day: str
    begun: int
    ended: int


def turns(network: Network) -> tuple[Turn, ...]:
    """All days on which anything begins, or is no longer there, ascending.

    What is known to the year or the month begins with its first day and ends with its last, as
    everywhere in netmap.

    >>> from netmap.model import Organization
    >>> office = Organization(id="o", name="Office", start_date="2023", end_date="2024-03-31")
    >>> [(turn.day, turn.begun, turn.ended) for turn in turns(Network.from_records([office]))]
    [('2023-01-01', 1, 0), ('2024-04-01', 0, 1)]
    """
    begun: Counter[date] = Counter()
    ended: Counter[date] = Counter()
    for record in network.all_records():
        start, end = getattr(record, "start_date", None), getattr(record, "end_date", None)
        if start:
            begun[period(start).first] += 1
        if end and period(end).last < date.max:
            ended[period(end).last + timedelta(days=1)] += 1
    return tuple(
        Turn(day.isoformat(), begun[day], ended[day]) for day in sorted(begun.keys() | ended.keys())
    )
