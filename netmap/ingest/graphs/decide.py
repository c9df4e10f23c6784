"""What each node and edge of a graph is, by the rules of a mapping."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fnmatch import translate
from functools import lru_cache
from typing import Generic, TypeVar

from netmap.ingest.graphs.kinds import NODE_WORDS, EdgeKind, NodeKind
from netmap.ingest.graphs.mapping import LABEL, EdgeMapping, Mapping, NodeMapping
from netmap.ingest.graphs.raw import RawEdge, RawGraph, RawNode
from netmap.ingest.normalise import folded, one_line
from netmap.language import Text

_Kind = TypeVar("_Kind", NodeKind, EdgeKind)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is what it is: its attribute and value, or a rule in words."""

    which: Text


_AT_LEFT_OUT = Reason(Text(de="an weggelassenen Knoten", en="at nodes left out"))
_BETWEEN = Text(de="zwischen {a} und {b}", en="between {a} and {b}")
_UNTYPED = Text(de="ohne Art zwischen {a} und {b}", en="without a type between {a} and {b}")
_OTHERWISE = Reason(Text(de="ohne andere Regel", en="without another rule"))


@dataclass(slots=True)
class Decided:
    """Kind of every node by id, and of every edge in its order.

    Attributes:
        nodes: Kind by id of node.
        edges: Kind of each edge.
        node_reasons: How many nodes became what, by reason.
        edge_reasons: How many edges became what, by reason.
        open_nodes: How many nodes no rule decides, by reason.
        open_edges: How many edges no rule decides, by reason.
    """

    nodes: dict[str, NodeKind] = field(default_factory=dict)
    edges: list[EdgeKind] = field(default_factory=list)
    node_reasons: Counter[tuple[NodeKind, Reason]] = field(default_factory=Counter)
    edge_reasons: Counter[tuple[EdgeKind, Reason]] = field(default_factory=Counter)
    open_nodes: Counter[Reason] = field(default_factory=Counter)
    open_edges: Counter[Reason] = field(default_factory=Counter)


def said(item: RawNode | RawEdge, attribute: str | None) -> str:
    """What an attribute of a node or edge says, on one line."""
    if attribute is None:
        return ""
    if attribute == LABEL and item.label:
        return one_line(item.label)
    value = item.attributes.get(attribute)
    return "" if value is None else one_line(value)


def decide(graph: RawGraph, mapping: Mapping) -> Decided:
    """What every node and edge of a graph is; what no rule decides is `NodeKind.UNDECIDED`."""
    decided = Decided()
    edges = _Edges(mapping.edges)
    typed = [edges.by_type(edge) for edge in graph.edges]
    nodes = _Nodes(graph, mapping.nodes, [kind for kind, _ in typed])
    for node in graph.nodes.values():
        kind, reason = nodes.kind(node)
        decided.nodes[node.id] = kind
        if kind is NodeKind.UNDECIDED:
            decided.open_nodes[reason] += 1
        else:
            decided.node_reasons[kind, reason] += 1
    for edge, (by_type, reason) in zip(graph.edges, typed, strict=True):
        for end in (edge.source, edge.target):
            # A mapping can be written for a graph whose edges are still to be mended.
            decided.nodes.setdefault(end, NodeKind.UNDECIDED)
        found, why = by_type, reason
        if NodeKind.IGNORE in {decided.nodes[edge.source], decided.nodes[edge.target]}:
            found, why = EdgeKind.IGNORE, _AT_LEFT_OUT
        elif found is EdgeKind.UNDECIDED:
            found, why = edges.by_ends(edge, decided.nodes, reason)
        decided.edges.append(found)
        if found is EdgeKind.UNDECIDED:
            decided.open_edges[why] += 1
        else:
            decided.edge_reasons[found, why] += 1
    return decided


def pair(edge: RawEdge, kinds: dict[str, NodeKind]) -> str:
    """The kinds at both ends of an edge, ascending: "body-person"."""
    ends = (kinds.get(end, NodeKind.UNDECIDED).value for end in (edge.source, edge.target))
    return "-".join(sorted(ends))


def _reason(attribute: str | None, value: str) -> Reason:
    if attribute is None:
        return Reason(Text(de="ohne Art", en="without a type"))
    if not value:
        return Reason(Text(de=f"ohne {attribute}", en=f"without {attribute}"))
    shown = value[:60]
    return Reason(Text(de=f"mit {attribute} = „{shown}“", en=f'with {attribute} = "{shown}"'))


class _Values(Generic[_Kind]):
    """Kinds by the values of a type, compared without case and umlauts."""

    def __init__(self, kinds: dict[str, _Kind]) -> None:
        self._exact: dict[str, _Kind] = kinds
        self._folded: dict[str, _Kind] = {
            folded(value): kind for value, kind in kinds.items() if value
        }

    def get(self, value: str) -> _Kind | None:
        """The kind of a value; ``None`` where the mapping does not name it."""
        found: _Kind | None = self._exact.get(value)
        return found or self._folded.get(folded(value))


