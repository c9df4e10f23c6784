"""A network of the size of a whole state, made up by rule: the same seed gives the same records."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from bench.sizes import Size
from netmap.model import (
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.values import AttributeValue, Identifier, Record, Source
from netmap.vocabulary import Asked, HouseLevel, Level, Role, Sector

_SEED = 20_250_707


_FIRST_NAMES = (
    "Aylin Anke Bernd Carla Cem Dagmar Dörte Elif Emil Frauke Georg Gül Hannelore Henning Ilse "
    "Imke Jens Jörg Jürgen Katja Kerstin Lale Lennart Maike Mehmet Nils Ömer Petra Ralf Renate "
    "Rüdiger Sabine Selin Sönke Svenja Tanja Thorsten Ulrike Uwe Volker Wiebke Yusuf Zeynep"
).split()
_SYLLABLES = (
    "Ahren Birken Brenn Dorn Eichen Falken Grün Hagen Kirch Linden Mühl Nessel Ober Quell Rosen "
    "Schön Stein Tannen Unter Wald Weiden Wieden Zell"
).split()
_ENDS = (
    "bach beck berg brink burg dorf feld furt garten hain hausen heim hof mann meyer müller rode "
    "schulte stedt tal wald"
).split()
_HOUSES = (
    "Jugendamt|Schulverwaltungsamt|Bildungsbüro|Jobcenter|Agentur für Arbeit|Volkshochschule|"
    "Kommunales Integrationszentrum|Wirtschaftsförderung|Untere Schulaufsicht|Berufskolleg|"
    "Gesamtschule|Grundschule|Familienzentrum|Handwerkskammer|Industrie- und Handelskammer|"
    "Kreishandwerkerschaft|Regionalagentur|Stadtbibliothek|Musikschule|Caritasverband|"
    "Diakonisches Werk|Jugendring|Sportbund|Elternverein|Stiftung"
).split("|")
_BODIES = (
    "Ausschuss für Schule und Bildung|Jugendhilfeausschuss|Steuergremium|Lenkungskreis|"
    "Arbeitskreis Übergang|Arbeitskreis Standardelemente|Facharbeitsgruppe Sprachbildung|"
    "Projektgruppe Ganztag|Netzwerk Frühe Bildung|Bildungskonferenz"
).split("|")
_ROLE_LABELS = {
    Role.CHAIR: "Vorsitz",
    Role.DEPUTY_CHAIR: "stellv. Vorsitz",
    Role.MEMBER: "Mitglied",
    Role.DEPUTY_MEMBER: "stellv. Mitglied",
    Role.GUEST: "beratendes Mitglied",
    Role.SECRETARIAT: "Geschäftsführung",
}
_ROLE_WEIGHTS = (4, 4, 70, 12, 7, 3)
_CHANNELS = ("Besprechung", "E-Mail-Verteiler", "bilaterales Gespräch", "Bericht", "")
_REMARKS = ("rückt nach", "nur in geraden Jahren", "mit Rederecht", "Vertretung offen")


def state_records(size: Size) -> list[Record]:
    """All records, kind after kind, as an import brings them: version 0."""
    return list(_Maker(size).records())


class _Maker:
    """Draws records; every list is filled in order, so that the seed decides all."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self._random = random.Random(_SEED)  # noqa: S311 - made-up data, the same each time
        self._towns = [
            f"{first}{end}" for end in _ENDS for first in _SYLLABLES if end not in _NAMES_ONLY
        ][: size.municipalities]
        # One list a municipality; every second one came with ids of its own.
        self._sources = [
            Source(label=f"Gremienliste {town} 2025.xlsx", retrieved_at="2025-06-30")
            for town in self._towns
        ]

    def records(self) -> Iterator[Record]:
        """Referred ones first."""
        size = self._size
        for number in range(size.topics):
            yield Topic(id=self._topic(number), name=f"Handlungsfeld {number + 1}")
        for number in range(size.organizations):
            yield self._organization(number)
        for number in range(size.bodies):
            yield self._body(number)
        for number in range(size.persons):
            yield self._person(number)
        for number in range(size.memberships):
            yield self._membership(number)
        for number in range(size.exchange_ties):
            yield self._exchange_tie(number)
        for number in range(size.works_on):
            yield WorksOn(
                id=f"work-{number:016x}",
                actor_id=self._house(self._drawn(size.organizations)),
                topic_id=self._topic(self._drawn(size.topics)),
                source=self._source(number),
            )
        for number in range(size.reporting_lines):
            yield ReportingLine(
                id=f"line-{number:016x}",
                sender_id=self._body_id(self._drawn(size.bodies)),
                receiver_id=self._body_id(self._drawn(size.bodies)),
                returns_decisions=self._random.choice((True, False, None)),
                form="Tagesordnungspunkt",
                source=self._source(number),
            )

    def _organization(self, number: int) -> Organization:
        town = self._town(number)
        house = _HOUSES[number // len(self._towns) % len(_HOUSES)]
        older = number - len(self._towns)
        return Organization(
            id=self._house(number),
            name=f"{house} {town} {number // len(self._towns) + 1}",
            classification=house,
            sector=self._random.choice(list(Sector)),
            territory=town,
            asked=self._random.choice((None, *Asked)),
            meets=False,
            parent_id=self._house(older) if older >= 0 and number % 5 == 0 else None,
            source=self._source(number),
            identifiers=self._identifiers("organizations", number),
            attributes=self._attributes(number),
        )

    def _body(self, number: int) -> Organization:
        title = _BODIES[number // len(self._towns) % len(_BODIES)]
        return Organization(
            id=self._body_id(number),
            name=f"{title} {self._town(number)} {number // len(self._towns) + 1}",
            classification="Gremium",
            territory=self._town(number),
            level=self._random.choice(list(Level)),
            meets=True,
            meetings_per_year=self._random.choice((None, 2.0, 4.0, 6.0, 12.0)),
            purpose="Abstimmung der Angebote am Ort",
            functions=("koordinieren", "beraten") if number % 2 else (),
            source=self._source(number),
            identifiers=self._identifiers("bodies", number),
        )

    def _person(self, number: int) -> Person:
        # One in eight stands as a function, without a name.
        named = number % 8 != 0
        surname = self._random.choice(_SYLLABLES) + self._random.choice(_ENDS)
        return Person(
            id=self._person_id(number),
            name=f"{self._random.choice(_FIRST_NAMES)} {surname}" if named else "",
            function="" if named and number % 3 else f"Leitung {self._town(number)}",
            organization_id=self._house(self._drawn(self._size.organizations)),
            source=self._source(number),
            identifiers=self._identifiers("persons", number),
            attributes=self._attributes(number),
        )

    def _membership(self, number: int) -> Membership:
        role = self._random.choices(list(_ROLE_LABELS), _ROLE_WEIGHTS)[0]
        body = self._random.choices(self._bodies, cum_weights=self._body_weights)[0]
        since = self._random.choice((None, "2020-11-01", "2021", "2023-05", "2025-01-01"))
        return Membership(
            id=f"seat-{self._random.getrandbits(64):016x}",
            member_id=self._random.choices(self._persons, cum_weights=self._person_weights)[0],
            organization_id=body,
            role=role,
            role_label=_ROLE_LABELS[role],
            house_level=self._random.choice((None, *HouseLevel)),
            on_behalf_of_ids=(
                (self._house(self._drawn(self._size.organizations)),) if number % 4 == 0 else ()
            ),
            start_date=since,
            end_date="2024-12-31" if since == "2021" and number % 2 else None,
            source=self._source(number),
            identifiers=self._identifiers("memberships", number),
            attributes=self._attributes(number),
        )

    def _exchange_tie(self, number: int) -> ExchangeTie:
        source, target = self._random.sample(range(self._size.organizations), 2)
        return ExchangeTie(
            id=f"exchange-{number:016x}",
            source_id=self._house(source),
            target_id=self._house(target),
            contacts_per_year=self._random.choice((None, 1.0, 4.0, 12.0, 52.0)),
            channel=self._random.choice(_CHANNELS),
            topic_ids=(self._topic(self._drawn(self._size.topics)),) if number % 2 else (),
            reported_by_id=self._house(source),
            reported_at="2025-03",
            confirmed=self._random.choice((True, None)),
            source=self._source(number),
        )

    # Heavy tails: a few persons sit almost everywhere, a few bodies are large.

    @cached_property
    def _persons(self) -> list[str]:
        return [self._person_id(number) for number in range(self._size.persons)]

    @cached_property
    def _person_weights(self) -> Sequence[float]:
        return self._heavy_tailed(1.5, len(self._persons))

    @cached_property
    def _bodies(self) -> list[str]:
        return [self._body_id(number) for number in range(self._size.bodies)]

    @cached_property
    def _body_weights(self) -> Sequence[float]:
        return self._heavy_tailed(1.2, len(self._bodies))

    def _heavy_tailed(self, exponent: float, count: int) -> Sequence[float]:
        drawn = (self._random.paretovariate(exponent) for _ in range(count))
        return list(accumulate(min(each, _LARGEST_WEIGHT) for each in drawn))

    def _drawn(self, count: int) -> int:
        return self._random.randrange(count)

    def _town(self, number: int) -> str:
        return self._towns[number % len(self._towns)]

    def _source(self, number: int) -> Source:
        return self._sources[number % len(self._sources)]

    def _identifiers(self, scheme: str, number: int) -> tuple[Identifier, ...]:
        if number % len(self._towns) % 2:
            return ()
        return (Identifier(scheme=scheme, identifier=f"{number % len(self._towns)}-{number}"),)

    def _attributes(self, number: int) -> dict[str, AttributeValue]:
        if number % 10:
            return {}
        return {"Bemerkung": _REMARKS[number // 10 % len(_REMARKS)], "Zeile": number + 2}

    @staticmethod
    def _topic(number: int) -> str:
        return f"topic-handlungsfeld-{number + 1}"

    @staticmethod
    def _house(number: int) -> str:
        return f"org-{number * 2_654_435_761 % 2**32:08x}"

    @staticmethod
    def _body_id(number: int) -> str:
        return f"body-{number * 2_654_435_761 % 2**32:08x}"

    @staticmethod
    def _person_id(number: int) -> str:
        return f"person-{number * 11_400_714_819_323_198_485 % 2**64:016x}"


_LARGEST_WEIGHT = 25
"""Even a council has no more than some hundred seats."""
_NAMES_ONLY = frozenset({"mann", "meyer", "müller", "schulte", "beck"})
"""Ends that surnames have and towns have not."""
