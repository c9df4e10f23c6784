"""The records made of OParl objects, the ids they got, and references between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from netmap.errors import Place
from netmap.ingest.fitting import fitted
from netmap.ingest.identity import identifier, made_id, record_id
from netmap.ingest.normalise import id_text, is_unknown
from netmap.ingest.oparl.merging import Merged, merged
from netmap.ingest.oparl.notices import DIFFERS
from netmap.ingest.oparl.objects import Objects, name_of, reference
from netmap.ingest.oparl.privacy import without_private
from netmap.ingest.oparl.schema import Raw
from netmap.ingest.popolo.entries import Key
from netmap.ingest.popolo.notices import LEADS_NOWHERE
from netmap.ingest.problems import Placeholder, Problem
from netmap.ingest.spans import span
from netmap.model import Organization, Person
from netmap.values import AttributeValue, Identifier, Record
from netmap.vocabulary import Kind

SCHEME = "oparl"
"""Scheme under which records keep the addresses that objects have for an id."""

MOST_DIFFERING = 50
"""Differing objects that are told one by one."""

_KINDS = {"Person": Kind.PERSON, "Organization": Kind.ORGANIZATION}


@dataclass(slots=True)
class Records:
    """Records as they are made, with the ids they got.

    Attributes:
        ids: Record id by class and key of the object.
        taken: Ids of all records.
        private: Private titles left out, with the number of persons that had each.
        private_persons: How many persons had such details.
        unknown_bodies: Municipalities that are referred to and not described.
        differing: How many objects are described several times and differently.
    """

    objects: Objects
    problems: list[Problem] = field(default_factory=list)
    by_id: dict[str, Record] = field(default_factory=dict)
    placeholders: list[Placeholder] = field(default_factory=list)
    ids: dict[tuple[str, Key], str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    private: Counter[str] = field(default_factory=Counter)
    private_persons: int = 0
    unknown_bodies: Counter[str] = field(default_factory=Counter)
    differing: int = 0
    _by_name: dict[str, dict[str, list[Key]]] = field(default_factory=dict)
    _merged: dict[tuple[str, Key], Merged] = field(default_factory=dict)

    def described(self, name: str) -> list[Key]:
        """The objects of a class, each once: those known by name alone may be others with an id."""
        return [key for key in self.objects.by_class[name] if self.find(name, key) == key]

    def told_of(self, name: str, key: Key) -> Merged:
        """All that is told about a described object; what differs is told once.

        Of the first objects, that is: where each side of a system spells things its own way, all
        of its objects differ.
        """
        known = self._merged.get((name, key))
        if known is None:
            known = merged(self.objects.by_class[name][key])
            self._merged[name, key] = known
            if known.differing:
                self.differing += 1
            if known.differing and self.differing <= MOST_DIFFERING:
                self.problems.append(
                    DIFFERS.at(
                        known.told.place,
                        id=key.value[:200],
                        fields=", ".join(known.differing)[:500],
                        which=known.which,
                    )
                )
        return known

    def find(self, name: str, key: Key | None) -> Key | None:
        """The key of a described object: one known by name is also the only one of that name."""
        if key is None:
            return None
        found = key if key in self.objects.by_class[name] else None
        if key.by != "name":
            return found
        if name not in self._by_name:
            names: dict[str, list[Key]] = {}
            for each, told in self.objects.by_class[name].items():
                named = reference({"name": name_of(told[0].raw)})
                if each.by == "id" and named is not None:
                    names.setdefault(named.value, []).append(each)
            self._by_name[name] = names
        same_name = self._by_name[name].get(key.value, [])
        return same_name[0] if len(same_name) == 1 else found

    def id_of(self, name: str, key: Key) -> str:
        """The id under which an object is kept."""
        known = self.ids.get((name, key))
        if known is None:
            made = made_id(_KINDS[name], key.value) if key.by == "name" else key.value
            known = record_id(made, taken=self.taken, prefix=_KINDS[name].value)
            self.taken.add(known)
            self.ids[name, key] = known
        return known

    def keep(self, model: type[Record], values: Mapping[str, object], place: Place) -> bool:
        """Make a record and keep it; whether that was possible."""
        record, problems = fitted(model, values, place)
        self.problems.extend(problems)
        if record is not None:
            self.by_id[record.id] = record
        return record is not None

    def actor(self, name: str, key: Key | None, place: Place) -> str | None:
        """Id of the record that a reference leads to: a placeholder where it leads nowhere."""
        if key is None or is_unknown(key.value):
            return None
        found = self.find(name, key)
        if found is not None:
            made = self.id_of(name, found)
            return made if made in self.by_id else None
        known = self.ids.get((name, key))
        if known is not None:
            return known
        made = self.id_of(name, key)
        model: type[Record] = Person if name == "Person" else Organization
        values = {"id": made, "name": key.value, "identifiers": identifiers({}, key)}
        if not self.keep(model, values, place):
            return None
        problem = LEADS_NOWHERE.at(place, id=key.value[:200])
        self.placeholders.append(Placeholder(made, None if name == "Person" else problem))
        return made

    def dates(
        self, raw: Raw, place: Place, attributes: dict[str, AttributeValue]
    ) -> dict[str, object]:
        """Start and end; words that are no date go to ``attributes`` and are told."""
        return span(
            raw,
            start="startDate",
            end="endDate",
            place=lambda title: inside(place, title),
            attributes=attributes,
            problems=self.problems,
        )

    def without_private(self, raw: Raw) -> Raw:
        """Data of a person or seat without private details, which are counted."""
        kept, left_out = without_private(raw)
        self.private.update(left_out)
        self.private_persons += bool(left_out)
        return kept


def inside(place: Place, title: str) -> Place:
    """The place of one field of an object."""
    return Place(file=place.file, field=f"{place.field}.{title}" if place.field else title)


def identifiers(raw: Raw, key: Key | None) -> tuple[Identifier, ...]:
    """The id as it is compared, and as the object has it where that differs."""
    if key is None or key.by != "id":
        return ()
    as_given = id_text(raw["id"]) if isinstance(raw.get("id"), (str, int, float)) else ""
    both = dict.fromkeys(filter(None, (key.value, as_given)))
    return tuple(dict.fromkeys(identifier(SCHEME, each) for each in both))
