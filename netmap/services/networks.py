"""Use cases of reading: which networks there are, and one of them at a date."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from netmap.changes import NetworkInfo
from netmap.dates import Period, today
from netmap.network import Network
from netmap.principal import Principal
from netmap.store.protocol import Store

_KEPT = 8


class NetworkService:
    """Reads networks; keeps the last few in memory for as long as nothing in them changes."""

    def __init__(self, store: Store) -> None:
        """Read from ``store``."""
        self._store = store
        self._kept: OrderedDict[tuple[str, int, Period], Network] = OrderedDict()
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

    def at(self, principal: Principal, network_id: str, as_of: Period | None = None) -> Network:
        """A network at a date; today when none is given.

        Raises:
            AccessDeniedError: The principal may not read it.
            NetworkNotFoundError: There is none with this id.
        """
        principal.require_read(network_id)
        period = as_of or today()
        key = (network_id, self._store.network(network_id).revision, period)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        network = self._store.read(network_id, period)
        with self._lock:
            # A writer may have come between: what was read counts, not what was asked for.
            self._kept[network_id, network.revision, period] = network
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return network
