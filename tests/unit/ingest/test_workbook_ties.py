"""Rows about memberships, exchange, reports and cooperation become records between actors."""

from __future__ import annotations

import pytest

from netmap.model import (
    Cooperation,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    WorksOn,
)
from netmap.values import Identifier
from netmap.vocabulary import HouseLevel, Kind, Role
from tests.unit.ingest.sheet_texts import all_of, codes, errors, only, person_id, read, sheet


def test_a_membership_with_all_columns() -> None:
    """Every column of the sheet reaches the record."""
    parsed = read(
        sheet(
            "Mitgliedschaften",
            "ID | Person | Organisation | Gremium | Rolle | Ebene im Haus | Im Auftrag von | "
            "von | bis | Bemerkung",
            "m1 | Ute | Amt | Rat | Stellv. Vorsitzende | Leitung | IHK; HWK | 2023 | "
            "31.7.2025 | x",
        )
    )
    assert only(parsed, Membership) == Membership(
        id="m1",
        identifiers=(Identifier(scheme="memberships", identifier="m1"),),
        member_id=person_id("Ute"),
        organization_id="org-rat",
        role=Role.DEPUTY_CHAIR,
        role_label="Stellv. Vorsitzende",
        house_level=HouseLevel.LEADERSHIP,
        on_behalf_of_ids=("org-amt", "org-ihk", "org-hwk"),
        start_date="2023",
        end_date="2025-07-31",
        attributes={"Bemerkung": "x"},
    )


def test_a_seat_without_a_person_is_the_organisations() -> None:
    """Often only the organisation's seat is known."""
    parsed = read(
        sheet(
            "Mitgliedschaften",
            "Person | Organisation | Gremium",
            " | IHK | Rat",
            "N. N. | HWK | Rat",
        )
    )
    assert [seat.member_id for seat in all_of(parsed, Membership)] == ["org-ihk", "org-hwk"]
    assert not all_of(parsed, Person)


def test_names_given_only_in_memberships_become_placeholders() -> None:
    """A workbook of memberships alone is complete; nothing is missing that could be warned of."""
    parsed = read(sheet("memberships", "person | body", "Ute | Rat", "Bo | Rat"))
    assert [person.name for person in all_of(parsed, Person)] == ["Ute", "Bo"]
    assert only(parsed, Organization).name == "Rat"
    assert [(each.record_id, each.problem) for each in parsed.placeholders] == [
        ("org-rat", None),
        (person_id("Ute"), None),
        (person_id("Bo"), None),
    ]


def test_several_spells_of_one_person_are_several_memberships() -> None:
    """Who left and came back holds two seats; a repeated row is counted once."""
    parsed = read(
        sheet(
            "Mitgliedschaften",
            "Person | Gremium | von | bis",
            "Ute | Rat | 2010 | 2014",
            "Ute | Rat | 2019 |",
            "Ute | Rat | 2010 | 2014",
        )
    )
    assert [(seat.start_date, seat.end_date) for seat in all_of(parsed, Membership)] == [
        ("2010", "2014"),
        ("2019", None),
    ]
    assert codes(parsed) == ["ingest.same_rows"]


def test_ids_of_memberships_do_not_depend_on_the_order_of_rows() -> None:
    """The same rows in any order give the same records."""
    lines = ("Ute | Rat | Chair | 2010", "Ute | Rat | Chairman | 2010", "Ute | Rat | Guest |")
    first = read(sheet("memberships", "person | body | role | start_date", *lines))
    second = read(sheet("memberships", "person | body | role | start_date", *reversed(lines)))
    assert {seat.id: seat.role_label for seat in all_of(first, Membership)} == {
        seat.id: seat.role_label for seat in all_of(second, Membership)
    }
    assert len(all_of(first, Membership)) == 3


def test_a_later_end_does_not_make_another_seat() -> None:
    """A seat keeps its made id when its end becomes known."""
    before = read(
        sheet("memberships", "person | body | start_date | end_date", "Ute | Rat | 2010 |")
    )
    after = read(
        sheet("memberships", "person | body | start_date | end_date", "Ute | Rat | 2010 | 2014")
    )
    assert only(before, Membership).id == only(after, Membership).id


def test_an_end_before_the_start_makes_both_unknown() -> None:
    """Both dates stand among the attributes as the file has them."""
    parsed = read(
        sheet("Mitgliedschaften", "Person | Gremium | von | bis", "Ute | Rat | 31.12.2020 | 2019")
    )
    seat = only(parsed, Membership)
    assert (seat.start_date, seat.end_date) == (None, None)
    assert seat.attributes == {"von": "31.12.2020", "bis": "2019"}
    (problem,) = parsed.problems
    assert problem.code == "ingest.end_before_start"
    assert problem.place.text().de == "liste.xlsx, Blatt Mitgliedschaften, Zeile 2, Spalte bis"


@pytest.mark.parametrize(
    ("start", "end"), [("2020", "2020-05-01"), ("2020-05", "2020"), ("2020-05-01", "2020-05")]
)
def test_partial_dates_that_may_fit_are_kept(start: str, end: str) -> None:
    """A start and an end in the same year or month do not contradict each other."""
    parsed = read(sheet("memberships", "person | body | from | to", f"Ute | Rat | {start} | {end}"))
    assert (only(parsed, Membership).start_date, only(parsed, Membership).end_date) == (start, end)


