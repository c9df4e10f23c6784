"""GraphML in the dialects of yEd, Gephi, igraph, Cytoscape and networkx becomes one raw graph."""

from __future__ import annotations

import pytest

from netmap.ingest.errors import SourceError
from netmap.ingest.graphs import graphml
from netmap.ingest.graphs.elements import MAX_DEPTH
from netmap.ingest.graphs.errors import BrokenGraphError, DocumentTypeError
from netmap.ingest.graphs.raw import Direction
from netmap.language import Language
from tests.unit.ingest.graphs.graph_texts import YED, attributes, ends, errors, from_graphml, told

YED_FILE = """\
<key for="node" id="d6" yfiles.type="nodegraphics"/>
<key for="edge" id="d10" yfiles.type="edgegraphics"/>
<graph edgedefault="directed" id="G">
<node id="n0"><data key="d6"><y:ShapeNode><y:Fill color="#FFCC00"/>
<y:NodeLabel>Anna &amp; Bo</y:NodeLabel><y:NodeLabel>Zimmer 4</y:NodeLabel></y:ShapeNode>
</data></node>
<node id="n1" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode>
<y:Realizers active="1"><y:GroupNode><y:NodeLabel>offen</y:NodeLabel></y:GroupNode>
<y:GroupNode><y:NodeLabel>Jugendamt</y:NodeLabel></y:GroupNode></y:Realizers>
</y:ProxyAutoBoundsNode></data>
<graph edgedefault="directed" id="n1:"><node id="n1::n0"/></graph></node>
<edge id="e0" source="n0" target="n1::n0"><data key="d10"><y:PolyLineEdge>
<y:EdgeLabel>Austausch</y:EdgeLabel></y:PolyLineEdge></data></edge>
</graph>"""


def test_labels_and_groups_of_yed_are_read() -> None:
    """The first label is the name, further ones attributes; a group shows its active look."""
    graph = from_graphml(YED_FILE)
    assert {node.id: node.label for node in graph.nodes.values()} == {
        "n0": "Anna & Bo",
        "n1": "Jugendamt",
        "n1::n0": "",
    }
    assert graph.nodes["n0"].attributes == {"label 2": "Zimmer 4"}
    assert graph.nodes["n1::n0"].parent == "n1"
    assert graph.edges[0].label == "Austausch"
    assert [problem.code for problem in graph.problems] == ["ingest.drawing_left"]


IGRAPH = """\
<key id="v_b" for="node" attr.name="aktiv" attr.type="boolean"/>
<key id="v_n" for="node" attr.name="zahl" attr.type="double"/>
<key id="v_i" for="node" attr.name="nummer" attr.type="int"><default>7</default></key>
<graph edgedefault="undirected">%s</graph>"""


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True), ("TRUE", True), ("1", True), ("T", True), ("false", False), ("0", False),
        ("F", False), ("FALSE", False),
    ],
)  # fmt: skip
def test_booleans_are_read_in_every_spelling_of_igraph(written: str, value: bool) -> None:
    """R writes TRUE, C writes true or 1."""
    graph = from_graphml(IGRAPH % f'<node id="a"><data key="v_b">{written}</data></node>')
    assert attributes(graph)["a"]["aktiv"] is value


def test_numbers_are_typed_and_unknown_ones_left_out() -> None:
    """NaN is what igraph writes for a missing number; what is endless stays text."""
    graph = from_graphml(
        IGRAPH % '<node id="a"><data key="v_n">2.5</data><data key="v_i">3</data></node>'
        '<node id="b"><data key="v_n">NaN</data></node><node id="c"><data key="v_n">1e999</data>'
        '<data key="v_i">123456789012345678901234567890</data></node>'
    )
    assert attributes(graph) == {
        "a": {"zahl": 2.5, "nummer": 3},
        "b": {"nummer": 7},
        "c": {"zahl": "1e999", "nummer": "123456789012345678901234567890"},
    }


def test_a_value_of_another_type_is_kept_as_text_and_told_with_its_line() -> None:
    """One value never costs a node."""
    graph = from_graphml(IGRAPH % '\n<node id="a">\n<data key="v_b">vielleicht</data></node>')
    (problem,) = told(graph, "value_of_other_type")
    assert attributes(graph)["a"]["aktiv"] == "vielleicht"
    assert problem.place.text().de == "netz.graphml, Zeile 7, Feld node[a].aktiv"
    assert "boolean" in problem.cause.de
    assert problem.remedy.en


def test_a_key_that_is_not_declared_keeps_its_value_under_its_id() -> None:
    """Nothing is left out because its declaration is missing."""
    graph = from_graphml('<graph>\n<node id="a"><data key="zz">Amt</data></node></graph>')
    (problem,) = told(graph, "attribute_not_declared")
    assert attributes(graph) == {"a": {"zz": "Amt"}}
    assert (problem.place.line, "zz" in problem.cause.en) == (3, True)


