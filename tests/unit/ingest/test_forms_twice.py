"""Lists, cross tables and Popolo read twice change nothing the second time."""

from __future__ import annotations

from hypothesis import given

from netmap.ingest.json_source import JsonValue
from netmap.ingest.lists import cross_table, flat_list
from netmap.ingest.popolo import document as popolo
from netmap.ingest.problems import Parsed, Severity
from netmap.ingest.reconcile import reconcile
from netmap.ingest.table import Sheet
from netmap.values import Record, Source
from tests.unit.ingest.lists import SHEETS, sheet
from tests.unit.ingest.test_popolo import DOCUMENTS

SOURCE = Source(label="liste")


def stored_after(stored: list[Record], parsed: Parsed) -> list[Record]:
    """The network once an import was applied, without the store's checks."""
    found = reconcile(stored, parsed, source=SOURCE)
    written = {put.record.id: put.record for put in found.puts}
    assert len(written) == len(found.puts)
    return list({**{record.id: record for record in stored}, **written}.values())


def assert_second_import_is_empty(parsed: Parsed) -> None:
    """After a first import, the same source has nothing to add or change."""
    if any(problem.severity is Severity.ERROR for problem in parsed.problems):
        return
    first = stored_after([], parsed)
    assert len(first) == len(parsed.records)
    second = reconcile(first, parsed, source=SOURCE)
    assert second.preview == ()
    assert sum(second.unchanged.values()) == len(parsed.records)


@given(SHEETS)
def test_a_list_imported_twice_changes_nothing(found: Sheet) -> None:
    """Whatever its titles and cells are."""
    for reader in (flat_list, cross_table):
        if reader.matches(found):
            assert_second_import_is_empty(reader.parse(found, "liste.xlsx"))


@given(DOCUMENTS)
def test_popolo_imported_twice_changes_nothing(document: dict[str, JsonValue]) -> None:
    """Whatever is nested where, placeholders included."""
    assert_second_import_is_empty(popolo.parse(document, "list.json"))


def test_a_list_and_a_cross_table_of_the_same_people_meet() -> None:
    """The same names give the same persons, organisations and bodies."""
    flat = flat_list.parse(
        sheet(
            ("Name", "Organisation", "Gremien"),
            ("Müller, Anna", "Jugendamt", "Steuergremium (Vorsitz)"),
            ("Bo Lang", "IHK", "Steuergremium; AG Übergang"),
        ),
        "liste.xlsx",
    )
    cross = cross_table.parse(
        sheet(
            ("Name", "Organisation", "Steuergremium", "AG Übergang"),
            ("Anna Müller", "Jugendamt", "Vorsitz", None),
            ("Lang, Bo", "IHK", "x", "x"),
        ),
        "tabelle.xlsx",
    )
    assert reconcile(stored_after([], flat), cross, source=SOURCE).preview == ()
