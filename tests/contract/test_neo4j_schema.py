"""How a Neo4j database gets the schema of this version."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from netmap.store.errors import StoreNewerError
from netmap.store.neo4j import Neo4jStore
from netmap.store.neo4j_schema import migrations
from tests.contract.desk import BO, Desk


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

    def test_a_newer_schema_is_left_alone(self, empty_neo4j_url: str, admin: Driver) -> None:
        """A database of a newer netmap is neither read nor changed."""
        newer = max(migrations()) + 1
        admin.execute_query("CREATE (:NetmapSchema {id: 'netmap', version: $v})", v=newer)
        with pytest.raises(StoreNewerError, match=str(newer)):
            Neo4jStore(empty_neo4j_url)
        assert self.version(admin) == [newer]
        assert admin.execute_query("SHOW CONSTRAINTS").records == []
        admin.execute_query("MATCH (s:NetmapSchema) DELETE s")

    def test_migrations_are_numbered_without_gaps(self) -> None:
        """Migrations count from 1, and each can run again."""
        assert list(migrations()) == list(range(1, len(migrations()) + 1))
        assert all("IF NOT EXISTS" in query.text for query in migrations().values())

    @staticmethod
    def version(admin: Driver) -> list[Any]:
        """Versions that the schema nodes hold."""
        query = "MATCH (s:NetmapSchema) RETURN s.version"
        return [record[0] for record in admin.execute_query(query).records]
