"""The command that prints who takes part."""

import csv
import io

import pytest

from tests.cli.conftest import Netmap


@pytest.mark.parametrize("by", ["sector", "classification", "engagement"])
def test_participation_in_each_form(buchenau: Netmap, by: str) -> None:
    """One kind of row, by level and by body; sentences in both languages."""
    for further in ((), ("--bodies",)):
        arguments = ("participation", "--network", "buchenau", "--by", by, *further)
        rows = buchenau(*arguments, "--format", "json").rows
        assert rows
        table = list(csv.DictReader(io.StringIO(buchenau(*arguments, "--format", "csv").out)))
        assert len(table) == len(rows)
        assert buchenau(*arguments).out != buchenau(*arguments, "--language", "en").out


def test_a_level_is_a_title_with_a_line_a_group(buchenau: Netmap) -> None:
    """Shares stand in whole percent."""
    german = buchenau("participation", "--network", "buchenau").out
    assert "Steuerungsebene\n- " in german
    assert "% der Sitze" in german
