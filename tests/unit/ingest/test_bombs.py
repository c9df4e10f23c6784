"""Small files that claim very much, and files that are none, are refused before they hurt.

Limits are set low here, so that the data stay small; what is refused is the same.
"""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from netmap.errors import NetmapError
from netmap.ingest import limits
from netmap.ingest.csv_files import csv_sheet
from netmap.ingest.formats import read_source
from netmap.ingest.json_source import read_json
from netmap.ingest.table import Sheet
from netmap.ingest.xlsx_sheets import xlsx_sheets

LIMIT = 10_000_000
SHEET = "xl/worksheets/sheet1.xml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(
    sheet: str,
    *,
    strings: str = "",
    titles: tuple[str, ...] = ("Personen",),
    packing: int = zipfile.ZIP_DEFLATED,
    more: dict[str, bytes] | None = None,
) -> bytes:
    """A workbook by hand; every title is a sheet with the same first part."""
    sheets = "".join(
        f'<sheet name="{title}" sheetId="{at}" r:id="r1"/>' for at, title in enumerate(titles, 1)
    )
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}">'
        f"<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id='r1' "
        f"Type='{_RELATED}/worksheet' Target='worksheets/sheet1.xml'/>"
        f"<Relationship Id='r2' Type='{_RELATED}/sharedStrings' Target='sharedStrings.xml'/>"
        "</Relationships>",
        SHEET: f'<worksheet xmlns="{_MAIN}">{sheet}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f"<Relationships><Relationship Id='r1' Type='{_RELATED}/officeDocument' "
        "Target='xl/workbook.xml'/></Relationships>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def read(data: bytes, limit_bytes: int = LIMIT) -> list[Sheet]:
    """Read a workbook."""
    return xlsx_sheets(data, file="liste.xlsx", limit_bytes=limit_bytes)


def cells(*values: str, kind: str = "s") -> str:
    """One row of cells."""
    inner = "".join(
        f'<c r="{chr(65 + at)}1" t="{kind}"><v>{value}</v></c>' for at, value in enumerate(values)
    )
    return f'<sheetData><row r="1">{inner}</row></sheetData>'


def code_of(caught: pytest.ExceptionInfo[NetmapError]) -> str:
    """The code of an error that says cause and remedy in both languages."""
    error = caught.value
    for text in (error.cause_text, error.remedy_text):
        assert text.de
        assert text.en
    assert error.place is not None
    assert error.place.file
    return error.code


def test_the_hand_made_workbook_is_read() -> None:
    """What the tests below refuse is refused for what they add."""
    (sheet,) = read(workbook(cells("0"), strings="<si><t>Name</t></si>"))
    assert sheet.rows[0].cells == ("Name",)


def test_a_long_text_that_many_cells_repeat_is_refused() -> None:
    """A megabyte of text in thousands of cells is gigabytes, from a file of some kilobytes."""
    long = f"<si><t>{'x' * 30_000}</t></si><si><t>b</t></si>"
    (sheet,) = read(workbook(cells("0", "1"), strings=long), limit_bytes=50_000)
    assert len(str(sheet.rows[0].cells[0])) == 30_000
    with pytest.raises(NetmapError) as caught:
        read(workbook(cells("0", "0"), strings=long), limit_bytes=50_000)
    assert code_of(caught) == "ingest.too_large"


def test_many_sheets_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand sheets below the limit are above it."""
    monkeypatch.setattr(limits, "MAX_CELLS", 30)
    two = io.BytesIO(workbook(cells("0"), strings="<si><t>a</t></si>", titles=("Personen",)))
    far = f'<worksheet xmlns="{_MAIN}"><sheetData><row r="20"><c r="A20"/></row></sheetData>'
    related = "<Relationships>" + "".join(
        f"<Relationship Id='r{at}' Type='{_RELATED}/worksheet' Target='worksheets/s{at}.xml'/>"
        for at in (1, 2)
    )
    book = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="r1"/><sheet name="B" sheetId="2" r:id="r2"/>'
        "</sheets></workbook>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(two) as old, zipfile.ZipFile(out, "w") as new:
        new.writestr("[Content_Types].xml", old.read("[Content_Types].xml"))
        new.writestr("xl/workbook.xml", book)
        new.writestr("xl/_rels/workbook.xml.rels", f"{related}</Relationships>")
        for at in (1, 2):
            new.writestr(f"xl/worksheets/s{at}.xml", f"{far}</worksheet>")
    with pytest.raises(NetmapError) as caught:
        read(out.getvalue())
    assert code_of(caught) == "ingest.too_large"
    assert "40" in caught.value.cause_text.de


def test_sheets_that_share_one_part_are_refused() -> None:
    """A large part named a thousand times would be read a thousand times."""
    with pytest.raises(NetmapError) as caught:
        read(workbook(cells("0"), strings="<si><t>a</t></si>", titles=("A", "B")))
    assert code_of(caught) == "ingest.broken_workbook"


def test_more_sheets_than_anybody_makes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each costs time, however empty it is."""
    monkeypatch.setattr(limits, "MAX_SHEETS", 3)
    with pytest.raises(NetmapError) as caught:
        read(workbook(cells("0"), titles=tuple("ABCD")))
    assert code_of(caught) == "ingest.too_large"


