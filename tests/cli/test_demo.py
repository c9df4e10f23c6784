"""`netmap demo`: the example, told and drawn, in a store of its own."""

from pathlib import Path

import pytest

from netmap.cli import serving
from tests.cli.conftest import Netmap


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the demo keeps what it made."""
    monkeypatch.setattr(serving, "user_cache_path", lambda *_, **__: tmp_path)
    return tmp_path / "demo"


def test_the_demo_tells_its_findings_and_where_the_map_lies(netmap: Netmap, cache: Path) -> None:
    """In plain German, what works well first."""
    ran = netmap("demo", "--once")
    assert ran.code == 0
    assert ran.out.index("Was gut läuft") < ran.out.index("Anregungen zum Gespräch")
    assert "Elternverein Miteinander e. V." in ran.out
    assert str(cache / "falkenrode.html") in ran.out
    assert (cache / "falkenrode.html").stat().st_size > 100_000


def test_the_demo_speaks_english_when_asked(
    netmap: Netmap, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NETMAP_LANGUAGE=en."""
    monkeypatch.setenv("NETMAP_LANGUAGE", "en")
    assert "What works well" in netmap("demo", "--once").out
    assert cache.is_dir()


def test_a_second_run_doubles_nothing_and_the_users_store_is_never_touched(
    netmap: Netmap, cache: Path
) -> None:
    """The demo has a store of its own, and importing the example again changes nothing in it."""
    first, second = netmap("demo", "--once").out, netmap("demo", "--once").out
    assert first == second
    assert (cache / "demo.db").exists()
    assert netmap("networks", "--format", "json").rows == []
