from __future__ import annotations

import itertools
import re

import numpy as np
import pytest
from numpy.typing import NDArray

from netmap.resources import folder
from netmap.views.layout_places import BandKind
from netmap.views.map_groups import Group, TieKind

# G. M. Machado, M. M. Oliveira, L. A. F. Fernandes (2009), "A Physiologically-based Model for
# Simulation of Color Vision Deficiency", doi:10.1109/TVCG.2009.113: severity 1.0.
_SIGHT = {
    "all colours": np.eye(3),
    "no red": np.array(
        [[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.052]]
    ),
    "no green": np.array(
        [[0.3673, 0.8606, -0.2279], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]]
    ),
    "no blue": np.array(
        [[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]]
    ),
}
_CSS = (folder("web") / "static" / "map" / "map.css").read_text("utf-8")
_THEMES = [
    dict(re.findall(r"--nmap-([a-z-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r"\{[^{}]*--nmap-ground:[^{}]*\}", _CSS)
]


def _linear(colour: str) -> NDArray[np.float64]:
    values = np.array([int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.1."""
    dark, light = sorted(float(_linear(each) @ [0.2126, 0.7152, 0.0722]) for each in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _lab(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    """CIELAB coordinates, in which distances are about what an eye sees."""
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    x, y, z = np.cbrt(to_xyz @ np.clip(linear, 0.001, 1) / np.array([0.9505, 1.0, 1.089]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_light_dark_and_the_system_s_dark_are_the_themes() -> None:
    """Dark looks the same whether the page or the system asks for it."""
    light, dark, system_dark = _THEMES
    assert dark == system_dark
    assert light.keys() == dark.keys()


@pytest.mark.parametrize("theme", _THEMES[:2], ids=["light", "dark"])
def test_everything_that_is_drawn_has_a_colour(theme: dict[str, str]) -> None:
    """Each group, each kind of tie and each band is set in the style sheet."""
    names = [
        *(group.value for group in Group),
        *(f"tie-{kind.value}" for kind in TieKind),
        *(f"band-{band.value}" for band in BandKind),
    ]
    assert [name for name in names if name.replace("_", "-") not in theme] == []


@pytest.mark.parametrize("theme", _THEMES[:2], ids=["light", "dark"])
def test_marks_and_lines_stand_out_from_the_ground_and_from_every_band(
    theme: dict[str, str],
) -> None:
    """At least 3:1, as WCAG 1.4.11 asks of what one has to see; 4.5:1 for names."""
    grounds = [
        theme["ground"],
        *(theme[f"band-{band.value}".replace("_", "-")] for band in BandKind),
    ]
    drawn = [
        *(group.value.replace("_", "-") for group in Group),
        *(f"tie-{kind.value}".replace("_", "-") for kind in TieKind),
    ]
    for name, ground in itertools.product(drawn, grounds):
        assert _contrast(theme[name], ground) >= 3, (name, ground)
    for name, ground in itertools.product(("text", "muted"), grounds):
        assert _contrast(theme[name], ground) >= 4.5, (name, ground)


@pytest.mark.parametrize("sight", list(_SIGHT))
@pytest.mark.parametrize("theme", _THEMES[:2], ids=["light", "dark"])
def test_groups_look_different_to_colour_blind_eyes(theme: dict[str, str], sight: str) -> None:
    """Any two colours of groups stay clearly apart, with all kinds of colour vision."""
    seen = {
        group: _lab(_SIGHT[sight] @ _linear(theme[group.value.replace("_", "-")]))
        for group in Group
    }
    for one, other in itertools.combinations(Group, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= 20, (one, other)


def test_kinds_of_ties_differ_without_colour() -> None:
    """No two kinds share dashes, width and arrow."""
    looks = [(kind.line.dashes, kind.line.width, kind.line.has_arrow) for kind in TieKind]
    assert len(set(looks)) == len(looks)
