from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from netmap.services.use_cases import UseCases
from netmap.web.app import create_app
from tests.web.conftest import settings

_BASE = "/api/v1/networks/buchenau"


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/api/v1/networks/nowhere", 404, "network.not_found"),
        ("/api/v1/networks/nowhere/graph", 404, "network.not_found"),
        (f"{_BASE}/actors/nobody", 404, "record.not_found"),
        (f"{_BASE}/actors?as_of=31.12.2024", 422, "date.invalid"),
        (f"{_BASE}/actors?as_of=2024-02-30", 422, "date.invalid"),
        (f"{_BASE}/actors?limit=0", 422, "request.invalid"),
        (f"{_BASE}/actors?limit=1001", 422, "request.invalid"),
        (f"{_BASE}/actors?limit=many", 422, "request.invalid"),
        (f"{_BASE}/overlaps?by=colour", 422, "request.invalid"),
        (f"{_BASE}/overlaps?min_jaccard=1.5", 422, "request.invalid"),
        (f"{_BASE}/overlaps?min_jaccard=nan", 422, "request.invalid"),
        (f"{_BASE}/overlaps?min_jacard=0.5", 422, "request.invalid"),
        (f"{_BASE}/findings?kind=verdict", 422, "request.invalid"),
        ("/api/v1/nothing", 404, "request.no_such_address"),
        ("/api/v2/networks", 404, "request.no_such_address"),
    ],
)
def test_every_error_has_one_shape(
    client: TestClient, address: str, status: int, code: str
) -> None:
    """An error is a problem document with status, stable code, cause and remedy."""
    answer = client.get(address)
    problem = answer.json()
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["type"] == f"/api/docs#{code}"
    assert all(problem[field] for field in ("title", "detail", "remedy"))


def test_an_invalid_parameter_is_named(client: TestClient) -> None:
    """The problem tells which parameter of which part is wrong, and what is wrong with it."""
    errors = client.get(f"{_BASE}/actors?limit=0").json()["errors"]
    assert [(each["place"], each["name"]) for each in errors] == [("query", "limit")]
    assert errors[0]["detail"]


@pytest.mark.parametrize(
    ("query", "german"),
    [
        ("limit=0", "limit: Der Wert muss mindestens 1 sein."),
        ("limit=1001", "limit: Der Wert darf höchstens 1000 sein."),
        ("limit=many", "limit: Erwartet wird eine ganze Zahl."),
        ("min_jaccard=much", "min_jaccard: Erwartet wird eine Zahl."),
        (
            "by=colour",
            (
                "by: Möglich sind: 'members', 'persons', 'organizations', 'topics', "
                "'functions', 'target_groups'."
            ),
        ),
        (f"cursor={'a' * 2001}", "cursor: Erlaubt sind höchstens 2000 Zeichen."),
    ],
)
def test_an_invalid_parameter_is_explained_in_the_accepted_language(
    client: TestClient, query: str, german: str
) -> None:
    """A German answer is German throughout, the English one English."""
    address = f"{_BASE}/overlaps?{query}"
    answers = {
        language: client.get(address, headers={"Accept-Language": language}).json()
        for language in ("de", "en")
    }
    assert answers["de"]["detail"].endswith(german)
    assert german.endswith(answers["de"]["errors"][0]["detail"])
    assert "Input should" not in answers["en"]["detail"]
    assert answers["en"]["errors"][0]["detail"] in answers["en"]["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_writing_methods_are_refused(client: TestClient, method: str) -> None:
    """A route that only reads answers another method by 405, with what is allowed."""
    answer = client.request(method, f"{_BASE}/actors")
    assert (answer.status_code, answer.json()["code"]) == (405, "request.method")
    assert answer.headers["allow"] == "GET"


@pytest.mark.parametrize(
    ("header", "title"),
    [("en", "Not found"), ("de", "Nicht gefunden"), ("fr", "Nicht gefunden")],
)
def test_errors_speak_the_accepted_language(client: TestClient, header: str, title: str) -> None:
    """Accept-Language decides; where it names no language of ours the setting does."""
    answer = client.get("/api/v1/networks/nowhere", headers={"Accept-Language": header})
    assert answer.json()["title"] == title
    assert answer.headers["content-language"] == ("en" if header == "en" else "de")


def test_a_fault_inside_tells_nothing_of_the_inside(
    use_cases: UseCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unexpected exception is a problem document with headers, and without its message."""

    def broken(*_: object) -> None:
        raise RuntimeError("secret path /home/koko")

    monkeypatch.setattr(type(use_cases.networks), "all", broken)
    app = create_app(use_cases, settings())
    client = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)
    answer = client.get("/api/v1/networks")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert "koko" not in answer.text
    assert "content-security-policy" in answer.headers
    page = client.get("/")
    assert page.status_code == 500
    assert page.headers["content-type"].startswith("text/html")
    assert "koko" not in page.text
