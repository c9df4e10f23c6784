"""Applying a change set to the graph: lock, look, plan, write, log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from netmap.changes import (
    ChangeSet,
    Delete,
    LogEntry,
    LoggedChange,
    NetworkInfo,
    plan,
    target_ids,
    touched_ids,
)
from netmap.errors import NetworkExistsError, NetworkNotFoundError
from netmap.model import AnyRecord
from netmap.replay import replayed, require_next
from netmap.store.errors import IdTakenError
from netmap.store.neo4j_bodies import mark_bodies
from netmap.store.neo4j_log import entry_of, log
from netmap.store.neo4j_records import LABELS, PLURALS, TIE_ENDS, ends, properties, record_from
from netmap.store.neo4j_server import Transaction
from netmap.values import Record
from netmap.vocabulary import Kind

_KINDS = {label: kind for kind, label in LABELS.items()}

# Relationships that fields of nodes make: query, field, and whether it starts at the record.
_LINKS: dict[Kind, tuple[tuple[str, str, bool], ...]] = {
    Kind.PERSON: (("link_works_for", "organization_id", True),),
    Kind.ORGANIZATION: (
        ("link_part_of", "parent_id", True),
        ("link_succeeded_by", "successor_id", True),
    ),
    Kind.TOPIC: (("link_part_of", "parent_id", True),),
    Kind.COOPERATION: (
        ("link_party_to", "party_ids", False),
        ("link_decided_by", "decided_by_id", True),
        ("link_carried_by", "carried_by_id", True),
    ),
}

# Which field refers along a relationship, by its type and whether it starts at the target.
_REFERRING = {
    ("MEMBER_OF", True): "member_id",
    ("MEMBER_OF", False): "organization_id",
    ("EXCHANGES_WITH", True): "source_id",
    ("EXCHANGES_WITH", False): "target_id",
    ("REPORTS_TO", True): "sender_id",
    ("REPORTS_TO", False): "receiver_id",
    ("WORKS_ON", True): "actor_id",
    ("WORKS_ON", False): "topic_id",
    ("PART_OF", False): "parent_id",
    ("WORKS_FOR", False): "organization_id",
    ("SUCCEEDED_BY", False): "successor_id",
    ("PARTY_TO", True): "party_ids",
    ("DECIDED_BY", False): "decided_by_id",
    ("CARRIED_BY", False): "carried_by_id",
}


def network_info(tx: Transaction, network_id: str) -> NetworkInfo:
    """What the network is called and its revision.

    Raises:
        NetworkNotFoundError: There is none with this id.
    """
    row = tx.row("network")
    if row is None:
        raise NetworkNotFoundError(network_id=network_id)
    return info_of(row)


def info_of(row: Sequence[Any]) -> NetworkInfo:
    """The network that a row tells of."""
    network_id, name, created_at, changed_at, revision = row
    return NetworkInfo(
        id=network_id, name=name, created_at=created_at, changed_at=changed_at, revision=revision
    )


def locked_info(tx: Transaction, network_id: str) -> NetworkInfo:
    """Like `network_info`, once no other writer of the network is under way.

    The lock has a statement of its own: within one, Neo4j might read before it waits.
    """
    tx.rows("network_lock")
    return network_info(tx, network_id)


def apply(tx: Transaction, change_set: ChangeSet) -> LogEntry:
    """Apply a change set; for what it raises see `netmap.store.protocol.Store.apply`."""
    revision = _locked_revision(tx, change_set)
    _require_new(tx, change_set)
    _, stored, _ = tx.row("network_state")
    logged = plan(change_set, revision=revision + 1, **_what_stands(tx, change_set, stored))
    if not logged and change_set.new_network is None:
        return entry_of(change_set, revision=revision)
    write(tx, change_set.network_id, logged, is_first=stored == 0)
    entry = entry_of(change_set, revision=revision + 1, changes=tuple(logged))
    log(tx, entry)
    return entry


def replay(tx: Transaction, entry: LogEntry, *, new_network: str | None) -> LogEntry:
    """Write a logged change set; for what it raises see `netmap.store.protocol.Store.replay`."""
    change_set = replayed(entry, new_network=new_network)
    revision = _locked_revision(tx, change_set)
    _require_new(tx, change_set)
    _, stored, _ = tx.row("network_state")
    standing = _what_stands(tx, change_set, stored)
    require_next(entry, revision=revision, current=standing["current"])
    plan(change_set, revision=entry.revision, **standing)
    write(tx, entry.network_id, entry.changes, is_first=stored == 0)
    log(tx, entry)
    return entry


def find(tx: Transaction, ids: Sequence[str]) -> list[AnyRecord]:
    """The records of these ids that are there, of whatever kind."""
    found: list[AnyRecord] = []
    for labels, stored in tx.in_batches("find_nodes", "ids", ids):
        found.append(record_from(_kind(labels), stored, None, None))
    for kind in TIE_ENDS:
        for stored, source_id, target_id in tx.in_batches(f"find_{PLURALS[kind]}", "ids", ids):
            found.append(record_from(kind, stored, source_id, target_id))
    return found


def referrers(tx: Transaction, ids: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """What refers to these records, as `netmap.changes.plan` takes it."""
    result: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for record_id, type_, outgoing, tie_id, other_id in tx.in_batches("find_referrers", "ids", ids):
        field = _REFERRING.get((type_, outgoing))
        if field is not None:
            # A relationship without an id was made by a field of the node at its other end.
            result[record_id].append((tie_id or other_id, field))
    for record_id, field, tie_id in tx.in_batches("find_mentions", "ids", ids):
        result[record_id].append((tie_id, field))
    return result


def write(
    tx: Transaction, network_id: str, changes: Iterable[LoggedChange], *, is_first: bool = False
) -> None:
    """Bring the graph from what stood before to what stands after.

    Args:
        tx: Has the network's lock.
        network_id: The network.
        changes: What to write.
        is_first: Whether nothing stands in the network yet.
    """
    nodes = [change for change in changes if change.kind in LABELS]
    ties = [change for change in changes if change.kind in TIE_ENDS]
    for kind in TIE_ENDS:
        # A relationship cannot be led elsewhere, so a changed one is made anew.
        gone = [each.record_id for each in ties if each.kind is kind and each.before is not None]
        tx.write(f"delete_{PLURALS[kind]}", "ids", gone)
    _write_nodes(tx, network_id, nodes)
    for kind in TIE_ENDS:
        made = [each.after for each in ties if each.kind is kind and each.after is not None]
        tx.write(f"create_{PLURALS[kind]}", "rows", [_tie_row(network_id, each) for each in made])
    mark_bodies(tx, nodes, ties, is_first=is_first)


def _require_new(tx: Transaction, change_set: ChangeSet) -> None:
    if tx.row("log_has", change_set=change_set.id) is not None:
        raise IdTakenError(id=change_set.id, network_id=change_set.network_id)


def _what_stands(tx: Transaction, change_set: ChangeSet, stored: int) -> dict[str, Any]:
    """What `netmap.changes.plan` has to know of the ``stored`` records."""
    if stored == 0:
        # The first import of a network is its largest, and would look up each id in vain.
        return {"current": {}, "target_kinds": {}, "referrers": {}}
    deleted = [each.record_id for each in change_set.changes if isinstance(each, Delete)]
    return {
        "current": {each.id: each for each in find(tx, sorted(touched_ids(change_set)))},
        "target_kinds": _kinds_of(tx, sorted(target_ids(change_set))),
        "referrers": referrers(tx, deleted),
    }


def _locked_revision(tx: Transaction, change_set: ChangeSet) -> int:
    """The network's present revision, 0 where the change set creates it."""
    name = change_set.new_network
    try:
        info = locked_info(tx, change_set.network_id)
    except NetworkNotFoundError:
        if name is None:
            raise
        # Whoever creates the same network at once waits here, and fails on the constraint.
        tx.rows("network_create", name=name, at=change_set.at.isoformat())
        return 0
    if name is not None:
        raise NetworkExistsError(network_id=change_set.network_id)
    return info.revision


