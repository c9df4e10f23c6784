"""The command `netmap missing`."""

from __future__ import annotations

import csv
import io

import pytest

from netmap.analyses.missing.link import MissingLinkRule
from tests.cli.conftest import Netmap

_ASKED = ("missing", "--network", "buchenau")


def test_rows_are_one_array_with_the_way_of_today(buchenau: Netmap) -> None:
    """By rule in the order of the rules, complete rows with ids and names."""
    rows = buchenau(*_ASKED, "--format", "json").rows
    order = [rule.value for rule in MissingLinkRule]
    assert [row["rule"] for row in rows] == sorted((row["rule"] for row in rows), key=order.index)
    (line,) = [row for row in rows if row["rule"] == "steering_without_line_to_politics"]
    assert line["path_names"] == [
        "Steuergremium Übergang Schule–Beruf",
        "Schulaufsicht Sekundarstufe I",
        "Ausschuss für Schule und Bildung",
    ]
    assert line["via_names"] == ["Schulaufsicht Sekundarstufe I"]


def test_text_and_csv_have_a_line_a_row(buchenau: Netmap) -> None:
    """In the language asked for."""
    rows = buchenau(*_ASKED, "--format", "json").rows
    german, english = (buchenau(*_ASKED, "--language", each).out for each in ("de", "en"))
    assert len(german.splitlines()) == len(english.splitlines()) == len(rows)
    assert "kein Austausch erfasst. Kürzester erfasster Weg: " in german
    assert "Shortest recorded way: " in english
    table = list(csv.DictReader(io.StringIO(buchenau(*_ASKED, "--format", "csv").out)))
    assert [row["rule"] for row in table] == [row["rule"] for row in rows]


@pytest.mark.parametrize("rule", ["one_sided_report", "group_without_line_to_steering"])
def test_a_rule_can_be_asked_for_or_left_away(buchenau: Netmap, rule: str) -> None:
    """Together both are the whole."""
    whole = buchenau(*_ASKED, "--format", "json").rows
    only = buchenau(*_ASKED, "--format", "json", "--rule", rule).rows
    rest = buchenau(*_ASKED, "--format", "json", "--without", rule).rows
    assert only == [row for row in whole if row["rule"] == rule]
    assert rest == [row for row in whole if row["rule"] != rule]
    nothing = buchenau(*_ASKED, "--rule", rule, "--without", rule)
    assert nothing.out == "Keine fehlenden Verbindungen mit diesen Regeln.\n"


def test_a_setting_switches_a_rule_off_unless_it_is_asked_for(
    buchenau: Netmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the findings do not speak of it either."""
    whole = buchenau(*_ASKED, "--format", "json").rows
    findings = ("findings", "--network", "buchenau", "--format", "json")
    kinds = {row["kind"] for row in buchenau(*findings).rows}
    monkeypatch.setenv("NETMAP_MISSING_RULES_OFF", "one_sided_report,different_numbers")
    assert buchenau(*_ASKED, "--format", "json").rows == [
        row for row in whole if row["rule"] not in {"one_sided_report", "different_numbers"}
    ]
    assert buchenau(*_ASKED, "--format", "json", "--rule", "one_sided_report").rows
    assert kinds - {row["kind"] for row in buchenau(*findings).rows} == {"one_sided_report"}
    monkeypatch.setenv("NETMAP_MISSING_RULES_OFF", "nonsense")
    refused = buchenau(*_ASKED)
    assert (refused.code, refused.out) == (1, "")
    assert "NETMAP_MISSING_RULES_OFF" in refused.err
    assert "tie_not_renewed" in refused.err


def test_statistical_candidates_stand_apart_from_the_rules(buchenau: Netmap) -> None:
    """Rows of their own, each explained by those whom both know."""
    asked = (*_ASKED, "--statistical")
    rows = buchenau(*asked, "--format", "json").rows
    assert all(row["common_names"] and "rule" not in row for row in rows)
    indices = [row["resource_allocation"] for row in rows]
    assert indices == sorted(indices, reverse=True)
    assert len(buchenau(*asked).out.splitlines()) == len(rows) > 0
    assert " both know " in buchenau(*asked, "--language", "en").out
