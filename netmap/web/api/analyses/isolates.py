"""API route of isolation: who stands apart, and in what respect."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from netmap.analyses.isolation.core import CorePosition, core_positions
from netmap.analyses.isolation.rows import (
    Aspect,
    GoBetween,
    Ground,
    GroundKind,
    Isolate,
    Reason,
)
from netmap.analyses.representation import ActorType
from netmap.vocabulary import Asked
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, Confidential, InContext

router = APIRouter()


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
    """Actors that stand apart as far as ties are recorded, one row for each aspect.

    A tie that nobody recorded is missing only where somebody was asked for it: see `reason`.
    `bridge` is who could make the contact, with what both have in common.
    """
    found = context.use_cases.insights.isolates(
        principal, reading.network.id, as_of=as_of, confidential=confidential
    )
    return page_by_position(found, reading.edition, piece)


@router.get(
    "/networks/{network_id}/isolates/core",
    tags=["analyses"],
    operation_id="list_core_positions",
    summary="Core and periphery",
)
def core(
    reading: ReadNetwork, context: InContext, principal: Acting, as_of: AsOf, piece: AskedPiece
) -> Page[CorePosition]:
    """Core number of each partner and body, and whether it lies in the core or the periphery.

    By id; nobody is ranked, and to lie in the periphery may be intended.
    """
    found = context.use_cases.insights.ask(principal, reading.network.id, as_of, core_positions)
    return page_by_position(found, reading.edition, piece)


EXAMPLES: dict[str, BaseModel] = {
    "list_isolates": Page[Isolate](
        items=[
            Isolate(
                id="verein-bruecke",
                name="Verein Brücke",
                type=ActorType.ORGANIZATION,
                aspect=Aspect.NO_TIE,
                asked=Asked.NOT_ASKED,
                reason=Reason.NOT_ASKED,
                bridge=GoBetween(
                    id="ak-uebergang",
                    name="Arbeitskreis Übergang",
                    type=ActorType.BODY,
                    grounds=(Ground(kind=GroundKind.TOPIC, names=("Übergang",)),),
                ),
            )
        ]
    ),
    "list_core_positions": Page[CorePosition](
        items=[
            CorePosition(
                id="koko",
                name="Kommunale Koordinierungsstelle",
                type=ActorType.ORGANIZATION,
                ties=31,
                core_number=7,
                core=True,
                correlation=0.46,
            )
        ]
    ),
}
"""What the operations answer, by operation id."""
