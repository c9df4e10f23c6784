"""GEXF 1.1 to 1.3 as Gephi and others write it, turned into a raw graph."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from netmap.errors import Place
from netmap.ingest.graphs.elements import SAVE_AGAIN, Element, read_elements
from netmap.ingest.graphs.errors import BrokenGraphError
from netmap.ingest.graphs.notices import ATTRIBUTE_NOT_DECLARED, PARTS_LEFT, SEVERAL_SPELLS
from netmap.ingest.graphs.raw import Direction, RawEdge, RawGraph, RawNode, Value, add_value, inside
from netmap.ingest.graphs.typed import Declared, typed
from netmap.language import Text

FORMAT = "gexf"

_NAME = "GEXF"
_DIRECTIONS = {
    "directed": Direction.DIRECTED,
    "undirected": Direction.UNDIRECTED,
    "mutual": Direction.MUTUAL,
}
_DRAWING = frozenset({"color", "position", "size", "shape", "thickness"})
_OPEN = frozenset({"infinity", "-infinity", "inf", "-inf"})
_OF_NODE = frozenset({"id", "label", "pid", "start", "end", "startopen", "endopen"})
_OF_EDGE = frozenset(
    {"id", "source", "target", "type", "label", "start", "end", "startopen", "endopen"}
)


def parse(data: bytes, file: str) -> RawGraph:
    """The graph of a GEXF file.

    Nodes inside nodes, ``pid`` and ``parents`` are groups: what lies in them has them as parent.
    Spells become start and end.

    Raises:
        DocumentTypeError: It declares a document type or entities.
        BrokenGraphError: It is no GEXF.
    """
    root = read_elements(data, file=file, format_name=_NAME)
    graphs = list(root.named("graph"))
    if root.tag != "gexf" or not graphs:
        raise BrokenGraphError(
            place=Place(file=file, line=root.line),
            format=_NAME,
            problem=Text(
                de="Die Elemente „gexf“ und darin „graph“ fehlen.",
                en='the elements "gexf" and "graph" inside it are missing.',
            ),
            remedy=SAVE_AGAIN,
        )
    reader = _Reader(file, RawGraph(format=FORMAT, file=file))
    for graph in graphs:
        reader.read(graph)
    if reader.left:
        titles = ", ".join(reader.left)[:300]
        reader.graph.problems.append(PARTS_LEFT.at(Place(file=file), titles=titles))
    return reader.graph.close()


@dataclass(slots=True)
class _Reader:
    """Reads the elements of one file into ``graph``; ``left`` names what has no place there."""

    file: str
    graph: RawGraph
    left: dict[str, None] = field(default_factory=dict)
    _declared: dict[str, dict[str, Declared]] = field(
        default_factory=lambda: {"node": {}, "edge": {}}
    )
    _default: Direction = Direction.UNDIRECTED

    def read(self, graph: Element) -> None:
        given = graph.attributes.get("defaultedgetype", "undirected").lower()
        self._default = _DIRECTIONS.get(given, Direction.UNDIRECTED)
        for attributes in graph.named("attributes"):
            known = self._declared.get(attributes.attributes.get("class", "node").lower())
            for attribute in attributes.named("attribute"):
                own = attribute.attributes
                key = own.get("id", own.get("title", ""))
                default = next((child.text for child in attribute.named("default")), "")
                declared = Declared(own.get("title") or key, own.get("type", "string"), default)
                if known is not None:
                    known[key] = declared
        # Edges may stand before the nodes that they join.
        for child in graph.children:
            if child.tag == "nodes":
                self._nodes(child, None)
            elif child.tag == "edges":
                self._edges(child)
            elif child.tag != "attributes":
                self.left[child.tag] = None

    def _nodes(self, nodes: Element, parent: str | None) -> None:
        for element in nodes.children:
            if element.tag == "node":
                self._node(element, parent)
            else:
                self.left[element.tag] = None

    def _node(self, element: Element, parent: str | None) -> None:
        given = element.attributes.get("id", "")
        if not given:
            raise self._lacks(element, "id")
        at = Place(file=self.file, line=element.line, field=f"node[{given[:200]}]")
        node = RawNode(given, at, label=element.attributes.get("label", ""))
        above = [element.attributes.get("pid", "")]
        above += [
            each.attributes.get("for", "")
            for parents in element.named("parents")
            for each in parents.named("parent")
        ]
        found = [each for each in above if each]
        node.parent = parent or (found[0] if found else None)
        for further in found[1:]:
            add_value(node.attributes, "parent", further)
        self._data(element, "node", at, node.attributes)
        for name, value in element.attributes.items():
            if name not in _OF_NODE and not name.startswith(("xmlns", "viz:")):
                add_value(node.attributes, name, value)
        self.graph.add_node(node)
        for child in element.children:
            if child.tag == "nodes":
                self._nodes(child, given)
            elif child.tag == "edges":
                self._edges(child)

    def _edges(self, edges: Element) -> None:
        for element in edges.children:
            if element.tag != "edge":
                self.left[element.tag] = None
                continue
            own = element.attributes
            for end in ("source", "target"):
                if not own.get(end):
                    raise self._lacks(element, end)
            given = own.get("id", "")
            name = given or f"{own['source']} → {own['target']}"
            at = Place(file=self.file, line=element.line, field=f"edge[{name[:200]}]")
            edge = RawEdge(own["source"], own["target"], at, id=given, label=own.get("label", ""))
            kind = own.get("type", "").lower()
            edge.direction = _DIRECTIONS.get(kind, self._default)
            if kind and kind not in _DIRECTIONS:
                # Older files keep the kind of a tie where only its direction should stand.
                add_value(edge.attributes, "type", own["type"])
            self._data(element, "edge", at, edge.attributes)
            for title, value in own.items():
                if title not in _OF_EDGE and not title.startswith(("xmlns", "viz:")):
                    kind_of = Declared(title, "double" if title == "weight" else "string")
                    read = typed(value, kind_of, inside(at, title), self.graph.problems)
                    add_value(edge.attributes, title, read)
            self.graph.edges.append(edge)

    def _data(self, element: Element, kind: str, at: Place, attributes: dict[str, Value]) -> None:
        """Read the attributes, spells and drawing of a node or edge."""
        declared = self._declared[kind]
        values: dict[str, list[Element]] = {}
        spells = [element] if {"start", "end"} & element.attributes.keys() else []
        for child in element.children:
            if child.tag == "attvalues":
                for value in child.named("attvalue"):
                    # Version 1.1 calls the reference id.
                    key = value.attributes.get("for", value.attributes.get("id", ""))
                    values.setdefault(key, []).append(value)
            elif child.tag in {"spells", "slices"}:
                spells += child.named("spell", "slice")
            elif child.tag in _DRAWING:
                self.graph.drawing += 1
            elif child.tag not in {"nodes", "edges", "parents"}:
                self.left[f"{kind}/{child.tag}"] = None
        for key, found in values.items():
            self._value(key, found, declared, at, attributes)
        for key, each in declared.items():
            if key not in values and each.default:
                add_value(
                    attributes, each.title, typed(each.default, each, at, self.graph.problems)
                )
        self._spells(spells, at, attributes)

    def _value(
        self,
        key: str,
        found: list[Element],
        declared: dict[str, Declared],
        at: Place,
        attributes: dict[str, Value],
    ) -> None:
        known = declared.get(key)
        if known is None:
            known = Declared(key or "attvalue")
            where = Place(file=at.file, line=found[0].line, field=at.field)
            self.graph.problems.append(ATTRIBUTE_NOT_DECLARED.at(where, id=key[:200]))
        where = inside(Place(file=at.file, line=found[-1].line, field=at.field), known.title)
        # The last one is the latest; those before it are kept with their times.
        value = found[-1].attributes.get("value", "")
        add_value(attributes, known.title, typed(value, known, where, self.graph.problems))
        if len(found) > 1:
            told = [
                {name: text for name, text in each.attributes.items() if name not in {"for", "id"}}
                for each in found
            ]
            all_values = json.dumps(told, ensure_ascii=False)
            add_value(attributes, f"{known.title} (alle)", all_values)

    def _spells(self, spells: list[Element], at: Place, attributes: dict[str, Value]) -> None:
        starts = [_end(each, "start") for each in spells]
        ends = [_end(each, "end") for each in spells]
        # An open end of one spell is the open end of all.
        if starts and all(starts):
            add_value(attributes, "start", min(starts))
        if ends and all(ends):
            add_value(attributes, "end", max(ends))
        if len(spells) > 1:
            told = [
                f"{start or '…'} – {end or '…'}" for start, end in zip(starts, ends, strict=True)
            ]
            add_value(attributes, "spells", "; ".join(told))
            self.graph.problems.append(SEVERAL_SPELLS.at(at, count=len(spells)))

    def _lacks(self, element: Element, name: str) -> Exception:
        return BrokenGraphError(
            place=Place(file=self.file, line=element.line),
            format=_NAME,
            problem=Text(
                de=f"Das Element „{element.tag}“ hat keine Angabe „{name}“.",
                en=f'the element "{element.tag}" has no "{name}".',
            ),
            remedy=Text(
                de=f"Die Angabe „{name}“ ergänzen oder die Datei neu exportieren.",
                en=f'Add "{name}", or export the file again.',
            ),
        )


def _end(spell: Element, name: str) -> str:
    given = spell.attributes.get(name) or spell.attributes.get(f"{name}open") or ""
    return "" if given.lower() in _OPEN else given
