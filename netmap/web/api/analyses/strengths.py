"""API route of strengths: what works well."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from netmap.analyses import strength_rows as analysis
from netmap.analyses.strength_rows import Strength, StrengthKind
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, InContext

router = APIRouter()


@router.get(
    "/networks/{network_id}/strengths",
    tags=["analyses"],
    operation_id="list_strengths",
    summary="What works well",
)
def strengths(
    reading: ReadNetwork, context: InContext, principal: Acting, as_of: AsOf, piece: AskedPiece
) -> Page[Strength]:
    """Confirmed regular exchange, well-connected bodies, links between levels, word back."""
    insights = context.use_cases.insights
    found = insights.ask(
        principal,
        reading.network.id,
        as_of,
        analysis.strengths,
        min_contacts_per_year=insights.thresholds.regular_contacts_per_year,
        min_sectors=insights.thresholds.balanced_min_sectors,
    )
    return page_by_position(found, reading.edition, piece)


EXAMPLES: dict[str, BaseModel] = {
    "list_strengths": Page[Strength](
        items=[
            Strength(
                kind=StrengthKind.REGULAR_EXCHANGE,
                ids=("agentur", "jobcenter"),
                names=("Agentur für Arbeit", "Jobcenter"),
                contacts_per_year=52,
            )
        ]
    ),
}
"""What the operations answer, by operation id."""
