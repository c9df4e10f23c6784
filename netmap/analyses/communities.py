"""Communities: who meets and talks with each other more than with the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import comb

import graspologic_native
import numpy as np

from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.lines import bodies_on
from netmap.analyses.runs import positions
from netmap.analyses.ties import Ties
from netmap.network import ABSENT, Network
from netmap.projections import seat_holders
from netmap.values import Part
from netmap.vocabulary import Level, Sector

_SEED = 0
_TRIALS = 8
"""Independent runs of which the best is kept."""


class SectorShare(Part):
    """How many of a community come from one sector."""

    sector: Sector
    count: int


class Community(Part):
    """Partners and bodies that meet and talk with each other more than with the rest.

    Attributes:
        number: From 1, the largest first.
        member_ids: Partners, ascending.
        body_ids: Bodies, ascending.
        across_ids: Of these, bodies in which others than the community sit as well: there the
            community meets the rest.
        ties_within: Ties between two of the community.
        ties_outside: Ties that lead out of it.
        sectors: Of the partners of whom it is known, most first.
        modularity: Of the whole division, in [-1/2, 1]: the share of ties within communities,
            less what would be expected by chance.
        agreement_with_sectors: Of the whole division with the sectors of the partners, by the
            adjusted Rand index: 1 the same, about 0 as by chance; ``None`` where fewer than two
            partners have a sector.
        agreement_with_steering: Likewise with the nearest steering body, by steps in the same
            graph; ``None`` where fewer than two have one.
    """

    number: int
    member_ids: tuple[str, ...]
    member_names: tuple[str, ...]
    body_ids: tuple[str, ...]
    body_names: tuple[str, ...]
    across_ids: tuple[str, ...]
    across_names: tuple[str, ...]
    ties_within: int
    ties_outside: int
    sectors: tuple[SectorShare, ...]
    modularity: float
    agreement_with_sectors: float | None
    agreement_with_steering: float | None


def communities(network: Network, *, resolution: float = 1.0) -> list[Community]:
    """Communities of partners and bodies, beside the official structure, by Leiden [1]_.

    The graph joins a partner (an organisation that is no body, or a person without organisation)
    with each body in which it or one of its people sits, and two partners or bodies with recorded
    exchange; persons count for the organisation they work for. Every such pair is one tie. Being
    part of something, reporting lines and cooperations are left out: they are the official
    structure that the communities stand beside. Every community hangs together. The division of
    the highest modularity [2]_ of several runs with a fixed seed is given.

    Args:
        network: Snapshot at one date; |A| actors, |T| ties.
        resolution: Above 1 more and smaller communities, below 1 fewer; above 0.

    Returns:
        Largest first, then by their first id. Who has no tie is in none. Who is dissolved, merged
        or outside on purpose is left out.

    Cost: about O(|T|) a run.

    >>> network = Network.from_pairs([
    ...     ("ada", "youth"), ("bo", "youth"), ("cy", "sport"), ("di", "sport"),
    ... ])
    >>> [(row.member_ids, row.body_ids) for row in communities(network)]
    [(('ada', 'bo'), ('youth',)), (('cy', 'di'), ('sport',))]
    >>> communities(Network.from_pairs([]))
    []

    .. [1] V. A. Traag, L. Waltman, N. J. van Eck (2019), "From Louvain to Leiden: Guaranteeing
       Well-Connected Communities", Scientific Reports 9, 5233, doi:10.1038/s41598-019-41695-z
    .. [2] M. E. J. Newman, M. Girvan (2004), "Finding and Evaluating Community Structure in
       Networks", Physical Review E 69, 026113, doi:10.1103/PhysRevE.69.026113
    """
    ground = network.once(Ground)
    graph = meeting_graph(ground)
    modularity, label = leiden(graph, resolution=resolution)
    if not label:
        return []
    ends, others = graph.pairs()
    pairs = list(zip(ends.tolist(), others.tolist(), strict=True))
    within = Counter(label[a] for a, b in pairs if label[a] == label[b])
    outside: Counter[int] = Counter()
    across: set[int] = set()
    for a, b in pairs:
        if label[a] != label[b]:
            outside.update((label[a], label[b]))
            across.update(each for each in (a, b) if network.body_mask[each])
    groups: dict[int, list[int]] = defaultdict(list)
    for actor in sorted(label):
        groups[label[actor]].append(actor)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[1]))
    sectors = network.values("sector")
    by_sector = _agreement(label, {a: sectors[a] for a in label if sectors[a] is not None})
    by_steering = _agreement(label, _nearest_steering(ground, graph, list(label)))

    def ids(actors: Sequence[int]) -> tuple[str, ...]:
        return tuple(network.actor_ids[each] for each in actors)

    def names(actors: Sequence[int]) -> tuple[str, ...]:
        return tuple(ground.called[each] for each in actors)

    rows = []
    for number, (group, actors) in enumerate(ordered, start=1):
        bodies = [each for each in actors if network.body_mask[each]]
        members = [each for each in actors if not network.body_mask[each]]
        shared = [each for each in bodies if each in across]
        known = Counter(Sector(sectors[each]) for each in members if sectors[each] is not None)
        rows.append(
            Community(
                number=number,
                member_ids=ids(members),
                member_names=names(members),
                body_ids=ids(bodies),
                body_names=names(bodies),
                across_ids=ids(shared),
                across_names=names(shared),
                ties_within=within[group],
                ties_outside=outside[group],
                sectors=tuple(
                    SectorShare(sector=sector, count=count)
                    for sector, count in sorted(
                        known.items(), key=lambda item: (-item[1], item[0].value)
                    )
                ),
                modularity=modularity,
                agreement_with_sectors=by_sector,
                agreement_with_steering=by_steering,
            )
        )
    return rows


def leiden(graph: Ties, *, resolution: float = 1.0) -> tuple[float, dict[int, int]]:
    """Modularity and the community of each actor with a tie; the same every time.

    >>> two = Ties.from_pairs(np.array([0, 2], np.int32), np.array([1, 3], np.int32), actors=5)
    >>> leiden(two)
    (0.5, {0: 0, 1: 0, 2: 1, 3: 1})
    """
    ends, others = graph.pairs()
    if not len(ends):
        return 0.0, {}
    edges = [(str(a), str(b), 1.0) for a, b in zip(ends.tolist(), others.tolist(), strict=True)]
    modularity, found = graspologic_native.leiden(
        edges, resolution=resolution, seed=_SEED, trials=_TRIALS, iterations=2
    )
    # Numbered by their first actor, whatever the library called them.
    order: dict[int, int] = {}
    label = {}
    for actor in sorted(map(int, found)):
        label[actor] = order.setdefault(found[str(actor)], len(order))
    return modularity, label


def meeting_graph(ground: Ground) -> Ties:
    """Which partners meet in which bodies, and who exchanges with whom; see `communities`."""
    network = ground.network
    held, _ = seat_holders(network)
    in_body = network.body_mask[held.target]
    speaks_for = np.where(
        network.houses == ABSENT, np.arange(len(network.actor_ids)), network.houses
    ).astype(np.int32)
    exchange = network.exchange
    source = np.concatenate((held.source[in_body], speaks_for[exchange.source]))
    target = np.concatenate((held.target[in_body], speaks_for[exchange.target]))
    silent = np.zeros(len(network.actor_ids), dtype=np.bool_)
    silent[list(ground.silent)] = True
    kept = ~(silent[source] | silent[target])
    return Ties.from_pairs(source[kept], target[kept], actors=len(network.actor_ids))


def _nearest_steering(ground: Ground, graph: Ties, actors: list[int]) -> dict[int, int]:
    """The steering body nearest to each actor, by steps; of equally near ones the lowest."""
    nearest = np.full(graph.actors, graph.actors, dtype=np.int32)
    reached = np.array(bodies_on(ground, Level.STEERING), dtype=np.int32)
    nearest[reached] = reached
    far = np.ones(graph.actors, dtype=np.bool_)
    far[reached] = False
    while len(reached):
        lengths = graph.starts[reached + 1] - graph.starts[reached]
        ends = graph.neighbours[positions(graph.starts[reached], lengths)]
        onward = far[ends]
        np.minimum.at(nearest, ends[onward], np.repeat(nearest[reached], lengths)[onward])
        reached = np.unique(ends[onward])
        far[reached] = False
    return {actor: int(nearest[actor]) for actor in actors if nearest[actor] < graph.actors}


def _agreement(label: dict[int, int], other: Mapping[int, object]) -> float | None:
    """Adjusted Rand index of two divisions of those that both divide [1]_.

    .. [1] L. Hubert, P. Arabie (1985), "Comparing Partitions", Journal of Classification 2,
       193-218, doi:10.1007/BF01908075
    """
    both = [(label[actor], other[actor]) for actor in other]
    if len(both) < 2:
        return None
    pairs = comb(len(both), 2)
    together = sum(comb(count, 2) for count in Counter(both).values())
    ours = sum(comb(count, 2) for count in Counter(mine for mine, _ in both).values())
    theirs = sum(comb(count, 2) for count in Counter(its for _, its in both).values())
    expected, most = ours * theirs / pairs, (ours + theirs) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)
