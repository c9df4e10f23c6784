"""Pages to find duplicates and to merge them: both sides, what moves, and then the change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from netmap.edits.edit import seen
from netmap.edits.errors import EditOutdatedError
from netmap.edits.held import held
from netmap.edits.merging import Merge, Side, merge
from netmap.edits.similar import similar
from netmap.errors import NetmapError, RecordNotFoundError
from netmap.language import Text
from netmap.network import Network
from netmap.principal import Principal
from netmap.views.edit_words import groups, line, merge_rows
from netmap.vocabulary import Kind
from netmap.web.context import Acting, Context, InContext
from netmap.web.pages.forms import SentForm, go_to, text_of
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_MERGED_KINDS = (Kind.PERSON, Kind.ORGANIZATION, Kind.TOPIC)
_PAIRS_SHOWN = 100
_CANDIDATES = 8


@router.get("/networks/{network_id}/edits/duplicates")
def duplicates(
    request: Request, context: InContext, principal: Acting, network_id: str
) -> HTMLResponse:
    """Records that may mean the same, surest first, and those that are known to be two."""
    found = context.use_cases.telling_apart.duplicates(principal, network_id)
    return page(
        request,
        "edits/duplicates.html",
        network=context.use_cases.networks.info(principal, network_id),
        pairs=found.open[:_PAIRS_SHOWN],
        total=len(found.open),
        changed=found.changed,
        apart=found.apart[:_PAIRS_SHOWN],
        total_apart=len(found.apart),
    )


@router.post("/networks/{network_id}/edits/duplicates/apart")
def tell_apart(
    request: Request, context: InContext, principal: Acting, network_id: str, sent: SentForm
) -> Response:
    """Keep that two records are two, or take that back.

    Raises:
        RecordNotFoundError: One of them is not there.
    """
    telling_apart = context.use_cases.telling_apart
    say = telling_apart.look_again if text_of(sent, "again") else telling_apart.tell_apart
    kept, other, language = text_of(sent, "kept"), text_of(sent, "other"), page_language(request)
    entry = say(principal, network_id, kept, other, language=language)
    return go_to(
        f"/networks/{network_id}/edits/duplicates", **({"saved": entry.id} if entry else {})
    )


@router.get("/networks/{network_id}/edits/merge")
def ask_to_merge(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    kept: Annotated[str, Query(max_length=500)],
    other: Annotated[str, Query(max_length=500)] = "",
) -> HTMLResponse:
    """Both sides and what merging them does; without another record, which one is meant.

    Raises:
        RecordNotFoundError: One of them is not there.
        EditImpossibleError: They cannot be merged.
    """
    if not other:
        return _choice(request, context, principal, network_id, kept)
    return _preview(request, context, principal, network_id, kept, other, {})


@router.post("/networks/{network_id}/edits/merge/find")
def find_other(
    request: Request, context: InContext, principal: Acting, network_id: str, sent: SentForm
) -> Response:
    """The record that a typed name means, or those that it may mean."""
    kept, name = text_of(sent, "kept"), text_of(sent, "name")
    names = context.use_cases.entry.names(principal, network_id)
    meant = [each for each in names.meant(name, _MERGED_KINDS) if each != kept]
    if len(meant) == 1 and names.kinds[meant[0]] is names.kinds.get(kept):
        return go_to(f"/networks/{network_id}/edits/merge", kept=kept, other=meant[0])
    return _choice(request, context, principal, network_id, kept, name)


@router.post("/networks/{network_id}/edits/merge")
def do_merge(
    request: Request, context: InContext, principal: Acting, network_id: str, sent: SentForm
) -> Response:
    """Merge two records as the page showed it, with the values that were chosen."""
    kept, other = text_of(sent, "kept"), text_of(sent, "other")
    sides = {
        name.removeprefix("side."): Side(value)
        for name, value in sent.multi_items()
        if name.startswith("side.") and value in set(Side)
    }
    language = page_language(request)
    asked = partial(merge, kept_id=kept, other_id=other, sides=sides, language=language)
    try:
        entry = context.use_cases.edits.apply(
            principal, network_id, asked, seen_before=text_of(sent, "seen"), language=language
        )
    except EditOutdatedError as error:
        return _preview(request, context, principal, network_id, kept, other, sides, error)
    kind = context.use_cases.records.record(principal, network_id, kept).kind
    where = "topics" if kind is Kind.TOPIC else f"actors/{quote(kept, safe='')}"
    return go_to(f"/networks/{network_id}/{where}", saved=entry.id)


def _preview(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    kept: str,
    other: str,
    sides: Mapping[str, Side],
    error: NetmapError | None = None,
) -> HTMLResponse:
    language = page_language(request)

    def asked(network: Network) -> Merge:
        return merge(network, kept, other, sides=sides, language=language)

    made = context.use_cases.edits.preview(principal, network_id, asked)
    known = held(context.use_cases.networks.at(principal, network_id))
    return page(
        request,
        "edits/merge.html",
        network=context.use_cases.networks.info(principal, network_id),
        status=409 if error else 200,
        error=error,
        merge=made,
        seen=seen(made.changes),
        rows=merge_rows(made, known, language),
        moved=groups(made.moved, known, language),
        joined=[line(each.after, known, language) for each in made.joined],
        dropped=[line(each, known, language) for each in made.dropped],
    )


def _choice(
    request: Request,
    context: Context,
    principal: Principal,
    network_id: str,
    kept: str,
    name: str = "",
) -> HTMLResponse:
    """Which other record is meant: those called alike, and a field for a name."""
    network = context.use_cases.networks.at(principal, network_id)
    names = context.use_cases.entry.names(principal, network_id)
    kind = names.kinds.get(kept)
    if kind not in _MERGED_KINDS:
        raise RecordNotFoundError(network_id=network_id, record_id=kept)
    title = held(network).label(kept)
    alike = similar(network, name or title, kind=kind, most=_CANDIDATES, without={kept})
    found: dict[str, Text | None] = {each.id: each.reason for each in alike}
    if name:
        found |= {
            each: found.get(each)
            for each in (*names.meant(name, [kind]), *names.alike(name, [kind]))
            if each != kept
        }
    others = context.use_cases.telling_apart.known_to_be_others(principal, network_id, kept, found)
    return page(
        request,
        "edits/merge_choice.html",
        network=context.use_cases.networks.info(principal, network_id),
        kept=kept,
        kind=kind,
        title=title,
        name=name,
        found=[
            (each, names.shown.get(each, each), reason)
            for each, reason in found.items()
            # Who types a name wants to see it, whatever was said before.
            if name or each not in others
        ],
    )
