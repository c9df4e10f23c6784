"""The rows of a list brought together: one record for each actor, body, topic and seat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from netmap.errors import Place
from netmap.ingest.fitting import fitted, open_attributes
from netmap.ingest.identity import identifier, made_id, name_key, record_id, tie_id
from netmap.ingest.lists.notices import ROWS_TOGETHER
from netmap.ingest.lists.rows import ListRow
from netmap.ingest.problems import Problem
from netmap.ingest.roles import role
from netmap.ingest.workbook.notices import REPEATED_ID, SAME_NAME, TOLD_TWICE
from netmap.model import Membership, Organization, Person, Topic, WorksOn
from netmap.values import AttributeValue, Record
from netmap.vocabulary import Kind

SCHEME = "list"
"""Scheme under which persons keep the ids that a list gave them."""


@dataclass(slots=True)
class _Actor:
    """What the rows about one actor say together."""

    record_id: str
    first: ListRow
    values: dict[str, object]
    attributes: dict[str, AttributeValue] = field(default_factory=dict)


@dataclass(slots=True)
class ListRecords:
    """The records of one list."""

    problems: list[Problem] = field(default_factory=list)
    _organizations: dict[str, dict[str, object]] = field(default_factory=dict)
    _places: dict[str, Place] = field(default_factory=dict)
    _topics: dict[str, str] = field(default_factory=dict)
    _actors: dict[str, _Actor] = field(default_factory=dict)
    _seats: dict[str, dict[str, object]] = field(default_factory=dict)
    _works: dict[str, dict[str, object]] = field(default_factory=dict)
    _spells: dict[str, dict[str, None]] = field(default_factory=dict)
    _repeated: int = 0

    def add_body(self, name: str, place: Place) -> str:
        """Id of the body with this name, which becomes a record if it is none yet."""
        body_id = self._organization(name, place)
        self._organizations[body_id]["meets"] = True
        return body_id

    def add_rows(self, rows: list[ListRow]) -> None:
        """Bring rows together: those of one id, of one name in one house, of one function."""
        houses = _houses(rows)
        for row in rows:
            if not row.is_about_somebody:
                for seat in row.seats:
                    self.add_body(seat.name, row.place)
                continue
            actor_id = self._actor(row, houses.get(name_key(row.name), ()))
            for topic in row.topics:
                self._work(actor_id, topic, row.place)
            for seat in row.seats:
                body_id = self.add_body(seat.name, row.place)
                self._seat(
                    {
                        "member_id": actor_id,
                        "organization_id": body_id,
                        **({"role": role(seat.role_label)} if seat.role_label else {}),
                        **({"role_label": seat.role_label} if seat.role_label else {}),
                        **row.seat_values,
                        **({"start_date": seat.start} if seat.start else {}),
                        **({"end_date": seat.end} if seat.end else {}),
                        **self._on_behalf_of(row),
                    },
                    row.place,
                )

    def records(self, place: Place) -> tuple[Record, ...]:
        """All records, those that others refer to first; what did not fit is told."""
        if self._repeated:
            self.problems.append(ROWS_TOGETHER.at(place, count=self._repeated))
        made = [
            *self._made(Organization, self._organizations),
            *self._made(Topic, {key: {"name": name} for key, name in self._topics.items()}),
            *self._made(
                Person,
                {
                    key: actor.values | _attributes(actor.attributes)
                    for key, actor in self._actors.items()
                },
            ),
            *self._made(Membership, self._seats),
            *self._made(WorksOn, self._works),
        ]
        return tuple(made)

    def _made(
        self, model: type[Record], entries: Mapping[str, Mapping[str, object]]
    ) -> Iterable[Record]:
        for key, values in entries.items():
            record, problems = fitted(model, {"id": key, **values}, self._places[key])
            self.problems.extend(problems)
            if record is not None:
                yield record

    def _organization(self, name: str, place: Place) -> str:
        organization_id = made_id(Kind.ORGANIZATION, name)
        self._organizations.setdefault(organization_id, {"name": name})
        self._places.setdefault(organization_id, place)
        return organization_id

    def _actor(self, row: ListRow, houses: tuple[str, ...]) -> str:
        """Id of the actor that a row is about; without name and function its organisation."""
        house_id = self._organization(row.organization, row.place) if row.organization else ""
        if not (row.given_id or row.name or row.function):
            return self._organization_row(house_id, row)
        row = self._without_repeated_id(row)
        if row.given_id:
            person_id = record_id(row.given_id, taken=self._organizations, prefix="person")
        elif row.name:
            apart = (row.organization,) if len(houses) > 1 and row.organization else ()
            person_id = made_id(Kind.PERSON, row.name, *apart)
        else:
            apart = (row.organization,) if row.organization else ()
            person_id = made_id(Kind.PERSON, row.function, *apart)
        said = {
            "name": row.name or ("" if row.function else row.given_id),
            "function": row.function,
            "organization_id": house_id,
        }
        values: dict[str, object] = {name: text for name, text in said.items() if text}
        values |= row.values
        if row.given_id:
            values["identifiers"] = (identifier(SCHEME, row.given_id),)
        known = self._actors.get(person_id)
        if known is None:
            self._places[person_id] = row.place
            actor = _Actor(person_id, row, values, dict(row.attributes))
            self._actors[person_id] = actor
            self._tell_namesakes(row, houses)
        else:
            self._complete(known, values, row)
        return person_id

    def _without_repeated_id(self, row: ListRow) -> ListRow:
        """The row without its id where that already is the id of somebody of another name."""
        if not row.given_id or not row.name:
            return row
        known = self._actors.get(
            record_id(row.given_id, taken=self._organizations, prefix="person")
        )
        if known is None or not known.first.name:
            return row
        first = known.first
        if name_key(first.name) == name_key(row.name):
            return row
        self.problems.append(
            REPEATED_ID.at(row.place, id=row.given_id, line=first.place.line, name=first.name)
        )
        return replace(row, given_id="")

    def _organization_row(self, house_id: str, row: ListRow) -> str:
        known = self._organizations[house_id]
        for name, value in row.values.items():
            known.setdefault(name, value)
        if row.attributes:
            attributes = known.setdefault("attributes", {})
            if isinstance(attributes, dict):
                for title, value in row.attributes.items():
                    attributes.setdefault(title, value)
        return house_id

    def _tell_namesakes(self, row: ListRow, houses: tuple[str, ...]) -> None:
        if len(houses) < 2 or not row.name:
            return
        key = name_key(row.name)
        earlier = next(
            actor
            for actor in self._actors.values()
            if actor.first is row or name_key(actor.first.name) == key
        )
        if earlier.first is not row:
            line = earlier.first.place.line
            self.problems.append(SAME_NAME.at(row.place, name=row.name, line=line))

    def _complete(self, known: _Actor, values: Mapping[str, object], row: ListRow) -> None:
        """Add what a further row says; where the rows differ, the first one counts."""
        for name, value in values.items():
            if known.values.setdefault(name, value) != value:
                line, label = known.first.place.line, row.name or row.function or row.given_id
                self.problems.append(TOLD_TWICE.at(row.place, name=label, line=line))
                self._differing(known, name, value)
        for title, attribute in row.attributes.items():
            if known.attributes.setdefault(title, attribute) != attribute:
                self._differing(known, title, attribute)

    def _differing(self, known: _Actor, title: str, value: object) -> None:
        both = [known.attributes.get(title), *open_attributes({title: value}).values()]
        words = dict.fromkeys(str(each) for each in both if each is not None)
        known.attributes |= open_attributes({title: "; ".join(words)})

    def _on_behalf_of(self, row: ListRow) -> dict[str, object]:
        ids = tuple(self._organization(name, row.place) for name in row.on_behalf_of)
        return {"on_behalf_of_ids": tuple(dict.fromkeys(ids))} if ids else {}

    def _work(self, actor_id: str, topic: str, place: Place) -> None:
        topic_id = made_id(Kind.TOPIC, topic)
        self._topics.setdefault(topic_id, topic)
        self._places.setdefault(topic_id, place)
        key = tie_id(Kind.WORKS_ON, actor_id, topic_id)
        self._works.setdefault(key, {"actor_id": actor_id, "topic_id": topic_id})
        self._places.setdefault(key, place)

    def _seat(self, values: dict[str, object], place: Place) -> None:
        """Keep a seat; several spells or roles of one member in one body are several seats."""
        told_apart = (str(values.get(name, "")) for name in ("role_label", "start_date"))
        ends = str(values["member_id"]), str(values["organization_id"])
        key = tie_id(Kind.MEMBERSHIP, *ends, *told_apart)
        spells = self._spells.setdefault(key, {})
        content = repr(sorted(values.items()))
        if content in spells:
            self._repeated += 1
            return
        spells[content] = None
        candidate = key if len(spells) == 1 else f"{key}-{len(spells)}"
        self._seats[candidate] = values
        self._places[candidate] = place


def _houses(rows: Iterable[ListRow]) -> dict[str, tuple[str, ...]]:
    """By name: the organisations that persons of this name and without an id work for."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        if row.name and row.organization and not row.given_id:
            found.setdefault(name_key(row.name), {})[name_key(row.organization)] = None
    return {name: tuple(houses) for name, houses in found.items()}


def _attributes(attributes: dict[str, AttributeValue]) -> dict[str, object]:
    return {"attributes": attributes} if attributes else {}
