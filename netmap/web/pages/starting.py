"""The page on which a network begins: empty, or with what is usual."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from netmap.errors import NetmapError
from netmap.ingest.starters.starter import Starter
from netmap.web.context import Acting, InContext
from netmap.web.errors import status_of
from netmap.web.pages.forms import SentForm, go_to, text_of
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)


@router.get("/new")
def new_network(request: Request) -> HTMLResponse:
    """The form that begins a network."""
    return _form(request, "", Starter.KOMMUNALE_KOORDINIERUNG.value, None)


@router.post("/new")
def begin_network(
    request: Request, context: InContext, principal: Acting, sent: SentForm
) -> Response:
    """Begin a network and go on to its overview."""
    name, chosen = text_of(sent, "name"), text_of(sent, "starter")
    try:
        entry = context.use_cases.starting.begin(
            principal,
            name,
            starter=Starter(chosen) if chosen in set(Starter) else None,
            language=page_language(request),
        )
    except NetmapError as error:
        return _form(request, name, chosen, error)
    return go_to(f"/networks/{entry.network_id}")


def _form(request: Request, name: str, chosen: str, error: NetmapError | None) -> HTMLResponse:
    return page(
        request,
        "editing/start.html",
        section="start",
        status=status_of(error) if error else 200,
        name=name,
        starters=[(each.value, each.purpose) for each in Starter],
        chosen=chosen,
        error=error,
    )
