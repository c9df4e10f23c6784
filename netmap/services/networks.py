"""Use cases of reading: which networks there are, and one of them at a date."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from netmap.changes import LogEntry, NetworkInfo
from netmap.dates import Period, today
from netmap.network import Network
from netmap.principal import Principal
from netmap.store.protocol import Store
from netmap.values import Record
from netmap.vocabulary import BESIDE

_KEPT = 8
_FOLLOWED = 50
"""So many change sets are looked through for changes of the data; beyond, reading is as quick."""
_Key = tuple[str, str | None, int, Period | None]
"""Network, snapshot, revision and date."""


class NetworkService:
    """Reads networks; keeps the last few in memory for as long as nothing in them changes."""

    def __init__(self, store: Store) -> None:
        """Read from ``store``."""
        self._store = store
        self._kept: OrderedDict[_Key, Network] = OrderedDict()
        self._lock = Lock()

    def all(self, principal: Principal) -> list[NetworkInfo]:
        """The networks this principal may read, ascending by id."""
        return [info for info in self._store.networks() if principal.may_read(info.id)]

    def info(self, principal: Principal, network_id: str) -> NetworkInfo:
        """What a network is called and how current it is.

        Raises:
            AccessDeniedError: The principal may not read it.
            NetworkNotFoundError: There is none with this id.
        """
        principal.require_read(network_id)
        return self._store.network(network_id)

    def at(
        self,
        principal: Principal,
        network_id: str,
        as_of: Period | None = None,
        *,
        snapshot_id: str | None = None,
    ) -> Network:
        """A network at a date, as it stands or as a snapshot froze it.

        Without a date it is today's, of a snapshot that of the day it was taken.

        Raises:
            AccessDeniedError: The principal may not read it.
            NetworkNotFoundError: There is none with this id.
            SnapshotNotFoundError: It has no such snapshot.
        """
        principal.require_read(network_id)
        revision = self._store.network(network_id).revision
        if snapshot_id is not None:
            return self._snapshot(network_id, snapshot_id, revision, as_of)
        period = as_of or today()
        found = self._found((network_id, None, revision, period))
        if found is None:
            found = self._said_since(network_id, revision, period)
            found = found or self._store.read(network_id, period)
            # A writer may have come between: what was read counts, not what was asked for.
            self._keep((network_id, None, found.revision, period), found)
        return found

    def _said_since(self, network_id: str, revision: int, period: Period) -> Network | None:
        """The network as it was kept last, where only what stands beside its data changed since.

        In a meeting one finding after the other is marked, and views of the map are saved: nothing
        is read or found anew for that.
        """
        with self._lock:
            kept = [
                network
                for (name, snapshot, _, at), network in self._kept.items()
                if (name, snapshot, at) == (network_id, None, period)
            ]
        before = max(kept, key=lambda network: network.revision, default=None)
        if before is None or not 0 < revision - before.revision <= _FOLLOWED:
            return None
        changes = revision - before.revision
        entries = self._store.log(network_id, before_revision=revision + 1, limit=changes)
        if len(entries) < changes or any(map(_changes_data, entries)):
            return None
        said: dict[str, Record] = {
            each.id: each for kind in BESIDE for each in before.all_records(kind)
        }
        for entry in reversed(entries):
            for change in entry.changes:
                said.pop(change.record_id, None)
                if change.after is not None:
                    said[change.record_id] = change.after
        return before.with_beside(said.values(), revision=revision)

    def _snapshot(
        self, network_id: str, snapshot_id: str, revision: int, as_of: Period | None
    ) -> Network:
        # An erasure reaches snapshots, too, and is a revision of the network.
        key = (network_id, snapshot_id, revision, as_of)
        found = self._found(key)
        if found is None:
            found = self._store.read_snapshot(network_id, snapshot_id, as_of)
            self._keep(key, found)
        return found

    def _found(self, key: _Key) -> Network | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: _Key, network: Network) -> None:
        with self._lock:
            self._kept[key] = network
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)


def _changes_data(entry: LogEntry) -> bool:
    kinds = {change.kind for change in entry.changes}
    return entry.erasure or not kinds <= BESIDE
