"""GraphML as yEd, Gephi, Cytoscape, igraph and networkx write it, turned into a raw graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from netmap.errors import Place
from netmap.ingest.graphs.elements import SAVE_AGAIN, Element, read_elements
from netmap.ingest.graphs.errors import BrokenGraphError
from netmap.ingest.graphs.notices import ATTRIBUTE_NOT_DECLARED, PARTS_LEFT
from netmap.ingest.graphs.raw import Direction, RawEdge, RawGraph, RawNode, Value, add_value, inside
from netmap.ingest.graphs.typed import Declared, typed
from netmap.language import Text

FORMAT = "graphml"

_NAME = "GraphML"
_LABELS = {"node": "NodeLabel", "edge": "EdgeLabel"}


def parse(data: bytes, file: str) -> RawGraph:
    """The graph of a GraphML file.

    Nested graphs are groups: what lies in them has them as parent. Labels that yEd draws
    (``y:NodeLabel``, ``y:EdgeLabel``) become labels; further ones become attributes. Several
    graphs in one file are read as one.

    Raises:
        DocumentTypeError: It declares a document type or entities.
        BrokenGraphError: It is no GraphML, or holds edges with more than two ends.
    """
    root = read_elements(data, file=file, format_name=_NAME)
    if root.tag != "graphml":
        raise _broken(
            file,
            root,
            Text(
                de=f"Das äußerste Element heißt „{root.tag}“ statt „graphml“.",
                en=f'the outermost element is "{root.tag}", not "graphml".',
            ),
        )
    reader = _Reader(file, RawGraph(format=FORMAT, file=file))
    reader.declare(root)
    for graph in root.named("graph"):
        reader.read(graph, parent=None)
    left = [element.tag for element in root.children if element.tag not in _KNOWN]
    reader.left.update(dict.fromkeys(left))
    if reader.left:
        titles = ", ".join(reader.left)[:300]
        reader.graph.problems.append(PARTS_LEFT.at(Place(file=file), titles=titles))
    return reader.graph.close()


_KNOWN = frozenset({"key", "graph", "desc", "data"})


def _broken(file: str, element: Element, problem: Text, remedy: Text = SAVE_AGAIN) -> Exception:
    place = Place(file=file, line=element.line)
    return BrokenGraphError(place=place, format=_NAME, problem=problem, remedy=remedy)


@dataclass(slots=True)
class _Reader:
    """Reads the elements of one file into ``graph``; ``left`` names what has no place there."""

    file: str
    graph: RawGraph
    left: dict[str, None] = field(default_factory=dict)
    _keys: dict[tuple[str, str], Declared] = field(default_factory=dict)
    _graphics: set[str] = field(default_factory=set)
    _defaults: dict[str, list[tuple[str, Declared]]] = field(
        default_factory=lambda: {"node": [], "edge": []}
    )

    def declare(self, root: Element) -> None:
        """Read the keys, which say what the attributes of nodes and edges are."""
        for key in root.below("key"):
            given = key.attributes.get("id")
            if given is None:
                raise self._lacks(key, "id")
            title = key.attributes.get("attr.name") or ""
            if not title and "yfiles.type" in key.attributes:
                self._graphics.add(given)
                continue
            default = next((child.text for child in key.named("default")), "")
            declared = Declared(title or given, key.attributes.get("attr.type", "string"), default)
            meant = key.attributes.get("for", "all")
            for kind, defaults in self._defaults.items():
                if meant in {kind, "all"}:
                    self._keys[kind, given] = declared
                    if default:
                        defaults.append((given, declared))

    def read(self, graph: Element, parent: str | None) -> None:
        """Read a graph with all graphs inside it."""
        directed = graph.attributes.get("edgedefault", "directed") != "undirected"
        for child in graph.children:
            match child.tag:
                case "node":
                    self._node(child, parent)
                case "edge":
                    self._edge(child, directed=directed)
                case "hyperedge":
                    raise self._hyperedge(child)
                case "data":
                    if child.attributes.get("key") not in self._graphics and child.text:
                        self.left["graph/data"] = None
                case "desc":
                    self.left["graph/desc"] = None
                case tag:
                    self.left[tag] = None

    def _node(self, element: Element, parent: str | None) -> None:
        given = element.attributes.get("id")
        if not given:
            raise self._lacks(element, "id")
        at = Place(file=self.file, line=element.line, field=f"node[{given[:200]}]")
        node = RawNode(given, at, parent=parent)
        node.label = self._data(element, "node", at, node.attributes)
        self.graph.add_node(node)
        self._hyperlink(element, node.attributes)
        for child in element.children:
            if child.tag == "graph":
                self.read(child, given)
            elif child.tag == "port":
                self.graph.drawing += 1
            elif child.tag not in {"data", "desc"}:
                self.left[f"node/{child.tag}"] = None

    def _edge(self, element: Element, *, directed: bool) -> None:
        ends = [element.attributes.get(end) for end in ("source", "target")]
        for name, end in zip(("source", "target"), ends, strict=True):
            if not end:
                raise self._lacks(element, name)
        source, target = (str(end) for end in ends)
        given = element.attributes.get("id", "")
        name = given or f"{source} → {target}"
        at = Place(file=self.file, line=element.line, field=f"edge[{name[:200]}]")
        own = element.attributes.get("directed")
        is_directed = directed if own is None else own.strip().lower() in {"true", "1", "t"}
        edge = RawEdge(source, target, at, id=given)
        edge.direction = Direction.DIRECTED if is_directed else Direction.UNDIRECTED
        edge.label = self._data(element, "edge", at, edge.attributes)
        for port in ("sourceport", "targetport"):
            add_value(edge.attributes, port, element.attributes.get(port))
        self.graph.edges.append(edge)
        for child in element.children:
            if child.tag not in {"data", "desc"}:
                # A graph inside an edge would have no place in the network.
                self.left[f"edge/{child.tag}"] = None

    def _data(self, element: Element, kind: str, at: Place, attributes: dict[str, Value]) -> str:
        """Read the attributes of a node or edge; give back the label that is drawn."""
        labels: list[str] = []
        given: set[str] = set()
        for child in element.named("data", "desc"):
            if child.tag == "desc":
                add_value(attributes, "description", child.text)
                continue
            key = child.attributes.get("key", "")
            declared = self._keys.get((kind, key))
            if key in self._graphics or (declared is None and child.children):
                self.graph.drawing += 1
                labels += _drawn_labels(child, _LABELS[kind])
                continue
            if declared is None:
                declared = Declared(key or "data")
                where = Place(file=at.file, line=child.line, field=at.field)
                self.graph.problems.append(ATTRIBUTE_NOT_DECLARED.at(where, id=key[:200]))
            if child.children and not child.text:
                self.left[f"{kind}/{declared.title}"] = None
            given.add(key)
            where = inside(Place(file=at.file, line=child.line, field=at.field), declared.title)
            value = typed(child.text, declared, where, self.graph.problems)
            add_value(attributes, declared.title, value)
        for key, declared in self._defaults[kind]:
            if key not in given:
                value = typed(declared.default, declared, at, self.graph.problems)
                add_value(attributes, declared.title, value)
        for number, further in enumerate(labels[1:], 2):
            add_value(attributes, f"label {number}", further)
        return labels[0] if labels else ""

    def _hyperlink(self, element: Element, attributes: dict[str, Value]) -> None:
        for name, value in element.attributes.items():
            if name.rpartition(":")[2] == "href":
                add_value(attributes, "url", value)

    def _lacks(self, element: Element, name: str) -> Exception:
        return _broken(
            self.file,
            element,
            Text(
                de=f"Das Element „{element.tag}“ hat keine Angabe „{name}“.",
                en=f'the element "{element.tag}" has no "{name}".',
            ),
            Text(
                de=f"Die Angabe „{name}“ ergänzen oder die Datei neu exportieren.",
                en=f'Add "{name}", or export the file again.',
            ),
        )

    def _hyperedge(self, element: Element) -> Exception:
        return _broken(
            self.file,
            element,
            Text(
                de="Eine Kante mit mehr als zwei Enden (hyperedge) lässt sich nicht übernehmen.",
                en="an edge with more than two ends (hyperedge) cannot be taken over.",
            ),
            Text(
                de="Statt ihrer einen Knoten anlegen (etwa das Gremium) und ihn mit jedem Ende "
                "durch eine Kante verbinden.",
                en="Make a node instead (the body, say) and join it with every end by an edge.",
            ),
        )


def _drawn_labels(data: Element, tag: str) -> list[str]:
    """Texts that a drawing shows; of a group, those of the look that is active."""
    return [label.text for label in _labels(data, tag) if label.text]


def _labels(element: Element, tag: str) -> Iterator[Element]:
    if element.tag == "Realizers" and element.children:
        # A group has one look open and one closed, each with its label.
        active = element.attributes.get("active", "0")
        at = int(active) if active.isascii() and active.isdigit() and len(active) < 4 else 0
        yield from _labels(element.children[min(at, len(element.children) - 1)], tag)
        return
    for child in element.children:
        if child.tag == tag:
            yield child
        else:
            yield from _labels(child, tag)
