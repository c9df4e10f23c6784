"""Short ways to write down small networks: ids are names, and ties number themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from netmap.dates import period
from netmap.model import (
    Cooperation,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Level

_numbers = count(1)


def network(*records: Record | Sequence[Record], as_of: str = "2025-06-30") -> Network:
    """A network of records and lists of records, at one date."""
    flat: list[Record] = []
    for each in records:
        flat.extend([each] if isinstance(each, Record) else each)
    return Network.from_records(flat, as_of=period(as_of), name="Kreis")


def person(name: str, house: str | None = None, /, **fields: Any) -> Person:
    """A person, working for ``house``."""
    return Person.model_validate({"id": name, "name": name, "organization_id": house, **fields})


def organization(name: str, /, **fields: Any) -> Organization:
    """An organisation that is no body."""
    return Organization.model_validate({"id": name, "name": name, **fields})


def body(name: str, level: Level | None = None, /, **fields: Any) -> Organization:
    """A body."""
    return Organization.model_validate(
        {"id": name, "name": name, "meets": True, "level": level, **fields}
    )


def topic(name: str) -> Topic:
    """A topic."""
    return Topic(id=name, name=name)


def seat(member: str, in_body: str, *on_behalf_of: str, **fields: Any) -> Membership:
    """A seat of a member in a body."""
    return Membership.model_validate(
        {
            "id": _tie_id(),
            "member_id": member,
            "organization_id": in_body,
            "on_behalf_of_ids": on_behalf_of,
            **fields,
        }
    )


def seats(in_body: str, *members: str) -> list[Record]:
    """Seats of several members in one body."""
    return [seat(member, in_body) for member in members]


def exchange(source: str, target: str, **fields: Any) -> ExchangeTie:
    """Exchange between two actors."""
    return ExchangeTie.model_validate(
        {"id": _tie_id(), "source_id": source, "target_id": target, **fields}
    )


def line(sender: str, receiver: str, **fields: Any) -> ReportingLine:
    """A reporting line."""
    return ReportingLine.model_validate(
        {"id": _tie_id(), "sender_id": sender, "receiver_id": receiver, **fields}
    )


def cooperation(*parties: str, **fields: Any) -> Cooperation:
    """A cooperation between parties."""
    return Cooperation.model_validate(
        {"id": _tie_id(), "name": "Agreement", "party_ids": parties, **fields}
    )


def work(actor: str, *topics: str) -> list[Record]:
    """An actor's work on topics."""
    return [WorksOn(id=_tie_id(), actor_id=actor, topic_id=each) for each in topics]


def _tie_id() -> str:
    return f"tie {next(_numbers):06d}"
