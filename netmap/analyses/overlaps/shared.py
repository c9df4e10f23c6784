"""Which bodies overlap by members, by organisations and by topics: first of the analyses."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netmap.analyses.hierarchy import ancestors
from netmap.analyses.overlaps.set_join import similar_pairs
from netmap.analyses.overlaps.sets import Sets
from netmap.errors import ThresholdError
from netmap.network import ABSENT, Links, Network
from netmap.projections import organization_seats
from netmap.values import Part


class Overlap(Part):
    """What two bodies have in common.

    Attributes:
        bodies: Ids of both, ascending.
        names: Their names, in the same order.
        sizes: Distinct members (organisations, topics) of each at the date.
        shared: How many of them both have.
        shared_ids: Their ids, ascending.
        jaccard: ``shared`` divided by the number that at least one of both has.
        containment: ``shared`` as a share of the first body's and of the second's.
        nested: One body is, at any depth, part of the other.
    """

    bodies: tuple[str, str]
    names: tuple[str, str]
    sizes: tuple[int, int]
    shared: int
    shared_ids: tuple[str, ...]
    jaccard: float
    containment: tuple[float, float]
    nested: bool


def member_overlap(
    network: Network, *, min_jaccard: float = 0.0, min_containment: float = 0.0
) -> list[Overlap]:
    """Pairs of bodies that share members, most similar first.

    Two bodies are linked when at least one actor sits in both: the one-mode projection of the
    bipartite member-body network [1]_. How similar they are is the share of all their members
    that sit in both [2]_ and, for each, the share of its own members; the larger of the two
    shares is the overlap coefficient [3]_. Every role counts; an actor with several seats in one
    body counts once.

    Args:
        network: Snapshot at one date; |M| members, |B| bodies, |S| seats.
        min_jaccard: Least ``jaccard`` of a pair that is listed, in [0, 1], inclusive.
        min_containment: Least value of the larger ``containment``, in [0, 1], inclusive. A pair
            has to reach both thresholds.

    Returns:
        Each pair once, ids ascending within a pair, by descending ``jaccard``, then by ids.
        Pairs that share nobody are never listed, nor are organisations that are no bodies.
        Bodies that are dissolved but not ended are listed like any other.

    Raises:
        ThresholdError: A threshold lies outside [0, 1].

    Cost: see `netmap.analyses.overlaps.set_join.similar_pairs`; without a threshold at most the
    sum over members of their seats squared.

    >>> network = Network.from_pairs([("ada", "youth"), ("bo", "youth"), ("bo", "sport")])
    >>> [(o.bodies, o.shared_ids, o.jaccard, o.containment) for o in member_overlap(network)]
    [(('sport', 'youth'), ('bo',), 0.5, (1.0, 0.5))]
    >>> member_overlap(network, min_jaccard=0.6)
    []
    >>> member_overlap(Network.from_pairs([]))
    []

    .. [1] R. L. Breiger (1974), "The Duality of Persons and Groups",
       Social Forces 53(2), 181-190, doi:10.2307/2576011
    .. [2] P. Jaccard (1912), "The Distribution of the Flora in the Alpine Zone",
       New Phytologist 11(2), 37-50, doi:10.1111/j.1469-8137.1912.tb05611.x
    .. [3] G. G. Simpson (1960), "Notes on the Measurement of Faunal Resemblance",
       American Journal of Science 258-A, 300-311
    """
    return _overlap(network, network.seats, network.actor_ids, min_jaccard, min_containment)


def organization_overlap(
    network: Network, *, min_jaccard: float = 0.0, min_containment: float = 0.0
) -> list[Overlap]:
    """Pairs of bodies in which the same organisations hold seats, most similar first.

    Two bodies may share no person and yet the same houses send somebody to both. Whose seat it is
    says `netmap.projections.organization_seats`. Arguments, order and errors are those of
    `member_overlap`; ``sizes``, ``shared`` and ``shared_ids`` speak of organisations.

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
    seats = organization_seats(network)
    return _overlap(network, seats, network.actor_ids, min_jaccard, min_containment)


def topic_overlap(
    network: Network, *, min_jaccard: float = 0.0, min_containment: float = 0.0
) -> list[Overlap]:
    """Pairs of bodies that work on the same topics, most similar first.

    Only topics recorded for a body itself count; a topic and the topic it is part of are two.
    Arguments, order and errors are those of `member_overlap`; ``sizes``, ``shared`` and
    ``shared_ids`` speak of topics.

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
    work = Links(source=network.works_on.target, target=network.works_on.source)
    return _overlap(network, work, network.topic_ids, min_jaccard, min_containment)


def _overlap(
    network: Network,
    links: Links,
    column_ids: Sequence[str],
    min_jaccard: float,
    min_containment: float,
) -> list[Overlap]:
    """Pairs of bodies that are targets of links from the same sources."""
    for name, value in (("min_jaccard", min_jaccard), ("min_containment", min_containment)):
        if not 0 <= value <= 1:
            raise ThresholdError(name=name, value=value, low=0, high=1)
    bodies = network.bodies
    body_of = np.full(len(network.actor_ids), ABSENT, dtype=np.int32)
    body_of[bodies] = np.arange(len(bodies), dtype=np.int32)
    seated = body_of[links.target] != ABSENT
    held = Sets.from_links(
        Links(links.source[seated], body_of[links.target[seated]]),
        sets=len(bodies),
        universe=len(column_ids),
    )
    sizes = held.sizes
    first, second, shared = similar_pairs(
        held, min_jaccard=min_jaccard, min_containment=min_containment
    )
    jaccard = shared / (sizes[first] + sizes[second] - shared)
    # Bodies ascend by id, so their positions order like their ids.
    order = np.lexsort((second, first, -jaccard))
    above = ancestors(network)

    def row(pair: int) -> Overlap:
        a, b = int(first[pair]), int(second[pair])
        common = np.intersect1d(held.of(a), held.of(b), assume_unique=True)
        size_a, size_b, count = int(sizes[a]), int(sizes[b]), int(shared[pair])
        index_a, index_b = int(bodies[a]), int(bodies[b])
        return Overlap(
            bodies=(network.actor_ids[index_a], network.actor_ids[index_b]),
            names=(network.labels[index_a], network.labels[index_b]),
            sizes=(size_a, size_b),
            shared=count,
            shared_ids=tuple(column_ids[column] for column in common.tolist()),
            jaccard=count / (size_a + size_b - count),
            containment=(count / size_a, count / size_b),
            nested=index_a in above[index_b] or index_b in above[index_a],
        )

    return [row(pair) for pair in order.tolist()]
