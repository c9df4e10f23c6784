"""The import assistant: upload or paste, look at what would change, then take it in."""

from __future__ import annotations

import io

from fastapi import APIRouter, Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.responses import HTMLResponse, Response

from netmap.changes import NetworkInfo
from netmap.errors import NetmapError
from netmap.ingest.columns import SHEETS, CellType, Column
from netmap.ingest.formats import FORMATS, Titles
from netmap.language import Language, same
from netmap.services.import_state import Phase, WaitingImport
from netmap.views.import_page import FORMAT_WORDS, import_view
from netmap.views.remarks import REMARKS, remarks_csv, remarks_xlsx
from netmap.web.api.uploads import plain_name
from netmap.web.context import Acting, Context, InContext
from netmap.web.errors import status_of
from netmap.web.pages.downloads import download
from netmap.web.pages.forms import SentForm, go_to, sent_form, text_of
from netmap.web.pages.rendering import page, page_language
from netmap.web.request_errors import NothingUploadedError

router = APIRouter(include_in_schema=False)

_QUICK_SECONDS = 2.0
"""Most lists are read in that time; what takes longer shows how far it has come."""
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/import")
def import_new(request: Request, context: InContext) -> HTMLResponse:
    """The form that begins a network with a list."""
    return _upload_page(request, context, None)


@router.post("/import")
def upload_new(request: Request, context: InContext, principal: Acting, sent: SentForm) -> Response:
    """Take a list in that is to begin a network."""
    name = text_of(sent, "name")
    try:
        network_id = context.use_cases.starting.free_id(principal, name)
        token = _taken_in(context, principal, sent, network_id, name)
    except NetmapError as error:
        return _upload_page(request, context, None, error=error, name=name)
    return go_to(f"/imports/{token}")


@router.get("/networks/{network_id}/import")
def import_into(
    request: Request, context: InContext, principal: Acting, network_id: str
) -> HTMLResponse:
    """The form that takes a list into a network."""
    network = context.use_cases.networks.info(principal, network_id)
    return _upload_page(request, context, network)


@router.post("/networks/{network_id}/import")
def upload_into(
    request: Request, context: InContext, principal: Acting, network_id: str, sent: SentForm
) -> Response:
    """Take a list in that is to go into a network."""
    network = context.use_cases.networks.info(principal, network_id)
    try:
        token = _taken_in(context, principal, sent, network_id, "")
    except NetmapError as error:
        return _upload_page(request, context, network, error=error)
    return go_to(f"/imports/{token}")


@router.get("/imports/{token}")
def waiting(request: Request, context: InContext, principal: Acting, token: str) -> HTMLResponse:
    """How far an import has come, and what it would change."""
    found = context.use_cases.import_desk.waiting(principal, token)
    return _waiting_page(request, context, principal, found)


@router.post("/imports/{token}/columns")
def assign_columns(context: InContext, principal: Acting, token: str, sent: SentForm) -> Response:
    """Take titles of columns for others, and look again."""
    found = context.use_cases.import_desk.waiting(principal, token)
    context.use_cases.import_desk.check_again(
        principal, token, _assigned(sent, found), source_format=found.source_format
    )
    context.use_cases.import_desk.wait(principal, token, _QUICK_SECONDS)
    return go_to(f"/imports/{token}")


@router.post("/imports/{token}/format")
def choose_format(context: InContext, principal: Acting, token: str, sent: SentForm) -> Response:
    """Read the list as another format, or find out again which it is."""
    desk, chosen = context.use_cases.import_desk, text_of(sent, "format")
    found = desk.waiting(principal, token)
    desk.check_again(
        principal, token, found.titles, source_format=chosen if chosen in FORMATS else ""
    )
    desk.wait(principal, token, _QUICK_SECONDS)
    return go_to(f"/imports/{token}")


@router.post("/imports/{token}/apply", dependencies=[Depends(sent_form)])
def apply_import(context: InContext, principal: Acting, token: str) -> Response:
    """Take the list into the network."""
    desk = context.use_cases.import_desk
    desk.apply(principal, token)
    done = desk.wait(principal, token, _QUICK_SECONDS)
    if done.phase is Phase.APPLIED and done.report and done.report.change_set_id:
        return go_to(f"/networks/{done.network_id}", saved=done.report.change_set_id)
    return go_to(f"/imports/{token}")


