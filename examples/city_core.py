"""What is written by hand in the large example: names, bodies, seats and exchange."""

# ruff: noqa: SIM905 - lists of words read better as running text

from __future__ import annotations

from netmap.vocabulary import Level, Sector

TOPICS = {
    "bso": "Berufs- und Studienorientierung",
    "uebergang": "Systematisierung des Übergangs",
    "ausbildung": "Attraktivität des dualen Systems",
    "koordinierung": "Kommunale Koordinierung",
    "fruehe-bildung": "Frühe Bildung",
    "monitoring": "Bildungsmonitoring",
    "erwachsene": "Erwachsenenbildung",
    "sprache": "Sprachbildung und Mehrsprachigkeit",
    "inklusion": "Inklusion",
    "ganztag": "Ganztag",
    "digitales": "Digitale Bildung",
    "kultur": "Kulturelle Bildung",
    "bne": "Bildung für nachhaltige Entwicklung",
    "absentismus": "Schulabsentismus",
    "integration": "Integration durch Bildung",
    "elternarbeit": "Zusammenarbeit mit Eltern",
    "schulsozialarbeit": "Schulsozialarbeit",
    "fachkraefte": "Fachkräftesicherung",
}

PLACES = (
    "Altstadt Nordstadt Südstadt Westend Ostviertel Hafen Lerchenberg Sonnenau Birkenhof "
    "Erlengrund Mühlental Kirchfeld Steinbruch Rosenhang Wiesental Hochfeld Eichenkamp Seeblick "
    "Falkenhöhe Marktviertel"
).split()
FIRST_NAMES = (
    "Ayşe Jonas Miriam Tomasz Elif Henning Svetlana Ruth Yusuf Clara Dimitrios Ilse Paul Fatma "
    "Gesine Marek Anneliese Kwame Birgit Timo Leyla Rainer Nadine Hakan Ulrike Ole Samira Bernd"
).split()
LAST_NAMES = (
    "Albrechtsen Bergkamp Cöllen Demirkan Erlwein Falkner Grünhage Hasselbrink Immenroth Jastrow "
    "Kallweit Lohbeck Mertingh Nowitzki Oesterhoff Pfannkuch Quast Rademaker Sülzen Tepperwien "
    "Uhlenbrock Vossiek Wiesental Yildizoğlu Zumbrink"
).split()

# id: name, sector, topics
CORE_ORGANIZATIONS: dict[str, tuple[str, Sector, tuple[str, ...]]] = {
    "koko": (
        "Kommunale Koordinierungsstelle Falkenrode",
        Sector.ADMINISTRATION,
        ("koordinierung", "bso", "uebergang"),
    ),
    "bildungsbuero": ("Bildungsbüro", Sector.ADMINISTRATION, ("monitoring", "koordinierung")),
    "jugendamt": (
        "Jugendamt",
        Sector.ADMINISTRATION,
        ("absentismus", "schulsozialarbeit", "fruehe-bildung"),
    ),
    "schulverwaltung": ("Schulverwaltungsamt", Sector.ADMINISTRATION, ("ganztag", "digitales")),
    "ki": ("Kommunales Integrationszentrum", Sector.ADMINISTRATION, ("integration", "sprache")),
    "wirtschaft": ("Wirtschaftsförderung", Sector.ADMINISTRATION, ("fachkraefte", "ausbildung")),
    "sozialamt": ("Amt für Soziales", Sector.ADMINISTRATION, ("inklusion",)),
    "schulaufsicht": ("Untere Schulaufsicht", Sector.EDUCATION, ("bso", "inklusion")),
    "agentur": ("Agentur für Arbeit Falkenrode", Sector.ADMINISTRATION, ("bso", "uebergang")),
    "jobcenter": ("Jobcenter Falkenrode", Sector.ADMINISTRATION, ("uebergang",)),
    "ihk": ("Industrie- und Handelskammer", Sector.BUSINESS, ("ausbildung", "bso")),
    "hwk": ("Handwerkskammer", Sector.BUSINESS, ("ausbildung",)),
    "kreishandwerkerschaft": ("Kreishandwerkerschaft", Sector.BUSINESS, ("ausbildung", "bso")),
    "dgb": ("Gewerkschaftsbund, Region Falkenrode", Sector.BUSINESS, ("ausbildung",)),
    "arbeitgeber": ("Unternehmerverband Falkenrode", Sector.BUSINESS, ("fachkraefte",)),
    "hochschule": ("Hochschule Falkenrode", Sector.EDUCATION, ("bso", "digitales")),
    "vhs": ("Volkshochschule", Sector.EDUCATION, ("erwachsene", "sprache")),
    "regionalagentur": ("Regionalagentur", Sector.ADMINISTRATION, ("fachkraefte",)),
    "integrationsrat": ("Büro des Integrationsrates", Sector.POLITICS, ("integration",)),
    "elternverein": ("Elternverein Miteinander e. V.", Sector.CIVIL_SOCIETY, ("elternarbeit",)),
    "bruecke": ("Kulturverein Brücke e. V.", Sector.CIVIL_SOCIETY, ("integration",)),
    "hoffnung": ("Gemeinde der Hoffnung", Sector.CIVIL_SOCIETY, ("integration",)),
    "frauen": ("Internationaler Frauentreff", Sector.CIVIL_SOCIETY, ("sprache",)),
    "sportbund": ("Stadtsportbund", Sector.CIVIL_SOCIETY, ("ganztag",)),
    "nachbarkoko": (
        "Kommunale Koordinierungsstelle Kreis Ostermark",
        Sector.ADMINISTRATION,
        ("koordinierung",),
    ),
    "stillebildung": ("Privates Lerninstitut Sommer", Sector.BUSINESS, ()),
}

