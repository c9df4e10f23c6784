"""A network as a workbook or CSV files of netmap's own: exact, and still open to editing."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import openpyxl
import pytest

from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.formats import read_source
from netmap.ingest.problems import Parsed
from netmap.language import Language
from netmap.model import Membership, Organization, Person
from netmap.network import Network
from netmap.values import Identifier, Record, Source
from netmap.views.exports.contents import Contents
from netmap.views.exports.csv_zip import csv_zip
from netmap.views.workbook_xlsx import own_workbook
from netmap.vocabulary import Role

FORMULAS = ("=1+1", "+49 221 1", "-5", "@home", "'=quoted", "\uff1dwide", "'s Heerenberg")
RECORDS: list[Record] = [
    Person(id="ada", name="Ada", source=Source(label="Liste", retrieved_at="2024-05")),
    Person(id="odd", name="Müller,  Anna", identifiers=(Identifier(scheme="x", identifier="1"),)),
    Organization(id="rat", name="Rat", meets=True, purpose="a\r\nb"),
    Membership(id="m", member_id="ada", organization_id="rat", role=Role.CHAIR),
]


def contents(records: Iterable[Record]) -> Contents:
    """What an export of these records holds."""
    return Contents.of(Network.from_records(records, network_id="kreis", name="Kreis"))


def read(folder: Path, data: bytes, name: str = "x.xlsx") -> Parsed:
    """What an import reads."""
    (folder / name).write_bytes(data)
    return read_source(folder / name, limit_bytes=50_000_000)


def by_id(parsed: Parsed) -> dict[str, Record]:
    """The records read."""
    return {record.id: record for record in parsed.records}


def edited(data: bytes, edit: Callable[[openpyxl.Workbook], None]) -> bytes:
    """A workbook after somebody opened, changed and saved it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    edit(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("write", "name"), [(own_workbook, "x.xlsx"), (csv_zip, "x.zip")])
def test_an_import_reads_back_what_was_written(
    tmp_path: Path, write: Callable[[Contents, Language], bytes], name: str, language: Language
) -> None:
    """Without identifiers of its own, and with ids that a later import knows as netmap's."""
    parsed = read(tmp_path, write(contents(RECORDS), language), name)
    assert by_id(parsed) == {record.id: record for record in RECORDS}
    assert parsed.own_ids == {record.id for record in RECORDS}
    assert parsed.problems == ()


def test_only_what_cells_cannot_say_is_written_twice() -> None:
    """A plain row stands on its sheet alone."""
    book = openpyxl.load_workbook(io.BytesIO(own_workbook(contents(RECORDS), Language.DE)))
    assert book.sheetnames == ["Personen", "Gremien", "Mitgliedschaften", "netmap"]
    kept = [row[3] for row in book["netmap"].values if row[0] == "record"]
    assert [("Anna" in each, "rat" in each) for each in map(str, kept)] == [
        (True, False),
        (False, True),
        (False, True),
    ]
    assert "ada" not in "".join(map(str, kept[:2]))


def test_an_edited_row_counts_as_edited(tmp_path: Path) -> None:
    """Also where the record was kept exactly."""

    def rename(book: openpyxl.Workbook) -> None:
        for row in book["Personen"].iter_rows(min_row=2):
            row[1].value = f"{row[1].value} Neu"

    found = by_id(read(tmp_path, edited(own_workbook(contents(RECORDS), Language.DE), rename)))
    assert {getattr(found[each], "name", "") for each in ("ada", "odd")} == {
        "Ada Neu",
        "Anna Neu Müller",
    }


def test_a_deleted_row_is_gone_and_a_new_one_is_new(tmp_path: Path) -> None:
    """A reference to what is gone gets a placeholder, as in every list."""

    def change(book: openpyxl.Workbook) -> None:
        book["Gremien"].delete_rows(2)
        book["Personen"].append([None, "Bo"])

    parsed = read(tmp_path, edited(own_workbook(contents(RECORDS), Language.DE), change))
    assert [each.record_id for each in parsed.placeholders] == ["rat"]
    (new,) = [each for each in parsed.records if getattr(each, "name", "") == "Bo"]
    assert new.id not in parsed.own_ids
    assert "odd" in by_id(parsed)


