from __future__ import annotations

import html
import io
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from netmap.errors import NetmapError
from netmap.ingest.errors import SourceError
from netmap.principal import LOCAL_OWNER
from netmap.progress import Progress, Step
from netmap.services.import_desk import ImportDesk
from netmap.services.import_state import Phase, UploadFolderError, WaitingImportError
from netmap.services.imports import ImportService
from netmap.services.use_cases import UseCases
from netmap.views.page_remedies import page_remedy
from tests.strategies import HOSTILE_TEXTS
from tests.web.page_forms import form_in, send

_BASE = "/networks/buchenau"
_LIST = "Name;Organisation;Gremium;Rolle\nAda Neu;Neues Amt;Neuer Kreis;Vorsitz\n"


def _uploaded(client: TestClient, text: str, *, to: str = f"{_BASE}/import") -> str:
    """The page of a pasted list that was looked at."""
    answer = send(client, client.get(to).text, to, {"pasted": text})
    assert answer.status_code == 303, answer.text
    return client.get(answer.headers["location"]).text


def test_a_pasted_list_is_looked_at_and_taken_in(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """The preview names what is new and stores nothing; taking it in is one change to undo."""
    revision = own_use_cases.networks.info(LOCAL_OWNER, "buchenau").revision
    page = _uploaded(editor, _LIST)
    assert "Ada Neu" in page
    assert own_use_cases.networks.info(LOCAL_OWNER, "buchenau").revision == revision
    answer = send(editor, page, "/imports/", {})
    assert answer.headers["location"].startswith(f"{_BASE}?saved=")
    assert "Gespeichert" in editor.get(answer.headers["location"]).text
    network = own_use_cases.networks.at(LOCAL_OWNER, "buchenau", None)
    assert "Ada Neu" in network.labels
    # The same list again changes nothing, and says so.
    again = _uploaded(editor, _LIST)
    assert "hat alles schon so" in again
    assert "/apply" not in again


def test_a_network_begins_with_an_uploaded_file(
    editor: TestClient, own_use_cases: UseCases, tmp_path: Path
) -> None:
    """A workbook makes a new network, whose name the form asked for."""
    _, fields = form_in(editor.get("/import").text, "/import")
    data = {**fields, "name": "Kreis Neu"}
    file = ("../../liste.csv", _LIST.encode(), "text/csv")
    answer = editor.post("/import", data=data, files={"file": file}, follow_redirects=False)
    page = editor.get(answer.headers["location"]).text
    assert "liste.csv" in page
    done = send(editor, page, "/imports/", {})
    assert done.headers["location"].startswith("/networks/kreis-neu?saved=")
    assert own_use_cases.networks.info(LOCAL_OWNER, "kreis-neu").name == "Kreis Neu"


def test_an_unknown_column_can_be_taken_for_a_known_one(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """What nobody knows is kept aside until somebody says what it is meant as."""
    page = _uploaded(editor, _LIST.replace("Rolle", "Was macht sie da"))
    assert "Unbekannte Spalten" in page
    (columns,) = re.findall(r'action="(/imports/[^"]*/columns)"', page)
    address, fields = form_in(page, columns)
    answer = editor.post(address, data={**fields, "column.0": "Rolle"}, follow_redirects=False)
    again = editor.get(answer.headers["location"]).text
    send(editor, again, "/imports/", {})
    network = own_use_cases.networks.at(LOCAL_OWNER, "buchenau", None)
    assert "chair" in network.memberships.columns["role"]
    assert "Vorsitz" in network.memberships.columns["role_label"]


def test_errors_are_told_and_come_back_in_the_list(editor: TestClient) -> None:
    """A list with errors is not taken in, and can be had with remarks at the lines concerned."""
    text = "Von;An;Beginn\nJugendamt;Niemand;\nJugendamt;Jugendamt;irgendwann\n"
    page = _uploaded(editor, text)
    assert "irgendwann" in page
    (address,) = re.findall(r'href="(/imports/[^"]*/remarks)"', page)
    answer = editor.get(address)
    assert answer.status_code == 200
    lines = answer.content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Von;An;Beginn;Anmerkungen"
    assert any("irgendwann" in line.split(";", 3)[3] for line in lines[1:] if line.count(";") > 2)


def test_remarks_stand_in_the_workbook_that_was_uploaded(editor: TestClient) -> None:
    """An XLSX comes back as one, every cell where it was, formulas and all as text."""
    template = editor.get("/template.xlsx")
    book = load_workbook(io.BytesIO(template.content))
    sheet = book["Personen"]
    row = sheet.max_row + 1
    titles = [str(cell.value).strip("* ") for cell in sheet[1]]
    name, start = titles.index("Name") + 1, titles.index("Beginn") + 1
    sheet.cell(row, name, "Ada")
    sheet.cell(row, start, "demnächst")
    file = io.BytesIO()
    book.save(file)
    _, fields = form_in(editor.get(f"{_BASE}/import").text, f"{_BASE}/import")
    answer = editor.post(
        f"{_BASE}/import",
        data=fields,
        files={"file": ("liste.xlsx", file.getvalue())},
        follow_redirects=False,
    )
    remarks = editor.get(f"{answer.headers['location']}/remarks")
    back = load_workbook(io.BytesIO(remarks.content))["Personen"]
    assert "demnächst" in str(back.cell(row, back.max_column).value)
    assert back.cell(row, name).value == "Ada"


def test_hostile_cells_are_shown_as_text(editor: TestClient) -> None:
    """Whatever a list holds is shown as text, never as markup, titles and cells alike."""
    quoted = [text.replace('"', '""') for text in HOSTILE_TEXTS]
    titles = ";".join(f'"{text}"' for text in quoted)
    rows = "".join(f'"{text}";"{text}";"{text}";Gast;{titles}\n' for text in quoted)
    page = _uploaded(editor, f"Name;Organisation;Gremium;Rolle;{titles}\n{rows}")
    assert "alert(1)" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_nothing_chosen_is_told(editor: TestClient) -> None:
    """A form without a file and without a list says what it needs."""
    answer = send(editor, editor.get(f"{_BASE}/import").text, f"{_BASE}/import", {})
    assert answer.status_code == 422
    assert "keine Datei gewählt" in answer.text


@pytest.mark.parametrize("token", ["x", "0" * 32, "../../etc", "%2e%2e"])
def test_an_address_that_nobody_was_given_shows_nothing(editor: TestClient, token: str) -> None:
    """Only who was given the address finds the file."""
    assert editor.get(f"/imports/{token}").status_code == 404


class _Slow(ImportService):
    """Imports that go on until somebody stops them."""

    def run(self, *_args: object, progress: Progress, **_more: object) -> object:  # type: ignore[override]
        while True:
            progress.begin(Step.CHECK, 10)
            progress.advance(1)
            time.sleep(0.01)


def test_a_long_import_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    """While it works everybody who asks sees the step; stopped, nothing is written."""
    desk = ImportDesk(object.__new__(_Slow), tmp_path / "desk", limit_bytes=1_000)
    token = desk.take_in(LOCAL_OWNER, "a.csv", io.BytesIO(b"x"), network_id="n")
    other = ImportDesk(object.__new__(_Slow), tmp_path / "desk", limit_bytes=1_000)
    deadline = time.monotonic() + 10
    while (seen := other.waiting(LOCAL_OWNER, token)).step is None:
        assert time.monotonic() < deadline
    assert (seen.phase, seen.step, seen.total) == (Phase.CHECKING, Step.CHECK, 10)
    other.cancel(LOCAL_OWNER, token)
    assert desk.wait(LOCAL_OWNER, token, 10).phase is Phase.CANCELLED


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The error names the folder and the setting, and nothing half done stays behind."""
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        desk = ImportDesk(object.__new__(_Slow), folder, limit_bytes=1_000)
        with pytest.raises(UploadFolderError, match="cannot be kept") as caught:
            desk.take_in(LOCAL_OWNER, "a.csv", io.BytesIO(b"x"), network_id="n")
        assert "NETMAP_UPLOAD_FOLDER" in caught.value.remedy_text.en
    desk = ImportDesk(object.__new__(_Slow), tmp_path / "desk", limit_bytes=1_000)
    with pytest.raises(UploadFolderError):
        desk.take_in(LOCAL_OWNER, "x" * 300, io.BytesIO(b"x"), network_id="n")
    assert list((tmp_path / "desk").iterdir()) == []


def test_what_lies_too_long_is_forgotten(tmp_path: Path) -> None:
    """A file goes after a day, and one whose process is gone is told as broken off."""
    now = time.time()
    desk = ImportDesk(object.__new__(_Slow), tmp_path, limit_bytes=1_000, clock=lambda: now)
    first = desk.take_in(LOCAL_OWNER, "a.csv", io.BytesIO(b"x"), network_id="n")
    desk.cancel(LOCAL_OWNER, first)
    desk.wait(LOCAL_OWNER, first, 10)
    later = ImportDesk(
        object.__new__(_Slow), tmp_path, limit_bytes=1_000, clock=lambda: now + 25 * 60 * 60
    )
    second = later.take_in(LOCAL_OWNER, "b.csv", io.BytesIO(b"x"), network_id="n")
    with pytest.raises(WaitingImportError):
        later.waiting(LOCAL_OWNER, first)
    assert later.waiting(LOCAL_OWNER, second).phase is Phase.BROKEN_OFF
    later.cancel(LOCAL_OWNER, second)


_COMMAND = re.compile(r"„netmap |\"netmap |(?<!\w)--[a-z]")


def test_an_unreadable_list_is_met_with_what_the_page_offers(editor: TestClient) -> None:
    """No words of the command line: the template, and a choice of the format to read it again."""
    page = html.unescape(_uploaded(editor, "Was;Wozu\n1;2\n"))
    assert "Der Aufbau ist nicht bekannt" in page
    assert not _COMMAND.search(page)
    assert 'href="/template.xlsx"' in page
    (address,) = re.findall(r'action="(/imports/[^"]*/format)"', page)
    answer = send(editor, page, address, {"format": "flat-list"})
    again = html.unescape(editor.get(answer.headers["location"]).text)
    assert '<option value="flat-list" selected>' in again
    assert "fehlt eine Titelzeile mit Name" in again  # as only that format says it
    assert not _COMMAND.search(again)


def _errors(kind: type[NetmapError]) -> Iterator[type[NetmapError]]:
    for each in kind.__subclasses__():
        yield each
        yield from _errors(each)


def test_pages_name_no_command_where_a_source_cannot_be_read() -> None:
    """Every error of a source whose remedy names a command has another one for pages."""
    for error in _errors(SourceError):
        said = page_remedy(error.code, error.remedy)
        for text in (said.de, said.en):
            assert not _COMMAND.search(text), error
