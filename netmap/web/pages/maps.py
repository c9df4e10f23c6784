"""Page of the map: the drawing and the same content as tables, and the file to take along."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from netmap.views.map_choice import map_choice
from netmap.views.map_parts import MapLinks
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.downloads import download
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)


@router.get("/networks/{network_id}/map")
def network_map(
    request: Request, context: InContext, principal: Acting, network_id: str, as_of: AsOf
) -> HTMLResponse:
    """The map of a network at a date, showing what its address says."""
    asked = request.query_params
    date = asked.get("as_of", "").strip()
    base, query = f"/networks/{network_id}", urlencode({"as_of": date}) if date else ""
    parts = context.use_cases.maps.parts(
        principal,
        network_id,
        as_of=as_of,
        language=page_language(request),
        choice=map_choice(asked.multi_items()),
        links=MapLinks(
            as_of=date,
            actor=f"{base}/actors/",
            finding=f"{base}/findings/",
            query=f"?{query}" if query else "",
        ),
    )
    info = context.use_cases.networks.info(principal, network_id)
    return page(request, "map.html", network=info, section="map", map=parts)


@router.get("/networks/{network_id}/map/file")
def map_file(
    request: Request, context: InContext, principal: Acting, network_id: str, as_of: AsOf
) -> Response:
    """The map as one file that works from disk, opening with what the address chooses.

    It is saved, never shown in place.
    """
    document = context.use_cases.maps.document(
        principal,
        network_id,
        as_of=as_of,
        language=page_language(request),
        choice=map_choice(request.query_params.multi_items()),
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
    choice = map_choice(request.query_params.multi_items())
    make = maps.pdf if ending == "pdf" else maps.sheet
    made = make(principal, network_id, as_of=as_of, language=language, choice=choice)
    media_type = "application/pdf" if ending == "pdf" else "image/svg+xml"
    return download(made, f"netmap-{network_id}.{ending}", media_type)
