"""API routes of participation: which groups take part at which level, and in which body."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from netmap.analyses.participation.bodies import BodyBalance, GroupCount, body_balance
from netmap.analyses.participation.levels import Participation
from netmap.analyses.participation.levels import participation as participation_of
from netmap.analyses.participation.seated import ParticipationBy
from netmap.vocabulary import Level
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, InContext

router = APIRouter()

By = Annotated[ParticipationBy, Query(description="What those who take part are told apart by.")]


@router.get(
    "/networks/{network_id}/participation",
    tags=["analyses"],
    operation_id="list_participation",
    summary="Who takes part, by level",
)
def participation(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    by: By = ParticipationBy.SECTOR,
) -> Page[Participation]:
    """How each group of partners takes part in the bodies of each level.

    A group without a seat at a level has a row, too: `representation` is 0, and at the steering
    level `suggested_ids` names organisations of it that take part elsewhere.
    """
    found = context.use_cases.insights.ask(
        principal, reading.network.id, as_of, participation_of, by=by
    )
    return page_by_position(found, reading.edition, piece)


@router.get(
    "/networks/{network_id}/participation/bodies",
    tags=["analyses"],
    operation_id="list_participation_bodies",
    summary="Who takes part, by body",
)
def bodies(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    by: By = ParticipationBy.SECTOR,
) -> Page[BodyBalance]:
    """How balanced the participation in each body is, by Blau's index of heterogeneity."""
    found = context.use_cases.insights.ask(
        principal, reading.network.id, as_of, body_balance, by=by
    )
    return page_by_position(found, reading.edition, piece)


EXAMPLES: dict[str, BaseModel] = {
    "list_participation": Page[Participation](
        items=[
            Participation(
                group="civil_society",
                level=Level.STEERING,
                organizations=1,
                persons=1,
                seats=1,
                partners=60,
                share_of_partners=0.2,
                share_of_seats=0.05,
                representation=0.25,
            )
        ]
    ),
    "list_participation_bodies": Page[BodyBalance](
        items=[
            BodyBalance(
                id="ak-uebergang",
                name="Arbeitskreis Übergang",
                level=Level.OPERATIONAL,
                seated=4,
                groups=(
                    GroupCount(group="administration", count=2),
                    GroupCount(group="education", count=2),
                ),
                heterogeneity=0.6,
            )
        ]
    ),
}
"""What the operations answer, by operation id."""
