"""The way that is recorded today between two of whom one would expect a link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from netmap.analyses.many_paths import shortest_paths
from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.expectations import USUAL, Expectations
from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.link import MissingLink
from netmap.analyses.ties import Ties, ties
from netmap.network import Index, Network

_MOST_STEPS_TO_INTRODUCE = 3
"""Who is farther away knows neither of the two well enough to introduce them."""


def missing_exchange_with_paths(
    network: Network, expected: Expectations = USUAL
) -> list[MissingLink]:
    """The rows of `missing_exchange`, with the shortest ways that are recorded; see `with_paths`.

    >>> missing_exchange_with_paths(Network.from_pairs([]))
    []
    """
    return with_paths(network.once(missing_exchange, expected), network)


def with_paths(rows: Sequence[MissingLink], network: Network) -> list[MissingLink]:
    """The rows with the shortest way that is recorded between both ends.

    Ways lead along every tie, over nobody who is gone or stays outside on purpose. Where a rule
    names nobody who could make the link, those do who stand on a way of at most three steps.

    Args:
        rows: In any order.
        network: The network that they are about; |A| actors, |T| ties.

    Returns:
        The same rows in the same order; those without a second end as they were.

    Cost: O((|A| + |T|) · diameter) for each 64 different ``source_id``.

    >>> from netmap.model import ExchangeTie, Organization, Topic, WorksOn
    >>> network = Network.from_records([
    ...     *(Organization(id=each, name=each.title()) for each in ("chamber", "club", "school")),
    ...     Topic(id="jobs", name="Jobs"),
    ...     WorksOn(id="1", actor_id="chamber", topic_id="jobs"),
    ...     WorksOn(id="2", actor_id="school", topic_id="jobs"),
    ...     ExchangeTie(id="3", source_id="chamber", target_id="club"),
    ...     ExchangeTie(id="4", source_id="school", target_id="club"),
    ... ])
    >>> (row,) = with_paths(missing_exchange(network), network)
    >>> row.path_names, row.via_names
    (('Chamber', 'Club', 'School'), ('Club',))
    """
    ground = network.once(Ground)
    index = network.actor_index
    pairs = [
        (number, index[row.source_id], index[row.target_id])
        for number, row in enumerate(rows)
        if row.target_id is not None
    ]
    found = list(rows)
    columns = np.array(pairs, dtype=np.int32).reshape(-1, 3)
    ways = shortest_paths(spoken_ties(ground), columns[:, 1], columns[:, 2])
    for (number, *_), way in zip(pairs, ways, strict=True):
        between = way[1:-1] if len(way) - 1 <= _MOST_STEPS_TO_INTRODUCE else ()
        row = rows[number]
        update: dict[str, object] = {
            "path_ids": tuple(network.actor_ids[each] for each in way),
            "path_names": _called(ground, way),
        }
        if not row.via_ids and between:
            makers = sorted(between)
            update["via_ids"] = tuple(network.actor_ids[each] for each in makers)
            update["via_names"] = _called(ground, makers)
        found[number] = row.model_copy(update=update)
    return found


def spoken_ties(ground: Ground) -> Ties:
    """Every tie between two of whom something may be said."""
    every = ties(ground.network)
    quiet = np.array([ground.is_silent(actor) for actor in range(every.actors)], dtype=np.bool_)
    source, target = every.pairs()
    spoken = ~(quiet[source] | quiet[target])
    kept: tuple[Index, Index] = source[spoken], target[spoken]
    return Ties.from_pairs(*kept, actors=every.actors)


def _called(ground: Ground, actors: Iterable[int]) -> tuple[str, ...]:
    return tuple(ground.called[each] for each in actors)
