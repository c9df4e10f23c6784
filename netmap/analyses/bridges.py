"""Where parts of the network hang together by one person alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import networkx as nx
import numpy as np

from netmap.network import ABSENT, Network
from netmap.values import Part


class Bridge(Part):
    """A person without whom parts of the network would lose touch.

    Attributes:
        name: The function, where one is recorded; else the name.
        near_ids: Organisations and bodies to which the person is tied, ascending.
        parts: Organisations and bodies that would lose touch with the largest part, one tuple
            for each part that holds together; largest first, then by ids; ascending within.
        main_size: Organisations and bodies in the largest part.
        strength: Those that would lose touch by one more than these: 1/2 for one, 3/4 for
            three; the size of the rest of the network does not make a bridge less important.
    """

    id: str
    name: str
    near_ids: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    main_size: int
    strength: float


def bridges(network: Network, *, min_part: int = 3) -> list[Bridge]:
    """Persons on whom the link between parts of the network hangs: its articulation points [1]_.

    The network is that of seats (with those on whose behalf they are held), exchange,
    cooperations, hierarchy, and persons in their organisations, without direction. A reporting
    line is no tie here: somebody has to carry the report. Only organisations and bodies count
    towards the size of a part. Listed are persons without whom at least ``min_part`` of them
    would lose touch with the largest part. The search tells where a
    deputy could relieve somebody; it says nothing about how good anybody is at anything.

    Args:
        network: Snapshot at one date; |A| actors, |T| ties.
        min_part: Organisations and bodies that have to hang on the person, at least 1.

    Returns:
        Ascending by id: people are not ranked.

    Cost: O(|A| + |T|), and the same again for each person listed.

    >>> network = Network.from_pairs([
    ...     ("ada", "youth"), ("bo", "youth"), ("bo", "sport"), ("cy", "sport"),
    ... ])
    >>> [(row.id, row.parts, row.main_size) for row in bridges(network, min_part=1)]
    [('bo', (('youth',),), 1)]
    >>> bridges(network)
    []

    .. [1] J. Hopcroft, R. Tarjan (1973), "Algorithm 447: Efficient Algorithms for Graph
       Manipulation", Communications of the ACM 16(6), 372-378, doi:10.1145/362248.362272
    """
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(network.actor_ids)))
    graph.add_edges_from(_ties(network))
    functions = network.values("function")
    found: list[Bridge] = []
    for person in _hinges(graph, network, min_part):
        parts = _parts_without(graph, network, person)
        main, *lost = sorted(parts, key=lambda part: (-len(part), part))
        count = sum(len(part) for part in lost)
        near = [each for each in sorted(graph[person]) if not network.person_mask[each]]
        found.append(
            Bridge(
                id=network.actor_ids[person],
                name=functions[person] or network.labels[person],
                near_ids=tuple(network.actor_ids[each] for each in near),
                parts=tuple(tuple(network.actor_ids[each] for each in part) for part in lost),
                main_size=len(main),
                strength=count / (count + 1),
            )
        )
    return found


def _ties(network: Network) -> Iterator[tuple[int, int]]:
    index = network.actor_index
    for links in (network.seats, network.exchange):
        yield from zip(links.source.tolist(), links.target.tolist(), strict=True)
    for targets in (network.houses, network.parents):
        for actor in np.flatnonzero(targets != ABSENT).tolist():
            yield actor, int(targets[actor])
    named = network.memberships.columns["on_behalf_of_ids"]
    for member, behalf in zip(network.seats.source.tolist(), named, strict=True):
        yield from ((member, index[each]) for each in behalf if each in index)
    columns = network.cooperations.columns
    for parties, carrier in zip(columns["party_ids"], columns["carried_by_id"], strict=True):
        there = sorted({index[each] for each in (*parties, carrier) if each in index})
        yield from combinations(there, 2)


def _hinges(graph: nx.Graph[int], network: Network, min_part: int) -> list[int]:
    """Persons without whom at least ``min_part`` organisations lose touch with the largest part.

    Sums up the tree of blocks and articulation points instead of taking out each person in turn.
    """
    weights: list[int] = (~network.person_mask).astype(int).tolist()
    blocks = [
        sorted({actor for edge in edges for actor in edge})
        for edges in nx.biconnected_component_edges(graph)
    ]
    found: list[int] = []
    for tree in _rooted(blocks):
        below: dict[int, list[int]] = defaultdict(list)
        size = 0
        for number, hinge in reversed(tree):
            size = sum(
                weights[actor] + sum(below.get(actor, ()))
                for actor in blocks[number]
                if actor != hinge
            )
            if hinge != ABSENT:
                below[hinge].append(size)
        # The last size is the root's: that of the whole component.
        for actor, parts in below.items():
            parts.append(size - weights[actor] - sum(parts))
            if network.person_mask[actor] and sum(parts) - max(parts) >= min_part:
                found.append(actor)
    return sorted(found)


def _rooted(blocks: list[list[int]]) -> Iterator[list[tuple[int, int]]]:
    """Each component's blocks, breadth first, with the articulation point that each hangs on.

    The first block of a component hangs on none. In reverse every part comes before its whole.
    """
    blocks_of: dict[int, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        for actor in block:
            blocks_of[actor].append(number)
    seen: set[int] = set()
    for root in range(len(blocks)):
        if root in seen:
            continue
        seen.add(root)
        tree = [(root, ABSENT)]
        for number, hinge in tree:
            for actor in blocks[number]:
                new = [] if actor == hinge else [b for b in blocks_of[actor] if b not in seen]
                seen.update(new)
                tree.extend((other, actor) for other in new)
        yield tree


def _parts_without(graph: nx.Graph[int], network: Network, person: int) -> list[list[int]]:
    """Organisations and bodies in each part that is left of a person's component without it."""
    parts: list[list[int]] = []
    seen = {person}
    for start in sorted(graph[person]):
        if start in seen:
            continue
        part = [start]
        seen.add(start)
        for actor in part:
            for other in graph[actor]:
                if other not in seen:
                    seen.add(other)
                    part.append(other)
        parts.append(sorted(each for each in part if not network.person_mask[each]))
    return [part for part in parts if part]
