"""Actors that may be one are reported with reasons; those that are two are left alone."""

from __future__ import annotations

import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.errors import Place
from netmap.ingest.duplicates.pairs import possible_duplicates
from netmap.ingest.problems import Severity
from netmap.model import Organization, Person


def organizations(*names: str) -> list[Organization]:
    """Organisations with these names, numbered."""
    return [Organization(id=f"o{number}", name=name) for number, name in enumerate(names)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Agentur für Arbeit", "Bundesagentur für Arbeit"),
        ("Agentur für Arbeit Köln", "Arbeitsagentur Köln"),
        ("Jugendamt Musterstadt", "Jugendamt der Stadt Musterstadt"),
        ("IHK zu Köln", "Industrie- und Handelskammer Köln"),
        ("AG Übergang", "Arbeitsgruppe Uebergang"),
        ("Job-Center", "Jobcenter"),
        ("Kreishandwerkerschaft", "Kreis-Handwerkerschaft"),
        ("Caritasverband e. V.", "Caritasverband"),
        ("Große Straße gGmbH", "Grosse Strasse"),
        ("KoKo", "Kommunale Koordinierungsstelle"),
        ("Gymnasium an der Wupper", "Gymnasium an der Wuper"),
        ("Kolpingbildungswerk", "Kolpingbildungwerk"),
        ("Bildungsbüro", "Bildungsbüro Musterstadt"),
        ("RAA", "Regionale Arbeitsstelle Aachen"),
        ("Beirat", "Beirat"),
    ],
)
def test_names_that_may_mean_one_organisation_are_reported(one: str, other: str) -> None:
    """Abbreviations, umlauts, legal forms, order, slips of the pen and a place added."""
    (pair,) = possible_duplicates(organizations(one, other))
    assert pair.ids == ("o0", "o1")
    assert pair.labels == (one, other)
    assert pair.reason.de != pair.reason.en


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Grundschule Nord", "Grundschule Süd"),
        ("Grundschule Ost", "Grundschule West"),
        ("Realschule 1", "Realschule 2"),
        ("AG A", "AG B"),
        ("AG Bildung I", "AG Bildung II"),
        ("Jugendamt Musterstadt", "Jugendamt Kreis Musterstadt"),
        ("Steuerungskreis Bildung", "Steuerungskreis Übergang"),
        ("Volkshochschule", "Förderverein der Volkshochschule"),
        ("Volkshochschule", "Volkshochschule Förderverein"),
        ("Hauptschule am Berg", "Hauptschule am Burg"),
        ("Berufskolleg Mitte", "Berufskolleg Witte"),
        ("Müller GmbH", "Möller GmbH"),
        ("Jugendamt", "Schulamt"),
        ("Rat", "Rat der Religionen"),
    ],
)
def test_names_that_mean_two_organisations_are_left_alone(one: str, other: str) -> None:
    """A number, a direction, a short word or another word tells them apart."""
    assert possible_duplicates(organizations(one, other)) == []


def test_what_is_recorded_tells_organisations_of_one_name_apart() -> None:
    """Different parents or territories; a body and its parent or successor."""
    committees = [
        Organization(id="a", name="Ausschuss für Haushalt", parent_id="rat"),
        Organization(id="b", name="Ausschuss für Haushalt", parent_id="kreistag"),
        Organization(id="c", name="Jugendamt", territory="Nordkreis"),
        Organization(id="d", name="Jugendamt", territory="Südkreis"),
        Organization(id="e", name="Bildungsnetz"),
        Organization(id="f", name="Bildungsnetz", parent_id="e"),
        Organization(id="g", name="AG Übergang", successor_id="h"),
        Organization(id="h", name="Arbeitsgruppe Übergang"),
    ]
    assert possible_duplicates(committees) == []


def test_a_short_name_leads_to_the_organisation_called_so() -> None:
    """The reason names the short name."""
    long = Organization(id="a", name="Gesellschaft für Beratung", short_name="GiB-Team")
    (pair,) = possible_duplicates([long, Organization(id="b", name="GIB Team")])
    assert "GiB-Team" in pair.reason.de


def person(number: int, name: str, house: str | None = None) -> Person:
    """A person who works for a house."""
    return Person(id=f"p{number}", name=name, organization_id=house)


