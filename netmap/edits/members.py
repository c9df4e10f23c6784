"""Members of a body from quick entry: who is known, who is new, and the seats that begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from netmap.changes import Change, Put, new_id
from netmap.dates import period
from netmap.edits.held import Held, held
from netmap.edits.mail import MAIL, mail_of
from netmap.edits.new_records import fresh_id, own_source
from netmap.edits.quick_entry import Line, names_organization, quick_entry
from netmap.edits.similar import Name, Similar, similar_each
from netmap.ingest.duplicates.names import organization_form, person_form
from netmap.language import Language, Text
from netmap.model import AnyRecord, Membership, Organization, Person
from netmap.network import Network
from netmap.values import Source
from netmap.vocabulary import Kind, Role

NEW = "new"
"""Chosen where a name means nobody who is recorded."""
_SURELY = 0.95
"""From this likeness on a name means the record, as far as nothing else speaks against it."""

_NOTE = Text(de="Mitglieder eingetragen: „{body}“", en='Members entered: "{body}"')
_OTHER_HOUSE = Text(
    de="Bisher bei „{house}“ erfasst; das bleibt, der Sitz gilt für „{name}“.",
    en='Recorded with "{house}" so far; that stays, and the seat is held for "{name}".',
)
_OTHER_ROLE = Text(
    de="Sitzt hier schon in anderer Rolle; dieser Sitz bleibt bestehen.",
    en="Sits here already in another role; that seat stays.",
)


@dataclass(frozen=True, slots=True)
class Meant:
    """Who a name means.

    Attributes:
        id: The record it means; empty where it is entered anew.
        label: What it is called.
        others: Records that it may mean as well, or instead.
        is_sure: Nothing has to be asked.
    """

    id: str
    label: str
    others: tuple[Similar, ...] = ()
    is_sure: bool = True

    @property
    def is_new(self) -> bool:
        """Whether it is entered anew."""
        return not self.id


@dataclass(frozen=True, slots=True)
class Entered:
    """What one line would do.

    Attributes:
        person: ``None`` where the organisation is the member.
        organization: ``None`` where none is named.
        sits_already: The seat is there already, and nothing begins.
        hints: What else somebody may want to know.
    """

    line: Line
    person: Meant | None = None
    organization: Meant | None = None
    sits_already: bool = False
    hints: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Members:
    """What entering members does.

    Attributes:
        rows: One for each line, in order.
        blocked: How many lines cannot be entered as they are.
        seats: How many seats begin.
    """

    body: Organization
    rows: tuple[Entered, ...]
    blocked: int
    seats: int
    changes: tuple[Change, ...]
    note: Text


def enter_members(
    network: Network,
    body_id: str,
    text: str,
    *,
    start: str | None = None,
    picks: Mapping[str, str] | None = None,
    language: Language = Language.DE,
) -> Members:
    """Enter members of a body from a text of one member a line.

    A name that means one record surely means it; one that only may is entered anew unless
    ``picks`` says whom it means. Lines that cannot be understood are left out.

    Args:
        network: What is known.
        body_id: The body.
        text: What was typed or pasted.
        start: First day, month or year of the seats; unknown where not given.
        picks: Whom names mean, by "person." or "organization." and the number of the line: an id,
            or `NEW`.
        language: Of what is said about where the records come from.

    Raises:
        RecordNotFoundError: There is no such body.
        DateError: ``start`` is no date.
    """
    if start is not None:
        period(start)
    known = held(network)
    body = known.record(body_id, Organization)
    names = {organization_form(each.name).key for each in _organizations(known)}

    def is_organization(name: str) -> bool:
        return names_organization(name) or organization_form(name).key in names

    lines = quick_entry(text, is_organization=is_organization)
    writer = _Writer(known, body, start, picks or {}, own_source(known, language))
    writer.look_up([line for line in lines if not line.is_blocked])
    rows = tuple(writer.enter(line) for line in lines)
    return Members(
        body=body,
        rows=rows,
        blocked=sum(line.is_blocked for line in lines),
        seats=writer.seats,
        changes=tuple(Put(each) for each in writer.written.values()),
        note=_NOTE.format(body=body.name),
    )


def _organizations(known: Held) -> list[Organization]:
    return [each for each in known.by_id.values() if isinstance(each, Organization)]


@dataclass
class _Writer:
    """Works line by line, so that a name that stands twice is entered once."""

    known: Held
    body: Organization
    start: str | None
    picks: Mapping[str, str]
    source: Source
    written: dict[str, AnyRecord] = field(default_factory=dict)
    seats: int = 0
    _new: dict[tuple[object, ...], Any] = field(default_factory=dict)
    _sitting: set[tuple[str, Role]] = field(default_factory=set)
    _houses: dict[int, tuple[Meant, Organization]] = field(default_factory=dict)
    _people: dict[Name, tuple[Similar, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        seats = self.known.seats_in(self.body.id)
        self._sitting = {(each.member_id, each.role) for each in seats}

    def look_up(self, lines: Sequence[Line]) -> None:
        """Find whom the lines mean: all organisations first, as they tell namesakes apart."""
        network = self.known.network
        named = [line for line in lines if line.organization]
        names = [Name(line.organization) for line in named]
        alike = similar_each(network, names, kind=Kind.ORGANIZATION)
        for line, name in zip(named, names, strict=True):
            self._houses[line.number] = self._organization(line, alike[name])
        people = [self._name(line) for line in lines if line.holder]
        self._people = similar_each(network, people, kind=Kind.PERSON)

    def _name(self, line: Line) -> Name:
        house = self._houses.get(line.number)
        return Name(line.holder, house[1].id if house else None)

    def enter(self, line: Line) -> Entered:
        """What a line does, and the records that it needs."""
        if line.is_blocked:
            return Entered(line)
        hints: list[Text] = []
        house = self._houses.get(line.number)
        house_id = house[1].id if house else None
        person = self._person(line, house_id, hints) if line.holder else None
        member = person[1] if person else house[1] if house else None
        if member is None:
            return Entered(line)
        sits = (member.id, line.role) in self._sitting
        if not sits:
            if any(each == member.id for each, _ in self._sitting):
                hints.append(_OTHER_ROLE)
            self._seat(line, member, house_id)
        return Entered(
            line,
            person[0] if person else None,
            house[0] if house else None,
            sits_already=sits,
            hints=tuple(hints),
        )

    def _seat(self, line: Line, member: Person | Organization, house_id: str | None) -> None:
        own_house = getattr(member, "organization_id", None) or member.id
        seat = Membership(
            id=new_id(),
            member_id=member.id,
            organization_id=self.body.id,
            role=line.role,
            role_label=line.role_label,
            on_behalf_of_ids=(house_id,) if house_id and house_id != own_house else (),
            start_date=self.start,
            source=self.source,
        )
        self.written[seat.id] = seat
        self._sitting.add((member.id, line.role))
        self.seats += 1

    def _organization(self, line: Line, found: tuple[Similar, ...]) -> tuple[Meant, Organization]:
        name = line.organization
        key = (Kind.ORGANIZATION, organization_form(name).key)
        meant = self._meant(f"organization.{line.number}", name, found)
        if not meant.is_new:
            return meant, self.known.record(meant.id, Organization)
        if key not in self._new:
            fresh = fresh_id(self.known, Kind.ORGANIZATION, name)
            self._new[key] = Organization(id=fresh, name=name, source=self.source)
            self.written[fresh] = self._new[key]
        return meant, self._new[key]

    def _person(self, line: Line, house_id: str | None, hints: list[Text]) -> tuple[Meant, Person]:
        meant = self._meant(f"person.{line.number}", line.holder, self._people[self._name(line)])
        if not meant.is_new:
            written = self.written.get(meant.id)
            stored = written if isinstance(written, Person) else self.known.record(meant.id, Person)
            return meant, self._supplemented(stored, line, house_id, hints)
        key = (Kind.PERSON, person_form(line.holder).key, house_id)
        if key not in self._new:
            fresh = fresh_id(self.known, Kind.PERSON, line.holder)
            self._new[key] = Person(
                id=fresh,
                name=line.person,
                function=line.function,
                organization_id=house_id,
                attributes={MAIL: line.mail} if line.mail else {},
                source=self.source,
            )
            self.written[fresh] = self._new[key]
        return meant, self._new[key]

    def _supplemented(
        self, person: Person, line: Line, house_id: str | None, hints: list[Text]
    ) -> Person:
        """A known person with what was not known yet; nothing that is known is overwritten."""
        update: dict[str, Any] = {}
        if house_id and not person.organization_id:
            update["organization_id"] = house_id
        elif house_id and house_id != person.organization_id:
            house = self.known.label(person.organization_id or "")
            hints.append(_OTHER_HOUSE.format(house=house, name=line.organization))
        if line.function and not person.function:
            update["function"] = line.function
        if line.mail and not mail_of(person):
            update["attributes"] = {**person.attributes, MAIL: line.mail}
        if not update:
            return person
        after = person.model_copy(update=update)
        self.written[person.id] = after
        return after

    def _meant(self, pick: str, name: str, found: tuple[Similar, ...]) -> Meant:
        chosen = self.picks.get(pick, "")
        by_id = {each.id: each for each in found}
        if chosen in by_id:
            return Meant(chosen, by_id[chosen].name, found)
        sure = [each for each in found if each.score >= _SURELY]
        if chosen != NEW and len(sure) == 1:
            return Meant(sure[0].id, sure[0].name, found, is_sure=True)
        return Meant("", name, found, is_sure=not found or chosen == NEW)
