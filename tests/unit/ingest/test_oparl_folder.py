"""Folders of OParl files are told from folders of tables by what their files hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netmap.ingest.errors import MixedFolderError, UnknownFormatError
from netmap.ingest.formats import read_source
from netmap.ingest.json_source import JsonValue
from netmap.ingest.problems import Parsed, Severity
from netmap.model import Membership
from tests.unit.ingest.oparl_objects import body, person, seat, the_one, url

TABLE = "Kennung;Name\n1;Rat\n"


def put(folder: Path, **documents: JsonValue) -> None:
    """Write one JSON file for each document."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in documents.items():
        (folder / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")


def read(folder: Path, source_format: str | None = None, limit: int = 1_000_000) -> Parsed:
    """Read a folder within a limit."""
    return read_source(folder, source_format=source_format, limit_bytes=limit)


def test_files_of_a_folder_refer_to_each_other(tmp_path: Path) -> None:
    """In the folder itself and in folders within it, a page or an object a file."""
    put(tmp_path / "person", one={"data": [person(membership=[url("membership/1")])]})
    put(tmp_path / "organization", one=body())
    put(tmp_path, seats=[seat(organization=url("organization/youth"))])
    parsed = read(tmp_path)
    assert parsed.format == "oparl"
    assert the_one(parsed, Membership).member_id == url("person/ada")
    assert parsed.problems == ()


def test_places_name_the_file(tmp_path: Path) -> None:
    """Whoever has to mend something knows where."""
    put(tmp_path / "sub", seats=[seat(person=url("person/ada"))])
    (problem,) = read(tmp_path).problems
    assert problem.place.file == f"{tmp_path.name}/sub/seats.json"
    assert problem.place.field == "[0]"


def test_tables_beside_oparl_are_two_sources(tmp_path: Path) -> None:
    """Unless the format says which to read."""
    put(tmp_path, youth=body())
    (tmp_path / "Gremien.csv").write_text(TABLE, encoding="utf-8")
    with pytest.raises(MixedFolderError) as caught:
        read(tmp_path)
    assert "(Gremien.csv)" in caught.value.cause_text.de
    assert "(youth.json)" in caught.value.cause_text.en
    assert [each.id for each in read(tmp_path, "oparl").records] == [url("organization/youth")]
    assert [each.id for each in read(tmp_path, "workbook").records] == ["1"]


def test_other_json_beside_tables_stays_passed_over(tmp_path: Path) -> None:
    """A description of the data, say; a broken one as well."""
    put(tmp_path, datapackage={"name": "x"})
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "Gremien.csv").write_text(TABLE, encoding="utf-8")
    parsed = read(tmp_path)
    assert parsed.format == "workbook"
    assert [each.code for each in parsed.problems] == ["ingest.file_passed_over"] * 2


def test_every_broken_file_is_an_error_of_its_own(tmp_path: Path) -> None:
    """One report names all of them, and nothing is taken over."""
    put(tmp_path, youth=body())
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text('{"id": ', encoding="utf-8")
    parsed = read(tmp_path)
    assert parsed.records == ()
    assert [(each.severity, each.place.file) for each in parsed.problems] == [
        (Severity.ERROR, f"{tmp_path.name}/a.json"),
        (Severity.ERROR, f"{tmp_path.name}/b.json"),
    ]


def test_the_limit_holds_for_all_files_together(tmp_path: Path) -> None:
    """Many small files are no way round it."""
    put(tmp_path, a=body(), b=body("organization/sport"))
    assert [each.code for each in read(tmp_path, limit=200).problems] == ["ingest.too_large"]


def test_hidden_files_and_links_are_nobodys_data(tmp_path: Path) -> None:
    """Nor is what a link in the folder leads to."""
    put(tmp_path / "outside", sport=body("organization/sport"))
    put(tmp_path / "data", youth=body())
    put(tmp_path / "data" / ".git", hidden=body("organization/hidden"))
    try:
        (tmp_path / "data" / "link.json").symlink_to(tmp_path / "outside" / "sport.json")
        (tmp_path / "data" / "links").symlink_to(tmp_path / "outside", target_is_directory=True)
    except OSError:
        # Windows lets only some users make links; the hidden folder is still looked at.
        pass
    assert [each.id for each in read(tmp_path / "data").records] == [url("organization/youth")]


def test_a_folder_without_either_is_unknown(tmp_path: Path) -> None:
    """The error says what was looked for."""
    put(tmp_path, other={"name": "x"})
    with pytest.raises(UnknownFormatError, match="neither CSV files nor OParl"):
        read(tmp_path)
    with pytest.raises(UnknownFormatError, match=r"schema\.oparl\.org"):
        read(tmp_path, "oparl")
