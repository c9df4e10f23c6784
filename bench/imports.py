"""The made-up network as one change set, as an import applies it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import cast

from netmap.changes import ChangeSet, Put
from netmap.model import AnyRecord
from netmap.values import Record

NETWORK = "bench"


def import_of(records: Iterable[Record], network_id: str = NETWORK) -> ChangeSet:
    """A change set that creates a network of these records."""
    return ChangeSet(
        network_id=network_id,
        author_id="bench",
        author="Benchmark",
        at=datetime(2025, 7, 7, 12, tzinfo=UTC),
        note="Import: bench",
        changes=tuple(Put(record=cast(AnyRecord, record)) for record in records),
        new_network="Benchmark",
    )
