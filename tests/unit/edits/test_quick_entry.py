"""Quick entry: one line a member in the ways in which people write and paste them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.edits.quick_entry import MOST_LINES, Line, quick_entry
from netmap.vocabulary import Role


def read(text: str) -> Line:
    """What is understood of a single line."""
    (line,) = quick_entry(text)
    return line


@pytest.mark.parametrize(
    ("text", "person", "organization", "role"),
    [
        ("Müller, Anna; Jugendamt; Vorsitz", "Anna Müller", "Jugendamt", Role.CHAIR),
        ("Anna Müller; Jugendamt; Mitglied", "Anna Müller", "Jugendamt", Role.MEMBER),
        ("Anna Müller", "Anna Müller", "", Role.MEMBER),
        ("Müller, Anna", "Anna Müller", "", Role.MEMBER),
        ("- Prof. Dr. Anna Müller; Uni Köln", "Prof. Dr. Anna Müller", "Uni Köln", Role.MEMBER),
        ("3) Müller, Dr. Anna;; Gast", "Dr. Anna Müller", "", Role.GUEST),
        (
            "Frau Anna Müller\tJugendamt\tstv. Mitglied",
            "Anna Müller",
            "Jugendamt",
            Role.DEPUTY_MEMBER,
        ),
        ("Müller\tAnna\tJugendamt\tGast", "Anna Müller", "Jugendamt", Role.GUEST),
        ("Anna Müller | Vorsitzende | Jugendamt", "Anna Müller", "Jugendamt", Role.CHAIR),
        ("Anna Müller, Jugendamt, Gast", "Anna Müller", "Jugendamt", Role.GUEST),
        ("Müller, Anna, Jugendamt, Gast", "Anna Müller", "Jugendamt", Role.GUEST),
        ("Anna Müller, Jugendamt", "Anna Müller", "Jugendamt", Role.MEMBER),
        ("Anna Müller (a.m@stadt.example); Jugendamt", "Anna Müller", "Jugendamt", Role.MEMBER),
        ("Jugendamt Buchenau", "", "Jugendamt Buchenau", Role.MEMBER),
        ("; Jugendamt; Gast", "", "Jugendamt", Role.GUEST),
        ("N. N.; Jugendamt; Mitglied", "", "Jugendamt", Role.MEMBER),
        (
            "Anna Müller; Jugendamt; Protokoll und Kekse",
            "Anna Müller",
            "Jugendamt",
            Role.SECRETARIAT,
        ),
        ("Anna Müller; Jugendamt; Patin", "Anna Müller", "Jugendamt", Role.OTHER),
    ],
)
def test_a_line_is_understood_however_it_is_written(
    text: str, person: str, organization: str, role: Role
) -> None:
    """Order of the name, separators, bullets, titles, gaps and functions without a name."""
    line = read(text)
    assert (line.person, line.organization, line.role) == (person, organization, role)
    assert not line.is_blocked


def test_addresses_are_kept_and_telephone_numbers_are_not() -> None:
    """An e-mail address serves the mailing list; nothing else is needed, and the line says so."""
    line = read("Müller, Anna <a.m@stadt.example>; Jugendamt; Gast; Tel. 02941/123456")
    assert (line.person, line.mail, line.role) == ("Anna Müller", "a.m@stadt.example", Role.GUEST)
    assert "Telefonnummer" in line.doubts[0].text.de
    assert read("Anna Müller; Jugendamt; Gast; anna@stadt.example").mail == "anna@stadt.example"


def test_headings_of_a_copied_sheet_say_what_the_columns_hold() -> None:
    """In whatever order; the words of a function are not taken for a role."""
    text = "Titel\tVorname\tNachname\tFunktion\tInstitution\tE-Mail\tRolle\nDr.\tAnna\tMüller\t"
    line = read(f"{text}Leitung\tJugendamt\ta@b.example\tVorsitz")
    assert line.person == "Dr. Anna Müller"
    assert (line.function, line.organization) == ("Leitung", "Jugendamt")
    assert (line.mail, line.role, line.role_label) == ("a@b.example", Role.CHAIR, "Vorsitz")
    assert line.number == 2


def test_what_was_guessed_is_told_with_a_remedy() -> None:
    """Two cells read as one name, an organisation without a person, and cells too many."""
    assert "Vorname" in read("Müller\tAnna\tJugendamt").doubts[0].text.de
    assert "Organisation" in read("Jugendamt").doubts[0].text.de
    assert "Nicht verstanden" in read("Anna Müller; Amt; Gast; Leitung; 7. Stock").doubts[0].text.de


def test_a_function_without_a_name_is_told_from_its_house() -> None:
    """Often only the function is known, and a name should not be stored at all."""
    line = read("Teamleitung Berufsberatung; Agentur für Arbeit; Gast")
    assert (line.person, line.function, line.organization) == (
        "",
        "Teamleitung Berufsberatung",
        "Agentur für Arbeit",
    )
    assert line.role is Role.GUEST


def test_lines_without_anybody_are_refused_and_empty_ones_passed_over() -> None:
    """Each by its number in the text, so that it is found again."""
    lines = quick_entry("\n\nAnna Müller\n;;Gast\n")
    assert [(line.number, line.is_blocked) for line in lines] == [(3, False), (4, True)]


def test_a_known_organisation_is_told_from_a_name() -> None:
    """What looks like a person's name may be a house that is recorded."""
    (line,) = quick_entry("Lebendiges Lippstadt", is_organization=lambda name: "Lipp" in name)
    assert (line.person, line.organization) == ("", "Lebendiges Lippstadt")


def test_very_long_texts_end_with_a_remedy() -> None:
    """A list that belongs into a file is not read to its end."""
    lines = quick_entry("Anna Müller\n" * (MOST_LINES + 50))
    assert len(lines) == MOST_LINES + 1
    assert lines[-1].is_blocked
    assert read("x" * 3_000).is_blocked


@given(st.text(max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    """Whatever is pasted is answered, line by line and in order."""
    lines = quick_entry(text)
    numbers = [line.number for line in lines]
    assert numbers == sorted(set(numbers))
