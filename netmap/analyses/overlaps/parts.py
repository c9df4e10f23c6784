"""The parts of an overlap: what bodies can have in common, each as sets of items with names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.overlaps.seats import EVERY_SEAT, Seats
from netmap.analyses.overlaps.sets import Sets
from netmap.language import folded
from netmap.network import ABSENT, Index, Links, Network
from netmap.projections import organization_seats


class OverlapBy(StrEnum):
    """What bodies are compared by."""

    MEMBERS = "members"
    PERSONS = "persons"
    ORGANIZATIONS = "organizations"
    TOPICS = "topics"
    FUNCTIONS = "functions"
    TARGET_GROUPS = "target_groups"


@dataclass(frozen=True, slots=True)
class Holdings:
    """What each body has of one part.

    Attributes:
        sets: A set for each of ``network.bodies``, in their order, of items by number.
        ids: Id of each item, ascending; of words the form in which spellings count as the same.
        names: What to call each item; of words the first spelling in the order of characters.
    """

    sets: Sets
    ids: Sequence[str]
    names: Sequence[str]


def holdings(network: Network, by: OverlapBy, seats: Seats = EVERY_SEAT) -> Holdings:
    """What each body has of one part at the date.

    - members: persons and organisations that sit in it; one with several seats counts once.
    - persons: the persons among them. A seat of which only the organisation is known has none.
    - organizations: on whose behalf its seats are held, see
      `netmap.projections.organization_seats`.
    - topics: those recorded for the body itself; a topic and the topic it is part of are two.
    - functions, target_groups: the words recorded for it, without regard to case and spacing.

    Args:
        network: Snapshot at one date.
        by: Which part.
        seats: Seats that count. Topics, functions and target groups are the body's own, whoever
            sits in it, so they stay the same.

    >>> from netmap.model import Organization
    >>> network = Network.from_records([
    ...     Organization(id="a", name="A", meets=True, functions=("Beraten", "steuern")),
    ...     Organization(id="b", name="B", meets=True, functions=("beraten ",)),
    ... ])
    >>> found = holdings(network, OverlapBy.FUNCTIONS)
    >>> found.ids, found.names, found.sets.items.tolist()
    (('beraten', 'steuern'), ('Beraten', 'steuern'), [0, 1, 0])
    """
    match by:
        case OverlapBy.MEMBERS:
            return _held(network, _some(network.seats, seats.of(network)))
        case OverlapBy.PERSONS:
            by_persons = network.person_mask[network.seats.source]
            return _held(network, _some(network.seats, seats.of(network) & by_persons))
        case OverlapBy.ORGANIZATIONS:
            return _held(network, organization_seats(network, seats.of(network)))
        case OverlapBy.TOPICS:
            work = Links(source=network.works_on.target, target=network.works_on.source)
            sets = _sets(network, work, len(network.topic_ids))
            return Holdings(sets, network.topic_ids, network.topic_names)
        case OverlapBy.FUNCTIONS | OverlapBy.TARGET_GROUPS:
            return _words(network, by.value)


def _held(network: Network, links: Links) -> Holdings:
    """Actors that bodies are linked to."""
    sets = _sets(network, links, len(network.actor_ids))
    return Holdings(sets, network.actor_ids, network.labels)


def _some(links: Links, counted: NDArray[np.bool_]) -> Links:
    return Links(links.source[counted], links.target[counted])


def _sets(network: Network, links: Links, universe: int) -> Sets:
    """The sources that each body is linked to; links to what is no body are left out."""
    number = _numbers(network)
    of_bodies = number[links.target] != ABSENT
    return Sets.from_links(
        Links(links.source[of_bodies], number[links.target[of_bodies]]),
        sets=len(network.bodies),
        universe=universe,
    )


def _numbers(network: Network) -> Index:
    """Place of each actor among the bodies, `ABSENT` of those that are none."""
    number = np.full(len(network.actor_ids), ABSENT, dtype=np.int32)
    number[network.bodies] = np.arange(len(network.bodies), dtype=np.int32)
    return number


def _words(network: Network, field: str) -> Holdings:
    """Words recorded for bodies, spellings that differ in case and spacing taken together."""
    texts = network.values(field)
    spellings: dict[str, str] = {}
    used: list[tuple[str, int]] = []
    for number, body in enumerate(network.bodies.tolist()):
        for text in texts[body] or ():
            key = folded(text)
            if key:
                spellings[key] = min(text, spellings.get(key, text))
                used.append((key, number))
    ids = tuple(sorted(spellings))
    index = {key: place for place, key in enumerate(ids)}
    links = Links(
        np.array([index[key] for key, _ in used], dtype=np.int32),
        np.array([number for _, number in used], dtype=np.int32),
    )
    sets = Sets.from_links(links, sets=len(network.bodies), universe=len(ids))
    return Holdings(sets, ids, tuple(spellings[key] for key in ids))
