"""What is part of what, at any depth, for all analyses."""

from __future__ import annotations

from netmap.network import ABSENT, Network


def ancestors(network: Network) -> list[frozenset[int]]:
    """For each actor the indices of all organisations that it is part of, at any depth.

    An actor in a circle of parents is, like every other in it, above itself; the walk ends where
    a parent is unknown or not there at the date. Persons have none.

    >>> from netmap.model import Organization
    >>> network = Network.from_records([
    ...     Organization(id="a", name="A"),
    ...     Organization(id="b", name="B", parent_id="a"),
    ...     Organization(id="c", name="C", parent_id="b"),
    ...     Organization(id="x", name="X", parent_id="y"),
    ...     Organization(id="y", name="Y", parent_id="x"),
    ... ])
    >>> [sorted(above) for above in ancestors(network)]
    [[], [0], [0, 1], [3, 4], [3, 4]]
    """
    parents = network.parents.tolist()
    nothing: frozenset[int] = frozenset()
    found = [nothing] * len(parents)
    for actor, parent in enumerate(parents):
        if parent == ABSENT:
            continue
        above: set[int] = set()
        reached = parent
        while reached != ABSENT and reached not in above:
            above.add(reached)
            reached = parents[reached]
        found[actor] = frozenset(above)
    return found
