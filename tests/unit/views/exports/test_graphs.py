"""A network as GraphML and GEXF: readers of other makes find every record in it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import xmlschema

from examples import small
from netmap.language import Language
from netmap.model import (
    Cooperation,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.network import Network
from netmap.values import Record
from netmap.views.exports.contents import Contents
from netmap.views.exports.gexf import gexf
from netmap.views.exports.graphml import graphml
from tests.strategies import HOSTILE_TEXTS

RECORDS: list[Record] = [
    Person(id="p/1 ä", name="Ada", organization_id="amt", attributes={"Zimmer": 4, "<b>": "x"}),
    Organization(id="amt", name="Amt", functions=("a", "b"), meets=False),
    Organization(id="rat", name="Rat", start_date="2020-05", end_date="2021", parent_id="amt"),
    Organization(id="allein", name="Niemand kennt uns"),
    Topic(id="t", name="Thema"),
    Membership(id="m1", member_id="p/1 ä", organization_id="rat"),
    Membership(id="m2", member_id="p/1 ä", organization_id="rat", role_label="Vorsitz"),
    ExchangeTie(id="e", source_id="amt", target_id="rat", contacts_per_year=12, confirmed=False),
    ReportingLine(id="r", sender_id="rat", receiver_id="amt", within_house=True),
    WorksOn(id="w", actor_id="rat", topic_id="t"),
    Cooperation(id="k", name="Vertrag", party_ids=("amt", "p/1 ä")),
]

Write = Callable[[Contents, Language], bytes]


def contents(*records: Record) -> Contents:
    """What an export of these records holds."""
    return Contents.of(Network.from_records(records, network_id="kreis", name="Kreis & Stadt"))


def read(write: Write, *records: Record) -> nx.Graph[Any]:
    """What networkx reads in an export."""
    data = io.BytesIO(write(contents(*records), Language.DE))
    if write is graphml:
        return nx.read_graphml(data, force_multigraph=True)
    return nx.read_gexf(data, version="1.3")


@pytest.fixture(scope="module")
def gexf_schema(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> xmlschema.XMLSchema:
    """The schema of GEXF 1.3, its parts under the names by which they refer to each other."""
    folder = tmp_path_factory.mktemp("gexf")
    for name in ("gexf", "dynamics", "viz"):
        part = (real_data / "schemas" / f"gexf_specs_1.3_{name}.xsd").read_bytes()
        (folder / f"{name}.xsd").write_bytes(part)
    return xmlschema.XMLSchema(folder / "gexf.xsd", allow="local")


@pytest.mark.parametrize("write", [graphml, gexf])
def test_every_record_is_a_node_or_an_edge(write: Write) -> None:
    """Isolates, parallel edges and loops are kept; what mirrors a field is marked as such."""
    graph = read(write, *RECORDS)
    assert len(graph) == 6
    kinds = sorted(values["netmap_kind"] for _, _, values in graph.edges(data=True))
    assert kinds == sorted(
        ["membership", "membership", "exchange_tie", "reporting_line", "works_on", *["field"] * 4]
    )
    assert graph.degree("allein") == 0


@pytest.mark.parametrize("write", [graphml, gexf])
def test_fields_keep_names_values_and_types(write: Write) -> None:
    """Texts, numbers and truths are typed, lists and nested values are JSON, the rest is absent."""
    graph = read(write, *RECORDS)
    by_label = {values["label"]: values for _, values in graph.nodes(data=True)}
    ada, office = by_label["Ada"], by_label["Amt"]
    assert json.loads(ada["attributes"]) == {"Zimmer": 4, "<b>": "x"}
    assert (office["meets"], json.loads(office["functions"])) == (False, ["a", "b"])
    assert "sector" not in ada
    (exchange,) = [
        values for _, _, values in graph.edges(data=True) if values["netmap_kind"] == "exchange_tie"
    ]
    assert (exchange["contacts_per_year"], exchange["confirmed"]) == (12.0, False)


@pytest.mark.parametrize("write", [graphml, gexf])
def test_any_text_comes_back_character_by_character(write: Write) -> None:
    """Line breaks, tabs, quotes and markup included."""
    records = [
        Organization(id=f"{number} {text.strip()}", name=text, purpose=f"a\r\nb\r{text}\tc")
        for number, text in enumerate(HOSTILE_TEXTS)
    ]
    found = read(write, *records)
    names = {values["name"]: values["purpose"] for _, values in found.nodes(data=True)}
    assert names == {each.name: each.purpose for each in records}


@pytest.mark.parametrize("write", [graphml, gexf])
def test_equal_networks_give_equal_bytes(write: Write) -> None:
    """Whatever the order of their records."""
    assert write(contents(*RECORDS), Language.DE) == write(contents(*RECORDS[::-1]), Language.DE)


def test_gexf_is_valid(gexf_schema: xmlschema.XMLSchema) -> None:
    """Small, hostile, real and empty, each fits the schema of GEXF 1.3."""
    hostile = [
        Organization(id=f"{number} {text.strip()}", name=text)
        for number, text in enumerate(HOSTILE_TEXTS)
    ]
    for records in (RECORDS, hostile, small.records(), []):
        gexf_schema.validate(gexf(contents(*records), Language.EN).decode())


def test_ids_of_graphml_are_name_tokens() -> None:
    """An id that is none stands in an attribute, and a token that nobody has takes its place."""
    records = [Organization(id="id-1", name="A"), Organization(id="ä ö", name="B")]
    found = read(graphml, *records)
    assert {node: values.get("netmap_id") for node, values in found.nodes(data=True)} == {
        "id-1": None,
        "id-1-": "ä ö",
    }


def test_validity_is_the_dynamics_of_gexf() -> None:
    """A partial date stands for the first or last of its days; its words stay an attribute."""
    found = read(gexf, *RECORDS)
    body = found.nodes["rat"]
    assert (body["start"], body["end"]) == ("2020-05-01", "2021-12-31")
    assert (body["start_date"], body["end_date"]) == ("2020-05", "2021")
