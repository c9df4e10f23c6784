"""Bars as SVG: as long as their values, told apart without colour, and well-formed."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from netmap.language import Language
from netmap.views.charts.chart import Bar, Chart, counted
from netmap.views.charts.drawing import drawing
from tests.strategies import HOSTILE_TEXTS

_SVG = "{http://www.w3.org/2000/svg}"


def chart(*bars: Bar, series: tuple[str, ...] = ("one", "two"), shares: bool = False) -> Chart:
    """A chart of these bars."""
    return counted("test", title="T", lead="L", of="What", series=series, bars=bars, shares=shares)


def widths(found: Chart) -> list[float]:
    """Widths of the parts of bars, from top to bottom; the legend and patterns aside."""
    tree = ET.fromstring(drawing(found, Language.EN, standalone=True))  # noqa: S314 (our own)
    parts = (each for each in tree.iter(f"{_SVG}rect") if each.find(f"{_SVG}title") is not None)
    return [float(each.attrib["width"]) for each in parts]


def test_bars_are_as_long_as_their_values() -> None:
    """Twice as much is twice as long, and nothing is drawn for nothing."""
    first, second, third = widths(chart(Bar("a", (4, 0)), Bar("b", (2, 1))))
    assert first == pytest.approx(2 * second, abs=0.2)
    assert second == pytest.approx(2 * third, abs=0.2)


def test_shares_are_equally_long() -> None:
    """Of shares every bar fills the room."""
    first, second, third, fourth = widths(chart(Bar("a", (4, 4)), Bar("b", (1, 3)), shares=True))
    assert first + second == pytest.approx(third + fourth, abs=0.2)


def test_parts_have_patterns_and_numbers() -> None:
    """No part is told apart by its colour alone; the whole stands at the end."""
    text = drawing(chart(Bar("a", (40, 70))), Language.EN)
    assert 'fill="url(#test-p1)"' in text
    assert all(f">{number}</text>" in text for number in (40, 70, 110))


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_names_stay_text(text: str) -> None:
    """Whatever something is called, the drawing stays the same drawing."""
    found = chart(Bar(text, (1, 2)), series=(text, "two"))
    assert widths(found) == widths(chart(Bar("a", (1, 2))))
