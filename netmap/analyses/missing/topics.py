"""Rule of missing exchange: who works on the same topic and is not known to talk."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.network import ABSENT


def shared_topic_without_exchange(ground: Ground) -> list[MissingLink]:
    """Pairs of bodies or partners that share a topic, with no exchange and no common meeting.

    See `netmap.analyses.missing.exchange.missing_exchange` for what counts.
    """
    topics = _topics(ground)
    workers: dict[int, list[int]] = defaultdict(list)
    for actor, worked_on in sorted(topics.items()):
        for topic in worked_on:
            workers[topic].append(actor)
    pairs = {pair for actors in workers.values() for pair in combinations(actors, 2)}
    ranked = []
    for a, b in pairs - _linked(ground):
        if ground.nested(a, b) or _meet(ground, a, b):
            continue
        common = topics[a] & topics[b]
        strength = len(common) / len(topics[a] | topics[b])
        peers = min(len(workers[topic]) for topic in common)
        ranked.append((-strength, peers, a, b))
    return [
        ground.link(
            MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE,
            a,
            b,
            -negative,
            topics=topics[a] & topics[b],
        )
        for negative, _, a, b in sorted(ranked)
    ]


def _topics(ground: Ground) -> dict[int, set[int]]:
    """Topics of each body and partner: its own and those of the persons who work for it."""
    network = ground.network
    asked = {*ground.who.partners, *network.bodies.tolist()} - ground.silent
    found: dict[int, set[int]] = defaultdict(set)
    for actor, topic in zip(
        network.works_on.source.tolist(), network.works_on.target.tolist(), strict=True
    ):
        house = int(network.houses[actor])
        worker = actor if house == ABSENT else house
        if worker in asked:
            found[worker].add(topic)
    return found


def _linked(ground: Ground) -> set[tuple[int, int]]:
    """Pairs with exchange, a reporting line or a cooperation, the lower index first."""
    network, who = ground.network, ground.who
    found = ground.exchange | who.pairs(network.reporting)
    columns = network.cooperations.columns
    for parties, carrier in zip(columns["party_ids"], columns["carried_by_id"], strict=True):
        involved = {
            actor
            for party in (*parties, carrier)
            if party in network.actor_index
            for actor in who.chains[network.actor_index[party]]
        }
        found.update(combinations(sorted(involved), 2))
    return found


def _meet(ground: Ground, a: int, b: int) -> bool:
    """Whether two meet in a body, or two bodies have a member or an organisation in common."""
    if ground.meets_in[a] & ground.meets_in[b]:
        return True
    sitting = ground.sitting
    return a in sitting and b in sitting and not sitting[a].isdisjoint(sitting[b])
