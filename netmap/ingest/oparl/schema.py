"""Classes and keys of OParl 1.0 and 1.1, and which of them a misspelt one means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from netmap.ingest.json_source import JsonValue
from netmap.ingest.normalise import folded, one_line

Raw = dict[str, JsonValue]

_COMMON = frozenset({"id", "type", "license", "keyword", "created", "modified", "web", "deleted"})

KEYS: dict[str, frozenset[str]] = {
    name: _COMMON | frozenset(keys.split())
    for name, keys in {
        "System": "oparlVersion otherOparlVersions body name contactEmail contactName website "
        "vendor product",
        "Body": "system shortName name website licenseValidSince oparlSince ags rgs equivalent "
        "contactEmail contactName organization person meeting paper legislativeTerm agendaItem "
        "consultation file locationList legislativeTermList membership classification location",
        "Organization": "body name membership meeting consultation shortName post "
        "subOrganizationOf organizationType classification startDate endDate website location "
        "externalBody memberCount votingMemberCount",
        "Person": "body name familyName givenName formOfAddress affix title gender phone email "
        "location locationObject status membership life lifeSource",
        "Membership": "person organization role votingRight startDate endDate onBehalfOf",
        "Meeting": "name meetingState cancelled start end location organization participant "
        "invitation resultsProtocol verbatimProtocol auxiliaryFile agendaItem",
        "LegislativeTerm": "body name startDate endDate",
        "AgendaItem": "",
        "Paper": "",
        "Consultation": "",
        "File": "",
        "Location": "",
    }.items()
}
"""The keys that each class may have; those of classes that netmap passes over do not matter."""

NESTED: dict[str, dict[str, str]] = {
    "System": {"body": "Body"},
    "Body": {
        "organization": "Organization",
        "person": "Person",
        "membership": "Membership",
        "legislativeTerm": "LegislativeTerm",
        "legislativeTermList": "LegislativeTerm",
        "meeting": "Meeting",
    },
    "Organization": {
        "body": "Body",
        "membership": "Membership",
        "subOrganizationOf": "Organization",
        "meeting": "Meeting",
    },
    "Person": {"body": "Body", "membership": "Membership"},
    "Membership": {
        "person": "Person",
        "organization": "Organization",
        "onBehalfOf": "Organization",
    },
}
"""Keys under which objects may be embedded instead of named, with their class."""

_SPELLINGS = {
    "organisation": "Organization",
    "gremium": "Organization",
    "members": "Membership",
    "people": "Person",
    "bodies": "Body",
}
_WORDS = {name.casefold(): name for name in KEYS}
_TYPE = re.compile(r"[^/#:\s]+(?=[/#:]?\s*$)")


class ReadAs(NamedTuple):
    """The class that a word names, and whether it is spelt as the specification has it."""

    name: str
    exact: bool


@lru_cache(maxsize=1024)
def class_named(word: str) -> ReadAs | None:
    """The class that a word names, singular or plural, misspelt by two letters at most.

    >>> class_named("Organization"), class_named("persons"), class_named("Orgnization")
    (ReadAs(name='Organization', exact=True), ReadAs(name='Person', exact=False), ...
    >>> class_named("features") is None
    True
    """
    if word in KEYS:
        return ReadAs(word, exact=True)
    wanted = word.casefold()
    for spelled in (wanted, wanted.removesuffix("list"), wanted.removesuffix("s")):
        found = _WORDS.get(spelled) or _SPELLINGS.get(spelled)
        if found:
            return ReadAs(found, exact=False)
    near = _nearest(wanted, _WORDS)
    return ReadAs(_WORDS[near], exact=False) if near else None


def class_of(value: JsonValue) -> ReadAs | None:
    """The class that a ``type`` names; only one that speaks of OParl says what a file is.

    >>> class_of("https://schema.oparl.org/1.1/Organization")
    ReadAs(name='Organization', exact=True)
    >>> class_of("http://oparl.org/schema/1.0/Organisation/"), class_of("Feature")
    (ReadAs(name='Organization', exact=False), None)
    """
    return _class_of(value) if isinstance(value, str) else None


@lru_cache(maxsize=1024)
def _class_of(value: str) -> ReadAs | None:
    given = one_line(value)[:300]
    last = _TYPE.search(given)
    if last is None or "oparl" not in given.casefold():
        return None
    return class_named(last[0])


def is_oparl(value: JsonValue, *, depth: int = 3) -> bool:
    """Whether something in a JSON value is an OParl object, not deeper than ``depth`` levels.

    >>> is_oparl({"data": [{"type": "https://schema.oparl.org/1.1/Person"}]})
    True
    >>> is_oparl({"persons": [{"name": "Ada"}]}), is_oparl("https://schema.oparl.org/")
    (False, False)
    """
    if isinstance(value, dict):
        if class_of(value.get("type")) or _is_empty_page(value):
            return True
        inner: Iterable[JsonValue] = value.values()
    elif isinstance(value, list):
        # Lists are of one kind; the first entries tell it.
        inner = value[:100]
    else:
        return False
    return depth > 0 and any(is_oparl(each, depth=depth - 1) for each in inner)


def is_page(raw: Raw) -> bool:
    """Whether an object is a page of a list: its entries stand under ``data``."""
    return isinstance(raw.get("data"), list)


def _is_empty_page(raw: Raw) -> bool:
    return raw.get("data") == [] and isinstance(raw.get("links"), dict) and "pagination" in raw


@lru_cache(maxsize=4096)
def known_key(class_name: str, key: str) -> str | None:
    """The key of a class that a misspelt one means; ``None`` for a key of its own.

    Two keys that differ in case, dashes or underscores are one; otherwise one letter may be wrong,
    or two in a word of eight letters or more. Keys of vendors hold a colon and are their own.

    >>> known_key("Membership", "orgnization"), known_key("Person", "family_name")
    ('organization', 'familyName')
    >>> known_key("Person", "vendor:name"), known_key("Person", "party")
    (None, None)
    """
    keys = KEYS[class_name]
    if ":" in key or key in keys:
        return None
    alike = [each for each in keys if _bare(each) == _bare(key)]
    if len(alike) == 1:
        return alike[0]
    spelled = {_bare(each): each for each in keys}
    near = _nearest(_bare(key), spelled)
    return spelled[near] if near else None


def _bare(key: str) -> str:
    return folded(key).replace(" ", "")


def _nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The one candidate that is a slip away; none where several are."""
    if len(word) < 4 or len(word) > 40:
        return None
    allowed = 2 if len(word) >= 8 else 1
    distances: dict[int, list[str]] = {}
    for each in candidates:
        distance = DamerauLevenshtein.distance(word, each, score_cutoff=allowed)
        # Of a short word one wrong letter makes another one: "post", "past".
        if distance <= allowed and len(each) >= 4:
            distances.setdefault(distance, []).append(each)
    nearest = distances[min(distances)] if distances else []
    return nearest[0] if len(nearest) == 1 else None