@router.post("/imports/{token}/cancel", dependencies=[Depends(sent_form)])
def cancel_import(context: InContext, principal: Acting, token: str) -> Response:
    """Stop, and forget the file."""
    desk = context.use_cases.import_desk
    was = desk.waiting(principal, token)
    desk.cancel(principal, token)
    return go_to("/import" if was.network_name else f"/networks/{was.network_id}/import")


@router.get("/imports/{token}/remarks")
def remarks(request: Request, context: InContext, principal: Acting, token: str) -> Response:
    """The file that was uploaded, with a column of remarks."""
    desk, language = context.use_cases.import_desk, page_language(request)
    found, sheets = desk.waiting(principal, token), desk.sheets(principal, token)
    problems = found.report.problems if found.report else ()
    stem, _, ending = found.file.rpartition(".")
    is_csv = len(sheets) == 1 and ending.lower() in {"csv", "txt", "tsv"}
    content = (
        remarks_csv(sheets[0], problems, language)
        if is_csv
        else remarks_xlsx(sheets, problems, language)
    )
    word = REMARKS.in_language(language)
    name = f"{stem or found.file} {word}.{'csv' if is_csv else 'xlsx'}"
    return download(content, name, "text/csv; charset=utf-8" if is_csv else _XLSX)


def _taken_in(
    context: Context, principal: Acting, sent: FormData, network_id: str, name: str
) -> str:
    """Keep what was uploaded or pasted, and wait for as long as most lists take to be read."""
    language = context.settings.language
    upload, pasted = sent.get("file"), text_of(sent, "pasted")
    if isinstance(upload, UploadFile) and upload.filename:
        upload.file.seek(0)
        file, content = plain_name(upload.filename), upload.file
    elif pasted:
        file = "eingefügt.csv" if language is Language.DE else "pasted.csv"
        content = io.BytesIO(pasted.encode("utf-8"))
    else:
        raise NothingUploadedError
    desk = context.use_cases.import_desk
    token = desk.take_in(principal, file, content, network_id=network_id, network_name=name)
    desk.wait(principal, token, _QUICK_SECONDS)
    return token


def _assigned(sent: FormData, found: WaitingImport) -> Titles:
    """Unknown titles by number, as the page showed them, and the known ones they stand for."""
    known = {each.title.de for each in _columns()}
    titles = dict(found.titles)
    for number, title in enumerate((*found.titles, *found.unknown)):
        chosen = text_of(sent, f"column.{number}")
        if chosen in known:
            titles[title] = chosen
        else:
            titles.pop(title, None)
    return titles


def _columns() -> list[Column]:
    return [column for sheet in SHEETS for column in sheet.columns]


def _upload_page(
    request: Request,
    context: Context,
    network: NetworkInfo | None,
    *,
    error: NetmapError | None = None,
    name: str = "",
) -> HTMLResponse:
    return page(
        request,
        "imports/upload.html",
        network=network,
        section="data" if network else "start",
        status=status_of(error) if error else 200,
        error=error,
        name=name,
        megabytes=context.settings.import_limit_megabytes,
    )


def _waiting_page(
    request: Request, context: Context, principal: Acting, found: WaitingImport
) -> HTMLResponse:
    language = page_language(request)
    network = (
        None
        if found.network_name and found.phase is not Phase.APPLIED
        else context.use_cases.networks.info(principal, found.network_id)
    )
    return page(
        request,
        "imports/waiting.html",
        network=network,
        section="data" if network else "start",
        found=found,
        view=import_view(found.report, language) if found.report else None,
        columns=_choices(language),
        formats=[(each, FORMAT_WORDS.get(each, same(each))) for each in FORMATS],
        assigned=[
            (title, found.titles.get(title, "")) for title in (*found.titles, *found.unknown)
        ],
    )


def _choices(language: Language) -> list[tuple[str, list[tuple[str, str]]]]:
    """Known columns by sheet, as value and words; the same title means the same everywhere."""
    return [
        (
            sheet.title.in_language(language),
            [
                (each.title.de, each.title.in_language(language))
                for each in sheet.columns
                if each.type is not CellType.ID
            ],
        )
        for sheet in SHEETS
    ]
