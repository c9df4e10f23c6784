"""An opened view: what it shows, and where its marks stand on page, sheet and file."""

from __future__ import annotations

import itertools
import re

import pytest

from netmap.language import Language
from netmap.map_views import MapView
from netmap.network import Network
from netmap.views.map_addresses import parameters_of
from netmap.views.map_base import map_base
from netmap.views.map_choice import EVERYTHING, map_choice
from netmap.views.map_opened import OpenedView, choice_of, date_of, places_in, with_places
from netmap.views.map_parts import parts_of
from netmap.views.map_sheet import map_sheet
from netmap.views.map_view_words import view_words

_NETWORK = Network.from_pairs([("ada", "youth"), ("bo", "youth"), ("cy", "work")])


def _view(*query: tuple[str, str], **places: tuple[float, float]) -> MapView:
    return MapView.model_validate(
        {
            "id": "view",
            "name": "Steering <b>",
            "query": [{"name": name, "value": value} for name, value in query],
            "places": [{"actor_id": each, "x": x, "y": y} for each, (x, y) in places.items()],
        }
    )


@pytest.mark.parametrize(
    "asked",
    [
        (),
        (("kind", "none"), ("tie", "exchange"), ("tie", "seat"), ("layer", "missing")),
        (("topic", "t"), ("colour", "sector"), ("focus", "ada"), ("steps", "2"), ("fold", "none")),
        (("level", "unknown"), ("open", "b"), ("open", "a"), ("arrange", "free"), ("still", "1")),
    ],
)
def test_a_choice_goes_into_an_address_and_comes_back(asked: tuple[tuple[str, str], ...]) -> None:
    """What is shown, kept as a view, is what the view shows."""
    choice = map_choice(asked)
    assert map_choice(parameters_of(choice)) == choice
    assert {name for name, _ in parameters_of(choice)} == {name for name, _ in asked}
    assert choice_of(_view(*parameters_of(choice))) == choice


def test_places_count_in_their_arrangement_alone() -> None:
    """Elsewhere they would mean nothing; whoever is gone is passed over."""
    base = map_base(_NETWORK, Language.EN)
    places = {"ada": (5000.0, -7.0), "gone": (1.0, 2.0)}
    ada = _NETWORK.actor_index["ada"]
    assert places_in(base, _view(**places)) == {ada: (5000.0, -7.0)}
    for otherwise in (("arrange", "free"), ("still", "1")):
        assert places_in(base, _view(otherwise, **places)) == {}
        assert with_places(base, _view(otherwise, **places)) is base
    moved = with_places(base, _view(**places)).placed.positions
    assert moved[ada].tolist() == [5000.0, -7.0]
    others = [each for each in range(len(moved)) if each != ada]
    assert (moved[others] == base.placed.positions[others]).all()
    assert base.placed.positions[ada].tolist() != [5000.0, -7.0]


def test_the_sheet_has_marks_where_the_view_has_them() -> None:
    """Somebody who was moved far out is on the paper, under the name of the view."""
    base = map_base(_NETWORK, Language.EN)
    plain = map_sheet(base, [], EVERYTHING)
    sheet = map_sheet(base, [], EVERYTHING, _view(ada=(5000.0, -7.0)))
    assert "Steering &lt;b&gt;" in sheet
    assert sheet != plain
    scale, left = (
        float(re.findall(pattern, sheet)[0])
        for pattern in (r"scale\(([\d.]+)\)", r'<g transform="translate\(([-\d.]+) ')
    )
    assert 12 <= left + 5000 * scale <= 12 + 396
    assert map_sheet(base, [], EVERYTHING, _view(gone=(1.0, 2.0))).count("M") == plain.count("M")


def test_the_page_gets_places_as_numbers() -> None:
    """Scripts know actors by their numbers; the form that saves them again by their ids."""
    base = map_base(_NETWORK, Language.EN)
    opened = OpenedView(_view(ada=(3.0, 4.0)), is_exact=False)
    parts = parts_of(base, [], opened=opened)
    assert f'"places":[[{_NETWORK.actor_index["ada"]},3.0,4.0]]' in parts.markup
    assert '"isExact":false' in parts.markup
    assert "Steering \\u003cb\\u003e" in parts.markup
    assert parts.places == {"ada": (3.0, 4.0)}


@pytest.mark.parametrize(("stored", "date"), [("2024-05", "2024-05"), ("soon", "")])
def test_a_date_that_is_none_is_passed_over(stored: str, date: str) -> None:
    """Programs store views, too."""
    assert date_of(_view(("as_of", stored))) == date


def test_a_view_is_told_in_words() -> None:
    """The list of views says what each shows, without opening it."""
    view = _view(
        *(("as_of", "2024-05"), ("focus", "ada"), ("level", "steering"), ("level", "ad_hoc")),
        *(("tie", "none"), ("colour", "kind"), ("topic", "gone")),
    )
    assert view_words(view, _NETWORK, Language.DE) == [
        ("Stand", "Mai 2024"),
        ("Umgebung von ada", ""),
        ("Ebene", "steuernd, ad hoc"),
        ("Verbindungen", "nichts"),
    ]
    everything = [
        *(("kind", "body"), ("sector", "unknown"), ("layer", "missing"), ("fold", "none")),
        ("arrange", "free"),
    ]
    told = view_words(_view(*everything), _NETWORK, Language.EN)
    assert len(told) == len(everything)
    assert all(itertools.chain.from_iterable(told))
