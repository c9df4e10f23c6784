"""Rule of missing exchange: who works on the same topic and is not known to talk."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from netmap.analyses.missing.apart import pairs_apart
from netmap.analyses.missing.contacts import contact_items
from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.analyses.overlaps.set_join import Pairs
from netmap.analyses.overlaps.sets import ITEM_BITS, Sets
from netmap.analyses.runs import Counts, positions, starts_of
from netmap.network import ABSENT, Index, Links

MOST_ROWS = 100_000
"""Divided by the actors that work on topics: so many counterparts of each are gone through."""


def shared_topic_without_exchange(
    ground: Ground, *, most_rows: int = MOST_ROWS
) -> list[MissingLink]:
    """Pairs of bodies or partners that share a topic, with no exchange and no common meeting.

    See `netmap.analyses.missing.exchange.missing_exchange` for what counts. All pairs up to some
    300 actors with topics; beyond, each actor goes through its counterparts, the most similar
    first, until it has found ``most_rows`` by the number of these actors (250 in a city of 400):
    see `netmap.analyses.missing.apart.pairs_apart`. In a state nobody reads five million rows.

    Cost: that of `pairs_apart`, and a row for each pair found.
    """
    topics = _topics(ground)
    held = np.array(
        [(topic, actor) for actor, each in topics.items() for topic in each], dtype=np.int32
    ).reshape(-1, 2)
    alike = Sets.from_links(
        Links(held[:, 0], held[:, 1]),
        sets=len(ground.network.actor_ids),
        universe=len(ground.network.topic_ids),
    )
    count = len(topics)
    bound = None if count * (count - 1) <= most_rows else max(1, most_rows // count)
    pairs = pairs_apart(alike, contact_items(ground, topics), most=bound)
    sizes = alike.sizes
    strength = pairs.shared / (sizes[pairs.first] + sizes[pairs.second] - pairs.shared)
    peers = _least_crowded(alike, pairs)
    order = np.lexsort((pairs.second, pairs.first, peers, -strength))
    columns = (pairs.first[order], pairs.second[order], strength[order])
    return [
        ground.link(
            MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE,
            a,
            b,
            share,
            topics=topics[a] & topics[b],
        )
        for a, b, share in zip(*(each.tolist() for each in columns), strict=True)
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


def _least_crowded(alike: Sets, pairs: Pairs) -> Index:
    """Of each pair, how many work on the least crowded topic of both."""
    crowds = np.bincount(alike.items, minlength=alike.universe).astype(np.int32)
    owners = np.repeat(np.arange(len(alike.sizes), dtype=np.int64), alike.sizes)
    keys: Counts = owners << ITEM_BITS | alike.items
    lengths = alike.sizes[pairs.first].astype(np.int64)
    held = alike.items[positions(alike.starts[pairs.first], lengths)]
    wanted = np.repeat(pairs.second.astype(np.int64), lengths) << ITEM_BITS | held
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    crowd = np.where(keys[places] == wanted, crowds[held], np.iinfo(np.int32).max)
    if not len(pairs.first):
        return np.empty(0, dtype=np.int32)
    return np.minimum.reduceat(crowd, starts_of(lengths)[:-1]).astype(np.int32)
