"""Every query of the catalogue on a real server, and the analyses in Cypher row for row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import pytest
from neo4j import Driver, GraphDatabase, Session
from neo4j.exceptions import ClientError

from examples import city, small
from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.isolation.rows import Aspect, Isolate
from netmap.analyses.load import load
from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.link import MissingLinkRule
from netmap.analyses.overlaps.seats import Seats
from netmap.analyses.overlaps.shared import (
    function_overlap,
    member_overlap,
    organization_overlap,
    person_overlap,
    target_group_overlap,
    topic_overlap,
)
from netmap.analyses.participation.levels import participation
from netmap.dates import period, today
from netmap.errors import NetworkNotFoundError
from netmap.ingest.formats import read_source
from netmap.language import Language
from netmap.network import Network
from netmap.store.catalogue import WRITE, Query, arguments, catalogue
from netmap.store.errors import QueryError
from netmap.store.neo4j import Neo4jStore
from netmap.store.neo4j_records import PLURALS
from netmap.tables import fields
from netmap.values import Record
from netmap.vocabulary import HouseLevel, Role
from tests.contract.chance import Lot
from tests.contract.desk import CITY, Desk
from tests.missing_links import speaking_records

ALL = list(catalogue().values())
FOR_PEOPLE = [query for query in ALL if query.is_for_people]

Analysis = Callable[[Network], Sequence[object]]


def rule(of: MissingLinkRule) -> Analysis:
    """The rows of one rule of missing exchange."""
    return lambda network: [row for row in missing_exchange(network) if row.rule is of]


IN_CYPHER = set(Aspect) - {
    Aspect.COMPONENT,
    Aspect.HANGS_ON_PERSON,
    Aspect.HANGS_ON_TIE,
    Aspect.OUTDATED,
}
"""Aspects of isolation that one query can say."""


def apart(network: Network) -> list[Isolate]:
    """Who stands apart, as far as one query can say it."""
    return [row for row in isolates(network) if row.aspect in IN_CYPHER]


ANALYSES: dict[str, Analysis] = {
    "overlap_members": member_overlap,
    "overlap_persons": person_overlap,
    "overlap_organizations": organization_overlap,
    "overlap_topics": topic_overlap,
    "overlap_functions": function_overlap,
    "overlap_target_groups": target_group_overlap,
    "isolates": apart,
    "participation": participation,
    "load": load,
    "missing_exchange_shared_topic": rule(MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE),
    "missing_exchange_line_to_steering": rule(MissingLinkRule.GROUP_WITHOUT_LINE_TO_STEERING),
    "missing_exchange_line_to_politics": rule(MissingLinkRule.STEERING_WITHOUT_LINE_TO_POLITICS),
    "missing_exchange_coordination": rule(
        MissingLinkRule.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION
    ),
    "missing_exchange_one_sided_report": rule(MissingLinkRule.ONE_SIDED_REPORT),
    "missing_exchange_different_numbers": rule(MissingLinkRule.DIFFERENT_NUMBERS),
    "missing_exchange_coordination_regular": rule(
        MissingLinkRule.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION
    ),
    "missing_exchange_line_without_return": rule(MissingLinkRule.LINE_WITHOUT_RETURN),
    "missing_exchange_return_from_politics": rule(
        MissingLinkRule.STEERING_WITHOUT_RETURN_FROM_POLITICS
    ),
    "missing_exchange_steering_seat": rule(MissingLinkRule.STEERING_SEAT_WITHOUT_WORKING_LEVEL),
    "missing_exchange_tie_not_renewed": rule(MissingLinkRule.TIE_NOT_RENEWED),
}


WITHOUT_QUERY = {
    rule.value
    for rule in (
        MissingLinkRule.BILATERAL_TIES_WITHOUT_COMMON_BODY,
        MissingLinkRule.WORKING_SEAT_WITHOUT_STEERING_LEVEL,
        MissingLinkRule.COORDINATING_OFFICES_WITHOUT_CONTACT,
    )
}
"""Rules of missing exchange that no query says: parts that hang together, and many conditions."""


@pytest.fixture(scope="module")
def store(neo4j_url: str) -> Iterator[Neo4jStore]:
    """A Neo4j store that has met every field: what it plans before, it plans once more after."""
    store = Neo4jStore(neo4j_url)
    for records in (small.records(), speaking_records()):
        Desk(store, f"met-{uuid4().hex}").found(*records)
    yield store
    store.close()


@pytest.fixture(scope="module")
def network_id(store: Neo4jStore) -> str:
    """A network with a record of every kind, a log and a snapshot."""
    desk = Desk(store, f"queries-{uuid4().hex}")
    desk.found(*CITY)
    desk.edit("bo", name="Bodo")
    desk.freeze(snapshot_id="stand")
    return desk.network_id


@pytest.fixture(scope="module")
def driver(neo4j_url: str) -> Iterator[Driver]:
    """A connection of somebody who works in Neo4j itself."""
    with GraphDatabase.driver(neo4j_url) as driver:
        yield driver


@pytest.fixture
def session(driver: Driver, store: Neo4jStore) -> Iterator[Session]:
    """A session in Neo4j itself, over a schema that is set up."""
    with driver.session() as session:
        yield session


def sample(query: Query, network_id: str) -> dict[str, Any]:
    """Arguments with which a query finds what the network holds, or writes something new.

    A query for people is asked as the analyses below ask it: the server plans it once for both.
    """
    if query.is_for_people:
        return arguments(query, network_id, {})
    new: dict[str, Any] = {
        "name": "Neu",
        "at": "2024-06-01T12:00:00+00:00",
        "id": "ada",
        "record_id": "ada",
        "change_set": "any",
        "snapshot": "stand",
        "quoted": '"ada"',
        "ids": ["ada", "bo", "office", "steering", "seat", "tie", "line", "work"],
        "properties": {"network": network_id, "id": "new", "revision": 99},
    }
    row = {
        "network": network_id,
        "id": "bo",
        "source_id": "ada",
        "target_id": "steering",
        "revision": 1,
        "first": 0,
        "kind": "person",
        "snapshot": "stand",
        "record_ids": ["bo"],
        "kinds": ["person"],
        "before": [""],
        "after": ["{}"],
        "records": ["{}"],
        "properties": {"network": network_id, "id": "new"},
    }
    by_type: dict[str, Any] = {"integer": 7, "date": today().first.isoformat(), "share": 0.5}
    found: dict[str, Any] = {}
    for parameter in query.parameters:
        if parameter.name == "network":
            found["network"] = f"new-{uuid4().hex}" if "create" in query.name else network_id
        elif parameter.type == "rows":
            found["rows"] = [{name: row[name] for name in query.row}]
        else:
            found[parameter.name] = new.get(parameter.name, by_type.get(parameter.type))
    return found


@pytest.mark.parametrize("query", ALL, ids=lambda query: query.name)
class TestEveryQuery:
    """What a query's head says is what the server says."""

    def test_the_head_is_true(self, query: Query, driver: Driver, network_id: str) -> None:
        """It runs with its parameters, in its access mode, to its columns, in an order."""
        asked = sample(query, network_id)
        with (
            driver.session(default_access_mode=query.access.upper()) as session,
            session.begin_transaction() as transaction,
        ):
            # A parameter that the head does not name is missing, which the server refuses.
            result = transaction.run(query.text, asked)
            columns, rows = tuple(result.keys()), result.values()
            access = result.consume().query_type
            transaction.rollback()
        assert columns == query.columns
        assert (access != "r") == (query.access == WRITE)
        assert all(re.search(rf"\${each.name}\b", query.text) for each in query.parameters)
        assert len(rows) <= 1 or "ORDER BY" in query.text

    def test_it_says_what_it_is(self, query: Query, session: Session) -> None:
        """It has a title and a purpose, uses no internal ids, and names its row."""
        assert query.title[0].isupper()
        assert query.purpose.endswith(".")
        assert not re.search(r"\b(id|elementId)\(", query.text)
        has_rows = "rows" in {*query.columns, *(each.type for each in query.parameters)}
        assert has_rows == bool(query.row)


