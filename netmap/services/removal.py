"""Use case of taking a record out of a network, with what says nothing without it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from netmap.changes import Change, Delete, LogEntry, Put, references
from netmap.model import AnyRecord
from netmap.principal import Principal
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService
from netmap.values import Record


@dataclass(frozen=True, slots=True)
class Removal:
    """What taking a record out of a network takes along.

    Attributes:
        removed: Records that say nothing without it: its seats and ties.
        loosened: Records that only mention it, and stay.
    """

    record: Record
    removed: tuple[Record, ...]
    loosened: tuple[Record, ...]


class RemovalService:
    """Takes records out, on behalf of a principal."""

    def __init__(self, networks: NetworkService, records: RecordService) -> None:
        """Read and write through these use cases."""
        self._networks = networks
        self._records = records

    def removal(self, principal: Principal, network_id: str, record_id: str) -> Removal:
        """What taking a record out would take along.

        Raises:
            RecordNotFoundError: There is no such record.
        """
        record = self._records.record(principal, network_id, record_id)
        network = self._networks.at(principal, network_id, None)
        removed: list[Record] = []
        loosened: list[Record] = []
        for each in network.all_records():
            fields = [name for name, target, _ in references(each) if target == record_id]
            if fields and each.id != record_id:
                (removed if _needs(each, fields) else loosened).append(each)
        return Removal(record, tuple(removed), tuple(loosened))

    def remove(
        self, principal: Principal, network_id: str, record_id: str, version: int
    ) -> LogEntry:
        """Take a record out, with the seats and ties that say nothing without it.

        Raises:
            ConflictError: Somebody else changed one of them meanwhile; nothing was written.
        """
        removal = self.removal(principal, network_id, record_id)
        changes: list[Change] = [Delete(record_id=record_id, version=version)]
        changes += [Delete(record_id=each.id, version=each.version) for each in removal.removed]
        changes += [Put(cast(AnyRecord, _without(each, record_id))) for each in removal.loosened]
        return self._records.apply(principal, network_id, changes)


def _needs(record: Record, fields: Iterable[str]) -> bool:
    """Whether a record says nothing without what these fields refer to."""
    required = {name for name, field in type(record).model_fields.items() if field.is_required()}
    for name in fields:
        value = getattr(record, name)
        if name in required and (isinstance(value, str) or len(value) == 1):
            return True
    return False


def _without(record: Record, record_id: str) -> Record:
    """The record without its references to another."""
    changed: dict[str, object] = {}
    for name, target, _ in references(record):
        if target == record_id:
            value = getattr(record, name)
            changed[name] = (
                None
                if isinstance(value, str)
                else tuple(each for each in value if each != record_id)
            )
    return record.model_copy(update=changed)
