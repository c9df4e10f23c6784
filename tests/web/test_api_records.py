from __future__ import annotations

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from examples import small
from netmap.vocabulary import Kind
from tests.strategies import HOSTILE_TEXTS
from tests.web.conftest import HOSTILE_ID

_BASE = "/api/v1/networks/buchenau"
_LISTS = {
    "actors": {Kind.PERSON, Kind.ORGANIZATION},
    "memberships": {Kind.MEMBERSHIP},
    "exchanges": {Kind.EXCHANGE_TIE},
    "reporting-lines": {Kind.REPORTING_LINE},
    "cooperations": {Kind.COOPERATION},
    "topics": {Kind.TOPIC},
}


def test_networks_are_listed_with_their_revision(client: TestClient) -> None:
    """The list of networks tells what each is called and how often it changed."""
    found = client.get("/api/v1/networks").json()
    assert [(each["id"], each["revision"]) for each in found["items"]] == [
        ("buchenau", 1),
        ("hostile", 1),
    ]
    assert client.get("/api/v1/networks/buchenau").json() == found["items"][0]


@pytest.mark.parametrize("name", _LISTS)
def test_a_list_holds_every_record_of_its_kinds(client: TestClient, name: str) -> None:
    """Each list has all records that hold at the date, ascending by id, and no others."""
    items = client.get(f"{_BASE}/{name}?limit=1000").json()["items"]
    expected = sorted(each.id for each in small.records() if each.kind in _LISTS[name])
    assert [each["id"] for each in items] == expected


def test_pieces_of_a_list_make_up_the_whole(client: TestClient) -> None:
    """Following next_cursor gives every item exactly once, in the order of the whole list."""
    whole = client.get(f"{_BASE}/actors?limit=1000").json()["items"]
    found: list[object] = []
    cursor: str | None = ""
    while cursor is not None:
        piece = client.get(f"{_BASE}/actors", params={"limit": 7, "cursor": cursor}).json()
        assert len(piece["items"]) <= 7
        found += piece["items"]
        cursor = piece["next_cursor"]
    assert found == whole


def test_a_body_comes_with_members_and_ties(client: TestClient) -> None:
    """One body is answered with its members, reporting lines and topics."""
    body = client.get(f"{_BASE}/bodies/ag-uebergang").json()
    assert body["is_body"]
    assert len(body["members"]) == 6
    assert [line["receiver_id"] for line in body["reporting_lines"]] == ["steuergremium"]
    assert body["topic_ids"] == ["uebergang"]


def test_bodies_are_those_that_meet(client: TestClient) -> None:
    """The list of bodies leaves out organisations that do not meet; so does a single one."""
    ids = [each["id"] for each in client.get(f"{_BASE}/bodies").json()["items"]]
    assert "steuergremium" in ids
    assert "ihk" not in ids
    assert client.get(f"{_BASE}/bodies/ihk").status_code == 404
    assert client.get(f"{_BASE}/actors/ihk").status_code == 200


def test_an_id_that_looks_like_an_address_is_found(client: TestClient) -> None:
    """Ids may hold slashes, question marks and dots; quoted they name their record."""
    address = f"/api/v1/networks/hostile/bodies/{quote(HOSTILE_ID, safe='')}"
    body = client.get(address).json()
    assert body["actor"]["id"] == HOSTILE_ID
    assert len(body["members"]) == len(HOSTILE_TEXTS)


def test_hostile_texts_come_back_as_they_are(client: TestClient) -> None:
    """Whatever a name looks like, JSON gives exactly that name."""
    items = client.get("/api/v1/networks/hostile/actors?limit=1000").json()["items"]
    names = {each["name"] for each in items if each["kind"] == "person"}
    assert names == {text.strip() for text in HOSTILE_TEXTS}


def test_who_stays_outside_on_purpose_is_told_on_request_only(client: TestClient) -> None:
    """That an actor was left out on purpose is answered only with confidential=true."""
    address = "/api/v1/networks/hostile/actors/aside"
    assert client.get(address).json()["actor"]["asked"] is None
    open_answer = client.get(address, params={"confidential": "true"}).json()
    assert open_answer["actor"]["asked"] == "left_out"


def test_a_date_decides_what_holds(client: TestClient) -> None:
    """Before a body began it is not there, and its seats are not either."""
    then = {"as_of": "2012"}
    ids = [each["id"] for each in client.get(f"{_BASE}/bodies", params=then).json()["items"]]
    assert "steuergremium" not in ids
    assert client.get(f"{_BASE}/bodies/steuergremium", params=then).status_code == 404


def test_the_graph_has_every_actor_and_no_loose_end(client: TestClient) -> None:
    """Nodes are all actors, isolates included; every edge joins two of them."""
    graph = client.get(f"{_BASE}/graph").json()
    ids = [node["id"] for node in graph["nodes"]]
    actors = client.get(f"{_BASE}/actors?limit=1000").json()["items"]
    assert ids == [each["id"] for each in actors]
    assert {edge[end] for edge in graph["edges"] for end in ("source", "target")} <= set(ids)
    kinds = [edge["kind"] for edge in graph["edges"]]
    seats = client.get(f"{_BASE}/memberships?limit=1000").json()["items"]
    assert kinds.count("member_of") == len(seats)
    assert {"exchanges_with", "reports_to", "works_for"} <= set(kinds)
