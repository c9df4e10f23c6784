"""The memberships of OParl objects as records: who sits where, as what, for whom."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from netmap.errors import Place
from netmap.ingest.fitting import given, open_attributes
from netmap.ingest.identity import record_id, tie_id
from netmap.ingest.json_source import JsonValue
from netmap.ingest.normalise import folded, one_line
from netmap.ingest.oparl.merging import merged
from netmap.ingest.oparl.objects import Told, reference
from netmap.ingest.oparl.records import Records, identifiers, inside
from netmap.ingest.oparl.schema import Raw
from netmap.ingest.popolo.entries import Key
from netmap.ingest.popolo.notices import SEAT_INCOMPLETE, SEAT_TWICE
from netmap.ingest.roles import role
from netmap.language import Text
from netmap.model import Membership, Organization, Person
from netmap.vocabulary import Kind, Role, Sector

_READ = frozenset(
    {
        "id",
        "type",
        "created",
        "modified",
        "deleted",
        "person",
        "organization",
        "onBehalfOf",
        "role",
        "startDate",
        "endDate",
    }
)
# In a council's committee the administration attends; elsewhere it may well be a member.
_STAFF = re.compile(r"verwaltung|\bamtsleit|\bdezernent|\bsachbearbeit|\bprotokoll|\bstaff\b")


def seat_role(label: str, *, has_vote: bool | None) -> Role:
    """The role that the words of a council's information system name.

    Whoever attends for the administration is told apart from the members, and so is somebody
    without a vote and without any word for a role. Words for an advisory member count as such,
    with a vote or without.

    >>> seat_role("Vertreter der Verwaltung", has_vote=None), seat_role("", has_vote=False)
    (<Role.OTHER: 'other'>, <Role.OTHER: 'other'>)
    >>> seat_role("Stellv. beratendes Mitglied", has_vote=False)
    <Role.DEPUTY_MEMBER: 'deputy_member'>
    """
    if not label:
        return Role.OTHER if has_vote is False else Role.MEMBER
    found = role(label)
    if found in {Role.MEMBER, Role.DEPUTY_MEMBER} and _STAFF.search(folded(label[:1_000])):
        return Role.OTHER
    return found


@dataclass(slots=True)
class Seats:
    """Makes the memberships once the persons and organisations are there.

    Attributes:
        only_named: Memberships of which nothing but the address is known.
        of_deleted: Memberships left out because their person, body or they are deleted.
        spells: What was told of the memberships that would share an id, in order.
        houses: Offices in which persons have a seat that has not ended, by person.
    """

    records: Records
    only_named: list[Key] = field(default_factory=list)
    of_deleted: int = 0
    spells: dict[str, dict[str, None]] = field(default_factory=dict)
    houses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add_all(self) -> None:
        """Make the records of all memberships, or say what they lack."""
        objects = self.records.objects
        for key, told in objects.by_class["Membership"].items():
            self._add(key, self._with_claims(key, told))
        for key in objects.claims:
            if key in objects.deleted["Membership"]:
                continue
            if key not in objects.by_class["Membership"]:
                self.only_named.append(key)
        self.of_deleted += len(objects.deleted["Membership"])
        self._name_houses()

    def holders(self) -> int:
        """How many persons and organisations name memberships of which nothing else is known."""
        claims = self.records.objects.claims
        return len(
            {
                (title, reference(own))
                for key in self.only_named
                for title, own in claims[key].items()
            }
        )

    def _with_claims(self, key: Key, told: list[Told]) -> list[Told]:
        """What is told, and who else names this membership as their own."""
        claims: Raw = {
            title: own
            for title, own in self.records.objects.claims.get(key, {}).items()
            if any(reference(each.raw.get(title)) != reference(own) for each in told)
        }
        if not claims:
            return told
        return [*told, Told(claims, told[0].place, first_hand=False)]

    def _add(self, key: Key, all_told: list[Told]) -> None:
        records = self.records
        if key.by == "id":
            records.objects.by_class["Membership"][key] = all_told
            raw, told = records.told_of("Membership", key)[:2]
        else:
            raw, told = merged(all_told)[:2]
        place = told.place
        deleted = records.objects.deleted
        person_key, body_key = reference(raw.get("person")), reference(raw.get("organization"))
        if person_key in deleted["Person"] or body_key in deleted["Organization"]:
            self.of_deleted += 1
            return
        body = records.actor("Organization", body_key, inside(place, "organization"))
        member = self._member(person_key, place) if body else None
        if not body or not member:
            missing = (
                Text(de="das Gremium", en="the body")
                if not body
                else Text(de="das Mitglied", en="the member")
            )
            records.problems.append(SEAT_INCOMPLETE.at(place, missing=missing))
            return
        raw = records.without_private(raw)
        attributes = open_attributes(raw, without=_READ)
        label = one_line(raw.get("role"))
        has_vote = raw.get("votingRight")
        values: dict[str, object] = {
            "member_id": member,
            "organization_id": body,
            "role": seat_role(label, has_vote=has_vote if isinstance(has_vote, bool) else None)
            if label or has_vote is False
            else None,
            "role_label": label,
            "on_behalf_of_ids": self._on_behalf_of(raw.get("onBehalfOf"), place),
            "identifiers": identifiers(raw, key),
            **records.dates(raw, place, attributes),
        }
        self._keep_seat(given(values, attributes), key, place)

    def _member(self, key: Key | None, place: Place) -> str | None:
        """The person, or the organisation that stands where persons do."""
        if key is not None and self.records.find("Person", key) is None:
            found = self.records.find("Organization", key)
            if found is not None:
                return self.records.id_of("Organization", found)
        return self.records.actor("Person", key, inside(place, "person"))

    def _on_behalf_of(self, value: JsonValue, place: Place) -> tuple[str, ...]:
        listed = value if isinstance(value, list) else [value]
        keys = (reference(each) for each in listed)
        deleted = self.records.objects.deleted["Organization"]
        field_place = inside(place, "onBehalfOf")
        found = (
            self.records.actor("Organization", key, field_place)
            for key in keys
            if key not in deleted
        )
        return tuple(dict.fromkeys(each for each in found if each))

    def _keep_seat(self, values: dict[str, Any], key: Key, place: Place) -> None:
        """Keep a membership under its own id, or one made of what tells it from others."""
        member, body = values["member_id"], values["organization_id"]
        if key.by == "id":
            made = key.value
        else:
            told_apart = (str(values.get(name, "")) for name in ("role_label", "start_date"))
            made = tie_id(Kind.MEMBERSHIP, member, body, *told_apart)
        content = repr(sorted(values.items()))
        spells = self.spells.setdefault(made, {})
        if content in spells:
            self.records.problems.append(SEAT_TWICE.at(place))
            return
        spells[content] = None
        candidate = made if len(spells) == 1 else f"{made}-{len(spells)}"
        candidate = record_id(candidate, taken=self.records.taken, prefix="membership")
        self.records.taken.add(candidate)
        kept = self.records.keep(Membership, {"id": candidate, **values}, place)
        office = self.records.by_id.get(body)
        if (
            kept
            and not values.get("end_date")
            and isinstance(office, Organization)
            and office.sector is Sector.ADMINISTRATION
        ):
            self.houses[member].append(body)

    def _name_houses(self) -> None:
        """Where somebody works: the one office in which a person has a seat that has not ended."""
        for person_id, offices in self.houses.items():
            person = self.records.by_id.get(person_id)
            if isinstance(person, Person) and len(Counter(offices)) == 1:
                self.records.by_id[person_id] = Person.model_validate(
                    {
                        **person.model_dump(exclude_unset=True),
                        "organization_id": offices[0],
                    }
                )
