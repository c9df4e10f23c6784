"""The graph formats: telling them by their content, and reading them as records."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.ingest.graphs import edge_list, gexf, gml, graphml, kumu, own
from netmap.ingest.graphs.elements import looks_like_xml, root_name
from netmap.ingest.graphs.mapping import Mapping
from netmap.ingest.graphs.raw import RawGraph
from netmap.ingest.graphs.records import records_from
from netmap.ingest.json_source import JsonValue
from netmap.ingest.problems import Parsed
from netmap.ingest.table import Sheet
from netmap.progress import UNWATCHED, Progress

FORMATS = (graphml.FORMAT, gexf.FORMAT, gml.FORMAT, kumu.FORMAT, edge_list.FORMAT)
"""Names of the graph formats."""

_TEXTS = {graphml.FORMAT: graphml.parse, gexf.FORMAT: gexf.parse, gml.FORMAT: gml.parse}


def graph_of_text(data: bytes, file: str, source_format: str | None) -> RawGraph | None:
    """The graph in XML or GML; ``None`` where the bytes are neither, or not asked for as such.

    Raises:
        SourceError: They are, and cannot be read.
    """
    name = source_format
    if name is None:
        if looks_like_xml(data):
            name = root_name(data)
        elif gml.matches(data):
            name = gml.FORMAT
    parse = _TEXTS.get(name or "")
    return parse(data, file) if parse else None


def graph_of_document(document: JsonValue, file: str, source_format: str | None) -> RawGraph | None:
    """The graph in a JSON document; ``None`` where it is none, or not asked for as such."""
    if source_format == kumu.FORMAT or (source_format is None and kumu.matches_document(document)):
        return kumu.parse_document(document, file)
    return None


def graph_of_sheets(
    sheets: Sequence[Sheet], file: str, source_format: str | None, *, is_edge_list: bool
) -> RawGraph | None:
    """The graph in tables; ``None`` where they are none, or not asked for as such."""
    if source_format == kumu.FORMAT or (source_format is None and kumu.matches_sheets(sheets)):
        return kumu.parse_sheets(sheets, file)
    if source_format == edge_list.FORMAT or (source_format is None and is_edge_list):
        return edge_list.parse(sheets, file)
    return None


def parsed_graph(
    graph: RawGraph, mapping: Mapping | None, progress: Progress = UNWATCHED
) -> Parsed:
    """The records of a graph; a mapping is not needed for what netmap itself exported.

    Raises:
        MappingUnclearError: Some nodes or edges are not decided by any rule.
    """
    if mapping is None and own.is_own(graph):
        return own.parse(graph)
    return records_from(graph, mapping, progress)
