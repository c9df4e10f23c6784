"""The drawing: actors and ties of a network as pyvis takes them, at the places of the layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from netmap.network import Network
from netmap.views.layout import Layout
from netmap.views.layout_circles import LARGEST_BODY_RADIUS, ORGANIZATION_RADIUS, PERSON_RADIUS
from netmap.views.map_groups import Group, TieKind
from netmap.views.map_ties import Tie

_SMALLEST_BODY_RADIUS = 19.0
# Marks that would turn the text after them around, line ends, and what fonts cannot draw.
_NOT_DRAWN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\\s]+")

OPTIONS: dict[str, Any] = {
    "autoResize": True,
    # Positions come from the layout, so that people find things where they were.
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "hierarchical": {"enabled": False}},
    "interaction": {
        "dragNodes": False,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
        "hover": True,
        # The page has keys of its own, which never keep the focus in the map.
        "keyboard": {"enabled": False},
        "multiselect": False,
        "navigationButtons": False,
        "selectConnectedEdges": False,
        "zoomSpeed": 0.6,
    },
    "nodes": {"borderWidth": 1, "borderWidthSelected": 3, "chosen": False, "shadow": False},
    "edges": {"chosen": False, "selectionWidth": 0, "shadow": False, "smooth": False},
    "groups": {
        **{group.value: {"shape": group.shape} for group in Group},
        "useDefaultGroups": False,
    },
}
"""Options of vis-network."""


def drawing(network: Network, layout: Layout, groups: Sequence[Group], ties: Sequence[Tie]) -> Any:
    """Actors and ties as a pyvis network, of which the map takes nodes, edges and options.

    Nodes and edges are numbers, whatever ids the records have; the one attribute that holds
    words of users is ``label``. Of pyvis's own page nothing is used: it writes such words into
    scripts.
    """
    # pyvis imports IPython, which takes longer than the rest of a command.
    from pyvis.network import Network as Drawing  # noqa: PLC0415

    # Undirected, pyvis would compare every tie with all others and drop parallel ones.
    drawn = Drawing(directed=True)
    drawn.options = OPTIONS
    members = np.bincount(network.seats.target, minlength=len(groups))
    for index, (label, group) in enumerate(zip(network.labels, groups, strict=True)):
        x, y = layout.positions[index].tolist()
        drawn.add_node(
            index,
            label=drawn_label(label),
            group=group.value,
            shape=group.shape,
            size=mark_size(group, int(members[index])),
            x=x,
            y=y,
        )
    # The same ids as the list that pyvis would search from its start for both ends of each tie.
    drawn.node_ids = range(len(groups))
    for number, tie in enumerate(ties):
        line = tie.kind.line
        drawn.add_edge(
            tie.source,
            tie.target,
            id=number,
            kind=tie.kind.value,
            arrows="to" if line.has_arrow else "",
            width=line.width,
        )
    return drawn


def drawn_label(text: str) -> str:
    r"""A name in one line, without the marks that turn writing around.

    >>> drawn_label("Amt\u202e für\nJugend")
    'Amt für Jugend'
    """
    return _NOT_DRAWN.sub(" ", text).strip() or "?"


def line_style(kind: TieKind) -> dict[str, Any]:
    """What all ties of a kind have in common, for vis-network."""
    line = kind.line
    style: dict[str, Any] = {"dashes": list(line.dashes) or False}
    if line.roundness:
        style["smooth"] = {"enabled": True, "type": "curvedCW", "roundness": line.roundness}
    return style


def mark_size(group: Group, members: int) -> float:
    """Radius of a mark in map units: of bodies by their members, of all others the same."""
    if group is Group.PERSON:
        return PERSON_RADIUS
    if group is Group.ORGANIZATION:
        return ORGANIZATION_RADIUS
    return min(LARGEST_BODY_RADIUS, _SMALLEST_BODY_RADIUS + 2.0 * float(np.sqrt(members)))
