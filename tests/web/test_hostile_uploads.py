"""Files that claim too much or attack what reads them, as the import page tells of them."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from openpyxl import Workbook

from netmap.bootstrap import use_cases_over
from netmap.changes import Put
from netmap.model import Organization
from netmap.principal import LOCAL_OWNER
from netmap.store.sqlite import SqliteStore
from netmap.web.app import create_app
from tests.web.conftest import settings
from tests.web.page_forms import form_in

_IMPORT = "/networks/amt/import"
_ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestClient]:
    """A browser of an application that takes files of a megabyte, with one organisation in it."""
    narrow = settings(import_limit_megabytes=1)
    store = SqliteStore(tmp_path / "netmap.db")
    use_cases = use_cases_over(store, narrow)
    put = Put(record=Organization(id="amt", name="Jugendamt"))
    use_cases.records.apply(LOCAL_OWNER, "amt", [put], new_network="Amt")
    yield TestClient(create_app(use_cases, narrow), base_url="http://localhost")
    assert use_cases.networks.at(LOCAL_OWNER, "amt").labels == ("Jugendamt",)
    store.close()


def _uploaded(client: TestClient, name: str, content: bytes) -> str:
    """The page that answers a file, after it was looked at."""
    _, fields = form_in(client.get(_IMPORT).text, _IMPORT)
    answer = client.post(_IMPORT, data=fields, files={"file": (name, content)})
    deadline = time.monotonic() + 30
    while "nm-progress" in answer.text and time.monotonic() < deadline:
        time.sleep(0.05)
        answer = client.get(str(answer.url))
    return re.sub(r"\s+", " ", answer.text)


def _workbook(part: str, content: bytes) -> bytes:
    """A workbook one part of which says something else."""
    book, plain, made = Workbook(), io.BytesIO(), io.BytesIO()
    book.create_sheet("Personen").append(["Name"])
    book.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, content if each == part else old.read(each))
    assert len(made.getvalue()) < 100_000
    return made.getvalue()


_SHEET = "xl/worksheets/sheet1.xml"
_HOSTILE = {
    "bomb.xlsx": (
        _workbook(_SHEET, b"<worksheet>" + b" " * 30_000_000 + b"</worksheet>"),
        "Der entpackte Inhalt ist mit 30,0 MB größer als die erlaubten 1,0 MB",
    ),
    "entities.xlsx": (_workbook(_SHEET, _ENTITIES), "kann ein Angriff sein"),
    "entities.graphml": (
        _ENTITIES.replace(b"<x>", b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'),
        "kann ein Angriff sein",
    ),
    "columns.csv": (b"Name" + b";" * 20_000, "20.001 Spalten größer als die erlaubten 16.384"),
    "cell.csv": (b"Name\n" + b"x" * 900_000, "Eine Zelle ist zu lang"),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_hostile_file_is_refused_with_a_reason_and_a_remedy(
    office: TestClient, name: str
) -> None:
    """Nothing can be taken in, and the office goes on."""
    content, reason = _HOSTILE[name]
    page = _uploaded(office, name, content)
    assert reason in page
    assert "Was hilft" in page
    assert "/apply" not in page
    assert office.get("/networks/amt").status_code == 200


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(office: TestClient) -> None:
    """The page names the limit and how it is raised."""
    _, fields = form_in(office.get(_IMPORT).text, _IMPORT)
    answer = office.post(_IMPORT, data=fields, files={"file": ("a.csv", b"x" * 2_500_000)})
    assert answer.status_code == 413
    assert answer.headers["content-type"].startswith("text/html")
    assert "größer als 1 MB" in answer.text
    assert "NETMAP_IMPORT_LIMIT_MEGABYTES" in answer.text


def test_a_name_as_long_as_a_page_is_cut_and_told(office: TestClient) -> None:
    """What fits into a cell but is no name any more is not stored without a word."""
    row = b"Name;Organisation;Gremium;Rolle\n" + b"x" * 20_000 + b";Amt;Kreis;Gast\n"
    page = _uploaded(office, "long.csv", row)
    assert "/apply" in page
    assert "x" * 1_000 not in page
    assert "länger als erlaubt" in page
