"""Change logs on their way to another store: checked, and written again as they stand."""

from __future__ import annotations

from collections.abc import Mapping

from netmap.changes import ChangeSet, Delete, LogEntry, Put, Snapshot
from netmap.errors import NetmapError
from netmap.language import Text
from netmap.values import Record


class ReplayError(NetmapError):
    """A logged change set does not follow on what the network holds; nothing was written."""

    code = "store.replay"
    cause = Text(
        de="Die Änderung „{change_set_id}“ (Revision {revision}) schließt nicht an den Stand des "
        "Netzwerks „{network_id}“ an: {problem}",
        en='The change set "{change_set_id}" (revision {revision}) does not follow on what the '
        'network "{network_id}" holds: {problem}',
    )
    remedy = Text(
        de="„netmap check“ zeigt, welcher der beiden Speicher beschädigt ist; "
        "geschrieben wurde nichts.",
        en='"netmap check" shows which of the two stores is damaged; nothing was written.',
    )


class SnapshotAheadError(NetmapError):
    """A snapshot froze a revision that the network has not come to; nothing was written."""

    code = "store.snapshot_ahead"
    cause = Text(
        de="Der Stand „{snapshot_id}“ hält die Revision {frozen} des Netzwerks „{network_id}“ "
        "fest, das hier erst die Revision {revision} hat.",
        en='The snapshot "{snapshot_id}" froze revision {frozen} of the network "{network_id}", '
        "which has only come to revision {revision} here.",
    )
    remedy = Text(
        de="Zuerst die Änderungen bis zu dieser Revision übertragen.",
        en="Carry the changes up to that revision over first.",
    )


def replayed(entry: LogEntry, *, new_network: str | None = None) -> ChangeSet:
    """The change set that leads from what a logged one found to what it left.

    A store checks it with `netmap.changes.plan`, as it checks every change set, and writes what
    the entry holds.
    """
    # The entry was validated when it was read.
    return ChangeSet.model_construct(
        id=entry.id,
        network_id=entry.network_id,
        author_id=entry.author_id,
        author=entry.author,
        at=entry.at,
        note=entry.note,
        new_network=new_network,
        undoes=entry.undoes,
        changes=tuple(
            Delete.model_construct(record_id=change.record_id, version=_version(change.before))
            if change.after is None
            else Put(record=change.after.at_version(_version(change.before)))
            for change in entry.changes
        ),
    )


def require_next(entry: LogEntry, *, revision: int, current: Mapping[str, Record]) -> None:
    """Refuse an entry that was not made on what stands.

    Args:
        entry: The change set of another store's log.
        revision: The present revision of the network, 0 where the entry founds it.
        current: The stored records, by id, among those that the entry touches.

    Raises:
        ReplayError: Its revision is not the next one, or something else stood before.
    """
    if entry.revision != revision + 1:
        problem = Text(
            de=f"Das Netzwerk hat die Revision {revision}.",
            en=f"the network has revision {revision}.",
        )
        raise _refused(entry, problem)
    for change in entry.changes:
        if current.get(change.record_id) != change.before:
            problem = Text(
                de=f"Der Eintrag „{change.record_id}“ sah vorher anders aus.",
                en=f'the record "{change.record_id}" was another one before.',
            )
            raise _refused(entry, problem)


def require_past(snapshot: Snapshot, *, revision: int) -> None:
    """Refuse a snapshot of a revision that the network has not come to.

    Raises:
        SnapshotAheadError: It is later than ``revision``.
    """
    if snapshot.revision > revision:
        raise SnapshotAheadError(
            snapshot_id=snapshot.id,
            network_id=snapshot.network_id,
            frozen=snapshot.revision,
            revision=revision,
        )


def _version(record: Record | None) -> int:
    return 0 if record is None else record.version


def _refused(entry: LogEntry, problem: Text) -> ReplayError:
    return ReplayError(
        change_set_id=entry.id,
        revision=entry.revision,
        network_id=entry.network_id,
        problem=problem,
    )
