"""Lists, pages of actors, topics and search, as a browser without JavaScript gets them."""

from __future__ import annotations

import csv
import html
import re
from html import unescape
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from netmap.changes import Put
from netmap.language import Language
from netmap.model import Organization
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.views.directory import directory
from netmap.vocabulary import Asked

_BASE = "/networks/buchenau"


def names(page: str) -> list[str]:
    """What the rows of a list are called, in order."""
    found = re.findall(r'<th scope="row"[^>]*><a [^>]*>(.*?)</a>', page)
    return [unescape(each) for each in found]


def told(use_cases: UseCases) -> list[tuple[str, str]]:
    """Type and name of every actor."""
    network = use_cases.networks.at(LOCAL_OWNER, "buchenau")
    return [(each.type.value, each.name) for each in directory(network, Language.DE).entries]


def test_lists_name_everybody_once(client: TestClient, use_cases: UseCases) -> None:
    """Bodies in one list, all others in the other, by name."""
    bodies = names(client.get(f"{_BASE}/bodies").text)
    partners = names(client.get(f"{_BASE}/actors").text)
    assert sorted(bodies + partners) == sorted(name for _, name in told(use_cases))
    assert bodies == sorted(bodies, key=str.casefold)


def test_a_filter_and_its_choice_stay_in_the_address(client: TestClient) -> None:
    """A narrowed view can be sent to a colleague; the form shows what it is narrowed to."""
    whole = names(client.get(f"{_BASE}/bodies").text)
    page = client.get(f"{_BASE}/bodies", params={"level": "steering"}).text
    assert 0 < len(names(page)) < len(whole)
    assert '<option value="steering" selected>' in page
    assert client.get(f"{_BASE}/bodies", params={"q": "gibt es nicht"}).status_code == 200
    persons = names(client.get(f"{_BASE}/actors", params={"type": "person"}).text)
    organizations = names(client.get(f"{_BASE}/actors", params={"type": "organization"}).text)
    assert sorted(persons + organizations) == sorted(names(client.get(f"{_BASE}/actors").text))


@pytest.mark.parametrize("sort", ["name", "members", "level", "exchanges", "nonsense"])
def test_turning_a_column_turns_the_list(client: TestClient, sort: str) -> None:
    """Both orders hold the same rows; an unknown column orders by name."""
    there = client.get(f"{_BASE}/bodies", params={"sort": sort}).text
    back = client.get(f"{_BASE}/bodies", params={"sort": f"-{sort}"}).text
    assert sorted(names(there)) == sorted(names(back))
    assert there.count("aria-sort=") == 1


def test_every_actor_has_a_page(client: TestClient, use_cases: UseCases) -> None:
    """Each name in a list leads to a page of that name, whatever its id holds."""
    network = use_cases.networks.at(LOCAL_OWNER, "buchenau")
    for record_id, label in zip(network.actor_ids, network.labels, strict=True):
        page = client.get(f"{_BASE}/actors/{quote(record_id, safe='')}")
        assert page.status_code == 200, record_id
        assert f'<h1 class="kern-heading-x-large">{label}</h1>' in unescape(page.text)
    missing = client.get(f"{_BASE}/actors/nobody")
    assert missing.status_code == 404
    assert "record.not_found" in missing.text


def test_a_page_tells_seats_ties_topics_findings_and_changes(client: TestClient) -> None:
    """What a partner is shown to confirm, supplement or revise."""
    page = unescape(client.get(f"{_BASE}/actors/koko").text)
    for words in ("Bitte bestätigen, ergänzen oder berichtigen", "Austausch mit", "<svg"):
        assert words in page
    assert "Was geändert wurde" in page


def test_that_somebody_stays_outside_is_on_no_page(client: TestClient, use_cases: UseCases) -> None:
    """It is for the coordinating office alone, and these pages are for partners."""
    partner = Organization(id="outside", name="Verein", asked=Asked.LEFT_OUT)
    use_cases.records.apply(LOCAL_OWNER, "discreet", [Put(record=partner)], new_network="Discreet")
    for address in ("actors/outside", "actors", "search?q=verein"):
        page = unescape(client.get(f"/networks/discreet/{address}").text)
        assert "Verein" in page
        assert "außen vor" not in page
        assert "bewusst" not in page


def test_the_date_is_kept_on_the_way(client: TestClient) -> None:
    """Who looks at another date stays there while clicking on."""
    page = unescape(client.get(f"{_BASE}/bodies", params={"as_of": "2026-01-31"}).text)
    links = re.findall(r'href="(/networks/buchenau/actors/[^"]+)"', page)
    assert links
    assert all("as_of=2026-01-31" in each for each in links)


@pytest.mark.parametrize("name", ["actors", "bodies"])
def test_a_list_can_be_taken_along_as_it_is(client: TestClient, name: str) -> None:
    """The file holds every line that the narrowed list has, in its order, and no other."""
    address = f"/networks/buchenau/{name}?lang=en&q=schul&sort=-name"
    page = client.get(address).text
    link = html.unescape(re.findall(r'href="([^"]*format=csv)"', page)[0])
    answer = client.get(link)
    assert answer.status_code == 200
    lines = list(csv.reader(answer.content.decode("utf-8-sig").splitlines()))
    names = re.findall(r'<th scope="row"[^>]*>\s*<a [^>]*>([^<]*)<', page)
    assert len(names) > 1
    assert [line[0] for line in lines[1:]] == [html.unescape(each) for each in names]
    assert client.get(link.replace("format=csv", "format=xlsx")).content[:2] == b"PK"
    assert client.get(link.replace("format=csv", "format=exe")).status_code == 422


def test_hostile_names_stay_texts_in_a_list(client: TestClient) -> None:
    """What begins like a formula is none in the file."""
    answer = client.get("/networks/hostile/lists/actors?format=csv")
    assert b"\n=cmd" not in answer.content
