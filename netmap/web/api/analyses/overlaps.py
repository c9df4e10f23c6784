"""API route of overlaps: which bodies share members, organisations or topics."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from netmap.analyses.overlaps.shared import Overlap
from netmap.services.insights import OverlapBy
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, InContext

router = APIRouter()

Share = Annotated[float, Query(ge=0, le=1, description="Inclusive; in [0, 1].", examples=[0.5])]


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


_OVERLAP = Overlap(
    bodies=("ag-schule-beruf", "ak-uebergang"),
    names=("AG Schule und Beruf", "Arbeitskreis Übergang"),
    sizes=(10, 9),
    shared=8,
    shared_ids=tuple(f"person-{number}" for number in range(1, 9)),
    jaccard=8 / 11,
    containment=(8 / 10, 8 / 9),
    nested=False,
)


EXAMPLES: dict[str, BaseModel] = {
    "list_overlaps": Page[Overlap](items=[_OVERLAP]),
}
"""What the operations answer, by operation id."""
