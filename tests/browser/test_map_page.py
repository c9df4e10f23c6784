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
    page.locator("#nmap-choosing > summary").click()
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


_DRAWN = "globalThis.netmapMap?.page"
_PLACE = """id => {
  const { data } = netmapMap.page;
  const { x, y } = data.nodes[data.ids.indexOf(id)];
  return [x, y];
}"""


def test_another_date_keeps_everybody_in_place(open_page: Open, server: str) -> None:
    """The slider goes by arrow key; a date of its own shows everybody where the slider does."""
    watched = open_page(f"{server}/networks/buchenau/map?lang=en&layer=isolates")
    page = watched.page
    page.locator("#nmap-turn").press("Home")
    wait_until(page, "location.search.includes('as_of=')")
    wait_until(page, "document.getElementById('nmap-status').textContent.startsWith('Shown: ')")
    assert "still=1" in page.url
    assert page.evaluate("document.activeElement.id") == "nmap-turn"
    other = open_page(f"{server}/networks/buchenau/map?still=1").page
    assert other.evaluate(_PLACE, "koko") == page.evaluate(_PLACE, "koko")
    assert watched.complaints == []


def _moved(page: Page, key: str) -> list[float]:
    """Move the coordinating office by keyboard; where it stands then."""
    page.get_by_role("button", name="Arrange", exact=True).press("Enter")
    page.locator("#nmap-search").fill("kommunale koordinierung")
    page.keyboard.press("Enter")
    page.locator("#nmap-canvas").press(key)
    place: list[float] = page.evaluate(_PLACE, "koko")
    return place


def test_an_arrangement_is_saved_with_a_view(open_page: Open, server: str) -> None:
    """By keyboard: move, save, and whoever opens the link sees the same."""
    watched = open_page(f"{server}/networks/buchenau/map?lang=en&layer=isolates")
    page = watched.page
    pin = page.get_by_role("button", name="Keep this arrangement")
    before = page.evaluate(_PLACE, "koko")
    assert not pin.is_visible()
    moved = _moved(page, "ArrowRight")
    assert moved[0] > before[0] + 10
    page.reload()
    # Until it is saved, this browser keeps it.
    assert page.evaluate(_PLACE, "koko") == moved
    pin.press("Enter")
    wait_until(page, "document.activeElement.id === 'nm-view-name'")
    page.keyboard.type("Then <b>")
    assert watched.axe_violations() == []
    page.keyboard.press("Enter")
    page.wait_for_url("**view=view-then-b**")
    wait_until(page, _DRAWN)
    assert page.locator(".nm-saved").is_visible()
    assert not pin.is_visible()
    assert page.evaluate(_PLACE, "koko") == moved
    assert page.evaluate("Object.keys(localStorage).map((key) => localStorage[key])") == ["{}"]

    further = _moved(page, "ArrowDown")
    with page.expect_navigation():
        pin.press("Enter")
    wait_until(page, _DRAWN)
    view: str = page.evaluate("netmapMap.page.data.view.id")
    other = open_page(f"{server}/networks/buchenau/map?view={view}&lang=en").page
    assert other.evaluate(_PLACE, "koko") == further
    assert other.locator("[name=layer][value=isolates]").is_checked()
    other.locator("#nmap-choosing > summary").click()
    other.locator("[name=kind][value=person]").uncheck()
    assert f"places={view}" in other.url
    assert other.locator("#nm-view-changed").is_visible()
    other.get_by_role("button", name="Put places back").press("Enter")
    assert other.evaluate(_PLACE, "koko") == before
    assert watched.complaints == []


def test_views_that_a_browser_kept_come_along(open_page: Open, server: str) -> None:
    """They are offered to the network; one whose name is taken asks before anything is lost."""
    watched = open_page(f"{server}/networks/buchenau/map?lang=en")
    page = watched.page
    page.evaluate("""localStorage.setItem("netmap-views buchenau",
      JSON.stringify([{ name: "Bodies", query: "?kind=body" }]))""")
    page.reload()
    page.locator("#nm-views summary").press("Enter")
    assert watched.axe_violations() == []
    page.get_by_role("button", name="Keep with the network").press("Enter")
    page.wait_for_url("**view=view-bodies**")
    wait_until(page, _DRAWN)
    assert page.locator("#nm-views-old").is_hidden()

    page.locator("#nm-views summary").press("Enter")
    page.locator("#nm-view-name").fill("bodies")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Keep both").wait_for()
    assert watched.axe_violations() == []
    page.goto(f"{server}/networks/buchenau/map/views?lang=en")
    assert watched.axe_violations() == []
    assert watched.complaints == []
