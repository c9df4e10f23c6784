"""The seats and ties of an actor, one record each, to be changed one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from netmap.forms.names import record_names
from netmap.model import MODELS
from netmap.network import Network
from netmap.tables import Table
from netmap.views.record_words import record_title
from netmap.vocabulary import Kind

_TIES = (Kind.MEMBERSHIP, Kind.EXCHANGE_TIE, Kind.REPORTING_LINE, Kind.COOPERATION)


@dataclass(frozen=True, slots=True)
class TieRow:
    """A seat or tie of an actor.

    Attributes:
        ended: It ended before the date of the network.
    """

    id: str
    kind: Kind
    title: str
    ended: bool


def ties_of(network: Network, actor_id: str) -> tuple[TieRow, ...]:
    """Every seat and tie that names an actor, by kind and title, those that ended last.

    >>> [tie.title for tie in ties_of(Network.from_pairs([("Ada", "Youth")]), "Youth")]
    ['Ada in Youth']
    """
    rows = [*_rows(network, actor_id, ended=False), *_rows(network, actor_id, ended=True)]
    return tuple(
        sorted(
            rows,
            key=lambda each: (each.ended, _TIES.index(each.kind), each.title.casefold(), each.id),
        )
    )


def _rows(network: Network, actor_id: str, *, ended: bool) -> Iterator[TieRow]:
    names = network.once(record_names)
    for kind in _TIES:
        table = network.ended(kind) if ended else _valid(network, kind)
        for row in _naming(table, actor_id):
            record = table.record(row)
            yield TieRow(record.id, kind, record_title(record, names.shown), ended)


def _valid(network: Network, kind: Kind) -> Table:
    return {
        Kind.MEMBERSHIP: network.memberships,
        Kind.EXCHANGE_TIE: network.exchange_ties,
        Kind.REPORTING_LINE: network.reporting_lines,
        Kind.COOPERATION: network.cooperations,
    }[kind]


def _naming(table: Table, actor_id: str) -> list[int]:
    found: set[int] = set()
    for field in MODELS[table.kind].REFERENCES:
        for row, value in enumerate(table.columns[field]):
            if value == actor_id or (isinstance(value, list | tuple) and actor_id in value):
                found.add(row)
    return sorted(found)
