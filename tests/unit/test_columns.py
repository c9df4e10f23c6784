"""Columns that cost less than a list: what they hold is what a list would hold."""

from __future__ import annotations

import numpy as np
import pytest

from netmap.columns import Chosen, Nested, Repeated, gathered, thin

ROWS = [("b", 1, True, "x"), ("a", 1, False, "x"), ("b", 2, True, "x")]


def test_rows_become_columns_in_their_order() -> None:
    """Chunks follow each other, and one that is empty leaves no trace."""
    names = ("id", "version", "meets", "name")
    columns = gathered(names, [ROWS[:2], [], ROWS[2:]], texts={})
    assert [list(columns[name]) for name in names] == [
        list(each) for each in zip(*ROWS, strict=True)
    ]
    assert [type(each) for each in columns["meets"]] == [bool, bool, bool]


def test_equal_texts_are_one_object() -> None:
    """An id stands once in memory, in whatever column and table it is named."""
    texts: dict[object, object] = {}
    first = gathered(("id",), [[("".join(["a", "b"]),), ("c",)]], texts=texts)
    second = gathered(("parent_id",), [[("".join(["a", "b"]),), (None,)]], texts=texts)
    assert first["id"][0] is second["parent_id"][0]


def test_numbers_that_equal_others_stay_what_they_are() -> None:
    """1, 1.0 and true are equal, and still no count of meetings becomes a yes."""
    names = ("version", "meetings_per_year", "confirmed")
    columns = gathered(names, [[(1, 1.0, True), (2, 2.0, False)]], texts={})
    assert [type(columns[name][0]) for name in names] == [int, float, bool]


def test_a_repeated_value_is_kept_once() -> None:
    """It reads like a list of it, and ends where that would end."""
    column = thin(["x"] * 3)
    assert isinstance(column, Repeated)
    assert list(column) == ["x", "x", "x"]
    assert (column[0], column[-3], len(column)) == ("x", "x", 3)
    with pytest.raises(IndexError):
        column[3]
    assert list(thin([])) == []


def test_nested_values_are_read_when_asked_for() -> None:
    """Lists become tuples, and what is absent is what the field says."""
    column = Nested(['[{"a": 1}]', None, "{}"], absent=())
    assert list(column) == [({"a": 1},), (), {}]


def test_chosen_rows_come_in_their_own_order() -> None:
    """A row may be chosen twice or not at all."""
    chosen = Chosen(
        {"id": ("a", "b", "c"), "version": Repeated(1, 3)}, np.array([2, 0, 2], dtype=np.int32)
    )
    assert {name: list(column) for name, column in chosen.items()} == {
        "id": ["c", "a", "c"],
        "version": [1, 1, 1],
    }
