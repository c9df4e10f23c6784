"""The small map of one actor: those it is tied to, left and right of it, drawn on the server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from netmap.views.directory import Directory, Entry
from netmap.views.map_groups import Group

_WIDTH, _HEIGHT = 640, 400
_MOST = 18
_LABEL = 23
_COLUMN = 225
"""How far from the edges the neighbours stand, left and right of the actor."""
_MARGIN = 24
_LABEL_GAP = 16


@dataclass(frozen=True, slots=True)
class Point:
    """A neighbour where it is drawn, in the drawing's units.

    Attributes:
        label: Its name, shortened to fit.
        anchor: Which end of the label stands there: ``start`` or ``end``.
        mark: Points of the mark's outline.
    """

    entry: Entry
    x: float
    y: float
    label: str
    label_x: float
    anchor: str
    mark: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of an actor in the middle and its neighbours around it.

    Attributes:
        hidden: Neighbours for which there was no room; the lists beside name all.
    """

    width: int
    height: int
    centre: Point
    points: tuple[Point, ...]
    hidden: int


def neighbourhood(told: Directory, actor: int) -> Drawing:
    """The drawing of one actor; bodies first, then by name, first down the right side.

    >>> from netmap.language import Language
    >>> from netmap.network import Network
    >>> from netmap.views.directory import directory
    >>> told = directory(Network.from_pairs([("ada", "youth"), ("bo", "youth")]), Language.EN)
    >>> [point.label for point in neighbourhood(told, 2).points]
    ['ada', 'bo']
    """
    around = {
        other.actor
        for group in told.entries[actor].profile.ties
        for other in group.others
        if other.actor != actor
    }
    entries = sorted(
        (told.entries[each] for each in around),
        key=lambda each: (not each.profile.group.is_body, each.name.casefold(), each.id),
    )
    shown = entries[:_MOST]
    half = (len(shown) + 1) // 2
    points = [
        *_column(shown[:half], right=True),
        *_column(shown[half:], right=False),
    ]
    centre = _point(told.entries[actor], _WIDTH / 2, _HEIGHT / 2, right=True)
    return Drawing(_WIDTH, _HEIGHT, centre, tuple(points), len(entries) - len(shown))


def _column(entries: Sequence[Entry], *, right: bool) -> Iterator[Point]:
    """Neighbours one below the other, at equal distances, in the middle of the height."""
    gap = min(44.0, (_HEIGHT - 2 * _MARGIN) / max(1, len(entries) - 1))
    top = (_HEIGHT - gap * (len(entries) - 1)) / 2
    x = _WIDTH - _COLUMN if right else _COLUMN
    for number, entry in enumerate(entries):
        yield _point(entry, x, top + number * gap, right=right)


def _point(entry: Entry, x: float, y: float, *, right: bool) -> Point:
    name = entry.name
    label = name if len(name) <= _LABEL else f"{name[: _LABEL - 1].rstrip()}…"
    return Point(
        entry,
        x,
        round(y, 1),
        label,
        label_x=x + (_LABEL_GAP if right else -_LABEL_GAP),
        anchor="start" if right else "end",
        mark=_mark(entry.profile.group, x, y),
    )


_CORNERS = {
    Group.POLITICAL: (4, 0.0),
    Group.STEERING: (4, 0.0),
    Group.OPERATIONAL: (6, 0.0),
    Group.AD_HOC: (3, pi / 2),
    Group.LEVEL_UNKNOWN: (3, -pi / 2),
    Group.ORGANIZATION: (4, pi / 4),
    Group.PERSON: (16, 0.0),
}


def _mark(group: Group, x: float, y: float) -> str:
    corners, turned = _CORNERS[group]
    size = 7 if group is Group.PERSON else 10
    angles = (turned + 2 * pi * corner / corners for corner in range(corners))
    return " ".join(f"{x + size * cos(a):.1f},{y + size * sin(a):.1f}" for a in angles)
