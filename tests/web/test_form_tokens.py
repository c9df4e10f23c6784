"""No form of a page is carried out that another page has sent: every route, also those to come."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.web.app import create_app
from netmap.web.sessions import SESSION_COOKIE
from tests.web.conftest import settings

_SAFE = {"GET", "HEAD", "OPTIONS"}
_WITHOUT_THE_TOKEN: list[dict[str, str]] = [{}, {"form_token": ""}, {"form_token": "other"}]


def _forms(app: FastAPI) -> list[tuple[str, str]]:
    """Method and address of everything outside the API that does more than reading."""
    found = []
    for route in iter_route_contexts(app.routes):
        path, methods = route.path or "", route.methods or set()
        if not path.startswith("/api/"):
            address = re.sub(r"\{[^}]*\}", "nothing", path.replace("{network_id}", "buchenau"))
            found += [(method, address) for method in sorted(methods - _SAFE)]
    assert ("POST", "/new") in found
    assert ("POST", "/networks/buchenau/records/edit/nothing") in found
    return found


def _in_session(app: FastAPI) -> tuple[TestClient, str]:
    """A browser within a session, and the token of its forms."""
    client = TestClient(app, base_url="http://localhost", follow_redirects=False)
    session = app.state.context.sessions.issue()
    client.cookies.set(SESSION_COOKIE, session)
    return client, app.state.context.sessions.session_form_token(session)


def test_every_form_within_a_session_needs_its_token(
    guarded_app: FastAPI, use_cases: UseCases
) -> None:
    """Without the hidden field, or with another one, nothing is done and the page says so."""
    client, _ = _in_session(guarded_app)
    before = use_cases.networks.all(LOCAL_OWNER)
    carried_out = [
        (method, address, sent, answer.status_code)
        for method, address in _forms(guarded_app)
        for sent in _WITHOUT_THE_TOKEN
        for answer in [client.request(method, address, data=sent)]
        if answer.status_code != 403 or "request.form_expired" not in answer.text
    ]
    assert carried_out == []
    assert use_cases.networks.all(LOCAL_OWNER) == before


def test_every_form_where_nobody_logs_in_needs_its_token(
    app: FastAPI, client: TestClient, use_cases: UseCases
) -> None:
    """The same on a laptop, where the token repeats a cookie; there is no session to end there."""
    client.get("/new")
    before = use_cases.networks.all(LOCAL_OWNER)
    carried_out = [
        (method, address, sent, answer.status_code)
        for method, address in _forms(app)
        for sent in _WITHOUT_THE_TOKEN
        for answer in [client.request(method, address, data=sent, follow_redirects=False)]
        if answer.status_code != 403 and address not in {"/login", "/logout"}
    ]
    assert carried_out == []
    assert use_cases.networks.all(LOCAL_OWNER) == before


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_no_form_is_taken_from_another_origin(guarded_app: FastAPI, origin: str) -> None:
    """Not even with the right token."""
    client, token = _in_session(guarded_app)
    carried_out = [
        (method, address, answer.status_code)
        for method, address in _forms(guarded_app)
        for answer in [
            client.request(method, address, data={"form_token": token}, headers={"Origin": origin})
        ]
        if answer.status_code != 403
    ]
    assert carried_out == []


def test_the_token_is_all_that_was_missing(own_use_cases: UseCases, token_file: Path) -> None:
    """With it every form but the login is read: what the tests above saw refused is the token."""
    app = create_app(own_use_cases, settings(host="0.0.0.0", access_token_file=token_file))
    for method, address in _forms(app):
        client, token = _in_session(app)
        answer = client.request(method, address, data={"form_token": token})
        assert (answer.status_code == 403) == (address == "/login"), address
