"""In which windows pages are looked at: language, theme and width, from a phone to a projector.

`make test` looks at each page in one of them, in turn, so that over all pages each meets each;
`make check-a11y` (``NETMAP_A11Y=full``) looks at every page in all of them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Open, Watched

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

FULL = os.environ.get("NETMAP_A11Y") == "full"

_WIDTHS: dict[str, dict[str, Any]] = {
    "narrow": {"viewport": {"width": 320, "height": 640}},
    # 1280 pixels at 200 %.
    "enlarged": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    "usual": {"viewport": {"width": 1280, "height": 800}},
    "projected": {"viewport": {"width": 1920, "height": 1080}},
}


# What is read at a glance: where there is room for it no word is broken apart.
_SHORT_TEXTS = "h1, h2, h3, nav a, thead th, label, legend, dt, button, .kern-btn, .kern-hint"


@dataclass(frozen=True, slots=True)
class Window:
    """One way to look at a page.

    Attributes:
        width: A key of the widths.
    """

    language: str
    theme: str
    width: str

    def __str__(self) -> str:
        return f"{self.language}-{self.theme}-{self.width}"

    def opened(self, open_page: Open, address: str) -> Watched:
        """A page in this window, after everything of it has come."""
        separator = "&" if "?" in address else "?"
        watched = open_page(
            f"{address}{separator}lang={self.language}",
            color_scheme=self.theme,
            **_WIDTHS[self.width],
        )
        watched.settle()
        return watched


_ALL = [Window(*each) for each in product(("de", "en"), ("light", "dark"), _WIDTHS)]
_PAIRWISE = (
    Window("de", "light", "narrow"),
    Window("en", "dark", "projected"),
    Window("de", "dark", "enlarged"),
    Window("en", "light", "usual"),
)


def in_windows(addresses: Sequence[str]) -> list[ParameterSet]:
    """Arguments (address, window) of a test that looks at pages."""
    return [
        # The languages go to two workers, where there are two.
        pytest.param(
            address,
            window,
            id=f"{address}-{window}",
            marks=[pytest.mark.xdist_group(f"browser-{window.language}")] if FULL else [],
        )
        for number, address in enumerate(addresses)
        for window in (_ALL if FULL else [_PAIRWISE[number % len(_PAIRWISE)]])
    ]


def unfit(watched: Watched, server: str) -> list[str]:
    """What is wrong with a page as it stands: axe, words, width, other hosts, refused code."""
    found = watched.axe_violations()
    size = watched.page.viewport_size
    if size is not None and size["width"] >= _WIDTHS["usual"]["viewport"]["width"]:
        found += [f"{each}: broken apart" for each in watched.broken_words(_SHORT_TEXTS)]
    if watched.overflow() > 0:
        found.append(f"{watched.overflow()} px wider than the window")
    found += [each for each in watched.requests if not each.startswith(server)]
    return [*found, *watched.complaints]
