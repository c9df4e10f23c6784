from __future__ import annotations

import re
from typing import cast
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from netmap.changes import Put
from netmap.model import AnyRecord, Membership, Organization, Person
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.vocabulary import Kind, Role
from tests.strategies import HOSTILE_TEXTS
from tests.web.conftest import HOSTILE_ID
from tests.web.page_forms import form_in, send

_BASE = "/networks/buchenau"


def _opened(client: TestClient, address: str) -> str:
    answer = client.get(f"{_BASE}{address}")
    assert answer.status_code == 200, answer.text[:500]
    return answer.text


def _stored(use_cases: UseCases, record_id: str) -> AnyRecord:
    return cast(AnyRecord, use_cases.records.record(LOCAL_OWNER, "buchenau", record_id))


def _named(use_cases: UseCases, name: str) -> AnyRecord:
    network = use_cases.networks.at(LOCAL_OWNER, "buchenau", None)
    (found,) = [each for each in network.all_records() if getattr(each, "name", None) == name]
    return cast(AnyRecord, found)


def test_a_person_is_entered_with_house_and_topic(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """One form makes the person and what it works on, as one change that can be undone."""
    page = _opened(editor, "/records/new?kind=person")
    values = {"name": "Nora Neu", "organization": "Jugendamt", "topics": ["Schulabsentismus", ""]}
    answer = send(editor, page, f"{_BASE}/records/new", values)
    assert answer.status_code == 303
    person = _named(own_use_cases, "Nora Neu")
    assert isinstance(person, Person)
    assert person.organization_id == "jugendamt"
    assert person.source is not None
    # No personal data in addresses.
    assert "nora" not in answer.headers["location"].lower()
    told = editor.get(answer.headers["location"]).text
    assert "Gespeichert" in told
    assert "Schulabsentismus" in told
    undone = send(editor, told, f"{_BASE}/history/", {})
    assert undone.status_code == 303
    network = own_use_cases.networks.at(LOCAL_OWNER, "buchenau", None)
    assert person.id not in network.actor_index


def test_a_record_is_corrected_and_the_history_tells_it(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """What is changed is told in words; what is not on the form stays."""
    before = _stored(own_use_cases, "jugendamt")
    page = _opened(editor, "/records/edit/jugendamt")
    values = {"short_name": "JA", "note": "stand so im Protokoll", "topics": []}
    answer = send(editor, page, f"{_BASE}/records/edit/", values)
    assert answer.status_code == 303
    after = _stored(own_use_cases, "jugendamt")
    assert after == before.model_copy(update={"short_name": "JA", "version": after.version})
    history = _opened(editor, "/history")
    assert "Kurzname von Jugendamt geändert" in history
    assert "stand so im Protokoll" in history
    assert "Jugendamt: Schulabsentismus" in history  # the topic went with it


def test_two_colleagues_in_conflict_choose_field_by_field(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """Nothing is overwritten: both versions are shown, and what was chosen is saved."""
    mine = _opened(editor, "/records/edit/jugendamt")
    theirs = _opened(editor, "/records/edit/jugendamt")
    action = f"{_BASE}/records/edit/"
    send(editor, theirs, action, {"short_name": "JA", "territory": "Kreis"})
    refused = send(editor, mine, action, {"short_name": "JuA", "classification": "Fachamt"})
    assert refused.status_code == 409
    assert _stored(own_use_cases, "jugendamt").model_dump()["short_name"] == "JA"
    _, fields = form_in(refused.text, action)
    # Where one side alone changed something, that is chosen; where both did, nothing is.
    assert fields["take.classification"] == ["yours"]
    assert fields["take.territory"] == ["theirs"]
    assert "take.short_name" not in fields
    settled = send(editor, refused.text, action, {"take.short_name": "yours"})
    assert settled.headers["location"].startswith(f"{_BASE}/actors/jugendamt?saved=")
    after = _stored(own_use_cases, "jugendamt")
    assert isinstance(after, Organization)
    assert (after.short_name, after.territory, after.classification) == ("JuA", "Kreis", "Fachamt")


def test_what_was_removed_meanwhile_is_not_lost(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """What somebody typed is offered again as a new record."""
    new = Put(record=Organization(id="gone", name="Verein"))
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [new])
    page = _opened(editor, "/records/edit/gone")
    version = _stored(own_use_cases, "gone").version
    own_use_cases.removal.remove(LOCAL_OWNER, "buchenau", "gone", version)
    answer = send(editor, page, f"{_BASE}/records/edit/", {"name": "Verein für alle"})
    assert answer.status_code == 409
    again = send(editor, answer.text, f"{_BASE}/records/new", {})
    assert again.status_code == 303
    assert isinstance(_named(own_use_cases, "Verein für alle"), Organization)


def test_a_likely_duplicate_is_asked_about_first(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """A name like one that is there is saved only when somebody says that it is another one."""
    page = _opened(editor, "/records/new?kind=organization")
    asked = send(editor, page, f"{_BASE}/records/new", {"name": "Jugendamdt"})
    assert asked.status_code == 422
    assert "Meinten Sie" in asked.text
    network = own_use_cases.networks.at(LOCAL_OWNER, "buchenau", None)
    assert "Jugendamdt" not in network.labels
    done = send(editor, asked.text, f"{_BASE}/records/new", {"anyway": "1"})
    assert done.headers["location"].startswith(f"{_BASE}/actors/")


def test_an_unknown_name_can_be_created_along_the_way(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """A member whom nobody knows yet is entered with the seat, when the form is told so."""
    body = next(iter(sorted(own_use_cases.entry.names(LOCAL_OWNER, "buchenau").bodies)))
    page = _opened(editor, f"/records/new?kind=membership&body={body}")
    _, fields = form_in(page, f"{_BASE}/records/new")
    assert fields["body"] != [""]
    asked = send(editor, page, f"{_BASE}/records/new", {"member": "Ines Ganzneu", "role": "Gast"})
    assert asked.status_code == 422
    done = send(editor, asked.text, f"{_BASE}/records/new", {"pick.member.0": "new:person"})
    assert done.status_code == 303
    person = _named(own_use_cases, "Ines Ganzneu")
    network = own_use_cases.networks.at(LOCAL_OWNER, "buchenau", None)
    (seat,) = [
        each
        for each in network.records(Kind.MEMBERSHIP)
        if isinstance(each, Membership) and each.member_id == person.id
    ]
    assert (seat.organization_id, seat.role) == (body, Role.GUEST)


def test_removing_tells_first_what_goes_with_it(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """Seats and ties that say nothing without it go along, in one change."""
    page = _opened(editor, "/records/remove/jugendamt")
    assert "Wird mit entfernt" in page
    answer = send(editor, page, f"{_BASE}/records/remove/", {})
    assert answer.status_code == 303
    network = own_use_cases.networks.at(LOCAL_OWNER, "buchenau", None)
    assert "jugendamt" not in network.actor_index
    told = editor.get(answer.headers["location"]).text
    assert send(editor, told, f"{_BASE}/history/", {}).status_code == 303
    network = own_use_cases.networks.at(LOCAL_OWNER, "buchenau", None)
    assert "jugendamt" in network.actor_index


def test_an_undo_that_came_too_late_says_why(editor: TestClient, own_use_cases: UseCases) -> None:
    """A change that others built upon is not taken back, and the page says what to do."""
    for name in ("A", "B"):
        page = _opened(editor, "/records/edit/jugendamt")
        send(editor, page, f"{_BASE}/records/edit/", {"short_name": name})
    history = _opened(editor, "/history")
    addresses = re.findall(rf'action="({_BASE}/history/[^"]+/undo)"', history)
    _, fields = form_in(history, f"{_BASE}/history/")
    late = editor.post(addresses[1], data=fields, follow_redirects=False)
    assert late.status_code == 409
    assert "lässt sich nicht mehr zurücknehmen" in late.text
    assert _stored(own_use_cases, "jugendamt").model_dump()["short_name"] == "B"


@pytest.mark.parametrize("action", ["new?kind=topic", "edit/jugendamt", "remove/jugendamt"])
def test_forms_of_other_pages_change_nothing(
    editor: TestClient, own_use_cases: UseCases, action: str
) -> None:
    """Without the token of a page of ours nothing is saved."""
    revision = own_use_cases.networks.info(LOCAL_OWNER, "buchenau").revision
    editor.get(f"{_BASE}/records/{action}")
    for token in ({}, {"form_token": "x"}):
        answer = editor.post(f"{_BASE}/records/{action}", data={"name": "X", **token})
        assert answer.status_code == 403
    own = form_in(editor.get(f"{_BASE}/records/{action}").text, f"{_BASE}/records/")[1]
    foreign = editor.post(
        f"{_BASE}/records/{action}", data=own, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert foreign.status_code == 403
    assert own_use_cases.networks.info(LOCAL_OWNER, "buchenau").revision == revision


def test_hostile_texts_are_saved_and_shown_as_text(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """Whatever is typed comes back as it was typed, and never as markup."""
    for text in HOSTILE_TEXTS:
        page = _opened(editor, "/records/new?kind=topic")
        values = {"name": f"T {text}", "description": text, "anyway": "1"}
        answer = send(editor, page, f"{_BASE}/records/new", values)
        assert answer.status_code == 303, text
        for address in ("/topics", "/history"):
            assert "<script>alert" not in _opened(editor, address)
            assert "<img src=x" not in _opened(editor, address)


def test_an_id_that_looks_like_an_address_leads_to_its_page(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """Imported ids hold what they hold; after saving the record's own page comes all the same."""
    new = Put(record=Organization(id=HOSTILE_ID, name="Verein"))
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [new])
    page = _opened(editor, f"/records/edit/{quote(HOSTILE_ID, safe='')}")
    answer = send(editor, page, f"{_BASE}/records/edit/", {"name": "Verein für alle"})
    shown = editor.get(answer.headers["location"])
    assert shown.status_code == 200
    assert "Verein für alle" in shown.text


def test_names_are_completed_while_one_types(editor: TestClient) -> None:
    """Names that begin or sound like what is typed, of the kinds that fit."""
    page = _opened(editor, "/records/new?kind=exchange_tie")
    _, fields = form_in(page, f"{_BASE}/records/new")
    answer = editor.post(
        f"{_BASE}/records/names?field=actor_a&kinds=organization",
        data={"form_token": fields["form_token"], "actor_a": "jugndamt"},
    )
    assert 'value="Jugendamt"' in answer.text
