"""Views of the map in the browser, without JavaScript."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from netmap.map_views import MapView
from netmap.principal import LOCAL_OWNER, Principal
from netmap.services.use_cases import UseCases
from netmap.web.context import current_principal
from tests.strategies import HOSTILE_TEXTS
from tests.web.page_forms import form_in, send

_MAP = "/networks/buchenau/map"
_VIEWS = f"{_MAP}/views"


def _views(use_cases: UseCases) -> list[MapView]:
    return use_cases.map_views.all(LOCAL_OWNER, "buchenau")


def _keep(client: TestClient, address: str, **fields: str) -> str:
    """Keep what an address shows; where that leads."""
    answer = send(client, client.get(address).text, _VIEWS, {"as": "new", **fields})
    assert answer.status_code == 303, answer.text[:2000]
    return answer.headers["location"]


def test_what_is_shown_is_kept_and_opened_by_a_short_link(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """The link shows what was saved, says so with a way back, and so does the page's file."""
    places = json.dumps({"koko": [9000, 12.5]})
    there = _keep(
        editor, f"{_MAP}?kind=body&level=steering&lang=en", name="Steering group", places=places
    )
    assert there.startswith(f"{_MAP}?view=view-steering-group&saved=")
    page = editor.get(there).text
    assert "Saved" in page
    assert re.search(
        r'<a [^>]*href="/networks/buchenau/map\?view=view-steering-group"[^>]*aria-current', page
    )
    assert len(re.findall(r'<tr data-nmap-row="\d+">', page)) == 1
    assert ",9000.0,12.5]]" in page
    (view,) = _views(own_use_cases)
    assert [(each.name.value, each.value) for each in view.query] == [
        ("kind", "body"),
        ("level", "steering"),
    ]
    sheet = editor.get(f"{_MAP}/sheet.svg?view=Steering%20group")
    assert "Steering group" in sheet.text
    assert ",9000.0,12.5]]" in editor.get(f"{_MAP}/file?view={view.id}").text
    # Another choice keeps the places of the view.
    changed = editor.get(f"{_MAP}?places={view.id}&kind=person").text
    assert ",9000.0,12.5]]" in changed
    assert '<input type="hidden" name="places" value="view-steering-group">' in changed
    assert send(editor, page, "/networks/buchenau/history/", {}).status_code == 303
    assert _views(own_use_cases) == []
    assert (
        "Ansicht der Karte Steering group" in editor.get("/networks/buchenau/history?lang=de").text
    )


def test_a_view_of_another_date_says_its_date(editor: TestClient) -> None:
    """Links that lead on keep the date, and an address may ask for another one."""
    there = _keep(editor, f"{_MAP}?as_of=2025-03-31", name="Stand im März")
    view = parse_qs(urlsplit(there).query)["view"][0]
    answer = editor.get(there, follow_redirects=False)
    assert answer.status_code == 302
    assert "as_of=2025-03-31" in answer.headers["location"]
    assert "saved=" in answer.headers["location"]
    assert "31. März 2025" in editor.get(there).text
    other = editor.get(f"{_MAP}?view={view}&as_of=2026-01-01").text
    assert f'<input type="hidden" name="view" value="{view}">' in other
    assert "1. Januar 2026" in other
    assert f'href="{_MAP}?view={view}&amp;as_of="' in other
    assert "Stand: heute" in editor.get(f"{_MAP}?view={view}&as_of=").text
    assert "31. März 2025" in editor.get(f"{_MAP}/sheet.svg?view={view}").text


