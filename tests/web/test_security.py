from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from netmap.errors import SettingsError
from netmap.language import Language
from netmap.services.use_cases import UseCases
from netmap.web.app import create_app
from netmap.web.sessions import FORM_COOKIE, SESSION_COOKIE
from tests.web.conftest import TOKEN, settings

_ADDRESSES = [
    "/",
    "/networks/buchenau",
    "/networks/buchenau/findings",
    "/networks/buchenau/map",
    "/networks/buchenau/map/file",
    "/api/docs",
    "/api/v1/networks",
    "/licences",
    "/nothing",
    "/api/v1/nothing",
    "/static/netmap.css",
    "/static/nothing.css",
    "/favicon.ico",
]


@pytest.mark.parametrize("address", _ADDRESSES)
def test_every_answer_carries_the_headers(client: TestClient, address: str) -> None:
    """Pages, JSON, files and errors alike forbid inline code, other hosts and framing."""
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("address", _ADDRESSES)
def test_head_answers_like_get_without_a_body(client: TestClient, address: str) -> None:
    """A request for the headers alone is answered wherever GET is."""
    answer = client.head(address)
    assert answer.status_code == client.get(address).status_code
    assert answer.content == b""


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "karte.example:80"]
)
def test_the_server_answers_to_its_names(use_cases: UseCases, host: str) -> None:
    """Loopback names and the names of the settings are answered, with or without port."""
    app = create_app(use_cases, settings(allowed_hosts="karte.example, other.example"))
    assert TestClient(app).get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "[::1", "a:b:c"],
)
@pytest.mark.parametrize("address", ["/", "/api/v1/networks", "/static/netmap.css"])
def test_the_server_answers_to_no_other_name(client: TestClient, address: str, host: str) -> None:
    """A page of another name that resolves to this machine gets nothing (DNS rebinding)."""
    answer = client.get(address, headers={"Host": host})
    assert answer.status_code == 421
    assert "Buchenau" not in answer.text


def test_other_machines_need_a_token(use_cases: UseCases) -> None:
    """An application that others can reach is not even made without an access token."""
    for host in ("0.0.0.0", "::", "192.0.2.1", "netmap.example"):
        with pytest.raises(SettingsError, match="NETMAP_ACCESS_TOKEN_FILE"):
            create_app(use_cases, settings(host=host))
    for host in ("127.0.0.1", "localhost", "::1", "127.0.0.2"):
        create_app(use_cases, settings(host=host))


@pytest.mark.parametrize("content", [None, b"", b" \n", b"\xff\xfe"])
def test_a_token_file_has_to_hold_a_token(
    use_cases: UseCases, tmp_path: Path, content: bytes | None
) -> None:
    """A file that is missing, empty or no text is an error that names the setting."""
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SettingsError, match="NETMAP_ACCESS_TOKEN_FILE"):
        create_app(use_cases, settings(access_token_file=file))


def test_a_token_that_could_be_guessed_is_refused(use_cases: UseCases, tmp_path: Path) -> None:
    """A short token is told its length and the least one, never itself."""
    file = tmp_path / "token"
    file.write_text("sesam", encoding="utf-8")
    with pytest.raises(SettingsError, match="at least 16") as caught:
        create_app(use_cases, settings(access_token_file=file))
    assert "sesam" not in str(caught.value)


def test_an_unreadable_token_file_is_explained_in_the_users_language(
    use_cases: UseCases, tmp_path: Path
) -> None:
    """What is wrong with the file is said in words, without a number of the system."""
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    for name, german in (
        ("missing", "gibt es nicht"),
        ("", "ist ein Ordner"),
        ("binary", "ist kein Text"),
    ):
        with pytest.raises(SettingsError) as caught:
            create_app(use_cases, settings(access_token_file=tmp_path / name))
        message = caught.value.message(Language.DE)
        assert german in message
        assert "Errno" not in message