class TestPlans:
    """Plans that a query must have whatever the server believes about its data."""

    @pytest.mark.parametrize(
        "query",
        [query for query in ALL if {"texts", "rows"} & {each.type for each in query.parameters}],
        ids=lambda query: query.name,
    )
    def test_many_values_never_mean_many_scans(self, query: Query, session: Session) -> None:
        """What is looked up for each of thousands of values is found by an index.

        Statistics lag behind a large import; without hints the server once read all ties for
        each id, and took eight minutes in place of half a second.
        """
        plan = session.run("EXPLAIN " + query.text).consume().plan
        assert plan is not None
        scans = [each for each in operators(plan) if "Scan" in each]
        assert scans == []


def operators(plan: dict[str, Any]) -> list[str]:
    """Names of all operators of a plan."""
    below = [name for each in plan.get("children", ()) for name in operators(each)]
    return [plan["operatorType"], *below]


class TestReading:
    """The store reads columns in the order that the heads of its queries give."""

    @pytest.mark.parametrize("kind", PLURALS, ids=str)
    def test_every_field_is_read(self, kind: Any, store: Neo4jStore) -> None:
        """A new field of a model is missed here before it is missed by a user."""
        assert set(catalogue()[f"read_{PLURALS[kind]}"].row) == set(fields(kind))

    @pytest.mark.parametrize("query", FOR_PEOPLE, ids=lambda query: query.name)
    def test_what_people_run_stays_within_a_network(self, query: Query) -> None:
        """A query for people reads, names its network, and has defaults for all else."""
        assert query.access != WRITE
        assert "$network" in query.text
        assert all(each.default is not None for each in query.parameters if each.name != "network")
        assert "ORDER BY" in query.text

    def test_a_query_that_writes_is_refused_by_the_server(
        self, driver: Driver, network_id: str
    ) -> None:
        """Reading queries run in sessions in which Neo4j refuses to write."""
        query = catalogue()["network_lock"]
        with (
            driver.session(default_access_mode="READ") as reading,
            pytest.raises(ClientError, match=r"(?i)read access mode"),
        ):
            reading.run(query.text, network=network_id).consume()


