"""Measures of two networks side by side: sizes, ties, and who takes part where."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.comparison.change import Aspect, Change, ChangeType
from netmap.analyses.graph.cuts import components
from netmap.analyses.summary import Summary, summary
from netmap.analyses.ties import ties
from netmap.language import Text
from netmap.network import Network

Measured = dict[tuple[str, ...], tuple[Text, float]]

_SIZES = {
    "organizations": Text(de="Organisationen", en="Organisations"),
    "bodies": Text(de="Gremien", en="Bodies"),
    "persons": Text(de="Personen", en="Persons"),
    "memberships": Text(de="Mitgliedschaften", en="Memberships"),
    "exchange_ties": Text(de="Erfasster Austausch", en="Recorded exchange"),
    "confirmed_exchange_ties": Text(de="Bestätigter Austausch", en="Confirmed exchange"),
    "reporting_lines": Text(de="Berichtswege", en="Reporting lines"),
    "cooperations": Text(de="Kooperationen", en="Cooperations"),
    "topics": Text(de="Themen", en="Topics"),
}
_COMPONENTS = Text(
    de="Teile, die nicht miteinander verbunden sind", en="Parts that are not tied to each other"
)
_SEATS = Text(de="Sitze", en="Seats")


def measure_changes(before: Network, after: Network) -> list[Change]:
    """Measures that differ; ``ids`` say which, or the sector and level of seats."""
    return list(_differing(_measured(before), _measured(after)))


def _differing(old: Measured, new: Measured) -> Iterator[Change]:
    for key in sorted(old.keys() | new.keys()):
        text, was = old.get(key, (None, 0.0))
        now_text, now = new.get(key, (None, 0.0))
        if was != now:
            yield Change(
                aspect=Aspect.MEASURE,
                change=ChangeType.CHANGED,
                ids=key,
                names=key,
                text=now_text or text,
                before=was,
                after=now,
            )


def _measured(network: Network) -> Measured:
    sizes: Summary = summary(network)
    found: Measured = {(name,): (text, getattr(sizes, name)) for name, text in _SIZES.items()}
    actors = len(network.actor_ids)
    parts = int(components(ties(network)).max()) + 1 if actors else 0
    found["components",] = (_COMPONENTS, parts)
    for each in sizes.participation:
        key = ("seats", each.group or "", each.level or "")
        found[key] = (_SEATS, each.seats)
    return found
