"""Pages to enter and correct single records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, Response

from netmap.errors import RecordNotFoundError
from netmap.forms.fields import FormDefinition, FormField, FormKind
from netmap.principal import Principal
from netmap.services.entry import Conflict, OpenForm, Outcome
from netmap.views.record_words import KIND_WORDS, record_title
from netmap.vocabulary import Kind
from netmap.web.context import Acting, Context, InContext
from netmap.web.pages.conflicts import conflict_rows, merged_texts
from netmap.web.pages.forms import SentForm, go_to, text_of, way_back
from netmap.web.pages.record_fields import sent_picks, sent_texts, shown_fields
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_ACTORS = (Kind.PERSON, Kind.ORGANIZATION)
_COMPLETIONS = 12
_GIVEN = {
    FormKind.PERSON: ["organization"],
    FormKind.MEMBERSHIP: ["body", "member"],
    FormKind.EXCHANGE_TIE: ["actor_a", "actor_b"],
    FormKind.REPORTING_LINE: ["sender", "receiver"],
    FormKind.ORGANIZATION: ["parent"],
    FormKind.BODY: ["parent"],
    FormKind.TOPIC: ["parent"],
    FormKind.COOPERATION: ["parties"],
}
"""Which fields of a form an address may fill in, with ids."""


@router.get("/networks/{network_id}/records/new")
def new_record(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    kind: FormKind,
    back: str = "",
) -> HTMLResponse:
    """The empty form of a kind, with what the address says filled in."""
    given = {name: request.query_params.getlist(name) for name in _GIVEN[kind]}
    entry, language = context.use_cases.entry, page_language(request)
    form = entry.new_form(principal, network_id, kind, language, given)
    return _form_page(request, context, principal, network_id, form, back=back)


@router.post("/networks/{network_id}/records/new")
def create_record(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    kind: FormKind,
    sent: SentForm,
) -> Response:
    """Save a new record."""
    form = context.use_cases.entry.new_form(principal, network_id, kind, page_language(request), {})
    return _saved_or_asked(request, context, principal, network_id, form, sent)


@router.get("/networks/{network_id}/records/edit/{record_id:path}")
def edit_record(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    record_id: str,
    back: str = "",
) -> HTMLResponse:
    """The form of a record, and its seats and ties to go on to.

    The address may fill in other records, which nobody has saved yet.

    Raises:
        RecordNotFoundError: There is no such record, or no form for it.
    """
    language = page_language(request)
    asked = request.query_params
    names = {name for fields in _GIVEN.values() for name in fields}
    given = {name: asked.getlist(name) for name in names if asked.getlist(name)}
    form = context.use_cases.entry.form_of(principal, network_id, record_id, language, given)
    return _form_page(request, context, principal, network_id, form, back=back)


@router.post("/networks/{network_id}/records/edit/{record_id:path}")
def save_record(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    record_id: str,
    sent: SentForm,
) -> Response:
    """Save a record; what somebody else saved meanwhile is shown beside it."""
    language, entry = page_language(request), context.use_cases.entry
    try:
        form = entry.form_of(principal, network_id, record_id, language)
    except RecordNotFoundError:
        kind = text_of(sent, "kind")
        if kind not in set(FormKind):
            raise
        # Removed meanwhile: what was typed is kept, as a new record.
        form = entry.new_form(principal, network_id, FormKind(kind), language, {})
        return _form_page(
            request, context, principal, network_id, form, sent=sent, gone=True, status=409
        )
    return _saved_or_asked(request, context, principal, network_id, form, sent)


@router.post("/networks/{network_id}/records/names")
def names(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    sent: SentForm,
    field: Annotated[str, Query(max_length=50)] = "",
    kinds: Annotated[str, Query(max_length=50)] = "",
) -> HTMLResponse:
    """Names that begin or sound like what is typed, as options of a list to choose from."""
    typed = [value for value in sent.getlist(field) if isinstance(value, str) and value.strip()]
    wanted = [Kind(each) for each in kinds.split(",") if each in set(Kind)]
    known = context.use_cases.entry.names(principal, network_id)
    found = [
        known.shown[each]
        for text in typed[-1:]
        for each in known.alike(text, wanted, most=_COMPLETIONS)
    ]
    return page(request, "editing/options.html", names=found)


def _saved_or_asked(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    form: OpenForm,
    sent: FormData,
) -> Response:
    texts = sent_texts(sent, form.definition)
    texts = merged_texts(texts, form.texts, sent)
    version = text_of(sent, "version")
    outcome = context.use_cases.entry.save(
        principal,
        network_id,
        form,
        texts=texts,
        version=int(version) if version.isdecimal() else 0,
        picked=sent_picks(sent),
        anyway=bool(text_of(sent, "anyway")),
        note=text_of(sent, "note"),
    )
    if outcome.saved is not None:
        there = way_back(text_of(sent, "back")) or _page_of(network_id, form, outcome.record_id)
        return go_to(there, saved=outcome.saved.id)
    return _form_page(
        request,
        context,
        principal,
        network_id,
        form,
        sent=sent,
        outcome=outcome,
        status=409 if outcome.conflict else 422,
    )


def _form_page(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    form: OpenForm,
    *,
    back: str = "",
    sent: FormData | None = None,
    outcome: Outcome | None = None,
    gone: bool = False,
    status: int = 200,
) -> HTMLResponse:
    texts = form.texts if sent is None else sent_texts(sent, form.definition)
    reading = outcome.reading if outcome else None
    conflict: Conflict | None = outcome.conflict if outcome else None
    shown = {
        group: shown_fields(fields, texts, form.names, reading)
        for group, fields in _groups(form.definition)
    }
    record, language = form.record, page_language(request)
    is_actor = record is not None and record.kind in _ACTORS
    entry = context.use_cases.entry
    ties = entry.ties(principal, network_id, record.id) if record and is_actor else ()
    return page(
        request,
        "editing/conflict.html" if conflict else "editing/form.html",
        network=context.use_cases.networks.info(principal, network_id),
        section=section_of(form.definition.kind),
        status=status,
        form=form,
        kind=form.definition.kind.value,
        groups=shown,
        doubtful=[each for fields in shown.values() for each in fields if each.doubts],
        alike=outcome.alike if outcome else (),
        title=record_title(form.record, form.names.shown) if form.record else "",
        note=text_of(sent, "note") if sent else "",
        back=way_back(text_of(sent, "back") if sent else back),
        rows=conflict_rows(form.definition, conflict, form.names, language) if conflict else (),
        texts=texts,
        gone=gone,
        kind_words=KIND_WORDS,
        targets={
            each.name: ",".join(kind.value for kind in each.targets)
            for each in form.definition.fields
        },
        ties=ties,
    )


def _groups(definition: FormDefinition) -> Iterator[tuple[str, tuple[FormField, ...]]]:
    yield "main", definition.main
    yield "more", definition.more
    yield "discreet", definition.discreet


def section_of(kind: FormKind | None) -> str:
    """Which entry of the navigation the form of a kind belongs to."""
    match kind:
        case FormKind.BODY | FormKind.MEMBERSHIP:
            return "bodies"
        case FormKind.TOPIC:
            return "topics"
        case _:
            return "actors"


def _page_of(network_id: str, form: OpenForm, record_id: str) -> str:
    """Where somebody looks at what was saved."""
    base = f"/networks/{network_id}"
    match form.definition.record_kind:
        case Kind.PERSON | Kind.ORGANIZATION:
            return f"{base}/actors/{quote(record_id, safe='')}"
        case Kind.TOPIC:
            return f"{base}/topics/{quote(record_id, safe='')}"
        case _:
            return f"{base}/history"
