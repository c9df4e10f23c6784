"""`netmap overlaps --significance`: the chance beside each overlap."""

from __future__ import annotations

import csv
import io

import pytest

from tests.cli.conftest import Netmap


def test_every_overlap_is_there_with_its_chance(buchenau: Netmap) -> None:
    """The same rows in the same order, with a field more."""
    arguments = ("overlaps", "--network", "buchenau", "--format", "json")
    plain = buchenau(*arguments).rows
    tested = buchenau(*arguments, "--significance").rows
    assert [{**row, "significance": None} for row in plain] == [
        {**row, "significance": None} for row in tested
    ]
    assert all(0 < row["significance"]["p_sdsm"] <= 1 for row in tested)


def test_chances_as_text_and_csv(buchenau: Netmap) -> None:
    """A line a pair; in CSV a column a figure."""
    arguments = ("overlaps", "--network", "buchenau", "--significance", "--by", "organizations")
    text = buchenau(*arguments).out
    table = list(csv.DictReader(io.StringIO(buchenau(*arguments, "--format", "csv").out)))
    assert len(text.splitlines()) == len(table)
    assert "bei zufälliger Verteilung im Mittel" in text
    assert "significance.q_sdsm" in table[0]
    assert "by chance" in buchenau(*arguments, "--language", "en").out


@pytest.mark.parametrize("by", ["structures", "groups"])
def test_what_is_no_part_has_no_chance(buchenau: Netmap, by: str) -> None:
    """Refused rather than ignored."""
    ran = buchenau("overlaps", "--network", "buchenau", "--by", by, "--significance")
    assert (ran.code, ran.out) == (2, "")
    assert "--significance" in ran.err


def test_nothing_in_common_is_said(buchenau: Netmap) -> None:
    """As without it."""
    ran = buchenau("overlaps", "--network", "buchenau", "--significance", "--min-jaccard", 1)
    assert ran.out.strip() == "Keine Überschneidungen mit diesen Angaben."
