"""Pages of who sits where: matrices, their files, and the evidence behind each cell."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse, Response

from netmap.analyses.matrices.bodies import Narrowed
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.errors import RecordNotFoundError
from netmap.views.matrices.asked import SHARED, MatrixAsked, MatrixOf
from netmap.views.matrices.grid import MARKS
from netmap.views.matrices.grid_files import TableFormat, matrix_file
from netmap.views.matrices.grid_html import drawn_grid
from netmap.views.matrices.pair import seats_told, shared_told
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.downloads import download
from netmap.web.pages.lists import LEVELS, Told
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_Choice = TypeVar("_Choice", bound=StrEnum)


def asked_matrix(
    of: Annotated[str, Query(max_length=20)] = "",
    by: Annotated[str, Query(max_length=20)] = "",
    level: Annotated[str, Query(max_length=20)] = "",
    topic: Annotated[str, Query(max_length=500)] = "",
    least: Annotated[int, Query(ge=1, le=9)] = 1,
    number: Annotated[int, Query(alias="page", ge=1, le=100_000)] = 1,
) -> MatrixAsked:
    """The matrix that the address asks for; a word that means nothing is passed over."""
    return MatrixAsked(
        of=_chosen(MatrixOf, of, MatrixOf.ORGANIZATIONS),
        by=_chosen(OverlapBy, by, OverlapBy.MEMBERS),
        narrowed=Narrowed(level=level, topic_id=topic),
        least=least,
        page=number,
    )


AskedMatrix = Annotated[MatrixAsked, Depends(asked_matrix)]


@router.get("/networks/{network_id}/matrix")
def matrix(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    as_of: AsOf,
    told: Told,
    wanted: AskedMatrix,
) -> HTMLResponse:
    """Organisations, persons or bodies against bodies, ordered so that overlaps are blocks."""
    drawn = context.use_cases.insights.ask(
        principal,
        network_id,
        as_of,
        drawn_grid,
        wanted,
        page_language(request),
        request.query_params.get("as_of", "").strip(),
    )
    return page(
        request,
        "matrix/matrix.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="charts",
        drawn=drawn,
        grid=drawn.grid,
        asked=wanted,
        shared=list(SHARED.items()),
        marks=[MARKS[role] for role in drawn.grid.roles],
        levels=[(level.value, title) for level, title in LEVELS.items()],
        topics=[(each.id, each.name) for each in told.topics if each.bodies],
    )


@router.get("/networks/{network_id}/matrix/file")
def matrix_download(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    as_of: AsOf,
    wanted: AskedMatrix,
    as_file: Annotated[str, Query(alias="format", max_length=10)] = "",
) -> Response:
    """Exactly what the page shows, as a file for a spreadsheet."""
    file_format = _chosen(TableFormat, as_file, TableFormat.XLSX)
    network = context.use_cases.networks.at(principal, network_id, as_of)
    content = matrix_file(network, wanted, page_language(request), file_format)
    # Ids of networks hold nothing that would have to be quoted here.
    name = f"netmap-{network_id}-matrix-{wanted.of}.{file_format}"
    return download(content, name, file_format.media_type)


@router.get("/networks/{network_id}/pair")
def pair(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    as_of: AsOf,
    told: Told,
    a: Annotated[str, Query(max_length=500)] = "",
    b: Annotated[str, Query(max_length=500)] = "",
) -> HTMLResponse:
    """What two bodies share, or the seats that somebody has in a body.

    Raises:
        RecordNotFoundError: One of them is not there at the date, or the second is no body.
    """
    first, second = told.entry(a), told.entry(b)
    if first is None:
        raise RecordNotFoundError(network_id=network_id, record_id=a)
    if second is None or a == b or not second.profile.group.is_body:
        raise RecordNotFoundError(network_id=network_id, record_id=b)
    insights = context.use_cases.insights
    shared = None
    if first.profile.group.is_body:
        limits = insights.thresholds.overlap_limits
        shared = insights.ask(principal, network_id, as_of, shared_told, a, b, limits)
    seats = seats_told(told.network, a, b, page_language(request))
    return page(
        request,
        "matrix/pair.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="charts",
        first=first,
        second=second,
        seats=seats,
        shared=shared,
    )


def _chosen(choices: type[_Choice], word: str, otherwise: _Choice) -> _Choice:
    return choices(word) if word in {each.value for each in choices} else otherwise
