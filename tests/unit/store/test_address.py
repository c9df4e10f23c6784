from __future__ import annotations

from pathlib import Path

import pytest

from netmap.errors import SettingsError
from netmap.language import Language
from netmap.settings import default_store
from netmap.store.address import Neo4jAddress, SqliteAddress, parse_address


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("sqlite:///netmap.db", "netmap.db"),
        ("sqlite:///data/netmap.db", "data/netmap.db"),
        ("sqlite:////var/lib/netmap.db", "/var/lib/netmap.db"),
        ("sqlite:///C:/Users/Ömer/netmap.db", "C:/Users/Ömer/netmap.db"),
        ("sqlite:////tmp/a b/50%20#1?.db", "/tmp/a b/50%20#1?.db"),
        ("  SQLite:///netmap.db\n", "netmap.db"),
    ],
)
def test_a_file(text: str, path: str) -> None:
    """Three slashes lead to a relative path, four to an absolute one; nothing is decoded."""
    assert parse_address(text) == SqliteAddress(Path(path))


def test_the_default_store_is_an_address() -> None:
    """The address used when nobody sets one names an absolute file."""
    address = parse_address(default_store())
    assert isinstance(address, SqliteAddress)
    assert address.path.is_absolute()
    assert address.path.name == "netmap.db"


@pytest.mark.parametrize(
    "url",
    [
        "neo4j://localhost:7687",
        "neo4j+s://graph.example.org",
        "neo4j+ssc://10.0.0.1:7687",
        "bolt://[::1]:7687",
        "bolt+s://graph.example.org:7687",
        "bolt+ssc://graph.example.org:7687",
    ],
)
def test_a_server(url: str) -> None:
    """All schemes of the Neo4j driver are known; a slash at the end means nothing."""
    assert parse_address(url) == parse_address(f"{url}/") == Neo4jAddress(url)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no address"),
        ("netmap.db", "no address"),
        ("/var/lib/netmap.db", "no address"),
        ("C:\\netmap.db", "no address"),
        ("sqlite:netmap.db", "no address"),
        ("postgres://host/db", '"postgres"'),
        ("http://localhost:7474", '"http"'),
        ("sqlite://netmap.db", "three slashes"),
        ("sqlite:///", "name of the file"),
        ("sqlite:////var/lib/", "name of the file"),
        ("sqlite:///:memory:", "memory"),
        ("sqlite:///a\0b", "null"),
        ("neo4j://", "host name"),
        ("neo4j://:7687", "host name"),
        ("neo4j://host:port", "host name"),
        ("neo4j://host:70000", "host name"),
        ("bolt://[::1", "host name"),
        ("neo4j://ho st:7687", "host name"),
        ("neo4j://host:7687/graph", "nothing follows"),
        ("neo4j://host:7687?policy=x", "nothing follows"),
        ("bolt://neo4j:secret@host:7687", "NETMAP_NEO4J_PASSWORD_FILE"),
    ],
)
def test_anything_else(text: str, says: str) -> None:
    """Every other text is refused with its problem in both languages, and without a password."""
    with pytest.raises(SettingsError) as raised:
        parse_address(text)
    assert raised.value.fields["setting"] == "NETMAP_STORE"
    assert says in raised.value.message(Language.EN)
    assert "NETMAP_STORE" in raised.value.message(Language.DE)
    assert "secret" not in str(raised.value)
