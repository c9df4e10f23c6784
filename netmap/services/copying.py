"""Use case of copying networks from one store to another: the change log replayed, then proved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from netmap.changes import LogEntry, NetworkInfo, Snapshot
from netmap.errors import NetmapError, NetworkNotFoundError
from netmap.language import Text
from netmap.network import Network
from netmap.principal import Principal
from netmap.services.logs import entry_at
from netmap.store.protocol import Store


class CopyDivergedError(NetmapError):
    """The target holds something else under the id of a network to copy; nothing was written."""

    code = "copy.diverged"
    cause = Text(
        de="Das Netzwerk „{network_id}“ in {target} ist keine frühere Fassung von dem in {source}: "
        "{problem}",
        en='The network "{network_id}" in {target} is no earlier state of the one in {source}: '
        "{problem}",
    )
    remedy = Text(
        de="In einen Speicher kopieren, der dieses Netzwerk noch nicht enthält; "
        "geschrieben wurde nichts.",
        en="Copy into a store that does not hold this network yet; nothing was written.",
    )


class CopyUnequalError(NetmapError):
    """Source and target do not say the same after copying."""

    code = "copy.unequal"
    cause = Text(
        de="Nach dem Kopieren gleicht das Netzwerk „{network_id}“ in {target} nicht dem in "
        "{source}: {problem}",
        en='After copying, the network "{network_id}" in {target} does not equal the one in '
        "{source}: {problem}",
    )
    remedy = Text(
        de="Mit „netmap check“ beide Speicher prüfen; die Kopie so nicht verwenden.",
        en='Look at both stores with "netmap check"; do not use the copy as it is.',
    )


@dataclass(frozen=True, slots=True)
class CopiedNetwork:
    """A network that source and target now hold alike, and what this copy brought of it.

    Attributes:
        revision: Revision up to which both are equal; the source may have moved on meanwhile.
        records: Number of records at that revision.
        snapshots: Number of snapshots.
        new_changes: Change sets that were carried over now.
        new_snapshots: Snapshots that were carried over now.
    """

    network_id: str
    name: str
    revision: int
    records: int
    snapshots: int
    new_changes: int
    new_snapshots: int


class CopyService:
    """Copies networks whole, with versions, change log and snapshots.

    The change log determines a network, so it is replayed entry by entry: whenever copying stops,
    the target holds the network as it was at an earlier revision, and the next copy goes on there.
    """

    def __init__(self, source: Store, target: Store) -> None:
        """Read from ``source``, which is never written to."""
        self._source = source
        self._target = target

    def copy(
        self, principal: Principal, network_ids: Sequence[str] | None = None
    ) -> list[CopiedNetwork]:
        """Bring networks to the target, and prove that both are equal then.

        Args:
            principal: Who asks for it; the change log keeps the authors it has.
            network_ids: Which networks; all that the principal may read when ``None``.

        Returns:
            What was copied, ascending by id.

        Raises:
            AccessDeniedError: The principal may not read or write one of them.
            NetworkNotFoundError: The source holds no such network.
            CopyDivergedError: The target holds another network of that id; nothing was written.
            CopyUnequalError: They are not equal afterwards, because one of the stores is damaged.
            LogGapError: An entry is missing in one of the change logs.
            ReplayError: The source's change log contradicts itself.
        """
        if network_ids is None:
            infos = [info for info in self._source.networks() if principal.may_read(info.id)]
        else:
            infos = [self._source.network(each) for each in sorted(set(network_ids))]
        for info in infos:
            principal.require_write(info.id)
        # All are looked at before the first is written.
        starts = [self._common_revision(info) for info in infos]
        return [self._carry(info, start) for info, start in zip(infos, starts, strict=True)]

    def _carry(self, info: NetworkInfo, start: int) -> CopiedNetwork:
        # Read whole at one revision; what comes later is for the next copy.
        network = self._source.read(info.id)
        last = None
        for revision in range(start + 1, network.revision + 1):
            last = entry_at(self._source, info.id, revision)
            self._target.replay(last, new_network=info.name if revision == 1 else None)
            if not _same(last, entry_at(self._target, info.id, revision)):
                raise self._unequal(info.id, _revision_differs(revision))
        there = {each.id for each in self._target.snapshots(info.id)}
        new = [each for each in self._snapshots(network) if each.id not in there]
        for snapshot in reversed(new):
            frozen = self._source.read_snapshot(info.id, snapshot.id)
            self._target.keep(snapshot, frozen.all_records())
        records, snapshots = self._prove(info, network)
        return CopiedNetwork(
            network_id=info.id,
            name=info.name,
            revision=network.revision,
            records=records,
            snapshots=snapshots,
            new_changes=max(0, network.revision - start),
            new_snapshots=len(new),
        )

    def _common_revision(self, info: NetworkInfo) -> int:
        """The revision of the target, where all it holds is what the source held then."""
        try:
            there = self._target.network(info.id)
        except NetworkNotFoundError:
            return 0
        if (there.name, there.created_at) != (info.name, info.created_at):
            raise self._diverged(
                info.id,
                Text(
                    de=f"Dort heißt es „{there.name}“ und entstand {there.created_at}.",
                    en=f'there it is called "{there.name}" and was made {there.created_at}.',
                ),
            )
        if there.revision > info.revision:
            raise self._diverged(
                info.id,
                Text(
                    de=f"Dort steht es bei Revision {there.revision}, hier bei {info.revision}.",
                    en=f"there it has revision {there.revision}, here {info.revision}.",
                ),
            )
        for revision in range(1, there.revision + 1):
            ours = entry_at(self._source, info.id, revision)
            if not _same(ours, entry_at(self._target, info.id, revision)):
                erased = self._erased_since(info.id, there.revision, info.revision)
                raise self._diverged(info.id, _revision_differs(revision, erased=erased))
        here = {each.id: each for each in self._source.snapshots(info.id)}
        for snapshot in self._target.snapshots(info.id):
            if here.get(snapshot.id) != snapshot or not self._is_frozen_alike(snapshot):
                raise self._diverged(info.id, _snapshot_differs(snapshot))
        return there.revision

    def _erased_since(self, network_id: str, copied: int, last: int) -> bool:
        """Whether the source erased a person after it was copied: that changes older entries."""
        later = range(copied + 1, last + 1)
        return any(entry_at(self._source, network_id, each).erasure for each in later)

    def _prove(self, info: NetworkInfo, network: Network) -> tuple[int, int]:
        """Number of records and of snapshots, once both stores hold the same."""
        copied = self._target.read(info.id)
        last = entry_at(self._source, info.id, network.revision)
        expected = info.model_copy(update={"revision": last.revision, "changed_at": last.at})
        if self._target.network(info.id) != expected or copied.revision != network.revision:
            problem = Text(
                de="Name, Zeiten oder Revision unterscheiden sich.",
                en="name, times or revision differ.",
            )
            raise self._unequal(info.id, problem)
        differing = _first_difference(network, copied)
        if differing is not None:
            problem = Text(
                de=f"Der Eintrag „{differing}“ unterscheidet sich.",
                en=f'the record "{differing}" differs.',
            )
            raise self._unequal(info.id, problem)
        snapshots = self._snapshots(network)
        if self._target.snapshots(info.id) != snapshots:
            problem = Text(de="Die Stände unterscheiden sich.", en="the snapshots differ.")
            raise self._unequal(info.id, problem)
        for snapshot in snapshots:
            if not self._is_frozen_alike(snapshot):
                raise self._unequal(info.id, _snapshot_differs(snapshot))
        return sum(1 for _ in copied.all_records()), len(snapshots)

    def _snapshots(self, network: Network) -> list[Snapshot]:
        """The source's snapshots of the revisions up to this one, newest first."""
        taken = self._source.snapshots(network.id)
        return [each for each in taken if each.revision <= network.revision]

    def _is_frozen_alike(self, snapshot: Snapshot) -> bool:
        here, there = (
            store.read_snapshot(snapshot.network_id, snapshot.id)
            for store in (self._source, self._target)
        )
        return _first_difference(here, there) is None

    def _diverged(self, network_id: str, problem: Text) -> CopyDivergedError:
        return CopyDivergedError(
            network_id=network_id,
            source=self._source.name,
            target=self._target.name,
            problem=problem,
        )

    def _unequal(self, network_id: str, problem: Text) -> CopyUnequalError:
        return CopyUnequalError(
            network_id=network_id,
            source=self._source.name,
            target=self._target.name,
            problem=problem,
        )


