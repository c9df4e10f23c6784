"""Where networks are kept, as the setting NETMAP_STORE says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from netmap.errors import SettingsError
from netmap.language import Text

NEO4J_SCHEMES = frozenset({"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"})

_SQLITE = "sqlite:///"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*(?=://)")


@dataclass(frozen=True, slots=True)
class SqliteAddress:
    """A file on this machine; a relative path starts at the working directory."""

    path: Path


@dataclass(frozen=True, slots=True)
class Neo4jAddress:
    """A server; the address holds neither user nor password."""

    url: str


Address = SqliteAddress | Neo4jAddress


def parse_address(text: str, *, setting: str = "NETMAP_STORE") -> Address:
    """The place that an address names; errors say in which ``setting`` it stands.

    Paths are taken literally: a blank, ``%20`` or ``#`` in one is part of the file's name.

    Raises:
        SettingsError: The text is none of the forms; the message never repeats a password.

    >>> parse_address("sqlite:///netmap.db") == SqliteAddress(Path("netmap.db"))
    True
    >>> parse_address("neo4j+s://graph.example.org:7687")
    Neo4jAddress(url='neo4j+s://graph.example.org:7687')
    """
    try:
        return _parsed(text.strip())
    except _AddressError as error:
        # Not as its cause: what urllib says may repeat a password.
        raise SettingsError(setting=setting, problem=error.problem) from None


class _AddressError(Exception):
    def __init__(self, problem: Text) -> None:
        super().__init__(problem.en)
        self.problem = problem


def _parsed(text: str) -> Address:
    scheme = _SCHEME.match(text)
    if scheme is None:
        raise _problem(
            de="Es fehlt eine Adresse wie sqlite:///netmap.db oder neo4j://localhost:7687.",
            en="it is no address such as sqlite:///netmap.db or neo4j://localhost:7687.",
        )
    if scheme.group().lower() == "sqlite":
        return SqliteAddress(_path(text))
    if scheme.group().lower() in NEO4J_SCHEMES:
        return Neo4jAddress(_server(text))
    raise _problem(
        de=f"„{scheme.group()}“ ist kein bekannter Speicher; es gibt sqlite, "
        f"{', '.join(sorted(NEO4J_SCHEMES))}.",
        en=f'"{scheme.group()}" is no known kind of store; there are sqlite, '
        f"{', '.join(sorted(NEO4J_SCHEMES))}.",
    )


def _path(text: str) -> Path:
    if text[: len(_SQLITE)].lower() != _SQLITE:
        raise _problem(
            de="Nach sqlite: folgen drei Schrägstriche und der Dateiname (sqlite:///netmap.db), "
            "vier bei einem absoluten Pfad.",
            en="three slashes and the file's name follow sqlite: (sqlite:///netmap.db), "
            "four with an absolute path.",
        )
    name = text[len(_SQLITE) :]
    if not name or name.endswith(("/", "\\")):
        raise _problem(
            de="Der Name der Datei fehlt, z. B. sqlite:///netmap.db.",
            en="the name of the file is missing, e.g. sqlite:///netmap.db.",
        )
    if name == ":memory:":
        raise _problem(
            de="Ein Speicher im Arbeitsspeicher bliebe nicht erhalten; nötig ist eine Datei.",
            en="a store in memory would not be kept; it has to be a file.",
        )
    if "\0" in name:
        raise _problem(
            de="Der Name der Datei enthält ein Nullzeichen.",
            en="the name of the file holds a null character.",
        )
    return Path(name)


def _server(text: str) -> str:
    no_host = _problem(
        de="Rechnername oder Port fehlen oder sind ungültig, z. B. neo4j://localhost:7687.",
        en="host name or port are missing or invalid, e.g. neo4j://localhost:7687.",
    )
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise no_host from None
    if not host or port == 0 or any(character.isspace() for character in text):
        raise no_host
    if "@" in parts.netloc:
        raise _problem(
            de="Benutzer und Passwort gehören nicht in die Adresse, sondern in "
            "NETMAP_NEO4J_USER und NETMAP_NEO4J_PASSWORD_FILE.",
            en="user and password do not belong into the address but into "
            "NETMAP_NEO4J_USER and NETMAP_NEO4J_PASSWORD_FILE.",
        )
    if parts.path not in {"", "/"} or parts.query or parts.fragment:
        raise _problem(
            de="Nach Rechnername und Port folgt nichts mehr; "
            "die Datenbank nennt NETMAP_NEO4J_DATABASE.",
            en="nothing follows host name and port; NETMAP_NEO4J_DATABASE names the database.",
        )
    return text.rstrip("/")


def _problem(*, de: str, en: str) -> _AddressError:
    return _AddressError(Text(de=de, en=en))
