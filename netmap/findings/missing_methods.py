"""How findings about further rules of missing exchange are found."""

from __future__ import annotations

from netmap.findings.isolation_methods import PARTNERS
from netmap.findings.kinds import FindingKind
from netmap.language import Text

MISSING_METHODS: dict[FindingKind, Text] = {
    FindingKind.STEERING_WITHOUT_RETURN_FROM_POLITICS: Text(
        de="Gremien der Steuerungsebene, von denen ein Weg in die Politik erfasst ist und keiner "
        "zurück: entlang von Berichtswegen, vom Ganzen zum Teil, oder gegen einen Berichtsweg, "
        "solange bei ihm nicht erfasst ist, dass Beschlüsse nicht zurückkommen. Stärke: (1 + "
        "Gremien mit Rückweg) geteilt durch (1 + Gremien mit Weg).",
        en="Steering bodies from which a way to politics is recorded and none back: along "
        "reporting lines, from whole to part, or against a line unless its record says that "
        "decisions do not return. Strength: (1 + bodies with a way back) divided by (1 + bodies "
        "with a way).",
    ),
    FindingKind.LINE_WITHOUT_RETURN: Text(
        de="Berichtswege, bei denen erfasst ist, dass Beschlüsse nicht zurückkommen, ohne "
        "Gegenweg und ohne Austausch. Ist das nicht erfasst, wird nicht gefragt. Stärke: (1 + "
        "Wege mit Rückmeldung) geteilt durch (1 + Wege, bei denen es erfasst ist).",
        en="Reporting lines of which it is recorded that decisions do not return, without a line "
        "back and without exchange. Where this is not recorded, nothing is asked. Strength: (1 + "
        "lines with feedback) divided by (1 + lines of which it is recorded).",
    ),
    FindingKind.STEERING_SEAT_WITHOUT_WORKING_LEVEL: Text(
        de=f"Organisationen mit Sitz in der Steuerung, ohne erfassten Sitz auf der Arbeitsebene "
        f"und ohne Berichtsweg im eigenen Haus. {PARTNERS.de} Stärke: (1 + Organisationen mit "
        f"einem davon) geteilt durch (1 + Organisationen in der Steuerung).",
        en=f"Organisations with a seat in steering, without a recorded seat at the working level "
        f"and without a reporting line in their own house. {PARTNERS.en} Strength: (1 + "
        f"organisations with one of these) divided by (1 + organisations in steering).",
    ),
    FindingKind.BILATERAL_TIES_WITHOUT_COMMON_BODY: Text(
        de="Partner, deren Austausch dasselbe Thema nennt und die sich in keinem Gremium treffen, "
        "als zusammenhängende Gruppe. Vorgeschlagen wird das Gremium zum Thema, in dem die "
        "meisten von ihnen schon mitwirken. Stärke: 1 minus Mindestzahl geteilt durch (1 + Paare).",
        en="Partners whose exchange names the same topic and who meet in no body, as a group that "
        "hangs together. The body proposed works on the topic, and most of them take part in it "
        "already. Strength: 1 minus least number divided by (1 + pairs).",
    ),
    FindingKind.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION: Text(
        de="Organisationen mit gemeinsamem Gremium, deren Austausch mit der Koordinierungsstelle "
        "durchweg unregelmäßig oder seltener als üblich erfasst ist; ohne Angabe wird nicht "
        f"gefragt. {PARTNERS.de} Stärke: (1 + Partner mit regelmäßigem oder unbekanntem "
        "Rhythmus) geteilt durch (1 + Partner mit Austausch).",
        en="Organisations with a common body whose exchange with the coordinating office is "
        "recorded as irregular or rarer than usual throughout; without a number nothing is asked. "
        f"{PARTNERS.en} Strength: (1 + partners with a regular or unknown rhythm) divided by (1 + "
        "partners with exchange).",
    ),
    FindingKind.COORDINATING_OFFICES_WITHOUT_CONTACT: Text(
        de="Koordinierungsstellen verschiedener Gebiete, zwischen denen weder Austausch noch "
        "Berichtsweg, Kooperation oder eine gemeinsame Sitzung erfasst ist. Je Stelle werden "
        "höchstens zwei Hinweise gezeigt. Stärke: (1 + Paare mit Kontakt) geteilt durch (1 + "
        "Paare).",
        en="Coordinating offices of different territories between which neither exchange nor "
        "reporting line, cooperation or common meeting is recorded. At most two findings are shown "
        "for each office. Strength: (1 + pairs with contact) divided by (1 + pairs).",
    ),
    FindingKind.TIE_NOT_RENEWED: Text(
        de="Austausch, bei dem jede Angabe ein Datum hat und die jüngste länger zurückliegt. Ohne "
        "Datum wird nicht gefragt. Je Akteur werden höchstens zwei Hinweise gezeigt. Stärke: 1 "
        "minus die Jahre der Schwelle geteilt durch (1 + Kalenderjahre seitdem).",
        en="Exchange of which every report has a date and the last lies further back. Without a "
        "date nothing is asked. At most two findings are shown for each actor. Strength: 1 minus "
        "the years of the threshold divided by (1 + calendar years since).",
    ),
}
"""The method of each such kind, with what its strength counts."""
