"""Changing the network from its map, with the mouse and without losing the place."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from netmap.changes import Put
from netmap.model import AnyRecord, ExchangeTie, Organization
from netmap.principal import LOCAL_OWNER
from netmap.vocabulary import Level
from tests.browser.conftest import Open, Watched
from tests.browser.serving import Office

pytestmark = pytest.mark.xdist_group("browser")

_RECORDS: list[AnyRecord] = [
    Organization(id="ag", name="AG Eins", meets=True, level=Level.OPERATIONAL),
    Organization(id="amt", name="Jugendamt"),
    Organization(id="ihk", name="IHK"),
    ExchangeTie(id="tie", source_id="amt", target_id="ihk"),
]
# Where the mark of an actor stands in the window.
_PLACE = """id => {
  const { drawing, data } = netmapMap.page;
  const { x, y } = drawing.network.canvasToDOM(data.nodes[data.ids.indexOf(id)]);
  const { left, top } = drawing.container.getBoundingClientRect();
  return [left + x, top + y];
}"""
_SCALE = "netmapMap.page.drawing.network.getScale()"


def _click_mark(page: Page, record_id: str) -> None:
    page.mouse.click(*page.evaluate(_PLACE, record_id))


def _click(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def _fits(watched: Watched) -> None:
    """What axe and the policy of the page say about a state."""
    assert watched.axe_violations() == []
    assert watched.complaints == []


def test_enter_tie_change_and_take_back(open_page: Open, office: Office) -> None:
    """Filters, part and arranged marks stay through all of it."""
    network = office.begin("eintragen", *_RECORDS)
    watched = open_page(f"{network}/map", reduced_motion="reduce")
    page = watched.page
    said, panel = page.locator("#nmap-status"), page.locator("#nmap-panel")
    page.locator("#nmap-choosing > summary").click()
    page.locator("[name=tie][value=works_for]").check()
    _click(page, "Anordnen")
    _click_mark(page, "ihk")
    page.locator("#nmap-canvas").press("ArrowUp")
    arranged = page.evaluate("netmapMap.page.places.moved.ihk")
    _click(page, "Vergrößern")
    scale = page.evaluate(_SCALE)

    page.get_by_role("link", name="Neue Person").click()
    page.locator("#f-name").fill("Nora Neu")
    page.locator("#f-organization").fill("Jugendant")
    _click(page, "Speichern")
    # What is unclear is asked beside the field; what was typed is still there.
    expect(panel.locator(".kern-alert")).to_be_focused()
    expect(page.locator("#f-name")).to_have_value("Nora Neu")
    _fits(watched)
    panel.locator(".nm-pick").get_by_text("Jugendamt", exact=True).click()
    _click(page, "Speichern")
    expect(said).to_have_text("Gespeichert. Eingetragen: Person Nora Neu")
    expect(panel.locator("h2")).to_have_text("Nora Neu")
    assert "tie=works_for" in page.url
    assert page.evaluate("netmapMap.page.places.moved.ihk") == arranged
    assert page.evaluate(_SCALE) == pytest.approx(scale, rel=0.02)

    panel.get_by_role("button", name="Verbindung ziehen").click()
    _click(page, "Ganze Karte")
    _click_mark(page, "ag")
    _click(page, "Nora Neu sitzt in AG Eins")
    page.locator("#f-role").fill("Gast")
    _click(page, "Speichern")
    expect(said).to_contain_text("Mitgliedschaft Nora Neu in AG Eins")
    expect(panel.locator(".nmap-actors")).to_contain_text(["Gast"])
    _fits(watched)

    panel.get_by_role("link", name="Ändern: Sitzt in AG Eins").click()
    page.locator("#f-role").fill("Vorsitz")
    # What was typed is not let go of by accident.
    page.keyboard.press("Escape")
    expect(panel).to_contain_text("Noch nicht gespeichert")
    _click(page, "Speichern")
    expect(panel.locator(".nmap-actors").first).to_contain_text("Vorsitz")
    _click(page, "Rückgängig machen")
    expect(said).to_contain_text("Zurückgenommen. Geändert: Nora Neu in AG Eins")
    expect(panel.locator(".nmap-actors").first).to_contain_text("Gast")
    assert page.evaluate("netmapMap.page.places.moved.ihk") == arranged
    assert watched.complaints == []


def test_two_colleagues_on_a_map(open_page: Open, office: Office) -> None:
    """Both versions stand beside the drawing; what cannot be taken back any more says why."""
    network = office.begin("zugleich", *_RECORDS)
    watched = open_page(f"{network}/map?focus=amt&as_of=2024-05-31")
    page = watched.page
    # Another date is only looked at; today's map comes without loading the page again.
    page.locator("#as_of").fill("")
    _click(page, "Zeigen")
    panel = page.locator("#nmap-panel")
    panel.get_by_role("link", name="Ändern", exact=True).click()
    page.locator("#f-short_name").fill("JA")
    amt = office.use_cases.records.record(LOCAL_OWNER, "zugleich", "amt")
    assert isinstance(amt, Organization)
    office.use_cases.records.apply(
        LOCAL_OWNER, "zugleich", [Put(record=amt.model_copy(update={"territory": "Kreis"}))]
    )
    _click(page, "Speichern")
    expect(panel.locator(".nm-conflict")).to_have_count(2)
    _fits(watched)
    _click(page, "Diese Auswahl speichern")
    expect(page.locator("#nmap-status")).to_have_text("Gespeichert. Geändert: Jugendamt (Kurzname)")
    assert "focus=amt" in page.url
    now = office.use_cases.records.record(LOCAL_OWNER, "zugleich", "amt")
    assert isinstance(now, Organization)
    assert (now.short_name, now.territory) == ("JA", "Kreis")
    again = now.model_copy(update={"territory": ""})
    office.use_cases.records.apply(LOCAL_OWNER, "zugleich", [Put(record=again)])
    _click(page, "Rückgängig machen")
    expect(page.locator(".nmap-refused")).to_contain_text("nichts gespeichert")
    assert watched.complaints == []
