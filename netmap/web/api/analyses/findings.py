"""API route of findings: suggestions to talk about."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from netmap.findings.finding import Finding, FindingKind, Subject, SubjectType, finding
from netmap.findings.thresholds import Thresholds
from netmap.language import Text
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, Confidential, InContext

router = APIRouter()


@router.get(
    "/networks/{network_id}/findings",
    tags=["analyses"],
    operation_id="list_findings",
    summary="Findings: suggestions to talk about",
)
def findings(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    kind: Annotated[FindingKind | None, Query(description="Findings of this kind only.")] = None,
    confidential: Confidential = False,
    intended: Annotated[
        bool,
        Query(description="Show also those marked as intended whose data have not changed since."),
    ] = False,
) -> Page[Finding]:
    """What works well and what could be talked about, with evidence, in both languages.

    Whoever wants to mark a finding stores a record of the kind `finding_mark` with its `id` and
    `data`: under the id that its `assessment` names, else under `mark-` and the id of the finding.
    """
    found = context.use_cases.insights.findings(
        principal,
        reading.network.id,
        kind=kind,
        as_of=as_of,
        confidential=confidential,
        intended=intended,
    )
    return page_by_position(found, reading.edition, piece)


_FINDING = finding(
    FindingKind.OVERLAP,
    [
        Subject(id="ag-schule-beruf", name="AG Schule und Beruf", type=SubjectType.BODY),
        Subject(id="ak-uebergang", name="Arbeitskreis Übergang", type=SubjectType.BODY),
    ],
    [
        Text(
            de="„AG Schule und Beruf“ und „Arbeitskreis Übergang“ teilen 8 von 11 Mitgliedern. "
            "Könnte ein gemeinsamer Termin entlasten?",
            en='"AG Schule und Beruf" and "Arbeitskreis Übergang" share 8 of 11 members. '
            "Could a joint meeting save time?",
        )
    ],
    evidence=[Text(de="Gemeinsame Mitglieder: 8", en="Common members: 8")],
    strength=8 / 11,
    thresholds=Thresholds(),
)


EXAMPLES: dict[str, BaseModel] = {
    "list_findings": Page[Finding](items=[_FINDING]),
}
"""What the operations answer, by operation id."""
