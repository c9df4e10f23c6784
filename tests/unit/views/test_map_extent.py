"""A network with more actors than one drawing holds: who is drawn, and that the map says so."""

from __future__ import annotations

import pytest

from examples import small
from netmap.language import Language
from netmap.network import Network
from netmap.views import map_extent
from netmap.views.map_base import map_base
from netmap.views.map_choice import EVERYTHING
from netmap.views.map_extent import drawn_part
from netmap.views.map_parts import parts_of
from netmap.views.map_sheet import map_sheet


def network() -> Network:
    """The small example."""
    return Network.from_records(small.records())


def test_nobody_is_left_out_of_a_small_network() -> None:
    """Then it is the very network."""
    whole = network()
    assert drawn_part(whole) is whole


@pytest.mark.parametrize("most", range(len(network().actor_ids)))
def test_a_part_is_whole_in_itself(most: int) -> None:
    """Whoever is drawn stands with all they refer to; no tie leads to somebody left out."""
    part = drawn_part(network(), most)
    assert set(part.actor_ids) <= set(network().actor_ids)
    again = Network.from_records(part.all_records(), as_of=part.as_of)
    assert again.actor_ids == part.actor_ids
    map_base(part, Language.DE)


def test_bodies_come_first_then_those_with_most_ties() -> None:
    """The bodies say most about a network, and whoever sits in several connects them."""
    seats = [(f"person {number}", "youth") for number in range(5)]
    found = Network.from_pairs([*seats, ("person 3", "school"), ("person 3", "sport")])
    assert drawn_part(found, 4).actor_ids == ("person 3", "school", "sport", "youth")


def test_the_map_and_its_sheet_say_that_some_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may take a part for the whole."""
    whole = network()
    monkeypatch.setattr(map_extent, "MOST_DRAWN", 3)
    base = map_base(whole, Language.DE)
    said = f"von {len(whole.actor_ids)} Akteuren"
    assert said in parts_of(base, []).markup
    assert said in map_sheet(base, [], EVERYTHING)
