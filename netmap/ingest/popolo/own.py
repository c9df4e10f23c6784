"""Popolo as netmap writes it: read back exactly, with what Popolo itself has no terms for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netmap.errors import Place
from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.json_source import JsonValue
from netmap.ingest.own_records import OwnRecords
from netmap.ingest.popolo.notices import NO_IDENTITY, NOT_AN_OBJECT
from netmap.ingest.problems import Parsed, Problem
from netmap.language import Text
from netmap.vocabulary import Kind

OWN = "netmap"
"""Key under which a document, and each of its entries, holds what Popolo has no terms for."""
VERSION = 1
"""Version of the layout, as ``format`` under `OWN` names it."""
MIRROR = "field"
"""`OWN` kind of memberships that only show a field of a person: where somebody works."""
TERMS: dict[Kind, dict[str, str]] = {
    Kind.PERSON: {"name": "name", "identifiers": "identifiers"},
    Kind.ORGANIZATION: {
        "name": "name",
        "classification": "classification",
        "parent_id": "parent_id",
        "purpose": "description",
        "start_date": "founding_date",
        "end_date": "dissolution_date",
        "identifiers": "identifiers",
    },
    Kind.MEMBERSHIP: {
        "member_id": "person_id",
        "organization_id": "organization_id",
        "role_label": "role",
        "start_date": "start_date",
        "end_date": "end_date",
        "identifiers": "identifiers",
    },
}
"""Popolo's term for each field that it holds, by kind; all others stand under `OWN`."""
LISTS = {Kind.PERSON: "persons", Kind.ORGANIZATION: "organizations", Kind.MEMBERSHIP: "memberships"}
"""Popolo's lists by kind; those of other kinds stand under `OWN`, called by the kind."""

_Object = Mapping[str, JsonValue]


def is_own(document: JsonValue) -> bool:
    """Whether netmap wrote a document.

    >>> is_own({"netmap": {"format": 1}, "persons": []}), is_own({"persons": []})
    (True, False)
    """
    own = document.get(OWN) if isinstance(document, dict) else None
    return isinstance(own, dict) and isinstance(own.get("format"), int)


def parse_own(document: _Object, file: str, source_format: str) -> Parsed:
    """The records of a document that netmap wrote.

    Raises:
        UnknownFormatError: A newer netmap wrote it.
    """
    own = document[OWN]
    if not isinstance(own, dict) or own.get("format") != VERSION:
        raise UnknownFormatError(
            place=Place(file=file, field=f"{OWN}.format"),
            problem=Text(
                de="Eine neuere Fassung von netmap hat die Datei geschrieben.",
                en="A newer version of netmap wrote the file.",
            ),
        )
    records = OwnRecords()
    for kind in Kind:
        listed = LISTS.get(kind)
        lists = document if listed else own
        title = listed or kind.value
        path = title if listed else f"{OWN}.{title}"
        for entry, place in _entries(lists.get(title), path, file, records.problems):
            if _is_mirror(entry):
                continue
            if not entry.get("id"):
                records.problems.append(NO_IDENTITY.at(place))
                continue
            records.add(kind, _values(entry, kind) if listed else entry, place)
    return records.parsed(source_format)


def _entries(
    listed: JsonValue, path: str, file: str, problems: list[Problem]
) -> Iterator[tuple[_Object, Place]]:
    for at, entry in enumerate(listed if isinstance(listed, list) else ()):
        place = Place(file=file, field=f"{path}[{at}]")
        if isinstance(entry, dict):
            yield entry, place
        else:
            problems.append(NOT_AN_OBJECT.at(place, value=str(entry)[:100]))


def _is_mirror(entry: _Object) -> bool:
    own = entry.get(OWN)
    return isinstance(own, dict) and own.get("kind") == MIRROR


def _values(entry: _Object, kind: Kind) -> dict[str, JsonValue]:
    """Fields of a record: in Popolo's terms where it has any, and those under netmap's key."""
    own = entry.get(OWN)
    said = {
        field: entry[term] for field, term in TERMS[kind].items() if entry.get(term) is not None
    }
    more = own if isinstance(own, dict) else {}
    return {"id": entry["id"], **said, **more}
