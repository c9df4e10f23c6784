"""What the map tells apart by shape, colour and line: groups of actors and kinds of ties."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netmap.language import Text
from netmap.network import Network
from netmap.vocabulary import Level


class Group(StrEnum):
    """Groups of actors with a mark of their own; colours stand in the style sheet of the map."""

    POLITICAL = "political"
    STEERING = "steering"
    OPERATIONAL = "operational"
    AD_HOC = "ad_hoc"
    LEVEL_UNKNOWN = "level_unknown"
    ORGANIZATION = "organization"
    PERSON = "person"

    @property
    def is_body(self) -> bool:
        """Whether the actors of the group are bodies."""
        return self not in {Group.ORGANIZATION, Group.PERSON}

    @property
    def shape(self) -> str:
        """The shape of the mark, as vis-network calls it; no two groups share one."""
        return _SHAPES[self]

    @property
    def title_text(self) -> Text:
        """What a legend calls the group."""
        return _GROUP_TITLES[self]

    @property
    def noun(self) -> Text:
        """What one actor of the group is."""
        return _GROUP_NOUNS[self]

    @property
    def level_text(self) -> Text:
        """The level of a body of the group."""
        return _LEVELS.get(self, Text(de="nicht erfasst", en="not recorded"))


_SHAPES = {
    Group.POLITICAL: "star",
    Group.STEERING: "diamond",
    Group.OPERATIONAL: "hexagon",
    Group.AD_HOC: "triangleDown",
    Group.LEVEL_UNKNOWN: "triangle",
    Group.ORGANIZATION: "square",
    Group.PERSON: "dot",
}
_GROUP_TITLES = {
    Group.POLITICAL: Text(de="Politische Gremien", en="Political bodies"),
    Group.STEERING: Text(de="Steuernde Gremien", en="Steering bodies"),
    Group.OPERATIONAL: Text(de="Operative Gremien", en="Operational bodies"),
    Group.AD_HOC: Text(de="Ad-hoc-Gremien", en="Ad hoc bodies"),
    Group.LEVEL_UNKNOWN: Text(de="Gremien, Ebene nicht erfasst", en="Bodies, level not recorded"),
    Group.ORGANIZATION: Text(de="Organisationen", en="Organisations"),
    Group.PERSON: Text(de="Personen und Funktionen", en="Persons and functions"),
}
_GROUP_NOUNS = {
    Group.POLITICAL: Text(de="Politisches Gremium", en="Political body"),
    Group.STEERING: Text(de="Steuerndes Gremium", en="Steering body"),
    Group.OPERATIONAL: Text(de="Operatives Gremium", en="Operational body"),
    Group.AD_HOC: Text(de="Ad-hoc-Gremium", en="Ad hoc body"),
    Group.LEVEL_UNKNOWN: Text(de="Gremium, Ebene nicht erfasst", en="Body, level not recorded"),
    Group.ORGANIZATION: Text(de="Organisation", en="Organisation"),
    Group.PERSON: Text(de="Person", en="Person"),
}
_LEVELS = {
    Group.POLITICAL: Text(de="politisch", en="political"),
    Group.STEERING: Text(de="steuernd", en="steering"),
    Group.OPERATIONAL: Text(de="operativ", en="operational"),
    Group.AD_HOC: Text(de="ad hoc", en="ad hoc"),
}
_GROUP_OF_LEVEL = {
    Level.POLITICAL: Group.POLITICAL,
    Level.STEERING: Group.STEERING,
    Level.OPERATIONAL: Group.OPERATIONAL,
    Level.AD_HOC: Group.AD_HOC,
}


def groups_of(network: Network) -> tuple[Group, ...]:
    """The group of each actor, by index."""
    found = []
    for is_person, is_body, level in zip(
        network.person_mask, network.body_mask, network.values("level"), strict=True
    ):
        if is_person:
            found.append(Group.PERSON)
        elif is_body:
            found.append(_GROUP_OF_LEVEL[Level(level)] if level else Group.LEVEL_UNKNOWN)
        else:
            found.append(Group.ORGANIZATION)
    return tuple(found)


class TieKind(StrEnum):
    """The kinds of ties that the map draws."""

    SEAT = "seat"
    EXCHANGE = "exchange"
    REPORTING = "reporting"
    PART_OF = "part_of"
    WORKS_FOR = "works_for"

    @property
    def line(self) -> Line:
        """How ties of the kind are drawn."""
        return _LINES[self]

    @property
    def title_text(self) -> Text:
        """What a legend calls the kind."""
        return _TIE_TITLES[self]

    @property
    def outward(self) -> Text:
        """What the actor at the start of the tie has with the one at its end."""
        return _OUTWARD[self]

    @property
    def inward(self) -> Text:
        """What the actor at the end of the tie has with the one at its start."""
        return _INWARD[self]


@dataclass(frozen=True, slots=True)
class Line:
    """A line on the map.

    Attributes:
        width: In map units.
        dashes: Lengths of dashes and gaps in map units; empty for a line without gaps.
        has_arrow: It points from its start to its end.
        roundness: How far it is bent, so that several ties between the same two stay apart.
        is_shown_at_first: It is drawn before anybody chooses what to see.
    """

    width: float
    dashes: tuple[int, ...] = ()
    has_arrow: bool = False
    roundness: float = 0.0
    is_shown_at_first: bool = True


_LINES = {
    TieKind.SEAT: Line(width=1.4),
    TieKind.EXCHANGE: Line(width=3.0, dashes=(12, 6), roundness=0.14),
    TieKind.REPORTING: Line(width=3.6, has_arrow=True, roundness=0.07),
    TieKind.PART_OF: Line(width=2.4, dashes=(3, 6)),
    # Everybody works somewhere: these lines would hide all others.
    TieKind.WORKS_FOR: Line(
        width=1.4, dashes=(12, 5, 3, 5), roundness=0.05, is_shown_at_first=False
    ),
}
_TIE_TITLES = {
    TieKind.SEAT: Text(de="Sitz im Gremium", en="Seat in a body"),
    TieKind.EXCHANGE: Text(de="Austausch", en="Exchange"),
    TieKind.REPORTING: Text(de="Berichtet an (Pfeil)", en="Reports to (arrow)"),
    TieKind.PART_OF: Text(de="Teil von", en="Part of"),
    TieKind.WORKS_FOR: Text(de="Arbeitet für", en="Works for"),
}
_OUTWARD = {
    TieKind.SEAT: Text(de="Sitzt in", en="Sits in"),
    TieKind.EXCHANGE: Text(de="Austausch mit", en="Exchange with"),
    TieKind.REPORTING: Text(de="Berichtet an", en="Reports to"),
    TieKind.PART_OF: Text(de="Teil von", en="Part of"),
    TieKind.WORKS_FOR: Text(de="Arbeitet für", en="Works for"),
}
_INWARD = {
    TieKind.SEAT: Text(de="Mitglieder", en="Members"),
    TieKind.EXCHANGE: Text(de="Austausch mit", en="Exchange with"),
    TieKind.REPORTING: Text(de="Erhält Berichte von", en="Receives reports from"),
    TieKind.PART_OF: Text(de="Dazu gehören", en="Parts"),
    TieKind.WORKS_FOR: Text(de="Hier arbeiten", en="Who works here"),
}
