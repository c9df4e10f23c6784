"""Names of persons come into one order, and nobody is no name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.ingest.person_names import person_name


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Anna Müller", "Anna Müller"),
        (" Anna   Müller ", "Anna Müller"),
        ("Müller, Anna", "Anna Müller"),
        ("Müller, Dr. Anna", "Dr. Anna Müller"),
        ("Dr. Müller, Anna", "Dr. Anna Müller"),
        ("Prof. Dr. von der Heide, Bo", "Prof. Dr. Bo von der Heide"),
        ("Herr Bo Lang", "Bo Lang"),
        ("Frau Dr. Müller", "Dr. Müller"),
        ("Lang, Herr Bo", "Bo Lang"),
        ("Anna Müller, MdL", "Anna Müller, MdL"),
        ("Bo Lang, Jr.", "Bo Lang, Jr."),
        ("Lang, Bo, Amt 51", "Lang, Bo, Amt 51"),
        ("Müller,", "Müller,"),
        ("Franz", "Franz"),
    ],
)
def test_a_name_is_brought_into_the_order_in_which_people_say_it(cell: str, name: str) -> None:
    """Turned round at its comma, the title first, without Mr and Mrs."""
    assert person_name(cell) == name


@pytest.mark.parametrize("cell", [None, "", "N.N.", "N. N.", "NN", "unbesetzt", "vakant", "?", "–"])
def test_nobody_is_no_name(cell: object) -> None:
    """A vacant seat is a function without a name, not a person called N.N."""
    assert person_name(cell) == ""


def test_a_name_in_parts_is_put_together() -> None:
    """Title, given name and family name may stand in columns of their own, and may be missing."""
    assert person_name("Dr.", given="Anna", family="Müller") == "Dr. Anna Müller"
    assert person_name(None, given="Anna", family="Müller") == "Anna Müller"
    assert person_name(None, given="", family="Müller") == "Müller"
    assert person_name(None, given="N.", family="N.") == ""


@given(st.text(max_size=60))
def test_a_name_in_order_stays_as_it_is(cell: str) -> None:
    """Reading the result again gives the same name."""
    once = person_name(cell)
    assert person_name(once) == once or "," in once
