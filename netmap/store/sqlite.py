"""The default store: networks in one SQLite file, for one office, a laptop or the demo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from netmap import changes as change_sets
from netmap.changes import ChangeSet, LogEntry, NetworkInfo, Noted, Snapshot
from netmap.dates import Period, day_of
from netmap.erasure import erased
from netmap.errors import (
    ChangeSetNotFoundError,
    RecordNotFoundError,
    SnapshotNotFoundError,
)
from netmap.integrity import Damage
from netmap.network import Network
from netmap.replay import require_past
from netmap.store import sqlite_history as history
from netmap.store import sqlite_rows as rows
from netmap.store.errors import IdTakenError, StoreBusyError, StoreFullError, StoreUnavailableError
from netmap.store.protocol import FileStore
from netmap.store.sqlite_apply import apply, replay
from netmap.store.sqlite_check import damages
from netmap.store.sqlite_copies import adopt, copy_into, new_file
from netmap.store.sqlite_file import Connection, SqliteFile
from netmap.store.sqlite_networks import (
    FoundNetwork,
    advance,
    all_networks,
    require,
    stored_id,
)
from netmap.values import Record
from netmap.vocabulary import Kind

_REWRITE = "rewrite"
"""Task of the table ``upkeep``: the file may still hold bytes of an erased person."""


class SqliteStore:
    """A `netmap.store.protocol.Store` in one file.

    The file is made where there is none, readable by its owner alone. Several threads and
    processes may use it; it belongs on a disk of this machine, not on a network drive.
    """

    def __init__(self, path: Path, *, busy_seconds: float = 15.0) -> None:
        """Open the file at ``path``; its folder is made when missing.

        Args:
            path: The database; ``-wal`` and ``-shm`` files lie beside it while it is in use.
            busy_seconds: How long to wait for another process before `StoreBusyError`.

        Raises:
            StoreFormatError: Something else lies there, or a newer schema; nothing is changed.
            StoreUnavailableError: The file or its folder cannot be read or written.
        """
        self._file = SqliteFile(path, busy_seconds=busy_seconds)
        try:
            self._finish_upkeep()
        except BaseException:
            self._file.close()
            raise

    @property
    def name(self) -> str:
        """Path of the file."""
        return str(self._file.path)

    def close(self) -> None:
        """Close the file; later calls raise `StoreUnavailableError`."""
        self._file.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    def networks(self) -> list[NetworkInfo]:
        """All networks, ascending by id."""
        with self._file.reading() as db:
            return all_networks(db)

    def network(self, network_id: str) -> NetworkInfo:
        """What one network is called and its revision."""
        with self._network(network_id) as (_, found):
            return found.info

    def read(self, network_id: str, as_of: Period | None = None) -> Network:
        """The network at a date; today when none is given."""
        with self._network(network_id) as (db, found):
            tables = rows.read_tables(db, found.key)
        return Network(
            tables,
            as_of=as_of,
            network_id=network_id,
            name=found.info.name,
            revision=found.info.revision,
        )

    def record(self, network_id: str, record_id: str) -> Record:
        """One record as it stands now."""
        with self._network(network_id) as (db, found):
            stored = rows.load(db, found.key, [stored_id(record_id)])
        if record_id not in stored:
            raise RecordNotFoundError(network_id=network_id, record_id=record_id)
        return stored[record_id]

    def apply(self, change_set: ChangeSet) -> LogEntry:
        """Apply a change set whole, or raise and leave everything as it was."""
        with self._file.writing() as db:
            return apply(db, change_set)

    def replay(self, entry: LogEntry, *, new_network: str | None = None) -> None:
        """Write a logged change set of another store as it stands; see `Store.replay`."""
        with self._file.writing() as db:
            replay(db, entry, new_network=new_network)

    def log(
        self,
        network_id: str,
        *,
        record_id: str | None = None,
        before_revision: int | None = None,
        limit: int = 100,
    ) -> list[LogEntry]:
        """Change sets, newest first, each with its changes; see `Store.log`."""
        with self._network(network_id) as (db, found):
            return history.entries(
                db,
                found.key,
                network_id=network_id,
                record_id=None if record_id is None else stored_id(record_id),
                before_revision=before_revision,
                limit=limit,
            )

    def log_entry(self, network_id: str, change_set_id: str) -> LogEntry:
        """One change set with all its changes."""
        with self._network(network_id) as (db, found):
            revision = history.revision_of(db, found.key, stored_id(change_set_id))
            if revision is None:
                raise ChangeSetNotFoundError(network_id=network_id, change_set_id=change_set_id)
            return history.entries(
                db, found.key, network_id=network_id, before_revision=revision + 1
            )[0]

    def notes(self, network_id: str) -> list[Noted]:
        """What was written about change sets, newest first; see `Store.notes`."""
        with self._network(network_id) as (db, found):
            return history.notes(db, found.key)

    def freeze(
        self, snapshot_id: str, network_id: str, *, label: str, author: str, at: datetime
    ) -> Snapshot:
        """Keep a frozen copy of the network as it stands now."""
        with self._file.writing() as db:
            network = require(db, network_id)
            snapshot = Snapshot(
                id=snapshot_id,
                network_id=network_id,
                label=label,
                revision=network.info.revision,
                taken_at=at,
                author=author,
            )
            tables = rows.read_tables(db, network.key)
            records = (record for table in tables.values() for record in table.records())
            history.freeze(db, network.key, snapshot, records)
        return snapshot

    def keep(self, snapshot: Snapshot, records: Iterable[Record]) -> None:
        """Keep a snapshot of another store as it stands; see `Store.keep`."""
        with self._file.writing() as db:
            network = require(db, snapshot.network_id)
            require_past(snapshot, revision=network.info.revision)
            history.freeze(db, network.key, snapshot, records)

    def snapshots(self, network_id: str) -> list[Snapshot]:
        """Snapshots of a network, newest first."""
        with self._network(network_id) as (db, found):
            return history.snapshots(db, found.key, network_id=network_id)

    def read_snapshot(
        self, network_id: str, snapshot_id: str, as_of: Period | None = None
    ) -> Network:
        """A frozen copy at a date in the real world; the day it was taken when none is given."""
        with self._network(network_id) as (db, found):
            taken = history.snapshots(db, found.key, network_id=network_id)
            snapshot = next((each for each in taken if each.id == snapshot_id), None)
            if snapshot is None:
                raise SnapshotNotFoundError(network_id=network_id, snapshot_id=snapshot_id)
            tables = history.frozen_tables(db, found.key, snapshot_id)
        day = day_of(snapshot.taken_at)
        return Network(
            tables,
            as_of=as_of or Period(day, day),
            network_id=network_id,
            name=found.info.name,
            revision=snapshot.revision,
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
        """Erase a person from records, change log and snapshots, and from the bytes of the file."""
        with self._file.writing() as db:
            network = require(db, network_id)
            person_id = stored_id(person_id)
            kinds = rows.kinds_of(db, network.key, [person_id, new_id])
            if kinds.get(person_id) is not Kind.PERSON and not history.knows_id(
                db, network.key, person_id, Kind.PERSON
            ):
                raise RecordNotFoundError(network_id=network_id, record_id=person_id)
            if new_id in kinds or history.knows_id(db, network.key, new_id):
                raise IdTakenError(id=new_id, network_id=network_id)
            if kinds.get(person_id) is Kind.PERSON:
                _replace_person(db, network.key, person_id=person_id, new_id=new_id)
            history.erase(db, network.key, person_id=person_id, new_id=new_id)
            entry = LogEntry(
                id=change_sets.new_id(),
                network_id=network_id,
                revision=network.info.revision + 1,
                author_id=author_id,
                author=author,
                at=at,
                erasure=True,
            )
            advance(db, network, entry)
            db.execute("INSERT OR IGNORE INTO upkeep (task) VALUES (?)", (_REWRITE,))
        self._finish_upkeep()
        return entry

    def save_as(self, path: Path) -> None:
        """Write the whole store into a new file; see `FileStore.save_as`."""
        with new_file(path), self._file.bare() as db:
            copy_into(db, path)

    def adopt(self, other: FileStore, network_ids: Iterable[str]) -> None:
        """Take networks of another file over in one step; see `FileStore.adopt`."""
        wanted = [other.network(each).id for each in network_ids]
        with self._file.bare() as db:
            adopt(db, other.path, wanted)

    def damages(self) -> Iterator[Damage]:
        """What is wrong with the file itself; see `Store.damages`."""
        with self._file.reading() as db:
            yield from damages(db)

    def _finish_upkeep(self) -> None:
        """Leave no byte of an erased person in the file, also after a program that was stopped."""
        with self._file.reading() as db:
            if db.execute("SELECT 1 FROM upkeep WHERE task = ?", (_REWRITE,)).fetchone() is None:
                return
        try:
            self._file.rewrite()
            with self._file.writing() as db:
                db.execute("DELETE FROM upkeep WHERE task = ?", (_REWRITE,))
        except (StoreBusyError, StoreFullError, StoreUnavailableError):
            # The erasure itself is kept, whatever the disk (full, over quota) did to the cleaning;
            # the next erasure or opening tries again.
            return

    @contextmanager
    def _network(self, network_id: str) -> Iterator[tuple[Connection, FoundNetwork]]:
        with self._file.reading() as db:
            yield db, require(db, network_id)


def _replace_person(db: Connection, network: int, *, person_id: str, new_id: str) -> None:
    referring = {each for each, _ in rows.referrers(db, network, [person_id])[person_id]}
    referring |= rows.views_mentioning(db, network, person_id)
    stored = rows.load(db, network, {person_id, *referring})
    left = [erased(record, person_id=person_id, new_id=new_id) for record in stored.values()]
    rows.write(db, network, left, stored=stored.keys())
    rows.remove(db, network, {person_id: Kind.PERSON})
