"""The composition root: which store the settings lead to, and what they may not say."""

from pathlib import Path
from typing import Any

import pytest

from netmap import bootstrap
from netmap.errors import SettingsError
from netmap.settings import Settings
from netmap.store import neo4j
from netmap.store.sqlite import SqliteStore


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a Neo4j store would be opened with; none is opened."""
    seen: dict[str, Any] = {}

    def remember(url: str, **given: Any) -> None:
        seen.update(url=url, **given)

    monkeypatch.setattr(neo4j, "Neo4jStore", remember)
    return seen


def test_a_sqlite_address_leads_to_a_file(tmp_path: Path) -> None:
    """The first opening sets the file up."""
    store = bootstrap.open_store(Settings(store=f"sqlite:///{tmp_path / 'a.db'}"))
    assert isinstance(store, SqliteStore)
    store.close()
    assert (tmp_path / "a.db").exists()


def test_without_user_and_password_neo4j_is_asked_without_a_login(asked: dict[str, Any]) -> None:
    """None set means no authentication."""
    bootstrap.open_store(Settings(store="neo4j://db.example:7687"))
    assert (asked["url"], asked["auth"]) == ("neo4j://db.example:7687", None)


def test_the_password_file_wins_over_the_password(tmp_path: Path, asked: dict[str, Any]) -> None:
    """A secret mounted as a file is read without its line end; the user is neo4j unless named."""
    file = tmp_path / "password"
    file.write_text("from file\n", encoding="utf-8")
    given = {"store": "bolt://db.example", "neo4j_password": "other", "neo4j_password_file": file}
    bootstrap.open_store(Settings.model_validate(given))
    assert asked["auth"] == ("neo4j", "from file")
    bootstrap.open_store(Settings.model_validate({**given, "neo4j_user": "map"}))
    assert asked["auth"] == ("map", "from file")


def test_a_password_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """The error says which setting, before anybody is asked for a login."""
    given = {"store": "bolt://db.example", "neo4j_password_file": tmp_path / "nowhere"}
    with pytest.raises(SettingsError, match="NETMAP_NEO4J_PASSWORD_FILE"):
        bootstrap.open_store(Settings.model_validate(given))


def test_an_address_of_no_known_store_is_refused() -> None:
    """The error names the setting."""
    with pytest.raises(SettingsError, match="NETMAP_STORE"):
        bootstrap.open_store(Settings(store="mysql://db.example"))


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line in a settings file that was left empty means the default."""
    monkeypatch.setenv("NETMAP_ACCESS_TOKEN_FILE", "")
    monkeypatch.setenv("NETMAP_NEO4J_USER", "")
    settings = bootstrap.load_settings()
    assert (settings.access_token_file, settings.neo4j_user) == (None, None)
