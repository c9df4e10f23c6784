"""The memberships of a Popolo document as records: who sits where, as what, for whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from netmap.errors import Place
from netmap.ingest.fitting import given, open_attributes
from netmap.ingest.identity import made_id, record_id, tie_id
from netmap.ingest.normalise import one_line
from netmap.ingest.popolo.actors import Records, identifiers
from netmap.ingest.popolo.entries import Entry, Key, Raw, Seat, reference
from netmap.ingest.popolo.notices import LEADS_NOWHERE, SEAT_INCOMPLETE, SEAT_TWICE
from netmap.ingest.roles import role
from netmap.language import Text
from netmap.model import Membership, Person
from netmap.vocabulary import Kind, Role

_READ_SEAT = frozenset(
    {
        "id",
        "person",
        "person_id",
        "member",
        "member_id",
        "organization",
        "organization_id",
        "post",
        "post_id",
        "area",
        "area_id",
        "on_behalf_of",
        "on_behalf_of_id",
        "on_behalf_of_ids",
        "role",
        "start_date",
        "end_date",
        "identifiers",
        "@type",
        "@context",
    }
)


@dataclass(frozen=True, slots=True)
class Seats:
    """Makes the memberships once the persons and organisations are there.

    Attributes:
        spells: What was told of the memberships that would share an id, in order.
    """

    records: Records
    spells: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, seat: Seat) -> None:
        """Make the record of one membership, or say what it lacks."""
        raw, path = seat.raw, seat.path
        post = self._post(seat)
        place = self.records.entries.place(path)
        attributes = open_attributes(raw, without=_READ_SEAT)
        post_raw = post.raw if post else {}
        label = one_line(raw.get("role")) or one_line(post_raw.get("role") or post_raw.get("label"))
        organization_id = (
            self._referred(raw, path, "organization", "organization")
            or self._context("organization", seat.organization)
            or (self._referred(post.raw, post.path, "organization", "organization") if post else "")
        )
        on_behalf_of_ids = self._on_behalf_of(raw, path)
        member_id = self._member(seat)
        if not member_id and organization_id:
            member_id = self._seat_holder(label, organization_id, on_behalf_of_ids, path)
        if not member_id or not organization_id:
            self.records.problems.append(
                SEAT_INCOMPLETE.at(
                    place,
                    missing=Text(de="das Gremium", en="the body")
                    if member_id
                    else Text(de="das Mitglied", en="the member"),
                )
            )
            return
        dates = self.records.dates(raw, path, attributes)
        area = self.records.area(raw, path)
        values: dict[str, object] = {
            "member_id": member_id,
            "organization_id": organization_id,
            "role": role(label) if label else None,
            "role_label": label,
            "on_behalf_of_ids": on_behalf_of_ids,
            **dates,
        }
        key = reference(raw.get("id"))
        values["identifiers"] = identifiers(raw, key)
        values = given(values, attributes | ({"area": area} if area else {}))
        self._keep_seat(values, key, place)

    def _keep_seat(self, values: dict[str, object], key: Key | None, place: Place) -> None:
        """Keep a membership under an id of its own: several spells of one member are several."""
        if key is not None and key.by == "id":
            made = key.value
        else:
            told_apart = (str(values.get(name, "")) for name in ("role_label", "start_date"))
            made = tie_id(
                Kind.MEMBERSHIP,
                str(values["member_id"]),
                str(values["organization_id"]),
                *told_apart,
            )
        content = repr(sorted(values.items()))
        spells = self.spells.setdefault(made, {})
        if content in spells:
            self.records.problems.append(SEAT_TWICE.at(place))
            return
        spells[content] = None
        if len(spells) > 1 and key is not None and key.by == "id":
            # An id that several memberships bear tells none of them apart the next time.
            values = {name: each for name, each in values.items() if name != "identifiers"}
        candidate = made if len(spells) == 1 else f"{made}-{len(spells)}"
        candidate = record_id(candidate, taken=self.records.taken, prefix="membership")
        self.records.taken.add(candidate)
        self.records.keep(Membership, {"id": candidate, **values}, place.field or "")

    def _member(self, seat: Seat) -> str:
        raw, path = seat.raw, seat.path
        for title in ("member_id", "member"):
            key = reference(raw.get(title))
            if key is None:
                continue
            value = raw.get(title)
            described: Raw = value if isinstance(value, dict) else {"id": value}
            name = "organization" if self.records.entries.is_organization(described) else "person"
            return self.records.actor(name, key, f"{path}.{title}") or ""
        key = reference(raw.get("person_id")) or reference(raw.get("person"))
        if key is not None and not self.records.entries.find("person", key):
            # Some files name organisations that are members where persons stand.
            found = self.records.entries.find("organization", key)
            if found is not None:
                return self.records.id_of("organization", found.key)
        person = self._referred(raw, path, "person", "person")
        return person or self._context("person", seat.person)

    def _seat_holder(
        self, label: str, organization_id: str, on_behalf_of_ids: tuple[str, ...], path: str
    ) -> str:
        """Who holds a seat that names no member: an organisation it is for, else the function."""
        if on_behalf_of_ids:
            return on_behalf_of_ids[0]
        if not label or role(label) is Role.MEMBER:
            return ""
        person_id = made_id(Kind.PERSON, label, organization_id)
        if person_id not in self.records.by_id:
            values: dict[str, object] = {"id": person_id, "function": label}
            self.records.taken.add(person_id)
            self.records.keep(Person, values, path)
        return person_id

    def _post(self, seat: Seat) -> Entry | None:
        raw = seat.raw
        key = reference(raw.get("post_id")) or reference(raw.get("post"))
        if key is None:
            return self.records.entries.find("post", seat.post)
        nested = Key("path", f"{seat.path}.post")
        found = self.records.entries.find("post", key) or self.records.entries.find("post", nested)
        if found is None:
            place = self.records.entries.place(f"{seat.path}.post_id")
            self.records.problems.append(LEADS_NOWHERE.at(place, id=key.value[:200]))
        return found

    def _on_behalf_of(self, raw: Raw, path: str) -> tuple[str, ...]:
        found = []
        for title in ("on_behalf_of_id", "on_behalf_of_ids", "on_behalf_of"):
            value = raw.get(title)
            for each in value if isinstance(value, list) else [value]:
                actor = self.records.actor("organization", reference(each), f"{path}.{title}")
                if actor:
                    found.append(actor)
        return tuple(dict.fromkeys(found))

    def _referred(self, raw: Raw, path: str, title: str, name: str) -> str:
        for each in (f"{title}_id", title):
            actor = self.records.actor(name, reference(raw.get(each)), f"{path}.{each}")
            if actor:
                return actor
        return ""

    def _context(self, name: str, key: Key | None) -> str:
        found = self.records.entries.find(name, key)
        return self.records.id_of(name, found.key) if found else ""
