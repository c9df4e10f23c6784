"""Bodies that took over from others: so recorded, or one ended as the other began."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netmap.analyses.overlaps.facts import Pair
from netmap.analyses.overlaps.kinds import succession
from netmap.analyses.overlaps.limits import OverlapLimits
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.seats import Seats
from netmap.analyses.overlaps.set_join import similar_pairs
from netmap.analyses.overlaps.side_by_side import Compared
from netmap.dates import Period
from netmap.network import Network

ALWAYS = Period(date.min, date.max)
"""All days there are: what was ever recorded."""


def successions(network: Network, limits: OverlapLimits, seats: Seats) -> list[Pair]:
    """Pairs of bodies of which one took over from the other, whether both are still there or not.

    Listed are pairs of which exactly one is there at the network's date, and recorded successors
    of which one at least is. Who only ended as another began while both are there, as a partial
    date allows, has a row of its own where they overlap at that date.

    Args:
        network: Snapshot at one date; all its records are looked at.
        limits: How many members both have had, and how many days may lie between.
        seats: Seats that count.

    Returns:
        Ascending by ids. The bodies are numbered in a network of all that was ever recorded.
    """
    ever = Compared(network.at(ALWAYS), seats)
    bodies = range(len(ever.network.bodies))
    if not any(ever.value(body, "end_date") or ever.value(body, "successor_id") for body in bodies):
        return []
    there = {body for body in bodies if ever.id(body) in network.actor_index}
    found = set()
    for first, second in _candidates(ever, limits):
        pair = Pair(ever, first, second, limits)
        if first in there and second in there:
            listed = any(ever.value(a, "successor_id") == ever.id(b) for a, b in pair.directions)
        else:
            listed = first in there or second in there
        if listed and succession(pair):
            found.add((first, second))
    return [Pair(ever, first, second, limits) for first, second in sorted(found)]


def _candidates(ever: Compared, limits: OverlapLimits) -> Iterator[tuple[int, int]]:
    """Pairs with the same members or organisations, and recorded successors; some twice."""
    number = {ever.id(body): body for body in range(len(ever.network.bodies))}
    for body in range(len(number)):
        heir = number.get(ever.value(body, "successor_id") or "")
        if heir is not None and heir != body:
            yield min(body, heir), max(body, heir)
    for by in (OverlapBy.MEMBERS, OverlapBy.ORGANIZATIONS):
        pairs = similar_pairs(ever.held[by].sets, min_jaccard=limits.min_jaccard)
        enough = pairs.shared >= limits.min_shared
        yield from zip(pairs.first[enough].tolist(), pairs.second[enough].tolist(), strict=True)
