"""Take the screenshots of the README from the running application over the example.

python -m scripts.screenshots    writes docs/screenshots/*.png; needs Chromium on the PATH
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from netmap.bootstrap import use_cases_over, web_application
from netmap.principal import LOCAL_OWNER
from netmap.resources import folder
from netmap.settings import Settings
from netmap.store.sqlite import SqliteStore
from tests.browser.chromium import CHROMIUM_ARGUMENTS, chromium_path
from tests.browser.serving import answering

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / "docs" / "screenshots"
NETWORK = "falkenrode"
_USUAL = (1280, 800)
_PROJECTED = (1920, 1080)

PAGES = {
    "overview": (f"/networks/{NETWORK}?lang=de", _USUAL),
    "map": (f"/networks/{NETWORK}/map?lang=de", (1280, 1200)),
    "meeting": (f"/networks/{NETWORK}/meeting?lang=de", _PROJECTED),
    "import": (f"/networks/{NETWORK}/import?lang=de", _USUAL),
}
"""What the README shows: address and window of each."""


def main() -> int:
    """Take all of them."""
    chromium = chromium_path()
    if chromium is None:
        print("Chromium is not on the PATH; on Debian: apt install chromium", file=sys.stderr)
        return 1
    SHOTS.mkdir(parents=True, exist_ok=True)
    with _served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        for name, (path, window) in PAGES.items():
            _take(browser, f"{address}{path}", window, SHOTS / f"{name}.png")
            print(SHOTS / f"{name}.png")
        browser.close()
    return 0


def _take(browser: Browser, address: str, window: tuple[int, int], file: Path) -> None:
    context = browser.new_context(
        viewport={"width": window[0], "height": window[1]}, reduced_motion="reduce"
    )
    page = context.new_page()
    answer = page.goto(address)
    if answer is None or not answer.ok:
        raise RuntimeError(f"{address} did not open")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1_000)  # the map draws itself
    page.screenshot(path=file)
    context.close()


@contextmanager
def _served() -> Iterator[str]:
    """Address of the application over the example, in a store that goes afterwards."""
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(
            store="sqlite:///unused.db", host="127.0.0.1", upload_folder=Path(place) / "uploads"
        )
        store = SqliteStore(Path(place) / "netmap.db")
        use_cases = use_cases_over(store, settings)
        use_cases.imports.run(
            LOCAL_OWNER,
            folder("examples") / "falkenrode.xlsx",
            network_id=NETWORK,
            name="Bildungsnetzwerk Falkenrode (Beispiel)",
        )
        with answering(web_application(use_cases, settings)) as address:
            yield address
        store.close()


if __name__ == "__main__":
    sys.exit(main())
