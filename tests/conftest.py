"""What tests may rely on: a real Neo4j, a real browser, real data, and when they may lack.

A test that needs one of them asks for the fixture. Where a machine lacks it the test is skipped
and says why; with ``CI`` set it fails instead, so that no run passes without having looked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from neo4j import Driver, GraphDatabase, RoutingControl

from tests.browser.chromium import chromium_path
from tests.neo4j_server.embedded import CannotStartError, prepare, running_server

_SHARED_NEO4J = {"neo4j_url", "empty_neo4j_url"}
_OWN_NEO4J = "own_neo4j"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by the fixtures they use, and keep those of Neo4j together.

    One server for all who share it is enough: a second one would take the memory and the time of
    the first. Tests that start servers of their own, to kill them, take turns on another worker.
    """
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & {*_SHARED_NEO4J, _OWN_NEO4J}:
            item.add_marker(pytest.mark.neo4j)
        if "chromium" in fixtures:
            item.add_marker(pytest.mark.browser)
        if "real_data" in fixtures:
            item.add_marker(pytest.mark.realdata)
        if _OWN_NEO4J in fixtures and not fixtures & _SHARED_NEO4J:
            item.add_marker(pytest.mark.xdist_group("neo4j-own"))
        # Parametrized tests may ask for the server late; their ids name the store.
        elif item.get_closest_marker("neo4j") or "neo4j" in item.name.lower():
            item.add_marker(pytest.mark.xdist_group("neo4j"))


@pytest.fixture(scope="session")
def neo4j_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Address of a real Neo4j without authentication.

    It is ``NETMAP_TEST_NEO4J_URL`` where set, else a server that this run starts. Tests that share
    it keep apart by the ids of their networks.
    """
    given = os.environ.get("NETMAP_TEST_NEO4J_URL")
    if given:
        _require_empty(given)
        yield given
        _empty(given)
        return
    request.getfixturevalue("own_neo4j")
    with running_server() as started:
        yield started


@pytest.fixture(scope="session")
def own_neo4j() -> None:
    """This machine can start a Neo4j server of its own."""
    try:
        prepare()
    except CannotStartError as error:
        _lacking(f"Neo4j: {error}")


@pytest.fixture
def empty_neo4j_url(neo4j_url: str) -> str:
    """Address of the same server after everything in it was deleted, schema included."""
    _empty(neo4j_url)
    return neo4j_url


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium found on the PATH, for Playwright's ``executable_path``."""
    path = chromium_path()
    if path is None:
        _lacking("Browser: no Chromium on the PATH")
    return path


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real data sets that ``NETMAP_TEST_DATA`` names."""
    given = os.environ.get("NETMAP_TEST_DATA")
    if not given:
        pytest.skip("Real data: NETMAP_TEST_DATA is not set")
    folder = Path(given)
    if not folder.is_dir():
        pytest.fail(f"NETMAP_TEST_DATA names no folder: {folder}")
    return folder


def _lacking(what: str) -> NoReturn:
    """Skip, or fail where the run has to be complete."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} (with CI set this is a failure)")
    pytest.skip(what)


def _require_empty(url: str) -> None:
    """Refuse a server that holds anything, because the tests delete what it holds."""
    with _driver(url) as driver:
        found = driver.execute_query(
            "MATCH (n) RETURN count(n) AS nodes", routing_=RoutingControl.READ
        )
    nodes = found.records[0]["nodes"]
    if nodes:
        pytest.fail(
            f"The server of NETMAP_TEST_NEO4J_URL holds {nodes} nodes, and tests delete everything "
            "in it. Name a server that is empty."
        )


def _empty(url: str) -> None:
    """Delete all nodes, ties, constraints and indexes."""
    with _driver(url) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        for kind, listing in (
            ("CONSTRAINT", "SHOW CONSTRAINTS YIELD name"),
            ("INDEX", "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"),
        ):
            for record in driver.execute_query(listing).records:
                name = record["name"].replace("`", "``")
                driver.execute_query(f"DROP {kind} `{name}`")


def _driver(url: str) -> Driver:
    return GraphDatabase.driver(url, telemetry_disabled=True)
