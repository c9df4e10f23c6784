"""Names that differ in the spelling of one word, found without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Any, NamedTuple, TypeVar

from rapidfuzz.distance import OSA

_Item = TypeVar("_Item")

# Shorter words with one letter changed are other words.
_SHORTEST = 5
# Two slips are looked for in longer words, where few names share the rest.
_SHORTEST_TWO_SLIPS = 10
_COMPARED_ALL_UP_TO = 60
# Of very many alike each is paired with the next one alone.
_ALL_PAIRS_UP_TO = 8

_DIRECTIONS = frozenset(
    {
        *("nord", "sued", "ost", "west", "mitte", "norden", "sueden", "osten", "westen", "north"),
        *("south", "east", "central", "oben", "unten", "innere", "aeussere", "intern", "extern"),
    }
)


class Slip(NamedTuple):
    """Two names that differ in the spelling of one word.

    Attributes:
        first: Position of one name in the sequence.
        second: Position of the other, greater.
        words: The words that differ, in the same order.
        at: Which word of the first name it is.
    """

    first: int
    second: int
    words: tuple[str, str]
    at: int


def pairs_alike(items: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """All pairs of few items, each with the next of many: who sees one sees the others."""
    return combinations(items, 2) if len(items) <= _ALL_PAIRS_UP_TO else pairwise(items)


def spelling_pairs(names: Sequence[tuple[str, ...]]) -> Iterator[Slip]:
    """Pairs of names that agree in all words but one, and in that one but for a slip.

    A slip changes, drops, adds or swaps one letter of a word of five letters or more (two from
    ten letters on), never the first one, a digit or a word for a direction. Every pair with one
    slip is found unless more than eight names share the very letters that are left.

    Args:
        names: Words of each name; their order counts.

    Returns:
        Each pair once, in the order of the names.
    """
    blocks: dict[tuple[Any, ...], list[tuple[int, str, int]]] = {}
    for position, words in enumerate(names):
        for at, word in enumerate(words):
            if len(word) >= _SHORTEST and word.isalpha() and word not in _DIRECTIONS:
                rest = (*words[:at], None, *words[at + 1 :])
                blocks.setdefault((rest, word[0]), []).append((position, word, at))
    found: dict[tuple[int, int], Slip] = {}
    for block in blocks.values():
        if len(block) < 2:
            continue
        for (first, one, at), (second, other, _) in _candidates(block):
            if first != second and is_slip(one, other):
                pair = min(first, second), max(first, second)
                words = (one, other) if first < second else (other, one)
                found.setdefault(pair, Slip(*pair, words, at))
    return iter(sorted(found.values()))


def is_slip(one: str, other: str) -> bool:
    """Whether two words are rather one word spelled in two ways.

    >>> is_slip("katharina", "katarina"), is_slip("christian", "christina")
    (True, False)
    >>> is_slip("nord", "sued"), is_slip("meier", "maier")
    (False, True)
    """
    if one == other or one[:1] != other[:1] or min(len(one), len(other)) < _SHORTEST:
        return False
    if _is_form(one, other) or {one, other} & _DIRECTIONS:
        return False
    slips = 2 if min(len(one), len(other)) >= _SHORTEST_TWO_SLIPS else 1
    return bool(OSA.distance(one, other, score_cutoff=slips) <= slips)


def _is_form(one: str, other: str) -> bool:
    """Whether the words differ at their ends alone: Martin and Martina are two people."""
    short, long = sorted((one, other), key=len)
    # A plural or genitive is the same word all the same.
    if long.removeprefix(short) in {"s", "n", "en", "es", "er"}:
        return False
    return one[-1] != other[-1]


def _candidates(
    block: list[tuple[int, str, int]],
) -> Iterable[tuple[tuple[int, str, int], tuple[int, str, int]]]:
    if len(block) <= _COMPARED_ALL_UP_TO:
        return combinations(block, 2)
    # Words one slip apart share what is left when a letter of each is dropped.
    alike: dict[str, list[tuple[int, str, int]]] = {}
    for entry in block:
        word = entry[1]
        for left in {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}:
            alike.setdefault(left, []).append(entry)
    return (pair for entries in alike.values() for pair in pairs_alike(entries))
