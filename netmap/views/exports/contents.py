"""What an export holds: the records of a network, chosen and ordered before any format is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from netmap.changes import references
from netmap.dates import Period
from netmap.discretion import discreet
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Contents:
    """The records that an export writes.

    Attributes:
        as_of: The days whose network this is; ``None`` for all records, whatever their dates.
        confidential: Whether it may say that somebody stays outside on purpose.
        records: By kind, then ascending by id; every reference leads to one of them.
    """

    network_id: str
    name: str
    records: tuple[Record, ...]
    as_of: Period | None = None
    confidential: bool = False

    @classmethod
    def of(
        cls, network: Network, *, at_its_date: bool = False, confidential: bool = False
    ) -> Contents:
        """All records of a network, or with ``at_its_date`` what holds at its date.

        A reference to what does not hold at the date is left out. Unless ``confidential`` is set,
        actors that stay outside on purpose look like those of whom nobody knows whether they were
        asked; an import leaves alone what a file does not say, so nothing is lost at home.
        """
        chosen = _at_its_date(network) if at_its_date else network.all_records()
        if not confidential:
            chosen = map(discreet, chosen)
        order = {kind: position for position, kind in enumerate(Kind)}
        return cls(
            network_id=network.id,
            name=network.name,
            records=tuple(sorted(chosen, key=lambda record: (order[record.kind], record.id))),
            as_of=network.as_of if at_its_date else None,
            confidential=confidential,
        )

    def of_kind(self, *kinds: Kind) -> Iterator[Record]:
        """The records of some kinds, in their order."""
        return (record for record in self.records if record.kind in kinds)


def given_fields(record: Record) -> dict[str, Any]:
    """What a record says beyond its kind and id, as JSON values; versions belong to a store."""
    return record.model_dump(mode="json", exclude_defaults=True, exclude={"id", "version"})


def _at_its_date(network: Network) -> Iterable[Record]:
    found = [record for kind in Kind for record in network.records(kind)]
    there = {record.id for record in found}
    return [_within(record, there) for record in found]


def _within(record: Record, there: set[str]) -> Record:
    gone = {field for field, target, _ in references(record) if target not in there}
    if not gone:
        return record
    update = {
        field: tuple(each for each in value if each in there)
        if isinstance(value := getattr(record, field), tuple)
        else None
        for field in gone
    }
    return record.model_copy(update=update)
