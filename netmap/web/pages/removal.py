"""Pages to remove a record: what goes along with it, and then the removal."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from netmap.forms.fields import form_kind
from netmap.language import Text
from netmap.values import Record
from netmap.views.record_words import KIND_WORDS, record_title
from netmap.web.context import Acting, InContext
from netmap.web.pages.forms import SentForm, go_to, text_of, way_back
from netmap.web.pages.records import section_of
from netmap.web.pages.rendering import page

router = APIRouter(include_in_schema=False)

_REFERRERS_SHOWN = 50


@router.get("/networks/{network_id}/records/remove/{record_id:path}")
def ask_to_remove(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    record_id: str,
    back: str = "",
) -> HTMLResponse:
    """What removing a record would take along, before it is done."""
    entry = context.use_cases.entry
    removal = context.use_cases.removal.removal(principal, network_id, record_id)
    names = entry.names(principal, network_id)

    def titles(records: tuple[Record, ...]) -> list[tuple[Text, str]]:
        shown = records[:_REFERRERS_SHOWN]
        return [(KIND_WORDS[each.kind], record_title(each, names.shown)) for each in shown]

    return page(
        request,
        "editing/remove.html",
        network=context.use_cases.networks.info(principal, network_id),
        section=section_of(form_kind(removal.record, is_body=record_id in names.bodies)),
        removal=removal,
        title=record_title(removal.record, names.shown),
        kind_words=KIND_WORDS[removal.record.kind],
        removed=titles(removal.removed),
        loosened=titles(removal.loosened),
        back=way_back(back),
    )


@router.post("/networks/{network_id}/records/remove/{record_id:path}")
def remove_record(
    context: InContext,
    principal: Acting,
    network_id: str,
    record_id: str,
    sent: SentForm,
) -> Response:
    """Remove a record with what says nothing without it."""
    version = text_of(sent, "version")
    log = context.use_cases.removal.remove(
        principal, network_id, record_id, int(version) if version.isdecimal() else 0
    )
    back = way_back(text_of(sent, "back"))
    return go_to(back or f"/networks/{network_id}/history", saved=log.id)
