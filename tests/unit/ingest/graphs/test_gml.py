"""GML in the dialects of igraph, yEd, Cytoscape and networkx becomes one raw graph."""

from __future__ import annotations

import pytest

from netmap.ingest.graphs import gml
from netmap.ingest.graphs.errors import BrokenGraphError
from netmap.ingest.graphs.raw import Direction
from tests.unit.ingest.graphs.graph_texts import attributes, ends, errors, from_gml, told


def test_nodes_edges_and_attributes_are_read() -> None:
    """Ids may be numbers or texts; entities stand for characters; comments are passed over."""
    graph = from_gml(
        '# von Hand\ndirected 1\nnode [ id 1 label "J&#228;ger &amp; S&ouml;hne" x 2.5 leer "" ]\n'
        'node [ id "amt" aktiv 1 nichts NaN ]\nedge [ source 1 target "amt" label "Austausch" ]'
    )
    assert graph.nodes["1"].label == "Jäger & Söhne"
    assert attributes(graph) == {"1": {"x": 2.5}, "amt": {"aktiv": 1}}
    assert ends(graph) == [("1", "amt")]
    assert (graph.edges[0].direction, graph.edges[0].label) == (Direction.DIRECTED, "Austausch")


def test_labels_and_groups_of_yed_are_read() -> None:
    """Where a node has no label, the drawing has; gid names its group."""
    graph = from_gml(
        'node [ id 0 isGroup 1 LabelGraphics [ text "Amt" ] graphics [ x 1.0 fill "#FF" ] ]\n'
        "node [ id 1 gid 0 ]"
    )
    assert graph.nodes["0"].label == "Amt"
    assert graph.nodes["1"].parent == "0"
    assert "2" in told(graph, "drawing_left")[0].cause.de


def test_lists_and_nested_values_are_kept() -> None:
    """Several entries of one key are a list; what is nested becomes JSON."""
    graph = from_gml(
        'node [ id 1 thema "A" thema "B" eins "_networkx_list_start" eins "C"\n'
        "ort [ plz 45 str [ nr 1 ] ] ]"
    )
    assert attributes(graph)["1"] == {
        "thema": "A; B",
        "eins": "C",
        "ort": '{"plz": 45, "str": {"nr": 1}}',
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_encodings_are_found_out(encoding: str) -> None:
    """GML is Latin-1 by its definition and UTF-8 in most files."""
    graph = gml.parse('graph [ node [ id 1 label "Süd" ] ]'.encode(encoding), "netz.gml")
    assert graph.nodes["1"].label == "Süd"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('graph [\nnode [ id 1 label "offen ]\n]', 2),
        ("graph [\nnode [ id 1", 2),
        ("graph [ node [\n1 2 ] ]", 2),
        ("graph [ node [ id ] ]", 1),
        ("graph [\n\nnode [ label 1 ] ]", 3),
        ("graph [ node [ id 1 ]\nedge [ source 1 ] ]", 2),
        ("graph 1", 1),
        ("graph [ " + "a [ " * 100, 1),
        ("graph [ ] ]", 1),
    ],
)
def test_what_is_no_gml_is_refused_with_its_line(text: str, line: int) -> None:
    """Unclosed texts and brackets, keys without values, nodes without ids."""
    with pytest.raises(BrokenGraphError) as caught:
        gml.parse(text.encode(), "netz.gml")
    assert caught.value.place is not None
    assert caught.value.place.line == line
    assert caught.value.remedy_text.de


def test_repeated_ids_and_lost_ends_are_told_with_their_lines() -> None:
    """Both stop the import."""
    graph = from_gml("node [ id 1 ]\nnode [ id 1 ]\nedge [ source 1 target 9 ]")
    assert {(p.code, p.place.line) for p in errors(graph)} == {
        ("ingest.id_twice", 3),
        ("ingest.edge_leads_nowhere", 4),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("graph [", True),
        ("graph\n[\n", True),
        ('Creator "Gephi"\nVersion 1\ngraph [', True),
        ("# Kommentar\ngraph [", True),
        ("Graph;Name\n1;2", False),
        ("graphen [", False),
        ("a " * 2_000, False),
    ],
)
def test_gml_is_known_by_its_beginning(text: str, found: bool) -> None:
    """Comments and the name of the maker may stand first."""
    assert gml.matches(text.encode()) is found
