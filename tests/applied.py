"""A network after changes, checked as every store checks them, without a store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import cast

from netmap.changes import Change, ChangeSet, LogEntry, inverse, plan, references
from netmap.model import AnyRecord
from netmap.network import Network
from netmap.values import Record

_NOW = datetime(2026, 3, 1, tzinfo=UTC)


def stored(records: Iterable[Record]) -> Network:
    """A network of records as a store gives them back: with a version."""
    return Network.from_records([each.at_version(1) for each in records], revision=1)


def applied(network: Network, changes: Iterable[Change]) -> tuple[Network, LogEntry]:
    """The network with the changes, and their entry in the change log."""
    change_set = ChangeSet(
        network_id=network.id, author_id="a", author="A", at=_NOW, changes=tuple(changes)
    )
    return _applied(network, change_set)


def taken_back(network: Network, entry: LogEntry) -> Network:
    """The network once an entry is undone."""
    back = inverse(entry, author_id="a", author="A", at=_NOW)
    return _applied(network, back)[0]


def contents(network: Network) -> dict[str, Record]:
    """All records by id, whatever their version."""
    return {each.id: each.at_version(0) for each in network.all_records()}


def _applied(network: Network, change_set: ChangeSet) -> tuple[Network, LogEntry]:
    current = {each.id: cast(AnyRecord, each) for each in network.all_records()}
    referrers: dict[str, list[tuple[str, str]]] = {}
    for record in current.values():
        for field, target, _ in references(record):
            referrers.setdefault(target, []).append((record.id, field))
    logged = plan(
        change_set,
        revision=network.revision + 1,
        current=current,
        target_kinds={record_id: record.kind for record_id, record in current.items()},
        referrers=referrers,
    )
    for change in logged:
        if change.after is None:
            del current[change.record_id]
        else:
            current[change.record_id] = change.after
    entry = LogEntry(
        id=change_set.id,
        network_id=network.id,
        revision=network.revision + 1,
        author_id="a",
        author="A",
        at=_NOW,
        changes=tuple(logged),
    )
    return Network.from_records(current.values(), revision=network.revision + 1), entry
