"""The Neo4j store: the natural graph of each network on a server, behind the store's protocol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Any

from neo4j.exceptions import ConstraintError

from netmap import changes
from netmap.changes import ChangeSet, LogEntry, NetworkInfo, Noted, Snapshot
from netmap.dates import Period
from netmap.errors import (
    ChangeSetNotFoundError,
    NetworkExistsError,
    RecordNotFoundError,
)
from netmap.integrity import Damage
from netmap.network import Network
from netmap.store.catalogue import arguments, query_for_people
from netmap.store.neo4j_apply import apply, find, info_of, locked_info, network_info, replay
from netmap.store.neo4j_check import damages_of_graph, damages_of_network
from netmap.store.neo4j_erasure import erase
from netmap.store.neo4j_log import logged_entry
from netmap.store.neo4j_read import read_if_whole, read_locked
from netmap.store.neo4j_schema import bring_up_to_date
from netmap.store.neo4j_server import Neo4jServer, Transaction
from netmap.store.neo4j_snapshots import freeze, keep, read_snapshot, snapshots
from netmap.store.neo4j_snapshots import snapshot as find_snapshot
from netmap.store.protocol import QueryResult
from netmap.tables import tables_of
from netmap.values import Record

_NEWEST = 2**62
# How often a reader looks again before it makes writers wait.
_LOOKS = 4


class Neo4jStore:
    """Keeps networks in a Neo4j database, told apart by the property ``network``.

    Safe to use from several threads and programs at once; holds no state but the connection.
    """

    def __init__(
        self,
        url: str,
        *,
        auth: tuple[str, str] | None = None,
        database: str | None = None,
        timeout_seconds: float = 60,
        corrects: bool = True,
    ) -> None:
        """Connect, and set up the database where it is empty.

        Args:
            url: ``neo4j://host:port``, ``bolt://…`` or one of their encrypted forms.
            auth: User and password; none means no authentication.
            database: The server's default database when ``None``.
            timeout_seconds: Longest time that one transaction may take; a large change set has
                5 ms more for each record.
            corrects: Whether a reader notes the totals anew where somebody changed records past
                netmap; who examines the store leaves them.

        Raises:
            StoreUnavailableError: The server cannot be reached or refuses us.
            StoreFormatError: The server is too old, or a newer netmap has written its schema.
        """
        self._corrects = corrects
        self._server = Neo4jServer(
            url, auth=auth, database=database, timeout_seconds=timeout_seconds
        )
        try:
            bring_up_to_date(self._server)
        except BaseException:
            self._server.close()
            raise

    @property
    def name(self) -> str:
        """Address of the server, without user and password."""
        return self._server.name

    def networks(self) -> list[NetworkInfo]:
        """See `netmap.store.protocol.Store`."""
        return self._server.read(None, lambda tx: [info_of(row) for row in tx.rows("networks")])

    def network(self, network_id: str) -> NetworkInfo:
        """See `netmap.store.protocol.Store`."""
        return self._server.read(network_id, lambda tx: network_info(tx, network_id))

    def apply(self, change_set: ChangeSet) -> LogEntry:
        """See `netmap.store.protocol.Store`."""
        with _one_founder(change_set.network_id, change_set.new_network):
            return self._server.write(
                change_set.network_id,
                lambda tx: apply(tx, change_set),
                done=lambda tx: _entry(tx, change_set.network_id, change_set.id),
                size=len(change_set.changes),
            )

    def replay(self, entry: LogEntry, *, new_network: str | None = None) -> None:
        """See `netmap.store.protocol.Store`."""
        with _one_founder(entry.network_id, new_network):
            self._server.write(
                entry.network_id,
                lambda tx: replay(tx, entry, new_network=new_network),
                done=lambda tx: _entry(tx, entry.network_id, entry.id),
                size=len(entry.changes),
            )

    def read(self, network_id: str, as_of: Period | None = None) -> Network:
        """See `netmap.store.protocol.Store`.

        Neo4j shows a reader what is committed, and of a change set that is just being committed
        perhaps a part. The reader therefore checks what it read against the totals that stand at
        the network, looks again where they differ, and in the end makes writers wait.
        """
        for _ in range(_LOOKS):
            network = self._server.read(network_id, lambda tx: read_if_whole(tx, network_id, as_of))
            if network is not None:
                return network
        return self._server.write(
            network_id,
            lambda tx: read_locked(tx, network_id, as_of, corrects=self._corrects),
            done=lambda _: None,
        )

    def record(self, network_id: str, record_id: str) -> Record:
        """See `netmap.store.protocol.Store`."""

        def one(tx: Transaction) -> Record:
            network_info(tx, network_id)
            for found in find(tx, [record_id]):
                return found
            raise RecordNotFoundError(network_id=network_id, record_id=record_id)

        return self._server.read(network_id, one)

    def log(
        self,
        network_id: str,
        *,
        record_id: str | None = None,
        before_revision: int | None = None,
        limit: int = 100,
    ) -> list[LogEntry]:
        """See `netmap.store.protocol.Store`."""
        page = {
            "before": _NEWEST if before_revision is None else min(before_revision, _NEWEST),
            "limit": max(0, min(limit, _NEWEST)),
        }

        def entries(tx: Transaction) -> list[LogEntry]:
            network_info(tx, network_id)
            rows = (
                tx.rows("log_page", **page)
                if record_id is None
                else tx.rows("log_page_of_record", record_id=record_id, **page)
            )
            return [logged_entry(network_id, row) for row in rows]

        return self._server.read(network_id, entries)

    def log_entry(self, network_id: str, change_set_id: str) -> LogEntry:
        """See `netmap.store.protocol.Store`."""

        def one(tx: Transaction) -> LogEntry:
            network_info(tx, network_id)
            entry = _entry(tx, network_id, change_set_id)
            if entry is None:
                raise ChangeSetNotFoundError(network_id=network_id, change_set_id=change_set_id)
            return entry

        return self._server.read(network_id, one)

    def notes(self, network_id: str) -> list[Noted]:
        """See `netmap.store.protocol.Store`."""

        def written(tx: Transaction) -> list[Noted]:
            network_info(tx, network_id)
            return [
                Noted(revision=revision, author=author, at=at, note=note)
                for revision, author, at, note in tx.rows("log_notes")
            ]

        return self._server.read(network_id, written)

    def freeze(
        self,
        snapshot_id: str,
        network_id: str,
        *,
        label: str,
        author: str,
        at: datetime,
    ) -> Snapshot:
        """See `netmap.store.protocol.Store`."""
        taken = {"id": snapshot_id, "label": label, "taken_at": at, "author": author}
        return self._server.write(
            network_id,
            lambda tx: freeze(tx, network_id, taken),
            done=lambda tx: find_snapshot(tx, network_id, snapshot_id),
        )

    def keep(self, snapshot: Snapshot, records: Iterable[Record]) -> None:
        """See `netmap.store.protocol.Store`."""
        tables = tables_of(records)
        self._server.write(
            snapshot.network_id,
            lambda tx: keep(tx, snapshot, tables),
            done=lambda tx: find_snapshot(tx, snapshot.network_id, snapshot.id),
        )

    def snapshots(self, network_id: str) -> list[Snapshot]:
        """See `netmap.store.protocol.Store`."""
        return self._server.read(network_id, lambda tx: snapshots(tx, network_id))

    def read_snapshot(
        self, network_id: str, snapshot_id: str, as_of: Period | None = None
    ) -> Network:
        """See `netmap.store.protocol.Store`."""
        return self._server.read(
            network_id, lambda tx: read_snapshot(tx, network_id, snapshot_id, as_of)
        )

    def erase_person(
        self,
        network_id: str,
        person_id: str,
        *,
        new_id: str,
        author_id: str,
        author: str,
        at: datetime,
    ) -> LogEntry:
        """See `netmap.store.protocol.Store`."""
        change_set_id = changes.new_id()

        def work(tx: Transaction) -> LogEntry:
            entry = LogEntry(
                id=change_set_id,
                network_id=network_id,
                revision=locked_info(tx, network_id).revision + 1,
                author_id=author_id,
                author=author,
                at=at,
                erasure=True,
            )
            return erase(tx, entry, person_id=person_id, new_id=new_id)

        return self._server.write(
            network_id, work, done=lambda tx: _entry(tx, network_id, change_set_id)
        )

    def run_query(self, name: str, network_id: str, parameters: dict[str, Any]) -> QueryResult:
        """See `netmap.store.protocol.QueryableStore`.

        Raises:
            NetworkNotFoundError: There is no such network.
            QueryError: There is no such query, or its parameters do not fit.
        """
        query = query_for_people(name)
        values = arguments(query, network_id, parameters)
        self.network(network_id)
        columns, rows = self._server.run(query, values)
        return QueryResult(columns=tuple(columns), rows=tuple(tuple(row) for row in rows))

    def damages(self) -> Iterator[Damage]:
        """See `netmap.store.protocol.Store`."""
        yield from self._server.read(None, lambda tx: list(damages_of_graph(tx)))
        for info in self.networks():
            yield from self._server.read(info.id, partial(_damages_of_network, network_id=info.id))

    def close(self) -> None:
        """See `netmap.store.protocol.Store`."""
        self._server.close()


def _damages_of_network(tx: Transaction, network_id: str) -> list[Damage]:
    return list(damages_of_network(tx, network_id))


def _entry(tx: Transaction, network_id: str, change_set_id: str) -> LogEntry | None:
    row = tx.row("log_entry", change_set=change_set_id)
    return None if row is None else logged_entry(network_id, row)


@contextmanager
def _one_founder(network_id: str, new_network: str | None) -> Iterator[None]:
    """The lock keeps others out of a network that is there, but not out of a new one."""
    try:
        yield
    except ConstraintError as error:
        if new_network is None:
            raise
        raise NetworkExistsError(network_id=network_id) from error
