"""The networks in the SQLite file: found by id, created, and moved to their next revision."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from netmap.changes import ChangeSet, LogEntry, NetworkInfo
from netmap.errors import NetworkExistsError, NetworkNotFoundError
from netmap.store.sqlite_file import Connection
from netmap.store.sqlite_history import append


class FoundNetwork(NamedTuple):
    """A network inside a transaction; ``key`` names it in every table."""

    key: int
    info: NetworkInfo


def all_networks(db: Connection) -> list[NetworkInfo]:
    """All networks, ascending by id."""
    return [
        _info(row)
        for row in db.execute(
            "SELECT id, name, created_at, changed_at, revision FROM network ORDER BY id"
        )
    ]


def _info(row: tuple[str, str, str, str, int]) -> NetworkInfo:
    network_id, name, created_at, changed_at, revision = row
    return NetworkInfo(
        id=network_id,
        name=name,
        created_at=datetime.fromisoformat(created_at),
        changed_at=datetime.fromisoformat(changed_at),
        revision=revision,
    )


def _find(db: Connection, network_id: str) -> FoundNetwork | None:
    row = db.execute(
        "SELECT key, id, name, created_at, changed_at, revision FROM network WHERE id = ?",
        (stored_id(network_id),),
    ).fetchone()
    return None if row is None else FoundNetwork(row[0], _info(row[1:]))


def require(db: Connection, network_id: str) -> FoundNetwork:
    """The network of this id.

    Raises:
        NetworkNotFoundError: There is none.
    """
    found = _find(db, network_id)
    if found is None:
        raise NetworkNotFoundError(network_id=network_id)
    return found


def network_for(db: Connection, change_set: ChangeSet) -> FoundNetwork:
    """The network a change set goes to, created when it says so.

    Raises:
        NetworkNotFoundError: It is not there and shall not be created.
        NetworkExistsError: It is there and shall be created.
    """
    if change_set.new_network is None:
        return require(db, change_set.network_id)
    if _find(db, change_set.network_id) is not None:
        raise NetworkExistsError(network_id=change_set.network_id)
    at = change_set.at.isoformat()
    db.execute(
        "INSERT INTO network (id, name, created_at, changed_at, revision) VALUES (?, ?, ?, ?, 0)",
        (change_set.network_id, change_set.new_network, at, at),
    )
    return require(db, change_set.network_id)


def advance(db: Connection, network: FoundNetwork, entry: LogEntry) -> None:
    """Move a network to the revision of a change set, and log it."""
    db.execute(
        "UPDATE network SET revision = ?, changed_at = ? WHERE key = ?",
        (entry.revision, entry.at.isoformat(), network.key),
    )
    append(db, network.key, entry)


def stored_id(text: str) -> str:
    """The id as it may be stored: one with stray bytes, as in an argument, becomes none at all."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return ""
    return text
