"""How unlikely overlaps of bodies would be if seats fell by chance: evidence beside their size."""

from __future__ import annotations

from typing import TypedDict, Unpack

import numpy as np

from netmap.analyses.overlaps.parts import OverlapBy, holdings
from netmap.analyses.overlaps.seats import EVERY_SEAT, Seats
from netmap.analyses.overlaps.set_join import similar_pairs_by_block
from netmap.analyses.overlaps.sets import Sets
from netmap.analyses.overlaps.shared import Overlap, overlap
from netmap.analyses.overlaps.significance.configuration import ConfigurationModel
from netmap.analyses.overlaps.significance.hypergeometric import (
    log_false_discovery,
    log_hypergeometric_tail,
)
from netmap.analyses.runs import Counts
from netmap.network import Network
from netmap.values import Part

_LEAST = float(np.nextafter(0, 1))


class Significance(Part):
    """How unlikely it is by chance that two bodies share so much.

    Attributes:
        universe: Distinct items that any body has.
        tests: Pairs of bodies that have any items; all of them count as tested.
        expected_hypergeometric: Shared items on the average if the items of both were drawn from
            ``universe`` at random.
        p_hypergeometric: Chance of sharing at least as many then.
        q_hypergeometric: The same corrected for the number of tests.
        expected_sdsm: Shared items on the average if items kept how often they are used, too.
        p_sdsm: Chance of sharing at least as many then.
        q_sdsm: The same corrected for the number of tests.
    """

    universe: int
    tests: int
    expected_hypergeometric: float
    p_hypergeometric: float
    q_hypergeometric: float
    expected_sdsm: float
    p_sdsm: float
    q_sdsm: float


class OverlapAndChance(Overlap):
    """What two bodies have in common, and how unlikely that is by chance."""

    significance: Significance


class _Least(TypedDict, total=False):
    min_jaccard: float
    min_containment: float


def overlap_significance(
    network: Network,
    *,
    by: OverlapBy = OverlapBy.MEMBERS,
    seats: Seats = EVERY_SEAT,
    **thresholds: Unpack[_Least],
) -> list[OverlapAndChance]:
    """Overlaps of bodies with the chance that they arise at random; nothing is left out by it.

    Two null models. In the first, each body draws its items at random from all that any body has:
    what two share is hypergeometric [1]_. That makes every overlap of people who sit everywhere
    look remarkable. The second, the stochastic degree sequence model [2]_, keeps on the average
    how many items each body and how many bodies each item has. As chances of single memberships
    it takes those of the bipartite configuration model, which come closest to the true ones [3]_;
    what two bodies share is then Poisson-binomial. Both tails are exact.

    Chances are corrected for false discoveries over all pairs of bodies, not only those listed:
    pairs that share nothing have chance 1, and thresholds change no q.

    A small chance says that an overlap does not come from sizes alone, not that it is too large:
    bodies of one town always share more than random ones of a whole country would.

    Args:
        network: Snapshot at one date.
        by: Part that is compared.
        seats: Seats that count.
        thresholds: ``min_jaccard`` and ``min_containment`` as in `overlap`.

    Returns:
        The rows of `overlap` in its order, each with its significance. A chance below the least
        number that a float can hold is shown as that number: nothing that happened is impossible.

    Raises:
        ThresholdError: A threshold lies outside [0, 1].

    Cost: all pairs that share anything are counted, by size; chances are computed once for all
    pairs of the same sizes that share as much.

    >>> network = Network.from_pairs([
    ...     ("ada", "youth"), ("bo", "youth"), ("ada", "sport"), ("bo", "sport"), ("cy", "music"),
    ...     ("dee", "music"),
    ... ])
    >>> (row,) = overlap_significance(network)
    >>> row.bodies, row.significance.tests, round(row.significance.p_hypergeometric, 4)
    (('sport', 'youth'), 3, 0.1667)
    >>> round(row.significance.q_hypergeometric, 4), round(row.significance.expected_sdsm, 2)
    (0.5, 1.11)

    .. [1] M. Tumminello, S. Miccichè, F. Lillo, J. Piilo, R. N. Mantegna (2011), "Statistically
       Validated Networks in Bipartite Complex Systems", PLoS ONE 6(3), e17994,
       doi:10.1371/journal.pone.0017994
    .. [2] Z. P. Neal (2014), "The backbone of bipartite projections: Inferring relationships from
       co-authorship, co-sponsorship, co-attendance and other co-behaviors", Social Networks 39,
       84-97, doi:10.1016/j.socnet.2014.06.001
    .. [3] Z. P. Neal, R. Domagalski, B. Sagan (2021), "Comparing alternatives to the fixed degree
       sequence model for extracting the backbone of bipartite projections", Scientific Reports
       11, 23929, doi:10.1038/s41598-021-03238-3
    """
    rows = overlap(network, by=by, seats=seats, **thresholds)
    known = significance_by_sizes(network, by=by, seats=seats) if rows else {}
    return [
        OverlapAndChance(
            **{name: getattr(row, name) for name in Overlap.model_fields},
            significance=known[(min(row.sizes), max(row.sizes), row.shared)],
        )
        for row in rows
    ]


def significance_by_sizes(
    network: Network, *, by: OverlapBy = OverlapBy.MEMBERS, seats: Seats = EVERY_SEAT
) -> dict[tuple[int, int, int], Significance]:
    """Significance of every overlap that there is, by what alone it depends on.

    Returns:
        By the sizes of both bodies, the smaller one first, and the number of items they share;
        ascending. See `overlap_significance` for what it means.
    """
    sets = holdings(network, by, seats).sets
    if not len(sets.items):
        return {}
    least, most, shared, counts = _alike(sets)
    universe = int(np.count_nonzero(np.bincount(sets.items)))
    bodies = int(np.count_nonzero(sets.sizes))
    tests = bodies * (bodies - 1) // 2
    model = ConfigurationModel.of(sets)
    columns = [least * most / universe, model.expected(least, most)]
    for logs in (
        log_hypergeometric_tail(shared, least, most, universe),
        model.log_tail(shared, least, most),
    ):
        found = (logs, log_false_discovery(logs, counts, tests))
        columns += [np.maximum(np.exp(each), _LEAST) for each in found]
    names = (
        "expected_hypergeometric",
        "expected_sdsm",
        "p_hypergeometric",
        "q_hypergeometric",
        "p_sdsm",
        "q_sdsm",
    )
    keys = zip(least.tolist(), most.tolist(), shared.tolist(), strict=True)
    return {
        key: Significance(universe=universe, tests=tests, **dict(zip(names, values, strict=True)))
        for key, values in zip(keys, np.stack(columns, axis=1).tolist(), strict=True)
    }


def _alike(sets: Sets) -> tuple[Counts, Counts, Counts, Counts]:
    """Which sizes and numbers of shared items occur among pairs that share any, and how often."""
    sizes = sets.sizes.astype(np.int64)
    above = int(sizes.max()) + 1
    found = np.empty(0, dtype=np.int64)
    counts = np.empty(0, dtype=np.int64)
    for first, second, shared in similar_pairs_by_block(sets):
        a, b = sizes[first], sizes[second]
        keys = (np.minimum(a, b) * above + np.maximum(a, b)) * above + shared
        fresh, often = np.unique(keys, return_counts=True)
        every, places = np.unique(np.concatenate((found, fresh)), return_inverse=True)
        counts = np.bincount(places, weights=np.concatenate((counts, often))).astype(np.int64)
        found = every
    both, shared_items = np.divmod(found, above)
    least, most = np.divmod(both, above)
    return least, most, shared_items, counts
