"""Records as Neo4j keeps them, and back: properties of nodes and ties, rows of columns, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any, TypeVar, cast

from pydantic_core import to_json

from netmap.columns import Nested, gathered, thin
from netmap.dates import first_day, last_day
from netmap.model import MODELS, AnyRecord
from netmap.tables import Table, fields
from netmap.values import Dated, Record
from netmap.vocabulary import Kind

_T = TypeVar("_T")

LABELS = {
    Kind.PERSON: "Person",
    Kind.ORGANIZATION: "Organization",
    Kind.TOPIC: "Topic",
    Kind.COOPERATION: "Cooperation",
    Kind.FINDING_MARK: "FindingMark",
    Kind.MAP_VIEW: "MapView",
}
"""Label of the kinds that are nodes; all of them carry ``:Record`` besides."""

TIE_ENDS = {
    Kind.MEMBERSHIP: ("member_id", "organization_id"),
    Kind.EXCHANGE_TIE: ("source_id", "target_id"),
    Kind.REPORTING_LINE: ("sender_id", "receiver_id"),
    Kind.WORKS_ON: ("actor_id", "topic_id"),
}
"""Fields of the kinds that are relationships which say where these start and end."""

TIE_TYPES = {
    Kind.MEMBERSHIP: "MEMBER_OF",
    Kind.EXCHANGE_TIE: "EXCHANGES_WITH",
    Kind.REPORTING_LINE: "REPORTS_TO",
    Kind.WORKS_ON: "WORKS_ON",
}
"""Relationship type of the same kinds."""

PLURALS = {
    Kind.PERSON: "persons",
    Kind.ORGANIZATION: "organizations",
    Kind.TOPIC: "topics",
    Kind.COOPERATION: "cooperations",
    Kind.MEMBERSHIP: "memberships",
    Kind.EXCHANGE_TIE: "exchange_ties",
    Kind.REPORTING_LINE: "reporting_lines",
    Kind.WORKS_ON: "works_on",
    Kind.FINDING_MARK: "finding_marks",
    Kind.MAP_VIEW: "map_views",
}
"""Kinds as the names of queries say them."""

_PLAIN = frozenset({bool, int, float, str})
_LISTS = frozenset({"functions", "target_groups", "on_behalf_of_ids", "topic_ids", "party_ids"})

A_NODE = 500
"""Logged changes, or records of a snapshot, that share a node as lists: with a node for each a
large import would take twice the time and memory."""

NODES_A_STATEMENT = 10
"""How many such nodes to send at once."""

NESTED = frozenset({"identifiers", "source", "attributes", "coordination", "query", "places"})
"""Fields whose values are kept as JSON texts, because properties hold no maps."""


def properties(network_id: str, record: Record) -> dict[str, Any]:
    """What to store on the node or relationship; empty values are left out, as Neo4j does."""
    result: dict[str, Any] = {"network": network_id}
    values = vars(record)
    for field in _stored_fields(record.kind):
        value = values[field]
        if not value and (value is None or value in ("", (), {})):
            continue
        if field in NESTED:
            result[field] = to_json(value).decode()
        elif type(value) in _PLAIN:
            result[field] = value
        else:
            result[field] = value.value if isinstance(value, Enum) else list(value)
    if isinstance(record, Dated):
        result["valid_from"] = first_day(record.start_date)
        result["valid_to"] = last_day(record.end_date)
    return result


def ends(record: Record) -> tuple[str, str]:
    """Ids of the records that a tie starts from and ends at."""
    source, target = TIE_ENDS[record.kind]
    return getattr(record, source), getattr(record, target)


def record_from(
    kind: Kind, stored: Mapping[str, Any], source_id: str | None, target_id: str | None
) -> AnyRecord:
    """The record of stored properties; ``source_id`` and ``target_id`` are the ends of a tie."""
    values = {field: stored[field] for field in _stored_fields(kind) if field in stored}
    for field in values.keys() & NESTED:
        values[field] = json.loads(values[field])
    if kind in TIE_ENDS:
        values.update(zip(TIE_ENDS[kind], (source_id, target_id), strict=True))
    return cast(AnyRecord, MODELS[kind].model_validate(values))


def table(
    kind: Kind,
    row: Sequence[str],
    chunks: Iterable[Sequence[Sequence[Any]]],
    *,
    texts: dict[Any, Any],
) -> Table:
    """The table of lists of values that a query returned, ascending by id.

    Args:
        kind: Kind of the records.
        row: Fields that stand in each list, the id first.
        chunks: Lists of such lists.
        texts: See `netmap.columns.gathered`.
    """
    rows = sorted(chain.from_iterable(chunks), key=itemgetter(0))
    columns = gathered(row, [rows], texts=texts, lists=_LISTS)
    return Table(kind, {field: _column(kind, field, columns[field]) for field in fields(kind)})


def table_of_json(kind: Kind, texts: Iterable[str]) -> Table:
    """The table of records that are kept as JSON."""
    rows = [json.loads(text) for text in texts]
    # A snapshot may be older than a field.
    return Table(
        kind,
        {field: [row.get(field, _empty(kind, field)) for row in rows] for field in fields(kind)},
    )


def json_rows(of: Table) -> list[tuple[str, str]]:
    """Id and JSON of every record of a table, as `table_of_json` reads it."""
    names = tuple(of.columns)
    rows = zip(*of.columns.values(), strict=True)
    ids = of.columns["id"]
    kind = {"kind": of.kind.value}
    return [
        (record_id, to_json(kind | dict(zip(names, values, strict=True))).decode())
        for record_id, values in zip(ids, rows, strict=True)
    ]


def node_by_node(values: Sequence[_T]) -> Iterator[tuple[int, Sequence[_T]]]:
    """What goes into one node each, with the position of the first."""
    for first in range(0, len(values), A_NODE):
        yield first, values[first : first + A_NODE]


def to_text(record: Record | None) -> str:
    """A record as JSON, for log and snapshots; an empty text for none.

    What a field says anyway is left out: it is a third of the text that goes to the server and
    stays in its log. So the default of a field can change only together with a migration.
    """
    return "" if record is None else record.model_dump_json(exclude_defaults=True)


def from_text(kind: str, text: str) -> AnyRecord | None:
    """A record from its JSON."""
    return cast(AnyRecord, MODELS[Kind(kind)].model_validate_json(text)) if text else None


def _column(kind: Kind, field: str, values: Sequence[Any]) -> Sequence[Any]:
    empty = _empty(kind, field)
    if field in NESTED:
        return Nested(values, absent=empty)
    if empty is None:
        return values
    return thin([empty if value is None else value for value in values])


@cache
def _empty(kind: Kind, field: str) -> Any:
    """What an absent property stands for."""
    model_field = MODELS[kind].model_fields[field]
    return None if model_field.is_required() else model_field.get_default(call_default_factory=True)


@cache
def _stored_fields(kind: Kind) -> tuple[str, ...]:
    return tuple(field for field in fields(kind) if field not in TIE_ENDS.get(kind, ()))