def test_rows_without_an_end_are_errors() -> None:
    """Without a body, or without anybody, nobody can say what a row is about; all are told."""
    parsed = read(
        sheet("Mitgliedschaften", "Person | Gremium", "Ute |", " | Rat", "Bo | Rat"),
        sheet("Austausch", "Akteur A | Akteur B", "Amt |"),
        sheet("Berichtswege", "Von | An", " | Rat"),
        sheet("Kooperationen", "Name | Beteiligte", "JBA |"),
    )
    assert [(each.place.sheet, each.place.line, each.place.column) for each in errors(parsed)] == [
        ("Mitgliedschaften", 2, "Gremium"),
        ("Mitgliedschaften", 3, "Person"),
        ("Austausch", 2, "Akteur B"),
        ("Berichtswege", 2, "Von"),
        ("Kooperationen", 2, "Beteiligte"),
    ]


def test_a_vacant_seat_is_a_warning() -> None:
    """Nobody holds it, so there is no membership."""
    parsed = read(sheet("Mitgliedschaften", "Person | Gremium", "vakant | Rat"))
    assert not all_of(parsed, Membership)
    assert codes(parsed) == ["ingest.vacant_seat"]


def test_exchange_with_all_columns() -> None:
    """Who exchanges with whom, how often, by what channel, on what, and who says so."""
    parsed = read(
        sheet(
            "Austausch",
            "Akteur A | Akteur B | Kontakte pro Jahr | Weg | Themen | Angabe von | Angabe vom | "
            "Bestätigt",
            "Amt | IHK | monatlich | E-Mail | Sport; Musik | IHK | 15.3.2026 | ja",
        )
    )
    tie = only(parsed, ExchangeTie)
    assert tie.model_dump(exclude={"id"}) == ExchangeTie(
        id="x",
        source_id="org-amt",
        target_id="org-ihk",
        contacts_per_year=12,
        irregular=False,
        channel="E-Mail",
        topic_ids=("topic-sport", "topic-musik"),
        reported_by_id="org-ihk",
        reported_at="2026-03-15",
        confirmed=True,
    ).model_dump(exclude={"id"})


def test_irregular_exchange_has_no_number() -> None:
    """Irregular is known, a number then is not; both are given, so that they replace another."""
    parsed = read(sheet("Austausch", "Akteur A | Akteur B | Häufigkeit", "Amt | IHK | nach Bedarf"))
    tie = only(parsed, ExchangeTie)
    assert (tie.contacts_per_year, tie.irregular) == (None, True)
    assert {"contacts_per_year", "irregular"} <= tie.model_fields_set


def test_exchange_has_no_direction() -> None:
    """The same tie named from the other side has the same made id."""
    one = read(sheet("exchanges", "actor_a | actor_b | reported by", "Amt | IHK | Amt"))
    other = read(sheet("exchanges", "actor_a | actor_b | reported by", "IHK | Amt | Amt"))
    assert only(one, ExchangeTie).id == only(other, ExchangeTie).id


def test_a_reporting_line_with_all_columns() -> None:
    """Who reports to whom, whether decisions come back, and in what form."""
    parsed = read(
        sheet(
            "Berichtswege",
            "Von | An | Entscheidungen zurück | Im eigenen Haus | Form | Beginn",
            "AK | Rat | ja | nein | Vorlage | 2024",
        )
    )
    line = only(parsed, ReportingLine)
    assert (line.sender_id, line.receiver_id) == ("org-ak", "org-rat")
    assert (line.returns_decisions, line.within_house, line.form) == (True, False, "Vorlage")
    assert line.start_date == "2024"


def test_a_cooperation_with_all_columns() -> None:
    """Who agreed on what, who decided it and who carries it."""
    parsed = read(
        sheet(
            "Kooperationen",
            "Name | Beteiligte | Ziel | Beschlossen von | Beschlossen am | Getragen von",
            "JBA | Amt; Jobcenter | Beratung | Rat | 12.11.2025 | Amt",
        )
    )
    cooperation = only(parsed, Cooperation)
    assert cooperation.party_ids == ("org-amt", "org-jobcenter")
    assert (cooperation.decided_by_id, cooperation.carried_by_id) == ("org-rat", "org-amt")
    assert (cooperation.aim, cooperation.decided_at) == ("Beratung", "2025-11-12")


def test_work_on_a_topic_may_have_dates() -> None:
    """The sheet of work on topics says more than the column of topics, and takes its place."""
    parsed = read(
        sheet("Organisationen", "Name | Themen", "Amt | Sport; Musik"),
        sheet("Themenarbeit", "Akteur | Thema | Beginn", "Amt | Sport | 2024"),
    )
    works = {work.topic_id: work.start_date for work in all_of(parsed, WorksOn)}
    assert works == {"topic-sport": "2024", "topic-musik": None}
    assert len({record.id for record in parsed.records}) == len(parsed.records)


def test_a_given_id_that_another_record_has_gets_its_kind() -> None:
    """Membership 1 and person 1 are two records."""
    parsed = read(
        sheet("Personen", "ID | Name", "1 | Ute"),
        sheet("Mitgliedschaften", "ID | Person-ID | Gremium", "1 | 1 | Rat"),
    )
    assert {record.kind: record.id for record in parsed.records} == {
        Kind.PERSON: "1",
        Kind.ORGANIZATION: "org-rat",
        Kind.MEMBERSHIP: "membership-1",
    }


def test_a_seat_held_for_an_organisation_by_nobody_named_is_its_own() -> None:
    """Often only on whose behalf somebody sits there is known."""
    parsed = read(
        sheet("Mitgliedschaften", "Person | Gremium | Im Auftrag von", " | Rat | Caritas")
    )
    assert only(parsed, Membership).member_id == "org-caritas"
    assert not errors(parsed)