class _Edges:
    """Decides edges, by their type and then by the nodes at their ends."""

    def __init__(self, mapping: EdgeMapping) -> None:
        self._mapping = mapping
        self._values = _Values(mapping.kinds)
        self._between = {
            "-".join(sorted(each.split("-"))): kind for each, kind in mapping.between.items()
        }

    def by_type(self, edge: RawEdge) -> tuple[EdgeKind, Reason]:
        value = said(edge, self._mapping.type)
        found = self._values.get(value) if value else self._mapping.kinds.get("")
        return found or EdgeKind.UNDECIDED, _reason(self._mapping.type, value)

    def by_ends(
        self, edge: RawEdge, kinds: dict[str, NodeKind], typed: Reason
    ) -> tuple[EdgeKind, Reason]:
        value = said(edge, self._mapping.type)
        key = pair(edge, kinds)
        # A type that stands in the mapping with a question mark wants an answer of its own.
        asks = value and self._values.get(value) is not None
        found = None if asks else self._between.get(key)
        if found not in {None, EdgeKind.UNDECIDED}:
            return EdgeKind(str(found)), _between(key, _BETWEEN)
        if self._mapping.otherwise not in {None, EdgeKind.UNDECIDED}:
            return EdgeKind(str(self._mapping.otherwise)), _OTHERWISE
        return EdgeKind.UNDECIDED, typed if value else _between(key, _UNTYPED)


@lru_cache(maxsize=256)
def _between(key: str, words: Text) -> Reason:
    nobody = Text(de="?", en="?")
    ends = [NODE_WORDS.get(NodeKind(each), nobody) for each in key.split("-")]
    return Reason(words.format(a=ends[0], b=ends[1]))


@dataclass(slots=True)
class _Nodes:
    """Decides nodes; which edges begin, end and lead where is gathered once."""

    graph: RawGraph
    mapping: NodeMapping
    typed: Sequence[EdgeKind]
    _patterns: list[tuple[str, re.Pattern[str], NodeKind]] = field(init=False)
    _rules: list[tuple[NodeKind | None, Callable[[str], bool], Text]] = field(init=False)
    _values: _Values[NodeKind] = field(init=False)

    def __post_init__(self) -> None:
        self._values = _Values(self.mapping.kinds)
        self._patterns = [
            (pattern, re.compile(translate(_folded_pattern(pattern))), kind)
            for pattern, kind in self.mapping.labels.items()
        ]
        begin = {edge.source for edge in self.graph.edges}
        end = {edge.target for edge in self.graph.edges}
        seats = [
            edge
            for edge, kind in zip(self.graph.edges, self.typed, strict=True)
            if kind is EdgeKind.MEMBERSHIP
        ]
        bodies = {edge.target for edge in seats} - {edge.source for edge in seats}
        self._rules = [
            (
                self.mapping.seats_lead_to,
                bodies.__contains__,
                Text(de="als Ziel von Mitgliedschaften", en="as targets of memberships"),
            ),
            (
                self.mapping.sources,
                (begin - end).__contains__,
                Text(de="nur am Anfang von Kanten", en="only at the beginning of edges"),
            ),
            (
                self.mapping.targets,
                (end - begin).__contains__,
                Text(de="nur am Ende von Kanten", en="only at the end of edges"),
            ),
        ]

    def kind(self, node: RawNode) -> tuple[NodeKind, Reason]:
        value = said(node, self.mapping.type)
        reason = _reason(self.mapping.type, value)
        found = self._values.get(value) if value else None
        if found not in {None, NodeKind.UNDECIDED}:
            return NodeKind(str(found)), reason
        label = folded(node.label or said(node, self.mapping.name) or node.id)
        for pattern, compiled, kind in self._patterns:
            if kind is not NodeKind.UNDECIDED and compiled.match(label):
                return kind, Reason(Text(de=f"mit Namen „{pattern}“", en=f'named "{pattern}"'))
        for rule, holds, words in self._rules:
            if rule not in {None, NodeKind.UNDECIDED} and holds(node.id):
                return NodeKind(str(rule)), Reason(words)
        if not value:
            found = self.mapping.kinds.get("", NodeKind.UNDECIDED)
            if found is not NodeKind.UNDECIDED:
                return found, reason
        if self.mapping.otherwise not in {None, NodeKind.UNDECIDED}:
            return NodeKind(str(self.mapping.otherwise)), _OTHERWISE
        return NodeKind.UNDECIDED, reason


def _folded_pattern(pattern: str) -> str:
    """A pattern compared without case and umlauts, its stars kept."""
    return "*".join(folded(part) for part in pattern.split("*"))
