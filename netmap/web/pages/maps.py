"""Page of the map: the drawing and the same content as tables, and the file to take along."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from netmap.views.map_links import EditLinks, MapLinks
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.downloads import download
from netmap.web.pages.map_asked import asked_map
from netmap.web.pages.map_view_forms import places_text
from netmap.web.pages.rendering import address_of, page, page_language

router = APIRouter(include_in_schema=False)


@router.get("/networks/{network_id}/map")
def network_map(
    request: Request, context: InContext, principal: Acting, network_id: str, as_of: AsOf
) -> Response:
    """The map of a network at a date, showing what its address says.

    Raises:
        MapViewNotFoundError: The address names a view that is not there.
    """
    asked = asked_map(request, context, principal, network_id, as_of)
    given = request.query_params
    if asked.date and "as_of" not in given:
        # All that leads on from the page keeps its date, so its address says it.
        dated = [*given.multi_items(), ("as_of", asked.date)]
        return RedirectResponse(f"{request.url.path}?{urlencode(dated)}", status_code=302)
    base, query = f"/networks/{network_id}", urlencode({"as_of": asked.date}) if asked.date else ""
    language, may_write = page_language(request), principal.may_write(network_id)
    saved_id, history = given.get("saved", ""), context.use_cases.history
    saved = history.saved(principal, network_id, saved_id, language) if saved_id else None
    parts = context.use_cases.maps.parts(
        principal,
        network_id,
        as_of=asked.as_of,
        language=language,
        choice=asked.choice,
        links=MapLinks(
            as_of=asked.date,
            actor=f"{base}/actors/",
            finding=f"{base}/findings/",
            query=f"?{query}" if query else "",
            # What is entered is entered as of today: another date shows it no more than others.
            edits=EditLinks(f"{base}/records/", address_of(request))
            if may_write and not asked.date
            else None,
            # Where a view is open that may have a date, the address of today says that it has none.
            today=address_of(request, as_of="" if asked.opened else None)
            if may_write and asked.date
            else "",
        ),
        opened=asked.opened,
        saved=saved.actor_ids if saved else (),
    )
    return page(
        request,
        "map.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="map",
        map=parts,
        asked=asked,
        views=context.use_cases.map_views.names(principal, network_id),
        may_write=may_write,
        kept_places=places_text(parts.places),
        saved=saved,
    )


@router.get("/networks/{network_id}/map/file")
def map_file(
    request: Request, context: InContext, principal: Acting, network_id: str, as_of: AsOf
) -> Response:
    """The map as one file that works from disk, opening with what the address chooses.

    It is saved, never shown in place.
    """
    asked = asked_map(request, context, principal, network_id, as_of)
    document = context.use_cases.maps.document(
        principal,
        network_id,
        as_of=asked.as_of,
        language=page_language(request),
        choice=asked.choice,
        opened=asked.opened,
    )
    # Ids of networks hold nothing that would have to be quoted here.
    name = f"netmap-{network_id}.html"
    return download(document, name, "text/html; charset=utf-8")


@router.get("/networks/{network_id}/map/sheet.{ending}")
def map_sheet(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    ending: Literal["svg", "pdf"],
    as_of: AsOf,
) -> Response:
    """What the page shows on one sheet A3, to be printed."""
    maps, language = context.use_cases.maps, page_language(request)
    asked = asked_map(request, context, principal, network_id, as_of)
    make = maps.pdf if ending == "pdf" else maps.sheet
    made = make(
        principal,
        network_id,
        as_of=asked.as_of,
        language=language,
        choice=asked.choice,
        view=asked.view,
    )
    media_type = "application/pdf" if ending == "pdf" else "image/svg+xml"
    return download(made, f"netmap-{network_id}.{ending}", media_type)
