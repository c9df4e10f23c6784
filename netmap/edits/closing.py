"""A body that ends: dissolved, or merged into another one that goes on with its work."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from netmap.changes import Change, Put, new_id
from netmap.dates import last_day, period
from netmap.edits.errors import EditImpossibleError
from netmap.edits.held import Held, held
from netmap.edits.new_records import ended, following, own_source
from netmap.language import Language, Text
from netmap.model import AnyRecord, Membership, Organization, ReportingLine, WorksOn
from netmap.network import Network
from netmap.values import Source
from netmap.vocabulary import Role, Status

_SAME = Text(
    de="Ein Gremium kann nicht in sich selbst aufgehen.",
    en="A body cannot be merged into itself.",
)
_ANOTHER = Text(
    de="Bitte ein anderes Gremium wählen oder „auflösen“.",
    en='Please choose another body, or "dissolve".',
)
_OVER = Text(de="„{name}“ ist schon beendet.", en='"{name}" has already ended.')
_CORRECT_END = Text(
    de="Das Ende lässt sich am Gremium selbst berichtigen.",
    en="Its end can be corrected on the body itself.",
)
_LEADING = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT, Role.MODERATION})
"""Roles that the body which goes on has filled itself."""
_DISSOLVED = Text(de="Aufgelöst: „{name}“", en='Dissolved: "{name}"')
_MERGED = Text(de="Zusammengelegt: „{name}“ in „{into}“", en='Merged: "{name}" into "{into}"')


class Taken(StrEnum):
    """What another body takes over."""

    SEATS = "seats"
    TOPICS = "topics"
    PARTS = "parts"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Closing:
    """What closing a body does.

    Attributes:
        body: The body as it will be.
        into: The one that goes on with its work, as it is.
        ended: Seats that end with it.
        begun: What begins in the other body: seats, topics and reporting lines.
        moved: Bodies that become part of the other one, as they will be.
        there: Members who sit in the other body already.
        orphans: Bodies that stay part of one that has ended.
    """

    body: Organization
    into: Organization | None
    ended: tuple[Membership, ...]
    begun: tuple[AnyRecord, ...]
    moved: tuple[Organization, ...]
    there: tuple[str, ...]
    orphans: tuple[Organization, ...]
    changes: tuple[Change, ...]
    note: Text


def close_body(
    network: Network,
    body_id: str,
    *,
    on: str,
    into_id: str = "",
    take: Collection[Taken] = frozenset(Taken),
    language: Language = Language.DE,
) -> Closing:
    """Dissolve a body, or merge it into another one.

    Its seats end with it. Where another body goes on, members who do not sit there yet get a seat:
    chairs, secretaries and moderators as members, as that body has its own.

    Args:
        network: What is known.
        body_id: The body that ends.
        on: Its last day, month or year.
        into_id: The body that goes on with its work; empty where it is dissolved.
        take: What that body takes over.
        language: Of what is said about where new records come from.

    Raises:
        RecordNotFoundError: One of the two is not there.
        DateError: ``on`` is no date.
        EditImpossibleError: The body has ended already, or would go on in itself.
    """
    period(on)
    known = held(network)
    body = known.record(body_id, Organization)
    if into_id == body_id:
        raise EditImpossibleError(_SAME, _ANOTHER)
    into = known.record(into_id, Organization) if into_id else None
    for each in (body, into):
        if each is not None and last_day(each.end_date) < network.as_of.first.isoformat():
            raise EditImpossibleError(_OVER.format(name=each.name), _CORRECT_END)
    seats = known.seats_in(body_id)
    over = tuple(ended(seat, on, known) for seat in seats)
    parts = _parts(known, body)
    taken: list[AnyRecord] = []
    moved: tuple[Organization, ...] = ()
    there: tuple[str, ...] = ()
    if into is not None:
        source, start = own_source(known, language), following(on)
        if Taken.SEATS in take:
            sitting = {each.member_id for each in known.seats_in(into.id)} | {into.id}
            taken += _seats(seats, sitting, into, start, source)
            there = tuple(dict.fromkeys(s.member_id for s in seats if s.member_id in sitting))
        if Taken.TOPICS in take:
            taken += _topics(known, body_id, into, start, source)
        if Taken.LINES in take:
            taken += _lines(known, body_id, into, start, source)
        if Taken.PARTS in take:
            moved = tuple(_under(each, body, into) for each in parts)
            parts = []
    after = body.model_copy(
        update={
            "status": Status.MERGED if into else Status.DISSOLVED,
            "end_date": on,
            "successor_id": into.id if into else body.successor_id,
        }
    )
    note = _MERGED.format(name=body.name, into=into.name) if into else None
    return Closing(
        body=after,
        into=into,
        ended=over,
        begun=tuple(taken),
        moved=moved,
        there=there,
        orphans=tuple(parts),
        changes=tuple(Put(each) for each in (after, *over, *moved, *taken)),
        note=note or _DISSOLVED.format(name=body.name),
    )


def _parts(known: Held, body: Organization) -> list[Organization]:
    below = known.running(body.id, Organization)
    return [each for each in below if each.parent_id == body.id]


def _under(part: Organization, body: Organization, into: Organization) -> Organization:
    """The part under the body that goes on; that body itself under what its parent was part of."""
    above = body.parent_id if part.id == into.id else into.id
    return part.model_copy(update={"parent_id": above})


def _seats(
    seats: list[Membership],
    sitting: Collection[str],
    into: Organization,
    start: str,
    source: Source,
) -> list[Membership]:
    begun: dict[str, Membership] = {}
    for seat in seats:
        if seat.member_id in sitting or seat.member_id in begun:
            continue
        leads = seat.role in _LEADING
        begun[seat.member_id] = Membership(
            id=new_id(),
            member_id=seat.member_id,
            organization_id=into.id,
            role=Role.MEMBER if leads else seat.role,
            role_label="" if leads else seat.role_label,
            house_level=seat.house_level,
            on_behalf_of_ids=seat.on_behalf_of_ids,
            start_date=start,
            source=source,
        )
    return list(begun.values())


def _topics(
    known: Held, body_id: str, into: Organization, start: str, source: Source
) -> list[WorksOn]:
    has = {each.topic_id for each in known.running(into.id, WorksOn)}
    wanted = {each.topic_id: None for each in known.running(body_id, WorksOn)}
    return [
        WorksOn(id=new_id(), actor_id=into.id, topic_id=each, start_date=start, source=source)
        for each in wanted
        if each not in has
    ]


def _lines(
    known: Held, body_id: str, into: Organization, start: str, source: Source
) -> list[ReportingLine]:
    has = {(each.sender_id, each.receiver_id) for each in known.running(into.id, ReportingLine)}
    begun = []
    for line in known.running(body_id, ReportingLine):
        ends = tuple(
            into.id if each == body_id else each for each in (line.sender_id, line.receiver_id)
        )
        if ends[0] != ends[1] and ends not in has:
            begun.append(
                ReportingLine(
                    id=new_id(),
                    sender_id=ends[0],
                    receiver_id=ends[1],
                    returns_decisions=line.returns_decisions,
                    form=line.form,
                    start_date=start,
                    source=source,
                )
            )
    return begun
