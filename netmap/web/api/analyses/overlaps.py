"""API route of overlaps: which bodies have what in common."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.seats import Seats
from netmap.analyses.overlaps.shared import Overlap
from netmap.vocabulary import HouseLevel, Role
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, InContext

router = APIRouter()

Roles = Annotated[
    list[Role] | None,
    Query(description="Seats in these roles count, where members are compared; all if not given."),
]
HouseLevels = Annotated[
    list[HouseLevel] | None,
    Query(
        description="Seats held at these levels of the member's house count; all if not given. "
        "A seat of which the level is not recorded counts for none of them."
    ),
]
Share = Annotated[float, Query(ge=0, le=1, description="Inclusive; in [0, 1].", examples=[0.5])]


@router.get(
    "/networks/{network_id}/overlaps",
    tags=["analyses"],
    operation_id="list_overlaps",
    summary="Overlaps of bodies",
)
def overlaps(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    by: Annotated[OverlapBy, Query(description="What is shared.")] = OverlapBy.MEMBERS,
    roles: Roles = None,
    house_levels: HouseLevels = None,
    min_jaccard: Share = 0.0,
    min_containment: Share = 0.0,
) -> Page[Overlap]:
    """Pairs of bodies that have something of one part in common, by descending jaccard.

    `sizes` and `shared` count distinct members (persons, organisations, topics …) at the date; a
    subgroup of a parent is marked as `nested`. A pair has to reach both thresholds; of both
    containments the larger one counts, which is the overlap coefficient.
    """
    found = context.use_cases.insights.overlaps(
        principal,
        reading.network.id,
        by=by,
        seats=counted(roles, house_levels),
        min_jaccard=min_jaccard,
        min_containment=min_containment,
        as_of=as_of,
    )
    return page_by_position(found, reading.edition, piece)


def counted(roles: list[Role] | None, house_levels: list[HouseLevel] | None) -> Seats:
    """The seats that a question asks for."""
    return Seats(
        roles=None if roles is None else frozenset(roles),
        house_levels=None if house_levels is None else frozenset(house_levels),
    )


_OVERLAP = Overlap(
    bodies=("ag-schule-beruf", "ak-uebergang"),
    names=("AG Schule und Beruf", "Arbeitskreis Übergang"),
    sizes=(10, 9),
    shared=8,
    shared_ids=tuple(f"person-{number}" for number in range(1, 9)),
    shared_names=tuple(f"Person {number}" for number in range(1, 9)),
    jaccard=8 / 11,
    overlap_coefficient=8 / 9,
    containment=(8 / 10, 8 / 9),
    nested=False,
)


EXAMPLES: dict[str, BaseModel] = {
    "list_overlaps": Page[Overlap](items=[_OVERLAP]),
}
"""What the operations answer, by operation id."""
