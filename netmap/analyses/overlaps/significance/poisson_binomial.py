"""The upper tail of a sum of independent chances, in logarithms and to ten digits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

from netmap.analyses.runs import Counts, spans, starts_of

Floats = NDArray[np.float64]

_STEPS = 100
_SURE = 40.0
_CELLS_A_BLOCK = 1 << 20
_DEVIATIONS = 12.0
_MARGIN = 24.0
"""A sum lies within so many deviations and this of its mean but for one time in 1e14."""


def log_tail(least: Counts, chances: Floats, times: Counts) -> Floats:
    """Natural logarithm of the chance that at least so many of independent events happen.

    The sum of independent events of unequal chances is Poisson-binomial. It is computed exactly by
    a Fourier transform of its characteristic function [1]_, after all chances have been raised so
    that the mean is what is asked for (exponential tilting, [2]_): there the sum is about as
    likely as anything, so that rounding costs nothing, and by how much the chances were raised is
    known in logarithms. The relative error of a chance is below 1e-9 however small it is.

    Args:
        least: How many events have to happen at least; shape (n,).
        chances: Chances of events, in [0, 1]; shape (n, d).
        times: How many events there are of each chance; shape (d,).

    Cost: O(n · d · w) for w values around the mean, of the order of its deviation.

    >>> both = np.array([[0.5, 0.1], [0.5, 0.1]])
    >>> np.exp(log_tail(np.array([1, 3]), both, np.array([1, 2]))).round(6).tolist()
    [0.595, 0.005]

    .. [1] Y. Hong (2013), "On computing the distribution function for the Poisson binomial
       distribution", Computational Statistics & Data Analysis 59, 41-51,
       doi:10.1016/j.csda.2012.10.006
    .. [2] H. E. Daniels (1954), "Saddlepoint Approximations in Statistics", Annals of Mathematical
       Statistics 25(4), 631-650, doi:10.1214/aoms/1177728652
    """
    certain = (chances >= 1) @ times
    needed = least - certain
    open_to_chance = np.where(chances < 1, chances, 0.0)
    possible = (open_to_chance > 0) @ times
    found = np.zeros(len(least))
    found[needed > possible] = -np.inf
    every = (needed == possible) & (needed > 0)
    with np.errstate(divide="ignore"):
        logs = np.where(open_to_chance > 0, np.log(open_to_chance), 0.0)
    found[every] = logs[every] @ times
    # One at least is not none: most pairs of bodies share no more than one.
    single = (needed == 1) & (possible > 1)
    none = np.log1p(-open_to_chance[single]) @ times
    found[single] = np.log(-np.expm1(none))
    some = np.flatnonzero((needed > 1) & (needed < possible))
    if len(some):
        found[some] = _inside(needed[some], open_to_chance[some], times)
    return np.minimum(found, 0)


def _inside(needed: Counts, chances: Floats, times: Counts) -> Floats:
    """The same where neither nothing nor everything has to happen."""
    tilt = _tilt(needed, chances, times)
    raised = _raised(chances, tilt)
    deviation = np.sqrt((raised * (1 - raised)) @ times)
    # The logarithm of what all chances were raised by.
    with np.errstate(divide="ignore"):
        grown = np.log(chances) + tilt[:, None]
    cumulant = np.logaddexp(np.log1p(-chances), grown) @ times
    widths = 2 * (_DEVIATIONS * deviation + _MARGIN)
    points = 2 ** np.ceil(np.log2(widths)).astype(np.int64)
    found = np.empty(len(needed))
    for size in np.unique(points).tolist():
        rows = np.flatnonzero(points == size)
        cells = starts_of(np.full(len(rows), chances.shape[1] * (size // 2 + 1), dtype=np.int64))
        for low, high in spans(cells, _CELLS_A_BLOCK):
            block = rows[low:high]
            around = _around(needed[block], raised[block], times, size)
            ahead = np.arange(around.shape[1])
            found[block] = np.log((around * np.exp(-tilt[block, None] * ahead)).sum(axis=1))
    return cumulant - tilt * needed + found


def _around(needed: Counts, chances: Floats, times: Counts, size: int) -> Floats:
    """Chances of exactly ``needed`` events and of the next more, for half of ``size`` values."""
    turns = -2 * np.pi * np.arange(size // 2 + 1) / size
    cosine, sine = np.cos(turns), np.sin(turns)
    chance = chances[:, :, None]
    # Length and angle of 1 + chance * (turn - 1), raised to the power of how many there are.
    with np.errstate(divide="ignore"):
        lengths = np.log1p(2 * chance * (1 - chance) * (cosine - 1)) / 2
    angles = np.arctan2(chance * sine, 1 + chance * (cosine - 1))
    weights = times.astype(np.float64)
    spectrum = np.exp(weights @ lengths) * np.exp(1j * (weights @ angles))
    # Counts stand in a circle, each where it is modulo the size; the next ones follow.
    circle = np.fft.irfft(spectrum, size, axis=1)
    places = (needed[:, None] + np.arange(size // 2)) % size
    return np.maximum(np.take_along_axis(circle, places, axis=1), 0)


def _raised(chances: Floats, tilt: Floats) -> Floats:
    return np.asarray(expit(logit(chances) + tilt[:, None]), dtype=np.float64)


def _tilt(needed: Counts, chances: Floats, times: Counts) -> Floats:
    """By how much to raise chances so that ``needed`` is their mean; 0 where it is no more."""
    mean = chances @ times
    # Events that are rare are raised by the quotient, and none has to be raised by less. Raised
    # so far that the rarest happens but for one time in 1e17, all of them do.
    tilt = np.log(np.maximum(needed / mean, 1))
    rarest = np.min(chances, axis=1, initial=1, where=chances > 0)
    low, high = tilt.copy(), np.maximum(_SURE - logit(rarest), tilt)
    for _ in range(_STEPS):
        raised = _raised(chances, tilt)
        short = needed - raised @ times
        low = np.where(short > 0, np.maximum(low, tilt), low)
        high = np.where(short < 0, np.minimum(high, tilt), high)
        spread = (raised * (1 - raised)) @ times
        step = tilt + short / np.maximum(spread, 1e-300)
        tilt = np.where((step >= low) & (step <= high), step, (low + high) / 2)
        if np.all(np.abs(short) < 1e-6 * needed):
            break
    return np.where(needed > mean, tilt, 0.0)
