"""API route of the chance of overlaps: evidence beside their size."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.significance.tested import (
    OverlapAndChance,
    Significance,
    overlap_significance,
)
from netmap.web.api.analyses.overlaps import HouseLevels, Roles, Share, counted
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, InContext

router = APIRouter()


@router.get(
    "/networks/{network_id}/overlaps/significance",
    tags=["analyses"],
    operation_id="list_overlap_significance",
    summary="Overlaps and their chance",
)
def significance(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    by: Annotated[OverlapBy, Query(description="What is shared.")] = OverlapBy.MEMBERS,
    roles: Roles = None,
    house_levels: HouseLevels = None,
    min_jaccard: Share = 0.0,
    min_containment: Share = 0.0,
) -> Page[OverlapAndChance]:
    """The rows of overlaps, each with the chance that two bodies share so much at random.

    `p_hypergeometric` draws the items of both at random; `p_sdsm` also keeps on the average how
    many items each body and how many bodies each item has. `q_…` are corrected for false
    discoveries over all pairs of bodies. Evidence beside the overlap: it leaves out nothing.
    """
    found = context.use_cases.insights.ask(
        principal,
        reading.network.id,
        as_of,
        overlap_significance,
        by=by,
        seats=counted(roles, house_levels),
        min_jaccard=min_jaccard,
        min_containment=min_containment,
    )
    return page_by_position(found, reading.edition, piece)


EXAMPLES: dict[str, BaseModel] = {
    "list_overlap_significance": Page[OverlapAndChance](
        items=[
            OverlapAndChance(
                bodies=("ag-anschluss", "ag-uebergang"),
                names=("Arbeitsgruppe Anschlussperspektiven", "Arbeitskreis Übergang"),
                sizes=(2, 2),
                shared=2,
                shared_ids=("p-agentur", "p-jobcenter"),
                shared_names=("Teamleitung Berufsberatung", "Bereichsleitung U25"),
                jaccard=1,
                overlap_coefficient=1,
                containment=(1, 1),
                nested=False,
                significance=Significance(
                    universe=4,
                    tests=3,
                    expected_hypergeometric=1,
                    p_hypergeometric=1 / 6,
                    q_hypergeometric=0.5,
                    expected_sdsm=1.11,
                    p_sdsm=0.3,
                    q_sdsm=0.9,
                ),
            )
        ]
    )
}
"""What the operations answer, by operation id."""
