from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from netmap.analyses.overlaps.parts import OverlapBy
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.vocabulary import Role

_BASE = "/api/v1/networks/buchenau"


@pytest.mark.parametrize("by", OverlapBy)
def test_overlaps_are_those_of_the_analysis(
    client: TestClient, use_cases: UseCases, by: OverlapBy
) -> None:
    """Rows of the API are the rows of the analysis, in its order, all figures unrounded."""
    rows = client.get(f"{_BASE}/overlaps", params={"by": by.value, "limit": 1000}).json()["items"]
    expected = use_cases.insights.overlaps(LOCAL_OWNER, "buchenau", by=by)
    assert rows == [row.model_dump(mode="json") for row in expected]
    assert rows


def test_thresholds_of_overlaps_are_inclusive(client: TestClient) -> None:
    """A pair exactly at a threshold is listed."""
    rows = client.get(f"{_BASE}/overlaps").json()["items"]
    least = min(row["jaccard"] for row in rows)
    at_least = client.get(f"{_BASE}/overlaps", params={"min_jaccard": least}).json()["items"]
    assert at_least == rows


def test_overlaps_count_the_seats_that_are_asked_for(client: TestClient) -> None:
    """By role and by the level of the house; both may stand more than once."""

    def sizes(**asked: list[str]) -> list[list[int]]:
        items = client.get(f"{_BASE}/overlaps", params={**asked, "limit": 1000}).json()["items"]
        return [row["sizes"] for row in items]

    every = [each.value for each in Role]
    assert sizes(roles=every) == sizes()
    assert len(sizes(roles=["member"])) < len(sizes())
    assert sizes(house_levels=["leadership"]) != sizes()
    refused = client.get(f"{_BASE}/overlaps", params={"roles": "king"})
    assert refused.status_code == 422


def test_structures_show_kinds_with_reasons_and_groups_what_all_share(client: TestClient) -> None:
    """Rows of the analyses; thresholds are the settings' unless somebody asks for others."""
    rows = client.get(f"{_BASE}/overlaps/structures").json()["items"]
    assert {"near_duplicate", "other_competence"} <= {row["kind"] for row in rows}
    assert all(row["reasons"] for row in rows)
    fewer = client.get(f"{_BASE}/overlaps/structures", params={"min_jaccard": 0.9})
    assert len(fewer.json()["items"]) < len(rows)
    assert client.get(f"{_BASE}/overlaps/groups").json()["items"] == []
    (group,) = client.get(f"{_BASE}/overlaps/groups", params={"min_jaccard": 0.2}).json()["items"]
    assert len(group["member_ids"]) == len(group["member_names"]) >= 3
    refused = client.get(f"{_BASE}/overlaps/groups", params={"min_jaccard": 2})
    assert refused.status_code == 422


@pytest.mark.parametrize(
    "name",
    [
        "overlaps",
        "overlaps/structures",
        "isolates",
        "isolates/core",
        "participation",
        "participation/bodies",
        "missing",
        "missing/candidates",
        "findings",
    ],
)
def test_pieces_of_an_analysis_make_up_the_whole(client: TestClient, name: str) -> None:
    """Following next_cursor gives every row exactly once."""
    whole = client.get(f"{_BASE}/{name}?limit=1000").json()["items"]
    found: list[object] = []
    cursor: str | None = ""
    while cursor is not None:
        piece = client.get(f"{_BASE}/{name}", params={"limit": 2, "cursor": cursor}).json()
        found += piece["items"]
        cursor = piece["next_cursor"]
    assert found == whole
    assert whole


def test_a_cursor_belongs_to_its_list(client: TestClient) -> None:
    """A cursor of one question is refused by another, so that nothing is skipped unseen."""
    cursor = client.get(f"{_BASE}/overlaps?limit=1").json()["next_cursor"]
    other = client.get(f"{_BASE}/overlaps", params={"by": "topics", "cursor": cursor})
    assert (other.status_code, other.json()["code"]) == (400, "request.cursor")


@pytest.mark.parametrize("cursor", ["x", "!!!", "e30", "eyJmcm9tIjogMX0", "ä", "eyJhZnRlciI6IDF9"])
def test_what_is_no_cursor_is_refused(client: TestClient, cursor: str) -> None:
    """Any text that was never given as a cursor is a clear error."""
    for name in ("actors", "overlaps"):
        answer = client.get(f"{_BASE}/{name}", params={"cursor": cursor})
        assert (answer.status_code, answer.json()["code"]) == (400, "request.cursor")


