"""Links that the shape of the network makes probable: by statistics, apart from the rules."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from netmap.analyses.missing.apart import apart
from netmap.analyses.missing.contacts import contact_items
from netmap.analyses.missing.ground import Ground
from netmap.analyses.overlaps.ordered import Ordered
from netmap.analyses.overlaps.products import blocks
from netmap.analyses.ties import Ties
from netmap.network import Index, Network
from netmap.values import Part

MOST_NEIGHBOURS = 1_000
"""Who has more neighbours introduces nobody in particular: a thousandth of a share each at most."""

_WORK = 1 << 20
_AT_ONCE = 4_096
"""So many of the likeliest are looked at together; mostly the first are enough."""


class LinkCandidate(Part):
    """Two without a link who know the same others.

    Attributes:
        source_id: The lower id.
        common_ids: Those whom both know, ascending: the explanation.
        common_names: Their names; of persons the function where it is recorded.
        resource_allocation: Sum over them of 1 by the number of their neighbours.
    """

    source_id: str
    source_name: str
    target_id: str
    target_name: str
    common_ids: tuple[str, ...]
    common_names: tuple[str, ...]
    resource_allocation: float


def link_candidates(network: Network, *, most: int = 100) -> list[LinkCandidate]:
    """Pairs of organisations and bodies that the shape of the network makes probable.

    Neighbours are who exchanges with another, and a body and who sits in it; persons and parts
    act for their organisation as in `netmap.analyses.missing.exchange.missing_exchange`. Two who
    share no link and no meeting as in the rule about shared topics are candidates by whom they
    both know. Each of these hands its attention on in equal parts to all its
    neighbours; what arrives is the index of resource allocation [1]_. It says that a link would
    be likely, not that it would be useful: see the rules for that.

    Args:
        network: Snapshot at one date.
        most: How many at most.

    Returns:
        By descending ``resource_allocation``, then by ids.

    Cost: the pairs of neighbours of each actor, of whom there are at most `MOST_NEIGHBOURS`; in
    blocks of bounded work.

    >>> from netmap.model import ExchangeTie, Organization
    >>> network = Network.from_records([
    ...     *(Organization(id=each, name=each.title()) for each in ("chamber", "club", "school")),
    ...     ExchangeTie(id="1", source_id="chamber", target_id="club"),
    ...     ExchangeTie(id="2", source_id="school", target_id="club"),
    ... ])
    >>> [(row.source_id, row.target_id, row.common_ids, row.resource_allocation)
    ...  for row in link_candidates(network)]
    [('chamber', 'school', ('club',), 0.5)]
    >>> link_candidates(Network.from_pairs([]))
    []

    .. [1] T. Zhou, L. Lü, Y.-C. Zhang (2009), "Predicting missing links via local information",
       The European Physical Journal B 71(4), 623-630, doi:10.1140/epjb/e2009-00335-8
    """
    ground = network.once(Ground)
    asked = {*ground.who.partners, *network.bodies.tolist()} - ground.silent
    ties = _neighbours(ground, asked)
    return [
        _candidate(ground, ties, a, b, -negative)
        for negative, a, b in _best(ground, ties, asked, most)
    ]


def resource_allocation(ties: Ties) -> Iterator[tuple[Index, Index, NDArray[np.float64]]]:
    """Both ends and the index of each pair with a common neighbour, in blocks, ``first`` lower.

    >>> pairs = np.array([[0, 1], [1, 2], [0, 3], [3, 2]], np.int32).T
    >>> ties = Ties.from_pairs(pairs[0], pairs[1], actors=4)
    >>> [[each.tolist() for each in block] for block in resource_allocation(ties)]
    [[[0, 1], [2, 3], [1.0, 1.0]]]
    """
    degrees = ties.degrees
    shares = np.zeros(len(degrees))
    counted = (degrees > 1) & (degrees <= MOST_NEIGHBOURS)
    shares[counted] = 1 / degrees[counted]
    matrix = ties.matrix()
    weighted = csr_array(matrix @ diags_array(shares))
    weighted.eliminate_zeros()
    for low, product in blocks(weighted, matrix, _WORK):
        rows = np.repeat(np.arange(low, low + product.shape[0]), np.diff(product.indptr))
        above = product.indices > rows
        yield (
            rows[above].astype(np.int32),
            product.indices[above].astype(np.int32),
            product.data[above],
        )


def _neighbours(ground: Ground, asked: set[int]) -> Ties:
    """Exchange among some actors, and who meets in which body."""
    pairs = [
        *(pair for pair in ground.exchange if asked.issuperset(pair)),
        *(
            (actor, body)
            for actor in sorted(asked)
            for body in sorted(ground.meets_in.get(actor, ()))
            if body in asked
        ),
    ]
    ends = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    return Ties.from_pairs(ends[:, 0], ends[:, 1], actors=len(ground.network.actor_ids))


def _best(ground: Ground, ties: Ties, asked: set[int], most: int) -> list[tuple[float, int, int]]:
    """The best pairs without a contact: the negative index, and both ends."""
    network = ground.network
    linked = Ordered.of(contact_items(ground, asked))
    ends = np.zeros(ties.actors, dtype=np.bool_)
    ends[sorted(asked)] = True
    ends &= ~network.person_mask
    best: list[tuple[float, int, int]] = []
    for first, second, index in resource_allocation(ties):
        possible = ends[first] & ends[second]
        if len(best) == most:
            possible &= index >= -best[-1][0]
        likely = np.flatnonzero(possible)
        likely = likely[np.argsort(-index[likely], kind="stable")]
        for low in range(0, len(likely), _AT_ONCE):
            kept = likely[low : low + _AT_ONCE]
            if len(best) == most and index[kept[0]] < -best[-1][0]:
                break
            kept = kept[apart(linked, first[kept], second[kept])]
            columns = (-index[kept], first[kept], second[kept])
            found = zip(*(each.tolist() for each in columns), strict=True)
            best = nsmallest(most, [*best, *found])
    return best


def _candidate(ground: Ground, ties: Ties, a: int, b: int, index: float) -> LinkCandidate:
    network = ground.network
    common = np.intersect1d(ties.of(a), ties.of(b)).tolist()
    counted = [each for each in common if ties.degrees[each] <= MOST_NEIGHBOURS]
    return LinkCandidate(
        source_id=network.actor_ids[a],
        source_name=network.labels[a],
        target_id=network.actor_ids[b],
        target_name=network.labels[b],
        common_ids=tuple(network.actor_ids[each] for each in counted),
        common_names=tuple(ground.called[each] for each in counted),
        resource_allocation=index,
    )
