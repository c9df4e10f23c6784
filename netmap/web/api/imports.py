"""API route of importing: an uploaded list, shown first or taken into the network."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from netmap.ingest.formats import FORMATS
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
FIELD = "file"
_MOST_FIELDS = 1


async def uploaded(request: Request) -> AsyncIterator[UploadFile]:
    """The one file of the form, let go of afterwards.

    Raises:
        MediaTypeError: The body is no form with a file.
        UploadError: There is no such file in it, or more than one thing.
    """
    require_media_type(request, FORM)
    try:
        form = await request.form(max_files=1, max_fields=_MOST_FIELDS)
    except HTTPException as error:
        raise UploadError(problem=str(error.detail)) from None
    try:
        file = form.get(FIELD)
        if not isinstance(file, UploadFile) or len(form.multi_items()) > 1:
            raise UploadError(problem=f"{FIELD}?")
        yield file
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
    file: Annotated[UploadFile, Depends(uploaded)],
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
    """Take a workbook, list, cross table or Popolo file into a network, as one change set.

    A network that is not there yet is created. Importing the same file twice changes nothing.
    Answers 201 where something was written, 200 where nothing had to be, and 422 with the report
    where errors in the file kept it from being imported; a dry run answers 200 in any case.
    """
    context.metrics.import_bytes.observe(file.size or 0)
    with kept(file) as path:
        report = context.use_cases.imports.run(
            principal,
            path,
            network_id=network_id,
            name=name or None,
            source_format=source_format,
            dry_run=dry_run,
        )
    # Where it lay in between is nobody's business.
    report = shown_report(report, confidential=confidential).model_copy(
        update={"source": plain_name(file.filename)}
    )
    if report.has_errors and not dry_run:
        raise ImportRefusedError(source=report.source, report=report)
    if report.change_set_id is not None:
        response.status_code = 201
        response.headers["Location"] = change_set_address(network_id, report.change_set_id)
    return report
