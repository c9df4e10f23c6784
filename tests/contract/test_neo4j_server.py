"""What the Neo4j store does when the server is down, refuses it, is slow, new or cut off."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from neo4j import Driver, GraphDatabase

from netmap.language import Language
from netmap.store.errors import StoreBusyError, StoreFormatError, StoreUnavailableError
from netmap.store.neo4j import Neo4jStore
from netmap.store.neo4j_schema import migrations
from tests.contract.desk import BO, Desk
from tests.neo4j_server import embedded

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message with which a Bolt client commits."""


@pytest.fixture
def admin(neo4j_url: str) -> Iterator[Driver]:
    """A connection past the store."""
    with GraphDatabase.driver(neo4j_url) as driver:
        yield driver


def new_desk(store: Neo4jStore) -> Desk:
    """A desk for a network that nobody has founded yet."""
    return Desk(store, f"server-{uuid4().hex}")


class CutLine:
    """A line to the server that breaks once, when ``broken`` is set and a commit went through."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.broken = threading.Event()
        self.cuts = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Address of this end of the line."""
        return f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        """Take no more calls."""
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._port))
            deaf = threading.Event()
            for source, target in ((client, server), (server, client)):
                threading.Thread(
                    target=self._carry, args=(source, target, source is client, deaf), daemon=True
                ).start()

    def _carry(
        self, source: socket.socket, target: socket.socket, asks: bool, deaf: threading.Event
    ) -> None:
        with source, target:
            while data := self._received(source):
                cut = asks and COMMIT in data and self.broken.is_set()
                if cut:
                    self.broken.clear()
                    deaf.set()  # the server's answer must not arrive
                if asks or not deaf.is_set():
                    target.sendall(data)
                if cut:
                    time.sleep(0.5)  # for the server to commit
                    self.cuts += 1
                    for each in (source, target):
                        each.shutdown(socket.SHUT_RDWR)
                    return

    @staticmethod
    def _received(source: socket.socket) -> bytes:
        try:
            return source.recv(65536)
        except OSError:
            return b""


@pytest.fixture
def line(neo4j_url: str) -> Iterator[CutLine]:
    """A line to the server that can be cut."""
    line = CutLine(int(neo4j_url.rpartition(":")[2]))
    yield line
    line.close()


class TestCommitWithoutAnswer:
    """Whoever loses the answer to a commit finds out what happened, and does nothing twice."""

    def test_a_change_set_is_applied_once(self, neo4j_url: str, line: CutLine) -> None:
        """The change set stands in the log once, and the caller gets its entry."""
        store = Neo4jStore(line.url)
        desk = new_desk(store)
        desk.found()
        line.broken.set()
        entry = desk.put(BO)
        assert line.cuts == 1
        assert entry.revision == 2
        assert desk.log()[0] == entry
        assert [each.revision for each in desk.log()] == [2, 1]
        store.close()

    def test_a_snapshot_is_taken_once(self, line: CutLine) -> None:
        """The caller gets the snapshot that was taken before the line broke."""
        store = Neo4jStore(line.url)
        desk = new_desk(store)
        desk.found(BO)
        line.broken.set()
        snapshot = desk.freeze()
        assert line.cuts == 1
        assert store.snapshots(desk.network_id) == [snapshot]
        store.close()

    def test_a_person_is_erased_once(self, line: CutLine) -> None:
        """The erasure is logged once."""
        store = Neo4jStore(line.url)
        desk = new_desk(store)
        desk.found(BO)
        line.broken.set()
        entry = desk.erase("bo")
        assert line.cuts == 1
        assert [each.erasure for each in desk.log()] == [True, False]
        assert desk.log()[0] == entry
        store.close()


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

    def test_a_server_that_goes_away(self, line: CutLine) -> None:
        """Calls of a store whose server is gone fail within seconds, not after half a minute."""
        store = Neo4jStore(line.url)
        desk = new_desk(store)
        desk.found(BO)
        line.close()
        line.broken.set()
        started = time.monotonic()
        with pytest.raises(StoreUnavailableError):
            desk.edit("bo", name="Bodo")
        assert time.monotonic() - started < 12
        store.close()

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


def test_user_and_password(own_neo4j: None, tmp_path: Path) -> None:
    """A wrong password is a clear error that does not repeat it; with the right one all works."""
    given = (Path(embedded.__file__).parent / "neo4j.conf").read_text(encoding="utf-8")
    settings = tmp_path / "neo4j.conf"
    settings.write_text(given.replace("auth_enabled=false", "auth_enabled=true"), encoding="utf-8")
    with embedded.running_server(settings) as url:
        with GraphDatabase.driver(url, auth=("neo4j", "neo4j")) as first:
            first.execute_query(
                "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO 'right-one'", database_="system"
            )
        for auth in (("neo4j", "geheim-7"), ("somebody", "geheim-7"), None):
            with pytest.raises(StoreUnavailableError) as raised:
                Neo4jStore(url, auth=auth)
            for language in Language:
                assert "geheim-7" not in raised.value.message(language)
                assert "NETMAP_NEO4J_PASSWORD" in raised.value.message(language)
        store = Neo4jStore(url, auth=("neo4j", "right-one"))
        assert store.networks() == []
        store.close()


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
        new_desk(store).found(BO)
        store.close()
        assert self.version(admin) == [max(migrations())]

    def test_a_newer_schema_is_left_alone(self, empty_neo4j_url: str, admin: Driver) -> None:
        """A database of a newer netmap is neither read nor changed."""
        newer = max(migrations()) + 1
        admin.execute_query("CREATE (:NetmapSchema {id: 'netmap', version: $v})", v=newer)
        with pytest.raises(StoreFormatError, match=str(newer)):
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


def test_a_long_wait_ends(neo4j_url: str, admin: Driver) -> None:
    """A writer that another one keeps waiting gives up after the time it was given."""
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
