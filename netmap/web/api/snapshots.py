"""API routes of snapshots: the network frozen as it stands, to be read later as it was."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response
from pydantic import Field, TypeAdapter

from netmap.changes import Snapshot
from netmap.errors import SnapshotNotFoundError
from netmap.values import Name, Part
from netmap.web.api.addresses import snapshot_address
from netmap.web.api.bodies import JsonBody
from netmap.web.api.paging import AskedPiece, Page, page_by_position
from netmap.web.api.reading import NetworkId, spare
from netmap.web.context import Acting, InContext

router = APIRouter()


class NewSnapshot(Part):
    """A snapshot to take."""

    label: Name = Field(description="What to call it.")


NEW_SNAPSHOT = JsonBody(TypeAdapter(NewSnapshot))


@router.get(
    "/networks/{network_id}/snapshots",
    tags=["snapshots"],
    operation_id="list_snapshots",
    summary="Snapshots",
)
def snapshots(
    request: Request,
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    piece: AskedPiece,
) -> Page[Snapshot]:
    """Frozen copies of the network, newest first; the `snapshot` of other routes reads them."""
    found = context.use_cases.records.snapshots(principal, network_id)
    edition = spare(request, response, *(each.id for each in found))
    return page_by_position(found, edition, piece)


@router.post(
    "/networks/{network_id}/snapshots",
    tags=["snapshots"],
    operation_id="create_snapshot",
    summary="Freeze the network",
    status_code=201,
)
def create_snapshot(
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    wanted: Annotated[NewSnapshot, Depends(NEW_SNAPSHOT)],
) -> Snapshot:
    """Keep a copy of the network as it stands now; later changes never touch it."""
    taken = context.use_cases.records.freeze(principal, network_id, label=wanted.label)
    response.headers["Location"] = snapshot_address(network_id, taken.id)
    return taken


@router.get(
    "/networks/{network_id}/snapshots/{snapshot_id}",
    tags=["snapshots"],
    operation_id="get_snapshot",
    summary="One snapshot",
)
def snapshot(
    request: Request,
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    snapshot_id: Annotated[str, Path(description="Id of the snapshot.", examples=["4f0c1e"])],
) -> Snapshot:
    """What a snapshot is called and when it was taken."""
    for each in context.use_cases.records.snapshots(principal, network_id):
        if each.id == snapshot_id:
            spare(request, response, each.taken_at)
            return each
    raise SnapshotNotFoundError(network_id=network_id, snapshot_id=snapshot_id)
