"""What counts as contact between two actors: links that somebody recorded, and common meetings."""

from __future__ import annotations

from itertools import combinations

from netmap.analyses.missing.ground import Ground


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
