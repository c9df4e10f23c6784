"""Use case of importing from an OParl endpoint: asked over the network, then taken like a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netmap.changes import checked_network_id
from netmap.endpoints.request import EndpointRequest, without_user
from netmap.errors import Place
from netmap.ingest.errors import SourceError, UnknownFormatError
from netmap.ingest.oparl import document as oparl
from netmap.ingest.report import ImportReport
from netmap.language import Text
from netmap.principal import Principal
from netmap.progress import UNWATCHED, Progress, Step
from netmap.services.imports import ImportService, Origin, unread

if TYPE_CHECKING:
    from netmap.endpoints.reader import EndpointReader


_LONGEST_LABEL = 1_000


def is_address(source: str) -> bool:
    """Whether a source is an address of the network, not a path.

    >>> is_address("https://ris.example/oparl/system"), is_address("C:/liste.xlsx")
    (True, False)
    """
    return "://" in source


@dataclass(frozen=True, slots=True)
class EndpointImportService:
    """Takes what an endpoint lists into networks on behalf of a principal.

    Attributes:
        reader: Makes the reader once one is wanted: an HTTP client takes its time to load.
    """

    reader: Callable[[], EndpointReader]
    imports: ImportService

    def run(
        self,
        principal: Principal,
        request: EndpointRequest,
        *,
        network_id: str,
        name: str | None = None,
        source_format: str | None = None,
        dry_run: bool = False,
        progress: Progress = UNWATCHED,
    ) -> ImportReport:
        """Read an endpoint, then match and apply it like any source.

        Pages are kept on disk until they have been matched with the network, so that an import
        that was broken off goes on where it stopped; then they are removed.

        Args:
            principal: On whose behalf.
            request: The address, and how to ask.
            network_id: The network; created where it does not exist.
            name: Name of a new network.
            source_format: Nothing or ``oparl``.
            dry_run: Only say what would change.
            progress: Told of every step, pages included; may stop the import until it writes.

        Raises:
            AccessDeniedError: The principal may not change this network.
            NetworkIdError: The id of a new network cannot stand in an address.
            ImportCancelledError: ``progress`` stopped it; nothing is written, pages stay kept.
            EndpointError: The endpoint cannot be read to its end; nothing was changed.
            ConflictError: Others kept changing the same records while the import ran.
        """
        principal.require_write(network_id)
        checked_network_id(network_id)
        if source_format not in {None, oparl.FORMAT}:
            problem = Text(
                de=f"Eine Adresse wird als OParl gelesen, nicht als „{source_format}“.",
                en=f'An address is read as OParl, not as "{source_format}".',
            )
            raise UnknownFormatError(
                place=Place(file=without_user(request.address)[:200]), problem=problem
            )
        progress.begin(Step.READ)
        fetched = self.reader().read(request, told=lambda: progress.advance(1))
        progress.begin(Step.CHECK)
        try:
            parsed = oparl.parse_parts(fetched.parts, fetched.url)
            parsed = replace(parsed, problems=(*fetched.problems, *parsed.problems))
        except SourceError as error:
            parsed = unread(error)
        report = self.imports.take(
            principal,
            parsed,
            Origin(fetched.url, fetched.url[:_LONGEST_LABEL]),
            network_id=network_id,
            name=name,
            dry_run=dry_run,
            progress=progress,
        )
        fetched.forget()
        return report
