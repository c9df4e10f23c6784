from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

_BASE = "/api/v1/networks/buchenau"
_SETS = f"{_BASE}/change-sets"


def _topic(record_id: str, name: str = "Thema", version: int = 0) -> dict[str, Any]:
    record = {"kind": "topic", "id": record_id, "name": name, "version": version}
    return {"op": "put", "record": record}


def test_a_change_set_is_applied_whole(editor: TestClient) -> None:
    """Records that refer to each other come in one request, and stand in one entry of the log."""
    works = {"kind": "works_on", "id": "w9", "actor_id": "ihk", "topic_id": "t9"}
    answer = editor.post(
        _SETS,
        json={"note": "Runde", "changes": [{"op": "put", "record": works}, _topic("t9")]},
    )
    entry = answer.json()
    assert answer.status_code == 201
    assert [each["record_id"] for each in entry["changes"]] == ["w9", "t9"]
    assert editor.get(answer.headers["location"]).json() == entry


def test_or_not_at_all(editor: TestClient) -> None:
    """One conflict keeps everything from being written, and shows both versions."""
    before = editor.get(_SETS).json()["items"][0]["id"]
    answer = editor.post(_SETS, json={"changes": [_topic("t9"), _topic("absentismus")]})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (409, "record.conflict")
    assert problem["record_id"] == "absentismus"
    assert problem["yours"]["name"] == "Thema"
    assert problem["theirs"]["name"] != "Thema"
    assert editor.get(f"{_BASE}/records/t9").status_code == 404
    assert editor.get(_SETS).json()["items"][0]["id"] == before


def test_a_change_set_that_is_sent_again_is_not_done_again(editor: TestClient) -> None:
    """Who lost the answer repeats the request and gets the entry that the first one made."""
    wanted = {"id": "round/1", "changes": [_topic("t9")]}
    first = editor.post(_SETS, json=wanted)
    second = editor.post(_SETS, json=wanted)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert editor.get(f"{_SETS}/round%2F1").json() == first.json()


def test_another_change_set_of_the_same_id_is_refused(editor: TestClient) -> None:
    """An id stands for one change set; what was not done is never answered as done."""
    editor.post(_SETS, json={"id": "one", "changes": [_topic("t9")]})
    for changes in ([_topic("t9", "Anders")], [_topic("t8")], [_delete("t9", 2)]):
        answer = editor.post(_SETS, json={"id": "one", "changes": changes})
        assert (answer.status_code, answer.json()["code"]) == (409, "store.id_taken")


def _delete(record_id: str, version: int) -> dict[str, Any]:
    return {"op": "delete", "record_id": record_id, "version": version}


def test_what_is_stored_already_makes_no_change(editor: TestClient) -> None:
    """Nothing is written, and the answer says so."""
    editor.post(_SETS, json={"changes": [_topic("t9")]})
    stored = editor.get(f"{_BASE}/records/t9").json()
    answer = editor.post(_SETS, json={"changes": [{"op": "put", "record": stored}]})
    assert (answer.status_code, answer.json()["changes"]) == (200, [])


def test_a_change_set_is_taken_back(editor: TestClient) -> None:
    """Undoing is a change set of its own; doing it twice is a conflict."""
    made = editor.post(_SETS, json={"changes": [_topic("t9")]}).json()
    undone = editor.post(f"{_SETS}/{made['id']}/undo")
    assert (undone.status_code, undone.json()["undoes"]) == (201, made["id"])
    assert editor.get(f"{_BASE}/records/t9").status_code == 404
    again = editor.post(f"{_SETS}/{made['id']}/undo")
    assert (again.status_code, again.json()["code"]) == (409, "change_set.conflict")
    assert editor.post(f"{_SETS}/none/undo").status_code == 404


def test_the_log_is_read_in_pieces_while_it_grows(editor: TestClient) -> None:
    """Newest first, each entry once, whatever is written in between."""
    for number in range(5):
        editor.post(_SETS, json={"id": f"set-{number}", "changes": [_topic(f"t-{number}")]})
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = editor.get(_SETS, params={"limit": 2, "cursor": cursor}).json()
        seen += [each["id"] for each in page["items"]]
        cursor = page["next_cursor"]
        editor.post(_SETS, json={"changes": [_topic(f"late-{len(seen)}")]})
    assert seen[:5] == [f"set-{number}" for number in reversed(range(5))]
    assert len(seen) == len(set(seen)) == 6


def test_the_log_of_one_record_tells_what_happened_to_it(editor: TestClient) -> None:
    """Each entry holds the record before and after."""
    editor.post(_SETS, json={"changes": [_topic("t9"), _topic("t8")]})
    version = editor.get(f"{_BASE}/records/t9").json()["version"]
    editor.post(_SETS, json={"changes": [_topic("t9", "Neu", version)]})
    items = editor.get(_SETS, params={"record_id": "t9"}).json()["items"]
    names = [(each["change"]["before"] and each["change"]["before"]["name"]) for each in items]
    assert names == ["Thema", None]
    assert [each["change"]["after"]["name"] for each in items] == ["Neu", "Thema"]


def test_a_foreign_cursor_is_refused(client: TestClient) -> None:
    """A cursor of another list, or none at all, is an error and no empty answer."""
    other = client.get(f"{_BASE}/actors?limit=1").json()["next_cursor"]
    for cursor in (other, "nonsense", "eyJiZWZvcmUiOiAiLTEifQ"):
        answer = client.get(_SETS, params={"cursor": cursor})
        assert (answer.status_code, answer.json()["code"]) == (400, "request.cursor")
