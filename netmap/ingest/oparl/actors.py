"""The persons and organisations of OParl objects as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from netmap.errors import Place
from netmap.ingest.fitting import given, open_attributes
from netmap.ingest.json_source import JsonValue
from netmap.ingest.normalise import one_line
from netmap.ingest.oparl.groups import group, level
from netmap.ingest.oparl.merging import Merged
from netmap.ingest.oparl.objects import name_of, reference
from netmap.ingest.oparl.records import Records, identifiers, inside
from netmap.ingest.oparl.schema import Raw
from netmap.ingest.person_names import person_name
from netmap.ingest.popolo.entries import Key
from netmap.ingest.popolo.notices import OWN_PARENT
from netmap.model import Organization, Person
from netmap.values import AttributeValue

_BESIDE = frozenset({"id", "type", "created", "modified", "deleted", "membership"})
_READ_PERSON = _BESIDE | {"name", "givenName", "familyName", "body"}
_READ_ORGANIZATION = _BESIDE | {
    "name",
    "shortName",
    "classification",
    "body",
    "meeting",
    "consultation",
    "startDate",
    "endDate",
    "subOrganizationOf",
    "externalBody",
    "location",
}
_ADDRESS_LINES = (
    "description",
    "room",
    "streetAddress",
    "postalCode",
    "locality",
    "subLocality",
)


@dataclass(frozen=True, slots=True)
class Actors:
    """Makes the records of persons and organisations.

    Attributes:
        meetings_per_year: Meetings a year of organisations, where these are known.
    """

    records: Records
    meetings_per_year: Mapping[Key, int] = field(default_factory=dict)

    def add_all(self) -> None:
        """Make the records of all persons and organisations that are described."""
        described = {name: self.records.described(name) for name in ("Organization", "Person")}
        # All ids first, so that those of described objects are not given to placeholders.
        for name, keys in described.items():
            for key in keys:
                self.records.id_of(name, key)
        for key in described["Organization"]:
            told = self.records.told_of("Organization", key)
            self.records.keep(Organization, self._organization(key, told), told.told.place)
        for key in described["Person"]:
            told = self.records.told_of("Person", key)
            self.records.keep(Person, self._person(key, told), told.told.place)

    def _person(self, key: Key, told: Merged) -> dict[str, object]:
        raw = self.records.without_private(told.raw)
        attributes = open_attributes(_joined(raw), without=_READ_PERSON)
        name = person_name(raw.get("name"))
        if not name:
            titles = raw.get("title")
            parts = [
                *(titles if isinstance(titles, list) else [titles]),
                *(raw.get(title) for title in ("givenName", "familyName", "affix")),
            ]
            name = " ".join(filter(None, (one_line(part) for part in parts)))
            if name:
                attributes = {t: v for t, v in attributes.items() if t not in {"title", "affix"}}
        values: dict[str, object] = {
            "id": self.records.id_of("Person", key),
            "name": name or name_of(raw) or key.value,
            "identifiers": identifiers(told.raw, key),
        }
        return given(values, attributes)

    def _organization(self, key: Key, told: Merged) -> dict[str, object]:
        raw, place = told.raw, told.told.place
        kind, classification = (
            one_line(raw.get(title)) for title in ("organizationType", "classification")
        )
        attributes = open_attributes(_joined(raw), without=_READ_ORGANIZATION)
        if not classification:
            attributes.pop("organizationType", None)
        attributes |= open_attributes(
            {"location": _location(raw.get("location")), "externalBody": _name(raw, "externalBody")}
        )
        name = name_of(raw) or one_line(raw.get("shortName")) or key.value
        meets, sector = group(kind, classification)
        # Offices and companies have no list of meetings where any organisation has none.
        if meets is None and raw.get("meeting"):
            meets = True
        values: dict[str, object] = {
            "id": self.records.id_of("Organization", key),
            "name": name,
            "short_name": one_line(raw.get("shortName")),
            "identifiers": identifiers(raw, key),
            "classification": classification or kind,
            "territory": self._territory(raw, attributes),
            "sector": sector,
            "meets": meets,
            "level": level(classification, name) if meets else None,
            "meetings_per_year": self.meetings_per_year.get(key),
            "parent_id": self._parent(key, raw, place),
        }
        values |= self.records.dates(raw, place, attributes)
        return given(values, attributes)

    def _territory(self, raw: Raw, attributes: dict[str, AttributeValue]) -> str:
        """Name of the municipality; where only its address is known, an attribute."""
        key = reference(raw.get("body"))
        if key is None:
            return ""
        found = self.records.find("Body", key)
        if found is not None:
            named = name_of(self.records.told_of("Body", found).raw)
            if named:
                return named
        if key.by == "name":
            return name_of(raw["body"]) if isinstance(raw["body"], dict) else key.value
        self.records.unknown_bodies[key.value] += 1
        attributes |= open_attributes({"body": key.value})
        return ""

    def _parent(self, key: Key, raw: Raw, place: Place) -> str | None:
        wanted = reference(raw.get("subOrganizationOf"))
        if wanted in self.records.objects.deleted["Organization"]:
            return None
        field_place = inside(place, "subOrganizationOf")
        if wanted is not None and self.records.find("Organization", wanted) == key:
            self.records.problems.append(OWN_PARENT.at(field_place))
            return None
        found = self.records.find("Organization", wanted)
        if found is not None:
            return self.records.id_of("Organization", found)
        return self.records.actor("Organization", wanted, field_place)


def _joined(raw: Raw) -> Raw:
    """The object with lists of texts as one text each."""
    return {
        title: "; ".join(map(one_line, value))
        if isinstance(value, list) and all(isinstance(each, (str, int)) for each in value)
        else value
        for title, value in raw.items()
    }


def _location(value: JsonValue) -> JsonValue:
    """The lines of an address as one; whatever else is given stays as it is."""
    if not isinstance(value, dict):
        return value
    lines = dict.fromkeys(one_line(value.get(title)) for title in _ADDRESS_LINES)
    return ", ".join(filter(None, lines))


def _name(raw: Raw, title: str) -> str:
    key = reference(raw.get(title))
    return key.value if key else ""
