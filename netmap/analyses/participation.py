"""Who takes part: sectors and finer groups by level, and the balance of each body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from netmap.analyses.engagement import engagement_of
from netmap.analyses.representation import Representation, representation
from netmap.network import Network
from netmap.projections import seat_holders
from netmap.values import Part
from netmap.vocabulary import Level, Sector

_SUGGESTED = 3


class ParticipationBy(StrEnum):
    """By what those who take part are told apart."""

    SECTOR = "sector"
    CLASSIFICATION = "classification"
    ENGAGEMENT = "engagement"


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
        suggested_ids: Where the group has no seat there: organisations of it that take part at
            other levels, those in most bodies first, at most three.
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


class GroupCount(Part):
    """How many of those who sit in a body are of one group."""

    group: str
    count: int


class BodyBalance(Part):
    """How balanced the participation in one body is.

    Attributes:
        seated: Organisations, and persons without one, that sit in the body.
        groups: Of these, those whose group is known, by descending count, then by group.
        heterogeneity: Blau's index as a share of its largest value, in [0, 1]: 0 where all are of
            one group, 1 where all groups are there equally; ``None`` where no group is known.
    """

    id: str
    name: str
    level: Level | None
    seated: int
    groups: tuple[GroupCount, ...]
    heterogeneity: float | None


def participation(
    network: Network, *, by: ParticipationBy = ParticipationBy.SECTOR
) -> list[Participation]:
    """How each group of partners takes part in the bodies of each level.

    A seat belongs to the organisations on whose behalf it is held; where none is named, to the
    member itself or the organisation it works for. Partners are organisations that are no bodies,
    and persons of whom no organisation is known. What is dissolved or merged does not count.
    Volunteers and paid staff are told apart by what the source says of the seat, else of the
    person, else of the organisation: see `netmap.analyses.engagement`.

    Returns:
        A row for each group with a partner or a seat and each level with a body, in the order of
        the vocabulary (classifications ascending), the unknown last.

    Cost: O(|A| + |M|) for |A| actors and |M| seats.

    >>> from netmap.model import Membership, Organization
    >>> network = Network.from_records([
    ...     Organization(id="office", name="Office", sector=Sector.ADMINISTRATION),
    ...     Organization(id="club", name="Club", sector=Sector.CIVIL_SOCIETY),
    ...     Organization(id="sg", name="SG", level=Level.STEERING),
    ...     Membership(id="1", member_id="office", organization_id="sg"),
    ... ])
    >>> [(row.group, row.seats, row.representation) for row in participation(network)]
    [('administration', 1, 2.0), ('civil_society', 0, 0.0)]
    """
    return list(_Balance(network, by).by_level())


def body_balance(
    network: Network, *, by: ParticipationBy = ParticipationBy.SECTOR
) -> list[BodyBalance]:
    """How balanced the participation in each body is: Blau's index of heterogeneity [1]_.

    Returns:
        A row for each body that is neither dissolved nor merged, ascending by id.

    Cost: O(|A| + |M|) for |A| actors and |M| seats.

    >>> body_balance(Network.from_pairs([("ada", "youth")]))[0].heterogeneity is None
    True

    .. [1] P. M. Blau (1977), Inequality and Heterogeneity: A Primitive Theory of Social
       Structure, Free Press
    """
    return list(_Balance(network, by).by_body())


def blau_index(counts: Collection[int], groups: int) -> float | None:
    """Blau's index of heterogeneity as a share of the largest value that so many groups allow.

    1 minus the sum of the squared shares, divided by 1 minus one by the number of groups.

    >>> blau_index([2, 2], 2), blau_index([3], 2), blau_index([], 2)
    (1.0, 0.0, None)
    """
    known = sum(counts)
    if not known or groups < 2:
        return None
    return (1 - sum((count / known) ** 2 for count in counts)) / (1 - 1 / groups)


@dataclass(frozen=True, slots=True)
class _Seat:
    """One who sits in a body: an organisation, or a person without one."""

    holder: int
    member: int
    body: int
    group: str | None


@dataclass(frozen=True, eq=False)
class _Balance:
    """Who sits where, by group."""

    network: Network
    by: ParticipationBy

    @cached_property
    def who(self) -> Representation:
        return representation(self.network)

    @cached_property
    def partners(self) -> list[int]:
        return [actor for actor in self.who.partners if actor not in self.who.gone]

    @cached_property
    def groups(self) -> tuple[str | None, ...]:
        """The group of each actor."""
        match self.by:
            case ParticipationBy.SECTOR:
                values = self.network.values("sector")
                return tuple(None if each is None else Sector(each).value for each in values)
            case ParticipationBy.CLASSIFICATION:
                return tuple(each or None for each in self.network.values("classification"))
            case ParticipationBy.ENGAGEMENT:
                return tuple(engagement_of(each) for each in self.network.values("attributes"))

    @cached_property
    def seats(self) -> list[_Seat]:
        """All seats in bodies that are neither dissolved nor merged."""
        network, gone = self.network, self.who.gone
        held, rows = seat_holders(network)
        said = network.memberships.columns["attributes"]
        engaged = self.by is ParticipationBy.ENGAGEMENT
        found: list[_Seat] = []
        for holder, body, row in zip(
            held.source.tolist(), held.target.tolist(), rows.tolist(), strict=True
        ):
            if network.body_mask[body] and body not in gone and holder not in gone:
                member = int(network.seats.source[row])
                group = self.groups[holder]
                if engaged:
                    group = engagement_of(said[row]) or self.groups[member] or group
                found.append(_Seat(holder, member, body, group))
        return found

    @cached_property
    def order(self) -> list[str | None]:
        """All groups with a partner or a seat, the unknown last."""
        there = {self.groups[each] for each in self.partners} | {each.group for each in self.seats}
        words: Iterable[str | None] = sorted(each for each in there if each is not None)
        if self.by is ParticipationBy.SECTOR:
            words = [each.value for each in Sector if each.value in there]
        return [*words, *({None} & there)]

    def by_level(self) -> Iterator[Participation]:
        """A row for each group and level."""
        network = self.network
        levels = network.values("level")
        there = {levels[body] for body in network.bodies.tolist() if body not in self.who.gone}
        seats: dict[tuple[str | None, str | None], list[_Seat]] = defaultdict(list)
        for seat in self.seats:
            seats[seat.group, levels[seat.body]].append(seat)
        partners = Counter(self.groups[each] for each in self.partners)
        pairs = {key: {(each.holder, each.body) for each in held} for key, held in seats.items()}
        known = Counter[str | None]()
        for (group, level), found in pairs.items():
            known[level] += 0 if group is None else len(found)
        all_partners = sum(count for group, count in partners.items() if group is not None)
        for group in self.order:
            for level in (*Level, None):
                if level not in there:
                    continue
                count = len(pairs.get((group, level), ()))
                shares = _shares(
                    None if group is None else (count, known[level]),
                    (partners[group], all_partners),
                )
                held = seats.get((group, level), [])
                suggested = [] if held else self._elsewhere(group)
                yield Participation(
                    group=group,
                    level=level,
                    organizations=len(
                        {s.holder for s in held if not network.person_mask[s.holder]}
                    ),
                    persons=len({s.member for s in held if network.person_mask[s.member]}),
                    seats=count,
                    partners=partners[group],
                    share_of_partners=shares[0],
                    share_of_seats=shares[1],
                    representation=shares[2],
                    suggested_ids=tuple(network.actor_ids[each] for each in suggested),
                    suggested_names=tuple(network.labels[each] for each in suggested),
                )

    def by_body(self) -> Iterator[BodyBalance]:
        """A row for each body."""
        network = self.network
        levels = network.values("level")
        sitting: dict[int, dict[int, str | None]] = defaultdict(dict)
        for seat in self.seats:
            known = sitting[seat.body].get(seat.holder)
            sitting[seat.body][seat.holder] = known or seat.group
        groups = len(Sector) if self.by is ParticipationBy.SECTOR else len(set(self.order) - {None})
        for body in network.bodies.tolist():
            if body in self.who.gone:
                continue
            counts = Counter(group for group in sitting[body].values() if group is not None)
            ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            yield BodyBalance(
                id=network.actor_ids[body],
                name=network.labels[body],
                level=levels[body],
                seated=len(sitting[body]),
                groups=tuple(GroupCount(group=group, count=count) for group, count in ranked),
                heterogeneity=blau_index(counts.values(), groups),
            )

    def _elsewhere(self, group: str | None) -> list[int]:
        """Organisations of a group that take part in most bodies."""
        if group is None:
            return []
        network, left_out = self.network, self.who.left_out
        bodies: dict[int, set[int]] = defaultdict(set)
        for seat in self._seats_of.get(group, ()):
            if seat.holder not in left_out and not network.person_mask[seat.holder]:
                bodies[seat.holder].add(seat.body)
        return sorted(bodies, key=lambda actor: (-len(bodies[actor]), actor))[:_SUGGESTED]

    @cached_property
    def _seats_of(self) -> dict[str | None, list[_Seat]]:
        found: dict[str | None, list[_Seat]] = defaultdict(list)
        for seat in self.seats:
            found[seat.group].append(seat)
        return found


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
