"""How many meetings a year organisations and persons have, as an aid to plan them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from netmap.analyses.representation import ActorType, actor_type, representation
from netmap.network import Network
from netmap.projections import seat_holders
from netmap.values import Part
from netmap.vocabulary import Role


class BodyLoad(Part):
    """What one body takes of a member.

    Attributes:
        meetings_per_year: ``None`` where it is not recorded.
        ordinary: Seats that are neither a deputy's nor a guest's.
    """

    id: str
    name: str
    meetings_per_year: float | None
    ordinary: int
    deputies: int
    guests: int


class Load(Part):
    """Meetings a year of an organisation or a person.

    Attributes:
        name: A person by its function, where one is recorded.
        meetings_per_year: Of the bodies in which it has an ordinary seat, each body once.
        deputy_meetings_per_year: Of those in which it is a deputy only.
        guest_meetings_per_year: Of those in which it is a guest only.
        attendances_per_year: The same meetings times its ordinary seats in each body: several
            people of one house attend several times.
        hours_per_year: Attendances times the assumed hours of a meeting.
        unknown: Bodies in which it sits whose meetings are not recorded; they count nowhere above.
        bodies: All of them, most meetings first, those not recorded last, then by id.
    """

    id: str
    name: str
    type: ActorType
    meetings_per_year: float
    deputy_meetings_per_year: float
    guest_meetings_per_year: float
    attendances_per_year: float
    hours_per_year: float
    unknown: int
    bodies: tuple[BodyLoad, ...]


def load(
    network: Network, *, hours_per_meeting: float = 2.0, functions_only: bool = False
) -> list[Load]:
    """Meetings a year of every organisation and person with a seat.

    A seat counts for the person or organisation that holds it, and for those on whose behalf it is
    held; where none is named, for the organisation the person works for. Meetings that are not
    recorded are not zero: such bodies are counted apart. It shows where common dates could help,
    and says nothing about how much anybody does.

    Args:
        network: Snapshot at one date; |S| seats.
        hours_per_meeting: Assumed hours of a meeting, for each who attends; above 0.
        functions_only: Leave out the names of persons for whom no function is recorded.

    Returns:
        Ascending by id: nobody is ranked. Dissolved and merged bodies do not count; who stays
        outside on purpose has no row.

    Cost: O(|S| log |S|).

    >>> from netmap.model import Membership, Organization, Person
    >>> network = Network.from_records([
    ...     Organization(id="office", name="Office"),
    ...     Organization(id="youth", name="Youth", meets=True, meetings_per_year=6),
    ...     Organization(id="sport", name="Sport", meets=True),
    ...     Person(id="ada", name="Ada", organization_id="office"),
    ...     Membership(id="1", member_id="ada", organization_id="youth"),
    ...     Membership(id="2", member_id="ada", organization_id="sport"),
    ... ])
    >>> [(row.id, row.meetings_per_year, row.hours_per_year, row.unknown) for row in load(network)]
    [('ada', 6.0, 12.0, 1), ('office', 6.0, 12.0, 1)]
    """
    who = network.once(representation)
    meetings, functions = network.values("meetings_per_year"), network.values("function")
    silent, is_body = who.gone | who.left_out, network.body_mask.tolist()
    seats: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
    for holder, body, kind in _seats(network):
        if is_body[body] and not is_body[holder] and silent.isdisjoint((holder, body)):
            seats[holder][body][kind] += 1

    def row(holder: int) -> Load:
        bodies = [
            BodyLoad(
                id=network.actor_ids[body],
                name=network.labels[body],
                meetings_per_year=meetings[body],
                ordinary=ordinary,
                deputies=deputies,
                guests=guests,
            )
            for body, (ordinary, deputies, guests) in seats[holder].items()
        ]
        unnamed = functions_only and bool(network.person_mask[holder])
        attendances = sum((each.meetings_per_year or 0) * each.ordinary for each in bodies)
        return Load(
            id=network.actor_ids[holder],
            name=functions[holder] or ("" if unnamed else network.labels[holder]),
            type=actor_type(network, holder),
            meetings_per_year=_meetings([each for each in bodies if each.ordinary]),
            deputy_meetings_per_year=_meetings(
                [each for each in bodies if each.deputies and not each.ordinary]
            ),
            guest_meetings_per_year=_meetings(
                [each for each in bodies if not each.deputies and not each.ordinary]
            ),
            attendances_per_year=attendances,
            hours_per_year=attendances * hours_per_meeting,
            unknown=sum(each.meetings_per_year is None for each in bodies),
            bodies=tuple(sorted(bodies, key=_order)),
        )

    return [row(holder) for holder in sorted(seats)]


def _seats(network: Network) -> list[tuple[int, int, int]]:
    """Holder, body and kind (ordinary, deputy, guest) of each seat, for all who hold it."""
    held, rows = seat_holders(network)
    members = network.seats.source.tolist()
    kinds = [
        1 if role == Role.DEPUTY_MEMBER else 2 if role == Role.GUEST else 0
        for role in network.memberships.columns["role"]
    ]
    found = {
        (row, holder, body)
        for row, holder, body in zip(
            rows.tolist(), held.source.tolist(), held.target.tolist(), strict=True
        )
    }
    # The member itself as well, where its house or somebody else holds the seat.
    found |= {(row, members[row], body) for row, body in enumerate(network.seats.target.tolist())}
    return [(holder, body, kinds[row]) for row, holder, body in sorted(found)]


def _meetings(bodies: Sequence[BodyLoad]) -> float:
    return sum(each.meetings_per_year or 0 for each in bodies)


def _order(body: BodyLoad) -> tuple[bool, float, str]:
    return (body.meetings_per_year is None, -(body.meetings_per_year or 0), body.id)
