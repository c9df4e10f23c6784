"""A table with bodies across and names down becomes seats where its marks stand."""

from __future__ import annotations

import pytest

from netmap.ingest.errors import SourceError
from netmap.ingest.lists import cross_table
from netmap.ingest.problems import Parsed
from netmap.model import Membership, Organization
from netmap.vocabulary import Role
from tests.unit.ingest import lists
from tests.unit.ingest.lists import codes, labels, persons, seats, sheet


def read(*lines: tuple[object, ...]) -> Parsed:
    """What the reader makes of these lines."""
    return lists.read(cross_table, *lines)


def test_a_mark_is_a_seat_and_a_role_says_which() -> None:
    """Crosses, ticks, ones and words; dashes, noughts and empty cells are no seat."""
    parsed = read(
        ("Name", "Steuergremium", "AG Übergang"),
        ("Anna", "Vorsitz", "x"),
        ("Bo", "✓", None),
        ("Ca", 1, "–"),
        ("Di", 0, "x (stellv. Vorsitz)"),
        ("Ed", True, "Gast, seit 2019"),
    )
    assert seats(parsed) == [
        ("Anna", "Steuergremium", "Vorsitz"),
        ("Anna", "AG Übergang", ""),
        ("Bo", "Steuergremium", ""),
        ("Ca", "Steuergremium", ""),
        ("Di", "AG Übergang", "stellv. Vorsitz"),
        ("Ed", "Steuergremium", ""),
        ("Ed", "AG Übergang", "Gast"),
    ]
    assert [s.start_date for s in parsed.records if isinstance(s, Membership)][-1] == "2019"
    assert [p.cause.de for p in parsed.problems] == [
        "Als Gremien gelesen: Steuergremium, AG Übergang."
    ]


def test_rows_are_organisations_where_only_these_are_named() -> None:
    """A seat is then the organisation's own."""
    parsed = read(("Organisation", "Beirat", "AG"), ("IHK", "x", "Gast"), ("Jugendamt", "x", None))
    assert persons(parsed) == []
    assert seats(parsed) == [
        ("IHK", "Beirat", ""),
        ("IHK", "AG", "Gast"),
        ("Jugendamt", "Beirat", ""),
    ]


def test_columns_before_the_bodies_tell_of_the_person() -> None:
    """Organisation and function; remarks and answers to questions are attributes."""
    parsed = read(
        ("Name", "Organisation", "Funktion", "Steuergremium", "Newsletter", "Bemerkung"),
        ("Anna", "IHK", "Referentin", "x", "ja", "nur vormittags erreichbar"),
        ("Bo", "IHK", None, "x", "nein", None),
    )
    anna, bo = persons(parsed)
    assert (anna.function, anna.organization_id) == ("Referentin", "org-ihk")
    assert anna.attributes == {"Newsletter": "ja", "Bemerkung": "nur vormittags erreichbar"}
    assert bo.attributes == {"Newsletter": "nein"}
    assert labels(parsed) | {"org-steuergremium": "Steuergremium"} == labels(parsed)


@pytest.mark.parametrize(
    ("rows", "persons_expected"),
    [
        ([("Anna Müller", "x", "x"), ("Lang, Bo", None, "x")], 2),
        ([("Agentur für Arbeit", "x", "x"), ("IHK Köln", None, "x")], 0),
    ],
)
def test_a_first_column_without_a_title_is_read_by_its_looks_and_told(
    rows: list[tuple[object, ...]], persons_expected: int
) -> None:
    """Names of people or of organisations; the note says how to say it."""
    parsed = read((None, "Steuergremium", "AG Übergang"), *rows)
    assert len(persons(parsed)) == persons_expected
    assert len(seats(parsed)) == 3
    assert codes(parsed) == ["ingest.rows_read_as", "ingest.bodies_read"]


def test_a_body_without_any_mark_is_a_body_without_members() -> None:
    """So the map shows that nobody sits there."""
    parsed = read(("Name", "Beirat", "AG Sport"), ("Anna", "x", None))
    names = [o.name for o in parsed.records if isinstance(o, Organization) and o.meets]
    assert names == ["Beirat", "AG Sport"]


def test_sums_and_headings_are_passed_over() -> None:
    """Counts below the marks are no seats."""
    parsed = read(
        ("Gremienübersicht 2024",),
        ("Name", "Beirat", "AG"),
        ("Anna", "x", "x"),
        ("Bo", "x", None),
        ("Summe", 2, 1),
    )
    assert len(seats(parsed)) == 3
    assert codes(parsed) == [
        "ingest.bodies_read",
        "ingest.lines_above_titles",
        "ingest.sums_passed_over",
    ]


def test_a_remark_among_marks_is_a_seat_with_these_words_and_a_warning() -> None:
    """Neither the seat nor the words are lost."""
    parsed = read(
        ("Name", "Beirat", "AG"),
        *((f"Person {number}", "x", "x") for number in range(5)),
        ("Bo", "nur zu Finanzfragen", None),
    )
    assert seats(parsed)[-1] == ("Bo", "Beirat", "nur zu Finanzfragen")
    seat = next(s for s in parsed.records if isinstance(s, Membership) and s.role is Role.OTHER)
    assert seat.role_label == "nur zu Finanzfragen"
    assert codes(parsed) == ["ingest.bodies_read", "ingest.no_mark"]


def test_codes_count_as_marks_where_others_bear_them_out() -> None:
    """A code keeps its letters; a column of codes alone is no body."""
    parsed = read(("Name", "Beirat", "AG"), ("Anna", "SV", "x"), ("Bo", "x", "x"))
    assert seats(parsed)[0] == ("Anna", "Beirat", "SV")
    assert not cross_table.matches(
        sheet(("id", "name", "chamber", "party"), (1, "Ada", "sen", "D"), (2, "Bo", "rep", "R"))
    )


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (
            ("Name", "Organisation", "Gremien", "Newsletter", "Karte"),
            ("Anna", "IHK", "AG", "x", "x"),
        ),
        (("Name", "Organisation", "Newsletter"), ("Anna", "IHK", "x"), ("Bo", "HWK", "x")),
        (("Name", "E-Mail"), ("Anna", "a@example.org")),
    ],
)
def test_other_sheets_are_not_taken_for_a_cross_table(
    lines: tuple[tuple[object, ...], ...],
) -> None:
    """A list that names its bodies in cells is a flat list, whatever is ticked besides."""
    assert not cross_table.matches(sheet(*lines))
    with pytest.raises(SourceError):
        read(*lines)