def test_merged_cells_that_overlap_again_and_again_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each of them would be filled down the whole sheet."""
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(1, 11))
    merged = "".join('<mergeCell ref="A1:B10"/>' for _ in range(20))
    sheet = f"<sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells>"
    monkeypatch.setattr(limits, "MAX_CELLS", 100)
    with pytest.raises(NetmapError) as caught:
        read(workbook(sheet))
    assert code_of(caught) == "ingest.too_large"


def test_an_archive_of_very_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its list alone would fill the memory."""
    monkeypatch.setattr(limits, "MAX_PARTS", 20)
    more = {f"xl/media/{at}": b"" for at in range(20)}
    with pytest.raises(NetmapError) as caught:
        read(workbook(cells("0"), more=more))
    assert code_of(caught) == "ingest.too_large"


def test_an_archive_inside_an_archive_is_never_opened() -> None:
    """Only XML parts are unpacked; what lies beside them stays packed."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.xml", b"0" * 5_000_000)
    strings = "<si><t>Name</t></si>"
    (sheet,) = read(
        workbook(cells("0"), strings=strings, more={"xl/embeddings/a.zip": inner.getvalue()}),
        limit_bytes=100_000,
    )
    assert sheet.rows[0].cells == ("Name",)


def test_parts_that_share_the_same_packed_bytes_count_each() -> None:
    """Overlapping entries are a bomb of their own; what they unpack to is what counts."""
    data = workbook(cells("0"), more={"xl/a.xml": b"<a>" + b"0" * 400_000 + b"</a>"})
    # The entry of the list once more, under another name: both lead to the same bytes.
    start = data.rfind(b"PK\x01\x02")
    end = data.rfind(b"PK\x05\x06")
    entry = data[start:end]
    again = b"".join(entry.replace(b"xl/a.xml", b"xl/%c.xml" % (98 + at)) for at in range(9))
    tail = bytearray(data[end:])
    count = int.from_bytes(tail[10:12], "little") + 9
    size = int.from_bytes(tail[12:16], "little") + len(again)
    tail[8:10] = tail[10:12] = count.to_bytes(2, "little")
    tail[12:16] = size.to_bytes(4, "little")
    with pytest.raises(NetmapError) as caught:
        read(data[:end] + again + bytes(tail), limit_bytes=1_000_000)
    assert code_of(caught) in {"ingest.too_large", "ingest.broken_zip"}


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_packings_that_workbooks_do_not_use_are_refused(packing: int) -> None:
    """An LZMA stream may claim four gigabytes of memory before it yields a byte."""
    with pytest.raises(NetmapError) as caught:
        read(workbook(cells("0"), packing=packing))
    assert code_of(caught) == "ingest.broken_zip"


def test_elements_nested_without_end_are_refused() -> None:
    """A parser holds every open element."""
    deep = "<sheetData>" + "<f>" * 500 + "</f>" * 500 + "</sheetData>"
    with pytest.raises(NetmapError) as caught:
        read(workbook(deep))
    assert code_of(caught) == "ingest.broken_workbook"


def test_a_tag_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser holds all attributes of an element."""
    monkeypatch.setattr(limits, "MAX_TAG_BYTES", 500)
    attributes = " ".join(f'a{at}=""' for at in range(200))
    with pytest.raises(NetmapError) as caught:
        read(workbook(f"<sheetData {attributes}/>"))
    assert code_of(caught) == "ingest.broken_workbook"


def test_claims_about_sizes_reserve_no_memory() -> None:
    """Counts and areas that a file declares are not believed."""
    claim = '<dimension ref="A1:XFD1048576"/>'
    data = workbook(claim + cells("0"), strings="<si><t>Name</t></si>")
    data = data.replace(b"<sst ", b"<sst ")
    (sheet,) = read(data)
    assert [row.cells for row in sheet.rows] == [("Name",)]


