"""Cells and fields as files hold them, turned into texts and closed vocabularies."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from typing import TypeVar

from netmap.ingest import words
from netmap.ingest.errors import UnclearValueError
from netmap.ingest.words import Words
from netmap.language import Language, Text
from netmap.vocabulary import (
    Asked,
    ChairRotation,
    CoordinationForm,
    HouseLevel,
    Level,
    Placement,
    Sector,
    Status,
)

_Value = TypeVar("_Value")

# Excel writes carriage returns inside cells as this escape.
_ESCAPED_RETURN = re.compile(r"_x000D_", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NUMBER_WITH_POINT_ZERO = re.compile(r"([+-]?\d+)\.0+", re.ASCII)
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def text(value: object) -> str:
    r"""A cell as text: without surrounding spaces, control characters and spreadsheet escapes.

    Line breaks become ``\n``; a whole number stays one however the file holds it; composed and
    decomposed umlauts become the same characters.

    >>> text("  Jugendamt\u00a0Nord ")
    'Jugendamt Nord'
    >>> text(10117.0), text(None), text(True)
    ('10117', '', 'true')
    """
    if value is None:
        return ""
    # Most cells of most files; the rest takes five times as long. The one space that counts as
    # printable is U+0020.
    if isinstance(value, str) and value.isprintable() and "_x" not in value:
        return (value if value.isascii() else unicodedata.normalize("NFC", value)).strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    raw = _ESCAPED_RETURN.sub("", str(value)).replace("\r\n", "\n").replace("\r", "\n")
    raw = _SURROGATE.sub("\ufffd", _CONTROL.sub("", raw).replace("\u00a0", " "))
    return unicodedata.normalize("NFC", raw).strip()


def id_text(value: object) -> str:
    """An id as text; whole numbers lose the ``.0`` that spreadsheets and data frames add.

    >>> id_text("10117.0"), id_text(10117.0), id_text("AG-1.0")
    ('10117', '10117', 'AG-1.0')
    """
    found = text(value)
    match = _NUMBER_WITH_POINT_ZERO.fullmatch(found)
    return match[1] if match else found


def one_line(value: object) -> str:
    r"""A name as text: every run of spaces and line breaks becomes one space.

    >>> one_line("Agentur  für\nArbeit ")
    'Agentur für Arbeit'
    """
    found = text(value)
    if found.isprintable() and "  " not in found:
        return found
    return " ".join(found.split())


def folded(value: str) -> str:
    """A text as it is compared: without case, umlauts, accents, dashes and punctuation.

    Folding keeps words apart, so that it can also build keys to look names up.

    >>> folded("Geschäftsführung (AG)") == folded("GESCHAEFTSFUEHRUNG  AG")
    True
    >>> folded("Ad-hoc-Gruppe")
    'ad hoc gruppe'
    """
    spelled = unicodedata.normalize("NFKC", value).casefold().translate(_UMLAUTS)
    # German without its umlauts is ASCII, and most that is folded is German.
    if spelled.isascii():
        return " ".join(_NOT_ALPHANUMERIC.sub(" ", spelled).split())
    apart = unicodedata.normalize("NFKD", spelled).casefold()
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in bare).split())


def split_list(value: object) -> tuple[str, ...]:
    r"""The entries of a cell that holds several, separated by ``;``, ``|`` or a line break.

    A comma does not separate: it stands inside names ("Müller, Anna").

    >>> split_list("Eltern; Schulen;\n Betriebe;")
    ('Eltern', 'Schulen', 'Betriebe')
    """
    entries = (one_line(entry) for entry in re.split(r"[;|\n]", text(value)))
    return tuple(dict.fromkeys(entry for entry in entries if entry))


@cache
def _unknown_words() -> frozenset[str]:
    return frozenset(
        spelling.casefold()
        for spelling in (words.UNKNOWN.word.de, words.UNKNOWN.word.en, *words.UNKNOWN.spellings)
    )


def is_unknown(value: object) -> bool:
    """Whether a cell is empty or says that nobody knows.

    >>> [is_unknown(cell) for cell in (None, " ", "unbekannt", "k. A.", "–", "nein")]
    [True, True, True, True, True, False]
    """
    found = one_line(value)
    return not found or found.casefold() in _unknown_words()


def boolean(value: object) -> bool | None:
    """Yes or no in either language; ``None`` for an empty or unknown cell.

    Raises:
        UnclearValueError: Neither yes nor no.

    >>> boolean("ja"), boolean("x"), boolean("FALSE"), boolean(0), boolean("")
    (True, True, False, False, None)
    """
    return _one_of(
        {True: words.YES, False: words.NO}, value, Text(de="ja oder nein", en="yes or no")
    )


def level(value: object) -> Level | None:
    """The level of a body; ``None`` for an empty or unknown cell.

    Raises:
        UnclearValueError: No word for a level.

    >>> level("Steuerungsebene"), level("Ad-hoc")
    (<Level.STEERING: 'steering'>, <Level.AD_HOC: 'ad_hoc'>)
    """
    return _one_of(words.LEVELS, value, Text(de="die Ebene eines Gremiums", en="a body's level"))


def sector(value: object) -> Sector | None:
    """The sector of an actor; ``None`` for an empty or unknown cell.

    Raises:
        UnclearValueError: No word for a sector.

    >>> sector("Zivilgesellschaft")
    <Sector.CIVIL_SOCIETY: 'civil_society'>
    """
    return _one_of(words.SECTORS, value, Text(de="ein Bereich", en="a sector"))


def status(value: object) -> Status | None:
    """The status of a body; ``None`` for an empty or unknown cell.

    Raises:
        UnclearValueError: No word for a status.

    >>> status("ruht")
    <Status.DORMANT: 'dormant'>
    """
    return _one_of(
        words.STATUSES, value, Text(de="der Status eines Gremiums", en="a body's status")
    )


def house_level(value: object) -> HouseLevel | None:
    """The level of the own house at which a seat is held; ``None`` when unknown.

    Raises:
        UnclearValueError: No word for such a level.

    >>> house_level("Führungsebene")
    <HouseLevel.LEADERSHIP: 'leadership'>
    """
    expected = Text(de="die Ebene im eigenen Haus", en="the level in the own house")
    return _one_of(words.HOUSE_LEVELS, value, expected)


def asked(value: object) -> Asked | None:
    """Whether an actor was asked and answered; ``None`` for an empty or unknown cell.

    Raises:
        UnclearValueError: No word for it.

    >>> asked("nein"), asked("beantwortet")
    (<Asked.NOT_ASKED: 'not_asked'>, <Asked.ANSWERED: 'answered'>)
    """
    return _one_of(words.ASKED, value, Text(de="der Stand der Befragung", en="the state of asking"))


def chair_rotation(value: object) -> ChairRotation | None:
    """How the chair changes; ``None`` for an empty or unknown cell.

    Raises:
        UnclearValueError: No word for a rotation.

    >>> chair_rotation("von Sitzung zu Sitzung")
    <ChairRotation.EACH_MEETING: 'each_meeting'>
    """
    expected = Text(de="der Wechsel im Vorsitz", en="the rotation of the chair")
    return _one_of(words.CHAIR_ROTATIONS, value, expected)


def coordination_form(value: object) -> CoordinationForm | None:
    """How the municipality provides for coordination; ``None`` when unknown.

    Raises:
        UnclearValueError: No word for such a form.

    >>> coordination_form("eigene Stelle")
    <CoordinationForm.OWN_POST: 'own_post'>
    """
    expected = Text(de="die Form der Koordinierung", en="the form of coordination")
    return _one_of(words.COORDINATION_FORMS, value, expected)


def placement(value: object) -> Placement | None:
    """Where the coordinating office stands; ``None`` for an empty or unknown cell.

    Raises:
        UnclearValueError: No word for a placement.

    >>> placement("Stabsstelle")
    <Placement.STAFF: 'staff'>
    """
    return _one_of(words.PLACEMENTS, value, Text(de="Stab oder Linie", en="staff or line"))


def _one_of(entries: Mapping[_Value, Words], value: object, expected: Text) -> _Value | None:
    found = one_line(value)
    # A tick is no letter: what folding would drop is compared as it stands.
    key = folded(found) or found
    for entry, spelled in entries.items():
        if key in _keys(entry, spelled):
            return entry
    if is_unknown(value):
        return None
    raise UnclearValueError(
        value=found[:100],
        expected=expected,
        examples=Text(
            de=", ".join(words.offered(entries, Language.DE)),
            en=", ".join(words.offered(entries, Language.EN)),
        ),
    )


@cache
def _keys(entry: object, spelled: Words) -> frozenset[str]:
    # The value's own code is what exports and the API write.
    spellings = (str(entry), spelled.word.de, spelled.word.en, *spelled.spellings)
    return frozenset(folded(spelling) or spelling for spelling in spellings)
