from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

_BASE = "/api/v1/networks/buchenau"
_RECORDS = f"{_BASE}/records"
_ADA = {"kind": "person", "name": "Ada"}
_NEW = {"If-None-Match": "*"}


def _created(editor: TestClient, content: dict[str, Any]) -> tuple[str, str]:
    """Address and ETag of a new record."""
    answer = editor.post(_RECORDS, json=content)
    assert answer.status_code == 201, answer.text
    return answer.headers["location"], answer.headers["etag"]


def test_a_record_is_created_under_an_id_of_the_server(editor: TestClient) -> None:
    """The answer holds the record, its version and where it lies from now on."""
    answer = editor.post(_RECORDS, json=_ADA)
    record = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"{_RECORDS}/{record['id']}"
    assert answer.headers["etag"] == f'"{record["version"]}"'
    assert editor.get(answer.headers["location"]).json() == record


def test_an_id_of_ones_own_goes_with_put(editor: TestClient) -> None:
    """A record is created under any id, and once only."""
    address = f"{_RECORDS}/https%3A%2F%2Fhost.example%2Fa%3Fb"
    first = editor.put(address, json=_ADA, headers=_NEW)
    assert (first.status_code, first.headers["location"]) == (201, address)
    assert first.json()["id"] == "https://host.example/a?b"
    assert editor.get(address).json() == first.json()
    second = editor.put(address, json=_ADA, headers=_NEW)
    assert (second.status_code, second.json()["code"]) == (412, "record.conflict")
    assert second.json()["theirs"] == first.json()


def test_post_takes_an_id_that_is_free(editor: TestClient) -> None:
    """An id in the body of POST is used, and a taken one is a conflict with what is stored."""
    first = editor.post(_RECORDS, json={**_ADA, "id": "ada"})
    assert (first.status_code, first.headers["location"]) == (201, f"{_RECORDS}/ada")
    second = editor.post(_RECORDS, json={**_ADA, "id": "ada"})
    assert (second.status_code, second.json()["theirs"]) == (409, first.json())


def test_a_change_replaces_the_version_that_was_read(editor: TestClient) -> None:
    """If-Match with the ETag of the record changes it, and answers with its new version."""
    address, tag = _created(editor, _ADA)
    answer = editor.put(address, json={**_ADA, "function": "Leitung"}, headers={"If-Match": tag})
    assert answer.status_code == 200
    assert answer.json()["function"] == "Leitung"
    assert answer.headers["etag"] not in {tag, None}
    assert "location" not in answer.headers
    again = editor.put(address, json=answer.json(), headers={"If-Match": answer.headers["etag"]})
    assert again.headers["etag"] == answer.headers["etag"], "nothing changed, no new version"


@pytest.mark.parametrize("tag", ['"1"', 'W/"2"', "2", '"2000000000000000000000"', "nonsense"])
def test_who_comes_second_sees_both_versions(editor: TestClient, tag: str) -> None:
    """With another tag than the present one nothing is written, and both versions are shown."""
    address, _ = _created(editor, _ADA)
    answer = editor.put(address, json={**_ADA, "name": "Bo"}, headers={"If-Match": tag})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (412, "record.conflict")
    assert (problem["yours"]["name"], problem["theirs"]["name"]) == ("Bo", "Ada")
    assert editor.get(address).json() == problem["theirs"]


def test_a_record_that_is_gone_is_a_conflict(editor: TestClient) -> None:
    """Who changes what somebody else has deleted learns that nothing is there."""
    address, tag = _created(editor, _ADA)
    assert editor.delete(address, headers={"If-Match": tag}).status_code == 200
    answer = editor.put(address, json=_ADA, headers={"If-Match": tag})
    assert answer.status_code == 412
    assert answer.json()["theirs"] is None
    assert answer.json()["yours"]["name"] == "Ada"


@pytest.mark.parametrize("headers", [{}, {"If-Match": "*"}, {"If-Match": " , "}])
@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_a_change_has_to_say_what_it_replaces(
    editor: TestClient, method: str, headers: dict[str, str]
) -> None:
    """Without a version, or with any at all, nothing is overwritten or deleted."""
    address, _ = _created(editor, _ADA)
    content = {**_ADA, "name": "Bo"} if method == "PUT" else None
    answer = editor.request(method, address, headers=headers, json=content)
    assert (answer.status_code, answer.json()["code"]) == (428, "request.precondition")
    assert editor.get(address).json()["name"] == "Ada"


def test_a_deletion_answers_with_its_change_set(editor: TestClient) -> None:
    """What was deleted stands in the answer, and can be taken back by its id."""
    address, tag = _created(editor, _ADA)
    entry = editor.delete(address, headers={"If-Match": tag}, params={"note": "doppelt"}).json()
    assert (entry["note"], entry["changes"][0]["before"]["name"]) == ("doppelt", "Ada")
    assert editor.get(address).status_code == 404
    assert editor.post(f"{_BASE}/change-sets/{entry['id']}/undo").status_code == 201
    assert editor.get(address).json()["name"] == "Ada"


def test_what_others_refer_to_stays(editor: TestClient) -> None:
    """A record that seats or ties lead to is not deleted; the problem names the referrer."""
    address = f"{_RECORDS}/steuergremium"
    tag = editor.get(address).headers["etag"]
    answer = editor.delete(address, headers={"If-Match": tag})
    assert (answer.status_code, answer.json()["code"]) == (409, "record.dangling_reference")
    assert editor.get(address).headers["etag"] == tag


