"""The picture of a scene: sizes, places and names of everything that is lit, for an SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from netmap.language import Language
from netmap.views.map_groups import Group
from netmap.views.map_texts import BAND_TITLES
from netmap.views.meeting_ground import Ground, Line, mark_path, number
from netmap.views.meeting_labels import Label, Wanted, placed_labels, text_width
from netmap.views.meeting_scene import Box, Scene

# Sizes in pixels of a picture that is this wide, as a projector of 1920 pixels shows it; kept in
# proportion on every other screen, which people sit in front of at the same share of its width.
_WIDTH = 1080.0
_FOCUS_NAME, _OTHER_NAME, _BAND_NAME = 34.0, 26.0, 23.0
_FOCUS_MARK, _BODY_MARK, _OTHER_MARK, _PERSON_MARK = 17.0, 13.0, 9.0, 7.0
_RING_GAP, _RING = 7.0, 5.0
_LINE, _JOIN, _ASKED, _ARROW = 3.2, 46.0, 5.0, 17.0
_QUESTION = 21.0
# With more names than these the room reads none.
_MOST_NAMES = 26


@dataclass(frozen=True, slots=True)
class Mark:
    """A lit actor."""

    style: str
    path: str


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around a middle."""

    x: str
    y: str
    radius: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line with its width; ``head`` is the arrow at its end."""

    style: str
    path: str
    width: str
    head: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A scene as an SVG draws it, from back to front.

    Attributes:
        view_box: The part of the map that is shown.
        bands: Titles of the bands in sight.
        joins: Broad lines between those who share something.
        strokes: The lit ties.
        asked: Lines where a tie is asked for.
        questions: Their question marks.
        rings: Around those the finding speaks about.
        ring_width: In map units.
        halo: Width of the border that keeps names readable across lines.
    """

    view_box: str
    bands: tuple[Label, ...]
    joins: tuple[Stroke, ...]
    strokes: tuple[Stroke, ...]
    asked: tuple[Stroke, ...]
    questions: tuple[Circle, ...]
    question_size: str
    rings: tuple[Circle, ...]
    ring_width: str
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    halo: str


def picture(ground: Ground, scene: Scene, language: Language) -> Picture:
    """Draw a scene in sizes that a room can read, whatever part of the map it shows."""
    unit = scene.box.width / _WIDTH
    radii = {
        actor: max(
            float(ground.radii[actor]), unit * _least(ground.groups[actor], actor in scene.focus)
        )
        for actor in (*scene.focus, *scene.beside)
    }
    rings = [_ring(ground, actor, radii[actor], unit) for actor in scene.focus]
    bands = _bands(ground, scene.box, unit, language)
    questions = tuple(_question(ground, pair, unit) for pair in scene.asked)
    return Picture(
        view_box=" ".join(
            number(each)
            for each in (scene.box.left, scene.box.top, scene.box.width, scene.box.height)
        ),
        bands=tuple(label for label, _ in bands),
        joins=_joins(ground, scene, unit),
        strokes=tuple(_tie(ground, line, radii, unit) for line in scene.lines),
        asked=tuple(
            Stroke("asked", _between(ground, pair), number(unit * _ASKED)) for pair in scene.asked
        ),
        questions=questions,
        question_size=number(unit * _QUESTION * 1.5),
        rings=tuple(rings),
        ring_width=number(unit * _RING),
        marks=tuple(
            Mark(
                ground.groups[actor].value,
                mark_path(
                    ground.groups[actor], tuple(ground.positions[actor].tolist()), radii[actor]
                ),
            )
            for actor in (*scene.beside, *scene.focus)
        ),
        labels=tuple(
            placed_labels(
                _wanted(ground, scene, radii, unit),
                scene.box,
                [*(room for _, room in bands), *_taken(ground, scene, radii, unit)],
            )
        ),
        halo=number(unit * 6),
    )


def _least(group: Group, is_focus: bool) -> float:
    if is_focus:
        return _FOCUS_MARK
    if group.is_body:
        return _BODY_MARK
    return _PERSON_MARK if group is Group.PERSON else _OTHER_MARK


def _ring(ground: Ground, actor: int, radius: float, unit: float) -> Circle:
    x, y = ground.positions[actor].tolist()
    return Circle(number(x), number(y), number(radius * 1.1 + unit * _RING_GAP))


