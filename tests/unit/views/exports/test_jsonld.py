"""A network as JSON-LD: what it says in the terms of the W3C Organization Ontology."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef
from rdflib.term import Node

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
from netmap.views.exports.jsonld import VOCABULARY, jsonld
from netmap.vocabulary import Role
from tests.strategies import HOSTILE_TEXTS

ORG = Namespace("http://www.w3.org/ns/org#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
TIME = Namespace("http://www.w3.org/2006/time#")
NETMAP = Namespace(VOCABULARY)
# rdflib's own parser still uses it.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
BASE = "urn:netmap:network:kreis:record:"

RECORDS: list[Record] = [
    Organization(id="amt", name="Amt", short_name="A", classification="Amt"),
    Organization(id="rat", name="Rat", parent_id="amt", purpose="Steuern", meets=True),
    Organization(id="alt", name="Alter Rat", successor_id="rat", end_date="2020"),
    Person(id="ada", name="Ada", function="Leitung", organization_id="amt"),
    Person(id="nn", function="Schulleitung", attributes={"Zimmer": 4}),
    Topic(id="t", name="Thema", description="Worum es geht"),
    Topic(id="t2", name="Unterthema", parent_id="t"),
    Membership(
        id="m",
        member_id="ada",
        organization_id="rat",
        role=Role.CHAIR,
        start_date="2021-05",
        end_date="2024-05-31",
    ),
    ExchangeTie(id="e", source_id="amt", target_id="ada", topic_ids=("t",)),
    ReportingLine(id="r", sender_id="rat", receiver_id="amt", form="Protokoll"),
    Cooperation(id="k", name="Vertrag", party_ids=("amt", "rat")),
    Cooperation(id="k2", name="Absprache", party_ids=("amt", "ada")),
    WorksOn(id="w", actor_id="rat", topic_id="t"),
]


def graph(*records: Record) -> Graph:
    """What rdflib reads in the export of these records."""
    network = Network.from_records(records, network_id="kreis", name="Kreis")
    data = jsonld(Contents.of(network), Language.DE)
    return Graph().parse(data=data.decode(), format="json-ld")


@pytest.fixture(scope="module")
def found() -> Graph:
    """The export of a small network of everything."""
    return graph(*RECORDS)


@pytest.fixture(scope="module")
def ontology(real_data: Path) -> Graph:
    """The W3C Organization Ontology."""
    return Graph().parse(real_data / "schemas" / "w3c_org.ttl", format="turtle")


def named(record_id: str) -> URIRef:
    """The address of a record."""
    return URIRef(BASE + record_id)


def test_the_context_is_inside() -> None:
    """No reader has to ask another host for it."""
    document = json.loads(jsonld(Contents.of(Network.from_records(RECORDS)), Language.DE))
    assert isinstance(document["@context"], dict)


def test_organisations_and_memberships_are_those_of_org(found: Graph) -> None:
    """Parts are units, seats carry role and interval, a successor results from a change."""
    assert (named("amt"), RDF.type, ORG.Organization) in found
    assert (named("rat"), RDF.type, ORG.OrganizationalUnit) in found
    assert (named("rat"), ORG.subOrganizationOf, named("amt")) in found
    seat = named("m")
    assert found.value(seat, ORG.member) == named("ada")
    assert found.value(seat, ORG.organization) == named("rat")
    role = found.value(seat, ORG.role)
    assert {str(each) for each in found.objects(role, SKOS.prefLabel)} == {"Vorsitz", "chair"}
    interval = found.value(seat, ORG.memberDuring)
    start, end = (found.value(interval, TIME[each]) for each in ("hasBeginning", "hasEnd"))
    assert str(found.value(start, TIME.inXSDgYearMonth)) == "2021-05"
    assert str(found.value(end, TIME.inXSDDate)) == "2024-05-31"
    change = found.value(named("alt"), ORG.changedBy)
    assert found.value(change, ORG.resultingOrganization) == named("rat")


def test_persons_posts_lines_and_topics_have_terms_of_their_own_vocabularies(found: Graph) -> None:
    """FOAF, ORG and SKOS; a function without a house is no post."""
    assert str(found.value(named("ada"), FOAF.name)) == "Ada"
    post = found.value(named("ada"), ORG.holds)
    assert found.value(post, ORG.postIn) == named("amt")
    assert found.value(named("nn"), ORG.holds) is None
    assert str(found.value(named("nn"), NETMAP.function)) == "Schulleitung"
    assert (named("rat"), ORG.reportsTo, named("amt")) in found
    assert (named("t2"), SKOS.broader, named("t")) in found
    assert (named("k"), RDF.type, ORG.OrganizationalCollaboration) in found
    assert (named("k2"), RDF.type, ORG.OrganizationalCollaboration) not in found


def test_every_record_has_a_node(found: Graph) -> None:
    """As many as there are, each under its id."""
    for record in RECORDS:
        assert list(found.objects(named(record.id), RDF.type)), record.id
    larger = graph(*small.records())
    for kind, term in ((Membership, ORG.Membership), (Person, FOAF.Person), (Topic, SKOS.Concept)):
        written = [each for each in larger.subjects(RDF.type, term) if ":record:" in str(each)]
        assert len(written) == sum(isinstance(each, kind) for each in small.records())


def test_fields_without_a_term_stand_under_netmaps_own(found: Graph) -> None:
    """References among them lead to records, attributes keep titles, values and types."""
    assert found.value(named("e"), NETMAP.source_id) == named("amt")
    assert found.value(named("e"), NETMAP.topic_ids) == named("t")
    assert str(found.value(named("r"), NETMAP.form)) == "Protokoll"
    attribute = found.value(named("nn"), NETMAP.attributes)
    value = found.value(attribute, NETMAP.value)
    assert value is not None
    assert (str(found.value(attribute, NETMAP.title)), value.toPython()) == ("Zimmer", 4)  # type: ignore[attr-defined] # a literal


def test_every_term_of_org_is_one(found: Graph, ontology: Graph) -> None:
    """And stands between what the ontology says it may stand between."""
    parents: dict[Node, set[Node]] = {}
    for child, parent in ontology.subject_objects(RDFS.subClassOf):
        parents.setdefault(child, set()).add(parent)
    parents[FOAF.Person] = {FOAF.Agent}
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    properties = set(ontology.subjects(RDF.type, RDF.Property))
    used = 0
    for subject, term, target in found:
        if term == RDF.type and str(target).startswith(str(ORG)):
            assert target in classes, target
        if not str(term).startswith(str(ORG)):
            continue
        used += 1
        assert term in properties, term
        for end, side in ((subject, RDFS.domain), (target, RDFS.range)):
            allowed = {each for each in ontology.objects(term, side) if isinstance(each, URIRef)}
            kinds = all_classes(found.objects(end, RDF.type), parents)
            assert not allowed or kinds & allowed, (subject, term, target)
    assert used > 10


def all_classes(kinds: Any, parents: dict[Node, set[Node]]) -> set[Node]:
    """Some classes and all they are part of."""
    reached: set[Node] = set()
    left = list(kinds)
    while left:
        each = left.pop()
        if each not in reached:
            reached.add(each)
            left.extend(parents.get(each, ()))
    return reached


def test_any_text_and_id_survives() -> None:
    """Ids that look like addresses or markup included."""
    records = [
        Organization(id=f"{number} {text.strip()}", name=text)
        for number, text in enumerate(HOSTILE_TEXTS)
    ]
    found = graph(*records)
    names = {str(name) for name in found.objects(None, SKOS.prefLabel)}
    assert names == {record.name for record in records}
