"""Pages to find and merge duplicates, as a browser without JavaScript gets them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from netmap.changes import Put
from netmap.model import AnyRecord, Membership, Organization, Person
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.vocabulary import Asked

_BASE = "/networks/buchenau"
_TWICE: list[AnyRecord] = [
    Organization(id="hall", name="Rathaus"),
    Person(id="a", name="Jördis Abendroth", organization_id="hall", asked=Asked.LEFT_OUT),
    Person(id="b", name="Abendroth, Jördis", function="Leitung"),
    Organization(id="ag", name="AG Doppelt", meets=True),
    Membership(id="sa", member_id="a", organization_id="ag"),
    Membership(id="sb", member_id="b", organization_id="ag", start_date="2024"),
]


@pytest.fixture
def twice(own_use_cases: UseCases, editor: TestClient) -> TestClient:
    """A browser on a network in which one person was entered twice."""
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [Put(record=each) for each in _TWICE])
    return editor


def fields(page: str) -> dict[str, str]:
    """The hidden fields and chosen radio buttons of the last form of a page."""
    form = re.findall(r"<form method=\"post\".*?</form>", page, re.DOTALL)[-1]
    found = {}
    for tag in re.findall(r"<input [^>]*>", form):
        said = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if said.get("type") == "hidden" or " checked" in tag:
            found[unescape(said["name"])] = unescape(said["value"])
    return found


def test_the_list_leads_to_a_comparison_and_the_comparison_to_one_record(
    twice: TestClient, own_use_cases: UseCases
) -> None:
    """What is shown is done: the seats become one, and undo brings both records back."""
    listed = unescape(twice.get(f"{_BASE}/edits/duplicates").text)
    assert "Jördis Abendroth" in listed
    pair = {"kept": "a", "other": "b"}
    shown = twice.get(f"{_BASE}/edits/merge", params=pair).text
    assert "Leitung" in shown
    assert "Stünde doppelt" in shown
    done = twice.post(f"{_BASE}/edits/merge", data={**fields(shown), "side.name": "kept"})
    assert done.status_code == 200, done.text
    assert "Gespeichert" in done.text
    records = own_use_cases.networks.at(LOCAL_OWNER, "buchenau").actor_index
    assert "a" in records
    assert "b" not in records
    entry = own_use_cases.records.history(LOCAL_OWNER, "buchenau", limit=1)[0]
    twice.post(f"{_BASE}/history/{entry.id}/undo", data={"form_token": fields(shown)["form_token"]})
    assert "b" in own_use_cases.networks.at(LOCAL_OWNER, "buchenau").actor_index


def test_that_somebody_stays_outside_on_purpose_is_on_none_of_the_pages(twice: TestClient) -> None:
    """The comparison does not tell it, whichever side it stands on."""
    for pair in ({"kept": "a", "other": "b"}, {"kept": "b", "other": "a"}):
        shown = twice.get(f"{_BASE}/edits/merge", params=pair).text
        assert "left_out" not in shown
        assert "abgefragt" not in shown.casefold()
        assert "außen" not in shown


def test_a_colleague_who_came_between_is_told_of(
    twice: TestClient, own_use_cases: UseCases
) -> None:
    """The comparison is shown again with what is new; nothing was written."""
    shown = fields(twice.get(f"{_BASE}/edits/merge", params={"kept": "a", "other": "b"}).text)
    changed = own_use_cases.records.record(LOCAL_OWNER, "buchenau", "b")
    assert isinstance(changed, Person)
    put = Put(record=changed.model_copy(update={"function": "Geschäftsführung"}))
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [put])
    again = twice.post(f"{_BASE}/edits/merge", data=shown)
    assert again.status_code == 409
    assert "Inzwischen wurde etwas geändert" in again.text
    assert "Geschäftsführung" in again.text
    assert twice.post(f"{_BASE}/edits/merge", data=fields(again.text)).status_code == 200


def test_a_typed_name_leads_to_the_record_it_means(twice: TestClient) -> None:
    """A name that means one record opens the comparison; others are offered to choose from."""
    choice = twice.get(f"{_BASE}/edits/merge", params={"kept": "a"})
    assert "Abendroth, Jördis" in choice.text
    token = fields(choice.text.replace('class="nm-form nm-narrow" ', ""))["form_token"]
    sent = {"form_token": token, "kept": "a", "name": "abendroth, jördis"}
    assert "Meinen beide dasselbe?" in twice.post(f"{_BASE}/edits/merge/find", data=sent).text
    vague = twice.post(f"{_BASE}/edits/merge/find", data={**sent, "name": "Abendrot, Jördis"})
    assert "Vergleichen und zusammenführen" in vague.text
    nobody = twice.post(f"{_BASE}/edits/merge/find", data={**sent, "name": "Zacharias Quast"})
    assert "oder ähnlich" in nobody.text


def test_what_cannot_be_merged_is_refused_with_a_remedy(twice: TestClient) -> None:
    """Two kinds, or a record that is not there."""
    refused = twice.get(f"{_BASE}/edits/merge", params={"kept": "a", "other": "hall"})
    assert refused.status_code == 422
    assert "edit.impossible" in refused.text
    assert twice.get(f"{_BASE}/edits/merge", params={"kept": "nobody"}).status_code == 404


def test_two_that_are_called_alike_can_be_told_apart(
    twice: TestClient, own_use_cases: UseCases
) -> None:
    """The pair stays quiet, in the list and where one of them is merged, until its data change."""
    duplicates, pair = f"{_BASE}/edits/duplicates", {"kept": "a", "other": "b"}

    def open_pairs() -> str:
        page = unescape(twice.get(duplicates).text)
        return page.split("<details", 1)[0]

    both = "Abendroth, Jördis</a>"
    assert both in open_pairs()
    shown = twice.get(f"{_BASE}/edits/merge", params=pair).text
    assert f'formaction="{duplicates}/apart"' in shown
    said = unescape(twice.post(f"{duplicates}/apart", data=fields(shown)).text)
    assert "Gespeichert" in said
    assert both not in open_pairs()
    assert "1 Paar ist als zwei verschiedene vermerkt" in said
    choice = twice.get(f"{_BASE}/edits/merge", params={"kept": "a"}).text
    assert "other=b" not in choice
    # Undone, said again, taken back with a second look.
    [log] = own_use_cases.records.history(LOCAL_OWNER, "buchenau", limit=1)
    own_use_cases.records.undo(LOCAL_OWNER, "buchenau", log.id)
    assert both in open_pairs()
    token = fields(twice.get(duplicates).text)["form_token"]
    twice.post(f"{duplicates}/apart", data={**pair, "form_token": token})
    assert both not in open_pairs()
    twice.post(f"{duplicates}/apart", data={**pair, "form_token": token, "again": "1"})
    assert both in open_pairs()
    # Said once more, it holds until one of both reads otherwise.
    twice.post(f"{duplicates}/apart", data={**pair, "form_token": token})
    person = own_use_cases.records.record(LOCAL_OWNER, "buchenau", "b")
    changed = Put(record=person.model_copy(update={"function": "Leitung Jugendamt"}))  # type: ignore[arg-type]
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [changed])
    assert both in open_pairs()
    assert "Schon einmal als zwei verschiedene vermerkt" in open_pairs()


def test_what_is_not_there_is_not_told_apart(twice: TestClient) -> None:
    """A record that went meanwhile, or a seat."""
    token = fields(twice.get(f"{_BASE}/edits/duplicates").text)["form_token"]
    for other in ("nobody", "sa"):
        sent = {"kept": "a", "other": other, "form_token": token}
        assert twice.post(f"{_BASE}/edits/duplicates/apart", data=sent).status_code == 404