def test_a_reference_has_to_lead_somewhere(editor: TestClient) -> None:
    """A record that refers to nothing is not written."""
    answer = editor.post(_RECORDS, json={**_ADA, "organization_id": "nowhere"})
    assert (answer.status_code, answer.json()["code"]) == (409, "record.dangling_reference")


def test_an_unchanged_record_is_not_sent_again(editor: TestClient) -> None:
    """A client that has this version gets 304."""
    address, tag = _created(editor, _ADA)
    assert editor.get(address, headers={"If-None-Match": f'"0", {tag}'}).status_code == 304
    assert editor.get(address, headers={"If-None-Match": '"0"'}).status_code == 200


def test_the_list_holds_every_record_once(editor: TestClient) -> None:
    """Whatever its dates and kind, in pieces, ascending by id; or of one kind only."""
    ids: list[str] = []
    cursor = ""
    while True:
        page = editor.get(_RECORDS, params={"limit": 20, "cursor": cursor}).json()
        ids += [each["id"] for each in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert ids == sorted(set(ids))
    topics = editor.get(_RECORDS, params={"kind": "topic"}).json()["items"]
    assert {each["kind"] for each in topics} == {"topic"}
    assert {each["id"] for each in topics} < set(ids)


def test_the_id_of_the_body_is_that_of_the_address(editor: TestClient) -> None:
    """Another id in the body is a mistake, and an address may not hold an id that is none."""
    for address, content, code in (
        ("ada", {**_ADA, "id": "bo"}, "request.other_id"),
        ("%20ada", _ADA, "request.invalid"),
        ("a%01", _ADA, "request.invalid"),
    ):
        answer = editor.put(f"{_RECORDS}/{address}", json=content, headers=_NEW)
        assert answer.json()["code"] == code, address


_OUTSIDER: dict[str, Any] = {"kind": "organization", "name": "Verein", "asked": "left_out"}


class TestWhatIsForTheOfficeAlone:
    """That somebody stays outside on purpose is neither shown nor lost unasked."""

    address = f"{_RECORDS}/aside"

    @pytest.fixture(autouse=True)
    def _stored(self, editor: TestClient) -> None:
        put = editor.put(self.address, json=_OUTSIDER, headers=_NEW)
        assert (put.status_code, put.json()["asked"]) == (201, None)

    def _asked(self, editor: TestClient) -> str | None:
        record = editor.get(self.address, params={"confidential": "true"}).json()
        asked: str | None = record["asked"]
        return asked

    def _shown_unasked(self, editor: TestClient) -> str:
        pages = [
            editor.get(address).text
            for address in (
                self.address,
                _RECORDS,
                f"{_BASE}/change-sets?record_id=aside",
                f"{_BASE}/actors",
            )
        ]
        entry = editor.get(f"{_BASE}/change-sets").json()["items"][0]
        pages.append(editor.get(f"{_BASE}/change-sets/{entry['id']}").text)
        return "\n".join(pages)

    def test_it_is_shown_on_request_only(self, editor: TestClient) -> None:
        """Records, lists and log hide it unless the request asks for it."""
        assert self._asked(editor) == "left_out"
        assert "left_out" not in self._shown_unasked(editor)

    def test_who_does_not_see_it_cannot_take_it_away(self, editor: TestClient) -> None:
        """Writing back what was read without it leaves it as it was."""
        read = editor.get(self.address)
        changed = {**read.json(), "name": "Verein e. V."}
        answer = editor.put(self.address, json=changed, headers={"If-Match": read.headers["etag"]})
        assert (answer.json()["name"], answer.json()["asked"]) == ("Verein e. V.", None)
        assert self._asked(editor) == "left_out"

    def test_nor_by_a_change_set(self, editor: TestClient) -> None:
        """The same holds for one record among many."""
        record = editor.get(self.address).json()
        others = [
            {"op": "put", "record": {"kind": "topic", "id": f"t{number}", "name": "T"}}
            for number in range(30)
        ]
        changes = [{"op": "put", "record": {**record, "name": "Neu"}}, *others]
        answer = editor.post(f"{_BASE}/change-sets", json={"changes": changes})
        assert answer.status_code == 201
        assert "left_out" not in answer.text
        assert self._asked(editor) == "left_out"

    def test_a_conflict_does_not_tell(self, editor: TestClient) -> None:
        """The version of the other side is shown without it, unless the request asks for it."""
        content, headers = {**_OUTSIDER, "asked": None}, {"If-Match": '"1"'}
        for confidential, told in (("false", None), ("true", "left_out")):
            answer = editor.put(
                self.address, json=content, headers=headers, params={"confidential": confidential}
            )
            assert answer.json()["theirs"]["asked"] == told

    def test_who_sees_it_may_change_it(self, editor: TestClient) -> None:
        """With the confidential version at hand, what is left out becomes unknown."""
        tag = editor.get(self.address).headers["etag"]
        editor.put(
            self.address,
            json={"kind": "organization", "name": "Verein"},
            headers={"If-Match": tag},
            params={"confidential": "true"},
        )
        assert self._asked(editor) is None