def test_a_token_may_hold_any_letters(use_cases: UseCases, tmp_path: Path) -> None:
    """A program that sends an umlaut as UTF-8 is let in like a browser."""
    file = tmp_path / "token"
    file.write_text("Schlüsselwort-für-Buchenau", encoding="utf-8")
    app = create_app(use_cases, settings(access_token_file=file))
    header = "Bearer Schlüsselwort-für-Buchenau".encode()
    answer = TestClient(app, base_url="http://localhost").get(
        "/api/v1/networks", headers={b"Authorization": header}
    )
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "address", ["/api/v1/networks", "/api/v1/openapi.json", "/api/v1/nothing", "/api"]
)
def test_programs_send_the_token(guarded: TestClient, address: str) -> None:
    """Without the token the API is closed; with it, it answers as if there were none."""
    refused = guarded.get(address)
    assert (refused.status_code, refused.json()["code"]) == (401, "access.token_required")
    assert refused.headers["www-authenticate"].startswith("Bearer")
    wrong = guarded.get(address, headers={"Authorization": "Bearer guess"})
    assert wrong.status_code == 401
    right = guarded.get(address, headers={"Authorization": f"Bearer {TOKEN}"})
    assert right.status_code in {200, 404}


@pytest.mark.parametrize("address", ["/", "/networks/buchenau?as_of=2024", "/api/docs", "/nothing"])
def test_pages_lead_to_the_login(guarded: TestClient, address: str) -> None:
    """Without a session every page leads to the login, which remembers where to go on."""
    answer = guarded.get(address)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?next=%2F")
    assert guarded.get("/static/netmap.css").status_code == 200


def _form(client: TestClient, wanted: str = "/") -> dict[str, str]:
    page = client.get("/login", params={"next": wanted}).text
    return {
        name: (re.search(rf'name="{name}" value="([^"]*)"', page) or [""])[1]
        for name in ("form_token", "next")
    }


def test_a_person_logs_in_and_out(guarded: TestClient) -> None:
    """The token opens a session, which ends when the person logs out."""
    form = _form(guarded, "/networks/buchenau")
    done = guarded.post("/login", data={**form, "token": TOKEN})
    assert (done.status_code, done.headers["location"]) == (303, "/networks/buchenau")
    assert "HttpOnly" in done.headers["set-cookie"]
    assert "SameSite=strict" in done.headers["set-cookie"]
    page = guarded.get("/networks/buchenau")
    assert page.status_code == 200
    assert guarded.get("/api/v1/networks").status_code == 200
    field = re.search(r'action="/logout">\s*<input[^>]*value="([^"]+)"', page.text)
    assert field
    assert guarded.post("/logout", data={"form_token": "other"}).status_code == 403
    assert guarded.post("/logout", data={"form_token": field[1]}).status_code == 303
    assert guarded.get("/").status_code == 303


def test_a_wrong_token_opens_nothing(guarded: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The form comes back with what is wrong, and no session begins."""
    monkeypatch.setattr("netmap.web.pages.access._WRONG_TOKEN_SECONDS", 0)
    answer = guarded.post("/login", data={**_form(guarded), "token": "guess"})
    assert answer.status_code == 401
    assert "Das Zugangswort stimmt nicht" in answer.text
    assert SESSION_COOKIE not in guarded.cookies


def test_a_form_from_elsewhere_is_refused(guarded: TestClient) -> None:
    """Without the hidden field, or with another than the cookie's, nobody is logged in."""
    form = _form(guarded)
    missing = guarded.post("/login", data={"token": TOKEN})
    foreign = guarded.post("/login", data={**form, "form_token": "1.x.y", "token": TOKEN})
    assert (missing.status_code, foreign.status_code) == (403, 403)
    guarded.cookies.delete(FORM_COOKIE)
    assert guarded.post("/login", data={**form, "token": TOKEN}).status_code == 403


@pytest.mark.parametrize("wanted", ["//evil.example", "https://evil.example", "/\\evil", "/\n/x"])
def test_a_login_leads_to_no_other_host(guarded: TestClient, wanted: str) -> None:
    """Where the address to go on to is not ours, the start page comes."""
    form = {**_form(guarded), "next": wanted, "token": TOKEN}
    assert guarded.post("/login", data=form).headers["location"] == "/"


@pytest.mark.parametrize("value", ["", "x", "1.a.b", "9999999999.a.", "..", "ä.ö.ü"])
def test_a_made_up_session_is_none(guarded: TestClient, value: str) -> None:
    """Only sessions that this token signed are believed."""
    cookie = f"{SESSION_COOKIE}={value}".encode()
    assert guarded.get("/", headers={b"Cookie": cookie}).status_code == 303


def test_without_a_token_there_is_nothing_to_log_in_to(client: TestClient) -> None:
    """An open application leads from the login to the start page."""
    answer = client.get("/login", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
