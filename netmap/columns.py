"""Columns that cost less than a list of values: what repeats, what is nested, what was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic_core import from_json

Rows = NDArray[np.int32]

_NUMBERS = frozenset(
    {
        "version",
        "meetings_per_year",
        "contacts_per_year",
        "meets",
        "irregular",
        "confirmed",
        "returns_decisions",
        "within_house",
    }
)


class Repeated(Sequence[Any]):
    """One value in every row: what nobody filled in, or the version of a first import."""

    __slots__ = ("_length", "_value")

    def __init__(self, value: object, length: int) -> None:
        """Stand for ``length`` rows that all hold ``value``."""
        self._value = value
        self._length = length

    def __getitem__(self, row: Any) -> Any:
        """The value, in any row that there is."""
        if -self._length <= row < self._length:
            return self._value
        raise IndexError(row)

    def __len__(self) -> int:
        """Number of rows."""
        return self._length

    def __iter__(self) -> Iterator[Any]:
        """The value, again and again."""
        return repeat(self._value, self._length)


class Nested(Sequence[Any]):
    """Values that are kept as JSON and read when somebody asks for them; lists become tuples."""

    __slots__ = ("_absent", "_texts")

    def __init__(self, texts: Sequence[str | None], *, absent: object = None) -> None:
        """Take JSON texts; ``None`` among them stands for ``absent``."""
        self._texts = texts
        self._absent = absent

    def __getitem__(self, row: Any) -> Any:
        """The value of one row."""
        text = self._texts[row]
        if text is None:
            return self._absent
        value = from_json(text)
        return tuple(value) if isinstance(value, list) else value

    def __len__(self) -> int:
        """Number of rows."""
        return len(self._texts)


class Chosen(Mapping[str, Sequence[Any]]):
    """Some rows of other columns, in an order of their own; a column is made when it is read."""

    __slots__ = ("_columns", "_made", "_rows")

    def __init__(self, columns: Mapping[str, Sequence[Any]], rows: Rows) -> None:
        """Choose ``rows`` of ``columns``."""
        self._columns = columns
        self._rows = rows
        self._made: dict[str, Sequence[Any]] = {}

    def __getitem__(self, field: str) -> Sequence[Any]:
        """One column."""
        if field not in self._made:
            column = self._columns[field]
            self._made[field] = (
                Repeated(column[0], len(self._rows))
                if isinstance(column, Repeated) and len(self._rows)
                else tuple(map(column.__getitem__, self._rows.tolist()))
            )
        return self._made[field]

    def __len__(self) -> int:
        """Number of columns."""
        return len(self._columns)

    def __iter__(self) -> Iterator[str]:
        """Names of the columns."""
        return iter(self._columns)


def gathered(
    names: Sequence[str],
    chunks: Iterable[Sequence[Sequence[Any]]],
    *,
    texts: dict[Any, Any],
    lists: frozenset[str] = frozenset(),
) -> dict[str, Sequence[Any]]:
    """Columns of rows that come some thousand at a time, so that never all of them lie there.

    Equal values become one object: an id stands in the record that it names and in all that refer
    to it, and a source in every record of an import.

    Args:
        names: What stands in each row.
        chunks: The rows.
        texts: Texts seen so far; give the same to all tables of a network.
        lists: Names of columns that hold lists.
    """
    columns: list[list[Any]] = [[] for _ in names]
    # Numbers have dictionaries of their own, for 1, 1.0 and true are equal.
    known = [{} if name in _NUMBERS else texts for name in names]
    for rows in filter(None, chunks):
        for name, column, seen, values in zip(
            names, columns, known, zip(*rows, strict=True), strict=True
        ):
            column.extend(values if name in lists else map(seen.setdefault, values, values))
    return {name: thin(column) for name, column in zip(names, columns, strict=True)}


def thin(column: Sequence[Any]) -> Sequence[Any]:
    """The column, or the one object that stands in all its rows."""
    if column and all(value is column[0] for value in column):
        return Repeated(column[0], len(column))
    return tuple(column)
