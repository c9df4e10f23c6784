from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

_BASE = "/api/v1/networks/buchenau"


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"", 1, 0),
        (b'{"kind":\n "person" x}', 2, 11),
        pytest.param(b"[" * 1000, 1, 202, id="too deep"),
        (b'{"name": "\xff"}', 1, 11),
        (b'{"name": "\\ud800"}', 1, 17),
    ],
)
def test_what_is_no_json_is_told_with_its_place(
    client: TestClient, content: bytes, line: int, column: int
) -> None:
    """A body that is no JSON, or nested without end, names line and column."""
    answer = client.post(
        f"{_BASE}/records", content=content, headers={"Content-Type": "application/json"}
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "request.json")
    assert f"Zeile {line}, Spalte {column}" in answer.json()["detail"]


@pytest.mark.parametrize("given", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_says_what_it_is(client: TestClient, given: str) -> None:
    """What a form or a foreign page can send is not read as JSON."""
    headers = {"Content-Type": given} if given else {}
    answer = client.post(f"{_BASE}/records", content=b"{}", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (415, "request.media_type")


@pytest.mark.parametrize(
    ("content", "name", "german"),
    [
        ({}, "", "Die Angabe 'kind' fehlt."),
        ([], "", "Erwartet wird ein JSON-Objekt."),
        ({"kind": "city"}, "", "„city“ ist hier nicht möglich"),
        ({"kind": "person", "nam": "x"}, "nam", "Diese Angabe gibt es hier nicht."),
        ({"kind": "person"}, "", "eine Person braucht einen Namen oder eine Funktion"),
        ({"kind": "person", "name": 5}, "name", "Erwartet wird ein Text."),
        ({"kind": "person", "name": "a\x01"}, "name", "enthält das Steuerzeichen U+0001"),
        ({"kind": "person", "name": "x", "sector": "zoo"}, "sector", "Möglich sind: 'politics'"),
        ({"kind": "person", "name": "x", "start_date": "2024-13"}, "start_date", "kein Datum"),
        ({"kind": "topic", "name": ""}, "name", "Nötig sind mindestens 1 Zeichen."),
        ({"kind": "topic"}, "name", "Die Angabe fehlt."),
        ({"kind": "cooperation", "name": "x", "party_ids": []}, "party_ids", "mindestens 1 Ein"),
        ({"kind": "cooperation", "name": "x", "party_ids": "a"}, "party_ids", "eine Liste"),
        (
            {"kind": "organization", "name": "x", "meetings_per_year": "4"},
            "meetings_per_year",
            "Erwartet wird eine Zahl.",
        ),
        ({"kind": "organization", "name": "x", "meets": 1}, "meets", "true oder false"),
        ({"kind": "organization", "name": "x", "source": {"label": 1}}, "source.label", "Text"),
    ],
)
def test_a_field_that_does_not_fit_is_explained(
    client: TestClient, content: Any, name: str, german: str
) -> None:
    """The problem names the field as it was sent and says in German what is wrong with it."""
    answer = client.post(f"{_BASE}/records", json=content)
    fault = answer.json()["errors"][0]
    assert answer.status_code == 422
    assert (fault["place"], fault["name"]) == ("body", name)
    assert german in fault["detail"]
    assert "Input should" not in answer.text


def test_a_field_inside_a_change_set_is_named_by_its_way(client: TestClient) -> None:
    """Which of many changes is wrong shows in the name of the field."""
    good = {"op": "put", "record": {"kind": "topic", "id": "t", "name": "T"}}
    bad = {"op": "put", "record": {"kind": "topic", "id": "u", "name": 5}}
    answer = client.post(f"{_BASE}/change-sets", json={"changes": [good, bad]})
    assert answer.json()["errors"][0]["name"] == "changes.1.record.name"


def test_a_thousand_faults_are_not_all_told(client: TestClient) -> None:
    """The first twenty are enough to begin with."""
    bad = {"op": "put", "record": {"kind": "topic", "id": "u"}}
    answer = client.post(f"{_BASE}/change-sets", json={"changes": [bad] * 1000})
    assert len(answer.json()["errors"]) == 20


def test_a_number_without_end_is_no_fault_of_the_server(client: TestClient) -> None:
    """Thousands of digits are refused like any other value that does not fit."""
    content = b'{"kind": "organization", "name": "x", "meetings_per_year": ' + b"9" * 9000 + b"}"
    answer = client.post(
        f"{_BASE}/records", content=content, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code in {400, 422}
