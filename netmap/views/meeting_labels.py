"""Names on a scene: as large as a room can read, never across each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from netmap.views.meeting_scene import Box

LEADING = 1.14
_MOST_LINES = 3
_WIDTHS_EM = (9.5, 14.0)
"""How wide a name may be before it is broken: many short lines, or few long ones."""
_NARROW = frozenset("iljtfrI.,:;'’|!()[]/-– ")
_WIDE = frozenset("mwMW@%—…ÄÖÜ")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that is wanted on a scene.

    Attributes:
        x: Middle of the mark that it belongs to.
        y: Likewise.
        radius: How far the mark reaches.
        size: Height of the letters in map units.
        must: It is drawn even where it covers something.
        style: What the style sheet calls its kind.
    """

    text: str
    x: float
    y: float
    radius: float
    size: float
    must: bool
    style: str


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its place: lines of text around a middle, the first at ``y``."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    style: str

    @property
    def rows(self) -> Iterator[tuple[float, str]]:
        """Base line and text of each line."""
        for row, text in enumerate(self.lines):
            yield self.y + row * self.size * LEADING, text


def placed_labels(wanted: Sequence[Wanted], box: Box, taken: Sequence[Box]) -> list[Label]:
    """Names beside their marks, the first first; who finds no free place goes without.

    Args:
        wanted: Names in the order of their importance.
        box: The part of the map that is shown; names stay inside.
        taken: Where no name may stand.
    """
    filled = list(taken)
    labels: list[Label] = []
    for each in wanted:
        found = _place(each, box, filled)
        if found is not None:
            label, room = found
            filled.append(room)
            labels.append(label)
    return labels


def text_width(text: str) -> float:
    """About how wide a text is, in heights of its letters; rather too wide than too narrow.

    >>> text_width("ill") < text_width("nun") < text_width("MWM")
    True
    """
    return sum(
        0.33
        if sign in _NARROW
        else 0.92
        if sign in _WIDE
        else 0.66
        if sign.isupper() or sign.isdigit()
        else 0.57
        for sign in text
    )


@lru_cache(maxsize=4096)  # the same names stand on many slides
def wrapped(text: str, most_em: float) -> tuple[str, ...]:
    """A text in lines of about a width; what three lines do not hold is cut.

    >>> wrapped("Arbeitskreis Übergang Schule–Beruf", 10)
    ('Arbeitskreis', 'Übergang', 'Schule–Beruf')
    """
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined) <= most_em:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]} …"]
    return tuple(_shortened(line, most_em * 1.6) for line in lines) or ("?",)


def _shortened(line: str, most_em: float) -> str:
    if text_width(line) <= most_em:
        return line
    while len(line) > 1 and text_width(line) > most_em:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _place(wanted: Wanted, box: Box, filled: Sequence[Box]) -> tuple[Label, Box] | None:
    fallback: tuple[float, Label, Box] | None = None
    # A name that may go without needs a free place; another one the place that covers least.
    limit = math.inf if wanted.must else 0.0
    layouts = dict.fromkeys(wrapped(wanted.text, most) for most in _WIDTHS_EM)
    for lines in layouts:
        width = max(map(text_width, lines)) * wanted.size
        height = len(lines) * wanted.size * LEADING
        for middle, top in _sides(wanted, width, height):
            room = Box(middle - width / 2, top, width, height)
            cost = _cost(room, box, filled, limit)
            if cost > 0 and cost >= limit:
                continue
            first = top + wanted.size * 0.88
            label = Label(lines, middle, first, wanted.size, wanted.style)
            if cost == 0:
                return label, room
            limit, fallback = cost, (cost, label, room)
    return None if fallback is None else fallback[1:]


def _sides(wanted: Wanted, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Middle and upper edge of a name below, above, right and left of its mark, then between."""
    gap = wanted.radius + wanted.size * 0.2
    side = gap + width / 2
    yield wanted.x, wanted.y + gap
    yield wanted.x, wanted.y - gap - height
    yield wanted.x + side, wanted.y - height / 2
    yield wanted.x - side, wanted.y - height / 2
    for below in (gap * 0.5, -gap * 0.5 - height):
        yield wanted.x + side * 0.8, wanted.y + below
        yield wanted.x - side * 0.8, wanted.y + below


def _cost(room: Box, box: Box, filled: Sequence[Box], limit: float) -> float:
    """What a name would cover, and ten times what would be cut of it; or more than ``limit``."""
    cost = 10 * _outside(room, box)
    left, top, right, bottom = room.left, room.top, room.right, room.bottom
    for other in filled:
        if cost > limit:
            break
        # Most are elsewhere, and thousands are asked.
        if other.left < right and other.top < bottom and left < other.right and top < other.bottom:
            width = min(right, other.right) - max(left, other.left)
            cost += width * (min(bottom, other.bottom) - max(top, other.top))
    return cost


def _outside(room: Box, box: Box) -> float:
    beyond = (
        max(0.0, box.left - room.left) + max(0.0, room.right - box.right),
        max(0.0, box.top - room.top) + max(0.0, room.bottom - box.bottom),
    )
    return beyond[0] * room.height + beyond[1] * room.width
