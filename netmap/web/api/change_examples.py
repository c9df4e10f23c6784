"""Examples of what changing operations answer, made of the very models that answer."""

from __future__ import annotations

from pydantic import BaseModel

from netmap.changes import LogEntry, LoggedChange, Snapshot
from netmap.ingest.report import ImportReport, KindCount, ReportedChange
from netmap.vocabulary import Kind
from netmap.web.api.change_sets import ChangeSetInfo
from netmap.web.api.examples import MOMENT, NETWORK, PERSON
from netmap.web.api.paging import Page
from netmap.web.api.persons import ErasureReport
from netmap.web.api.stored import RecordPage

_STORED = PERSON.model_copy(update={"version": 12})
_ENTRY = LogEntry(
    id="2026-03-02-1",
    network_id="falkenrode",
    revision=12,
    author_id="local",
    author="local owner",
    at=MOMENT,
    note="Leitung nachgetragen",
    changes=(LoggedChange(record_id=PERSON.id, kind=Kind.PERSON, before=None, after=_STORED),),
)
_UNDONE = LogEntry(
    id="5c2f0f4f8c7e4d5c",
    network_id="falkenrode",
    revision=13,
    author_id="local",
    author="local owner",
    at=MOMENT,
    undoes=_ENTRY.id,
    changes=(LoggedChange(record_id=PERSON.id, kind=Kind.PERSON, before=_STORED, after=None),),
)
_ERASURE = LogEntry(
    id="0d6a1c7b5e3f4a2b",
    network_id="falkenrode",
    revision=14,
    author_id="local",
    author="local owner",
    at=MOMENT,
    erasure=True,
)
_SNAPSHOT = Snapshot(
    id="4f0c1e",
    network_id="falkenrode",
    label="Steuergremium März 2026",
    revision=12,
    taken_at=MOMENT,
    author="local owner",
)
_IMPORT = ImportReport(
    network_id="falkenrode",
    source="mitglieder.xlsx",
    format="workbook",
    dry_run=False,
    created_network=False,
    applied=True,
    change_set_id="9b1d3a",
    counts=(KindCount(kind=Kind.PERSON, added=1, changed=0, unchanged=40, untouched=3),),
    changes=(
        ReportedChange(kind=Kind.PERSON, id="p-41", name="Leitung Jugendamt", action="added"),
    ),
    problems=(),
    possible_duplicates=(),
)

EXAMPLES_OF_CHANGES: dict[str, BaseModel] = {
    "create_network": NETWORK.model_copy(update={"revision": 1}),
    "list_records": RecordPage(items=[_STORED]),
    "create_record": _STORED.model_copy(update={"id": "7b9f1d3c5a"}),
    "get_record": _STORED,
    "put_record": _STORED,
    "delete_record": _UNDONE.model_copy(update={"undoes": None}),
    "list_change_sets": Page[ChangeSetInfo](
        items=[
            ChangeSetInfo(
                id=_ENTRY.id,
                revision=_ENTRY.revision,
                author=_ENTRY.author,
                at=_ENTRY.at,
                note=_ENTRY.note,
                undoes=None,
                erasure=False,
                records=1,
                change=None,
            )
        ]
    ),
    "apply_change_set": _ENTRY,
    "get_change_set": _ENTRY,
    "undo_change_set": _UNDONE,
    "list_snapshots": Page[Snapshot](items=[_SNAPSHOT]),
    "create_snapshot": _SNAPSHOT,
    "get_snapshot": _SNAPSHOT,
    "import_file": _IMPORT,
    "erase_person": ErasureReport(entry=_ERASURE, new_id="e3a9c2", mentions=[]),
}
"""An answer by operation id; the routes that read what changing wrote are among them."""
