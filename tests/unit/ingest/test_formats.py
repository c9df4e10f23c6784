"""What a source is shows in its content; what netmap does not read is told as what it is."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from netmap.ingest.errors import (
    BrokenArchiveError,
    BrokenJsonError,
    FormatNameError,
    ProtectedWorkbookError,
    SourceEmptyError,
    SourceError,
    SourceNotFoundError,
    SourceTooLargeError,
    UnknownFormatError,
    UnsupportedFormatError,
)
from netmap.ingest.formats import FORMATS, read_graph, read_source
from netmap.ingest.problems import Parsed
from netmap.language import Language
from netmap.model import Membership, Person
from netmap.views.template_xlsx import template_workbook
from tests.unit.ingest.sheet_texts import all_of, codes, errors

LIMIT = 10_000_000


def read(place: Path, source_format: str | None = None) -> Parsed:
    """Read a source within a limit that is large enough."""
    return read_source(place, source_format=source_format, limit_bytes=LIMIT)


def file(tmp_path: Path, name: str, content: str | bytes) -> Path:
    """A file with the given content."""
    place = tmp_path / name
    place.write_bytes(content.encode() if isinstance(content, str) else content)
    return place


def xlsx(tmp_path: Path, sheets: dict[str, list[list[object]]], name: str = "liste.xlsx") -> Path:
    """A workbook with the given sheets."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    place = tmp_path / name
    book.save(place)
    return place


@pytest.mark.parametrize("content", [b"PKxx cut", b"\x00\x01\x81\xff" * 90])
def test_what_is_a_workbook_by_its_name_alone_is_told_as_damaged(
    tmp_path: Path, content: bytes
) -> None:
    """It is no matter of encoding or layout then; a list of text so called is still read."""
    with pytest.raises(BrokenArchiveError) as told:
        read(file(tmp_path, "liste.xlsx", content))
    assert "dem Inhalt nach nicht" in told.value.message(Language.DE)
    read(file(tmp_path, "liste.xlsx", "Name;Organisation\nUte Beck;Amt\n"))


PERSONS: list[list[object]] = [["Name", "Funktion"], ["Ute", "Leitung"]]
SEATS: list[list[object]] = [["Person", "Gremium", "Rolle"], ["Ute", "Rat", "Gast"]]
FLAT: list[list[object]] = [["Name", "Organisation", "Gremien"], ["Ute Beck", "Amt", "Rat; Beirat"]]
CROSS: list[list[object]] = [["Name", "Rat", "Beirat"], ["Ute", "x", "Vorsitz"], ["Bo", "x", "x"]]
POPOLO = '{"persons": [{"id": "p", "name": "Ute"}]}'


def test_a_workbook_is_known_by_its_sheets(tmp_path: Path) -> None:
    """Sheets with known titles are a workbook, whatever the file is called."""
    parsed = read(xlsx(tmp_path, {"Personen": PERSONS, "Mitgliedschaften": SEATS}, name="x.bak"))
    assert parsed.format == "workbook"
    assert len(all_of(parsed, Membership)) == 1


def test_one_csv_file_may_be_one_sheet(tmp_path: Path) -> None:
    """A file is named like a sheet, or has the columns of one kind of tie."""
    by_name = read(file(tmp_path, "Personen.csv", "Name;Funktion\nUte;Leitung\n"))
    by_columns = read(file(tmp_path, "export.csv", "person_id,body_id\n1,2\n"))
    assert (by_name.format, by_columns.format) == ("workbook", "workbook")
    assert by_columns.placeholders[0].problem is not None
    assert (
        by_columns.placeholders[0].problem.place.text().en == "export.csv, line 2, column body_id"
    )


def test_a_folder_of_csv_files_is_a_workbook(tmp_path: Path) -> None:
    """Each file is a sheet of its name."""
    folder = tmp_path / "export"
    folder.mkdir()
    file(folder, "persons.csv", "id,name\n1,Ute\n")
    file(folder, "memberships.csv", "person_id,body_id\n1,b\n")
    parsed = read(folder)
    assert parsed.format == "workbook"
    assert [seat.member_id for seat in all_of(parsed, Membership)] == ["1"]


