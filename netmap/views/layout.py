"""Layout: where on the map everybody stands, computed once so that physics can stay off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from netmap.dates import Period
from netmap.network import Network
from netmap.views.layout_bands import Band, Circles, packed
from netmap.views.layout_circles import circle_radius, ring_offsets, rings
from netmap.views.layout_order import hub_weights, settled, spectral_order
from netmap.views.layout_places import BandKind, Places, places

_SEED = 20_240_501


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everybody stands.

    Attributes:
        positions: x and y of each actor, by index, in map units, shape (number of actors, 2).
        hubs: Index of the actor in whose circle each actor stands, shape (number of actors,).
        bands: The bands that hold somebody, from top to bottom.
    """

    positions: NDArray[np.float64]
    hubs: NDArray[np.int32]
    bands: tuple[Band, ...]


def layout_together(network: Network, other: Network, *, seed: int = _SEED) -> Layout:
    """The layout of a network in which everybody stands where a map of another date has them.

    Everybody of both, and whoever was there in between, gets a place in one layout; both maps show
    their part of it [1]_. Nobody moves between them, and whoever comes or goes leaves the places
    of all others alone.

    Args:
        network: The network that is drawn.
        other: The same network at another date, or as a snapshot froze it.
        seed: As of `layout`.

    Returns:
        As `layout`; actors that both have stand in the same places whichever of both is drawn.

    .. [1] S. Diehl, C. Görg (2002), "Graphs, They Are Changing", Graph Drawing 2002, 23-31,
       doi:10.1007/3-540-36151-0_3
    """
    both = _together(network, other)
    return _part_of(both, layout(both, seed=seed), network)


def layout_over_time(network: Network, place: Callable[[Network], Layout] | None = None) -> Layout:
    """The layout of everybody who ever was there, for those who are: it is the same at every date.

    Args:
        network: The network that is drawn.
        place: Makes the layout; `layout` where it is not given.
    """
    ever = network.at(Period(date.min, date.max))
    return _part_of(ever, (place or layout)(ever), network)


def _part_of(all_of_them: Network, found: Layout, network: Network) -> Layout:
    """Of a layout the places of those who are in a network."""
    places = np.array([all_of_them.actor_index[each] for each in network.actor_ids], dtype=np.int64)
    own = {actor: index for index, actor in enumerate(places.tolist())}
    hubs = [own.get(hub, own[actor]) for actor, hub in zip(places, found.hubs[places], strict=True)]
    return Layout(found.positions[places], np.array(hubs, dtype=np.int32), found.bands)


def _together(network: Network, other: Network) -> Network:
    """Whoever is in either, over all days from the first to the last; the later word counts."""
    days = Period(
        min(network.as_of.first, other.as_of.first), max(network.as_of.last, other.as_of.last)
    )
    later, earlier = sorted(
        (network, other), key=lambda each: (each.revision, each.as_of.last), reverse=True
    )
    records = {each.id: each for each in earlier.all_records()}
    records.update((each.id, each) for each in later.all_records())
    return Network.from_records(records.values(), as_of=days, network_id=network.id)


