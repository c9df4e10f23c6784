"""Commands that look back and take back."""

import io

import pytest

from tests.cli.conftest import BUCHENAU, Netmap


def test_an_import_can_be_taken_back_as_a_whole(buchenau: Netmap) -> None:
    """What the import brought is gone, and the log says who took it back."""
    (entry,) = buchenau("history", "--network", "buchenau", "--format", "json").rows
    assert entry["note"] == "Import: buchenau.xlsx"
    assert buchenau("undo", entry["id"], "--network", "buchenau").code == 0
    assert buchenau("overlaps", "--network", "buchenau", "--format", "json").rows == []
    newest, first = buchenau("history", "--network", "buchenau", "--format", "json").rows
    assert newest["undoes"] == first["id"]
    text = buchenau("history", "--network", "buchenau").out
    assert first["id"] in text
    assert "nimmt" in text
    assert buchenau("history", "--network", "buchenau", "--format", "csv").out.count("\n") == 3


def test_what_has_changed_since_is_not_taken_back(buchenau: Netmap) -> None:
    """A second undo meets the first one: a conflict, exit 1, nothing changed."""
    (entry,) = buchenau("history", "--network", "buchenau", "--format", "json").rows
    buchenau("undo", entry["id"], "--network", "buchenau")
    ran = buchenau("undo", entry["id"], "--network", "buchenau")
    assert ran.code == 1
    assert "change_set.conflict" in ran.err
    assert buchenau("undo", "nothing", "--network", "buchenau").code == 1


def test_the_history_of_one_record_is_its_own(buchenau: Netmap) -> None:
    """--record shows the change to that record alone."""
    (entry,) = buchenau(
        "history", "--network", "buchenau", "--record", "koko", "--format", "json"
    ).rows
    assert [each["record_id"] for each in entry["changes"]] == ["koko"]


def test_snapshots_are_taken_and_listed(buchenau: Netmap) -> None:
    """With a label one is taken, without one they are listed."""
    assert buchenau("snapshot", "--network", "buchenau", "--label", "Review 2026").code == 0
    (taken,) = buchenau("snapshot", "--network", "buchenau", "--format", "json").rows
    assert taken["label"] == "Review 2026"
    assert "Review 2026" in buchenau("snapshot", "--network", "buchenau").out
    assert buchenau("snapshot", "--network", "buchenau", "--format", "csv").out.count("\n") == 2


def test_a_person_is_erased_only_on_confirmation(
    buchenau: Netmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No, or no answer, leaves everything; after a yes in either language the function stays."""
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert buchenau("erase", "p-koko", "--network", "buchenau").code == 1
    again = buchenau("import", BUCHENAU, "--network", "buchenau", "--json")
    assert again.rows["applied"] is False
    monkeypatch.setattr("sys.stdin", io.StringIO("ja\n"))
    ran = buchenau("erase", "p-koko", "--network", "buchenau")
    assert ran.code == 0
    gone = buchenau("history", "--network", "buchenau", "--record", "p-koko", "--format", "json")
    assert gone.rows == []
    findings = buchenau("findings", "--network", "buchenau").out
    assert "Leitung Kommunale Koordinierungsstelle" in findings