@pytest.mark.parametrize(
    ("text", "limit", "most"),
    [
        ("a;" * 50, "MAX_COLUMNS", 20),
        ("Name\n" + "\n" * 100, "MAX_CELLS", 50),
        ("a;b\n" * 100, "MAX_CELLS", 50),
    ],
    ids=["columns", "blank lines", "cells"],
)
def test_a_csv_file_of_very_many_cells_is_refused(
    monkeypatch: pytest.MonkeyPatch, text: str, limit: str, most: int
) -> None:
    """A hundred megabytes of delimiters or line ends would be gigabytes of cells."""
    monkeypatch.setattr(limits, limit, most)
    with pytest.raises(NetmapError) as caught:
        csv_sheet(text.encode(), file="list.csv", name="list", part=None)
    assert code_of(caught) == "ingest.too_large"
    assert caught.value.place is not None
    assert caught.value.place.line is not None


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 50_000 + "]" * 50_000])
def test_json_nested_very_deeply_is_refused(text: str) -> None:
    """The reader neither recurses nor crashes."""
    with pytest.raises(NetmapError) as caught:
        read_json(text.encode(), file="list.json")
    assert code_of(caught) == "ingest.broken_json"


def test_json_of_very_many_empty_lists_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three bytes of the file would be sixty in memory."""
    monkeypatch.setattr(limits, "MAX_CONTAINERS", 50)
    with pytest.raises(NetmapError) as caught:
        read_json(b"[" + b"[]," * 60 + b"[]]", file="list.json")
    assert code_of(caught) == "ingest.too_large"


def test_a_number_of_very_many_digits_is_refused() -> None:
    """Turning it into a number would take longer than anybody waits."""
    with pytest.raises(NetmapError) as caught:
        read_json(b'{"persons": ' + b"9" * 100_000 + b"}", file="list.json")
    assert code_of(caught) == "ingest.broken_json"


def test_a_folder_of_very_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever they are."""
    monkeypatch.setattr(limits, "MAX_FILES", 5)
    for number in range(6):
        (tmp_path / f"{number}.csv").write_text("Name\nAda\n", encoding="utf-8")
    with pytest.raises(NetmapError) as caught:
        read_source(tmp_path, limit_bytes=LIMIT)
    assert code_of(caught) == "ingest.too_large"


def test_a_link_that_leads_round_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    """A loop of links has no end to read to."""
    (tmp_path / "Personen.csv").write_text("ID;Name\np1;Ada\n", encoding="utf-8")
    try:
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "round.csv").symlink_to(tmp_path / "round.csv")
    except OSError:
        assert sys.platform == "win32", "only Windows asks for a right to make links"
        return
    parsed = read_source(tmp_path, limit_bytes=LIMIT)
    assert [record.id for record in parsed.records] == ["p1"]
    assert {problem.code for problem in parsed.problems} == {"ingest.file_passed_over"}


def test_a_link_to_itself_is_no_source(tmp_path: Path) -> None:
    """It is told like a file that is not there."""
    try:
        (tmp_path / "round.csv").symlink_to(tmp_path / "round.csv")
    except OSError:
        assert sys.platform == "win32", "only Windows asks for a right to make links"
        return
    with pytest.raises(NetmapError) as caught:
        read_source(tmp_path / "round.csv", limit_bytes=LIMIT)
    assert code_of(caught) in {"ingest.not_found", "ingest.unreadable"}


def test_a_pipe_or_device_is_refused_without_waiting(tmp_path: Path) -> None:
    """Nobody writes into the pipe, and the device never ends."""
    special = [Path(os.devnull)] if sys.platform == "win32" else [Path("/dev/zero")]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "list.csv")
        special.append(tmp_path / "list.csv")
    for path in special:
        with pytest.raises(NetmapError) as caught:
            read_source(path, limit_bytes=LIMIT)
        assert code_of(caught) in {"ingest.special_file", "ingest.not_found", "ingest.unreadable"}


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    """The tables beside it are read."""
    (tmp_path / "Personen.csv").write_text("ID;Name\np1;Ada\n", encoding="utf-8")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "more.csv")
        os.mkfifo(tmp_path / "more.json")
    parsed = read_source(tmp_path, limit_bytes=LIMIT)
    assert [record.id for record in parsed.records] == ["p1"]
