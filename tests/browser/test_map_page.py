from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, wait_until

pytestmark = pytest.mark.xdist_group("browser")

_ROWS = "[...document.querySelectorAll('[data-nmap-row]')].filter((row) => !row.hidden).length"


def _rows(page: Page) -> int:
    found: int = page.evaluate(_ROWS)
    return found


def test_the_address_says_what_the_map_shows(open_page: Open, server: str) -> None:
    """Boxes change the map at once; the address alone shows the same, with and without scripts."""
    watched = open_page(f"{server}/networks/buchenau/map?lang=en")
    page = watched.page
    everybody = _rows(page)
    page.locator("[name=level][value=operational]").uncheck()
    page.locator("[name=tie][value=exchange]").uncheck()
    page.locator("[name=layer][value=overlaps]").check()
    page.locator("[name=colour]").select_option("sector")
    page.locator("[name=topic]").select_option(index=1)
    assert "level=ad_hoc" in page.url
    assert "level=operational" not in page.url
    narrowed = _rows(page)
    assert 0 < narrowed < everybody
    told = page.locator("#nmap-shown").inner_text()
    assert page.locator("#nmap-status").inner_text() == told
    for scripts in (True, False):
        other = open_page(f"{page.url}&lang=en", java_script_enabled=scripts).page
        assert other.locator("tr[data-nmap-row]:not([hidden])").count() == narrowed
        assert other.locator("#nmap-shown").inner_text() == told
        assert other.locator("[name=layer][value=overlaps]").is_checked()
    page.get_by_role("button", name="Show everything").click()
    assert _rows(page) == everybody
    assert watched.axe_violations() == []
    assert watched.complaints == []


def test_surroundings_and_ways_by_keyboard(open_page: Open, server: str) -> None:
    """From an actor's page to its surroundings, and from there a way in words to another."""
    watched = open_page(f"{server}/networks/buchenau/map?lang=en&focus=koko&fold=houses")
    page = watched.page
    near = _rows(page)
    page.get_by_role("button", name="with one between").press("Enter")
    wait_until(page, f"{_ROWS} > {near}")
    assert "steps=2" in page.url
    farther = open_page(page.url, java_script_enabled=False).page
    assert farther.locator("tr[data-nmap-row]:not([hidden])").count() == _rows(page)
    page.get_by_role("button", name="Find a way to somebody").press("Enter")
    page.locator("#nmap-search").fill("ausschuss für schule")
    page.keyboard.press("Enter")
    assert page.locator("#nmap-panel h2").inner_text().startswith("Way from ")
    assert page.locator(".nmap-path li").count() >= 2
    assert page.locator("#nmap-status").inner_text().startswith("Way from ")
    assert watched.axe_violations() == []
    # First what was typed, then the choice.
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    wait_until(page, "!location.search.includes('focus')")
    assert watched.complaints == []


def test_time_places_and_views(open_page: Open, server: str) -> None:
    """Another date by arrow key keeps everybody's place; moved marks and named views are kept."""
    watched = open_page(f"{server}/networks/buchenau/map?lang=en&layer=isolates")
    page = watched.page
    page.locator("#nmap-turn").press("Home")
    wait_until(page, "location.search.includes('as_of=')")
    wait_until(page, "document.getElementById('nmap-status').textContent.startsWith('Shown: ')")
    assert "still=1" in page.url
    assert page.evaluate("document.activeElement.id") == "nmap-turn"
    place = """id => {
      const { data } = netmapMap.page;
      const { x, y } = data.nodes[data.ids.indexOf(id)];
      return [x, y];
    }"""
    then = page.evaluate(place, "koko")
    other = open_page(f"{server}/networks/buchenau/map?still=1").page
    assert other.evaluate(place, "koko") == then
    page.get_by_role("button", name="Arrange").press("Enter")
    page.locator("#nmap-search").fill("kommunale koordinierung")
    page.keyboard.press("Enter")
    page.locator("#nmap-canvas").press("ArrowRight")
    moved = page.evaluate(place, "koko")
    assert moved[0] > then[0] + 10
    page.locator("#nmap-views summary").press("Enter")
    page.locator("#nmap-view-name").fill("Then <b>")
    page.keyboard.press("Enter")
    assert watched.axe_violations() == []
    page.reload()
    assert page.evaluate(place, "koko") == moved
    page.locator("#nmap-views summary").press("Enter")
    page.get_by_role("link", name="Then <b>").click()
    page.wait_for_url("**still=1**")
    assert page.locator("[name=layer][value=isolates]").is_checked()
    assert watched.complaints == []
