"""Which bodies have what in common, one part at a time: first of the analyses."""

from __future__ import annotations

from typing import TypedDict, Unpack

import numpy as np

from netmap.analyses.hierarchy import ancestors
from netmap.analyses.overlaps.limits import require_shares
from netmap.analyses.overlaps.parts import OverlapBy, holdings
from netmap.analyses.overlaps.seats import EVERY_SEAT, Seats
from netmap.analyses.overlaps.set_join import similar_pairs
from netmap.network import Network
from netmap.values import Part


class Overlap(Part):
    """What two bodies have in common.

    Attributes:
        bodies: Ids of both, ascending.
        names: Their names, in the same order.
        sizes: Distinct members (persons, organisations, topics …) of each at the date.
        shared: How many of them both have.
        shared_ids: Their ids, ascending; of words the form that makes spellings the same.
        shared_names: What to call each; a function where a person is not named.
        jaccard: ``shared`` divided by the number that at least one of both has.
        overlap_coefficient: ``shared`` as a share of the smaller one: the larger containment.
        containment: ``shared`` as a share of the first body's and of the second's.
        nested: One body is, at any depth, part of the other.
    """

    bodies: tuple[str, str]
    names: tuple[str, str]
    sizes: tuple[int, int]
    shared: int
    shared_ids: tuple[str, ...]
    shared_names: tuple[str, ...]
    jaccard: float
    overlap_coefficient: float
    containment: tuple[float, float]
    nested: bool


def overlap(
    network: Network,
    *,
    by: OverlapBy,
    seats: Seats = EVERY_SEAT,
    min_jaccard: float = 0.0,
    min_containment: float = 0.0,
) -> list[Overlap]:
    """Pairs of bodies that have something of one part in common, most similar first.

    Two bodies are linked when at least one item is both's: the one-mode projection of the
    bipartite network of items and bodies [1]_. How similar they are is the share of all their
    items that both have [2]_ and, for each, the share of its own items; the larger of the two
    shares is the overlap coefficient [3]_. There is no score over several parts: that two bodies
    have the same members says something else than that they work on the same topic.

    Args:
        network: Snapshot at one date; |B| bodies, and what they have, see
            `netmap.analyses.overlaps.parts.holdings`.
        by: The part that is compared.
        seats: Seats that count, where the part is one of who sits there.
        min_jaccard: Least ``jaccard`` of a pair that is listed, in [0, 1], inclusive.
        min_containment: Least ``overlap_coefficient``, in [0, 1], inclusive. A pair has to reach
            both thresholds.

    Returns:
        Each pair once, ids ascending within a pair, by descending ``jaccard``, then by ids.
        Pairs that share nothing are never listed, nor are organisations that are no bodies.
        Bodies that are dissolved but not ended are listed like any other.

    Raises:
        ThresholdError: A threshold lies outside [0, 1].

    Cost: see `netmap.analyses.overlaps.set_join.similar_pairs`; without a threshold at most the
    sum over items of their bodies squared.

    .. [1] R. L. Breiger (1974), "The Duality of Persons and Groups",
       Social Forces 53(2), 181-190, doi:10.2307/2576011
    .. [2] P. Jaccard (1912), "The Distribution of the Flora in the Alpine Zone",
       New Phytologist 11(2), 37-50, doi:10.1111/j.1469-8137.1912.tb05611.x
    .. [3] G. G. Simpson (1960), "Notes on the Measurement of Faunal Resemblance",
       American Journal of Science 258-A, 300-311
    """
    require_shares(min_jaccard=min_jaccard, min_containment=min_containment)
    held = holdings(network, by, seats)
    sizes = held.sets.sizes
    first, second, shared = similar_pairs(
        held.sets, min_jaccard=min_jaccard, min_containment=min_containment
    )
    jaccard = shared / (sizes[first] + sizes[second] - shared)
    # Bodies ascend by id, so their positions order like their ids.
    order = np.lexsort((second, first, -jaccard))
    bodies = network.bodies
    above = network.once(ancestors)

    def row(pair: int) -> Overlap:
        a, b = int(first[pair]), int(second[pair])
        common = np.intersect1d(held.sets.of(a), held.sets.of(b), assume_unique=True).tolist()
        size_a, size_b, count = int(sizes[a]), int(sizes[b]), int(shared[pair])
        index_a, index_b = int(bodies[a]), int(bodies[b])
        return Overlap(
            bodies=(network.actor_ids[index_a], network.actor_ids[index_b]),
            names=(network.labels[index_a], network.labels[index_b]),
            sizes=(size_a, size_b),
            shared=count,
            shared_ids=tuple(held.ids[item] for item in common),
            shared_names=tuple(held.names[item] for item in common),
            jaccard=count / (size_a + size_b - count),
            overlap_coefficient=count / min(size_a, size_b),
            containment=(count / size_a, count / size_b),
            nested=index_a in above[index_b] or index_b in above[index_a],
        )

    return [row(pair) for pair in order.tolist()]


