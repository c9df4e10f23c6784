"""The page to enter members line by line: what is understood is seen and chosen, then done."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from netmap.changes import Put
from netmap.model import AnyRecord, Membership, Organization, Person
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases

_ADDRESS = "/networks/buchenau/edits/members"
_RECORDS: list[AnyRecord] = [
    Organization(id="ag", name="AG Probe", meets=True),
    Person(id="eva", name="Eva Quandt"),
]


@pytest.fixture
def browser(own_use_cases: UseCases, editor: TestClient) -> TestClient:
    """A browser on a network with a body without members."""
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [Put(record=each) for each in _RECORDS])
    return editor


def sent(page: str, lines: str, **chosen: str) -> dict[str, str]:
    """The fields of the page's confirmation, as a browser sends them."""
    fields = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page))
    plain = {unescape(name): unescape(value) for name, value in fields.items()}
    return {**plain, "body": "ag", "lines": lines, **chosen}


def members(use_cases: UseCases) -> list[str]:
    """Names of those who sit in the body."""
    network = use_cases.networks.at(LOCAL_OWNER, "buchenau")
    labels = dict(zip(network.actor_ids, network.labels, strict=True))
    columns = network.memberships.columns
    seats = zip(columns["member_id"], columns["organization_id"], strict=True)
    return sorted(labels[member] for member, body in seats if body == "ag")


def test_what_was_understood_is_entered_as_it_was_chosen(
    browser: TestClient, own_use_cases: UseCases
) -> None:
    """A name alike is asked about; lines that cannot be understood are said and left out."""
    lines = "Quant, Eva; Jugendamt; Vorsitz\r\nNeu, Nora; Verein Zukunft\r\n;;\r\n"
    form = browser.get(_ADDRESS, params={"body": "ag"}).text
    token = sent(form, lines)["form_token"]
    shown = browser.post(_ADDRESS, data={"form_token": token, "body": "ag", "lines": lines})
    assert shown.status_code == 200
    words = unescape(shown.text)
    assert "2 Sitze würden beginnen; 1 Zeile lässt sich so nicht eintragen" in words
    assert "Zeile 1: Wer ist mit „Eva Quant“ gemeint?" in words
    assert members(own_use_cases) == []
    done = browser.post(_ADDRESS, data=sent(shown.text, lines, **{"person.1": "eva"}))
    assert done.status_code == 200, done.text
    assert "Gespeichert" in done.text
    assert members(own_use_cases) == ["Eva Quandt", "Nora Neu"]


def test_a_member_whom_a_colleague_entered_meanwhile_is_seen_first(
    browser: TestClient, own_use_cases: UseCases
) -> None:
    """The preview is shown again, and nothing stands twice."""
    form = browser.get(_ADDRESS, params={"body": "ag"}).text
    asked = {"form_token": sent(form, "")["form_token"], "body": "ag", "lines": "Eva Quandt"}
    shown = browser.post(_ADDRESS, data=asked).text
    seat = Membership(id="s", member_id="eva", organization_id="ag")
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [Put(record=seat)])
    again = browser.post(_ADDRESS, data=sent(shown, "Eva Quandt"))
    assert again.status_code == 409
    assert "Sitzt hier bereits" in again.text
    assert members(own_use_cases) == ["Eva Quandt"]


def test_a_pasted_text_is_shown_as_text(browser: TestClient) -> None:
    """Whatever stands in a list is never part of the page."""
    form = browser.get(_ADDRESS, params={"body": "ag"}).text
    odd = "</textarea><script>alert(1)</script>; <b>Amt</b>"
    asked = {"form_token": sent(form, "")["form_token"], "body": "ag", "lines": odd}
    shown = browser.post(_ADDRESS, data=asked)
    assert shown.status_code == 200
    assert "<script>alert" not in shown.text
    assert "<b>Amt" not in shown.text
