"""Names that somebody writes down are found, told apart, or handed back."""

from __future__ import annotations

import pytest

from netmap.analyses.overlaps.candidate.answer import UnknownReason
from netmap.analyses.overlaps.candidate.names import Names, mentioned
from netmap.model import Organization, Person
from netmap.network import Network

NETWORK = Network.from_records(
    [
        Organization(id="o-1", name="Jugendamt Köln", short_name="JA"),
        Organization(id="o-2", name="Jugendamt Bonn", short_name="JA"),
        Organization(id="o-3", name="p-1"),
        Person(id="p-1", name="Jörg Müller", function="Leitung Jugendamt Köln"),
        Person(id="p-2", name="", function="Leitung Jugendamt Bonn"),
        Person(id="p-3", name="Anna Weiß"),
        Person(id="p-4", name="ANNA WEISS"),
        Person(id="p-5", name="Kim Roth", function="Jugendamt Köln"),
    ]
)
NAMES = Names.of_actors(NETWORK)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("p-1", ["p-1"]),  # an id comes before the name that reads like it
        ("Jörg Müller", ["p-1"]),
        ("  joerg   MUELLER ", ["p-1"]),
        ("Jo\u0308rg Mu\u0308ller", ["p-1"]),  # letters and their dots apart
        ("Leitung Jugendamt Köln", ["p-1"]),
        ("leitung jugendamt bonn", ["p-2"]),
        ("Anna Weiß", ["p-3"]),  # as it is written before another spelling
        ("ANNA WEISS", ["p-4"]),
        ("anna weiss", ["p-3", "p-4"]),
        ("Jugendamt Köln", ["o-1"]),  # a name before a function
        ("JA", ["o-1", "o-2"]),
        ("Jugendamt", []),
        ("", []),
    ],
)
def test_a_text_means_what_is_called_so(text: str, meant: list[str]) -> None:
    """By id, by name, by function or short name; exact before case and umlauts."""
    assert [NETWORK.actor_ids[each] for each in NAMES.called(text)] == meant


def test_among_organisations_a_person_is_not_found() -> None:
    """What does not fit the field is not there, even by its id."""
    among = ~NETWORK.person_mask
    assert NAMES.called("Jörg Müller", among=among) == []
    assert [NETWORK.actor_ids[each] for each in NAMES.called("p-1", among=among)] == ["o-3"]


def test_what_is_unclear_is_handed_back_once_with_what_it_may_mean() -> None:
    """Nothing is dropped in silence, and nothing guessed."""
    found, unknown = NAMES.resolved("members", ["JA", "p-3", "Niemand", "JA"])
    assert [NETWORK.actor_ids[each] for each in found] == ["p-3"]
    assert [(row.given, row.reason, row.possible_ids) for row in unknown] == [
        ("JA", UnknownReason.AMBIGUOUS, ("o-1", "o-2")),
        ("Niemand", UnknownReason.NOT_FOUND, ()),
    ]
    assert unknown[0].possible_names == ("Jugendamt Köln", "Jugendamt Bonn")


def test_at_most_ten_of_many_namesakes_are_listed() -> None:
    """The row says that it is ambiguous, not who all of them are."""
    network = Network.from_records([Person(id=f"{n:02}", name="Kim") for n in range(30)])
    _, (row,) = Names.of_actors(network).resolved("members", ["Kim"])
    assert row.possible_ids == tuple(f"{n:02}" for n in range(10))


def test_topics_are_mentioned_as_whole_words() -> None:
    """A topic inside a longer word is another word, and one without letters is none."""
    names = ["Beruf", "Schule–Beruf", "–", "Frühe Bildung"]
    assert mentioned(names, "Übergang von der Schule in Berufskollegs") == set()
    assert mentioned(names, "Übergang SCHULE - BERUF, fruehe bildung") == {0, 1, 3}
