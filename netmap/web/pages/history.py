"""The page of what was changed in a network, and the way back from each change."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse, Response

from netmap.errors import UndoConflictError
from netmap.services.confidential import shown_entry
from netmap.views.record_words import entry_words
from netmap.web.context import Acting, Context, InContext
from netmap.web.errors import status_of
from netmap.web.pages.forms import go_to, sent_form
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_ON_A_PAGE = 25
_CHANGES_TOLD = 12


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


@router.post(
    "/networks/{network_id}/history/{change_set_id:path}/undo", dependencies=[Depends(sent_form)]
)
def undo(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    change_set_id: str,
) -> Response:
    """Take a change set back by a new one, which can itself be taken back."""
    try:
        log = context.use_cases.records.undo(principal, network_id, change_set_id)
    except UndoConflictError as error:
        return _history_page(request, context, principal, network_id, "", None, error)
    return go_to(f"/networks/{network_id}/history", saved=log.id)


def _history_page(
    request: Request,
    context: Context,
    principal: Acting,
    network_id: str,
    record: str,
    before: int | None,
    error: UndoConflictError | None,
) -> HTMLResponse:
    use_cases, language = context.use_cases, page_language(request)
    found = use_cases.records.history(
        principal,
        network_id,
        record_id=record or None,
        before_revision=before,
        limit=_ON_A_PAGE + 1,
    )
    names = use_cases.entry.names(principal, network_id).shown
    entries = [
        entry_words(shown_entry(each, confidential=False), names, language, most=_CHANGES_TOLD)
        for each in found[:_ON_A_PAGE]
    ]
    return page(
        request,
        "editing/history.html",
        network=use_cases.networks.info(principal, network_id),
        section="data",
        status=status_of(error) if error else 200,
        entries=entries,
        of=names.get(record, record),
        error=error,
        older=found[_ON_A_PAGE - 1].revision if len(found) > _ON_A_PAGE else None,
    )
