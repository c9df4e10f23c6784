"""A mapping guessed from the words in a graph; what they leave open stands in it as ``?``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from netmap.ingest.columns import title_key
from netmap.ingest.graphs.decide import decide, pair, said
from netmap.ingest.graphs.kinds import (
    EdgeKind,
    NodeKind,
    edge_kind,
    is_generic,
    is_title_of_nodes,
    node_kind,
    runs_backwards,
)
from netmap.ingest.graphs.mapping import LABEL, EdgeMapping, Mapping, NodeMapping
from netmap.ingest.graphs.raw import RawEdge, RawGraph, RawNode

_NODE_TYPES = (
    "netmapkind", "nodetype", "elementtype", "knotentyp", "knotenart", "akteurstyp", "akteursart",
    "type", "typ", "kind", "art", "kategorie", "category", "klasse", "class", "gruppe", "group",
    "classification", "klassifikation",
)  # fmt: skip
_EDGE_TYPES = (
    "edgetype", "connectiontype", "relationtype", "relationshiptype", "kantentyp", "beziehungstyp",
    "beziehungsart", "verbindungsart", "verbindungstyp", "type", "typ", "kind", "art", "relation",
    "relationship", "beziehung", "interaction", "sharedinteraction", "kategorie", "category",
    "label", "edgelabel",
)  # fmt: skip
_NAMES = ("label", "name", "title", "titel", "bezeichnung", "vname", "sharedname", "displayname")
_CLEAR = {
    "body-person": EdgeKind.MEMBERSHIP,
    "body-organization": EdgeKind.MEMBERSHIP,
    "person-topic": EdgeKind.WORKS_ON,
    "organization-topic": EdgeKind.WORKS_ON,
    "body-topic": EdgeKind.WORKS_ON,
}
# n0, 12, n0::n3, e17, node_4, 5.0: numbers that the program gave by the order of drawing.
_RUNNING = re.compile(r"(?:[A-Za-z_-]{0,6}\d{1,9}(?:\.0)?)(?:::?[A-Za-z_-]{0,6}\d{1,9})*", re.ASCII)
MOST_VALUES = 100
"""Different values above which an attribute is no type."""

_Items = Sequence[RawNode] | Sequence[RawEdge]


def guess(graph: RawGraph) -> Mapping:
    """The mapping that the words of a graph suggest.

    Types are found by the titles of attributes and by their values, in German and English; edges
    without a type by the kinds at their ends where only one reading is likely. Nothing is guessed
    from colours, positions or numbers.
    """
    nodes = list(graph.nodes.values())
    node_type = _type_attribute(nodes, _NODE_TYPES, node_kind)
    edge_type = _type_attribute(graph.edges, _EDGE_TYPES, edge_kind)
    edge_values = _values(graph.edges, edge_type)
    edges = EdgeMapping(
        type=edge_type,
        kinds={value: edge_kind(value) or EdgeKind.UNDECIDED for value in edge_values if value},
        reversed=tuple(value for value in edge_values if value and runs_backwards(value)),
        keep_ids=_made_to_last(edge.id for edge in graph.edges),
    )
    has_seats = EdgeKind.MEMBERSHIP in edges.kinds.values()
    name = _name_attribute(nodes)
    found = NodeMapping(
        type=node_type,
        kinds={
            value: node_kind(value) or NodeKind.UNDECIDED
            for value in _values(nodes, node_type)
            if value
        },
        seats_lead_to=NodeKind.BODY if has_seats else None,
        sources=_kind_of_title(graph.source_title),
        targets=_kind_of_title(graph.target_title),
        name=name,
        keep_ids=graph.stable_ids or _ids_last(nodes, name),
    )
    mapping = Mapping(nodes=found, edges=edges)
    decided = decide(graph, mapping)
    if decided.open_nodes:
        untyped = any(
            decided.nodes[node.id] is NodeKind.UNDECIDED and not said(node, node_type)
            for node in nodes
        )
        lacking = {"": NodeKind.UNDECIDED} if node_type and untyped else {}
        update: dict[str, object] = {"kinds": found.kinds | lacking}
        if node_type is None:
            update["otherwise"] = NodeKind.UNDECIDED
        mapping = mapping.model_copy(update={"nodes": found.model_copy(update=update)})
    pairs = Counter(
        pair(edge, decided.nodes)
        for edge, kind in zip(graph.edges, decided.edges, strict=True)
        if kind is EdgeKind.UNDECIDED and not said(edge, edge_type)
    )
    between = {key: _between(key, graph, decided.nodes) for key in sorted(pairs) if "?" not in key}
    found_edges: dict[str, object] = {"between": between}
    if any("?" in key for key in pairs):
        # Once their nodes are named, these edges are not to ask a second time.
        found_edges = {"between": _CLEAR | between, "otherwise": EdgeKind.UNDECIDED}
    return mapping.model_copy(update={"edges": edges.model_copy(update=found_edges)})


def _between(key: str, graph: RawGraph, kinds: dict[str, NodeKind]) -> EdgeKind:
    if key == "organization-person":
        # One house each is where they work; several are something else.
        houses = Counter(
            end
            for edge in graph.edges
            if pair(edge, kinds) == key
            for end in (edge.source, edge.target)
            if kinds[end] is NodeKind.PERSON
        )
        return EdgeKind.WORKS_FOR if max(houses.values()) == 1 else EdgeKind.UNDECIDED
    return _CLEAR.get(key, EdgeKind.UNDECIDED)


def _kind_of_title(title: str) -> NodeKind | None:
    return node_kind(title) if title and is_title_of_nodes(title) else None


def _values(items: _Items, attribute: str | None) -> list[str]:
    """All values of an attribute, most frequent first, then by alphabet."""
    if attribute is None:
        return []
    counted = Counter(said(item, attribute) for item in items)
    return sorted(counted, key=lambda value: (-counted[value], value))


def _type_attribute(
    items: _Items, titles: Sequence[str], recognise: Callable[[str], object]
) -> str | None:
    """The attribute that says what items are.

    One with a title for types counts by how much of it is understood; without such a title every
    value has to be a plain word for a kind.
    """
    counted: dict[str, Counter[str]] = {}
    for item in items:
        for title in (LABEL, *item.attributes) if item.label else item.attributes:
            values = counted.setdefault(title, Counter())
            # More than that is no type; one more says so, and is enough.
            if len(values) <= MOST_VALUES:
                values[said(item, title)] += 1
    best: tuple[float, int, str] | None = None
    for title, values in counted.items():
        values.pop("", None)
        total = values.total()
        if not total or len(values) > MOST_VALUES:
            continue
        share = sum(n for value, n in values.items() if recognise(value) is not None) / total
        key = title_key(title)
        rank = titles.index(key) if key in titles else len(titles)
        if (title == LABEL or rank == len(titles)) and not _says_kinds(title, values, share, items):
            continue
        found = (-share, rank, title)
        if best is None or found < best:
            best = found
    return best[2] if best else None


def _says_kinds(title: str, values: Iterable[str], share: float, items: _Items) -> bool:
    is_edge = bool(items) and isinstance(items[0], RawEdge)
    if title == LABEL:
        # Labels of nodes are names; those of edges often say what the edge is.
        return is_edge and share > 0.5
    return not is_edge and all(is_generic(value) for value in values)


def _name_attribute(nodes: Sequence[RawNode]) -> str:
    if sum(1 for node in nodes if node.label) * 2 >= len(nodes):
        return LABEL
    titles = Counter(title for node in nodes for title in node.attributes)
    by_key = {title_key(title): title for title in sorted(titles, reverse=True)}
    found = [by_key[key] for key in _NAMES if key in by_key]
    return max(found, key=lambda title: titles[title]) if found else LABEL


def _ids_last(nodes: Sequence[RawNode], name: str) -> bool:
    """Whether ids are more than names or numbers of the drawing."""
    apart = [node.id for node in nodes if _apart(node.id, said(node, name))]
    return len(apart) * 2 > len(nodes) and _made_to_last(apart)


def _apart(given: str, name: str) -> bool:
    return bool(name) and given.casefold() != name.casefold()


def _made_to_last(ids: Iterable[str]) -> bool:
    given = [each for each in ids if each]
    if len(set(given)) < len(given):
        return False
    return bool(given) and not all(_RUNNING.fullmatch(each) for each in given)
