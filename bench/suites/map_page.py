"""How long it takes until the map can be used, in a real Chromium."""

from __future__ import annotations

from functools import partial

from playwright.sync_api import Browser, sync_playwright

from bench.protocol import TINY, Benchmark, Case, Digest, Measure, NotHereError, Of, Target
from bench.served_city import CITY, at, fill, percentile, served_city
from tests.browser.chromium import CHROMIUM_ARGUMENTS, chromium_path

TITLE = "The map in a browser"
NEEDS_NEO4J = False

_COUNTY = "county"
_OPENED = 20
_OFTEN_ENOUGH = 0.95
_UNTIL_SEEN = """
() => new Promise((resolve) => {
  const frame = (next) => requestAnimationFrame(next);
  const seen = () => frame(() => frame(() => resolve(performance.now())));
  if (performance.getEntriesByName("netmap-map-ready").length) seen();
  else document.addEventListener("netmap-map-ready", seen);
})
"""
"""Milliseconds from the start of the navigation to the second frame after the map said it is ready:
drawn, and free to answer."""


def _opening(case: Case, *, size: str) -> Digest:
    chromium = chromium_path()
    if chromium is None:
        raise NotHereError("Chromium is not on the PATH")
    times = 1 if case.size.municipalities <= TINY else _OPENED
    with served_city(case, 1, size) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        address = f"http://{host}{at('/map')}"
        case.measures["first_seconds"] = _opened(browser, address)
        taken = [_opened(browser, address) for _ in range(times)]
        browser.close()
    case.measures["median_seconds"] = percentile(taken, 0.5)
    case.measures[Measure.SECONDS] = percentile(taken, _OFTEN_ENOUGH)
    return lambda: "opened"


def _opened(browser: Browser, address: str) -> float:
    """Seconds until the map is seen by somebody who was never here: with an empty cache."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="de-DE")
    page = context.new_page()
    page.goto(address, wait_until="commit")
    milliseconds: float = page.evaluate(_UNTIL_SEEN)
    context.close()
    return milliseconds / 1000


_METHOD = (
    "in SQLite, `netmap serve`, and Debian's Chromium without a screen, 1,920 pixels wide, on the "
    "same two cores. Measured in the browser, from the start of the navigation until the second "
    "frame after the map said it is ready. Opened 20 times, each time with an empty cache; told "
    "is the 95th percentile. Before that it was opened once, which is measured apart: then the "
    "server reads the network and lays it out."
)

BENCHMARKS = (
    Benchmark(
        name="actors_1400",
        title="The map of a large city is ready to use, at the 95th percentile",
        method="A large city (300 organisations, 1,000 persons, 100 bodies, 1,500 seats) "
        + _METHOD,
        ours=partial(_opening, size=CITY),
        targets=(Target("under 1.5 s", at_most=1.5, of=Of.SECONDS),),
        prepare=fill,
    ),
    Benchmark(
        name="actors_5000",
        title="The map of 5,000 actors is ready to use, at the 95th percentile",
        method="Four municipalities (1,200 organisations, 3,400 persons, 400 bodies, 5,000 seats) "
        + _METHOD,
        ours=partial(_opening, size=_COUNTY),
        targets=(Target("under 3 s", at_most=3, of=Of.SECONDS),),
        prepare=partial(fill, size=_COUNTY),
    ),
)
