"""Small networks drawn by lot, dense enough that every rule of every analysis meets its cases."""

from __future__ import annotations

from random import Random
from typing import Any

from netmap.model import (
    Cooperation,
    Coordination,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.values import Record
from netmap.vocabulary import Asked, HouseLevel, Level, Role, Sector, Status

DATES = (None, None, None, None, None, None, "2020", "2023-05", "2024-02-10", "2025")

# In the order of code points, of UTF-16 and of a dictionary these stand differently.
PREFIXES = ("a", "a", "a", "B", "ä", "\ufffd", "\U0001f600")


# The same words in different spellings, and two that look alike.
WORDS = (
    *("steuern", "Steuern", " steuern\u00a0", "STEUERN"),
    *("außen  vertreten", "AUSSEN\tVERTRETEN", "Außen vertreten", "aussen vertreten"),
    *("u\u0308ben", "üben", "uben", "\ufffd", "\U0001f600"),
)


class Lot:
    """Draws the records of one network; the same seed draws the same."""

    def __init__(self, seed: int) -> None:
        """Draw how many of each there are."""
        self._random = Random(seed)  # noqa: S311 -- nothing secret is drawn
        # Drawn apart, so that what is added to records leaves the cases of old rules as they are.
        self._apart = Random(seed)  # noqa: S311 -- nor here
        self.organizations = self._ids("o", 3, 14)
        self.persons = self._ids("p", 2, 12)
        self.topics = self._ids("t", 1, 5)
        self.actors = self.organizations + self.persons

    def records(self) -> list[Record]:
        """All records."""
        return [
            *(self._organization(each) for each in self.organizations),
            *(self._person(each) for each in self.persons),
            *(Topic(id=each, name=each) for each in self.topics),
            *(self._membership(each) for each in self._ids("m", 0, 40)),
            *(self._tie(each, self.actors) for each in self._ids("e", 0, 8)),
            # Several reports about the same two.
            *(self._tie(each, self.actors[-2:]) for each in self._ids("f", 0, 4)),
            *(
                ReportingLine(
                    id=each,
                    sender_id=self._actor(),
                    receiver_id=self._actor(),
                    returns_decisions=self._apart.choice([None, True, False, False]),
                    within_house=self._apart.random() < 0.2,
                    **self._dates(),
                )
                for each in self._ids("r", 0, 6)
            ),
            *(self._cooperation(each) for each in self._ids("c", 0, 2)),
            *(
                WorksOn(
                    id=each,
                    actor_id=self._actor(),
                    topic_id=self._random.choice(self.topics),
                    **self._dates(),
                )
                for each in self._ids("w", 0, 14)
            ),
        ]

    def _ids(self, letter: str, least: int, most: int) -> list[str]:
        count = self._random.randint(least, most)
        return [f"{self._random.choice(PREFIXES)}{letter}{number}" for number in range(count)]

    def _maybe(self, share: float, *values: Any) -> Any:
        return self._random.choice(values) if self._random.random() < share else None

    def _actor(self) -> str:
        return self._random.choice(self.actors)

    def _dates(self) -> dict[str, Any]:
        if self._random.random() > 0.3:
            return {}
        return {
            "start_date": self._random.choice(DATES),
            "end_date": self._random.choice(DATES),
        }

    def _organization(self, record_id: str) -> Organization:
        return Organization(
            id=record_id,
            name=f"N {record_id}",
            classification=self._maybe(0.5, "Partei", "Arbeitskreis") or "",
            parent_id=self._maybe(0.7, *self.organizations),
            level=self._maybe(0.6, *Level),
            meets=self._maybe(0.2, True, False),
            status=self._maybe(0.3, *Status),
            asked=self._maybe(0.5, *Asked),
            sector=self._maybe(0.1, Sector.POLITICS),
            coordination=self._maybe(0.1, Coordination()),
            functions=self._words(),
            target_groups=self._words(),
            **self._dates(),
        )

    def _words(self) -> tuple[str, ...]:
        return tuple(self._apart.choices(WORDS, k=self._apart.choice([0, 0, 0, 1, 2, 3])))

    def _person(self, record_id: str) -> Person:
        return Person(
            id=record_id,
            name=self._maybe(0.5, f"N {record_id}") or "",
            function=f"F {record_id}",
            organization_id=self._maybe(0.7, *self.organizations),
            asked=self._maybe(0.5, *Asked),
            sector=self._maybe(0.1, Sector.POLITICS),
            **self._dates(),
        )

    def _membership(self, record_id: str) -> Membership:
        return Membership(
            id=record_id,
            member_id=self._actor(),
            organization_id=self._random.choice(self.organizations),
            on_behalf_of_ids=tuple(
                self._random.choices(self.organizations, k=self._maybe(0.4, 1, 2) or 0)
            ),
            role=self._apart.choice([*Role, Role.MEMBER, Role.MEMBER]),
            house_level=self._apart.choice([None, *HouseLevel]),
            **self._dates(),
        )

    def _tie(self, record_id: str, sides: list[str]) -> ExchangeTie:
        return ExchangeTie(
            id=record_id,
            source_id=self._random.choice(sides),
            target_id=self._random.choice(sides),
            contacts_per_year=self._maybe(0.8, 0, 1, 2, 4, 12.5),
            reported_by_id=self._maybe(0.8, *sides),
            confirmed=self._maybe(0.3, True, False),
            irregular=self._apart.random() < 0.2,
            reported_at=self._apart.choice(DATES),
            **self._dates(),
        )

    def _cooperation(self, record_id: str) -> Cooperation:
        return Cooperation(
            id=record_id,
            name=record_id,
            party_ids=tuple(self._random.choices(self.actors, k=self._random.randint(1, 3))),
            carried_by_id=self._maybe(0.5, *self.actors),
            **self._dates(),
        )
