"""Bands: circles in rows, rows in bands, bands from politics down to who is not tied yet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netmap.views.layout_places import BandKind

_ASPECT = 1.8
"""Width over height that the map aims at: a wide screen beside a narrow column of text."""

# Titles have one size on every screen: in a wide map they take more of its units.
_TITLE_SHARE = 0.026
_SMALLEST_TITLE = 26.0
_PADDING = 12.0
_GAP = 16.0
# A band beside another one keeps room for its title.
_NARROWEST = 0.22
_MAY_STAND_SIDE_BY_SIDE = frozenset(
    {BandKind.AD_HOC, BandKind.LEVEL_UNKNOWN, BandKind.NO_SEAT, BandKind.ISOLATED}
)


@dataclass(frozen=True, slots=True)
class Band:
    """A band of the map with its edges, in map units; y grows downwards."""

    kind: BandKind
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Circles:
    """Middle actor, band and half width of each circle, aligned."""

    hubs: NDArray[np.int64]
    bands: list[BandKind]
    radii: NDArray[np.float64]


def packed(
    circles: Circles, order: NDArray[np.float64]
) -> tuple[NDArray[np.float64], tuple[Band, ...]]:
    """Middles of all circles, and the bands.

    Args:
        circles: What to place.
        order: Wanted place of each circle between left and right, shape (circles,).

    Returns:
        Middles, shape (circles, 2), so that no two circles meet, and the bands that hold some,
        from top to bottom; as wide as comes closest to the shape of a screen.
    """
    members = {
        kind: _in_order(circles, kind, order) for kind in BandKind if kind in set(circles.bands)
    }
    if not members:
        return np.zeros((0, 2)), ()
    widest = 2 * float(circles.radii.max())
    area = 4 * float((circles.radii**2).sum())
    tried = (
        _stacked(circles, members, max(widest, float(stretch * np.sqrt(area * _ASPECT))))
        for stretch in np.linspace(0.8, 2.0, 25)
    )
    return min(tried, key=lambda found: _miss(found[1]))


def _in_order(circles: Circles, kind: BandKind, order: NDArray[np.float64]) -> NDArray[np.int64]:
    rows = np.array([row for row, band in enumerate(circles.bands) if band is kind], dtype=np.int64)
    return rows[np.argsort(order[rows], kind="stable")]


def _miss(bands: tuple[Band, ...]) -> float:
    width = max(band.right for band in bands) - min(band.left for band in bands)
    height = max(band.bottom for band in bands) - min(band.top for band in bands)
    return abs(float(np.log(width / height / _ASPECT)))


def _stacked(
    circles: Circles, members: dict[BandKind, NDArray[np.int64]], width: float
) -> tuple[NDArray[np.float64], tuple[Band, ...]]:
    middles = np.zeros((len(circles.hubs), 2))
    bands: list[Band] = []
    title = max(_SMALLEST_TITLE, _TITLE_SHARE * width)
    top = 0.0
    for shelf in _shelves(circles, members, width):
        room = width + 2 * _PADDING - _GAP * (len(shelf) - 1)
        spare = (room - sum(wanted + 2 * _PADDING for _, wanted in shelf)) / len(shelf)
        bottom, left, edges = top, -width / 2 - _PADDING, []
        for kind, wanted in shelf:
            right = left + wanted + spare + 2 * _PADDING
            corner = (left + _PADDING, top + title, right - _PADDING)
            bottom = max(bottom, _fill_rows(circles.radii, members[kind], middles, corner))
            edges.append((kind, left, right))
            left = right + _GAP
        bottom += _PADDING
        bands += [Band(kind, start, top, end, bottom) for kind, start, end in edges]
        top = bottom + _GAP
    return middles, tuple(bands)


def _shelves(
    circles: Circles, members: dict[BandKind, NDArray[np.int64]], width: float
) -> list[list[tuple[BandKind, float]]]:
    """Bands that share a height, each with the width that it needs."""
    shelves: list[list[tuple[BandKind, float]]] = []
    for kind, rows in members.items():
        wanted = max(2 * float(circles.radii[rows].sum()), _NARROWEST * width)
        for shelf in shelves:
            # Padding on both sides keeps neighbours apart.
            taken = sum(each + _GAP + 2 * _PADDING for _, each in shelf)
            side_by_side = {kind, shelf[0][0]} <= _MAY_STAND_SIDE_BY_SIDE
            if side_by_side and taken + wanted <= width:
                shelf.append((kind, wanted))
                break
        else:
            shelves.append([(kind, min(wanted, width))])
    return shelves


def _fill_rows(
    radii: NDArray[np.float64],
    members: NDArray[np.int64],
    middles: NDArray[np.float64],
    corner: tuple[float, float, float],
) -> float:
    """Put circles into rows, column by column, so that the order runs from left to right."""
    left, top, right = corner
    width = right - left
    count = max(1, int(np.ceil(2 * radii[members].sum() / width - 1e-9)))
    while max(2 * radii[members[row::count]].sum() for row in range(count)) > width + 1e-6:
        if count >= len(members):
            break
        count += 1
    for row in range(min(count, len(members))):
        line = members[row::count]
        widths = 2 * radii[line]
        spare = max(0.0, width - float(widths.sum())) / len(line)
        starts = left + np.concatenate([[0.0], np.cumsum(widths + spare)[:-1]])
        middles[line, 0] = starts + (widths + spare) / 2
        height = float(widths.max())
        middles[line, 1] = top + height / 2
        top += height
    return top
