"""Rules of missing exchange: what the two sides of a tie, and the coordinating office, say."""

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
    found.sort(key=lambda row: (-row[0], row[1]))
    return [
        ground.link(
            MissingLinkRule.ONE_SIDED_REPORT,
            *pair,
            strength,
            ties=[each.tie_id for each in told],
        )
        for strength, pair, told in found
    ]


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
            found.append((1 - known[0] / known[1], pair, told))
    found.sort(key=lambda row: (-row[0], row[1]))
    return [
        ground.link(
            MissingLinkRule.DIFFERENT_NUMBERS,
            *pair,
            strength,
            ties=[
                each.tie_id
                for each in told
                if each.side is not None and each.contacts_per_year is not None
            ],
        )
        for strength, pair, told in found
    ]


def partner_without_exchange_with_coordination(ground: Ground) -> list[MissingLink]:
    """Organisations that are no bodies, without exchange with a coordinating office."""
    network = ground.network
    offices = [
        actor
        for actor, coordination in enumerate(network.values("coordination"))
        if coordination is not None and actor not in ground.silent
    ]
    if not offices:
        return []
    asked = [
        actor
        for actor in ground.who.partners
        if not network.person_mask[actor]
        and actor not in ground.silent
        and not any(actor == office or ground.nested(actor, office) for office in offices)
    ]
    without = [
        actor
        for actor in asked
        if not any(
            (min(actor, office), max(actor, office)) in ground.exchange for office in offices
        )
    ]
    strength = (1 + len(asked) - len(without)) / (1 + len(asked))
    rooms = set().union(*(ground.meets_in.get(office, set()) for office in offices))
    return [
        ground.link(
            MissingLinkRule.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION,
            actor,
            offices[0] if len(offices) == 1 else None,
            strength,
            via=ground.meets_in.get(actor, set()) & rooms,
        )
        for actor in without
    ]


def _talked_about(ground: Ground) -> Iterator[tuple[tuple[int, int], list[Report]]]:
    """Reports of pairs in which nobody stays outside on purpose and no body is gone."""
    for pair, told in reports(ground).items():
        if not any(ground.has_house_in(side, ground.silent) for side in pair):
            yield pair, told


def _speaks_for(ground: Ground, reporter: int, side: int) -> bool:
    if reporter == ABSENT:
        return False
    houses = ground.network.houses
    return side in (reporter, int(houses[reporter])) or int(houses[side]) == reporter


def _answered(ground: Ground, actor: int) -> bool:
    return ground.has_house_in(actor, ground.answered)
