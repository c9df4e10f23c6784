"""Rows about persons, organisations, bodies and topics become one record each, nothing lost."""

from __future__ import annotations

import pytest

from netmap.ingest.problems import Severity
from netmap.ingest.reconcile import reconcile
from netmap.model import Coordination, Organization, Person, Post, Topic, WorksOn
from netmap.values import Identifier, Source
from netmap.vocabulary import (
    Asked,
    ChairRotation,
    CoordinationForm,
    Level,
    Placement,
    Sector,
    Status,
)
from tests.unit.ingest.sheet_texts import all_of, codes, errors, only, person_id, read, sheet


def test_a_person_with_all_columns() -> None:
    """Every column of the sheet reaches the record, unknown ones as attributes."""
    parsed = read(
        sheet(
            "Personen",
            "ID | Name | Funktion | Organisation | Bereich | Befragt | Themen | Beginn | Ende | "
            "Quelle | Telefon",
            "p1 | Anna Beck | Leitung | Amt | Verwaltung | beantwortet | Sport; Musik | 1.8.2023 | "
            "12/2024 | Liste 2024 | 123",
        ),
        sheet("Organisationen", "ID | Name", "o1 | Amt"),
        sheet("Themen", "Thema", "Sport", "Musik"),
    )
    assert not parsed.problems
    assert only(parsed, Person) == Person(
        id="p1",
        identifiers=(Identifier(scheme="persons", identifier="p1"),),
        name="Anna Beck",
        function="Leitung",
        organization_id="o1",
        sector=Sector.ADMINISTRATION,
        asked=Asked.ANSWERED,
        start_date="2023-08-01",
        end_date="2024-12",
        source=Source(label="Liste 2024"),
        attributes={"Telefon": "123"},
    )
    assert {work.topic_id for work in all_of(parsed, WorksOn)} == {"topic-sport", "topic-musik"}
    assert {work.actor_id for work in all_of(parsed, WorksOn)} == {"p1"}


def test_a_body_with_all_columns() -> None:
    """What a body is for, may decide, and how it meets reaches the record."""
    parsed = read(
        sheet(
            "Gremien",
            "Name | Kurzname | Art | Ebene | Status | Zweck | Funktionen | Kompetenz | "
            "Rechtsgrundlage | Sitzungen pro Jahr | Wechsel im Vorsitz | Zielgruppen | Nachfolge | "
            "Teil von | Gebiet",
            "Steuerkreis | SK | Lenkung | steuernd | aktiv | abstimmen | steuern; beraten | "
            "Budget | § 78 | vierteljährlich | jährlich | Eltern; Kinder | Beirat | Rat | Stadt",
            "Rat |",
            "Beirat |",
        )
    )
    assert not parsed.problems
    assert all_of(parsed, Organization)[0] == Organization(
        id="org-steuerkreis",
        name="Steuerkreis",
        short_name="SK",
        classification="Lenkung",
        level=Level.STEERING,
        status=Status.ACTIVE,
        purpose="abstimmen",
        functions=("steuern", "beraten"),
        competence="Budget",
        legal_basis="§ 78",
        meetings_per_year=4,
        chair_rotation=ChairRotation.YEARLY,
        target_groups=("Eltern", "Kinder"),
        successor_id="org-beirat",
        parent_id="org-rat",
        territory="Stadt",
        meets=True,
    )


def test_the_coordinating_office_says_how_it_is_built() -> None:
    """Form, placement and posts of coordination are one part of the organisation."""
    parsed = read(
        sheet(
            "Organisationen",
            "Name | Koordinierung: Form | Koordinierung: Anbindung | Koordinierung: Stellen",
            "KoKo | eigene Stelle | Stab | Leitung (1,0); Assistenz (0,5 VZÄ); Praktikum",
            "Jugendamt | | |",
        )
    )
    office, other = all_of(parsed, Organization)
    assert office.coordination == Coordination(
        form=CoordinationForm.OWN_POST,
        placement=Placement.STAFF,
        posts=(
            Post(label="Leitung", full_time_equivalent=1),
            Post(label="Assistenz", full_time_equivalent=0.5),
            Post(label="Praktikum"),
        ),
    )
    assert other.coordination is None


def test_topics_have_a_description_and_a_parent() -> None:
    """A topic may be part of another."""
    parsed = read(
        sheet(
            "Themen",
            "Thema | Beschreibung | Teil von",
            "Beruf | Übergang | Bildung",
            "Bildung |  |",
        )
    )
    assert [
        (topic.name, topic.description, topic.parent_id) for topic in all_of(parsed, Topic)
    ] == [
        ("Beruf", "Übergang", "topic-bildung"),
        ("Bildung", "", None),
    ]


def test_only_filled_cells_are_given() -> None:
    """An empty or unknown cell says nothing, so that an import leaves that field alone."""
    parsed = read(sheet("Personen", "Name | Funktion | Bereich | Beginn", "Ute | | k. A. | ?"))
    assert only(parsed, Person).model_fields_set == {"id", "kind", "name"} - {"kind"}


