"""Workbooks and folders become sheets of plain cells; harmful and broken ones are refused."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook

from netmap.ingest import xlsx_scan
from netmap.ingest.errors import (
    BrokenArchiveError,
    BrokenWorkbookError,
    ProtectedWorkbookError,
    SourceEmptyError,
    SourceNotFoundError,
    SourceTooLargeError,
    UnknownFormatError,
    XmlEntitiesError,
)
from netmap.ingest.problems import Severity
from netmap.ingest.sheets import csv_sheets, file_bytes
from netmap.ingest.table import Sheet
from netmap.ingest.xlsx_sheets import xlsx_sheets
from netmap.language import Language

LIMIT = 10_000_000
SHEET = "xl/worksheets/sheet1.xml"


def workbook(*rows: list[object], title: str = "Personen") -> bytes:
    """A workbook with one sheet, as openpyxl writes it: formulas without results."""
    book = Workbook()
    assert book.active is not None
    book.active.title = title
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same workbook with one part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return out.getvalue()


def sheet_xml(cells: str) -> bytes:
    """A worksheet with the given cells in its first rows."""
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    ).encode()


def read(data: bytes, limit_bytes: int = LIMIT) -> list[Sheet]:
    """Read a workbook under a fixed name."""
    return xlsx_sheets(data, file="liste.xlsx", limit_bytes=limit_bytes)


def test_cells_keep_their_types() -> None:
    """Texts, numbers, dates and truth values arrive as such, with their lines."""
    (sheet,) = read(
        workbook(["Name", "seit", "ja"], [], ["Ute ", dt.date(2024, 12, 31), True, 7.0])
    )
    assert [(row.line, row.cells) for row in sheet.rows] == [
        (1, ("Name", "seit", "ja", None)),
        (3, ("Ute", dt.date(2024, 12, 31), True, 7.0)),
    ]
    assert sheet.place(line=3).text().de == "liste.xlsx, Blatt Personen, Zeile 3"


def test_cells_merged_downwards_count_for_every_line() -> None:
    """An organisation written once beside three persons belongs to all of them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Amt", "Name"], ["Jugendamt", "Ute"], [None, "Bo"], [None, "Eva"], ["IHK", "Li"]):
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    out = io.BytesIO()
    book.save(out)
    (found,) = read(out.getvalue())
    assert [row.cells[0] for row in found.rows] == ["Amt", *["Jugendamt"] * 3, "IHK"]


def test_a_formula_without_result_is_an_error_with_its_place() -> None:
    """All such cells are told, each with line, title of the column, cause and remedy."""
    (sheet,) = read(workbook(["Name", "Amt"], ["=A1", "x"], ["y", "=B1"]))
    assert [(each.place.line, each.place.column) for each in sheet.problems] == [
        (2, "Name"),
        (3, "Amt"),
    ]
    assert {each.code for each in sheet.problems} == {"ingest.formula_without_value"}
    assert {each.severity for each in sheet.problems} == {Severity.ERROR}
    assert "A2" in sheet.problems[0].cause.en


def test_results_of_formulas_are_taken_over() -> None:
    """A formula with its stored result is its result, and a note counts such cells."""
    cells = (
        '<row r="1"><c r="A1" t="str"><f>"U"&amp;"te"</f><v>Ute</v></c></row>'
        '<row r="2"><c r="A2"><f>3+4</f><v>7</v></c><c r="B2" t="str"><f>""</f><v></v></c></row>'
    )
    (sheet,) = read(with_part(workbook(["x"]), SHEET, sheet_xml(cells)))
    assert [row.cells[0] for row in sheet.rows] == ["Ute", 7.0]
    assert [each.code for each in sheet.problems] == ["ingest.formula_results"]
    assert "3" in sheet.problems[0].cause.de


