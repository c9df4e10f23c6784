"""Base of the map: what a network looks like and says, whatever of it is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
from markupsafe import Markup, escape
from numpy.typing import NDArray

from netmap.dates import period
from netmap.language import Language
from netmap.network import ABSENT, Network
from netmap.views.layout import Layout, layout, layout_over_time, layout_together
from netmap.views.layout_free import MOST_ACTORS, free_layout
from netmap.views.layout_places import BandKind
from netmap.views.map_choice import MOST_MARKS, Arrangement, Colour, circles
from netmap.views.map_dates import turns
from netmap.views.map_drawing import drawing, line_style
from netmap.views.map_extent import drawn_part
from netmap.views.map_facets import KINDS, LEVELS, SECTORS, facets
from netmap.views.map_groups import Group, TieKind, groups_of
from netmap.views.map_links import EditLinks
from netmap.views.map_marks import MARKS, marks_of
from netmap.views.map_profiles import Other, Profile, profiles
from netmap.views.map_templates import render
from netmap.views.map_texts import BAND_TITLES, SCRIPT_TEXTS, texts
from netmap.views.map_ties import Tie, ties_of
from netmap.views.map_words import days, number

_TIES_UNFOLDED = 5
"""Longer lists are folded in the tables, so that a row with hundreds of ties stays a row."""
# Words of users are escaped, so that no name can look like the start of a row.
_ROW = re.compile(r'<tr data-nmap-row="(\d+)">')
_NAME = re.compile(r'(<th scope="row" data-nmap-actor="(\d+)"><bdi>.*?</bdi>)</th>')


@dataclass(frozen=True, slots=True, eq=False)
class MapBase:
    """A network, drawn and told in one language.

    Attributes:
        arrangement: How everybody is placed.
        still: Everybody has the place that it has at all dates.
        told: The profile of each actor, by index.
        data: What the scripts work with, findings and choice apart, as JSON.
        tables: Everybody as tables, with the number of the actor in each row.
        left_out: How many actors are too many for one drawing.
    """

    network: Network
    language: Language
    placed: Layout
    arrangement: Arrangement
    still: bool
    groups: tuple[Group, ...]
    ties: list[Tie]
    told: list[Profile]
    data: str
    tables: str
    left_out: int

    @property
    def left_out_words(self) -> str:
        """That there are too many for one drawing; empty where nobody is left out."""
        if not self.left_out:
            return ""
        return texts(self.language)["left_out"].format(
            drawn=number(len(self.told), self.language),
            everybody=number(len(self.told) + self.left_out, self.language),
        )

    def tables_of(self, shown: NDArray[np.bool_]) -> Markup:
        """The tables with the rows of those hidden who are not shown."""
        if shown.all():
            return Markup(self.tables)  # noqa: S704 (rendered with everything escaped)
        hidden = {str(index) for index in np.flatnonzero(~shown)}
        narrowed = _ROW.sub(
            lambda row: f'{row[0][:-1]} hidden="">' if row[1] in hidden else row[0], self.tables
        )
        return Markup(narrowed)  # noqa: S704 (likewise)

    def tables_with(self, shown: NDArray[np.bool_], links: EditLinks) -> Markup:
        """The same tables, with a link beside each name to where the actor can be changed."""
        title = escape(texts(self.language)["change"])
        ids = self.network.actor_ids

        def linked(name: re.Match[str]) -> str:
            address = escape(links.of_record(ids[int(name[2])]))
            label = escape(self.told[int(name[2])].name)
            return (
                f'{name[1]} <a class="nmap-link" href="{address}">{title}'
                f'<span class="nmap-sr">: {label}</span></a></th>'
            )

        return Markup(_NAME.sub(linked, self.tables_of(shown)))  # noqa: S704 (likewise)


def map_base(
    network: Network,
    language: Language,
    beside: Network | None = None,
    *,
    arrangement: Arrangement = Arrangement.BANDS,
    still: bool = False,
) -> MapBase:
    """Draw and tell a network, or as much of it as `drawn_part` leaves of it.

    Args:
        network: Snapshot at one date.
        language: Of all words.
        beside: The network at another date, as `map_parts` says.
        arrangement: How everybody is placed; too many for a free layout stand in bands.
        still: Everybody has the place that it has at all dates.
    """
    everybody = len(network.actor_ids)
    network = network.once(drawn_part)
    groups = groups_of(network)
    ties = ties_of(network, language)
    told = profiles(network, groups, ties, language)
    if beside is not None or len(network.actor_ids) > MOST_ACTORS:
        arrangement = Arrangement.BANDS
    if beside is None:
        place = layout if arrangement is Arrangement.BANDS else free_layout
        placed = layout_over_time(network, place) if still else place(network)
    else:
        placed = layout_together(network, beside)
        told = [
            profile if actor in beside.actor_index else _only_here(profile, beside, language)
            for actor, profile in zip(network.actor_ids, told, strict=True)
        ]
    known = network.once(facets)
    drawn = drawing(network, placed, groups, ties)
    words = texts(language)
    data = {
        "network": network.id,
        "ids": network.actor_ids,
        "nodes": drawn.nodes,
        "edges": drawn.edges,
        "options": drawn.options,
        "lines": {kind.value: line_style(kind) for kind in TieKind},
        "tieTitles": {kind.value: kind.title_text.in_language(language) for kind in TieKind},
        "bands": _bands(placed, language),
        "box": _box(placed),
        "early": _named_early(network, placed),
        "profiles": [_profile(profile, language) for profile in told],
        "facets": asdict(known),
        "topics": network.topic_ids,
        "known": {
            "kind": KINDS,
            "level": LEVELS,
            "sector": SECTORS,
            "tie": [kind.value for kind in TieKind],
        },
        "shownAtFirst": [kind.value for kind in TieKind if kind.line.is_shown_at_first],
        "houses": [
            house if is_person and house != ABSENT else index
            for index, (house, is_person) in enumerate(
                zip(network.houses.tolist(), network.person_mask.tolist(), strict=True)
            )
        ],
        "circles": network.once(circles).tolist(),
        "mostMarks": MOST_MARKS,
        "turns": [
            [turn.day, days(period(turn.day), language), turn.begun, turn.ended]
            for turn in network.once(turns)
        ],
        "asOf": network.as_of.first.isoformat(),
        "marks": {mark.name: [mark.shape, mark.colour] for each in MARKS.values() for mark in each},
        "looks": {
            colour.value: [mark.name for mark in marks_of(colour, groups, known)]
            for colour in Colour
        },
        "words": {name: words[name] for name in SCRIPT_TEXTS},
    }
    tables = render(
        "map_tables.html",
        t=words,
        count=lambda value: number(value, language),
        in_language=lambda text: text.in_language(language),
        tables=_tables(told),
        ties_unfolded=_TIES_UNFOLDED,
        profiles=told,
    )
    return MapBase(
        network=network,
        language=language,
        placed=placed,
        arrangement=arrangement,
        still=still,
        groups=groups,
        ties=ties,
        told=told,
        data=str(json_block(data)),
        tables=tables,
        left_out=everybody - len(network.actor_ids),
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


def _only_here(profile: Profile, beside: Network, language: Language) -> Profile:
    """The profile of an actor that another date does not have."""
    when = days(beside.as_of, language)
    fact = (texts(language)["compared"].format(date=when), texts(language)["not_there"])
    return replace(profile, facts=(fact, *profile.facts))


def _bands(placed: Layout, language: Language) -> list[dict[str, Any]]:
    return [
        {**asdict(band), "title": BAND_TITLES[band.kind].in_language(language)}
        for band in placed.bands
    ]


def _box(placed: Layout) -> dict[str, float]:
    """The edges of all bands and marks, with room for names where there are no bands."""
    room = 60.0
    (left, top), (right, bottom) = (
        (
            (pick(placed.positions, axis=0) + sign * room).tolist()
            for pick, sign in ((np.min, -1), (np.max, 1))
        )
        if len(placed.positions)
        else ((0.0, 0.0), (1.0, 1.0))
    )
    if placed.bands and placed.bands[0].kind is not BandKind.ISOLATED:
        (left, top), (right, bottom) = (np.inf, np.inf), (-np.inf, -np.inf)
    for band in placed.bands:
        left, top = min(left, band.left), min(top, band.top)
        right, bottom = max(right, band.right), max(bottom, band.bottom)
    return {"left": left, "top": top, "right": right, "bottom": bottom}


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
            [group.title, [_other(other) for other in group.others]] for group in profile.ties
        ],
    }


def _other(other: Other) -> list[Any]:
    """Who stands at the other end, what is known, and the number of the tie if it has one."""
    told: list[Any] = [other.actor, other.note]
    return told if other.tie is None else [*told, other.tie]


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
