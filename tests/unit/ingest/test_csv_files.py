"""CSV files are read as offices write them; what cannot be read is told with its line."""

from __future__ import annotations

import datetime as dt

import pytest

from netmap.ingest.csv_files import csv_sheet
from netmap.ingest.errors import (
    EncodingError,
    MalformedCsvError,
    NulByteError,
    SourceEmptyError,
    SourceError,
)
from netmap.ingest.table import Row, Sheet, cell, rows_of


def read(data: bytes) -> Sheet:
    """Read a file under a fixed name."""
    return csv_sheet(data, file="liste.csv", name="liste", part=None)


def cells(data: bytes) -> list[tuple[object, ...]]:
    """The cells of a file, row by row."""
    return [row.cells for row in read(data).rows]


TEXT = "Name;Straße\nMüller, Änne;Gräfenstraße 1\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_any_usual_encoding_is_found_out(encoding: str) -> None:
    """UTF-8 and UTF-16 with and without byte order mark and Windows-1252 give the same text."""
    assert cells(TEXT.encode(encoding)) == [
        ("Name", "Straße"),
        ("Müller, Änne", "Gräfenstraße 1"),
    ]


def test_a_guessed_encoding_is_told() -> None:
    """Only where the encoding is a guess does a note say so."""
    assert [problem.code for problem in read(TEXT.encode("cp1252")).problems] == [
        "ingest.encoding_guessed"
    ]
    assert not read(TEXT.encode()).problems


def test_bytes_of_no_encoding_are_refused() -> None:
    """Bytes that neither UTF-8 nor Windows-1252 explains are an error."""
    with pytest.raises(EncodingError):
        read(b"Name\n\x81\x8d\xff\n")


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found_out(delimiter: str) -> None:
    """Semicolon, comma, tab and bar separate cells."""
    data = f"id{delimiter}name\n1{delimiter}Anna\n2{delimiter}Bo\n".encode()
    assert cells(data) == [("id", "name"), ("1", "Anna"), ("2", "Bo")]


def test_commas_inside_cells_do_not_count_as_delimiters() -> None:
    """A comma in every name does not win over the semicolon between the cells."""
    data = b"Name;Amt\nBeck, Ute;A\nLang, Bo;B\n"
    assert cells(data)[1] == ("Beck, Ute", "A")


def test_excels_own_line_names_the_delimiter() -> None:
    """A first line ``sep=`` counts as no line at all, as in Excel."""
    sheet = read(b"sep=|\nName|Amt; Haus\nUte|A; B\n")
    assert sheet.rows[0] == Row(1, ("Name", "Amt; Haus"))


def test_lines_are_counted_as_a_spreadsheet_does() -> None:
    """A blank line counts, a line break inside a cell does not, and Windows line ends are one."""
    sheet = read(b'Name;Zweck\r\n\r\nRat;"steuern\r\nund mehr"\r\nAK;x\r\n')
    assert [(row.line, row.cells[1]) for row in sheet.rows] == [
        (1, "Zweck"),
        (3, "steuern\nund mehr"),
        (4, "x"),
    ]


def test_a_quotation_mark_inside_a_cell_is_survived() -> None:
    """A mark that the writing program did not double still leaves the cells apart."""
    assert cells(b'Name;Amt\n"Beck" Ute;A\n')[1] == ("Beck Ute", "A")


def test_a_quotation_mark_that_is_never_closed_is_refused() -> None:
    """The error names the line where the cell begins, not the end of the file."""
    with pytest.raises(MalformedCsvError) as caught:
        read(b'Name;Amt\nUte;A\nBo;"B\nEva;C\nLi;D\n')
    assert caught.value.place is not None
    assert caught.value.place.line == 3


def test_a_nul_character_is_refused() -> None:
    """A damaged file is an error with its line."""
    with pytest.raises(NulByteError) as caught:
        read(b"Name\nUte\nB\x00o\n")
    assert caught.value.place is not None
    assert caught.value.place.line == 3


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b"\r\n \r\n", "\n".encode("utf-16")])
def test_a_file_without_content_is_refused(data: bytes) -> None:
    """A byte order mark and blank lines are no content."""
    with pytest.raises(SourceEmptyError):
        read(data)


def test_a_cell_without_end_is_refused() -> None:
    """A cell longer than any text is an error with its line."""
    with pytest.raises(MalformedCsvError):
        read(b"Name;Amt\nUte;" + b"x" * 200_000 + b"\n")


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    """CSV has no formulas: the text is kept, and a warning names its line."""
    sheet = read(b"Name;Amt\n=SUM(A1);A\n=> siehe oben;B\n")
    assert [row.cells[0] for row in sheet.rows[1:]] == ["=SUM(A1)", "=> siehe oben"]
    assert [(each.code, each.place.line) for each in sheet.problems] == [("ingest.formula_text", 2)]


def test_excels_way_of_keeping_a_number_a_text_is_undone() -> None:
    """``="007"`` is the text 007."""
    assert cells(b'id;name\n"=""007""";Ute\n="008";Bo\n')[1:] == [("007", "Ute"), ("008", "Bo")]


def test_every_error_says_what_to_do() -> None:
    """An error has a cause and a remedy in both languages."""
    with pytest.raises(SourceError) as caught:
        read(b"Name\nB\x00o\n")
    assert caught.value.cause_text.de
    assert caught.value.remedy_text.en


def test_cells_are_cleaned() -> None:
    """Spaces at the ends, no-break spaces and invisible characters go; empty is nothing."""
    assert cell(" Anna\u00a0Müller\u200b ") == "Anna Müller"
    assert cell(" \u00a0 ") is None
    assert cell(dt.datetime(2024, 5, 1)) == dt.date(2024, 5, 1)  # noqa: DTZ001 - cells have no time zone
    assert cell(dt.time(9, 30)) == "09:30:00"


def test_rows_without_content_are_left_out_but_counted() -> None:
    """The numbers of lines are those of the file."""
    assert [row.line for row in rows_of([["a"], ["", None], ["b"]])] == [1, 3]
