"""References are ids or names; those that lead nowhere or to several are told and lose nothing."""

from __future__ import annotations

import pytest

from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.problems import Severity
from netmap.model import ExchangeTie, Membership, Organization, Person, WorksOn
from tests.unit.ingest.sheet_texts import all_of, codes, errors, only, person_id, read, sheet

PERSONS = sheet("Personen", "ID | Name", "p1 | Anna Beck", "p2 | Bo Lang")
BODIES = sheet("Gremien", "ID | Name | Kurzname", "b1 | Steuerkreis Bildung | SKB", "b2 | Rat |")


@pytest.mark.parametrize(
    ("person", "body"),
    [
        ("p1", "b1"),
        ("Anna Beck", "Steuerkreis Bildung"),
        ("anna  BECK", "steuerkreis bildung"),
        ("Beck, Anna", "SKB"),
        ("Frau Anna Beck", "skb"),
    ],
)
def test_references_are_ids_or_names(person: str, body: str) -> None:
    """A record is found by its id, its name in any case or order, and its short name."""
    parsed = read(
        PERSONS, BODIES, sheet("Mitgliedschaften", "Person | Gremium", f"{person} | {body}")
    )
    seat = only(parsed, Membership)
    assert (seat.member_id, seat.organization_id) == ("p1", "b1")
    assert not parsed.problems
    assert not parsed.placeholders


def test_ids_are_looked_up_on_the_sheet_that_the_column_means() -> None:
    """The number 1 means a person, organisation or body as the column says."""
    parsed = read(
        sheet("Personen", "ID | Name", "1 | Ute"),
        sheet("Organisationen", "ID | Name", "1 | Amt"),
        sheet("Gremien", "ID | Name", "1.0 | Rat"),
        sheet("Mitgliedschaften", "Person-ID | Organisation-ID | Gremium-ID", "1 | 1 | 1.0"),
    )
    seat = only(parsed, Membership)
    assert (seat.member_id, seat.organization_id) == ("1", "body-1")
    assert seat.on_behalf_of_ids == ("organization-1",)


def test_a_body_may_stand_among_the_organisations() -> None:
    """Where there is no such body, an organisation of that name is meant, and the other way."""
    parsed = read(
        sheet("Organisationen", "Name", "Verein"),
        sheet("Gremien", "Name", "Rat"),
        sheet("Mitgliedschaften", "Organisation | Gremium", "Rat | Verein"),
    )
    seat = only(parsed, Membership)
    assert (seat.member_id, seat.organization_id) == ("org-rat", "org-verein")
    assert not parsed.placeholders


def test_an_organisation_may_stand_where_a_person_is_named() -> None:
    """The seat is the organisation's, which is then found wherever else it is named."""
    parsed = read(
        PERSONS,
        sheet("Organisationen", "Name", "IHK", "Amt"),
        BODIES,
        sheet(
            "Mitgliedschaften", "Person | Organisation | Gremium", "IHK | | b1", "IHK | IHK | b2"
        ),
        sheet("Austausch", "Akteur A | Akteur B", "Amt | IHK"),
    )
    assert [(seat.member_id, seat.on_behalf_of_ids) for seat in all_of(parsed, Membership)] == [
        ("org-ihk", ()),
        ("org-ihk", ()),
    ]
    assert only(parsed, ExchangeTie).target_id == "org-ihk"
    assert not parsed.problems
    assert not parsed.placeholders


@pytest.mark.parametrize("name", ["IHK", "i1"])
def test_a_person_comes_before_an_organisation_of_the_same_name(name: str) -> None:
    """A person so called or so numbered is meant; an id alone never leads to an organisation."""
    parsed = read(
        sheet("Personen", "ID | Name", "i1 | IHK"),
        sheet("Organisationen", "ID | Name", "o1 | IHK"),
        BODIES,
        sheet("Mitgliedschaften", "Person | Gremium", f"{name} | b1", "o1 | b2"),
    )
    first, second = all_of(parsed, Membership)
    assert first.member_id == "i1"
    assert second.member_id not in {"i1", "o1"}


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_rows_does_not_decide_what_a_name_means(turned: bool) -> None:
    """An organisation that only another row names leaves the person a person."""
    rows = ["Lotse | | b1", "Anna Beck | Lotse | b1"]
    parsed = read(
        PERSONS,
        sheet("Organisationen", "Name", "Amt"),
        BODIES,
        sheet(
            "Mitgliedschaften",
            "Person | Organisation | Gremium",
            *(reversed(rows) if turned else rows),
        ),
    )
    assert {seat.member_id for seat in all_of(parsed, Membership)} == {"p1", person_id("Lotse")}


