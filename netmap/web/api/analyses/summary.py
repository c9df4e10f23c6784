"""API route of sizes: how large a network is, and who takes part."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter
from pydantic import BaseModel

from netmap.analyses.participation.levels import Participation
from netmap.analyses.summary import AskedCount, LevelCount, Summary
from netmap.vocabulary import Asked, Level, Sector
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, InContext

router = APIRouter()


@router.get(
    "/networks/{network_id}/summary",
    tags=["analyses"],
    operation_id="get_summary",
    summary="Sizes and participation",
)
def summary(reading: ReadNetwork, context: InContext, principal: Acting, as_of: AsOf) -> Summary:
    """How large the network is at the date, and who takes part by sector and level."""
    return context.use_cases.insights.summary(principal, reading.network.id, as_of=as_of)


EXAMPLES: dict[str, BaseModel] = {
    "get_summary": Summary(
        first_day=date(2026, 3, 2),
        last_day=date(2026, 3, 2),
        organizations=300,
        persons=1000,
        unnamed_persons=120,
        bodies=100,
        bodies_by_level=(LevelCount(level=Level.OPERATIONAL, bodies=70),),
        memberships=1500,
        exchange_ties=640,
        confirmed_exchange_ties=410,
        reporting_lines=85,
        cooperations=6,
        topics=18,
        asked=(AskedCount(asked=Asked.ANSWERED, actors=210),),
        participation=(
            Participation(
                group=Sector.ADMINISTRATION,
                level=Level.OPERATIONAL,
                organizations=25,
                persons=90,
                seats=140,
                partners=60,
                share_of_partners=0.2,
                share_of_seats=0.4,
                representation=2.0,
            ),
        ),
    ),
}
"""What the operations answer, by operation id."""
