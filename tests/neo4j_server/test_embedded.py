"""The server that the tests start is the real one, and set up as a careful operator would."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import ClientError

from tests.neo4j_server.embedded import neo4j_version


def test_it_is_the_pinned_community_server(neo4j_url: str) -> None:
    """The server says that it is Neo4j, and one that the run started is of the pinned version."""
    with GraphDatabase.driver(neo4j_url) as driver:
        (component,) = driver.execute_query("CALL dbms.components()").records
    assert component["name"] == "Neo4j Kernel"
    if "NETMAP_TEST_NEO4J_URL" not in os.environ:
        assert (component["versions"], component["edition"]) == ([neo4j_version()], "community")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_both_address_schemes_reach_it(neo4j_url: str, scheme: str) -> None:
    """The server answers on direct and on routed connections."""
    _, _, place = neo4j_url.partition("://")
    with GraphDatabase.driver(f"{scheme}://{place}") as driver:
        assert driver.execute_query("RETURN 7 AS seven").records[0]["seven"] == 7


def test_it_reads_no_files(empty_neo4j_url: str, tmp_path: Path) -> None:
    """LOAD CSV from a file of the server's machine is refused."""
    file = tmp_path / "secret.csv"
    file.write_text("name\n", encoding="utf-8")
    with (
        GraphDatabase.driver(empty_neo4j_url) as driver,
        pytest.raises(ClientError, match="configuration"),
    ):
        driver.execute_query("LOAD CSV FROM $file AS row RETURN row", file=file.as_uri())


def test_emptying_takes_data_and_schema(neo4j_url: str, request: pytest.FixtureRequest) -> None:
    """After emptying neither nodes nor constraints are left."""
    with GraphDatabase.driver(neo4j_url) as driver:
        driver.execute_query("CREATE CONSTRAINT left_over FOR (n:Left) REQUIRE n.id IS UNIQUE")
        driver.execute_query("CREATE (:Left {id: 1})-[:OVER]->(:Left {id: 2})")
        request.getfixturevalue("empty_neo4j_url")
        assert driver.execute_query("MATCH (n) RETURN n").records == []
        assert driver.execute_query("SHOW CONSTRAINTS").records == []


def test_it_ends_with_the_test_run(own_neo4j: None) -> None:
    """A run that is killed leaves no server behind, because its standard input closes."""
    program = (
        "from tests.neo4j_server.embedded import running_server\n"
        "import os, signal\n"
        "with running_server() as url:\n"
        "    print(url, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    port = int(run.stdout.rpartition(":")[2])
    deadline = time.monotonic() + 20
    while _is_open(port):
        assert time.monotonic() < deadline, "the server outlived the run"
        time.sleep(0.1)


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
