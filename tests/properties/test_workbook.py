"""Whatever cells hold, a workbook is read whole: ids are unique and references lead somewhere."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.changes import references
from netmap.ingest.columns import SHEETS
from netmap.ingest.csv_files import csv_sheet
from netmap.ingest.errors import SourceError
from netmap.ingest.problems import Parsed, Severity
from netmap.ingest.table import Sheet, rows_of
from netmap.ingest.workbook import reader as workbook

# Few words, so that names meet each other across sheets, and any text at all.
WORDS = st.sampled_from(
    ["", "1", "1.0", "Ute Beck", "Beck, Ute", "Rat", "rat", "Amt; Rat", "Amt, Rat", "N. N.", "?",
     "2020", "31.12.2019", "9999-12-31", "ja", "Vorsitz", "monatlich", "steuernd", "politisch"]
)  # fmt: skip
CELLS = st.one_of(
    WORDS,
    st.text(max_size=8),
    st.integers(),
    st.floats(allow_nan=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.none(),
)


@st.composite
def tables(draw: st.DrawFn) -> list[Sheet]:
    """Sheets of known titles with some of their columns, one unknown one, and any cells."""
    sheets = []
    positions = st.sampled_from(range(len(SHEETS)))
    for position in draw(st.lists(positions, min_size=1, max_size=4, unique=True)):
        definition = SHEETS[position]
        fields = [*definition.columns, *definition.also]
        needed = [column.field for column in fields if column.required]
        chosen = draw(st.lists(st.sampled_from([column.field for column in fields]), unique=True))
        titles = [*dict.fromkeys([*needed, *chosen]), "unknown"]
        lines = draw(st.lists(st.lists(CELLS, max_size=len(titles)), max_size=5))
        name = definition.key
        sheets.append(Sheet("x.xlsx", name, name, rows_of([titles, *lines])))
    return sheets


def check(parsed: Parsed) -> None:
    """What holds for every source that is read."""
    kinds = {record.id: record.kind for record in parsed.records}
    assert len(kinds) == len(parsed.records)
    for record in parsed.records:
        assert record.version == 0
        for field, target, allowed in references(record):
            assert kinds.get(target) in allowed, (record.id, field, target)
    assert {each.record_id for each in parsed.placeholders} <= kinds.keys()
    assert all(problem.cause.de and problem.cause.en for problem in parsed.problems)


@settings(max_examples=300, deadline=None)
@given(tables())
def test_any_cells_make_whole_records_or_clear_errors(sheets: list[Sheet]) -> None:
    """Every reference leads to a record of the right kind, and a second reading gives the same."""
    parsed = workbook.parse(sheets, "x.xlsx")
    check(parsed)
    assert workbook.parse(sheets, "x.xlsx") == parsed


@settings(max_examples=150, deadline=None)
@given(tables())
def test_the_order_of_sheets_changes_nothing(sheets: list[Sheet]) -> None:
    """The same sheets in another order give the same records."""
    other = list(reversed(sheets))
    first, second = workbook.parse(sheets, "x.xlsx"), workbook.parse(other, "x.xlsx")
    assert {each.id: each for each in first.records} == {each.id: each for each in second.records}


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """A CSV file of any bytes gives rows or an error with its place, never anything else."""
    try:
        sheet = csv_sheet(data, file="x.csv", name="x", part=None)
    except SourceError as error:
        told = error.place
    else:
        told = sheet.place()
    assert told is not None
    assert told.file == "x.csv"


def test_time_grows_with_the_rows_alone() -> None:
    """Twenty thousand seats of people known by name take seconds, not minutes."""
    rows = [
        ["Person", "Gremium", "Rolle", "Beginn"],
        *([f"Name {n % 5_000}", f"Kreis {n % 700}", "Mitglied", "2020"] for n in range(20_000)),
    ]
    started = time.perf_counter()
    parsed = workbook.parse([Sheet("x.csv", "Sitze", None, rows_of(rows))], "x.csv")
    assert time.perf_counter() - started < 20
    assert not [each for each in parsed.problems if each.severity is Severity.ERROR]
    check(parsed)
