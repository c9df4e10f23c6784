"""One pasted line taken apart into cells, and what each of its cells says."""

from __future__ import annotations

import re
from enum import StrEnum

from netmap.edits.mail import ADDRESS
from netmap.ingest.normalise import folded, one_line

_BULLET = re.compile(r"^\s*(?:[-–—•*·●▪]\s+|\(?\d{1,3}[.)]\s+)")
_MAIL = re.compile(f"<?{ADDRESS.pattern}>?")
_PHONE = re.compile(
    r"(?:(?:tel|telefon|fon|phone|fax|mobil)\b[.:]?\s*)?\+?[\d\s/().-]{6,}", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*", re.UNICODE)


class Cell(StrEnum):
    """What a column of a pasted list holds, as its heading says."""

    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    TITLE = "title"
    ORGANIZATION = "organization"
    ROLE = "role"
    FUNCTION = "function"
    MAIL = "mail"
    REST = "rest"


_HEADINGS: dict[Cell, tuple[str, ...]] = {
    Cell.NAME: ("name", "person", "mitglied", "member", "name vorname", "nachname vorname"),
    Cell.FAMILY: ("nachname", "familienname", "zuname", "surname", "last name", "family name"),
    Cell.GIVEN: ("vorname", "vornamen", "rufname", "first name", "given name"),
    Cell.TITLE: ("titel", "anrede", "akad titel", "title", "salutation"),
    Cell.ORGANIZATION: (
        *("organisation", "institution", "einrichtung", "traeger", "dienststelle", "behoerde"),
        *("firma", "arbeitgeber", "haus", "organization", "organisation institution", "employer"),
    ),
    Cell.ROLE: ("rolle", "role", "rolle im gremium", "role in the body"),
    Cell.FUNCTION: ("funktion", "position", "function", "job title", "amt"),
    Cell.MAIL: ("e mail", "email", "mail", "e mail adresse", "mailadresse", "e mail address"),
    Cell.REST: (
        *("telefon", "tel", "telefonnummer", "phone", "fax", "mobil", "nr", "lfd nr", "no"),
        *("anschrift", "adresse", "address", "ort", "plz", "strasse", "bemerkung", "remarks"),
    ),
}
_CELL_OF = {words: cell for cell, headings in _HEADINGS.items() for words in headings}


def cells_of(line: str) -> list[str]:
    """The cells of a line: at tabs, else semicolons, else bars; else the line is one cell.

    >>> cells_of("1. Müller, Anna;  Jugendamt ;Vorsitz")
    ['Müller, Anna', 'Jugendamt', 'Vorsitz']
    """
    plain = _BULLET.sub("", line)
    separator = next((each for each in ("\t", ";", "|") if each in plain), None)
    return [one_line(cell) for cell in (plain.split(separator) if separator else [plain])]


def headings(cells: list[str]) -> list[Cell] | None:
    """What the columns hold, where a line is nothing but headings.

    >>> headings(["Nachname", "Vorname", "Institution"])
    [<Cell.FAMILY: 'family'>, <Cell.GIVEN: 'given'>, <Cell.ORGANIZATION: 'organization'>]
    """
    found = [_CELL_OF.get(folded(cell)) for cell in cells]
    known = [each for each in found if each is not None]
    people = {Cell.NAME, Cell.FAMILY, Cell.ORGANIZATION}
    # One heading alone may be a name: "Person" is none, but "Amt" and "Ort" are.
    enough = len(known) > 1 or (len(cells) == 1 and bool(people & set(known)))
    if not enough or not people & set(known) or len(known) < len([c for c in cells if c]):
        return None
    return [each or Cell.REST for each in found]


def without_contact(text: str) -> tuple[str, str, bool]:
    """A cell without its e-mail address and telephone number, the address, and whether one fell.

    >>> without_contact("Anna Müller <a.mueller@stadt.example>")
    ('Anna Müller', 'a.mueller@stadt.example', False)
    >>> without_contact("Tel. 02941 / 12 34 56")
    ('', '', True)
    """
    mail = _MAIL.search(text) if "@" in text else None
    rest = text.replace(mail.group(), " ") if mail else text
    left = re.sub(r"\(\s*\)|\b(?:e-?mail|mail):?\s*$", " ", rest, flags=re.IGNORECASE)
    phone = bool(_PHONE.fullmatch(left.strip()))
    kept = "" if phone else one_line(left).strip(" ,;")
    return kept, mail.group().strip("<>") if mail else "", phone


def is_one_word(text: str) -> bool:
    """Whether a text is a single word of letters, as a family name is.

    >>> is_one_word("Müller-Lüdenscheidt"), is_one_word("Anna Müller"), is_one_word("G8")
    (True, False, False)
    """
    return bool(_WORD.fullmatch(text)) and not any(letter.isdigit() for letter in text)


def is_given_name(text: str) -> bool:
    """Whether a text may be one or two given names.

    >>> is_given_name("Anna-Maria"), is_given_name("Anna M."), is_given_name("Amt für Jugend 2")
    (True, True, False)
    """
    words = text.replace(".", " ").split()
    return 0 < len(words) <= 2 and all(is_one_word(each) and each[0].isupper() for each in words)
