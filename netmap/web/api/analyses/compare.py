"""API route of comparison: what came, went and changed between two dates or snapshots."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from netmap.analyses.comparison.change import Aspect, Change, ChangeType, FieldChange
from netmap.dates import DATE_PATTERN, today
from netmap.services.insights import Moment
from netmap.vocabulary import Kind
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import NetworkId, spare
from netmap.web.context import Acting, Confidential, InContext, as_of_period

router = APIRouter()


def _date(which: str) -> object:
    return Query(
        alias=which,
        description="A year, a month or a day; today if not given, of a snapshot its day.",
        examples=["2024-05-31"],
        json_schema_extra={"pattern": f"^({DATE_PATTERN})?$"},
    )


Before = Annotated[str, _date("from")]
After = Annotated[str, _date("to")]
SnapshotId = Annotated[str | None, Query(description="Id of a snapshot.", max_length=500)]


@router.get(
    "/networks/{network_id}/compare",
    tags=["analyses"],
    operation_id="list_changes_between",
    summary="Two dates or snapshots",
)
def compare(
    request: Request,
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    piece: AskedPiece,
    before: Before = "",
    after: After = "",
    from_snapshot: SnapshotId = None,
    to_snapshot: SnapshotId = None,
    confidential: Confidential = False,
) -> Page[Change]:
    """What came, went and changed in actors, bodies, ties, findings and measures.

    Records are told apart by id, ties by their ends; `renamed` says why two are taken for one.
    `improvement` marks questions that are settled, strengths that are new, ties that were
    confirmed.
    """
    insights = context.use_cases.insights
    # An erasure changes what snapshots hold, and the revision of the network with it.
    revision = context.use_cases.networks.info(principal, network_id).revision
    edition = spare(request, response, revision, today(), insights.thresholds)
    found = insights.compare(
        principal,
        network_id,
        Moment(as_of_period(before), from_snapshot),
        Moment(as_of_period(after), to_snapshot),
        confidential=confidential,
    )
    return page_by_position(found, edition, piece)


EXAMPLES: dict[str, BaseModel] = {
    "list_changes_between": Page[Change](
        items=[
            Change(
                aspect=Aspect.EXCHANGE,
                change=ChangeType.CHANGED,
                kind=Kind.EXCHANGE_TIE,
                ids=("ak-uebergang", "ihk"),
                names=("Arbeitskreis Übergang", "IHK"),
                fields=(FieldChange(field="confirmed", before=None, after=True),),
                improvement=True,
            )
        ]
    ),
}
"""What the operations answer, by operation id."""
