"""What a view of the map shows, in words: for lists of views, where nobody sees the map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netmap.language import Language, Text
from netmap.map_views import MapView
from netmap.network import Network
from netmap.views.map_choice import EVERYTHING, Arrangement, Fold, Layer, MapChoice
from netmap.views.map_choice_texts import (
    ARRANGEMENT_TITLES,
    CHOICE_TEXTS,
    FOLD_TITLES,
    KIND_TITLES,
    LAYER_TITLES,
)
from netmap.views.map_facets import KINDS, LEVELS, SECTORS
from netmap.views.map_groups import Group, TieKind
from netmap.views.map_marks import NOT_RECORDED
from netmap.views.map_opened import choice_of, date_of
from netmap.views.map_words import SECTORS as SECTOR_TITLES
from netmap.views.map_words import partial_date
from netmap.vocabulary import Sector

_LEVEL_TITLES = dict(zip(LEVELS, (each.level_text for each in Group if each.is_body), strict=True))
_DATE = Text(de="Stand", en="As of")
_SECTOR_TITLES = {
    each: SECTOR_TITLES[Sector(each)] if each in set(Sector) else NOT_RECORDED for each in SECTORS
}
_TIES = Text(de="Verbindungen", en="Ties")
_NOBODY = Text(de="nichts", en="nothing")


def view_words(view: MapView, network: Network, language: Language) -> list[tuple[str, str]]:
    """What a view shows that not every map shows, as pairs of title and value.

    Names are those of ``network``; what a view names that is not there is left out.
    """
    choice = choice_of(view)
    said = [
        (title, ", ".join(each.in_language(language) for each in words) or _none(language))
        for title, words in _narrowed(choice, language)
    ]
    if choice.topic in network.topic_index:
        name = network.topic_names[network.topic_index[choice.topic]]
        said.insert(0, (_title("topic", language), name))
    if choice.focus in network.actor_index:
        name = network.labels[network.actor_index[choice.focus]]
        said.insert(0, (_title("focus_on", language).format(name=name), ""))
    if date := date_of(view):
        said.insert(0, (_DATE.in_language(language), partial_date(date, language)))
    return said


def _narrowed(choice: MapChoice, language: Language) -> Iterator[tuple[str, Sequence[Text]]]:
    for chosen, usual, known, titles, title in (
        (choice.kinds, EVERYTHING.kinds, KINDS, KIND_TITLES, "who"),
        (choice.levels, EVERYTHING.levels, LEVELS, _LEVEL_TITLES, "levels"),
        (choice.sectors, EVERYTHING.sectors, SECTORS, _SECTOR_TITLES, "sectors"),
    ):
        if chosen != usual:
            yield _title(title, language), [titles[each] for each in known if each in chosen]
    if choice.ties != EVERYTHING.ties:
        ties = [kind.title_text for kind in TieKind if kind.value in choice.ties]
        yield _TIES.in_language(language), ties
    if choice.layers:
        layers = [LAYER_TITLES[each] for each in Layer if each.value in choice.layers]
        yield _title("layers", language), layers
    if choice.fold is not Fold.AUTO:
        yield _title("fold", language), [FOLD_TITLES[choice.fold]]
    if choice.arrangement is not Arrangement.BANDS:
        yield _title("arrange", language), [ARRANGEMENT_TITLES[choice.arrangement]]


def _title(name: str, language: Language) -> str:
    return CHOICE_TEXTS[name].in_language(language)


def _none(language: Language) -> str:
    return _NOBODY.in_language(language)
