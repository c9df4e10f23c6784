from __future__ import annotations

import pytest

from netmap.findings.finding import FindingKind, finding_id
from tests.browser.conftest import Open, wait_until
from tests.browser.windows import Window, in_windows, unfit

pytestmark = pytest.mark.xdist_group("browser")

_OVERLAP = finding_id(FindingKind.OVERLAP, ["ag-anschluss", "ag-uebergang"])
_PAGES = [
    "/",
    "/networks/buchenau",
    "/networks/buchenau/findings",
    f"/networks/buchenau/findings/{_OVERLAP}",
    "/networks/buchenau/bodies",
    "/networks/buchenau/actors?type=organization",
    "/networks/buchenau/actors/koko",
    "/networks/buchenau/picture/koko",
    "/networks/buchenau/topics",
    "/networks/buchenau/topics/uebergang",
    "/networks/buchenau/search?q=koordinierung",
    "/networks/buchenau/map",
    "/networks/buchenau/map/views",
    "/networks/buchenau/meeting",
    "/networks/buchenau/meeting/prepare",
    "/networks/buchenau/charts",
    "/networks/buchenau/matrix",
    "/networks/buchenau/pair?a=ag-anschluss&b=ag-uebergang",
    "/networks/hostile/matrix?of=persons",
    "/networks/buchenau/records/edit/koko",
    "/networks/buchenau/records/new?kind=membership",
    "/networks/buchenau/history",
    "/networks/buchenau/import",
    "/networks/buchenau/data",
    "/networks/buchenau/edits/merge?kept=jugendamt&other=koko",
    "/networks/hostile/edits/duplicates",
    "/networks/buchenau/edits/succession?person=p-agentur",
    "/networks/buchenau/edits/members?body=adhoc-messe",
    "/networks/hostile/findings?confidential=true",
    "/networks/hostile/actors",
    "/networks/hostile/topics",
    "/api/docs",
    "/licences",
    "/new",
    "/nothing",
]


@pytest.mark.parametrize(("address", "window"), in_windows(_PAGES))
def test_every_page_is_accessible_fits_and_keeps_to_itself(
    open_page: Open, server: str, address: str, window: Window
) -> None:
    """Axe finds nothing, nothing is scrolled sideways, no other host, no refused code."""
    assert unfit(window.opened(open_page, f"{server}{address}"), server) == []


def test_a_chosen_theme_wins_over_the_system(open_page: Open, server: str) -> None:
    """The switch of the page decides whatever the system prefers, and axe stays content."""
    watched = open_page(f"{server}/networks/buchenau?theme=dark", color_scheme="light")
    ground = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = open_page(f"{server}/networks/buchenau?theme=light", color_scheme="dark")
    assert ground != light.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert watched.axe_violations() == []
    assert light.axe_violations() == []


def test_the_keyboard_reaches_everything(open_page: Open, server: str) -> None:
    """The first key leads to the content; every stop after it can be seen."""
    page = open_page(f"{server}/networks/buchenau/findings").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])"
            "(getComputedStyle(document.activeElement))"
        )
        assert style[0] != "none", page.evaluate("document.activeElement.outerHTML")
        assert style[1] >= 2
    page.evaluate("document.querySelector('.nm-skip').click()")
    assert page.evaluate("document.activeElement.id") == "content"


