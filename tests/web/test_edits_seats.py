"""Pages to end seats, hand them over, close bodies and copy them: seen first, then done."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from netmap.changes import Put
from netmap.dates import period
from netmap.model import AnyRecord, Membership, Organization, Person
from netmap.network import Network
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.vocabulary import Role, Status

_BASE = "/networks/buchenau"
_RECORDS: list[AnyRecord] = [
    Organization(id="ag", name="AG Probe", meets=True, legal_basis="Ratsbeschluss"),
    Organization(id="round", name="Runde Probe", meets=True),
    Person(id="ada", name="Ada Probst"),
    Person(id="eva", name="Eva Quandt"),
    Membership(id="s1", member_id="ada", organization_id="ag", role=Role.CHAIR),
    Membership(id="s2", member_id="eva", organization_id="ag"),
]


@pytest.fixture
def browser(own_use_cases: UseCases, editor: TestClient) -> TestClient:
    """A browser on a network with a body of two."""
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [Put(record=each) for each in _RECORDS])
    return editor


def network(use_cases: UseCases, day: str = "") -> Network:
    """The network as it stands, today or at a date."""
    return use_cases.networks.at(LOCAL_OWNER, "buchenau", period(day) if day else None)


def token(page: str) -> str:
    """What proves that a form comes from a page."""
    return unescape(re.findall(r'name="form_token" value="([^"]*)"', page)[0])


def confirmed(browser: TestClient, address: str, page: str) -> str:
    """The page after the preview of another one was confirmed."""
    form = next(
        each for each in re.findall(r"<form .*?</form>", page, re.DOTALL) if 'name="apply"' in each
    )
    sent: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form):
        sent.setdefault(unescape(name), []).append(unescape(value))
    done = browser.post(address, data=sent)
    assert done.status_code == 200, done.text
    assert "Gespeichert" in done.text
    return done.text


def test_chosen_seats_end_and_stay_in_the_map_of_their_time(
    browser: TestClient, own_use_cases: UseCases
) -> None:
    """First it is said which, and nothing is written; then they end."""
    address = f"{_BASE}/edits/seats"
    form = browser.get(address, params={"of": "ag"}).text
    sent = {"form_token": token(form), "of": "ag", "seat": "s2", "on": "2026-01-31"}
    preview = browser.post(address, data=sent)
    assert "Eva Quandt in AG Probe (Mitglied, bis 31. Januar 2026)" in unescape(preview.text)
    assert "s2" in network(own_use_cases).memberships.columns["id"]
    confirmed(browser, address, preview.text)
    assert "s2" not in network(own_use_cases, "2026-02-01").memberships.columns["id"]
    assert "s2" in network(own_use_cases, "2026-01-31").memberships.columns["id"]
    nothing = browser.post(address, data={**sent, "seat": ""})
    assert nothing.status_code == 422
    assert "Bitte wenigstens einen laufenden Sitz" in nothing.text


def test_a_successor_who_may_be_known_is_asked_about(
    browser: TestClient, own_use_cases: UseCases
) -> None:
    """A name alike is offered; whoever is chosen takes over, chair included."""
    address = f"{_BASE}/edits/succession"
    form = browser.get(address, params={"person": "ada"}).text
    sent = {"form_token": token(form), "person": "ada", "seat": "s1", "on": "2026-01-31"}
    asked = unescape(browser.post(address, data={**sent, "name": "Quant, Eva"}).text)
    assert "Eva Quandt" in asked
    assert 'name="apply"' not in asked
    preview = browser.post(address, data={**sent, "name": "Quant, Eva", "meant": "eva"})
    assert "Eva Quandt ist bereits erfasst" in preview.text
    confirmed(browser, address, preview.text)
    after = network(own_use_cases, "2026-02-01").memberships
    members = dict(zip(after.columns["id"], after.columns["member_id"], strict=True))
    assert "s1" not in members
    assert list(members.values()).count("eva") == 2


def test_a_new_successor_is_entered_with_the_seats(
    browser: TestClient, own_use_cases: UseCases
) -> None:
    """An unknown name needs no further question."""
    address = f"{_BASE}/edits/succession"
    form = browser.get(address, params={"person": "ada"}).text
    sent = {"form_token": token(form), "person": "ada", "seat": "s1", "on": "2026-01-31"}
    preview = browser.post(address, data={**sent, "name": "Zabel, Dr. Uwe", "leaves": "1"})
    assert "Dr. Uwe Zabel wird als neue Person eingetragen" in unescape(preview.text)
    confirmed(browser, address, preview.text)
    after = network(own_use_cases, "2026-02-01")
    assert "Dr. Uwe Zabel" in after.labels
    assert "ada" not in after.actor_index


def test_a_body_is_merged_into_another_that_takes_its_members_over(
    browser: TestClient, own_use_cases: UseCases
) -> None:
    """Its legal basis is pointed out; seats pass on, and its status tells what happened."""
    address = f"{_BASE}/edits/close"
    form = browser.get(address, params={"body": "ag"}).text
    assert "Ratsbeschluss" in form
    sent = {"form_token": token(form), "body": "ag", "on": "2026-01-31", "into": "round"}
    preview = browser.post(address, data={**sent, "take": ["seats", "topics"]})
    assert "„AG Probe“ geht in „Runde Probe“ auf" in unescape(preview.text)
    confirmed(browser, address, preview.text)
    record = own_use_cases.records.record(LOCAL_OWNER, "buchenau", "ag")
    assert isinstance(record, Organization)
    assert (record.status, record.successor_id) == (Status.MERGED, "round")
    after = network(own_use_cases, "2026-02-01")
    members = zip(
        after.memberships.columns["member_id"],
        after.memberships.columns["organization_id"],
        strict=True,
    )
    assert {member for member, body in members if body == "round"} == {"ada", "eva"}


def test_a_body_is_copied_with_its_members(browser: TestClient) -> None:
    """The page of the new body follows, with those who sat in the old one."""
    address = f"{_BASE}/edits/copy"
    form = browser.get(address, params={"body": "ag"}).text
    sent = {"form_token": token(form), "body": "ag", "name": "AG Probe 2027", "take": "seats"}
    preview = browser.post(address, data=sent)
    assert "Ada Probst in AG Probe 2027 (Vorsitz)" in unescape(preview.text)
    page = confirmed(browser, address, preview.text)
    assert '<h1 class="kern-heading-x-large">AG Probe 2027</h1>' in page
    assert "Eva Quandt" in page


def test_pages_of_what_is_not_there_say_so(browser: TestClient) -> None:
    """Nobody has seats to end or hand over who is not recorded."""
    for address in ("seats?of=nobody", "succession?person=ag", "close?body=ada", "copy?body=x"):
        assert browser.get(f"{_BASE}/edits/{address}").status_code == 404, address
