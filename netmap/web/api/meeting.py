"""API route of a meeting: chosen findings as slides, in one file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from netmap.language import Language
from netmap.services.meetings import MOST_FINDINGS
from netmap.web.api.reading import NetworkId, spare
from netmap.web.context import Acting, AsOf, InContext

router = APIRouter()

_HTML = "text/html; charset=utf-8"


@router.get(
    "/networks/{network_id}/meeting",
    tags=["exports"],
    operation_id="export_meeting",
    summary="The meeting view as a file",
    response_class=Response,
    responses={200: {"content": {_HTML: {"schema": {"type": "string"}}}}},
)
def meeting(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    as_of: AsOf,
    finding: Annotated[
        list[Annotated[str, Query(pattern="^[0-9a-f]{16}$")]] | None,
        Query(
            description="Ids of findings, in the order of the meeting; those that do not follow "
            "from the data are left out. Without any: a few strengths, and one or two of every "
            "kind of suggestion.",
            max_length=MOST_FINDINGS,
        ),
    ] = None,
    language: Annotated[
        Language | None,
        Query(description="Language of the slides; without it that of the server."),
    ] = None,
) -> Response:
    """Slides on the map, what works well first: one HTML file that opens without a connection.

    What is for the coordinating office alone is on none of them.
    """
    use_cases = context.use_cases
    spoken = language or context.settings.language
    head = Response()
    network = use_cases.networks.at(principal, network_id, as_of)
    thresholds = use_cases.insights.thresholds
    spare(request, head, network.revision, network.as_of, thresholds, spoken)
    document = use_cases.meetings.document(
        principal, network_id, finding, as_of=as_of, language=spoken
    )
    headers = {
        name: head.headers[name] for name in ("ETag", "Cache-Control") if name in head.headers
    }
    # Ids of networks hold nothing that would have to be quoted.
    headers["Content-Disposition"] = f'attachment; filename="netmap-{network_id}-meeting.html"'
    return Response(document, media_type=_HTML, headers=headers)
