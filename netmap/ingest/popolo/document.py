"""Popolo JSON, turned into records: persons, organisations and who sits where."""

from __future__ import annotations

from netmap.errors import Place
from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.json_source import JsonValue
from netmap.ingest.normalise import one_line
from netmap.ingest.popolo.actors import Records
from netmap.ingest.popolo.entries import COLLECTIONS, Entries
from netmap.ingest.popolo.notices import NOT_TAKEN, PERSON_PLACEHOLDERS
from netmap.ingest.popolo.own import is_own, parse_own
from netmap.ingest.popolo.seats import Seats
from netmap.ingest.problems import Parsed
from netmap.language import Text
from netmap.model import Person

FORMAT = "popolo"


def matches(document: JsonValue) -> bool:
    """Whether a JSON document is laid out like Popolo: lists of persons, organisations, posts.

    >>> matches({"memberships": []}), matches({"features": []}), matches([])
    (True, False, False)
    """
    return isinstance(document, dict) and any(
        isinstance(document.get(key), list) for key in COLLECTIONS if key != "areas"
    )


def parse(document: JsonValue, file: str) -> Parsed:
    """The records of a Popolo document.

    Memberships are read at top level and nested in persons, organisations and posts; so are
    organisations and persons nested in memberships. Persons and organisations that are only
    referred to become placeholders. What the model has no field for becomes an open attribute. A
    document that netmap wrote gives back the records it was written from.

    Args:
        document: What `netmap.ingest.json_source.read_json` returns.
        file: Name of the file for messages.

    Raises:
        UnknownFormatError: The document is not laid out like Popolo.
    """
    if isinstance(document, dict) and "@graph" in document:
        raise UnknownFormatError(
            place=Place(file=file),
            problem=Text(
                de="Dies ist JSON-LD. netmap schreibt es für andere Programme und liest es nicht; "
                "ein Export als Arbeitsmappe, CSV, GraphML, GEXF oder Popolo lässt sich wieder "
                "importieren.",
                en="This is JSON-LD. netmap writes it for other programs and does not read it; an "
                "export as a workbook, CSV, GraphML, GEXF or Popolo can be imported again.",
            ),
        )
    if not isinstance(document, dict) or not matches(document):
        raise UnknownFormatError(
            place=Place(file=file),
            problem=Text(
                de="Popolo nennt Listen wie „persons“, „organizations“ oder „memberships“.",
                en='Popolo names lists such as "persons", "organizations" or "memberships".',
            ),
        )
    if is_own(document):
        return parse_own(document, file, FORMAT)
    entries = Entries.from_document(document, file=file)
    records = Records(entries)
    records.add_actors()
    seats = Seats(records)
    for seat in entries.seats:
        seats.add(seat)
    absent = sum(isinstance(records.by_id[each.record_id], Person) for each in records.placeholders)
    notes = []
    if absent:
        notes.append(PERSON_PLACEHOLDERS.at(Place(file=file), count=absent))
    rest = [one_line(title) for title in document if title not in COLLECTIONS and document[title]]
    if rest:
        notes.append(NOT_TAKEN.at(Place(file=file), titles=", ".join(rest)[:500]))
    return Parsed(
        format=FORMAT,
        records=tuple(records.by_id.values()),
        problems=(*entries.problems, *records.problems, *notes),
        placeholders=tuple(records.placeholders),
    )
