"""A list with a row for each person becomes persons, organisations, bodies and seats."""

from __future__ import annotations

import pytest
from hypothesis import given

from netmap.ingest.errors import SourceError
from netmap.ingest.identity import made_id
from netmap.ingest.lists import cross_table, flat_list
from netmap.ingest.problems import Parsed, Severity
from netmap.ingest.table import Sheet
from netmap.model import Membership, Organization, Person, Topic, WorksOn
from netmap.values import Source
from netmap.vocabulary import Asked, HouseLevel, Kind, Role, Sector
from tests.unit.ingest import lists
from tests.unit.ingest.lists import codes, persons, seats, sheet

HEAD = ("Name", "Organisation", "Funktion", "Gremien")


def read(*lines: tuple[object, ...]) -> Parsed:
    """What the reader makes of these lines."""
    return lists.read(flat_list, *lines)


def test_several_bodies_stand_in_one_cell_with_their_roles() -> None:
    """The words for the role stay, and organisations and bodies are told apart."""
    parsed = read(
        HEAD, ("Anna Müller", "Jugendamt", "Leitung", "AG Übergang; Steuergremium (Vorsitz)")
    )
    assert seats(parsed) == [
        ("Anna Müller", "AG Übergang", ""),
        ("Anna Müller", "Steuergremium", "Vorsitz"),
    ]
    meets = {o.name: o.meets for o in parsed.records if isinstance(o, Organization)}
    assert meets == {"Jugendamt": None, "AG Übergang": True, "Steuergremium": True}
    (anna,) = persons(parsed)
    assert (anna.function, anna.organization_id) == ("Leitung", "org-jugendamt")
    assert [s.role for s in parsed.records if isinstance(s, Membership)] == [
        Role.MEMBER,
        Role.CHAIR,
    ]
    assert codes(parsed) == []


def test_bodies_may_stand_in_several_columns_with_a_role_beside_each() -> None:
    """Numbers in the titles, or the place beside the body, say which role is meant."""
    numbered = read(
        ("Name", "Gremium 1", "Gremium 2", "Rolle 1", "Rolle 2"),
        ("Anna", "AG A", "AG B", "Vorsitz", "Gast"),
    )
    beside = read(
        ("Name", "Gremium", "Rolle"), ("Anna", "AG A", "Vorsitz"), ("Anna", "AG B", "Gast")
    )
    expected = [("Anna", "AG A", "Vorsitz"), ("Anna", "AG B", "Gast")]
    assert seats(numbered) == seats(beside) == expected
    assert len(persons(beside)) == 1


def test_a_name_in_parts_or_turned_round_is_one_name() -> None:
    """Given name, family name and title in columns, or "Müller, Anna"."""
    split = read(("Titel", "Vorname", "Nachname", "Gremium"), ("Dr.", "Anna", "Müller", "AG"))
    beside = read(("Name", "Vorname", "Gremium"), ("Müller", "Anna", "AG"))
    turned = read(("Name", "Titel", "Gremium"), ("Müller, Anna", "Dr.", "AG"))
    assert [p.name for each in (split, beside, turned) for p in persons(each)] == [
        "Dr. Anna Müller",
        "Anna Müller",
        "Dr. Anna Müller",
    ]


def test_a_row_without_a_name_is_a_function_or_the_seat_of_an_organisation() -> None:
    """A vacant name is no person called N.N."""
    parsed = read(
        HEAD,
        ("N.N.", "Agentur für Arbeit", "Teamleitung", "AG"),
        (None, "IHK", None, "AG (Gast)"),
    )
    assert seats(parsed) == [("Teamleitung", "AG", ""), ("IHK", "AG", "Gast")]
    assert [(p.name, p.function) for p in persons(parsed)] == [("", "Teamleitung")]


def test_namesakes_in_different_houses_are_different_people_and_told() -> None:
    """Rows of the same house are one person."""
    parsed = read(
        HEAD,
        ("Bo Lang", "Jobcenter", None, "AG A"),
        ("Bo Lang", "IHK", None, "AG A"),
        ("Bo  Lang", "jobcenter", None, "AG B"),
    )
    assert len(persons(parsed)) == 2
    assert len({seat.member_id for seat in parsed.records if isinstance(seat, Membership)}) == 2
    assert [(p.code, p.place.line) for p in parsed.problems] == [("ingest.same_name", 3)]


