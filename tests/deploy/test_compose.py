"""What docker-compose.yml, Dockerfile and systemd unit promise, as far as no engine is needed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase
from ruamel.yaml import YAML

from netmap.bootstrap import running
from netmap.language import Language
from netmap.principal import LOCAL_OWNER
from netmap.settings import Settings
from netmap.store.errors import StoreUnavailableError
from netmap.store.neo4j import Neo4jStore
from scripts.hatch_build import SHIPPED
from scripts.image_by_hand.dockerfile import instructions, let_in
from tests.neo4j_server.embedded import running_server

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "docker-compose.yml"
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def compose() -> dict[str, Any]:
    """The compose file as the engine reads it."""
    loaded: dict[str, Any] = YAML(typ="safe").load(COMPOSE)
    return loaded


def test_the_compose_file_fits_the_schema() -> None:
    """The Compose Specification's own schema accepts it."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            "vendor.compose-spec",
            COMPOSE,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["app", "neo4j"])
def test_no_service_has_more_rights_than_it_needs(name: str) -> None:
    """Not root, no capabilities, a root that can only be read, and bounds for what it takes."""
    service = compose()["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert all(int(part) > 0 for part in service["user"].split(":"))
    assert set(service["deploy"]["resources"]["limits"]) == {"cpus", "memory", "pids"}


def test_only_the_application_can_be_reached_and_only_from_this_machine() -> None:
    """One port, bound to the loopback address; the database is in a network without a way out."""
    read = compose()
    assert read["services"]["app"]["ports"] == ["127.0.0.1:8000:8000"]
    assert "ports" not in read["services"]["neo4j"]
    assert read["services"]["neo4j"]["networks"] == ["back"]
    assert read["networks"]["back"] == {"internal": True}


def test_secrets_come_from_files_that_git_ignores() -> None:
    """No password stands in the file or can be committed beside it."""
    read = compose()
    for secret in read["secrets"].values():
        path = secret["file"].removeprefix("./")
        ignored = subprocess.run(["git", "check-ignore", "-q", path], cwd=ROOT, check=False)
        assert ignored.returncode == 0, path
    given = {**read["services"]["app"]["environment"], **read["services"]["neo4j"]["environment"]}
    for name, value in given.items():
        if re.search("password|token|auth_path", name, re.IGNORECASE):
            assert value.startswith("/run/secrets/"), name


def test_the_database_waits_to_be_healthy_before_the_application_starts() -> None:
    """Both say how their health is found out."""
    services = compose()["services"]
    assert services["app"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert services["neo4j"]["healthcheck"]["test"]
    assert any(each.name == "HEALTHCHECK" for each in instructions(DOCKERFILE))


@pytest.mark.parametrize("file", ["docker-compose.yml", "Dockerfile", "deploy/netmap.service"])
def test_every_setting_that_a_file_gives_exists(file: str) -> None:
    """A misspelt variable would be passed over without a word."""
    known = {f"NETMAP_{name.upper()}" for name in Settings.model_fields}
    given = set(re.findall(r"\bNETMAP_\w+", (ROOT / file).read_text(encoding="utf-8")))
    assert given
    assert given <= known


@pytest.mark.parametrize("folder", SHIPPED)
def test_the_build_of_the_image_sees_what_the_wheel_ships(folder: str) -> None:
    """.dockerignore lets it in, and the Dockerfile copies it to where the build looks for it."""
    copied = [each.value for each in instructions(DOCKERFILE) if each.name == "COPY"]
    assert f"{folder} {folder}" in copied
    assert folder in let_in((ROOT / ".dockerignore").read_text(encoding="utf-8"))


def test_image_and_compose_file_agree_on_the_user() -> None:
    """The user of the image is the one that the compose file names."""
    (user,) = [each.value for each in instructions(DOCKERFILE) if each.name == "USER"]
    assert compose()["services"]["app"]["user"] == user


def neo4j_settings() -> dict[str, str]:
    """The server's settings, as the entry point of its image makes them of the environment."""
    given = compose()["services"]["neo4j"]["environment"]
    return {
        name.removeprefix("NEO4J_").replace("_", ".").replace("..", "_"): value
        for name, value in given.items()
        if name != "NEO4J_AUTH_PATH"
    }


_PASSWORD = "ein-langes-wort"


@pytest.fixture(scope="module")
def guarded_url(own_neo4j: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with these settings that asks for a password."""
    # A laptop runs this test: the sizes of a server are left out, what they are called is not.
    small = {"server.memory.pagecache.size": "64m"}
    lines = {
        **neo4j_settings(),
        **small,
        "server.config.strict_validation.enabled": "true",
        "dbms.security.auth_enabled": "true",
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": "127.0.0.1:0",
    }
    file = tmp_path_factory.mktemp("guarded") / "neo4j.conf"
    file.write_text("".join(f"{name}={value}\n" for name, value in lines.items()), "utf-8")
    with running_server(file) as url:
        # The image does this at its first start, from the file that NEO4J_AUTH_PATH names.
        with GraphDatabase.driver(url, auth=("neo4j", "neo4j")) as driver:
            driver.execute_query(
                "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
                password=_PASSWORD,
                database_="system",
            )
        yield url


def test_the_server_takes_the_settings_and_netmap_logs_in(
    guarded_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neo4j starts with these settings and asks for a password; netmap reads it from its file."""
    settings = neo4j_settings()
    assert settings["dbms.usage_report.enabled"] == "false"
    assert settings["dbms.security.allow_csv_import_from_file_urls"] == "false"
    password = tmp_path / "neo4j_password"
    password.write_text(f"{_PASSWORD}\n", encoding="utf-8")
    environment = compose()["services"]["app"]["environment"]
    monkeypatch.setenv("NETMAP_STORE", guarded_url)
    monkeypatch.setenv("NETMAP_NEO4J_USER", environment["NETMAP_NEO4J_USER"])
    monkeypatch.setenv("NETMAP_NEO4J_PASSWORD_FILE", str(password))
    with running(Settings()) as use_cases:
        assert use_cases.networks.all(LOCAL_OWNER) == []


def test_a_wrong_password_is_a_clear_error(guarded_url: str) -> None:
    """It names the setting and does not repeat the password; with the right one all works."""
    for auth in (("neo4j", "geheim-7"), ("somebody", "geheim-7"), None):
        with pytest.raises(StoreUnavailableError) as raised:
            Neo4jStore(guarded_url, auth=auth)
        for language in Language:
            assert "geheim-7" not in raised.value.message(language)
            assert "NETMAP_NEO4J_PASSWORD" in raised.value.message(language)
    store = Neo4jStore(guarded_url, auth=("neo4j", _PASSWORD))
    assert store.networks() == []
    store.close()
