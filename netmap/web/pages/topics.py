"""Pages of fields of action and topics: all of them, and one with its gaps and overlaps."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from netmap.findings.overlap_words import KIND_NAMES, reason_texts
from netmap.views.map_words import SECTORS
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)


@router.get("/networks/{network_id}/topics")
def topics(
    request: Request, context: InContext, principal: Acting, network_id: str, as_of: AsOf
) -> HTMLResponse:
    """Fields of action and topics, with who works on each and what to talk about."""
    use_cases = context.use_cases
    return page(
        request,
        "topics/topics.html",
        network=use_cases.networks.info(principal, network_id),
        section="topics",
        topics=use_cases.topics.all(
            principal, network_id, language=page_language(request), as_of=as_of
        ),
    )


@router.get("/networks/{network_id}/topics/{topic_id:path}")
def topic(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    topic_id: str,
    as_of: AsOf,
) -> HTMLResponse:
    """One topic: its bodies and partners, where exchange might be missing or work be double.

    Raises:
        RecordNotFoundError: There is none with this id.
    """
    use_cases = context.use_cases
    told = use_cases.topics.one(
        principal, network_id, topic_id, language=page_language(request), as_of=as_of
    )
    return page(
        request,
        "topics/topic.html",
        network=use_cases.networks.info(principal, network_id),
        section="topics",
        told=told,
        sectors=SECTORS,
        overlaps=[(row, KIND_NAMES[row.kind], reason_texts(row)) for row in told.overlaps],
    )