def test_what_further_rows_say_differently_is_told_and_kept() -> None:
    """The first row counts; the other words stand among the attributes."""
    parsed = read(
        ("Name", "Organisation", "Funktion", "Gremium", "E-Mail"),
        ("Anna", "Jugendamt", "Leitung", "AG A", "a@example.org"),
        ("Anna", "Jugendamt", "Sprecherin", "AG B", "b@example.org"),
    )
    (anna,) = persons(parsed)
    assert anna.function == "Leitung"
    assert anna.attributes == {
        "function": "Sprecherin",
        "E-Mail": "a@example.org; b@example.org",
    }
    assert codes(parsed) == ["ingest.told_twice"]


def test_titles_may_stand_below_a_heading_and_sums_below_the_list() -> None:
    """Both are passed over with a note."""
    parsed = read(
        ("Netzwerkliste", None, "Stand: 1.5.2024"),
        (),
        HEAD,
        ("Anna", "Jugendamt", None, "AG"),
        HEAD,
        ("Summe", None, None, 1),
    )
    assert seats(parsed) == [("Anna", "AG", "")]
    assert codes(parsed) == ["ingest.lines_above_titles", "ingest.sums_passed_over"]
    assert {problem.severity for problem in parsed.problems} == {Severity.NOTE}


def test_dates_levels_and_orders_of_a_row_belong_to_its_seats() -> None:
    """What stands in the cell of the body itself goes before."""
    parsed = read(
        ("Name", "Gremium", "Seit", "Bis", "Ebene im Haus", "Im Auftrag von"),
        ("Anna", "AG A; AG B (seit 2020)", "2019", "31.12.2024", "Leitung", "IHK; HWK"),
    )
    first, second = (record for record in parsed.records if isinstance(record, Membership))
    assert (first.start_date, first.end_date) == ("2019", "2024-12-31")
    assert second.start_date == "2020"
    assert first.house_level is HouseLevel.LEADERSHIP
    assert first.on_behalf_of_ids == ("org-ihk", "org-hwk")


def test_other_columns_of_persons_are_read_as_in_a_workbook() -> None:
    """Sector, state of asking, topics and source; without bodies the dates are the person's."""
    parsed = read(
        ("Name", "Organisation", "Bereich", "Befragt", "Themen", "Quelle", "Beginn"),
        ("Anna", "IHK", "Wirtschaft", "ja", "Übergang; BO", "Telefonliste", "2019"),
    )
    (anna,) = persons(parsed)
    assert (anna.sector, anna.asked) == (Sector.BUSINESS, Asked.ANSWERED)
    assert (anna.source, anna.start_date) == (Source(label="Telefonliste"), "2019")
    topics = [record.name for record in parsed.records if isinstance(record, Topic)]
    assert topics == ["Übergang", "BO"]
    assert sum(isinstance(record, WorksOn) for record in parsed.records) == 2


def test_an_end_that_is_said_to_be_open_is_given_as_none() -> None:
    """So a stored end goes; an empty or unknown one leaves it alone."""
    parsed = read(
        ("Name", "Gremium", "Bis"),
        ("Anna", "AG", "31.12.9999"),
        ("Bo", "AG", "unbekannt"),
        ("Ca", "AG", None),
    )
    given = [s.model_fields_set for s in parsed.records if isinstance(s, Membership)]
    assert ["end_date" in fields for fields in given] == [True, False, False]


def test_unclear_words_are_warnings_and_stay_among_the_attributes() -> None:
    """So do an end before its start; line and column are named."""
    parsed = read(
        ("Name", "Gremium", "Bereich", "Seit", "Bis"),
        ("Anna", "AG", "Abteilung 3", "2020", "2019"),
    )
    (anna,) = persons(parsed)
    assert anna.attributes == {"Bereich": "Abteilung 3", "Seit": "2020", "Bis": "2019"}
    assert [(p.severity, p.code, p.place.line, p.place.column) for p in parsed.problems] == [
        (Severity.WARNING, "ingest.value_unclear", 2, "Bereich"),
        (Severity.WARNING, "ingest.end_before_start", 2, "Bis"),
    ]


