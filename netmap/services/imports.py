"""Use case of importing: a file or folder into a network, shown first or applied as a whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from netmap.changes import ChangeSet, checked_network_id
from netmap.errors import ConflictError, NetworkExistsError, NetworkNotFoundError
from netmap.ingest.errors import SourceError
from netmap.ingest.formats import read_source
from netmap.ingest.notices import problem_of
from netmap.ingest.problems import Parsed, Severity
from netmap.ingest.reconcile import reconcile
from netmap.ingest.report import ImportReport, import_report
from netmap.principal import Principal
from netmap.progress import UNWATCHED, Progress, Step
from netmap.services.collecting import collector_held_back
from netmap.services.records import now
from netmap.store.protocol import Store
from netmap.values import Source

_TRIES = 5


class ImportService:
    """Takes files into networks on behalf of a principal."""

    def __init__(
        self, store: Store, *, limit_bytes: int, clock: Callable[[], datetime] = now
    ) -> None:
        """Write to ``store``; read no source beyond ``limit_bytes``."""
        self._store = store
        self._limit_bytes = limit_bytes
        self._clock = clock

    def run(
        self,
        principal: Principal,
        path: Path,
        *,
        network_id: str,
        name: str | None = None,
        source_format: str | None = None,
        dry_run: bool = False,
        progress: Progress = UNWATCHED,
    ) -> ImportReport:
        """Read a source, match it with the network, and apply what changes as one change set.

        A network that does not exist is created in the same change set, named ``name`` or like its
        id. With errors in the source nothing is written; the report says where they are.
        ``progress`` is told of every step, and may stop the import until it begins to write.

        Raises:
            AccessDeniedError: The principal may not change this network.
            ImportCancelledError: ``progress`` stopped it; nothing is written.
            NetworkIdError: The id of a new network cannot stand in an address.
            ConflictError: Others kept changing the same records while the import ran.
        """
        principal.require_write(network_id)
        checked_network_id(network_id)
        with collector_held_back:
            return self._run(
                principal, path, network_id, name, source_format, dry_run=dry_run, progress=progress
            )

    def _run(
        self,
        principal: Principal,
        path: Path,
        network_id: str,
        name: str | None,
        source_format: str | None,
        *,
        dry_run: bool,
        progress: Progress,
    ) -> ImportReport:
        try:
            parsed = read_source(
                path,
                source_format=source_format,
                limit_bytes=self._limit_bytes,
                progress=progress,
            )
        except SourceError as error:
            unread = Parsed(format="", records=(), problems=(problem_of(error),))
            return import_report(network_id, path, unread, None, dry_run=dry_run)
        if any(problem.severity is Severity.ERROR for problem in parsed.problems):
            return import_report(network_id, path, parsed, None, dry_run=dry_run)
        for _ in range(_TRIES - 1):
            try:
                return self._try(
                    principal, path, parsed, network_id, name, dry_run=dry_run, progress=progress
                )
            except (ConflictError, NetworkExistsError):
                # Somebody wrote between reading and writing: what they wrote counts, so match anew.
                continue
        return self._try(
            principal, path, parsed, network_id, name, dry_run=dry_run, progress=progress
        )

    def _try(
        self,
        principal: Principal,
        path: Path,
        parsed: Parsed,
        network_id: str,
        name: str | None,
        *,
        dry_run: bool,
        progress: Progress,
    ) -> ImportReport:
        moment = self._clock()
        try:
            stored = list(self._store.read(network_id).all_records())
            is_new = False
        except NetworkNotFoundError:
            stored, is_new = [], True
        source = Source(label=path.name, retrieved_at=moment.date().isoformat())
        found = reconcile(stored, parsed, source=source, progress=progress)
        change_set_id = None
        if not dry_run and (found.puts or is_new):
            progress.begin(Step.STORE)
            change_set_id = self._store.apply(
                ChangeSet(
                    network_id=network_id,
                    author_id=principal.id,
                    author=principal.name,
                    at=moment,
                    note=f"Import: {path.name}",
                    changes=found.puts,
                    new_network=(name or network_id) if is_new else None,
                )
            ).id
        return import_report(
            network_id,
            path,
            parsed,
            found,
            stored,
            dry_run=dry_run,
            created_network=is_new,
            change_set_id=change_set_id,
        )
