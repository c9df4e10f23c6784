"""Names and ids that somebody writes down, led to what a network holds under them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.overlaps.candidate.answer import UnknownName, UnknownReason
from netmap.language import folded
from netmap.network import Index, Network

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_MOST_POSSIBLE = 10

PartName = Literal["members", "organizations", "topics"]


def spelled(text: str) -> str:
    """Form in which two names count as the same: without regard to case, spacing and umlauts.

    >>> spelled("Schulaufsicht  KÖLN") == spelled("schulaufsicht koeln")
    True
    """
    return folded(text).translate(_UMLAUTS)


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """What things are called, to be looked up without holding any name a second time.

    Attributes:
        ids: Id of each thing, ascending.
        index: Its number by id.
        names: Its name; empty where it has none.
        others: Another name: a person's function, an organisation's short name.
        labels: What to show.
        hashes: Hashes of all names and other names as `spelled`, ascending.
        owners: Whose each of these is.
    """

    ids: Sequence[str]
    index: Mapping[str, int]
    names: Sequence[str]
    others: Sequence[str]
    labels: Sequence[str]
    hashes: NDArray[np.int64]
    owners: Index

    @classmethod
    def of_actors(cls, network: Network) -> Names:
        """Persons by name or function, organisations by name or short name."""
        functions, short = network.values("function"), network.values("short_name")
        others = tuple(a or b or "" for a, b in zip(functions, short, strict=True))
        names = tuple(name or "" for name in network.values("name"))
        return cls._of(network.actor_ids, network.actor_index, names, others, network.labels)

    @classmethod
    def of_topics(cls, network: Network) -> Names:
        """Topics by name."""
        names = network.topic_names
        return cls._of(network.topic_ids, network.topic_index, names, ("",) * len(names), names)

    @classmethod
    def _of(
        cls,
        ids: Sequence[str],
        index: Mapping[str, int],
        names: Sequence[str],
        others: Sequence[str],
        labels: Sequence[str],
    ) -> Names:
        both = [
            (hash(spelled(text)), owner)
            for column in (names, others)
            for owner, text in enumerate(column)
            if text
        ]
        hashes = np.array([each for each, _ in both], dtype=np.int64)
        owners = np.array([owner for _, owner in both], dtype=np.int32)
        order = np.argsort(hashes, kind="stable")
        return cls(ids, index, names, others, labels, hashes[order], owners[order])

    def called(self, text: str, *, among: NDArray[np.bool_] | None = None) -> list[int]:
        """Things that a text means, ascending; several where it does not tell them apart.

        An id comes before a name, a name as it is written before another spelling of one, and a
        name before a function or short name.
        """
        by_id = self.index.get(text)
        if by_id is not None and (among is None or among[by_id]):
            return [by_id]
        key = spelled(text)
        low = int(np.searchsorted(self.hashes, hash(key), side="left"))
        high = int(np.searchsorted(self.hashes, hash(key), side="right"))
        possible = np.unique(self.owners[low:high])
        if among is not None:
            possible = possible[among[possible]]
        for same in (lambda each: each == text, lambda each: spelled(each) == key):
            for column in (self.names, self.others):
                found = [each for each in possible.tolist() if same(column[each])]
                if found:
                    return found
        return []

    def resolved(
        self, part: PartName, texts: Iterable[str], *, among: NDArray[np.bool_] | None = None
    ) -> tuple[set[int], list[UnknownName]]:
        """What texts mean, and those that mean nothing or several things, in their order."""
        found: set[int] = set()
        unknown: list[UnknownName] = []
        for text in dict.fromkeys(texts):
            possible = self.called(text, among=among)
            if len(possible) == 1:
                found.add(possible[0])
                continue
            shown = possible[:_MOST_POSSIBLE]
            unknown.append(
                UnknownName(
                    part=part,
                    given=text,
                    reason=UnknownReason.AMBIGUOUS if possible else UnknownReason.NOT_FOUND,
                    possible_ids=tuple(self.ids[each] for each in shown),
                    possible_names=tuple(self.labels[each] for each in shown),
                )
            )
        return found, unknown


def mentioned(names: Sequence[str], text: str) -> set[int]:
    """Numbers of the names that stand in a text as whole words.

    >>> mentioned(["Übergang", "Sport", "Beruf"], "Den Uebergang von der Schule in den Beruf")
    {0, 2}
    """
    words = f" {_words(text)} "
    return {
        number
        for number, name in enumerate(names)
        if (wanted := _words(name)) and f" {wanted} " in words
    }


def _words(text: str) -> str:
    spaced = "".join(each if each.isalnum() else " " for each in spelled(text))
    return " ".join(spaced.split())
