"""Pages of charts, and each chart and its table as a file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from netmap.views.charts.drawing import drawing
from netmap.views.matrices.grid_files import TableFormat, table_file
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.downloads import download
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)


@router.get("/networks/{network_id}/charts")
def charts(
    request: Request, context: InContext, principal: Acting, network_id: str, as_of: AsOf
) -> HTMLResponse:
    """Every chart of a network with its table."""
    language = page_language(request)
    found = context.use_cases.charts.all(principal, network_id, language, as_of=as_of)
    return page(
        request,
        "charts/charts.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="charts",
        charts=[(each, drawing(each, language)) for each in found],
        compared=any(each.name == "changes" for each in found),
    )


@router.get("/networks/{network_id}/charts/{name}/file")
def chart_file(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    name: str,
    as_of: AsOf,
    as_file: Annotated[str, Query(alias="format", max_length=10)] = "svg",
) -> Response:
    """One chart as SVG, or its table as CSV or XLSX; it is saved, never shown in place.

    Raises:
        RecordNotFoundError: There is no such chart.
    """
    language = page_language(request)
    chart = context.use_cases.charts.one(principal, network_id, name, language, as_of=as_of)
    content: str | bytes
    if as_file in set(TableFormat):
        table = TableFormat(as_file)
        content = table_file([chart.head, *chart.lines], language, table)
        ending, media_type = table.value, table.media_type
    else:
        content = drawing(chart, language, standalone=True)
        ending, media_type = "svg", "image/svg+xml"
    # Neither ids of networks nor names of charts hold what would have to be quoted here.
    file_name = f"netmap-{network_id}-{chart.name}.{ending}"
    return download(content, file_name, media_type)
