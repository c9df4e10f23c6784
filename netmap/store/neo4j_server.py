"""The connection to a Neo4j server: one driver, managed transactions, clear errors."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar
from urllib.parse import urlsplit

from neo4j import (
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
    unit_of_work,
)
from neo4j.exceptions import (
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from netmap import __version__
from netmap.language import Text, same
from netmap.store.catalogue import WRITE, Query, catalogue
from netmap.store.errors import StoreFormatError, StoreUnavailableError
from netmap.store.neo4j_errors import store_error

_T = TypeVar("_T")

# Retries are the driver's business: without a handler, Python would print them between the
# messages that netmap writes for people.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

_OLDEST = (5, 26)
# How long a server that is down or changes its leader is waited for.
_CONNECT_SECONDS = 4.0
_RETRY_SECONDS = 4.0
_ACQUIRE_SECONDS = 15.0
# Many times what a record takes: an import of a whole state shall not fail on a slow server.
_SECONDS_A_RECORD = 0.005
# Large enough to spare round trips, small enough for the memory of one statement.
_BATCH = 5_000


class _Unsaid(list[Any]):
    """Values that are not spelled out.

    The driver spells out all parameters for its own log, also where nobody listens: that takes as
    long as to send them, and would bring names of persons into a log.
    """

    def __repr__(self) -> str:
        return f"[… {len(self)} values]"


class Transaction:
    """Runs queries of the catalogue in one transaction."""

    def __init__(self, tx: ManagedTransaction, network_id: str | None = None) -> None:
        """Give every query that takes a network this one."""
        self._tx = tx
        self._network = {} if network_id is None else {"network": network_id}

    def rows(self, name: str, /, **parameters: Any) -> list[Any]:
        """The rows of a query, each a list of its columns.

        A text that is no Unicode cannot be sent, and names nothing: it finds no rows.
        """
        if not all(
            _can_be_sent(value) for value in (*parameters.values(), *self._network.values())
        ):
            return []
        return self._tx.run(catalogue()[name].text, {**self._network, **parameters}).values()

    def row(self, name: str, /, **parameters: Any) -> Any:
        """The only row of a query, ``None`` when there is none."""
        rows = self.rows(name, **parameters)
        return rows[0] if rows else None

    def in_batches(
        self, name: str, parameter: str, values: Sequence[Any], *, batch: int = _BATCH
    ) -> Iterator[Any]:
        """All rows of a query that is asked about many values, some thousand at a time."""
        for start in range(0, len(values), batch):
            yield from self.rows(name, **{parameter: _Unsaid(values[start : start + batch])})

    def write(
        self, name: str, parameter: str, values: Sequence[Any], *, batch: int = _BATCH
    ) -> None:
        """Run a writing query over many values, some thousand at a time."""
        for _ in self.in_batches(name, parameter, values, batch=batch):
            pass


class Neo4jServer:
    """One driver to one database; safe to use from several threads."""

    def __init__(
        self,
        url: str,
        *,
        auth: tuple[str, str] | None,
        database: str | None,
        timeout_seconds: float,
    ) -> None:
        """Connect to the server.

        Args:
            url: ``neo4j://``, ``neo4j+s://``, ``bolt://`` … with host and port.
            auth: User and password.
            database: Its default database when ``None``.
            timeout_seconds: Longest time of one transaction, enforced by the server; see `write`.

        Raises:
            StoreUnavailableError: It cannot be reached, or does not accept user and password.
            StoreFormatError: It is older than what netmap needs.
        """
        parts = urlsplit(url)
        # Whoever writes a password into the address shall not find it in a message.
        self.name = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" + (
            f"/{database}" if database else ""
        )
        self._database = database
        self._timeout_seconds = timeout_seconds
        self._bookmarks = GraphDatabase.bookmark_manager()
        self._closed = False
        with self._errors():
            self._driver = _driver(url, auth)
        try:
            self._check_version()
        except BaseException:
            self.close()
            raise

    def read(self, network_id: str | None, work: Callable[[Transaction], _T]) -> _T:
        """Run reading work; a cluster may send it to any member that has all we have written."""

        @unit_of_work(timeout=self._timeout_seconds)
        def attempt(tx: ManagedTransaction) -> _T:
            return work(Transaction(tx, network_id))

        with self._session() as session:
            try:
                return session.execute_read(attempt)
            except IncompleteCommit:
                # The driver does not know that nothing was to be written, and does not try again.
                return session.execute_read(attempt)

    def write(
        self,
        network_id: str | None,
        work: Callable[[Transaction], _T],
        *,
        done: Callable[[Transaction], _T | None],
        size: int = 0,
    ) -> _T:
        """Run writing work exactly once, also when the connection breaks while committing.

        Args:
            network_id: Goes to every query that takes a network.
            work: What to do; runs again where the server asks for it.
            done: What the work returned, if the database shows that it was done. It is asked only
                once an attempt may have been committed.
            size: How many records are written; each gives the transaction a little more time.
        """
        sent = False

        @unit_of_work(timeout=self._timeout_seconds + size * _SECONDS_A_RECORD)
        def attempt(tx: ManagedTransaction) -> _T:
            nonlocal sent
            transaction = Transaction(tx, network_id)
            if sent and (before := done(transaction)) is not None:
                return before
            result = work(transaction)
            sent = True
            return result

        with self._session() as session:
            try:
                try:
                    return session.execute_write(attempt)
                except IncompleteCommit:
                    # Nobody knows whether it was written; the next attempt looks.
                    return session.execute_write(attempt)
            except (ServiceUnavailable, SessionExpired) as error:
                if sent:
                    # The server has not come back to be asked.
                    raise IncompleteCommit(str(error)) from error
                raise

    def run(self, query: Query, parameters: dict[str, Any]) -> tuple[list[str], list[Any]]:
        """Columns and rows of one query, in the access mode it declares."""

        @unit_of_work(timeout=self._timeout_seconds)
        def attempt(tx: ManagedTransaction) -> tuple[list[str], list[Any]]:
            result = tx.run(query.text, parameters)
            return list(result.keys()), result.values()

        with self._session() as session:
            execute = session.execute_write if query.access == WRITE else session.execute_read
            return execute(attempt)

    def close(self) -> None:
        """Let go of all connections; later calls raise `StoreUnavailableError`."""
        if not self._closed:
            self._closed = True
            self._driver.close()

    @contextmanager
    def _session(self) -> Iterator[Session]:
        if self._closed:
            raise StoreUnavailableError(
                store=self.name,
                problem=Text(de="Er wurde geschlossen.", en="It has been closed."),
            )
        with (
            self._errors(),
            self._driver.session(
                database=self._database,
                # Reads wait for what this program wrote, whichever member they reach.
                bookmark_manager=self._bookmarks,
                fetch_size=10_000,
            ) as session,
        ):
            yield session

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (Neo4jError, DriverError) as error:
            known = store_error(error, self.name)
            if known is None:
                raise
            raise known from error
        except OSError as error:
            raise StoreUnavailableError(store=self.name, problem=same(str(error))) from error

    def _check_version(self) -> None:
        with self._errors():
            agent = self._driver.get_server_info().agent
        match = re.match(r"Neo4j/v?(\d+)\.(\d+)", agent)
        if match is not None and (int(match[1]), int(match[2])) < _OLDEST:
            raise StoreFormatError(
                store=self.name,
                problem=Text(
                    de=f"Es ist {agent}; nötig ist Neo4j 5.26 oder neuer.",
                    en=f"It is {agent}; Neo4j 5.26 or newer is needed.",
                ),
            )


def _driver(url: str, auth: tuple[str, str] | None) -> Driver:
    return GraphDatabase.driver(
        url,
        auth=auth,
        user_agent=f"netmap/{__version__}",
        telemetry_disabled=True,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
        connection_timeout=_CONNECT_SECONDS,
        connection_acquisition_timeout=_ACQUIRE_SECONDS,
        max_transaction_retry_time=_RETRY_SECONDS,
        # Connections that a firewall or a restart has cut are noticed before they are used.
        liveness_check_timeout=30,
    )


def _can_be_sent(value: object) -> bool:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str):
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
