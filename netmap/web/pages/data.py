"""The page of a network's data: bring in, take out, freeze, and the empty template."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from netmap.errors import InvalidRecordError
from netmap.language import Language, Text
from netmap.views.exports.formats import EXPORTS, ExportName
from netmap.views.template_xlsx import template_workbook
from netmap.web.context import Acting, AsOf, Context, InContext
from netmap.web.errors import status_of
from netmap.web.pages.downloads import download
from netmap.web.pages.forms import SentForm, go_to, text_of
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FOR = {
    ExportName.WORKBOOK: Text(
        de="Excel-Arbeitsmappe mit allen Feldern; lässt sich ändern und wieder importieren.",
        en="Excel workbook with every field; it can be changed and imported again.",
    ),
    ExportName.CSV: Text(
        de="Dieselben Blätter als CSV in einem Archiv, für deutsches Excel.",
        en="The same sheets as CSV in an archive, for German Excel.",
    ),
    ExportName.GRAPHML: Text(
        de="Für Graphprogramme wie yEd, Gephi und Cytoscape.",
        en="For graph programs such as yEd, Gephi and Cytoscape.",
    ),
    ExportName.GEXF: Text(de="Für Gephi, mit Zeiträumen.", en="For Gephi, with periods."),
    ExportName.JSONLD: Text(
        de="Verknüpfte Daten nach der Organisations-Ontologie des W3C.",
        en="Linked data in the Organization Ontology of the W3C.",
    ),
    ExportName.POPOLO: Text(
        de="Für Programme, die Popolo lesen, ein Format für Gremien und Mandate.",
        en="For programs that read Popolo, a format for bodies and mandates.",
    ),
}


@router.get("/networks/{network_id}/data")
def data(request: Request, context: InContext, principal: Acting, network_id: str) -> HTMLResponse:
    """What can be brought in and taken out, and the states that were frozen."""
    return _data_page(request, context, principal, network_id)


@router.post("/networks/{network_id}/snapshots")
def freeze(
    request: Request, context: InContext, principal: Acting, network_id: str, sent: SentForm
) -> Response:
    """Freeze the network as it stands, under a name."""
    try:
        context.use_cases.records.freeze(principal, network_id, label=text_of(sent, "label"))
    except InvalidRecordError as error:
        return _data_page(request, context, principal, network_id, error=error)
    return go_to(f"/networks/{network_id}/data")


@router.get("/networks/{network_id}/export/{export_format}")
def export(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    export_format: ExportName,
    as_of: AsOf,
    snapshot: Annotated[str, Query(max_length=500)] = "",
) -> Response:
    """The network, or a snapshot of it, as a file to save; nothing confidential is in it."""
    made = context.use_cases.exports.export(
        principal,
        network_id,
        export_format,
        language=page_language(request),
        as_of=as_of,
        snapshot_id=snapshot or None,
    )
    return download(made.content, made.file_name, made.media_type)


@router.get("/template.xlsx")
def template(request: Request) -> Response:
    """The empty workbook with explanations, drop-down lists and examples."""
    language = page_language(request)
    name = "netmap-Vorlage.xlsx" if language is Language.DE else "netmap-template.xlsx"
    return download(template_workbook(language), name, _XLSX)


def _data_page(
    request: Request,
    context: Context,
    principal: Acting,
    network_id: str,
    *,
    error: InvalidRecordError | None = None,
) -> HTMLResponse:
    use_cases = context.use_cases
    return page(
        request,
        "imports/data.html",
        network=use_cases.networks.info(principal, network_id),
        section="data",
        status=status_of(error) if error else 200,
        exports=[(each, _FOR[each.name]) for each in EXPORTS.values()],
        snapshots=use_cases.records.snapshots(principal, network_id),
        error=error,
    )
