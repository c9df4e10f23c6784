"""OParl 1.0 and 1.1 as JSON, turned into records: persons, organisations and who sits where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from netmap.errors import NetmapError, Place
from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.json_source import JsonValue
from netmap.ingest.normalise import one_line
from netmap.ingest.normalise_dates import partial_date
from netmap.ingest.oparl.actors import Actors
from netmap.ingest.oparl.merging import merged
from netmap.ingest.oparl.notices import (
    DELETED,
    MORE_DIFFER,
    MUNICIPALITY,
    MUNICIPALITY_UNKNOWN,
    NO_IDENTITY,
    NOT_AN_OBJECT,
    PASSED_OVER,
    PRIVATE_LEFT,
    RESPELLED,
    SEATS_ONLY_NAMED,
    UNTYPED,
)
from netmap.ingest.oparl.objects import Objects, Part, name_of, reference
from netmap.ingest.oparl.records import MOST_DIFFERING, Records
from netmap.ingest.oparl.schema import is_oparl
from netmap.ingest.oparl.seats import Seats
from netmap.ingest.popolo.entries import Key
from netmap.ingest.popolo.notices import PERSON_PLACEHOLDERS
from netmap.ingest.problems import Parsed, Problem
from netmap.language import Text
from netmap.model import Person

FORMAT = "oparl"


def matches(document: JsonValue) -> bool:
    """Whether something in a JSON document says that it is an OParl object.

    >>> matches([{"type": "https://schema.oparl.org/1.0/Person"}]), matches({"persons": []})
    (True, False)
    """
    return is_oparl(document)


def parse(document: JsonValue, file: str) -> Parsed:
    """The records of one OParl document; see `parse_parts`.

    Raises:
        UnknownFormatError: Nothing in it says that it is OParl.
    """
    return parse_parts([Part(file, document)], file)


def parse_parts(parts: Sequence[Part], file: str) -> Parsed:
    """The records of several OParl documents that describe one municipality.

    Objects are found wherever they stand: alone, in lists, on pages of lists, embedded in each
    other. One that is described several times is one record. Persons and organisations that are
    only referred to become placeholders; memberships of which only the address is known are told.

    Args:
        parts: The documents.
        file: Name of the file or folder for messages about all of them.

    Raises:
        UnknownFormatError: Nothing in them says that it is OParl.
    """
    if not any(is_oparl(part.value) for part in parts):
        raise UnknownFormatError(
            place=Place(file=file),
            problem=Text(
                de="OParl-Objekte nennen einen „type“ wie https://schema.oparl.org/1.1/Person.",
                en='OParl objects name a "type" such as https://schema.oparl.org/1.1/Person.',
            ),
        )
    objects = Objects.from_parts(parts)
    records = Records(objects)
    Actors(records, _meetings_per_year(objects)).add_all()
    seats = Seats(records)
    seats.add_all()
    notes = _notes(objects, records, seats, Place(file=file))
    return Parsed(
        format=FORMAT,
        records=tuple(records.by_id.values()),
        problems=(*_passed_over(objects), *records.problems, *notes),
        placeholders=tuple(records.placeholders),
    )


def _passed_over(objects: Objects) -> Iterator[Problem]:
    """What could not be told to be an object: each kind once, for there may be thousands."""
    if objects.strays:
        at, value = objects.strays[0]
        yield NOT_AN_OBJECT.at(at, count=len(objects.strays), value=value)
    if objects.nameless:
        at, kind = objects.nameless[0]
        yield NO_IDENTITY.at(at, count=len(objects.nameless), kind=kind)
    if objects.untyped:
        yield UNTYPED.at(objects.untyped[0], count=len(objects.untyped))


def _notes(objects: Objects, records: Records, seats: Seats, place: Place) -> Iterator[Problem]:
    """What is said once about all documents."""
    if records.differing > MOST_DIFFERING:
        yield MORE_DIFFER.at(place, count=records.differing - MOST_DIFFERING)
    if seats.only_named:
        first = seats.only_named[0].value[:200]
        yield SEATS_ONLY_NAMED.at(
            place, count=len(seats.only_named), holders=seats.holders(), first=first
        )
    for (kind, given, meant), count in objects.respelled.items():
        yield RESPELLED.at(place, kind=kind, given=given[:100], meant=meant, count=count)
    for key in objects.by_class["Body"]:
        raw = records.told_of("Body", key).raw
        yield MUNICIPALITY.at(
            place,
            name=name_of(raw) or key.value[:200],
            licence=one_line(raw.get("license"))[:200] or "–",
        )
    for address, count in records.unknown_bodies.items():
        yield MUNICIPALITY_UNKNOWN.at(place, id=address[:200], count=count)
    yield from _left_out(objects, records, seats, place)


def _left_out(objects: Objects, records: Records, seats: Seats, place: Place) -> Iterator[Problem]:
    """What is said once about what is not there, or was not taken over."""
    absent = sum(isinstance(records.by_id[each.record_id], Person) for each in records.placeholders)
    if absent:
        yield PERSON_PLACEHOLDERS.at(place, count=absent)
    deleted = sum(map(len, objects.deleted.values()))
    if deleted:
        yield DELETED.at(place, count=deleted, seats=seats.of_deleted)
    if records.private:
        titles = ", ".join(title[:50] for title, _ in records.private.most_common(20))
        yield PRIVATE_LEFT.at(place, count=records.private_persons, titles=titles)
    other = objects.passed_over + Counter({"Meeting": len(objects.by_class["Meeting"])})
    if counts := ", ".join(f"{name} ({count})" for name, count in sorted((+other).items())):
        yield PASSED_OVER.at(place, counts=counts)


def _meetings_per_year(objects: Objects) -> dict[Key, int]:
    """How often each organisation met in the last year that the meetings cover as a whole."""
    years: dict[Key, Counter[int]] = defaultdict(Counter)
    covered: set[int] = set()
    for told in objects.by_class["Meeting"].values():
        raw = merged(told).raw
        if raw.get("cancelled") is True:
            continue
        try:
            date = partial_date(raw.get("start"))
        except NetmapError:
            continue
        if date is None:
            continue
        year = int(date[:4])
        covered.add(year)
        listed = raw.get("organization")
        for each in listed if isinstance(listed, list) else [listed]:
            key = reference(each)
            if key is not None:
                years[key][year] += 1
    whole = sorted(covered)[1:-1]
    if not whole:
        return {}
    return {key: counts[whole[-1]] for key, counts in years.items() if counts[whole[-1]]}
