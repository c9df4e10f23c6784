"""Projections of a Network that analyses and views start from: seats of organisations, networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from netmap.network import ABSENT, Links, Network


def organization_seats(network: Network, counted: NDArray[np.bool_] | None = None) -> Links:
    """Which organisations hold a seat in which body; the same two may stand more than once.

    A seat belongs to the organisations on whose behalf it is held; where none is named, to the
    member itself if that is an organisation, else to the organisation the person works for.
    ``counted`` says which of ``network.seats`` count; all of them where it is not given.
    """
    held, _ = seat_holders(network, counted)
    kept = ~network.person_mask[held.source]
    return Links(held.source[kept], held.target[kept])


def seat_holders(
    network: Network, counted: NDArray[np.bool_] | None = None
) -> tuple[Links, NDArray[np.intp]]:
    """Who holds a seat in which body, as `organization_seats`, and persons without organisation.

    Returns:
        Holders and bodies, and for each the row of ``network.seats`` that it stands for.
    """
    held, rows = network.once(_every_seat)
    if counted is None:
        return held, rows
    kept = counted[rows]
    return Links(held.source[kept], held.target[kept]), rows[kept]


def _every_seat(network: Network) -> tuple[Links, NDArray[np.intp]]:
    members, houses = network.seats.source.tolist(), network.houses.tolist()
    is_person, index = network.person_mask.tolist(), network.actor_index
    holders: list[int] = []
    rows: list[int] = []
    for row, behalf in enumerate(network.memberships.columns["on_behalf_of_ids"]):
        named = [index[each] for each in behalf if each in index]
        if not named:
            member = members[row]
            housed = is_person[member] and houses[member] != ABSENT
            named = [houses[member] if housed else member]
        holders.extend(named)
        rows.extend([row] * len(named))
    at = np.array(rows, dtype=np.intp)
    return Links(np.array(holders, dtype=np.int32), network.seats.target[at]), at


def to_networkx(network: Network) -> nx.MultiGraph[str]:
    """All actors and their seats, exchange ties, reporting lines and affiliations.

    Nodes are actor ids with ``label`` and ``kind``; edges carry ``kind`` (``seat``, ``exchange``,
    ``reporting``, ``house``, ``part_of``). Isolates are kept. Direction is left out.
    """
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    ids = network.actor_ids
    for index, actor_id in enumerate(ids):
        kind = "person" if network.person_mask[index] else "organization"
        graph.add_node(actor_id, label=network.labels[index], kind=kind)
    for kind, links in (
        ("seat", network.seats),
        ("exchange", network.exchange),
        ("reporting", network.reporting),
    ):
        for source, target in zip(links.source.tolist(), links.target.tolist(), strict=True):
            graph.add_edge(ids[source], ids[target], kind=kind)
    for kind, targets in (("house", network.houses), ("part_of", network.parents)):
        for index in np.flatnonzero(targets != ABSENT).tolist():
            graph.add_edge(ids[index], ids[targets[index]], kind=kind)
    return graph
