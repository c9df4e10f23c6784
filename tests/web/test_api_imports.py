from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

_BASE = "/api/v1/networks/buchenau"
_LIST = b"Name;Organisation;Gremium\nAda Muster;Sportamt;AK Sport\n"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where uploads lie in between; empty before and after."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_dry_run_says_what_would_come(editor: TestClient, temporary: Path) -> None:
    """Counts and changes are answered, nothing is written, and no file stays behind."""
    before = editor.get(f"{_BASE}/change-sets").json()
    answer = editor.post(
        f"{_BASE}/imports", params={"dry_run": True}, files={"file": ("liste.csv", _LIST)}
    )
    report = answer.json()
    assert (answer.status_code, report["applied"], report["source"]) == (200, False, "liste.csv")
    assert {each["kind"]: each["added"] for each in report["counts"]}["person"] == 1
    assert editor.get(f"{_BASE}/change-sets").json() == before
    assert list(temporary.iterdir()) == []


def test_an_import_is_one_change_set(editor: TestClient, temporary: Path) -> None:
    """It is applied whole and lies in the change log; the same file again changes nothing."""
    send = {"file": ("liste.csv", _LIST)}
    first = editor.post(f"{_BASE}/imports", files=send)
    assert (first.status_code, first.json()["applied"]) == (201, True)
    entry = editor.get(first.headers["location"]).json()
    assert entry["note"] == "Import: liste.csv"
    second = editor.post(f"{_BASE}/imports", files=send)
    assert (second.status_code, second.json()["applied"]) == (200, False)
    assert list(temporary.iterdir()) == []


def test_an_import_creates_its_network(editor: TestClient) -> None:
    """A network that is not there is created under the name that is given."""
    answer = editor.post(
        "/api/v1/networks/neu/imports",
        params={"name": "Neuer Kreis"},
        files={"file": ("liste.csv", _LIST)},
    )
    assert answer.status_code == 201
    assert editor.get("/api/v1/networks/neu").json()["name"] == "Neuer Kreis"


def test_a_mapping_says_what_the_nodes_of_a_graph_are(editor: TestClient) -> None:
    """A graph without types is refused with what was found; a mapping beside it says them."""
    graph = (
        b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected">'
        b'<node id="Ada Muster"/><node id="AK Sport"/><edge source="Ada Muster" target="AK Sport"/>'
        b"</graph></graphml>"
    )
    unclear = editor.post(f"{_BASE}/imports", files={"file": ("netz.graphml", graph)})
    assert (unclear.status_code, unclear.json()["code"]) == (422, "import.refused")
    mapping = (
        b'[nodes]\notherwise = "person"\n[nodes.labels]\n"AK *" = "body"\n'
        b'[edges]\notherwise = "membership"\n'
    )
    mapped = editor.post(
        f"{_BASE}/imports",
        files={"file": ("netz.graphml", graph), "mapping": ("zuordnung.toml", mapping)},
    )
    assert mapped.status_code == 201, mapped.text
    added = {each["kind"]: each["added"] for each in mapped.json()["counts"]}
    assert (added["person"], added["membership"]) == (1, 1)
    broken = editor.post(
        f"{_BASE}/imports",
        files={"file": ("netz.graphml", graph), "mapping": ("zuordnung.toml", b"[nodes")},
    )
    assert broken.status_code == 422
    assert "zuordnung.toml" in broken.json()["detail"]


def test_errors_in_a_file_are_told_with_their_places(editor: TestClient, temporary: Path) -> None:
    """Nothing is imported; the problem holds the report with sheet, line, column and remedy."""
    broken = b"kind;name\nx;\x00\n"
    answer = editor.post(f"{_BASE}/imports", files={"file": ("liste.csv", broken)})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "import.refused")
    found = problem["report"]["problems"][0]
    assert (found["file"], found["line"]) == ("liste.csv", 2)
    assert found["remedy"]["de"]
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ("../../../etc/passwd", "passwd"),
        ("C:\\Users\\koko\\liste.csv", "liste.csv"),
        ("/etc/passwd", "passwd"),
        ("..", "upload"),
        ("<script>.csv", "script .csv"),
        ("x" * 500 + ".csv", "x" * 116 + ".csv"),
    ],
)
def test_the_name_of_a_file_is_a_label_alone(
    editor: TestClient, temporary: Path, given: str, label: str
) -> None:
    """Whatever it is called, it lies in a folder of its own, and its path is told to nobody."""
    answer = editor.post(
        f"{_BASE}/imports", params={"dry_run": True}, files={"file": (given, _LIST)}
    )
    assert answer.json()["source"] == label
    assert str(temporary) not in answer.text
    assert list(temporary.iterdir()) == []


def test_a_form_holds_one_file(client: TestClient) -> None:
    """No file, two files, a text in its place or something else beside it are refused."""
    address = f"{_BASE}/imports"
    one = ("a.csv", _LIST)
    for sent in (
        {"files": {"other": one}},
        {"files": [("file", one), ("file", one)]},
        {"files": {"file": one}, "data": {"path": "/etc/passwd"}},
        {"files": {"file": (None, "/etc/passwd")}},
    ):
        answer = client.post(address, **sent)
        assert (answer.status_code, answer.json()["code"]) == (400, "request.upload"), sent
    other = client.post(address, content=_LIST, headers={"Content-Type": "text/csv"})
    assert (other.status_code, other.json()["code"]) == (415, "request.media_type")
    broken = client.post(
        address, content=b"--x", headers={"Content-Type": "multipart/form-data; boundary=y"}
    )
    assert (broken.status_code, broken.json()["code"]) == (400, "request.upload")
