"""Commands that read: rows on standard output, everything else on standard error."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from netmap.findings.kinds import FindingKind
from tests.cli.conftest import Netmap

ROW = {
    "bodies",
    "names",
    "sizes",
    "shared",
    "shared_ids",
    "shared_names",
    "jaccard",
    "overlap_coefficient",
    "containment",
    "nested",
}


def test_overlaps_as_json_are_one_array_of_complete_rows(buchenau: Netmap) -> None:
    """Every pair that shares members, most similar first, each with all its fields."""
    ran = buchenau("overlaps", "--network", "buchenau", "--format", "json")
    assert ran.err == ""
    assert all(set(row) == ROW for row in ran.rows)
    assert [row["jaccard"] for row in ran.rows] == sorted(
        (row["jaccard"] for row in ran.rows), reverse=True
    )
    first = ran.rows[0]
    assert first["bodies"] == ["ag-anschluss", "ag-uebergang"]
    assert (first["shared"], first["sizes"], first["nested"]) == (5, [5, 6], False)


def test_thresholds_are_inclusive_and_joined_by_and(buchenau: Netmap) -> None:
    """A pair that just reaches both stays, one that misses either goes."""

    def pairs(*options: object) -> int:
        return len(buchenau("overlaps", "--network", "buchenau", "--format", "json", *options).rows)

    jaccard = 5 / 6
    assert pairs("--min-jaccard", repr(jaccard)) == 1
    assert pairs("--min-jaccard", repr(jaccard), "--min-containment", 1) == 1
    assert pairs("--min-jaccard", 0.9) == 0
    assert pairs("--min-containment", 1) > pairs("--min-containment", 1, "--min-jaccard", 0.5)


def test_a_threshold_outside_its_range_is_refused(buchenau: Netmap) -> None:
    """The error names the threshold and its range."""
    ran = buchenau("overlaps", "--network", "buchenau", "--min-jaccard", 2)
    assert (ran.code, ran.out) == (1, "")
    assert "min_jaccard" in ran.err


@pytest.mark.parametrize(
    "by", ["members", "persons", "organizations", "topics", "functions", "target_groups"]
)
def test_overlaps_by_each_measure_as_text_and_csv(buchenau: Netmap, by: str) -> None:
    """Text has a line a pair, CSV a header and a row a pair."""
    arguments = ("overlaps", "--network", "buchenau", "--by", by)
    rows = buchenau(*arguments, "--format", "json").rows
    assert rows
    assert len(buchenau(*arguments).out.splitlines()) == len(rows)
    table = list(csv.DictReader(io.StringIO(buchenau(*arguments, "--format", "csv").out)))
    assert [row["body_1"] for row in table] == [row["bodies"][0] for row in rows]


def test_structures_and_groups_are_one_kind_of_row_each(buchenau: Netmap) -> None:
    """A JSON array, a line a row, and CSV with a column a field."""
    structures = ("overlaps", "--network", "buchenau", "--by", "structures")
    rows = buchenau(*structures, "--format", "json").rows
    assert [row["kind"] for row in rows] == [
        "near_duplicate",
        "dormant_or_ad_hoc",
        "other_competence",
    ]
    assert len(buchenau(*structures).out.splitlines()) == len(rows)
    assert "5 von 6 Mitgliedern sitzen in beiden" in buchenau(*structures).out
    table = list(csv.DictReader(io.StringIO(buchenau(*structures, "--format", "csv").out)))
    assert [row["kind"] for row in table] == [row["kind"] for row in rows]
    groups = ("overlaps", "--network", "buchenau", "--by", "groups")
    assert buchenau(*groups, "--format", "json").rows == []
    (row,) = buchenau(*groups, "--min-jaccard", 0.2, "--format", "json").rows
    assert len(row["bodies"]) > 2
    assert "allen gemeinsam" in buchenau(*groups, "--min-jaccard", 0.2).out


def test_only_the_seats_asked_for_count(buchenau: Netmap) -> None:
    """Roles and levels may be given several times."""
    overlaps = ("overlaps", "--network", "buchenau", "--format", "json")
    every = buchenau(*overlaps).rows
    members = buchenau(*overlaps, "--roles", "member").rows
    assert max(row["shared"] for row in members) < max(row["shared"] for row in every)
    assert buchenau(*overlaps, "--roles", "member", "--roles", "chair").rows == every
    assert buchenau(*overlaps, "--house-level", "leadership").rows == []
    assert buchenau(*overlaps, "--roles", "king").code == 2


def test_findings_speak_german_unless_told_otherwise(buchenau: Netmap) -> None:
    """What works well comes first, in the language asked for."""
    german = buchenau("findings", "--network", "buchenau").out
    english = buchenau("findings", "--network", "buchenau", "--language", "en").out
    assert german.startswith("Was gut läuft")
    assert "Mögliche Überschneidung" in german
    assert english.startswith("What works well")
    assert "Possible overlap" in english


def test_the_small_example_shows_the_findings_it_was_made_for(buchenau: Netmap) -> None:
    """Each of these stands in it once where a reader recognises it."""
    rows = buchenau("findings", "--network", "buchenau", "--format", "json").rows
    kinds = {row["kind"] for row in rows}
    assert {
        FindingKind.REGULAR_EXCHANGE,
        FindingKind.OVERLAP,
        FindingKind.LASTING_AD_HOC_BODY,
        FindingKind.GROUP_WITHOUT_LINE_TO_STEERING,
        FindingKind.STEERING_WITHOUT_LINE_TO_POLITICS,
        FindingKind.NO_TIE,
        FindingKind.ONE_SIDED_REPORT,
    } <= kinds


def test_findings_can_be_asked_for_by_kind(buchenau: Netmap) -> None:
    """--kind gives those of one kind alone, as JSON and as CSV."""
    arguments = ("findings", "--network", "buchenau", "--kind", "overlap", "--format")
    rows = buchenau(*arguments, "json").rows
    assert {row["kind"] for row in rows} == {"overlap"}
    table = list(csv.DictReader(io.StringIO(buchenau(*arguments, "csv").out)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]


def test_what_is_for_the_coordinator_alone_is_shown_only_when_asked_for(
    netmap: Netmap, tmp_path: Path
) -> None:
    """Who stays outside on purpose appears with --confidential and never without."""
    source = tmp_path / "organizations.csv"
    source.write_text("id;name;asked\n1;Institut;left_out\n2;IHK;answered\n", encoding="utf-8")
    assert netmap("import", source, "--network", "k").code == 0
    arguments = ("findings", "--network", "k", "--format", "json")
    assert "Institut" not in netmap(*arguments).out
    assert "Institut" in netmap(*arguments, "--confidential").out


def test_another_date_shows_what_held_then(buchenau: Netmap) -> None:
    """Before the working groups were founded there was nothing to overlap."""
    arguments = ("overlaps", "--network", "buchenau", "--format", "json", "--as-of")
    assert buchenau(*arguments, "2012").rows == []
    assert len(buchenau(*arguments, "2019-05").rows) < len(buchenau(*arguments, "2026").rows)
    refused = buchenau(*arguments, "31.12.2024")
    assert refused.code == 1
    assert "date.invalid" in refused.err


def test_a_network_that_is_not_there_is_an_error_with_a_remedy(netmap: Netmap) -> None:
    """Every reading command says so in the same way."""
    for command in (("findings",), ("overlaps",), ("map", "--output", "never.html")):
        ran = netmap(*command, "--network", "none")
        assert (ran.code, ran.out) == (1, "")
        assert "Abhilfe" in ran.err
        assert "network.not_found" in ran.err


def test_a_catalogue_query_on_sqlite_says_what_it_needs(buchenau: Netmap) -> None:
    """Cypher runs on Neo4j; the error names the setting."""
    ran = buchenau("query", "overlap_members", "--param", "network=buchenau")
    assert ran.code == 1
    assert "NETMAP_STORE" in ran.err


def test_the_catalogue_can_be_listed_on_any_store(netmap: Netmap) -> None:
    """Without a name the queries are named with their parameters."""
    out = netmap("query").out
    assert "overlap_members: " in out
    assert "network" in out


def test_messages_follow_the_language_of_the_settings(
    netmap: Netmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NETMAP_LANGUAGE=en turns errors English."""
    monkeypatch.setenv("NETMAP_LANGUAGE", "en")
    assert "Remedy" in netmap("findings", "--network", "none").err


