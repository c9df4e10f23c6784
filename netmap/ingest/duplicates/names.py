"""Names of actors in the form in which possible duplicates are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from netmap.ingest.normalise import folded
from netmap.ingest.person_names import person_name

# Words that names of the same organisation have or lack.
_FILLERS = frozenset(
    {
        *("der", "die", "das", "des", "dem", "den", "fuer", "von", "vom", "und", "u", "zu", "zum"),
        *("zur", "am", "im", "in", "an", "auf", "bei", "the", "of", "and", "for", "on", "at"),
        *("ev", "gmbh", "ggmbh", "mbh", "kg", "gbr", "ug", "eg", "kgaa", "kdoer", "aoer", "ltd"),
        # "Jugendamt der Stadt X" is the "Jugendamt X"; that of the Kreis X is another one.
        *("stadt", "hansestadt", "landeshauptstadt", "city"),
    }
)
_LEGAL_FORMS = re.compile(r"\be v\b|\bg gmbh\b|\bgem gmbh\b|\be g\b")

# What people write for what; each side is compared as the other.
_SAME = {
    "ag": "arbeitsgruppe",
    "ak": "arbeitskreis",
    "uag": "unterarbeitsgruppe",
    "fag": "facharbeitsgruppe",
    "arbeitsagentur": "agentur arbeit",
    "arbeitsamt": "agentur arbeit",
    "bundesagentur": "agentur",
    "ihk": "industrie handelskammer",
    "hwk": "handwerkskammer",
    "khw": "kreishandwerkerschaft",
    "khs": "kreishandwerkerschaft",
    "jc": "jobcenter",
    "vhs": "volkshochschule",
    "ki": "kommunales integrationszentrum",
    "koko": "kommunale koordinierungsstelle",
    "koordination": "koordinierung",
    "koordinationsstelle": "koordinierungsstelle",
    "dgb": "deutscher gewerkschaftsbund",
    "awo": "arbeiterwohlfahrt",
    "drk": "deutsches rotes kreuz",
    "bk": "berufskolleg",
    "gs": "grundschule",
    "rs": "realschule",
    "gym": "gymnasium",
    "gymn": "gymnasium",
    "ges": "gesamtschule",
    "mags": "ministerium arbeit gesundheit soziales",
    "msb": "ministerium schule bildung",
    "fh": "fachhochschule",
    "uni": "universitaet",
    "univ": "universitaet",
    "str": "strasse",
    "st": "sankt",
    "dr": "doktor",
    "steuergruppe": "steuerungsgruppe",
    "committee": "ausschuss",
    "comm": "ausschuss",
}
_TITLES = frozenset(
    {
        *("prof", "professor", "professorin", "dr", "doktor", "dipl", "ing", "mag", "pd", "priv"),
        *("doz", "med", "phil", "jur", "rer", "nat", "pol", "oec", "habil", "univ", "frau", "herr"),
        *("mr", "mrs", "ms", "mba", "msc", "bsc", "phd", "mdl", "mdb", "hc", "jr", "sr"),
    }
)


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as it is compared.

    Attributes:
        plain: The whole name, folded.
        tokens: Its telling words in order; abbreviations written out, fillers and titles gone.
    """

    plain: str
    tokens: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The telling words without regard to their order."""
        return tuple(sorted(self.tokens))

    @property
    def joined(self) -> str:
        """The telling words written as one: "Job Center" is a "Jobcenter"."""
        return "".join(self.tokens)


@lru_cache(maxsize=1 << 17)
def organization_form(name: str) -> NameForm:
    """A name of an organisation as it is compared.

    >>> organization_form("IHK zu Köln").tokens
    ('industrie', 'handelskammer', 'koeln')
    >>> organization_form("Bundesagentur für Arbeit").key == organization_form("Arbeitsagentur").key
    True
    """
    plain = folded(name.replace("ß", "ss"))
    words = _LEGAL_FORMS.sub(" ", plain).split()
    tokens = [
        token for word in words for token in _SAME.get(word, word).split() if token not in _FILLERS
    ]
    # A name of nothing but fillers ("Stadt") is told by them.
    return NameForm(plain, tuple(tokens or words))


@lru_cache(maxsize=1 << 17)
def person_form(name: str) -> NameForm:
    """A name of a person as it is compared: given names, then the family name.

    >>> person_form("Müller, Prof. Dr. Anna-Maria").tokens
    ('anna', 'maria', 'mueller')
    """
    plain = folded(name)
    tokens = tuple(t for t in folded(person_name(name)).split() if t not in _TITLES)
    return NameForm(plain, tokens or tuple(plain.split()))


# Ends of words that say what kind of organisation or part of one is meant, and are no place.
_KIND = re.compile(
    r"(?:amt|amtes|schule|schulen|agentur|kammer|verein|verband|stiftung|zentrum|kolleg|kita|haus|"
    r"ministerium|institut|universitaet|bildung|wirtschaft|foerderung|leitung|stelle|beirat|rat|"
    r"ausschuss|gruppe|kreis|netzwerk|traeger|kirche|dezernat|bereich|abteilung|referat|beratung|"
    r"team|forum|vorstand|werk|gymnasium|office|school|college|council|department|committee|board|"
    r"unit|service|centre|center|association|foundation|verwaltung|aufsicht|hilfe|arbeit|pflege)$"
)


def names_kind(word: str) -> bool:
    """Whether a word of a form says what kind of organisation is meant, as no place does.

    >>> names_kind("foerderverein"), names_kind("musterstadt")
    (True, False)
    """
    return bool(_KIND.search(word))
