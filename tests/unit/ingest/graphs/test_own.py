"""What netmap exported as a graph comes back as the same records."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from netmap.ingest.graphs import gexf, graphml
from netmap.ingest.graphs.raw import RawGraph
from netmap.ingest.graphs.reading import parsed_graph
from netmap.language import Language
from netmap.model import Membership, Organization, Person
from netmap.network import Network
from netmap.values import Record
from netmap.views.exports import gexf as gexf_export
from netmap.views.exports import graphml as graphml_export
from netmap.views.exports.contents import Contents
from netmap.vocabulary import BESIDE
from tests.strategies import networks_of_records
from tests.unit.ingest.graphs.graph_texts import errors, told

Write = Callable[[Contents, Language], bytes]
Read = Callable[[bytes, str], RawGraph]
BOTH: list[tuple[Write, Read]] = [
    (graphml_export.graphml, graphml.parse),
    (gexf_export.gexf, gexf.parse),
]
RECORDS: list[Record] = [
    Person(id="p/1", name="Ada", organization_id="amt", attributes={"Zimmer": 4, "a": None}),
    Organization(id="amt", name="Amt", functions=("a", "b"), meets=False, start_date="2020-05"),
    Membership(id="m", member_id="p/1", organization_id="amt"),
]


def exported(write: Write, records: list[Record]) -> bytes:
    """An export of these records for the coordinator."""
    network = Network.from_records(records, network_id="kreis", name="Kreis")
    return write(Contents.of(network, confidential=True), Language.DE)


@pytest.mark.parametrize(("write", "read"), BOTH)
@given(records=networks_of_records(max_records_per_kind=1))
@settings(max_examples=10, deadline=None)
def test_an_export_comes_back_without_a_mapping(
    write: Write, read: Read, records: list[Record]
) -> None:
    """Every field of every record, isolates and parallel ties, lists and open attributes.

    What people say beside the data is no part of the graph, and stays away.
    """
    records = [record for record in records if record.kind not in BESIDE]
    parsed = parsed_graph(read(exported(write, records), "netz"), None)
    if not records:
        return
    found = {record.id: record for record in parsed.records}
    assert found == {record.id: record.model_copy(update={"version": 0}) for record in records}
    assert not errors(parsed)


@pytest.mark.parametrize(("write", "read"), BOTH)
def test_what_other_programs_added_is_told(write: Write, read: Read) -> None:
    """A column that Gephi computed is no field of a record."""
    graph = read(exported(write, RECORDS), "netz")
    graph.nodes["amt"].attributes["Modularity Class"] = 3
    parsed = parsed_graph(graph, None)
    assert len(parsed.records) == 3
    assert "Modularity Class" in told(parsed, "parts_left")[0].cause.de


@pytest.mark.parametrize(
    ("attribute", "value", "code"),
    [
        ("netmap_kind", "robot", "kind_unknown"),
        ("functions", "[1", "field_broken"),
    ],
)
def test_a_damaged_export_is_refused(attribute: str, value: str, code: str) -> None:
    """An error with the place of the damage keeps all of it from being imported."""
    graph = graphml.parse(exported(graphml_export.graphml, RECORDS), "netz")
    graph.nodes["amt"].attributes[attribute] = value
    parsed = parsed_graph(graph, None)
    (problem,) = told(parsed, code)
    assert problem in errors(parsed)
    assert "amt" in str(problem.place.field)
