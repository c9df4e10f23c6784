from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from netmap.services.use_cases import UseCases
from netmap.store.errors import StoreUnavailableError
from netmap.web.app import create_app
from tests.web.conftest import HOSTILE_ID, TOKEN, settings


def test_a_process_that_runs_is_alive(guarded: TestClient) -> None:
    """No token is needed, and any name of the machine will do."""
    for host in ("localhost", "10.0.0.7:8000"):
        answer = guarded.get("/healthz", headers={"Host": host})
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert guarded.get("/readyz").json() == {"status": "ready"}


def test_without_its_store_it_is_alive_and_not_ready(
    use_cases: UseCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The problem tells that the store does not answer, and neither where it lies nor why."""

    def gone(*_: object) -> None:
        raise StoreUnavailableError(store="bolt://secret.example:7687", problem="refused")

    monkeypatch.setattr(type(use_cases.networks), "all", gone)
    client = TestClient(create_app(use_cases, settings()), base_url="http://localhost")
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["code"]) == (503, "server.not_ready")
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text
    assert client.get("/healthz").status_code == 200


def test_the_numbers_count_by_pattern(use_cases: UseCases) -> None:
    """Requests, errors and the store are counted, without any id, name or query."""
    client = TestClient(create_app(use_cases, settings()), base_url="http://localhost")
    client.get("/api/v1/networks/buchenau/actors/ihk")
    client.get(f"/api/v1/networks/hostile/actors/{HOSTILE_ID.replace('/', '%2F')}")
    client.get("/api/v1/networks/secret-name/actors?as_of=secret-date")
    client.get("/nothing/secret-path")
    client.get("/static/netmap.css")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=")
    text = answer.text
    route = "/api/v1/networks/{network_id}/actors/{actor_id:path}"
    assert f'netmap_requests_total{{method="GET",route="{route}",status="200"}} 1.0' in text
    assert 'netmap_errors_total{code="date.invalid"} 1.0' in text
    assert 'route="none",status="404"' in text
    assert 'route="/static",status="200"' in text
    assert re.search(r'netmap_store_seconds_count\{code="",operation="network"\} [1-9]', text)
    assert "netmap_build_info{" in text
    for personal in ("buchenau", "ihk", "host.example", "secret"):
        assert personal not in text


def test_conflicts_are_counted(own_use_cases: UseCases) -> None:
    """How often editors meet shows in the numbers."""
    editor = TestClient(create_app(own_use_cases, settings()), base_url="http://localhost")
    editor.put(
        "/api/v1/networks/buchenau/records/ihk",
        json={"kind": "organization", "name": "IHK"},
        headers={"If-Match": '"99"'},
    )
    assert 'netmap_errors_total{code="record.conflict"} 1.0' in editor.get("/metrics").text


def test_the_numbers_are_for_who_has_the_token(guarded: TestClient) -> None:
    """Where a token is set, Prometheus sends it like any program."""
    refused = guarded.get("/metrics")
    assert (refused.status_code, refused.json()["code"]) == (401, "access.token_required")
    allowed = guarded.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert allowed.status_code == 200
