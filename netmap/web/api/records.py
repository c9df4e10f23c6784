"""API routes of what held at a date: actors, bodies, seats, ties and topics."""

from __future__ import annotations

from typing import Annotated, TypeVar, cast

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field

from netmap.errors import RecordNotFoundError
from netmap.model import (
    Actor,
    Cooperation,
    ExchangeTie,
    Membership,
    Organization,
    ReportingLine,
    Topic,
)
from netmap.network import Network
from netmap.services.confidential import shown
from netmap.tables import Table
from netmap.values import Record
from netmap.web.api.paging import AskedPiece, Page, Piece, page_by_id
from netmap.web.api.reading import ReadRecords
from netmap.web.context import Confidential

router = APIRouter()
Kept = TypeVar("Kept", bound=Record)

ActorId = Annotated[
    str, Path(description="Id of the record; may hold slashes.", examples=["jugendamt"])
]


class ActorWithTies(BaseModel):
    """An actor with everything that is recorded about it at the date."""

    actor: Actor = Field(discriminator="kind")
    is_body: bool = Field(description="It meets: a committee, working group or other group.")
    topic_ids: list[str] = Field(description="What it works on, ascending.")
    memberships: list[Membership] = Field(description="Its seats in bodies.")
    members: list[Membership] = Field(description="Who sits in it.")
    exchanges: list[ExchangeTie]
    reporting_lines: list[ReportingLine]
    cooperations: list[Cooperation]


@router.get(
    "/networks/{network_id}/actors",
    tags=["records"],
    operation_id="list_actors",
    summary="Persons and organisations",
)
def actors(
    reading: ReadRecords, piece: AskedPiece, confidential: Confidential = False
) -> Page[Actor]:
    """All persons and organisations at the date, bodies included, ascending by id."""
    found = reading.network
    return page_by_id(
        found.actor_ids, lambda index: shown(found.actor(index), confidential=confidential), piece
    )


@router.get(
    "/networks/{network_id}/actors/{actor_id:path}",
    tags=["records"],
    operation_id="get_actor",
    summary="One actor with its ties",
)
def actor(
    reading: ReadRecords, actor_id: ActorId, confidential: Confidential = False
) -> ActorWithTies:
    """A person or organisation with its seats, members, ties, topics and cooperations."""
    return _with_ties(reading.network, _index(reading.network, actor_id), confidential)


@router.get(
    "/networks/{network_id}/bodies",
    tags=["records"],
    operation_id="list_bodies",
    summary="Committees, working groups and other bodies",
)
def bodies(
    reading: ReadRecords, piece: AskedPiece, confidential: Confidential = False
) -> Page[Organization]:
    """All organisations that meet at the date, ascending by id."""
    found = reading.network
    indices = found.bodies.tolist()
    ids = [found.actor_ids[index] for index in indices]

    def body_at(row: int) -> Organization:
        return cast(Organization, shown(found.actor(indices[row]), confidential=confidential))

    return page_by_id(ids, body_at, piece)


@router.get(
    "/networks/{network_id}/bodies/{body_id:path}",
    tags=["records"],
    operation_id="get_body",
    summary="One body with its members and ties",
)
def body(
    reading: ReadRecords, body_id: ActorId, confidential: Confidential = False
) -> ActorWithTies:
    """A body with its members, ties and topics; an actor that is no body is not found here."""
    index = _index(reading.network, body_id)
    if not reading.network.body_mask[index]:
        raise RecordNotFoundError(network_id=reading.network.id, record_id=body_id)
    return _with_ties(reading.network, index, confidential)


@router.get(
    "/networks/{network_id}/memberships",
    tags=["records"],
    operation_id="list_memberships",
    summary="Seats in bodies",
)
def memberships(reading: ReadRecords, piece: AskedPiece) -> Page[Membership]:
    """Who sits where in which role at the date, ascending by id."""
    return _page(reading.network.memberships, Membership, piece)


@router.get(
    "/networks/{network_id}/exchanges",
    tags=["records"],
    operation_id="list_exchanges",
    summary="Exchange ties",
)
def exchanges(reading: ReadRecords, piece: AskedPiece) -> Page[ExchangeTie]:
    """Exchange between actors or bodies at the date, as it was reported, ascending by id."""
    return _page(reading.network.exchange_ties, ExchangeTie, piece)


@router.get(
    "/networks/{network_id}/reporting-lines",
    tags=["records"],
    operation_id="list_reporting_lines",
    summary="Reporting lines",
)
def reporting_lines(reading: ReadRecords, piece: AskedPiece) -> Page[ReportingLine]:
    """Who reports to whom at the date, ascending by id."""
    return _page(reading.network.reporting_lines, ReportingLine, piece)


@router.get(
    "/networks/{network_id}/cooperations",
    tags=["records"],
    operation_id="list_cooperations",
    summary="Cooperations",
)
def cooperations(reading: ReadRecords, piece: AskedPiece) -> Page[Cooperation]:
    """Cooperations that parties agreed on, at the date, ascending by id."""
    return _page(reading.network.cooperations, Cooperation, piece)


@router.get(
    "/networks/{network_id}/topics",
    tags=["records"],
    operation_id="list_topics",
    summary="Topics and fields of action",
)
def topics(reading: ReadRecords, piece: AskedPiece) -> Page[Topic]:
    """All topics, ascending by id."""
    found = reading.network
    return page_by_id(found.topic_ids, found.topic, piece)


def _index(network: Network, actor_id: str) -> int:
    if actor_id not in network.actor_index:
        raise RecordNotFoundError(network_id=network.id, record_id=actor_id)
    return network.actor_index[actor_id]


def _with_ties(network: Network, index: int, confidential: bool) -> ActorWithTies:
    record = shown(network.actor(index), confidential=confidential)

    def mentioning(table: Table, *fields: str) -> list[int]:
        return [
            row
            for row in range(len(table))
            if any(table.columns[field][row] == record.id for field in fields)
        ]

    works = zip(network.works_on.source.tolist(), network.works_on.target.tolist(), strict=True)
    seats, ties, lines = network.memberships, network.exchange_ties, network.reporting_lines
    agreed = network.cooperations
    party = [row for row, ids in enumerate(agreed.columns["party_ids"]) if record.id in ids]
    return ActorWithTies(
        actor=record,
        is_body=bool(network.body_mask[index]),
        topic_ids=[
            network.topic_ids[topic] for topic in sorted({t for a, t in works if a == index})
        ],
        memberships=_records(seats, Membership, mentioning(seats, "member_id")),
        members=_records(seats, Membership, mentioning(seats, "organization_id")),
        exchanges=_records(ties, ExchangeTie, mentioning(ties, "source_id", "target_id")),
        reporting_lines=_records(
            lines, ReportingLine, mentioning(lines, "sender_id", "receiver_id")
        ),
        cooperations=_records(agreed, Cooperation, party),
    )


def _records(table: Table, model: type[Kept], rows: list[int]) -> list[Kept]:
    return [_record(table, model, row) for row in rows]


def _record(table: Table, _model: type[Kept], row: int) -> Kept:
    return cast(Kept, table.record(row))


def _page(table: Table, model: type[Kept], piece: Piece) -> Page[Kept]:
    return page_by_id(table.columns["id"], lambda row: _record(table, model, row), piece)
