"""API route of load: how many meetings a year organisations and persons have."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from netmap.analyses import load as analysis
from netmap.analyses.load import BodyLoad, Load
from netmap.analyses.representation import ActorType
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, FunctionsOnly, InContext

router = APIRouter()


@router.get(
    "/networks/{network_id}/load",
    tags=["analyses"],
    operation_id="list_load",
    summary="Meetings a year",
)
def load(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    functions_only: FunctionsOnly = False,
) -> Page[Load]:
    """Meetings and assumed hours a year of everybody with a seat, ascending by id: no ranking.

    Bodies whose meetings are not recorded are counted in `unknown`, never as zero.
    """
    insights = context.use_cases.insights
    found = insights.ask(
        principal,
        reading.network.id,
        as_of,
        analysis.load,
        hours_per_meeting=insights.thresholds.hours_per_meeting,
        functions_only=functions_only,
    )
    return page_by_position(found, reading.edition, piece)


EXAMPLES: dict[str, BaseModel] = {
    "list_load": Page[Load](
        items=[
            Load(
                id="leitung-jugendamt",
                name="Leitung Jugendamt",
                type=ActorType.PERSON,
                meetings_per_year=10,
                deputy_meetings_per_year=0,
                guest_meetings_per_year=4,
                attendances_per_year=10,
                hours_per_year=20,
                unknown=0,
                bodies=(
                    BodyLoad(
                        id="ak-uebergang",
                        name="Arbeitskreis Übergang",
                        meetings_per_year=10,
                        ordinary=1,
                        deputies=0,
                        guests=0,
                    ),
                    BodyLoad(
                        id="steuergremium",
                        name="Steuergremium",
                        meetings_per_year=4,
                        ordinary=0,
                        deputies=0,
                        guests=1,
                    ),
                ),
            )
        ]
    ),
}
"""What the operations answer, by operation id."""
