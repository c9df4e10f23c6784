"""Examining stores that were damaged on purpose: each kind of damage is found, and named."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from neo4j import GraphDatabase

from netmap.integrity import Damage, DamageKind
from netmap.language import Language
from netmap.principal import LOCAL_OWNER
from netmap.services.checking import CheckedNetwork, CheckService
from netmap.store.neo4j import Neo4jStore
from netmap.store.protocol import Store
from netmap.store.sqlite import SqliteStore
from tests.contract.desk import CITY, Desk
from tests.contract.test_copying import a_long_story

Damages = Callable[..., None]


def examined(store: Store, network_id: str) -> list[Damage]:
    """What an examination finds in one network and in the place as a whole."""
    found = CheckService(store).check(LOCAL_OWNER, [network_id]).damages
    return [each for each in found if each.network_id in {None, network_id}]


def places(damages: list[Damage], kind: DamageKind) -> list[str]:
    """Where damages of one kind lie."""
    return [each.place.in_language(Language.EN) for each in damages if each.kind is kind]


class TestSqlite:
    """A file that somebody wrote to past netmap."""

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        """Where the store lies."""
        return tmp_path / "netmap.db"

    @pytest.fixture
    def desk(self, file: Path) -> Iterator[Desk]:
        """A network with a story: five revisions, two snapshots."""
        with closing(SqliteStore(file)) as store:
            desk = Desk(store, "city")
            a_long_story(desk)
            yield desk

    @pytest.fixture
    def damage(self, file: Path, desk: Desk) -> Damages:
        """Runs statements in the file, with nothing that would refuse them."""

        def run(*statements: str) -> None:
            with closing(sqlite3.connect(file)) as db:
                for statement in statements:
                    assert db.execute(statement).rowcount > 0, statement
                db.commit()

        return run

    def test_a_whole_store(self, desk: Desk) -> None:
        """Nothing is found, and what was examined is counted."""
        examination = CheckService(desk.store).check(LOCAL_OWNER)
        assert examination.damages == ()
        assert examination.networks == (
            CheckedNetwork("city", records=len(CITY), changes=5, snapshots=2),
        )

    @pytest.mark.parametrize(
        ("kind", "place", "statement"),
        [
            (
                DamageKind.RECORD_DIFFERS,
                'record "bo"',
                "UPDATE person SET name = 'Boris' WHERE id = 'bo'",
            ),
            (
                DamageKind.RECORD_MISSING,
                'record "work"',
                "DELETE FROM works_on WHERE id = 'work'",
            ),
            (DamageKind.FILE_ID, 'record "work"', "DELETE FROM works_on WHERE id = 'work'"),
            (
                DamageKind.RECORD_VERSION,
                'record "bo"',
                "UPDATE person SET version = 99 WHERE id = 'bo'",
            ),
            (
                DamageKind.RECORD_UNLOGGED,
                'record "new"',
                (
                    "INSERT INTO topic SELECT network, 'new', version, identifiers, source,"
                    " attributes, name, description, NULL FROM topic WHERE id = 'field'"
                ),
            ),
            (
                DamageKind.RECORD_DANGLING,
                'record "work"',
                "UPDATE works_on SET topic_id = 'nothing' WHERE id = 'work'",
            ),
            (
                DamageKind.FILE_REFERENCE,
                "table works_on",
                "UPDATE works_on SET topic_id = 'nothing' WHERE id = 'work'",
            ),
            (
                DamageKind.RECORD_UNREADABLE,
                "person",
                "UPDATE person SET sector = 'gestern' WHERE id = 'bo'",
            ),
            (
                DamageKind.RECORD_UNREADABLE,
                "network",
                "UPDATE person SET start_date = 'gestern' WHERE id = 'bo'",
            ),
            (
                DamageKind.LOG_GAP,
                "change log, revision 2",
                "DELETE FROM change_set WHERE revision = 2",
            ),
            (
                DamageKind.LOG_UNREADABLE,
                "change log, revision 2",
                "UPDATE logged_change SET after = '{' WHERE revision = 2",
            ),
            (
                DamageKind.LOG_CONTRADICTION,
                "change log, revision 2",
                "UPDATE logged_change SET before = replace(before, 'Bo', 'Bu') WHERE revision = 2",
            ),
            (
                DamageKind.LOG_VERSION,
                "change log, revision 2",
                (
                    "UPDATE logged_change"
                    " SET after = replace(after, '\"version\":2', '\"version\":1')"
                    " WHERE revision = 2"
                ),
            ),
            (
                DamageKind.LOG_TIMES,
                "change log, revision 5",
                "UPDATE change_set SET at = '2020-01-01T00:00:00+00:00' WHERE revision = 5",
            ),
            (
                DamageKind.SNAPSHOT_AHEAD,
                'snapshot "Ende"',
                "UPDATE snapshot SET revision = 7 WHERE label = 'Ende'",
            ),
            (
                DamageKind.SNAPSHOT_DIFFERS,
                'snapshot "Ende"',
                (
                    "DELETE FROM snapshot_record WHERE record_id = 'bo' AND snapshot_id ="
                    " (SELECT id FROM snapshot WHERE label = 'Ende')"
                ),
            ),
            (
                DamageKind.SNAPSHOT_UNREADABLE,
                'snapshot "Anfang"',
                "UPDATE snapshot_record SET record = '{' WHERE record_id = 'bo'",
            ),
        ],
    )
    def test_what_was_done_past_netmap(
        self, desk: Desk, damage: Damages, kind: DamageKind, place: str, statement: str
    ) -> None:
        """Each damage is found, with its place, in both languages and with what helps."""
        damage(statement)
        found = examined(desk.store, "city")
        assert place in places(found, kind)
        for each in found:
            for text in (each.place, each.problem, each.remedy):
                assert text.de
                assert text.en
        assert examined(desk.store, "city") == found

    def test_pages_that_are_damaged(self, desk: Desk, file: Path) -> None:
        """A page that was overwritten is reported, and does not end the examination."""
        for number in range(200):
            desk.edit("office", name=f"Amt {number}")
        desk.store.close()
        content = bytearray(file.read_bytes())
        with closing(sqlite3.connect(file)) as db:
            (root,) = db.execute(
                "SELECT rootpage FROM sqlite_schema WHERE name = 'logged_change'"
            ).fetchone()
            (size,) = db.execute("PRAGMA page_size").fetchone()
        start = (root - 1) * size
        content[start : start + size] = b"\xff" * size
        file.write_bytes(content)
        with closing(SqliteStore(file)) as store:
            found = CheckService(store).check(LOCAL_OWNER).damages
        assert DamageKind.FILE_DAMAGED in {each.kind for each in found}


class TestNeo4j:
    """A graph that somebody changed in Neo4j's own tools."""

    @pytest.fixture
    def desk(self, neo4j_url: str) -> Iterator[Desk]:
        """A network with a story."""
        with closing(Neo4jStore(neo4j_url, corrects=False)) as store:
            desk = Desk(store, f"check-{uuid4().hex}")
            a_long_story(desk)
            yield desk

    @pytest.fixture
    def damage(self, neo4j_url: str, desk: Desk) -> Iterator[Damages]:
        """Runs Cypher as one does in Neo4j Browser; what it lays outside is cleared away."""

        def run(statement: str, **parameters: Any) -> None:
            with GraphDatabase.driver(neo4j_url) as driver:
                ran = driver.execute_query(statement, {"n": desk.network_id, **parameters})
            assert ran.summary.counters.contains_updates, statement

        yield run
        with GraphDatabase.driver(neo4j_url) as driver:
            driver.execute_query(
                "MATCH (r) WHERE r.network = $n OR r.id = $n OR r.network = $n + '-gone'"
                " DETACH DELETE r",
                {"n": desk.network_id},
            )

    def test_a_whole_graph(self, desk: Desk) -> None:
        """Nothing is found."""
        assert examined(desk.store, desk.network_id) == []

    @pytest.mark.parametrize(
        ("kinds", "statement"),
        [
            (
                {DamageKind.GRAPH_TOTALS: "network", DamageKind.RECORD_MISSING: 'record "work"'},
                "MATCH ()-[t:WORKS_ON {network: $n, id: 'work'}]->() DELETE t",
            ),
            (
                {DamageKind.RECORD_DIFFERS: 'record "bo"'},
                "MATCH (r:Person {network: $n, id: 'bo'}) SET r.name = 'Boris'",
            ),
            (
                {DamageKind.GRAPH_BODY: 'record "steering"'},
                "MATCH (r:Organization {network: $n, id: 'steering'}) REMOVE r:Body",
            ),
            (
                {DamageKind.GRAPH_BODY: 'record "office"'},
                "MATCH (r:Organization {network: $n, id: 'office'}) SET r:Body",
            ),
            (
                {DamageKind.GRAPH_LINK: 'record "old steering"'},
                "MATCH (:Organization {network: $n})-[t:PART_OF]->() DELETE t",
            ),
            (
                {DamageKind.GRAPH_LINK: 'record "pact"'},
                "MATCH (:Record {network: $n, id: 'office'})-[t:PARTY_TO]->() DELETE t",
            ),
            (
                {DamageKind.GRAPH_LINK: 'record "bo"'},
                (
                    "MATCH (a:Person {network: $n, id: 'bo'}), (b:Organization {network: $n,"
                    " id: 'office'}) CREATE (a)-[:WORKS_FOR {network: $n}]->(b)"
                ),
            ),
            (
                {DamageKind.GRAPH_ENDS: 'record "odd"'},
                (
                    "MATCH (a:Person {network: $n, id: 'bo'})"
                    " CREATE (a)-[:WORKS_ON {network: $n, id: 'odd', version: 1}]->"
                    "(:Topic {network: $n + '-gone', id: 'x', name: 'x', version: 1})"
                ),
            ),
            (
                {DamageKind.GRAPH_ORPHAN: ":Topic"},
                "CREATE (:Record:Topic {network: $n + '-gone', id: 'x', name: 'x', version: 1})",
            ),
            (
                {DamageKind.LOG_GAP: "change log, revision 2"},
                "MATCH (s:ChangeSet {network: $n, revision: 2}) DELETE s",
            ),
            (
                {DamageKind.SNAPSHOT_DIFFERS: 'snapshot "Ende"'},
                (
                    "MATCH (s:Snapshot {network: $n, label: 'Ende'})"
                    " MATCH (r:SnapshotRecords {network: $n, snapshot: s.id, kind: 'topic'})"
                    " DELETE r"
                ),
            ),
        ],
    )
    def test_what_was_done_past_netmap(
        self, desk: Desk, damage: Damages, kinds: dict[DamageKind, str], statement: str
    ) -> None:
        """Each damage is found at its place, and still there after the examination."""
        damage(statement)
        found = examined(desk.store, desk.network_id)
        for kind, place in kinds.items():
            assert place in places(found, kind)
        assert examined(desk.store, desk.network_id) == found
