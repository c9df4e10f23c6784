"""The evidence behind a cell of a matrix: what two bodies share, or who sits somewhere for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from netmap.analyses.matrices.seats import seats_between
from netmap.analyses.overlaps.limits import OverlapLimits
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.side_by_side import PartOverlap
from netmap.analyses.overlaps.structure import StructureOverlap, pair_overlap
from netmap.findings.overlap_words import KIND_NAMES, hours_texts, reason_texts
from netmap.language import Language, Text, same
from netmap.model import Membership
from netmap.network import Network
from netmap.views.map_words import HOUSE_LEVELS, partial_date
from netmap.views.matrices.grid import MARKS

_PARTS = {
    OverlapBy.MEMBERS: Text(de="Mitglieder", en="Members"),
    OverlapBy.ORGANIZATIONS: Text(de="Organisationen", en="Organisations"),
    OverlapBy.TOPICS: Text(de="Themen", en="Topics"),
    OverlapBy.FUNCTIONS: Text(de="Funktionen", en="Functions"),
    OverlapBy.TARGET_GROUPS: Text(de="Zielgruppen", en="Target groups"),
}
_WITH_A_PAGE = {OverlapBy.MEMBERS, OverlapBy.ORGANIZATIONS}


@dataclass(frozen=True, slots=True)
class SharedPart:
    """What two bodies have of one part.

    Attributes:
        shared: Id and name of what both have; the id is empty where it has no page of its own.
    """

    title: Text
    part: PartOverlap
    shared: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SharedTold:
    """All that two bodies share, in words."""

    row: StructureOverlap
    kind: Text
    reasons: tuple[Text, ...]
    parts: tuple[SharedPart, ...]
    hours: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class SeatTold:
    """One seat in words; texts are empty where nothing is recorded."""

    id: str
    member_id: str
    member: str
    role: str
    house_level: str
    since: str
    until: str
    source: str


def shared_told(
    network: Network, first_id: str, second_id: str, limits: OverlapLimits
) -> SharedTold:
    """What two bodies of the network share, of what kind the overlap is, and why.

    Raises:
        ValueError: One of the ids is not that of a body at the date, or both are the same.

    >>> network = Network.from_pairs([("ada", "youth"), ("ada", "sport")])
    >>> found = shared_told(network, "youth", "sport", OverlapLimits())
    >>> found.parts[0].shared
    (('ada', 'ada'),)
    """
    row = pair_overlap(network, first_id, second_id, limits=limits)
    parts = []
    for by, title in _PARTS.items():
        part: PartOverlap = getattr(row, by.value)
        ids = part.shared_ids if by in _WITH_A_PAGE else ("",) * part.shared
        pairs = sorted(
            zip(ids, part.shared_names, strict=True), key=lambda each: each[1].casefold()
        )
        parts.append(SharedPart(title, part, tuple(pairs)))
    return SharedTold(
        row=row,
        kind=KIND_NAMES[row.kind],
        reasons=tuple(reason_texts(row)),
        parts=tuple(parts),
        hours=tuple(hours_texts(row.hours)),
    )


def seats_told(
    network: Network, holder_id: str, body_id: str, language: Language
) -> list[SeatTold]:
    """The seats that an organisation or person has in a body, each with who holds it.

    >>> network = Network.from_pairs([("ada", "youth")])
    >>> [(each.member, each.role) for each in seats_told(network, "ada", "youth", Language.EN)]
    [('ada', 'member')]
    """
    index = network.actor_index
    rows = seats_between(network, index[holder_id], index[body_id])
    return [_seat(network, row, language) for row in rows]


def _seat(network: Network, row: int, language: Language) -> SeatTold:
    seat = cast(Membership, network.memberships.record(row))
    member = int(network.seats.source[row])
    word = same(seat.role_label) if seat.role_label else MARKS[seat.role].word
    level = HOUSE_LEVELS[seat.house_level].in_language(language) if seat.house_level else ""
    return SeatTold(
        id=seat.id,
        member_id=seat.member_id,
        member=network.labels[member],
        role=word.in_language(language),
        house_level=level,
        since=partial_date(seat.start_date, language) if seat.start_date else "",
        until=partial_date(seat.end_date, language) if seat.end_date else "",
        source=seat.source.label if seat.source else "",
    )
