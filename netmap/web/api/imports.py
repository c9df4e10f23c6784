"""API route of importing: an uploaded list, shown first or taken into the network."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import ExitStack
from typing import Annotated, Literal, NamedTuple

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from netmap.ingest.formats import FORMATS
from netmap.ingest.graphs.mapping import load_mapping
from netmap.ingest.report import ImportReport
from netmap.services.confidential import shown_report
from netmap.values import ShortText
from netmap.web.api.addresses import change_set_address
from netmap.web.api.bodies import require_media_type
from netmap.web.api.reading import NetworkId
from netmap.web.api.uploads import kept, plain_name
from netmap.web.context import Acting, Confidential, InContext
from netmap.web.request_errors import ImportRefusedError, UploadError

router = APIRouter()

FORM = "multipart/form-data"
FILE = "file"
MAPPING = "mapping"
"""Fields of the form."""
_MOST_FILES = 2


class Upload(NamedTuple):
    """What a form holds: the list, and what the nodes and edges of a graph are."""

    file: UploadFile
    mapping: UploadFile | None


async def uploaded(request: Request) -> AsyncIterator[Upload]:
    """The files of the form, let go of afterwards.

    Raises:
        MediaTypeError: The body is no form with files.
        UploadError: There is no such file in it, or something else.
    """
    require_media_type(request, FORM)
    try:
        form = await request.form(max_files=_MOST_FILES, max_fields=_MOST_FILES)
    except HTTPException as error:
        raise UploadError(problem=str(error.detail)) from None
    try:
        files = {name: each for name, each in form.multi_items() if isinstance(each, UploadFile)}
        if (
            FILE not in files
            or files.keys() - {FILE, MAPPING}
            or len(files) < len(form.multi_items())
        ):
            raise UploadError(problem=f"{FILE}? {MAPPING}?")
        yield Upload(files[FILE], files.get(MAPPING))
    finally:
        await form.close()


@router.post(
    "/networks/{network_id}/imports",
    tags=["imports"],
    operation_id="import_file",
    summary="Import a list",
    responses={201: {"model": ImportReport}},
)
def import_file(
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    upload: Annotated[Upload, Depends(uploaded)],
    source_format: Annotated[
        Literal[FORMATS] | None,  # type: ignore[valid-type]  # as many as there are
        Query(alias="format", description="What the file is; found out where it is not given."),
    ] = None,
    name: Annotated[
        ShortText,
        Query(description="Name of the network, where the import creates it."),
    ] = "",
    dry_run: Annotated[
        bool, Query(description="Only say what would be added, changed and left alone.")
    ] = False,
    confidential: Confidential = False,
) -> ImportReport:
    """Take a file of any format that netmap reads into a network, as one change set.

    What the nodes and edges of a graph are, a file `mapping` may say beside it. A network that
    is not there yet is created. Importing the same file twice changes nothing.
    Answers 201 where something was written, 200 where nothing had to be, and 422 with the report
    where errors in the file kept it from being imported; a dry run answers 200 in any case.
    """
    context.metrics.import_bytes.observe(upload.file.size or 0)
    with kept(upload.file) as path, ExitStack() as beside:
        mapping = None
        if upload.mapping is not None:
            mapping = load_mapping(beside.enter_context(kept(upload.mapping)))
        report = context.use_cases.imports.run(
            principal,
            path,
            network_id=network_id,
            name=name or None,
            source_format=source_format,
            mapping=mapping,
            dry_run=dry_run,
        )
    # Where it lay in between is nobody's business.
    report = shown_report(report, confidential=confidential).model_copy(
        update={"source": plain_name(upload.file.filename)}
    )
    if report.has_errors and not dry_run:
        raise ImportRefusedError(source=report.source, report=report)
    if report.change_set_id is not None:
        response.status_code = 201
        response.headers["Location"] = change_set_address(network_id, report.change_set_id)
    return report
