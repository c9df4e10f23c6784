"""What people see in Neo4j Browser, and what happens when they change it there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from neo4j import Driver, GraphDatabase

from netmap.changes import Delete
from netmap.model import Membership, Organization, Person
from netmap.store.neo4j import Neo4jStore
from netmap.vocabulary import Level
from tests.contract.desk import CITY, SEAT, STEERING, Desk, changed


@pytest.fixture
def browser(neo4j_url: str) -> Iterator[Driver]:
    """A connection of somebody who works in Neo4j itself."""
    with GraphDatabase.driver(neo4j_url) as driver:
        yield driver


@pytest.fixture
def desk(neo4j_url: str) -> Iterator[Desk]:
    """A desk for a network that nobody has founded yet."""
    store = Neo4jStore(neo4j_url)
    yield Desk(store, f"graph-{uuid4().hex}")
    store.close()


def rows(browser: Driver, desk: Desk, query: str) -> list[list[Any]]:
    """What a query about the desk's network returns."""
    records = browser.execute_query(query, n=desk.network_id).records
    return [list(record.values()) for record in records]


def bodies(browser: Driver, desk: Desk) -> list[str]:
    """Ids of the nodes with the label Body."""
    return [each for (each,) in rows(browser, desk, "MATCH (b:Body {network: $n}) RETURN b.id")]


def test_it_is_the_graph_that_one_expects(desk: Desk, browser: Driver) -> None:
    """Persons, bodies and topics are nodes, ties are relationships between them."""
    desk.found(*CITY)
    found = rows(
        browser,
        desk,
        "MATCH (a:Record {network: $n})-[r]->(b:Record {network: $n})"
        " RETURN a.id, type(r), b.id ORDER BY a.id, type(r), b.id",
    )
    assert found == [
        ["ada", "EXCHANGES_WITH", "bo"],
        ["ada", "MEMBER_OF", "steering"],
        ["ada", "PARTY_TO", "pact"],
        ["ada", "WORKS_FOR", "office"],
        ["bo", "WORKS_ON", "orientation"],
        ["office", "PARTY_TO", "pact"],
        ["office", "REPORTS_TO", "steering"],
        ["old steering", "PART_OF", "office"],
        ["old steering", "SUCCEEDED_BY", "steering"],
        ["orientation", "PART_OF", "field"],
        ["pact", "CARRIED_BY", "bo"],
        ["pact", "DECIDED_BY", "steering"],
    ]
    assert rows(
        browser,
        desk,
        "MATCH (p:Person {name: 'Ada Lovelace', network: $n})-[r:MEMBER_OF]->(b:Organization:Body)"
        " RETURN r.role, b.name",
    ) == [["member", "Steuergremium"]]


def test_relationships_follow_the_fields_that_make_them(desk: Desk, browser: Driver) -> None:
    """Leading a field elsewhere, or emptying it, leads the relationship with it."""
    desk.found(*CITY)
    desk.edit("ada", organization_id="steering")
    desk.edit("pact", party_ids=("bo",), decided_by_id=None)
    links = "MATCH (a {id: $id, network: $n})-[r:WORKS_FOR|PARTY_TO|DECIDED_BY]-(b) RETURN b.id"
    assert rows(browser, desk, links.replace("$id", "'ada'")) == [["steering"]]
    assert rows(browser, desk, links.replace("$id", "'pact'")) == [["bo"]]


def test_dates_of_validity_are_days(desk: Desk, browser: Driver) -> None:
    """Partial and unknown dates stand as the days that a query can compare."""
    desk.found(Person(id="p", name="P", start_date="2024-02"), Person(id="q", name="Q"))
    found = rows(
        browser,
        desk,
        "MATCH (p:Person {network: $n})"
        " RETURN p.start_date, p.valid_from, p.valid_to ORDER BY p.id",
    )
    assert found == [
        ["2024-02", "2024-02-01", "9999-12-31"],
        [None, "0001-01-01", "9999-12-31"],
    ]


def test_the_label_of_bodies_follows_every_change(desk: Desk, browser: Driver) -> None:
    """An organisation is marked as a body exactly as long as it is one."""
    office, party = Organization(id="o", name="O"), Organization(id="p", name="P")
    desk.found(office, changed(party, classification="Partei"), Person(id="ada", name="Ada"))
    assert bodies(browser, desk) == []
    desk.put(
        Membership(id="1", member_id="ada", organization_id="o"),
        Membership(id="2", member_id="ada", organization_id="p"),
    )
    assert bodies(browser, desk) == ["o"]
    desk.edit("1", organization_id="p")
    assert bodies(browser, desk) == []
    desk.edit("p", classification="")
    assert bodies(browser, desk) == ["p"]
    desk.edit("p", meets=False)
    assert bodies(browser, desk) == []
    desk.edit("o", level=Level.OPERATIONAL)
    assert bodies(browser, desk) == ["o"]
    desk.edit("p", meets=None)
    desk.apply(Delete(record_id="1", version=3), Delete(record_id="2", version=2))
    assert bodies(browser, desk) == ["o"]


def test_a_record_removed_by_hand_is_gone(desk: Desk, browser: Driver) -> None:
    """Somebody who deletes a node in Neo4j's own tools breaks no later reading or writing."""
    desk.found(STEERING, Person(id="ada", name="Ada"), changed(SEAT, on_behalf_of_ids=()))
    assert len(desk.records()) == 3
    browser.execute_query("MATCH (r {network: $n, id: 'ada'}) DETACH DELETE r", n=desk.network_id)
    assert set(desk.records()) == {"steering"}
    state = "MATCH (n:Network {id: $n}) RETURN n.records, n.versions"
    assert rows(browser, desk, state) == [[1, 1]]
    desk.put(Person(id="bo", name="Bo"))
    assert set(desk.records()) == {"steering", "bo"}


def test_records_of_others_are_left_alone(desk: Desk, browser: Driver) -> None:
    """Nodes that somebody else keeps in the same database are neither read nor touched."""
    browser.execute_query(
        "CREATE (:Person {id: 'ada', name: $n})-[:MEMBER_OF]->(:Organization {id: 'steering'})",
        n=desk.network_id,
    )
    desk.found(*CITY)
    assert len(desk.records()) == len(CITY)
    desk.delete(*(record.id for record in CITY))
    foreign = "MATCH (p:Person {name: $n})-[:MEMBER_OF]->(o) RETURN p.id, o.id"
    assert rows(browser, desk, foreign) == [["ada", "steering"]]
    browser.execute_query(
        "MATCH (p:Person {name: $n})-[:MEMBER_OF]->(o) DETACH DELETE p, o", n=desk.network_id
    )
