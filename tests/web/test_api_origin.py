from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import TOKEN

_ADDRESS = "/api/v1/networks"
_FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Origin": "http://localhost:9999"},
    {"Origin": "null"},
    {"Origin": "http://[::1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
]


@pytest.mark.parametrize("headers", _FOREIGN)
def test_a_foreign_page_changes_nothing(editor: TestClient, headers: dict[str, str]) -> None:
    """On a laptop without a token, too, a page of another origin or port cannot write."""
    answer = editor.post(_ADDRESS, json={"id": "evil", "name": "Evil"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "request.origin")
    assert editor.get(f"{_ADDRESS}/evil").status_code == 404
    upload = editor.post(
        f"{_ADDRESS}/buchenau/imports", files={"file": ("a.csv", b"Name\nA\n")}, headers=headers
    )
    assert upload.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}],
)
def test_programs_and_own_pages_may(editor: TestClient, headers: dict[str, str]) -> None:
    """A program says nothing of its origin, and a page of ours says that it is one."""
    answer = editor.post(_ADDRESS, json={"id": "own", "name": "Own"}, headers=headers)
    assert answer.status_code == 201


def test_a_session_does_not_lend_its_rights(guarded: TestClient) -> None:
    """A foreign page has no use of the cookie of a session; a program with the token goes on."""
    page = guarded.get("/login").text
    form = re.search(r'name="form_token" value="([^"]*)"', page)
    assert form
    guarded.post("/login", data={"form_token": form[1], "token": TOKEN})
    wanted = {"id": "buchenau", "name": "There already"}
    own = guarded.post(_ADDRESS, json=wanted, headers={"Origin": "http://localhost"})
    assert own.json()["code"] == "network.exists"
    foreign = guarded.post(_ADDRESS, json=wanted, headers={"Origin": "https://evil.example"})
    assert foreign.json()["code"] == "request.origin"
    token = {"Authorization": f"Bearer {TOKEN}", "Origin": "https://tool.example"}
    assert guarded.post(_ADDRESS, json=wanted, headers=token).json()["code"] == "network.exists"
