"""`netmap overlaps --candidate`: before founding a group."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Netmap


@pytest.fixture
def candidate(tmp_path: Path) -> Path:
    """A group that would work on what a working group works on already."""
    file = tmp_path / "vorhaben.json"
    fields = {
        "name": "Runder Tisch",
        "members": ["leitung jugendamt", "Geschaeftsfuehrung Bildung", "Frau Niemand"],
        "organizations": ["Jugendhilfe Lahn gGmbH"],
        "topics": ["Übergang Schule–Beruf"],
    }
    file.write_text(json.dumps(fields), encoding="utf-8")
    return file


def test_the_answer_is_one_array_of_rows_with_a_kind(buchenau: Netmap, candidate: Path) -> None:
    """What was not understood comes first, so that nobody overlooks it."""
    ran = buchenau(
        "overlaps", "--network", "buchenau", "--candidate", candidate, "--format", "json"
    )
    assert (ran.code, ran.err) == (0, "")
    kinds = [row["kind"] for row in ran.rows]
    assert list(dict.fromkeys(kinds)) == ["unknown", "overlap", "meeting", "invitation"]
    assert ran.rows[0]["given"] == "Frau Niemand"
    (meeting,) = [row for row in ran.rows if row["kind"] == "meeting"][:1]
    assert meeting["id"] == "steuergremium"
    assert meeting["members"]["shared_names"] == ["Geschäftsführung Bildung", "Leitung Jugendamt"]
    invited = {row["id"] for row in ran.rows if row["kind"] == "invitation"}
    assert "agentur" in invited
    assert invited.isdisjoint({"jugendamt", "ihk", "traeger"})


def test_it_speaks_german_and_english(buchenau: Netmap, candidate: Path) -> None:
    """As a proposal, with a question to each meeting."""
    arguments = ("overlaps", "--network", "buchenau", "--candidate", candidate)
    german = buchenau(*arguments).out
    english = buchenau(*arguments, "--language", "en").out
    assert "„Frau Niemand“ ist im Netzwerk nicht erfasst." in german
    assert "2 von 2 Mitgliedern" in german
    assert "Könnte das Anliegen dort auf die Tagesordnung?" in german
    assert "Wer noch eingeladen werden könnte" in german
    assert '"Frau Niemand" is not recorded in the network.' in english
    assert "Could the matter go on its agenda?" in english


def test_as_csv_each_row_has_its_kind(buchenau: Netmap, candidate: Path) -> None:
    """The same rows as in JSON, parts in columns of their own."""
    arguments = ("overlaps", "--network", "buchenau", "--candidate", candidate)
    rows = buchenau(*arguments, "--format", "json").rows
    table = list(csv.DictReader(io.StringIO(buchenau(*arguments, "--format", "csv").out)))
    assert [row["kind"] for row in table] == [row["kind"] for row in rows]
    assert "members.jaccard" in table[0]
    assert "members" not in table[0]


def test_the_limit_holds_for_each_kind_and_says_what_is_beyond(
    buchenau: Netmap, candidate: Path
) -> None:
    """In every form."""
    arguments = ("overlaps", "--network", "buchenau", "--candidate", candidate, "--limit", 1)
    rows = buchenau(*arguments, "--format", "json").rows
    assert [row["kind"] for row in rows] == ["unknown", "overlap", "meeting", "invitation"]
    assert f"(1 von {rows[1]['total_of_kind']})" in buchenau(*arguments).out
    assert buchenau(*arguments[:-1], 0).code == 2


def test_nothing_recorded_is_said(buchenau: Netmap, tmp_path: Path) -> None:
    """An empty answer is no empty page."""
    file = tmp_path / "new.json"
    file.write_text('{"name": "Schach"}', encoding="utf-8")
    ran = buchenau("overlaps", "--network", "buchenau", "--candidate", file)
    assert (ran.code, ran.out.strip()) == (
        0,
        "Zu diesem Vorhaben ist im Netzwerk noch nichts erfasst.",
    )


def test_a_file_that_is_no_candidate_is_refused(buchenau: Netmap, tmp_path: Path) -> None:
    """With file, field, cause and remedy, and nothing on standard output."""
    file = tmp_path / "new.json"
    file.write_text('{"member": ["Ada"]}', encoding="utf-8")
    ran = buchenau("overlaps", "--network", "buchenau", "--candidate", file)
    assert (ran.code, ran.out) == (1, "")
    assert "new.json, Feld member" in ran.err
    assert "Abhilfe" in ran.err
    assert "ingest.candidate" in ran.err
