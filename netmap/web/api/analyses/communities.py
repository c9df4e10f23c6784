"""API route of communities: who meets and talks with each other more than with the rest."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from netmap.analyses import communities as analysis
from netmap.analyses.communities import Community, SectorShare
from netmap.vocabulary import Sector
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, InContext

router = APIRouter()


@router.get(
    "/networks/{network_id}/communities",
    tags=["analyses"],
    operation_id="list_communities",
    summary="Who meets and talks with each other",
)
def communities(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    resolution: Annotated[
        float,
        Query(ge=0.01, le=100, description="Above 1 more and smaller communities, below 1 fewer."),
    ] = 1.0,
) -> Page[Community]:
    """Communities of partners and bodies by seats and exchange, beside the official structure."""
    found = context.use_cases.insights.ask(
        principal, reading.network.id, as_of, analysis.communities, resolution=resolution
    )
    return page_by_position(found, reading.edition, piece)


EXAMPLES: dict[str, BaseModel] = {
    "list_communities": Page[Community](
        items=[
            Community(
                number=1,
                member_ids=("ihk", "jugendamt"),
                member_names=("IHK", "Jugendamt"),
                body_ids=("ak-uebergang",),
                body_names=("Arbeitskreis Übergang",),
                across_ids=("ak-uebergang",),
                across_names=("Arbeitskreis Übergang",),
                ties_within=3,
                ties_outside=1,
                sectors=(SectorShare(sector=Sector.ADMINISTRATION, count=1),),
                modularity=0.41,
                agreement_with_sectors=0.12,
                agreement_with_steering=0.3,
            )
        ]
    ),
}
"""What the operations answer, by operation id."""