def test_a_setting_that_cannot_be_used_is_named(
    netmap: Netmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error says which variable, never its secrets."""
    monkeypatch.setenv("NETMAP_PORT", "many")
    ran = netmap("networks")
    assert ran.code == 1
    assert "NETMAP_PORT" in ran.err


def test_an_empty_store_is_set_up_by_the_first_command(netmap: Netmap) -> None:
    """No network yet is no error."""
    ran = netmap("networks", "--format", "json")
    assert (ran.code, json.loads(ran.out)) == (0, [])


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    """`netmap … | head` ends in order, though much was left to print."""
    command = f"{sys.executable} -m netmap query --help | head -n 1; exit ${{PIPESTATUS[0]}}"
    environment = {**os.environ, "NETMAP_STORE": f"sqlite:///{tmp_path / 'netmap.db'}"}
    ran = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, env=environment, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_kind_that_is_asked_for_is_shown_whole(
    buchenau: Netmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit keeps the whole list short; who asks for one kind gets all of it."""
    monkeypatch.setenv("NETMAP_FINDINGS_PER_KIND", "1")
    arguments = ("findings", "--network", "buchenau", "--format", "json")
    kinds = [row["kind"] for row in buchenau(*arguments).rows]
    assert len(kinds) == len(set(kinds))
    whole = buchenau(*arguments, "--kind", "regular_exchange").rows
    assert len(whole) == whole[0]["total_of_kind"] > 1
