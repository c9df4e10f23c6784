"""Order from left to right: circles that are tied to each other come to stand close together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

_POWER_STEPS = 200
_SWEEPS = 12


def hub_weights(weights: csr_array, hubs: NDArray[np.int32]) -> csr_array:
    """Ties between circles: those between all who stand in them, shape (actors, actors)."""
    ties = weights.tocoo()
    source, target = hubs[ties.coords[0]], hubs[ties.coords[1]]
    other = source != target
    summed = csr_array((ties.data[other], (source[other], target[other])), shape=weights.shape)
    summed.sum_duplicates()
    return summed


def spectral_order(weights: csr_array, *, seed: int) -> NDArray[np.float64]:
    """A place between left and right for each row, close to those of the rows it is tied to.

    The second eigenvector of the random walk on the ties, by power iteration. Rows without ties
    get a place by chance.

    Args:
        weights: Symmetric, not negative, shape (n, n).
        seed: Decides where the iteration starts.

    Returns:
        Ranks from 0 to 1, shape (n,).
    """
    count = weights.shape[0]
    if count < 2:
        return np.zeros(count)
    degrees = weights.sum(axis=1)
    # A little of the mean keeps parts together that nothing ties to each other.
    mass = degrees + 1e-3 * max(float(degrees.mean()), 1.0)
    walk = diags_array(1.0 / mass) @ weights
    place = np.random.default_rng(seed).standard_normal(count)
    for _ in range(_POWER_STEPS):
        place -= np.average(place, weights=mass)
        # Half of the own place: otherwise two-sided parts would swap sides for ever.
        place = 0.5 * place + 0.5 * (walk @ place)
        place /= max(float(np.abs(place).max()), 1e-300)
    return _ranks(place)


def settled(
    place: NDArray[np.float64], weights: csr_array, bands: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Places after each band was put in order by the places of those its circles are tied to.

    Args:
        place: Places from 0 to 1, shape (n,).
        weights: Symmetric ties, shape (n, n).
        bands: Number of the band of each row, shape (n,).

    Returns:
        Places from 0 to 1, evenly spread within each band, shape (n,).
    """
    degrees = weights.sum(axis=1)
    place = _spread(place, bands)
    for _ in range(_SWEEPS):
        pulled = (weights @ place + 0.5 * place) / (degrees + 0.5)
        place = _spread(0.5 * place + 0.5 * pulled, bands)
    return place


def _spread(place: NDArray[np.float64], bands: NDArray[np.int64]) -> NDArray[np.float64]:
    spread = np.empty_like(place)
    for band in np.unique(bands):
        rows = np.flatnonzero(bands == band)
        order = np.argsort(np.round(place[rows], 12), kind="stable")
        spread[rows[order]] = (np.arange(len(rows)) + 0.5) / len(rows)
    return spread


def _ranks(place: NDArray[np.float64]) -> NDArray[np.float64]:
    order = np.argsort(np.round(place, 12), kind="stable")
    ranks = np.empty(len(place))
    ranks[order] = (np.arange(len(place)) + 0.5) / len(place)
    return ranks
