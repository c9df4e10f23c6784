from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from examples import city, small
from netmap.dates import period
from netmap.findings.findings import findings
from netmap.findings.thresholds import Thresholds
from netmap.language import Language
from netmap.network import Network
from netmap.values import Record
from netmap.views.map_html import map_document
from tests.browser.conftest import Open, Watched, wait_until
from tests.browser.hostile_network import FLAG, HOSTILE, hostile_records, unused_fields

pytestmark = pytest.mark.xdist_group("browser")

# Where an actor stands in the drawing, as long as the whole map is shown.
_PLACE = """index => {
  const data = JSON.parse(document.getElementById("nmap-data").textContent);
  const canvas = document.getElementById("nmap-canvas");
  const box = canvas.getBoundingClientRect();
  const edge = (pick, name) => pick(...data.bands.map((band) => band[name]));
  const [left, right] = [edge(Math.min, "left"), edge(Math.max, "right")];
  const [top, bottom] = [edge(Math.min, "top"), edge(Math.max, "bottom")];
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const zoom = Math.min(4, (width - 16) / (right - left), (height - 16) / (bottom - top));
  const { x, y } = data.nodes[index];
  return {
    x: box.left + canvas.clientLeft + width / 2 + (x - (left + right) / 2) * zoom,
    y: box.top + canvas.clientTop + height / 2 + (y - (top + bottom) / 2) * zoom,
  };
}"""

# How many pixels of the drawing have exactly the colour of a group or kind of tie.
_PIXELS = """name => {
  const style = getComputedStyle(document.getElementById("nmap"));
  const colour = style.getPropertyValue(`--nmap-${name}`).trim();
  const wanted = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
  const canvas = document.querySelector("#nmap-canvas canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (wanted.every((value, part) => data[at + part] === value)) found += 1;
  }
  return found;
}"""

# Select every actor and show every finding; how many actors the panel named as the table does.
_LOOK_AT_EVERYTHING = """() => {
  const panel = document.getElementById("nmap-panel");
  const findings = panel.querySelectorAll(".nmap-findings button").length;
  for (let number = 0; number < findings; number += 1) {
    panel.querySelectorAll(".nmap-findings button")[number].click();
    if (!panel.querySelector(".nmap-suggestion")) throw new Error("no suggestion");
    panel.querySelector(".nmap-clear").click();
  }
  return [...document.querySelectorAll(".nmap-show")].filter((button) => {
    button.click();
    return panel.querySelector("h2").textContent === button.textContent;
  }).length;
}"""


