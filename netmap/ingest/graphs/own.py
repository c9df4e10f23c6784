"""Graphs that netmap itself exported: every node and edge holds a record, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from types import UnionType
from typing import Union, get_args, get_origin

from pydantic import BaseModel

from netmap.errors import Place
from netmap.ingest.graphs.notices import (
    FIELD_BROKEN,
    KIND_UNKNOWN,
    PARTS_LEFT,
)
from netmap.ingest.graphs.raw import RawEdge, RawGraph, RawNode, inside
from netmap.ingest.own_records import OwnRecords
from netmap.ingest.problems import Parsed
from netmap.model import MODELS
from netmap.values import Record
from netmap.vocabulary import Kind

KIND = "netmap_kind"
"""Attribute that holds the kind of the record; edges that repeat a field of one say `FIELD`."""
FIELD = "field"
REAL_ID = "netmap_id"
"""Attribute that holds the id of a record which cannot be an id in the format."""

_ENDS = {
    Kind.MEMBERSHIP: ("member_id", "organization_id"),
    Kind.EXCHANGE_TIE: ("source_id", "target_id"),
    Kind.REPORTING_LINE: ("sender_id", "receiver_id"),
    Kind.WORKS_ON: ("actor_id", "topic_id"),
}
# What repeats a field, or what the store gives out and no file may say.
_BESIDE = frozenset({KIND, REAL_ID, "netmap_field", "label", "start", "end", "kind", "version"})
_KINDS = frozenset(kind.value for kind in Kind)


def is_own(graph: RawGraph) -> bool:
    """Whether a graph is an export of netmap."""
    return any(KIND in node.attributes for node in graph.nodes.values())


def parse(graph: RawGraph) -> Parsed:
    """The records of an export, as they were; what was added to it elsewhere is told."""
    reader = _Reader(graph, OwnRecords(list(graph.problems)))
    for node in graph.nodes.values():
        reader.read(node)
    for edge in graph.edges:
        reader.read(edge)
    if reader.left:
        titles = ", ".join(reader.left)[:300]
        reader.records.problems.append(PARTS_LEFT.at(Place(file=graph.file), titles=titles))
    return reader.records.parsed(graph.format)


@dataclass(slots=True)
class _Reader:
    """Reads nodes and edges into ``records``; ``left`` names what is no field of theirs."""

    graph: RawGraph
    records: OwnRecords
    left: dict[str, None] = field(default_factory=dict)

    def read(self, item: RawNode | RawEdge) -> None:
        given = str(item.attributes.get(KIND, ""))
        if given == FIELD:
            return
        if given not in _KINDS:
            told = KIND_UNKNOWN.at(inside(item.at, KIND), kind=given[:100])
            self.records.problems.append(told)
            return
        kind = Kind(given)
        values = dict(self._values(item, MODELS[kind]))
        if isinstance(item, RawEdge) and kind in _ENDS:
            source, target = _ENDS[kind]
            values |= {source: self._end(item.source), target: self._end(item.target)}
        self.records.add(kind, values, item.at)

    def _end(self, given: str) -> str:
        node = self.graph.nodes.get(given)
        return given if node is None else self._id(node)

    def _id(self, item: RawNode | RawEdge) -> str:
        return str(item.attributes.get(REAL_ID, item.id))

    def _values(self, item: RawNode | RawEdge, model: type[Record]) -> Iterator[tuple[str, object]]:
        """Values by field; lists and nested values are read from JSON."""
        yield "id", self._id(item)
        for name, value in item.attributes.items():
            info = model.model_fields.get(name)
            if name in _BESIDE or name == "id":
                continue
            if info is None:
                self.left[name] = None
            elif isinstance(value, str) and name in _nested_fields(model):
                try:
                    yield name, json.loads(value)
                except (ValueError, RecursionError):
                    self.records.problems.append(FIELD_BROKEN.at(inside(item.at, name), field=name))
            else:
                yield name, value


@cache
def _nested_fields(model: type[Record]) -> frozenset[str]:
    return frozenset(
        name for name, info in model.model_fields.items() if _is_nested(info.annotation)
    )


def _is_nested(annotation: object) -> bool:
    """Whether a field holds a list, a mapping or a value with fields of its own."""
    parts = get_args(annotation)
    if get_origin(annotation) in {tuple, dict}:
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return get_origin(annotation) in {Union, UnionType} and any(map(_is_nested, parts))