def test_evidence_opens_by_keyboard(open_page: Open, server: str) -> None:
    """What a suggestion stands on opens with the Enter key."""
    page = open_page(f"{server}/networks/buchenau").page
    summary = page.locator(".nm-finding summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".nm-finding .nm-evidence").first.is_visible()


def test_findings_are_filtered_while_one_types(open_page: Open, server: str) -> None:
    """With JavaScript the list follows the words, and the address can be shared."""
    watched = open_page(f"{server}/networks/buchenau/findings")
    page = watched.page
    before = page.locator("article").count()
    page.locator("#q").press_sequentially("absentismus")
    page.wait_for_url("**q=absentismus*")
    wait_until(page, f"document.querySelectorAll('article').length < {before}")
    assert page.evaluate("document.activeElement.id") == "q"
    shown = page.locator("article").count()
    assert page.locator("#count").inner_text() == f"{shown} Hinweise"
    assert open_page(page.url).page.locator("article").count() == shown
    page.locator("#kind").select_option("overlap")
    page.wait_for_url("**kind=overlap*")
    assert watched.complaints == []


@pytest.mark.parametrize("address", ["/networks/buchenau", "/networks/buchenau/findings"])
def test_forms_work_without_javascript(open_page: Open, server: str, address: str) -> None:
    """Choosing a date and filtering need no script."""
    page = open_page(server + address, java_script_enabled=False).page
    page.locator("#as_of").fill("2024-05-31")
    page.locator("main form button").first.click()
    assert "as_of=2024-05-31" in page.url
    assert "Stand: 31. Mai 2024" in page.locator("main").inner_text()


def test_the_api_can_be_tried_on_its_page(open_page: Open, server: str) -> None:
    """A form of the API page calls the address and shows the answer as text."""
    watched = open_page(f"{server}/api/docs#get_actor")
    form = watched.page.locator("#get_actor form")
    form.locator("[name=network_id]").fill("hostile")
    form.locator("[name=actor_id]").fill("p7")
    form.locator("button").click()
    answer = watched.page.locator("#get_actor .nm-try__answer")
    wait_until(
        watched.page,
        "document.querySelector('#get_actor .nm-try__answer').textContent.includes('200')",
    )
    assert "<script>alert(1)</script>" in answer.inner_text()
    assert watched.page.locator("script:not([src])").count() == 0
    assert watched.complaints == []


def test_pages_can_be_printed(open_page: Open, server: str) -> None:
    """On paper navigation and forms are left out, findings stay."""
    page = open_page(f"{server}/networks/buchenau").page
    page.emulate_media(media="print")
    assert not page.locator(".nm-nav").is_visible()
    assert not page.locator(".nm-date").is_visible()
    assert page.locator(".nm-finding").first.is_visible()


def test_the_key_slash_leads_to_the_search(open_page: Open, server: str) -> None:
    """From anywhere on a page; while somebody types it is a letter like any other."""
    page = open_page(f"{server}/networks/buchenau").page
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("koord/")
    assert page.evaluate("document.activeElement.value") == "koord/"
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=koord*")
    page.fill("#term", "koordinierung")
    page.wait_for_url("**/search?q=koordinierung")
    page.locator(".nm-hit").first.wait_for()


def test_a_list_narrows_while_somebody_types(open_page: Open, server: str) -> None:
    """Without a click, and the address keeps what was typed; back shows the whole list again."""
    page = open_page(f"{server}/networks/buchenau/bodies").page
    whole = page.locator("tbody tr").count()
    page.fill("#q", "lenkung")
    wait_until(page, f"document.querySelectorAll('tbody tr').length < {whole}")
    assert "q=lenkung" in page.url
    page.go_back()
    page.locator("tbody tr").nth(whole - 1).wait_for()


def test_a_meeting_is_put_in_order_by_keyboard(open_page: Open, server: str) -> None:
    """A finding moves, the address keeps it, and the focus stays where the hands are."""
    watched = open_page(f"{server}/networks/buchenau/meeting/prepare")
    page = watched.page
    chosen = "[...document.querySelectorAll('.nm-agenda__moves')].map((e) => e.children[0].value)"
    before = page.evaluate(chosen)
    last = before[-1]
    page.locator(f"#earlier-{last}").focus()
    page.keyboard.press("Enter")
    wait_until(page, f"({chosen}).at(-2) === '{last}'")
    assert page.evaluate("document.activeElement.id") == f"earlier-{last}"
    page.locator(f"#c-{last}").focus()
    page.keyboard.press("Space")
    wait_until(page, f"!({chosen}).includes('{last}')")
    assert open_page(page.url).page.evaluate(chosen) == before[:-1]
    kind = page.locator(".nm-agenda__kinds").first
    kind.locator("summary").click()
    added = kind.locator("input").first.get_attribute("value")
    kind.locator("input").first.focus()
    page.keyboard.press("Space")
    wait_until(page, f"({chosen}).includes('{added}')")
    wait_until(page, "document.activeElement.closest('.nm-agenda__kinds[open]') !== null")
    page.get_by_role("button", name="Besprechung beginnen").click()
    page.wait_for_url("**/meeting?own=true&f=*")
    assert page.locator(".nmeet-slide").count() == len(before) + 2
    assert watched.complaints == []


def test_arrow_keys_lead_through_a_matrix(open_page: Open, server: str) -> None:
    """The table is one stop; arrows go from mark to mark, and a line says where one is."""
    page = open_page(f"{server}/networks/buchenau/matrix?lang=en").page
    page.locator(".nm-matrix").focus()
    page.keyboard.press("Tab")
    while page.evaluate("!document.activeElement.closest('td')"):
        page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.href")
    assert page.locator("#readout").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.closest('td') !== null")
    assert page.evaluate("document.activeElement.href") != first
    assert page.locator(".nm-matrix th.nm-here").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('td')") is None
