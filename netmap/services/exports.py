"""Use case of exporting: a network or a snapshot of it as a file of some format."""

from __future__ import annotations

from dataclasses import dataclass

from netmap.dates import Period
from netmap.errors import NetmapError
from netmap.language import Language, Text
from netmap.principal import Principal
from netmap.services.collecting import collector_held_back
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService
from netmap.views.exports.contents import Contents
from netmap.views.exports.formats import EXPORTS, ExportName


class ExportFormatError(NetmapError):
    """The name of a file ends in no format that netmap writes."""

    code = "export.format"
    cause = Text(
        de="Der Name „{name}“ sagt nicht, in welchem Format geschrieben werden soll.",
        en='The name "{name}" does not say in which format to write.',
    )
    remedy = Text(
        de="Eine dieser Endungen verwenden: {endings}; oder das Format mit --format nennen.",
        en="Use one of these endings: {endings}; or name the format with --format.",
    )


@dataclass(frozen=True, slots=True)
class Export:
    """A file to hand over.

    Attributes:
        file_name: Letters, digits, dots, hyphens and underscores only.
    """

    content: bytes
    media_type: str
    file_name: str


def export_format_of(name: str) -> ExportName:
    """The format that the name of a file ends in.

    Raises:
        ExportFormatError: It ends in none.

    >>> export_format_of("netz.XLSX").value
    'workbook'
    """
    suffix = name.rpartition(".")[2].lower()
    for each in EXPORTS.values():
        if each.suffix == suffix:
            return each.name
    endings = ", ".join(f".{each.suffix} ({each.name})" for each in EXPORTS.values())
    raise ExportFormatError(name=name, endings=endings)


class ExportService:
    """Writes networks down on behalf of a principal."""

    def __init__(self, networks: NetworkService, records: RecordService) -> None:
        """Write what ``networks`` reads, and the snapshots of ``records``."""
        self._networks = networks
        self._records = records

    def export(
        self,
        principal: Principal,
        network_id: str,
        export_format: ExportName,
        *,
        language: Language,
        as_of: Period | None = None,
        confidential: bool = False,
        snapshot_id: str | None = None,
    ) -> Export:
        """All records of a network or snapshot; with ``as_of`` what holds then.

        Raises:
            AccessDeniedError: The principal may not read the network.
            NetworkNotFoundError: There is no such network.
            SnapshotNotFoundError: It has no such snapshot.
        """
        chosen = EXPORTS[export_format]
        if snapshot_id is None:
            network = self._networks.at(principal, network_id, as_of)
        else:
            network = self._records.snapshot(principal, network_id, snapshot_id, as_of)
        with collector_held_back:
            contents = Contents.of(
                network, at_its_date=as_of is not None, confidential=confidential
            )
            content = chosen.write(contents, language)
        parts = [network_id]
        if as_of is not None:
            first, last = as_of.first.isoformat(), as_of.last.isoformat()
            parts.append(first if first == last else f"{first}_{last}")
        return Export(
            content=content,
            media_type=chosen.media_type,
            file_name=f"netmap-{'-'.join(parts)}.{chosen.suffix}",
        )
