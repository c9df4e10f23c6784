"""Taking an export in again, and what it means that two networks are the same."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from netmap.ingest.formats import read_source
from netmap.ingest.problems import Parsed
from netmap.ingest.reconcile import Reconciliation, reconcile
from netmap.language import Language
from netmap.network import Network
from netmap.values import Record, Source
from netmap.views.exports.contents import Contents
from netmap.views.exports.formats import EXPORTS, ExportName

LIMIT = 1_000_000_000
REIMPORTABLE = (
    ExportName.WORKBOOK,
    ExportName.CSV,
    ExportName.GRAPHML,
    ExportName.GEXF,
    ExportName.POPOLO,
)
"""The formats that netmap reads as well as it writes."""
IMPORTED = Source(label="import", retrieved_at="2025-01-01")


def same(records: Iterable[Record]) -> dict[str, Any]:
    """Records by id as JSON text: every field, identifier, attribute, and types of values.

    Versions count what happened in a store. A record without a source gets one by an import.
    """
    return {
        record.id: json.dumps(
            record.model_copy(
                update={"version": 0, "source": record.source or IMPORTED}
            ).model_dump(mode="json"),
            sort_keys=True,
        )
        for record in records
    }


def exported(records: Iterable[Record], name: ExportName, language: Language) -> bytes:
    """All records, what is confidential included, as a file."""
    network = Network.from_records(records, network_id="kreis", name="Kreis")
    return EXPORTS[name].write(Contents.of(network, confidential=True), language)


def read_again(folder: Path, data: bytes, name: ExportName) -> Parsed:
    """What an import reads in a file."""
    file = folder / f"export.{EXPORTS[name].suffix}"
    file.write_bytes(data)
    return read_source(file, limit_bytes=LIMIT)


def taken_in(stored: Iterable[Record], parsed: Parsed) -> Reconciliation:
    """What an import would do to stored records."""
    return reconcile(stored, parsed, source=IMPORTED)


def records_of(found: Reconciliation) -> list[Record]:
    """The records that an import would write."""
    return [put.record for put in found.puts]
