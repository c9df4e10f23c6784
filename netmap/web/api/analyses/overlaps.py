"""API route of overlaps: which bodies have what in common."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from netmap.analyses.overlaps.facts import OverlapFact, Reason
from netmap.analyses.overlaps.groups import OverlapGroup, overlap_groups
from netmap.analyses.overlaps.hours import freed_hours
from netmap.analyses.overlaps.kinds import OverlapKind
from netmap.analyses.overlaps.limits import CONVENTIONS
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.seats import Seats
from netmap.analyses.overlaps.shared import Overlap
from netmap.analyses.overlaps.side_by_side import PartOverlap
from netmap.analyses.overlaps.structure import StructureOverlap, structure_overlap
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
LimitShare = Annotated[
    float | None,
    Query(ge=0, le=1, description="Inclusive; in [0, 1]. The setting if not given."),
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


@router.get(
    "/networks/{network_id}/overlaps/structures",
    tags=["analyses"],
    operation_id="list_overlap_structures",
    summary="Duplicated structures",
)
def structures(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    roles: Roles = None,
    house_levels: HouseLevels = None,
    min_jaccard: LimitShare = None,
    min_containment: LimitShare = None,
) -> Page[StructureOverlap]:
    """Pairs of bodies with all parts side by side and the kind of overlap, by kind.

    `kind` is told by named rules in a stated order, and `reasons` are the facts that led to it. A
    share is null where nothing is recorded of one of both: unknown is not none. `hours` is an
    estimate with its assumptions; null where members or meetings are not known.
    """
    insights = context.use_cases.insights
    found = insights.ask(
        principal,
        reading.network.id,
        as_of,
        structure_overlap,
        limits=insights.thresholds.overlap_limits.asked(
            min_jaccard=min_jaccard, min_containment=min_containment
        ),
        seats=counted(roles, house_levels),
    )
    return page_by_position(found, reading.edition, piece)


@router.get(
    "/networks/{network_id}/overlaps/groups",
    tags=["analyses"],
    operation_id="list_overlap_groups",
    summary="Groups of overlapping bodies",
)
def groups(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    roles: Roles = None,
    house_levels: HouseLevels = None,
    min_jaccard: LimitShare = None,
) -> Page[OverlapGroup]:
    """Maximal groups of three or more bodies of which each two overlap, largest first.

    All bodies of a group have `member_ids` in common; groups may share bodies.
    """
    insights = context.use_cases.insights
    found = insights.ask(
        principal,
        reading.network.id,
        as_of,
        overlap_groups,
        limits=insights.thresholds.overlap_limits.asked(min_jaccard=min_jaccard),
        seats=counted(roles, house_levels),
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


def _part(sizes: tuple[int, int], *shared: str) -> PartOverlap:
    count = len(shared)
    return PartOverlap(
        sizes=sizes,
        shared=count,
        shared_ids=tuple(each.lower() for each in shared),
        shared_names=shared,
        jaccard=count / (sum(sizes) - count),
        overlap_coefficient=count / min(sizes),
        containment=(count / sizes[0], count / sizes[1]),
    )


_NOTHING = PartOverlap(
    sizes=(2, 0),
    shared=0,
    shared_ids=(),
    shared_names=(),
    jaccard=None,
    overlap_coefficient=None,
    containment=None,
)
_BODIES = ("ag-schule-beruf", "ak-uebergang")
_PEOPLE = _part((4, 3), "Ada", "Bo", "Cem")
_STRUCTURE = StructureOverlap(
    bodies=_BODIES,
    names=("AG Schule und Beruf", "Arbeitskreis Übergang"),
    kind=OverlapKind.NEAR_DUPLICATE,
    reasons=(
        Reason(fact=OverlapFact.SAME_MEMBERS, bodies=_BODIES),
        Reason(fact=OverlapFact.SAME_TOPICS, bodies=_BODIES),
    ),
    nested=False,
    members=_PEOPLE,
    persons=_PEOPLE,
    organizations=_part((3, 3), "Jugendamt", "Jobcenter"),
    topics=_part((1, 1), "Übergang"),
    functions=_part((1, 1), "abstimmen"),
    target_groups=_NOTHING,
    hours=freed_hours(3, [4, 6], CONVENTIONS),
)
_GROUP = OverlapGroup(
    bodies=("ag-schule-beruf", "ak-uebergang", "netzwerk-ausbildung"),
    names=("AG Schule und Beruf", "Arbeitskreis Übergang", "Netzwerk Ausbildung"),
    sizes=(4, 3, 5),
    member_ids=("ada", "bo", "cem"),
    member_names=("Ada", "Bo", "Cem"),
    organization_ids=("jugendamt",),
    organization_names=("Jugendamt",),
    topic_ids=("uebergang",),
    topic_names=("Übergang",),
    min_jaccard=0.5,
    legal_basis_ids=(),
    hours=freed_hours(3, [4, 6, 4], CONVENTIONS),
    exhaustive=True,
)


EXAMPLES: dict[str, BaseModel] = {
    "list_overlaps": Page[Overlap](items=[_OVERLAP]),
    "list_overlap_structures": Page[StructureOverlap](items=[_STRUCTURE]),
    "list_overlap_groups": Page[OverlapGroup](items=[_GROUP]),
}
"""What the operations answer, by operation id."""
