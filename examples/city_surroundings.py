"""The surroundings of the example city: schools, associations and companies from a generator."""

from __future__ import annotations

import random

from examples.city_core import CORE_EXCHANGE, FIRST_NAMES, LAST_NAMES, PLACES, TOPICS
from examples.city_draft import FUNCTIONS, Draft
from netmap.model import ExchangeTie, Organization, Person
from netmap.vocabulary import Asked, Level, Sector, Status

ORGANIZATIONS = 300
PERSONS = 1_000
BODIES = 100
SEATS = 1_500


def fill(draft: Draft, rng: random.Random) -> None:
    """Fill a draft up to the size of a large city's network."""
    _fill_organizations(draft, rng)
    _fill_persons(draft, rng)
    _fill_bodies(draft, rng)
    _fill_seats(draft, rng)
    _fill_exchange(draft, rng)


def _fill_organizations(draft: Draft, rng: random.Random) -> None:
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
    rng.shuffle(names)
    for number, (name, sector, topics) in enumerate(
        sorted(names[: ORGANIZATIONS - len(draft.organizations)])
    ):
        chosen = tuple(sorted(rng.sample(topics, rng.randint(1, len(topics)))))
        asked = Asked.NO_ANSWER if number % 40 == 7 else Asked.ANSWERED
        draft.add_organization(f"org-{number:03}", name, sector, chosen, asked)


def _fill_persons(draft: Draft, rng: random.Random) -> None:
    functions = {
        Sector.EDUCATION: ("Leitung", "Stellvertretende Leitung", "Beratung", "Elternarbeit"),
        Sector.BUSINESS: ("Geschäftsführung", "Ausbildungsleitung", "Personal", "Betriebsrat"),
        Sector.CIVIL_SOCIETY: ("Vorstand", "Koordination", "Projektleitung", "Ehrenamt"),
    }
    names = [f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES]
    rng.shuffle(names)
    houses = [each for each in draft.organizations if each.id.startswith("org-")]
    for number in range(PERSONS - len(draft.persons)):
        house = houses[number % len(houses)]
        function = functions[house.sector or Sector.EDUCATION][number // len(houses)]
        draft.persons.append(
            Person(
                id=f"person-{number:04}",
                name=names.pop() if number % 5 == 0 else "",
                function=f"{function} {house.name}",
                organization_id=house.id,
            )
        )


def _fill_bodies(draft: Draft, rng: random.Random) -> None:
    subjects = [(topic, place) for place in PLACES for topic in TOPICS]
    rng.shuffle(subjects)
    number = 0
    while len(draft.bodies) < BODIES:
        topic, place = subjects[number]
        key = f"gremium-{number:03}"
        pattern = ("Arbeitskreis {} {}", "Netzwerktreffen {} {}", "Fachgruppe {} {}")[number % 3]
        draft.bodies.append(
            Organization(
                id=key,
                name=pattern.format(TOPICS[topic], place),
                classification="Arbeitskreis",
                meets=True,
                level=Level.OPERATIONAL,
                status=Status.ACTIVE,
                start_date=str(2010 + number % 15),
                meetings_per_year=(2, 3, 4, 6)[number % 4],
                functions=FUNCTIONS[Level.OPERATIONAL],
                territory=place,
            )
        )
        draft.topics_of[key] = (topic,)
        steering = (
            "steuergremium"
            if topic in {"bso", "uebergang", "ausbildung", "koordinierung", "fachkraefte"}
            else "lenkungskreis"
        )
        draft.report(key, steering)
        number += 1


def _fill_seats(draft: Draft, rng: random.Random) -> None:
    fitting: dict[str, list[Person]] = {}
    for person in draft.persons:
        if person.id.startswith("person-"):
            for topic in draft.topics_of.get(person.organization_id or "", ()):
                fitting.setdefault(topic, []).append(person)
    everyone = [person for person in draft.persons if person.id.startswith("person-")]
    generated = [body for body in draft.bodies if body.id.startswith("gremium-")]
    wanted = (SEATS - len(draft.seats)) / len(generated)
    for number, body in enumerate(generated):
        topic = draft.topics_of[body.id][0]
        size = round(wanted * (number + 1)) - round(wanted * number)
        candidates = fitting.get(topic, everyone)
        if len(candidates) < size:
            candidates = everyone
        for place, person in enumerate(rng.sample(candidates, size)):
            draft.seat(person.id, body.id, chair=place == 0)


def _fill_exchange(draft: Draft, rng: random.Random) -> None:
    partners = [each for each in draft.organizations if each.id.startswith("org-")]
    by_topic: dict[str, list[str]] = {}
    for partner in partners:
        for topic in draft.topics_of[partner.id]:
            by_topic.setdefault(topic, []).append(partner.id)
    pairs: set[tuple[str, str]] = set()
    for number, partner in enumerate(partners):
        if number % 60 != 13:
            pairs.add(("koko", partner.id))
        for topic in draft.topics_of[partner.id]:
            other = rng.choice(by_topic[topic])
            if other != partner.id:
                pairs.add((min(partner.id, other), max(partner.id, other)))
    for number, (source, target) in enumerate(sorted(pairs), start=len(CORE_EXCHANGE)):
        regular = rng.random() < 0.85
        draft.exchange.append(
            ExchangeTie(
                id=f"austausch-{number:04}",
                source_id=source,
                target_id=target,
                contacts_per_year=rng.choice((1, 2, 4, 6, 12)) if regular else None,
                irregular=not regular,
                channel=rng.choice(("Besprechung", "E-Mail-Verteiler", "Telefon")),
                reported_by_id=source,
                reported_at="2026-04",
                confirmed=True if rng.random() < 0.98 else None,
            )
        )
