"""GEXF of all versions becomes one raw graph, with its groups and spells."""

from __future__ import annotations

import pytest

from netmap.ingest.graphs import gexf
from netmap.ingest.graphs.errors import BrokenGraphError, DocumentTypeError
from netmap.ingest.graphs.raw import Direction
from tests.unit.ingest.graphs.graph_texts import attributes, errors, from_gexf, told

NODES = '<nodes><node id="0" label="Ada"/><node id="1" label="Rat"/></nodes>'


@pytest.mark.parametrize("reference", ["for", "id"])
@pytest.mark.parametrize("version", ["1.1draft", "1.2draft", "1.3"])
def test_attributes_are_read_by_type_in_every_version(version: str, reference: str) -> None:
    """Version 1.1 calls the reference id, later ones for; defaults fill what is missing."""
    graph = from_gexf(
        '<attributes class="node"><attribute id="0" title="Typ" type="string"/>'
        '<attribute id="1" title="Grad" type="integer"/>'
        '<attribute id="2" title="aktiv" type="boolean"><default>true</default></attribute>'
        '<attribute id="3" title="Felder" type="liststring"/></attributes>'
        f'<nodes><node id="a"><attvalues><attvalue {reference}="0" value="Amt"/>'
        f'<attvalue {reference}="1" value="3"/><attvalue {reference}="3" value="[x, y]"/>'
        "</attvalues></node></nodes>",
        version,
    )
    assert attributes(graph) == {"a": {"Typ": "Amt", "Grad": 3, "Felder": "x; y", "aktiv": True}}


def test_edges_say_their_direction_label_kind_and_weight() -> None:
    """Mutual is a direction of its own; what no version knows as direction is a kind of tie."""
    graph = from_gexf(
        f'{NODES}<edges><edge id="e" source="0" target="1" type="undirected" weight="2"/>'
        '<edge source="0" target="1" type="mutual" kind="Sitz" label="Vorsitz"/>'
        '<edge source="0" target="1" type="Austausch"/></edges>'
    )
    assert [edge.direction for edge in graph.edges] == [
        Direction.UNDIRECTED,
        Direction.MUTUAL,
        Direction.DIRECTED,
    ]
    assert [edge.attributes for edge in graph.edges] == [
        {"weight": 2},
        {"kind": "Sitz"},
        {"type": "Austausch"},
    ]
    assert graph.edges[1].label == "Vorsitz"


def test_groups_are_read_from_nesting_pid_and_parents() -> None:
    """All three ways lead to the same."""
    graph = from_gexf(
        '<nodes><node id="g"><nodes><node id="a"/></nodes></node><node id="b" pid="g"/>'
        '<node id="c"><parents><parent for="g"/></parents></node></nodes>'
    )
    assert {node.id: node.parent for node in graph.nodes.values()} == {
        "g": None,
        "a": "g",
        "b": "g",
        "c": "g",
    }


def test_spells_become_start_and_end() -> None:
    """Several spells are one range, told with the spells kept; endless ends are open."""
    graph = from_gexf(
        '<nodes><node id="a" start="2020-01-01" end="2021-12-31"/>'
        '<node id="b"><spells><spell start="2019"/><spell start="2022" end="2023"/></spells></node>'
        '<node id="c" start="-Infinity" end="2024"/></nodes>'
    )
    assert attributes(graph) == {
        "a": {"start": "2020-01-01", "end": "2021-12-31"},
        "b": {"start": "2019", "spells": "2019 – …; 2022 – 2023"},
        "c": {"end": "2024"},
    }
    (problem,) = told(graph, "several_spells")
    assert problem.place.field == "node[b]"


def test_of_values_in_time_the_last_counts_and_all_are_kept() -> None:
    """A dynamic attribute has a history."""
    graph = from_gexf(
        '<attributes class="node" mode="dynamic"><attribute id="0" title="Ebene"/></attributes>'
        '<nodes><node id="a"><attvalues><attvalue for="0" value="operativ" end="2020"/>'
        '<attvalue for="0" value="steuernd" start="2021"/></attvalues></node></nodes>'
    )
    values = attributes(graph)["a"]
    assert values["Ebene"] == "steuernd"
    assert '"operativ"' in str(values["Ebene (alle)"])


def test_drawings_are_counted() -> None:
    """Colours and places are no data of the network."""
    graph = from_gexf(
        '<nodes><node id="a"><viz:color xmlns:viz="v" r="1"/><viz:size xmlns:viz="v" value="2"/>'
        "</node></nodes>"
    )
    (problem,) = told(graph, "drawing_left")
    assert "2" in problem.cause.de


def test_errors_name_line_and_element() -> None:
    """A lost group, a lost end and a repeated id are told at once."""
    graph = from_gexf(
        '<nodes>\n<node id="a" pid="fort"/>\n<node id="a"/></nodes>\n'
        '<edges><edge source="a" target="b"/></edges>'
    )
    assert {(p.code, p.place.line) for p in errors(graph)} == {
        ("ingest.group_unknown", 3),
        ("ingest.id_twice", 4),
        ("ingest.edge_leads_nowhere", 5),
    }
    with pytest.raises(BrokenGraphError) as caught:
        from_gexf("<nodes>\n<node/></nodes>")
    assert caught.value.place is not None
    assert caught.value.place.line == 3


def test_document_types_are_refused() -> None:
    """As in GraphML."""
    with pytest.raises(DocumentTypeError):
        gexf.parse(b'<!DOCTYPE gexf [<!ENTITY a "b">]><gexf><graph/></gexf>', "netz.gexf")
    with pytest.raises(BrokenGraphError):
        gexf.parse(b"<gexf/>", "netz.gexf")