@pytest.mark.parametrize(
    ("one", "other", "house"),
    [
        ("Anna Müller", "Anna Müller", None),
        ("Dr. Anna Müller", "Müller, Anna", None),
        ("Anna Mueller", "Frau Anna Müller", None),
        ("Anna-Maria Müller", "Anna Maria Müller", None),
        ("Katharina Schulz", "Katarina Schulz", None),
        ("A. Müller", "Anna Müller", "amt"),
        ("Anna Maria Müller", "Anna Müller", "amt"),
        ("Peter Meier", "Peter Maier", "amt"),
    ],
)
def test_names_that_may_mean_one_person_are_reported(
    one: str, other: str, house: str | None
) -> None:
    """Titles, order and spelling; shorter forms and family names only within one house."""
    (pair,) = possible_duplicates([person(0, one, house), person(1, other, house)])
    assert pair.labels == (one, other)


@pytest.mark.parametrize(
    ("one", "other", "houses"),
    [
        ("Anna Müller", "Bo Müller", ("amt", "amt")),
        ("Anna Müller", "Andrea Müller", ("amt", "amt")),
        ("Christian Lang", "Christina Lang", ("amt", "amt")),
        ("Martin Kurz", "Martina Kurz", ("amt", "amt")),
        ("A. Müller", "Anna Müller", (None, None)),
        ("Peter Meier", "Peter Maier", (None, None)),
        ("Katharina Schulz", "Katarina Schulz", ("amt", "ihk")),
    ],
)
def test_names_that_mean_two_persons_are_left_alone(
    one: str, other: str, houses: tuple[str | None, str | None]
) -> None:
    """A family name in common is nothing; neither is a slip between two houses."""
    assert possible_duplicates([person(0, one, houses[0]), person(1, other, houses[1])]) == []


def test_namesakes_in_two_houses_are_reported_as_such_and_last() -> None:
    """They may be one person or two."""
    found = possible_duplicates(
        [person(0, "Jan Berg", "amt"), person(1, "Jan Berg", "ihk"), person(2, "Berg, Jan", "ihk")]
    )
    assert [pair.ids for pair in found] == [("p1", "p2"), ("p0", "p1"), ("p0", "p2")]
    assert "verschiedene Organisationen" in found[-1].reason.de


def test_a_function_that_one_person_holds_is_compared_within_its_house() -> None:
    """A house has one head, but many on its board."""
    functions = [
        Person(id="a", function="Leitung Jugendamt", organization_id="amt"),
        Person(id="b", function="Leitung  Jugendamt", organization_id="amt"),
        Person(id="c", function="Leitung Jugendamt", organization_id="other"),
        Person(id="d", function="Vorstand", organization_id="amt"),
        Person(id="e", function="Vorstand", organization_id="amt"),
    ]
    assert [pair.ids for pair in possible_duplicates(functions)] == [("a", "b")]


def test_only_pairs_with_a_given_actor_are_reported_on_demand() -> None:
    """An import asks about what it brings."""
    found = organizations("Beirat", "Beirat", "Jobcenter", "Job Center")
    assert [p.ids for p in possible_duplicates(found, among={"o3"})] == [("o2", "o3")]


def test_a_pair_is_a_note_of_the_import_in_both_languages() -> None:
    """It names both, says why, and promises to merge nothing."""
    (pair,) = possible_duplicates(organizations("Jobcenter", "Job Center"))
    note = pair.problem(Place(file="liste.xlsx"))
    assert (note.severity, note.code) == (Severity.NOTE, "ingest.possible_duplicate")
    assert "Jobcenter" in note.cause.de
    assert "umlauts" in note.cause.en
    assert "ungefragt" in note.remedy.de


@given(st.lists(st.text(alphabet="abeilmnorstu ", min_size=1, max_size=14).filter(str.strip)))
def test_the_order_of_actors_makes_no_difference(names: list[str]) -> None:
    """Each pair is told once, ids ascending, whoever comes first."""
    found = organizations(*names)
    pairs = possible_duplicates(found)
    assert pairs == possible_duplicates(reversed(found))
    assert len({pair.ids for pair in pairs}) == len(pairs)
    assert all(pair.ids in set(combinations(sorted(o.id for o in found), 2)) for pair in pairs)


def test_fifty_thousand_actors_take_seconds() -> None:
    """Names are looked up, not compared all with all: even where they share most of their words."""
    syllables = ("ba", "ke", "lo", "mi", "nu", "ra", "sta", "schu", "ber", "lin")
    words = ["".join(each) for each in combinations(syllables, 4)]
    names = [f"Grundschule {a.title()} {b}" for a in words for b in words[:120]]
    actors: list[Person | Organization] = [
        *organizations(*names),
        *(person(n, f"{a} {b}") for n, (a, b) in enumerate(combinations(words, 2))),
        *(person(n, f"Anna Person {n}") for n in range(30_000, 33_000)),
    ]
    assert len(actors) > 50_000
    started = time.perf_counter()
    possible_duplicates(actors)
    assert time.perf_counter() - started < 30
