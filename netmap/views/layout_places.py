"""Whom an actor stands beside on the map: the first step of the layout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from netmap.network import ABSENT, Network
from netmap.projections import organization_seats
from netmap.vocabulary import Level, Role


class BandKind(StrEnum):
    """The bands of the map, from top to bottom."""

    POLITICAL = "political"
    STEERING = "steering"
    OPERATIONAL = "operational"
    AD_HOC = "ad_hoc"
    LEVEL_UNKNOWN = "level_unknown"
    NO_SEAT = "no_seat"
    ISOLATED = "isolated"


_BAND_OF_LEVEL = {
    Level.POLITICAL: BandKind.POLITICAL,
    Level.STEERING: BandKind.STEERING,
    Level.OPERATIONAL: BandKind.OPERATIONAL,
    Level.AD_HOC: BandKind.AD_HOC,
}
# Who leads a body or keeps its minutes is looked for there first.
_ROLE_RANK = {Role.CHAIR: 0, Role.SECRETARIAT: 1, Role.DEPUTY_CHAIR: 2, Role.MODERATION: 3}
_PLAIN_MEMBER = 4
_GUEST = 5


@dataclass(frozen=True, slots=True)
class Places:
    """Whom each actor stands beside.

    Attributes:
        hubs: Index of the actor in whose circle each actor stands, shape (number of actors,); an
            actor that stands for itself, as every body does, is its own hub.
        bands: Band of each hub, by index of the actor.
        weights: How strongly actors are tied, symmetric, shape (actors, actors).
    """

    hubs: NDArray[np.int32]
    bands: dict[int, BandKind]
    weights: csr_array


def places(network: Network) -> Places:
    """Put everybody beside the body they lead, else beside the smallest they sit in.

    Organisations stand where most of their seats are; their people's seats count as theirs. Who
    sits nowhere stands beside the own organisation if that sits nowhere either, else alone.
    """
    count = len(network.actor_ids)
    weights = tie_weights(network)
    tied = np.diff(weights.indptr) > 0
    hubs = np.arange(count, dtype=np.int32)
    sizes = np.bincount(network.seats.target, minlength=count)
    _seat_persons(network, hubs, sizes)
    _seat_organizations(network, hubs, sizes)
    alone = (hubs == np.arange(count)) & ~network.body_mask
    for index in np.flatnonzero(alone & network.person_mask).tolist():
        house = int(network.houses[index])
        if house != ABSENT and (alone[house] or network.body_mask[house]):
            hubs[index] = house
    levels = network.values("level")
    bands = {}
    for hub in np.flatnonzero(hubs == np.arange(count)).tolist():
        if network.body_mask[hub]:
            level = levels[hub]
            bands[hub] = _BAND_OF_LEVEL[Level(level)] if level else BandKind.LEVEL_UNKNOWN
        else:
            bands[hub] = BandKind.NO_SEAT if tied[hub] else BandKind.ISOLATED
    return Places(hubs=hubs, bands=bands, weights=weights)


def tie_weights(network: Network) -> csr_array:
    """How strongly actors are tied: the number of their ties of all kinds, symmetric."""
    people = np.arange(len(network.actor_ids), dtype=np.int32)
    sources: list[NDArray[Any]] = []
    targets: list[NDArray[Any]] = []
    for links in (network.seats, network.exchange, network.reporting):
        sources.append(links.source)
        targets.append(links.target)
    for above in (network.houses, network.parents):
        there = above != ABSENT
        sources.append(people[there])
        targets.append(above[there])
    source, target = np.concatenate(sources), np.concatenate(targets)
    other = source != target
    source, target = source[other], target[other]
    ones = np.ones(2 * len(source))
    ends = np.concatenate([source, target]), np.concatenate([target, source])
    matrix = csr_array((ones, ends), shape=(len(people), len(people)))
    matrix.sum_duplicates()
    return matrix


def _seat_persons(network: Network, hubs: NDArray[np.int32], sizes: NDArray[np.int64]) -> None:
    best: dict[int, tuple[int, int, int]] = {}
    roles = network.memberships.columns["role"]
    for row, role in enumerate(roles):
        member, body = int(network.seats.source[row]), int(network.seats.target[row])
        if network.person_mask[member] and network.body_mask[body]:
            default = _GUEST if role in {Role.GUEST, Role.DEPUTY_MEMBER} else _PLAIN_MEMBER
            choice = (_ROLE_RANK.get(Role(role), default), int(sizes[body]), body)
            best[member] = min(choice, best.get(member, choice))
    for member, (_, _, body) in best.items():
        hubs[member] = body


def _seat_organizations(
    network: Network, hubs: NDArray[np.int32], sizes: NDArray[np.int64]
) -> None:
    seats: dict[int, dict[int, int]] = {}
    held = organization_seats(network)
    for holder, body in zip(held.source.tolist(), held.target.tolist(), strict=True):
        if not network.body_mask[holder] and network.body_mask[body]:
            bodies = seats.setdefault(holder, {})
            bodies[body] = bodies.get(body, 0) + 1
    for holder, bodies in seats.items():
        hubs[holder] = min(bodies, key=lambda body: (-bodies[body], int(sizes[body]), body))
