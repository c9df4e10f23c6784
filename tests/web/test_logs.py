from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from netmap import logs
from netmap.services.use_cases import UseCases
from netmap.settings import LogFormat, LogLevel
from netmap.web.app import create_app
from tests.web.conftest import settings


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What is logged as JSON, a line an event."""
    stream = io.StringIO()
    logs.configure(LogFormat.JSON, LogLevel.INFO, stream)
    yield stream
    for name in ("netmap", "uvicorn", "uvicorn.error"):
        logging.getLogger(name).handlers = []
        logging.getLogger(name).propagate = True


def _lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.fixture
def logged(use_cases: UseCases, log: io.StringIO) -> TestClient:
    """A client of an application whose log is read."""
    app = create_app(use_cases, settings())
    return TestClient(app, base_url="http://localhost", raise_server_exceptions=False)


def test_a_request_is_one_line_without_personal_data(logged: TestClient, log: io.StringIO) -> None:
    """It tells when, what kind of address, how it ended and how long it took; not who or whom."""
    answer = logged.get("/api/v1/networks/buchenau/actors/ihk?confidential=true")
    (line,) = _lines(log)
    assert line["time"].endswith("Z")
    assert (line["level"], line["event"], line["method"]) == ("info", "request", "GET")
    assert line["route"] == "/api/v1/networks/{network_id}/actors/{actor_id:path}"
    assert (line["status"], line["request_id"]) == (200, answer.headers["x-request-id"])
    assert line["milliseconds"] > 0
    for personal in ("ihk", "buchenau", "confidential", "testclient"):
        assert personal not in log.getvalue()


def test_an_error_is_found_again_by_its_request_id(logged: TestClient, log: io.StringIO) -> None:
    """The problem, the header and the line share an id, and the line has the code."""
    answer = logged.get("/api/v1/networks/nowhere")
    (line,) = _lines(log)
    ids = {line["request_id"], answer.headers["x-request-id"], answer.json()["request_id"]}
    assert len(ids) == 1
    assert line["code"] == "network.not_found"
    assert "nowhere" not in log.getvalue()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("proxy-17.a_b", True),
        ("x" * 64, True),
        ("x" * 65, False),
        ('a" level="error', False),
        ("", False),
    ],
)
def test_the_id_of_a_proxy_is_kept_where_it_is_one(
    logged: TestClient, given: str, kept: bool
) -> None:
    """An id that could forge a line of the log is replaced."""
    answer = logged.get("/healthz", headers={"X-Request-ID": given})
    assert (answer.headers["x-request-id"] == given) is kept


def test_a_fault_is_logged_by_kind_and_place_alone(
    use_cases: UseCases, log: io.StringIO, monkeypatch: pytest.MonkeyPatch, logged: TestClient
) -> None:
    """Messages of exceptions may hold what somebody entered, so the log goes without them."""

    def broken(*_: object) -> None:
        secret = "Ada Muster"
        try:
            raise KeyError(secret)
        except KeyError as error:
            raise RuntimeError(f"no {secret}") from error

    monkeypatch.setattr(type(use_cases.networks), "all", broken)
    assert logged.get("/api/v1/networks").status_code == 500
    (line,) = _lines(log)
    assert (line["level"], line["status"]) == ("error", 500)
    assert "builtins.RuntimeError at" in line["exception"]
    assert "< builtins.KeyError at" in line["exception"]
    assert "test_logs.py" in line["exception"]
    assert "Ada" not in log.getvalue()


def test_the_servers_own_messages_take_the_same_shape(log: io.StringIO) -> None:
    """What uvicorn logs comes as a line of its own, and its exceptions without messages."""
    try:
        raise ValueError("Ada Muster")
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application\n")
    (line,) = _lines(log)
    assert (line["level"], line["event"].strip()) == ("error", "Exception in ASGI application")
    assert "Ada" not in log.getvalue()


def test_the_text_format_is_a_line_of_pairs() -> None:
    """For people who read along: the same, as key=value."""
    stream = io.StringIO()
    logs.configure(LogFormat.TEXT, LogLevel.WARNING, stream)
    log = logs.logger("netmap.web")
    log.info("request")
    log.warning("not ready", code="store.busy")
    assert stream.getvalue().count("\n") == 1
    assert "level='warning' event='not ready' code='store.busy'" in stream.getvalue()
