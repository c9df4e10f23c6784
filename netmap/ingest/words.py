"""What files call the closed vocabularies: for each value its word and the other spellings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from netmap.language import Language, Text
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


class Words(NamedTuple):
    """How one value is written.

    Attributes:
        word: What a template offers and an export writes, in both languages.
        spellings: What else files are known to hold; compared without case, umlauts and dashes.
    """

    word: Text
    spellings: tuple[str, ...] = ()


LEVELS: dict[Level, Words] = {
    Level.POLITICAL: Words(
        Text(de="politisch", en="political"),
        ("Politik", "politics", "politische Ebene", "Rat", "Ausschuss"),
    ),
    Level.STEERING: Words(
        Text(de="steuernd", en="steering"),
        (
            "Steuerung",
            "Steuerungsebene",
            "Steuerungskreis",
            "Steuerungsgruppe",
            "Steuergremium",
            "Lenkungskreis",
            "strategisch",
            "strategic",
            "strategische Ebene",
            "Entscheidungsebene",
            "decision",
        ),
    ),
    Level.OPERATIONAL: Words(
        Text(de="operativ", en="operational"),
        (
            "operative Ebene",
            "Arbeitsebene",
            "Umsetzung",
            "Umsetzungsebene",
            "Arbeitsgruppe",
            "Arbeitskreis",
            "working level",
        ),
    ),
    Level.AD_HOC: Words(
        Text(de="ad hoc", en="ad hoc"),
        ("anlassbezogen", "befristet", "temporär", "temporary", "Projektgruppe", "ad-hoc-Gruppe"),
    ),
}

SECTORS: dict[Sector, Words] = {
    Sector.POLITICS: Words(Text(de="Politik", en="politics"), ("politisch", "political")),
    Sector.ADMINISTRATION: Words(
        Text(de="Verwaltung", en="administration"),
        (
            "öffentliche Verwaltung",
            "public administration",
            "Behörde",
            "Kommunalverwaltung",
            "government",
            "public",
        ),
    ),
    Sector.EDUCATION: Words(
        Text(de="Bildung", en="education"),
        ("Schule", "Schulen", "Hochschule", "Wissenschaft", "Bildungsträger", "academia"),
    ),
    Sector.BUSINESS: Words(
        Text(de="Wirtschaft", en="business"),
        ("Unternehmen", "Kammer", "Kammern", "economy", "private", "private sector"),
    ),
    Sector.CIVIL_SOCIETY: Words(
        Text(de="Zivilgesellschaft", en="civil society"),
        (
            "Verein",
            "Verband",
            "Ehrenamt",
            "Stiftung",
            "freie Träger",
            "NGO",
            "non-profit",
            "third sector",
        ),
    ),
    Sector.OTHER: Words(Text(de="Sonstige", en="other"), ("sonstiges", "andere", "anderes")),
}

STATUSES: dict[Status, Words] = {
    Status.ACTIVE: Words(
        Text(de="aktiv", en="active"), ("arbeitet", "läuft", "laufend", "ongoing", "besteht")
    ),
    Status.DORMANT: Words(
        Text(de="ruhend", en="dormant"),
        ("ruht", "inaktiv", "inactive", "pausiert", "on hold", "paused"),
    ),
    Status.DISSOLVED: Words(
        Text(de="aufgelöst", en="dissolved"),
        ("beendet", "abgeschlossen", "eingestellt", "ended", "closed", "terminated"),
    ),
    Status.MERGED: Words(
        Text(de="zusammengeführt", en="merged"),
        ("zusammengelegt", "fusioniert", "aufgegangen", "merged into"),
    ),
}

ROLES: dict[Role, Words] = {
    Role.CHAIR: Words(Text(de="Vorsitz", en="chair")),
    Role.DEPUTY_CHAIR: Words(Text(de="Stellvertretender Vorsitz", en="deputy chair")),
    Role.MEMBER: Words(Text(de="Mitglied", en="member")),
    Role.DEPUTY_MEMBER: Words(Text(de="Stellvertretendes Mitglied", en="deputy member")),
    Role.GUEST: Words(Text(de="Gast", en="guest")),
    Role.SECRETARIAT: Words(Text(de="Geschäftsführung", en="secretariat")),
    Role.MODERATION: Words(Text(de="Moderation", en="moderation")),
    Role.OTHER: Words(Text(de="Sonstige", en="other")),
}
"""Spellings of roles are too many for a list; `netmap.ingest.roles` reads them by rules."""

HOUSE_LEVELS: dict[HouseLevel, Words] = {
    HouseLevel.LEADERSHIP: Words(
        Text(de="Leitung", en="leadership"),
        ("Leitungsebene", "Führung", "Führungsebene", "strategische Führungsebene", "management"),
    ),
    HouseLevel.OPERATIONAL: Words(
        Text(de="operativ", en="operational"),
        ("operative Ebene", "Arbeitsebene", "Fachebene", "Sachbearbeitung", "working level"),
    ),
}

ASKED: dict[Asked, Words] = {
    Asked.NOT_ASKED: Words(
        Text(de="nicht befragt", en="not asked"), ("nein", "no", "noch nicht", "nicht gefragt")
    ),
    Asked.NO_ANSWER: Words(
        Text(de="keine Antwort", en="no answer"),
        ("befragt", "asked", "angefragt", "keine Rückmeldung", "no response", "offen"),
    ),
    Asked.ANSWERED: Words(
        Text(de="beantwortet", en="answered"),
        ("ja", "yes", "geantwortet", "Rückmeldung liegt vor", "responded"),
    ),
    Asked.LEFT_OUT: Words(
        Text(de="bewusst ausgelassen", en="left out"),
        ("ausgelassen", "nicht vorgesehen", "on purpose"),
    ),
}

CHAIR_ROTATIONS: dict[ChairRotation, Words] = {
    ChairRotation.FIXED: Words(
        Text(de="fest", en="fixed"), ("kein Wechsel", "ständig", "permanent", "none", "nein")
    ),
    ChairRotation.SHARED: Words(
        Text(de="geteilt", en="shared"), ("gemeinsam", "Doppelspitze", "Co-Vorsitz", "joint")
    ),
    ChairRotation.YEARLY: Words(
        Text(de="jährlich", en="yearly"),
        ("jährlich wechselnd", "jährlicher Wechsel", "annual", "annually"),
    ),
    ChairRotation.EACH_MEETING: Words(
        Text(de="je Sitzung", en="each meeting"),
        ("von Sitzung zu Sitzung", "jede Sitzung", "rotierend", "every meeting", "rotating"),
    ),
}

COORDINATION_FORMS: dict[CoordinationForm, Words] = {
    CoordinationForm.EXTRA_TASK: Words(
        Text(de="Zusatzaufgabe", en="extra task"), ("zusätzliche Aufgabe", "additional task")
    ),
    CoordinationForm.OWN_POST: Words(
        Text(de="eigene Stelle", en="own post"), ("Stelle", "post", "own position")
    ),
    CoordinationForm.OWN_UNIT: Words(
        Text(de="eigene Einheit", en="own unit"),
        ("Einheit", "unit", "eigene Organisationseinheit", "Bildungsbüro", "Abteilung"),
    ),
}

PLACEMENTS: dict[Placement, Words] = {
    Placement.STAFF: Words(
        Text(de="Stab", en="staff"), ("Stabsstelle", "staff unit", "Stabsstelle der Leitung")
    ),
    Placement.LINE: Words(
        Text(de="Linie", en="line"), ("in der Linie", "Linienorganisation", "line unit")
    ),
}

YES = Words(
    Text(de="ja", en="yes"),
    ("j", "y", "x", "xx", "1", "1.0", "true", "wahr", "t", "✓", "✔", "☑", "☒", "🗸", "richtig"),
)
NO = Words(Text(de="nein", en="no"), ("n", "0", "0.0", "false", "falsch", "f", "☐", "✗", "✘"))

UNKNOWN = Words(
    Text(de="unbekannt", en="unknown"),
    (
        "?",
        "-",
        "--",
        "–",
        "—",
        "/",
        "k. a.",
        "k.a.",
        "k.A",
        "keine Angabe",
        "keine Angaben",
        "n/a",
        "n.a.",
        "n/v",
        "nan",
        "na",
        "null",
        "none",
        "nicht bekannt",
        "not known",
        "not stated",
    ),
)
"""What stands in a cell whose value nobody knows; read as empty, never as "no"."""


def offered(words: Mapping[Any, Words], language: Language) -> tuple[str, ...]:
    """The words of a vocabulary that a template offers, in the order of the vocabulary."""
    return tuple(entry.word.in_language(language) for entry in words.values())
