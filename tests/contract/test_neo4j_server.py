"""What the Neo4j store does when the server is down, refuses it, is slow, new or cut off.

What it says to a wrong password stands where a server with passwords runs: tests/deploy.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from uuid import uuid4

import pytest
from neo4j import Driver, GraphDatabase

from netmap.language import Language
from netmap.model import Person
from netmap.store.errors import (
    StoreBusyError,
    StoreUnavailableError,
)
from netmap.store.neo4j import Neo4jStore
from tests.contract.desk import BO, Desk


@pytest.fixture
def admin(neo4j_url: str) -> Iterator[Driver]:
    """A connection past the store."""
    with GraphDatabase.driver(neo4j_url) as driver:
        yield driver


def new_desk(store: Neo4jStore) -> Desk:
    """A desk for a network that nobody has founded yet."""
    return Desk(store, f"server-{uuid4().hex}")


class TestUnreachable:
    """Who cannot reach the server learns so within seconds."""

    def test_nobody_listens(self) -> None:
        """A server that is down is named, with the time it took to find out."""
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        for scheme in ("bolt", "neo4j"):
            started = time.monotonic()
            with pytest.raises(StoreUnavailableError) as raised:
                Neo4jStore(f"{scheme}://127.0.0.1:{port}", auth=("neo4j", "geheim"))
            assert time.monotonic() - started < 8
            assert f"{scheme}://127.0.0.1:{port}" in raised.value.message(Language.DE)
            assert "geheim" not in raised.value.message(Language.DE)

    def test_the_name_holds_no_password(self, neo4j_url: str) -> None:
        """A password in the address is refused, and shown nowhere."""
        place = neo4j_url.partition("://")[2]
        with pytest.raises(StoreUnavailableError) as raised:
            Neo4jStore(f"bolt://neo4j:geheim@{place}")
        assert "geheim" not in str(raised.value)

    def test_an_address_of_another_kind(self) -> None:
        """An address that the driver does not know is refused with those that it does."""
        with pytest.raises(StoreUnavailableError, match="neo4j\\+s://"):
            Neo4jStore("gopher://127.0.0.1:7687")

    def test_an_unknown_database(self, neo4j_url: str) -> None:
        """A database that the server does not have is named."""
        with pytest.raises(StoreUnavailableError, match="elsewhere"):
            Neo4jStore(neo4j_url, database="elsewhere")


def test_a_long_wait_ends(neo4j_url: str, admin: Driver) -> None:
    """A writer that another one keeps waiting gives up after the time it was given."""
    patient = Neo4jStore(neo4j_url)
    new_desk(patient).found(BO)  # A server that has just started takes longer the first time.
    patient.close()
    store = Neo4jStore(neo4j_url, timeout_seconds=1)
    desk = new_desk(store)
    desk.found(BO)
    with admin.session() as session, session.begin_transaction() as other:
        other.run("MATCH (n:Network {id: $id}) SET n.held = true", id=desk.network_id).consume()
        started = time.monotonic()
        with pytest.raises(StoreBusyError):
            desk.edit("bo", name="Bodo")
        assert time.monotonic() - started < 15
        assert desk.record("bo").version == 1, "readers need not wait"
        other.rollback()
    desk.edit("bo", name="Bodo")
    store.close()


def test_readers_of_a_network_read_only(neo4j_url: str) -> None:
    """Reading happens in transactions in which the server refuses to write."""
    store = Neo4jStore(neo4j_url)
    with pytest.raises(Exception, match=r"(?i)read access mode"):
        store._server.read("any", lambda tx: tx.rows("network_create", name="x", at="2024"))
    store.close()


def test_a_reader_sees_what_the_same_program_wrote(neo4j_url: str) -> None:
    """Sessions hand on what was written, so that a cluster's follower has it before it answers."""
    store = Neo4jStore(neo4j_url.replace("bolt://", "neo4j://"))
    desk = new_desk(store)
    desk.found(BO)
    assert store._server._bookmarks.get_bookmarks()
    assert desk.record("bo").version == 1
    store.close()


def test_no_name_of_a_person_in_the_log_of_the_driver(
    neo4j_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever listens to the driver sees the queries, but not the records that go with them."""
    store = Neo4jStore(neo4j_url)
    caplog.set_level("DEBUG", logger="neo4j")
    new_desk(store).found(Person(id="dorothy", name="Dorothy Vaughan"))
    store.close()
    assert "CREATE (r:Record:Person)" in caplog.text
    assert "Vaughan" not in caplog.text
