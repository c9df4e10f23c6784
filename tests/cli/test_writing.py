"""Commands that write files: whole or not at all, and never over a file unasked."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Netmap


def test_the_template_imports_as_a_network_without_content(netmap: Netmap, tmp_path: Path) -> None:
    """An untouched template brings nothing: its example rows are marked as such."""
    file = tmp_path / "vorlage.xlsx"
    assert netmap("template", file, "--language", "de").code == 0
    ran = netmap("import", file, "--network", "k", "--json")
    assert ran.rows["changes"] == []


def test_a_file_that_is_there_is_not_replaced_unasked(netmap: Netmap, tmp_path: Path) -> None:
    """The user's filled-in list survives a second `netmap template`."""
    file = tmp_path / "vorlage.xlsx"
    file.write_bytes(b"mine")
    ran = netmap("template", file)
    assert (ran.code, file.read_bytes()) == (1, b"mine")
    assert "file.exists" in ran.err
    assert netmap("template", file, "--force").code == 0
    assert file.read_bytes()[:2] == b"PK"


def test_a_file_that_cannot_be_written_is_an_error(netmap: Netmap, tmp_path: Path) -> None:
    """A missing folder leaves nothing behind."""
    ran = netmap("template", tmp_path / "nowhere" / "vorlage.xlsx")
    assert ran.code == 1
    assert "file.not_written" in ran.err


@pytest.mark.parametrize(("language", "words"), [("de", "Gremium"), ("en", "Body")])
def test_the_map_is_one_file_in_the_language_asked_for(
    buchenau: Netmap, tmp_path: Path, language: str, words: str
) -> None:
    """It holds the network, a table of it, and no address of another host."""
    file = tmp_path / "karte.html"
    ran = buchenau("map", "--network", "buchenau", "--output", file, "--language", language)
    assert (ran.code, ran.out) == (0, "")
    document = file.read_text(encoding="utf-8")
    assert "Steuergremium Übergang Schule–Beruf" in document
    assert words in document
    assert 'src="http' not in document
    assert [each.name for each in tmp_path.glob(".karte*")] == []


def test_the_map_opens_with_a_view(buchenau: Netmap, tmp_path: Path) -> None:
    """A saved view is asked for by its name, and one that is not there is told."""
    file = tmp_path / "karte.html"
    view = {"kind": "map_view", "id": "v", "name": "Runde", "query": [_BODIES], "places": [_PLACE]}
    document = {"netmap": {"format": 1, "map_view": [view]}, "persons": []}
    (tmp_path / "view.json").write_text(json.dumps(document), encoding="utf-8")
    assert buchenau("import", tmp_path / "view.json", "--network", "buchenau").code == 0
    wanted = ("map", "--network", "buchenau", "--output", file)
    assert buchenau(*wanted, "--view", "runde").code == 0
    text = file.read_text(encoding="utf-8")
    assert ",700.0,-5.0]]" in text
    assert '"kind":["body"]' in text
    assert "map_view.not_found" in buchenau(*wanted, "--view", "nobody").err


_BODIES = {"name": "kind", "value": "body"}
_PLACE = {"actor_id": "koko", "x": 700, "y": -5}


def test_a_network_begins_with_what_is_usual(netmap: Netmap) -> None:
    """Its id is printed for the next command; a second one of the name gets another id."""
    first = netmap("new", "Kreis Süd", "--starter", "bildungsmanagement")
    assert (first.code, first.out) == (0, "kreis-sued\n")
    assert netmap("new", "Kreis Süd").out == "kreis-sued-2\n"
    taken = netmap("new", "Anderer", "--network", "kreis-sued")
    assert taken.code == 1
    assert "network.exists" in taken.err


def test_a_meeting_is_one_file_about_the_findings_asked_for(
    buchenau: Netmap, tmp_path: Path
) -> None:
    """In the order given; one that is not there is told and left out, and no file is replaced."""
    file = tmp_path / "sitzung.html"
    whole = buchenau("meeting", "--network", "buchenau", "--output", file, "--language", "en")
    assert (whole.code, whole.out) == (0, "")
    assert "What works well" in file.read_text(encoding="utf-8")
    ids = [
        each["id"]
        for each in buchenau("findings", "--network", "buchenau", "--format", "json").rows
    ]
    again = ("meeting", "--network", "buchenau", "--output", file)
    assert buchenau(*again).code == 1
    ran = buchenau(
        *again, "--force", "--finding", ids[-1], "--finding", "0" * 16, "--language", "de"
    )
    assert ran.code == 0
    assert "ausgelassen: 1" in ran.err
    assert 'id="s3"' not in file.read_text(encoding="utf-8")