def test_error_values_are_warnings() -> None:
    """A cell that shows #N/A counts as empty, and the warning names it."""
    cells = '<row r="4"><c r="C4" t="e"><f>VLOOKUP(1,A1,2)</f><v>#N/A</v></c></row>'
    (sheet,) = read(with_part(workbook(["x"]), SHEET, sheet_xml(cells)))
    assert not sheet.rows
    (problem,) = sheet.problems
    assert (problem.severity, problem.code) == (Severity.WARNING, "ingest.error_value")
    assert "#N/A" in problem.cause.de
    assert problem.place.line == 4


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_document_types_and_entities_are_refused(part: str) -> None:
    """No part may declare a document type, let alone entities."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with pytest.raises(XmlEntitiesError) as caught:
        read(with_part(workbook(["x"]), part, bomb))
    assert part in caught.value.cause_text.en


def test_a_file_that_unpacks_beyond_the_limit_is_refused() -> None:
    """A small archive with large content is refused before it is unpacked."""
    data = workbook(["x"])
    packed = io.BytesIO(data)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.xml", b"0" * 5_000_000)
    assert len(packed.getvalue()) < 100_000
    with pytest.raises(SourceTooLargeError) as caught:
        read(packed.getvalue(), limit_bytes=1_000_000)
    assert "5,0 MB" in caught.value.cause_text.de
    assert "NETMAP_IMPORT_LIMIT_MEGABYTES" in caught.value.remedy_text.de


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    """What unpacks to more than it declares is broken, not unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<x>" + b"0" * 5_000_000)
    data = packed.getvalue().replace((5_000_003).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    with pytest.raises(BrokenArchiveError):
        read(data, limit_bytes=1_000_000)


@pytest.mark.parametrize("reference", ['r="XFD1048576"', ""])
def test_a_sheet_with_a_cell_at_its_far_corner_is_refused(reference: str) -> None:
    """The rectangle around two far cells would not fit into memory."""
    far = (
        f'<row r="1048576"><c {reference}><v>1</v></c></row>'
        '<row r="2"><c r="XFD2"><v>1</v></c></row>'
    )
    with pytest.raises(SourceTooLargeError) as caught:
        read(with_part(workbook(["x"]), SHEET, sheet_xml(far)))
    assert "1048576" in caught.value.cause_text.de
    assert caught.value.place is not None
    assert caught.value.place.sheet == "Personen"


def test_a_damaged_workbook_is_refused() -> None:
    """A workbook cut off anywhere, or with broken parts, is an error and never a crash."""
    data = workbook(["Name"], ["Ute"])
    for end in range(100, len(data) - 1, 397):
        with pytest.raises((BrokenArchiveError, BrokenWorkbookError)) as caught:
            read(data[:end])
        assert "hört mittendrin auf" in caught.value.message(Language.DE)
    for broken in (b"", b"\x00\x01", b"<worksheet", b"no xml"):
        with pytest.raises(BrokenWorkbookError):
            read(with_part(data, SHEET, broken))


def test_flipped_bytes_never_crash_the_reader() -> None:
    """Whatever byte is wrong, the workbook is read or refused with a clear error."""
    data = bytearray(workbook(["Name"], ["Ute"]))
    for at in range(0, len(data), 53):
        changed = data.copy()
        changed[at] ^= 0xFF
        try:
            read(bytes(changed))
        except (BrokenArchiveError, BrokenWorkbookError, ProtectedWorkbookError, XmlEntitiesError):
            continue
        except SourceTooLargeError:
            continue


def test_an_encrypted_archive_is_refused() -> None:
    """Parts that are encrypted in the archive are told as such."""
    data = bytearray(workbook(["x"]))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(ProtectedWorkbookError):
        read(bytes(data))


def test_columns_are_named_by_letters() -> None:
    """Letters and numbers of columns lead back to each other up to the last column of Excel."""
    numbers = (0, 25, 26, 701, 702, 16_383)
    assert [xlsx_scan.column_name(each) for each in numbers] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
    assert [xlsx_scan.column_number(xlsx_scan.column_name(each)) for each in numbers] == [*numbers]


def folder(tmp_path: Path, files: Mapping[str, bytes]) -> Path:
    """A folder with files."""
    place = tmp_path / "liste"
    place.mkdir()
    for name, content in files.items():
        (place / name).write_bytes(content)
    return place


def test_a_folder_gives_a_sheet_a_file(tmp_path: Path) -> None:
    """CSV files are read by name; others are told, hidden ones are not."""
    place = folder(
        tmp_path,
        {"persons.csv": b"id,name\n1,Ute\n", "Bodies.CSV": b"id\n", ".x.csv": b"", "a.pdf": b"%"},
    )
    sheets, problems = csv_sheets(place, limit_bytes=LIMIT)
    assert [(sheet.name, sheet.part) for sheet in sheets] == [
        ("Bodies", "Bodies.CSV"),
        ("persons", "persons.csv"),
    ]
    assert [problem.code for problem in problems] == ["ingest.file_passed_over"]
    assert sheets[1].place(line=2).text().en == "liste, sheet persons.csv, line 2"


def test_all_files_of_a_folder_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """One report names every broken file with its place."""
    place = folder(tmp_path, {"a.csv": b"", "b.csv": b"x\ny\x00\n", "c.csv": b"id\n"})
    _, problems = csv_sheets(place, limit_bytes=LIMIT)
    assert [(each.code, each.place.sheet, each.place.line) for each in problems] == [
        ("ingest.empty", "a.csv", None),
        ("ingest.nul_byte", "b.csv", 2),
    ]


def test_the_limit_holds_for_a_folder_as_a_whole(tmp_path: Path) -> None:
    """Many files together are as large as one."""
    place = folder(tmp_path, {f"{name}.csv": b"id\n" + b"x" * 900 for name in "abc"})
    _, problems = csv_sheets(place, limit_bytes=2_000)
    assert [(each.code, each.place.sheet) for each in problems] == [("ingest.too_large", "c.csv")]


def test_a_folder_without_csv_files_is_refused(tmp_path: Path) -> None:
    """There is nothing to read in it."""
    with pytest.raises(UnknownFormatError):
        csv_sheets(folder(tmp_path, {"liste.docx": b"x"}), limit_bytes=LIMIT)


def test_a_file_must_be_there_hold_something_and_fit(tmp_path: Path) -> None:
    """A missing, empty or too large file is refused by name."""
    small = tmp_path / "small.csv"
    small.write_bytes(b"x" * 2_000)
    empty = tmp_path / "empty.csv"
    empty.touch()
    with pytest.raises(SourceNotFoundError):
        file_bytes(tmp_path / "none.csv", limit_bytes=LIMIT)
    with pytest.raises(SourceEmptyError):
        file_bytes(empty, limit_bytes=LIMIT)
    with pytest.raises(SourceTooLargeError) as caught:
        file_bytes(small, limit_bytes=1_999)
    assert caught.value.place is not None
    assert caught.value.place.file == "small.csv"
    assert file_bytes(small, limit_bytes=2_000) == b"x" * 2_000
