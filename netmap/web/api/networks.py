"""API routes of the networks there are: listed, looked up and created."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field, TypeAdapter

from netmap.changes import NetworkInfo
from netmap.values import Name, Part
from netmap.web.api.addresses import network_address
from netmap.web.api.bodies import JsonBody
from netmap.web.api.paging import AskedPiece, Page, page_by_id
from netmap.web.api.reading import NetworkId, spare
from netmap.web.context import Acting, InContext

router = APIRouter()


class NewNetwork(Part):
    """A network to create."""

    id: str = Field(
        min_length=1,
        max_length=64,
        description="1 to 64 letters (a-z), digits, hyphens, dots and underscores; stands in "
        "addresses and never changes.",
        json_schema_extra={"pattern": "^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$"},
        examples=["musterkreis"],
    )
    name: Name = Field(description="What people call it.")


NEW_NETWORK = JsonBody(TypeAdapter(NewNetwork))


@router.get("/networks", tags=["networks"], operation_id="list_networks", summary="Networks")
def networks(
    request: Request, response: Response, context: InContext, principal: Acting, piece: AskedPiece
) -> Page[NetworkInfo]:
    """The networks that may be read, ascending by id."""
    infos = context.use_cases.networks.all(principal)
    spare(request, response, *((info.id, info.name, info.revision) for info in infos))
    return page_by_id([info.id for info in infos], infos.__getitem__, piece)


@router.post(
    "/networks",
    tags=["networks"],
    operation_id="create_network",
    summary="Create a network",
    status_code=201,
)
def create_network(
    response: Response,
    context: InContext,
    principal: Acting,
    wanted: Annotated[NewNetwork, Depends(NEW_NETWORK)],
) -> NetworkInfo:
    """Create an empty network; an import creates the one it goes to by itself."""
    context.use_cases.records.apply(principal, wanted.id, (), new_network=wanted.name)
    response.headers["Location"] = network_address(wanted.id)
    return context.use_cases.networks.info(principal, wanted.id)


@router.get(
    "/networks/{network_id}", tags=["networks"], operation_id="get_network", summary="One network"
)
def network(
    request: Request,
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
) -> NetworkInfo:
    """What a network is called and how current it is."""
    info = context.use_cases.networks.info(principal, network_id)
    spare(request, response, info.name, info.revision)
    return info
