"""Choice: what of the map is shown and how, as its address says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from netmap.network import ABSENT, Network
from netmap.views.map_facets import KINDS, LEVELS, SECTORS, Facets, facets
from netmap.views.map_groups import TieKind
from netmap.views.map_ties import Tie

NOTHING = "none"
"""Stands in an address for a list in which nothing is ticked."""
_TIES_AT_FIRST = frozenset(kind.value for kind in TieKind if kind.line.is_shown_at_first)
_FARTHEST = 2


class Colour(StrEnum):
    """By what marks are coloured; shapes follow, so that nothing is told by colour alone."""

    LEVEL = "level"
    KIND = "kind"
    SECTOR = "sector"


class Layer(StrEnum):
    """Findings that can be drawn over the map."""

    OVERLAPS = "overlaps"
    ISOLATES = "isolates"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class MapChoice:
    """What is shown, and how.

    Attributes:
        kinds: Kinds of actors that are shown.
        levels: Bodies of these levels, and who sits in one.
        sectors: Actors of these sectors.
        ties: Kinds of ties that are drawn.
        topic: Id of the topic on which everybody shown works, or a body they sit in; all if empty.
        colour: By what marks are coloured.
        focus: Id of the actor around whom all others are left out; nobody if empty.
        steps: How many ties away from the focus anybody may be.
        in_houses: Persons stand in for their organisations instead of for themselves.
        layers: Findings that are drawn.
    """

    kinds: frozenset[str] = frozenset(KINDS)
    levels: frozenset[str] = frozenset(LEVELS)
    sectors: frozenset[str] = frozenset(SECTORS)
    ties: frozenset[str] = _TIES_AT_FIRST
    topic: str = ""
    colour: Colour = Colour.LEVEL
    focus: str = ""
    steps: int = 1
    in_houses: bool = False
    layers: frozenset[str] = frozenset()


EVERYTHING = MapChoice()
"""What a map shows before anybody chooses."""


def map_choice(parameters: Iterable[tuple[str, str]]) -> MapChoice:
    """The choice of an address; what an address names that is not there is passed over.

    An address is kept and sent on, and may outlive what it names.

    >>> chosen = map_choice([("level", "steering"), ("colour", "sector"), ("level", "gone")])
    >>> sorted(chosen.levels), chosen.colour.value, chosen.kinds == EVERYTHING.kinds
    (['steering'], 'sector', True)
    """
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        given.setdefault(name, []).append(value)

    def ticked(name: str, known: Iterable[str], usual: frozenset[str]) -> frozenset[str]:
        found = frozenset(given.get(name, ())) & frozenset(known)
        return found if found or NOTHING in given.get(name, ()) else usual

    def last(name: str) -> str:
        return given.get(name, [""])[-1]

    colour, steps = last("colour"), last("steps")
    return MapChoice(
        kinds=ticked("kind", KINDS, EVERYTHING.kinds),
        levels=ticked("level", LEVELS, EVERYTHING.levels),
        sectors=ticked("sector", SECTORS, EVERYTHING.sectors),
        ties=ticked("tie", (kind.value for kind in TieKind), EVERYTHING.ties),
        topic=last("topic"),
        colour=Colour(colour) if colour in set(Colour) else Colour.LEVEL,
        focus=last("focus"),
        steps=_FARTHEST if steps == str(_FARTHEST) else 1,
        in_houses=last("in_houses") == "1",
        layers=ticked("layer", (layer.value for layer in Layer), frozenset()),
    )


def shown(network: Network, ties: Sequence[Tie], choice: MapChoice) -> NDArray[np.bool_]:
    """Who is shown, shape (number of actors,); the scripts of the map find the same.

    >>> from netmap.language import Language
    >>> from netmap.views.map_ties import ties_of
    >>> network = Network.from_pairs([("ada", "youth"), ("bob", "youth"), ("bob", "work")])
    >>> around = MapChoice(focus="ada")
    >>> found = shown(network, ties_of(network, Language.EN), around)
    >>> [network.labels[each] for each in np.flatnonzero(found)]
    ['ada', 'youth']
    """
    found = _admitted(network, network.once(facets), choice)
    count = len(network.actor_ids)
    stands_for = np.arange(count)
    if choice.in_houses:
        housed = network.person_mask & (network.houses != ABSENT)
        stands_for[housed] = network.houses[housed]
        found = found & ~housed
    if choice.focus not in network.actor_index:
        return found
    reached = np.zeros(count, dtype=np.bool_)
    reached[stands_for[network.actor_index[choice.focus]]] = True
    drawn = [tie for tie in ties if tie.kind.value in choice.ties]
    source = stands_for[np.array([tie.source for tie in drawn], dtype=np.int64)]
    target = stands_for[np.array([tie.target for tie in drawn], dtype=np.int64)]
    for _ in range(choice.steps):
        further = reached.copy()
        further[target[reached[source] & found[target]]] = True
        further[source[reached[target] & found[source]]] = True
        reached = further
    return reached


def _admitted(network: Network, known: Facets, choice: MapChoice) -> NDArray[np.bool_]:
    topic = network.topic_index.get(choice.topic)
    return np.array(
        [
            kind in choice.kinds
            and not choice.levels.isdisjoint(levels)
            and sector in choice.sectors
            and (topic is None or topic in topics)
            for kind, levels, sector, topics in zip(
                known.kinds, known.levels, known.sectors, known.topics, strict=True
            )
        ],
        dtype=np.bool_,
    )
