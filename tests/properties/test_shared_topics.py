"""The rule about shared topics says of any network what going through all pairs says."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examples import city, small
from netmap.analyses.missing.contacts import met, recorded_links
from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.topics import shared_topic_without_exchange
from netmap.network import ABSENT, Network
from netmap.values import Record
from tests.contract.chance import Lot
from tests.strategies import networks_of_records

Row = tuple[str, str, tuple[str, ...], float]


def by_brute_force(network: Network) -> list[Row]:
    """Every pair that shares a topic, one after the other: what the rule means."""
    ground = Ground(network)
    asked = {*ground.who.partners, *network.bodies.tolist()} - ground.silent
    topics: dict[int, set[int]] = defaultdict(set)
    for actor, topic in zip(
        network.works_on.source.tolist(), network.works_on.target.tolist(), strict=True
    ):
        house = int(network.houses[actor])
        worker = actor if house == ABSENT else house
        if worker in asked:
            topics[worker].add(topic)
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
    ids = network.actor_ids
    return [
        (
            ids[a],
            ids[b],
            tuple(network.topic_ids[each] for each in sorted(topics[a] & topics[b])),
            -negative,
        )
        for negative, _, a, b in sorted(ranked)
    ]


def by_rule(network: Network, most_rows: int) -> list[Row]:
    """What the rule lists."""
    found = shared_topic_without_exchange(Ground(network), most_rows=most_rows)
    return [(row.source_id, row.target_id or "", row.topic_ids, row.strength) for row in found]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(networks_of_records())
def test_on_networks_of_any_shape(records: list[Record]) -> None:
    """Circles, dates, strange ids."""
    network = Network.from_records(records)
    assert by_rule(network, 100_000) == by_brute_force(network)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10_000))
def test_on_networks_drawn_by_lot(seed: int) -> None:
    """Dense ones, in which every case is met."""
    network = Network.from_records(Lot(seed).records())
    assert by_rule(network, 100_000) == by_brute_force(network)


def test_on_the_examples() -> None:
    """A whole city, with six thousand pairs."""
    for example in (small, city):
        network = Network.from_records(example.records())
        assert by_rule(network, 100_000) == by_brute_force(network)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 60))
def test_bounded_rows_are_some_of_all_in_the_same_order(seed: int, most_rows: int) -> None:
    """And nobody who has a counterpart is left without one."""
    network = Network.from_records(Lot(seed).records())
    whole = by_rule(network, 100_000)
    some = by_rule(network, most_rows)
    assert some == [row for row in whole if row in set(some)]
    assert {end for row in some for end in row[:2]} == {end for row in whole for end in row[:2]}
