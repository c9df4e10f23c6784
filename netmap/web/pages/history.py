"""The page of what was changed in a network, and the way back from each change."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from netmap.errors import UndoConflictError
from netmap.web.context import Acting, Context, InContext
from netmap.web.errors import status_of
from netmap.web.pages.forms import SentForm, go_to, text_of, way_back
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)


@router.get("/networks/{network_id}/history")
def history(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    record: Annotated[str, Query(max_length=500)] = "",
    before: Annotated[int | None, Query(ge=1)] = None,
) -> HTMLResponse:
    """Who changed what and when, newest first; of one record on request."""
    return _history_page(request, context, principal, network_id, record, before, None)


@router.post("/networks/{network_id}/history/{change_set_id:path}/undo")
def undo(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    change_set_id: str,
    sent: SentForm,
) -> Response:
    """Take a change set back by a new one, which can itself be taken back.

    Leads to the page that the form names as the way back, else to the history.
    """
    try:
        log = context.use_cases.records.undo(principal, network_id, change_set_id)
    except UndoConflictError as error:
        return _history_page(request, context, principal, network_id, "", None, error)
    back = way_back(text_of(sent, "back"))
    return go_to(back or f"/networks/{network_id}/history", saved=log.id)


def _history_page(
    request: Request,
    context: Context,
    principal: Acting,
    network_id: str,
    record: str,
    before: int | None,
    error: UndoConflictError | None,
) -> HTMLResponse:
    told = context.use_cases.history.told(
        principal,
        network_id,
        page_language(request),
        record_id=record,
        before_revision=before,
    )
    return page(
        request,
        "editing/history.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="data",
        status=status_of(error) if error else 200,
        entries=told.entries,
        of=told.of,
        before=before,
        error=error,
        older=told.older,
    )
