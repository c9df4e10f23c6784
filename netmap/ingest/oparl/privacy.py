"""What OParl says about persons beyond their mandates, and netmap does not take over."""

from __future__ import annotations

import re
from functools import lru_cache

from netmap.ingest.json_source import JsonValue
from netmap.ingest.normalise import folded
from netmap.ingest.oparl.schema import Raw

_TITLES = frozenset(
    {
        "gender",
        "phone",
        "email",
        "location",
        "locationObject",
        "life",
        "lifeSource",
        "formOfAddress",
    }
)
# Keys of vendors, who also write German.
_WORDS = re.compile(
    r"mail|phone|telefon|\btel\b|\bfax|mobil|handy|ad+res+|anschrift|street|strasse|hausn|postal|"
    r"postleit|\bplz\b|\bwohn|locality|birth|geburt|\bgeb\b|gender|geschlecht|anrede|salutation|"
    r"\bsex\b|konfession|religion|\bbank|iban|steuer(?:nummer|id)|foto|photo|image|picture|"
    r"geojson|latitude|longitude"
)
_ADDRESS = re.compile(r"[^\s@]@[^\s@.]+\.[^\s@]")


def without_private(raw: Raw) -> tuple[Raw, list[str]]:
    """A person's or membership's data without private details, and the titles left out.

    Left out are e-mail, telephone, addresses, gender (and the form of address that tells it),
    birth and biography, whatever a vendor calls them, and every value that holds an e-mail
    address. Empty values are nobody's details.

    >>> without_private({"name": "Ada", "email": ["a@b.example"], "x:birthday": "1815"})
    ({'name': 'Ada'}, ['email', 'x:birthday'])
    """
    kept: Raw = {}
    left_out: list[str] = []
    for title, value in raw.items():
        if value in (None, "", [], {}):
            continue
        if _is_private(title) or _has_address(value):
            left_out.append(title)
        else:
            kept[title] = value
    return kept, left_out


@lru_cache(maxsize=1024)
def _is_private(title: str) -> bool:
    return title in _TITLES or bool(_WORDS.search(folded(title)))


def _has_address(value: JsonValue) -> bool:
    if isinstance(value, str):
        return "@" in value and bool(_ADDRESS.search(value))
    if isinstance(value, list):
        return any(map(_has_address, value))
    return isinstance(value, dict) and any(map(_has_address, value.values()))
