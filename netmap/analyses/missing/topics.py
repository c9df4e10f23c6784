"""Rule of missing exchange: who works on the same topic and is not known to talk."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from netmap.analyses.missing.contacts import met, recorded_links
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
    for a, b in pairs - recorded_links(ground):
        if ground.nested(a, b) or met(ground, a, b):
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
