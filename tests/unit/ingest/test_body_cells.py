"""Cells that name bodies are taken apart as a reader would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.ingest.lists.body_cells import BodyNames, body_words

CELLS = (
    "AG Übergang; Steuergremium (Vorsitz)",
    "AG Sport (Süd)",
    "AG Sport (Nord)\nBeirat",
    "Ausschuss für Schule, Bildung und Sport",
    "Arbeitskreis Schule - Beruf",
)
NAMES = BodyNames([body_words(cell) for cell in CELLS])


def read(words: str) -> list[tuple[str, str, str | None, str | None]]:
    """Name, role, start and end of each body that an entry names."""
    return [(e.name, e.role_label, e.start, e.end) for e in NAMES.entries(words)]


def test_semicolons_lines_and_bullets_separate_bodies_but_not_within_parentheses() -> None:
    """Entries are cleaned, empty and unknown ones go, repetitions count once."""
    cell = "- AG Übergang;• Beirat (Gast; seit 2019)\n2. AG Sport | k. A.;;AG Übergang"
    assert body_words(cell) == ("AG Übergang", "Beirat (Gast; seit 2019)", "AG Sport")


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("Steuergremium", "Steuergremium", ""),
        ("Steuergremium (Vorsitz)", "Steuergremium", "Vorsitz"),
        ("Steuergremium [stellv. Vorsitz]", "Steuergremium", "stellv. Vorsitz"),
        ("Steuergremium – Gast", "Steuergremium", "Gast"),
        ("Steuergremium: Moderation", "Steuergremium", "Moderation"),
        ("Vorsitz Steuergremium", "Steuergremium", "Vorsitz"),
        ("Leitung der AG Übergang", "AG Übergang", "Leitung"),
        ("Steuergremium (Kassenführung)", "Steuergremium", "Kassenführung"),
    ],
)
def test_the_role_stands_beside_the_body(words: str, name: str, role: str) -> None:
    """In parentheses, after a dash or colon, or before a name known by itself."""
    assert read(words) == [(name, role, None, None)]


@pytest.mark.parametrize(
    "words",
    [
        "AG Sport (Süd)",
        "Arbeitskreis Schule - Beruf",
        "Ausschuss für Schule, Bildung und Sport",
        "Leitungsrunde Nord",
    ],
)
def test_what_belongs_to_a_name_stays_in_it(words: str) -> None:
    """Parentheses, dashes, commas and words like "Leitung" may be part of a name."""
    assert read(words) == [(words, "", None, None)]


def test_dates_in_parentheses_are_those_of_the_seat() -> None:
    """From, until and from-until, with or without a role."""
    assert read("Beirat (seit 2019)") == [("Beirat", "", "2019", None)]
    assert read("Beirat (Vorsitz, bis 31.12.2023)") == [("Beirat", "Vorsitz", None, "2023-12-31")]
    assert read("Beirat (12/2019 – 5/2023)") == [("Beirat", "", "2019-12", "2023-05")]


def test_commas_separate_where_every_part_is_a_body() -> None:
    """Names known from elsewhere, or beginning like names of bodies, are bodies."""
    assert read("Steuergremium, AG Übergang (Vorsitz), AG Neu") == [
        ("Steuergremium", "", None, None),
        ("AG Übergang", "Vorsitz", None, None),
        ("AG Neu", "", None, None),
    ]


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_cells_are_taken_apart(cells: list[str]) -> None:
    """No text makes the reader fail, and every entry has a name."""
    words = [body_words(cell) for cell in cells]
    names = BodyNames(words)
    for each in (entry for cell in words for entry in cell):
        assert all(entry.name for entry in names.entries(each))
