"""Who sits in which body, told apart by sector, classification or engagement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from netmap.analyses.participation.engagement import engagement_of
from netmap.analyses.representation import Representation, representation
from netmap.network import Network
from netmap.projections import seat_holders
from netmap.vocabulary import Sector


class ParticipationBy(StrEnum):
    """By what those who take part are told apart."""

    SECTOR = "sector"
    CLASSIFICATION = "classification"
    ENGAGEMENT = "engagement"


@dataclass(frozen=True, slots=True)
class Seat:
    """One who sits in a body: an organisation, or a person without one."""

    holder: int
    member: int
    body: int
    group: str | None


@dataclass(frozen=True, eq=False)
class Seated:
    """Who sits where, by group."""

    network: Network
    by: ParticipationBy

    @cached_property
    def who(self) -> Representation:
        """Who acts for whom."""
        return self.network.once(representation)

    @cached_property
    def partners(self) -> list[int]:
        """Partners that are neither dissolved nor merged, ascending."""
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
    def seats(self) -> list[Seat]:
        """All seats in bodies that are neither dissolved nor merged."""
        network, gone = self.network, self.who.gone
        held, rows = seat_holders(network)
        is_body, members = network.body_mask.tolist(), network.seats.source.tolist()
        said = network.memberships.columns["attributes"]
        engaged = self.by is ParticipationBy.ENGAGEMENT
        found: list[Seat] = []
        for holder, body, row in zip(
            held.source.tolist(), held.target.tolist(), rows.tolist(), strict=True
        ):
            if is_body[body] and body not in gone and holder not in gone:
                member = members[row]
                group = self.groups[holder]
                if engaged:
                    group = engagement_of(said[row]) or self.groups[member] or group
                found.append(Seat(holder, member, body, group))
        return found

    @cached_property
    def order(self) -> list[str | None]:
        """All groups with a partner or a seat, the unknown last."""
        there = {self.groups[each] for each in self.partners} | {each.group for each in self.seats}
        words: Iterable[str | None] = sorted(each for each in there if each is not None)
        if self.by is ParticipationBy.SECTOR:
            words = [each.value for each in Sector if each.value in there]
        return [*words, *({None} & there)]

    @cached_property
    def seats_of(self) -> dict[str | None, list[Seat]]:
        """All seats of each group."""
        found: dict[str | None, list[Seat]] = defaultdict(list)
        for seat in self.seats:
            found[seat.group].append(seat)
        return found
