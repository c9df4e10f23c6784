"""The small example: a fictional Kreis with 30 actors, written by hand.

Each kind of finding stands in it once, where a reader recognises it, beside much that works well.
"""

from __future__ import annotations

from netmap.model import (
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
    CoordinationForm,
    HouseLevel,
    Level,
    Placement,
    Role,
    Sector,
    Status,
)

NETWORK_ID = "buchenau"
NETWORK_NAME = "Kreis Buchenau (Beispiel)"

_TOPICS = {
    "uebergang": "Übergang Schule–Beruf",
    "bso": "Berufs- und Studienorientierung",
    "absentismus": "Schulabsentismus",
    "integration": "Integration durch Bildung",
    "monitoring": "Bildungsmonitoring",
}

# id: name, sector, asked, topics
_ORGANIZATIONS: dict[str, tuple[str, Sector, Asked, tuple[str, ...]]] = {
    "koko": (
        "Kommunale Koordinierungsstelle",
        Sector.ADMINISTRATION,
        Asked.ANSWERED,
        ("uebergang", "bso"),
    ),
    "jugendamt": ("Jugendamt", Sector.ADMINISTRATION, Asked.ANSWERED, ("absentismus",)),
    "schulamt": ("Schulamt", Sector.EDUCATION, Asked.ANSWERED, ("bso", "absentismus")),
    "agentur": ("Agentur für Arbeit", Sector.ADMINISTRATION, Asked.ANSWERED, ("uebergang", "bso")),
    "jobcenter": ("Jobcenter", Sector.ADMINISTRATION, Asked.ANSWERED, ("uebergang",)),
    "ihk": ("IHK", Sector.BUSINESS, Asked.ANSWERED, ("bso",)),
    "handwerk": ("Kreishandwerkerschaft", Sector.BUSINESS, Asked.ANSWERED, ("bso",)),
    "berufskolleg": ("Berufskolleg Buchenau", Sector.EDUCATION, Asked.ANSWERED, ("uebergang",)),
    "ki": (
        "Kommunales Integrationszentrum",
        Sector.ADMINISTRATION,
        Asked.ANSWERED,
        ("integration",),
    ),
    "elternverein": ("Elternverein Miteinander e. V.", Sector.CIVIL_SOCIETY, Asked.NOT_ASKED, ()),
    "moschee": (
        "Kulturverein Brücke e. V.",
        Sector.CIVIL_SOCIETY,
        Asked.ANSWERED,
        ("integration",),
    ),
    "traeger": (
        "Jugendhilfe Lahn gGmbH",
        Sector.CIVIL_SOCIETY,
        Asked.NO_ANSWER,
        ("absentismus",),
    ),
}

_PERSONS = {
    "p-koko": ("Leitung Kommunale Koordinierungsstelle", "koko"),
    "p-jugendamt": ("Leitung Jugendamt", "jugendamt"),
    "p-jugendamt2": ("Fachberatung Schulsozialarbeit", "jugendamt"),
    "p-schulamt": ("Schulaufsicht Sekundarstufe I", "schulamt"),
    "p-agentur": ("Teamleitung Berufsberatung", "agentur"),
    "p-jobcenter": ("Bereichsleitung U25", "jobcenter"),
    "p-ihk": ("Geschäftsführung Bildung", "ihk"),
    "p-handwerk": ("Ausbildungsberatung", "handwerk"),
    "p-berufskolleg": ("Schulleitung Berufskolleg", "berufskolleg"),
    "p-ki": ("Leitung Kommunales Integrationszentrum", "ki"),
    "p-moschee": ("Vorstand Kulturverein", "moschee"),
    "p-traeger": ("Einrichtungsleitung", "traeger"),
}

# id: name, level, status, start, meetings a year, parent, topics, purpose
_BODIES: dict[
    str, tuple[str, Level, Status, str | None, float, str | None, tuple[str, ...], str]
] = {
    "ausschuss": (
        "Ausschuss für Schule und Bildung",
        Level.POLITICAL,
        Status.ACTIVE,
        "2020-11",
        6,
        None,
        ("monitoring",),
        "Entscheidet über Schul- und Bildungsfragen des Kreises",
    ),
    "steuergremium": (
        "Steuergremium Übergang Schule–Beruf",
        Level.STEERING,
        Status.ACTIVE,
        "2013",
        4,
        None,
        ("uebergang", "bso"),
        "Steuert die Landesinitiative im Kreis",
    ),
    "ag-uebergang": (
        "Arbeitskreis Übergang",
        Level.OPERATIONAL,
        Status.ACTIVE,
        "2014-02",
        6,
        None,
        ("uebergang",),
        "Stimmt Angebote am Übergang in den Beruf ab",
    ),
    "ag-anschluss": (
        "Arbeitsgruppe Anschlussperspektiven",
        Level.OPERATIONAL,
        Status.ACTIVE,
        "2018",
        4,
        None,
        ("uebergang",),
        "Bespricht Anschlüsse nach der Schule",
    ),
    "ag-absentismus": (
        "Arbeitsgruppe Schulabsentismus",
        Level.OPERATIONAL,
        Status.ACTIVE,
        "2021-09",
        3,
        None,
        ("absentismus",),
        "Entwickelt gemeinsame Wege bei Schulabsentismus",
    ),
    "adhoc-messe": (
        "Ad-hoc-Arbeitskreis Ausbildungsmesse 2021",
        Level.AD_HOC,
        Status.ACTIVE,
        "2021-01",
        0,
        None,
        ("bso",),
        "Bereitet die Ausbildungsmesse 2021 vor",
    ),
}

