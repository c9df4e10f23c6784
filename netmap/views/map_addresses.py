"""What an address of the map says: the way back from a choice to its parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from netmap.views.map_choice import EVERYTHING, NOTHING, Layer, MapChoice
from netmap.views.map_facets import KINDS, LEVELS, SECTORS
from netmap.views.map_groups import TieKind

_LISTS: tuple[tuple[str, str, Iterable[str]], ...] = (
    ("kind", "kinds", KINDS),
    ("level", "levels", LEVELS),
    ("sector", "sectors", SECTORS),
    ("tie", "ties", tuple(kind.value for kind in TieKind)),
    ("layer", "layers", tuple(layer.value for layer in Layer)),
)


def parameters_of(choice: MapChoice) -> Iterator[tuple[str, str]]:
    """The parameters of an address with this choice: only what is not as at first.

    The scripts of the map find the same, in the same order.

    >>> from netmap.views.map_choice import map_choice
    >>> asked = [("fold", "none"), ("level", "steering"), ("colour", "level"), ("kind", "gone")]
    >>> list(parameters_of(map_choice(asked)))
    [('level', 'steering'), ('fold', 'none')]
    """
    for name, field, known in _LISTS:
        chosen = getattr(choice, field)
        if chosen != getattr(EVERYTHING, field):
            yield from ((name, each) for each in known if each in chosen)
            if not chosen:
                yield name, NOTHING
    if choice.topic:
        yield "topic", choice.topic
    yield from _unusual("colour", choice.colour, EVERYTHING.colour)
    if choice.focus:
        yield "focus", choice.focus
        if choice.steps != EVERYTHING.steps:
            yield "steps", str(choice.steps)
    yield from _unusual("fold", choice.fold, EVERYTHING.fold)
    yield from (("open", each) for each in sorted(choice.opened))
    yield from _unusual("arrange", choice.arrangement, EVERYTHING.arrangement)
    if choice.still:
        yield "still", "1"


def _unusual(name: str, word: StrEnum, usual: StrEnum) -> Iterator[tuple[str, str]]:
    if word is not usual:
        yield name, word.value