def _kind(labels: Iterable[str]) -> Kind:
    return next(_KINDS[label] for label in labels if label in _KINDS)


def _kinds_of(tx: Transaction, ids: Sequence[str]) -> dict[str, Kind]:
    return {
        record_id: _kind(labels) for record_id, labels in tx.in_batches("find_kinds", "ids", ids)
    }


def _write_nodes(tx: Transaction, network_id: str, changes: Sequence[LoggedChange]) -> None:
    kept = [each for each in changes if each.before is not None and each.after is not None]
    tx.write("unlink", "ids", [each.record_id for each in kept])
    tx.write("delete_nodes", "ids", [each.record_id for each in changes if each.after is None])
    tx.write(
        "update_nodes",
        "rows",
        [
            {"id": each.record_id, "properties": properties(network_id, each.after)}
            for each in kept
            if each.after is not None
        ],
    )
    for kind in LABELS:
        new = [
            {"properties": properties(network_id, each.after)}
            for each in changes
            if each.kind is kind and each.before is None and each.after is not None
        ]
        tx.write(f"create_{PLURALS[kind]}", "rows", new)
    links: dict[str, list[dict[str, str]]] = defaultdict(list)
    for each in changes:
        if each.after is not None:
            for query, field, from_record in _LINKS.get(each.kind, ()):
                for other_id in _targets(getattr(each.after, field)):
                    pair = (each.record_id, other_id)
                    source_id, target_id = pair if from_record else pair[::-1]
                    links[query].append({"source_id": source_id, "target_id": target_id})
    for query, rows in links.items():
        tx.write(query, "rows", rows)


def _targets(value: str | tuple[str, ...] | None) -> Iterable[str]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else dict.fromkeys(value)


def _tie_row(network_id: str, record: Record) -> dict[str, Any]:
    source_id, target_id = ends(record)
    return {
        "source_id": source_id,
        "target_id": target_id,
        "properties": properties(network_id, record),
    }
