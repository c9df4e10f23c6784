"""Groups of more than two bodies that overlap as a whole."""

from __future__ import annotations

from itertools import combinations

import networkx as nx

from netmap.analyses.overlaps.hours import FreedHours, freed_hours
from netmap.analyses.overlaps.limits import CONVENTIONS, OverlapLimits
from netmap.analyses.overlaps.maximal_sets import MaximalSets
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.seats import EVERY_SEAT, Seats
from netmap.analyses.overlaps.set_join import similar_pairs
from netmap.analyses.overlaps.side_by_side import Compared
from netmap.network import Network
from netmap.values import Part


class OverlapGroup(Part):
    """Three or more bodies of which each two overlap, and what all of them have in common.

    Attributes:
        bodies: Ids, ascending.
        names: Their names, in the same order.
        sizes: Members of each.
        member_ids: Members of all of them, ascending; never empty.
        member_names: What to call each.
        organization_ids: Organisations with a seat in all of them.
        topic_ids: Topics of all of them.
        min_jaccard: Jaccard index of the two that are least similar by members.
        legal_basis_ids: Those with a legal basis: they are coordinated, never merged.
        hours: What one meeting in place of all would free.
        exhaustive: All groups of bodies linked with these are listed; otherwise so many that
            every overlap of two which lies in a group lies in one that is listed.
    """

    bodies: tuple[str, ...]
    names: tuple[str, ...]
    sizes: tuple[int, ...]
    member_ids: tuple[str, ...]
    member_names: tuple[str, ...]
    organization_ids: tuple[str, ...]
    organization_names: tuple[str, ...]
    topic_ids: tuple[str, ...]
    topic_names: tuple[str, ...]
    min_jaccard: float
    legal_basis_ids: tuple[str, ...]
    hours: FreedHours
    exhaustive: bool


def overlap_groups(
    network: Network,
    *,
    limits: OverlapLimits = CONVENTIONS,
    seats: Seats = EVERY_SEAT,
    without: frozenset[str] = frozenset(),
) -> list[OverlapGroup]:
    """Maximal groups of at least three bodies that overlap as a whole.

    Two bodies are linked when their members reach ``min_jaccard`` and ``min_shared`` and neither
    is part of the other. A group is a set of bodies of which each two are linked and all have
    ``min_shared`` members in common, and to which no further body can be added: the same few
    people meet under several names. Groups may share bodies.

    Args:
        network: Snapshot at one date.
        limits: From when on members count as the same, and what hours assume.
        seats: Seats that count.
        without: Ids of bodies that belong to no group: those that have ended their work.

    Returns:
        By descending number of bodies, then of common members, then by ids.

    Cost: the join of `netmap.analyses.overlaps.set_join.similar_pairs`; then, by component of
    linked bodies, a search of bounded work, see `netmap.analyses.overlaps.maximal_sets`.

    >>> network = Network.from_pairs([
    ...     (person, body) for person in ("ada", "bo", "cy") for body in ("art", "sport", "youth")
    ... ])
    >>> [(group.bodies, group.member_names) for group in overlap_groups(network)]
    [(('art', 'sport', 'youth'), ('ada', 'bo', 'cy'))]
    """
    compared = Compared(network, seats)
    links = _links(compared, limits)
    links.remove_nodes_from([body for body in links if compared.id(body) in without])
    rows = []
    for component in nx.connected_components(links):
        items = {body: compared.set_of(OverlapBy.MEMBERS, body) for body in component}
        found = MaximalSets(sorted(component), links.adj, items, least=limits.min_shared)
        rows += [_row(compared, group, limits, found.exhaustive) for group in found.found]
    return sorted(rows, key=lambda row: (-len(row.bodies), -len(row.member_ids), row.bodies))


def _links(compared: Compared, limits: OverlapLimits) -> nx.Graph[int]:
    sets = compared.held[OverlapBy.MEMBERS].sets
    pairs = similar_pairs(sets, min_jaccard=limits.min_jaccard)
    enough = pairs.shared >= limits.min_shared
    links: nx.Graph[int] = nx.Graph()
    links.add_edges_from(
        (first, second)
        for first, second in zip(
            pairs.first[enough].tolist(), pairs.second[enough].tolist(), strict=True
        )
        if not compared.within(first, second) and not compared.within(second, first)
    )
    return links


def _row(
    compared: Compared, group: tuple[int, ...], limits: OverlapLimits, exhaustive: bool
) -> OverlapGroup:
    shared = {
        by: compared.ids_and_names(by, compared.common(by, group))
        for by in (OverlapBy.MEMBERS, OverlapBy.ORGANIZATIONS, OverlapBy.TOPICS)
    }
    legal = [body for body in group if compared.value(body, "legal_basis")]
    similar = [compared.jaccard(OverlapBy.MEMBERS, *pair) for pair in combinations(group, 2)]
    return OverlapGroup(
        bodies=tuple(compared.id(body) for body in group),
        names=tuple(compared.name(body) for body in group),
        sizes=tuple(len(compared.set_of(OverlapBy.MEMBERS, body)) for body in group),
        member_ids=shared[OverlapBy.MEMBERS][0],
        member_names=shared[OverlapBy.MEMBERS][1],
        organization_ids=shared[OverlapBy.ORGANIZATIONS][0],
        organization_names=shared[OverlapBy.ORGANIZATIONS][1],
        topic_ids=shared[OverlapBy.TOPICS][0],
        topic_names=shared[OverlapBy.TOPICS][1],
        min_jaccard=min(similar),
        legal_basis_ids=tuple(compared.id(body) for body in legal),
        hours=freed_hours(
            compared.expected_in_all(group),
            [compared.value(body, "meetings_per_year") for body in group],
            limits,
            may_merge=not legal,
        ),
        exhaustive=exhaustive,
    )