def test_two_colleagues_who_save_one_view_lose_nothing(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """The second is told, can keep both or take the own one, and what was sent is still there."""
    _keep(editor, _MAP, name="Runde")
    page = editor.get(f"{_MAP}?view=view-runde").text
    mine, yours = (
        {"as": "replace", "places": json.dumps({"koko": [x, 0]}), "query": "kind=body"}
        for x in (1, 2)
    )
    assert send(editor, page, _VIEWS, mine).status_code == 303
    answer = send(editor, page, _VIEWS, yours)
    assert answer.status_code == 409
    assert "Jemand hat die Ansicht „Runde“ inzwischen gespeichert" in answer.text
    assert _views(own_use_cases)[0].places[0].x == 1
    _, fields = form_in(answer.text, _VIEWS)
    assert fields["places"] == ['{"koko":[2.0,0.0]}']
    assert fields["query"] == ["kind=body"]
    taken = send(editor, answer.text, _VIEWS, {"as": "new"})
    assert taken.status_code == 409
    assert "Eine Ansicht „Runde“ gibt es schon" in taken.text
    second = editor.post(
        _VIEWS, data=_second_form(taken.text) | {"as": "replace"}, follow_redirects=False
    )
    assert second.status_code == 303
    assert _views(own_use_cases)[0].places[0].x == 2
    assert send(editor, taken.text, _VIEWS, {"as": "new", "name": "Runde 2"}).status_code == 303
    assert [each.name for each in _views(own_use_cases)] == ["Runde", "Runde 2"]


def _second_form(page: str) -> dict[str, list[str]]:
    """The form that replaces what is there, the second one of the page."""
    _, fields = form_in(page[page.index("Ihre Fassung nehmen") - 200 :], _VIEWS)
    return fields


def test_views_are_renamed_and_removed(editor: TestClient, own_use_cases: UseCases) -> None:
    """The link outlives a new name; removing can be taken back; a name is given once."""
    for name in ("Runde", "Kreis"):
        _keep(editor, f"{_MAP}?kind=body", name=name)
    page = editor.get(_VIEWS).text
    assert "Wer: Gremien" in page
    rename = f"{_VIEWS}/rename/view-runde"
    assert send(editor, page, rename, {"name": "Rat <b>"}).status_code == 303
    assert "Rat &lt;b&gt;" in editor.get(f"{_MAP}?view=view-runde").text
    # The page was read before: somebody else may have renamed it, and somebody has.
    stale = send(editor, page, rename, {"name": "Zirkel"})
    assert stale.status_code == 409
    assert 'value="Zirkel"' in stale.text
    assert send(editor, editor.get(_VIEWS).text, rename, {"name": "kreis"}).status_code == 409
    removed = send(editor, editor.get(_VIEWS).text, f"{_VIEWS}/remove/view-runde", {})
    assert removed.headers["location"].startswith(f"{_VIEWS}?saved=")
    gone = editor.get(f"{_MAP}?view=view-runde")
    assert gone.status_code == 404
    assert "view-runde" in gone.text
    told = editor.get(removed.headers["location"]).text
    assert send(editor, told, "/networks/buchenau/history/", {}).status_code == 303
    assert [each.name for each in _views(own_use_cases)] == ["Kreis", "Rat <b>"]


def test_what_is_saved_after_its_view_was_removed_is_asked_about(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """It can be kept under a name, the old one included."""
    _keep(editor, _MAP, name="Runde")
    page = editor.get(f"{_MAP}?view=view-runde").text
    (view,) = _views(own_use_cases)
    own_use_cases.map_views.remove(LOCAL_OWNER, "buchenau", view.id, view.version)
    answer = send(editor, page, _VIEWS, {"as": "replace", "places": '{"koko":[7,7]}'})
    assert answer.status_code == 409
    assert "inzwischen entfernt" in answer.text
    assert send(editor, answer.text, _VIEWS, {"as": "new", "name": "Runde"}).status_code == 303
    assert _views(own_use_cases)[0].places[0].x == 7


@pytest.mark.parametrize(
    "places", ["[", "[]", '{"koko":[1]}', '{"koko":["x",1]}', '{"koko":[1e99,NaN]}', "[" * 9_999]
)
def test_places_that_are_none_are_refused(editor: TestClient, places: str) -> None:
    """What no page of ours sends gets a clear answer."""
    answer = send(
        editor, editor.get(_MAP).text, _VIEWS, {"as": "new", "name": "X", "places": places}
    )
    assert answer.status_code == 422
    assert "So lässt sich keine Ansicht speichern" in answer.text


def test_hostile_texts_are_names(editor: TestClient, own_use_cases: UseCases) -> None:
    """Names are text on map, list, sheet and file, and any of them finds its view."""
    for number, text in enumerate(HOSTILE_TEXTS):
        answer = send(editor, editor.get(_MAP).text, _VIEWS, {"as": "new", "name": text})
        assert answer.status_code in {303, 422}, number
    kept = _views(own_use_cases)
    assert len(kept) > len(HOSTILE_TEXTS) / 2
    for page in (editor.get(_VIEWS).text, editor.get(_MAP).text):
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    for view in kept:
        assert editor.get(_MAP, params={"view": view.id}).status_code == 200


def test_readers_see_views_and_no_form(editor: TestClient) -> None:
    """Who may not change the network opens what others saved."""
    _keep(editor, _MAP, name="Runde")
    reader = Principal(id="r", name="Reader", writes=frozenset())
    app = editor.app
    app.dependency_overrides[current_principal] = lambda: reader  # type: ignore[attr-defined]
    page = editor.get(f"{_MAP}?view=view-runde").text
    assert 'aria-current="true">Runde' in page
    assert 'id="nm-view-form"' not in page
    assert "/rename/" not in editor.get(_VIEWS).text


def test_programs_read_and_write_views_like_any_record(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """The API lists, stores and removes them, and refuses places that no map has."""
    _keep(editor, f"{_MAP}?kind=body", name="Runde")
    api = "/api/v1/networks/buchenau/records"
    listed = editor.get(f"{api}?kind=map_view").json()
    (item,) = listed["items"]
    assert item["query"] == [{"name": "kind", "value": "body"}]
    far = {**item, "places": [{"actor_id": "koko", "x": 1e9, "y": 0}]}
    answer = editor.put(
        f"{api}/{item['id']}", json=far, headers={"If-Match": f'"{item["version"]}"'}
    )
    assert answer.status_code == 422
    assert "places" in answer.text
    assert _views(own_use_cases)[0].places == ()