_POLITICAL, _STEERING = Level.POLITICAL, Level.STEERING
_OPERATIONAL, _AD_HOC = Level.OPERATIONAL, Level.AD_HOC

# id: name, level, topics, start, meetings a year, parent, purpose
CORE_BODIES: dict[
    str, tuple[str, Level, tuple[str, ...], str | None, float | None, str | None, str]
] = {
    "rat": ("Rat der Stadt Falkenrode", _POLITICAL, (), None, 8, None, "Oberstes Organ der Stadt"),
    "schulausschuss": (
        "Ausschuss für Schule und Bildung",
        _POLITICAL,
        ("monitoring", "ganztag"),
        None,
        6,
        "rat",
        "Berät und beschließt Fragen der Schulen und der Bildung",
    ),
    "jugendhilfeausschuss": (
        "Jugendhilfeausschuss",
        _POLITICAL,
        ("schulsozialarbeit",),
        None,
        6,
        "rat",
        "Beschließt über Leistungen der Jugendhilfe",
    ),
    "steuergremium": (
        "Steuergremium Übergang Schule–Beruf",
        _STEERING,
        ("bso", "uebergang", "ausbildung", "koordinierung"),
        "2012-03",
        4,
        None,
        "Steuert die Landesinitiative in Falkenrode",
    ),
    "lenkungskreis": (
        "Lenkungskreis Bildung",
        _STEERING,
        ("monitoring", "ganztag", "inklusion"),
        "2015",
        3,
        None,
        "Setzt Schwerpunkte der kommunalen Bildungslandschaft",
    ),
    "lenkungskreis-digital": (
        "Lenkungskreis Digitale Schule",
        _STEERING,
        ("digitales",),
        "2020-05",
        2,
        None,
        "Begleitet die Ausstattung der Schulen",
    ),
    "ak-uebergang": (
        "Arbeitskreis Übergangsgestaltung",
        _OPERATIONAL,
        ("uebergang",),
        "2013-09",
        6,
        None,
        "Stimmt Angebote und Verfahren am Übergang in den Beruf ab",
    ),
    "ag-anschluss": (
        "Arbeitsgruppe Anschlussvereinbarungen",
        _OPERATIONAL,
        ("uebergang",),
        "2017-02",
        5,
        None,
        "Bespricht Anschlüsse nach Klasse 10",
    ),
    "ak-standard": (
        "Arbeitskreis Standardelemente",
        _OPERATIONAL,
        ("bso",),
        "2013-01",
        4,
        None,
        "Setzt die Standardelemente der Berufsorientierung um",
    ),
    "uag-potenzial": (
        "Unterarbeitsgruppe Potenzialanalyse",
        _OPERATIONAL,
        ("bso",),
        "2014",
        3,
        None,
        "Plant Termine und Qualität der Potenzialanalysen",
    ),
    "ag-absentismus": (
        "Arbeitsgruppe Schulabsentismus",
        _OPERATIONAL,
        ("absentismus",),
        "2021-09",
        4,
        None,
        "Entwickelt gemeinsame Wege bei Schulabsentismus",
    ),
    "adhoc-messe": (
        "Ad-hoc-Arbeitskreis Ausbildungsmesse 2021",
        _AD_HOC,
        ("ausbildung",),
        "2021-01",
        None,
        None,
        "Bereitet die Ausbildungsmesse 2021 vor",
    ),
    "runder-tisch": (
        "Runder Tisch Lernräume",
        _OPERATIONAL,
        ("ganztag",),
        "2024-04",
        2,
        None,
        "Soll Bedarfe an Lernräumen sammeln",
    ),
    "forum-integration": (
        "Forum Migrantenorganisationen",
        _OPERATIONAL,
        ("integration",),
        "2019",
        6,
        None,
        "Austausch der Migrantenorganisationen",
    ),
}

