"""Page of an actor or body: all that is recorded about it, and the findings that speak of it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from netmap.errors import RecordNotFoundError
from netmap.findings.marks import MARK_STATUSES
from netmap.views.neighbourhood import neighbourhood
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.lists import Told
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_CHANGES_SHOWN = 10


@router.get("/networks/{network_id}/actors/{actor_id:path}")
def actor(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    actor_id: str,
    as_of: AsOf,
    told: Told,
) -> HTMLResponse:
    """One actor as a partner may see it: seats, ties, topics, and what was reported about it.

    Raises:
        RecordNotFoundError: There is none with this id at the date.
    """
    entry = told.entry(actor_id)
    if entry is None:
        raise RecordNotFoundError(network_id=network_id, record_id=actor_id)
    use_cases, language = context.use_cases, page_language(request)
    found = use_cases.insights.findings(principal, network_id, as_of=as_of, complete=True)
    history = use_cases.history.told(
        principal, network_id, language, record_id=actor_id, most=_CHANGES_SHOWN
    )
    return page(
        request,
        "actor.html",
        network=use_cases.networks.info(principal, network_id),
        section="bodies" if entry.profile.group.is_body else "actors",
        entry=entry,
        told=told,
        topics=[each for each in told.topics if each.id in entry.topic_ids],
        drawing=neighbourhood(told, told.network.actor_index[actor_id]),
        findings=[
            each for each in found if any(subject.id == actor_id for subject in each.subjects)
        ],
        history=history.entries,
        statuses=MARK_STATUSES,
    )