# Words in the columns of single words that do not fit into one line.
def _write(
    folder: Path, records: Sequence[Record], language: Language, name: str = "Buchenau"
) -> tuple[str, Network]:
    network = Network.from_records(records, name=name, as_of=period("2026-05-31"))
    document = map_document(network, findings(network, thresholds=Thresholds()), language)
    file = folder / f"map-{language.value}.html"
    file.write_text(document, encoding="utf-8")
    return file.as_uri(), network


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Network]:
    """Address of the German map of the small example, and its network."""
    return _write(tmp_path_factory.mktemp("maps"), small.records(), Language.DE)


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the English map of the small example."""
    return _write(tmp_path_factory.mktemp("maps"), small.records(), Language.EN)[0]


def _open_hostile(open_page: Open, address: str) -> tuple[Watched, list[str]]:
    watched = open_page("about:blank")
    dialogs: list[str] = []

    def met(dialog: Any) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    watched.page.on("dialog", met)
    watched.requests.clear()
    watched.page.goto(address)
    watched.page.wait_for_selector("#nmap-canvas canvas")
    return watched, dialogs


def _index(network: Network, label: str) -> int:
    return network.labels.index(label)


def _choose(page: Page, label: str) -> None:
    page.locator(".nmap-show").get_by_text(label, exact=True).first.click()


def test_the_hostile_network_leaves_no_field_out() -> None:
    """Every field of every record holds something, so that a new field is tried, too."""
    assert unused_fields() == []


@pytest.mark.parametrize("language", list(Language))
def test_hostile_words_in_every_field_stay_words(
    open_page: Open, tmp_path: Path, language: Language
) -> None:
    """No dialog, no script, no refused code, no request: whatever anybody is called."""
    address, network = _write(tmp_path, hostile_records(), language, name=HOSTILE[0])
    watched, dialogs = _open_hostile(open_page, address)
    page = watched.page
    assert page.locator("h1").inner_text() == HOSTILE[0]
    assert page.title().startswith(HOSTILE[0])
    assert page.locator(".nmap-findings button").count() > 0
    assert page.evaluate(_LOOK_AT_EVERYTHING) == len(network.actor_ids)
    shown = page.locator(".nmap-show")
    field = page.locator("#nmap-search")
    for text in HOSTILE:
        field.fill(text)
        field.press("Enter")
    page.mouse.move(400, 400)
    page.mouse.wheel(0, 200)
    assert dialogs == []
    assert page.evaluate(f"window.{FLAG}") is None
    assert watched.complaints == []
    assert watched.requests == [address]
    assert page.evaluate("({}).polluted ?? Object.keys(Object.prototype).length") == 0
    assert page.locator("a, img, iframe, math, form, object, embed, link, base").count() == 0
    assert page.locator("#nmap bdi *").count() == 0
    # Each name reads as it was given, but for what every browser makes of spaces.
    names = {" ".join(name.split()) for name in shown.all_text_contents()}
    assert names == {" ".join(label.split()) for label in network.labels}


@pytest.mark.parametrize(("language", "theme"), [(Language.DE, "light"), (Language.EN, "dark")])
def test_the_map_is_accessible(
    open_page: Open, example: tuple[str, Network], english: str, language: Language, theme: str
) -> None:
    """Axe finds nothing: at first, with somebody selected, and with a finding shown."""
    address = example[0] if language is Language.DE else english
    watched = open_page(address, color_scheme=theme)
    page = watched.page
    assert page.locator("html").get_attribute("lang") == language.value
    assert watched.axe_violations() == []
    page.locator(".nmap-panel summary").first.click()
    page.locator(".nmap-findings button:visible").first.click()
    assert watched.axe_violations() == []
    _choose(page, "Steuergremium Übergang Schule–Beruf")
    page.locator("#nmap-search").fill("arbeit")
    assert watched.axe_violations() == []
    assert watched.complaints == []


def test_a_click_on_a_mark_shows_its_ties_as_text(
    open_page: Open, example: tuple[str, Network]
) -> None:
    """The panel names the actor, what it is, and everybody it is tied to, and says so aloud."""
    address, network = example
    watched = open_page(address)
    page = watched.page
    label = "Steuergremium Übergang Schule–Beruf"
    place = page.evaluate(_PLACE, _index(network, label))
    page.mouse.click(place["x"], place["y"])
    panel = page.locator("#nmap-panel")
    wait_until(page, "document.querySelector('#nmap-panel-title') !== null")
    assert panel.locator("h2").inner_text() == label
    body = network.actor_index[network.actor_ids[_index(network, label)]]
    members = {
        network.labels[member]
        for member, target in zip(
            network.seats.source.tolist(), network.seats.target.tolist(), strict=True
        )
        if target == body
    }
    assert members <= set(panel.locator(".nmap-actor bdi").all_inner_texts())
    status = page.locator("#nmap-status").inner_text()
    assert status.startswith(f"Ausgewählt: {label}, Steuerndes Gremium, ")
    page.keyboard.press("Escape")
    assert page.locator("#nmap-status").inner_text() == "Auswahl aufgehoben"
    assert watched.complaints == []


def test_the_panel_leads_from_neighbour_to_neighbour(
    open_page: Open, example: tuple[str, Network]
) -> None:
    """A name among the ties is a button that selects that actor."""
    page = open_page(example[0]).page
    _choose(page, "Steuergremium Übergang Schule–Beruf")
    neighbour = page.locator(".nmap-actor").first
    name = neighbour.locator("bdi").first.inner_text()
    neighbour.click()
    assert page.locator("#nmap-panel h2").first.inner_text() == name


def test_search_finds_and_shows_by_keyboard_alone(
    open_page: Open, example: tuple[str, Network]
) -> None:
    """Typing lists hits without regard to case and accents; arrow and Enter show one."""
    page = open_page(example[0]).page
    page.locator("#nmap-search").focus()
    page.keyboard.type("ubergang schule")
    options = page.locator("#nmap-hits").get_by_role("option")
    assert options.first.inner_text().startswith("Steuergremium Übergang Schule–Beruf")
    assert page.locator("#nmap-status").inner_text().endswith("Treffer")
    page.keyboard.press("ArrowDown")
    assert options.first.get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    assert page.locator("#nmap-panel h2").inner_text() == "Steuergremium Übergang Schule–Beruf"
    assert not page.locator("#nmap-hits").is_visible()
    page.locator("#nmap-search").fill("gibt es nicht")
    assert options.inner_text() == "Keine Treffer"


def test_the_legend_names_all_groups_and_ties_and_hides_them(
    open_page: Open, example: tuple[str, Network]
) -> None:
    """Shapes and lines stand beside their words; without its tick a group is not drawn."""
    page = open_page(example[0]).page
    page.locator("#nmap-choosing > summary").press("Enter")
    marks = page.locator(".nmap-legend label :is(.nmap-mark, .nmap-line, .nmap-layer):visible")
    assert marks.count() == 7 + 5 + 3
    for name, box in (
        ("organization", "[name=kind][value=organization]"),
        ("steering", "[name=level][value=steering]"),
        ("tie-reporting", "[name=tie][value=reporting]"),
    ):
        wait_until(page, f"({_PIXELS})('{name}') > 0")
        page.locator(box).uncheck()
        wait_until(page, f"({_PIXELS})('{name}') === 0")
        page.locator(box).check()
        wait_until(page, f"({_PIXELS})('{name}') > 0")


def test_isolates_are_drawn_like_everybody_else(
    open_page: Open, example: tuple[str, Network]
) -> None:
    """Who has no tie has a mark where the layout puts it, and can be selected there."""
    address, network = example
    page = open_page(address).page
    data = json.loads(page.locator("#nmap-data").text_content() or "")
    tied = {end for edge in data["edges"] for end in (edge["from"], edge["to"])}
    isolate = next(node["id"] for node in data["nodes"] if node["id"] not in tied)
    place = page.evaluate(_PLACE, isolate)
    page.mouse.click(place["x"], place["y"])
    wait_until(page, "document.querySelector('#nmap-panel-title') !== null")
    panel = page.locator("#nmap-panel").inner_text()
    assert network.labels[isolate] in panel
    assert "Noch keine Verbindung erfasst. Stimmt das?" in panel


def test_the_keyboard_moves_the_map_and_leaves_it(
    open_page: Open, example: tuple[str, Network]
) -> None:
    """Keys zoom and move; Tab goes on to the panel and back, so nobody is caught."""
    page = open_page(example[0]).page
    canvas = page.locator("#nmap-canvas")
    picture = "document.querySelector('#nmap-canvas canvas').toDataURL()"
    canvas.focus()
    for key in ("+", "ArrowLeft", "ArrowDown", "-", "0"):
        before = page.evaluate(picture)
        page.keyboard.press(key)
        wait_until(page, f"before => {picture} !== before", arg=before)
        page.wait_for_timeout(450)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "nmap-panel"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "nmap-canvas"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.parentElement.id") == "nmap-choosing"


def test_a_wheel_over_the_map_scrolls_the_page(
    open_page: Open, example: tuple[str, Network]
) -> None:
    """The map does not catch the wheel on the way to the tables."""
    page = open_page(example[0]).page
    page.locator("#nmap-canvas").hover()
    page.mouse.wheel(0, 300)
    wait_until(page, "window.scrollY > 0")


def test_a_finding_is_shown_on_the_map(open_page: Open, example: tuple[str, Network]) -> None:
    """A suggestion opens with its evidence and with those it is about."""
    page = open_page(example[0]).page
    panel = page.locator("#nmap-panel")
    headings = panel.locator("h2").all_inner_texts()
    assert headings == ["Was gut läuft", "Anregungen zum Gespräch"]
    panel.locator("summary").filter(has_text="Mögliche Überschneidung").click()
    panel.locator(".nmap-findings button:visible").first.click()
    assert panel.locator("h2").inner_text() == "Mögliche Überschneidung"
    assert panel.locator(".nmap-evidence li").count() > 0
    assert panel.locator(".nmap-actor").count() >= 2


def test_the_tables_need_no_script(open_page: Open, example: tuple[str, Network]) -> None:
    """Without JavaScript everything the drawing shows is there to read."""
    address, network = example
    page = open_page(address, java_script_enabled=False).page
    assert not page.locator("#nmap-view").is_visible()
    assert page.get_by_text("Die Zeichnung braucht JavaScript").is_visible()
    names = set(page.locator("[data-nmap-actor]").all_text_contents())
    assert names == set(network.labels)


@pytest.mark.parametrize(
    "context",
    [
        {"viewport": {"width": 320, "height": 640}},
        {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
        {"viewport": {"width": 1920, "height": 1080}},
    ],
    ids=["320 px", "1280 px at 200 %", "1920 px"],
)
def test_the_map_fits_its_window(
    open_page: Open, example: tuple[str, Network], context: dict[str, object]
) -> None:
    """From a phone to a projector the page is as wide as the window and the drawing is there."""
    watched = open_page(example[0], **context)
    assert watched.overflow() <= 0
    wait_until(watched.page, f"({_PIXELS})('steering') > 0")


def test_no_word_of_the_tables_is_broken_apart(open_page: Open, tmp_path: Path) -> None:
    """On a small screen levels, kinds, sectors and topics stand in whole words."""
    address, _ = _write(tmp_path, city.records(), Language.DE)
    watched = open_page(address, viewport={"width": 1280, "height": 720})
    assert watched.broken_words(".nmap-table :is(thead th, td:not(:has(ul)))") == []


def test_paper_gets_drawing_legend_and_tables(
    open_page: Open, example: tuple[str, Network]
) -> None:
    """Printed, buttons are left out and the rest stays, dark theme or not."""
    page = open_page(example[0], color_scheme="dark").page
    page.emulate_media(media="print")
    assert not page.locator(".nmap-bar").is_visible()
    assert page.locator(".nmap-legend").is_visible()
    assert page.locator("#nmap-canvas").is_visible()
    assert page.locator(".nmap-table").first.is_visible()
    wait_until(page, f"({_PIXELS})('steering') > 0")
    light = "getComputedStyle(document.getElementById('nmap')).getPropertyValue('--nmap-ground')"
    assert page.evaluate(light) == "#ffffff"
