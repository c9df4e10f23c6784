"""A random network in which everybody sits in as many bodies as in fact, on the average."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from netmap.analyses.overlaps.sets import Sets
from netmap.analyses.overlaps.significance.poisson_binomial import log_tail
from netmap.analyses.runs import Counts

Floats = NDArray[np.float64]

_ROUNDS = 200
_CLOSE = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class ConfigurationModel:
    """Chances that an item is in a set, by the size of the set and the degree of the item.

    The bipartite configuration model [1]_ [2]_: among all random networks whose sets are on the
    average as large as in fact, and whose items are on the average in as many sets, the one that
    supposes nothing else. Memberships are independent, with odds that are a product of a number
    of the set and one of the item. Sets of one size have the same number and so have items of one
    degree, so that no more than one chance is kept for each size and degree.

    Items that are in all sets, and sets that have all items, are so with certainty; both are taken
    out before the rest is fitted, again and again.

    Attributes:
        sizes: Sizes of sets that there are, ascending; shape (a,).
        items: How many items there are of each degree; shape (d,).
        chances: That a set of a size has an item of a degree; shape (a, d).

    .. [1] F. Saracco, R. Di Clemente, A. Gabrielli, T. Squartini (2015), "Randomizing bipartite
       networks: the case of the World Trade Web", Scientific Reports 5, 10595,
       doi:10.1038/srep10595
    .. [2] F. Saracco, M. J. Straka, R. Di Clemente, A. Gabrielli, G. Caldarelli, T. Squartini
       (2017), "Inferring monopartite projections of bipartite networks: an entropy-based
       approach", New Journal of Physics 19, 053022, doi:10.1088/1367-2630/aa6b38
    """

    sizes: Counts
    items: Counts
    chances: Floats

    @classmethod
    def of(cls, sets: Sets) -> ConfigurationModel:
        """The model of some sets; items of no set and sets without items are left out.

        Fitted by maximum likelihood with Newton's method until sizes and degrees are met to ten
        digits; where a fit exists only in the limit, as near as 200 rounds come.

        >>> sets = Sets(np.array([0, 1, 2, 4]), np.array([2, 1, 0, 2], np.int32), universe=3)
        >>> ConfigurationModel.of(sets).chances.round(3).tolist()
        [[0.216, 0.568], [0.568, 0.863]]
        """
        degrees = np.bincount(sets.items, minlength=sets.universe)
        sizes, of_size = np.unique(sets.sizes[sets.sizes > 0], return_counts=True)
        degree, items = np.unique(degrees[degrees > 0], return_counts=True)
        chances = _fitted(sizes.astype(float), of_size, degree.astype(float), items)
        return cls(sizes.astype(np.int64), items.astype(np.int64), chances)

    def expected(self, first: Counts, second: Counts) -> Floats:
        """How many items sets of two sizes share on the average."""
        return np.asarray(self._both(first, second) @ self.items, dtype=np.float64)

    def log_tail(self, shared: Counts, first: Counts, second: Counts) -> Floats:
        """Logarithm of the chance that sets of two sizes share at least so many items."""
        return log_tail(shared, self._both(first, second), self.items)

    def _both(self, first: Counts, second: Counts) -> Floats:
        """Chances that both of two sets have an item of each degree; shape (pairs, d)."""
        rows = (np.searchsorted(self.sizes, each) for each in (first, second))
        some, others = (self.chances[each] for each in rows)
        return some * others


def _fitted(sizes: Floats, of_size: Counts, degrees: Floats, items: Counts) -> Floats:
    """Chances by size and degree, what is certain first."""
    chances = np.zeros((len(sizes), len(degrees)))
    left, right = np.ones(len(sizes), dtype=np.bool_), np.ones(len(degrees), dtype=np.bool_)
    sizes, degrees = sizes.copy(), degrees.copy()
    while left.any() and right.any():
        full = left & (sizes >= items[right].sum())
        if full.any():
            chances[np.ix_(full, right)] = 1
            degrees[right] -= of_size[full].sum()
        left &= ~full & (sizes > 0)
        common = right & (degrees >= of_size[left].sum())
        if common.any():
            chances[np.ix_(left, common)] = 1
            sizes[left] -= items[common].sum()
        before = right.sum() + full.sum()
        right &= ~common & (degrees > 0)
        left &= sizes > 0
        if not full.any() and not common.any() and right.sum() == before:
            break
    rest = np.ix_(left, right)
    if left.any() and right.any():
        chances[rest] = _newton(sizes[left], of_size[left], degrees[right], items[right])
    return chances


def _newton(sizes: Floats, of_size: Counts, degrees: Floats, items: Counts) -> Floats:
    """The numbers of sets and items in whose sum the odds' logarithms lie, and their chances."""
    wanted = np.concatenate((of_size * sizes, items * degrees))
    total = (of_size * sizes).sum()
    point = np.log(np.concatenate((sizes, degrees)) / np.sqrt(total))
    split = len(sizes)
    many = np.outer(of_size, items)

    def loss(at: Floats) -> float:
        odds = at[:split, None] + at[None, split:]
        return float((many * np.logaddexp(0, odds)).sum() - wanted @ at)

    for _ in range(_ROUNDS):
        chances = expit(point[:split, None] + point[None, split:])
        mean = many * chances
        slope = np.concatenate((mean.sum(axis=1), mean.sum(axis=0))) - wanted
        if np.abs(slope / wanted).max() < _CLOSE:
            break
        bend = mean * (1 - chances)
        curve = np.diag(np.concatenate((bend.sum(axis=1), bend.sum(axis=0))))
        curve[:split, split:] = bend
        curve[split:, :split] = bend.T
        # One number more of all sets and one less of all items change nothing: of the steps that
        # do as well, the shortest.
        step = np.linalg.lstsq(curve, slope, rcond=None)[0]
        length, here = 1.0, loss(point)
        while length > 1e-8 and loss(point - length * step) > here:
            length /= 2
        point = point - length * step
    return np.asarray(expit(point[:split, None] + point[None, split:]), dtype=np.float64)
