from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from examples import small
from netmap.dates import period
from netmap.findings.findings import findings
from netmap.findings.thresholds import Thresholds
from netmap.language import Language
from netmap.network import Network
from netmap.views.map_base import map_base
from netmap.views.map_choice import EVERYTHING, Arrangement, map_choice
from netmap.views.map_pdf import map_pdf
from netmap.views.map_sheet import map_sheet, sheet_colours
from tests.browser.hostile_network import hostile_records

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def network() -> Network:
    """The small example at a date."""
    return Network.from_records(small.records(), name="Buchenau", as_of=period("2026-05-31"))


def _texts(sheet: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(sheet).iter(f"{_SVG}text")]  # noqa: S314


def test_a_sheet_says_what_it_shows_and_when(network: Network) -> None:
    """Title, date and legend stand on the paper itself, which leaves the page behind."""
    texts = _texts(map_sheet(map_base(network, Language.DE), [], EVERYTHING))
    assert {"Buchenau", "Stand: 31. Mai 2026", "Steuernde Gremien", "Austausch"} <= set(texts)
    assert "Steuergremium" in " ".join(texts)


def test_a_sheet_shows_what_is_chosen(network: Network) -> None:
    """Filters, colours and findings of the page are those of the paper."""
    base = map_base(network, Language.EN)
    found = findings(network, thresholds=Thresholds())
    whole = map_sheet(base, found, EVERYTHING)
    chosen = [("kind", "body"), ("colour", "sector"), ("layer", "overlaps"), ("layer", "isolates")]
    part = map_sheet(base, found, map_choice(chosen))
    assert "Possible overlaps" in _texts(part)
    assert "Possible overlaps" not in _texts(whole)
    assert "Civil society" in _texts(part)
    assert sheet_colours()["layer"] in part
    assert sheet_colours()["layer"] not in whole
    assert len(part) < len(whole)


def test_hostile_words_stay_words_on_paper() -> None:
    """Names are text in the drawing: no element comes from them, and typst reads it."""
    network = Network.from_records(hostile_records(), name="</title><script>alert(1)</script>")
    sheet = map_sheet(map_base(network, Language.DE), [], EVERYTHING)
    drawn = {each.tag.removeprefix(_SVG) for each in ET.fromstring(sheet).iter()}  # noqa: S314
    assert drawn <= {"svg", "title", "rect", "text", "g", "path", "circle"}
    assert map_pdf(sheet, network.name, Language.DE).startswith(b"%PDF-")


def test_a_network_of_nobody_is_a_sheet_all_the_same() -> None:
    """Nothing to draw is no reason to fail."""
    empty = Network.from_records([], name="Empty")
    assert "Empty" in _texts(map_sheet(map_base(empty, Language.EN), [], EVERYTHING))


def test_a_free_layout_is_drawn_without_bands(network: Network) -> None:
    """Who is tied to nobody stands apart there as well."""
    base = map_base(network, Language.EN, arrangement=Arrangement.FREE)
    texts = _texts(map_sheet(base, [], EVERYTHING))
    assert "Political level" not in texts
    assert "No tie recorded yet" in texts
