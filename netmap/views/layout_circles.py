"""Circles: who stands beside a body, on rings around it, turned towards the others they know."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PERSON_RADIUS = 7.0
ORGANIZATION_RADIUS = 12.0
LARGEST_BODY_RADIUS = 36.0

_FIRST_RING = 54.0
_PERSON_GAP = 19.0
_PERSON_RING = 19.0
_ORGANIZATION_GAP = 30.0
_ORGANIZATION_RING = 26.0
_MARGIN = 9.0
_ALONE_PERSON = 15.0
_ALONE = 30.0


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring of places around the middle."""

    radius: float
    places: int


def rings(persons: int, organizations: int) -> tuple[tuple[Ring, ...], tuple[Ring, ...]]:
    """Rings for persons, and outside of them rings for organisations.

    >>> inner, outer = rings(30, 2)
    >>> [ring.places for ring in inner], [ring.places for ring in outer]
    ([17, 13], [2])
    """
    inner = _filled(persons, _FIRST_RING, _PERSON_GAP, _PERSON_RING)
    start = inner[-1].radius + _ORGANIZATION_RING if inner else _FIRST_RING
    return inner, _filled(organizations, start, _ORGANIZATION_GAP, _ORGANIZATION_RING)


def circle_radius(
    persons: int, organizations: int, *, is_body: bool = False, is_person: bool = False
) -> float:
    """Half the width of the square that a circle with so many people needs.

    Bodies that nobody stands beside keep room for their names; others stand close together.
    """
    inner, outer = rings(persons, organizations)
    if not inner and not outer:
        return _FIRST_RING if is_body else _ALONE_PERSON if is_person else _ALONE
    return (outer or inner)[-1].radius + ORGANIZATION_RADIUS + _MARGIN


def ring_offsets(
    rings_of_kind: tuple[Ring, ...], wanted: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Places on rings for as many as have an angle they would like to stand at.

    Args:
        rings_of_kind: Rings with as many places as ``wanted`` has angles.
        wanted: Angles in radians, shape (n,).

    Returns:
        Offsets from the middle, shape (n, 2), no two closer than the rings allow.
    """
    offsets = np.zeros((len(wanted), 2))
    order = np.argsort(np.round(np.mod(wanted, 2 * np.pi), 9), kind="stable")
    # Neighbours in the order go to different rings, so that each ring sees all directions.
    turns = np.concatenate(
        [(np.arange(ring.places) + 0.5) / ring.places for ring in rings_of_kind] or [np.zeros(0)]
    )
    numbers = np.concatenate(
        [np.full(ring.places, number) for number, ring in enumerate(rings_of_kind)] or [np.zeros(0)]
    )[np.argsort(turns, kind="stable")]
    for number, ring in enumerate(rings_of_kind):
        rows = order[numbers == number]
        slots = 2 * np.pi * np.arange(ring.places) / ring.places
        angles = slots + _turn(np.mod(wanted[rows], 2 * np.pi) - slots)
        offsets[rows] = ring.radius * np.column_stack([np.cos(angles), np.sin(angles)])
    return offsets


def _filled(count: int, first_radius: float, gap: float, step: float) -> tuple[Ring, ...]:
    found: list[Ring] = []
    radius = first_radius
    while count > 0:
        # Chords, not arcs: neighbours stand ``gap`` apart in a straight line.
        room = int(np.pi / np.arcsin(gap / (2 * radius)))
        found.append(Ring(radius, min(room, count)))
        count -= room
        radius += step
    return tuple(found)


def _turn(differences: NDArray[np.float64]) -> float:
    """The mean of angles, on the circle."""
    return float(np.arctan2(np.sin(differences).sum(), np.cos(differences).sum()))
