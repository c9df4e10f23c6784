"""The large example: the fictional city of Falkenrode, with the size of a large city's network.

The core is written by hand, so that each kind of finding has an instance that a reader
recognises; around it a seeded generator fills schools, associations, companies and offices.
All names are invented.
"""

from __future__ import annotations

import random

from examples.city_core import (
    CORE_BODIES,
    CORE_EXCHANGE,
    CORE_FUNCTIONS,
    CORE_ORGANIZATIONS,
    CORE_SEATS,
    TOPICS,
)
from examples.city_draft import CLASSIFICATIONS, FUNCTIONS, Draft
from examples.city_overlaps import add_overlaps
from examples.city_surroundings import fill
from netmap.model import (
    Cooperation,
    Coordination,
    ExchangeTie,
    Organization,
    Person,
    Post,
    Topic,
    WorksOn,
)
from netmap.values import Record
from netmap.vocabulary import Asked, ChairRotation, CoordinationForm, Level, Placement, Status

NETWORK_ID = "falkenrode"
NETWORK_NAME = "Bildungsnetzwerk Falkenrode (Beispiel)"


def records() -> list[Record]:
    """All records of the city, the same every time."""
    draft = _core()
    fill(draft, random.Random(2026))  # noqa: S311 - a repeatable example, no secret
    add_overlaps(draft)
    return [
        *(Topic(id=key, name=name) for key, name in TOPICS.items()),
        *draft.organizations,
        *draft.bodies,
        *draft.persons,
        *(
            WorksOn(id=f"{actor} / {topic}", actor_id=actor, topic_id=topic)
            for actor, topics in draft.topics_of.items()
            for topic in topics
        ),
        *draft.seats.values(),
        *draft.exchange,
        *draft.lines,
        Cooperation(
            id="kooperation-jugendberufsagentur",
            name="Jugendberufsagentur Falkenrode",
            aim="Beratung unter einem Dach für alle unter 25",
            party_ids=("agentur", "jobcenter", "jugendamt"),
            decided_by_id="jugendhilfeausschuss",
            decided_at="2019-06",
            carried_by_id="jobcenter",
        ),
    ]


def _core() -> Draft:
    draft = Draft()
    for key, (name, sector, topics) in CORE_ORGANIZATIONS.items():
        asked = {
            "elternverein": Asked.NOT_ASKED,
            "stillebildung": Asked.LEFT_OUT,
            "nachbarkoko": Asked.NOT_ASKED,
        }.get(key, Asked.ANSWERED)
        draft.add_organization(key, name, sector, topics, asked)
    draft.organizations[0] = draft.organizations[0].model_copy(
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
            draft.persons.append(
                Person(id=f"{house}-{number}", function=function, organization_id=house)
            )
    for key, (name, level, topics, start, meetings, parent, purpose) in CORE_BODIES.items():
        draft.bodies.append(
            Organization(
                id=key,
                name=name,
                classification=CLASSIFICATIONS[level],
                meets=True,
                level=level,
                status=Status.ACTIVE,
                start_date=start,
                meetings_per_year=meetings,
                parent_id=parent,
                purpose=purpose,
                functions=FUNCTIONS[level],
                legal_basis="Gemeindeordnung" if level is Level.POLITICAL else "",
                chair_rotation=ChairRotation.SHARED if key == "ak-uebergang" else None,
                target_groups=("Jugendliche",) if level is Level.OPERATIONAL else (),
            )
        )
        draft.topics_of[key] = topics
        for number, member in enumerate(CORE_SEATS.get(key, "").split()):
            draft.seat(member, key, chair=number == 0)
    for number, (source, target, contacts, confirmed) in enumerate(CORE_EXCHANGE):
        draft.exchange.append(
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
        draft.report(sender, receiver)
    return draft
