"""Likely duplicates of a name that somebody types."""

from __future__ import annotations

import pytest

from netmap.edits.similar import similar
from netmap.model import Organization, Person, Topic
from netmap.network import Network
from netmap.vocabulary import Kind

_NETWORK = Network.from_records(
    [
        Organization(id="office", name="Jugendamt Buchenau"),
        Organization(id="agency", name="Agentur für Arbeit Buchenau", short_name="AfA"),
        Organization(id="north", name="Grundschule Nord"),
        Organization(id="south", name="Grundschule Süd"),
        Organization(id="first", name="Gesamtschule 1"),
        Topic(id="transition", name="Systematisierung des Übergangs"),
        Person(id="anna", name="Dr. Anna Müller", organization_id="office"),
        Person(id="schmidt", name="Jörg Schmidt", end_date="2019"),
        Person(id="head", function="Leitung Jugendamt", organization_id="office"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "kind", "expected"),
    [
        ("Müller, Anna", Kind.PERSON, "anna"),
        ("anna mueller", Kind.PERSON, "anna"),
        ("A. Müller", Kind.PERSON, "anna"),
        ("Jörg Schmitt", Kind.PERSON, "schmidt"),
        ("Leitung Jugendamt", Kind.PERSON, "head"),
        ("Arbeitsagentur Buchenau", Kind.ORGANIZATION, "agency"),
        ("AfA", Kind.ORGANIZATION, "agency"),
        ("Jugendamt der Stadt Buchenau", Kind.ORGANIZATION, "office"),
        ("Jugenamt Buchenau", Kind.ORGANIZATION, "office"),
        ("Systematisierung des Uebergangs", Kind.TOPIC, "transition"),
    ],
)
def test_another_spelling_of_a_name_is_found(typed: str, kind: Kind, expected: str) -> None:
    """Order, titles, umlauts, abbreviations, slips and persons who have left."""
    assert similar(_NETWORK, typed, kind=kind)[0].id == expected


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Müller", Kind.PERSON),
        ("Bernd Müller", Kind.PERSON),
        ("Anna Meier", Kind.PERSON),
        ("Gesamtschule 2", Kind.ORGANIZATION),
        ("Grundschule West", Kind.ORGANIZATION),
        ("Schulamt Buchenau", Kind.ORGANIZATION),
        ("Anna Müller", Kind.ORGANIZATION),
        ("  ", Kind.PERSON),
        ("\x00\x7f", Kind.PERSON),
    ],
)
def test_another_name_is_not_like_it(typed: str, kind: Kind) -> None:
    """A family name alone, another given name, number, direction or kind speaks for nothing."""
    assert similar(_NETWORK, typed, kind=kind) == ()


def test_namesakes_are_told_apart_by_their_house() -> None:
    """The detail names function and house; in another house an equal name counts less."""
    inside = similar(_NETWORK, "Anna Müller", kind=Kind.PERSON, organization_id="office")
    outside = similar(_NETWORK, "Anna Müller", kind=Kind.PERSON, organization_id="agency")
    assert [each.detail for each in inside] == ["Jugendamt Buchenau"]
    assert inside[0].score > outside[0].score > 0


def test_a_record_is_not_like_itself() -> None:
    """Whoever corrects a name is not asked whether the old one was meant."""
    assert similar(_NETWORK, "Anna Müler", kind=Kind.PERSON, without={"anna"}) == ()
