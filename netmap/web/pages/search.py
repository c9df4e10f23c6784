"""Page of a search: everything in a network that some words may mean, by kind."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from netmap.services.searching import Found
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_OF_EACH_KIND = 5
_OF_ONE_KIND = 200


@router.get("/networks/{network_id}/search")
def search(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    as_of: AsOf,
    q: Annotated[str, Query(max_length=200)] = "",
    kind: Annotated[str, Query(max_length=20)] = "",
) -> HTMLResponse:
    """What some words may mean: the first of every kind, or more of one kind."""
    found = context.use_cases.searching.find(
        principal, network_id, q, language=page_language(request), as_of=as_of
    )
    chosen = Found(kind) if kind in set(Found) else None
    most = _OF_ONE_KIND if chosen else _OF_EACH_KIND
    return page(
        request,
        "search.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="search",
        q=q.strip(),
        chosen=chosen,
        totals={each: len(hits) for each, hits in found.items()},
        found={
            each: hits[:most] for each, hits in found.items() if chosen is None or each is chosen
        },
    )
