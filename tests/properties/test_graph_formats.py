"""Graphs that another program wrote keep all nodes, edges and attributes when they are read."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.ingest.graphs import gexf, gml, graphml
from netmap.ingest.graphs.raw import RawGraph

_NAMES = st.sampled_from(["art", "Ebene", "x y", "ü", "seit"])
# No program writes empty texts as such, and XML has no control characters.
_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn")), min_size=1
).filter(lambda text: text == text.strip() and "nan" not in text.lower())
_WORDS = st.sampled_from(["a", "Übergang & Beruf", "<x>", '"', "1", "true"]) | _TEXTS


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiDiGraph[Any]:
    """A graph with isolates, loops and parallel edges, and texts, numbers and truths."""
    size = draw(st.integers(0, 5))
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for number in range(size):
        graph.add_node(f"n{number}", **draw(st.dictionaries(_NAMES, _WORDS, max_size=3)))
        graph.nodes[f"n{number}"].update(draw(_numbers()))
    ends = st.integers(0, max(size - 1, 0))
    for source, target in draw(st.lists(st.tuples(ends, ends), max_size=6)) if size else []:
        values = draw(st.dictionaries(_NAMES, _WORDS, max_size=2))
        graph.add_edge(f"n{source}", f"n{target}", **values, **draw(_numbers()))
    return graph


@st.composite
def _numbers(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "zahl": draw(st.integers(-(1 << 31), (1 << 31) - 1)),
        "bruch": draw(st.floats(allow_nan=False, allow_infinity=False, width=32)),
        "ja": draw(st.booleans()),
    }


def _nodes(graph: nx.MultiDiGraph[Any]) -> dict[str, dict[str, Any]]:
    return {node: dict(values) for node, values in graph.nodes(data=True)}


def _edges(graph: nx.MultiDiGraph[Any]) -> Counter[tuple[str, str, str]]:
    return Counter((a, b, _said(values)) for a, b, values in graph.edges(data=True))


def _said(values: dict[str, Any]) -> str:
    return repr(sorted(values.items()))


def _read_edges(found: RawGraph) -> Counter[tuple[str, str, str]]:
    """The edges, without the number that networkx gives to parallel ones."""
    numbers = {"key", "networkx_key"}
    return Counter(
        (
            found.nodes[e.source].label or e.source,
            found.nodes[e.target].label or e.target,
            _said({k: v for k, v in e.attributes.items() if k not in numbers}),
        )
        for e in found.edges
    )


@given(graphs())
@settings(max_examples=25, deadline=None)
def test_graphml_of_networkx_is_read_whole(graph: nx.MultiDiGraph[Any]) -> None:
    """Isolates, loops, parallel edges and typed attributes are what they were."""
    data = io.BytesIO()
    nx.write_graphml(graph, data)
    found = graphml.parse(data.getvalue(), "netz")
    assert {n.id: n.attributes for n in found.nodes.values()} == _nodes(graph)
    assert _read_edges(found) == _edges(graph)
    # Parallel edges are numbered between their ends, so that numbers repeat.
    assert {problem.code for problem in found.problems} <= {"ingest.edge_ids_repeated"}


@given(graphs())
@settings(max_examples=25, deadline=None)
def test_gexf_of_networkx_is_read_whole(graph: nx.MultiDiGraph[Any]) -> None:
    """As GraphML."""
    data = io.BytesIO()
    nx.write_gexf(graph, data)
    found = gexf.parse(data.getvalue(), "netz")
    assert {n.id: n.attributes for n in found.nodes.values()} == _nodes(graph)
    assert _read_edges(found) == _edges(graph)
    assert not found.problems


@given(graphs())
@settings(max_examples=25, deadline=None)
def test_gml_of_networkx_is_read_whole(graph: nx.MultiDiGraph[Any]) -> None:
    """GML has no names with spaces or umlauts and no truths; those are left out here."""
    kept: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    plain = {"art", "Ebene", "seit", "zahl", "bruch"}
    for node, values in graph.nodes(data=True):
        kept.add_node(node, **{k: v for k, v in values.items() if k in plain})
    for source, target, values in graph.edges(data=True):
        kept.add_edge(source, target, **{k: v for k, v in values.items() if k in plain})
    data = io.BytesIO()
    nx.write_gml(kept, data)
    found = gml.parse(data.getvalue(), "netz")
    assert {n.label: n.attributes for n in found.nodes.values()} == _nodes(kept)
    assert _read_edges(found) == _edges(kept)
    assert not found.problems
