"""The entries of a Popolo document, gathered from wherever they are nested."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from netmap.errors import Place
from netmap.ingest.identity import name_key
from netmap.ingest.json_source import JsonValue
from netmap.ingest.normalise import id_text, one_line
from netmap.ingest.popolo.notices import NO_IDENTITY, NOT_AN_OBJECT, TOLD_TWICE
from netmap.ingest.problems import Problem

Raw = dict[str, JsonValue]

COLLECTIONS = {
    "persons": "person",
    "people": "person",
    "organizations": "organization",
    "organisations": "organization",
    "posts": "post",
    "areas": "area",
    "memberships": "membership",
}
"""Keys of a document that netmap reads, with the class of what they list."""


class Key(NamedTuple):
    """What an entry is known by in its document: its id, else its name."""

    by: str
    value: str


@dataclass(slots=True)
class Entry:
    """A person, organisation, post or area with all that the document says about it."""

    key: Key
    raw: Raw
    path: str
    first_hand: bool


@dataclass(frozen=True, slots=True)
class Seat:
    """A membership with the entries it is nested in."""

    raw: Raw
    path: str
    person: Key | None = None
    organization: Key | None = None
    post: Key | None = None


@dataclass(slots=True)
class Entries:
    """All entries of a document, by class and key, in the order of the document."""

    file: str
    by_class: dict[str, dict[Key, Entry]] = field(
        default_factory=lambda: {"person": {}, "organization": {}, "post": {}, "area": {}}
    )
    seats: list[Seat] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _queue: deque[tuple[str, Entry]] = field(default_factory=deque)
    _keys_by_name: dict[str, dict[str, list[Key]]] = field(default_factory=dict)

    @classmethod
    def from_document(cls, document: Raw, *, file: str) -> Entries:
        """Gather the lists of a document, then what is nested in their entries, level by level.

        What a list says about an entry comes before what a nested copy says.
        """
        entries = cls(file)
        for collection, name in COLLECTIONS.items():
            for raw, path in entries.objects(document.get(collection), collection):
                if name == "membership":
                    entries.add_seat(Seat(raw, path))
                else:
                    entries.add(name, raw, path, first_hand=True)
        while entries._queue:
            name, entry = entries._queue.popleft()
            entries._open(name, entry)
        return entries

    def place(self, path: str) -> Place:
        """A place in the document."""
        return Place(file=self.file, field=path)

    def objects(self, value: JsonValue, path: str) -> Iterator[tuple[Raw, str]]:
        """The objects in a list, or the single one, with their paths; others are errors."""
        if value is None:
            return
        listed = value if isinstance(value, list) else [value]
        for at, each in enumerate(listed):
            inner = f"{path}[{at}]" if isinstance(value, list) else path
            if isinstance(each, dict):
                yield each, inner
            else:
                self.problems.append(
                    NOT_AN_OBJECT.at(self.place(inner), value=one_line(each)[:100])
                )

    def add(
        self,
        name: str,
        raw: Raw,
        path: str,
        *,
        first_hand: bool = False,
        within: Key | None = None,
    ) -> None:
        """Take an entry in, or add what it says to what is known.

        One without an id is known by its name, and by ``within`` where it is part of that.
        """
        key = key_of(raw)
        if name == "post" and (key is None or key.by == "name"):
            # Every organisation has a post "Member"; nothing can refer to one without an id.
            key = Key("path", path)
        if key is None:
            self.problems.append(NO_IDENTITY.at(self.place(path)))
            return
        if key.by == "name" and within is not None:
            key = Key("name", f"{key.value} ({within.value})")
        known = self.by_class[name].get(key)
        if known is None:
            entry = Entry(key, dict(raw), path, first_hand)
            self.by_class[name][key] = entry
        else:
            self._complete(known, raw, path, first_hand=first_hand)
            # Its nested entries are its own, whatever the first description nests.
            entry = Entry(key, raw, path, first_hand)
        self._queue.append((name, entry))

    def add_seat(self, seat: Seat) -> None:
        """Take a membership in, and the entries nested in it."""
        self.seats.append(seat)
        for field_name, name in (
            ("person", "person"),
            ("organization", "organization"),
            ("on_behalf_of", "organization"),
            ("post", "post"),
            ("area", "area"),
        ):
            for raw, path in self._nested(seat.raw, field_name, seat.path):
                self.add(name, raw, path)
        for raw, path in self._nested(seat.raw, "member", seat.path):
            self.add("organization" if self.is_organization(raw) else "person", raw, path)

    def is_organization(self, raw: Raw) -> bool:
        """Whether a member that may be either is an organisation."""
        kind = one_line(raw.get("@type")).casefold()
        key = key_of(raw)
        return (
            kind.endswith(("organization", "organisation"))
            or bool({"classification", "founding_date", "parent_id"} & raw.keys())
            or (key in self.by_class["organization"] and key not in self.by_class["person"])
        )

    def find(self, name: str, key: Key | None) -> Entry | None:
        """The entry with this key; one known by name is also the only one of that name."""
        if key is None:
            return None
        found = self.by_class[name].get(key)
        if key.by == "id" or (found is not None and found.first_hand):
            return found
        if name not in self._keys_by_name:
            by_name: dict[str, list[Key]] = {}
            for entry in self.by_class[name].values():
                if entry.key.by == "id":
                    by_name.setdefault(name_key(_name(entry.raw)), []).append(entry.key)
            self._keys_by_name[name] = by_name
        same_name = self._keys_by_name[name].get(key.value, [])
        return self.by_class[name][same_name[0]] if len(same_name) == 1 else found

    def _nested(self, raw: Raw, field_name: str, path: str) -> Iterator[tuple[Raw, str]]:
        # A bare text in such a field is an id and is read as one where the record is made.
        value = raw.get(field_name)
        if isinstance(value, (dict, list)):
            yield from self.objects(value, f"{path}.{field_name}")

    def _open(self, name: str, entry: Entry) -> None:
        raw, path, key = entry.raw, entry.path, entry.key
        for inner, inner_path in self._nested(raw, "memberships", path):
            self.add_seat(
                Seat(
                    inner,
                    inner_path,
                    person=key if name == "person" else None,
                    organization=key if name == "organization" else None,
                    post=key if name == "post" else None,
                )
            )
        for inner, inner_path in self._nested(raw, "area", path):
            self.add("area", inner, inner_path)
        if name == "organization":
            own: JsonValue = raw.get("id") or {"name": raw.get("name")}
            for inner, inner_path in self._nested(raw, "posts", path):
                post: Raw = {**inner, "organization_id": inner.get("organization_id") or own}
                self.add("post", post, inner_path, within=key)
            for inner, inner_path in self._nested(raw, "parent", path):
                self.add("organization", inner, inner_path)
            for inner, inner_path in self._nested(raw, "children", path):
                child: Raw = {**inner, "parent_id": inner.get("parent_id") or own}
                self.add("organization", child, inner_path, within=key)
        elif name == "post":
            for inner, inner_path in self._nested(raw, "organization", path):
                self.add("organization", inner, inner_path)

    def _complete(self, known: Entry, raw: Raw, path: str, *, first_hand: bool) -> None:
        differing = []
        for title, value in raw.items():
            if title in _LISTS or value in (None, "", [], {}):
                continue
            if known.raw.get(title) in (None, "", [], {}):
                known.raw[title] = value
            elif known.raw[title] != value and title not in _REFERRED:
                differing.append(title)
        # A nested copy is often a shortened one; only two full descriptions contradict.
        if differing and first_hand and known.first_hand:
            fields = ", ".join(differing)
            self.problems.append(
                TOLD_TWICE.at(self.place(path), id=known.key.value[:200], fields=fields)
            )


# Gathered from each description for itself.
_LISTS = frozenset({"memberships", "posts", "children"})
_REFERRED = frozenset({"parent", "organization", "area"})


def key_of(raw: Raw) -> Key | None:
    """What an entry is known by: its id, else its name or label.

    >>> key_of({"id": 7.0, "name": "Council"}), key_of({"name": " Council "}), key_of({})
    (Key(by='id', value='7'), Key(by='name', value='council'), None)
    """
    given = reference(raw.get("id"))
    if given is not None:
        return given
    name = _name(raw)
    return Key("name", name_key(name)) if name else None


def reference(value: JsonValue) -> Key | None:
    """The key that a field with an id refers to; ``None`` for an empty one.

    >>> reference("party/1?x=2"), reference({"name": "Greens"}), reference(" ")
    (Key(by='id', value='party/1?x=2'), Key(by='name', value='greens'), None)
    """
    if isinstance(value, dict):
        return key_of(value)
    if value is None or isinstance(value, (bool, list)):
        return None
    found = id_text(value)
    return Key("id", found) if found else None


def _name(raw: Raw) -> str:
    return one_line(raw.get("name") or raw.get("label"))
