"""Last year's body as the pattern of a new one: what it is for and who sits there, no dates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from netmap.changes import Change, Put, new_id
from netmap.dates import last_day, period
from netmap.edits.closing import Taken
from netmap.edits.errors import EditImpossibleError
from netmap.edits.held import Held, held
from netmap.edits.new_records import fresh_id, own_source
from netmap.language import Language, Text
from netmap.model import AnyRecord, Membership, Organization, ReportingLine, WorksOn
from netmap.network import Network
from netmap.vocabulary import Kind, Status

_NAMELESS = Text(de="Das neue Gremium hat keinen Namen.", en="The new body has no name.")
_NAME_IT = Text(de="Bitte einen Namen angeben.", en="Please give a name.")
_COPIED = Text(de="Angelegt nach „{name}“: „{new}“", en='Made after "{name}": "{new}"')


@dataclass(frozen=True, slots=True)
class Copy:
    """What copying a body does.

    Attributes:
        body: The new body.
        pattern: The one it is made after.
        begun: Its seats, topics and reporting lines.
    """

    body: Organization
    pattern: Organization
    begun: tuple[AnyRecord, ...]
    changes: tuple[Change, ...]
    note: Text


def copy_body(
    network: Network,
    body_id: str,
    *,
    name: str,
    start: str | None = None,
    take: Collection[Taken] = frozenset(Taken),
    language: Language = Language.DE,
) -> Copy:
    """Make a new body after another one.

    What it is for is copied; ids of other systems, further details of an import, dates and status
    are not. Of a body that has ended, those are taken who sat there to the end.

    Args:
        network: What is known.
        body_id: The body it is made after.
        name: Name of the new one.
        start: Its first day, month or year, and that of the seats; unknown where not given.
        take: What is copied beside its own fields; parts of a body are not.
        language: Of what is said about where the new records come from.

    Raises:
        RecordNotFoundError: There is no such body.
        DateError: ``start`` is no date.
        EditImpossibleError: The new body has no name.
    """
    if start is not None:
        period(start)
    known = held(network)
    pattern = known.record(body_id, Organization)
    if not name.strip():
        raise EditImpossibleError(_NAMELESS, _NAME_IT)
    source = own_source(known, language)
    again = {"version": 0, "identifiers": (), "attributes": {}, "source": source}
    dated = {**again, "start_date": start, "end_date": None}
    body = pattern.model_copy(
        update={
            **dated,
            "id": fresh_id(known, Kind.ORGANIZATION, name),
            "name": name.strip(),
            "short_name": "",
            "successor_id": None,
            "status": Status.ACTIVE if pattern.status else None,
            "asked": None,
            "coordination": None,
            "meets": True,
        }
    )
    begun: list[AnyRecord] = []
    for record in _of_body(known, pattern):
        update = {**dated, "id": new_id()}
        match record:
            case Membership() if Taken.SEATS in take and record.organization_id == body_id:
                begun.append(record.model_copy(update={**update, "organization_id": body.id}))
            case WorksOn() if Taken.TOPICS in take:
                begun.append(record.model_copy(update={**update, "actor_id": body.id}))
            case ReportingLine() if Taken.LINES in take:
                ends = {
                    field: body.id
                    for field in ("sender_id", "receiver_id")
                    if getattr(record, field) == body_id
                }
                begun.append(record.model_copy(update={**update, **ends}))
    return Copy(
        body=body,
        pattern=pattern,
        begun=tuple(begun),
        changes=tuple(Put(each) for each in (body, *begun)),
        note=_COPIED.format(name=pattern.name, new=body.name),
    )


def _of_body(known: Held, body: Organization) -> list[AnyRecord]:
    """What refers to a body and lasted as long as it did, to today at the latest."""
    until = min(last_day(body.end_date), known.network.as_of.first.isoformat())
    return [
        each
        for each in known.referring(body.id)
        if isinstance(each, Membership | WorksOn | ReportingLine)
        and last_day(each.end_date) >= until
    ]
