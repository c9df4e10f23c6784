"""Use cases of keeping a store in one file, and of bringing it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeGuard

from netmap.disk import sync_folder
from netmap.errors import NetmapError
from netmap.language import Text
from netmap.principal import Principal
from netmap.services.copying import CopiedNetwork, CopyService
from netmap.services.files import FileExistsAlreadyError, FileWriteError
from netmap.services.logs import entry_at
from netmap.services.records import now
from netmap.store.errors import StoreFormatError, StoreUnavailableError
from netmap.store.protocol import FileStore, Store
from netmap.system_errors import what_failed


class BackupFileError(NetmapError):
    """A file is no backup that can be read; nothing was written."""

    code = "restore.file"
    cause = Text(
        de="{file} ist keine Sicherung, die sich lesen lässt: {problem}",
        en="{file} is no backup that can be read: {problem}",
    )
    remedy = Text(
        de="Eine andere Sicherung nehmen; „netmap backup“ schreibt solche Dateien. "
        "Am Speicher wurde nichts verändert.",
        en='Take another backup; "netmap backup" writes such files. The store was left unchanged.',
    )


class FileInUseError(NetmapError):
    """A file to replace is a store that somebody works with; it was left as it is."""

    code = "backup.in_use"
    cause = Text(
        de="Die Datei {file} ist ein Speicher, mit dem gearbeitet wird.",
        en="The file {file} is a store that is in use.",
    )
    remedy = Text(
        de="Für die Sicherung einen anderen Namen wählen.",
        en="Choose another name for the backup.",
    )


class RestoreExistsError(NetmapError):
    """The store holds networks that a backup would bring back, and nobody asked to replace them."""

    code = "restore.exists"
    cause = Text(
        de="Im Speicher {store} gibt es schon Netzwerke aus der Sicherung: {network_ids}.",
        en="The store {store} already holds networks of the backup: {network_ids}.",
    )
    remedy = Text(
        de="Mit --replace treten die Netzwerke der Sicherung an ihre Stelle; der jetzige Stand "
        "wird vorher daneben gesichert. Oder NETMAP_STORE auf einen leeren Speicher setzen.",
        en="With --replace the networks of the backup take their place, and the present state is "
        "kept beside. Or point NETMAP_STORE at an empty store.",
    )


class ReplaceUnsupportedError(NetmapError):
    """A Neo4j server cannot exchange a whole network in one step; nothing was written."""

    code = "restore.cannot_replace"
    cause = Text(
        de="Im Speicher {store} lassen sich Netzwerke nicht in einem Zug ersetzen ({network_ids}).",
        en="The store {store} cannot replace networks in one step ({network_ids}).",
    )
    remedy = Text(
        de="Die Sicherung in eine leere Datenbank zurückholen (NETMAP_NEO4J_DATABASE oder ein "
        "anderer Server) und NETMAP_STORE dorthin richten.",
        en="Restore the backup into an empty database (NETMAP_NEO4J_DATABASE, or another server) "
        "and point netmap there.",
    )


@dataclass(frozen=True, slots=True)
class Restored:
    """What a backup brought back.

    Attributes:
        networks: The networks, equal in backup and store now.
        kept: File that holds the store as it was before; ``None`` where nothing was replaced.
        erasures: By network, how many erasures of persons the backup does not know of: these
            persons are back.
    """

    networks: tuple[CopiedNetwork, ...]
    kept: Path | None
    erasures: dict[str, int]


OpenFile = Callable[[Path], FileStore]
"""Opens a store file; an empty place is set up."""

OpenCopy = Callable[[Path], AbstractContextManager[FileStore]]
"""Opens a private copy of a store file, which itself is left as it is."""


class BackupService:
    """Keeps a store of either kind in one file that netmap itself opens, and brings it back."""

    def __init__(
        self,
        store: Store,
        *,
        open_file: OpenFile,
        open_copy: OpenCopy,
        clock: Callable[[], datetime] = now,
    ) -> None:
        """Back ``store`` up, or restore into it; ``clock`` names what is kept aside."""
        self._store = store
        self._open_file = open_file
        self._open_copy = open_copy
        self._clock = clock

    def backup(
        self,
        principal: Principal,
        file: Path,
        network_ids: Sequence[str] | None = None,
        *,
        replace: bool = False,
    ) -> list[CopiedNetwork]:
        """Write networks into a new store file, while others go on writing.

        Each network is kept at one revision and compared with the store afterwards. The file
        comes into being whole or not at all, readable by its owner alone.

        Args:
            principal: Who asks for it.
            file: The new file.
            network_ids: Which networks; all that the principal may read when ``None``.
            replace: Whether a file of this name may be replaced.

        Raises:
            FileExistsAlreadyError: The file is there and ``replace`` is false.
            FileInUseError: The file to replace is a store that somebody works with.
            FileWriteError: The folder is missing or locked, or the disk is full.
            CopyUnequalError: The store is damaged; no file was written.
        """
        file = file.absolute()
        try:
            self._require_free(file, replace=replace)
            with TemporaryDirectory(prefix=f".{file.name}.", dir=file.parent) as folder:
                made, whole = Path(folder) / "made.db", Path(folder) / "whole.db"
                if network_ids is None and principal.reads is None and _is_file(self._store):
                    # SQLite is quicker at copying itself; the rest is the same for all stores.
                    self._store.save_as(made)
                with closing(self._open_file(made)) as copy:
                    copied = CopyService(self._store, copy).copy(principal, network_ids)
                    # Once more, for a file that needs no log beside it.
                    copy.save_as(whole)
                whole.replace(file)
                sync_folder(file.parent)
        except OSError as error:
            raise FileWriteError(file=file, problem=what_failed(error)) from error
        return copied

    def restore(
        self,
        principal: Principal,
        file: Path,
        network_ids: Sequence[str] | None = None,
        *,
        replace: bool = False,
    ) -> Restored:
        """Bring networks of a backup into the store, and prove that both are equal then.

        Args:
            principal: Who asks for it.
            file: What `backup` wrote; it is left as it is.
            network_ids: Which of its networks; all when ``None``.
            replace: Whether they may take the place of networks of the same ids. The store is
                kept in a file beside it first.

        Raises:
            AccessDeniedError: The principal may not change one of the networks.
            BackupFileError: The file is missing, damaged or no backup; nothing was written.
            NetworkNotFoundError: The backup holds no such network.
            RestoreExistsError: The store holds one of them and ``replace`` is false.
            ReplaceUnsupportedError: The store cannot replace networks.
        """
        with self._opened(file) as backup:
            infos = (
                backup.networks()
                if network_ids is None
                else [backup.network(each) for each in sorted(set(network_ids))]
            )
            wanted = [info.id for info in infos]
            for network_id in wanted:
                principal.require_write(network_id)
            present = {info.id for info in self._store.networks()}
            there = [each for each in wanted if each in present]
            if there and not replace:
                raise RestoreExistsError(store=self._store.name, network_ids=", ".join(there))
            kept: Path | None = None
            erasures: dict[str, int] = {}
            if _is_file(self._store):
                if there:
                    erasures = {each: self._erasures_unknown_to(backup, each) for each in there}
                    kept = self._keep_aside(self._store)
                self._store.adopt(backup, wanted)
            elif there:
                raise ReplaceUnsupportedError(store=self._store.name, network_ids=", ".join(there))
            copied = CopyService(backup, self._store).copy(principal, wanted)
        return Restored(
            networks=tuple(copied),
            kept=kept,
            erasures={each: count for each, count in erasures.items() if count},
        )

    def _require_free(self, file: Path, *, replace: bool) -> None:
        if not file.exists():
            return
        if not replace:
            raise FileExistsAlreadyError(file=file)
        own = _is_file(self._store) and self._store.path.resolve() == file.resolve()
        # A log beside it belongs to the old file, and would be taken for the new one's.
        if own or file.with_name(f"{file.name}-wal").exists():
            raise FileInUseError(file=file)

    @contextmanager
    def _opened(self, file: Path) -> Iterator[FileStore]:
        with ExitStack() as opened:
            try:
                backup = opened.enter_context(self._open_copy(file))
            except (StoreFormatError, StoreUnavailableError) as error:
                problem = error.fields.get("problem", error.cause_text)
                raise BackupFileError(file=file, problem=problem) from error
            yield backup

    def _keep_aside(self, store: FileStore) -> Path:
        stamp = f"{self._clock():%Y%m%d-%H%M%S}"
        aside = store.path.with_name(f"{store.path.stem}.before-restore-{stamp}.db")
        try:
            store.save_as(aside)
        except OSError as error:
            raise FileWriteError(file=aside, problem=what_failed(error)) from error
        sync_folder(aside.parent)
        return aside

    def _erasures_unknown_to(self, backup: Store, network_id: str) -> int:
        known = _erasures(backup, network_id)
        return len(_erasures(self._store, network_id) - known)


def _is_file(store: Store) -> TypeGuard[FileStore]:
    return hasattr(store, "save_as")


def _erasures(store: Store, network_id: str) -> set[str]:
    revision = store.network(network_id).revision
    entries = (entry_at(store, network_id, each) for each in range(1, revision + 1))
    return {entry.id for entry in entries if entry.erasure}
