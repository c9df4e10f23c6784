"""The chance of overlaps over the API."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.significance.tested import overlap_significance
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases

_ADDRESS = "/api/v1/networks/buchenau/overlaps/significance"


@pytest.mark.parametrize("by", OverlapBy)
def test_rows_are_those_of_the_analysis(
    client: TestClient, use_cases: UseCases, by: OverlapBy
) -> None:
    """In its order, all figures unrounded."""
    rows = client.get(_ADDRESS, params={"by": by.value, "limit": 1000}).json()["items"]
    network = use_cases.networks.at(LOCAL_OWNER, "buchenau")
    expected = [row.model_dump(mode="json") for row in overlap_significance(network, by=by)]
    assert rows == expected
    assert rows


def test_it_comes_in_pieces_and_is_spared(client: TestClient) -> None:
    """As every list."""
    first = client.get(_ADDRESS, params={"limit": 1})
    assert len(first.json()["items"]) == 1
    cursor = first.json()["next_cursor"]
    second = client.get(_ADDRESS, params={"limit": 1, "cursor": cursor})
    assert second.json()["items"] != first.json()["items"]
    again = client.get(
        _ADDRESS, params={"limit": 1}, headers={"If-None-Match": first.headers["ETag"]}
    )
    assert again.status_code == 304
