"""A change is reported in the words of the workbook, not of the program."""

from __future__ import annotations

import pytest

from netmap.ingest.columns import SHEETS
from netmap.language import Language
from netmap.model import MODELS
from netmap.views.field_words import field_title, value_words
from netmap.vocabulary import Kind

_NOT_REPORTED = {"kind", "id", "version", "identifiers", "source"}


@pytest.mark.parametrize("kind", list(Kind))
def test_every_field_has_a_title_in_both_languages(kind: Kind) -> None:
    """No field is called by its name in the code, which German readers would stumble over."""
    assert SHEETS
    for field in set(MODELS[kind].model_fields) - _NOT_REPORTED:
        german = field_title(kind, field, Language.DE)
        assert german != field, field
        assert "_" not in field_title(kind, field, Language.EN), field


@pytest.mark.parametrize(
    ("kind", "field", "value", "german", "english"),
    [
        (Kind.ORGANIZATION, "meetings_per_year", 4.5, "4,5", "4.5"),
        (Kind.ORGANIZATION, "meetings_per_year", 6.0, "6", "6"),
        (Kind.ORGANIZATION, "meets", True, "ja", "yes"),
        (Kind.ORGANIZATION, "level", "steering", "steuernd", "steering"),
        (Kind.MEMBERSHIP, "end_date", "2024-12-31", "31. Dezember 2024", "31 December 2024"),
        (Kind.MEMBERSHIP, "end_date", None, "–", "–"),
        (Kind.PERSON, "attributes", {"Raum": 7.0}, "Raum: 7", "Raum: 7"),
        (Kind.PERSON, "function", "Leitung", "Leitung", "Leitung"),
    ],
)
def test_values_read_as_in_a_workbook(
    kind: Kind, field: str, value: object, german: str, english: str
) -> None:
    """Numbers and dates in the way of the language, choices by their words, nothing as a dash."""
    assert value_words(kind, field, value, Language.DE) == german
    assert value_words(kind, field, value, Language.EN) == english
