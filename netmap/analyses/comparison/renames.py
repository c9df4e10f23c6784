"""Who is the same under another name or id: renames told apart from new things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from netmap.analyses.comparison.change import RenameReason
from netmap.analyses.search import folded
from netmap.analyses.ties import ties
from netmap.model import Actor, Organization
from netmap.network import Network
from netmap.vocabulary import Kind

_ALIKE = 80
"""How much of 100 two names have to be alike, beside common ties."""
_COMMON_TIES = 0.5
"""Least share of common among all ties and topics of both."""

Renames = dict[str, tuple[str, tuple[RenameReason, ...]]]


def renames(
    before: Network, after: Network, went: Mapping[str, Actor], came: Mapping[str, Actor]
) -> Renames:
    """Of those that went and came: who is the same, by the id before, and why.

    Two are taken for one where the one that went names the other as its successor, where both carry
    the same identifier of another system, or where their names are alike and at least half of all
    their ties and topics are common. Persons are compared with persons, organisations with
    organisations. Where one could be several, it stays one that went beside one that came.

    Cost: the pairs that share an identifier, a tie or a topic.
    """
    found: dict[tuple[str, str], set[RenameReason]] = defaultdict(set)
    for old, new in _successors(after, went, came):
        found[old, new].add(RenameReason.SUCCESSOR)
    for old, new in _identified(went, came):
        found[old, new].add(RenameReason.IDENTIFIER)
    for old, new in _alike(before, after, went, came):
        found[old, new].add(RenameReason.NAME_AND_TIES)
    olds: dict[str, set[str]] = defaultdict(set)
    news: dict[str, set[str]] = defaultdict(set)
    for old, new in found:
        olds[old].add(new)
        news[new].add(old)
    order = list(RenameReason)
    return {
        old: (new, tuple(sorted(found[old, new], key=order.index)))
        for old, new in sorted(found)
        if len(olds[old]) == len(news[new]) == 1
    }


def _successors(
    after: Network, went: Mapping[str, Actor], came: Mapping[str, Actor]
) -> Iterator[tuple[str, str]]:
    # That somebody took over is often written down when the other one has ended already.
    for record in after.all_records(Kind.ORGANIZATION):
        if isinstance(record, Organization) and record.id in went:
            successor = record.successor_id
            if successor is not None and successor in came:
                yield record.id, successor


def _identified(went: Mapping[str, Actor], came: Mapping[str, Actor]) -> Iterator[tuple[str, str]]:
    carriers = defaultdict(list)
    for new in came.values():
        for each in new.identifiers:
            carriers[each.scheme, each.identifier, new.kind].append(new.id)
    for old in went.values():
        for each in old.identifiers:
            for new_id in carriers.get((each.scheme, each.identifier, old.kind), ()):
                yield old.id, new_id


def _alike(
    before: Network, after: Network, went: Mapping[str, Actor], came: Mapping[str, Actor]
) -> Iterator[tuple[str, str]]:
    old_ties, new_ties = _ties_of(before, went), _ties_of(after, came)
    tied: dict[str, list[str]] = defaultdict(list)
    for new_id, others in new_ties.items():
        for other in others:
            tied[other].append(new_id)
    for old_id, others in old_ties.items():
        candidates = {new_id for other in others for new_id in tied.get(other, ())}
        for new_id in sorted(candidates):
            old, new = went[old_id], came[new_id]
            mine, its = others, new_ties[new_id]
            if (
                old.kind is new.kind
                and len(mine & its) >= _COMMON_TIES * len(mine | its)
                and fuzz.ratio(folded(old.label), folded(new.label)) >= _ALIKE
            ):
                yield old_id, new_id


def _ties_of(network: Network, actors: Mapping[str, Actor]) -> dict[str, set[str]]:
    """Ids of those each actor is tied to, and of its topics."""
    graph, index = ties(network), network.actor_index
    found = {
        actor: {network.actor_ids[each] for each in graph.of(index[actor]).tolist()}
        for actor in actors
    }
    works = network.works_on
    for worker, topic in zip(works.source.tolist(), works.target.tolist(), strict=True):
        actor = network.actor_ids[worker]
        if actor in found:
            found[actor].add(network.topic_ids[topic])
    return found