def _question(ground: Ground, pair: tuple[int, int], unit: float) -> Circle:
    x, y = ground.positions[list(pair)].mean(axis=0).tolist()
    return Circle(number(x), number(y), number(unit * _QUESTION))


def _between(ground: Ground, actors: Sequence[int]) -> str:
    return _path(*(tuple(ground.positions[actor].tolist()) for actor in actors))


def _joins(ground: Ground, scene: Scene, unit: float) -> tuple[Stroke, ...]:
    if not scene.shared:
        return ()
    closed = "z" if len(scene.focus) > 2 else ""
    return (Stroke("join", f"{_between(ground, scene.focus)}{closed}", number(unit * _JOIN)),)


def _tie(ground: Ground, line: Line, radii: dict[int, float], unit: float) -> Stroke:
    """A lit tie; an arrow ends before the mark it points to."""
    (x1, y1), (x2, y2) = (ground.positions[end].tolist() for end in (line.source, line.target))
    style, width = line.kind.value, number(unit * _LINE)
    if not line.kind.line.has_arrow:
        return Stroke(style, _path((x1, y1), (x2, y2)), width)
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    ahead = ((x2 - x1) / length, (y2 - y1) / length)
    end = radii[line.target] * 1.1 + unit * (_RING_GAP + _RING)
    size = unit * _ARROW
    tip = (x2 - ahead[0] * end, y2 - ahead[1] * end)
    foot = (tip[0] - ahead[0] * size, tip[1] - ahead[1] * size)
    wide = (-ahead[1] * size * 0.5, ahead[0] * size * 0.5)
    head = _path(
        tip, (foot[0] + wide[0], foot[1] + wide[1]), (foot[0] - wide[0], foot[1] - wide[1])
    )
    return Stroke(style, _path((x1, y1), foot), width, f"{head}z")


def _path(*points: tuple[float, float]) -> str:
    return f"M{'L'.join(f'{number(x)} {number(y)}' for x, y in points)}"


def _bands(ground: Ground, box: Box, unit: float, language: Language) -> list[tuple[Label, Box]]:
    """Titles of the bands at the left edge of what is shown, where they have room."""
    size = unit * _BAND_NAME
    found = []
    for band in ground.bands:
        title = BAND_TITLES[band.kind].in_language(language)
        left = max(band.left, box.left) + size * 0.5
        width = text_width(title) * size
        top = max(band.top, box.top)
        if (
            min(band.right, box.right) - left < width
            or min(band.bottom, box.bottom) - top < size * 1.5
        ):
            continue
        label = Label((title,), left, top + size * 1.2, size, "band")
        found.append((label, Box(left, top, width, size * 1.5)))
    return found


def _wanted(ground: Ground, scene: Scene, radii: dict[int, float], unit: float) -> list[Wanted]:
    """Names in the order of their importance: whom it is about, bodies, organisations, persons."""
    order = list(Group)
    beside = sorted(scene.beside, key=lambda actor: (order.index(ground.groups[actor]), actor))
    wanted = []
    for actor in (*scene.focus, *beside[:_MOST_NAMES]):
        is_focus = actor in scene.focus
        x, y = ground.positions[actor].tolist()
        wanted.append(
            Wanted(
                text=ground.names[actor],
                x=x,
                y=y,
                radius=radii[actor] * 1.1 + (unit * (_RING_GAP + _RING) if is_focus else 0.0),
                size=unit * (_FOCUS_NAME if is_focus else _OTHER_NAME),
                must=is_focus and not scene.whole,
                style="focus" if is_focus else "beside",
            )
        )
    return wanted


def _taken(ground: Ground, scene: Scene, radii: dict[int, float], unit: float) -> list[Box]:
    """Where no name may stand: on the marks, and on question marks."""
    taken = []
    for actor, radius in radii.items():
        x, y = ground.positions[actor].tolist()
        reach = radius * (1.0 if actor in scene.focus else 0.8)
        taken.append(Box(x - reach, y - reach, 2 * reach, 2 * reach))
    for first, second in scene.asked:
        x, y = ground.positions[[first, second]].mean(axis=0).tolist()
        reach = unit * _QUESTION
        taken.append(Box(x - reach, y - reach, 2 * reach, 2 * reach))
    return taken
