"""Store: the one narrow protocol, in domain types, behind which networks are kept.

Words: a *network* is one municipality's closed map; its *revision* counts the change sets applied
to it; a *record's version* is the revision at which it was last written; the *change log* holds
every change set with what stood before; a *snapshot* is a frozen copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from netmap.changes import ChangeSet, LogEntry, NetworkInfo, Noted, Snapshot
from netmap.dates import Period
from netmap.integrity import Damage
from netmap.network import Network
from netmap.values import Record


@dataclass(frozen=True, slots=True)
class QueryResult:
    """Rows of a catalogue query, in the order of the query."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Store(Protocol):
    """Where networks are kept.

    Every method names its network and sees nothing else. All raise `StoreUnavailableError`,
    `StoreBusyError`, `StoreFullError`, `StoreMemoryError` or `StoreFormatError` where the place
    itself fails; a write that raises has written nothing. The one exception is a server that goes
    away for good between a commit and its answer: the error says so, and the same change set may be
    sent again, because its id is refused the second time. Safe to call from several threads.
    """

    @property
    def name(self) -> str:
        """What to call the store in messages; holds no password."""
        ...

    def networks(self) -> list[NetworkInfo]:
        """All networks, ascending by id."""
        ...

    def network(self, network_id: str) -> NetworkInfo:
        """What one network is called and its revision, without reading it.

        Raises:
            NetworkNotFoundError: There is none with this id.
        """
        ...

    def apply(self, change_set: ChangeSet) -> LogEntry:
        """Apply a change set whole, or raise and leave everything as it was.

        The checks are those of `netmap.changes.plan`. A change set in which nothing changes and
        that creates no network leaves the revision alone and returns an entry without changes
        and with the present revision.

        Raises:
            NetworkNotFoundError: The network is not there and ``new_network`` is not given.
            NetworkExistsError: ``new_network`` is given and the network is there.
            ConflictError: A record was changed since its author read it.
            RecordKindError: The id belongs to a record of another kind.
            DanglingReferenceError: A reference would lead nowhere.
            InvalidRecordError: The change set contradicts itself.
            IdTakenError: A change set with this id was applied to the network before.
        """
        ...

    def replay(self, entry: LogEntry, *, new_network: str | None = None) -> None:
        """Write a change set that another store has logged, literally and whole.

        Id, author, time, note and the records before and after become those of ``entry``, the
        versions with them, so that a network whose entries are replayed in order is the network
        of the other store at that revision. An erasure, whose entry holds no changes, is logged
        alone: what it erased does not stand in the entries before it.

        Args:
            entry: The entry that follows on the present revision.
            new_network: Name of the network to create, whose first entry this is.

        Raises:
            NetworkNotFoundError: The network is not there and ``new_network`` is not given.
            NetworkExistsError: ``new_network`` is given and the network is there.
            ReplayError: The entry was not made on what the network holds.
            RecordKindError: An id belongs to a record of another kind.
            DanglingReferenceError: A reference would lead nowhere.
            IdTakenError: A change set with this id was applied to the network before.
        """
        ...

    def read(self, network_id: str, as_of: Period | None = None) -> Network:
        """The network at a date; today when none is given.

        Raises:
            NetworkNotFoundError: There is none with this id.
        """
        ...

    def record(self, network_id: str, record_id: str) -> Record:
        """One record as it stands now.

        Raises:
            NetworkNotFoundError: There is no such network.
            RecordNotFoundError: It holds no such record.
        """
        ...

    def log(
        self,
        network_id: str,
        *,
        record_id: str | None = None,
        before_revision: int | None = None,
        limit: int = 100,
    ) -> list[LogEntry]:
        """Change sets, newest first, each with its changes.

        Given ``record_id``, only the change sets that touched it, and of each the change to this
        record alone: a page about one record must not load the import it came with.

        Args:
            network_id: The network.
            record_id: Keep what happened to this record.
            before_revision: Keep what is older than this revision, for the next page.
            limit: The most entries to return.

        Raises:
            NetworkNotFoundError: There is no such network.
        """
        ...

    def log_entry(self, network_id: str, change_set_id: str) -> LogEntry:
        """One change set with all its changes.

        Raises:
            NetworkNotFoundError: There is no such network.
            ChangeSetNotFoundError: Its log has no such change set.
        """
        ...

    def notes(self, network_id: str) -> list[Noted]:
        """What was written about change sets, newest first; those without a note are left out.

        Their changes stay unread, so that a search through all of them is quick.

        Raises:
            NetworkNotFoundError: There is no such network.
        """
        ...

    def freeze(
        self,
        snapshot_id: str,
        network_id: str,
        *,
        label: str,
        author: str,
        at: datetime,
    ) -> Snapshot:
        """Keep a frozen copy of the network as it stands now.

        Raises:
            NetworkNotFoundError: There is no such network.
            IdTakenError: The network has a snapshot with this id already.
        """
        ...

    def keep(self, snapshot: Snapshot, records: Iterable[Record]) -> None:
        """Keep a snapshot that another store has taken, literally.

        Args:
            snapshot: Id, label, author, time and revision of the frozen copy.
            records: All its records.

        Raises:
            NetworkNotFoundError: There is no such network.
            SnapshotAheadError: It froze a revision that the network has not come to.
            IdTakenError: The network has a snapshot with this id already.
        """
        ...

    def snapshots(self, network_id: str) -> list[Snapshot]:
        """Snapshots of a network, newest first.

        Raises:
            NetworkNotFoundError: There is no such network.
        """
        ...

    def read_snapshot(
        self, network_id: str, snapshot_id: str, as_of: Period | None = None
    ) -> Network:
        """A frozen copy at a date in the real world; the day it was taken when none is given.

        Raises:
            NetworkNotFoundError: There is no such network.
            SnapshotNotFoundError: It has no such snapshot.
        """
        ...

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
        """Erase a person (GDPR art. 17) from records, change log and snapshots alike.

        Everywhere `netmap.erasure.erased` takes the place of the person, and ``new_id`` the place
        of its id (which may hold the name); seats and ties stay. The log gains an entry with
        ``erasure`` set and without changes. A person that was deleted before is erased from what
        log and snapshots still hold of it.

        Raises:
            NetworkNotFoundError: There is no such network.
            RecordNotFoundError: Neither its records nor its log nor its snapshots know such a
                person.
            IdTakenError: ``new_id`` is in use already.
        """
        ...

    def damages(self) -> Iterator[Damage]:
        """What is wrong with the place itself, below the level of records; changes nothing."""
        ...

    def close(self) -> None:
        """Let go of files and connections; later calls raise `StoreUnavailableError`."""
        ...


class FileStore(Store, Protocol):
    """A store that is a file on this machine: it can be saved, and exchanged in one step."""

    @property
    def path(self) -> Path:
        """The file."""
        ...

    def save_as(self, path: Path) -> None:
        """Write the whole store into a new file, while others go on reading and writing.

        Raises:
            OSError: The file is there already, or cannot be made.
        """
        ...

    def adopt(self, other: FileStore, network_ids: Iterable[str]) -> None:
        """Put networks of another file in the place of the own ones of these ids.

        Others see all of the old ones or all of the new ones.

        Raises:
            NetworkNotFoundError: The other file holds no such network.
        """
        ...


class QueryableStore(Store, Protocol):
    """A store that also runs the queries of the catalogue: a Neo4j server."""

    def run_query(self, name: str, network_id: str, parameters: dict[str, Any]) -> QueryResult:
        """Run one query of the catalogue in the access mode that its header declares.

        Raises:
            QueryError: There is no such query, or its parameters do not fit.
        """
        ...
