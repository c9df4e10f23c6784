"""The main tasks of a coordinator with keys alone: no test here touches the mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from netmap.model import ExchangeTie, Membership, Organization, Person
from netmap.principal import LOCAL_OWNER
from netmap.vocabulary import Level
from tests.browser.conftest import Open
from tests.browser.serving import Office

pytestmark = pytest.mark.xdist_group("browser")

# What a screen reader would call the focused element, and whether its focus can be seen.
_FOCUSED = """() => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const words = at.labels?.length ? [...at.labels].map((each) => each.textContent).join(" ")
    : at.getAttribute("aria-label") ?? at.textContent;
  return {
    words: words.replace(/\\s+/g, " ").trim(),
    seen: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || style.boxShadow !== "none",
  };
}"""
_MOST_STOPS = 150
_AT_THE_END = "document.activeElement === document.body"


def _go_to(page: Page, words: str) -> None:
    """Press the tabulator until what is called like that has the focus, seen all the way."""
    stops = []
    for _ in range(_MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(_AT_THE_END):
            break
        focused = page.evaluate(_FOCUSED)
        stops.append(focused["words"])
        assert focused["seen"], f"the focus cannot be seen on {focused['words']!r}"
        if focused["words"].startswith(words):
            return
    pytest.fail(f"no stop is called {words!r} among {stops}")


def _press(page: Page, words: str) -> None:
    """Go to a link, button or summary, and press the Enter key on it."""
    _go_to(page, words)
    page.keyboard.press("Enter")


def test_begin_a_network_with_keys(open_page: Open, office: Office) -> None:
    """From the start page to a starter network, chosen with an arrow key."""
    watched = open_page(office.address)
    page = watched.page
    _press(page, "Ein Netzwerk beginnen")
    page.wait_for_url("**/new")
    _go_to(page, "Name des Netzwerks")
    page.keyboard.type("Kreis Taste")
    _go_to(page, "mit einem Startnetz")
    page.keyboard.press("ArrowDown")
    _press(page, "Beginnen")
    page.wait_for_url("**/networks/kreis-taste")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kreis Taste")
    assert "Bildungsbüro" in " ".join(office.labels("kreis-taste"))
    assert watched.complaints == []


def test_correct_a_record_with_keys(open_page: Open, office: Office) -> None:
    """From the page of a partner to its form, and saved."""
    network = office.begin("berichtigen", Organization(id="amt", name="Jugendamd"))
    watched = open_page(f"{network}/actors/amt")
    page = watched.page
    _press(page, "Bearbeiten")
    page.wait_for_url("**/records/edit/amt")
    _go_to(page, "Name")
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    page.keyboard.type("t")
    _press(page, "Speichern")
    page.wait_for_url("**/actors/amt?saved=*")
    expect(page.get_by_role("status").first).to_contain_text("Gespeichert")
    assert office.labels("berichtigen") == ("Jugendamt",)
    assert watched.complaints == []


def test_find_and_open_with_keys(open_page: Open, office: Office) -> None:
    """The key / leads to the search from anywhere, also with a typing error, and on to the page."""
    network = office.begin("suchen", Organization(id="koko", name="Kommunale Koordinierung"))
    watched = open_page(f"{network}/topics")
    page = watched.page
    page.keyboard.press("/")
    page.keyboard.type("koordinirung")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=koordinirung*")
    _press(page, "Kommunale Koordinierung")
    page.wait_for_url("**/actors/koko")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kommunale Koordinierung")
    assert watched.complaints == []


def test_open_what_a_finding_stands_on_with_keys(open_page: Open, office: Office) -> None:
    """From the overview to the evidence of a suggestion."""
    people = [Person(id=f"p{number}", name=f"Ada {number}") for number in range(4)]
    network = office.begin(
        "belegen",
        *people,
        *(Organization(id=each, name=f"AG {each}", meets=True) for each in ("Eins", "Zwei")),
        *(
            Membership(id=f"{body}-{each.id}", member_id=each.id, organization_id=body)
            for body in ("Eins", "Zwei")
            for each in people
        ),
        ExchangeTie(id="tie", source_id="Eins", target_id="Zwei"),
    )
    watched = open_page(network)
    page = watched.page
    _press(page, "Worauf das beruht: AG Eins, AG Zwei")
    evidence = page.locator("details[open] .nm-evidence")
    expect(evidence).to_be_visible()
    expect(evidence).to_contain_text("Ada 3")
    assert watched.complaints == []


def test_import_a_pasted_list_with_keys(open_page: Open, office: Office) -> None:
    """From the page of a network's data over the preview to the list taken in."""
    network = office.begin("einlesen", Organization(id="amt", name="Jugendamt"))
    watched = open_page(f"{network}/data")
    page = watched.page
    _press(page, "Eine Liste importieren")
    page.wait_for_url("**/import")
    _go_to(page, "Oder eine Tabelle einfügen")
    page.keyboard.insert_text("Name;Organisation;Gremium;Rolle\nAda Neu;Jugendamt;AG Neu;Gast")
    _press(page, "Ansehen")
    page.wait_for_url("**/imports/*")
    _press(page, "Übernehmen")
    page.wait_for_url("**/networks/einlesen?saved=*")
    assert sorted(office.labels("einlesen")) == ["AG Neu", "Ada Neu", "Jugendamt"]
    assert watched.complaints == []


def test_enter_and_tie_on_the_map_with_keys(open_page: Open, office: Office) -> None:
    """A new organisation and its seat beside the drawing; the key for undo takes the seat back."""
    body = Organization(id="ag", name="AG Eins", meets=True, level=Level.OPERATIONAL)
    network = office.begin("zeichnen", body)
    watched = open_page(f"{network}/map")
    page = watched.page
    said = page.locator("#nmap-status")
    _press(page, "+Neue Organisation")
    expect(page.locator("#f-name")).to_be_focused()
    page.keyboard.type("Werkstatt")
    page.keyboard.press("Enter")
    expect(said).to_have_text("Gespeichert. Eingetragen: Organisation Werkstatt")
    expect(page.locator("#nmap-panel")).to_be_focused()
    _press(page, "Verbindung ziehen")
    expect(said).to_contain_text("jetzt das andere Ende")
    page.keyboard.type("ag eins")
    page.keyboard.press("Enter")
    # What is allowed between the two; the seat comes first.
    page.keyboard.press("Enter")
    expect(page.locator("#f-body")).to_have_value("AG Eins")
    expect(page.locator("#f-role")).to_be_focused()
    page.keyboard.press("Enter")
    expect(said).to_contain_text("Werkstatt in AG Eins")
    seats = office.use_cases.networks.at(LOCAL_OWNER, "zeichnen").memberships
    assert len(seats) == 1
    page.keyboard.press("Control+z")
    expect(said).to_contain_text("Zurückgenommen")
    assert not len(office.use_cases.networks.at(LOCAL_OWNER, "zeichnen").memberships)
    _press(page, "Verbindung ziehen")
    page.keyboard.press("Escape")
    expect(said).to_have_text("Abgebrochen")
    assert watched.complaints == []