def test_a_reference_that_leads_nowhere_becomes_a_placeholder() -> None:
    """The row is kept; one warning a reference names the first place and how often it occurs."""
    parsed = read(
        PERSONS,
        BODIES,
        sheet(
            "Mitgliedschaften", "Person-ID | Gremium-ID | Rolle", "p1 | b9 | Gast", "p9 | b9 | Gast"
        ),
    )
    assert [(seat.member_id, seat.organization_id) for seat in all_of(parsed, Membership)] == [
        ("p1", "b9"),
        ("p9", "b9"),
    ]
    assert {each.record_id for each in parsed.placeholders} == {"b9", "p9"}
    problem = next(each.problem for each in parsed.placeholders if each.record_id == "b9")
    assert problem is not None
    assert (problem.severity, problem.code) == (Severity.WARNING, "ingest.dangling_reference")
    assert (problem.place.line, problem.place.column) == (2, "Gremium-ID")
    assert "„b9“" in problem.cause.de
    assert "2" in problem.cause.de
    assert not errors(parsed)


def test_a_placeholder_by_id_keeps_the_id_and_takes_the_name_beside_it() -> None:
    """A later file that describes the record finds it by the id."""
    parsed = read(
        sheet(
            "memberships", "person_id | person_name | body", "p9 | Eva Lind | Rat", "p9 | | Beirat"
        )
    )
    person = only(parsed, Person)
    assert (person.id, person.name) == ("p9", "Eva Lind")
    assert [(each.scheme, each.identifier) for each in person.identifiers] == [("persons", "p9")]


def test_an_id_that_leads_nowhere_falls_back_on_the_name() -> None:
    """Where id and name stand side by side, one of them is enough."""
    parsed = read(PERSONS, sheet("memberships", "person_id | person | body", "x | Anna Beck | Rat"))
    assert only(parsed, Membership).member_id == "p1"


def test_a_name_is_missed_only_where_one_would_look_for_it() -> None:
    """Without a sheet of persons a name is no mistake; with one it may be misspelt."""
    seats = sheet("Mitgliedschaften", "Person | Gremium", "Ana Beck | Rat")
    alone, beside = read(seats), read(PERSONS, seats)
    assert [each.problem for each in alone.placeholders] == [None, None]
    warned = [each.record_id for each in beside.placeholders if each.problem]
    assert warned == [person_id("Ana Beck")]


def test_an_ambiguous_name_is_told_and_given_to_nobody() -> None:
    """The seat goes to a record of its own, and the warning names the candidates."""
    parsed = read(
        sheet("Personen", "ID | Name", "p1 | Jan Lang", "p2 | Jan Lang"),
        sheet("Mitgliedschaften", "Person | Gremium", "Jan Lang | Rat", "Jan Lang | Beirat"),
    )
    (own,) = {seat.member_id for seat in all_of(parsed, Membership)}
    assert own not in {"p1", "p2"}
    problem = next(each.problem for each in parsed.placeholders if each.record_id == own)
    assert problem is not None
    assert problem.code == "ingest.ambiguous_reference"
    assert "Jan Lang (p1), Jan Lang (p2)" in problem.cause.en


def test_the_organisation_tells_persons_of_one_name_apart() -> None:
    """A name together with its house is not ambiguous."""
    parsed = read(
        sheet("Personen", "ID | Name | Organisation", "p1 | Jan Lang | Amt", "p2 | Jan Lang | IHK"),
        sheet("Mitgliedschaften", "Person | Organisation | Gremium", "Jan Lang | IHK | Rat"),
    )
    assert only(parsed, Membership).member_id == "p2"


