"""A desk at which one network is changed: the contract's shorthand for change sets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, cast

from netmap.changes import Change, ChangeSet, Delete, LogEntry, Put, Snapshot, inverse, new_id
from netmap.dates import Period, period
from netmap.map_views import MapView, PinnedPlace, ViewParameter
from netmap.model import (
    AnyRecord,
    Cooperation,
    ExchangeTie,
    FindingMark,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.network import Network
from netmap.store.protocol import Store
from netmap.values import Record
from netmap.vocabulary import MapParameter, MarkStatus

NOON = datetime(2024, 6, 1, 12, 0, tzinfo=UTC)
"""When the first change of a test is made; each later one follows a minute after."""

ADA = Person(id="ada", name="Ada Lovelace", function="Leitung Jugendamt", organization_id="office")
BO = Person(id="bo", name="Bo")
OFFICE = Organization(id="office", name="Jugendamt")
STEERING = Organization(id="steering", name="Steuergremium", meets=True)
OLD_STEERING = Organization(
    id="old steering", name="Runder Tisch", parent_id="office", successor_id="steering"
)
FIELD = Topic(id="field", name="Handlungsfelder")
ORIENTATION = Topic(id="orientation", name="Berufsorientierung", parent_id="field")
SEAT = Membership(
    id="seat",
    member_id="ada",
    organization_id="steering",
    on_behalf_of_ids=("office", "old steering"),
)
TIE = ExchangeTie(
    id="tie",
    source_id="ada",
    target_id="bo",
    topic_ids=("orientation", "field"),
    reported_by_id="ada",
)
LINE = ReportingLine(id="line", sender_id="office", receiver_id="steering")
PACT = Cooperation(
    id="pact",
    name="Vereinbarung",
    party_ids=("office", "ada"),
    decided_by_id="steering",
    carried_by_id="bo",
)
WORK = WorksOn(id="work", actor_id="bo", topic_id="orientation")
MARK = FindingMark(
    id="mark",
    finding_id="0123456789abcdef",
    finding_kind="overlap",
    status=MarkStatus.INTENDED,
    note="So gewollt",
    data="fedcba9876543210",
    marked_by="Ömer Ünal",
    marked_at="2024-06-01",
)

VIEW = MapView(
    id="view",
    name="Steuerung",
    query=(
        ViewParameter(name=MapParameter.LEVEL, value="steering"),
        ViewParameter(name=MapParameter.FOCUS, value="ada"),
    ),
    places=(PinnedPlace(actor_id="ada", x=12.5, y=-3), PinnedPlace(actor_id="gone", x=0, y=0)),
)

CITY: tuple[Record, ...] = (
    ADA,
    BO,
    OFFICE,
    STEERING,
    OLD_STEERING,
    FIELD,
    ORIENTATION,
    SEAT,
    TIE,
    LINE,
    PACT,
    WORK,
    MARK,
    VIEW,
)
"""A record of every kind in which every reference leads somewhere, lists included."""


def put(record: Record) -> Put:
    """A put of any record."""
    return Put(record=cast(AnyRecord, record))


def changed(record: Record, **fields: Any) -> Any:
    """The record with other values."""
    return record.model_copy(update=fields)


def by_id(network: Network) -> dict[str, Record]:
    """All records of a network, valid or not."""
    return {record.id: record for record in network.all_records()}


def without_versions(records: dict[str, Record]) -> dict[str, Record]:
    """What the records say, whenever they were written."""
    return {record_id: changed(record, version=0) for record_id, record in records.items()}


class Desk:
    """Where one person changes one network; never checks anything itself."""

    def __init__(self, store: Store, network_id: str) -> None:
        """Work on ``network_id``, which need not be there yet."""
        self.store = store
        self.network_id = network_id
        self._now = NOON

    def change_set(
        self, *changes: Change, new_network: str | None = None, **fields: Any
    ) -> ChangeSet:
        """A change set to this network, a minute after the last one."""
        self._now += timedelta(minutes=1)
        given: dict[str, Any] = {
            "network_id": self.network_id,
            "author_id": "owner",
            "author": "Ömer Ünal",
            "at": self._now,
            "changes": changes,
            "new_network": new_network,
        }
        return ChangeSet(**{**given, **fields})

    def found(self, *records: Record, name: str = "Musterstadt") -> LogEntry:
        """Create the network with these records, which get version 1."""
        changes = [put(record) for record in records]
        return self.store.apply(self.change_set(*changes, new_network=name))

    def apply(self, *changes: Change) -> LogEntry:
        """Apply changes."""
        return self.store.apply(self.change_set(*changes))

    def put(self, *records: Record) -> LogEntry:
        """Write records as they are, version included."""
        return self.apply(*(put(record) for record in records))

    def edit(self, record_id: str, **fields: Any) -> LogEntry:
        """Change fields of a record as it stands now."""
        return self.put(changed(self.record(record_id), **fields))

    def delete(self, *record_ids: str) -> LogEntry:
        """Remove records as they stand now."""
        return self.apply(
            *(Delete(record_id=each, version=self.record(each).version) for each in record_ids)
        )

    def undo(self, entry: LogEntry) -> LogEntry:
        """Take a logged change set back."""
        self._now += timedelta(minutes=1)
        return self.store.apply(inverse(entry, author_id="owner", author="Ömer Ünal", at=self._now))

    def erase(self, person_id: str, new_id: str = "nobody") -> LogEntry:
        """Erase a person."""
        self._now += timedelta(minutes=1)
        return self.store.erase_person(
            self.network_id,
            person_id,
            new_id=new_id,
            author_id="owner",
            author="Ömer Ünal",
            at=self._now,
        )

    def freeze(self, label: str = "Stand", snapshot_id: str | None = None) -> Snapshot:
        """Take a snapshot."""
        self._now += timedelta(minutes=1)
        return self.store.freeze(
            snapshot_id or new_id(), self.network_id, label=label, author="Ada", at=self._now
        )

    def record(self, record_id: str) -> Record:
        """One record as it stands now."""
        return self.store.record(self.network_id, record_id)

    def records(self) -> dict[str, Record]:
        """All records as they stand now."""
        return by_id(self.store.read(self.network_id))

    def log(self, **options: Any) -> list[LogEntry]:
        """The change log, newest first."""
        return self.store.log(self.network_id, **options)

    def at(self, date: str) -> Network:
        """The network at a date."""
        return self.store.read(self.network_id, self.period(date))

    @property
    def revision(self) -> int:
        """Revision of the network."""
        return self.store.network(self.network_id).revision

    @staticmethod
    def period(date: str) -> Period:
        """The days of a partial date."""
        return period(date)
