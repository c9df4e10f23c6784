"""API route of the graph: everything as nodes and edges, for tools that draw or count."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from fastapi import APIRouter
from pydantic import BaseModel, Field

from netmap.network import ABSENT, Index, Links, Network
from netmap.tables import Table
from netmap.vocabulary import Kind, Level, Sector, Status
from netmap.web.api.reading import ReadRecords

router = APIRouter()


class EdgeKind(StrEnum):
    """What an edge stands for."""

    MEMBER_OF = "member_of"
    EXCHANGES_WITH = "exchanges_with"
    REPORTS_TO = "reports_to"
    WORKS_FOR = "works_for"
    PART_OF = "part_of"


class Node(BaseModel):
    """An actor."""

    id: str
    label: str = Field(description="Its name; the function of a person who is not named.")
    kind: Kind = Field(description="person or organization.", examples=["organization"])
    is_body: bool
    level: Level | None
    sector: Sector | None
    status: Status | None


class Edge(BaseModel):
    """A link between two actors; the exchange ties among them have no direction."""

    source: str
    target: str
    kind: EdgeKind
    record_id: str | None = Field(
        description="The record it stands for; null where it stands for a field of the source."
    )


class Graph(BaseModel):
    """All actors at the date, isolates included, and the links between them."""

    nodes: list[Node] = Field(description="Ascending by id.")
    edges: list[Edge] = Field(description="By kind, then by the id of the record or source.")


@router.get(
    "/networks/{network_id}/graph",
    tags=["graph"],
    operation_id="get_graph",
    summary="Everything as nodes and edges",
)
def graph(reading: ReadRecords) -> Graph:
    """The whole network at the date, in one piece."""
    return Graph(nodes=list(_nodes(reading.network)), edges=list(_edges(reading.network)))


def _nodes(network: Network) -> Iterator[Node]:
    columns = (network.values("level"), network.values("sector"), network.values("status"))
    for index, (level, sector, status) in enumerate(zip(*columns, strict=True)):
        yield Node(
            id=network.actor_ids[index],
            label=network.labels[index],
            kind=Kind.PERSON if network.person_mask[index] else Kind.ORGANIZATION,
            is_body=bool(network.body_mask[index]),
            level=level,
            sector=sector,
            status=status,
        )


def _edges(network: Network) -> Iterator[Edge]:
    yield from _ties(network, EdgeKind.MEMBER_OF, network.memberships, network.seats)
    yield from _ties(network, EdgeKind.EXCHANGES_WITH, network.exchange_ties, network.exchange)
    yield from _ties(network, EdgeKind.REPORTS_TO, network.reporting_lines, network.reporting)
    yield from _fields(network, EdgeKind.WORKS_FOR, network.houses)
    yield from _fields(network, EdgeKind.PART_OF, network.parents)


def _ties(network: Network, kind: EdgeKind, table: Table, links: Links) -> Iterator[Edge]:
    ids = network.actor_ids
    ends = zip(table.columns["id"], links.source.tolist(), links.target.tolist(), strict=True)
    for record_id, source, target in ends:
        yield Edge(source=ids[source], target=ids[target], kind=kind, record_id=record_id)


def _fields(network: Network, kind: EdgeKind, targets: Index) -> Iterator[Edge]:
    ids = network.actor_ids
    for source, target in enumerate(targets.tolist()):
        if target != ABSENT:
            yield Edge(source=ids[source], target=ids[target], kind=kind, record_id=None)