def test_a_row_about_nobody_is_an_error_and_one_with_a_body_alone_a_warning() -> None:
    """Without identity nothing is imported; a body without members is a body."""
    parsed = read(
        ("Name", "Organisation", "Gremium", "Bemerkung"),
        (None, None, None, "siehe oben"),
        (None, None, "AG", None),
    )
    assert [(p.severity, p.code, p.place.line) for p in parsed.problems] == [
        (Severity.ERROR, "ingest.no_identity", 2),
        (Severity.WARNING, "ingest.vacant_seat", 3),
    ]
    assert [record.id for record in parsed.records] == ["org-ag"]


def test_ids_are_kept_but_running_numbers_are_none() -> None:
    """A number that a sorted list would change says nothing about the person."""
    given = read(("ID", "Name", "Gremium"), (10117.0, "Anna", "AG"))
    assert persons(given)[0].id == "10117"
    for title in ("Nr.", "ID"):
        counted = read((title, "Name", "Gremium"), (1, "Anna", "AG"), (2.0, "Bo", "AG"))
        assert [person.id for person in persons(counted)] == [
            made_id(Kind.PERSON, "Anna"),
            made_id(Kind.PERSON, "Bo"),
        ]
    assert persons(given)[0].identifiers[0].identifier == "10117"


def test_only_filled_cells_count_as_given() -> None:
    """An import leaves all other fields of a stored person alone."""
    parsed = read(HEAD, ("Anna", None, None, None), ("Bo", "IHK", None, None))
    assert persons(parsed)[0].model_fields_set == {"id", "name"}


def test_commas_between_bodies_are_told_once() -> None:
    """A reader can check the guess."""
    parsed = read(HEAD, ("Anna", "IHK", None, "AG A, AG B"), ("Bo", "IHK", None, "AG A, AG C"))
    assert len(seats(parsed)) == 4
    assert codes(parsed) == ["ingest.commas_separate"]


def test_a_template_example_is_passed_over() -> None:
    """A row marked as an example in the column ID is nobody."""
    parsed = read(("ID", "Name", "Gremium"), ("Beispiel 1", "Anna", "AG"), (None, "Bo", "AG"))
    assert [person.name for person in persons(parsed)] == ["Bo"]
    assert codes(parsed) == ["ingest.example_rows"]


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (("Name", "Ebene", "Sitzungen"), ("AG A", "operativ", "4")),
        (("Foo", "Bar"), ("1", "2")),
        (
            ("We met all partners of the town, who had much to tell about schools", "committees"),
            ("In the end the office found", "that nobody had asked"),
        ),
        (("Name", "AG Übergang", "AG Sport"), ("Anna", "x", None), ("Bo", None, "x")),
    ],
)
def test_other_sheets_are_not_taken_for_a_flat_list(lines: tuple[tuple[object, ...], ...]) -> None:
    """They are refused with what is missing."""
    assert not flat_list.matches(sheet(*lines))
    with pytest.raises(SourceError):
        read(*lines)


@given(lists.SHEETS)
def test_any_sheet_gives_records_that_hang_together(found: Sheet) -> None:
    """Sheets are read or refused; ids are unique, references met, and reading is repeatable."""
    matching = [reader for reader in (flat_list, cross_table) if reader.matches(found)]
    assert len(matching) <= 1
    for reader in matching:
        parsed = reader.parse(found, "liste.xlsx")
        kinds = {record.id: record.kind for record in parsed.records}
        assert len(kinds) == len(parsed.records)
        for record in parsed.records:
            for title, allowed in record.REFERENCES.items():
                value = getattr(record, title)
                for target in (value,) if isinstance(value, str) else value or ():
                    assert kinds[target] in allowed
        assert reader.parse(found, "liste.xlsx") == parsed
        assert all(isinstance(record, Person) or record.id for record in parsed.records)


def test_one_id_with_two_names_is_two_persons() -> None:
    """The seats of the second are its own, a warning names both lines, and no name is lost."""
    parsed = read(
        ("ID", *HEAD),
        ("1", "Eva Beck", "Amt", "", "AG Sport"),
        ("1", "Bo Lang", "IHK", "", "AG Sport (Vorsitz)"),
    )
    assert seats(parsed) == [("Eva Beck", "AG Sport", ""), ("Bo Lang", "AG Sport", "Vorsitz")]
    assert [each.identifiers != () for each in persons(parsed)] == [True, False]
    assert codes(parsed) == ["ingest.repeated_id"]