def layout(network: Network, *, seed: int = _SEED) -> Layout:
    """Bodies in bands by level, everybody else in a circle around the body they belong to.

    Within a band, circles with many ties between them stand close together: their order starts
    from the second eigenvector of the ties between circles and is then settled band by band
    [1]_, [2]_. People on a ring are turned towards the others they are tied to. Who has no
    seat stands in a band below, who has no tie at all in the last one.

    Args:
        network: Snapshot at one date.
        seed: Decides between equally good orders.

    Returns:
        No two marks overlap. The same network and seed give the same positions, whatever the
        order of its records; under two seconds for 1,400 actors.

    .. [1] Y. Koren (2005), "Drawing graphs by eigenvectors: theory and practice", Computers &
       Mathematics with Applications 49(11-12), 1867-1888, doi:10.1016/j.camwa.2004.08.015
    .. [2] K. Sugiyama, S. Tagawa, M. Toda (1981), "Methods for Visual Understanding of
       Hierarchical System Structures", IEEE Transactions on Systems, Man, and Cybernetics
       11(2), 109-125, doi:10.1109/TSMC.1981.4308636
    """
    placed = places(network)
    circles = _circles(network, placed)
    ties = hub_weights(placed.weights, placed.hubs)[circles.hubs, :][:, circles.hubs].tocsr()
    numbers = np.array([list(BandKind).index(band) for band in circles.bands], dtype=np.int64)
    order = settled(spectral_order(ties, seed=seed), ties, numbers)
    middles, bands = packed(circles, order)
    positions = np.zeros((len(network.actor_ids), 2))
    positions[circles.hubs] = middles
    positions[:] = positions[placed.hubs]
    _stand_around(network, placed, positions)
    return Layout(positions=np.round(positions, 1), hubs=placed.hubs, bands=bands)


def _circles(network: Network, placed: Places) -> Circles:
    count = len(network.actor_ids)
    beside = placed.hubs != np.arange(count)
    persons = np.bincount(placed.hubs[beside & network.person_mask], minlength=count)
    others = np.bincount(placed.hubs[beside & ~network.person_mask], minlength=count)
    hubs = np.array(sorted(placed.bands), dtype=np.int64)
    return Circles(
        hubs=hubs,
        bands=[placed.bands[hub] for hub in hubs.tolist()],
        radii=np.array(
            [
                circle_radius(
                    int(persons[hub]),
                    int(others[hub]),
                    is_body=bool(network.body_mask[hub]),
                    # Who is tied to nobody is to be seen, not lined up.
                    is_person=bool(network.person_mask[hub])
                    and placed.bands[hub] is not BandKind.ISOLATED,
                )
                for hub in hubs.tolist()
            ]
        ),
    )


def _stand_around(network: Network, placed: Places, positions: NDArray[np.float64]) -> None:
    """Move everybody who stands beside a hub from its middle onto a ring."""
    count = len(network.actor_ids)
    beside = np.flatnonzero(placed.hubs != np.arange(count))
    is_person = network.person_mask[beside]
    persons, others = beside[is_person], beside[~is_person]
    # Organisations first: their people then turn towards them.
    for group, inner in ((others, False), (persons, True)):
        wanted = _directions(placed, positions)
        hubs = placed.hubs[group]
        starts = np.flatnonzero(np.diff(hubs[np.argsort(hubs, kind="stable")], prepend=-1))
        for rows in np.split(group[np.argsort(hubs, kind="stable")], starts[1:]):
            if not len(rows):
                continue
            hub = int(placed.hubs[rows[0]])
            everybody = beside[placed.hubs[beside] == hub]
            people = int(network.person_mask[everybody].sum())
            around = rings(people, len(everybody) - people)[0 if inner else 1]
            positions[rows] = positions[hub] + ring_offsets(around, wanted[rows])


def _directions(placed: Places, positions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Angle from the own hub towards all others one is tied to, shape (number of actors,)."""
    count = len(positions)
    degrees = np.diff(placed.weights.indptr)
    source = np.repeat(np.arange(count), degrees)
    target = placed.weights.indices
    away = positions[target] - positions[placed.hubs[source]]
    lengths = np.hypot(away[:, 0], away[:, 1])
    steps = np.divide(away, lengths[:, None], out=np.zeros_like(away), where=lengths[:, None] > 0)
    steps *= placed.weights.data[:, None]
    pull = np.zeros((count, 2))
    np.add.at(pull, source, steps)
    # Who is tied to nobody elsewhere is spread by the golden angle instead of piled up.
    fallback = np.arange(count) * np.pi * (3 - np.sqrt(5))
    angles = np.arctan2(pull[:, 1], pull[:, 0])
    return np.where(np.hypot(pull[:, 0], pull[:, 1]) > 1e-9, angles, fallback)
