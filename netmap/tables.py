"""Records of one kind as columns, as stores hand them over and analyses read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from netmap.columns import Chosen, Rows
from netmap.dates import Period, first_day, last_day
from netmap.model import MODELS
from netmap.values import Record
from netmap.vocabulary import Kind


class Table:
    """All records of one kind, held as columns; records are built on demand.

    A column holds what the model's field accepts: text for enumerations and dates, lists for
    references, mappings for nested values. All columns are equally long and share their order.
    """

    __slots__ = ("_all", "_chosen", "columns", "kind")

    def __init__(self, kind: Kind, columns: Mapping[str, Sequence[Any]]) -> None:
        """Take over ``columns``: one for each field of the kind's model but ``kind``."""
        self.kind = kind
        self.columns = columns
        self._all = columns
        self._chosen: Rows | None = None

    @classmethod
    def from_records(cls, kind: Kind, records: Iterable[Record]) -> Table:
        """The columns of validated records."""
        names = fields(kind)
        # Past the models' attributes, whose lookup takes longer than all the rest.
        rows = [vars(record) for record in records]
        return cls(kind, {name: [row[name] for row in rows] for name in names})

    def __len__(self) -> int:
        """Number of records."""
        return len(self.columns["id"] if self._chosen is None else self._chosen)

    def record(self, row: int) -> Record:
        """The record in one row."""
        # Of chosen rows, only the columns that somebody reads are made.
        place = row if self._chosen is None else self._chosen[row]
        return MODELS[self.kind].model_validate(
            {field: column[place] for field, column in self._all.items()}
        )

    def records(self) -> Iterator[Record]:
        """All records, in row order."""
        return (self.record(row) for row in range(len(self)))

    def select(self, rows: NDArray[np.intp]) -> Table:
        """The given rows, in the given order."""
        chosen = rows.astype(np.int32) if self._chosen is None else self._chosen[rows]
        table = Table(self.kind, Chosen(self._all, chosen))
        table._all = self._all
        table._chosen = chosen
        return table

    def where(self, keep: Sequence[bool]) -> Table:
        """The rows for which ``keep`` is true; this very table where all of them are."""
        if all(keep):
            return self
        return self.select(np.flatnonzero(np.array(keep, dtype=np.bool_)))

    def sorted_by_id(self) -> Table:
        """The same records, ascending by id."""
        ids = self.columns["id"]
        if all(before <= after for before, after in pairwise(ids)):
            return self
        return self.select(np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.intp))

    def valid_in(self, period: Period) -> Table:
        """The records whose validity meets the period; all of them where the kind has no dates."""
        if "start_date" not in self.columns:
            return self
        first, last = period.first.isoformat(), period.last.isoformat()
        dates = zip(self.columns["start_date"], self.columns["end_date"], strict=True)
        return self.where(
            [_first_day(start) <= last and _last_day(end) >= first for start, end in dates]
        )


# The same few dates stand in thousands of rows.
_first_day = lru_cache(maxsize=4096)(first_day)
_last_day = lru_cache(maxsize=4096)(last_day)


def fields(kind: Kind) -> tuple[str, ...]:
    """Columns of a kind's table: the fields of its model but ``kind``."""
    return tuple(field for field in MODELS[kind].model_fields if field != "kind")


def tables_of(records: Iterable[Record]) -> dict[Kind, Table]:
    """A table for every kind, empty ones included."""
    by_kind: dict[Kind, list[Record]] = {kind: [] for kind in Kind}
    for record in records:
        by_kind[record.kind].append(record)
    return {kind: Table.from_records(kind, rows) for kind, rows in by_kind.items()}
