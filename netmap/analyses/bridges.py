"""Where the network hangs together by one actor or one tie, and what happens if it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from math import comb

import numpy as np

from netmap.analyses.graph.betweenness import betweenness
from netmap.analyses.graph.brokerage import BrokerRole, broker_roles
from netmap.analyses.graph.cut_tree import Cut, CutTree
from netmap.analyses.graph.holes import constraint, effective_size
from netmap.analyses.representation import ActorType, actor_type
from netmap.analyses.ties import EVERY_TIE, TieKind, Ties, ties
from netmap.network import ABSENT, Index, Network
from netmap.values import Part
from netmap.vocabulary import Sector


class BridgeKind(StrEnum):
    """What a bridge is: an actor, or the tie between two."""

    ACTOR = "actor"
    TIE = "tie"


class BrokerCounts(Part):
    """How often an actor mediates between two that have no tie of their own, by sectors."""

    coordinator: int
    consultant: int
    gatekeeper: int
    representative: int
    liaison: int


class BridgeMeasures(Part):
    """Where an actor stands in the whole graph of ties; measures of places, not of people.

    Attributes:
        betweenness: Share of the other pairs whose shortest ways lead over it, in [0, 1].
        betweenness_error: It is not farther off than this, with 95 % confidence; 0 where exact.
        constraint: Burt's constraint: how much its contacts are tied to each other.
        effective_size: Contacts less what repeats among them.
        roles: Gould and Fernandez' roles by sector; ``None`` where its sector is not known.
    """

    betweenness: float
    betweenness_error: float
    constraint: float
    effective_size: float
    roles: BrokerCounts | None


class Bridge(Part):
    """An actor or a tie without which parts of the network would lose touch.

    Attributes:
        ids: The actor, or both ends of the tie, the end that would lose touch last.
        names: What they are called: a person by its function, where one is recorded.
        types: Person, organisation or body.
        near_ids: Organisations and bodies to which the actor is tied, ascending; none for a tie.
        parts: Organisations and bodies that would lose touch with the largest part, one tuple
            for each part that holds together; largest first, then by ids; ascending within.
        main_size: Organisations and bodies in the largest part.
        pairs_lost: Pairs of organisations and bodies that would not reach each other any more.
        pairs_lost_share: The same as a share of the pairs of its component, in [0, 1].
        strength: Those that would lose touch by one more than these: 1/2 for one, 3/4 for
            three; the size of the rest of the network does not make a bridge less important.
        measures: Of actors, where they were asked for.
    """

    kind: BridgeKind
    ids: tuple[str, ...]
    names: tuple[str, ...]
    types: tuple[ActorType, ...]
    near_ids: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    main_size: int
    pairs_lost: int
    pairs_lost_share: float
    strength: float
    measures: BridgeMeasures | None = None


def bridges(
    network: Network, *, min_part: int = 3, measured: bool = False, functions_only: bool = False
) -> list[Bridge]:
    """Actors and ties on which the link between parts of the network hangs.

    Articulation points and bridges [1]_ of the network of seats (with those on whose behalf they
    are held), exchange, cooperations, hierarchy, and persons in their organisations, without
    direction. A reporting line is no tie here: somebody has to carry the report. Only organisations
    and bodies count towards the size of a part. The search tells where a deputy could relieve
    somebody, and what would change if a person or an office left; it says nothing about how good
    anybody is at anything.

    Args:
        network: Snapshot at one date; |A| actors, |T| ties.
        min_part: Organisations and bodies that have to hang on the actor or tie, at least 1.
        measured: Give each actor its measures: betweenness, constraint and effective size in the
            same graph, and its roles as a broker between sectors in exchange and reporting lines,
            where persons count for the organisation they work for.
        functions_only: Leave out the names of persons for whom no function is recorded.

    Returns:
        Actors, then ties, each ascending by id: people are not ranked.

    Cost: O(|A| + |T|) and the sizes of the parts; with measures see
    `netmap.analyses.graph.betweenness.betweenness`.

    >>> network = Network.from_pairs([
    ...     ("ada", "youth"), ("bo", "youth"), ("bo", "sport"), ("cy", "sport"),
    ... ])
    >>> [(row.ids, row.parts, row.main_size) for row in bridges(network, min_part=1)][0]
    (('bo',), (('youth',),), 1)
    >>> bridges(network)
    []

    .. [1] J. Hopcroft, R. Tarjan (1973), "Algorithm 447: Efficient Algorithms for Graph
       Manipulation", Communications of the ACM 16(6), 372-378, doi:10.1145/362248.362272
    """
    graph = ties(network, EVERY_TIE - {TieKind.REPORTING})
    tree = CutTree.of(graph, ~network.person_mask)
    told = _Told(network, graph, functions_only)
    points = list(tree.points(least=min_part))
    measures = (
        told.measures(np.array([cut.actors[0] for cut in points], dtype=np.int32))
        if measured and points
        else [None] * len(points)
    )
    return [
        *map(told.actor, points, measures),
        *map(told.tie, tree.bridges(least=min_part)),
    ]


class _Told:
    """Cuts of one network with ids and names in place of indices."""

    def __init__(self, network: Network, graph: Ties, functions_only: bool) -> None:
        self._network = network
        self._graph = graph
        self._functions_only = functions_only

    def actor(self, cut: Cut, measures: BridgeMeasures | None) -> Bridge:
        near = self._graph.of(cut.actors[0])
        counting = near[~self._network.person_mask[near]]
        return self._bridge(BridgeKind.ACTOR, cut, self._ids(counting.tolist()), measures)

    def tie(self, cut: Cut) -> Bridge:
        return self._bridge(BridgeKind.TIE, cut, (), None)

    def measures(self, actors: Index) -> Iterator[BridgeMeasures]:
        between = betweenness(self._graph)
        constrained = constraint(self._graph, actors).tolist()
        sizes = effective_size(self._graph, actors).tolist()
        groups, counts = self._roles
        for number, actor in enumerate(actors.tolist()):
            roles = dict(
                zip((each.name.lower() for each in BrokerRole), counts[actor], strict=True)
            )
            yield BridgeMeasures(
                betweenness=float(between.values[actor]),
                betweenness_error=between.error,
                constraint=constrained[number],
                effective_size=sizes[number],
                roles=None if groups[actor] == ABSENT else BrokerCounts.model_validate(roles),
            )

    @cached_property
    def _roles(self) -> tuple[list[int], list[list[int]]]:
        """Sector of each actor by number, and how often it mediates in each role."""
        network = self._network
        order = {sector.value: number for number, sector in enumerate(Sector)}
        sectors = [ABSENT if each is None else order[each] for each in network.values("sector")]
        # Who works for an organisation exchanges and reports for it.
        speaks_for = np.where(network.houses == ABSENT, np.arange(len(sectors)), network.houses)
        returned = [bool(each) for each in network.reporting_lines.columns["returns_decisions"]]
        back = np.array(returned, dtype=np.bool_)
        exchange, lines = network.exchange, network.reporting
        ends = np.concatenate(
            (
                np.stack((exchange.source, exchange.target)),
                np.stack((exchange.target, exchange.source)),
                np.stack((lines.source, lines.target)),
                np.stack((lines.target[back], lines.source[back])),
            ),
            axis=1,
        )
        source, target = speaks_for[ends].astype(np.int32)
        counts = broker_roles(source, target, np.array(sectors, dtype=np.int32))
        return sectors, counts.tolist()

    def _bridge(
        self,
        kind: BridgeKind,
        cut: Cut,
        near_ids: tuple[str, ...],
        measures: BridgeMeasures | None,
    ) -> Bridge:
        network = self._network
        sizes = [len(part) for part in cut.lost]
        lost = sum(sizes)
        pairs = comb(cut.main + lost, 2)
        pairs_lost = pairs - sum(comb(size, 2) for size in (cut.main, *sizes))
        return Bridge(
            kind=kind,
            ids=self._ids(cut.actors),
            names=tuple(self._name(actor) for actor in cut.actors),
            types=tuple(actor_type(network, actor) for actor in cut.actors),
            near_ids=near_ids,
            parts=tuple(self._ids(part) for part in cut.lost),
            main_size=cut.main,
            pairs_lost=pairs_lost,
            pairs_lost_share=pairs_lost / pairs if pairs else 0.0,
            strength=lost / (lost + 1),
            measures=measures,
        )

    def _ids(self, actors: Sequence[int]) -> tuple[str, ...]:
        return tuple(self._network.actor_ids[each] for each in actors)

    @cached_property
    def _functions(self) -> tuple[str | None, ...]:
        return self._network.values("function")

    def _name(self, actor: int) -> str:
        function = self._functions[actor]
        if function or not self._network.person_mask[actor]:
            return function or self._network.labels[actor]
        return "" if self._functions_only else self._network.labels[actor]
