from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from netmap.services.use_cases import UseCases
from netmap.web import intake
from netmap.web.app import create_app
from netmap.web.errors import status_of
from netmap.web.intake import Intake
from netmap.web.limits import RateLimits
from netmap.web.request_errors import TooSlowError
from tests.web.conftest import TOKEN, settings

_RECORDS = "/api/v1/networks/buchenau/records"


@pytest.fixture
def narrow(use_cases: UseCases) -> TestClient:
    """A client of an application that takes a megabyte at most."""
    app = create_app(use_cases, settings(request_limit_megabytes=1, import_limit_megabytes=2))
    return TestClient(app, base_url="http://localhost")


def test_a_body_that_says_it_is_too_large_is_not_read(narrow: TestClient) -> None:
    """The answer names the limit and the setting that raises it."""
    answer = narrow.post(_RECORDS, content=b"{", headers={"Content-Length": "1000001"})
    assert (answer.status_code, answer.json()["code"]) == (413, "request.too_large")
    assert "NETMAP_REQUEST_LIMIT_MEGABYTES" in answer.json()["remedy"]


def test_nor_is_one_that_does_not_say_it(narrow: TestClient) -> None:
    """A body that comes in pieces without a length is broken off where it gets too large."""

    def pieces() -> Iterator[bytes]:
        yield from (b" " * 100_000 for _ in range(11))

    answer = narrow.post(_RECORDS, content=pieces(), headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (413, "request.too_large")


def test_an_import_may_be_larger(narrow: TestClient) -> None:
    """Files have a limit of their own."""
    address = "/api/v1/networks/buchenau/imports?dry_run=true"
    within = narrow.post(address, files={"file": ("a.csv", b"Name\n" + b"x" * 1_500_000)})
    assert within.status_code == 200
    beyond = narrow.post(address, files={"file": ("a.csv", b"x" * 2_200_000)})
    assert (beyond.status_code, beyond.json()["code"]) == (413, "request.too_large")
    assert "NETMAP_IMPORT_LIMIT_MEGABYTES" in beyond.json()["remedy"]


def test_a_body_that_stops_coming_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who opens a request and sends nothing more does not hold it for ever."""
    monkeypatch.setattr(intake, "_SILENT_SECONDS", 0.05)
    caught: list[Exception] = []

    async def reading(_scope: Scope, receive: Receive, _send: Send) -> None:
        try:
            await receive()
        except TooSlowError as error:
            caught.append(error)

    async def silence() -> Message:
        await asyncio.sleep(60)
        raise AssertionError

    async def nowhere(_message: Message) -> None:
        return

    scope: Scope = {"type": "http", "path": "/", "method": "POST", "headers": []}
    # In a thread of its own: a browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(
            lambda: asyncio.run(Intake(reading, settings())(scope, silence, nowhere))
        ).result()
    assert [status_of(each) for each in caught if isinstance(each, TooSlowError)] == [408]


def test_too_many_requests_have_to_wait(use_cases: UseCases, token_file: Path) -> None:
    """The answer says for how long; the probes are never counted."""
    app = create_app(use_cases, settings(access_token_file=token_file, requests_per_minute=3))
    client = TestClient(app, base_url="http://localhost")
    header = {"Authorization": f"Bearer {TOKEN}"}
    statuses = [client.get("/api/v1/networks", headers=header).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    answer = client.get("/api/v1/networks", headers=header)
    assert answer.json()["code"] == "request.too_many"
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200


def test_on_a_laptop_nobody_counts(use_cases: UseCases) -> None:
    """Without an access token the one owner may ask as often as they want."""
    app = create_app(use_cases, settings(requests_per_minute=1))
    client = TestClient(app, base_url="http://localhost")
    assert {client.get("/api/v1/networks").status_code for _ in range(5)} == {200}


def test_guessing_tokens_is_slow(use_cases: UseCases, token_file: Path) -> None:
    """After a few wrong ones not even the right one is looked at; a session goes on."""
    app = create_app(use_cases, settings(access_token_file=token_file, wrong_tokens_per_minute=2))
    client = TestClient(app, base_url="http://localhost")

    def answered(token: str) -> int:
        headers = {"Authorization": f"Bearer {token}"}
        return client.get("/api/v1/networks", headers=headers).status_code

    assert [answered("wrong"), answered("wrong"), answered("wrong"), answered(TOKEN)] == [
        401,
        401,
        429,
        429,
    ]
    client.cookies.set("netmap_session", app.state.context.sessions.issue())
    assert client.get("/api/v1/networks").status_code == 200


def test_addresses_are_counted_apart() -> None:
    """One address waits, another does not; one IPv6 subscriber is one."""
    limits = RateLimits(settings(requests_per_minute=1), guarded=True)
    assert limits.wait_for_request("192.0.2.1") == 0
    assert limits.wait_for_request("192.0.2.1") > 0
    assert limits.wait_for_request("192.0.2.2") == 0
    assert limits.wait_for_request("2001:db8::1") == 0
    assert limits.wait_for_request("2001:db8::2") > 0
