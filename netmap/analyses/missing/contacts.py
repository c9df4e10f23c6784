"""What counts as contact between two actors: links that somebody recorded, common meetings."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import numpy as np

from netmap.analyses.missing.ground import Ground
from netmap.analyses.overlaps.sets import Sets
from netmap.network import Links


def recorded_links(ground: Ground) -> set[tuple[int, int]]:
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


def met(ground: Ground, a: int, b: int) -> bool:
    """Whether two meet in a body, or two bodies have a member or an organisation in common."""
    if not ground.meets_in.get(a, set()).isdisjoint(ground.meets_in.get(b, set())):
        return True
    sitting = ground.sitting
    return a in sitting and b in sitting and not sitting[a].isdisjoint(sitting[b])


def contact_items(ground: Ground, actors: Iterable[int]) -> Sets:
    """What links two of some actors, as items that both have: a body, a sitter, a link.

    Two have a recorded link, are part of one another, or have `met` exactly where they share an
    item.
    """
    count = len(ground.network.actor_ids)
    asked = set(actors)
    nested = {
        (min(part, whole), max(part, whole))
        for part in asked
        for whole in ground.above[part] & asked
    }
    links = [pair for pair in recorded_links(ground) | nested if asked.issuperset(pair)]
    met_in = [(body, actor) for actor in asked for body in ground.meets_in.get(actor, ())]
    sitting = [(count + sitter, body) for body in asked for sitter in ground.sitting.get(body, ())]
    linked = [(2 * count + number, side) for number, pair in enumerate(links) for side in pair]
    held = np.array([*met_in, *sitting, *linked], dtype=np.int32).reshape(-1, 2)
    return Sets.from_links(
        Links(held[:, 0], held[:, 1]), sets=count, universe=2 * count + len(links)
    )
