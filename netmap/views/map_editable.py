"""What a map needs beyond showing, where it can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netmap.views.map_base import MapBase
from netmap.views.map_edit_texts import edit_texts

EDITING_STYLESHEETS = ("map/editing.css",)
EDITING_SCRIPTS = ("map/entry.js", "map/tying.js", "map/sight.js", "map/editing.js")
"""Where the map can be changed, before the last of the scripts."""


def new_records() -> dict[str, tuple[str, ...]]:
    """Kinds of the forms that the page leads to; ties are drawn where there are scripts."""
    return {
        "new_actors": ("body", "organization", "person"),
        "new_ties": ("membership", "exchange_tie", "reporting_line"),
    }


def editable(base: MapBase, saved: Sequence[str]) -> dict[str, Any]:
    """What the scripts need where the map can be changed."""
    network = base.network
    there = [network.actor_index[each] for each in saved if each in network.actor_index]
    return {
        "records": [tie.record_id for tie in base.ties],
        "saved": there,
        "editWords": edit_texts(base.language),
    }
