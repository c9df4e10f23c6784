"""API route of flow: how information travels from steering to everybody and back."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from netmap.analyses import flow as analysis
from netmap.analyses.flow import Flow, Route
from netmap.analyses.representation import ActorType
from netmap.vocabulary import Level
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, FunctionsOnly, InContext

router = APIRouter()


@router.get(
    "/networks/{network_id}/flow",
    tags=["analyses"],
    operation_id="list_flow",
    summary="How information travels",
)
def flow(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    functions_only: FunctionsOnly = False,
) -> Page[Flow]:
    """For each working group and partner the shortest recorded way from steering and back.

    `bottleneck_ids` are those over whom every way leads. A way that is `null` is not recorded,
    which does not mean that there is none.
    """
    found = context.use_cases.insights.ask(
        principal, reading.network.id, as_of, analysis.flow, functions_only=functions_only
    )
    return page_by_position(found, reading.edition, piece)


_ROUTE = Route(
    ids=("steuergremium", "ihk", "ak-uebergang"),
    names=("Steuergremium", "IHK", "Arbeitskreis Übergang"),
    steps=2,
    bottleneck_ids=("ihk",),
    bottleneck_names=("IHK",),
)
EXAMPLES: dict[str, BaseModel] = {
    "list_flow": Page[Flow](
        items=[
            Flow(
                id="ak-uebergang",
                name="Arbeitskreis Übergang",
                type=ActorType.BODY,
                level=Level.OPERATIONAL,
                down=_ROUTE,
                up=None,
            )
        ]
    ),
}
"""What the operations answer, by operation id."""
