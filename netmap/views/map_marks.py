"""Marks: the shape and colour of everybody on the map, by whatever marks are coloured by."""

from __future__ import annotations

from dataclasses import dataclass

from netmap.language import Text
from netmap.views.map_choice import Colour
from netmap.views.map_facets import SECTORS as SECTOR_VALUES
from netmap.views.map_facets import UNKNOWN, Facets
from netmap.views.map_groups import Group
from netmap.views.map_words import SECTORS
from netmap.vocabulary import Sector

NOT_RECORDED = Text(de="nicht erfasst", en="not recorded")


@dataclass(frozen=True, slots=True)
class Mark:
    """How somebody is drawn.

    Attributes:
        name: Name of the mark in style sheets and scripts.
        shape: As vis-network calls it.
        colour: Name of the colour in the style sheet of the map.
        title: What a legend calls it.
    """

    name: str
    shape: str
    colour: str
    title: Text


_LEVEL_MARKS = {
    group.value: Mark(group.value, group.shape, group.value, group.title_text) for group in Group
}
# By kind: shapes stay those of the levels, all bodies have one colour.
_KIND_MARKS = {
    group.value: Mark(
        f"kind_{group.value}",
        group.shape,
        Group.STEERING.value if group.is_body else group.value,
        group.title_text,
    )
    for group in Group
}
# Seven colours that everybody can tell apart are known, so sectors take those of the groups.
_SECTOR_LOOKS = {
    Sector.POLITICS: ("star", Group.POLITICAL),
    Sector.ADMINISTRATION: ("square", Group.STEERING),
    Sector.EDUCATION: ("triangle", Group.OPERATIONAL),
    Sector.BUSINESS: ("diamond", Group.ORGANIZATION),
    Sector.CIVIL_SOCIETY: ("hexagon", Group.AD_HOC),
    Sector.OTHER: ("triangleDown", Group.LEVEL_UNKNOWN),
    UNKNOWN: ("dot", Group.PERSON),
}
_SECTOR_MARKS = {
    value: Mark(
        f"sector_{value}",
        *(_SECTOR_LOOKS[value][0], _SECTOR_LOOKS[value][1].value),
        NOT_RECORDED if value == UNKNOWN else SECTORS[Sector(value)],
    )
    for value in SECTOR_VALUES
}
MARKS: dict[Colour, tuple[Mark, ...]] = {
    Colour.LEVEL: tuple(_LEVEL_MARKS.values()),
    Colour.KIND: tuple(_KIND_MARKS.values()),
    Colour.SECTOR: tuple(_SECTOR_MARKS.values()),
}
"""All marks, by what marks are coloured by."""


def mark_of(colour: Colour, group: Group, sector: str) -> Mark:
    """How an actor is drawn.

    >>> mark_of(Colour.SECTOR, Group.PERSON, "education").shape
    'triangle'
    """
    match colour:
        case Colour.LEVEL:
            return _LEVEL_MARKS[group.value]
        case Colour.KIND:
            return _KIND_MARKS[group.value]
        case Colour.SECTOR:
            return _SECTOR_MARKS[sector]


def marks_of(colour: Colour, groups: tuple[Group, ...], known: Facets) -> list[Mark]:
    """How everybody is drawn, by actor index."""
    pairs = zip(groups, known.sectors, strict=True)
    return [mark_of(colour, group, sector) for group, sector in pairs]
