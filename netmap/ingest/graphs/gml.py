"""GML as Gephi, igraph, yEd, Cytoscape and networkx write it, turned into a raw graph."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from netmap.errors import Place
from netmap.ingest.csv_files import ENCODING_GUESSED, decoded
from netmap.ingest.graphs.gml_entries import Entry, broken, entries
from netmap.ingest.graphs.notices import PARTS_LEFT
from netmap.ingest.graphs.raw import Direction, RawEdge, RawGraph, RawNode, Value, add_value, listed
from netmap.language import Text

FORMAT = "gml"

_GRAPH = re.compile(
    r"(?:\s*+(?:#[^\n]*+\n|\w++\s++(?:\"[^\"]*+\"|[\w.+-]++)(?=\s)))*+\s*+graph\s*\["
)
_DRAWING = frozenset({"graphics", "LabelGraphics", "edgeAnchor", "port"})
_HEAD = 4_000
_HEADINGS = frozenset({"directed", "multigraph", "hierarchic", "id", "version", "creator"})


def matches(data: bytes) -> bool:
    """Whether a file begins as GML does: ``graph [``, after comments and what names its maker.

    >>> matches(b'Creator "me" graph [ node [ id 1 ] ]'), matches(b"Graph;Name")
    (True, False)
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    return _GRAPH.match(head) is not None


def parse(data: bytes, file: str) -> RawGraph:
    """The graph of a GML file.

    Ids may be numbers or texts. Labels are those of nodes, else those that yEd draws; ``gid`` and
    ``parent`` name the group that a node lies in. HTML entities in texts are read as what they
    stand for.

    Raises:
        EncodingError: No encoding fits.
        BrokenGraphError: It is no GML.
    """
    text, guessed = decoded(data, Place(file=file))
    top = entries(text, file)
    graphs = [entry for entry in top if entry.key.lower() == "graph"]
    if not any(isinstance(each.value, list) for each in graphs):
        raise broken(
            file,
            1,
            Text(de="Ein Abschnitt „graph [ … ]“ fehlt.", en='a section "graph [ … ]" is missing.'),
        )
    reader = _Reader(file, RawGraph(format=FORMAT, file=file))
    if guessed:
        reader.graph.problems.append(ENCODING_GUESSED.at(Place(file=file)))
    for graph in graphs:
        reader.read(_inner(graph))
    if reader.left:
        titles = ", ".join(reader.left)[:300]
        reader.graph.problems.append(PARTS_LEFT.at(Place(file=file), titles=titles))
    return reader.graph.close()


def _inner(entry: Entry) -> list[Entry]:
    return entry.value if isinstance(entry.value, list) else []


def _id(value: Value | list[Entry]) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if isinstance(value, list) else str(value)


@dataclass(slots=True)
class _Reader:
    """Reads entries into ``graph``; ``left`` names what has no place there."""

    file: str
    graph: RawGraph
    left: dict[str, None] = field(default_factory=dict)

    def read(self, entries: list[Entry]) -> None:
        directed = any(
            e.key.lower() == "directed" and e.value in {1, "1", "true"}
            for e in entries
            if not isinstance(e.value, list)
        )
        for entry in entries:
            key = entry.key.lower()
            if key == "node" and isinstance(entry.value, list):
                self._node(entry)
            elif key == "edge" and isinstance(entry.value, list):
                self._edge(entry, directed=directed)
            elif entry.key in _DRAWING:
                self.graph.drawing += 1
            elif key not in _HEADINGS:
                self.left[entry.key] = None

    def _node(self, entry: Entry) -> None:
        given = self._required(entry, "id")
        at = Place(file=self.file, line=entry.line, field=f"node[{given[:200]}]")
        node = RawNode(given, at)
        parents: list[str] = []
        drawn = self._attributes(entry, node.attributes, without=("id", "gid", "label", "isGroup"))
        for each in _inner(entry):
            if each.key == "label" and not isinstance(each.value, list):
                node.label = node.label or _text(each.value)
            elif each.key == "gid":
                parents.append(_id(each.value))
        node.label = node.label or drawn
        node.parent = parents[0] if parents else None
        self.graph.add_node(node)

    def _edge(self, entry: Entry, *, directed: bool) -> None:
        source, target = self._required(entry, "source"), self._required(entry, "target")
        given = next((_id(e.value) for e in _inner(entry) if e.key == "id"), "")
        name = given or f"{source} → {target}"
        at = Place(file=self.file, line=entry.line, field=f"edge[{name[:200]}]")
        edge = RawEdge(source, target, at, id=given)
        edge.direction = Direction.DIRECTED if directed else Direction.UNDIRECTED
        drawn = self._attributes(
            entry, edge.attributes, without=("id", "source", "target", "label")
        )
        for each in _inner(entry):
            if each.key == "label" and not isinstance(each.value, list):
                edge.label = edge.label or _text(each.value)
        edge.label = edge.label or drawn
        self.graph.edges.append(edge)

    def _required(self, entry: Entry, key: str) -> str:
        found = next((_id(e.value) for e in _inner(entry) if e.key.lower() == key), "")
        if not found:
            raise broken(
                self.file,
                entry.line,
                Text(
                    de=f"Der Abschnitt „{entry.key}“ hat keine Angabe „{key}“.",
                    en=f'the section "{entry.key}" has no "{key}".',
                ),
                Text(
                    de=f"Die Angabe „{key}“ ergänzen oder die Datei neu exportieren.",
                    en=f'Add "{key}", or export the file again.',
                ),
            )
        return found

    def _attributes(
        self, entry: Entry, attributes: dict[str, Value], *, without: tuple[str, ...]
    ) -> str:
        """Read the attributes of a node or edge; give back the label that is drawn."""
        drawn = ""
        several: dict[str, list[Value]] = {}
        for each in _inner(entry):
            if each.key in _DRAWING:
                self.graph.drawing += 1
                for part in _inner(each):
                    if part.key == "text" and not isinstance(part.value, list):
                        drawn = drawn or _text(part.value)
            elif each.key in without:
                continue
            elif isinstance(each.value, list):
                nested = json.dumps(_plain_value(each.value), ensure_ascii=False)
                several.setdefault(each.key, []).append(nested)
            elif each.value != "" and str(each.value).lower() != "nan":
                several.setdefault(each.key, []).append(each.value)
        for key, values in several.items():
            # networkx writes a list as one key many times, after a mark if it has one entry.
            kept = [value for value in values if value != "_networkx_list_start"]
            if kept:
                add_value(attributes, key, kept[0] if len(kept) == 1 else listed(kept))
        return drawn


def _text(value: Value) -> str:
    return value if isinstance(value, str) else _id(value)


def _plain_value(entries: list[Entry]) -> dict[str, object]:
    found: dict[str, object] = {}
    for entry in entries:
        value = _plain_value(entry.value) if isinstance(entry.value, list) else entry.value
        before = found.get(entry.key)
        if before is None:
            found[entry.key] = value
        else:
            found[entry.key] = [*before, value] if isinstance(before, list) else [before, value]
    return found
