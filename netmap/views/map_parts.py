"""The content of the map page: drawing, legend, panel and tables, for the web and for a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from markupsafe import Markup

from netmap import __version__
from netmap.findings.finding import Finding
from netmap.language import Language, Text
from netmap.network import Network
from netmap.views.map_base import MapBase, json_block, map_base
from netmap.views.map_choice import (
    EVERYTHING,
    Arrangement,
    Colour,
    Fold,
    Layer,
    MapChoice,
    shown,
)
from netmap.views.map_choice_texts import (
    ARRANGEMENT_TITLES,
    COLOUR_TITLES,
    FOLD_TITLES,
    KIND_TITLES,
    LAYER_TITLES,
)
from netmap.views.map_editable import EDITING_SCRIPTS, EDITING_STYLESHEETS, editable, new_records
from netmap.views.map_extent import drawn_part
from netmap.views.map_facets import KINDS, LEVELS, SECTORS, facets
from netmap.views.map_findings import findings_of
from netmap.views.map_groups import Group, TieKind
from netmap.views.map_links import MapLinks
from netmap.views.map_marks import NOT_RECORDED, Mark, mark_of
from netmap.views.map_opened import OpenedView, date_of, places_in
from netmap.views.map_provenance import sources_of
from netmap.views.map_templates import render
from netmap.views.map_texts import texts
from netmap.views.map_words import SECTORS as SECTOR_TITLES
from netmap.views.map_words import days, number
from netmap.vocabulary import Sector

STYLESHEETS = ("map/map.css",)
SCRIPTS = (
    "vendor/vis-network/vis-network.min.js",
    "map/elements.js",
    "map/labels.js",
    "map/graph.js",
    "map/bands.js",
    "map/drawing.js",
    "map/layer.js",
    "map/panel.js",
    "map/search.js",
    "map/choice.js",
    "map/places.js",
    "map/tables.js",
    "map/page.js",
    "map/views.js",
    "map/time.js",
    "map/picture.js",
    "map/map.js",
)
_SOURCES_NAMED = 5
_ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class MapParts:
    """What a page needs to show the map.

    Attributes:
        title: Name of the network.
        data_date: The date the map shows, in words.
        markup: The whole content below a heading of the page's own. It holds no script, style or
            event attribute, so it obeys a policy of ``'self'``; the data are a block of JSON.
        stylesheets: Paths below the folder of static files.
        scripts: Likewise, classic scripts, in the order in which they have to run.
        view: Name of the view that is open.
        places: Where it has marks stand, by the ids of the actors.
        is_editable: It leads to forms, at this date or today; they complete names with htmx.
    """

    title: str
    data_date: str
    markup: Markup
    stylesheets: tuple[str, ...] = STYLESHEETS
    scripts: tuple[str, ...] = SCRIPTS
    view: str = ""
    places: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    is_editable: bool = False


def map_parts(
    network: Network,
    findings: Sequence[Finding],
    language: Language,
    *,
    beside: Network | None = None,
) -> MapParts:
    """The map of a network, with findings to show on it.

    Findings for the coordinator alone are left out, as are those about nobody who is there.
    With another date ``beside`` everybody stands where the map of that date has them, and the map
    says who is there in one of both only. The same input gives the same markup.
    """
    if beside is not None:
        beside = beside.once(drawn_part)
    return parts_of(map_base(network, language, beside), findings, beside=beside)


def parts_of(
    base: MapBase,
    findings: Sequence[Finding],
    *,
    choice: MapChoice = EVERYTHING,
    beside: Network | None = None,
    links: MapLinks | None = None,
    opened: OpenedView | None = None,
    saved: Sequence[str] = (),
) -> MapParts:
    """The map of a network that has been drawn, showing what was chosen; see `map_parts`.

    Marks stand where an ``opened`` view has them. The first of those who are there and whom
    something just ``saved`` is about is chosen.
    """
    edits = links.edits if links else None
    # Another date is chosen without leaving the page, so its scripts are there before today is.
    is_editable = links is not None and bool(links.edits or links.today)
    network, language = base.network, base.language
    words = texts(language)
    known = network.once(facets)
    seen = shown(network, base.ties, choice)
    sources = sources_of(network, language)
    told_findings = findings_of(network, findings, language, with_links=links is not None)
    places = {} if opened is None else places_in(base, opened.view)
    more = {
        "findings": told_findings,
        "choice": _choice(network, choice),
        "links": None if links is None else asdict(links),
        "view": None if opened is None else _view(opened),
        "places": [[actor, *place] for actor, place in places.items()],
    }
    if edits:
        more |= editable(base, saved)
    in_groups = Counter(base.groups)

    def told(kinds: Counter[str], text: str) -> str:
        return text.format(
            bodies=number(kinds["body"], language),
            organizations=number(kinds["organization"], language),
            persons=number(kinds["person"], language),
            ties=number(len(base.ties), language),
        )

    markup = render(
        "map_content.html",
        t=words,
        count=lambda value: number(value, language),
        # One block: what is the same for everybody, and what was asked for.
        data=Markup(base.data[:-1] + "," + str(json_block(more))[1:]),  # noqa: S704 (both escaped)
        in_language=lambda text: text.in_language(language),
        choice=choice,
        links=links,
        opened=opened,
        edits=edits,
        **new_records(),
        kinds=list(TieKind),
        of_kinds=Counter(tie.kind for tie in base.ties),
        boxes=_boxes(choice, in_groups, Counter(known.kinds), Counter(known.sectors)),
        layers=[(layer, LAYER_TITLES[layer]) for layer in Layer],
        of_layers=Counter(each.get("layer") for each in told_findings),
        colours=[(colour, COLOUR_TITLES[colour]) for colour in Colour],
        folds=[(fold, FOLD_TITLES[fold]) for fold in Fold],
        arrangements=[(each, ARRANGEMENT_TITLES[each]) for each in Arrangement],
        topics=sorted(
            zip(network.topic_ids, network.topic_names, strict=True),
            key=lambda topic: (topic[1].casefold(), topic[0]),
        ),
        sizes=told(Counter(known.kinds), words["sizes"]),
        shown=told(Counter(np.array(known.kinds)[seen.admitted].tolist()), words["shown"]),
        nobody_shown=not seen.admitted.any(),
        left_out=base.left_out_words,
        tables=base.tables_with(seen.admitted, edits) if edits else base.tables_of(seen.admitted),
        in_bands=base.arrangement is Arrangement.BANDS,
        # Many rows are read when somebody wants them: the drawing is there sooner.
        tables_later=links is not None and len(base.told) > _ROWS_AT_ONCE,
        has_profiles=bool(base.told),
        sources=sources[:_SOURCES_NAMED],
        more_sources=max(0, len(sources) - _SOURCES_NAMED),
        beside=None if beside is None else _beside(network, beside, language),
        made_with=words["made_with"].format(version=__version__, revision=network.revision),
    )
    return MapParts(
        title=network.name,
        data_date=words["as_of"].format(date=days(network.as_of, language)),
        markup=Markup(markup),  # noqa: S704 (rendered with everything escaped)
        view="" if opened is None else opened.view.name,
        places={network.actor_ids[actor]: place for actor, place in places.items()},
        scripts=(*SCRIPTS[:-1], *EDITING_SCRIPTS, *SCRIPTS[-1:]) if is_editable else SCRIPTS,
        stylesheets=(*STYLESHEETS, *EDITING_STYLESHEETS) if is_editable else STYLESHEETS,
        is_editable=is_editable,
    )


@dataclass(frozen=True, slots=True)
class _Box:
    """A box to tick, with the marks that it explains for each way of colouring."""

    value: str
    title: Text
    count: int
    is_ticked: bool
    marks: tuple[tuple[Colour, Mark], ...]


def _boxes(
    choice: MapChoice, groups: Counter[Group], kinds: Counter[str], sectors: Counter[str]
) -> dict[str, list[_Box]]:
    """The boxes of the legend, by the name that they have in the address."""
    by_group = (Colour.LEVEL, Colour.KIND)

    def marks(group: Group) -> tuple[tuple[Colour, Mark], ...]:
        return tuple((colour, mark_of(colour, group, "")) for colour in by_group)

    levels = []
    for level, group in zip(LEVELS, (each for each in Group if each.is_body), strict=True):
        ticked = level in choice.levels
        levels.append(_Box(level, group.level_text, groups[group], ticked, marks(group)))
    return {
        "kind": [
            _Box(
                kind,
                KIND_TITLES[kind],
                kinds[kind],
                kind in choice.kinds,
                () if kind == "body" else marks(Group(kind)),
            )
            for kind in KINDS
        ],
        "level": levels,
        "sector": [
            _Box(
                sector,
                SECTOR_TITLES[Sector(sector)] if sector in set(Sector) else NOT_RECORDED,
                sectors[sector],
                sector in choice.sectors,
                ((Colour.SECTOR, mark_of(Colour.SECTOR, Group.PERSON, sector)),),
            )
            for sector in SECTORS
        ],
    }


def _choice(network: Network, choice: MapChoice) -> dict[str, Any]:
    """The choice as the scripts take it: actors and topics as numbers."""
    return {
        "kind": sorted(choice.kinds),
        "level": sorted(choice.levels),
        "sector": sorted(choice.sectors),
        "tie": sorted(choice.ties),
        "layer": sorted(choice.layers),
        "topic": network.topic_index.get(choice.topic),
        "colour": choice.colour.value,
        "focus": network.actor_index.get(choice.focus),
        "steps": choice.steps,
        "fold": choice.fold.value,
        "open": sorted(
            network.actor_index[each] for each in choice.opened if each in network.actor_index
        ),
        "arrange": choice.arrangement.value,
        "still": choice.still,
    }


def _view(opened: OpenedView) -> dict[str, Any]:
    view = opened.view
    return {
        "id": view.id,
        "name": view.name,
        "date": date_of(view) or None,
        "isExact": opened.is_exact,
    }


def _beside(network: Network, beside: Network, language: Language) -> dict[str, Any]:
    """Who is there in one of two dates only, by name."""
    here, there = set(network.actor_ids), set(beside.actor_ids)
    return {
        "date": days(beside.as_of, language),
        "here": sorted(network.labels[network.actor_index[each]] for each in here - there),
        "there": sorted(beside.labels[beside.actor_index[each]] for each in there - here),
    }
