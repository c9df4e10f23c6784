"""How much of a network one drawing holds: everybody, or the bodies and whoever has most ties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from netmap.analyses.ties import ties
from netmap.model import MODELS
from netmap.network import Network
from netmap.tables import Table
from netmap.vocabulary import Kind

MOST_DRAWN = 6_000
"""Nobody finds anybody among more, and a browser takes many seconds to open them."""
_ACTORS = (Kind.PERSON, Kind.ORGANIZATION)


def drawn_part(network: Network, most: int | None = None) -> Network:
    """The network, or the part of it that is drawn where it has more actors than `MOST_DRAWN`.

    Bodies come first, then whoever has most ties; of equals the first by id. Wholes and houses of
    those who are drawn are drawn as well, so that a few more may come of it.

    >>> network = Network.from_pairs([("ada", "youth"), ("bob", "youth"), ("bob", "school")])
    >>> drawn_part(network, most=3).actor_ids
    ('bob', 'school', 'youth')
    """
    most = MOST_DRAWN if most is None else most
    if len(network.actor_ids) <= most:
        return network
    degrees = network.once(ties).degrees
    order = np.lexsort((np.arange(len(degrees)), -degrees, ~network.body_mask))
    left_out = {network.actor_ids[index] for index in order[most:].tolist()}
    for kind in _ACTORS * 2:  # the house of a person may be part of a whole
        left_out -= set(_named_by_others(network.tables[kind], left_out))
    part = Network(
        {kind: _without(table, left_out) for kind, table in network.tables.items()},
        as_of=network.as_of,
        network_id=network.id,
        name=network.name,
        revision=network.revision,
    )
    part.data_revision = network.data_revision
    return part


def _named_by_others(table: Table, left_out: set[str]) -> Iterator[str]:
    """Whom those who are not left out refer to."""
    for record_id, named in zip(table.columns["id"], _references(table), strict=True):
        if record_id not in left_out:
            yield from named


def _without(table: Table, left_out: set[str]) -> Table:
    """The records that neither are nor name somebody who is left out."""
    return table.where(
        [
            record_id not in left_out and left_out.isdisjoint(named)
            for record_id, named in zip(table.columns["id"], _references(table), strict=True)
        ]
    )


def _references(table: Table) -> Iterable[list[str]]:
    """The ids that each record refers to."""
    columns = [table.columns[field] for field in MODELS[table.kind].REFERENCES]
    for row in range(len(table)):
        named: list[str] = []
        for column in columns:
            value = column[row]
            if isinstance(value, str):
                named.append(value)
            elif value is not None:
                named += value
        yield named
