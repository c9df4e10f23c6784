"""Which bodies a matrix shows, narrowed by level and topic."""

from __future__ import annotations

import numpy as np

from netmap.network import Network
from netmap.values import Part

MOST_BODIES = 150
"""Bodies that a matrix shows; nobody reads more side by side."""

UNKNOWN = "unknown"


class Narrowed(Part):
    """What a matrix is narrowed to; hashable, so that a question with it is answered once.

    Attributes:
        level: A level, ``unknown`` for bodies without a recorded one, empty for all.
        topic_id: Bodies that work on this topic; empty for all.
    """

    level: str = ""
    topic_id: str = ""


EVERY_BODY = Narrowed()


def bodies_shown(network: Network, narrowed: Narrowed) -> tuple[list[int], int]:
    """Actor indices of the bodies that are asked for, ascending, and how many there are in all.

    Of more than `MOST_BODIES` those with the most seats are shown, then by id.

    >>> bodies_shown(Network.from_pairs([("ada", "youth"), ("bo", "sport")]), EVERY_BODY)
    ([2, 3], 2)
    """
    levels = network.values("level")
    topic = network.topic_index.get(narrowed.topic_id, -1)
    works = network.works_on
    on_topic = set(works.source[works.target == topic].tolist())
    found = [
        body
        for body in network.bodies.tolist()
        if narrowed.level in {"", levels[body] or UNKNOWN}
        and (not narrowed.topic_id or body in on_topic)
    ]
    if len(found) <= MOST_BODIES:
        return found, len(found)
    seats = np.bincount(network.seats.target, minlength=len(network.actor_ids))
    largest = sorted(found, key=lambda body: -int(seats[body]))[:MOST_BODIES]
    return sorted(largest), len(found)