@pytest.mark.parametrize("title", ["Tabelle1", "Personen"])
def test_a_list_with_bodies_is_a_flat_list_whatever_its_title(tmp_path: Path, title: str) -> None:
    """A list of persons with a column of bodies is often called "Personen"."""
    parsed = read(xlsx(tmp_path, {title: FLAT, "Listen": [["ja"]]}))
    assert parsed.format == "flat-list"
    assert len(all_of(parsed, Membership)) == 2


@pytest.mark.parametrize("title", ["Tabelle1", "Personen"])
def test_crosses_make_a_cross_table_whatever_its_title(tmp_path: Path, title: str) -> None:
    """Bodies across and names down are known by the crosses."""
    parsed = read(xlsx(tmp_path, {title: CROSS}))
    assert parsed.format == "cross-table"
    assert len(all_of(parsed, Membership)) == 4


def test_popolo_is_known_by_its_lists(tmp_path: Path) -> None:
    """JSON is known by its first bracket, in any encoding that JSON may have."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        parsed = read(file(tmp_path, "daten.txt", POPOLO.encode(encoding)))
        assert (parsed.format, all_of(parsed, Person)[0].name) == ("popolo", "Ute")


def test_lists_beside_the_one_that_is_read_are_told(tmp_path: Path) -> None:
    """Nothing is left out in silence."""
    parsed = read(xlsx(tmp_path, {"Tabelle1": FLAT, "Tabelle2": FLAT, "Budget": [["x"]]}))
    told = [each.place.sheet for each in parsed.problems if each.code == "ingest.sheet_left"]
    assert told == ["Tabelle2", "Budget"]


def test_the_format_may_be_named(tmp_path: Path) -> None:
    """A named format is used, or the error says what is missing for it."""
    place = xlsx(tmp_path, {"Personen": FLAT})
    assert read(place, "workbook").format == "workbook"
    assert read(place, "flat-list").format == "flat-list"
    for wrong in ("cross-table", "popolo"):
        with pytest.raises(UnknownFormatError):
            read(place, wrong)
    with pytest.raises(UnknownFormatError):
        read(file(tmp_path, "a.json", POPOLO), "workbook")
    with pytest.raises(FormatNameError) as caught:
        read(place, "excel")
    assert all(name in caught.value.remedy_text.de for name in FORMATS)


def archive(part: str, content: str = "x") -> bytes:
    """A zip archive that is no workbook."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        # A fixed time in the entry: parametrised tests carry these bytes in their names.
        packed.writestr(zipfile.ZipInfo(part), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("OpenDocument spreadsheets", archive("mimetype", "application/opendocument.spreadsheet")),
        ("OpenDocument files", archive("mimetype", "application/opendocument.text")),
        ("binary workbooks", archive("xl/workbook.bin")),
        ("Word documents", archive("word/document.xml")),
        ("presentations", archive("ppt/presentation.xml")),
        ("zip archives", archive("persons.txt")),
        ("PDF files", b"%PDF-1.7"),
        ("XML and HTML", b"\n<html>"),
        ("compressed files", b"\x1f\x8b\x08"),
    ],
)
def test_other_kinds_of_files_are_told_as_what_they_are(
    tmp_path: Path, kind: str, content: bytes
) -> None:
    """The error names the kind and says to save it as .xlsx or .csv."""
    with pytest.raises(UnsupportedFormatError) as caught:
        read(file(tmp_path, "liste.xlsx", content))
    assert kind in caught.value.cause_text.en
    assert ".xlsx" in caught.value.remedy_text.en


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", SourceEmptyError),
        (b"PK\x03\x04 cut off", BrokenArchiveError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ProtectedWorkbookError),
        (b'{"persons": [', BrokenJsonError),
        (b'{"features": []}', UnknownFormatError),
        (b"[]", UnknownFormatError),
        (b"a;b\n1;2\n", UnknownFormatError),
        (b"just some words", UnknownFormatError),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", SourceError),
    ],
)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, content: bytes, error: type[SourceError]
) -> None:
    """Each has its own error, with the name of the file, a cause and a remedy."""
    with pytest.raises(error) as caught:
        read(file(tmp_path, "liste.xlsx", content))
    assert caught.value.place is not None
    assert caught.value.place.file == "liste.xlsx"
    assert caught.value.remedy_text.de


