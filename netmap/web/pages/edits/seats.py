"""Pages to end seats and to hand them over to a successor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, Response

from netmap.changes import LogEntry
from netmap.dates import today
from netmap.edits.held import Held, held
from netmap.edits.seats import SeatsEnded, Succession, end_seats, succeed
from netmap.edits.similar import similar
from netmap.errors import NetmapError, RecordNotFoundError
from netmap.ingest.person_names import person_name
from netmap.language import Language
from netmap.model import Membership, Person
from netmap.principal import Principal
from netmap.values import Record
from netmap.views.edit_words import line, seat_row
from netmap.vocabulary import Kind
from netmap.web.context import Acting, Context, InContext
from netmap.web.pages.edits.two_steps import answer, chosen, confirmation, status_after
from netmap.web.pages.forms import SentForm, text_of
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_NEW = "new"
"""Chosen where the successor is none of those recorded."""


@router.get("/networks/{network_id}/edits/seats")
def ask_which_end(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    of: Annotated[str, Query(max_length=500)],
) -> HTMLResponse:
    """The running seats of an actor, or in a body, to choose those that end."""
    return _seats_page(request, context, principal, network_id, of)


@router.post("/networks/{network_id}/edits/seats")
def end(
    request: Request, context: InContext, principal: Acting, network_id: str, sent: SentForm
) -> Response:
    """Show which seats would end, then end them."""
    of, on = text_of(sent, "of"), text_of(sent, "on")
    known = held(context.use_cases.networks.at(principal, network_id))
    seat_ids = chosen(sent, "seat", {each.id for each in _seats_of(known, of)})

    show = partial(_seats_page, request, context, principal, network_id, of, sent=sent)
    return answer(
        context,
        principal,
        network_id,
        sent,
        page_language(request),
        edit=partial(end_seats, seat_ids=seat_ids, on=on),
        show=show,
        done=lambda _: f"/networks/{network_id}/actors/{quote(of, safe='')}",
    )


@router.get("/networks/{network_id}/edits/succession")
def ask_who_follows(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    person: Annotated[str, Query(max_length=500)],
) -> HTMLResponse:
    """The seats of a person, and who takes them over from when."""
    return _succession_page(request, context, principal, network_id, person)


@router.post("/networks/{network_id}/edits/succession")
def hand_over(
    request: Request, context: InContext, principal: Acting, network_id: str, sent: SentForm
) -> Response:
    """Show what passes to whom, then hand it over; a name that may be known is asked about."""
    person, name = text_of(sent, "person"), person_name(text_of(sent, "name"))
    known = held(context.use_cases.networks.at(principal, network_id))
    successor_id = text_of(sent, "meant")
    if not successor_id:
        names = context.use_cases.entry.names(principal, network_id)
        meant = [each for each in names.meant(name, [Kind.PERSON]) if each != person]
        if len(meant) == 1:
            successor_id = meant[0]
        elif meant or _alike(known, name, person):
            return _succession_page(request, context, principal, network_id, person, sent=sent)
    seat_ids = chosen(sent, "seat", {each.id for each in known.seats_of(person)})

    show = partial(_succession_page, request, context, principal, network_id, person, sent=sent)

    def done(entry: LogEntry) -> str:
        new = [each.record_id for each in entry.changes if each.kind is Kind.PERSON]
        # Whoever has left may have no page today; whoever follows has.
        follows = next((each for each in new if each != person), successor_id)
        return f"/networks/{network_id}/actors/{quote(follows, safe='')}"

    language = page_language(request)
    return answer(
        context,
        principal,
        network_id,
        sent,
        language,
        edit=partial(
            succeed,
            person_id=person,
            successor_id="" if successor_id == _NEW else successor_id,
            name=name,
            on=text_of(sent, "on"),
            seat_ids=seat_ids,
            leaves=bool(text_of(sent, "leaves")),
            language=language,
        ),
        show=show,
        done=done,
    )


def _seats_of(known: Held, actor_id: str) -> list[Membership]:
    return [*known.seats_in(actor_id), *known.seats_of(actor_id)]


def _alike(known: Held, name: str, person: str) -> list[str]:
    found = similar(known.network, name, kind=Kind.PERSON, without={person})
    return [each.id for each in found]


def _seats_page(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    of: str,
    *,
    sent: FormData | None = None,
    made: SeatsEnded | None = None,
    error: NetmapError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    known = held(context.use_cases.networks.at(principal, network_id))
    if of not in known.labels:
        raise RecordNotFoundError(network_id=network_id, record_id=of)
    return page(
        request,
        "edits/seats.html",
        network=context.use_cases.networks.info(principal, network_id),
        status=status_after(error),
        error=error,
        of=of,
        title=known.label(of),
        rows=_rows(known, _seats_of(known, of), of, language),
        ticked=set(sent.getlist("seat")) if sent else set(),
        on=text_of(sent, "on") if sent else today().first.isoformat(),
        ended=[line(each, known, language) for each in made.seats] if made else [],
        confirm=confirmation(sent, made) if sent and made else [],
    )


def _succession_page(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    person: str,
    *,
    sent: FormData | None = None,
    made: Succession | None = None,
    error: NetmapError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    known = held(context.use_cases.networks.at(principal, network_id))
    known.record(person, Person)
    names = context.use_cases.entry.names(principal, network_id)
    seats = known.seats_of(person)
    name = text_of(sent, "name") if sent else ""
    asks = sent is not None and made is None and error is None
    meant = names.meant(name, [Kind.PERSON]) if asks else []
    candidates = dict.fromkeys((*meant, *_alike(known, person_name(name), person))) if asks else {}
    return page(
        request,
        "edits/succession.html",
        network=context.use_cases.networks.info(principal, network_id),
        status=status_after(error),
        error=error,
        person=person,
        title=known.label(person),
        rows=_rows(known, seats, person, language),
        ticked=set(sent.getlist("seat")) if sent else {each.id for each in seats},
        name=name,
        on=text_of(sent, "on") if sent else today().first.isoformat(),
        leaves=bool(sent and text_of(sent, "leaves")),
        candidates=[(each, names.shown.get(each, each)) for each in candidates if each != person],
        made=made,
        successor=made.successor.label if made else "",
        lines=_lines(made, known, language) if made else {},
        confirm=confirmation(sent, made) if sent and made else [],
    )


def _lines(made: Succession, known: Held, language: Language) -> dict[str, list[str]]:
    """The parts of a succession in words; a new person is not called by an id."""
    begun = [
        f"{name} ({notes})"
        for name, notes in (
            seat_row(each, known, made.successor.id, language) for each in made.begun
        )
    ]
    parts: dict[str, Sequence[Record]] = {
        "ended": made.ended,
        "already": made.already,
        "beside": made.beside,
        "left": made.left,
    }
    told = {name: [line(each, known, language) for each in part] for name, part in parts.items()}
    return {**told, "begun": begun}


def _rows(
    known: Held, seats: list[Membership], of: str, language: Language
) -> list[tuple[str, str, str]]:
    return [(each.id, *seat_row(each, known, of, language)) for each in seats]
