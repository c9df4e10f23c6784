"""`netmap export`: what it writes, where, and what it refuses."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Netmap


def test_the_ending_of_the_file_tells_the_format(buchenau: Netmap, tmp_path: Path) -> None:
    """GraphML for .graphml."""
    file = tmp_path / "netz.graphml"
    ran = buchenau("export", "--network", "buchenau", "--output", file)
    assert (ran.code, ran.out) == (0, "")
    assert "Steuergremium" in file.read_text(encoding="utf-8")


def test_a_file_that_is_there_is_not_replaced_unasked(buchenau: Netmap, tmp_path: Path) -> None:
    """With --force it is."""
    file = tmp_path / "netz.gexf"
    file.write_bytes(b"mine")
    ran = buchenau("export", "--network", "buchenau", "--output", file)
    assert (ran.code, file.read_bytes()) == (1, b"mine")
    assert "file.exists" in ran.err
    assert buchenau("export", "--network", "buchenau", "--output", file, "--force").code == 0
    assert b"<gexf" in file.read_bytes()


def test_an_ending_that_tells_nothing_is_an_error(buchenau: Netmap, tmp_path: Path) -> None:
    """Unless the format is named."""
    file = tmp_path / "netz.txt"
    ran = buchenau("export", "--network", "buchenau", "--output", file)
    assert ran.code == 1
    assert "export.format" in ran.err
    named = ("--output", file, "--format", "gexf")
    assert buchenau("export", "--network", "buchenau", *named).code == 0


def test_a_dash_is_standard_output(buchenau: Netmap) -> None:
    """The content of the file, nothing else."""
    ran = buchenau("export", "--network", "buchenau", "--output", "-", "--format", "gexf")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("<?xml")
    assert ran.out.endswith("</gexf>\n")
