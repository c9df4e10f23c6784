"""Findings that people marked, on the command line."""

from __future__ import annotations

import csv
import io

from netmap.bootstrap import load_settings, running
from netmap.language import Language
from netmap.principal import LOCAL_OWNER
from netmap.vocabulary import MarkStatus
from tests.cli.conftest import Netmap


def test_what_is_meant_to_be_so_stays_quiet_unless_asked_for(buchenau: Netmap) -> None:
    """Text, JSON and CSV agree, and say what was noted."""
    asked = ("findings", "--network", "buchenau", "--kind", "overlap")
    first, *others = buchenau(*asked, "--format", "json").rows
    with running(load_settings()) as use_cases:
        use_cases.marking.mark(
            LOCAL_OWNER,
            "buchenau",
            first["id"],
            MarkStatus.INTENDED,
            "Beschluss\nvom Mai",
            language=Language.DE,
        )
    spoken = {each["id"] for each in buchenau(*asked, "--format", "json").rows}
    assert spoken == {each["id"] for each in others}
    assert "Beschluss" not in buchenau(*asked).out
    assert "Vermerk: so gewollt – Beschluss vom Mai" in buchenau(*asked, "--intended").out
    rows = csv.DictReader(io.StringIO(buchenau(*asked, "--intended", "--format", "csv").out))
    said = {row["id"]: (row["mark"], row["note"]) for row in rows}
    assert said[first["id"]] == ("intended", "Beschluss\nvom Mai")


def test_a_finding_is_marked_and_undone_by_commands(buchenau: Netmap) -> None:
    """Marked it stays quiet; the change that is named brings it back; an unknown one is refused."""
    asked = ("findings", "--network", "buchenau", "--kind", "overlap", "--format", "json")
    before = buchenau(*asked).rows
    mark = ("mark", before[0]["id"], "--network", "buchenau", "--status", "intended")
    done = buchenau(*mark, "--note", "Beschluss vom Mai")
    assert done.code == 0
    assert "so gewollt" in done.err
    assert len(buchenau(*asked).rows) == len(before) - 1
    [newest] = buchenau("history", "--network", "buchenau", "--limit", "1", "--format", "json").rows
    assert newest["id"] in done.err
    assert buchenau("undo", newest["id"], "--network", "buchenau").code == 0
    assert buchenau(*asked).rows == before
    unknown = buchenau("mark", "nothing", "--network", "buchenau", "--status", "open")
    assert (unknown.code, "finding.not_found" in unknown.err) == (1, True)
