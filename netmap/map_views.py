"""Views of the map that people name and share: what is shown, and where marks were put."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from netmap.values import Id, Name, Part, Record, ShortText
from netmap.vocabulary import Kind, MapParameter

MOST_PLACES = 2_000
"""More marks than this nobody puts in place by hand."""
_MOST_PARAMETERS = 1_000
FARTHEST = 1_000_000
"""Places lie within so many units of the map."""


class ViewParameter(Part):
    """What a view says of one thing that a map can show, as an address of the map says it."""

    name: MapParameter
    value: ShortText


class PinnedPlace(Part):
    """Where somebody put the mark of an actor, in units of the map."""

    actor_id: Id
    x: float = Field(ge=-FARTHEST, le=FARTHEST)
    y: float = Field(ge=-FARTHEST, le=FARTHEST)


class MapView(Record):
    """A view of the map that people gave a name: what is shown, and where marks were put.

    It refers to no record, so that it never stands in the way of what people change: whoever is
    gone is passed over when the view is opened.

    Attributes:
        query: What is shown, as the parameters of an address of the map.
        places: Where marks stand that somebody moved; all others stand where the layout has them.
    """

    kind: Literal[Kind.MAP_VIEW] = Kind.MAP_VIEW
    name: Name
    query: tuple[ViewParameter, ...] = Field(default=(), max_length=_MOST_PARAMETERS)
    places: tuple[PinnedPlace, ...] = Field(default=(), max_length=MOST_PLACES)
