from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from fastapi import FastAPI
from fastapi.testclient import TestClient

from netmap.changes import Put
from netmap.map_views import MapView, ViewParameter
from netmap.model import Membership, Organization, Person
from netmap.principal import LOCAL_OWNER, Principal
from netmap.services.use_cases import UseCases
from netmap.vocabulary import MapParameter
from netmap.web.context import current_principal
from tests.web.conftest import HOSTILE_ID
from tests.web.page_forms import form_in, send

_BASE = "/networks/buchenau"
_MAP = f"{_BASE}/map"
_TOOLS = "data-nmap-form"


def _forms(page: str) -> list[str]:
    """Addresses of the forms of records that a page leads to."""
    found = re.findall(rf'href="({_BASE}/records/[^"]*)"', page)
    return [unescape(each) for each in found]


def _data(page: str) -> dict[str, Any]:
    """What the scripts of a map work with."""
    block = re.search(r'id="nmap-data">(.*?)</script>', page, re.DOTALL)
    assert block
    data: dict[str, Any] = json.loads(block[1])
    return data


def _chosen(page: str) -> list[str]:
    data = _data(page)
    return [data["ids"][each] for each in data["saved"]]


def test_without_scripts_forms_lead_back_to_what_the_map_showed(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """Entered from a narrowed map, saved, told of there, and taken back there."""
    address = f"{_MAP}?kind=body&kind=organization&colour=sector"
    (form,) = [each for each in _forms(editor.get(address).text) if "kind=organization" in each]
    assert parse_qs(urlsplit(form).query)["back"] == [address]
    answer = send(editor, editor.get(form).text, f"{_BASE}/records/new", {"name": "Werkstatt"})
    there = answer.headers["location"]
    assert there.startswith(f"{address}&saved=")
    page = editor.get(there).text
    assert "Eingetragen: Organisation Werkstatt" in page
    (made,) = _chosen(page)
    assert made in own_use_cases.networks.at(LOCAL_OWNER, "buchenau").actor_index
    undone = send(editor, page, f"{_BASE}/history/", {})
    assert undone.headers["location"].startswith(f"{address}&saved=")
    after = editor.get(undone.headers["location"]).text
    assert "Zurückgenommen. Entfernt: Organisation Werkstatt" in after
    assert _chosen(after) == []
    assert made not in _data(after)["ids"]


def test_everybody_in_the_tables_can_be_changed_without_scripts(client: TestClient) -> None:
    """A row leads to the form of its actor, and the form back to the map."""
    page = client.get(f"{_MAP}?kind=body").text
    form = f"{_BASE}/records/edit/koko?back={quote(f'{_MAP}?kind=body', safe='')}"
    assert form in _forms(page)
    assert len([each for each in _forms(page) if "/edit/" in each]) == 30
    _, fields = form_in(client.get(form).text, f"{_BASE}/records/edit")
    assert fields["back"] == [f"{_MAP}?kind=body"]
    removal = client.get(f"{_BASE}/records/remove/koko?back={quote(_MAP, safe='')}").text
    assert form_in(removal, f"{_BASE}/records/remove")[1]["back"] == [_MAP]


def test_the_form_of_a_tie_has_both_ends_filled_in(client: TestClient) -> None:
    """What the map asks for when a tie was drawn between two marks."""
    query = f"kind=membership&member=koko&body=ag-uebergang&back={quote(_MAP, safe='')}"
    _, fields = form_in(client.get(f"{_BASE}/records/new?{query}").text, f"{_BASE}/records/new")
    assert fields["member"] == ["Kommunale Koordinierungsstelle"]
    assert fields["body"] == ["Arbeitskreis Übergang"]
    assert fields["back"] == [_MAP]


def test_who_somebody_works_for_is_filled_in_and_not_saved_yet(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """The form shows what was drawn; only sending it changes the record."""
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [Put(record=Person(id="ada", name="Ada"))])
    page = editor.get(f"{_BASE}/records/edit/ada?organization=jugendamt&back={_MAP}").text
    _, fields = form_in(page, f"{_BASE}/records/edit")
    assert fields["organization"] == ["Jugendamt"]
    person = own_use_cases.records.record(LOCAL_OWNER, "buchenau", "ada")
    assert isinstance(person, Person)
    assert person.organization_id is None
    sent = send(editor, page, f"{_BASE}/records/edit", {})
    assert sent.headers["location"].startswith(_MAP)
    person = own_use_cases.records.record(LOCAL_OWNER, "buchenau", "ada")
    assert isinstance(person, Person)
    assert person.organization_id == "jugendamt"


def test_each_seat_and_tie_leads_to_its_own_record(client: TestClient, use_cases: UseCases) -> None:
    """The numbers that the panel knows are those of the records, in every list of both ends."""
    data = _data(client.get(_MAP).text)
    network = use_cases.networks.at(LOCAL_OWNER, "buchenau")
    seat = next(each for each in network.all_records() if isinstance(each, Membership))
    number = data["records"].index(seat.id)
    edge = data["edges"][number]
    ends = [network.actor_index[each] for each in (seat.member_id, seat.organization_id)]
    assert [edge["from"], edge["to"]] == ends
    for here, there in (ends, reversed(ends)):
        others = [each for _, group in data["profiles"][here]["ties"] for each in group]
        assert [there, number] in [[each[0], each[2]] for each in others if len(each) == 3]


def test_what_was_saved_is_told_by_the_record_of_the_form(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """A tie is told by its ends, and the first of them is chosen; nobody is called somebody."""
    log = own_use_cases.records.apply(
        LOCAL_OWNER,
        "buchenau",
        [
            Put(record=Organization(id="neu", name="AG Neu", meets=True)),
            Put(record=Membership(id="sitz", member_id="koko", organization_id="neu")),
        ],
    )
    page = editor.get(f"{_MAP}?saved={log.id}").text
    assert "Mitgliedschaft Kommunale Koordinierungsstelle in AG Neu" in page
    assert "Jemand hat" not in page
    assert _chosen(page)[0] == "koko"


def test_an_unknown_change_set_in_the_address_does_no_harm(client: TestClient) -> None:
    """Addresses are typed and kept: one that names no change shows the map."""
    page = client.get(f"{_MAP}?saved=nothing")
    assert page.status_code == 200
    assert _chosen(page.text) == []


def test_only_todays_map_can_be_changed(client: TestClient) -> None:
    """What is entered would not show on another date; the way to today keeps what is shown."""
    page = client.get(f"{_MAP}?as_of=2024-05-31&kind=body").text
    assert _forms(page) == []
    assert f'href="{_MAP}?kind=body">Heutigen Stand zeigen' in page
    assert _TOOLS not in page


def test_a_view_with_a_date_leads_to_itself_as_of_today(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """The view stays open; only its date stands aside, and what is saved comes back to it."""
    query = (
        ViewParameter(name=MapParameter("kind"), value="body"),
        ViewParameter(name=MapParameter("as_of"), value="2024-05-31"),
    )
    view = MapView(id="damals", name="Damals", query=query)
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [Put(record=view)])
    page = editor.get(f"{_MAP}?view=damals").text
    assert _TOOLS not in page
    assert f'href="{_MAP}?view=damals&amp;as_of=">Heutigen Stand zeigen' in page
    today = editor.get(f"{_MAP}?view=damals&as_of=").text
    (form,) = [each for each in _forms(today) if "new?kind=person" in each]
    assert parse_qs(urlsplit(form).query)["back"] == [f"{_MAP}?view=damals&as_of="]


def test_who_may_only_read_is_offered_no_forms(app: FastAPI, client: TestClient) -> None:
    """No tool stands there that would be refused."""
    reader = Principal(id="reader", name="Reader", writes=frozenset())
    app.dependency_overrides[current_principal] = lambda: reader
    try:
        page = client.get(_MAP).text
    finally:
        app.dependency_overrides.clear()
    assert _TOOLS not in page
    assert _forms(page) == []
    assert _TOOLS in client.get(_MAP).text


def test_the_file_to_take_along_has_no_tools(client: TestClient) -> None:
    """It works from disk, where nothing can be saved."""
    file = client.get(f"{_MAP}/file").text
    assert _TOOLS not in file
    assert "map.Editing = Editing" not in file
    assert "records" not in _data(file)


def test_an_empty_network_can_be_begun_on_its_map(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """The first actor is entered where the map says that nobody is there."""
    own_use_cases.records.apply(LOCAL_OWNER, "leer", [], new_network="Leer")
    page = editor.get("/networks/leer/map").text
    assert "niemand erfasst" in page
    assert 'href="/networks/leer/records/new?kind=body&amp;back=%2Fnetworks%2Fleer%2Fmap"' in page


def test_an_id_like_an_address_leads_to_its_form(client: TestClient) -> None:
    """Ids come from files: whatever they hold, the link opens the form of that record."""
    page = client.get("/networks/hostile/map").text
    links = re.findall(r'href="(/networks/hostile/records/edit/[^"]*)"', page)
    (own,) = [each for each in links if quote(HOSTILE_ID, safe="") in each]
    form = client.get(unescape(own))
    assert form.status_code == 200
    assert "<script>alert" not in form.text


def test_a_conflict_keeps_the_way_back(editor: TestClient, own_use_cases: UseCases) -> None:
    """Both versions side by side, and after the choice the map again."""
    page = editor.get(f"{_BASE}/records/edit/jugendamt?back={quote(_MAP, safe='')}").text
    stored = own_use_cases.records.record(LOCAL_OWNER, "buchenau", "jugendamt")
    assert isinstance(stored, Organization)
    other = stored.model_copy(update={"short_name": "JX"})
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [Put(record=other)])
    asked = send(editor, page, f"{_BASE}/records/edit/", {"short_name": "JA"})
    assert asked.status_code == 409
    assert f'href="{_BASE}/records/edit/jugendamt?back={_MAP}"' in asked.text
    chosen = send(editor, asked.text, f"{_BASE}/records/edit/", {"take.short_name": "yours"})
    assert chosen.headers["location"].startswith(f"{_MAP}?saved=")
