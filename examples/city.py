"""The large example: the fictional city of Falkenrode, with the size of a large city's network.

The core is written by hand, so that each kind of finding has an instance that a reader
recognises; around it a seeded generator fills schools, associations, companies and offices.
All names are invented.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from examples.city_core import (
    CORE_BODIES,
    CORE_EXCHANGE,
    CORE_FUNCTIONS,
    CORE_ORGANIZATIONS,
    CORE_SEATS,
    FIRST_NAMES,
    LAST_NAMES,
    PLACES,
    TOPICS,
)
from netmap.model import (
    Cooperation,
    Coordination,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    Post,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.values import Record
from netmap.vocabulary import (
    Asked,
    ChairRotation,
    CoordinationForm,
    HouseLevel,
    Level,
    Placement,
    Role,
    Sector,
    Status,
)

NETWORK_ID = "falkenrode"
NETWORK_NAME = "Bildungsnetzwerk Falkenrode (Beispiel)"

ORGANIZATIONS = 300
PERSONS = 1_000
BODIES = 100
SEATS = 1_500


def records() -> list[Record]:
    """All records of the city, the same every time."""
    return [*_City(random.Random(2026)).records()]  # noqa: S311 - a repeatable example, no secret


class _City:
    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._organizations: list[Organization] = []
        self._persons: list[Person] = []
        self._bodies: list[Organization] = []
        self._topics_of: dict[str, tuple[str, ...]] = {}
        self._seats: dict[tuple[str, str], Membership] = {}
        self._exchange: list[ExchangeTie] = []
        self._lines: list[ReportingLine] = []

    def records(self) -> Iterator[Record]:
        self._write_core()
        self._fill_organizations()
        self._fill_persons()
        self._fill_bodies()
        self._fill_seats()
        self._fill_exchange()
        yield from (Topic(id=key, name=name) for key, name in TOPICS.items())
        yield from self._organizations
        yield from self._bodies
        yield from self._persons
        yield from (
            WorksOn(id=f"{actor} / {topic}", actor_id=actor, topic_id=topic)
            for actor, topics in self._topics_of.items()
            for topic in topics
        )
        yield from self._seats.values()
        yield from self._exchange
        yield from self._lines
        yield Cooperation(
            id="kooperation-jugendberufsagentur",
            name="Jugendberufsagentur Falkenrode",
            aim="Beratung unter einem Dach für alle unter 25",
            party_ids=("agentur", "jobcenter", "jugendamt"),
            decided_by_id="jugendhilfeausschuss",
            decided_at="2019-06",
            carried_by_id="jobcenter",
        )

    def _write_core(self) -> None:
        for key, (name, sector, topics) in CORE_ORGANIZATIONS.items():
            asked = {
                "elternverein": Asked.NOT_ASKED,
                "stillebildung": Asked.LEFT_OUT,
                "nachbarkoko": Asked.NOT_ASKED,
            }.get(key, Asked.ANSWERED)
            self._add_organization(key, name, sector, topics, asked)
        self._organizations[0] = self._organizations[0].model_copy(
            update={
                "coordination": Coordination(
                    form=CoordinationForm.OWN_UNIT,
                    placement=Placement.STAFF,
                    posts=(
                        Post(label="Leitung", full_time_equivalent=1.0),
                        Post(label="Koordination", full_time_equivalent=1.5),
                    ),
                )
            }
        )
        for house, functions in CORE_FUNCTIONS.items():
            for number, function in enumerate(functions):
                self._persons.append(
                    Person(id=f"{house}-{number}", function=function, organization_id=house)
                )
        for key, (name, level, topics, start, meetings, parent, purpose) in CORE_BODIES.items():
            self._bodies.append(
                Organization(
                    id=key,
                    name=name,
                    classification=_CLASSIFICATIONS[level],
                    meets=True,
                    level=level,
                    status=Status.ACTIVE,
                    start_date=start,
                    meetings_per_year=meetings,
                    parent_id=parent,
                    purpose=purpose,
                    functions=_FUNCTIONS[level],
                    legal_basis="Gemeindeordnung" if level is Level.POLITICAL else "",
                    chair_rotation=ChairRotation.SHARED if key == "ak-uebergang" else None,
                    target_groups=("Jugendliche",) if level is Level.OPERATIONAL else (),
                )
            )
            self._topics_of[key] = topics
            for number, member in enumerate(CORE_SEATS.get(key, "").split()):
                self._seat(member, key, chair=number == 0)
        for number, (source, target, contacts, confirmed) in enumerate(CORE_EXCHANGE):
            self._exchange.append(
                ExchangeTie(
                    id=f"austausch-{number:04}",
                    source_id=source,
                    target_id=target,
                    contacts_per_year=contacts,
                    channel="Besprechung",
                    reported_by_id=source,
                    reported_at="2026-04",
                    confirmed=confirmed,
                )
            )
        for sender, receiver in (
            ("steuergremium", "schulausschuss"),
            ("lenkungskreis", "schulausschuss"),
            ("ak-uebergang", "steuergremium"),
            ("ag-anschluss", "steuergremium"),
            ("ak-standard", "steuergremium"),
            ("uag-potenzial", "steuergremium"),
            ("adhoc-messe", "steuergremium"),
            ("runder-tisch", "lenkungskreis"),
            ("forum-integration", "lenkungskreis"),
        ):
            self._report(sender, receiver)

    def _fill_organizations(self) -> None:
        kinds = (
            ("Grundschule {}", Sector.EDUCATION, ("ganztag", "sprache", "elternarbeit")),
            ("Gesamtschule {}", Sector.EDUCATION, ("bso", "inklusion", "ganztag")),
            ("Realschule {}", Sector.EDUCATION, ("bso", "digitales")),
            ("Gymnasium {}", Sector.EDUCATION, ("bso", "digitales", "bne")),
            ("Kindertagesstätte {}", Sector.EDUCATION, ("fruehe-bildung", "sprache")),
            ("Familienzentrum {}", Sector.CIVIL_SOCIETY, ("fruehe-bildung", "elternarbeit")),
            ("Jugendzentrum {}", Sector.CIVIL_SOCIETY, ("schulsozialarbeit", "kultur")),
            ("Bürgerverein {} e. V.", Sector.CIVIL_SOCIETY, ("kultur",)),
            ("Stadtteilbibliothek {}", Sector.EDUCATION, ("kultur", "digitales", "sprache")),
            ("Betrieb Metallbau {} GmbH", Sector.BUSINESS, ("ausbildung", "fachkraefte")),
            ("Seniorenzentrum {}", Sector.BUSINESS, ("ausbildung", "fachkraefte")),
            ("Naturschutzgruppe {}", Sector.CIVIL_SOCIETY, ("bne",)),
            ("Förderverein {} e. V.", Sector.CIVIL_SOCIETY, ("kultur", "inklusion")),
            ("Sprachschule {}", Sector.BUSINESS, ("sprache", "erwachsene")),
        )
        names = [
            (pattern.format(place), sector, topics)
            for place in PLACES
            for pattern, sector, topics in kinds
        ]
        self._rng.shuffle(names)
        for number, (name, sector, topics) in enumerate(
            sorted(names[: ORGANIZATIONS - len(self._organizations)])
        ):
            chosen = tuple(sorted(self._rng.sample(topics, self._rng.randint(1, len(topics)))))
            asked = Asked.NO_ANSWER if number % 40 == 7 else Asked.ANSWERED
            self._add_organization(f"org-{number:03}", name, sector, chosen, asked)

    def _fill_persons(self) -> None:
        functions = {
            Sector.EDUCATION: ("Leitung", "Stellvertretende Leitung", "Beratung", "Elternarbeit"),
            Sector.BUSINESS: ("Geschäftsführung", "Ausbildungsleitung", "Personal", "Betriebsrat"),
            Sector.CIVIL_SOCIETY: ("Vorstand", "Koordination", "Projektleitung", "Ehrenamt"),
        }
        names = [f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES]
        self._rng.shuffle(names)
        houses = [each for each in self._organizations if each.id.startswith("org-")]
        for number in range(PERSONS - len(self._persons)):
            house = houses[number % len(houses)]
            function = functions[house.sector or Sector.EDUCATION][number // len(houses)]
            self._persons.append(
                Person(
                    id=f"person-{number:04}",
                    name=names.pop() if number % 5 == 0 else "",
                    function=f"{function} {house.name}",
                    organization_id=house.id,
                )
            )

    def _fill_bodies(self) -> None:
        subjects = [(topic, place) for place in PLACES for topic in TOPICS]
        self._rng.shuffle(subjects)
        number = 0
        while len(self._bodies) < BODIES:
            topic, place = subjects[number]
            key = f"gremium-{number:03}"
            pattern = ("Arbeitskreis {} {}", "Netzwerktreffen {} {}", "Fachgruppe {} {}")[
                number % 3
            ]
            self._bodies.append(
                Organization(
                    id=key,
                    name=pattern.format(TOPICS[topic], place),
                    classification="Arbeitskreis",
                    meets=True,
                    level=Level.OPERATIONAL,
                    status=Status.ACTIVE,
                    start_date=str(2010 + number % 15),
                    meetings_per_year=(2, 3, 4, 6)[number % 4],
                    functions=_FUNCTIONS[Level.OPERATIONAL],
                    territory=place,
                )
            )
            self._topics_of[key] = (topic,)
            steering = (
                "steuergremium"
                if topic in {"bso", "uebergang", "ausbildung", "koordinierung", "fachkraefte"}
                else "lenkungskreis"
            )
            self._report(key, steering)
            number += 1

    def _fill_seats(self) -> None:
        fitting: dict[str, list[Person]] = {}
        for person in self._persons:
            if person.id.startswith("person-"):
                for topic in self._topics_of.get(person.organization_id or "", ()):
                    fitting.setdefault(topic, []).append(person)
        everyone = [person for person in self._persons if person.id.startswith("person-")]
        generated = [body for body in self._bodies if body.id.startswith("gremium-")]
        wanted = (SEATS - len(self._seats)) / len(generated)
        for number, body in enumerate(generated):
            topic = self._topics_of[body.id][0]
            size = round(wanted * (number + 1)) - round(wanted * number)
            candidates = fitting.get(topic, everyone)
            if len(candidates) < size:
                candidates = everyone
            for place, person in enumerate(self._rng.sample(candidates, size)):
                self._seat(person.id, body.id, chair=place == 0)

    def _fill_exchange(self) -> None:
        partners = [each for each in self._organizations if each.id.startswith("org-")]
        by_topic: dict[str, list[str]] = {}
        for partner in partners:
            for topic in self._topics_of[partner.id]:
                by_topic.setdefault(topic, []).append(partner.id)
        pairs: set[tuple[str, str]] = set()
        for number, partner in enumerate(partners):
            if number % 60 != 13:
                pairs.add(("koko", partner.id))
            for topic in self._topics_of[partner.id]:
                other = self._rng.choice(by_topic[topic])
                if other != partner.id:
                    pairs.add((min(partner.id, other), max(partner.id, other)))
        for number, (source, target) in enumerate(sorted(pairs), start=len(CORE_EXCHANGE)):
            regular = self._rng.random() < 0.85
            self._exchange.append(
                ExchangeTie(
                    id=f"austausch-{number:04}",
                    source_id=source,
                    target_id=target,
                    contacts_per_year=self._rng.choice((1, 2, 4, 6, 12)) if regular else None,
                    irregular=not regular,
                    channel=self._rng.choice(("Besprechung", "E-Mail-Verteiler", "Telefon")),
                    reported_by_id=source,
                    reported_at="2026-04",
                    confirmed=True if self._rng.random() < 0.98 else None,
                )
            )

    def _add_organization(
        self, key: str, name: str, sector: Sector, topics: tuple[str, ...], asked: Asked
    ) -> None:
        self._organizations.append(
            Organization(id=key, name=name, sector=sector, asked=asked, territory="Falkenrode")
        )
        self._topics_of[key] = topics

    def _seat(self, member: str, body: str, *, chair: bool) -> None:
        leads = body in {"steuergremium", "lenkungskreis", "lenkungskreis-digital"}
        self._seats[member, body] = Membership(
            id=f"sitz-{len(self._seats):04}",
            member_id=member,
            organization_id=body,
            role=Role.CHAIR if chair else Role.MEMBER,
            role_label="Vorsitz" if chair else "Mitglied",
            house_level=HouseLevel.LEADERSHIP if leads else HouseLevel.OPERATIONAL,
        )

    def _report(self, sender: str, receiver: str) -> None:
        self._lines.append(
            ReportingLine(
                id=f"berichtsweg-{len(self._lines):03}",
                sender_id=sender,
                receiver_id=receiver,
                returns_decisions=True,
                form="Tagesordnungspunkt",
            )
        )


_CLASSIFICATIONS = {
    Level.POLITICAL: "Ausschuss",
    Level.STEERING: "Steuerungsgremium",
    Level.OPERATIONAL: "Arbeitskreis",
    Level.AD_HOC: "Ad-hoc-Arbeitskreis",
}
_FUNCTIONS = {
    Level.POLITICAL: ("entscheiden",),
    Level.STEERING: ("steuern", "entscheiden"),
    Level.OPERATIONAL: ("abstimmen", "austauschen", "umsetzen"),
    Level.AD_HOC: ("umsetzen",),
}
