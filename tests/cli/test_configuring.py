"""`netmap settings`: what is in force, and nothing that is secret."""

from __future__ import annotations

import pytest

from netmap.settings import Settings
from tests.cli.conftest import Netmap


def test_every_setting_is_shown_with_where_it_comes_from(
    netmap: Netmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One row a setting; those that somebody set are told from defaults."""
    monkeypatch.setenv("NETMAP_PORT", "8123")
    rows = {row["variable"]: row for row in netmap("settings", "--format", "json").rows}
    assert list(rows) == [f"NETMAP_{name.upper()}" for name in Settings.model_fields]
    assert (rows["NETMAP_PORT"]["value"], rows["NETMAP_PORT"]["given"]) == ("8123", True)
    assert rows["NETMAP_HOST"]["given"] is False
    assert all(row["meaning"] for row in rows.values())


@pytest.mark.parametrize("password", ["geheim-zwei", "/geheim", "@geheim@", "a?geheim#"])
@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_no_secret_is_shown(
    netmap: Netmap, monkeypatch: pytest.MonkeyPatch, form: str, password: str
) -> None:
    """Neither a password of its own variable nor one inside an address appears."""
    monkeypatch.setenv("NETMAP_NEO4J_PASSWORD", "geheim-eins")
    monkeypatch.setenv("NETMAP_STORE", f"neo4j://neo4j:{password}@graph.example:7687")
    ran = netmap("settings", "--format", form)
    assert ran.code == 0
    assert "graph.example:7687" in ran.out
    assert "geheim" not in ran.out + ran.err


def test_the_name_of_a_file_is_shown_whole(netmap: Netmap, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path that holds an at sign holds no password."""
    monkeypatch.setenv("NETMAP_STORE", "sqlite:////srv/amt@kreis/netmap.db")
    assert "sqlite:////srv/amt@kreis/netmap.db" in netmap("settings").out


def test_a_setting_that_cannot_be_used_is_named(
    netmap: Netmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command fails like every other one, and says which variable to correct."""
    monkeypatch.setenv("NETMAP_PORT", "eighty")
    ran = netmap("settings")
    assert ran.code == 1
    assert "NETMAP_PORT" in ran.err
