from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from typing import cast

import pytest
import uvicorn

from examples import small
from netmap.bootstrap import use_cases_over
from netmap.changes import Put
from netmap.findings.finding import FindingKind, finding_id
from netmap.model import AnyRecord
from netmap.principal import LOCAL_OWNER
from netmap.store.sqlite import SqliteStore
from netmap.web.app import create_app
from tests.browser.conftest import Open, wait_until
from tests.web.conftest import hostile_records, settings

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
    "/networks/buchenau/search?q=koordinierung",
    "/networks/buchenau/map",
    "/networks/buchenau/meeting",
    "/networks/buchenau/meeting/prepare",
    "/networks/buchenau/records/edit/koko",
    "/networks/buchenau/records/new?kind=membership",
    "/networks/buchenau/history",
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


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a running application over the small example and hostile texts."""
    store = SqliteStore(tmp_path_factory.mktemp("store") / "netmap.db")
    use_cases = use_cases_over(store, settings())
    for network_id, name, records in (
        (small.NETWORK_ID, small.NETWORK_NAME, small.records()),
        ("hostile", "<img src=x onerror=alert(1)>", hostile_records()),
    ):
        changes = [Put(record=cast(AnyRecord, record)) for record in records]
        use_cases.records.apply(LOCAL_OWNER, network_id, changes, new_network=name)
    app = create_app(use_cases, settings())
    running = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        deadline = time.monotonic() + 30
        while not running.started and time.monotonic() < deadline:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        running.should_exit = True
        thread.join(timeout=30)
    store.close()


_NARROW = {"viewport": {"width": 320, "height": 640}}
_ENLARGED = {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}
_PROJECTED = {"viewport": {"width": 1920, "height": 1080}}
_USUAL = {"viewport": {"width": 1280, "height": 800}}
_WINDOWS = [
    ("de", "light", _NARROW),
    ("en", "dark", _PROJECTED),
    ("de", "dark", _ENLARGED),
    ("en", "light", _USUAL),
]
"""Language, theme and window, from a phone to a projector and 1280 px at 200 %."""


@pytest.mark.parametrize(
    ("address", "language", "theme", "window"),
    # Two of them a page, in turn: over all pages each meets each.
    [
        pytest.param(address, *_WINDOWS[each], id=f"{address}-{'-'.join(_WINDOWS[each][:2])}")
        for number, address in enumerate(_PAGES)
        for each in ((0, 1), (2, 3))[number % 2]
    ],
)
def test_every_page_is_accessible_fits_and_keeps_to_itself(
    open_page: Open,
    server: str,
    address: str,
    language: str,
    theme: str,
    window: dict[str, object],
) -> None:
    """Axe finds nothing, nothing is scrolled sideways, no other host, no refused code."""
    separator = "&" if "?" in address else "?"
    watched = open_page(
        f"{server}{address}{separator}lang={language}", color_scheme=theme, **window
    )
    watched.page.wait_for_load_state("networkidle")
    assert watched.axe_violations() == []
    assert watched.overflow() <= 0
    assert [each for each in watched.requests if not each.startswith(server)] == []
    assert watched.complaints == []


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
