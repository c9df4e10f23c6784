"""Pages of networks: the list of them, the overview of one, and its findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from netmap.errors import RecordNotFoundError
from netmap.findings.finding import Finding, FindingKind
from netmap.findings.marks import MARK_STATUSES
from netmap.language import Text
from netmap.views.charts.drawing import drawing
from netmap.views.charts.sizes import overview_charts
from netmap.vocabulary import MarkStatus
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_STRENGTHS_SHOWN = 4
_SUGGESTIONS_SHOWN = 8
_ALL = "all"
"""Stands for every mark, where an address says which findings to show."""
_CHANGES_SHOWN = 3
_SIZES_SHOWN_FOR = 8
"""Sizes take reading every network whole; with more networks the list would come slowly."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind on a page.

    Attributes:
        of: How many the analyses hand out of the kind; a search chooses among these.
        total: How many there are of the kind.
    """

    kind: FindingKind
    title: Text
    findings: tuple[Finding, ...]
    of: int
    total: int


@router.get("/")
def start(request: Request, context: InContext, principal: Acting) -> HTMLResponse:
    """The networks there are, or how the first one comes to be."""
    infos = context.use_cases.networks.all(principal)
    shown = len(infos) <= _SIZES_SHOWN_FOR
    insights = context.use_cases.insights
    networks = [(info, insights.summary(principal, info.id) if shown else None) for info in infos]
    return page(request, "start.html", section="start", networks=networks)


@router.get("/networks/{network_id}")
def overview(
    request: Request, context: InContext, principal: Acting, network_id: str, as_of: AsOf
) -> HTMLResponse:
    """How large the network is, what works well, and the first suggestions."""
    insights = context.use_cases.insights
    info = context.use_cases.networks.info(principal, network_id)
    sizes = insights.summary(principal, network_id, as_of=as_of)
    found = insights.findings(principal, network_id, as_of=as_of)
    good = [each for each in found if each.positive]
    open_points = [each for each in found if not each.positive]
    language = page_language(request)
    lately = context.use_cases.history.told(principal, network_id, language, most=_CHANGES_SHOWN)
    return page(
        request,
        "overview.html",
        network=info,
        section="overview",
        sizes=sizes,
        strengths=_one_of_each(good, _STRENGTHS_SHOWN),
        suggestions=_one_of_each(open_points, _SUGGESTIONS_SHOWN),
        kinds=_groups(open_points),
        quiet=len(insights.quiet_findings(principal, network_id, as_of=as_of)),
        charts=[(each, drawing(each, language)) for each in overview_charts(sizes, language)],
        lately=lately.entries,
    )


@router.get("/networks/{network_id}/findings")
def findings(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    as_of: AsOf,
    kind: str = "",
    q: Annotated[str, Query(max_length=200)] = "",
    confidential: bool = False,
    mark: str = "",
) -> HTMLResponse:
    """All findings, what works well first; narrowed to a kind, to words or to a mark on request.

    Those marked as intended are counted, and shown on request: with the mark "all" or by it.

    Raises:
        RecordNotFoundError: There is no such kind.
    """
    info = context.use_cases.networks.info(principal, network_id)
    if kind and kind not in {each.value for each in FindingKind}:
        raise RecordNotFoundError(network_id=network_id, record_id=kind)
    words = q.casefold().split()
    insights = context.use_cases.insights
    found = insights.findings(
        principal,
        network_id,
        as_of=as_of,
        confidential=confidential,
        # Who looks for something shall find it, however many others there are.
        complete=bool(kind or words or mark in set(MarkStatus)),
        intended=mark in {_ALL, MarkStatus.INTENDED},
    )
    language = page_language(request)

    def is_chosen(finding: Finding) -> bool:
        text = _words_of(finding, language).casefold() if words else ""
        return (not kind or finding.kind == kind) and all(word in text for word in words)

    chosen = [each for each in found if is_chosen(each) and _bears(each, mark)]
    return page(
        request,
        "findings.html",
        network=info,
        section="findings",
        kinds=_groups(found),
        kind=kind,
        search=q.strip(),
        confidential=confidential,
        mark=mark,
        statuses=MARK_STATUSES,
        marks=[(each.value, MARK_STATUSES[each]) for each in MarkStatus],
        hides_intended=mark not in {_ALL, *MarkStatus},
        quiet=sum(map(is_chosen, insights.quiet_findings(principal, network_id, as_of=as_of))),
        # What somebody searched for is read in full; a long list is read by its headings.
        narrowed=bool(kind or words or mark in set(MarkStatus)),
        shown=len(chosen),
        strengths=_groups((each for each in chosen if each.positive), among=found),
        suggestions=_groups((each for each in chosen if not each.positive), among=found),
    )


def _bears(finding: Finding, mark: str) -> bool:
    """Whether a finding is marked so; one is open until something else was agreed about it."""
    said = finding.assessment
    status = said.status if said and not said.data_changed else MarkStatus.OPEN
    return mark not in set(MarkStatus) or status == mark


def _words_of(finding: Finding, language: str) -> str:
    texts = (finding.title, finding.suggestion, *finding.evidence)
    names = (subject.name for subject in finding.subjects)
    return "\n".join((*names, *(text.to_dict()[language] for text in texts)))


def _groups(found: Iterable[Finding], *, among: Iterable[Finding] = ()) -> list[Group]:
    """Findings by kind, in the order in which they come; ``among`` are those to choose from."""
    of = Counter(each.kind for each in among)
    groups = []
    for kind, members in groupby(found, key=lambda each: each.kind):
        chosen = tuple(members)
        first = chosen[0]
        groups.append(
            Group(kind, first.title, chosen, of[kind] or len(chosen), first.total_of_kind)
        )
    return groups


def _one_of_each(found: Sequence[Finding], most: int) -> list[Finding]:
    """The first of every kind, then the second of every kind … up to ``most``, in reading order."""
    lists = [group.findings for group in _groups(found)]
    longest = max(map(len, lists), default=0)
    in_turn = (each[turn] for turn in range(longest) for each in lists if turn < len(each))
    chosen = {each.id for each in islice(in_turn, most)}
    return [each for each in found if each.id in chosen]