class TestAnalyses:
    """Each analysis in Cypher returns the rows of the one in Python, in the same order."""

    def test_all_three_are_there(self, store: Neo4jStore) -> None:
        """Every query for people is compared, and every rule of missing exchange has one."""
        assert {query.name for query in FOR_PEOPLE} == set(ANALYSES)
        rules = {each.value for each in MissingLinkRule} - WITHOUT_QUERY
        texts = "".join(query.text for query in FOR_PEOPLE)
        assert {each for each in rules if f"'{each}' AS rule" in texts} == rules

    def test_on_a_small_network(self, store: Neo4jStore) -> None:
        """On the small example, with and without thresholds."""
        compare(store, list(small.records()), "2025-06-01")

    def test_on_a_large_city(self, store: Neo4jStore) -> None:
        """On the city of the demo, asked once each."""
        compare(store, list(city.records()), "2025-06-01", times=1)

    def test_on_real_committees(self, store: Neo4jStore, real_data: Path) -> None:
        """On the committees of the US Congress, with 87 pairs from a Jaccard index of 0.5."""
        parsed = read_source(real_data / "us_congress", limit_bytes=100_000_000)
        compare(store, list(parsed.records), "2025-06-01")
        desk = Desk(store, f"congress-{uuid4().hex}")
        desk.found(*parsed.records)
        close = store.run_query("overlap_members", desk.network_id, {"min_jaccard": "0.5"})
        assert len(close.rows) == 87
        alone = store.run_query("isolates", desk.network_id, {})
        assert [row[3] for row in alone.rows].count("no_tie") == 9

    @pytest.mark.timeout(600)
    def test_on_networks_drawn_by_lot(self, store: Neo4jStore) -> None:
        """On networks with circles, dates, strange ids and every rule's every case."""
        seen = compare(store, speaking_records(), "2025-06-30")
        for seed in range(12):
            seen += compare(store, Lot(seed).records(), ("2024", "2024-02", "2023-06-01")[seed % 3])
        assert set(seen) == {
            *(name for name in ANALYSES if not name.startswith(("isolates", "missing"))),
            *({f"{row}" for row in MissingLinkRule} - WITHOUT_QUERY),
            *("no_tie", "seat_without_exchange", "exchange_without_seat"),
            *("body_without_members", "not_asked", "left_out"),
        }


