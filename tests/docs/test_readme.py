"""The README: what it tells people to type works as it stands there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.main import get_command

from netmap.bootstrap import load_settings, running, web_application
from netmap.cli.app import app, run
from netmap.ingest.columns import SHEETS
from netmap.ingest.workbook.own import WITHOUT_SHEET
from netmap.model import MODELS
from netmap.resources import folder
from netmap.settings import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
_SERVES = ("netmap serve", "netmap demo")


def typed() -> list[str]:
    """The lines of all shell blocks, without their comments."""
    blocks = re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL)
    lines = (line.split("  #")[0].strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if line]


def test_the_first_steps_run_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Template, dry run, import, findings and map, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETMAP_STORE", "sqlite:///readme.db")
    steps = [line for line in typed() if line.startswith("netmap ")]
    ran = [shlex.split(line)[1:] for line in steps if not line.startswith(_SERVES)]
    assert [arguments[0] for arguments in ran] == [
        "template",
        "import",
        "import",
        "findings",
        "map",
    ]
    for arguments in ran:
        assert run(arguments) == 0, arguments
    capsys.readouterr()
    assert {file.name for file in tmp_path.iterdir()} >= {"meine-liste.xlsx", "karte.html"}


def test_the_address_for_programs_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The curl example gets rows from the example city."""
    monkeypatch.setenv("NETMAP_STORE", f"sqlite:///{tmp_path / 'readme.db'}")
    assert (
        run(["import", str(folder("examples") / "falkenrode.xlsx"), "--network", "falkenrode"]) == 0
    )
    (line,) = [line for line in typed() if line.startswith("curl ")]
    address = shlex.split(line)[-1]
    settings = load_settings()
    with running(settings) as use_cases:
        client = TestClient(web_application(use_cases, settings), base_url="http://127.0.0.1:8000")
        answer = client.get(address)
    assert answer.status_code == 200
    assert "ag-anschluss" in answer.text


def test_every_command_is_listed() -> None:
    """The table of commands has a line for each."""
    named = set(re.findall(r"^\| `netmap (\w+)", README, flags=re.MULTILINE))
    assert named == set(get_command(app).commands)  # type: ignore[attr-defined] # a group


def test_every_setting_that_it_names_exists() -> None:
    """A variable in the README is one that netmap or its tests read."""
    known = {f"NETMAP_{name.upper()}" for name in Settings.model_fields} | {"NETMAP_TEST_DATA"}
    assert set(re.findall(r"NETMAP_\w+", README)) <= known


def test_the_sheets_that_it_names_are_understood() -> None:
    """German and English titles of sheets are those of the importer."""
    for sheet in SHEETS:
        if sheet.key != "works_on":
            assert sheet.title.de in README
            assert sheet.key in README
    # Organisations stand on two sheets; marks of findings and views of the map on none.
    assert len(MODELS.keys() - WITHOUT_SHEET) == len(SHEETS) - 1


def test_every_link_into_the_repository_leads_somewhere() -> None:
    """Relative links lead to a file or folder."""
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
