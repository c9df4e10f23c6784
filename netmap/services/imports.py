"""Use case of importing: a file or folder into a network, shown first or applied as a whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from netmap.changes import ChangeSet, checked_network_id
from netmap.errors import ConflictError, NetworkExistsError, NetworkNotFoundError
from netmap.ingest.errors import SourceError
from netmap.ingest.formats import Titles, read_graph, read_source
from netmap.ingest.graphs.guess import guess
from netmap.ingest.graphs.mapping import Mapping
from netmap.ingest.graphs.mapping_text import mapping_toml
from netmap.ingest.notices import problem_of
from netmap.ingest.problems import Parsed, Severity
from netmap.ingest.reconcile import reconcile
from netmap.ingest.report import ImportReport, import_report
from netmap.language import Language
from netmap.principal import Principal
from netmap.progress import UNWATCHED, Progress, Step
from netmap.services.collecting import collector_held_back
from netmap.services.records import now
from netmap.store.protocol import Store
from netmap.values import Source

_TRIES = 5


class Origin(NamedTuple):
    """Where an import comes from.

    Attributes:
        source: What was asked for, as the report names it: a path or an address.
        label: What records say about where they came from.
    """

    source: str
    label: str


def unread(error: SourceError) -> Parsed:
    """What a source holds that cannot be read: nothing but the error."""
    return Parsed(format="", records=(), problems=(problem_of(error),))


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
        mapping: Mapping | Titles | None = None,
        dry_run: bool = False,
        progress: Progress = UNWATCHED,
    ) -> ImportReport:
        """Read a source, match it with the network, and apply what changes as one change set.

        A network that does not exist is created in the same change set, named ``name`` or like its
        id. With errors in the source nothing is written; the report says where they are. What the
        nodes and edges of a graph are is what ``mapping`` says, guessed where there is none; for
        tables it says which titles of columns are taken for which known ones.
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
            try:
                parsed = read_source(
                    path,
                    source_format=source_format,
                    limit_bytes=self._limit_bytes,
                    mapping=mapping,
                    progress=progress,
                )
            except SourceError as error:
                parsed = unread(error)
            return self.take(
                principal,
                parsed,
                Origin(str(path), path.name),
                network_id=network_id,
                name=name,
                dry_run=dry_run,
                progress=progress,
            )

    def take(
        self,
        principal: Principal,
        parsed: Parsed,
        origin: Origin,
        *,
        network_id: str,
        name: str | None,
        dry_run: bool,
        progress: Progress,
    ) -> ImportReport:
        """Match what was read with the network, and apply what changes, as `run` does.

        Raises:
            AccessDeniedError: The principal may not change this network.
            ImportCancelledError: ``progress`` stopped it; nothing is written.
            NetworkIdError: The id of a new network cannot stand in an address.
            ConflictError: Others kept changing the same records while the import ran.
        """
        principal.require_write(network_id)
        checked_network_id(network_id)
        if any(problem.severity is Severity.ERROR for problem in parsed.problems):
            return import_report(network_id, origin.source, parsed, None, dry_run=dry_run)
        for _ in range(_TRIES - 1):
            try:
                return self._try(
                    principal, origin, parsed, network_id, name, dry_run=dry_run, progress=progress
                )
            except (ConflictError, NetworkExistsError):
                # Somebody wrote between reading and writing: what they wrote counts, so match anew.
                continue
        return self._try(
            principal, origin, parsed, network_id, name, dry_run=dry_run, progress=progress
        )

    def suggested_mapping(
        self, path: Path, *, source_format: str | None = None, language: Language
    ) -> str:
        """A mapping for a graph file as TOML, with all values found and ``?`` where they say less.

        Raises:
            SourceError: The file cannot be read, or is no graph.
        """
        graph = read_graph(path, source_format=source_format, limit_bytes=self._limit_bytes)
        return mapping_toml(graph, guess(graph), language)

    def _try(
        self,
        principal: Principal,
        origin: Origin,
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
        source = Source(label=origin.label, retrieved_at=moment.date().isoformat())
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
                    note=f"Import: {origin.label}",
                    changes=found.puts,
                    new_network=(name or network_id) if is_new else None,
                )
            ).id
        return import_report(
            network_id,
            origin.source,
            parsed,
            found,
            stored,
            dry_run=dry_run,
            created_network=is_new,
            change_set_id=change_set_id,
        )
