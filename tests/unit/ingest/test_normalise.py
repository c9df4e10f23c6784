"""Cells become texts and words of the closed vocabularies."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.errors import NetmapError
from netmap.ingest import normalise, words
from netmap.ingest.errors import UnclearValueError
from netmap.language import Language
from netmap.vocabulary import Asked, HouseLevel, Level, Placement, Sector, Status

CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(min_value=-(10**30), max_value=10**30),
    st.floats(),
    st.text(max_size=60),
    st.dates(),
    st.datetimes(),
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ("  Jugendamt  ", "Jugendamt"),
        ("\ufeffJugendamt\u00a0Nord\u200b", "Jugendamt Nord"),
        ("eins_x000D_\r\nzwei\rdrei", "eins\nzwei\ndrei"),
        ("U\u0308bergang", "Übergang"),
        ("a\x00b\ud800", "ab\ufffd"),
        (10117.0, "10117"),
        (0.5, "0.5"),
        (float("nan"), ""),
        (True, "true"),
        (date(2024, 12, 31), "2024-12-31"),
        (datetime(2024, 12, 31, 9, 30), "2024-12-31 09:30:00"),  # noqa: DTZ001 - as Excel has it
    ],
)
def test_a_cell_becomes_the_text_that_a_person_sees_in_it(value: object, expected: str) -> None:
    """Spaces, invisible characters, escapes and number formats do not reach the record."""
    assert normalise.text(value) == expected


@pytest.mark.parametrize("value", ["ja", "JA", "j", "yes", "x", "X", "true", "wahr", 1, 1.0, "✓"])
def test_a_yes_has_many_spellings(value: object) -> None:
    """Ticks, crosses, ones and words say yes."""
    assert normalise.boolean(value) is True


@pytest.mark.parametrize("value", ["nein", "no", "false", "falsch", 0, 0.0, "n", False])
def test_a_no_has_many_spellings(value: object) -> None:
    """Noughts and words say no."""
    assert normalise.boolean(value) is False


@pytest.mark.parametrize("value", [None, "", " ", "unbekannt", "k. A.", "?", "–", "n/a"])
def test_unknown_is_never_no(value: object) -> None:
    """An empty cell and one that says "unknown" give neither yes nor no."""
    assert normalise.boolean(value) is None


def test_every_word_that_a_template_offers_is_understood() -> None:
    """What stands in a drop-down list, and the code of the value, lead back to that value."""
    for vocabulary, read in (
        (words.LEVELS, normalise.level),
        (words.SECTORS, normalise.sector),
        (words.STATUSES, normalise.status),
        (words.HOUSE_LEVELS, normalise.house_level),
        (words.ASKED, normalise.asked),
        (words.CHAIR_ROTATIONS, normalise.chair_rotation),
        (words.COORDINATION_FORMS, normalise.coordination_form),
        (words.PLACEMENTS, normalise.placement),
    ):
        for value, spelled in vocabulary.items():
            spellings = [value, spelled.word.de, spelled.word.en.upper(), *spelled.spellings]
            assert [read(spelling) for spelling in spellings] == [value] * len(spellings)


def test_other_spellings_lead_to_the_same_value() -> None:
    """Case, dashes and umlauts spelled out make no difference."""
    assert normalise.level("AD-HOC") is Level.AD_HOC
    assert normalise.level("Steuergremium") is Level.STEERING
    assert normalise.sector("civil society") is Sector.CIVIL_SOCIETY
    assert normalise.status("aufgeloest") is Status.DISSOLVED
    assert normalise.house_level("Strategische Führungsebene") is HouseLevel.LEADERSHIP
    assert normalise.asked("Ja") is Asked.ANSWERED
    assert normalise.placement("Stabsstelle") is Placement.STAFF


def test_a_word_outside_the_vocabulary_is_refused_with_the_words_there_are() -> None:
    """The remedy lists what may stand there, in the language of the reader."""
    with pytest.raises(NetmapError) as caught:
        normalise.level("ganz oben")
    assert "ganz oben" in caught.value.message(Language.DE)
    assert "steuernd" in caught.value.remedy_text.de
    assert "steering" in caught.value.remedy_text.en


def test_a_list_in_a_cell_is_split_at_semicolons_and_lines_but_not_at_commas() -> None:
    """A comma belongs to the entry, empty entries and repetitions go."""
    assert normalise.split_list("Müller, Anna; Eltern|Eltern\n;") == ("Müller, Anna", "Eltern")


@given(CELLS)
def test_no_cell_makes_a_reader_fail_otherwise_than_with_cause_and_remedy(value: object) -> None:
    """Whatever stands in a cell is read or refused as unclear."""
    normalise.text(value)
    normalise.id_text(value)
    normalise.split_list(value)
    for read in (
        normalise.boolean,
        normalise.level,
        normalise.sector,
        normalise.status,
        normalise.house_level,
        normalise.asked,
        normalise.chair_rotation,
        normalise.coordination_form,
        normalise.placement,
    ):
        with suppress(UnclearValueError):
            read(value)


@given(st.text())
def test_folding_is_stable(value: str) -> None:
    """What is folded once folds to itself, so that it can serve as a key."""
    assert normalise.folded(normalise.folded(value)) == normalise.folded(value)
