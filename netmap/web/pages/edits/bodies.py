"""Pages to dissolve a body, to merge it into another one, and to make a new one after it."""

from __future__ import annotations

from functools import partial
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, Response

from netmap.changes import LogEntry
from netmap.dates import today
from netmap.edits.closing import Closing, Taken, close_body
from netmap.edits.copying import Copy, copy_body
from netmap.edits.held import Held, held
from netmap.errors import NetmapError
from netmap.language import Text
from netmap.model import Organization
from netmap.principal import Principal
from netmap.views.edit_words import groups, line
from netmap.vocabulary import Kind
from netmap.web.context import Acting, Context, InContext
from netmap.web.pages.edits.two_steps import answer, chosen, confirmation, status_after
from netmap.web.pages.forms import SentForm, text_of
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_TAKEN = {
    Taken.SEATS: Text(de="Mitglieder", en="Members"),
    Taken.TOPICS: Text(de="Themen", en="Topics"),
    Taken.LINES: Text(de="Berichtswege", en="Reporting lines"),
    Taken.PARTS: Text(de="Untergremien", en="Bodies that are part of it"),
}
_COPIED = (Taken.SEATS, Taken.TOPICS, Taken.LINES)


@router.get("/networks/{network_id}/edits/close")
def ask_to_close(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    body: Annotated[str, Query(max_length=500)],
) -> HTMLResponse:
    """When a body ends, and whether another one goes on with its work."""
    return _close_page(request, context, principal, network_id, body)


@router.post("/networks/{network_id}/edits/close")
def close(
    request: Request, context: InContext, principal: Acting, network_id: str, sent: SentForm
) -> Response:
    """Show what ends with a body and what passes on, then do it."""
    body, language = text_of(sent, "body"), page_language(request)

    show = partial(_close_page, request, context, principal, network_id, body, sent=sent)
    return answer(
        context,
        principal,
        network_id,
        sent,
        language,
        edit=partial(
            close_body,
            body_id=body,
            on=text_of(sent, "on"),
            into_id=text_of(sent, "into"),
            take=frozenset(map(Taken, chosen(sent, "take", set(Taken)))),
            language=language,
        ),
        show=show,
        done=lambda _: f"/networks/{network_id}/bodies",
    )


@router.get("/networks/{network_id}/edits/copy")
def ask_to_copy(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    body: Annotated[str, Query(max_length=500)],
) -> HTMLResponse:
    """What a new body is called that is made after this one."""
    return _copy_page(request, context, principal, network_id, body)


@router.post("/networks/{network_id}/edits/copy")
def copy(
    request: Request, context: InContext, principal: Acting, network_id: str, sent: SentForm
) -> Response:
    """Show the new body with its members, then enter it."""
    body, language = text_of(sent, "body"), page_language(request)

    show = partial(_copy_page, request, context, principal, network_id, body, sent=sent)

    def done(entry: LogEntry) -> str:
        new = next(each for each in entry.changes if each.kind is Kind.ORGANIZATION)
        return f"/networks/{network_id}/actors/{quote(new.record_id, safe='')}"

    return answer(
        context,
        principal,
        network_id,
        sent,
        language,
        edit=partial(
            copy_body,
            body_id=body,
            name=text_of(sent, "name"),
            start=text_of(sent, "start") or None,
            take=frozenset(map(Taken, chosen(sent, "take", set(Taken)))),
            language=language,
        ),
        show=show,
        done=done,
    )


def _close_page(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    body: str,
    *,
    sent: FormData | None = None,
    made: Closing | None = None,
    error: NetmapError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    known = held(context.use_cases.networks.at(principal, network_id))
    record = known.record(body, Organization)
    return page(
        request,
        "edits/close.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="bodies",
        status=status_after(error),
        error=error,
        body=body,
        record=record,
        bodies=_other_bodies(known, body),
        on=text_of(sent, "on") if sent else today().first.isoformat(),
        into=text_of(sent, "into") if sent else "",
        choices=list(_TAKEN.items()),
        ticked=set(sent.getlist("take")) if sent else set(Taken),
        made=made,
        ended=[line(each, known, language) for each in made.ended] if made else [],
        begun=groups(made.begun, known, language) if made else (),
        moved=[each.name for each in made.moved] if made else [],
        there=[known.label(each) for each in made.there] if made else [],
        orphans=[each.name for each in made.orphans] if made else [],
        confirm=confirmation(sent, made) if sent and made else [],
    )


def _copy_page(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    body: str,
    *,
    sent: FormData | None = None,
    made: Copy | None = None,
    error: NetmapError | None = None,
) -> HTMLResponse:
    known = held(context.use_cases.networks.at(principal, network_id))
    record = known.record(body, Organization)
    names = context.use_cases.entry.names(principal, network_id)
    name = text_of(sent, "name") if sent else ""
    same = names.meant(name, [Kind.ORGANIZATION]) if made else []
    begun = groups(made.begun, known.named(made.body), page_language(request)) if made else ()
    return page(
        request,
        "edits/copy.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="bodies",
        status=status_after(error),
        error=error,
        body=body,
        record=record,
        name=name,
        start=text_of(sent, "start") if sent else "",
        choices=[(each, _TAKEN[each]) for each in _COPIED],
        ticked=set(sent.getlist("take")) if sent else set(_COPIED),
        made=made,
        same=[names.shown.get(each, each) for each in same],
        begun=begun,
        confirm=confirmation(sent, made) if sent and made else [],
    )


def _other_bodies(known: Held, body: str) -> list[tuple[str, str]]:
    """Bodies that may go on with the work of another, by name."""
    network = known.network
    ids = [network.actor_ids[index] for index in network.bodies.tolist()]
    found = [(each, known.label(each)) for each in ids if each != body]
    return sorted(found, key=lambda each: (each[1].casefold(), each[0]))
