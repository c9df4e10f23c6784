"""How often partners exchange, as far as it is recorded, and what both sides say of it."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from netmap.network import Network
from netmap.values import Part


class Rhythm(StrEnum):
    """How often exchange takes place; each from its number of contacts a year on."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    RARER = "rarer"
    IRREGULAR = "irregular"
    UNKNOWN = "unknown"


_FROM = (
    (Rhythm.WEEKLY, 52),
    (Rhythm.MONTHLY, 12),
    (Rhythm.QUARTERLY, 4),
    (Rhythm.YEARLY, 1),
    (Rhythm.RARER, 0),
)


class RhythmCount(Part):
    """Exchange ties of one rhythm.

    Attributes:
        confirmed: The other side confirmed it.
        differing: The other side said otherwise.
        unconfirmed: Nothing is known from the other side.
    """

    rhythm: Rhythm
    confirmed: int
    differing: int
    unconfirmed: int


def exchange_rhythm(network: Network) -> list[RhythmCount]:
    """Exchange ties at the date by how often partners exchange.

    Returns:
        A row for each rhythm, the most frequent first, with or without ties. A tie counts as
        irregular only where no number of contacts is recorded.

    Cost: O(|E|) for |E| ties.

    >>> from netmap.model import ExchangeTie, Organization
    >>> network = Network.from_records([
    ...     Organization(id="a", name="A"), Organization(id="b", name="B"),
    ...     ExchangeTie(id="1", source_id="a", target_id="b", contacts_per_year=12, confirmed=True),
    ... ])
    >>> [(row.rhythm.value, row.confirmed) for row in exchange_rhythm(network) if row.confirmed]
    [('monthly', 1)]
    """
    columns = network.exchange_ties.columns
    counts = Counter(
        (rhythm_of(contacts, irregular=irregular), confirmed)
        for contacts, irregular, confirmed in zip(
            columns["contacts_per_year"], columns["irregular"], columns["confirmed"], strict=True
        )
    )
    return [
        RhythmCount(
            rhythm=rhythm,
            confirmed=counts[rhythm, True],
            differing=counts[rhythm, False],
            unconfirmed=counts[rhythm, None],
        )
        for rhythm in Rhythm
    ]


def rhythm_of(contacts: float | None, *, irregular: bool) -> Rhythm:
    """The rhythm of so many contacts a year.

    >>> rhythm_of(26, irregular=False).value, rhythm_of(None, irregular=True).value
    ('monthly', 'irregular')
    """
    if contacts is None:
        return Rhythm.IRREGULAR if irregular else Rhythm.UNKNOWN
    return next(rhythm for rhythm, least in _FROM if contacts >= least)