def test_findings_speak_both_languages_with_evidence(client: TestClient) -> None:
    """Each finding has a suggestion in German and English, evidence and its method."""
    items = client.get(f"{_BASE}/findings").json()["items"]
    for each in items:
        assert set(each["suggestion"]) == {"de", "en"}
        assert each["evidence"]
        assert each["method"]["en"]
    kinds = {each["kind"] for each in items}
    some = client.get(f"{_BASE}/findings", params={"kind": "overlap"}).json()["items"]
    assert "overlap" in kinds
    assert some == [each for each in items if each["kind"] == "overlap"]


@pytest.mark.parametrize("name", ["isolates", "findings"])
def test_confidential_rows_are_answered_on_request_only(client: TestClient, name: str) -> None:
    """What is for the coordinating office alone is left out unless asked for."""
    address = f"/api/v1/networks/hostile/{name}"
    assert not any(each["confidential"] for each in client.get(address).json()["items"])
    asked = client.get(address, params={"confidential": "true"}).json()["items"]
    assert any(each["confidential"] for each in asked)


def test_rules_of_missing_exchange_can_be_asked_for_and_left_away(client: TestClient) -> None:
    """Both may stand more than once; a rule that is none is refused."""

    def rules(**asked: list[str]) -> set[str]:
        items = client.get(f"{_BASE}/missing", params={**asked, "limit": 1000}).json()["items"]
        return {row["rule"] for row in items}

    some = ["one_sided_report", "group_without_line_to_steering"]
    assert rules(rule=some) == set(some)
    assert rules(without=some) == rules() - set(some)
    assert client.get(f"{_BASE}/missing", params={"rule": "nonsense"}).status_code == 422


def test_the_summary_counts_what_the_lists_hold(client: TestClient) -> None:
    """Sizes agree with the lists."""
    sizes = client.get(f"{_BASE}/summary").json()
    bodies = client.get(f"{_BASE}/bodies?limit=1000").json()["items"]
    seats = client.get(f"{_BASE}/memberships?limit=1000").json()["items"]
    assert (sizes["bodies"], sizes["memberships"]) == (len(bodies), len(seats))


def test_bridges_say_what_would_lose_touch_and_measure_only_when_asked(client: TestClient) -> None:
    """The setting decides how much has to hang on one unless somebody asks for less."""
    rows = client.get(f"{_BASE}/bridges", params={"min_part": 1, "limit": 1000}).json()["items"]
    assert rows
    assert all(row["measures"] is None and row["parts"] for row in rows)
    measured = client.get(
        f"{_BASE}/bridges", params={"min_part": 1, "measures": True, "limit": 1000}
    ).json()["items"]
    actors = [row for row in measured if row["kind"] == "actor"]
    assert actors
    assert all(0 <= row["measures"]["betweenness"] <= 1 for row in actors)
    assert [row["ids"] for row in measured] == [row["ids"] for row in rows]


def test_names_without_a_function_can_be_left_out(client: TestClient) -> None:
    """For whoever shows ways and bridges to others."""
    for name in ("flow", "bridges"):
        asked = (
            {"functions_only": True, "min_part": 1}
            if name == "bridges"
            else {"functions_only": True}
        )
        assert client.get(f"{_BASE}/{name}", params=asked).status_code == 200


def test_two_moments_are_compared_and_an_unchanged_answer_is_spared(client: TestClient) -> None:
    """By date; the ETag belongs to both ends, and an unknown snapshot is refused."""
    asked: dict[str, str | int] = {"from": "2015", "to": "2026-06", "limit": 1000}
    answer = client.get(f"{_BASE}/compare", params=asked)
    rows = answer.json()["items"]
    assert {row["aspect"] for row in rows} >= {"measure", "body"}
    headers = {"If-None-Match": answer.headers["etag"]}
    assert client.get(f"{_BASE}/compare", params=asked, headers=headers).status_code == 304
    other = client.get(f"{_BASE}/compare", params={**asked, "to": "2020"}, headers=headers)
    assert other.status_code == 200
    same = client.get(f"{_BASE}/compare", params={"from": "2026", "to": "2026"})
    assert same.json()["items"] == []
    missing = client.get(f"{_BASE}/compare", params={"from_snapshot": "none"})
    assert (missing.status_code, missing.json()["code"]) == (404, "snapshot.not_found")
