"""Rule of missing exchange: many talks of two on one topic, and no body in which they meet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from netmap.analyses.missing.contacts import met
from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.network import ABSENT


def bilateral_ties_without_common_body(ground: Ground, min_ties: int) -> list[MissingLink]:
    """Groups that talk two by two on one topic, though no body brings the two together.

    For each topic, the pairs of partners whose exchange names it and who meet in no body; of the
    parts that hang together, those with at least ``min_ties`` pairs.
    """
    network = ground.network
    working: dict[int, set[int]] = defaultdict(set)
    for actor, topic in zip(
        network.works_on.source.tolist(), network.works_on.target.tolist(), strict=True
    ):
        if network.body_mask[actor] and actor not in ground.silent:
            working[topic].add(actor)
    ranked: list[tuple[float, int, int, MissingLink]] = []
    for topic, pairs in sorted(_pairs(ground).items()):
        for part in _parts(pairs):
            if len(part) >= min_ties:
                degrees = Counter(side for pair in part for side in pair)
                centre = min(degrees, key=lambda each: (-degrees[each], each))
                row = ground.link(
                    MissingLinkRule.BILATERAL_TIES_WITHOUT_COMMON_BODY,
                    centre,
                    _meeting(ground, set(degrees), working[topic]),
                    1 - min_ties / (1 + len(part)),
                    others=degrees.keys() - {centre},
                    topics=[topic],
                    ties={tie for pair in part for tie in pairs[pair]},
                )
                ranked.append((-row.strength, topic, centre, row))
    ranked.sort(key=lambda each: each[:3])
    return [row for *_, row in ranked]


def _pairs(ground: Ground) -> dict[int, dict[tuple[int, int], set[str]]]:
    """By topic the pairs of partners that talk about it and meet in no body, with their ties."""
    network = ground.network
    columns = network.exchange_ties.columns
    found: dict[int, dict[tuple[int, int], set[str]]] = defaultdict(lambda: defaultdict(set))
    for row, topic_ids in enumerate(columns["topic_ids"]):
        topics = {network.topic_index[each] for each in topic_ids if each in network.topic_index}
        if not topics:
            continue
        a, b = sorted(
            _partner(ground, int(end))
            for end in (network.exchange.source[row], network.exchange.target[row])
        )
        if (
            a == b
            or network.body_mask[a]
            or network.body_mask[b]
            or ground.is_silent(a)
            or ground.is_silent(b)
            or met(ground, a, b)
        ):
            continue
        for topic in topics:
            found[topic][a, b].add(columns["id"][row])
    return found


def _partner(ground: Ground, actor: int) -> int:
    house = int(ground.network.houses[actor])
    return actor if house == ABSENT else house


def _parts(pairs: dict[tuple[int, int], set[str]]) -> Iterator[list[tuple[int, int]]]:
    """The pairs of each part that hangs together, by the lowest actor of each."""
    around: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        around[a].add(b)
        around[b].add(a)
    seen: set[int] = set()
    for first in sorted(around):
        if first in seen:
            continue
        part: set[int] = set()
        reached = {first}
        while reached:
            part |= reached
            reached = {other for each in reached for other in around[each]} - part
        seen |= part
        yield [pair for pair in sorted(pairs) if pair[0] in part]


def _meeting(ground: Ground, actors: set[int], working: set[int]) -> int | None:
    """The body on the topic in which most of some actors meet; of these the lowest."""
    present = {
        body: sum(body in ground.meets_in.get(actor, ()) for actor in actors) for body in working
    }
    return min(present, key=lambda body: (-present[body], body), default=None)
