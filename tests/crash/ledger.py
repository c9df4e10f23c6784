"""What a store must hold after a kill: all that was acknowledged, and at most one thing more."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from netmap.changes import ChangeSet, LogEntry, Put
from netmap.model import Person
from netmap.store.protocol import Store
from netmap.values import Record
from tests.contract.desk import by_id

_ALL = 10**9


def digest_of_entry(entry: LogEntry) -> str:
    """Fingerprint of all that a log entry says."""
    return sha256(entry.model_dump_json().encode()).hexdigest()


def digest_of_changes(change_set: ChangeSet) -> str:
    """Fingerprint of what a change set wants, before any store has seen it."""
    return _digest({change.record_id: _wanted(change) for change in change_set.changes})


def digest_of_what_changed(entry: LogEntry) -> str:
    """The same fingerprint, of what a log entry says was done."""
    return _digest(
        {
            change.record_id: change.after and change.after.model_dump_json(exclude={"version"})
            for change in entry.changes
        }
    )


def name_of(person: Person) -> str:
    """The name by which traces of an erased person are looked for."""
    return person.name


def assert_kept(store: Store, network_id: str, lines: Sequence[Mapping[str, Any]]) -> None:
    """Everything that was acknowledged is there, and of the rest at most the last try, whole.

    Args:
        store: The store, opened anew.
        network_id: The network on which `tests.crash.writer` worked.
        lines: What it said until it was killed.
    """
    done = [line for line in lines if line["says"] == "did"]
    # What was tried last may be there; only that was under way.
    last = next((line for line in reversed(lines) if line["says"] != "failed"), None)
    open_try = last if last is not None and last["says"] == "tries" else None
    if network_id not in {each.id for each in store.networks()}:
        assert done == [], "the network is gone"
        return
    log = store.log(network_id, limit=_ALL)[::-1]
    _assert_log(log, done, open_try)
    assert store.network(network_id).revision == len(log)
    records = by_id(store.read(network_id))
    assert records == folded(log), "the log does not add up to the records"
    _assert_snapshots(store, network_id, log, done, open_try)
    _assert_erased(store, network_id, log, done, open_try)


def _assert_log(
    log: Sequence[LogEntry],
    done: Sequence[Mapping[str, Any]],
    open_try: Mapping[str, Any] | None,
) -> None:
    assert [entry.revision for entry in log] == list(range(1, len(log) + 1))
    for entry in log:
        versions = {each.after.version for each in entry.changes if each.after is not None}
        assert versions <= {entry.revision}
    applied = {line["id"]: line for line in done if line["what"] in {"apply", "erase"}}
    entries = {entry.id: entry for entry in log}
    assert applied.keys() <= entries.keys(), "an acknowledged change set is lost"
    erased = any(line["what"] == "erase" for line in done) or any(each.erasure for each in log)
    for line in applied.values():
        entry = entries[line["id"]]
        assert entry.revision == line["revision"]
        # An erasure rewrites older entries; what it leaves is looked at below.
        if line["what"] == "apply" and not erased:
            assert digest_of_entry(entry) == line["entry"], (
                "an acknowledged change set is not whole"
            )
    more = [entry for entry in log if entry.id not in applied]
    assert len(more) <= 1, "there is more than was ever tried"
    for entry in more:
        assert open_try is not None, "a change set is there that nobody tried"
        assert entry is log[-1]
        _assert_whole(entry, open_try)


def _assert_whole(entry: LogEntry, open_try: Mapping[str, Any]) -> None:
    """An entry that nobody heard of is the one that was under way, with all its changes."""
    match open_try["what"]:
        case "apply":
            assert entry.id == open_try["id"]
            assert digest_of_what_changed(entry) == open_try["changes"]
        case "erase":
            assert entry.erasure
        case what:
            raise AssertionError(f"a {what} makes no revision")


def folded(log: Sequence[LogEntry]) -> dict[str, Record]:
    """The records to which the changes of a log add up."""
    records: dict[str, Record] = {}
    for entry in log:
        for change in entry.changes:
            stood = records.pop(change.record_id, None)
            assert stood == change.before, "the log contradicts itself"
            if change.after is not None:
                records[change.record_id] = change.after
    return records


def _assert_snapshots(
    store: Store,
    network_id: str,
    log: Sequence[LogEntry],
    done: Sequence[Mapping[str, Any]],
    open_try: Mapping[str, Any] | None,
) -> None:
    taken = {each.id: each for each in store.snapshots(network_id)}
    for snapshot in taken.values():
        frozen = by_id(store.read_snapshot(network_id, snapshot.id))
        assert frozen == folded(log[: snapshot.revision]), "a snapshot is not whole"
    acknowledged = {line["id"] for line in done if line["what"] == "freeze"}
    assert acknowledged <= taken.keys(), "an acknowledged snapshot is lost"
    trying = {open_try["id"]} if open_try and open_try["what"] == "freeze" else set()
    assert taken.keys() - acknowledged <= trying, "a snapshot is there that nobody tried"


def _assert_erased(
    store: Store,
    network_id: str,
    log: Sequence[LogEntry],
    done: Sequence[Mapping[str, Any]],
    open_try: Mapping[str, Any] | None,
) -> None:
    """An erased name is nowhere; one whose erasure did not happen is where it was."""
    erased = [line["name"] for line in done if line["what"] == "erase"]
    kept: list[str] = []
    if open_try and open_try["what"] == "erase":
        happened = sum(entry.erasure for entry in log) > len(erased)
        (erased if happened else kept).append(open_try["name"])
    if not erased and not kept:
        return
    text = "\n".join(
        [
            *(entry.model_dump_json() for entry in log),
            *(each.model_dump_json() for each in store.read(network_id).all_records()),
            *(
                each.model_dump_json()
                for snapshot in store.snapshots(network_id)
                for each in store.read_snapshot(network_id, snapshot.id).all_records()
            ),
        ]
    )
    assert [name for name in erased if name in text] == [], "an erased name is still there"
    assert [name for name in kept if name not in text] == [], "a name is gone without an erasure"


def _wanted(change: Any) -> str | None:
    if isinstance(change, Put):
        return change.record.model_dump_json(exclude={"version"})
    return None


def _digest(what: Mapping[str, Any]) -> str:
    return sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()
