"""The command `netmap compare`: two dates, or a snapshot and today."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import BUCHENAU, Netmap


@pytest.fixture
def changed(buchenau: Netmap, tmp_path: Path) -> Netmap:
    """The small example with a snapshot, and a list in which one body meets more often."""
    taken = buchenau("snapshot", "--network", "buchenau", "--label", "Review")
    assert taken.code == 0
    book = load_workbook(BUCHENAU)
    sheet = book["Gremien"]
    titles = [cell.value for cell in sheet[1]]
    sheet.cell(2, titles.index("Sitzungen pro Jahr") + 1).value = 11
    edited = tmp_path / "edited.xlsx"
    book.save(edited)
    assert buchenau("import", edited, "--network", "buchenau").code == 0
    return buchenau


def snapshot_id(netmap: Netmap) -> str:
    """Id of the one snapshot."""
    (row,) = netmap("snapshot", "--network", "buchenau", "--format", "json").rows
    return str(row["id"])


def compared(netmap: Netmap, *options: str) -> list[dict[str, Any]]:
    """Rows as JSON."""
    ran = netmap("compare", "--network", "buchenau", "--format", "json", *options)
    assert ran.code == 0, ran.err
    rows: list[dict[str, Any]] = ran.rows
    return rows


def test_a_snapshot_is_compared_with_today(changed: Netmap) -> None:
    """What was changed since, and nothing else; twice the same shows nothing."""
    snapshot = snapshot_id(changed)
    rows = compared(changed, "--from-snapshot", snapshot)
    bodies = [row for row in rows if row["aspect"] == "body"]
    assert [[each["field"] for each in row["fields"]] for row in bodies] == [["meetings_per_year"]]
    assert bodies[0]["fields"][0]["after"] == 11
    twice = compared(changed, "--from-snapshot", snapshot, "--to-snapshot", snapshot)
    assert twice == []


def test_two_dates_are_compared_by_validity(changed: Netmap) -> None:
    """In text, too, in both languages."""
    dates = ("--from", "2015", "--to", "2026-06")
    assert compared(changed, *dates)
    german = changed("compare", "--network", "buchenau", *dates).out
    english = changed("compare", "--network", "buchenau", *dates, "--language", "en").out
    assert "Zahlen" in german
    assert "Numbers" in english
    nothing = changed("compare", "--network", "buchenau", "--from", "2026", "--to", "2026")
    assert nothing.out.strip() == "Zwischen beiden hat sich nichts geändert."


def test_an_unknown_snapshot_or_date_is_a_clear_error(buchenau: Netmap) -> None:
    """With what to do."""
    ran = buchenau("compare", "--network", "buchenau", "--from-snapshot", "none")
    assert (ran.code, "snapshot.not_found" in ran.err) == (1, True)
    ran = buchenau("compare", "--network", "buchenau", "--from", "gestern")
    assert ran.code == 1
