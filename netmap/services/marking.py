"""Use case of marking findings: open, discussed or intended, with a note."""

from __future__ import annotations

from dataclasses import dataclass

from netmap.changes import Delete, LogEntry, Put
from netmap.dates import Period
from netmap.errors import NetmapError
from netmap.findings.finding import Finding
from netmap.findings.marks import MARK_STATUSES, mark_id
from netmap.language import Language, Text
from netmap.model import FindingMark
from netmap.principal import LOCAL_OWNER, Principal
from netmap.services.insights import InsightService
from netmap.services.records import RecordService, now
from netmap.views.local_time import local
from netmap.vocabulary import MarkStatus


class FindingNotFoundError(NetmapError):
    """The network gives no such finding, or no longer."""

    code = "finding.not_found"
    cause = Text(
        de="Diesen Hinweis gibt es nicht, oder nicht mehr: Die Daten haben sich geändert.",
        en="There is no such finding, or no longer: the data have changed.",
    )
    remedy = Text(
        de="In der Liste der Hinweise nachsehen, was die Daten jetzt nahelegen.",
        en="See in the list of findings what the data suggest now.",
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw who marks a finding.

    Attributes:
        version: Version of the mark, 0 where there was none; ``None`` for whatever there is.
        data: What stood for the data; ``None`` for those of now.
        as_of: The date at which the finding was seen.
    """

    version: int | None = None
    data: str | None = None
    as_of: Period | None = None


NOW = Seen()
"""The finding as it stands."""


class MarkingService:
    """Keeps what people say about findings."""

    def __init__(self, insights: InsightService, records: RecordService) -> None:
        """Mark findings of ``insights`` by changes to ``records``."""
        self._insights = insights
        self._records = records

    def finding(
        self,
        principal: Principal,
        network_id: str,
        finding_id: str,
        *,
        as_of: Period | None = None,
    ) -> Finding:
        """One finding with what was said about it, quiet or not.

        Raises:
            FindingNotFoundError: There is none at this date. That one is there for the coordinating
                office alone is not said either: who knows how ids are made could ask.
        """
        found = self._insights.findings(
            principal, network_id, as_of=as_of, complete=True, intended=True
        )
        for each in found:
            if each.id == finding_id:
                return each
        raise FindingNotFoundError

    def mark(
        self,
        principal: Principal,
        network_id: str,
        finding_id: str,
        status: MarkStatus,
        note: str = "",
        *,
        language: Language,
        seen: Seen = NOW,
    ) -> LogEntry | None:
        """Mark a finding; open without a note says nothing, and takes a mark away.

        Args:
            principal: Who marks.
            network_id: The network.
            finding_id: The finding.
            status: What people agreed.
            note: Why, in their words.
            language: Of the note in the change log.
            seen: What the person saw of it.

        Returns:
            The change set; ``None`` where there was nothing to change.

        Raises:
            FindingNotFoundError: There is no such finding at this date.
            ConflictError: Somebody else has marked it since.
        """
        finding = self.finding(principal, network_id, finding_id, as_of=seen.as_of)
        before = finding.assessment
        current = before.version if before else 0
        version = current if seen.version is None else seen.version
        record_id = before.mark_id if before else mark_id(finding_id)
        said = finding.title.in_language(language)
        word = MARK_STATUSES[status].in_language(language)
        if status is MarkStatus.OPEN and not note.strip():
            if not version:
                return None
            change: Put | Delete = Delete(record_id=record_id, version=version)
        else:
            change = Put(
                record=FindingMark(
                    id=record_id,
                    version=version,
                    finding_id=finding_id,
                    finding_kind=finding.kind.value,
                    status=status,
                    note=note,
                    data=finding.data if seen.data is None else seen.data,
                    marked_by=signature(principal),
                    marked_at=day_of_marking(),
                )
            )
        return self._records.apply(principal, network_id, [change], note=f"{said}: {word}")


def signature(principal: Principal) -> str:
    """Who says something about a finding; empty for the one owner, whose name says nothing."""
    return "" if principal == LOCAL_OWNER else principal.name


def day_of_marking() -> str:
    """Today, where the office is."""
    return local(now()).date().isoformat()
