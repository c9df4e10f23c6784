"""Network: an immutable picture of one network at a date, held as columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from inspect import signature
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from netmap.dates import Period, last_day, today
from netmap.links import ABSENT, Index, Links
from netmap.model import Membership, Organization, Person, Topic, is_body
from netmap.tables import Table, tables_of
from netmap.values import Record
from netmap.vocabulary import BESIDE, Kind

__all__ = ["ABSENT", "Index", "Links", "Network"]

_Made = TypeVar("_Made")
_Parameters = ParamSpec("_Parameters")


class Network:
    """What holds in one network at a date.

    Actors share one index, ascending by id, and so do topics; links hold such indices. Whatever was
    not valid at the date, or leads to an actor that was not, is left out.

    Attributes:
        id: Id of the network.
        name: Its name.
        revision: Revision of the network it was read at.
        data_revision: Revision at which anything but marks of findings and views of the map
            changed last, as far as is known: what analyses find holds for as long as it stays.
        as_of: The date, or the days that a partial date covers.
    """

    def __init__(
        self,
        tables: Mapping[Kind, Table],
        *,
        as_of: Period | None = None,
        network_id: str = "network",
        name: str = "",
        revision: int = 0,
    ) -> None:
        """Take the tables of all records, valid or not; ``as_of`` defaults to today."""
        self.id = network_id
        self.name = name or network_id
        self.revision = revision
        self.data_revision = revision
        self.as_of = as_of or today()
        self._all = tables
        self._valid = {kind: table.valid_in(self.as_of) for kind, table in tables.items()}
        self._made: dict[object, object] = {}

    @classmethod
    def from_records(
        cls,
        records: Iterable[Record],
        *,
        as_of: Period | None = None,
        network_id: str = "network",
        name: str = "",
        revision: int = 0,
    ) -> Network:
        """A network of validated records."""
        return cls(
            tables_of(records), as_of=as_of, network_id=network_id, name=name, revision=revision
        )

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[str, str]]) -> Network:
        """A network of (person, body) pairs whose ids are their names, for short examples."""
        seats = list(pairs)
        return cls.from_records(
            [
                *(Person(id=person, name=person) for person in sorted({each for each, _ in seats})),
                *(
                    Organization(id=body, name=body, meets=True)
                    for body in sorted({each for _, each in seats})
                ),
                *(
                    Membership(id=f"seat {number}", member_id=person, organization_id=body)
                    for number, (person, body) in enumerate(seats)
                ),
            ]
        )

    def ended(self, kind: Kind) -> Table:
        """The dated records of a kind that ended before the date, ascending by id."""
        table = self._all[kind]
        first = self.as_of.first.isoformat()
        ends = table.columns["end_date"]
        return table.where([last_day(end) < first for end in ends]).sorted_by_id()

    def at(self, as_of: Period) -> Network:
        """The same records at another date."""
        return Network(
            self._all, as_of=as_of, network_id=self.id, name=self.name, revision=self.revision
        )

    def with_beside(self, records: Iterable[Record], *, revision: int) -> Network:
        """The same network at a later revision, in which only what stands beside it changed.

        What was made of this one is kept: no analysis looks at the kinds in `BESIDE`.

        Args:
            records: All records of these kinds, as they stand now.
            revision: The later revision.
        """
        tables = tables_of(sorted(records, key=lambda each: each.id))
        beside = {kind: tables[kind] for kind in BESIDE}
        later = copy(self)
        changed = {"_all": {**self._all, **beside}, "_valid": {**self._valid, **beside}}
        vars(later).update(changed, revision=revision)
        return later

    @property
    def tables(self) -> Mapping[Kind, Table]:
        """Every record by kind, valid at the date or not."""
        return self._all

    def all_records(self, kind: Kind | None = None) -> Iterator[Record]:
        """Every record, valid at the date or not, by kind."""
        for each in Kind if kind is None else (kind,):
            yield from self._all[each].records()

    @cached_property
    def _actors(self) -> list[tuple[str, Kind, int]]:
        """Id, kind and row of every actor at the date, ascending by id."""
        return sorted(
            (record_id, kind, row)
            for kind in (Kind.PERSON, Kind.ORGANIZATION)
            for row, record_id in enumerate(self._valid[kind].columns["id"])
        )

    @cached_property
    def actor_ids(self) -> tuple[str, ...]:
        """Ids of all actors, ascending."""
        return tuple(record_id for record_id, _, _ in self._actors)

    @cached_property
    def actor_index(self) -> dict[str, int]:
        """Index of each actor by id."""
        return {record_id: index for index, record_id in enumerate(self.actor_ids)}

    def values(self, field: str) -> tuple[Any, ...]:
        """One field of every actor, by index; ``None`` where its kind has no such field."""
        if field not in self._values:
            both = [
                value
                for kind in (Kind.PERSON, Kind.ORGANIZATION)
                for value in self._valid[kind].columns.get(field) or [None] * self._count(kind)
            ]
            self._values[field] = tuple(map(both.__getitem__, self._places))
        return self._values[field]

    @cached_property
    def _values(self) -> dict[str, tuple[Any, ...]]:
        """Fields that were asked for; every analysis asks for the same ones."""
        return {}

    @cached_property
    def _places(self) -> list[int]:
        """Where each actor stands when persons come first, then organisations."""
        persons = self._count(Kind.PERSON)
        return [row if kind is Kind.PERSON else persons + row for _, kind, row in self._actors]

    def _count(self, kind: Kind) -> int:
        return len(self._valid[kind].columns["id"])

    def once(
        self,
        compute: Callable[Concatenate[Network, _Parameters], _Made],
        *args: _Parameters.args,
        **kwargs: _Parameters.kwargs,
    ) -> _Made:
        """What a function makes of this network, made when it is asked for the first time.

        Nothing in a network changes, so what several analyses start from is made for all of them.
        Further arguments have to be hashable.

        >>> network = Network.from_pairs([("ada", "youth")])
        >>> network.once(lambda network, end: [*network.actor_ids, end], "!")
        ['ada', 'youth', '!']
        """
        asked = signature(compute).bind(self, *args, **kwargs)
        asked.apply_defaults()
        question = (compute, *asked.args[1:], *sorted(asked.kwargs.items()))
        if question not in self._made:
            self._made[question] = compute(self, *args, **kwargs)
        return cast(_Made, self._made[question])

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What to call each actor: its name; the function where a person is not named."""
        functions = self.values("function")
        pairs = zip(self.values("name"), functions, strict=True)
        return tuple(name or function for name, function in pairs)

    @cached_property
    def person_mask(self) -> NDArray[np.bool_]:
        """Which actors are persons, shape (number of actors,)."""
        return np.array([kind is Kind.PERSON for _, kind, _ in self._actors], dtype=np.bool_)

    @cached_property
    def body_mask(self) -> NDArray[np.bool_]:
        """Which actors are bodies, shape (number of actors,).

        A body stays one while nobody sits in it.
        """
        with_members = set(self._all[Kind.MEMBERSHIP].columns["organization_id"])
        columns = self._valid[Kind.ORGANIZATION].columns
        mask = np.zeros(len(self._actors), dtype=np.bool_)
        for index, (record_id, kind, row) in enumerate(self._actors):
            mask[index] = kind is Kind.ORGANIZATION and is_body(
                meets=columns["meets"][row],
                level=columns["level"][row],
                meetings_per_year=columns["meetings_per_year"][row],
                classification=columns["classification"][row],
                has_members=record_id in with_members,
            )
        return mask

    @cached_property
    def bodies(self) -> Index:
        """Indices of the bodies, ascending by id."""
        return np.flatnonzero(self.body_mask).astype(np.int32)

    @cached_property
    def parents(self) -> Index:
        """Index of the organisation each actor is part of, `ABSENT` where none."""
        return self._actor_indices(self.values("parent_id"))

    @cached_property
    def houses(self) -> Index:
        """Index of the organisation each person works for, `ABSENT` where none."""
        return self._actor_indices(self.values("organization_id"))

    @cached_property
    def _topics(self) -> Table:
        return self._valid[Kind.TOPIC].sorted_by_id()

    @cached_property
    def topic_ids(self) -> tuple[str, ...]:
        """Ids of all topics, ascending."""
        return tuple(self._topics.columns["id"])

    @cached_property
    def topic_index(self) -> dict[str, int]:
        """Index of each topic by id."""
        return {record_id: index for index, record_id in enumerate(self.topic_ids)}

    @cached_property
    def topic_names(self) -> tuple[str, ...]:
        """Name of each topic, by index."""
        return tuple(self._topics.columns["name"])

    @property
    def map_views(self) -> Table:
        """Views of the map; made anew where these alone changed, so nothing is kept of them."""
        return self._valid[Kind.MAP_VIEW]

    # Links: tables and index arrays are aligned row by row and ascending by record id.

    @cached_property
    def memberships(self) -> Table:
        """Seats held at the date in organisations there at the date."""
        return self._linked(Kind.MEMBERSHIP, "member_id", "organization_id")

    @cached_property
    def seats(self) -> Links:
        """Member and body of each of `memberships`."""
        return self._links(self.memberships, "member_id", "organization_id")

    @cached_property
    def exchange_ties(self) -> Table:
        """Exchange ties at the date."""
        return self._linked(Kind.EXCHANGE_TIE, "source_id", "target_id")

    @cached_property
    def exchange(self) -> Links:
        """Both sides of each of `exchange_ties`."""
        return self._links(self.exchange_ties, "source_id", "target_id")

    @cached_property
    def reporting_lines(self) -> Table:
        """Reporting lines at the date."""
        return self._linked(Kind.REPORTING_LINE, "sender_id", "receiver_id")

    @cached_property
    def reporting(self) -> Links:
        """Sender and receiver of each of `reporting_lines`."""
        return self._links(self.reporting_lines, "sender_id", "receiver_id")

    @cached_property
    def works_on(self) -> Links:
        """Actor and topic of each piece of work at the date."""
        table = self._linked(Kind.WORKS_ON, "actor_id", "topic_id")
        topics = [self.topic_index[topic_id] for topic_id in table.columns["topic_id"]]
        actors = self._actor_indices(table.columns["actor_id"])
        return Links(actors, np.array(topics, dtype=np.int32))

    @cached_property
    def cooperations(self) -> Table:
        """Cooperations at the date with at least one party that is there."""
        table = self._valid[Kind.COOPERATION].sorted_by_id()
        parties = table.columns["party_ids"]
        return table.where([any(party in self.actor_index for party in row) for row in parties])

    def records(self, kind: Kind) -> Iterator[Record]:
        """The records of a kind that hold at the date, ascending by id."""
        match kind:
            case Kind.MEMBERSHIP:
                table = self.memberships
            case Kind.EXCHANGE_TIE:
                table = self.exchange_ties
            case Kind.REPORTING_LINE:
                table = self.reporting_lines
            case Kind.COOPERATION:
                table = self.cooperations
            case Kind.WORKS_ON:
                table = self._linked(Kind.WORKS_ON, "actor_id", "topic_id")
            case _:
                table = self._valid[kind].sorted_by_id()
        return table.records()

    def actor(self, index: int) -> Person | Organization:
        """The record of one actor."""
        _, kind, row = self._actors[index]
        return cast("Person | Organization", self._valid[kind].record(row))

    def topic(self, index: int) -> Topic:
        """The record of one topic."""
        return cast(Topic, self._topics.record(index))

    def _actor_indices(self, ids: Iterable[str | None]) -> Index:
        index = self.actor_index
        return np.array(
            [ABSENT if each is None else index.get(each, ABSENT) for each in ids],
            dtype=np.int32,
        )

    def _linked(self, kind: Kind, source: str, target: str) -> Table:
        table = self._valid[kind].sorted_by_id()
        there = self.topic_index if target == "topic_id" else self.actor_index
        ends = zip(table.columns[source], table.columns[target], strict=True)
        return table.where([start in self.actor_index and end in there for start, end in ends])

    def _links(self, table: Table, source: str, target: str) -> Links:
        return Links(
            self._actor_indices(table.columns[source]),
            self._actor_indices(table.columns[target]),
        )
