"""Page to enter the members of a body line by line, with what is understood of each."""

from __future__ import annotations

from functools import partial
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, Response

from netmap.edits.edit import seen
from netmap.edits.held import held
from netmap.edits.members import NEW, Members, enter_members
from netmap.errors import NetmapError
from netmap.language import Text
from netmap.model import Organization
from netmap.principal import Principal
from netmap.views.map_words import ROLES
from netmap.vocabulary import Role
from netmap.web.context import Acting, Context, InContext
from netmap.web.pages.edits.two_steps import answer, status_after
from netmap.web.pages.forms import SentForm, text_of
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_PICKED = ("person.", "organization.")
_LONGEST_TEXT = 100_000
_ROLES = {
    **{role: words for role, words in ROLES.items() if words},
    Role.MEMBER: Text(de="Mitglied", en="member"),
    Role.OTHER: Text(de="andere Rolle", en="another role"),
}


@router.get("/networks/{network_id}/edits/members")
def ask_for_members(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    body: Annotated[str, Query(max_length=500)],
) -> HTMLResponse:
    """A field for one member a line."""
    return _members_page(request, context, principal, network_id, body)


@router.post("/networks/{network_id}/edits/members")
def enter(
    request: Request, context: InContext, principal: Acting, network_id: str, sent: SentForm
) -> Response:
    """Show what is understood of each line, then enter it as it was chosen."""
    body, language = text_of(sent, "body"), page_language(request)
    shown = partial(
        enter_members,
        body_id=body,
        text=_lines(sent),
        start=text_of(sent, "start") or None,
        language=language,
    )
    picks = {
        name: value
        for name, value in sent.multi_items()
        if name.startswith(_PICKED) and isinstance(value, str)
    }

    show = partial(_members_page, request, context, principal, network_id, body, sent=sent)
    return answer(
        context,
        principal,
        network_id,
        sent,
        language,
        edit=partial(shown, picks=picks),
        shown=shown,
        show=show,
        done=lambda _: f"/networks/{network_id}/actors/{quote(body, safe='')}",
    )


def _members_page(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    body: str,
    *,
    sent: FormData | None = None,
    made: Members | None = None,
    error: NetmapError | None = None,
) -> HTMLResponse:
    known = held(context.use_cases.networks.at(principal, network_id))
    record = known.record(body, Organization)
    start = text_of(sent, "start") if sent else ""
    stands_on = seen(made.changes) if made else ""
    if sent and made and any(name.startswith(_PICKED) for name in sent):
        unpicked = partial(enter_members, body_id=body, text=_lines(sent), start=start or None)
        stands_on = seen(context.use_cases.edits.preview(principal, network_id, unpicked).changes)
    return page(
        request,
        "edits/members.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="bodies",
        status=status_after(error),
        error=error,
        body=body,
        title=record.name,
        lines=_lines(sent) if sent else "",
        start=start,
        made=made,
        roles=_ROLES,
        new=NEW,
        seen=stands_on,
    )


def _lines(sent: FormData) -> str:
    """The text as it was typed: a tab or semicolon at its very start says that no name is given."""
    value = sent.get("lines")
    return value[:_LONGEST_TEXT] if isinstance(value, str) else ""