def test_a_source_must_be_there_and_fit(tmp_path: Path) -> None:
    """A missing source and one beyond the limit are refused."""
    with pytest.raises(SourceNotFoundError) as caught:
        read(tmp_path / "none.xlsx")
    assert "none.xlsx" in str(caught.value)
    place = file(tmp_path, "a.csv", "Name\n" + "Ute\n" * 1_000)
    with pytest.raises(SourceTooLargeError):
        read_source(place, limit_bytes=1_000)


def test_errors_of_all_files_of_a_folder_are_collected(tmp_path: Path) -> None:
    """Nothing of the folder is taken, and each file that cannot be read is told."""
    folder = tmp_path / "export"
    folder.mkdir()
    file(folder, "persons.csv", "id,name\n1,Ute\n")
    file(folder, "bodies.csv", b"")
    file(folder, "memberships.csv", b"a\x00b")
    parsed = read(folder)
    assert parsed.records == ()
    assert {(each.place.sheet, each.code) for each in errors(parsed)} == {
        ("bodies.csv", "ingest.empty"),
        ("memberships.csv", "ingest.nul_byte"),
    }


@pytest.mark.parametrize("language", Language)
def test_an_untouched_template_holds_nothing(tmp_path: Path, language: Language) -> None:
    """The examples of a template are no records, and its other sheets are no mistake."""
    parsed = read(file(tmp_path, "vorlage.xlsx", template_workbook(language)))
    assert parsed.records == ()
    assert not errors(parsed)
    assert set(codes(parsed)) <= {"ingest.example_rows", "ingest.no_rows"}


def test_uncalculated_formulas_keep_the_source_from_being_imported(tmp_path: Path) -> None:
    """They are errors with their places on every sheet that is read."""
    place = xlsx(tmp_path, {"Personen": [["Name"], ["=A1"]], "Gremien": [["Name"], ["=B1"]]})
    assert [(each.place.sheet, each.place.line) for each in errors(read(place))] == [
        ("Personen", 2),
        ("Gremien", 2),
    ]


GRAPHML = '<?xml version="1.0"?><g:graphml xmlns:g="x"><g:graph/></g:graphml>'


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (GRAPHML, "graphml"),
        (GRAPHML.replace("g:graphml", "gexf"), "gexf"),
        ("\ufeff# von Hand\ngraph [ ]", "gml"),
        ('{"elements": [], "connections": []}', "kumu"),
        ("From;To;Direction\nA;B;directed\n", "kumu"),
        ("Quelle;Ziel;Gewicht\nA;B;1\n", "edge-list"),
        ("source,target,source_type,target_type\nUte,Rat,Person,Gremium\n", "edge-list"),
    ],
)
def test_graphs_are_known_by_their_content(tmp_path: Path, content: str, found: str) -> None:
    """Root element, first word, lists of JSON, titles of columns."""
    assert read_graph(file(tmp_path, "x.txt", content), limit_bytes=LIMIT).format == found


@pytest.mark.parametrize(
    "content",
    [
        "<html><body/></html>",
        "<?xml version='1.0'?><svg/>",
        "<",
        "<!DOCTYPE html><html/>",
    ],
)
def test_other_xml_is_told_as_such(tmp_path: Path, content: str) -> None:
    """HTML is often what a server sends in place of a file."""
    with pytest.raises(UnsupportedFormatError):
        read(file(tmp_path, "netz.graphml", content))


def test_sheets_of_ties_stay_sheets_of_a_workbook(tmp_path: Path) -> None:
    """A graph is read from them only where somebody asks for one."""
    place = file(tmp_path, "export.csv", "person;body\nUte;Rat\n")
    assert read(place).format == "workbook"
    assert read_graph(place, limit_bytes=LIMIT).format == "edge-list"
    with pytest.raises(UnknownFormatError):
        read_graph(
            file(tmp_path, "liste.csv", "Name;Organisation;Gremien\nUte Beck;Amt;Rat\n"),
            limit_bytes=LIMIT,
        )
