"""API route of missing exchange: links that one would expect and cannot find."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, InContext

router = APIRouter()


@router.get(
    "/networks/{network_id}/missing",
    tags=["analyses"],
    operation_id="list_missing",
    summary="Links that one would expect",
)
def missing(
    reading: ReadNetwork, context: InContext, principal: Acting, as_of: AsOf, piece: AskedPiece
) -> Page[MissingLink]:
    """Links that one would expect and that nobody has recorded, and reports that differ."""
    found = context.use_cases.insights.missing_exchange(principal, reading.network.id, as_of=as_of)
    return page_by_position(found, reading.edition, piece)


EXAMPLES: dict[str, BaseModel] = {
    "list_missing": Page[MissingLink](
        items=[
            MissingLink(
                rule=MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE,
                source_id="ak-uebergang",
                source_name="Arbeitskreis Übergang",
                target_id="ihk",
                target_name="IHK",
                topic_ids=("uebergang",),
                strength=0.5,
            )
        ]
    ),
}
"""What the operations answer, by operation id."""
