"""Asking the API about a body that does not exist yet."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from netmap.analyses.overlaps.candidate.index import CandidateIndex
from netmap.analyses.overlaps.candidate.model import Candidate
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from tests.strategies import HOSTILE_TEXTS

_ADDRESS = "/api/v1/networks/buchenau/overlaps/query"
_CANDIDATE = {
    "members": ["Leitung Jugendamt", "Frau Niemand"],
    "topics": ["uebergang schule–beruf"],
}


def test_the_answer_is_that_of_the_analysis(client: TestClient, use_cases: UseCases) -> None:
    """All four lists, all figures unrounded; nothing is written."""
    before = use_cases.networks.info(LOCAL_OWNER, "buchenau").revision
    answer = client.post(_ADDRESS, json=_CANDIDATE)
    index = CandidateIndex.of(use_cases.networks.at(LOCAL_OWNER, "buchenau"))
    expected = index.query(Candidate.model_validate(_CANDIDATE))
    assert answer.status_code == 200
    assert answer.json() == expected.model_dump(mode="json")
    assert all(answer.json()[name] for name in ("unknown", "overlaps", "meetings", "invitations"))
    assert use_cases.networks.info(LOCAL_OWNER, "buchenau").revision == before


def test_the_index_is_built_once_a_revision(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until something changes, asking again builds nothing."""
    assert client.post(_ADDRESS, json=_CANDIDATE).status_code == 200

    def refuse(*_: object) -> Any:
        raise AssertionError

    monkeypatch.setattr(CandidateIndex, "__init__", refuse)
    assert client.post(_ADDRESS, json={"topics": ["uebergang"]}).status_code == 200


def test_the_limit_holds_for_each_kind(client: TestClient) -> None:
    """And every row says how many there are."""
    found = client.post(_ADDRESS, params={"limit": 1}, json=_CANDIDATE).json()
    assert [len(found[name]) for name in ("overlaps", "meetings", "invitations")] == [1, 1, 1]
    assert found["overlaps"][0]["total_of_kind"] > 1


@pytest.mark.parametrize(
    ("body", "status", "code", "name"),
    [
        ("{", 400, "request.json", None),
        ("{}", 422, "request.invalid", ""),
        ('{"member": []}', 422, "request.invalid", "member"),
        ('{"members": ["Ada", 7]}', 422, "request.invalid", "members.1"),
        ('{"topics": "jobs"}', 422, "request.invalid", "topics"),
    ],
)
def test_what_is_no_candidate_is_a_clear_problem(
    client: TestClient, body: str, status: int, code: str, name: str | None
) -> None:
    """Problem details name the field."""
    answer = client.post(_ADDRESS, content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    if name is not None:
        assert answer.json()["errors"][0]["name"] == name


def test_an_unknown_network_and_parameter_are_refused(client: TestClient) -> None:
    """As everywhere."""
    missing = client.post("/api/v1/networks/nowhere/overlaps/query", json=_CANDIDATE)
    assert (missing.status_code, missing.json()["code"]) == (404, "network.not_found")
    misspelt = client.post(_ADDRESS, params={"limits": 1}, json=_CANDIDATE)
    assert (misspelt.status_code, misspelt.json()["code"]) == (422, "request.invalid")


def test_hostile_names_are_texts_like_any_other(client: TestClient) -> None:
    """What a name looks like changes nothing."""
    texts = [text for text in HOSTILE_TEXTS if text.strip()]
    answer = client.post(
        "/api/v1/networks/hostile/overlaps/query", json={"members": texts, "topics": texts}
    )
    assert answer.status_code == 200
    found = answer.json()
    assert "aside" not in {row["id"] for row in found["invitations"]}
    not_understood = {row["given"] for row in found["unknown"] if row["part"] == "members"}
    assert len(not_understood) < len(texts)