def compare(
    store: Neo4jStore, records: list[Record], date: str, *, times: int | None = None
) -> Counter[str]:
    """Run every analysis both ways, and count what was found.

    With all parameters that there are to try, or with so many.
    """
    desk = Desk(store, f"compared-{uuid4().hex}")
    desk.found(*records)
    network = desk.at(date)
    seen: Counter[str] = Counter()
    for name, analysis in ANALYSES.items():
        for parameters, limits in islice(asked_of(name), times):
            expected = cast(Callable[..., Sequence[object]], analysis)(network, **limits)
            result = store.run_query(name, desk.network_id, {"as_of": date, **parameters})
            assert [list(row) for row in result.rows] == [
                [plain(getattr(row, column)) for column in result.columns] for row in expected
            ], f"{name} at {date} with {parameters}"
            if result.rows:
                first = "aspect" if "aspect" in result.columns else "rule"
                at = result.columns.index(first) if first in result.columns else None
                seen.update(name if at is None else row[at] for row in result.rows)
    return seen


def asked_of(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """What to ask of a query and of its analysis: parameters of the one, arguments of the other."""
    yield {}, {}
    if not name.startswith("overlap"):
        return
    yield {"min_jaccard": 0.3}, {"min_jaccard": 0.3}
    yield {"min_containment": "0,5"}, {"min_containment": 0.5}
    if name in BY_SEATS:
        roles = frozenset({Role.MEMBER, Role.CHAIR})
        yield {"roles": "member,chair"}, {"seats": Seats(roles=roles)}
        leading = Seats(house_levels=frozenset({HouseLevel.LEADERSHIP}))
        yield {"house_levels": "leadership"}, {"seats": leading}


BY_SEATS = {"overlap_members", "overlap_persons", "overlap_organizations"}
"""Queries in which seats can be told apart."""


def plain(value: object) -> object:
    """A value as Neo4j returns it."""
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value


class TestRunning:
    """Whoever runs a query by name is told what does not fit, and what there is."""

    @pytest.mark.parametrize(
        ("name", "parameters", "problem"),
        [
            ("nothing", {}, "overlap_members"),
            ("delete_nodes", {"ids": ["ada"]}, "nicht zum Aufruf gedacht"),
            ("read_persons", {}, "nicht zum Aufruf gedacht"),
            ("isolates", {"min_jaccard": "0.5"}, "as_of_first (date)"),
            ("isolates", {"network": "other"}, "„network“"),
            ("overlap_members", {"min_jaccard": "viel"}, "eine Zahl von 0 bis 1"),
            ("overlap_members", {"min_jaccard": "1.1"}, "eine Zahl von 0 bis 1"),
            ("overlap_members", {"as_of_first": "31.12.2024"}, "2024-05-31"),
            ("overlap_members", {"as_of": "2024-13"}, "2024-05-31"),
        ],
    )
    def test_what_does_not_fit(
        self,
        store: Neo4jStore,
        network_id: str,
        name: str,
        parameters: dict[str, Any],
        problem: str,
    ) -> None:
        """The error names the query, the parameter and what is possible."""
        with pytest.raises(QueryError) as raised:
            store.run_query(name, network_id, parameters)
        assert problem in raised.value.message(Language.DE)
        assert name in raised.value.message(Language.EN)

    def test_an_unknown_network(self, store: Neo4jStore) -> None:
        """A query about a network that is not there is an error, not an empty list."""
        with pytest.raises(NetworkNotFoundError):
            store.run_query("isolates", "nowhere", {})

    def test_a_network_is_closed_to_others(self, store: Neo4jStore, network_id: str) -> None:
        """A query sees the network it is run in, and nothing of its neighbours."""
        other = Desk(store, f"closed-{uuid4().hex}")
        other.found()
        assert all(store.run_query(name, other.network_id, {}).rows == () for name in ANALYSES)

    def test_a_date_is_its_first_and_last_day(self, store: Neo4jStore, network_id: str) -> None:
        """``as_of`` stands for both ends; texts of a command line become numbers."""
        desk = Desk(store, network_id)
        whole = store.run_query("isolates", network_id, {"as_of": "2024"})
        ends = {"as_of_first": "2024-01-01", "as_of_last": "2024-12-31"}
        assert store.run_query("isolates", network_id, ends) == whole
        assert [row[0] for row in whole.rows] == [row.id for row in apart(desk.at("2024"))]
        assert period("2024").last.isoformat() == "2024-12-31"
