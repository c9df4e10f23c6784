from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from netmap.changes import Put
from netmap.model import Topic
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases

_ROUTES = [
    "/api/v1/networks",
    "/api/v1/networks/buchenau",
    "/api/v1/networks/buchenau/actors",
    "/api/v1/networks/buchenau/graph",
    "/api/v1/networks/buchenau/findings",
    "/api/v1/openapi.json",
]


@pytest.mark.parametrize("address", _ROUTES)
def test_what_has_not_changed_is_not_sent_again(client: TestClient, address: str) -> None:
    """A request that names the ETag it has gets 304 without a body."""
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert "content-security-policy" in again.headers


def test_another_question_has_another_tag(client: TestClient) -> None:
    """Date, thresholds and piece are part of what an ETag names."""
    base = "/api/v1/networks/buchenau/overlaps"
    queries = ["", "?as_of=2024", "?min_jaccard=0.1", "?limit=1", "?by=topics"]
    tags = {client.get(base + query).headers["etag"] for query in queries}
    assert len(tags) == len(queries)


def test_a_change_gives_a_new_tag(client: TestClient, use_cases: UseCases) -> None:
    """After a change to the network the old ETag no longer spares the answer."""
    address = "/api/v1/networks/hostile/topics"
    tag = client.get(address).headers["etag"]
    put = Put(record=Topic(id="new", name="New"))
    use_cases.records.apply(LOCAL_OWNER, "hostile", [put])
    after = client.get(address, headers={"If-None-Match": tag})
    assert after.status_code == 200
    assert [each["id"] for each in after.json()["items"]] == ["new", "topic"]


def test_answers_are_kept_by_the_client_alone(client: TestClient) -> None:
    """No proxy between keeps an answer, and a client asks before it uses one again."""
    answer = client.get("/api/v1/networks/buchenau/actors")
    assert answer.headers["cache-control"] == "private, no-cache"
