"""The legend of the map on paper: marks, ties and findings with their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from netmap.language import Language
from netmap.views.map_choice import Layer, MapChoice
from netmap.views.map_choice_texts import LAYER_TITLES
from netmap.views.map_groups import Group, TieKind
from netmap.views.map_marks import MARKS
from netmap.views.meeting_ground import mark_path
from netmap.views.meeting_labels import text_width

GROUP_OF_SHAPE = {group.shape: group for group in Group}
"""A group that has a shape, for what draws marks of groups."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the legend: a mark, or a line, with its words, in millimetres from its left."""

    title: str
    colour: str
    mark: str = ""
    width: float = 0.0
    dashes: str = ""
    x: float = 0.0


def legend_rows(choice: MapChoice, language: Language, *, left: float) -> list[list[Entry]]:
    """Rows of the legend: marks; then ties, and findings where some are drawn.

    Args:
        choice: What is drawn, and by what marks are coloured.
        language: Of its words.
        left: Where each row begins, in millimetres.
    """
    marks = [
        Entry(
            each.title.in_language(language),
            each.colour.replace("_", "-"),
            mark=mark_path(GROUP_OF_SHAPE[each.shape], (2.5, -1.1), 1.7),
        )
        for each in MARKS[choice.colour]
    ]
    ties = [
        Entry(
            kind.title_text.in_language(language),
            f"tie-{kind.value}".replace("_", "-"),
            mark="arrow" if kind.line.has_arrow else "",
            width=kind.line.width * 0.2,
            dashes=" ".join(f"{each * 0.2:.1f}" for each in kind.line.dashes),
        )
        for kind in TieKind
        if kind.value in choice.ties
    ]
    looks = {Layer.OVERLAPS: (1.8, ""), Layer.MISSING: (0.6, "1.8 1.3")}
    layers = [
        Entry(
            LAYER_TITLES[layer].in_language(language),
            "layer",
            mark="ring" if layer is Layer.ISOLATES else "",
            width=looks.get(layer, (0.5, ""))[0],
            dashes=looks.get(layer, (0.5, ""))[1],
        )
        for layer in Layer
        if layer.value in choice.layers
    ]
    return [_in_row(row, left) for row in (marks, [*ties, *layers]) if row]


def _in_row(entries: Sequence[Entry], left: float) -> list[Entry]:
    """Entries one after the other, each as far on as the words before it need."""
    placed, x = [], left
    for each in entries:
        placed.append(replace(each, x=x))
        x += 13.0 + text_width(each.title) * 3.4
    return placed
