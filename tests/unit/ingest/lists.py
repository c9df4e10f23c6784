"""Sheets for the tests of lists, and what was read from them in short."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from hypothesis import strategies as st

from netmap.ingest.problems import Parsed
from netmap.ingest.table import Sheet, rows_of
from netmap.model import Membership, Organization, Person


def sheet(*lines: Sequence[object]) -> Sheet:
    """A sheet of a workbook with these lines."""
    return Sheet("liste.xlsx", "Tabelle1", "Tabelle1", rows_of(lines))


def read(reader: ModuleType, *lines: Sequence[object]) -> Parsed:
    """What a reader makes of these lines."""
    parsed = reader.parse(sheet(*lines), "liste.xlsx")
    assert isinstance(parsed, Parsed)
    return parsed


def labels(parsed: Parsed) -> dict[str, str]:
    """Names of actors and bodies by id."""
    return {
        record.id: record.label
        for record in parsed.records
        if isinstance(record, (Person, Organization))
    }


def seats(parsed: Parsed) -> list[tuple[str, str, str]]:
    """Member, body and role of each seat, by name."""
    names = labels(parsed)
    return [
        (names[seat.member_id], names[seat.organization_id], seat.role_label)
        for seat in parsed.records
        if isinstance(seat, Membership)
    ]


def persons(parsed: Parsed) -> list[Person]:
    """The persons, in order."""
    return [record for record in parsed.records if isinstance(record, Person)]


def codes(parsed: Parsed) -> list[str]:
    """Codes of what was found, in order."""
    return [problem.code for problem in parsed.problems]


TITLES = st.sampled_from(
    [
        *("Name", "Vorname", "Nachname", "Titel", "Organisation", "Funktion", "Gremium", "Rolle"),
        *("Gremium 1", "Rolle 1", "Seit", "Bis", "Themen", "ID", "Bereich", "E-Mail", "Ebene"),
        *("AG Übergang", "Steuergremium", "", "x", None, "Im Auftrag von", "Quelle"),
    ]
)
CELLS = st.one_of(
    st.none(),
    st.sampled_from(["x", "Vorsitz", "AG A; AG B (Gast)", "Anna", "ja", "nein", "2024", "Summe"]),
    st.sampled_from(["N.N.", "Müller, Anna", "Beispiel 1", "–", "9999-12-31", "Lang, Bo, AG X"]),
    st.integers(),
    st.booleans(),
    st.floats(),
    st.dates(),
    st.text(max_size=12),
)
SHEETS = st.builds(
    lambda titles, rows: sheet(titles, *rows),
    st.lists(TITLES, max_size=7),
    st.lists(st.lists(CELLS, max_size=8), max_size=6),
)