def _same(one: LogEntry, other: LogEntry) -> bool:
    """Compared as text, which tells 1 from true and one time zone from another."""
    return one.model_dump_json() == other.model_dump_json()


def _first_difference(one: Network, other: Network) -> str | None:
    """Id of the first record that is not the same in both."""
    for pair in zip_longest(one.all_records(), other.all_records()):
        if len({record and record.model_dump_json() for record in pair}) > 1:
            return next(record.id for record in pair if record is not None)
    return None


def _revision_differs(revision: int, *, erased: bool = False) -> Text:
    if erased:
        return Text(
            de="Seit der letzten Kopie wurden hier Personen gelöscht (DSGVO Art. 17), die die "
            "Kopie noch enthält; auch dort sind sie zu löschen, am besten mit der ganzen alten "
            "Kopie.",
            en="since the last copy persons were erased here (GDPR art. 17) whom the copy still "
            "holds; they have to go there as well, best with the whole old copy.",
        )
    return Text(
        de=f"Die Änderung der Revision {revision} unterscheidet sich.",
        en=f"the change set of revision {revision} differs.",
    )


def _snapshot_differs(snapshot: Snapshot) -> Text:
    return Text(
        de=f"Der Stand „{snapshot.label}“ unterscheidet sich.",
        en=f'the snapshot "{snapshot.label}" differs.',
    )
