"""Capability: what another store has logged and frozen is taken over as it stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netmap.changes import LogEntry
from netmap.errors import (
    DanglingReferenceError,
    NetmapError,
    NetworkExistsError,
    NetworkNotFoundError,
    RecordKindError,
)
from netmap.model import Person, Topic
from netmap.replay import ReplayError, SnapshotAheadError
from netmap.store.errors import IdTakenError
from tests.contract.desk import BO, CITY, OFFICE, Desk, by_id, changed


def as_of(entry: LogEntry, desk: Desk, **fields: Any) -> LogEntry:
    """The entry as a network of another id would have logged it."""
    return entry.model_copy(update={"network_id": desk.network_id, **fields})


def replay_all(source: Desk, target: Desk) -> None:
    """Take the whole log over, from its first entry to its last."""
    name = source.store.network(source.network_id).name
    for entry in reversed(source.log()):
        founding = name if entry.revision == 1 else None
        target.store.replay(as_of(entry, target), new_network=founding)


class Carrying:
    """A log that is replayed in order makes the network it was written for."""

    def test_a_replayed_log_is_the_network(self, desk: Desk, neighbour: Desk) -> None:
        """Records with their versions, the log and what the network is called are the same."""
        desk.found(*CITY, name="Musterstadt")
        desk.edit("bo", name="Bodo")
        desk.undo(desk.delete("seat", "line", "tie"))
        replay_all(desk, neighbour)
        assert neighbour.records() == desk.records()
        assert neighbour.log() == [as_of(entry, neighbour) for entry in desk.log()]
        info = desk.store.network(desk.network_id)
        assert neighbour.store.network(neighbour.network_id) == info.model_copy(
            update={"id": neighbour.network_id}
        )

    def test_each_replayed_entry_is_an_earlier_state(self, desk: Desk, neighbour: Desk) -> None:
        """A replay that stops in between leaves the network as it was at that revision."""
        desk.found(BO)
        (first,) = desk.log()
        before = desk.records()
        desk.edit("bo", name="Bodo")
        neighbour.store.replay(as_of(first, neighbour), new_network="Musterstadt")
        assert neighbour.records() == before
        assert neighbour.revision == 1

    def test_a_log_with_an_erasure_can_be_replayed(self, desk: Desk, neighbour: Desk) -> None:
        """What was erased is erased from the beginning, and the log still says that it was."""
        desk.found(*CITY)
        desk.edit("bo", name="Bodo")
        desk.edit("ada", function="Leitung")
        desk.erase("bo")
        desk.edit("nobody", function="Vertretung")
        replay_all(desk, neighbour)
        assert neighbour.records() == desk.records()
        assert [entry.erasure for entry in neighbour.log()] == [False, True, False, False, False]

    def test_later_changes_go_on_from_a_replay(self, desk: Desk, neighbour: Desk) -> None:
        """A replayed network is changed, taken back and frozen like any other."""
        desk.found(*CITY)
        replay_all(desk, neighbour)
        entry = neighbour.edit("bo", name="Bodo")
        neighbour.undo(entry)
        assert neighbour.record("bo") == changed(BO, version=3)
        assert neighbour.freeze().revision == 3

    def test_refuses_what_does_not_follow(self, desk: Desk, neighbour: Desk) -> None:
        """A gap, another record before, a taken id, a wrong kind: each is an error, none writes."""
        founding = desk.found(BO)
        renamed = desk.edit("bo", name="Bodo")
        neighbour.found(changed(BO, name="Boris"))
        (change,) = renamed.changes
        other = replace(change, before=changed(BO, version=1, name="Boris"))
        topic = Topic(id="bo", name="Bo", version=2)
        refused: list[tuple[type[NetmapError], LogEntry]] = [
            (ReplayError, as_of(renamed, neighbour)),
            (ReplayError, as_of(renamed, neighbour, revision=3, changes=(other,))),
            (IdTakenError, as_of(renamed, neighbour, id=neighbour.log()[0].id, changes=(other,))),
            (
                RecordKindError,
                as_of(
                    renamed,
                    neighbour,
                    changes=(replace(other, kind=topic.kind, after=topic),),
                ),
            ),
            (NetworkNotFoundError, as_of(founding, neighbour, network_id="nowhere")),
        ]
        for error, entry in refused:
            with pytest.raises(error):
                neighbour.store.replay(entry)
        with pytest.raises(NetworkExistsError):
            neighbour.store.replay(as_of(founding, neighbour), new_network="Nochmal")
        assert neighbour.revision == 1
        neighbour.store.replay(as_of(renamed, neighbour, changes=(other,)))
        assert neighbour.record("bo") == changed(BO, version=2, name="Bodo")

    def test_refuses_a_reference_that_leads_nowhere(self, desk: Desk, neighbour: Desk) -> None:
        """An entry whose log was tampered with never leaves half a tie behind."""
        desk.found(OFFICE)
        entry = desk.put(Person(id="ada", name="Ada", organization_id="office"))
        neighbour.found(BO)
        with pytest.raises(DanglingReferenceError):
            neighbour.store.replay(as_of(entry, neighbour))
        assert neighbour.revision == 1

    def test_keeps_a_snapshot_of_another_store(self, desk: Desk, neighbour: Desk) -> None:
        """Label, author, time, revision and the frozen records are those that were taken there."""
        desk.found(*CITY)
        taken = desk.freeze("Review")
        desk.edit("bo", name="Bodo")
        replay_all(desk, neighbour)
        frozen = desk.store.read_snapshot(desk.network_id, taken.id)
        mine = taken.model_copy(update={"network_id": neighbour.network_id})
        neighbour.store.keep(mine, frozen.all_records())
        assert neighbour.store.snapshots(neighbour.network_id) == [mine]
        kept = neighbour.store.read_snapshot(neighbour.network_id, mine.id)
        assert by_id(kept) == by_id(frozen)
        assert (kept.revision, kept.as_of) == (frozen.revision, frozen.as_of)

    def test_refuses_a_snapshot_that_cannot_be(self, desk: Desk, neighbour: Desk) -> None:
        """One of a later revision, of a taken id or of no network is refused, and not kept."""
        desk.found(BO)
        taken = desk.freeze()
        records = [desk.record("bo")]
        ahead = taken.model_copy(update={"id": "ahead", "revision": 2})
        nowhere = taken.model_copy(update={"network_id": neighbour.network_id})
        for error, snapshot in (
            (SnapshotAheadError, ahead),
            (IdTakenError, taken),
            (NetworkNotFoundError, nowhere),
        ):
            with pytest.raises(error):
                desk.store.keep(snapshot, records)
        assert desk.store.snapshots(desk.network_id) == [taken]
