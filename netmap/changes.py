"""Change sets: what is to change in a network, applied whole or not at all, and their log."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal
from uuid import uuid4

from pydantic import Field

from netmap.errors import (
    ConflictError,
    DanglingReferenceError,
    InvalidRecordError,
    NetworkIdError,
    RecordKindError,
)
from netmap.language import Text
from netmap.model import AnyRecord
from netmap.values import Id, LongText, Part, Record, ShortText, Version
from netmap.vocabulary import Kind

_NETWORK_ID = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}", re.ASCII)


def new_id() -> str:
    """A fresh id that says nothing about what it names."""
    return uuid4().hex


def checked_network_id(network_id: str) -> str:
    """The id, if it can stand in an address.

    Raises:
        NetworkIdError: It cannot.
    """
    if not _NETWORK_ID.fullmatch(network_id):
        raise NetworkIdError(network_id=network_id)
    return network_id


class NetworkInfo(Part):
    """What a network is called and how often it has changed.

    Attributes:
        revision: Number of change sets applied so far, erasures included.
    """

    id: str
    name: ShortText
    created_at: datetime
    changed_at: datetime
    revision: int = Field(ge=0)


# Imports make a hundred thousand of these two, around records that were validated before:
# plain classes, which cost a fraction of a model.


@dataclass(frozen=True, slots=True)
class Put:
    """Store ``record``; its ``version`` is the one that it replaces, 0 for a new record."""

    record: AnyRecord
    op: Literal["put"] = "put"

    @property
    def record_id(self) -> str:
        """Id of the record concerned."""
        return self.record.id

    @property
    def version(self) -> int:
        """The version that is replaced."""
        return self.record.version


class Delete(Part):
    """Remove a record; ``version`` is the one that the author saw."""

    op: Literal["delete"] = "delete"
    record_id: Id
    version: Version = Field(ge=1)


Change = Annotated[Put | Delete, Field(discriminator="op")]


class ChangeSet(Part):
    """Changes to one network that belong together.

    Attributes:
        author_id: Id of the principal, for programs.
        author: Name of the principal, for people.
        note: Why, in words: "import of members.xlsx".
        new_network: Name of the network to create with this change set; ``None`` when the
            network is there already.
        undoes: Id of the change set that this one takes back.
    """

    id: Id = Field(default_factory=new_id)
    network_id: str
    author_id: ShortText
    author: ShortText
    at: datetime
    note: LongText = ""
    changes: tuple[Change, ...]
    new_network: ShortText | None = None
    undoes: Id | None = None


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """One record before and after a change set; ``None`` where it did not exist."""

    record_id: str
    kind: Kind
    before: AnyRecord | None
    after: AnyRecord | None


class LogEntry(Part):
    """A change set as the change log keeps it.

    Attributes:
        revision: Revision of the network that this change set made.
        erasure: A person was erased here; the log names its new id only.
    """

    id: Id
    network_id: str
    revision: int = Field(ge=1)
    author_id: ShortText
    author: ShortText
    at: datetime
    note: LongText = ""
    undoes: Id | None = None
    erasure: bool = False
    changes: tuple[LoggedChange, ...] = ()


class Noted(Part):
    """What somebody wrote about a change set, without its changes."""

    revision: int = Field(ge=1)
    author: ShortText
    at: datetime
    note: LongText


class Snapshot(Part):
    """A frozen, dated copy of a network that later changes never touch."""

    id: Id
    network_id: str
    label: ShortText
    revision: int = Field(ge=0)
    taken_at: datetime
    author: ShortText


def references(record: Record) -> Iterator[tuple[str, str, frozenset[Kind]]]:
    """Field, target id and allowed kinds of every reference a record makes."""
    for field, kinds in record.REFERENCES.items():
        value = getattr(record, field)
        if isinstance(value, str):
            yield field, value, kinds
        elif value is not None:
            for target_id in value:
                yield field, target_id, kinds


def touched_ids(change_set: ChangeSet) -> set[str]:
    """Ids of the records that a change set writes or removes."""
    return {change.record_id for change in change_set.changes}


def target_ids(change_set: ChangeSet) -> set[str]:
    """Ids that the written records refer to and the change set does not itself touch."""
    targets = {
        target_id
        for change in change_set.changes
        if isinstance(change, Put)
        for _, target_id, _ in references(change.record)
    }
    return targets - touched_ids(change_set)


def plan(
    change_set: ChangeSet,
    *,
    revision: int,
    current: Mapping[str, AnyRecord],
    target_kinds: Mapping[str, Kind],
    referrers: Mapping[str, Iterable[tuple[str, str]]],
) -> list[LoggedChange]:
    """Check a change set against what is stored and say what it will write.

    Every store calls this inside its write transaction, so that all stores accept and refuse
    the same.

    Args:
        change_set: What is to be done.
        revision: The revision that this change set makes: the version of every written record.
        current: Stored records by id, at least those of `touched_ids`.
        target_kinds: Kinds by id of the stored records in `target_ids`; absent ones left out.
        referrers: For every deleted id the stored records that refer to it, as (record id, field).

    Returns:
        One entry a change, in the order of the change set. A put that changes nothing but the
        version is left out.

    Raises:
        ConflictError: A record was changed, created or removed since the author read it.
        RecordKindError: A put would turn a record into another kind.
        DanglingReferenceError: A reference would lead nowhere or to a wrong kind.
        InvalidRecordError: The change set names one record twice.
    """
    logged: list[LoggedChange] = []
    kinds: dict[str, Kind] = dict(target_kinds)
    seen: set[str] = set()
    for change in change_set.changes:
        record_id = change.record_id
        if record_id in seen:
            problem = Text(
                de=f"„{record_id}“ steht zweimal in derselben Änderung.",
                en=f'"{record_id}" stands twice in one change set.',
            )
            raise InvalidRecordError(problem=problem)
        seen.add(record_id)
        stored = current.get(record_id)
        if isinstance(change, Put) and stored is not None and stored.kind is not change.record.kind:
            raise RecordKindError(record_id=record_id, kind=stored.kind.value)
        if (stored.version if stored else 0) != change.version:
            yours = change.record if isinstance(change, Put) else None
            raise ConflictError(record_id=record_id, yours=yours, theirs=stored)
        if isinstance(change, Put):
            after = change.record.at_version(revision)
            kinds[record_id] = after.kind
            if stored is None or not _is_same(stored, change.record):
                logged.append(
                    LoggedChange(record_id=record_id, kind=after.kind, before=stored, after=after)
                )
        elif stored is not None:
            logged.append(
                LoggedChange(record_id=record_id, kind=stored.kind, before=stored, after=None)
            )
    _refuse_dangling(change_set, logged, kinds=kinds, referrers=referrers)
    return logged


def _is_same(stored: AnyRecord, record: AnyRecord) -> bool:
    """Whether nothing changes, with 1, 1.0 and true told apart among the open attributes."""
    return stored == record and all(
        type(value) is type(record.attributes[name]) for name, value in stored.attributes.items()
    )


def _refuse_dangling(
    change_set: ChangeSet,
    logged: list[LoggedChange],
    *,
    kinds: Mapping[str, Kind],
    referrers: Mapping[str, Iterable[tuple[str, str]]],
) -> None:
    for change in change_set.changes:
        if not isinstance(change, Put):
            continue
        for field, target_id, allowed in references(change.record):
            if kinds.get(target_id) not in allowed:
                raise DanglingReferenceError(
                    record_id=change.record_id, field=field, target_id=target_id
                )
    touched = touched_ids(change_set)
    for entry in logged:
        if entry.after is None:
            for referrer_id, field in referrers.get(entry.record_id, ()):
                # A touched referrer was checked above in the form it will have.
                if referrer_id not in touched:
                    raise DanglingReferenceError(
                        record_id=referrer_id, field=field, target_id=entry.record_id
                    )


def inverse(entry: LogEntry, *, author_id: str, author: str, at: datetime) -> ChangeSet:
    """The change set that takes a logged one back.

    It asks for the very versions that the logged one left, so that it meets a conflict where
    somebody has changed a record since.
    """
    changes: list[Put | Delete] = []
    for change in reversed(entry.changes):
        left = change.after.version if change.after else 0
        if change.before is not None:
            changes.append(Put(record=change.before.at_version(left)))
        else:
            changes.append(Delete(record_id=change.record_id, version=left))
    return ChangeSet(
        network_id=entry.network_id,
        author_id=author_id,
        author=author,
        at=at,
        note="",
        changes=tuple(changes),
        undoes=entry.id,
    )
