"""The command that prints who stands apart."""

import csv
import io

from tests.cli.conftest import Netmap


def test_core_and_periphery_in_each_form(buchenau: Netmap) -> None:
    """One kind of row, a line a row after what the numbers mean."""
    arguments = ("isolates", "--network", "buchenau", "--by", "core")
    rows = buchenau(*arguments, "--format", "json").rows
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert {row["core"] for row in rows} == {True, False}
    assert len(buchenau(*arguments).out.splitlines()) == len(rows) + 1
    assert "core number" in buchenau(*arguments, "--language", "en").out


def test_isolates_in_each_form_with_who_could_make_the_contact(buchenau: Netmap) -> None:
    """One array of complete rows; sentences under titles; a line a row for spreadsheets."""
    arguments = ("isolates", "--network", "buchenau")
    rows = buchenau(*arguments, "--format", "json").rows
    (alone,) = [row for row in rows if row["aspect"] == "no_tie"]
    assert (alone["reason"], alone["bridge"]["id"]) == ("not_asked", "koko")
    german = buchenau(*arguments).out
    assert "Noch keine Verbindung erfasst (1)" in german
    assert "könnte den Kontakt herstellen." in german
    assert "could make the contact." in buchenau(*arguments, "--language", "en").out
    table = list(csv.DictReader(io.StringIO(buchenau(*arguments, "--format", "csv").out)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
