"""Seats that end, and seats that a successor takes over: what was stays in the map of its time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from netmap.changes import Change, Put, new_id
from netmap.dates import period
from netmap.edits.errors import EditImpossibleError
from netmap.edits.held import Held, held
from netmap.edits.new_records import ended, following, fresh_id, own_source
from netmap.language import Language, Text
from netmap.model import AnyRecord, Membership, Person
from netmap.network import Network
from netmap.vocabulary import Kind

_NO_SEAT = Text(de="Es ist kein Sitz ausgewählt.", en="No seat is chosen.")
_CHOOSE_SEAT = Text(
    de="Bitte wenigstens einen laufenden Sitz auswählen.",
    en="Please choose at least one seat that still runs.",
)
_NOBODY = Text(de="Es ist niemand genannt, der nachfolgt.", en="No successor is named.")
_NAME_SOMEBODY = Text(
    de="Bitte einen Namen oder eine Funktion angeben.", en="Please give a name or a function."
)
_SAME_PERSON = Text(de="Niemand kann sich selbst nachfolgen.", en="Nobody can succeed themselves.")
_NAME_ANOTHER = Text(de="Bitte eine andere Person wählen.", en="Please choose another person.")
_ENDED = Text(de="Sitze beendet", en="Seats ended")
_SUCCEEDED = Text(de="Nachfolge: Sitze übergeben", en="Succession: seats handed over")


@dataclass(frozen=True, slots=True)
class SeatsEnded:
    """What ending seats does.

    Attributes:
        seats: The seats with their end.
    """

    seats: tuple[Membership, ...]
    changes: tuple[Change, ...]
    note: Text


@dataclass(frozen=True, slots=True)
class Succession:
    """What handing seats over does.

    Attributes:
        predecessor: Who held them, as recorded after it.
        successor: Who holds them from then on, as recorded after it.
        is_new: The successor was not recorded before.
        ended: The seats of the predecessor with their end.
        begun: The seats of the successor that begin.
        already: Seats in the same role that the successor has already, so that none begins.
        beside: Seats in another role that the successor has in one of the bodies; they stay.
        left: Ties of the predecessor that nobody takes over: they belong to people, not to seats.
    """

    predecessor: Person
    successor: Person
    is_new: bool
    ended: tuple[Membership, ...]
    begun: tuple[Membership, ...]
    already: tuple[Membership, ...]
    beside: tuple[Membership, ...]
    left: tuple[AnyRecord, ...]
    changes: tuple[Change, ...]
    note: Text


def end_seats(network: Network, seat_ids: Collection[str], on: str) -> SeatsEnded:
    """End seats at a date instead of removing them.

    Args:
        network: What is known.
        seat_ids: Which seats; those that have ended before are left as they are.
        on: Their last day, month or year.

    Raises:
        DateError: It is no date.
        EditImpossibleError: No seat is left, or one would end before it begins.
    """
    period(on)
    known = held(network)
    running = [
        seat
        for seat in (known.record(each, Membership) for each in dict.fromkeys(seat_ids))
        if seat in known.seats_of(seat.member_id)
    ]
    if not running:
        raise EditImpossibleError(_NO_SEAT, _CHOOSE_SEAT)
    seats = tuple(ended(seat, on, known) for seat in running)
    return SeatsEnded(seats=seats, changes=tuple(map(Put, seats)), note=_ENDED)


def succeed(
    network: Network,
    person_id: str,
    *,
    successor_id: str = "",
    name: str = "",
    on: str,
    seat_ids: Collection[str] | None = None,
    leaves: bool = False,
    language: Language = Language.DE,
) -> Succession:
    """Hand the seats of a person over to a successor: role, level and organisations stay.

    Args:
        network: What is known.
        person_id: Who held them.
        successor_id: Who takes them over, where recorded.
        name: Else the name of the successor, who is entered with house, function and sector of
            the predecessor.
        on: Last day, month or year of the predecessor; the successor begins with the next.
        seat_ids: Which seats; all that still run when not given.
        leaves: The predecessor leaves the network with it, not only the seats.
        language: Of what is said about where the new records come from.

    Raises:
        RecordNotFoundError: One of the two is not there or no person.
        DateError: ``on`` is no date.
        EditImpossibleError: Nobody follows, no seat is chosen, or one has not begun by then.
    """
    period(on)
    known = held(network)
    predecessor = known.record(person_id, Person)
    if successor_id == person_id:
        raise EditImpossibleError(_SAME_PERSON, _NAME_ANOTHER)
    running = known.seats_of(person_id)
    seats = [each for each in running if seat_ids is None or each.id in seat_ids]
    if not seats:
        raise EditImpossibleError(_NO_SEAT, _CHOOSE_SEAT)
    source = own_source(known, language)
    if successor_id:
        successor = known.record(successor_id, Person)
    elif name.strip():
        successor = Person(
            id=fresh_id(known, Kind.PERSON, name),
            name=name,
            function=predecessor.function if predecessor.name else "",
            organization_id=predecessor.organization_id,
            sector=predecessor.sector,
            source=source,
        )
    else:
        raise EditImpossibleError(_NOBODY, _NAME_SOMEBODY)
    begun, already, beside = [], [], []
    theirs = known.seats_of(successor.id)
    for seat in seats:
        there = [each for each in theirs if each.organization_id == seat.organization_id]
        same = [each for each in there if each.role is seat.role]
        already += same
        beside += [each for each in there if each not in same]
        if not same:
            begun.append(
                Membership(
                    id=new_id(),
                    member_id=successor.id,
                    organization_id=seat.organization_id,
                    role=seat.role,
                    role_label=seat.role_label,
                    house_level=seat.house_level,
                    on_behalf_of_ids=seat.on_behalf_of_ids,
                    start_date=following(on),
                    source=source,
                )
            )
    over = tuple(ended(seat, on, known) for seat in seats)
    written: list[AnyRecord] = [*over, *begun]
    if leaves:
        predecessor = predecessor.model_copy(update={"end_date": on})
        written.append(predecessor)
    if not successor_id:
        written.append(successor)
    return Succession(
        predecessor=predecessor,
        successor=successor,
        is_new=not successor_id,
        ended=over,
        begun=tuple(begun),
        already=tuple(already),
        beside=tuple(beside),
        left=_left(known, person_id, {each.id for each in seats}),
        changes=tuple(Put(each) for each in written),
        note=_SUCCEEDED,
    )


def _left(known: Held, person_id: str, handed_over: Collection[str]) -> tuple[AnyRecord, ...]:
    running = {each.id for each in known.seats_of(person_id)}
    return tuple(
        each
        for each in known.referring(person_id)
        if each.id not in handed_over and (each.kind is not Kind.MEMBERSHIP or each.id in running)
    )