def test_edges_may_be_of_both_directions_have_ports_and_be_parallel() -> None:
    """What other readers refuse or merge is kept."""
    graph = from_graphml(
        '<graph edgedefault="directed"><node id="a"><port name="p"/></node><node id="b"/>'
        '<edge source="a" target="b" sourceport="p"/><edge source="a" target="b"/>'
        '<edge source="b" target="b" directed="false"/></graph>'
    )
    assert ends(graph) == [("a", "b"), ("a", "b"), ("b", "b")]
    directions = [edge.direction for edge in graph.edges]
    assert directions == [Direction.DIRECTED, Direction.DIRECTED, Direction.UNDIRECTED]
    assert graph.edges[0].attributes == {"sourceport": "p"}


def test_thousands_of_values_of_one_title_take_no_time() -> None:
    """Each gets its number without a walk through all before it."""
    data = '<data key="x">1</data>' * 5_000
    graph = from_graphml(f'<key id="x" for="node"/><graph><node id="n">{data}</node></graph>')
    assert list(graph.nodes["n"].attributes)[-1] == "x (5000)"


def test_two_keys_of_one_title_are_two_attributes() -> None:
    """The second is numbered."""
    graph = from_graphml(
        '<key id="a" for="node" attr.name="x"/><key id="b" for="all" attr.name="x"/>'
        '<graph><node id="n"><data key="a">1</data><data key="b">2</data></node></graph>'
    )
    assert attributes(graph) == {"n": {"x": "1", "x (2)": "2"}}


def test_what_has_no_place_in_a_network_is_named() -> None:
    """Data of the whole graph are not left out in silence."""
    graph = from_graphml(
        '<key id="g" for="graph" attr.name="titel"/><graph><data key="g">Netz</data>'
        '<node id="a"/></graph>'
    )
    (problem,) = told(graph, "parts_left")
    assert "graph/data" in problem.cause.de


def test_ends_that_lead_nowhere_and_repeated_ids_are_all_told() -> None:
    """Each error has its place, cause and remedy, and they come in one report."""
    graph = from_graphml(
        '<graph>\n<node id="a"/>\n<node id="a"/>\n<edge source="a" target="nie"/>\n</graph>'
    )
    found = {(p.code, p.place.line) for p in errors(graph)}
    assert found == {("ingest.id_twice", 4), ("ingest.edge_leads_nowhere", 5)}
    assert all(problem.remedy.de and problem.cause.en for problem in errors(graph))


def test_ids_of_edges_may_repeat() -> None:
    """As those that networkx gives to edges between different nodes do; no edge is lost."""
    graph = from_graphml(
        '<graph><node id="a"/><edge id="0" source="a" target="a"/>'
        '<edge id="0" source="a" target="a"/></graph>'
    )
    assert len(graph.edges) == 2
    assert "2" in told(graph, "edge_ids_repeated")[0].cause.de


BOMB = '<!DOCTYPE g [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n'


@pytest.mark.parametrize(
    "declaration",
    [
        BOMB,
        '<!DOCTYPE graphml SYSTEM "http://graphml.graphdrawing.org/dtds/graphml.dtd">\n',
        '<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n',
    ],
)
def test_document_types_and_entities_are_refused(declaration: str) -> None:
    """Whether they would do harm or not: nothing is expanded and nothing is fetched."""
    with pytest.raises(DocumentTypeError) as caught:
        graphml.parse(f"{declaration}{YED}<graph/></graphml>".encode(), "netz.graphml")
    assert "DOCTYPE" in caught.value.remedy_text.de


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ('<graph>\n<hyperedge><endpoint node="a"/></hyperedge></graph>', 3, "hyperedge"),
        ("<graph>\n\n<node/></graph>", 4, "„id“"),
        ('<graph><node id="a"/>\n<edge source="a"/></graph>', 3, "„target“"),
        ("<graph>\n<node id='a'></graph>", 3, "Anfang und Ende eines Elements"),
        ("<key/>", 2, "„id“"),
    ],
)
def test_what_is_no_graphml_is_refused_with_its_line(body: str, line: int, words: str) -> None:
    """Cause and remedy say what to do about it."""
    with pytest.raises(BrokenGraphError) as caught:
        from_graphml(body)
    assert caught.value.place is not None
    assert caught.value.place.line == line
    assert words in caught.value.message(Language.DE)
    assert caught.value.remedy_text.en


@pytest.mark.parametrize("body", ["<a>" * 200_000, "<graph>" * (MAX_DEPTH + 1), "<!-- " * 9, ""])
def test_deep_or_unfinished_files_end_in_an_error(body: str) -> None:
    """Neither the stack nor the time is used up."""
    with pytest.raises(SourceError):
        graphml.parse(f"{YED}{body}".encode(), "netz.graphml")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_every_encoding_that_xml_declares_is_read(encoding: str) -> None:
    """Umlauts are what they were."""
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>{YED}<graph><node id="Süd"/></graph>'
    graph = graphml.parse(f"{text}</graphml>".encode(encoding), "netz.graphml")
    assert list(graph.nodes) == ["Süd"]
