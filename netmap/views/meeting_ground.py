"""The ground of the meeting view: the whole map as a few shapes, and who is tied to whom."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netmap.network import ABSENT, Network
from netmap.projections import organization_seats
from netmap.views.layout import layout
from netmap.views.layout_bands import Band
from netmap.views.layout_circles import LARGEST_BODY_RADIUS, ORGANIZATION_RADIUS, PERSON_RADIUS
from netmap.views.map_groups import Group, TieKind, groups_of

_SMALLEST_BODY_RADIUS = 19.0
# Corners of a mark as (turn in degrees from the top, distance from the middle in radii).
_CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "star": tuple((36.0 * corner, 1.15 if corner % 2 == 0 else 0.5) for corner in range(10)),
    "diamond": tuple((90.0 * corner, 1.1) for corner in range(4)),
    "hexagon": tuple((90.0 + 60.0 * corner, 1.0) for corner in range(6)),
    "triangleDown": ((60.0, 1.1), (180.0, 1.1), (300.0, 1.1)),
    "triangle": ((0.0, 1.1), (120.0, 1.1), (240.0, 1.1)),
    "square": tuple((45.0 + 90.0 * corner, 1.15) for corner in range(4)),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A tie between two actors, by index.

    Attributes:
        held: A seat of a house that somebody holds for it, beside that person's own.
    """

    kind: TieKind
    source: int
    target: int
    held: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """Everything of one kind as one path.

    Attributes:
        name: What the style sheet calls the kind.
    """

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Ground:
    """The map of a network without names.

    Attributes:
        positions: x and y of each actor, by index, shape (number of actors, 2).
        radii: Radius of each actor's mark, by index, in map units.
        groups: Group of each actor, by index.
        names: Name of each actor, by index.
        index: Index of each actor by its id.
        lines: All ties but those of who works where, and the seats that people hold for houses.
        lines_of: Numbers of the lines of each actor, by index.
        bands: The bands that hold somebody, from top to bottom.
        ties: The lines as shapes, those in front last.
        marks: The actors as shapes.
    """

    positions: NDArray[np.float64]
    radii: NDArray[np.float64]
    groups: tuple[Group, ...]
    names: tuple[str, ...]
    index: dict[str, int]
    lines: tuple[Line, ...]
    lines_of: tuple[tuple[int, ...], ...]
    bands: tuple[Band, ...]
    ties: tuple[Shape, ...]
    marks: tuple[Shape, ...]


def ground(network: Network) -> Ground:
    """The map of a network as a meeting sees it: everybody in the places of the map page.

    The same network gives the same shapes, to the sign.
    """
    placed = layout(network)
    groups = groups_of(network)
    members = np.bincount(network.seats.target, minlength=len(groups))
    radii = np.array(
        [_radius(group, int(count)) for group, count in zip(groups, members, strict=True)]
    )
    drawn = tuple(_lines(network))
    lines = (*drawn, *_held(network, drawn))
    of: list[list[int]] = [[] for _ in groups]
    for number, line in enumerate(lines):
        for end in {line.source, line.target}:
            of[end].append(number)
    positions = placed.positions
    return Ground(
        positions=positions,
        radii=radii,
        groups=groups,
        names=tuple(network.labels),
        index=dict(network.actor_index),
        lines=lines,
        lines_of=tuple(map(tuple, of)),
        bands=placed.bands,
        ties=tuple(
            Shape(
                kind.value,
                "".join(_straight(positions, line) for line in drawn if line.kind is kind),
            )
            for kind in (TieKind.SEAT, TieKind.PART_OF, TieKind.EXCHANGE, TieKind.REPORTING)
        ),
        marks=tuple(
            Shape(
                group.value,
                "".join(
                    mark_path(group, tuple(positions[index].tolist()), float(radii[index]))
                    for index, each in enumerate(groups)
                    if each is group
                ),
            )
            for group in reversed(Group)
        ),
    )


def mark_path(group: Group, place: tuple[float, float], radius: float) -> str:
    """The mark of an actor as an SVG path.

    >>> mark_path(Group.PERSON, (10, 20), 7)
    'M3 20a7 7 0 1 0 14 0a7 7 0 1 0-14 0z'
    """
    x, y = place
    if group.shape == "dot":
        size = number(radius)
        across = number(2 * radius)
        arc = f"a{size} {size} 0 1 0"
        return f"M{number(x - radius)} {number(y)}{arc} {across} 0{arc}-{across} 0z"
    corners = []
    for turn, distance in _CORNERS[group.shape]:
        angle = math.radians(turn)
        corners.append(
            f"{number(x + radius * distance * math.sin(angle))} "
            f"{number(y - radius * distance * math.cos(angle))}"
        )
    return f"M{'L'.join(corners)}z"


def number(value: float) -> str:
    """A number for a drawing: to a tenth, without needless signs.

    >>> [number(value) for value in (12.04, -0.01, 7.25)]
    ['12', '0', '7.2']
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _straight(positions: NDArray[np.float64], line: Line) -> str:
    (x1, y1), (x2, y2) = positions[line.source].tolist(), positions[line.target].tolist()
    return f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"


def _lines(network: Network) -> Iterable[Line]:
    for kind, links in (
        (TieKind.SEAT, network.seats),
        (TieKind.EXCHANGE, network.exchange),
        (TieKind.REPORTING, network.reporting),
    ):
        for source, target in zip(links.source.tolist(), links.target.tolist(), strict=True):
            if source != target:
                yield Line(kind, source, target)
    for source, target in enumerate(network.parents.tolist()):
        if target not in {ABSENT, source}:
            yield Line(TieKind.PART_OF, source, target)


def _held(network: Network, drawn: Iterable[Line]) -> Iterable[Line]:
    """Seats of houses that their people hold, where the house has no seat of its own."""
    own = {(line.source, line.target) for line in drawn if line.kind is TieKind.SEAT}
    held = organization_seats(network)
    pairs = set(zip(held.source.tolist(), held.target.tolist(), strict=True))
    for source, target in sorted(pairs - own):
        if source != target:
            yield Line(TieKind.SEAT, source, target, held=True)


def _radius(group: Group, members: int) -> float:
    if group is Group.PERSON:
        return PERSON_RADIUS
    if group is Group.ORGANIZATION:
        return ORGANIZATION_RADIUS
    return min(LARGEST_BODY_RADIUS, _SMALLEST_BODY_RADIUS + 2.0 * math.sqrt(members))
