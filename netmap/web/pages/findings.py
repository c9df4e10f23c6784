"""Page of one finding: what it stands on, and what people agreed about it."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from netmap.dates import period
from netmap.errors import ConflictError
from netmap.findings.finding import Finding
from netmap.findings.marks import MARK_STATUSES, mark_id
from netmap.principal import Principal
from netmap.services.marking import Seen
from netmap.views.record_words import entry_words
from netmap.vocabulary import MarkStatus
from netmap.web.context import Acting, AsOf, Context, InContext
from netmap.web.pages.forms import SentForm, go_to, own_address, text_of
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_CHANGES_SHOWN = 10


@router.get("/networks/{network_id}/findings/{finding_id}")
def finding(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    finding_id: str,
    as_of: AsOf,
    back: str = "",
) -> HTMLResponse:
    """One finding, and the form to say what was agreed about it.

    Raises:
        FindingNotFoundError: There is no such finding at the date.
    """
    found = context.use_cases.marking.finding(principal, network_id, finding_id, as_of=as_of)
    said = found.assessment
    return _finding_page(
        request,
        context,
        principal,
        network_id,
        found,
        status=(said.status if said else MarkStatus.OPEN).value,
        note=said.note if said else "",
        back=back,
    )


@router.post("/networks/{network_id}/findings/{finding_id}")
def mark(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    finding_id: str,
    form: SentForm,
) -> Response:
    """Keep what was agreed about a finding; what a colleague said meanwhile is shown first.

    Raises:
        FindingNotFoundError: There is no such finding at the date.
    """
    marking, version = context.use_cases.marking, text_of(form, "version")
    as_of, status, note = (text_of(form, name) for name in ("as_of", "status", "note"))
    seen_at = period(as_of) if as_of else None
    try:
        saved = marking.mark(
            principal,
            network_id,
            finding_id,
            MarkStatus(status) if status in set(MarkStatus) else MarkStatus.OPEN,
            note,
            language=page_language(request),
            seen=Seen(
                version=int(version) if version.isdecimal() else 0,
                data=text_of(form, "data"),
                as_of=seen_at,
            ),
        )
    except ConflictError:
        found = marking.finding(principal, network_id, finding_id, as_of=seen_at)
        return _finding_page(
            request,
            context,
            principal,
            network_id,
            found,
            status=status,
            note=note,
            back=text_of(form, "back"),
            conflict=True,
        )
    there = own_address(text_of(form, "back") or f"/networks/{network_id}/findings")
    answer = go_to(there, **({"saved": saved.id} if saved else {}))
    gone = text_of(form, "gone") if status == MarkStatus.INTENDED else ""
    if place := gone or urlsplit(there).fragment:
        # Read on where the finding stood; the browser jumps nowhere if that went, too.
        answer.headers["location"] += f"#{quote(place, safe='')}"
    return answer


def _finding_page(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    found: Finding,
    *,
    status: str,
    note: str,
    back: str,
    conflict: bool = False,
) -> HTMLResponse:
    use_cases, language = context.use_cases, page_language(request)
    record_id = found.assessment.mark_id if found.assessment else mark_id(found.id)
    changes = use_cases.records.history(
        principal, network_id, record_id=record_id, limit=_CHANGES_SHOWN
    )
    return page(
        request,
        "findings/finding.html",
        network=use_cases.networks.info(principal, network_id),
        section="findings",
        status=409 if conflict else 200,
        finding=found,
        statuses=MARK_STATUSES,
        chosen=status,
        note=note,
        back=own_address(back) if back else "",
        conflict=conflict,
        history=[entry_words(each, {}, language, most=1) for each in changes],
    )