def test_lists_are_divided_at_semicolons_and_where_all_parts_are_known_at_commas() -> None:
    """A comma inside a name does not divide it."""
    parsed = read(
        sheet("Themen", "Thema", "Sport", "Musik", "Kunst, Tanz"),
        sheet(
            "Organisationen",
            "Name | Themen",
            "A | Sport; Musik",
            "B | Sport, Musik",
            "C | Kunst, Tanz",
            "D | Sport\nMusik",
        ),
    )
    works: dict[str, set[str]] = {}
    for work in all_of(parsed, WorksOn):
        works.setdefault(work.actor_id, set()).add(work.topic_id)
    both = {"topic-sport", "topic-musik"}
    kunst = next(
        record.id for record in parsed.records if getattr(record, "name", "") == "Kunst, Tanz"
    )
    assert works == {"org-a": both, "org-b": both, "org-c": {kunst}, "org-d": both}


def test_the_same_tables_give_the_same_records() -> None:
    """Neither the order of the sheets nor a second reading changes an id."""
    seats = sheet(
        "Mitgliedschaften", "Person | Gremium | Rolle", "Anna Beck | SKB | Gast", "X | Y |"
    )
    first, second = read(PERSONS, BODIES, seats), read(seats, BODIES, PERSONS)
    assert {record.id: record for record in first.records} == {
        record.id: record for record in second.records
    }


def test_unknown_sheets_are_told_and_guides_are_not() -> None:
    """A sheet that is not understood is named; those of a template are passed over."""
    parsed = read(
        PERSONS,
        sheet("Budget", "Posten | Summe", "x | 1"),
        sheet("Anleitung", "So geht es", "x"),
        sheet("Listen", "ja", "nein"),
    )
    assert [(each.code, each.place.sheet) for each in parsed.problems] == [
        ("ingest.sheet_passed_over", "Budget")
    ]


def test_a_sheet_of_ties_is_known_by_its_columns() -> None:
    """A sheet without a telling name is known by two ends that only such a sheet has."""
    parsed = read(sheet("Tabelle1", "person_id | body_id | role", "p1 | b1 | Chair"))
    assert len(all_of(parsed, Membership)) == 1


def test_a_sheet_without_a_needed_column_is_an_error() -> None:
    """The error names sheet and line of the titles, and what to call the column."""
    parsed = read(sheet("Gremien", "Kreis | Ebene", "Rat | politisch"))
    (error,) = errors(parsed)
    assert error.code == "ingest.column_missing"
    assert (error.place.sheet, error.place.line) == ("Gremien", 1)
    assert "„Name“" in error.remedy.de


def test_tables_without_rows_are_told() -> None:
    """An empty template is no error, but hardly what was meant."""
    parsed = read(sheet("Personen", "Name | Funktion"))
    assert codes(parsed) == ["ingest.no_rows"]
    assert parsed.problems[0].place.sheet == "Personen"
    several = read(
        sheet("Anleitung", "Worum es geht"),
        sheet("Personen", "Name | Funktion"),
        sheet("Themen", "Thema"),
    )
    assert [each.place.sheet for each in several.problems] == [None]
    assert parsed.records == ()


def test_a_workbook_without_any_known_sheet_is_refused() -> None:
    """Nothing can be said about such a file."""
    with pytest.raises(UnknownFormatError):
        read(sheet("Tabelle1", "a | b", "1 | 2"))


def test_an_organisation_of_a_person_becomes_one() -> None:
    """A house that no sheet describes is a placeholder that others may refer to, too."""
    parsed = read(
        sheet("Personen", "Name | Organisation", "Ute | Amt", "Bo | amt"),
        sheet("Mitgliedschaften", "Organisation | Gremium", "AMT | Rat"),
    )
    assert {person.organization_id for person in all_of(parsed, Person)} == {"org-amt"}
    assert only(parsed, Membership).member_id == "org-amt"
    assert [each.name for each in all_of(parsed, Organization)] == ["Amt", "Rat"]
