"""Use cases of changing: apply, look back, take back, freeze and erase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from netmap.changes import (
    Change,
    ChangeSet,
    LogEntry,
    Noted,
    Snapshot,
    checked_network_id,
    inverse,
    new_id,
)
from netmap.dates import Period
from netmap.errors import ConflictError, InvalidRecordError, RecordNotFoundError, UndoConflictError
from netmap.language import Text
from netmap.model import Person
from netmap.network import Network
from netmap.principal import Principal
from netmap.services.confidential import may_hide, with_hidden
from netmap.store.protocol import Store
from netmap.values import Record

_READ_ONE_BY_ONE = 20
"""Up to so many records are asked for singly; beyond, reading the whole network is quicker."""


def now() -> datetime:
    """The present moment; stored in UTC, shown in the reader's time zone."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure did.

    Attributes:
        entry: The entry of the change log, which names the new id only.
        new_id: Id under which the function and its seats go on.
        mentions: Ids of other records whose texts still hold the name, for a person to read.
    """

    entry: LogEntry
    new_id: str
    mentions: tuple[str, ...]


class RecordService:
    """Changes networks on behalf of a principal."""

    def __init__(self, store: Store, *, clock: Callable[[], datetime] = now) -> None:
        """Write to ``store``; ``clock`` stamps every change."""
        self._store = store
        self._clock = clock

    def apply(
        self,
        principal: Principal,
        network_id: str,
        changes: Sequence[Change],
        *,
        note: str = "",
        new_network: str | None = None,
        change_set_id: str | None = None,
        confidential: bool = True,
    ) -> LogEntry:
        """Apply changes whole or not at all; see `Store.apply` for what it refuses.

        Args:
            principal: Who changes.
            network_id: The network.
            changes: What is to change.
            note: Why, in words.
            new_network: Name of the network to create with it.
            change_set_id: Id of the change set, for a program that may have to send it again;
                else a fresh one.
            confidential: The author saw confidential values. Else those that the author could not
                see stay as they are.

        Raises:
            AccessDeniedError: The principal may not change this network.
            NetworkIdError: A new network's id cannot stand in an address.
        """
        principal.require_write(network_id)
        checked_network_id(network_id)
        if not confidential:
            changes = with_hidden(changes, self._stored(network_id, may_hide(changes)))
        return self._store.apply(
            ChangeSet(
                id=change_set_id or new_id(),
                network_id=network_id,
                author_id=principal.id,
                author=principal.name,
                at=self._clock(),
                note=note,
                changes=tuple(changes),
                new_network=new_network,
            )
        )

    def record(self, principal: Principal, network_id: str, record_id: str) -> Record:
        """One record as it stands now.

        Raises:
            AccessDeniedError: The principal may not read this network.
            NetworkNotFoundError: There is no such network.
            RecordNotFoundError: It holds no such record.
        """
        principal.require_read(network_id)
        return self._store.record(network_id, record_id)

    def change_set(self, principal: Principal, network_id: str, change_set_id: str) -> LogEntry:
        """One change set with all its changes.

        Raises:
            AccessDeniedError: The principal may not read this network.
            ChangeSetNotFoundError: There is no such change set.
        """
        principal.require_read(network_id)
        return self._store.log_entry(network_id, change_set_id)

    def history(
        self,
        principal: Principal,
        network_id: str,
        *,
        record_id: str | None = None,
        before_revision: int | None = None,
        limit: int = 100,
    ) -> list[LogEntry]:
        """Change sets, newest first; only those of one record when ``record_id`` is given."""
        principal.require_read(network_id)
        return self._store.log(
            network_id, record_id=record_id, before_revision=before_revision, limit=limit
        )

    def notes(self, principal: Principal, network_id: str) -> list[Noted]:
        """What was written about change sets, newest first, without their changes."""
        principal.require_read(network_id)
        return self._store.notes(network_id)

    def undo(self, principal: Principal, network_id: str, change_set_id: str) -> LogEntry:
        """Take a change set back, by a change set of its own.

        Raises:
            ChangeSetNotFoundError: There is no such change set.
            UndoConflictError: A record has been changed since, perhaps by being taken back.
            InvalidRecordError: The entry is an erasure, which nobody can take back.
        """
        principal.require_write(network_id)
        entry = self._store.log_entry(network_id, change_set_id)
        if entry.erasure:
            problem = Text(
                de="Das Löschen personenbezogener Daten lässt sich nicht zurücknehmen.",
                en="The erasure of personal data cannot be undone.",
            )
            raise InvalidRecordError(problem=problem)
        try:
            return self._store.apply(
                inverse(entry, author_id=principal.id, author=principal.name, at=self._clock())
            )
        except ConflictError as error:
            told = error.fields
            raise UndoConflictError(
                record_id=told["record_id"], yours=told["yours"], theirs=told["theirs"]
            ) from error

    def freeze(self, principal: Principal, network_id: str, *, label: str) -> Snapshot:
        """Keep a frozen, dated copy of the network.

        Raises:
            InvalidRecordError: The label is empty, and nobody would find the snapshot again.
        """
        principal.require_write(network_id)
        if not label.strip():
            problem = Text(
                de="Der Stand hat keinen Namen.",
                en="The snapshot has no name.",
            )
            raise InvalidRecordError(problem=problem)
        return self._store.freeze(
            new_id(), network_id, label=label, author=principal.name, at=self._clock()
        )

    def snapshots(self, principal: Principal, network_id: str) -> list[Snapshot]:
        """Snapshots of a network, newest first."""
        principal.require_read(network_id)
        return self._store.snapshots(network_id)

    def snapshot(
        self,
        principal: Principal,
        network_id: str,
        snapshot_id: str,
        as_of: Period | None = None,
    ) -> Network:
        """A frozen copy at a date; the day it was taken when none is given."""
        principal.require_read(network_id)
        return self._store.read_snapshot(network_id, snapshot_id, as_of)

    def erase_person(self, principal: Principal, network_id: str, person_id: str) -> Erasure:
        """Erase a person from records, change log and snapshots; the function and seats stay.

        A person that was deleted before can be erased, too: log and snapshots still hold it.

        Raises:
            RecordNotFoundError: There is no such person, and never was.
        """
        principal.require_write(network_id)
        name = self._name_of(network_id, person_id)
        fresh = new_id()
        entry = self._store.erase_person(
            network_id,
            person_id,
            new_id=fresh,
            author_id=principal.id,
            author=principal.name,
            at=self._clock(),
        )
        left = self._store.read(network_id)
        mentions = (
            tuple(
                record.id
                for record in left.all_records()
                if name.casefold() in record.model_dump_json().casefold()
            )
            if name
            else ()
        )
        return Erasure(entry=entry, new_id=fresh, mentions=mentions)

    def _stored(self, network_id: str, record_ids: set[str]) -> dict[str, Record]:
        """Those of the records that the network holds."""
        if len(record_ids) > _READ_ONE_BY_ONE:
            everything = self._store.read(network_id).all_records()
            return {record.id: record for record in everything if record.id in record_ids}
        found = {}
        for record_id in record_ids:
            with suppress(RecordNotFoundError):
                found[record_id] = self._store.record(network_id, record_id)
        return found

    def _name_of(self, network_id: str, person_id: str) -> str:
        """The name of a person, present or deleted; nothing where none is known by this id."""
        try:
            record: Record | None = self._store.record(network_id, person_id)
        except RecordNotFoundError:
            last = self._store.log(network_id, record_id=person_id, limit=1)
            record = last[0].changes[0].before if last and last[0].changes else None
        if not isinstance(record, Person):
            raise RecordNotFoundError(network_id=network_id, record_id=person_id)
        return record.name
