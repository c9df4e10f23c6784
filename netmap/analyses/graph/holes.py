"""Structural holes: how much an actor's contacts are tied to each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from netmap.analyses.runs import spans, starts_of
from netmap.analyses.ties import Ties
from netmap.network import Index

_WORK = 1 << 22


def effective_size(ties: Ties, actors: Index | None = None) -> NDArray[np.float64]:
    """How many different worlds an actor's contacts come from [1]_: contacts less what repeats.

    In the form of Borgatti [2]_ for ties without weights: n - 2t / n, with n contacts and t ties
    among them. NaN for an actor without contacts.

    Args:
        ties: The graph.
        actors: For whom, by index; all where ``None``.

    Cost: the sum over the contacts of ``actors`` of their contacts.

    >>> star = Ties.from_pairs(np.array([0, 0], np.int32), np.array([1, 2], np.int32), actors=3)
    >>> effective_size(star).tolist()
    [2.0, 1.0, 1.0]

    .. [1] R. S. Burt (1992), Structural Holes: The Social Structure of Competition, Harvard
       University Press
    .. [2] S. P. Borgatti (1997), "Structural Holes: Unpacking Burt's Redundancy Measures",
       Connections 20(1), 35-38
    """
    chosen = _chosen(ties, actors)
    ones = ties.matrix().astype(np.float64)
    contacts = ties.degrees[chosen].astype(np.float64)
    twice = _among(ones, ones, ones, chosen, power=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(contacts > 0, contacts - twice / contacts, np.nan)


def constraint(ties: Ties, actors: Index | None = None) -> NDArray[np.float64]:
    """How much an actor depends on contacts that depend on each other [1]_: Burt's constraint.

    The sum over contacts j of (p_ij + sum over q of p_iq p_qj) squared, where p_ij is 1 divided by
    the number of i's contacts: every tie counts alike. NaN for an actor without contacts.

    Args:
        ties: The graph.
        actors: For whom, by index; all where ``None``.

    Cost: the sum over the contacts of ``actors`` of their contacts.

    >>> star = Ties.from_pairs(np.array([0, 0], np.int32), np.array([1, 2], np.int32), actors=3)
    >>> constraint(star).tolist()
    [0.5, 1.0, 1.0]

    .. [1] R. S. Burt (1992), Structural Holes: The Social Structure of Competition, Harvard
       University Press
    """
    chosen = _chosen(ties, actors)
    ones = ties.matrix().astype(np.float64)
    degrees = np.maximum(ties.degrees, 1).astype(np.float64)
    share = csr_array(diags_array(1 / degrees) @ ones)
    found = _among(share, share, ones, chosen, power=2, direct=share)
    return np.where(ties.degrees[chosen] > 0, found, np.nan)


def _chosen(ties: Ties, actors: Index | None) -> Index:
    return np.arange(ties.actors, dtype=np.int32) if actors is None else actors


def _among(
    left: csr_array,
    right: csr_array,
    ones: csr_array,
    chosen: Index,
    *,
    power: int,
    direct: csr_array | None = None,
) -> NDArray[np.float64]:
    """For each chosen row the sum over its contacts of (direct + left @ right) to a power."""
    found = np.zeros(len(chosen))
    degrees = np.diff(ones.indptr)
    rows = left[chosen]
    # Steps of the product of each row: the contacts of its contacts.
    steps = np.add.reduceat(
        np.append(degrees[rows.indices], 0), np.minimum(rows.indptr[:-1], len(rows.indices))
    ) * (np.diff(rows.indptr) > 0)
    for low, high in spans(starts_of(steps), _WORK):
        some = chosen[low:high]
        indirect = (rows[low:high] @ right).multiply(ones[some])
        both = indirect if direct is None else indirect + direct[some]
        found[low:high] = csr_array(both).power(power).sum(axis=1)
    return found
