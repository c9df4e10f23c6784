"""What bodies share, pair by pair, ordered so that overlaps are blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from netmap.analyses.matrices.bodies import EVERY_BODY, Narrowed, bodies_shown
from netmap.analyses.matrices.seriation import seriated
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.side_by_side import side_by_side
from netmap.network import Network


@dataclass(frozen=True, slots=True)
class SharedMatrix:
    """How much bodies have in common of one part, as actor indices in the order shown.

    Attributes:
        sizes: How many each body has.
        shared: How many both of a pair have, where they share any; each pair in either order.
        bodies_in_all: How many bodies are asked for, shown or not.
    """

    bodies: tuple[int, ...]
    sizes: Mapping[int, int]
    shared: Mapping[tuple[int, int], int]
    bodies_in_all: int

    def share(self, first: int, second: int) -> float:
        """What both have as a share of what the smaller one has, in [0, 1]."""
        least = min(self.sizes[first], self.sizes[second])
        return self.shared.get((first, second), 0) / least if least else 0.0


def shared_matrix(
    network: Network, by: OverlapBy = OverlapBy.MEMBERS, *, narrowed: Narrowed = EVERY_BODY
) -> SharedMatrix:
    """How much each two bodies have in common of one part.

    >>> network = Network.from_pairs([("ada", "youth"), ("ada", "sport"), ("bo", "sport")])
    >>> found = shared_matrix(network)
    >>> [network.actor_ids[each] for each in found.bodies], sorted(found.sizes.values())
    (['sport', 'youth'], [1, 2])
    >>> set(found.shared.values()), found.share(*found.bodies)
    ({1}, 1.0)
    """
    bodies, in_all = bodies_shown(network, narrowed)
    places = {actor: place for place, actor in enumerate(network.bodies.tolist())}
    beside = network.once(side_by_side)
    sets = {body: beside.set_of(by, places[body]) for body in bodies}
    shared: dict[tuple[int, int], int] = {}
    for one, other in combinations(bodies, 2):
        common = len(sets[one] & sets[other])
        if common:
            shared[one, other] = shared[other, one] = common
    return SharedMatrix(
        bodies=tuple(bodies[each] for each in seriated([sets[body] for body in bodies])),
        sizes={body: len(found) for body, found in sets.items()},
        shared=shared,
        bodies_in_all=in_all,
    )
