"""Pages of views of the map: the list of them, and what is asked when two people keep one."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from netmap.errors import ConflictError, NetmapError
from netmap.map_views import MapView
from netmap.principal import Principal
from netmap.services.map_views import (
    LONGEST_NAME,
    MapViewInvalidError,
    MapViewNameTakenError,
    MapViewNotFoundError,
    WantedView,
)
from netmap.views.map_view_words import view_words
from netmap.views.record_words import entry_words
from netmap.web.context import Acting, Context, InContext
from netmap.web.errors import status_of
from netmap.web.pages.forms import SentForm, go_to, text_of
from netmap.web.pages.map_view_forms import places_text, version_of, wanted_view
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)


@router.get("/networks/{network_id}/map/views")
def map_views(
    request: Request, context: InContext, principal: Acting, network_id: str
) -> HTMLResponse:
    """The views of a network's map, to open, rename and remove."""
    return _list_page(request, context, principal, network_id)


@router.post("/networks/{network_id}/map/views")
def keep_view(
    request: Request, context: InContext, principal: Acting, network_id: str, form: SentForm
) -> Response:
    """Keep what the map shows, as a new view or in place of what one showed before.

    Raises:
        MapViewInvalidError: What was sent makes no view.
    """
    views, wanted = context.use_cases.map_views, wanted_view(form)
    replaced = text_of(form, "view") if text_of(form, "as") == "replace" else ""
    try:
        view, log = (
            views.replace(principal, network_id, replaced, version_of(form), wanted)
            if replaced
            else views.add(principal, network_id, wanted)
        )
    except (ConflictError, MapViewNameTakenError, MapViewNotFoundError) as error:
        there = replaced or error.fields.get("view_id") or error.fields.get("record_id")
        return _question(request, context, principal, network_id, wanted, str(there), error)
    saved = {"saved": log.id} if log.changes else {}
    return go_to(f"/networks/{network_id}/map", view=view.id, **saved)


@router.post("/networks/{network_id}/map/views/rename/{view_id:path}")
def rename_view(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    view_id: str,
    form: SentForm,
) -> Response:
    """Give a view another name."""
    name = text_of(form, "name")
    try:
        log = context.use_cases.map_views.rename(
            principal, network_id, view_id, version_of(form), name
        )
    except (
        ConflictError,
        MapViewInvalidError,
        MapViewNameTakenError,
        MapViewNotFoundError,
    ) as error:
        return _list_page(request, context, principal, network_id, error, {view_id: name})
    saved = {"saved": log.id} if log.changes else {}
    return go_to(f"/networks/{network_id}/map/views", **saved)


@router.post("/networks/{network_id}/map/views/remove/{view_id:path}")
def remove_view(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    view_id: str,
    form: SentForm,
) -> Response:
    """Remove a view; the next page offers to take that back."""
    try:
        log = context.use_cases.map_views.remove(principal, network_id, view_id, version_of(form))
    except ConflictError as error:
        return _list_page(request, context, principal, network_id, error)
    return go_to(f"/networks/{network_id}/map/views", saved=log.id)


def _list_page(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    error: NetmapError | None = None,
    names: dict[str, str] | None = None,
) -> HTMLResponse:
    use_cases, language = context.use_cases, page_language(request)
    network = use_cases.networks.at(principal, network_id)
    return page(
        request,
        "map/views.html",
        network=use_cases.networks.info(principal, network_id),
        section="map",
        status=200 if error is None else status_of(error),
        views=[
            (view, view_words(view, network, language))
            for view in use_cases.map_views.all(principal, network_id)
        ],
        names=names or {},
        longest_name=LONGEST_NAME,
        may_write=principal.may_write(network_id),
        error=error,
        cause=error.message(language) if error else "",
    )


def _question(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    wanted: WantedView,
    view_id: str,
    error: NetmapError,
) -> HTMLResponse:
    """What to do where somebody else has kept, changed or removed the view meanwhile."""
    use_cases, language = context.use_cases, page_language(request)
    views = use_cases.map_views.all(principal, network_id)
    theirs: MapView | None = next((each for each in views if each.id == view_id), None)
    last = use_cases.records.history(principal, network_id, record_id=view_id, limit=1)
    return page(
        request,
        "map/view_question.html",
        network=use_cases.networks.info(principal, network_id),
        section="map",
        status=HTTPStatus.CONFLICT,
        theirs=theirs,
        is_name_taken=isinstance(error, MapViewNameTakenError),
        last=[entry_words(each, {}, language, most=1) for each in last],
        name=wanted.name or (theirs.name if theirs else ""),
        query=urlencode(wanted.parameters),
        places=places_text(wanted.places),
        longest_name=LONGEST_NAME,
    )