CORE_FUNCTIONS = {
    "koko": ("Leitung Kommunale Koordinierungsstelle", "Fachkraft Koordinierung"),
    "bildungsbuero": ("Leitung Bildungsbüro", "Bildungsmonitoring"),
    "jugendamt": ("Leitung Jugendamt", "Fachberatung Schulsozialarbeit"),
    "schulverwaltung": ("Leitung Schulverwaltungsamt", "Schulentwicklungsplanung"),
    "ki": ("Leitung Kommunales Integrationszentrum",),
    "wirtschaft": ("Leitung Wirtschaftsförderung",),
    "schulaufsicht": ("Schulaufsicht Sekundarstufe I", "Schulaufsicht Förderschulen"),
    "agentur": ("Bereichsleitung Agentur", "Teamleitung Berufsberatung"),
    "jobcenter": ("Geschäftsführung Jobcenter", "Teamleitung U25"),
    "ihk": ("Geschäftsbereich Ausbildung", "Ausbildungsberatung IHK"),
    "hwk": ("Abteilung Berufsbildung",),
    "kreishandwerkerschaft": ("Geschäftsführung Kreishandwerkerschaft",),
    "dgb": ("Jugendbildungsreferat",),
    "arbeitgeber": ("Referat Bildung",),
    "hochschule": ("Zentrale Studienberatung",),
    "vhs": ("Leitung Volkshochschule",),
    "regionalagentur": ("Leitung Regionalagentur",),
    "integrationsrat": ("Geschäftsstelle Integrationsrat",),
    "bruecke": ("Vorstand Kulturverein Brücke",),
    "hoffnung": ("Gemeindevorstand",),
    "frauen": ("Koordination Frauentreff",),
    "sportbund": ("Geschäftsführung Stadtsportbund",),
}

# body: members as "organisation-number of its function", the first one chairs
CORE_SEATS = {
    "steuergremium": (
        "koko-0 jugendamt-0 schulverwaltung-0 schulaufsicht-0 agentur-0 jobcenter-0 ihk-0 hwk-0 "
        "kreishandwerkerschaft-0 dgb-0 arbeitgeber-0 wirtschaft-0"
    ),
    "lenkungskreis": (
        "bildungsbuero-0 schulverwaltung-0 jugendamt-0 schulaufsicht-0 vhs-0 ki-0 sportbund-0"
    ),
    "lenkungskreis-digital": "schulverwaltung-1 hochschule-0 schulaufsicht-1 bildungsbuero-1",
    "ak-uebergang": (
        "koko-1 agentur-1 jobcenter-1 ihk-1 hwk-0 kreishandwerkerschaft-0 schulaufsicht-0 "
        "jugendamt-1 dgb-0"
    ),
    "ag-anschluss": (
        "koko-1 agentur-1 jobcenter-1 ihk-1 hwk-0 kreishandwerkerschaft-0 schulaufsicht-0 "
        "jugendamt-1 hochschule-0"
    ),
    "ak-standard": (
        "koko-0 koko-1 agentur-1 schulaufsicht-0 hwk-0 hochschule-0 ki-0 arbeitgeber-0 dgb-0 vhs-0"
    ),
    "uag-potenzial": "koko-1 agentur-1 vhs-0 ki-0",
    "ag-absentismus": "jugendamt-1 schulaufsicht-1 schulverwaltung-1",
    "adhoc-messe": "koko-0 ihk-0 hwk-0 wirtschaft-0",
    "runder-tisch": "",
    "forum-integration": "ki-0 bruecke-0 hoffnung-0 frauen-0",
    "rat": "integrationsrat-0",
    "schulausschuss": "schulverwaltung-0",
    "jugendhilfeausschuss": "jugendamt-0",
}

# source, target, contacts a year, confirmed
CORE_EXCHANGE: tuple[tuple[str, str, float, bool | None], ...] = (
    ("koko", "agentur", 24, True),
    ("koko", "jobcenter", 12, True),
    ("koko", "schulaufsicht", 24, True),
    ("koko", "ihk", 12, True),
    ("koko", "hwk", 12, True),
    ("koko", "kreishandwerkerschaft", 6, True),
    ("koko", "bildungsbuero", 52, True),
    ("koko", "jugendamt", 6, True),
    ("koko", "schulverwaltung", 12, True),
    ("koko", "ki", 6, True),
    ("koko", "wirtschaft", 6, True),
    ("koko", "hochschule", 4, True),
    ("koko", "vhs", 4, True),
    ("koko", "arbeitgeber", 4, True),
    ("koko", "sozialamt", 4, True),
    ("koko", "regionalagentur", 6, True),
    ("koko", "integrationsrat", 2, True),
    ("agentur", "jobcenter", 52, True),
    ("ihk", "hwk", 12, True),
    ("ki", "vhs", 12, True),
    ("bildungsbuero", "schulverwaltung", 24, True),
    ("jugendamt", "schulaufsicht", 12, True),
    ("wirtschaft", "arbeitgeber", 12, True),
    ("dgb", "arbeitgeber", 4, False),
    ("bruecke", "hoffnung", 6, True),
    ("bruecke", "frauen", 6, True),
)
