"""Ids made from what a record is: the same names give the same ids, whenever a file is read."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container

from netmap.language import folded
from netmap.values import Identifier
from netmap.vocabulary import Kind

_PREFIXES = {
    Kind.PERSON: "person",
    Kind.ORGANIZATION: "org",
    Kind.TOPIC: "topic",
    Kind.MEMBERSHIP: "seat",
    Kind.EXCHANGE_TIE: "exchange",
    Kind.REPORTING_LINE: "line",
    Kind.COOPERATION: "cooperation",
    Kind.WORKS_ON: "work",
    Kind.FINDING_MARK: "mark",
    Kind.MAP_VIEW: "view",
}
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})
MERGED_SCHEME = "netmap:merged"
"""Scheme of the id that a record had before it was merged into another."""
_NOT_A_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 60
# Ids may be longer (see `netmap.values.Id`), but these still get prefixes.
_LONGEST_ID = 400
_LONGEST_IDENTIFIER = 1_000


def name_key(name: str) -> str:
    """Form in which two names count as the same: without regard to case and spacing.

    >>> name_key("AG  Übergang") == name_key("ag übergang")
    True
    """
    return folded(name)


def slug(text: str) -> str:
    """A text in lower-case ASCII letters, digits and hyphens; empty where it has none of them.

    >>> slug("Jugendamt Köln (Süd)")
    'jugendamt-koeln-sued'
    """
    spelled = unicodedata.normalize("NFC", text).casefold().translate(_GERMAN)
    ascii_only = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return _NOT_A_SLUG.sub("-", ascii_only).strip("-")


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for the parts, in their order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def made_id(kind: Kind, name: str, *distinguishing: str) -> str:
    """Id of a record that its source knows by name.

    Names that differ in more than case and spacing get different ids, even where their slugs are
    alike: a digest is added wherever the slug does not say the whole name. Ids stand in addresses
    and logs, so those of persons say no name.

    Args:
        kind: Kind of the record: ids are unique across all kinds.
        name: The name, or the function of a person without a name.
        distinguishing: What tells the record from others of the same name.

    >>> made_id(Kind.ORGANIZATION, "AG Sport")
    'org-ag-sport'
    >>> made_id(Kind.PERSON, "Anna Müller")
    'person-07ab4c293e65f74a'
    """
    key = name_key(name)
    if kind is Kind.PERSON:
        return f"{_PREFIXES[kind]}-{digest(key, *(name_key(each) for each in distinguishing))}"
    readable = slug(name)
    parts = [_PREFIXES[kind], readable[:_LONGEST_SLUG].strip("-")]
    if key != readable.replace("-", " ") or len(readable) > _LONGEST_SLUG:
        parts.append(digest(key)[:6])
    if distinguishing:
        parts.append(digest(*(name_key(each) for each in distinguishing))[:6])
    return "-".join(part for part in parts if part)


def tie_id(kind: Kind, *parts: str) -> str:
    """Id of a membership, tie or other record that its source knows by its ends.

    Args:
        kind: Kind of the record.
        parts: Ids of the ends in the order of the model, then what tells several ties between the
            same ends apart (role, start); the order counts.
    """
    return f"{_PREFIXES[kind]}-{digest(kind.value, *parts)}"


def record_id(given: str, *, taken: Container[str], prefix: str) -> str:
    """The id under which a record with the id ``given`` in its source is kept.

    That id itself where it is free; otherwise with a prefix, and if need be a number.

    Args:
        given: The id in the source, of any length.
        taken: Ids that other records have.
        prefix: What tells this kind of record from others: "body", "person" …
    """
    candidate = given if len(given) <= _LONGEST_ID else f"{prefix}-{digest(given)}"
    number = 1
    while candidate in taken:
        candidate = f"{prefix}-{given[:_LONGEST_ID]}" + (f"-{number}" if number > 1 else "")
        number += 1
    return candidate


def identifier(scheme: str, given: str) -> Identifier:
    """What keeps an id that the source gave, whatever id the record has here."""
    return Identifier(scheme=scheme, identifier=given[:_LONGEST_IDENTIFIER])
