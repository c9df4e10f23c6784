"""The schema of a Neo4j store: constraints and indexes by numbered migrations."""

from __future__ import annotations

import re
from contextlib import suppress

from neo4j.exceptions import Neo4jError

from netmap.store.catalogue import Query, catalogue
from netmap.store.errors import StoreNewerError
from netmap.store.neo4j_server import Neo4jServer, Transaction

_MIGRATION = re.compile(r"(\d{4})_\w+")
_CONSTRAINT = re.compile(r"CREATE CONSTRAINT (\w+)")
_IN_THE_WAY = "Neo.ClientError.Schema.IndexWithNameAlreadyExists"


def migrations() -> dict[int, Query]:
    """The migrations by number, ascending from 1 without a gap.

    Each is one statement that does no harm when it runs again: Neo4j cannot change schema and data
    in one transaction, so a program that is killed in between leaves a migration done but not
    noted.
    """
    found = {
        int(match[1]): query
        for name, query in catalogue().items()
        if (match := _MIGRATION.fullmatch(name))
    }
    return dict(sorted(found.items()))


def bring_up_to_date(server: Neo4jServer) -> None:
    """Set up an empty database, or run the migrations that it lacks.

    Safe when several programs do so at once: the second one waits for the first one, and finds
    everything done.

    Raises:
        StoreNewerError: A newer netmap has written the schema.
    """
    steps = migrations()
    newest = max(steps)
    version = server.read(None, _version)
    if version is None:
        # The lock below is a node, and one node only through this constraint.
        _run(server, steps[1])
    if version != newest:
        server.write(None, lambda tx: _migrate(server, tx, steps), done=lambda _: None)
        version = server.read(None, _version)
    if version is None or version > newest:
        raise StoreNewerError(store=server.name, schema=version, newest=newest)


def _version(tx: Transaction) -> int | None:
    row = tx.row("schema_version")
    return None if row is None else int(row[0])


def _migrate(server: Neo4jServer, lock: Transaction, steps: dict[int, Query]) -> None:
    """Run what is missing in transactions of their own while ``lock`` holds off all others."""
    (version,) = lock.row("schema_lock")
    missing = {number: query for number, query in steps.items() if number > version}
    if not missing:
        return
    for query in missing.values():
        _run(server, query)
    server.run(catalogue()["schema_await"], {})
    lock.rows("schema_advance", version=max(missing))


def _run(server: Neo4jServer, step: Query) -> None:
    """Run a migration, also where an earlier attempt was cut off in the middle of it.

    Neo4j makes the index of a constraint first. Cut off then, it may keep the index, and refuses
    the constraint for as long as that is there. The index of a constraint that is whole, such as
    one that another program has just made, cannot be dropped.
    """
    try:
        server.run(step, {})
    except Neo4jError as error:
        constraint = _CONSTRAINT.search(step.text)
        if error.code != _IN_THE_WAY or constraint is None:
            raise
        with suppress(Neo4jError):
            server.run(catalogue()["schema_left_behind"], {"name": constraint[1]})
        server.run(step, {})
