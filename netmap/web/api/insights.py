"""API routes of what analyses find: overlaps, isolates, missing links, findings and sizes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from netmap.analyses.isolation import Isolate
from netmap.analyses.missing_link import MissingLink
from netmap.analyses.overlap import Overlap
from netmap.analyses.summary import Summary
from netmap.findings.finding import Finding, FindingKind
from netmap.services.insights import OverlapBy
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, Confidential, InContext

router = APIRouter()

Share = Annotated[float, Query(ge=0, le=1, description="Inclusive; in [0, 1].", examples=[0.5])]


@router.get(
    "/networks/{network_id}/summary",
    tags=["analyses"],
    operation_id="get_summary",
    summary="Sizes and participation",
)
def summary(reading: ReadNetwork, context: InContext, principal: Acting, as_of: AsOf) -> Summary:
    """How large the network is at the date, and who takes part by sector and level."""
    return context.use_cases.insights.summary(principal, reading.network.id, as_of=as_of)


@router.get(
    "/networks/{network_id}/overlaps",
    tags=["analyses"],
    operation_id="list_overlaps",
    summary="Overlaps of bodies",
)
def overlaps(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    by: Annotated[OverlapBy, Query(description="What is shared.")] = OverlapBy.MEMBERS,
    min_jaccard: Share = 0.0,
    min_containment: Share = 0.0,
) -> Page[Overlap]:
    """Pairs of bodies that share members, organisations or topics, by descending jaccard.

    `sizes` and `shared` count distinct members at the date; a subgroup of a parent is marked as
    `nested`. A pair has to reach both thresholds; the larger of both containments counts.
    """
    found = context.use_cases.insights.overlaps(
        principal,
        reading.network.id,
        by=by,
        min_jaccard=min_jaccard,
        min_containment=min_containment,
        as_of=as_of,
    )
    return page_by_position(found, reading.edition, piece)


@router.get(
    "/networks/{network_id}/isolates",
    tags=["analyses"],
    operation_id="list_isolates",
    summary="Who stands apart",
)
def isolates(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    confidential: Confidential = False,
) -> Page[Isolate]:
    """Actors that stand apart as far as ties are recorded, one row for each reason.

    A tie that nobody recorded is missing only where somebody was asked for it: see `asked`.
    """
    found = context.use_cases.insights.isolates(
        principal, reading.network.id, as_of=as_of, confidential=confidential
    )
    return page_by_position(found, reading.edition, piece)


@router.get(
    "/networks/{network_id}/missing-links",
    tags=["analyses"],
    operation_id="list_missing_links",
    summary="Links that one would expect",
)
def missing_links(
    reading: ReadNetwork, context: InContext, principal: Acting, as_of: AsOf, piece: AskedPiece
) -> Page[MissingLink]:
    """Links that one would expect and that nobody has recorded, and reports that differ."""
    found = context.use_cases.insights.missing_exchange(principal, reading.network.id, as_of=as_of)
    return page_by_position(found, reading.edition, piece)


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
) -> Page[Finding]:
    """What works well and what could be talked about, with evidence, in both languages."""
    found = context.use_cases.insights.findings(
        principal, reading.network.id, kind=kind, as_of=as_of, confidential=confidential
    )
    return page_by_position(found, reading.edition, piece)
