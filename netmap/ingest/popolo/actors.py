"""The persons and organisations of a Popolo document as records, and references to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from netmap.ingest.fitting import fitted, given, open_attributes
from netmap.ingest.identity import identifier, made_id, record_id
from netmap.ingest.normalise import is_unknown, one_line, text
from netmap.ingest.popolo.entries import Entries, Entry, Key, Raw, reference
from netmap.ingest.popolo.notices import LEADS_NOWHERE, OWN_PARENT
from netmap.ingest.problems import Placeholder, Problem
from netmap.ingest.spans import span
from netmap.model import Organization, Person
from netmap.values import AttributeValue, Identifier, Record
from netmap.vocabulary import Kind

SCHEME = "popolo"
"""Scheme under which records keep the ids that a document gave them."""

_KINDS = {"person": Kind.PERSON, "organization": Kind.ORGANIZATION}
_READ_PERSON = frozenset({"id", "name", "identifiers", "memberships", "@type", "@context"})
_READ_ORGANIZATION = frozenset(
    {
        "id",
        "name",
        "identifiers",
        "classification",
        "parent",
        "parent_id",
        "area",
        "area_id",
        "founding_date",
        "dissolution_date",
        "description",
        "memberships",
        "posts",
        "children",
        "@type",
        "@context",
    }
)


@dataclass(slots=True)
class Records:
    """Records as they are made, with the ids they got.

    Attributes:
        ids: Record id by class ("person", "organization") and key of the entry.
        taken: Ids of all records: they are unique across kinds, those of a document within a class.
    """

    entries: Entries
    problems: list[Problem] = field(default_factory=list)
    by_id: dict[str, Record] = field(default_factory=dict)
    placeholders: list[Placeholder] = field(default_factory=list)
    ids: dict[tuple[str, Key], str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def add_actors(self) -> None:
        """Make the records of all persons and organisations that the document describes."""
        described = {
            name: [
                entry
                for entry in self.entries.by_class[name].values()
                if self.entries.find(name, entry.key) is entry
            ]
            for name in _KINDS
        }
        # All ids first, so that those of the document are not given to placeholders.
        for name, entries in described.items():
            for entry in entries:
                self.id_of(name, entry.key)
        for entry in described["person"]:
            self.keep(Person, self._person(entry), entry.path)
        for entry in described["organization"]:
            self.keep(Organization, self._organization(entry), entry.path)

    def id_of(self, name: str, key: Key) -> str:
        """The id under which an entry is kept."""
        known = self.ids.get((name, key))
        if known is None:
            made = made_id(_KINDS[name], key.value) if key.by == "name" else key.value
            known = record_id(made, taken=self.taken, prefix=name)
            self.taken.add(known)
            self.ids[name, key] = known
        return known

    def keep(self, model: type[Record], values: Mapping[str, object], path: str) -> bool:
        """Make a record and keep it; whether that was possible."""
        record, problems = fitted(model, values, self.entries.place(path))
        self.problems.extend(problems)
        if record is not None:
            self.by_id[record.id] = record
        return record is not None

    def actor(self, name: str, key: Key | None, path: str) -> str | None:
        """Id of the record that a reference leads to: a placeholder where it leads nowhere."""
        if key is None or is_unknown(key.value):
            return None
        found = self.entries.find(name, key)
        if found is not None:
            return self.id_of(name, found.key)
        known = self.ids.get((name, key))
        if known is not None:
            return known
        made = self.id_of(name, key)
        model: type[Record] = Person if name == "person" else Organization
        values = {"id": made, "name": key.value, "identifiers": identifiers({}, key)}
        if self.keep(model, values, path):
            problem = LEADS_NOWHERE.at(self.entries.place(path), id=key.value[:200])
            self.placeholders.append(Placeholder(made, None if name == "person" else problem))
        return made

    def area(self, raw: Raw, path: str) -> str:
        """Name of the area that an entry belongs to; its id where the document has no name."""
        key = reference(raw.get("area_id")) or reference(raw.get("area"))
        if key is None:
            return ""
        found = self.entries.find("area", key)
        if found is None:
            place = self.entries.place(f"{path}.area_id")
            self.problems.append(LEADS_NOWHERE.at(place, id=key.value[:200]))
            return key.value
        return one_line(found.raw.get("name")) or key.value

    def dates(
        self,
        raw: Raw,
        path: str,
        attributes: dict[str, AttributeValue],
        *,
        start: str = "start_date",
        end: str = "end_date",
    ) -> dict[str, object]:
        """Start and end; words that are no date go to ``attributes`` and are told."""
        return span(
            raw,
            start=start,
            end=end,
            place=lambda title: self.entries.place(f"{path}.{title}"),
            attributes=attributes,
            problems=self.problems,
        )

    def _person(self, entry: Entry) -> dict[str, object]:
        raw = entry.raw
        name = one_line(raw.get("name"))
        parts = ("given_name", "patronymic_name", "family_name")
        name = name or " ".join(filter(None, (one_line(raw.get(part)) for part in parts)))
        values: dict[str, object] = {
            "id": self.id_of("person", entry.key),
            "name": name or one_line(raw.get("sort_name")) or entry.key.value,
            "identifiers": identifiers(raw, entry.key),
        }
        return given(values, open_attributes(raw, without=_READ_PERSON))

    def _organization(self, entry: Entry) -> dict[str, object]:
        raw, path = entry.raw, entry.path
        attributes = open_attributes(raw, without=_READ_ORGANIZATION)
        values: dict[str, object] = {
            "id": self.id_of("organization", entry.key),
            "name": one_line(raw.get("name")) or entry.key.value,
            "identifiers": identifiers(raw, entry.key),
            "classification": one_line(raw.get("classification")),
            "territory": self.area(raw, path),
            "purpose": text(raw.get("description")),
            "parent_id": self._parent(entry),
        }
        values |= self.dates(raw, path, attributes, start="founding_date", end="dissolution_date")
        return given(values, attributes)

    def _parent(self, entry: Entry) -> str | None:
        title = "parent_id" if entry.raw.get("parent_id") else "parent"
        key = reference(entry.raw.get(title))
        parent = self.actor("organization", key, f"{entry.path}.{title}")
        if parent is not None and parent == self.id_of("organization", entry.key):
            self.problems.append(OWN_PARENT.at(self.entries.place(f"{entry.path}.{title}")))
            return None
        return parent


def identifiers(raw: Raw, key: Key | None) -> tuple[Identifier, ...]:
    """The id that the document gave and those that it names, without repetition."""
    found = [identifier(SCHEME, key.value)] if key and key.by == "id" else []
    listed = raw.get("identifiers")
    for each in listed if isinstance(listed, list) else []:
        if isinstance(each, dict) and one_line(each.get("identifier")):
            scheme = one_line(each.get("scheme"))[:1_000]
            found.append(Identifier(scheme=scheme, identifier=one_line(each["identifier"])[:1_000]))
    return tuple(dict.fromkeys(found))