class Limits(TypedDict, total=False):
    """What `overlap` takes beside the part, for the functions of one part."""

    seats: Seats
    min_jaccard: float
    min_containment: float


def member_overlap(network: Network, **limits: Unpack[Limits]) -> list[Overlap]:
    """Pairs of bodies that share members, persons and organisations alike; see `overlap`.

    Every role counts unless ``seats`` says otherwise; an actor with several seats in one body
    counts once.

    >>> network = Network.from_pairs([("ada", "youth"), ("bo", "youth"), ("bo", "sport")])
    >>> [(o.bodies, o.shared_ids, o.jaccard, o.containment) for o in member_overlap(network)]
    [(('sport', 'youth'), ('bo',), 0.5, (1.0, 0.5))]
    >>> member_overlap(network, min_jaccard=0.6)
    []
    >>> member_overlap(Network.from_pairs([]))
    []
    """
    return overlap(network, by=OverlapBy.MEMBERS, **limits)


def person_overlap(network: Network, **limits: Unpack[Limits]) -> list[Overlap]:
    """Pairs of bodies in which the same persons sit; organisations that are members do not count.

    >>> network = Network.from_pairs([("ada", "youth"), ("ada", "sport")])
    >>> [(o.bodies, o.shared_names) for o in person_overlap(network)]
    [(('sport', 'youth'), ('ada',))]
    """
    return overlap(network, by=OverlapBy.PERSONS, **limits)


def organization_overlap(network: Network, **limits: Unpack[Limits]) -> list[Overlap]:
    """Pairs of bodies in which the same organisations hold seats; see `overlap`.

    Two bodies may share no person and yet the same houses send somebody to both.

    >>> from netmap.model import Membership, Organization, Person
    >>> network = Network.from_records([
    ...     Organization(id="chamber", name="Chamber", meets=False),
    ...     Organization(id="youth", name="Youth", meets=True),
    ...     Organization(id="sport", name="Sport", meets=True),
    ...     Person(id="ada", name="Ada", organization_id="chamber"),
    ...     Person(id="bo", name="Bo", organization_id="chamber"),
    ...     Membership(id="1", member_id="ada", organization_id="youth"),
    ...     Membership(id="2", member_id="bo", organization_id="sport"),
    ... ])
    >>> member_overlap(network)
    []
    >>> [(o.bodies, o.shared_ids, o.jaccard) for o in organization_overlap(network)]
    [(('sport', 'youth'), ('chamber',), 1.0)]
    """
    return overlap(network, by=OverlapBy.ORGANIZATIONS, **limits)


def topic_overlap(network: Network, **limits: Unpack[Limits]) -> list[Overlap]:
    """Pairs of bodies that work on the same topics; see `overlap`.

    >>> from netmap.model import Organization, Topic, WorksOn
    >>> network = Network.from_records([
    ...     Organization(id="youth", name="Youth", meets=True),
    ...     Organization(id="sport", name="Sport", meets=True),
    ...     Topic(id="clubs", name="Clubs"),
    ...     WorksOn(id="1", actor_id="youth", topic_id="clubs"),
    ...     WorksOn(id="2", actor_id="sport", topic_id="clubs"),
    ... ])
    >>> [(o.bodies, o.shared_ids, o.jaccard) for o in topic_overlap(network)]
    [(('sport', 'youth'), ('clubs',), 1.0)]
    """
    return overlap(network, by=OverlapBy.TOPICS, **limits)


def function_overlap(network: Network, **limits: Unpack[Limits]) -> list[Overlap]:
    """Pairs of bodies that do the same: steer, decide, exchange …; see `overlap`.

    >>> from netmap.model import Organization
    >>> network = Network.from_records([
    ...     Organization(id="youth", name="Youth", meets=True, functions=("Beraten",)),
    ...     Organization(id="sport", name="Sport", meets=True, functions=("beraten", "steuern")),
    ... ])
    >>> [(o.bodies, o.shared_names, o.containment) for o in function_overlap(network)]
    [(('sport', 'youth'), ('Beraten',), (0.5, 1.0))]
    """
    return overlap(network, by=OverlapBy.FUNCTIONS, **limits)


def target_group_overlap(network: Network, **limits: Unpack[Limits]) -> list[Overlap]:
    """Pairs of bodies that work for the same people: parents, young adults …; see `overlap`.

    >>> from netmap.model import Organization
    >>> network = Network.from_records([
    ...     Organization(id="youth", name="Youth", meets=True, target_groups=("parents",)),
    ...     Organization(id="sport", name="Sport", meets=True, target_groups=("parents",)),
    ... ])
    >>> [(o.bodies, o.shared_names) for o in target_group_overlap(network)]
    [(('sport', 'youth'), ('parents',))]
    """
    return overlap(network, by=OverlapBy.TARGET_GROUPS, **limits)
