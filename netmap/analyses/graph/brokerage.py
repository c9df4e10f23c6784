"""Brokerage: between whom of which group actors mediate."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.runs import positions, spans, starts_of
from netmap.network import ABSENT, Index

_WORK = 1 << 22


class BrokerRole(IntEnum):
    """The five roles of Gould and Fernandez; a, b and c are sender, broker and receiver."""

    COORDINATOR = 0
    CONSULTANT = 1
    GATEKEEPER = 2
    REPRESENTATIVE = 3
    LIAISON = 4


def broker_roles(
    source: Index, target: Index, groups: Index, *, work: int = _WORK
) -> NDArray[np.int64]:
    """How often each actor mediates in each of the five roles [1]_.

    An actor b mediates between a and c where a leads to b and b to c, but a not to c itself. By the
    groups of the three it is a coordinator (all in one), a consultant, or itinerant broker (a and c
    in one, b in another), a gatekeeper (b and c in one, a in another), a representative (a and b in
    one, c in another) or a liaison (each in another). A tie without direction is given in both; a
    pair then counts in both directions, and gatekeeper and representative come out alike. Where
    all groups are known, these are the counts of ``brokerage`` in the R package sna [2]_.

    Args:
        source: Where each tie starts, by index; loops and repetitions count for nothing.
        target: Where it ends.
        groups: Number of the group of each actor, `ABSENT` where unknown; shape (|A|,). Who is in
            no known group neither mediates nor is mediated for, but a tie from a to c counts.
        work: Bound of pairs of ties looked at in one block.

    Returns:
        Counts of shape (|A|, 5), in the order of `BrokerRole`.

    Cost: the sum over actors of ties in times ties out.

    >>> source, target = np.array([0, 1], np.int32), np.array([1, 2], np.int32)
    >>> broker_roles(source, target, np.array([0, 0, 1], np.int32)).tolist()
    [[0, 0, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 0]]

    .. [1] R. V. Gould, R. M. Fernandez (1989), "Structures of Mediation: A Formal Approach to
       Brokerage in Transaction Networks", Sociological Methodology 19, 89-126,
       doi:10.2307/270949
    .. [2] C. T. Butts (2008), "Social Network Analysis with sna", Journal of Statistical Software
       24(6), doi:10.18637/jss.v024.i06
    """
    actors = np.int64(len(groups))
    counts = np.zeros((len(groups), len(BrokerRole)), dtype=np.int64)
    if not len(source):
        return counts
    apart = source != target
    keys = np.unique(source[apart].astype(np.int64) * actors + target[apart])
    known = groups != ABSENT
    arcs = keys[known[keys // actors] & known[keys % actors]]
    tails, heads = arcs // actors, arcs % actors
    into = np.argsort(heads, kind="stable")
    starts_in = starts_of(np.bincount(heads, minlength=len(groups)))
    ends_in = tails[into]
    # Each tie b -> c with all ties a -> b, some at a time.
    lengths = np.diff(starts_in)[tails]
    for low, high in spans(starts_of(lengths), work):
        length = lengths[low:high]
        a = ends_in[positions(starts_in[tails[low:high]], length)]
        b, c = np.repeat(tails[low:high], length), np.repeat(heads[low:high], length)
        wanted = a * actors + c
        places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        open_pair = (a != c) & (keys[places] != wanted)
        a, b, c = a[open_pair], b[open_pair], c[open_pair]
        roles = _roles(groups[a], groups[b], groups[c])
        flat = np.bincount(b * len(BrokerRole) + roles, minlength=counts.size)
        counts += flat.reshape(counts.shape)
    return counts


def _roles(a: Index, b: Index, c: Index) -> NDArray[np.int64]:
    """Role of each broker by the groups of the three."""
    return np.select(
        [(a == b) & (b == c), a == c, b == c, a == b],
        [
            BrokerRole.COORDINATOR,
            BrokerRole.CONSULTANT,
            BrokerRole.GATEKEEPER,
            BrokerRole.REPRESENTATIVE,
        ],
        BrokerRole.LIAISON,
    )
