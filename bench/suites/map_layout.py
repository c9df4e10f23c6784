"""Where the map puts everybody, against the layout that networkx brings."""

from __future__ import annotations

from functools import partial

import networkx as nx

from bench.digests import digest_of_lines
from bench.protocol import Benchmark, Case, Digest, Of, Target
from netmap.network import Network
from netmap.projections import to_networkx
from netmap.views.layout import layout

TITLE = "Layout of the map"
NEEDS_NEO4J = False

_CITY, _COUNTY = "city", "county"
_STOCK = 1_000


def _ours(case: Case, *, size: str) -> Digest:
    network = Network.from_records(case.records(size))
    with case.timed():
        layout(network)
    return lambda: digest_of_lines(network.actor_ids)


def _spring_layout(case: Case) -> Digest:
    network = Network.from_records(case.records(_CITY))
    graph = nx.Graph(to_networkx(network))
    busiest = sorted(graph, key=lambda node: (-graph.degree[node], node))[:_STOCK]
    part = graph.subgraph(busiest)
    with case.timed():
        nx.spring_layout(part, seed=0)
    return str


BENCHMARKS = (
    Benchmark(
        name="city",
        title="Layout of one large city",
        method="Positions of 1,400 actors, the same every time. The yardstick is "
        "`networkx.spring_layout` with its defaults for 1,000 of them.",
        ours=partial(_ours, size=_CITY),
        yardsticks={"networkx.spring_layout of 1,000": _spring_layout},
        targets=(Target("under 2 s", at_most=2, of=Of.SECONDS),),
        prepare=partial(Case.records, size_name=_CITY),
    ),
    Benchmark(
        name="county",
        title="Layout of 5,000 actors",
        method="Positions of the actors of a whole county, the same every time.",
        ours=partial(_ours, size=_COUNTY),
        targets=(Target("under 6 s", at_most=6, of=Of.SECONDS),),
        prepare=partial(Case.records, size_name=_COUNTY),
    ),
)
