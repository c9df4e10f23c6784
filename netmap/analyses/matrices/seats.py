"""Who sits where: organisations or persons against bodies, ordered so that overlaps are blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from netmap.analyses.matrices.bodies import EVERY_BODY, Narrowed, bodies_shown
from netmap.analyses.matrices.seriation import by_mean_place, seriated
from netmap.network import Network
from netmap.projections import seat_holders
from netmap.vocabulary import Role

WEIGHT = (
    Role.CHAIR,
    Role.DEPUTY_CHAIR,
    Role.SECRETARIAT,
    Role.MODERATION,
    Role.MEMBER,
    Role.OTHER,
    Role.DEPUTY_MEMBER,
    Role.GUEST,
)
"""Which role of several a cell shows: the first of these."""


class Holders(StrEnum):
    """Who holds the seats of a matrix."""

    ORGANIZATIONS = "organizations"
    PERSONS = "persons"


@dataclass(frozen=True, slots=True)
class SeatMatrix:
    """Seats by holder and body, as actor indices, in the order in which they are shown.

    Attributes:
        seats: By holder and body the rows of ``network.memberships``, first the weightiest role.
        bodies_in_all: How many bodies are asked for, shown or not.
    """

    holders: tuple[int, ...]
    bodies: tuple[int, ...]
    seats: Mapping[tuple[int, int], tuple[int, ...]]
    bodies_in_all: int


def seat_matrix(
    network: Network,
    holders: Holders = Holders.ORGANIZATIONS,
    *,
    narrowed: Narrowed = EVERY_BODY,
    least: int = 1,
) -> SeatMatrix:
    """Who sits in which body.

    A seat of an organisation is one held on its behalf, by itself or by somebody who works for it,
    see `netmap.projections.organization_seats`. Bodies stand beside those with nearly the same
    holders, see `netmap.analyses.matrices.seriation.seriated`, and holders where the bodies in
    which they sit stand in the mean, so blocks lie along the diagonal.

    Args:
        network: Snapshot at one date.
        holders: Organisations or persons.
        narrowed: Which bodies.
        least: Holders who sit in at least so many of these bodies.

    >>> network = Network.from_pairs([
    ...     ("ada", "youth"), ("bo", "sport"), ("cy", "youth"), ("cy", "clubs"), ("ada", "clubs"),
    ... ])
    >>> found = seat_matrix(network, Holders.PERSONS)
    >>> [network.actor_ids[each] for each in found.bodies]
    ['clubs', 'youth', 'sport']
    >>> [network.actor_ids[each] for each in found.holders]
    ['ada', 'cy', 'bo']
    """
    bodies, in_all = bodies_shown(network, narrowed)
    shown = set(bodies)
    rows: dict[tuple[int, int], list[int]] = defaultdict(list)
    sits: dict[int, set[int]] = defaultdict(set)
    for row, holder, body in _seats(network, holders):
        if body in shown and holder != body:
            rows[holder, body].append(row)
            sits[holder].add(body)
    seated = sorted(holder for holder, where in sits.items() if len(where) >= least)
    has: dict[int, set[int]] = {body: set() for body in bodies}
    for holder in seated:
        for body in sits[holder]:
            has[body].add(holder)
    order = [bodies[each] for each in seriated([frozenset(has[body]) for body in bodies])]
    places = {body: place for place, body in enumerate(order)}
    where = [frozenset(sits[holder]) for holder in seated]
    # First by who sits in the same bodies, so that of equal means the equal stand together.
    alike = seriated(where)
    placed = by_mean_place([where[each] for each in alike], places)
    roles = network.memberships.columns["role"]
    return SeatMatrix(
        holders=tuple(seated[alike[each]] for each in placed),
        bodies=tuple(order),
        seats={
            (holder, body): tuple(sorted(found, key=lambda row: WEIGHT.index(Role(roles[row]))))
            for (holder, body), found in rows.items()
            if len(sits[holder]) >= least
        },
        bodies_in_all=in_all,
    )


def _seats(network: Network, holders: Holders) -> list[tuple[int, int, int]]:
    """Row, holder and body of each seat, ascending."""
    is_person = network.person_mask.tolist()
    if holders is Holders.PERSONS:
        pairs = zip(network.seats.source.tolist(), network.seats.target.tolist(), strict=True)
        return [
            (row, holder, body) for row, (holder, body) in enumerate(pairs) if is_person[holder]
        ]
    held, rows = seat_holders(network)
    found = zip(rows.tolist(), held.source.tolist(), held.target.tolist(), strict=True)
    return [each for each in sorted(set(found)) if not is_person[each[1]]]


def seats_between(network: Network, holder: int, body: int) -> tuple[int, ...]:
    """Rows of ``network.memberships`` that a holder, by actor index, has in a body.

    >>> seats_between(Network.from_pairs([("ada", "youth"), ("bo", "youth")]), 1, 2)
    (1,)
    """
    kind = Holders.PERSONS if network.person_mask[holder] else Holders.ORGANIZATIONS
    found = (row for row, who, where in _seats(network, kind) if (who, where) == (holder, body))
    return tuple(found)
