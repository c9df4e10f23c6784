"""API route of bridges: where the network hangs together by one actor or one tie."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from netmap.analyses import bridges as analysis
from netmap.analyses.bridges import Bridge, BridgeKind, BridgeMeasures, BrokerCounts
from netmap.analyses.representation import ActorType
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, FunctionsOnly, InContext

router = APIRouter()


@router.get(
    "/networks/{network_id}/bridges",
    tags=["analyses"],
    operation_id="list_bridges",
    summary="Where the network hangs on one actor or tie",
)
def bridges(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    min_part: Annotated[
        int | None,
        Query(
            ge=1,
            le=1_000_000,
            description="Least number of organisations and bodies that hang on it; the setting "
            "if not given.",
        ),
    ] = None,
    measures: Annotated[
        bool,
        Query(
            description="Give actors their betweenness, constraint, effective size and roles as "
            "brokers between sectors."
        ),
    ] = False,
    functions_only: FunctionsOnly = False,
) -> Page[Bridge]:
    """Actors and ties without which parts of the network would lose touch, and who would.

    Actors first, then ties, each ascending by id: people are not ranked.
    """
    insights = context.use_cases.insights
    found = insights.ask(
        principal,
        reading.network.id,
        as_of,
        analysis.bridges,
        min_part=min_part or insights.thresholds.bridge_min_part,
        measured=measures,
        functions_only=functions_only,
    )
    return page_by_position(found, reading.edition, piece)


EXAMPLES: dict[str, BaseModel] = {
    "list_bridges": Page[Bridge](
        items=[
            Bridge(
                kind=BridgeKind.ACTOR,
                ids=("leitung-jugendamt",),
                names=("Leitung Jugendamt",),
                types=(ActorType.PERSON,),
                near_ids=("ak-uebergang", "jugendamt"),
                parts=(("jugendamt", "jugendtreff", "verein-bruecke"),),
                main_size=180,
                pairs_lost=540,
                pairs_lost_share=0.0324,
                strength=0.75,
                measures=BridgeMeasures(
                    betweenness=0.02,
                    betweenness_error=0.0,
                    constraint=0.5,
                    effective_size=2.0,
                    roles=BrokerCounts(
                        coordinator=2, consultant=0, gatekeeper=1, representative=1, liaison=4
                    ),
                ),
            )
        ]
    ),
}
"""What the operations answer, by operation id."""