def test_a_date_said_to_be_open_is_given() -> None:
    """31.12.9999 is known to be no end, so that it replaces one."""
    parsed = read(sheet("Personen", "Name | Ende", "Ute | 31.12.9999"))
    person = only(parsed, Person)
    assert person.end_date is None
    assert "end_date" in person.model_fields_set


@pytest.mark.parametrize(
    ("titles", "row", "name"),
    [
        ("Vorname | Nachname | Titel", "Anna | Beck | Dr.", "Dr. Anna Beck"),
        ("Vorname | Name", "Anna | Beck", "Anna Beck"),
        ("Vorname | Name", "Anna | Anna Beck", "Anna Beck"),
        ("Name", "Beck, Dr. Anna", "Dr. Anna Beck"),
        ("Name", "Frau Anna Beck", "Anna Beck"),
        ("first name | last name", "Anna | Beck", "Anna Beck"),
    ],
)
def test_names_of_persons_are_put_together(titles: str, row: str, name: str) -> None:
    """A name split over cells, turned round or with a salutation is the same name."""
    assert only(read(sheet("Personen", titles, row)), Person).name == name


def test_a_function_without_a_name_is_a_person() -> None:
    """Functions of one name in two houses are two."""
    parsed = read(
        sheet(
            "Personen",
            "Name | Funktion | Organisation",
            " | Leitung | Jugendamt",
            "N. N. | Leitung | Schulamt",
        )
    )
    assert [(person.name, person.label) for person in all_of(parsed, Person)] == [
        ("", "Leitung"),
        ("", "Leitung"),
    ]
    assert len({person.id for person in parsed.records}) == 4
    assert not codes(parsed)


def test_a_record_without_identity_is_an_error() -> None:
    """All rows that say nothing of themselves are told with their places."""
    parsed = read(
        sheet("Personen", "Name | Bereich", " | Verwaltung", "Ute |", " | Bildung"),
        sheet("Gremien", "Name | Ebene", " | steuernd"),
    )
    assert [each.place.text().de for each in errors(parsed)] == [
        "liste.xlsx, Blatt Personen, Zeile 2, Spalte Name",
        "liste.xlsx, Blatt Personen, Zeile 4, Spalte Name",
        "liste.xlsx, Blatt Gremien, Zeile 2, Spalte Name",
    ]
    assert {each.code for each in errors(parsed)} == {"ingest.no_identity"}


def test_a_vacancy_is_no_person() -> None:
    """A row that says only that nobody is there is left out with a warning."""
    parsed = read(sheet("Personen", "Name | Organisation", "N.N. | Amt", "Ute | Amt"))
    assert only(parsed, Person).name == "Ute"
    assert codes(parsed) == ["ingest.vacant_seat"]


def test_a_record_known_by_its_id_alone_is_called_by_it() -> None:
    """An id is identity enough; a warning asks for the name."""
    parsed = read(sheet("Organisationen", "ID | Name", "10117.0 |"))
    assert only(parsed, Organization).name == "10117"
    assert codes(parsed) == ["ingest.named_by_id"]


def test_the_same_id_in_several_sheets_names_several_records() -> None:
    """Ids that are unique only on their sheet are told apart by the kind, whatever the order."""
    tables = (
        sheet("Gremien", "ID | Name", "1 | Rat"),
        sheet("Personen", "ID | Name", "1 | Ute"),
        sheet("Organisationen", "ID | Name", "1 | Amt"),
    )
    for parsed in (read(*tables), read(*reversed(tables))):
        assert {record.id: record.label for record in parsed.records} == {  # type: ignore[attr-defined] # all of these have one
            "1": "Ute",
            "organization-1": "Amt",
            "body-1": "Rat",
        }
        assert {record.identifiers[0].identifier for record in parsed.records} == {"1"}


def test_an_organisation_on_both_sheets_is_one_record() -> None:
    """The sheets of organisations and bodies complete each other by id and by name."""
    parsed = read(
        sheet("Organisationen", "ID | Name | Bereich", "o1 | Rat | Politik", " | Beirat | Bildung"),
        sheet("Gremien", "ID | Name | Ebene", "o1 | Rat | politisch", "b2 | Beirat | operativ"),
    )
    council, board = all_of(parsed, Organization)
    assert (council.id, council.sector, council.level) == ("o1", Sector.POLITICS, Level.POLITICAL)
    assert (board.id, board.sector, board.level) == ("b2", Sector.EDUCATION, Level.OPERATIONAL)
    assert not parsed.problems


def test_different_people_of_one_name_stay_different() -> None:
    """Rows that can be told apart are two persons with ids that do not depend on their order."""
    lines = ("Jan Lang | Jugendamt", "Jan Lang | IHK")
    first = read(sheet("Personen", "Name | Organisation", *lines))
    second = read(sheet("Personen", "Name | Organisation", *reversed(lines)))
    assert {person.id for person in all_of(first, Person)} == {
        person.id for person in all_of(second, Person)
    }
    assert len(all_of(first, Person)) == 2
    assert codes(first) == ["ingest.same_name"]


