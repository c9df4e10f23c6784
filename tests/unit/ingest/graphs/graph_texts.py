"""Graphs written as short texts, for tests of their readers."""

from __future__ import annotations

from netmap.ingest.graphs import gexf, gml, graphml
from netmap.ingest.graphs.mapping import mapping_of
from netmap.ingest.graphs.raw import RawGraph, Value
from netmap.ingest.graphs.reading import parsed_graph
from netmap.ingest.problems import Parsed, Problem, Severity

YED = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
    ' xmlns:y="http://www.yworks.com/xml/graphml">\n'
)


def from_graphml(body: str) -> RawGraph:
    """What is read from the inside of a GraphML file, which begins at line 2."""
    return graphml.parse(f"{YED}{body}\n</graphml>".encode(), "netz.graphml")


def from_gexf(body: str, version: str = "1.3") -> RawGraph:
    """What is read from the inside of the graph of a GEXF file, which begins at line 2."""
    text = f'<gexf xmlns="http://gexf.net/{version}"><graph defaultedgetype="directed">\n{body}\n'
    return gexf.parse(f"{text}</graph></gexf>".encode(), "netz.gexf")


def from_gml(body: str) -> RawGraph:
    """What is read from the inside of a GML graph, which begins at line 2."""
    return gml.parse(f"graph [\n{body}\n]\n".encode(), "netz.gml")


def attributes(graph: RawGraph) -> dict[str, dict[str, Value]]:
    """The attributes of all nodes, by id."""
    return {node.id: node.attributes for node in graph.nodes.values()}


def ends(graph: RawGraph) -> list[tuple[str, str]]:
    """Source and target of all edges."""
    return [(edge.source, edge.target) for edge in graph.edges]


def errors(found: RawGraph | Parsed) -> list[Problem]:
    """What keeps a graph from being imported."""
    return [problem for problem in found.problems if problem.severity is Severity.ERROR]


def told(found: RawGraph | Parsed, code: str) -> list[Problem]:
    """What was said under one code."""
    return [problem for problem in found.problems if problem.code == f"ingest.{code}"]


def mapped(graph: RawGraph, **mapping: object) -> Parsed:
    """The records of a graph by a mapping; by a guess where there is none."""
    return parsed_graph(graph, mapping_of(mapping) if mapping else None)
