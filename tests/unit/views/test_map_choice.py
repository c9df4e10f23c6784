from __future__ import annotations

import numpy as np
import pytest

from examples import small
from netmap.dates import period
from netmap.language import Language
from netmap.network import Network
from netmap.views.map_choice import EVERYTHING, MOST_MARKS, Fold, MapChoice, map_choice, shown
from netmap.views.map_facets import LEVELS, facets
from netmap.views.map_ties import ties_of


@pytest.fixture(scope="module")
def network() -> Network:
    """The small example at a date."""
    return Network.from_records(small.records(), as_of=period("2026-05-31"))


def _shown(network: Network, choice: MapChoice) -> set[str]:
    found = shown(network, ties_of(network, Language.EN), choice)
    return {network.actor_ids[each] for each in np.flatnonzero(found.admitted)}


def test_an_address_without_a_choice_shows_everybody(network: Network) -> None:
    """Parameters of other parts of the page change nothing."""
    choice = map_choice([("as_of", "2024"), ("lang", "de")])
    assert choice == EVERYTHING
    assert _shown(network, choice) == set(network.actor_ids)


def test_what_is_not_known_is_passed_over() -> None:
    """An address that was sent on may outlive what it names."""
    address = [("level", "gone"), ("colour", "pink"), ("steps", "9"), ("layer", "gone")]
    assert map_choice(address) == EVERYTHING


def test_nothing_ticked_is_not_everything(network: Network) -> None:
    """Whoever unticks the last box sees nobody, also after a reload."""
    assert _shown(network, map_choice([("kind", "none")])) == set()


def test_a_level_shows_its_bodies_and_who_sits_in_them(network: Network) -> None:
    """Members come with their body; organisations through those who sit for them."""
    found = _shown(network, map_choice([("level", "steering")]))
    bodies = {network.actor_ids[each] for each in network.bodies}
    level = dict(zip(network.actor_ids, network.values("level"), strict=True))
    assert {level[each] for each in found & bodies} == {"steering"}
    (body,) = found & bodies
    members = {
        network.actor_ids[member]
        for member, target in zip(network.seats.source, network.seats.target, strict=True)
        if network.actor_ids[target] == body
    }
    assert members <= found


def test_whoever_sits_nowhere_has_no_level() -> None:
    """They are found under what is not recorded, and nobody is lost between the boxes."""
    network = Network.from_pairs([("ada", "youth")])
    for levels in facets(network).levels:
        assert levels
        assert set(levels) <= set(LEVELS)


def test_a_topic_shows_who_works_on_it_or_sits_where_it_is_worked_on(network: Network) -> None:
    """Both ways lead to a topic."""
    topic = network.topic_ids[0]
    found = _shown(network, MapChoice(topic=topic))
    works = network.works_on
    workers = {
        network.actor_ids[actor]
        for actor, target in zip(works.source, works.target, strict=True)
        if network.topic_ids[target] == topic
    }
    assert workers
    assert workers <= found < set(network.actor_ids)


def test_a_person_counts_for_the_sector_of_the_house(network: Network) -> None:
    """A sector without its people would be half a sector."""
    known = facets(network)
    housed = [
        (person, house)
        for person, house in enumerate(network.houses)
        if network.person_mask[person] and house >= 0 and not network.values("sector")[person]
    ]
    assert housed
    assert all(known.sectors[person] == known.sectors[house] for person, house in housed)


def test_focus_reaches_as_far_as_it_is_told(network: Network) -> None:
    """One tie away, two ties away, over the kinds of ties that are drawn."""
    near, far = (_shown(network, MapChoice(focus="koko", steps=steps)) for steps in (1, 2))
    assert "koko" in near
    assert near < far
    assert _shown(network, MapChoice(focus="koko", ties=frozenset())) == {"koko"}


def _folded(network: Network, choice: MapChoice) -> dict[str, str]:
    found = shown(network, ties_of(network, Language.EN), choice).stands_for
    ids = network.actor_ids
    return {ids[each]: ids[to] for each, to in enumerate(found.tolist()) if each != to}


def test_persons_are_drawn_as_their_houses(network: Network) -> None:
    """Whoever works somewhere has no mark of their own then, but keeps the row in the table."""
    choice = MapChoice(fold=Fold.HOUSES)
    housed = {
        network.actor_ids[person]: network.actor_ids[house]
        for person, house in enumerate(network.houses)
        if network.person_mask[person] and house >= 0
    }
    assert _folded(network, choice) == housed
    assert _shown(network, choice) == set(network.actor_ids)


def test_nobody_is_folded_into_somebody_who_is_left_out(network: Network) -> None:
    """A filter that hides all bodies does not hide their members."""
    choice = MapChoice(fold=Fold.CIRCLES, kinds=frozenset({"person"}))
    assert _folded(network, MapChoice(fold=Fold.CIRCLES))
    assert not set(_folded(network, choice).values()) & {
        network.actor_ids[each] for each in network.bodies
    }


def test_an_opened_circle_shows_everybody_in_it(network: Network) -> None:
    """Opening one body leaves all others folded."""
    folded = _folded(network, MapChoice(fold=Fold.CIRCLES))
    body = min(folded.values())
    opened = _folded(network, MapChoice(fold=Fold.CIRCLES, opened=frozenset({body})))
    assert opened == {actor: to for actor, to in folded.items() if to != body}


def test_a_map_of_very_many_starts_folded() -> None:
    """Beyond the limit marks are a cloud; a filter that leaves few takes the folding back."""
    pairs = [(f"p{number}", f"b{number % 40}") for number in range(MOST_MARKS)]
    network = Network.from_pairs(pairs)
    found = shown(network, ties_of(network, Language.EN), EVERYTHING)
    assert found.admitted.all()
    assert int(found.marks.sum()) == 40
    few = shown(network, [], MapChoice(kinds=frozenset({"person"})))
    assert int(few.marks.sum()) == MOST_MARKS
