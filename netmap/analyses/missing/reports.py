"""Rules of missing exchange: what the two sides of a tie say, and how long ago."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.network import ABSENT

NUMBERS_DIFFER_FROM = 2
"""Two reports differ when one names at least this many times the contacts of the other."""

DENIED = 1.0
UNANSWERED = 0.5


@dataclass(frozen=True, slots=True)
class Report:
    """One exchange tie as one side, or a third, reported it.

    Attributes:
        side: The actor whose report it is; ``None`` when neither side's, or not known.
    """

    tie_id: str
    side: int | None
    contacts_per_year: float | None
    confirmed: bool | None


def reports(ground: Ground) -> dict[tuple[int, int], list[Report]]:
    """All ties by pair of actors, the lower index first; within a pair ascending by tie id.

    A side reports by itself, by somebody who works for it, or by the organisation it works for.
    """
    network = ground.network
    columns = network.exchange_ties.columns
    found: dict[tuple[int, int], list[Report]] = defaultdict(list)
    for row, tie_id in enumerate(columns["id"]):
        source, target = int(network.exchange.source[row]), int(network.exchange.target[row])
        if source == target:
            continue
        pair = (min(source, target), max(source, target))
        reporter = network.actor_index.get(columns["reported_by_id"][row] or "", ABSENT)
        sides = [side for side in pair if _speaks_for(ground, reporter, side)]
        found[pair].append(
            Report(
                tie_id=tie_id,
                side=sides[0] if len(sides) == 1 else None,
                contacts_per_year=columns["contacts_per_year"][row],
                # Stores without a type for truth hand over 0 and 1.
                confirmed=None if (said := columns["confirmed"][row]) is None else bool(said),
            )
        )
    return dict(sorted(found.items()))


def one_sided_report(ground: Ground) -> list[MissingLink]:
    """Ties that one side denies, or does not name though it answered."""
    found: list[tuple[float, tuple[int, int], list[Report]]] = []
    for pair, told in _talked_about(ground):
        answers = {each.confirmed for each in told}
        if False in answers:
            found.append((DENIED, pair, told))
        elif True not in answers:
            sides = {each.side for each in told} - {None}
            others = set(pair) - sides
            if len(sides) == 1 and all(_answered(ground, other) for other in others):
                found.append((UNANSWERED, pair, told))
    return _rows(ground, MissingLinkRule.ONE_SIDED_REPORT, found)


def different_numbers(ground: Ground) -> list[MissingLink]:
    """Ties that both sides report, with numbers of contacts that do not fit together."""
    found: list[tuple[float, tuple[int, int], list[Report]]] = []
    for pair, told in _talked_about(ground):
        numbers = [
            max(
                (
                    each.contacts_per_year
                    for each in told
                    if each.side == side and each.contacts_per_year is not None
                ),
                default=None,
            )
            for side in pair
        ]
        known = sorted(number for number in numbers if number is not None)
        if len(known) == len(pair) and known[0] < known[1] >= NUMBERS_DIFFER_FROM * known[0]:
            compared = [
                each
                for each in told
                if each.side is not None and each.contacts_per_year is not None
            ]
            found.append((1 - known[0] / known[1], pair, compared))
    return _rows(ground, MissingLinkRule.DIFFERENT_NUMBERS, found)


def tie_not_renewed(ground: Ground, years: int) -> list[MissingLink]:
    """Ties of which every report has a date, and all of these lie more than some years back."""
    network = ground.network
    columns = network.exchange_ties.columns
    told_at = dict(zip(columns["id"], columns["reported_at"], strict=True))
    day = network.as_of.first
    limit = f"{day.year - years:04}{day.isoformat()[4:]}"
    found: list[tuple[float, tuple[int, int], list[Report]]] = []
    for pair, told in _talked_about(ground):
        dates = [told_at[each.tie_id] for each in told]
        # A partial date lies before a day when it lies before the same part of it.
        if all(date is not None and date < limit[: len(date)] for date in dates):
            latest = max(int(date[:4]) for date in dates)
            found.append((1 - years / (1 + day.year - latest), pair, told))
    return _rows(ground, MissingLinkRule.TIE_NOT_RENEWED, found)


def _rows(
    ground: Ground,
    rule: MissingLinkRule,
    found: list[tuple[float, tuple[int, int], list[Report]]],
) -> list[MissingLink]:
    found.sort(key=lambda row: (-row[0], row[1]))
    return [
        ground.link(rule, *pair, strength, ties=[each.tie_id for each in told])
        for strength, pair, told in found
    ]


def _talked_about(ground: Ground) -> Iterator[tuple[tuple[int, int], list[Report]]]:
    """Reports of pairs in which nobody stays outside on purpose and no body is gone."""
    for pair, told in reports(ground).items():
        if not any(ground.is_silent(side) for side in pair):
            yield pair, told


def _speaks_for(ground: Ground, reporter: int, side: int) -> bool:
    if reporter == ABSENT:
        return False
    houses = ground.network.houses
    return side in (reporter, int(houses[reporter])) or int(houses[side]) == reporter


def _answered(ground: Ground, actor: int) -> bool:
    return ground.has_house_in(actor, ground.answered)
