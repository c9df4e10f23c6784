"""The meeting view in a real browser: by keyboard, without connection, from disk, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from examples import small
from netmap.dates import period
from netmap.findings.findings import findings
from netmap.language import Language
from netmap.network import Network
from netmap.services.meetings import first_choice
from netmap.views.meeting_ground import ground
from netmap.views.meeting_html import meeting_document
from tests.browser.conftest import Open, wait_until

pytestmark = pytest.mark.xdist_group("browser")

_PROJECTOR = {"width": 1920, "height": 1080}


@pytest.fixture(scope="module")
def meeting_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting about the small example, as it is taken along."""
    network = Network.from_records(small.records(), name="Buchenau", as_of=period("2026-05-31"))
    chosen = first_choice([each for each in findings(network) if not each.confidential])
    document = meeting_document(network, ground(network), chosen, Language.DE)
    file = tmp_path_factory.mktemp("meeting") / "sitzung.html"
    file.write_text(document, encoding="utf-8")
    return file


def _place(page: Page) -> str:
    return page.locator("[data-place-shown]").inner_text()


def test_a_meeting_runs_by_remote_without_any_request(open_page: Open, meeting_file: Path) -> None:
    """From disk, offline: keys step, evidence opens, the screen goes dark, F5 loses nothing."""
    watched = open_page(meeting_file.as_uri(), viewport=_PROJECTOR)
    page = watched.page
    page.context.set_offline(True)
    count = page.locator(".nmeet-slide").count()
    assert _place(page) == f"1 von {count}"
    view = "document.querySelector('.nmeet-slide:not([hidden]) .nmeet-map').getAttribute('viewBox')"
    whole = page.evaluate(view)
    page.keyboard.press("PageDown")
    assert _place(page) == f"2 von {count}"
    assert page.locator(".nmeet-slide:visible").count() == 1
    # It comes from where the last slide was, and arrives somewhere else.
    wait_until(page, "!document.querySelector('.nmeet-slide--moving')")
    assert page.evaluate(view) != whole
    assert "Regelmäßiger Austausch" in page.locator(".nmeet-live").inner_text()
    evidence = page.locator(".nmeet-slide:visible .nmeet-evidence__body")
    assert not evidence.is_visible()
    page.keyboard.press("ArrowDown")
    assert evidence.is_visible()
    page.keyboard.press("Escape")
    assert not evidence.is_visible()
    page.keyboard.press("b")
    assert page.locator(".nmeet-blank").is_visible()
    page.keyboard.press("PageDown")
    assert not page.locator(".nmeet-blank").is_visible()
    assert _place(page) == f"2 von {count}"
    page.keyboard.press("F5")
    assert _place(page) == f"2 von {count}"
    page.keyboard.press("End")
    assert _place(page) == f"{count} von {count}"
    page.keyboard.press("PageDown")
    assert _place(page) == f"{count} von {count}"
    page.keyboard.press("Home")
    page.get_by_role("button", name="Weiter").click()
    assert _place(page) == f"2 von {count}"
    page.locator(".nmeet-jump summary").click()
    page.locator(".nmeet-jump a").last.click()
    assert _place(page) == f"{count} von {count}"
    assert not page.locator(".nmeet-jump ol").is_visible()
    assert watched.requests == [meeting_file.as_uri()]
    assert watched.complaints == []


def test_a_room_reads_every_slide(open_page: Open, meeting_file: Path) -> None:
    """On a projector words are 32 pixels or more, fit the screen, and axe finds nothing."""
    watched = open_page(meeting_file.as_uri(), viewport=_PROJECTOR, reduced_motion="reduce")
    page = watched.page
    for _ in range(page.locator(".nmeet-slide").count()):
        shown = page.locator(".nmeet-slide:visible")
        for part in (".nmeet-said", ".nmeet-title"):
            size = shown.locator(part).evaluate(
                "each => parseFloat(getComputedStyle(each).fontSize)"
            )
            assert size >= 32
        words = shown.locator(".nmeet-words")
        assert words.evaluate("each => each.scrollHeight <= each.clientHeight")
        page.keyboard.press("PageDown")
    page.keyboard.press("e")
    assert watched.axe_violations() == []


def test_without_scripts_the_slides_are_a_list(open_page: Open, meeting_file: Path) -> None:
    """Everything is there to read, evidence included; what needs a script is not offered."""
    page = open_page(meeting_file.as_uri(), java_script_enabled=False).page
    count = page.locator(".nmeet-slide").count()
    assert page.locator(".nmeet-slide:visible").count() == count
    assert page.locator(".nmeet-evidence__body:visible").count() == count - 2
    assert page.get_by_role("button").count() == 0
