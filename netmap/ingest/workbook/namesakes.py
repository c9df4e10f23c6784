"""Records to be of one name, found by what their rows say instead of comparing all with all."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Generic, TypeVar

_Said = Mapping[str, str]
_Draft = TypeVar("_Draft", bound=Hashable)
_Values = tuple[str, ...]


class Namesakes(Generic[_Draft]):
    """Drafts of one name; each says something in some fields, and nothing in others.

    A list of functions has thousands of heads without a name. Drafts are grouped by the fields in
    which they say something; within a group those are looked up whose words do not differ from
    what is asked, so that the time grows with the number of groups, not of drafts.
    """

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []
        self._positions: dict[_Draft, int] = {}
        self._said: list[dict[str, str | None]] = []
        self._groups: dict[frozenset[str], list[int]] = {}
        self._indexes: dict[tuple[frozenset[str], frozenset[str]], dict[_Values, list[int]]] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._drafts)

    @property
    def first(self) -> _Draft:
        """The one that was added first."""
        return self._drafts[0]

    @property
    def all(self) -> tuple[_Draft, ...]:
        """All of them, in the order in which they were added."""
        return tuple(self._drafts)

    def add(self, draft: _Draft, said: _Said) -> None:
        """Add a draft with what its first row says."""
        position = len(self._drafts)
        self._drafts.append(draft)
        self._positions[draft] = position
        self._said.append(dict(said))
        self._enter(position)

    def add_row(self, draft: _Draft, said: _Said) -> None:
        """Note what a further row of a draft says; one that was never added is passed over.

        Of two rows that differ, none can be agreed with.
        """
        position = self._positions.get(draft)
        if position is None:
            return
        known = self._said[position]
        new = {key: value for key, value in said.items() if known.get(key, "\0") != value}
        if new:
            known |= {key: None if key in known else value for key, value in new.items()}
            self._enter(position)

    def agreeing(self, said: _Said) -> Iterator[_Draft]:
        """Drafts whose rows say nothing else in any field of ``said``, in no certain order."""
        seen: set[int] = set()
        for fields in list(self._groups):
            common = fields.intersection(said)
            index = self._indexes.get((fields, common))
            if index is None:
                index = self._indexes[fields, common] = {}
                for position in self._groups[fields]:
                    self._index(index, common, position)
            for position in index.get(tuple(said[key] for key in sorted(common)), ()):
                # A row that came later may have moved the draft to another group.
                if position not in seen and _agree(self._said[position], said):
                    seen.add(position)
                    yield self._drafts[position]

    def position(self, draft: _Draft) -> int:
        """Where a draft stands in the order in which they were added."""
        return self._positions[draft]

    def _enter(self, position: int) -> None:
        fields = frozenset(self._said[position])
        self._groups.setdefault(fields, []).append(position)
        for (group, common), index in self._indexes.items():
            if group == fields:
                self._index(index, common, position)

    def _index(
        self, index: dict[_Values, list[int]], common: frozenset[str], position: int
    ) -> None:
        values = [self._said[position].get(key) for key in sorted(common)]
        known = tuple(value for value in values if value is not None)
        if len(known) == len(values):
            index.setdefault(known, []).append(position)


def _agree(known: Mapping[str, str | None], said: _Said) -> bool:
    return all(known.get(key, value) == value for key, value in said.items())
