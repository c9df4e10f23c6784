"""Edge lists with and without titles, in German and English, become one raw graph."""

from __future__ import annotations

import pytest

from netmap.ingest.graphs import edge_list
from netmap.ingest.graphs.errors import BrokenGraphError
from netmap.ingest.graphs.raw import Direction, RawGraph
from tests.unit.ingest.graphs.graph_texts import ends, told
from tests.unit.ingest.sheet_texts import sheet


def read(*lines: str) -> RawGraph:
    """What is read from one sheet."""
    return edge_list.parse([sheet("Tabelle1", *lines)], "liste.xlsx")


def labels(graph: RawGraph) -> list[str]:
    """Labels of all nodes."""
    return [node.label for node in graph.nodes.values()]


@pytest.mark.parametrize(
    "titles",
    [
        "Source | Target",
        "Quelle | Ziel",
        "Ausgang | nach",
        "source_id | target_id",
        "Von | Zu",
        "Akteur A | Akteur B",
    ],
)
def test_sources_and_targets_are_known_by_their_titles(titles: str) -> None:
    """Columns besides are attributes of the edge."""
    assert edge_list.matches(sheet("x", f"Gewicht | {titles}", "1 | A | B"))
    graph = read(f"Gewicht | {titles}", "3 | Jugendamt | IHK")
    assert labels(graph) == ["Jugendamt", "IHK"]
    assert graph.edges[0].attributes == {"Gewicht": "3"}


def test_without_titles_every_row_is_an_edge() -> None:
    """What looks like the name of an organisation is no title."""
    graph = read("Schule Nord | Jugendamt", "Schule Süd | Jugendamt | wöchentlich")
    assert ends(graph) == [("schule nord", "jugendamt"), ("schule süd", "jugendamt")]
    assert graph.edges[1].attributes == {"C": "wöchentlich"}


def test_titles_that_name_kinds_are_kept_for_the_guess() -> None:
    """Above two columns, "Person" and "Gremium" say what stands in them."""
    graph = read("Person | Gremium", "Ada | Rat")
    assert (graph.source_title, graph.target_title) == ("Person", "Gremium")
    assert labels(graph) == ["Ada", "Rat"]


def test_names_are_the_same_in_any_case_and_isolates_stay() -> None:
    """A row with one name alone is somebody without ties."""
    graph = read("source | target", "Ada | Bo", "ADA | Ce", "Dora |", "| Emil")
    assert labels(graph) == ["Ada", "Bo", "Ce", "Dora", "Emil"]
    assert len(graph.edges) == 2
    assert not graph.problems


def test_types_of_both_ends_may_stand_beside_them() -> None:
    """The first word for a name counts; another one is told with its place."""
    graph = read(
        "source | source_type | target | target_type",
        "Ada | Person | Rat | Gremium",
        "Ada | Amt | Rat | Gremium",
    )
    assert graph.nodes["ada"].attributes == {"type": "Person"}
    (problem,) = told(graph, "kind_twice")
    assert problem.place.text().de == "liste.xlsx, Blatt Tabelle1, Zeile 3, Spalte source_type"


def test_directions_are_read_where_a_column_holds_them() -> None:
    """Gephi calls it Type; a yes or no counts as well."""
    graph = read("Source | Target | Type", "A | B | Undirected", "A | C | Directed")
    directions = [Direction.UNDIRECTED, Direction.DIRECTED]
    assert [edge.direction for edge in graph.edges] == directions
    graph = read("Quelle | Ziel | gerichtet", "A | B | nein", "A | C | ja")
    assert [edge.direction for edge in graph.edges] == directions


def test_a_row_with_data_but_without_an_end_is_told() -> None:
    """Its data have nowhere to go."""
    graph = read("source | target | Thema", "A | | Übergang")
    (problem,) = told(graph, "parts_left")
    assert (problem.place.line, "Thema" in problem.cause.de) == (2, True)


def test_one_column_is_no_edge_list() -> None:
    """The error says what an edge list is."""
    with pytest.raises(BrokenGraphError) as caught:
        read("Ada", "Bo")
    assert "zwei Spalten" in caught.value.remedy_text.de
    assert not edge_list.matches(sheet("x", "Name | Organisation", "Ada | Amt"))
