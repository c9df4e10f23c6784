"""A network as plain Python remembers it: what every store has to say."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from netmap.changes import (
    ChangeSet,
    LogEntry,
    LoggedChange,
    NetworkInfo,
    Put,
    Snapshot,
    references,
)
from netmap.erasure import erased
from netmap.errors import (
    ChangeSetNotFoundError,
    ConflictError,
    DanglingReferenceError,
    RecordKindError,
    RecordNotFoundError,
)
from netmap.model import AnyRecord
from netmap.store.errors import IdTakenError
from netmap.values import Record
from netmap.vocabulary import Kind

Records = dict[str, Record]


class PlainNetwork:
    """Records by id, a list of log entries, and snapshots with the records they froze."""

    def __init__(self, founding: ChangeSet) -> None:
        """The network that a change set founds."""
        self.id = founding.network_id
        self.name = str(founding.new_network)
        self.records: Records = {}
        self.log: list[LogEntry] = []
        self.snapshots: list[tuple[Snapshot, Records]] = []
        self._founded_at = founding.at
        self.apply(founding)

    @property
    def info(self) -> NetworkInfo:
        """What it is called and how often it changed."""
        return NetworkInfo(
            id=self.id,
            name=self.name,
            created_at=self._founded_at,
            changed_at=self.log[-1].at,
            revision=len(self.log),
        )

    @property
    def known_ids(self) -> dict[str, Kind]:
        """Every id that is or was a record's, with what it was last."""
        logged = {each.record_id: each.kind for entry in self.log for each in entry.changes}
        return logged | {each.id: each.kind for each in self.records.values()}

    def apply(self, change_set: ChangeSet) -> LogEntry:
        """Apply a change set whole or not at all."""
        if any(entry.id == change_set.id for entry in self.log):
            raise IdTakenError(id=change_set.id, network_id=self.id)
        revision = len(self.log) + 1
        left = dict(self.records)
        changes = []
        for change in change_set.changes:
            before = self.records.get(change.record_id)
            after: Record | None = None
            if isinstance(change, Put):
                after = change.record.model_copy(update={"version": revision})
                if before is not None and before.kind is not after.kind:
                    raise RecordKindError(record_id=after.id, kind=before.kind)
            if change.version != (before.version if before else 0):
                raise ConflictError(record_id=change.record_id, yours=after, theirs=before)
            if after is None:
                left.pop(change.record_id, None)
            elif before is None or not _say_the_same(before, after):
                left[after.id] = after
            else:
                continue
            changes.append(_logged(change.record_id, before, after))
        _refuse_dangling(left)
        entry = LogEntry(
            revision=revision,
            changes=tuple(changes),
            **{name: getattr(change_set, name) for name in _SHARED},
        )
        if not changes and change_set.new_network is None:
            return entry.model_copy(update={"revision": revision - 1})
        self.records = left
        self.log.append(entry)
        return entry

    def entry(self, change_set_id: str) -> LogEntry:
        """One entry of the log."""
        for entry in self.log:
            if entry.id == change_set_id:
                return entry
        raise ChangeSetNotFoundError(network_id=self.id, change_set_id=change_set_id)

    def story(self, record_id: str) -> list[LogEntry]:
        """What happened to one record, newest first."""
        told = []
        for entry in reversed(self.log):
            own = tuple(each for each in entry.changes if each.record_id == record_id)
            if own:
                told.append(entry.model_copy(update={"changes": own}))
        return told

    def freeze(self, snapshot_id: str, *, label: str, author: str, at: datetime) -> Snapshot:
        """Keep a copy of the records."""
        if any(each.id == snapshot_id for each, _ in self.snapshots):
            raise IdTakenError(id=snapshot_id, network_id=self.id)
        snapshot = Snapshot(
            id=snapshot_id,
            network_id=self.id,
            label=label,
            revision=len(self.log),
            taken_at=at,
            author=author,
        )
        self.snapshots.append((snapshot, dict(self.records)))
        return snapshot

    def erase(self, person_id: str, *, new_id: str, **signed: Any) -> LogEntry:
        """Put what may remain of a person in its place, everywhere."""
        kinds = {(each.record_id, each.kind) for entry in self.log for each in entry.changes}
        if (person_id, Kind.PERSON) not in kinds:
            raise RecordNotFoundError(network_id=self.id, record_id=person_id)
        if new_id in self.known_ids:
            raise IdTakenError(id=new_id, network_id=self.id)

        def without(record: Record | None) -> Record | None:
            return record and erased(record, person_id=person_id, new_id=new_id)

        def rest(records: Records) -> Records:
            left = [erased(each, person_id=person_id, new_id=new_id) for each in records.values()]
            return {each.id: each for each in left}

        self.records = rest(self.records)
        self.snapshots = [(snapshot, rest(records)) for snapshot, records in self.snapshots]
        self.log = [
            entry.model_copy(
                update={
                    "changes": tuple(
                        _logged(
                            new_id if each.record_id == person_id else each.record_id,
                            without(each.before),
                            without(each.after),
                        )
                        for each in entry.changes
                    )
                }
            )
            for entry in self.log
        ]
        entry = LogEntry(
            network_id=self.id, revision=len(self.log) + 1, erasure=True, changes=(), **signed
        )
        self.log.append(entry)
        return entry


_SHARED = ("id", "network_id", "author_id", "author", "at", "note", "undoes")


def as_text(records: Records) -> dict[str, str]:
    """Records by id as text, which tells 1 from true and one attribute's place from another's."""
    return {record_id: record.model_dump_json() for record_id, record in records.items()}


def _logged(record_id: str, before: Record | None, after: Record | None) -> LoggedChange:
    return LoggedChange(
        record_id=record_id,
        kind=cast(Record, after or before).kind,
        before=cast(AnyRecord | None, before),
        after=cast(AnyRecord | None, after),
    )


def _say_the_same(one: Record, other: Record) -> bool:
    said, also = (each.model_dump(mode="json", exclude={"version"}) for each in (one, other))
    types = [
        {name: type(value) for name, value in each.attributes.items()} for each in (one, other)
    ]
    return said == also and types[0] == types[1]


def _refuse_dangling(records: Records) -> None:
    for record in records.values():
        for field, target_id, kinds in references(record):
            target = records.get(target_id)
            if target is None or target.kind not in kinds:
                raise DanglingReferenceError(record_id=record.id, field=field, target_id=target_id)
