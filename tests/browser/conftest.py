"""A real Chromium, and pages that tell what they asked for and what was refused them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from examples import small
from netmap.bootstrap import use_cases_over
from netmap.changes import Put
from netmap.model import AnyRecord
from netmap.principal import LOCAL_OWNER
from netmap.store.sqlite import SqliteStore
from netmap.web.app import create_app
from tests.browser.chromium import CHROMIUM_ARGUMENTS
from tests.browser.serving import Office, answering
from tests.web.conftest import hostile_records, settings

# Each word of the elements that a selector finds, and the lines that it stands on. Names without
# end, as tests of hostile texts have them, cannot stand on one.
_BROKEN_WORDS = """(selector) => {
  const broken = [];
  for (const element of document.querySelectorAll(selector)) {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
      // What may not wrap is cut with dots, never broken.
      if (getComputedStyle(text.parentElement).textWrapMode === "nowrap") continue;
      for (const word of text.data.matchAll(/[\\p{L}]+/gu)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((each) => each.top));
        if (lines.size > 1 && word[0].length < 40) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""
_WANTED = re.compile("status of (404|409|422)")


@dataclass
class Watched:
    """A page with what happened on it.

    Attributes:
        requests: Every address the page asked for, inline data left out.
        waiting: How many of them are not answered yet.
        complaints: Errors of scripts, and what the content security policy refused.
    """

    page: Page
    requests: list[str] = field(default_factory=list)
    waiting: int = 0
    complaints: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until everything has come, fonts as well, and nothing more is asked for."""
        deadline = time.monotonic() + 30
        while True:
            self.page.evaluate("document.fonts.ready.then(() => true)")
            before = len(self.requests)
            self.page.wait_for_timeout(60)
            if not self.waiting and len(self.requests) == before:
                return
            assert time.monotonic() < deadline, f"never at rest: {self.requests[-3:]}"

    def axe_violations(self) -> list[str]:
        """What axe finds against WCAG and good practice: rule, help and the first element."""
        found: list[dict[str, Any]] = Axe().run(self.page).response["violations"]
        return [f"{each['id']}: {each['help']}: {each['nodes'][0]['html']}" for each in found]

    def broken_words(self, selector: str) -> list[str]:
        """Words in elements that the selector finds, which go on in the next line."""
        found: list[str] = self.page.evaluate(_BROKEN_WORDS, selector)
        return found

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        width: int = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return width


Open = Callable[..., Watched]


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for the whole run."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield started
        started.close()


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
    with answering(create_app(use_cases, settings())) as address:
        yield address
    store.close()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An application in which nothing has begun yet."""
    store = SqliteStore(tmp_path_factory.mktemp("office") / "netmap.db")
    use_cases = use_cases_over(store, settings())
    with answering(create_app(use_cases, settings())) as address:
        yield Office(address, use_cases)
    store.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open an address in a fresh profile; arguments are those of a Playwright context."""
    contexts = []

    def opened(address: str, **context: Any) -> Watched:
        made = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})
        contexts.append(made)
        watched = Watched(made.new_page())

        def asked(request: Request) -> None:
            if not request.url.startswith(("data:", "blob:")):
                watched.requests.append(request.url)
                watched.waiting += 1

        def answered(request: Request) -> None:
            if not request.url.startswith(("data:", "blob:")):
                watched.waiting -= 1

        def said(message: ConsoleMessage) -> None:
            # That a page does not exist, or a form is asked about again, is what some tests want.
            if message.type == "error" and not _WANTED.search(message.text):
                watched.complaints.append(message.text)

        watched.page.on("request", asked)
        watched.page.on("requestfinished", answered)
        watched.page.on("requestfailed", answered)
        watched.page.on("console", said)
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.goto(address)
        return watched

    yield opened
    for each in contexts:
        each.close()


def wait_until(page: Page, expression: str, arg: object = None) -> None:
    """Wait until an expression is true in the page.

    Playwright's own waiting evaluates text inside the page each time but the first, which the
    pages' policy refuses; asked from outside it may be evaluated every time.
    """
    deadline = time.monotonic() + 30
    while not page.evaluate(expression, arg):
        assert time.monotonic() < deadline, f"never true: {expression}"
        page.wait_for_timeout(50)
