"""How balanced the participation in each body is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from netmap.analyses.participation.seated import ParticipationBy, Seated
from netmap.network import Network
from netmap.values import Part
from netmap.vocabulary import Level, Sector


class GroupCount(Part):
    """How many of those who sit in a body are of one group."""

    group: str
    count: int


class BodyBalance(Part):
    """How balanced the participation in one body is.

    Attributes:
        seated: Organisations, and persons without one, that sit in the body.
        groups: Of these, those whose group is known, by descending count, then by group.
        heterogeneity: Blau's index as a share of its largest value, in [0, 1]: 0 where all are of
            one group, 1 where all groups are there equally; ``None`` where no group is known.
    """

    id: str
    name: str
    level: Level | None
    seated: int
    groups: tuple[GroupCount, ...]
    heterogeneity: float | None


def body_balance(
    network: Network, *, by: ParticipationBy = ParticipationBy.SECTOR
) -> list[BodyBalance]:
    """How balanced the participation in each body is: Blau's index of heterogeneity [1]_.

    Returns:
        A row for each body that is neither dissolved nor merged, ascending by id.

    Cost: O(|A| + |M|) for |A| actors and |M| seats.

    >>> body_balance(Network.from_pairs([("ada", "youth")]))[0].heterogeneity is None
    True

    .. [1] P. M. Blau (1977), Inequality and Heterogeneity: A Primitive Theory of Social
       Structure, Free Press
    """
    return list(_by_body(network.once(Seated, by)))


def blau_index(counts: Collection[int], groups: int) -> float | None:
    """Blau's index of heterogeneity as a share of the largest value that so many groups allow.

    1 minus the sum of the squared shares, divided by 1 minus one by the number of groups.

    >>> blau_index([2, 2], 2), blau_index([3], 2), blau_index([], 2)
    (1.0, 0.0, None)
    """
    known = sum(counts)
    if not known or groups < 2:
        return None
    return (1 - sum((count / known) ** 2 for count in counts)) / (1 - 1 / groups)


def _by_body(seated: Seated) -> Iterator[BodyBalance]:
    """A row for each body."""
    network = seated.network
    levels = network.values("level")
    sitting: dict[int, dict[int, str | None]] = defaultdict(dict)
    for seat in seated.seats:
        known = sitting[seat.body].get(seat.holder)
        sitting[seat.body][seat.holder] = known or seat.group
    groups = len(Sector) if seated.by is ParticipationBy.SECTOR else len(set(seated.order) - {None})
    for body in network.bodies.tolist():
        if body in seated.who.gone:
            continue
        counts = Counter(group for group in sitting[body].values() if group is not None)
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        yield BodyBalance(
            id=network.actor_ids[body],
            name=network.labels[body],
            level=levels[body],
            seated=len(sitting[body]),
            groups=tuple(GroupCount(group=group, count=count) for group, count in ranked),
            heterogeneity=blau_index(counts.values(), groups),
        )
