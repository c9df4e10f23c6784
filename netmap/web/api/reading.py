"""What every reading route does: take a network at a date and spare clients what they have."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Path, Query, Request, Response

from netmap import __version__
from netmap.network import Network
from netmap.web.context import Acting, AsOf, InContext


class NotModifiedError(Exception):
    """The client has this very answer already."""

    def __init__(self, etag: str) -> None:
        """Name what it has."""
        super().__init__(etag)
        self.etag = etag


_PIECE = frozenset({"limit", "cursor"})


def spare(request: Request, response: Response, *state: object) -> str:
    """Mark the answer with an ETag, and stop where the client has it already.

    The tag is made of the address, of ``state`` and of netmap's version: whatever an answer
    depends on.

    Returns:
        The edition: what all pieces of one list have in common and no other list has.

    Raises:
        NotModifiedError: The request's If-None-Match names this answer.
    """
    query = sorted(request.query_params.multi_items())
    whole = [item for item in query if item[0] not in _PIECE]
    edition = _digest(__version__, request.url.path, whole, *state)
    etag = f'W/"{_digest(edition, query)}"'
    given = request.headers.get("if-none-match", "")
    if given.strip() == "*" or etag in (tag.strip() for tag in given.split(",")):
        raise NotModifiedError(etag)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    return edition


def _digest(*parts: object) -> str:
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Reading:
    """A network as a request reads it.

    Attributes:
        edition: Changes whenever the list as a whole might.
    """

    network: Network
    edition: str


NetworkId = Annotated[str, Path(description="Id of the network.", examples=["falkenrode"])]


def read_network(
    request: Request,
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    as_of: AsOf,
) -> Reading:
    """The network of the path at the date of the query.

    Raises:
        NetworkNotFoundError: There is none.
        NotModifiedError: The client has this answer.
    """
    network = context.use_cases.networks.at(principal, network_id, as_of)
    thresholds = context.use_cases.insights.thresholds
    edition = spare(request, response, network.revision, network.as_of, thresholds)
    return Reading(network, edition)


def read_records(
    request: Request,
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
    as_of: AsOf,
    snapshot: Annotated[
        str | None,
        Query(
            description="Id of a snapshot: reads the network as it was frozen then, at the day it "
            "was taken unless `as_of` names another.",
            max_length=500,
        ),
    ] = None,
) -> Reading:
    """The network of the path, as it stands or as a snapshot froze it.

    Raises:
        NetworkNotFoundError: There is none.
        SnapshotNotFoundError: It has no such snapshot.
        NotModifiedError: The client has this answer.
    """
    networks = context.use_cases.networks
    # An erasure changes what a snapshot holds, and the revision of the network with it.
    revision = networks.info(principal, network_id).revision
    network = networks.at(principal, network_id, as_of, snapshot_id=snapshot)
    edition = spare(request, response, revision, network.revision, network.as_of)
    return Reading(network, edition)


def read_stored(
    request: Request,
    response: Response,
    context: InContext,
    principal: Acting,
    network_id: NetworkId,
) -> Reading:
    """The network of the path with all that is stored of it, whatever the date.

    Raises:
        NetworkNotFoundError: There is none.
        NotModifiedError: The client has this answer.
    """
    network = context.use_cases.networks.at(principal, network_id)
    return Reading(network, spare(request, response, network.revision))


ReadNetwork = Annotated[Reading, Depends(read_network)]
ReadRecords = Annotated[Reading, Depends(read_records)]
ReadStored = Annotated[Reading, Depends(read_stored)]
