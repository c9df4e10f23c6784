"""What two records say together: nothing that either says is lost without being told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from netmap.dates import first_day
from netmap.ingest.identity import MERGED_SCHEME
from netmap.model import AnyRecord, ExchangeTie, Membership, ReportingLine, WorksOn
from netmap.values import Identifier, Record, Source
from netmap.vocabulary import Role

_Tie = TypeVar("_Tie", bound=Record)

BASICS = frozenset({"kind", "id", "version", "identifiers", "source", "attributes"})
"""Fields of every record, which have rules of their own."""
_LONGEST_LABEL = 1_000
_BETWEEN = "; "


def is_empty(value: Any) -> bool:
    """Whether a field says nothing."""
    return value is None or value in ("", ())


def former_id(record: Record) -> Identifier:
    """The id of a record that goes, as an identifier of the one in which it is taken up.

    A later import of the same list then finds the one that stayed, and brings nothing back.
    """
    return Identifier(scheme=MERGED_SCHEME, identifier=record.id)


def united(one: Iterable[Any], other: Iterable[Any]) -> tuple[Any, ...]:
    """What stands in either, each once, in order."""
    return tuple(dict.fromkeys((*one, *other)))


def both_sources(one: Source | None, other: Source | None) -> Source | None:
    """Where two records came from, as the source of one.

    >>> both_sources(Source(label="Liste A"), Source(label="Liste B", retrieved_at="2024")).label
    'Liste A; Liste B (2024)'
    """
    if one is None or other is None or one == other:
        return one or other
    if other.label in one.label.split(_BETWEEN):
        return one
    dated = f"{other.label} ({other.retrieved_at})" if other.retrieved_at else other.label
    return one.model_copy(
        update={"label": f"{one.label}{_BETWEEN}{dated}"[:_LONGEST_LABEL].strip()}
    )


def both_attributes(one: Record, other: Record) -> dict[str, Any] | None:
    """The open attributes of both; ``None`` where they say different things under one title."""
    for title, value in other.attributes.items():
        known = one.attributes.get(title)
        if not (is_empty(known) or is_empty(value) or _same(known, value)):
            return None
    given = {title: value for title, value in other.attributes.items() if not is_empty(value)}
    return {**other.attributes, **one.attributes, **given}


def ends_of(record: AnyRecord) -> tuple[Any, ...] | None:
    """What two ties of one kind have in common that may be one; ``None`` where it is no tie.

    What two sides reported are two statements, and both stay.
    """
    match record:
        case Membership():
            return record.kind, record.member_id, record.organization_id, record.role
        case ExchangeTie():
            ends = frozenset((record.source_id, record.target_id))
            return record.kind, ends, record.reported_by_id
        case ReportingLine():
            return record.kind, record.sender_id, record.receiver_id
        case WorksOn():
            return record.kind, record.actor_id, record.topic_id
        case _:
            return None


def is_loop(record: AnyRecord) -> bool:
    """Whether a tie leads from an actor to itself."""
    match record:
        case Membership():
            return record.member_id == record.organization_id
        case ExchangeTie():
            return record.source_id == record.target_id
        case ReportingLine():
            return record.sender_id == record.receiver_id
        case _:
            return False


def joined(one: _Tie, other: _Tie) -> _Tie | None:
    """Two ties with the same ends as one; ``None`` where they say different things.

    Lists are united, gaps filled, and the words of a role and the sources stand side by side. A
    tie that has ended and one that has not are two.

    >>> seat = Membership(id="a", member_id="p", organization_id="b")
    >>> joined(seat, seat.model_copy(update={"id": "b", "start_date": "2024"})).start_date
    '2024'
    >>> joined(seat, seat.model_copy(update={"id": "b", "end_date": "2024"})) is None
    True
    """
    attributes = both_attributes(one, other)
    if attributes is None or getattr(one, "end_date", None) != getattr(other, "end_date", None):
        return None
    update: dict[str, Any] = {
        "attributes": attributes,
        "identifiers": (*united(one.identifiers, other.identifiers), former_id(other)),
        "source": both_sources(one.source, other.source),
    }
    for field in type(one).model_fields.keys() - BASICS - {"source_id", "target_id"}:
        mine, theirs = getattr(one, field), getattr(other, field)
        if is_empty(theirs) or _same(mine, theirs):
            continue
        if is_empty(mine):
            update[field] = theirs
        elif isinstance(mine, tuple):
            update[field] = united(mine, theirs)
        elif field == "role_label" and getattr(one, "role", None) is not Role.OTHER:
            words = united(mine.split(_BETWEEN), theirs.split(_BETWEEN))
            update[field] = _BETWEEN.join(words)[:_LONGEST_LABEL]
        else:
            return None
    return one.model_copy(update=update)


def wider(field: str, one: str | None, other: str | None) -> str | None:
    """Of two dates of validity the one that excludes less; an unknown one excludes nothing."""
    if one is None or other is None:
        return None
    earlier, later = sorted((one, other), key=first_day)
    return earlier if field == "start_date" else later


def _same(one: Any, other: Any) -> bool:
    return one == other and isinstance(one, bool) is isinstance(other, bool)
