"""Scenes of the meeting view: for a finding, who is lit and which part of the map is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from netmap.findings.finding import Finding, FindingKind, SubjectType
from netmap.views.map_groups import Group, TieKind
from netmap.views.meeting_ground import Ground, Line

ASPECT = 1.22
"""Width over height of the picture that a scene is made for: left of the words on a projector."""

_NARROWEST = 620.0
"""A closer view would show single marks without anybody around them."""
_ROOM = 1.3
_MOST_BESIDE = 60
"""Whoever has more ties than this is shown by itself: a cloud says nothing."""

_SHARING = frozenset(
    {
        FindingKind.OVERLAP,
        FindingKind.OVERLAP_GROUP,
        FindingKind.SAME_TOPICS,
        FindingKind.SUBGROUP,
        FindingKind.SUCCESSION,
    }
)
_ABOUT_SEATS = frozenset(
    {
        FindingKind.LEVEL_BRIDGE,
        FindingKind.STEERING_SEAT_WITHOUT_WORKING_LEVEL,
        FindingKind.SEAT_WITHOUT_EXCHANGE,
    }
)
_NOT_RECORDED = frozenset(
    {
        FindingKind.MISSING_EXCHANGE,
        FindingKind.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION,
        FindingKind.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION,
        FindingKind.COORDINATING_OFFICES_WITHOUT_CONTACT,
        FindingKind.SAME_TOPICS,
    }
)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map, in map units."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Scene:
    """What of the map is lit, and the part of it that is shown.

    Attributes:
        focus: Those the finding speaks about, by index.
        beside: Those who are lit because of their ties to them, by index.
        lines: The lit ties.
        asked: Pairs between which nothing is recorded, though the finding asks whether there is.
        shared: The focus is joined: what it has in common is what the finding is about.
        whole: It is the whole map, where not everybody who is lit can be named.
    """

    focus: tuple[int, ...]
    beside: tuple[int, ...]
    lines: tuple[Line, ...]
    asked: tuple[tuple[int, int], ...]
    shared: bool
    box: Box
    whole: bool = False


def whole_scene(ground: Ground, focus: Iterable[int]) -> Scene:
    """The whole map, with some actors lit."""
    box = _shaped(_edges(ground), 1.02)
    return Scene(tuple(dict.fromkeys(focus)), (), (), (), shared=False, box=box, whole=True)


def scene_of(ground: Ground, finding: Finding) -> Scene:
    """Whom a finding is about, with the ties that make it visible.

    Bodies that share something are lit with whom they share, somebody who stands alone in a
    finding with all direct ties, two between whom something is told or asked with what is
    between them.
    """
    focus = focus_of(ground, finding)
    if not focus:
        return whole_scene(ground, ())
    beside = _beside(ground, finding.kind, focus)
    lit = {*focus, *beside}
    lines = tuple(
        ground.lines[number]
        for number in sorted({number for each in focus for number in ground.lines_of[each]})
        if {ground.lines[number].source, ground.lines[number].target} <= lit
        and (not ground.lines[number].held or ground.lines[number].source in focus)
    )
    if finding.kind is FindingKind.REGULAR_EXCHANGE:
        lines = tuple(line for line in lines if line.kind is TieKind.EXCHANGE)
    tied = {frozenset((line.source, line.target)) for line in lines}
    asked = (
        tuple((focus[0], each) for each in focus[1:] if frozenset((focus[0], each)) not in tied)
        if finding.kind in _NOT_RECORDED
        else ()
    )
    return Scene(
        focus=focus,
        beside=tuple(beside),
        lines=lines,
        asked=asked,
        shared=finding.kind in _SHARING,
        box=_fitted(ground, [*focus, *beside]),
    )


def _beside(ground: Ground, kind: FindingKind, focus: tuple[int, ...]) -> list[int]:
    """Who is lit with those a finding speaks about."""
    if len(focus) == 1:
        by_seats = {TieKind.SEAT, TieKind.PART_OF}
        every = [] if kind in _ABOUT_SEATS else [_neighbours(ground, focus[0])]
        each_way = [*every, _neighbours(ground, focus[0], by_seats)]
        return next((sorted(found) for found in each_way if len(found) <= _MOST_BESIDE), [])
    if kind is FindingKind.REGULAR_EXCHANGE:
        return []
    kinds = {TieKind.SEAT} if kind in _SHARING else set(TieKind)
    reached = Counter(end for each in focus for end in _neighbours(ground, each, kinds))
    if kind in _SHARING:
        return sorted(end for end, times in reached.items() if times > 1 and end not in focus)
    return sorted(
        end
        for end, times in reached.items()
        if times == len(focus) and ground.groups[end].is_body and end not in focus
    )


def focus_of(ground: Ground, finding: Finding) -> tuple[int, ...]:
    """The actors that a finding speaks about; of a sector, the steering bodies it asks about."""
    found = [ground.index[each.id] for each in finding.subjects if each.id in ground.index]
    if not found and any(each.type is SubjectType.SECTOR for each in finding.subjects):
        found = [index for index, group in enumerate(ground.groups) if group is Group.STEERING]
    return tuple(dict.fromkeys(found))


def _neighbours(
    ground: Ground, actor: int, kinds: Container[TieKind] = frozenset(TieKind)
) -> set[int]:
    """Whom an actor is tied to; a house also by the seats that its people hold for it."""
    lines = (ground.lines[number] for number in ground.lines_of[actor])
    return {
        line.target if line.source == actor else line.source
        for line in lines
        if line.kind in kinds and not (line.held and line.target == actor)
    }


def _fitted(ground: Ground, actors: Sequence[int]) -> Box:
    """The part of the map that shows actors, in the shape of the picture."""
    places, radii = ground.positions[actors], ground.radii[actors][:, None]
    left, top = (places - radii).min(axis=0).tolist()
    right, bottom = (places + radii).max(axis=0).tolist()
    return _inside(_shaped(Box(left, top, right - left, bottom - top), _ROOM), _edges(ground))


def _edges(ground: Ground) -> Box:
    if not ground.bands:
        return Box(0.0, 0.0, _NARROWEST, _NARROWEST / ASPECT)
    left = min(band.left for band in ground.bands)
    top = min(band.top for band in ground.bands)
    right = max(band.right for band in ground.bands)
    bottom = max(band.bottom for band in ground.bands)
    return Box(left, top, right - left, bottom - top)


def _inside(box: Box, whole: Box) -> Box:
    """The box moved so that it shows nothing beside the map, where it is small enough."""
    left, top = box.left, box.top
    if box.width < whole.width:
        left = min(max(left, whole.left), whole.right - box.width)
    if box.height < whole.height:
        top = min(max(top, whole.top), whole.bottom - box.height)
    return Box(left, top, box.width, box.height)


def _shaped(box: Box, room: float) -> Box:
    width = max(_NARROWEST, box.width * room, box.height * room * ASPECT)
    height = width / ASPECT
    middle = (box.left + box.width / 2, box.top + box.height / 2)
    return Box(middle[0] - width / 2, middle[1] - height / 2, width, height)
