"""What people said about findings: read from marks, kept until the data change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from netmap.findings.finding import Assessment, Finding
from netmap.language import Text
from netmap.model import FindingMark
from netmap.vocabulary import MarkStatus

MARK_STATUSES = {
    MarkStatus.OPEN: Text(de="offen", en="open"),
    MarkStatus.DISCUSSED: Text(de="besprochen", en="discussed"),
    MarkStatus.INTENDED: Text(de="so gewollt", en="intended"),
}
"""What a mark of a finding says."""


def mark_id(finding_id: str) -> str:
    """The id under which netmap keeps the mark of a finding, so that there is one of each."""
    return f"mark-{finding_id}"


def marked(found: Iterable[Finding], marks: Iterable[FindingMark]) -> list[Finding]:
    """The findings with what people said about them; of several marks the one written last.

    Confidential findings are not marked.
    """
    newest: dict[str, FindingMark] = {}
    for mark in sorted(marks, key=lambda each: (each.version, each.id)):
        newest[mark.finding_id] = mark
    return [
        each.model_copy(update={"assessment": _assessment(newest[each.id], each)})
        if each.id in newest and not each.confidential
        else each
        for each in found
    ]


def speaking(found: Iterable[Finding]) -> list[Finding]:
    """The findings that are not quiet; each kind counts those alone."""
    kept: list[Finding] = []
    quiet: Counter[str] = Counter()
    for each in found:
        if each.is_quiet:
            quiet[each.kind] += 1
        else:
            kept.append(each)
    return [
        each.model_copy(update={"total_of_kind": each.total_of_kind - quiet[each.kind]})
        if quiet[each.kind]
        else each
        for each in kept
    ]


def _assessment(mark: FindingMark, finding: Finding) -> Assessment:
    return Assessment(
        status=MarkStatus(mark.status),
        status_word=MARK_STATUSES[mark.status],
        note=mark.note,
        marked_by=mark.marked_by,
        marked_at=mark.marked_at,
        version=mark.version,
        data_changed=mark.data != finding.data,
        mark_id=mark.id,
    )
