from __future__ import annotations

from fastapi.testclient import TestClient

_BASE = "/api/v1/networks/buchenau"


def _frozen(editor: TestClient, label: str = "Stand") -> str:
    answer = editor.post(f"{_BASE}/snapshots", json={"label": label})
    assert answer.status_code == 201
    assert editor.get(answer.headers["location"]).json() == answer.json()
    snapshot_id: str = answer.json()["id"]
    return snapshot_id


def test_a_snapshot_shows_the_network_as_it_was(editor: TestClient) -> None:
    """What was changed later is read in its old form by the routes of records and graph."""
    snapshot = {"snapshot": _frozen(editor)}
    tag = editor.get(f"{_BASE}/records/ihk").headers["etag"]
    editor.put(
        f"{_BASE}/records/ihk",
        json={"kind": "organization", "name": "Kammer"},
        headers={"If-Match": tag},
    )
    address = f"{_BASE}/actors/ihk"
    assert editor.get(address).json()["actor"]["name"] == "Kammer"
    assert editor.get(address, params=snapshot).json()["actor"]["name"] != "Kammer"
    labels = {
        each["label"] for each in editor.get(f"{_BASE}/graph", params=snapshot).json()["nodes"]
    }
    assert "Kammer" not in labels


def test_snapshots_are_listed_newest_first(editor: TestClient) -> None:
    """In pieces, with their labels."""
    for label in ("eins", "zwei", "drei"):
        _frozen(editor, label)
    page = editor.get(f"{_BASE}/snapshots", params={"limit": 2}).json()
    rest = editor.get(
        f"{_BASE}/snapshots", params={"limit": 2, "cursor": page["next_cursor"]}
    ).json()
    assert [each["label"] for each in page["items"] + rest["items"]] == ["drei", "zwei", "eins"]


def test_an_erased_person_is_gone_from_what_was_read_before(editor: TestClient) -> None:
    """A snapshot that was answered already is not answered from memory after an erasure."""
    person = editor.post(f"{_BASE}/records", json={"kind": "person", "name": "Ada Muster"}).json()
    snapshot = {"snapshot": _frozen(editor)}
    before = editor.get(f"{_BASE}/actors", params=snapshot)
    assert "Ada Muster" in before.text
    erased = editor.post(f"{_BASE}/persons/{person['id']}/erasure")
    assert erased.status_code == 200
    after = editor.get(
        f"{_BASE}/actors", params=snapshot, headers={"If-None-Match": before.headers["etag"]}
    )
    assert after.status_code == 200
    assert "Ada Muster" not in after.text
    log = editor.get(f"{_BASE}/change-sets", params={"record_id": erased.json()["new_id"]})
    assert log.json()["items"]
    assert "Ada Muster" not in log.text


def test_what_is_not_there_is_told(client: TestClient) -> None:
    """A snapshot or person that is not known is 404."""
    for answer in (
        client.get(f"{_BASE}/snapshots/none"),
        client.get(f"{_BASE}/actors", params={"snapshot": "none"}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "snapshot.not_found")
    erased = client.post(f"{_BASE}/persons/none/erasure")
    assert (erased.status_code, erased.json()["code"]) == (404, "record.not_found")


def test_an_erasure_cannot_be_taken_back(editor: TestClient) -> None:
    """Undoing it is refused: there is nothing left to take it back from."""
    person = editor.post(f"{_BASE}/records", json={"kind": "person", "name": "Ada"}).json()
    entry = editor.post(f"{_BASE}/persons/{person['id']}/erasure").json()["entry"]
    answer = editor.post(f"{_BASE}/change-sets/{entry['id']}/undo")
    assert (answer.status_code, answer.json()["code"]) == (422, "record.invalid")
