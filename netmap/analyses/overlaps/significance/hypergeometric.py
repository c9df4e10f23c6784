"""How unlikely it is that two sets drawn at random share so much, and what many tests ask for."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from netmap.analyses.runs import Counts, positions, spans, starts_of

Logs = NDArray[np.float64]

_TERMS_A_BLOCK = 1 << 20


def log_hypergeometric_tail(shared: Counts, first: Counts, second: Counts, universe: int) -> Logs:
    """Natural logarithm of the chance that two random sets share at least so many items.

    Of ``universe`` items one set has ``first``, any with the same chance, and another ``second``,
    drawn without regard to the first: what both have is hypergeometric [1]_. Summed in logarithms,
    so that no chance is too small to be told; relative error of the chance below 1e-8 for up to
    a million items.

    Args:
        shared: Items that both have; arrays of one shape.
        first: Items of the one.
        second: Items of the other.
        universe: Items there are.

    Cost: O(sum of the possible counts from ``shared`` on).

    >>> found = log_hypergeometric_tail(np.array([2, 0]), np.array([2, 2]), np.array([2, 2]), 4)
    >>> np.exp(found).round(6).tolist()
    [0.166667, 1.0]

    .. [1] M. Tumminello, S. Miccichè, F. Lillo, J. Piilo, R. N. Mantegna (2011), "Statistically
       Validated Networks in Bipartite Complex Systems", PLoS ONE 6(3), e17994,
       doi:10.1371/journal.pone.0017994
    """
    least = np.maximum(shared, np.maximum(first + second - universe, 0))
    lengths = np.minimum(first, second) - least + 1
    found = np.empty(len(shared), dtype=np.float64)
    for low, high in spans(starts_of(lengths), _TERMS_A_BLOCK):
        length = lengths[low:high]
        counts = positions(least[low:high], length)
        a, b = np.repeat(first[low:high], length), np.repeat(second[low:high], length)
        terms = (
            _log_choose(a, counts)
            + _log_choose(universe - a, b - counts)
            - _log_choose(np.full_like(b, universe), b)
        )
        found[low:high] = np.logaddexp.reduceat(terms, starts_of(length)[:-1])
    found[shared <= np.maximum(first + second - universe, 0)] = 0  # so much they share in any case
    return np.asarray(np.minimum(found, 0), dtype=np.float64)


def log_false_discovery(log_chances: Logs, counts: Counts, tests: int) -> Logs:
    """Logarithm of each test's q: the share of false discoveries when all up to it are believed.

    Benjamini and Hochberg's step-up procedure [1]_: of ``tests`` hypotheses the i-th least chance
    is multiplied by ``tests`` / i, and no q is larger than that of a larger chance.

    Args:
        log_chances: Logarithms of chances, each once.
        counts: How many tests gave each of them.
        tests: All tests, those of which the chance is 1 and not among these included.

    >>> log_chances = np.log([0.01, 0.04, 0.03, 0.5])
    >>> np.exp(log_false_discovery(log_chances, np.ones(4, np.int64), 4)).round(6).tolist()
    [0.04, 0.053333, 0.053333, 0.5]

    .. [1] Y. Benjamini, Y. Hochberg (1995), "Controlling the False Discovery Rate", Journal of the
       Royal Statistical Society B 57(1), 289-300, doi:10.1111/j.2517-6161.1995.tb02031.x
    """
    order = np.argsort(log_chances, kind="stable")
    ranks = np.cumsum(counts[order])
    scaled = log_chances[order] + np.log(max(tests, 1)) - np.log(np.maximum(ranks, 1))
    found = np.empty_like(scaled)
    found[order] = np.minimum.accumulate(scaled[::-1])[::-1]
    found = np.maximum(found, log_chances)  # rounding apart, no q is smaller than its chance
    return np.asarray(np.minimum(found, 0), dtype=np.float64)


def _log_choose(items: Counts, chosen: Counts) -> Logs:
    return np.asarray(
        gammaln(items + 1.0) - gammaln(chosen + 1.0) - gammaln(items - chosen + 1.0),
        dtype=np.float64,
    )
