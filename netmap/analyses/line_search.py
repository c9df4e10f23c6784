"""Search among lines of text, such as ties and findings: word by word, as typed or alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from rapidfuzz import fuzz, process

from netmap.analyses.search import ALIKE, folded

_SHORTEST_MISSPELT = 3
"""Shorter words are like too many others."""


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Lines ready to be searched, in the order in which they are found.

    Names are few and short, and compared whole by `SearchIndex`. Lines are many and long: of a
    word that stands in none, the words that are spelled alike are looked for in its place.

    Attributes:
        lines: Each folded.
        heads: Of each the part that counts most, folded.
        words: Every word that stands in one of them.
    """

    lines: tuple[str, ...]
    heads: tuple[str, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, heads: Iterable[str], rest: Iterable[str]) -> Self:
        """The index of lines, each given as its head and what else it says."""
        folded_heads = tuple(folded(head) for head in heads)
        lines = tuple(
            f"{head} {folded(more)}" for head, more in zip(folded_heads, rest, strict=True)
        )
        words = sorted({word for line in lines for word in line.split()})
        return cls(lines, folded_heads, tuple(words))

    def find(self, typed: str) -> tuple[list[int], bool]:
        """Which lines are meant, by their place, and whether the words stand there as typed.

        Lines that hold the words in their head come first.

        >>> index = LineIndex.of(
        ...     ["Jörg Müller ↔ Schulamt", "Schulamt → Stadtrat"],
        ...     ["monatlich", "Jörg Müller trägt vor"],
        ... )
        >>> index.find("monat mueller"), index.find("stadtrad")
        (([0], True), ([1], False))
        >>> index.find("vor"), index.find("kirche"), index.find("")
        (([1], True), ([], False), ([], True))
        """
        words = folded(typed).split()
        if not words:
            return [], True
        found = self._holding([(word,) for word in words])
        if found:
            return found, True
        alike = [self._alike(word) for word in words]
        return (self._holding(alike) if all(alike) else []), False

    def _holding(self, wanted: Sequence[Sequence[str]]) -> list[int]:
        """Lines with at least one of each of several words, as a part of one of theirs."""

        def holds(text: str) -> bool:
            return all(any(word in text for word in words) for words in wanted)

        found = [row for row, line in enumerate(self.lines) if holds(line)]
        return sorted(found, key=lambda row: not holds(self.heads[row]))

    def _alike(self, word: str) -> list[str]:
        """Words that may be meant: those it is a part of, else those that are spelled alike."""
        parts = [each for each in self.words if word in each]
        if parts or len(word) < _SHORTEST_MISSPELT:
            return [word] if parts else []
        alike = process.extract(
            word, self.words, scorer=fuzz.partial_ratio, score_cutoff=ALIKE, limit=None
        )
        return [each for each, _, _ in alike if min(len(each), len(word)) * 2 > len(word)]
