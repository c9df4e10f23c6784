"""Orders in which sets that have much in common stand side by side."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from netmap.analyses.matrices.seriation import seriated

_BLOCKS = [
    [frozenset({*range(base, base + 6)} - {base + out}) for out in range(4)] for base in (0, 20, 40)
]


def test_blocks_come_out_whole() -> None:
    """Sets of three blocks, mixed, stand block by block afterwards."""
    marked = [(number, each) for number, block in enumerate(_BLOCKS) for each in block]
    marked = marked[1::3] + marked[::3] + marked[2::3]
    found = [marked[position][0] for position in seriated([each for _, each in marked])]
    assert sum(a != b for a, b in pairwise(found)) == len(_BLOCKS) - 1


@given(st.lists(st.frozensets(st.integers(0, 9)), max_size=12))
def test_everything_keeps_one_place(sets: list[frozenset[int]]) -> None:
    """Nothing is lost or doubled, equal sets stand together, empty ones last; always alike."""
    order = seriated(sets)
    assert sorted(order) == list(range(len(sets)))
    assert order == seriated(sets)
    shown = [sets[each] for each in order]
    groups = [each for place, each in enumerate(shown) if place == 0 or shown[place - 1] != each]
    assert len(groups) == len(set(sets))
    assert all(
        shown[place:] == [frozenset()] * len(shown[place:])
        for place in [len(shown) - shown.count(frozenset())]
    )


def test_many_different_sets_are_ordered_too() -> None:
    """Beyond what is clustered, the rest stands where its items do."""
    sets = [frozenset({each, each + 1, each + 2}) for each in range(420)]
    assert sorted(seriated(sets)) == list(range(420))
