"""API route of exports: a network or a snapshot of it as a file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from netmap.language import Language
from netmap.views.exports.formats import EXPORTS, ExportName
from netmap.web.api.reading import spare
from netmap.web.context import Acting, AsOf, Confidential, InContext

router = APIRouter()

_FILE = {"type": "string", "format": "binary"}
_FILES = {
    each.media_type: {"schema": {"type": "object"} if "json" in each.media_type else _FILE}
    for each in EXPORTS.values()
}


@router.get(
    "/networks/{network_id}/export",
    tags=["exports"],
    operation_id="export_network",
    summary="A network as a file",
    response_class=Response,
    responses={200: {"content": _FILES}},
)
def export(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: Annotated[str, Path(description="Id of the network.", examples=["falkenrode"])],
    as_of: AsOf,
    export_format: Annotated[
        ExportName, Query(alias="format", description="The format of the file.")
    ] = ExportName.WORKBOOK,
    snapshot: Annotated[
        str | None, Query(description="Id of a snapshot to write instead of what holds now.")
    ] = None,
    language: Annotated[
        Language | None,
        Query(description="Language of titles and labels; without it that of the server."),
    ] = None,
    confidential: Confidential = False,
) -> Response:
    """All records, or with `as_of` what holds at that date.

    Every format but JSON-LD can be imported again and gives the same network.
    """
    use_cases = context.use_cases
    spoken = language or context.settings.language
    head = Response()
    # An erasure reaches snapshots, too, and is a revision of its network.
    revision = use_cases.networks.info(principal, network_id).revision
    spare(request, head, revision, spoken)
    made = use_cases.exports.export(
        principal,
        network_id,
        export_format,
        language=spoken,
        as_of=as_of,
        confidential=confidential,
        snapshot_id=snapshot,
    )
    headers = {
        name: head.headers[name] for name in ("ETag", "Cache-Control") if name in head.headers
    }
    # Names of exports hold nothing that would have to be quoted.
    headers["Content-Disposition"] = f'attachment; filename="{made.file_name}"'
    return Response(made.content, media_type=made.media_type, headers=headers)