_FUNCTIONS = {
    Level.POLITICAL: ("entscheiden",),
    Level.STEERING: ("steuern",),
    Level.OPERATIONAL: ("abstimmen", "austauschen"),
    Level.AD_HOC: ("umsetzen",),
}

_SEATS: dict[str, tuple[str, ...]] = {
    "ausschuss": ("p-schulamt",),
    "steuergremium": ("p-koko", "p-jugendamt", "p-schulamt", "p-agentur", "p-jobcenter", "p-ihk"),
    "ag-uebergang": (
        "p-koko",
        "p-agentur",
        "p-jobcenter",
        "p-ihk",
        "p-handwerk",
        "p-berufskolleg",
    ),
    "ag-anschluss": ("p-koko", "p-agentur", "p-jobcenter", "p-handwerk", "p-berufskolleg"),
    "ag-absentismus": ("p-jugendamt2", "p-traeger", "p-ki"),
    "adhoc-messe": ("p-koko", "p-ihk", "p-handwerk"),
}

# source, target, contacts a year, reported by, confirmed, topics
_EXCHANGE: tuple[tuple[str, str, float | None, str, bool | None, tuple[str, ...]], ...] = (
    ("koko", "agentur", 24, "koko", True, ("uebergang",)),
    ("koko", "jobcenter", 12, "koko", True, ("uebergang",)),
    ("koko", "schulamt", 12, "koko", True, ("bso",)),
    ("koko", "ihk", 6, "ihk", True, ("bso",)),
    ("koko", "jugendamt", 6, "koko", True, ()),
    ("koko", "berufskolleg", 6, "berufskolleg", True, ("uebergang",)),
    ("koko", "handwerk", 4, "handwerk", None, ("bso",)),
    ("agentur", "jobcenter", 52, "agentur", True, ("uebergang",)),
    ("jugendamt", "traeger", 12, "jugendamt", None, ("absentismus",)),
    ("ihk", "schulamt", 4, "ihk", False, ("bso",)),
    ("ki", "moschee", 10, "moschee", True, ("integration",)),
)

_LINES = (
    ("ag-uebergang", "steuergremium"),
    ("ag-anschluss", "steuergremium"),
    ("adhoc-messe", "steuergremium"),
)


def records() -> list[Record]:
    """All records of the small example."""
    made: list[Record] = [Topic(id=key, name=name) for key, name in _TOPICS.items()]
    for key, (name, sector, asked, topics) in _ORGANIZATIONS.items():
        coordination = (
            Coordination(
                form=CoordinationForm.OWN_UNIT,
                placement=Placement.STAFF,
                posts=(Post(label="Koordination", full_time_equivalent=1.5),),
            )
            if key == "koko"
            else None
        )
        made.append(
            Organization(
                id=key,
                name=name,
                sector=sector,
                asked=asked,
                territory="Kreis Buchenau",
                coordination=coordination,
            )
        )
        made += [WorksOn(id=f"{key} {topic}", actor_id=key, topic_id=topic) for topic in topics]
    for key, (function, house) in _PERSONS.items():
        made.append(Person(id=key, function=function, organization_id=house))
    for key, (name, level, status, start, meetings, parent, topics, purpose) in _BODIES.items():
        made.append(
            Organization(
                id=key,
                name=name,
                classification="Ausschuss" if level is Level.POLITICAL else "Arbeitskreis",
                meets=True,
                level=level,
                status=status,
                start_date=start,
                meetings_per_year=meetings,
                parent_id=parent,
                purpose=purpose,
                functions=_FUNCTIONS[level],
                target_groups=("Jugendliche",) if level is Level.OPERATIONAL else (),
                legal_basis="Schulgesetz NRW" if key == "ausschuss" else "",
            )
        )
        made += [WorksOn(id=f"{key} {topic}", actor_id=key, topic_id=topic) for topic in topics]
    for body, members in _SEATS.items():
        for number, member in enumerate(members):
            made.append(
                Membership(
                    id=f"{member} in {body}",
                    member_id=member,
                    organization_id=body,
                    role=Role.CHAIR if number == 0 else Role.MEMBER,
                    role_label="Vorsitz" if number == 0 else "Mitglied",
                    house_level=HouseLevel.LEADERSHIP if body == "steuergremium" else None,
                )
            )
    for number, (source, target, contacts, reporter, confirmed, topics) in enumerate(_EXCHANGE):
        made.append(
            ExchangeTie(
                id=f"exchange {number + 1}",
                source_id=source,
                target_id=target,
                contacts_per_year=contacts,
                channel="Besprechung",
                topic_ids=topics,
                reported_by_id=reporter,
                reported_at="2026-05",
                confirmed=confirmed,
            )
        )
    made += [
        ReportingLine(
            id=f"{sender} to {receiver}",
            sender_id=sender,
            receiver_id=receiver,
            returns_decisions=True,
            form="Bericht in jeder Sitzung",
        )
        for sender, receiver in _LINES
    ]
    return made