def test_rows_that_complete_each_other_are_one_person() -> None:
    """Rows of one name in which nothing contradicts are one record, repeated rows are counted."""
    parsed = read(
        sheet(
            "Personen",
            "Name | Organisation | Funktion",
            "Ute | Amt |",
            "Ute | | Leitung",
            "Ute | Amt |",
        )
    )
    person = only(parsed, Person)
    assert (person.organization_id, person.function) == ("org-amt", "Leitung")
    assert codes(parsed) == ["ingest.same_rows"]


def test_a_running_number_is_an_id_only_where_others_refer_to_it() -> None:
    """Sorting a list gives its numbers to other rows, so they name no records."""
    persons = sheet("Personen", "Nr. | Name", "1 | Ute")
    alone = only(read(persons), Person)
    assert (alone.identifiers, alone.attributes) == ((), {"Nr.": "1"})
    parsed = read(persons, sheet("Mitgliedschaften", "Person-Nr. | Gremium", "1 | Rat"))
    assert only(parsed, Person).id == "1"
    assert not [each for each in parsed.placeholders if each.record_id == "1"]


def test_one_id_with_two_names_is_two_records() -> None:
    """A repeated id with another name does not swallow a person."""
    parsed = read(sheet("Personen", "ID | Name", "7 | Ute", "7 | Bo", "7 |"))
    assert {person.id: person.name for person in all_of(parsed, Person)} == {
        "7": "Ute",
        person_id("Bo"): "Bo",
    }
    assert codes(parsed) == ["ingest.repeated_id"]


def test_an_id_of_two_names_identifies_the_first_alone() -> None:
    """A second import changes nothing, and a reference by this id is told to be unclear."""
    parsed = read(
        sheet("Personen", "ID | Name", "7 | Ute", "7 | Bo", "7 | bo"),
        sheet("Mitgliedschaften", "Person-ID | Gremium", "7 | Rat"),
    )
    ute, bo, _ = all_of(parsed, Person)
    assert (ute.name, [each.identifier for each in ute.identifiers]) == ("Ute", ["7"])
    assert (bo.name, bo.identifiers) == ("Bo", ())
    unclear = [each.problem.code for each in parsed.placeholders if each.problem]
    assert unclear == ["ingest.ambiguous_reference"]
    source = Source(label="liste")
    stored = [put.record for put in reconcile([], parsed, source=source).puts]
    assert reconcile(stored, parsed, source=source).preview == ()


def test_one_id_with_two_statements_keeps_both() -> None:
    """The first statement counts, the second stays in words."""
    parsed = read(sheet("Personen", "ID | Name | Funktion", "7 | Ute | Leitung", "7 | Ute | Stab"))
    person = only(parsed, Person)
    assert person.function == "Leitung"
    assert person.attributes == {"Funktion (3)": "Stab"}
    assert codes(parsed) == ["ingest.told_twice"]


def test_what_is_unclear_stays_in_words() -> None:
    """A value that is not understood is a warning with its place, and no value is lost."""
    parsed = read(
        sheet(
            "Gremien",
            "Name | Status | Sitzungen pro Jahr | Beginn",
            "Rat | rätselhaft | nach Bedarf | irgendwann",
        )
    )
    body = only(parsed, Organization)
    assert body.attributes == {
        "Status": "rätselhaft",
        "Sitzungen pro Jahr": "nach Bedarf",
        "Beginn": "irgendwann",
    }
    assert (body.status, body.start_date, body.meetings_per_year) == (None, None, None)
    assert [(each.place.column, each.severity) for each in parsed.problems] == [
        ("Status", Severity.WARNING),
        ("Beginn", Severity.WARNING),
    ]


def test_a_reference_to_itself_is_none() -> None:
    """Nothing is part of itself; the words are kept."""
    parsed = read(sheet("Gremien", "Name | Teil von", "Rat | Rat"))
    body = only(parsed, Organization)
    assert body.parent_id is None
    assert body.attributes == {"Teil von": "Rat"}
    assert codes(parsed) == ["ingest.leads_to_itself"]


def test_a_party_among_the_bodies_does_not_meet() -> None:
    """Parties and legislatures are no bodies, on whatever sheet they stand."""
    parsed = read(sheet("bodies", "name | classification", "Rat | committee", "Greens | party"))
    assert [body.meets for body in all_of(parsed, Organization)] == [True, None]


@pytest.mark.parametrize(
    "reference",
    ["https://example.org/o?id=7&x=a/b#c", "a/b/c", "Ämter 7", "o-1;2"],
)
def test_ids_of_any_kind_are_kept(reference: str) -> None:
    """Ids that are addresses with queries, or hold slashes and spaces, lead where they should."""
    parsed = read(
        sheet("Organisationen", "ID | Name", f"{reference} | Amt"),
        sheet("Personen", "Name | Organisation-ID", f"Ute | {reference}"),
    )
    assert only(parsed, Organization).id == reference
    assert only(parsed, Person).organization_id == reference
