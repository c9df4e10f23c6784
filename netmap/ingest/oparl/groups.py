"""What kind of group an OParl organisation is, read from the words that vendors use."""

from __future__ import annotations

import re
from typing import NamedTuple

from netmap.ingest.normalise import folded
from netmap.vocabulary import Level, Sector

# "Fraktionsvorsitzendenkonferenz" is a body; only the group itself is a parliamentary group.
_PARTY = re.compile(
    r"\w*fraktion(?:en|slos)?\b|\bpartei(?:en)?\b|\bwaehler(?:gruppe|gemeinschaft|vereinigung)(?:n|en)?\b"
)
_OFFICE = re.compile(
    r"\bverwaltung(?:s(?:bereich|einheit|organisation|stelle))?(?:e|en)?\b|\w*amt\b|\baemter\b|"
    r"\bdezernat\w*|\bfachbereich\w*|\bfachdienst\w*|\babteilung\w*|\bdienststelle\w*|\breferat\w*"
)
_BODY = re.compile(
    r"\bgremi(?:um|en)\b|\b(?:externes|internes) gremium\b|\w*ausschu(?:ss|esse)\b|\w*rat\b|"
    r"\w*beiraete\b|\bkreistag\b|\w*vertretung\b|\w*versammlung\b|\w*kommission\b|"
    r"\barbeits(?:kreis|gruppe)\w*|\w*konferenz\b|\bcommittee\b|\bcouncil\b"
)
_INSTITUTION = re.compile(r"\binstitution(?:en)?\b|\bunternehmen\b|\b(?:eigen)?gesellschaft\b")

_LEVELS = (
    (re.compile(r"\bad hoc\b|\bprojektgruppe\b"), Level.AD_HOC),
    (
        re.compile(r"\b(?:lenkungs|steuerungs?)(?:kreis|gruppe|gremium|ausschuss)\b"),
        Level.STEERING,
    ),
    (re.compile(r"\b\w*arbeits(?:kreis|gruppe)\b|\b(?:ag|ak)\b"), Level.OPERATIONAL),
    (
        re.compile(
            r"\w*ausschu(?:ss|esse)\b|\bkreistag\b|\bbezirksvertretung\b|\bortsbeirat\b|"
            r"\b(?:gemeinde|stadt|orts|ortschafts|kreis|bezirks|aeltesten|samtgemeinde|"
            r"verbandsgemeinde)?rat\b|\bstadtverordnetenversammlung\b|\bbuergerschaft\b|"
            r"\b(?:gemeinde|stadt)vertretung\b"
        ),
        Level.POLITICAL,
    ),
)


class Group(NamedTuple):
    """What the words say; ``None`` where they say nothing."""

    meets: bool | None = None
    sector: Sector | None = None


def group(organization_type: str, classification: str) -> Group:
    """Whether a group meets as a body, and the sector it belongs to.

    A parliamentary group or party holds its members together by other means, and an office by
    employment. ``organizationType`` goes before ``classification``, but for parties, which some
    vendors list among the bodies.

    >>> group("Gremium", "Ausschuss"), group("Gremium", "Ratsfraktion").meets
    (Group(meets=True, sector=None), False)
    >>> group("Verwaltungsbereich", "").sector
    <Sector.ADMINISTRATION: 'administration'>
    >>> group("Sonstiges", "")
    Group(meets=None, sector=None)
    """
    words = [folded(organization_type[:1_000]), folded(classification[:1_000])]
    if any(_PARTY.search(each) for each in words):
        return Group(meets=False, sector=Sector.POLITICS)
    for each in words:
        if _BODY.search(each):
            return Group(meets=True)
        if _OFFICE.search(each):
            return Group(meets=False, sector=Sector.ADMINISTRATION)
        if _INSTITUTION.search(each):
            return Group(meets=False)
    return Group()


def level(classification: str, name: str) -> Level | None:
    """The level of a body, where its classification, else its name, says one.

    >>> level("", "Ausschuss für Schule"), level("Arbeitskreis", "Ausschuss X")
    (<Level.POLITICAL: 'political'>, <Level.OPERATIONAL: 'operational'>)
    >>> level("", "Gestaltungsbeirat") is None
    True
    """
    for given in (classification, name):
        words = folded(given[:1_000])
        for pattern, found in _LEVELS:
            if pattern.search(words):
                return found
    return None
