"""Search finds what is meant, whatever keyboard it was typed on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.analyses.search import SearchIndex, folded
from netmap.model import Person
from netmap.network import Network
from netmap.vocabulary import Kind
from tests.small_networks import body, organization, person, topic

INDEX = SearchIndex.of(
    Network.from_records(
        [
            organization("Jugendamt Falkenrode", short_name="JA 51"),
            organization("Förderverein Große Straße e. V."),
            body("Jugendhilfeausschuss"),
            person("Jörg Müller", function="Leitung Jugendamt"),
            Person(id="unnamed", function="Schulaufsicht"),
            topic("Schulabsentismus"),
        ]
    )
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Jugendamt", ["Jugendamt Falkenrode", "Jörg Müller"]),
        ("mueller", ["Jörg Müller"]),
        ("MÜLLER jörg", ["Jörg Müller"]),
        ("foerderverein strasse", ["Förderverein Große Straße e. V."]),
        ("ja 51", ["Jugendamt Falkenrode"]),
        ("schulaufsicht", ["Schulaufsicht"]),
        ("absentismus", ["Schulabsentismus"]),
    ],
)
def test_what_was_typed_is_found_by_name_short_name_and_function(
    typed: str, found: list[str]
) -> None:
    """Umlauts, ß, case and the order of words do not matter; a part of a word is enough."""
    hits = INDEX.find(typed)
    assert [hit.name for hit in hits if hit.typed] == found


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("jugendhifleausschuss", "Jugendhilfeausschuss"),
        ("schulabsentissmus", "Schulabsentismus"),
        ("jörg müler", "Jörg Müller"),
    ],
)
def test_a_typing_error_is_forgiven(typed: str, first: str) -> None:
    """What is only alike is found, and marked as that."""
    hit = INDEX.find(typed)[0]
    assert (hit.name, hit.typed) == (first, False)


def test_the_very_name_comes_first() -> None:
    """Before names that begin with the text, before those that hold it somewhere."""
    index = SearchIndex.of(
        Network.from_records([body(each) for each in ("Ausschuss Schule", "Schule", "Schule Nord")])
    )
    assert [hit.name for hit in index.find("schule")] == [
        "Schule",
        "Schule Nord",
        "Ausschuss Schule",
    ]


def test_a_topic_is_told_from_an_actor() -> None:
    """So that a page leads to the right place."""
    assert [hit.kind for hit in INDEX.find("schulab") if hit.typed] == [Kind.TOPIC]


@given(st.text(max_size=30))
def test_any_text_can_be_typed(text: str) -> None:
    """Nothing that is typed fails, and folding is the same the second time."""
    assert folded(folded(text)) == folded(text)
    assert len(INDEX.find(text, most=3)) <= 3
