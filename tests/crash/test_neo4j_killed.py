"""A program that is killed while it works on a Neo4j store, and a server that is."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from netmap.store.neo4j import Neo4jStore
from netmap.store.neo4j_schema import migrations
from tests.crash.child import Child
from tests.crash.ledger import assert_kept
from tests.crash.rounds import ROUNDS, SERVER_ROUNDS
from tests.neo4j_server.embedded import LastingServer

WORKS = ("small", "bulk", "snapshots", "erasures", "migrations")


@pytest.fixture(scope="module")
def server(own_neo4j: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LastingServer]:
    """A server of these tests' own, because they kill it."""
    server = LastingServer(tmp_path_factory.mktemp("neo4j"))
    yield server
    server.close()


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_nothing_acknowledged_is_lost(server: LastingServer, lot: Random, turn: int) -> None:
    """Whatever it does when it is killed: what was acknowledged is there, whole, and no more."""
    network_id = f"round-{turn}"
    work = WORKS[turn % len(WORKS)]
    before = revisions(server.url)
    child = (
        Child(server.url, str(lot.random()), module="tests.crash.migrating")
        if work == "migrations"
        else Child(server.url, network_id, work, str(lot.random()))
    )
    child.wait_until_opened()
    time.sleep(lot.uniform(0, 1.5))
    lines = child.kill()
    wait_for_quiet(server.url)
    assert_all_kept(server.url, network_id, lines)
    assert {**revisions(server.url), network_id: 0} == {**before, network_id: 0}


@pytest.mark.timeout(400)
@pytest.mark.parametrize("turn", range(SERVER_ROUNDS))
def test_a_server_that_is_killed_loses_nothing(
    server: LastingServer, lot: Random, turn: int
) -> None:
    """Started again it holds what it acknowledged; a program that outlives it goes on by itself."""
    network_id = f"server-round-{turn}"
    survives = turn % 2 == 1
    child = Child(server.url, network_id, ("small", "bulk", "snapshots")[turn % 3], str(turn))
    child.wait_until_opened()
    child.wait_for("did")
    time.sleep(lot.uniform(0, 1.5))
    if not survives:
        child.kill()
    server.kill()
    if survives:
        child.wait_for("failed")
    server.start()
    if survives:
        child.wait_for("did", more_than=len(child.said("did")) + 1)
        # It was told so, and nothing else: any other error would have ended it.
        assert {line["code"] for line in child.said("failed")} == {"store.unavailable"}
        child.kill()
    wait_for_quiet(server.url)
    assert_all_kept(server.url, network_id, child.lines)


def assert_all_kept(url: str, network_id: str, lines: Sequence[dict[str, Any]]) -> None:
    """The network is as the child left it, and the schema is whole."""
    store = Neo4jStore(url)
    try:
        assert_kept(store, network_id, [line for line in lines if line.get("what") != "migration"])
    finally:
        store.close()
    with admin(url) as driver:
        (version,) = driver.execute_query("MATCH (s:NetmapSchema) RETURN s.version").records
        assert version[0] == max(migrations())
        found = driver.execute_query(
            "SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'netmap'"
        )
        assert {record["state"] for record in found.records} == {"ONLINE"}
        assert len(found.records) == len(migrations())


def revisions(url: str) -> dict[str, int]:
    """Every network of the store, with its revision."""
    store = Neo4jStore(url)
    try:
        return {each.id: each.revision for each in store.networks()}
    finally:
        store.close()


def wait_for_quiet(url: str) -> None:
    """Return once the server has ended what a killed client had asked for."""
    deadline = time.monotonic() + 30
    with admin(url) as driver:
        while len(driver.execute_query("SHOW TRANSACTIONS").records) > 1:
            assert time.monotonic() < deadline, "a killed client's transaction never ended"
            time.sleep(0.02)


def admin(url: str) -> Driver:
    """A connection past the store."""
    return GraphDatabase.driver(url, telemetry_disabled=True)
