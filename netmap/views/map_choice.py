"""Choice: what of the map is shown and how, as its address says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from netmap.network import ABSENT, Network
from netmap.views.layout_places import places
from netmap.views.map_facets import KINDS, LEVELS, SECTORS, Facets, facets
from netmap.views.map_groups import TieKind
from netmap.views.map_ties import Tie

_Word = TypeVar("_Word", bound=StrEnum)
NOTHING = "none"
"""Stands in an address for a list in which nothing is ticked."""
_TIES_AT_FIRST = frozenset(kind.value for kind in TieKind if kind.line.is_shown_at_first)
_FARTHEST = 2
MOST_MARKS = 1_500
"""More marks than this are a cloud: then the map starts folded."""


class Colour(StrEnum):
    """By what marks are coloured; shapes follow, so that nothing is told by colour alone."""

    LEVEL = "level"
    KIND = "kind"
    SECTOR = "sector"


class Arrangement(StrEnum):
    """How everybody is placed."""

    BANDS = "bands"
    FREE = "free"


class Fold(StrEnum):
    """Who is drawn as somebody else, to see the whole before the parts."""

    AUTO = "auto"
    NONE = "none"
    HOUSES = "houses"
    CIRCLES = "circles"


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
        fold: Persons are drawn as their organisations, or all as the body they stand beside; if
            it is left to the map, the latter as soon as more than `MOST_MARKS` would be shown.
        opened: Ids of those into whom nobody is folded.
        layers: Findings that are drawn.
        arrangement: How everybody is placed.
        still: Places are those of all times, so that nobody moves from date to date.
    """

    kinds: frozenset[str] = frozenset(KINDS)
    levels: frozenset[str] = frozenset(LEVELS)
    sectors: frozenset[str] = frozenset(SECTORS)
    ties: frozenset[str] = _TIES_AT_FIRST
    topic: str = ""
    colour: Colour = Colour.LEVEL
    focus: str = ""
    steps: int = 1
    fold: Fold = Fold.AUTO
    opened: frozenset[str] = frozenset()
    layers: frozenset[str] = frozenset()
    arrangement: Arrangement = Arrangement.BANDS
    still: bool = False


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

    def one(name: str, usual: _Word) -> _Word:
        known = {word.value: word for word in type(usual)}
        return known.get(last(name), usual)

    return MapChoice(
        kinds=ticked("kind", KINDS, EVERYTHING.kinds),
        levels=ticked("level", LEVELS, EVERYTHING.levels),
        sectors=ticked("sector", SECTORS, EVERYTHING.sectors),
        ties=ticked("tie", (kind.value for kind in TieKind), EVERYTHING.ties),
        topic=last("topic"),
        colour=one("colour", Colour.LEVEL),
        focus=last("focus"),
        steps=_FARTHEST if last("steps") == str(_FARTHEST) else 1,
        fold=one("fold", Fold.AUTO),
        opened=frozenset(given.get("open", ())),
        layers=ticked("layer", (layer.value for layer in Layer), frozenset()),
        arrangement=one("arrange", Arrangement.BANDS),
        still=last("still") == "1",
    )


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """Who is shown, by actor index; the scripts of the map find the same.

    Attributes:
        admitted: Shown as a mark, or folded into one that is.
        stands_for: Index of the actor as which each is drawn.
    """

    admitted: NDArray[np.bool_]
    stands_for: NDArray[np.int64]

    @property
    def marks(self) -> NDArray[np.bool_]:
        """Who has a mark of its own."""
        own = self.stands_for == np.arange(len(self.stands_for))
        return np.asarray(self.admitted & own)


def shown(network: Network, ties: Sequence[Tie], choice: MapChoice) -> Shown:
    """Who is shown.

    >>> from netmap.language import Language
    >>> from netmap.views.map_ties import ties_of
    >>> network = Network.from_pairs([("ada", "youth"), ("bob", "youth"), ("bob", "work")])
    >>> around = MapChoice(focus="ada")
    >>> found = shown(network, ties_of(network, Language.EN), around)
    >>> [network.labels[each] for each in np.flatnonzero(found.marks)]
    ['ada', 'youth']
    """
    admitted = _admitted(network, network.once(facets), choice)
    stands_for = _folded(network, choice, admitted)
    if choice.focus not in network.actor_index:
        return Shown(admitted, stands_for)
    reached = np.zeros(len(admitted), dtype=np.bool_)
    reached[stands_for[network.actor_index[choice.focus]]] = True
    drawn = [tie for tie in ties if tie.kind.value in choice.ties]
    source = stands_for[np.array([tie.source for tie in drawn], dtype=np.int64)]
    target = stands_for[np.array([tie.target for tie in drawn], dtype=np.int64)]
    for _ in range(choice.steps):
        further = reached.copy()
        further[target[reached[source] & admitted[target]]] = True
        further[source[reached[target] & admitted[source]]] = True
        reached = further
    # The focus itself is shown whether or not anything else of its kind is.
    centre = np.arange(len(admitted)) == stands_for[network.actor_index[choice.focus]]
    return Shown(reached[stands_for] & (admitted | centre), stands_for)


def circles(network: Network) -> NDArray[np.int32]:
    """Whom everybody stands beside when the map stands in bands; a body stands for itself."""
    return places(network).hubs


def _folded(network: Network, choice: MapChoice, admitted: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Who is drawn as whom: as nobody who is left out, and as nobody who was opened."""
    found = np.arange(len(admitted))
    fold = choice.fold
    if fold is Fold.AUTO:
        fold = Fold.CIRCLES if int(admitted.sum()) > MOST_MARKS else Fold.NONE
    if fold is Fold.HOUSES:
        housed = network.person_mask & (network.houses != ABSENT)
        found[housed] = network.houses[housed]
    elif fold is Fold.CIRCLES:
        found = network.once(circles).astype(np.int64)
    opened = np.array([each in choice.opened for each in network.actor_ids], dtype=np.bool_)
    return np.where(admitted[found] & ~opened[found], found, np.arange(len(found)))


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
