"""The route of exports: the right bytes under the right headers."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from netmap.views.exports.formats import EXPORTS, ExportName

ADDRESS = "/api/v1/networks/buchenau/export"


@pytest.mark.parametrize("name", ExportName)
def test_every_format_is_a_file_to_save(client: TestClient, name: ExportName) -> None:
    """With its media type and a name that ends in its suffix."""
    answer = client.get(ADDRESS, params={"format": name.value})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == EXPORTS[name].media_type
    expected = f'attachment; filename="netmap-buchenau.{EXPORTS[name].suffix}"'
    assert answer.headers["content-disposition"] == expected


def test_a_client_that_has_it_is_spared(client: TestClient) -> None:
    """The ETag names the file in this format and language."""
    first = client.get(ADDRESS, params={"format": "gexf"})
    seen = {"If-None-Match": first.headers["etag"]}
    assert client.get(ADDRESS, params={"format": "gexf"}, headers=seen).status_code == 304
    other = {"format": "gexf", "language": "en"}
    assert client.get(ADDRESS, params=other, headers=seen).status_code == 200


def test_what_is_for_the_coordinator_alone_is_asked_for(client: TestClient) -> None:
    """That somebody stays outside on purpose."""
    address = "/api/v1/networks/hostile/export"
    assert "left_out" not in client.get(address, params={"format": "graphml"}).text
    asked = {"format": "graphml", "confidential": "true"}
    assert "left_out" in client.get(address, params=asked).text


@pytest.mark.parametrize(
    ("given", "status"),
    [({"format": "docx"}, 422), ({"as_of": "soon"}, 422), ({"snapshot": "none"}, 404)],
)
def test_what_cannot_be_used_is_a_problem_document(
    client: TestClient, given: dict[str, str], status: int
) -> None:
    """As everywhere in the API."""
    answer = client.get(ADDRESS, params=given)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
