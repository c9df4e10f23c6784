"""The objects of OParl documents, gathered from pages, lists and wherever they are embedded."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from netmap.errors import Place
from netmap.ingest.identity import name_key
from netmap.ingest.json_source import JsonValue
from netmap.ingest.normalise import one_line
from netmap.ingest.oparl.ids import canonical
from netmap.ingest.oparl.schema import NESTED, Raw, class_named, class_of, is_page, known_key
from netmap.ingest.popolo.entries import Key

READ = ("Body", "Organization", "Person", "Membership", "Meeting")
"""Classes of which records are made, or what records say."""

_KNOWN_BY_NAME = frozenset({"Body", "Organization", "Person"})
_BACK = {"Person": "person", "Organization": "organization"}


class Part(NamedTuple):
    """One JSON document with the name of its file."""

    file: str
    value: JsonValue


@dataclass(frozen=True, slots=True)
class Told:
    """What one place says about an object.

    Attributes:
        first_hand: It stands in a list of its own, not embedded in another object.
    """

    raw: Raw
    place: Place
    first_hand: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """An object still to be looked into.

    Attributes:
        given: What the object around it says, for keys that it lacks itself.
    """

    raw: Raw
    file: str
    path: str
    expected: str | None
    first_hand: bool
    given: Raw

    @property
    def place(self) -> Place:
        return Place(file=self.file, field=self.path or None)


@dataclass(slots=True)
class Objects:
    """All objects of the documents, by class and key, in the order in which they were found.

    Attributes:
        claims: Memberships that persons and organisations name by address, with what that says:
            key of the membership, then "person" or "organization", then who names it.
        deleted: Objects that their source calls deleted.
        passed_over: Objects of classes that netmap does not read, by class.
        respelled: Keys and classes read as another word, by class, word and what it was read as.
        untyped: Objects that say no class and stand where none can be told.
        strays: What stands where objects should, with its beginning.
        nameless: Objects with neither id nor name, with their class.
    """

    by_class: dict[str, dict[Key, list[Told]]] = field(
        default_factory=lambda: {name: {} for name in READ}
    )
    claims: dict[Key, dict[str, JsonValue]] = field(default_factory=dict)
    deleted: dict[str, set[Key]] = field(default_factory=lambda: {name: set() for name in READ})
    passed_over: Counter[str] = field(default_factory=Counter)
    respelled: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    untyped: list[Place] = field(default_factory=list)
    strays: list[tuple[Place, str]] = field(default_factory=list)
    nameless: list[tuple[Place, str]] = field(default_factory=list)
    _queue: deque[_Open] = field(default_factory=deque)

    @classmethod
    def from_parts(cls, parts: Iterable[Part]) -> Objects:
        """Gather the objects of all documents: those in lists of their own, then embedded ones."""
        objects = cls()
        for part in parts:
            objects._take(part.value, part.file, "", None)
        while objects._queue:
            objects._look_into(objects._queue.popleft())
        for name, keys in objects.deleted.items():
            for key in keys:
                objects.by_class[name].pop(key, None)
        return objects

    def _take(self, value: JsonValue, file: str, path: str, expected: str | None) -> None:
        """Queue the objects of a document: a single one, a list, a page, or lists by name."""
        if isinstance(value, list):
            for at, each in enumerate(value):
                self._take(each, file, f"{path}[{at}]", expected)
        elif isinstance(value, dict):
            inner = f"{path}." if path else ""
            if class_of(value.get("type")) is None and is_page(value):
                self._take(value["data"], file, f"{inner}data", expected)
            elif class_of(value.get("type")) or expected:
                self._queue.append(_Open(value, file, path, expected, first_hand=True, given={}))
            else:
                self._take_container(value, file, path)
        elif value is not None and expected is None and path:
            self.strays.append((Place(file=file, field=path), one_line(value)[:100]))

    def _take_container(self, value: Raw, file: str, path: str) -> None:
        """Queue what lists by name hold: ``{"persons": [...], "organizations": [...]}``."""
        if "id" in value:
            self.untyped.append(Place(file=file, field=path or None))
            return
        for title, each in value.items():
            if isinstance(each, (list, dict)):
                named = class_named(title)
                inner = f"{path}.{title}" if path else title
                self._take(each, file, inner, named.name if named else None)

    def _look_into(self, found: _Open) -> None:
        told_class = class_of(found.raw.get("type"))
        name = told_class.name if told_class else found.expected
        if name is None:
            self.untyped.append(found.place)
            return
        if told_class and not told_class.exact:
            self.respelled["type", one_line(found.raw["type"])[-60:], name] += 1
        if name != "System" and name not in READ:
            self.passed_over[name] += 1
            return
        raw = self._spelled(name, found.raw)
        for title, value in found.given.items():
            if not raw.get(title):
                raw[title] = value
        if name in READ:
            key = _key(name, raw, found)
            if key is None:
                self.nameless.append((found.place, name))
                return
            if raw.get("deleted") is True:
                self.deleted[name].add(key)
                return
            told = Told(raw, found.place, found.first_hand)
            self.by_class[name].setdefault(key, []).append(told)
        self._look_around(name, raw, found)

    def _look_around(self, name: str, raw: Raw, found: _Open) -> None:
        """Queue what is embedded, and note which memberships are only named."""
        own: JsonValue = raw.get("id") or {
            title: raw[title] for title in ("name", "familyName", "givenName") if title in raw
        }
        back = _BACK.get(name)
        for title, inner_name in NESTED.get(name, {}).items():
            for value, path in _each(raw.get(title), f"{found.path}.{title}".lstrip(".")):
                if isinstance(value, dict):
                    given: Raw = {back: own} if back and inner_name == "Membership" else {}
                    if name == "Body" and inner_name in {"Organization", "Person"}:
                        given = {"body": own}
                    self._queue.append(
                        _Open(value, found.file, path, inner_name, first_hand=False, given=given)
                    )
                elif back and title == "membership" and (address := canonical(value)):
                    self.claims.setdefault(Key("id", address), {}).setdefault(back, own)

    def _spelled(self, name: str, raw: Raw) -> Raw:
        """The object with misspelt keys under the names they mean, where these are free."""
        spelled: Raw = {}
        for title, value in raw.items():
            meant = known_key(name, title)
            if meant is None or meant in raw or meant in spelled:
                spelled[title] = value
            else:
                spelled[meant] = value
                self.respelled[name, title, meant] += 1
        return spelled


def reference(value: JsonValue) -> Key | None:
    """The key that a field refers to by address or by an embedded object.

    >>> reference("http://x.example/p/1/"), reference({"name": "Rat"}), reference([])
    (Key(by='id', value='https://x.example/p/1'), Key(by='name', value='rat'), None)
    """
    if isinstance(value, dict):
        address = canonical(value.get("id"))
        name = name_of(value)
        if address:
            return Key("id", address)
        return Key("name", name_key(name)) if name else None
    address = canonical(value)
    return Key("id", address) if address else None


def name_of(raw: Raw) -> str:
    """The name of an object, for persons also from its parts."""
    parts = (raw.get("givenName"), raw.get("familyName"))
    return one_line(raw.get("name")) or " ".join(filter(None, map(one_line, parts)))


def _key(name: str, raw: Raw, found: _Open) -> Key | None:
    key = reference(raw) if name in _KNOWN_BY_NAME else reference(raw.get("id"))
    if key is None and name in {"Membership", "Meeting"}:
        # A seat without an id is one of its own: nothing can refer to it.
        return Key("path", f"{found.file}:{found.path}")
    return key


def _each(value: JsonValue, path: str) -> Iterator[tuple[JsonValue, str]]:
    """The entries of a list or page, or the single value, with their paths."""
    if isinstance(value, dict) and class_of(value.get("type")) is None and is_page(value):
        value, path = value["data"], f"{path}.data"
    if isinstance(value, list):
        for at, each in enumerate(value):
            yield each, f"{path}[{at}]"
    elif value is not None:
        yield value, path
