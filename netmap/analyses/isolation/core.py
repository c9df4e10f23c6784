"""How deep partners and bodies lie in the network: core numbers, and core against periphery."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb, sqrt

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.isolation.partners import Partners
from netmap.analyses.representation import ActorType, actor_type
from netmap.analyses.runs import positions
from netmap.analyses.ties import Ties
from netmap.network import Index, Network
from netmap.values import Part


class CorePosition(Part):
    """Where a partner or body lies.

    Attributes:
        ties: Partners and bodies it is tied to.
        core_number: The largest k for which it belongs to a k-core: a part of the network in which
            each is tied to at least k others of the part.
        core: Whether it belongs to the core, else to the periphery.
        correlation: How well the network as a whole falls into core and periphery: correlation of
            the ties with the ideal pattern, in [-1, 1]; the same in every row; ``None`` where there
            are no pairs within one of the two, or none is tied, or all are.
    """

    id: str
    name: str
    type: ActorType
    ties: int
    core_number: int
    core: bool
    correlation: float | None


def core_positions(network: Network) -> list[CorePosition]:
    """Core number and side of each partner and body, in the graph of seats, exchange and the like.

    The graph is that of `netmap.analyses.isolation.isolates.isolates`: a person with an
    organisation is folded into it. Who lies in the periphery may well be meant to.

    Args:
        network: Snapshot at one date; |A| actors, |T| ties.

    Returns:
        Ascending by id: nobody is ranked. Dissolved and merged bodies, and who stays outside on
        purpose, are left out.

    Cost: O((|A| + |T|) log |A|) times the number of rounds in which cores are peeled.

    >>> network = Network.from_pairs([
    ...     (person, body) for person in ("ada", "bo") for body in ("sport", "youth")
    ... ] + [("cy", "youth")])
    >>> [(row.id, row.core_number, row.core) for row in core_positions(network)]
    [('ada', 2, True), ('bo', 2, True), ('cy', 1, False), ('sport', 2, False),
    ('youth', 2, True)]
    """
    partners = Partners(network)
    numbers = core_numbers(partners.ties)
    division = core_periphery(partners.ties, partners.there)
    degrees = partners.ties.degrees
    return [
        CorePosition(
            id=network.actor_ids[actor],
            name=network.labels[actor],
            type=actor_type(network, actor),
            ties=int(degrees[actor]),
            core_number=int(numbers[actor]),
            core=bool(division.core[actor]),
            correlation=division.correlation,
        )
        for actor in np.flatnonzero(partners.there).tolist()
        if actor not in partners.who.left_out
    ]


def core_numbers(ties: Ties) -> Index:
    """The core number of each actor [1]_, found by peeling off those with fewest ties [2]_.

    Cost: O(|T| + |A|) for each round of peeling.

    >>> pairs = np.array([[0, 1], [1, 2], [0, 2], [2, 3]], np.int32).T
    >>> core_numbers(Ties.from_pairs(pairs[0], pairs[1], actors=5)).tolist()
    [2, 2, 2, 1, 0]

    .. [1] S. B. Seidman (1983), "Network structure and minimum degree", Social Networks 5(3),
       269-287, doi:10.1016/0378-8733(83)90028-X
    .. [2] V. Batagelj, M. Zaversnik (2003), "An O(m) Algorithm for Cores Decomposition of
       Networks", arXiv:cs/0310049
    """
    left = ties.degrees.copy()
    numbers = np.zeros(ties.actors, dtype=np.int32)
    there = np.ones(ties.actors, dtype=np.bool_)
    number = 0
    while there.any():
        number = max(number, int(left[there].min()))
        peeled = np.flatnonzero(there & (left <= number))
        numbers[peeled] = number
        there[peeled] = False
        lengths = ties.starts[peeled + 1] - ties.starts[peeled]
        reached = ties.neighbours[positions(ties.starts[peeled], lengths)]
        left -= np.bincount(reached, minlength=ties.actors).astype(np.int32)
    return numbers


@dataclass(frozen=True, slots=True, eq=False)
class Division:
    """A division into core and periphery.

    Attributes:
        core: Which actors belong to the core, shape (|A|,).
        errors: Pairs in the core without a tie, and ties between two in the periphery.
        correlation: Of the ties with the pattern, over the pairs within core and periphery.
    """

    core: NDArray[np.bool_]
    errors: int
    correlation: float | None


def core_periphery(ties: Ties, among: NDArray[np.bool_]) -> Division:
    """The division with fewest errors under the discrete model of Borgatti and Everett [1]_.

    In the ideal pattern all in the core are tied to each other and none in the periphery are; what
    lies between core and periphery is treated as missing, as [1]_ proposes. The fewest errors are
    found exactly [2]_: by descending number of ties, those belong to the core whose number of ties
    is larger than the number of those before them, and one more with as many ties as the last where
    that changes nothing. Of actors with equally many ties the one with the larger core number comes
    first, then the lower id; which of them is taken does not change the errors.

    Args:
        ties: |A| actors, |T| ties.
        among: Which actors are divided, shape (|A|,); the others have no ties.

    Cost: O(|A| log |A| + |T|).

    >>> star = np.array([[0, 1], [0, 2], [0, 3]], np.int32).T
    >>> found = core_periphery(Ties.from_pairs(star[0], star[1], actors=4), np.ones(4, np.bool_))
    >>> found.core.tolist(), found.errors, found.correlation
    ([True, False, False, False], 0, None)

    .. [1] S. P. Borgatti, M. G. Everett (2000), "Models of core/periphery structures", Social
       Networks 21(4), 375-395, doi:10.1016/S0378-8733(99)00019-2
    .. [2] S. Z. W. Lip (2011), "A Fast Algorithm for the Discrete Core/Periphery Bipartitioning
       Problem", arXiv:1102.5511
    """
    degrees = ties.degrees
    actors = np.flatnonzero(among)
    order = actors[np.lexsort((actors, -core_numbers(ties)[actors], -degrees[actors]))]
    size = _core_size(degrees[order])
    core = np.zeros(ties.actors, dtype=np.bool_)
    core[order[:size]] = True
    source, target = ties.pairs()
    inside = int(np.count_nonzero(core[source] & core[target]))
    outside = int(np.count_nonzero(~core[source] & ~core[target]))
    dense, sparse = comb(size, 2), comb(len(order) - size, 2)
    return Division(
        core=core,
        errors=dense - inside + outside,
        correlation=_correlation(inside, dense, outside, sparse),
    )


def _core_size(degrees: Index) -> int:
    """How many with most ties belong to the core; ``degrees`` descend."""
    size = int(np.count_nonzero(degrees > np.arange(len(degrees))))
    # The next may change nothing; then it belongs to those who have as many ties as it has.
    more = 0 < size < len(degrees) and degrees[size] == degrees[size - 1] == size
    return size + more


def _correlation(inside: int, dense: int, outside: int, sparse: int) -> float | None:
    """Pearson's correlation of pattern and ties: ``inside`` of ``dense`` pairs are tied."""
    pairs, tied = dense + sparse, inside + outside
    spread = dense * sparse * tied * (pairs - tied)
    if not spread:
        return None
    return (pairs * inside - dense * tied) / sqrt(spread)
