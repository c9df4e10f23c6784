"""API route of missing exchange: links that one would expect and cannot find."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from netmap.analyses.missing.candidates import LinkCandidate
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import ReadNetwork
from netmap.web.context import Acting, AsOf, InContext

router = APIRouter()

Rules = Annotated[
    list[MissingLinkRule] | None,
    Query(description="These rules only; all that are not switched off if not given."),
]
Without = Annotated[list[MissingLinkRule] | None, Query(description="These rules not.")]


@router.get(
    "/networks/{network_id}/missing",
    tags=["analyses"],
    operation_id="list_missing",
    summary="Links that one would expect",
)
def missing(
    reading: ReadNetwork,
    context: InContext,
    principal: Acting,
    as_of: AsOf,
    piece: AskedPiece,
    rule: Rules = None,
    without: Without = None,
) -> Page[MissingLink]:
    """Links that one would expect and that nobody has recorded, and reports that differ.

    Each row says which rule expects the link, which way is recorded today (`path_names`; empty
    where there is none), and who could make the link (`via_names`).
    """
    found = context.use_cases.insights.missing_exchange(
        principal, reading.network.id, rules=rule or (), without=without or (), as_of=as_of
    )
    return page_by_position(found, reading.edition, piece)


@router.get(
    "/networks/{network_id}/missing/candidates",
    tags=["analyses"],
    operation_id="list_link_candidates",
    summary="Links that the shape of the network makes probable",
)
def candidates(
    reading: ReadNetwork, context: InContext, principal: Acting, as_of: AsOf, piece: AskedPiece
) -> Page[LinkCandidate]:
    """Statistical candidates: organisations and bodies that know the same others.

    They stand apart from the rules, for no expectation is behind them, and no finding comes of
    them. `common_names` explains each; `resource_allocation` is the sum over these of 1 by the
    number of their neighbours.
    """
    found = context.use_cases.insights.link_candidates(principal, reading.network.id, as_of=as_of)
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
                topic_names=("Übergang Schule–Beruf",),
                via_ids=("agentur",),
                via_names=("Agentur für Arbeit",),
                strength=0.5,
                path_ids=("ak-uebergang", "agentur", "ihk"),
                path_names=("Arbeitskreis Übergang", "Agentur für Arbeit", "IHK"),
            )
        ]
    ),
    "list_link_candidates": Page[LinkCandidate](
        items=[
            LinkCandidate(
                source_id="ak-uebergang",
                source_name="Arbeitskreis Übergang",
                target_id="ihk",
                target_name="IHK",
                common_ids=("agentur", "handwerk"),
                common_names=("Agentur für Arbeit", "Kreishandwerkerschaft"),
                resource_allocation=0.45,
            )
        ]
    ),
}
"""What the operations answer, by operation id."""
