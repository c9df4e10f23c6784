"""Who acts: every service call names its principal from the first day."""

from __future__ import annotations

from dataclasses import dataclass

from netmap.errors import AccessDeniedError


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody who acts in netmap.

    Attributes:
        id: Stable id, written to the change log.
        name: What people read in the change log.
        reads: Ids of the networks this principal may read; ``None`` means all.
        writes: Ids of the networks this principal may change; ``None`` means all.
    """

    id: str
    name: str
    reads: frozenset[str] | None = None
    writes: frozenset[str] | None = None

    def may_read(self, network_id: str) -> bool:
        """Whether this principal may read the network."""
        return self.reads is None or network_id in self.reads

    def require_read(self, network_id: str) -> None:
        """Refuse when this principal may not read the network.

        Raises:
            AccessDeniedError: It may not.
        """
        if not self.may_read(network_id):
            raise AccessDeniedError(principal=self.name, network_id=network_id)

    def may_write(self, network_id: str) -> bool:
        """Whether this principal may change the network."""
        return self.may_read(network_id) and (self.writes is None or network_id in self.writes)

    def require_write(self, network_id: str) -> None:
        """Refuse when this principal may not change the network.

        Raises:
            AccessDeniedError: It may not.
        """
        if not self.may_write(network_id):
            raise AccessDeniedError(principal=self.name, network_id=network_id)


LOCAL_OWNER = Principal(id="local", name="local owner")
"""The one owner in local mode: whoever can open the store owns it."""
