"""Free layout: who is tied stands close together, whatever the level."""

from __future__ import annotations

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from netmap.network import Network
from netmap.views.layout import Layout
from netmap.views.layout_bands import Band
from netmap.views.layout_circles import LARGEST_BODY_RADIUS, ORGANIZATION_RADIUS, PERSON_RADIUS
from netmap.views.layout_places import BandKind, tie_weights

MOST_ACTORS = 2_000
"""Forces between all pairs take seconds beyond this; such a map stands in bands."""

_SEED = 20_240_501
_STEPS = 60
_ROOM = 84.0
_ASPECT = 1.7
_GAP = 4.0
_PUSHES = 60
_PADDING = 40.0
_TITLE = 44.0
_TITLE_SHARE = 0.045
_CELL = 96.0


def free_layout(network: Network, *, seed: int = _SEED) -> Layout:
    """Forces between all and along ties [1]_, then marks pushed apart until none overlap.

    Each connected part is laid out by itself; parts stand in rows, the largest first. Who has no
    tie at all stands in a band below.

    Args:
        network: Snapshot at one date.
        seed: Where everybody starts.

    Returns:
        As `layout`; the same network and seed give the same positions.

    .. [1] T. M. J. Fruchterman, E. M. Reingold (1991), "Graph drawing by force-directed
       placement", Software: Practice and Experience 21(11), 1129-1164,
       doi:10.1002/spe.4380211102
    """
    count = len(network.actor_ids)
    weights = tie_weights(network)
    radii = np.full(count, ORGANIZATION_RADIUS)
    radii[network.person_mask] = PERSON_RADIUS
    radii[network.body_mask] = LARGEST_BODY_RADIUS
    _, part_of = connected_components(weights, directed=False)
    parts = [np.flatnonzero(part_of == part) for part in np.unique(part_of)]
    tied = sorted((part for part in parts if len(part) > 1), key=lambda part: (-len(part), part[0]))
    alone = np.array([part[0] for part in parts if len(part) == 1], dtype=np.int64)
    positions = np.zeros((count, 2))
    width = _ROOM * float(np.sqrt(count * _ASPECT))
    left, top, below = 0.0, 0.0, 0.0
    for part in tied:
        own = _apart(_forces(weights[part, :][:, part].tocoo(), seed), radii[part])
        own -= own.min(axis=0)
        size = own.max(axis=0) + 2 * _PADDING
        if left and left + size[0] > width:
            left, top = 0.0, below
        positions[part] = own + np.array([left + _PADDING, top + _PADDING])
        width = max(width, float(size[0]))
        left += float(size[0])
        below = max(below, top + float(size[1]))
    bands: tuple[Band, ...] = ()
    if len(alone):
        columns = max(1, int((width - 2 * _PADDING) / _CELL))
        row, column = np.divmod(np.arange(len(alone)), columns)
        # Titles have one size on every screen: in a wide map they take more of its units.
        start = below + max(_TITLE, _TITLE_SHARE * width)
        positions[alone, 0] = _PADDING + (column + 0.5) * _CELL
        positions[alone, 1] = start + (row + 0.5) * _CELL
        bottom = start + (int(row.max()) + 1) * _CELL
        bands = (Band(BandKind.ISOLATED, 0.0, below, width, bottom),)
    hubs = np.arange(count, dtype=np.int32)
    return Layout(positions=np.round(positions, 1), hubs=hubs, bands=bands)


def _forces(ties: coo_array, seed: int) -> NDArray[np.float64]:
    """Middles in map units, wider than high."""
    source, target = ties.coords
    count = ties.shape[0]
    graph: rx.PyGraph[int, float] = rx.PyGraph()
    graph.add_nodes_from(range(count))
    once = source < target
    pairs = zip(source[once].tolist(), target[once].tolist(), strict=True)
    graph.add_edges_from([(int(a), int(b), 1.0) for a, b in pairs])
    found = rx.spring_layout(graph, num_iter=_STEPS, seed=seed)
    positions = np.array([found[index] for index in range(count)])
    # A few who drift far away would make everybody else a dot.
    middle = np.median(positions, axis=0)
    away = positions - middle
    distance = np.hypot(away[:, 0], away[:, 1])
    usual = float(np.quantile(distance, 0.9)) or 1.0
    nearer = np.where(distance > usual, usual * (1 + np.log(distance / usual + 1e-12)), distance)
    scale = np.divide(nearer, distance, out=np.ones(count), where=distance > 0)
    shape = np.array([np.sqrt(_ASPECT), 1 / np.sqrt(_ASPECT)])
    spread: NDArray[np.float64] = away * scale[:, None] / usual * shape
    return spread * (_ROOM * float(np.sqrt(count)) / 1.6)


def _apart(positions: NDArray[np.float64], radii: NDArray[np.float64]) -> NDArray[np.float64]:
    """Push marks apart that overlap, each pair by half of what is missing."""
    found = positions + 1e-3 * np.column_stack([np.arange(len(radii)), -np.arange(len(radii))])
    reach = 2 * float(radii.max()) + _GAP
    for _ in range(_PUSHES):
        pairs = cKDTree(found).query_pairs(reach, output_type="ndarray")
        if not len(pairs):
            break
        one, other = pairs[:, 0], pairs[:, 1]
        away = found[other] - found[one]
        distance = np.maximum(np.hypot(away[:, 0], away[:, 1]), 1e-9)
        missing = radii[one] + radii[other] + _GAP - distance
        close = missing > 0
        if not close.any():
            break
        step = (away[close] / distance[close, None]) * (missing[close, None] / 2)
        np.add.at(found, one[close], -step)
        np.add.at(found, other[close], step)
    return found
