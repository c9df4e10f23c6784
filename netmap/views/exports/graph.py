"""A network as the nodes and edges that graph formats write."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from netmap.changes import references
from netmap.language import Language, Text
from netmap.model import (
    Cooperation,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.values import Record
from netmap.views.exports.contents import Contents, given_fields
from netmap.vocabulary import Kind

KIND = "netmap_kind"
"""Attribute that says which kind of record a node or edge is; `MIRROR` where it is none."""
MIRROR = "field"
"""`KIND` of the edges that only draw what a field of a node says; an import passes them over."""
NODE_KINDS = (Kind.PERSON, Kind.ORGANIZATION, Kind.TOPIC, Kind.COOPERATION)
EDGE_KINDS = (Kind.MEMBERSHIP, Kind.EXCHANGE_TIE, Kind.REPORTING_LINE, Kind.WORKS_ON)
ENDS = {
    Kind.MEMBERSHIP: ("member_id", "organization_id"),
    Kind.EXCHANGE_TIE: ("source_id", "target_id"),
    Kind.REPORTING_LINE: ("sender_id", "receiver_id"),
    Kind.WORKS_ON: ("actor_id", "topic_id"),
}
"""Fields that stand as source and target of an edge, by kind."""

_MEMBER = Text(de="Mitglied", en="member")
_EXCHANGES = Text(de="Austausch", en="exchange")
_REPORTS = Text(de="berichtet an", en="reports to")
_WORKS_ON = Text(de="arbeitet an", en="works on")
_PART_OF = Text(de="Teil von", en="part of")
_MIRRORED: dict[Kind, dict[str, Text]] = {
    Kind.PERSON: {"organization_id": Text(de="arbeitet für", en="works for")},
    Kind.ORGANIZATION: {
        "parent_id": _PART_OF,
        "successor_id": Text(de="abgelöst durch", en="succeeded by"),
    },
    Kind.TOPIC: {"parent_id": _PART_OF},
    Kind.COOPERATION: {
        "party_ids": Text(de="beteiligt", en="party"),
        "decided_by_id": Text(de="beschlossen von", en="decided by"),
        "carried_by_id": Text(de="getragen von", en="carried by"),
    },
}
"""What to call the edges that draw references of nodes, by kind and field."""

Value = str | bool | float


@dataclass(frozen=True, slots=True)
class Node:
    """A person, organisation, topic or cooperation, connected or not."""

    id: str
    label: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A record that leads from one node to another, or the drawing of a reference."""

    id: str
    source: str
    target: str
    label: str
    values: dict[str, Value]


def nodes_of(contents: Contents) -> Iterator[Node]:
    """All nodes, isolates included; what people said about findings is none."""
    for record in contents.of_kind(*NODE_KINDS):
        yield Node(record.id, _label(record), _values(record))


def edges_of(contents: Contents, language: Language) -> Iterator[Edge]:
    """All edges: those that are records under their ids, then those that mirror a field."""
    for record in contents.of_kind(*EDGE_KINDS):
        source, target = ENDS[record.kind]
        yield Edge(
            record.id,
            getattr(record, source),
            getattr(record, target),
            _edge_label(record, language),
            _values(record, without=(source, target)),
        )
    taken = {record.id for record in contents.records}
    free = (name for number in count(1) if (name := f"field-{number}") not in taken)
    for record in contents.of_kind(*NODE_KINDS):
        words = _MIRRORED[record.kind]
        for field, target, _ in references(record):
            values: dict[str, Value] = {KIND: MIRROR, "netmap_field": field}
            label = words[field].in_language(language)
            yield Edge(next(free), record.id, target, label, values)


def _label(record: Record) -> str:
    match record:
        case Person() | Organization() | Topic():
            return record.label
        case Cooperation():
            return record.name
        case _:  # pragma: no cover - the kinds of nodes are the four above
            raise TypeError(record)


def _edge_label(record: Record, language: Language) -> str:
    match record:
        case Membership():
            return record.role_label or _MEMBER.in_language(language)
        case ExchangeTie():
            return record.channel or _EXCHANGES.in_language(language)
        case ReportingLine():
            return _REPORTS.in_language(language)
        case WorksOn():
            return _WORKS_ON.in_language(language)
        case _:  # pragma: no cover - the kinds of edges are the four above
            raise TypeError(record)


def _values(record: Record, *, without: tuple[str, ...] = ()) -> dict[str, Value]:
    """The record's fields by name; lists and nested values as JSON text."""
    values: dict[str, Value] = {KIND: record.kind.value}
    for field, value in given_fields(record).items():
        if field not in without:
            values[field] = _plain(value)
    return values


def _plain(value: Any) -> Value:
    if isinstance(value, str | bool | float):
        return value
    return json.dumps(value, ensure_ascii=False)


def type_name(value: Value, names: tuple[str, str, str]) -> str:
    """What a format calls the type of a value, given its words for texts, truths and numbers."""
    text, truth, number = names
    if isinstance(value, bool):
        return truth
    return number if isinstance(value, float) else text


@dataclass(slots=True)
class Declared:
    """The attributes that nodes or edges turned out to have, with a short key for each.

    Attributes:
        prefix: What the keys begin with.
        type_of: Gives the type of a value.
        known: Key and type of each attribute, in the order in which they came up.
    """

    prefix: str
    type_of: Callable[[Value], str]
    known: dict[str, tuple[str, str]]

    def key(self, name: str, value: Value) -> str:
        """The key of an attribute, which is declared by that."""
        if name not in self.known:
            self.known[name] = (f"{self.prefix}{len(self.known)}", self.type_of(value))
        return self.known[name][0]
