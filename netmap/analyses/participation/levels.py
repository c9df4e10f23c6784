"""How groups of partners take part in the bodies of each level."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from netmap.analyses.participation.seated import ParticipationBy, Seat, Seated
from netmap.network import Network
from netmap.values import Part
from netmap.vocabulary import Level

_SUGGESTED = 3


class Participation(Part):
    """How a group of partners takes part in the bodies of one level.

    Attributes:
        group: A sector, a classification in the words of the source, or ``volunteer`` or ``paid``;
            ``None`` stands for those of which it is not known.
        level: ``None`` stands for bodies of which it is not known.
        organizations: Organisations of the group with a seat there.
        persons: Persons who sit there for the group.
        seats: Pairs of a body there, and an organisation or a person without one that sits in it.
        partners: Partners of the group in the network, with or without a seat.
        share_of_partners: Of all partners whose group is known, in [0, 1].
        share_of_seats: Of all seats at this level whose group is known, in [0, 1].
        representation: Share of seats by share of partners: 1 where the group sits there as often
            as it stands in the network, 0 where it does not sit there; no value where either is
            unknown.
        suggested_ids: Where the group has no seat at the steering level: organisations of it that
            take part at other levels, those in most bodies first, at most three. Who sits in
            politics is elected, and a working group is joined by who works on its topic.
    """

    group: str | None
    level: Level | None
    organizations: int
    persons: int
    seats: int
    partners: int
    share_of_partners: float | None
    share_of_seats: float | None
    representation: float | None
    suggested_ids: tuple[str, ...] = ()
    suggested_names: tuple[str, ...] = ()


def participation(
    network: Network, *, by: ParticipationBy = ParticipationBy.SECTOR
) -> list[Participation]:
    """How each group of partners takes part in the bodies of each level.

    A seat belongs to the organisations on whose behalf it is held; where none is named, to the
    member itself or the organisation it works for. Partners are organisations that are no bodies,
    and persons of whom no organisation is known. What is dissolved or merged does not count.
    Volunteers and paid staff are told apart by what the source says of the seat, else of the
    person, else of the organisation: see `netmap.analyses.participation.engagement`.

    Returns:
        A row for each group with a partner or a seat and each level with a body, in the order of
        the vocabulary (classifications ascending), the unknown last.

    Cost: O(|A| + |M|) for |A| actors and |M| seats.

    >>> from netmap.model import Membership, Organization
    >>> from netmap.vocabulary import Sector
    >>> network = Network.from_records([
    ...     Organization(id="office", name="Office", sector=Sector.ADMINISTRATION),
    ...     Organization(id="club", name="Club", sector=Sector.CIVIL_SOCIETY),
    ...     Organization(id="sg", name="SG", level=Level.STEERING),
    ...     Membership(id="1", member_id="office", organization_id="sg"),
    ... ])
    >>> [(row.group, row.seats, row.representation) for row in participation(network)]
    [('administration', 1, 2.0), ('civil_society', 0, 0.0)]
    """
    return list(_by_level(network.once(Seated, by)))


def _by_level(seated: Seated) -> Iterator[Participation]:
    """A row for each group and level."""
    network = seated.network
    levels = network.values("level")
    there = {levels[body] for body in network.bodies.tolist() if body not in seated.who.gone}
    seats: dict[tuple[str | None, str | None], list[Seat]] = defaultdict(list)
    for seat in seated.seats:
        seats[seat.group, levels[seat.body]].append(seat)
    partners = Counter(seated.groups[each] for each in seated.partners)
    pairs = {key: {(each.holder, each.body) for each in held} for key, held in seats.items()}
    known = Counter[str | None]()
    for (group, level), found in pairs.items():
        known[level] += 0 if group is None else len(found)
    all_partners = sum(count for group, count in partners.items() if group is not None)
    for group in seated.order:
        for level in (*Level, None):
            if level not in there:
                continue
            count = len(pairs.get((group, level), ()))
            shares = _shares(
                None if group is None else (count, known[level]),
                (partners[group], all_partners),
            )
            held = seats.get((group, level), [])
            absent = level == Level.STEERING and not held
            suggested = _elsewhere(seated, group) if absent else []
            yield Participation(
                group=group,
                level=level,
                organizations=len({s.holder for s in held if not network.person_mask[s.holder]}),
                persons=len({s.member for s in held if network.person_mask[s.member]}),
                seats=count,
                partners=partners[group],
                share_of_partners=shares[0],
                share_of_seats=shares[1],
                representation=shares[2],
                suggested_ids=tuple(network.actor_ids[each] for each in suggested),
                suggested_names=tuple(network.labels[each] for each in suggested),
            )


def _elsewhere(seated: Seated, group: str | None) -> list[int]:
    """Organisations of a group that take part in most bodies."""
    if group is None:
        return []
    network, left_out = seated.network, seated.who.left_out
    bodies: dict[int, set[int]] = defaultdict(set)
    for seat in seated.seats_of.get(group, ()):
        if seat.holder not in left_out and not network.person_mask[seat.holder]:
            bodies[seat.holder].add(seat.body)
    return sorted(bodies, key=lambda actor: (-len(bodies[actor]), actor))[:_SUGGESTED]


def _shares(
    seats: tuple[int, int] | None, partners: tuple[int, int]
) -> tuple[float | None, float | None, float | None]:
    """Share of partners, share of seats, and the one by the other; each is one division."""
    if seats is None:
        return None, None, None
    (here, all_here), (mine, everyone) = seats, partners
    return (
        mine / everyone if everyone else None,
        here / all_here if all_here else None,
        here * everyone / (all_here * mine) if all_here and mine else None,
    )
