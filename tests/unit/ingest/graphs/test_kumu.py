"""Kumu projects, blueprints, workbooks and CSV files become one raw graph."""

from __future__ import annotations

import pytest

from netmap.errors import Place
from netmap.ingest.graphs import kumu
from netmap.ingest.graphs.errors import BrokenGraphError
from netmap.ingest.graphs.raw import Direction
from netmap.ingest.json_source import JsonValue
from tests.unit.ingest.graphs.graph_texts import attributes, ends, errors, told
from tests.unit.ingest.sheet_texts import sheet

PROJECT: JsonValue = {
    "elements": [
        {
            "_id": "elem-a",
            "attributes": {"label": "Ada", "element type": "Person", "tags": ["x", "y"], "n": 3},
            "created_at": "2024",
        },
        {"_id": "elem-b", "attributes": {"label": "Rat", "element type": "Gremium"}},
    ],
    "connections": [
        {
            "_id": "conn-1",
            "from": "elem-a",
            "to": "elem-b",
            "direction": "mutual",
            "delayed": False,
            "attributes": {"connection type": "Vorsitz", "label": "seit 2020"},
        }
    ],
    "maps": [{"_id": "map-1", "elements": [{"element": "elem-a", "position": {"x": 1}}]}],
    "name": "Netz",
}


def test_a_project_is_read_with_its_ids_and_attributes() -> None:
    """Lists are joined as in cells; maps are told, Kumu's own notes left out."""
    graph = kumu.parse_document(PROJECT, "netz.json")
    assert attributes(graph) == {
        "elem-a": {"element type": "Person", "tags": "x; y", "n": 3},
        "elem-b": {"element type": "Gremium"},
    }
    (edge,) = graph.edges
    assert (edge.id, edge.label, edge.direction) == ("conn-1", "seit 2020", Direction.MUTUAL)
    assert edge.attributes == {"connection type": "Vorsitz"}
    assert graph.stable_ids
    assert "maps" in told(graph, "parts_left")[0].cause.de


def test_a_blueprint_refers_by_label_and_may_leave_elements_out() -> None:
    """Kumu makes an element of every label that a connection names."""
    graph = kumu.parse_document(
        {"elements": [{"label": "A"}], "connections": [{"from": "a", "to": "B"}]}, "plan.json"
    )
    assert list(graph.nodes) == ["A", "B"]
    assert ends(graph) == [("A", "B")]
    assert not graph.stable_ids


def test_a_workbook_has_elements_and_connections() -> None:
    """Several values of one cell stand with bars between them; other sheets are told."""
    graph = kumu.parse_sheets(
        [
            sheet("Elements", "Label | Type | Tags", "Ada | Person | ", "Rat | Gremium |"),
            sheet("Connections", "From | To | Direction | Type", "Ada | Rat | undirected | Sitz"),
            sheet("Budget", "1"),
        ],
        "liste.xlsx",
    )
    assert attributes(graph) == {"Ada": {"Type": "Person"}, "Rat": {"Type": "Gremium"}}
    assert graph.edges[0].direction is Direction.UNDIRECTED
    assert graph.edges[0].at == Place(file="liste.xlsx", sheet="Connections", line=2)
    assert "Budget" in told(graph, "parts_left")[0].cause.de


def test_a_sheet_of_connections_alone_is_enough() -> None:
    """It is known by From, To and Direction, whatever its name."""
    lonely = sheet("export", "From | To | Direction", "A | B | directed")
    assert kumu.matches_sheets([lonely])
    assert ends(kumu.parse_sheets([lonely], "export.csv")) == [("A", "B")]
    assert not kumu.matches_sheets([sheet("Berichtswege", "From | To", "A | B")])


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ({"elements": [1], "connections": []}, "elements[0]"),
        ({"elements": [{"tags": []}], "connections": []}, "elements[0]"),
        ({"elements": [], "connections": [{"from": "A"}]}, "connections[0]"),
        ([], None),
    ],
)
def test_what_is_no_kumu_is_refused_with_its_field(document: JsonValue, field: str | None) -> None:
    """The place is the path in the document."""
    with pytest.raises(BrokenGraphError) as caught:
        kumu.parse_document(document, "netz.json")
    assert caught.value.place is not None
    assert caught.value.place.field == field


def test_lost_ids_and_repeated_ones_are_told() -> None:
    """An id that no element has is no label to make one of."""
    graph = kumu.parse_document(
        {
            "elements": [{"_id": "elem-a", "label": "A"}, {"_id": "elem-a", "label": "B"}],
            "connections": [{"from": "elem-a", "to": "elem-x"}],
        },
        "netz.json",
    )
    assert {(p.code, p.place.field) for p in errors(graph)} == {
        ("ingest.id_twice", "elements[1]"),
        ("ingest.edge_leads_nowhere", "connections[0]"),
    }
