"""Duplicated structures: pairs of bodies with all that they share, and of what kind that is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.overlaps.facts import Pair, Reason
from netmap.analyses.overlaps.hours import FreedHours, freed_hours
from netmap.analyses.overlaps.kinds import OverlapKind, overlap_kind
from netmap.analyses.overlaps.limits import CONVENTIONS, OverlapLimits
from netmap.analyses.overlaps.parts import Holdings, OverlapBy
from netmap.analyses.overlaps.seats import EVERY_SEAT, Seats
from netmap.analyses.overlaps.set_join import Pairs, similar_pairs
from netmap.analyses.overlaps.side_by_side import Compared, PartOverlap, side_by_side
from netmap.analyses.overlaps.succession import successions
from netmap.network import Network
from netmap.values import Part

_NEVER_MERGED = frozenset({OverlapKind.OTHER_COMPETENCE})
_KINDS = list(OverlapKind)


class StructureOverlap(Part):
    """Two bodies, everything they share side by side, and what kind of overlap that is.

    Attributes:
        bodies: Ids of both, ascending.
        names: Their names, in the same order.
        kind: What kind of overlap it is.
        reasons: The facts that led to it.
        nested: One is, at any depth, part of the other.
        members: Persons and organisations that sit in both.
        hours: What one meeting in place of two would free; ``None`` for a succession, whose
            bodies do not meet at the same time.
    """

    bodies: tuple[str, str]
    names: tuple[str, str]
    kind: OverlapKind
    reasons: tuple[Reason, ...]
    nested: bool
    members: PartOverlap
    persons: PartOverlap
    organizations: PartOverlap
    topics: PartOverlap
    functions: PartOverlap
    target_groups: PartOverlap
    hours: FreedHours | None


def structure_overlap(
    network: Network, *, limits: OverlapLimits = CONVENTIONS, seats: Seats = EVERY_SEAT
) -> list[StructureOverlap]:
    """Pairs of bodies that overlap enough to talk about, each with its kind and the reasons.

    Listed are pairs with the same members or organisations, pairs of which one is almost wholly
    within the other, pairs with the same topics, and successions. Bodies with the same topics and
    nothing else in common are listed only within a territory, on the same level and where neither
    is part of the other, as far as that is recorded: that levels and municipalities work on the
    same topics is what they are there for. Nor are those listed that would have more than
    ``most_on_same_topics`` such partners; `netmap.analyses.overlaps.shared.topic_overlap` lists
    every pair. There is no score over the parts; what they mean
    together says the kind, by the rules of `netmap.analyses.overlaps.kinds.RULES`.

    A succession needs a body that is not there at the network's date any more, or not yet: for
    it all records are looked at, and the pair is compared by all seats and topics it ever had.

    Args:
        network: Snapshot at one date.
        limits: From when on something counts as the same, and what hours assume.
        seats: Seats that count.

    Returns:
        By kind in the order of `OverlapKind`, then by descending Jaccard index of members, then
        of topics (what is not known comes last), then by ids.

    Cost: joins as in `netmap.analyses.overlaps.set_join.similar_pairs`, then about a tenth of a
    millisecond a row.

    >>> network = Network.from_pairs([
    ...     (person, body) for person in ("ada", "bo", "cy") for body in ("youth", "sport")
    ... ])
    >>> [row] = structure_overlap(network)
    >>> row.kind.value, [reason.fact.value for reason in row.reasons]
    ('unclear', ['same_members', 'topics_not_recorded'])
    >>> row.members.jaccard, row.topics.jaccard
    (1.0, None)
    """
    compared = Compared(network, seats)
    pairs = {
        pair.ids: pair
        for pair in (
            *(Pair(compared, first, second, limits) for first, second in _close(compared, limits)),
            *successions(network, limits, seats),
        )
    }
    rows = [_row(pair) for pair in pairs.values()]
    return sorted(
        rows,
        key=lambda row: (
            _KINDS.index(row.kind),
            -_known(row.members.jaccard),
            -_known(row.topics.jaccard),
            row.bodies,
        ),
    )


def pair_overlap(
    network: Network, first_id: str, second_id: str, *, limits: OverlapLimits = CONVENTIONS
) -> StructureOverlap:
    """All that two bodies of the network share, however little, as a row of `structure_overlap`.

    Raises:
        ValueError: One of the ids is not that of a body at the date, or both are the same.

    >>> network = Network.from_pairs([("ada", "youth"), ("ada", "sport"), ("bo", "sport")])
    >>> pair_overlap(network, "youth", "sport").members.shared_names
    ('ada',)
    """
    places = {network.actor_ids[body]: place for place, body in enumerate(network.bodies.tolist())}
    if first_id == second_id or not {first_id, second_id} <= places.keys():
        raise ValueError("two bodies of the network are compared")
    first, second = sorted((places[first_id], places[second_id]))
    return _row(Pair(network.once(side_by_side), first, second, limits))


def _known(share: float | None) -> float:
    return -1.0 if share is None else share


def _row(pair: Pair) -> StructureOverlap:
    compared = pair.compared
    kind, reasons = overlap_kind(pair)
    members = pair.parts[OverlapBy.MEMBERS]
    hours = None
    if kind is not OverlapKind.SUCCESSION:
        hours = freed_hours(
            compared.expected_in_all(pair.both) if members.jaccard is not None else None,
            [pair.value(body, "meetings_per_year") for body in pair.both],
            pair.limits,
            may_merge=kind not in _NEVER_MERGED,
        )
    return StructureOverlap(
        bodies=pair.ids,
        names=(compared.name(pair.first), compared.name(pair.second)),
        kind=kind,
        reasons=reasons,
        nested=any(compared.within(*each) for each in pair.directions),
        hours=hours,
        **{by.value: part for by, part in pair.parts.items()},
    )


def _close(compared: Compared, limits: OverlapLimits) -> list[tuple[int, int]]:
    """Pairs of bodies at the date that reach a threshold, ascending."""
    held = compared.held
    found = [
        _enough(held[OverlapBy.MEMBERS], limits, min_jaccard=limits.min_jaccard),
        _enough(held[OverlapBy.MEMBERS], limits, min_containment=limits.min_containment),
        _enough(held[OverlapBy.ORGANIZATIONS], limits, min_jaccard=limits.min_jaccard),
        _on_the_same_topics(compared, limits),
    ]
    both = np.unique(np.concatenate([np.stack(each, axis=1) for each in found]), axis=0)
    return [(first, second) for first, second in both.tolist()]


def _enough(
    held: Holdings,
    limits: OverlapLimits,
    *,
    min_jaccard: float = 0.0,
    min_containment: float = 0.0,
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    pairs = similar_pairs(held.sets, min_jaccard=min_jaccard, min_containment=min_containment)
    enough = pairs.shared >= limits.min_shared
    return pairs.first[enough], pairs.second[enough]


def _on_the_same_topics(
    compared: Compared, limits: OverlapLimits
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Pairs with the same topics that nothing recorded keeps apart."""
    sets = compared.held[OverlapBy.TOPICS].sets
    pairs = similar_pairs(sets, min_jaccard=limits.min_topic_jaccard)
    apart = _differ(compared, pairs, "level") | _differ(compared, pairs, "territory")
    first, second = pairs.first[~apart], pairs.second[~apart]
    free = [
        not (compared.within(a, b) or compared.within(b, a))
        for a, b in zip(first.tolist(), second.tolist(), strict=True)
    ]
    kept = np.array(free, dtype=np.bool_)
    first, second = first[kept], second[kept]
    partners = np.bincount(np.concatenate((first, second)), minlength=len(sets.sizes))
    few = partners <= limits.most_on_same_topics
    kept = few[first] & few[second]
    return first[kept], second[kept]


def _differ(compared: Compared, pairs: Pairs, field: str) -> NDArray[np.bool_]:
    """Whether a field is recorded for both bodies of a pair, and differs."""
    texts = compared.network.values(field)
    words = np.array([texts[actor] or "" for actor in compared.network.bodies], dtype=np.str_)
    one, other = words[pairs.first], words[pairs.second]
    differ: NDArray[np.bool_] = (one != "") & (other != "") & (one != other)
    return differ
