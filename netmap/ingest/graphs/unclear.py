"""What no rule of a mapping decides, in words for the error that refuses the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from netmap.ingest.graphs.decide import Decided, Reason, said
from netmap.ingest.graphs.mapping import Mapping
from netmap.ingest.graphs.raw import RawEdge, RawGraph, RawNode
from netmap.language import Text

_ONE_NODE = Text(de="1 Knoten {which}", en="1 node {which}")
_NODES = Text(de="{count} Knoten {which}", en="{count} nodes {which}")
_ONE_EDGE = Text(de="1 Kante {which}", en="1 edge {which}")
_EDGES = Text(de="{count} Kanten {which}", en="{count} edges {which}")
_SHOWN = 12
_ATTRIBUTES = 6
_VALUES = 4


def unclear(graph: RawGraph, mapping: Mapping, decided: Decided) -> Text:
    """The nodes and edges that are open, by reason and with counts, and what else they say."""
    parts = [
        *_counts(decided.open_nodes, _ONE_NODE, _NODES),
        *_counts(decided.open_edges, _ONE_EDGE, _EDGES),
    ]
    nodes, edges = list(graph.nodes.values()), graph.edges
    if decided.open_nodes and mapping.nodes.type is None:
        parts += _others(nodes, Text(de="Attribute der Knoten: {a}", en="attributes of nodes: {a}"))
    if decided.open_edges and mapping.edges.type is None:
        parts += _others(edges, Text(de="Attribute der Kanten: {a}", en="attributes of edges: {a}"))
    return Text(de="; ".join(p.de for p in parts), en="; ".join(p.en for p in parts))


def _counts(found: Counter[Reason], one: Text, many: Text) -> Iterator[Text]:
    for reason, count in found.most_common(_SHOWN):
        yield (one if count == 1 else many).format(count=count, which=reason.which)
    if len(found) > _SHOWN:
        yield many.format(
            count=found.total() - sum(n for _, n in found.most_common(_SHOWN)),
            which=Text(de="mit anderen Werten", en="with other values"),
        )


def _others(items: Sequence[RawNode] | Sequence[RawEdge], words: Text) -> list[Text]:
    """Attributes that might tell, with some of their values."""
    samples = sample_values(items)
    if not samples:
        return []
    shown = ", ".join(
        f"{title} ({', '.join(values[:_VALUES])}{' …' if len(values) > _VALUES else ''})"
        for title, values in list(samples.items())[:_ATTRIBUTES]
    )
    return [words.format(a=shown)]


def sample_values(items: Sequence[RawNode] | Sequence[RawEdge]) -> dict[str, list[str]]:
    """Some different values of every attribute, in the order of the file."""
    samples: dict[str, dict[str, None]] = {}
    for item in items:
        for title in item.attributes:
            values = samples.setdefault(title, {})
            if len(values) <= _VALUES:
                values[said(item, title)[:40]] = None
    return {title: list(values) for title, values in samples.items()}
