"""A view of the map that somebody opened: what it shows, and where it has marks stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from netmap.dates import period
from netmap.errors import DateError
from netmap.map_views import MapView
from netmap.views.map_base import MapBase
from netmap.views.map_choice import MapChoice, map_choice
from netmap.vocabulary import MapParameter


@dataclass(frozen=True, slots=True)
class OpenedView:
    """A view that is open.

    Attributes:
        is_exact: It shows what the view says; else only its places are taken over.
    """

    view: MapView
    is_exact: bool = True

    @property
    def choice(self) -> MapChoice:
        """What the view shows."""
        return choice_of(self.view)


def choice_of(view: MapView) -> MapChoice:
    """What a view shows; what it names that is not there is passed over."""
    return map_choice((each.name.value, each.value) for each in view.query)


def date_of(view: MapView) -> str:
    """The date that a view looks at, empty for the day on which it is opened.

    What a program stored that is no date is passed over.
    """
    said = [each.value for each in view.query if each.name is MapParameter.AS_OF]
    try:
        for each in said:
            period(each)
    except DateError:
        return ""
    return said[-1] if said else ""


def places_in(base: MapBase, view: MapView) -> dict[int, tuple[float, float]]:
    """Where a view has marks stand, by index; whoever is not there is passed over.

    Places belong to the arrangement in which they were put: on a map that is arranged otherwise
    they would mean nothing, and there are none.
    """
    own = choice_of(view)
    if (own.arrangement, own.still) != (base.arrangement, base.still):
        return {}
    index = base.network.actor_index
    return {
        index[each.actor_id]: (each.x, each.y) for each in view.places if each.actor_id in index
    }


def with_places(base: MapBase, view: MapView | None) -> MapBase:
    """The map with the marks of a view where the view has them."""
    places = {} if view is None else places_in(base, view)
    if not places:
        return base
    positions = base.placed.positions.copy()
    positions[list(places)] = np.array(list(places.values()))
    return replace(base, placed=replace(base.placed, positions=positions))
