"""How information travels from steering to everybody and back, and where it hangs on one actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import rustworkx as rx

from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.lines import bodies_on
from netmap.analyses.paths import distances, way
from netmap.analyses.representation import ActorType, actor_type
from netmap.analyses.ties import EVERY_TIE, TieKind, Ties, ties
from netmap.network import ABSENT, Index, Network
from netmap.values import Part
from netmap.vocabulary import Level


class Route(Part):
    """A shortest recorded way.

    Attributes:
        ids: From the steering body to the target, or back; both included.
        names: A person by its function, where one is recorded.
        steps: Ties on the way.
        bottleneck_ids: Actors between both ends over which every way leads, long ones too, in
            the order of the way.
        bottleneck_names: Their names.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    steps: int
    bottleneck_ids: tuple[str, ...]
    bottleneck_names: tuple[str, ...]


class Flow(Part):
    """How information reaches a body or partner from the steering level, and comes back.

    Attributes:
        level: Of a body, where it is recorded.
        down: From the nearest steering body; ``None`` where no way is recorded.
        up: Back to one; ``None`` where no way is recorded.
    """

    id: str
    name: str
    type: ActorType
    level: Level | None
    down: Route | None
    up: Route | None


def flow(network: Network, *, functions_only: bool = False) -> list[Flow]:
    """How information travels from steering to each working group and partner, and back.

    Information passes between members and their body, between a member and those it sits there
    for, between persons and the organisation they work for, between a part and its whole, in
    exchange and in cooperations, in both directions; along a reporting line from sender to
    receiver, and back only where it is recorded that decisions come back. What is not recorded is
    not missing: a row without a way is a question. A bottleneck lies on every way, however long: it
    dominates the target in the sense of flow graphs [1]_.

    Args:
        network: Snapshot at one date; |A| actors, |T| ties.
        functions_only: Leave out the names of persons for whom no function is recorded.

    Returns:
        A row for each operational and ad hoc body and each partner (organisations that are no
        bodies, persons of whom no organisation is known), ascending by id; none where there is no
        steering body. Dissolved and merged bodies, and who stays outside on purpose, are left out.

    Cost: O(|A| + |T|) times a small factor, and the lengths of the ways.

    >>> from netmap.model import Membership, Organization
    >>> network = Network.from_records([
    ...     Organization(id="chamber", name="Chamber"),
    ...     Organization(id="club", name="Club"),
    ...     Organization(id="steering", name="Steering", meets=True, level="steering"),
    ...     Organization(id="group", name="Group", meets=True, level="operational"),
    ...     Membership(id="1", member_id="chamber", organization_id="steering"),
    ...     Membership(id="2", member_id="chamber", organization_id="group"),
    ... ])
    >>> [(row.id, row.down and row.down.ids, row.down and row.down.bottleneck_ids)
    ...  for row in flow(network)]
    [('chamber', ('steering', 'chamber'), ()), ('club', None, None),
     ('group', ('steering', 'chamber', 'group'), ('chamber',))]

    .. [1] T. Lengauer, R. E. Tarjan (1979), "A Fast Algorithm for Finding Dominators in a
       Flowgraph", ACM Transactions on Programming Languages and Systems 1(1), 121-141,
       doi:10.1145/357062.357071
    """
    ground = network.once(Ground)
    steering = bodies_on(ground, Level.STEERING)
    if not steering:
        return []
    groups = bodies_on(ground, Level.OPERATIONAL, Level.AD_HOC)
    partners = [each for each in ground.who.partners if each not in ground.silent]
    down, up = _arcs(network), _arcs(network, turned=True)
    called = _called(network, functions_only)
    downward = _Ways(down, steering, called, network.actor_ids)
    upward = _Ways(up, steering, called, network.actor_ids)
    levels = network.values("level")
    rows = []
    for target in sorted({*groups, *partners}):
        back = upward.to(target)
        rows.append(
            Flow(
                id=network.actor_ids[target],
                name=called[target],
                type=actor_type(network, target),
                level=None if levels[target] is None else Level(levels[target]),
                down=downward.to(target),
                up=None if back is None else _reversed(back),
            )
        )
    return rows


@dataclass(frozen=True, eq=False)
class _Ways:
    """Ways along arcs from some sources to everybody."""

    arcs: Ties
    sources: list[int]
    called: tuple[str, ...]
    ids: tuple[str, ...]

    @cached_property
    def _found(self) -> tuple[Index, Index]:
        return distances(self.arcs, self.sources)

    @cached_property
    def _dominators(self) -> list[int]:
        """For each actor the last one on every way to it; `ABSENT` where there is none."""
        graph: rx.PyDiGraph[None, None] = rx.PyDiGraph(multigraph=False)
        actors = self.arcs.actors
        graph.add_nodes_from([None] * (actors + 1))
        tails = np.repeat(np.arange(actors, dtype=np.int32), self.arcs.degrees)
        graph.add_edges_from_no_data(
            list(zip(tails.tolist(), self.arcs.neighbours.tolist(), strict=True))
        )
        # All sources at once: one more actor leads to each of them.
        graph.add_edges_from_no_data([(actors, source) for source in self.sources])
        found = [ABSENT] * actors
        for actor, dominator in rx.immediate_dominators(graph, actors).items():
            if actors not in {actor, dominator}:
                found[actor] = dominator
        return found

    def to(self, target: int) -> Route | None:
        """The way to one actor."""
        steps, before = self._found
        if steps[target] == ABSENT:
            return None
        path = way(before, target)
        narrow = [each for each in self._dominating(target) if each not in self.sources]
        return Route(
            ids=tuple(self.ids[each] for each in path),
            names=tuple(self.called[each] for each in path),
            steps=len(path) - 1,
            bottleneck_ids=tuple(self.ids[each] for each in narrow),
            bottleneck_names=tuple(self.called[each] for each in narrow),
        )

    def _dominating(self, target: int) -> list[int]:
        found: list[int] = []
        reached = self._dominators[target]
        while reached != ABSENT:
            found.append(reached)
            reached = self._dominators[reached]
        return found[::-1]


def _reversed(route: Route) -> Route:
    """The same way from its other end."""
    return Route(
        ids=route.ids[::-1],
        names=route.names[::-1],
        steps=route.steps,
        bottleneck_ids=route.bottleneck_ids[::-1],
        bottleneck_names=route.bottleneck_names[::-1],
    )


def _arcs(network: Network, *, turned: bool = False) -> Ties:
    """Along which ties information passes; ``turned``, where it comes from."""
    both = ties(network, EVERY_TIE - {TieKind.REPORTING})
    tails = np.repeat(np.arange(both.actors, dtype=np.int32), both.degrees)
    lines = network.reporting
    returned = np.array(
        [bool(each) for each in network.reporting_lines.columns["returns_decisions"]],
        dtype=np.bool_,
    )
    source = np.concatenate((tails, lines.source, lines.target[returned]))
    target = np.concatenate((both.neighbours, lines.target, lines.source[returned]))
    if turned:
        source, target = target, source
    return Ties.from_arcs(source, target, actors=both.actors)


def _called(network: Network, functions_only: bool) -> tuple[str, ...]:
    """What to call each actor: persons by their function where one is recorded."""
    return tuple(_names(network, functions_only))


def _names(network: Network, functions_only: bool) -> Iterator[str]:
    people: Iterable[bool] = network.person_mask.tolist()
    for label, function, is_person in zip(
        network.labels, network.values("function"), people, strict=True
    ):
        yield function or ("" if is_person and functions_only else label)
