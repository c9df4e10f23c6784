"""Page with the mailing list of a body, or of what a list is narrowed to, to be copied."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from netmap.analyses.representation import ActorType
from netmap.edits.mail import mailing_list
from netmap.errors import RecordNotFoundError
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.lists import AskedList, Told
from netmap.web.pages.rendering import page

router = APIRouter(include_in_schema=False)

_SEPARATORS = {"semicolon": "; ", "comma": ", ", "lines": "\n"}


@router.get("/networks/{network_id}/edits/mailing")
def mailing(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    as_of: AsOf,
    told: Told,
    wanted: AskedList,
    body: Annotated[str, Query(max_length=500)] = "",
    of: Annotated[str, Query(max_length=10)] = "actors",
    chosen: Annotated[str, Query(max_length=10)] = "",
    deputies: Annotated[bool, Query()] = False,
    guests: Annotated[bool, Query()] = False,
    separator: Annotated[str, Query(max_length=10)] = "semicolon",
) -> HTMLResponse:
    """Addresses to copy, and those for whom none is recorded.

    Raises:
        RecordNotFoundError: There is no such body at the date.
    """
    entry = told.entry(body) if body else None
    if body and entry is None:
        raise RecordNotFoundError(network_id=network_id, record_id=body)
    # Boxes that are not ticked are not sent: until somebody has chosen, everybody is meant.
    deputies, guests = (deputies, guests) if chosen else (True, True)
    of_bodies = bool(body) or of == "bodies"
    found = () if body else tuple(each.id for each in told.entries if wanted.admits(each))
    is_body = {each.id: each.type is ActorType.BODY for each in told.entries}
    meant = (body,) if body else tuple(each for each in found if is_body[each] is of_bodies)
    listed = context.use_cases.insights.ask(
        principal,
        network_id,
        as_of,
        mailing_list,
        meant if of_bodies else (),
        () if of_bodies else meant,
        deputies=deputies,
        guests=guests,
    )
    between = _SEPARATORS.get(separator, _SEPARATORS["semicolon"])
    return page(
        request,
        "edits/mailing.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="bodies" if of_bodies else "actors",
        body=body,
        title=entry.name if entry else "",
        of=of,
        of_bodies=of_bodies,
        asked=wanted,
        bodies=len(meant) if of_bodies else 0,
        listed=listed,
        addresses=between.join(listed.addresses),
        deputies=deputies,
        guests=guests,
        separator=separator if separator in _SEPARATORS else "semicolon",
    )
