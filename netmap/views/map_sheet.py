"""The map on a sheet of paper: A3 landscape as SVG, with title, date and legend."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from netmap.findings.finding import Finding
from netmap.map_views import MapView
from netmap.resources import folder
from netmap.views.map_base import MapBase
from netmap.views.map_choice import Layer, MapChoice, Shown, shown
from netmap.views.map_drawing import drawn_label, mark_size
from netmap.views.map_facets import facets
from netmap.views.map_findings import LAYER_OF
from netmap.views.map_groups import Group, TieKind
from netmap.views.map_marks import marks_of
from netmap.views.map_opened import with_places
from netmap.views.map_sheet_legend import GROUP_OF_SHAPE, legend_rows
from netmap.views.map_templates import render
from netmap.views.map_texts import BAND_TITLES, texts
from netmap.views.map_words import days, number
from netmap.views.meeting_ground import mark_path
from netmap.views.meeting_labels import Label, Wanted, placed_labels, text_width
from netmap.views.meeting_scene import Box

WIDTH, HEIGHT = 420.0, 297.0
"""A3 landscape, in millimetres."""

# The drawing on the sheet, below the title and above the legend, in millimetres.
_LEFT, _TOP, _WIDE, _HIGH = 12.0, 28.0, 396.0, 228.0
_BODY_NAME, _ORGANIZATION_NAME, _PERSON_NAME, _BAND_NAME = 3.0, 2.3, 1.9, 3.4
_SMALLEST_MARK = 0.5
_THINNEST = 0.13
_MOST_NAMES = 400
"""Names that are looked for room, bodies first; more than this no sheet of this size holds."""
_ROOM = 60.0
_CLEAR_LINES = 60


@dataclass(frozen=True, slots=True)
class _Line:
    """All ties of a kind, or all lines of a layer of findings, as one path in map units.

    Attributes:
        heads: The arrows at their ends.
    """

    name: str
    path: str
    width: float
    dashes: str
    opacity: float
    heads: str = ""


def map_sheet(
    base: MapBase, findings: Sequence[Finding], choice: MapChoice, view: MapView | None = None
) -> str:
    """What is chosen of the map, drawn for paper, as one SVG without any reference.

    Marks stand where the layout has them, or a ``view`` whose name the sheet bears. Findings for
    the coordinator alone are left out. The same input gives the same text.
    """
    base = with_places(base, view)
    network, language = base.network, base.language
    seen = shown(network, base.ties, choice)
    box = _box(base, seen)
    unit = max(box.width / _WIDE, box.height / _HIGH)
    looks = marks_of(choice.colour, base.groups, network.once(facets))
    visible = np.flatnonzero(seen.marks).tolist()
    members = np.bincount(network.seats.target, minlength=len(base.groups))
    radii = {
        actor: max(unit * _SMALLEST_MARK, mark_size(base.groups[actor], int(members[actor])))
        for actor in visible
    }
    marks: dict[str, list[str]] = {}
    for actor in visible:
        group = GROUP_OF_SHAPE[looks[actor].shape]
        path = mark_path(group, tuple(base.placed.positions[actor].tolist()), radii[actor])
        marks.setdefault(looks[actor].colour.replace("_", "-"), []).append(path)
    size = unit * _BAND_NAME
    titles = [
        Label(
            (BAND_TITLES[band.kind].in_language(language),),
            band.left + size * 0.4,
            band.top + size * 1.2,
            size,
            "band",
        )
        for band in base.placed.bands
    ]
    taken = [
        Box(each.x, each.y - size, text_width(each.lines[0]) * size, size * 1.4) for each in titles
    ]
    # Names stay clear of the marks of bodies.
    for actor in visible:
        if base.groups[actor].is_body:
            (x, y), reach = base.placed.positions[actor].tolist(), radii[actor] * 0.8
            taken.append(Box(x - reach, y - reach, 2 * reach, 2 * reach))
    drawn_findings = [
        (layer, ends)
        for finding in findings
        if not finding.confidential
        and (layer := LAYER_OF.get(finding.kind)) is not None
        and layer.value in choice.layers
        and (ends := _ends(base, seen, finding))
    ]
    words = texts(language)
    counts = Counter(np.array(network.once(facets).kinds)[seen.admitted].tolist())
    return render(
        "map_sheet.svg",
        width=WIDTH,
        height=HEIGHT,
        colour=sheet_colours(),
        language=language.value,
        network=network.name,
        view="" if view is None else drawn_label(view.name),
        date=words["as_of"].format(date=days(network.as_of, language)),
        left_out=base.left_out_words,
        told=words["shown"].format(
            bodies=number(counts["body"], language),
            organizations=number(counts["organization"], language),
            persons=number(counts["person"], language),
        ),
        # In the middle of the sheet, whatever the shape of the map.
        left=_LEFT + (_WIDE - box.width / unit) / 2 - box.left / unit,
        top=_TOP - box.top / unit,
        scale=1 / unit,
        unit=unit,
        bands=base.placed.bands,
        titles=titles,
        layers=_layers(base, drawn_findings, unit),
        lines=_ties(base, seen, choice, radii, unit),
        rings=[
            (*base.placed.positions[actor].tolist(), radii[actor] * 1.3 + unit)
            for layer, ends in drawn_findings
            if layer is Layer.ISOLATES
            for actor in ends
        ],
        marks=[(colour, "".join(paths)) for colour, paths in marks.items()],
        labels=placed_labels(_wanted(base, visible, radii, unit), box, taken),
        legends=legend_rows(choice, base.language, left=_LEFT),
        unrecorded=words["unrecorded"],
    )


@cache
def sheet_colours() -> dict[str, str]:
    """The colours of the light theme, by name, as the style sheet of the map sets them."""
    css = (folder("web") / "static" / "map" / "map.css").read_text("utf-8")
    return dict(re.findall(r"--nmap-([a-z-]+): (#[0-9a-f]{6});", css[: css.index("@media")]))


def _box(base: MapBase, seen: Shown) -> Box:
    """What is drawn: everybody shown, and all bands, in map units."""
    edges = [(band.left, band.top, band.right, band.bottom) for band in base.placed.bands]
    places = base.placed.positions[seen.marks]
    # Bands have room for all marks but those that somebody moved out of them.
    if len(places) and (not edges or not _holds(edges, places)):
        low, high = places.min(axis=0) - _ROOM, places.max(axis=0) + _ROOM
        edges.append((*low.tolist(), *high.tolist()))
    left, top = (min((each[side] for each in edges), default=0.0) for side in (0, 1))
    right, bottom = (max((each[side] for each in edges), default=1.0) for side in (2, 3))
    return Box(left, top, right - left, bottom - top)


def _holds(edges: Sequence[tuple[float, float, float, float]], places: NDArray[np.float64]) -> bool:
    low, high = np.min(edges, axis=0)[:2], np.max(edges, axis=0)[2:]
    return bool((places >= low).all() and (places <= high).all())


def _ends(base: MapBase, seen: Shown, finding: Finding) -> list[int]:
    """Whom a finding is about, as they are drawn."""
    index, marks = base.network.actor_index, seen.marks
    actors = [int(seen.stands_for[index[each.id]]) for each in finding.subjects if each.id in index]
    return [actor for actor in dict.fromkeys(actors) if marks[actor]]


def _path(base: MapBase, pairs: Sequence[tuple[int, int]]) -> str:
    places = base.placed.positions
    return "".join(
        f"M{places[one, 0]:.1f} {places[one, 1]:.1f}L{places[other, 0]:.1f} {places[other, 1]:.1f}"
        for one, other in pairs
    )


def _ties(
    base: MapBase, seen: Shown, choice: MapChoice, radii: dict[int, float], unit: float
) -> list[_Line]:
    pairs: dict[TieKind, list[tuple[int, int]]] = {}
    marks, stands_for = seen.marks, seen.stands_for.tolist()
    for tie in base.ties:
        ends = stands_for[tie.source], stands_for[tie.target]
        if (
            tie.kind.value in choice.ties
            and marks[ends[0]]
            and marks[ends[1]]
            and ends[0] != ends[1]
        ):
            pairs.setdefault(tie.kind, []).append(ends)
    return [
        _Line(
            f"tie-{kind.value}".replace("_", "-"),
            _path(base, found),
            max(unit * _THINNEST * kind.line.width, 0.4 * kind.line.width),
            " ".join(f"{each * unit * 0.12:.1f}" for each in kind.line.dashes),
            # Many lines of a kind are a cloud: then each is only hinted at.
            round(min(1.0, max(0.25, _CLEAR_LINES / len(found))), 2),
            _heads(base, found, radii, unit) if kind.line.has_arrow else "",
        )
        for kind, found in pairs.items()
    ]


def _heads(
    base: MapBase, pairs: Sequence[tuple[int, int]], radii: dict[int, float], unit: float
) -> str:
    """Arrows that end at the marks they point to."""
    found = []
    for one, other in pairs:
        (x1, y1), (x2, y2) = (base.placed.positions[end].tolist() for end in (one, other))
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        dx, dy = (x2 - x1) / length, (y2 - y1) / length
        tip = (x2 - dx * radii[other], y2 - dy * radii[other])
        foot = (tip[0] - dx * unit * 2.4, tip[1] - dy * unit * 2.4)
        wide = (-dy * unit * 0.9, dx * unit * 0.9)
        one_side, other_side = (
            (foot[0] + sign * wide[0], foot[1] + sign * wide[1]) for sign in (1, -1)
        )
        corners = (tip, one_side, other_side)
        found.append(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in corners)}z")
    return "".join(found)


def _layers(base: MapBase, drawn: Sequence[tuple[Layer, list[int]]], unit: float) -> list[_Line]:
    found = []
    for layer, width, dashes, opacity in (
        (Layer.OVERLAPS, 1.8, "", 0.55),
        (Layer.MISSING, 0.6, f"{unit * 1.8:.1f} {unit * 1.3:.1f}", 1.0),
    ):
        pairs = [pair for each, ends in drawn if each is layer for pair in itertools.pairwise(ends)]
        found.append(_Line("layer", _path(base, pairs), unit * width, dashes, opacity))
    return found


def _wanted(
    base: MapBase, visible: Sequence[int], radii: dict[int, float], unit: float
) -> list[Wanted]:
    """Names in the order of their importance: bodies by level, organisations, persons."""
    order = list(Group)
    sizes = {Group.PERSON: _PERSON_NAME, Group.ORGANIZATION: _ORGANIZATION_NAME}
    chosen = sorted(visible, key=lambda actor: (order.index(base.groups[actor]), actor))
    return [
        Wanted(
            text=base.told[actor].name,
            x=float(base.placed.positions[actor, 0]),
            y=float(base.placed.positions[actor, 1]),
            radius=radii[actor] * 1.1,
            size=unit * sizes.get(base.groups[actor], _BODY_NAME),
            must=False,
            style="body" if base.groups[actor].is_body else "other",
        )
        for actor in chosen[:_MOST_NAMES]
    ]