def test_formulas_stay_text_in_the_workbook() -> None:
    """Every such cell is marked as text."""
    records = [Organization(id=text, name=text, attributes={text: text}) for text in FORMULAS]
    book = openpyxl.load_workbook(io.BytesIO(own_workbook(contents(records), Language.DE)))
    cells = [cell for row in book["Organisationen"].iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {row[1] for row in book["Organisationen"].values} == {"Name", *FORMULAS}


@pytest.mark.parametrize("language", Language)
def test_no_cell_of_a_csv_file_is_calculated_and_all_come_back(
    tmp_path: Path, language: Language
) -> None:
    """An apostrophe keeps spreadsheets off; an import of one file alone takes it away, too."""
    records = [Organization(id=text, name=text, attributes={text: text}) for text in FORMULAS]
    data = csv_zip(contents(records), language)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    delimiter = ";" if language is Language.DE else ","
    for text in texts.values():
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\uff1d"))]
    assert by_id(read(tmp_path, data, "x.zip")) == {record.id: record for record in records}
    (title,) = [name for name in texts if not name.startswith("netmap")]
    alone = read(tmp_path, texts[title].encode(), title)
    assert {getattr(each, "name", "") for each in alone.records} == set(FORMULAS)


def test_the_unpacked_archive_is_a_folder_that_imports_the_same(tmp_path: Path) -> None:
    """As somebody has it who looked into the files first."""
    with zipfile.ZipFile(io.BytesIO(csv_zip(contents(RECORDS), Language.DE))) as archive:
        archive.extractall(tmp_path / "kreis")
    parsed = read_source(tmp_path / "kreis", limit_bytes=1_000_000)
    assert by_id(parsed) == {record.id: record for record in RECORDS}


def test_german_csv_is_what_german_excel_expects() -> None:
    """Byte order mark, semicolons and a decimal comma."""
    body = Organization(id="rat", name="Rät", meets=True, meetings_per_year=2.5)
    with zipfile.ZipFile(io.BytesIO(csv_zip(contents([body]), Language.DE))) as archive:
        text = archive.read("Gremien.csv")
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.decode("utf-8-sig").splitlines()[1] == "rat;Rät;2,5;ja"


def test_texts_longer_than_a_cell_come_back_whole(tmp_path: Path) -> None:
    """A cell holds 32,767 characters, a purpose up to 50,000."""
    records = [
        Organization(id="long", name="Rat", purpose="a b_x0041_" * 5_000),
        Organization(id="wide", name="Rat 2", purpose="\U0001f600" * 20_000),
    ]
    data = own_workbook(contents(records), Language.DE)
    assert by_id(read(tmp_path, data)) == {record.id: record for record in records}
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [str(cell.value) for row in book["Organisationen"].iter_rows() for cell in row]
    assert max(len(cell.encode("utf-16-le")) // 2 for cell in cells) <= 32_767


def test_a_workbook_of_a_newer_netmap_is_refused(tmp_path: Path) -> None:
    """Rather than read half of it."""

    def newer(book: openpyxl.Workbook) -> None:
        book["netmap"]["D2"] = '{"format": 2}'

    with pytest.raises(UnknownFormatError):
        read(tmp_path, edited(own_workbook(contents(RECORDS), Language.DE), newer))


def test_a_damaged_record_is_read_from_its_row(tmp_path: Path) -> None:
    """What the sheet of netmap says is dropped where it is no JSON any more."""

    def damage(book: openpyxl.Workbook) -> None:
        for row in book["netmap"].iter_rows(min_row=2):
            if row[0].value == "record":
                row[3].value = "{"

    found = by_id(read(tmp_path, edited(own_workbook(contents(RECORDS), Language.DE), damage)))
    assert getattr(found["odd"], "name", "") == "Anna Müller"
