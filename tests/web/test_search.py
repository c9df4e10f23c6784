"""The search through everything, as a browser without JavaScript gets it."""

from __future__ import annotations

import re
from html import unescape

from fastapi.testclient import TestClient

from netmap.changes import Put
from netmap.model import (
    AnyRecord,
    Cooperation,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    Topic,
)
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.vocabulary import Asked, Role

_BASE = "/networks/buchenau"


def search(client: TestClient, network_id: str, q: str, **more: str) -> str:
    """The page of hits."""
    found = client.get(f"/networks/{network_id}/search", params={"q": q, **more})
    assert found.status_code == 200
    return unescape(found.text)


def test_it_finds_by_typing(client: TestClient) -> None:
    """Umlauts written out, a typing error; no words, no hits; nothing found is said."""
    found = search(client, "buchenau", "koordinierungstelle")
    assert "Koordinierungsstelle" in found
    assert 'class="nm-hit"' in found
    assert 'class="nm-hit"' not in search(client, "buchenau", "")
    assert "Dazu ist nichts erfasst" in search(client, "buchenau", "qqqqqqqq")


def test_everything_is_found_by_kind_and_leads_to_its_page(
    client: TestClient, use_cases: UseCases
) -> None:
    """Names of both ends find a tie or seat, words a finding, the note a change."""
    records: list[AnyRecord] = [
        Organization(id="a", name="Jugendförderung"),
        Organization(id="b", name="Straßensozialarbeit"),
        Organization(id="kreis", name="Jugendkreis", meets=True),
        Topic(id="t", name="Jugendbeteiligung"),
        Person(id="p", name="Ada Jung"),
        Membership(id="seat", member_id="p", organization_id="kreis", role=Role.CHAIR),
        ExchangeTie(id="tie", source_id="a", target_id="b", contacts_per_year=12),
        Cooperation(id="pact", name="Pakt", party_ids=("a", "b"), aim="gemeinsam"),
    ]
    use_cases.records.apply(
        LOCAL_OWNER,
        "finds",
        [Put(record=each) for each in records],
        new_network="Finds",
        note="Stand der Jugendkonferenz",
    )
    page = search(client, "finds", "jugend")
    assert re.findall(r'<h2 [^>]*id="hits-(\w+)"', page) == [
        "bodies",
        "partners",
        "topics",
        "ties",
        "seats",
        "findings",
        "changes",
    ]
    assert "Jugendförderung ↔ Straßensozialarbeit" in page
    assert "Austausch · monatlich" in page
    assert "Stand der Jugendkonferenz" in page
    assert "Jugendförderung ↔" in search(client, "finds", "strassensozialarbet foerderung")
    assert "Pakt" in search(client, "finds", "pakt jugendfoerderung")
    for address in re.findall(r'<li class="nm-hit">\s*<a [^>]*href="([^"]+)"', page):
        assert client.get(address).status_code == 200, address
    only = search(client, "finds", "jugend", kind="seats")
    assert re.findall(r'<h2 [^>]*id="hits-(\w+)"', only) == ["seats"]
    assert "Ada Jung in Jugendkreis" in only


def test_a_new_record_and_a_new_note_are_found_at_once(
    client: TestClient, use_cases: UseCases
) -> None:
    """What is held ready for searching holds for one revision."""
    assert "Nachtrag" not in search(client, "buchenau", "nachtrag")[2000:].split("<ul", 1)[-1]
    change = Put(record=Organization(id="late", name="Später Verein"))
    use_cases.records.apply(LOCAL_OWNER, "buchenau", [change], note="Nachtrag zur Liste")
    assert "Später Verein" in search(client, "buchenau", "spaeter verein")
    assert "Nachtrag zur Liste" in search(client, "buchenau", "nachtrag")


def test_what_is_confidential_is_not_found(client: TestClient, use_cases: UseCases) -> None:
    """That somebody stays outside on purpose is neither a hit nor a word of one."""
    partner = Organization(id="outside", name="Verein", asked=Asked.LEFT_OUT)
    use_cases.records.apply(LOCAL_OWNER, "aside", [Put(record=partner)], new_network="Aside")
    assert "Verein" in search(client, "aside", "verein")
    for typed in ("verein", "bewusst", "außen vor"):
        page = search(client, "aside", typed)
        assert "hits-findings" not in page
        assert "Bewusst" not in page
