"""Capability: networks are strictly separate, and a closed store says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from netmap.errors import (
    ChangeSetNotFoundError,
    NetworkNotFoundError,
    RecordNotFoundError,
    SnapshotNotFoundError,
)
from netmap.store.errors import StoreUnavailableError
from netmap.store.protocol import Store
from tests.contract.desk import BO, CITY, NOON, Desk, changed, put

METHODS: dict[str, Callable[[Desk], Any]] = {
    "network": lambda desk: desk.store.network(desk.network_id),
    "apply": lambda desk: desk.put(BO),
    "read": lambda desk: desk.records(),
    "record": lambda desk: desk.record("bo"),
    "log": lambda desk: desk.log(),
    "log_entry": lambda desk: desk.store.log_entry(desk.network_id, "x"),
    "freeze": lambda desk: desk.freeze(),
    "snapshots": lambda desk: desk.store.snapshots(desk.network_id),
    "read_snapshot": lambda desk: desk.store.read_snapshot(desk.network_id, "x"),
    "erase_person": lambda desk: desk.erase("bo"),
}
"""A call of every method that names a network."""


class Isolation:
    """No call sees or touches anything but the network it names."""

    def test_every_method_needs_a_network_that_is_there(self, desk: Desk) -> None:
        """Naming an unknown network is an error everywhere, whatever its id looks like."""
        for network_id in (desk.network_id, "", "' OR 1=1 --", "*"):
            stranger = Desk(desk.store, network_id)
            for call in METHODS.values():
                with pytest.raises(NetworkNotFoundError):
                    call(stranger)

    def test_ids_that_are_no_text_are_unknown(self, desk: Desk) -> None:
        """An argument with bytes that are no UTF-8 names nothing, and breaks nothing."""
        desk.found()
        with pytest.raises(NetworkNotFoundError):
            desk.store.network("\udcff")
        with pytest.raises(RecordNotFoundError):
            desk.record("\udcff")
        with pytest.raises(RecordNotFoundError):
            desk.erase("\udcff")
        with pytest.raises(ChangeSetNotFoundError):
            desk.store.log_entry(desk.network_id, "\udcff")
        with pytest.raises(SnapshotNotFoundError):
            desk.store.read_snapshot(desk.network_id, "\udcff")
        assert desk.log(record_id="\udcff") == []

    def test_lists_networks_by_id(self, desk: Desk, neighbour: Desk) -> None:
        """Networks are listed ascending by id, each as `network` tells it."""
        neighbour.found(name="B")
        desk.found(BO, name="A")
        ours = {desk.network_id, neighbour.network_id}
        listed = desk.store.networks()
        assert [info.id for info in listed] == sorted(info.id for info in listed)
        assert [info for info in listed if info.id in ours] == [
            desk.store.network(desk.network_id),
            desk.store.network(neighbour.network_id),
        ]

    def test_the_same_ids_live_in_two_networks(self, desk: Desk, neighbour: Desk) -> None:
        """Changing, deleting, freezing and erasing in one network leaves its twin alone."""
        desk.found(*CITY)
        neighbour.found(*CITY)
        kept = neighbour.freeze(snapshot_id="twin")
        before, log = neighbour.records(), neighbour.log()

        desk.edit("bo", name="Bodo")
        desk.delete("work")
        desk.freeze(snapshot_id="twin")
        desk.erase("ada")

        assert neighbour.records() == before
        assert neighbour.record("bo") == before["bo"]
        assert neighbour.log() == log
        assert neighbour.log(record_id="ada") != []
        assert neighbour.store.snapshots(neighbour.network_id) == [kept]
        frozen = neighbour.store.read_snapshot(neighbour.network_id, "twin")
        assert {record.id: record for record in frozen.all_records()} == before
        assert neighbour.revision == 1

    def test_ids_of_another_network_are_unknown_here(self, desk: Desk, neighbour: Desk) -> None:
        """Records, change sets and snapshots are found in their own network only."""
        desk.found()
        entry = neighbour.found(BO)
        snapshot = neighbour.freeze()
        with pytest.raises(RecordNotFoundError):
            desk.record("bo")
        with pytest.raises(RecordNotFoundError):
            desk.erase("bo")
        with pytest.raises(ChangeSetNotFoundError):
            desk.store.log_entry(desk.network_id, entry.id)
        with pytest.raises(SnapshotNotFoundError):
            desk.store.read_snapshot(desk.network_id, snapshot.id)
        assert desk.log(record_id="bo") == []
        assert desk.store.snapshots(desk.network_id) == []

    def test_change_set_ids_are_of_one_network(self, desk: Desk, neighbour: Desk) -> None:
        """The same change set id may serve in two networks."""
        for each in (desk, neighbour):
            each.found()
            each.store.apply(each.change_set(put(BO), id="import"))
        desk.edit("bo", name="Bodo")
        assert neighbour.store.log_entry(neighbour.network_id, "import").revision == 2
        assert neighbour.record("bo") == changed(BO, version=2)


class Closing:
    """What a store does that has been closed, and what it keeps."""

    def test_a_closed_store_refuses_every_call(
        self, desk: Desk, open_store: Callable[[], Store]
    ) -> None:
        """After closing, every method raises; closing twice is harmless."""
        desk.found(BO)
        closed = Desk(open_store(), desk.network_id)
        closed.store.close()
        closed.store.close()
        with pytest.raises(StoreUnavailableError):
            closed.store.networks()
        for call in METHODS.values():
            with pytest.raises(StoreUnavailableError):
                call(closed)
        assert desk.record("bo") == changed(BO, version=1)

    def test_what_was_written_is_there_when_opened_again(
        self, desk: Desk, open_store: Callable[[], Store]
    ) -> None:
        """Records, log and snapshots outlast the store object that wrote them."""
        desk.found(*CITY)
        snapshot = desk.freeze()
        again = Desk(open_store(), desk.network_id)
        assert again.records() == desk.records()
        assert again.log() == desk.log()
        assert again.store.snapshots(desk.network_id) == [snapshot]

    def test_has_a_name_for_messages(self, store: Store) -> None:
        """The store can be named in a message."""
        assert store.name.strip()
        assert str(NOON.year) not in store.name
