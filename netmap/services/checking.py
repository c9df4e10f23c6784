"""Use case of examining a store: does it hold what its change log adds up to?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from netmap.changes import NetworkInfo, Snapshot, references
from netmap.errors import NetmapError
from netmap.integrity import (
    Damage,
    DamageKind,
    record_place,
    revision_place,
    snapshot_place,
)
from netmap.language import Text, same
from netmap.network import Network
from netmap.principal import Principal
from netmap.services.logs import LogGapError, entry_at
from netmap.store.protocol import Store
from netmap.values import Record
from netmap.vocabulary import Kind

Digests = dict[str, bytes]
"""What each record says, by id: a network of any size fits into memory like this."""

_NETWORK = Text(de="Netzwerk", en="network")


@dataclass(frozen=True, slots=True)
class CheckedNetwork:
    """How much of a network was examined."""

    network_id: str
    records: int
    changes: int
    snapshots: int


@dataclass(frozen=True, slots=True)
class Examination:
    """What an examination found: nothing, where all is well."""

    networks: tuple[CheckedNetwork, ...]
    damages: tuple[Damage, ...]


class CheckService:
    """Examines a store and changes nothing in it."""

    def __init__(self, store: Store) -> None:
        """Examine ``store``."""
        self._store = store

    def check(self, principal: Principal, network_ids: Sequence[str] | None = None) -> Examination:
        """Compare records, change log and snapshots with each other, and the place with itself.

        Args:
            principal: Who asks for it.
            network_ids: Which networks; all that the principal may read when ``None``.

        Raises:
            AccessDeniedError: The principal may not read one of them.
            NetworkNotFoundError: There is no such network.
        """
        damages = list(self._store.damages())
        try:
            infos = (
                [each for each in self._store.networks() if principal.may_read(each.id)]
                if network_ids is None
                else [self._store.network(each) for each in sorted(set(network_ids))]
            )
        except ValueError as error:
            infos = []
            damages.append(_unreadable(DamageKind.STORE_UNREADABLE, _NETWORK, None, error))
        checked = []
        for info in infos:
            principal.require_read(info.id)
            examined, found = self._examined(info)
            damages += found
            checked.append(examined.extent)
        return Examination(tuple(checked), tuple(damages))

    def _examined(self, info: NetworkInfo) -> tuple[_NetworkCheck, list[Damage]]:
        while True:
            examined = _NetworkCheck(self._store, info)
            found = examined.found()
            later = self._store.network(info.id)
            if not found or later.revision == info.revision:
                return examined, found
            # An erasure that came between rewrites the log while it is read: look again.
            info = later


class _NetworkCheck:
    """Examines one network at the revision at which it is read."""

    def __init__(self, store: Store, info: NetworkInfo) -> None:
        self._store = store
        self._info = info
        self._folded: Digests = {}
        self._gapless = True
        self._counted = [0, 0, 0]

    @property
    def extent(self) -> CheckedNetwork:
        """How much was examined."""
        return CheckedNetwork(self._info.id, *self._counted)

    def found(self) -> list[Damage]:
        """All that is wrong, up to where the store cannot be read at all."""
        found: list[Damage] = []
        try:
            for damage in self._damages():
                found.append(damage)  # noqa: PERF402 - what was found before the error is kept
        except (NetmapError, ValueError) as error:
            found.append(self._unreadable(DamageKind.STORE_UNREADABLE, _NETWORK, error))
        return found

    def _damages(self) -> Iterator[Damage]:
        """In the log, in the snapshots, in the records."""
        try:
            network = self._store.read(self._info.id)
        except (NetmapError, ValueError) as error:
            yield self._unreadable(DamageKind.RECORD_UNREADABLE, _NETWORK, error)
            network = None
        revision = self._info.revision if network is None else network.revision
        yield from self._log_and_snapshots(revision)
        if network is not None:
            yield from self._records(network)

    def _log_and_snapshots(self, last: int) -> Iterator[Damage]:
        snapshots: dict[int, list[Snapshot]] = {}
        for snapshot in self._store.snapshots(self._info.id):
            self._counted[2] += 1
            snapshots.setdefault(snapshot.revision, []).append(snapshot)
        for revision in range(1, last + 1):
            yield from self._entry(revision, last)
            for snapshot in snapshots.pop(revision, ()):
                yield from self._snapshot(snapshot)
        now = self._store.network(self._info.id).revision
        for snapshot in (each for some in snapshots.values() for each in some):
            # One that was taken meanwhile is of a revision that came meanwhile.
            if snapshot.revision > now:
                yield self._damage(
                    DamageKind.SNAPSHOT_AHEAD,
                    snapshot_place(snapshot.label),
                    frozen=snapshot.revision,
                    revision=now,
                )

    def _entry(self, revision: int, last: int) -> Iterator[Damage]:
        place = revision_place(revision)
        try:
            entry = entry_at(self._store, self._info.id, revision)
        except LogGapError:
            self._gapless = False
            yield self._damage(DamageKind.LOG_GAP, place)
            return
        except ValueError as error:
            self._gapless = False
            yield self._unreadable(DamageKind.LOG_UNREADABLE, place, error)
            return
        self._counted[1] += 1
        for change in entry.changes:
            record_id = change.record_id
            if self._gapless and self._folded.get(record_id) != _digest(change.before):
                yield self._damage(DamageKind.LOG_CONTRADICTION, place, record_id=record_id)
            if change.after is None:
                self._folded.pop(record_id, None)
                continue
            self._folded[record_id] = _said(change.after)
            if change.after.version != revision:
                yield self._damage(
                    DamageKind.LOG_VERSION,
                    place,
                    record_id=record_id,
                    version=change.after.version,
                )
        founded = revision == 1 and entry.at != self._info.created_at
        advanced = revision == last == self._info.revision and entry.at != self._info.changed_at
        if founded or advanced:
            yield self._damage(DamageKind.LOG_TIMES, place)

    def _snapshot(self, snapshot: Snapshot) -> Iterator[Damage]:
        place = snapshot_place(snapshot.label)
        try:
            network = self._store.read_snapshot(self._info.id, snapshot.id)
            frozen = {each.id: _said(each) for each in network.all_records()}
        except (NetmapError, ValueError) as error:
            yield self._unreadable(DamageKind.SNAPSHOT_UNREADABLE, place, error)
            return
        if not self._gapless:
            return
        differing = sorted(each for each, _ in frozen.items() ^ self._folded.items())
        if differing:
            yield self._damage(
                DamageKind.SNAPSHOT_DIFFERS,
                place,
                count=len(set(differing)),
                frozen=snapshot.revision,
                record_id=differing[0],
            )

    def _records(self, network: Network) -> Iterator[Damage]:
        kinds: dict[str, Kind] = {}
        unread: set[Kind] = set()
        for kind in Kind:
            try:
                for record in network.all_records(kind):
                    kinds[record.id] = kind
                    yield from self._against_log(record, network.revision)
            except ValueError as error:
                unread.add(kind)
                yield self._unreadable(DamageKind.RECORD_UNREADABLE, same(kind.value), error)
        self._counted[0] = len(kinds)
        if unread:
            return
        if self._gapless:
            for record_id in sorted(self._folded.keys() - kinds.keys()):
                yield self._damage(DamageKind.RECORD_MISSING, record_place(record_id))
        for record in network.all_records():
            for field, target_id, allowed in references(record):
                if kinds.get(target_id) not in allowed:
                    yield self._damage(
                        DamageKind.RECORD_DANGLING,
                        record_place(record.id),
                        field=field,
                        target_id=target_id,
                    )

    def _against_log(self, record: Record, revision: int) -> Iterator[Damage]:
        place = record_place(record.id)
        if record.version > revision:
            yield self._damage(
                DamageKind.RECORD_VERSION, place, version=record.version, revision=revision
            )
        if self._gapless and record.id not in self._folded:
            yield self._damage(DamageKind.RECORD_UNLOGGED, place)
        elif self._gapless and self._folded[record.id] != _said(record):
            yield self._damage(DamageKind.RECORD_DIFFERS, place)

    def _damage(self, kind: DamageKind, place: Text, **fields: object) -> Damage:
        return Damage.of(kind, place, self._info.id, **fields)

    def _unreadable(self, kind: DamageKind, place: Text, error: Exception) -> Damage:
        return _unreadable(kind, place, self._info.id, error)


def _unreadable(kind: DamageKind, place: Text, network_id: str | None, error: Exception) -> Damage:
    problem = (
        error.cause_text if isinstance(error, NetmapError) else same(" ".join(str(error).split()))
    )
    return Damage.of(kind, place, network_id, problem=problem)


def _digest(record: Record | None) -> bytes | None:
    return None if record is None else _said(record)


def _said(record: Record) -> bytes:
    return blake2b(record.model_dump_json().encode(), digest_size=16).digest()
