"""Preparing a meeting, its slides, and the file to take along."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases

_PREPARE = "/networks/buchenau/meeting/prepare"
_MEETING = "/networks/buchenau/meeting"


@pytest.fixture(scope="module")
def ids(use_cases: UseCases) -> list[str]:
    """Ids of all suggestions, in reading order."""
    found = use_cases.insights.findings(LOCAL_OWNER, "buchenau")
    return [each.id for each in found if not each.positive]


def _chosen(page: str) -> list[str]:
    return re.findall(r'name="f" id="c-(\w+)" value="\w+" checked', page)


def test_a_meeting_starts_from_strengths_and_some_of_each_kind(
    client: TestClient, use_cases: UseCases
) -> None:
    """Without a choice: a few strengths, every kind of suggestion, never more than two of one."""
    found = {each.id: each for each in use_cases.insights.findings(LOCAL_OWNER, "buchenau")}
    chosen = [found[each] for each in _chosen(client.get(_PREPARE).text)]
    assert 1 <= len([each for each in chosen if each.positive]) <= 4
    kinds = [each.kind for each in chosen if not each.positive]
    assert set(kinds) == {each.kind for each in found.values() if not each.positive}
    assert max(map(kinds.count, kinds)) <= 2


def test_the_choice_and_its_order_are_in_the_address(client: TestClient, ids: list[str]) -> None:
    """The same address shows the same; the first and the last keep their place at their ends."""
    first, second, third = ids[:3]
    query = f"f={third}&f={first}&f={second}"
    assert _chosen(client.get(f"{_PREPARE}?{query}").text) == [third, first, second]
    for move, expected in (
        (f"earlier={first}", [first, third, second]),
        (f"later={first}", [third, second, first]),
        (f"earlier={third}", [third, first, second]),
    ):
        moved = client.get(f"{_PREPARE}?{query}&{move}&as_of=2026", follow_redirects=False)
        assert moved.status_code == 303
        assert moved.headers["location"].endswith("&as_of=2026")
        assert _chosen(client.get(moved.headers["location"]).text) == expected


def test_an_empty_choice_stays_empty(client: TestClient) -> None:
    """Who takes everything away gets nothing, not the first choice again."""
    assert _chosen(client.get(f"{_PREPARE}?own=true").text) == []
    assert "noch nichts ausgewählt" in client.get(f"{_MEETING}?own=true").text


def test_what_no_longer_follows_is_told_to_who_prepares(client: TestClient, ids: list[str]) -> None:
    """A kept address outlives what the data say; the room is not bothered with it."""
    query = f"f={ids[0]}&f={'0' * 16}"
    assert "1 ausgewählter Hinweis ergibt sich nicht mehr" in client.get(f"{_PREPARE}?{query}").text
    assert client.get(f"{_MEETING}?{query}").text.count('class="nmeet-slide ') == 2


def test_what_is_for_the_coordinator_alone_cannot_be_chosen(
    client: TestClient, use_cases: UseCases
) -> None:
    """Neither offered, nor shown to who knows its id."""
    found = use_cases.insights.findings(LOCAL_OWNER, "hostile", confidential=True)
    (secret,) = [each.id for each in found if each.confidential]
    for page in ("meeting/prepare", "meeting", "meeting/file"):
        text = client.get(f"/networks/hostile/{page}?f={secret}").text
        assert f'value="{secret}"' not in text
        assert "bewusst außen vor" not in text


@pytest.mark.parametrize("given", ["f=nonsense", "&".join(["f=0123456789abcdef"] * 61)])
def test_what_is_no_choice_is_refused(client: TestClient, given: str) -> None:
    """Ids of findings only, and no more than a meeting can hold."""
    for page in (_PREPARE, _MEETING, f"{_MEETING}/file"):
        assert client.get(f"{page}?{given}").status_code == 422


def test_the_file_is_the_meeting_in_the_language_asked_for(
    client: TestClient, ids: list[str]
) -> None:
    """It is saved under a name of its own, and holds the slides chosen."""
    answer = client.get(f"{_MEETING}/file?f={ids[0]}&lang=en")
    assert answer.headers["content-disposition"] == (
        'attachment; filename="netmap-buchenau-meeting.html"'
    )
    assert answer.text.count('class="nmeet-slide ') == 2
    assert "Suggestions to talk about" in answer.text


@pytest.mark.parametrize("page", ["", "/findings", "/map"])
def test_the_meeting_is_found_from_where_one_is(client: TestClient, page: str) -> None:
    """Overview, findings and map lead to it, at the date they look at."""
    text = client.get(f"/networks/buchenau{page}?as_of=2026-05-31").text
    assert f'href="{_PREPARE}?as_of=2026-05-31"' in text


def test_programs_get_the_same_file(client: TestClient, ids: list[str]) -> None:
    """By findings and language; whoever has it already is told so, wrong ids are refused."""
    address = f"/api/v1/networks/buchenau/meeting?finding={ids[1]}&finding={ids[0]}&language=en"
    answer = client.get(address)
    page = client.get(f"{_MEETING}/file?f={ids[1]}&f={ids[0]}&lang=en")
    assert answer.text == page.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    kept = client.get(address, headers={"If-None-Match": answer.headers["etag"]})
    assert (kept.status_code, kept.text) == (304, "")
    assert client.get("/api/v1/networks/buchenau/meeting?finding=x").status_code == 422
