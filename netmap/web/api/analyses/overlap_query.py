"""API route of a body that does not exist yet: what would it overlap, and what is there already?"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, TypeAdapter

from netmap.analyses.overlaps.candidate.answer import (
    CandidateAnswer,
    CandidateOverlap,
    Invitation,
    MeetingOption,
    MeetingReason,
    SharedPart,
    UnknownName,
    UnknownReason,
)
from netmap.analyses.overlaps.candidate.index import MOST, CandidateIndex
from netmap.analyses.overlaps.candidate.model import Candidate
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.representation import ActorType
from netmap.vocabulary import Level, Status
from netmap.web.api.bodies import JsonBody
from netmap.web.api.reading import NetworkId
from netmap.web.context import Acting, AsOf, InContext

router = APIRouter()

CANDIDATE = JsonBody(TypeAdapter(Candidate))


@router.post(
    "/networks/{network_id}/overlaps/query",
    tags=["analyses"],
    operation_id="query_overlaps",
    summary="Before founding a body",
)
def query_overlaps(
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    as_of: AsOf,
    candidate: Annotated[Candidate, Depends(CANDIDATE)],
    limit: Annotated[
        int, Query(ge=1, le=1000, description="Most rows of each kind.", examples=[10])
    ] = MOST,
) -> CandidateAnswer:
    """What a body that does not exist yet would overlap, and what is there already.

    Members, organisations and topics are ids or names; what is not found, or fits several, is
    listed in `unknown` and counts for nothing. Overlaps are told by members, organisations and
    topics, each for itself, and come by the largest Jaccard index of these parts. Nothing is
    written.
    """
    index = context.use_cases.insights.ask(principal, network_id, as_of, CandidateIndex.of)
    return index.query(candidate, most=limit)


def _part(shared: str, name: str, sizes: tuple[int, int]) -> SharedPart:
    return SharedPart(
        sizes=sizes,
        shared=1,
        shared_ids=(shared,),
        shared_names=(name,),
        jaccard=1 / (sum(sizes) - 1),
        overlap_coefficient=1 / min(sizes),
        containment=(1 / sizes[0], 1 / sizes[1]),
    )


_MEMBERS = _part("leitung-jugendamt", "Leitung Jugendamt", (1, 6))
_ORGANIZATIONS = _part("jugendamt", "Jugendamt", (2, 6))
_TOPICS = _part("uebergang", "Übergang Schule–Beruf", (1, 1))

EXAMPLES: dict[str, BaseModel] = {
    "query_overlaps": CandidateAnswer(
        unknown=(
            UnknownName(part="members", given="Frau Beispiel", reason=UnknownReason.NOT_FOUND),
        ),
        recognized=(),
        overlaps=(
            CandidateOverlap(
                kind="overlap",
                id="ak-uebergang",
                name="Arbeitskreis Übergang",
                level=Level.OPERATIONAL,
                status=Status.ACTIVE,
                meetings_per_year=6,
                members=_MEMBERS,
                organizations=_ORGANIZATIONS,
                topics=_TOPICS,
                total_of_kind=1,
                best_part=OverlapBy.TOPICS,
            ),
        ),
        meetings=(
            MeetingOption(
                kind="meeting",
                id="ak-uebergang",
                name="Arbeitskreis Übergang",
                level=Level.OPERATIONAL,
                status=Status.ACTIVE,
                meetings_per_year=6,
                members=_MEMBERS,
                organizations=_ORGANIZATIONS,
                topics=_TOPICS,
                total_of_kind=1,
                reasons=(
                    MeetingReason.WORKS_ON_TOPICS,
                    MeetingReason.HAS_MOST_MEMBERS,
                    MeetingReason.HAS_MOST_ORGANIZATIONS,
                ),
            ),
        ),
        invitations=(
            Invitation(
                id="ihk",
                name="IHK",
                type=ActorType.ORGANIZATION,
                topic_ids=("uebergang",),
                topic_names=("Übergang Schule–Beruf",),
                body_ids=("ak-uebergang",),
                body_names=("Arbeitskreis Übergang",),
                contacts=("Geschäftsführung Bildung",),
                total_of_kind=1,
            ),
        ),
    ),
}
"""What the operations answer, by operation id."""
