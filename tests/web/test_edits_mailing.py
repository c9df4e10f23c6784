"""The mailing list of a body and of a narrowed list, as a browser gets it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from netmap.changes import Put
from netmap.model import AnyRecord, Membership, Organization, Person
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.vocabulary import Role, Sector

_ADDRESS = "/networks/buchenau/edits/mailing"
_RECORDS: list[AnyRecord] = [
    Organization(id="ag", name="AG Probe", meets=True),
    Person(id="ada", name="Ada", attributes={"E-Mail": "ada@stadt.example"}),
    Person(id="eva", name="Eva", attributes={"E-Mail": "eva@amt.example"}, sector=Sector.OTHER),
    Person(id="uwe", name="Uwe"),
    Membership(id="s1", member_id="ada", organization_id="ag"),
    Membership(id="s2", member_id="eva", organization_id="ag", role=Role.GUEST),
    Membership(id="s3", member_id="uwe", organization_id="ag"),
]


@pytest.fixture
def browser(own_use_cases: UseCases, editor: TestClient) -> TestClient:
    """A browser on a network with a body of three."""
    own_use_cases.records.apply(LOCAL_OWNER, "buchenau", [Put(record=each) for each in _RECORDS])
    return editor


def addresses(page: str) -> str:
    """What stands in the field to copy."""
    return unescape(
        re.findall(r"<textarea[^>]*readonly[^>]*>\n(.*?)</textarea>", page, re.DOTALL)[0]
    )


def test_a_body_has_a_list_to_copy_and_says_who_has_no_address(browser: TestClient) -> None:
    """Guests only as chosen, and with what the mail program wants between two addresses."""
    page = browser.get(_ADDRESS, params={"body": "ag"}).text
    assert addresses(page) == "ada@stadt.example; eva@amt.example"
    assert "Keine Adresse erfasst" in page
    assert ">Uwe</a>" in page
    asked = {"body": "ag", "chosen": "1", "separator": "comma"}
    assert addresses(browser.get(_ADDRESS, params=asked).text) == "ada@stadt.example"
    both = browser.get(_ADDRESS, params={**asked, "guests": "1"}).text
    assert addresses(both) == "ada@stadt.example, eva@amt.example"


def test_a_narrowed_list_has_one_too(browser: TestClient) -> None:
    """Partners are meant themselves; of bodies those who sit there."""
    partners = browser.get(_ADDRESS, params={"of": "actors", "sector": "other"}).text
    assert addresses(partners) == "eva@amt.example"
    bodies = browser.get(_ADDRESS, params={"of": "bodies", "q": "probe"}).text
    assert addresses(bodies) == "ada@stadt.example; eva@amt.example"
    assert browser.get(_ADDRESS, params={"body": "nobody"}).status_code == 404
