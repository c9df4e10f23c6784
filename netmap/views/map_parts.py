"""The content of the map page: drawing, legend, panel and tables, for the web and for a file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from netmap import __version__
from netmap.findings.finding import Finding
from netmap.language import Language
from netmap.network import Network
from netmap.views.layout import Layout, layout, layout_together
from netmap.views.layout_places import BandKind
from netmap.views.map_drawing import drawing, line_style
from netmap.views.map_groups import Group, TieKind, groups_of
from netmap.views.map_profiles import Profile, profiles
from netmap.views.map_provenance import sources_of
from netmap.views.map_texts import BAND_TITLES, SCRIPT_TEXTS, texts
from netmap.views.map_ties import ties_of
from netmap.views.map_words import days, number

STYLESHEETS = ("map/map.css",)
SCRIPTS = (
    "vendor/vis-network/vis-network.min.js",
    "map/elements.js",
    "map/labels.js",
    "map/drawing.js",
    "map/panel.js",
    "map/search.js",
    "map/map.js",
)
_SOURCES_NAMED = 5
_TIES_UNFOLDED = 5
"""Longer lists are folded in the tables, so that a row with hundreds of ties stays a row."""


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
    """

    title: str
    data_date: str
    markup: Markup
    stylesheets: tuple[str, ...] = STYLESHEETS
    scripts: tuple[str, ...] = SCRIPTS


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
    groups = groups_of(network)
    ties = ties_of(network, language)
    told = profiles(network, groups, ties, language)
    if beside is None:
        placed = layout(network)
    else:
        placed = layout_together(network, beside)
        told = [
            profile if actor in beside.actor_index else _only_here(profile, beside, language)
            for actor, profile in zip(network.actor_ids, told, strict=True)
        ]
    drawn = drawing(network, placed, groups, ties)
    words = texts(language)
    data = {
        "nodes": drawn.nodes,
        "edges": drawn.edges,
        "options": drawn.options,
        "lines": {kind.value: line_style(kind) for kind in TieKind},
        "shownAtFirst": [kind.value for kind in TieKind if kind.line.is_shown_at_first],
        "bands": _bands(placed, language),
        "early": _named_early(network, placed),
        "profiles": [_profile(profile, language) for profile in told],
        "findings": _findings(network, findings, language),
        "words": {name: words[name] for name in SCRIPT_TEXTS},
    }
    in_groups = Counter(groups)
    of_kinds = Counter(tie.kind for tie in ties)
    sources = sources_of(network, language)
    markup = render(
        "map_content.html",
        t=words,
        count=lambda value: number(value, language),
        data=json_block(data),
        in_language=lambda text: text.in_language(language),
        groups=list(Group),
        kinds=list(TieKind),
        in_groups=in_groups,
        of_kinds=of_kinds,
        sizes=words["sizes"].format(
            bodies=number(sum(in_groups[group] for group in Group if group.is_body), language),
            organizations=number(in_groups[Group.ORGANIZATION], language),
            persons=number(in_groups[Group.PERSON], language),
            ties=number(len(ties), language),
        ),
        tables=_tables(told),
        ties_unfolded=_TIES_UNFOLDED,
        profiles=told,
        sources=sources[:_SOURCES_NAMED],
        more_sources=max(0, len(sources) - _SOURCES_NAMED),
        beside=None if beside is None else _beside(network, beside, language),
        made_with=words["made_with"].format(version=__version__, revision=network.revision),
    )
    return MapParts(
        title=network.name,
        data_date=words["as_of"].format(date=days(network.as_of, language)),
        markup=Markup(markup),  # noqa: S704 (rendered with everything escaped)
    )


def json_block(data: object) -> Markup:
    r"""JSON that can stand inside a ``script`` element: nothing in it ends the element.

    >>> print(json_block({"name": "</script>"}))
    {"name":"\u003c/script\u003e"}
    """
    text = json.dumps(data, allow_nan=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 (no sign of markup is left)


@cache
def _template(name: str) -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).resolve().parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


def render(name: str, **values: Any) -> str:
    """One of the templates of this folder, with everything escaped that is not `Markup`."""
    return _template(name).render(**values)


def _only_here(profile: Profile, beside: Network, language: Language) -> Profile:
    """The profile of an actor that another date does not have."""
    when = days(beside.as_of, language)
    fact = (texts(language)["compared"].format(date=when), texts(language)["not_there"])
    return replace(profile, facts=(fact, *profile.facts))


def _beside(network: Network, beside: Network, language: Language) -> dict[str, Any]:
    """Who is there in one of two dates only, by name."""
    here, there = set(network.actor_ids), set(beside.actor_ids)
    return {
        "date": days(beside.as_of, language),
        "here": sorted(network.labels[network.actor_index[each]] for each in here - there),
        "there": sorted(beside.labels[beside.actor_index[each]] for each in there - here),
    }


def _bands(placed: Layout, language: Language) -> list[dict[str, Any]]:
    return [
        {**asdict(band), "title": BAND_TITLES[band.kind].in_language(language)}
        for band in placed.bands
    ]


def _named_early(network: Network, placed: Layout) -> list[int]:
    """Who is named at every zoom beside the bodies: the coordinating office, and the isolates."""
    coordination = network.values("coordination")
    isolates = [band for band in placed.bands if band.kind is BandKind.ISOLATED]
    return [
        index
        for index, (x, y) in enumerate(placed.positions.tolist())
        if coordination[index] is not None
        or any(band.left <= x <= band.right and band.top <= y <= band.bottom for band in isolates)
    ]


def _profile(profile: Profile, language: Language) -> dict[str, Any]:
    return {
        "name": profile.name,
        "noun": profile.group.noun.in_language(language),
        "category": profile.category,
        "sector": profile.sector,
        "topics": profile.topics,
        "facts": profile.facts,
        "ties": [
            [group.title, [[other.actor, other.note] for other in group.others]]
            for group in profile.ties
        ],
    }


def _findings(
    network: Network, findings: Sequence[Finding], language: Language
) -> list[dict[str, Any]]:
    return [
        {
            "title": finding.title.in_language(language),
            "good": finding.positive,
            "text": finding.suggestion.in_language(language),
            "total": finding.total_of_kind,
            "evidence": [line.in_language(language) for line in finding.evidence],
            "actors": actors,
        }
        for finding in findings
        if not finding.confidential
        and (
            actors := [
                network.actor_index[subject.id]
                for subject in finding.subjects
                if subject.id in network.actor_index
            ]
        )
    ]


def _tables(told: Sequence[Profile]) -> dict[str, list[int]]:
    """Rows of the tables: bodies by level, then all by name."""
    order = list(Group)

    def rows(*groups: Group) -> list[int]:
        chosen = [index for index, profile in enumerate(told) if profile.group in groups]
        return sorted(
            chosen,
            key=lambda index: (order.index(told[index].group), told[index].name.casefold(), index),
        )

    return {
        "bodies": rows(*(group for group in Group if group.is_body)),
        "organizations": rows(Group.ORGANIZATION),
        "persons": rows(Group.PERSON),
    }
