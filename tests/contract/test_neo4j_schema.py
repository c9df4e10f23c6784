"""How a Neo4j database gets the schema of this version."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from netmap.store import neo4j_schema
from netmap.store.errors import StoreNewerError
from netmap.store.neo4j import Neo4jStore
from netmap.store.neo4j_schema import migrations
from tests.contract.desk import BO, Desk
from tests.data.kept_stores import held_by, kept, kept_schemas, load_graph, what_it_holds

FIRST_KEPT = 17
"""The first schema of which a dump is kept; there was no release before it."""


@pytest.fixture
def admin(neo4j_url: str) -> Iterator[Driver]:
    """A connection past the store."""
    with GraphDatabase.driver(neo4j_url) as driver:
        yield driver


class TestSchema:
    """An empty database is set up by whoever comes first, and a newer one is left alone."""

    def test_ten_that_start_at_once(self, empty_neo4j_url: str, admin: Driver) -> None:
        """All find the store set up, each migration done once."""
        with ThreadPoolExecutor(10) as pool:
            for store in list(pool.map(lambda _: Neo4jStore(empty_neo4j_url), range(10))):
                assert store.networks() == []
                store.close()
        assert self.version(admin) == [max(migrations())]
        online = admin.execute_query(
            "SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'netmap'"
        )
        assert len(online.records) == len(migrations())
        assert {record["state"] for record in online.records} == {"ONLINE"}

    def test_an_interrupted_setup_goes_on(self, empty_neo4j_url: str, admin: Driver) -> None:
        """Where a setup was killed in between, the next start does what is missing."""
        for number in (1, 2, 3):
            admin.execute_query(migrations()[number].text)
        store = Neo4jStore(empty_neo4j_url)
        Desk(store, "city").found(BO)
        store.close()
        assert self.version(admin) == [max(migrations())]

    @pytest.mark.parametrize("number", [1, 2])
    def test_a_constraint_cut_off_in_the_middle(
        self, empty_neo4j_url: str, admin: Driver, number: int
    ) -> None:
        """Its index, which may be left without it, is made anew together with it."""
        name, label = re.findall(r"CONSTRAINT (\w+)|\(\w+:(\w+)\)", migrations()[number].text)
        admin.execute_query(f"CREATE INDEX {name[0]} FOR (n:{label[1]}) ON (n.id)")
        Neo4jStore(empty_neo4j_url).close()
        assert self.version(admin) == [max(migrations())]
        found = admin.execute_query("SHOW CONSTRAINTS YIELD name").records
        assert name[0] in {record["name"] for record in found}

    def test_a_newer_schema_is_left_alone(self, empty_neo4j_url: str, admin: Driver) -> None:
        """A database of a newer netmap is neither read nor changed."""
        newer = max(migrations()) + 1
        admin.execute_query("CREATE (:NetmapSchema {id: 'netmap', version: $v})", v=newer)
        with pytest.raises(StoreNewerError, match=str(newer)):
            Neo4jStore(empty_neo4j_url)
        assert self.version(admin) == [newer]
        assert admin.execute_query("SHOW CONSTRAINTS").records == []
        admin.execute_query("MATCH (s:NetmapSchema) DELETE s")

    def test_a_store_of_every_earlier_schema_is_kept(self) -> None:
        """Whoever adds a migration keeps a dump of the new schema: tests/data/kept_stores.py."""
        assert kept_schemas("neo4j") == list(range(FIRST_KEPT, max(migrations()) + 1))

    @pytest.mark.parametrize("number", kept_schemas("neo4j"))
    def test_an_earlier_store_holds_what_it_held(
        self, number: int, empty_neo4j_url: str, admin: Driver
    ) -> None:
        """Records, versions, log and snapshots are all there in this version."""
        load_graph(admin, json.loads(kept("neo4j", number)))
        assert self.version(admin) == [number]
        self.assert_holds(empty_neo4j_url, what_it_holds("neo4j", number))
        assert self.version(admin) == [max(migrations())]

    def test_a_next_version_holds_what_this_one_held(
        self, empty_neo4j_url: str, admin: Driver, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A further migration leaves everything where it is."""
        newest = max(migrations())
        load_graph(admin, json.loads(kept("neo4j", newest)))
        later = {
            **migrations(),
            newest + 1: replace(
                migrations()[newest],
                text="CREATE INDEX netmap_later IF NOT EXISTS FOR (n:Person) ON (n.function)",
            ),
        }
        with monkeypatch.context() as patched:
            patched.setattr(neo4j_schema, "migrations", lambda: later)
            self.assert_holds(empty_neo4j_url, what_it_holds("neo4j", newest))
        assert self.version(admin) == [max(later)]
        # What no other test could open.
        admin.execute_query("MATCH (n) DETACH DELETE n")
        admin.execute_query("DROP INDEX netmap_later")

    @staticmethod
    def assert_holds(url: str, held: object) -> None:
        """A store that is opened at the address holds this."""
        store = Neo4jStore(url)
        assert held_by(store) == held
        store.close()

    def test_migrations_are_numbered_without_gaps(self) -> None:
        """Migrations count from 1, and each can run again."""
        assert list(migrations()) == list(range(1, len(migrations()) + 1))
        assert all("IF NOT EXISTS" in query.text for query in migrations().values())

    @staticmethod
    def version(admin: Driver) -> list[Any]:
        """Versions that the schema nodes hold."""
        query = "MATCH (s:NetmapSchema) RETURN s.version"
        return [record[0] for record in admin.execute_query(query).records]
