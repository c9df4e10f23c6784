from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from netmap.bootstrap import use_cases_over
from netmap.changes import Put
from netmap.model import Organization
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.store.sqlite import SqliteStore
from netmap.web.app import create_app
from tests.strategies import HOSTILE_TEXTS
from tests.web.conftest import settings

_PAGES = [
    "/",
    "/networks/buchenau",
    "/networks/buchenau/findings",
    "/networks/buchenau/bodies",
    "/networks/buchenau/actors?type=organization",
    "/networks/buchenau/actors/koko",
    "/networks/buchenau/topics",
    "/networks/buchenau/topics/uebergang",
    "/networks/buchenau/search?q=koordinierung",
    "/networks/buchenau/map",
    "/networks/buchenau/meeting/prepare",
    "/networks/hostile",
    "/networks/hostile/findings?confidential=true",
    "/networks/hostile/map",
    "/api/docs",
    "/licences",
    "/nothing",
]


class _Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep one element."""
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("address", _PAGES)
def test_a_page_asks_no_other_host_and_holds_no_inline_code(
    client: TestClient, address: str
) -> None:
    """Every address on a page is its own; no style or event attribute, no script of its own."""
    for tag, attributes in _Elements(client.get(address).text).found:
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert name != "style", (tag, value)
            if name in {"src", "href", "action", "srcset", "data", "hx-get"}:
                assert (value or "").startswith(("/", "#")), (tag, name, value)
                assert not (value or "").startswith("//")
        if tag == "script":
            assert attributes.get("src") or attributes.get("type") == "application/json"
        assert tag not in {"style", "iframe", "object", "embed", "base"}


@pytest.mark.parametrize("address", _PAGES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_page_says_its_language_and_title(
    client: TestClient, address: str, language: str
) -> None:
    """A page in either language names it, has one main heading and a title of its own."""
    separator = "&" if "?" in address else "?"
    answer = client.get(f"{address}{separator}lang={language}")
    assert f'<html lang="{language}"' in answer.text
    assert answer.headers["content-language"] == language
    assert answer.headers["cache-control"] == "no-store"
    assert len(re.findall(r"<h1[ >]", answer.text)) == 1
    title = re.search(r"<title>(.+) – netmap</title>", answer.text)
    assert title
    assert ("Übersicht" in answer.text) == (language == "de" and "/networks/" in address)


def test_the_overview_begins_with_what_works_well(client: TestClient) -> None:
    """Sizes and data date come first, then what works well, then the suggestions."""
    page = client.get("/networks/buchenau").text
    order = ["Stand: heute", "Organisationen", "Was gut läuft", "Anregungen zum Gespräch"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_the_overview_shows_the_date_it_was_asked_for(client: TestClient) -> None:
    """A partial date in the address is shown in words and kept by links to other pages."""
    page = client.get("/networks/buchenau?as_of=2024-05").text
    assert "Stand: Mai 2024" in page
    assert 'href="/networks/buchenau/findings?as_of=2024-05"' in page


def test_findings_can_be_narrowed_to_a_kind_and_to_words(client: TestClient) -> None:
    """The address says which kind and words; without JavaScript the same form sends it."""
    address = "/networks/buchenau/findings"
    whole = client.get(address).text
    overlaps = client.get(f"{address}?kind=overlap").text
    assert whole.count("<article") > overlaps.count("<article") > 0
    assert 'value="overlap" selected' in overlaps
    steering = client.get(address, params={"q": "STEUERGREMIUM Übergang"}).text
    assert 0 < steering.count("<article") < whole.count("<article")
    assert "Dazu gibt es keinen Hinweis" in client.get(f"{address}?q=xyzzy").text


def test_every_finding_can_be_checked_by_hand(client: TestClient) -> None:
    """A finding shows its suggestion with the invitation, its evidence and its method."""
    page = client.get("/networks/buchenau/findings").text
    articles = page.split("<article")[1:]
    for article in articles:
        assert "Bitte bestätigen, ergänzen oder berichtigen Sie das." in article
        assert "Worauf das beruht" in article
        assert "Wie es gefunden wurde" in article


def test_confidential_findings_are_shown_marked_and_on_request(client: TestClient) -> None:
    """Who stays outside on purpose is on no page unless asked for, and then it is marked."""
    address = "/networks/hostile/findings"
    assert "Outsider" not in client.get(address).text
    shown = client.get(f"{address}?confidential=true").text
    assert "Outsider" in shown
    assert "Nur für die Koordinierungsstelle" in shown
    assert "Outsider" not in client.get("/networks/hostile").text


def test_hostile_names_stay_text(client: TestClient) -> None:
    """No name becomes markup on any page."""
    for address in ("/", "/networks/hostile", "/networks/hostile/findings?confidential=true"):
        page = client.get(address).text
        for text in (*HOSTILE_TEXTS, "<i>Hostile</i>", "</script><script>alert(1)</script>"):
            if "<" in text:
                assert text not in page
    assert "&lt;i&gt;Hostile&lt;/i&gt;" in client.get("/").text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nothing", 404, "Nicht gefunden"),
        ("/networks/nowhere", 404, "Es gibt kein Netzwerk"),
        ("/networks/nowhere/map", 404, "Es gibt kein Netzwerk"),
        ("/networks/buchenau/findings?kind=verdict", 404, "verdict"),
        ("/networks/buchenau?as_of=soon", 422, "kein Datum"),
        ("/networks/buchenau/findings?confidential=perhaps", 422, "confidential"),
    ],
)
def test_errors_are_pages_with_cause_and_remedy(
    client: TestClient, address: str, status: int, words: str
) -> None:
    """Whoever follows a wrong address gets a page that says so and leads on."""
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert words in answer.text
    assert 'href="/"' in answer.text


def test_a_chosen_language_and_theme_stay(client: TestClient) -> None:
    """The switch keeps page and query; a cookie remembers the choice for later pages."""
    page = client.get("/networks/buchenau?as_of=2024").text
    assert 'href="/networks/buchenau?as_of=2024&amp;lang=en"' in page
    client.get("/networks/buchenau?as_of=2024&lang=en&theme=dark")
    later = client.get("/").text
    assert '<html lang="en" data-kern-theme="dark">' in later
    client.get("/?theme=auto&lang=xx")
    assert '<html lang="en">' in client.get("/").text


def test_the_setting_decides_where_nobody_chose(client: TestClient) -> None:
    """Pages speak the language of NETMAP_LANGUAGE whatever the browser prefers."""
    assert '<html lang="de">' in client.get("/", headers={"Accept-Language": "en"}).text


def test_an_empty_store_tells_how_to_begin(tmp_path: Path) -> None:
    """The start page of an empty store names the commands that fill it."""
    store = SqliteStore(tmp_path / "empty.db")
    try:
        app = create_app(use_cases_over(store, settings()), settings())
        page = TestClient(app, base_url="http://localhost").get("/").text
    finally:
        store.close()
    assert "netmap template netzwerk.xlsx --language de" in page
    assert "netmap import netzwerk.xlsx" in page


def test_a_date_before_everything_is_said_to_be_empty(tmp_path: Path) -> None:
    """A network in which nothing holds at the date says so and names a way on."""
    store = SqliteStore(tmp_path / "young.db")
    try:
        made = use_cases_over(store, settings())
        put = Put(record=Organization(id="new", name="New", start_date="2020"))
        made.records.apply(LOCAL_OWNER, "young", [put], new_network="Young")
        client = TestClient(create_app(made, settings()), base_url="http://localhost")
        page = client.get("/networks/young?as_of=1850").text
    finally:
        store.close()
    assert "Zu diesem Datum ist nichts erfasst" in page


def test_the_map_can_be_taken_along(client: TestClient) -> None:
    """The map page offers the same map as one file, which is saved and not shown in place."""
    page = client.get("/networks/buchenau/map?as_of=2024").text
    assert 'href="/networks/buchenau/map/file?as_of=2024"' in page
    file = client.get("/networks/buchenau/map/file?as_of=2024")
    assert file.headers["content-disposition"] == 'attachment; filename="netmap-buchenau.html"'
    assert file.text.lstrip().lower().startswith("<!doctype html>")


def test_the_map_page_holds_the_same_as_tables(client: TestClient) -> None:
    """Without JavaScript the map's content stands on the page as tables."""
    page = client.get("/networks/buchenau/map").text
    assert "<table" in page
    assert "Arbeitskreis Übergang" in page
    assert "Steuergremium Übergang Schule–Beruf" in page


def test_licences_of_all_assets_are_listed_and_served(client: TestClient) -> None:
    """The page names every package with a licence text that opens."""
    page = client.get("/licences").text
    for name in ("@kern-ux/native", "vis-network", "htmx.org"):
        assert name in page
    texts = re.findall(r'href="(/static/vendor/[^"]+)"', page)
    assert len(texts) >= 4
    assert all(client.get(text).status_code == 200 for text in texts)


def test_a_search_without_hits_says_how_much_it_searched(
    client: TestClient, use_cases: UseCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only the strongest of a kind are kept, nobody takes "nothing found" for all of it."""
    address = "/networks/buchenau/findings?lang=de&q=nirgendwo"
    assert "Durchsucht wurden" not in client.get(address).text
    found = use_cases.insights.findings(LOCAL_OWNER, "buchenau")
    first = found[0]
    many = [first.model_copy(update={"total_of_kind": 344})]
    monkeypatch.setattr(type(use_cases.insights), "findings", lambda *_, **__: many)
    assert "Durchsucht wurden 1 von 344." in client.get(address).text
    chosen = client.get(f"{address}&kind={first.kind.value}")
    assert "Durchsucht wurden 1 von 344." in chosen.text
