"""Pages of a meeting: choosing what it talks about, the slides, and the file to take along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from netmap.services.meetings import MOST_FINDINGS
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.downloads import download
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_Id = Annotated[str, Query(pattern="^[0-9a-f]{16}$")]


def chosen_findings(
    f: Annotated[list[_Id] | None, Query(max_length=MOST_FINDINGS)] = None,
    own: bool = False,
) -> list[str] | None:
    """The ids in the address; ``None`` where nobody has chosen yet."""
    return (f or []) if own or f else None


Chosen = Annotated[list[str] | None, Depends(chosen_findings)]


@router.get("/networks/{network_id}/meeting/prepare")
def prepare(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    as_of: AsOf,
    chosen: Chosen,
    earlier: _Id | None = None,
    later: _Id | None = None,
) -> Response:
    """Which findings the meeting talks about and in which order; the choice is in the address."""
    use_cases = context.use_cases
    choice = use_cases.meetings.choice(principal, network_id, chosen, as_of=as_of)
    if earlier or later:
        ids = [each.id for each in choice.chosen]
        moved = _moved(ids, earlier or later or "", -1 if earlier else 1)
        address = f"{request.scope['path']}?{_query(moved, request.query_params.get('as_of', ''))}"
        return RedirectResponse(address, 303)
    info = use_cases.networks.info(principal, network_id)
    return page(
        request,
        "meeting/prepare.html",
        network=info,
        section="findings",
        choice=choice,
        most=MOST_FINDINGS,
    )


@router.get("/networks/{network_id}/meeting")
def meeting(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    as_of: AsOf,
    chosen: Chosen,
) -> HTMLResponse:
    """The slides: everything is in the page, no step asks the server for anything."""
    when = request.query_params.get("as_of", "")
    query = _query(chosen, when)
    parts = context.use_cases.meetings.parts(
        principal,
        network_id,
        chosen,
        as_of=as_of,
        language=page_language(request),
        leave=f"/networks/{network_id}/meeting/prepare{f'?{query}' if query else ''}",
    )
    info = context.use_cases.networks.info(principal, network_id)
    return page(request, "meeting/show.html", network=info, meeting=parts)


@router.get("/networks/{network_id}/meeting/file")
def meeting_file(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    as_of: AsOf,
    chosen: Chosen,
) -> Response:
    """The slides as one file that works from disk; it is saved, never shown in place."""
    document = context.use_cases.meetings.document(
        principal, network_id, chosen, as_of=as_of, language=page_language(request)
    )
    # Ids of networks hold nothing that would have to be quoted here.
    name = f"netmap-{network_id}-meeting.html"
    return download(document, name, "text/html; charset=utf-8")


def _query(chosen: Sequence[str] | None, as_of: str) -> str:
    choice = [] if chosen is None else [("own", "true"), *(("f", each) for each in chosen)]
    return urlencode([*choice, *([("as_of", as_of)] if as_of else [])])


def _moved(ids: Sequence[str], moving: str, by: int) -> list[str]:
    """The ids with one of them a place earlier or later; at an end it stays."""
    moved = list(ids)
    if moving in moved:
        here = moved.index(moving)
        there = min(len(moved) - 1, max(0, here + by))
        moved[here], moved[there] = moved[there], moved[here]
    return moved
