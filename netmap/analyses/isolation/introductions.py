"""Who could introduce somebody to the network: the nearest that has something in common with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from netmap.analyses.isolation.memory import Former, Memory
from netmap.analyses.isolation.partners import Partners
from netmap.analyses.isolation.rows import GoBetween, Ground, GroundKind
from netmap.analyses.isolation.traits import SHARED, Traits, nearest
from netmap.analyses.representation import actor_type

_FORMER = frozenset(
    {
        GroundKind.FORMER_BODY,
        GroundKind.FORMER_MEMBER,
        GroundKind.FORMER_EXCHANGE,
        GroundKind.FORMER_COOPERATION,
    }
)
_ORDER = {kind: order for order, kind in enumerate(GroundKind)}
_COUNTED = frozenset({GroundKind.SAME_BODY, GroundKind.TOPIC})
"""Of these one may share several; of the others there is one."""


@dataclass(frozen=True, eq=False)
class Introductions:
    """Finds for some actors whom they have most in common with, among those who are well tied.

    A go-between is a partner or body with a tie in the main part of the network that is neither
    dissolved nor merged and does not stay outside on purpose, or a coordinating office. The closest
    ground decides, in the order of `GroundKind`: a coordinating office comes after all who share
    a tie, a past, a topic or a whole, and before who merely shares a territory or a sector. Of
    several with the same ground that of whom more is shared, then as `nearest` says.
    """

    partners: Partners
    memory: Memory
    traits: Traits

    def by_tie(self, actor: int, among: AbstractSet[int] | None = None) -> GoBetween | None:
        """Whom an actor is tied to already: who knows it. Else as `to_part`.

        Args:
            actor: Whom to introduce; a person with an organisation is introduced by that.
            among: Of those tied to it only these.
        """
        house = int(self.partners.folded[actor])
        if house != actor and house in self.traits.fitting:
            return self._go_between(house, [actor], GroundKind.HOUSE)
        near = self.partners.neighbours(actor) & self.traits.fitting
        found = nearest(near if among is None else near & among, self.traits, [actor])
        if found is not None:
            return self._go_between(found, [actor], GroundKind.TIED)
        return self.to_part([actor])

    def to_part(
        self, part: Collection[int], *, among: Collection[int] | None = None
    ) -> GoBetween | None:
        """Who could introduce some actors to others than those they are tied to already.

        Args:
            part: Whom to introduce.
            among: Of those who share a body with them, only these.
        """
        tied = {*part, *(near for actor in part for near in self.partners.neighbours(actor))}
        # Own wholes and parts are no strangers.
        kin = {each for actor in part for each in self.partners.who.chains[actor]}
        familiar = tied | kin
        # Nor is what is part of them.
        within = {each for actor in part for each in self._within.get(actor, ())}
        for kind in GroundKind:
            barred = tied if kind is GroundKind.WHOLE else familiar
            found = [each for each in self._sharing(kind, part, barred) if each not in within]
            if kind is GroundKind.SAME_BODY and among is not None:
                found = [each for each in found if each in among]
            best = nearest(found, self.traits, part)
            if best is not None:
                return self._go_between(best, part, kind)
        return None

    @cached_property
    def _within(self) -> dict[int, list[int]]:
        """All who act for each actor, itself among them."""
        found: dict[int, list[int]] = defaultdict(list)
        for actor, all_of in enumerate(self.partners.who.chains):
            for acted_for in all_of:
                found[acted_for].append(actor)
        return found

    def _sharing(
        self, kind: GroundKind, part: Collection[int], barred: Collection[int]
    ) -> Iterable[int]:
        """Who shares most of one kind with some actors."""
        if kind in _FORMER:
            former = any(actor in self.memory.former for actor in part)
            return self._last(kind, part, barred) if former else ()
        if kind is GroundKind.WHOLE:
            parents = self.partners.network.parents
            return ({int(parents[actor]) for actor in part} & self.traits.fitting) - set(barred)
        if kind is GroundKind.COORDINATION:
            return (set(self.traits.offices) & self.traits.fitting) - set(barred)
        if kind not in SHARED:
            return ()
        keys = {key for actor in part for key in self.traits.of(kind, actor)}
        groups = [self.traits.holders(kind, key) for key in keys]
        if kind in _COUNTED:
            if len(groups) == 1:
                return [actor for actor in groups[0] if actor not in barred]
            shared = Counter(chain.from_iterable(groups))
            for each in barred:
                shared.pop(each, None)
            most = max(shared.values(), default=0)
            return [actor for actor, count in shared.items() if count == most]
        return self._best_tied(groups, part, barred)

    def _best_tied(
        self, groups: list[tuple[int, ...]], part: Collection[int], barred: Collection[int]
    ) -> Iterator[int]:
        """Of each group the best tied, and the best tied of the same sector."""
        sectors = {key for actor in part for key in self.traits.of(GroundKind.SECTOR, actor)}
        for group in groups:
            first = next((each for each in group if each not in barred), None)
            if first is None:
                continue
            yield first
            for each in group:
                if each not in barred and sectors & self.traits.of(GroundKind.SECTOR, each):
                    yield each
                    break

    def _last(self, kind: GroundKind, part: Collection[int], barred: Collection[int]) -> list[int]:
        """To whom the former ties of one kind led that ended last."""
        ties = [
            tie
            for tie in self._former(part)
            if tie.kind is kind and tie.other not in barred and tie.other in self.traits.fitting
        ]
        last = max((tie.last for tie in ties), default=None)
        return [tie.other for tie in ties if tie.last == last]

    def _former(self, part: Iterable[int]) -> Iterator[Former]:
        for actor in part:
            yield from self.memory.former.get(actor, ())

    def _go_between(self, other: int, part: Collection[int], kind: GroundKind) -> GoBetween:
        network = self.partners.network
        grounds = [*self._past(other, part), *self._present(other, part)]
        if kind not in {ground.kind for ground in grounds}:
            grounds.append(Ground(kind=kind))
        grounds.sort(key=lambda ground: _ORDER[ground.kind])
        return GoBetween(
            id=network.actor_ids[other],
            name=self.traits.values("function")[other] or network.labels[other],
            type=actor_type(network, other),
            grounds=tuple(grounds),
        )

    def _past(self, other: int, part: Collection[int]) -> Iterator[Ground]:
        """The last former tie of each kind between some actors and another."""
        last: dict[GroundKind, Former] = {}
        for tie in sorted(self._former(part)):
            if tie.other == other:
                last[tie.kind] = tie
        for tie in last.values():
            yield Ground(kind=tie.kind, names=(tie.name,) if tie.name else (), until=tie.until)

    def _present(self, other: int, part: Collection[int]) -> Iterator[Ground]:
        """What some actors and another have in common."""
        parents = self.partners.network.parents
        if any(parents[actor] == other for actor in part):
            yield Ground(kind=GroundKind.WHOLE)
        if other in self.traits.offices:
            yield Ground(kind=GroundKind.COORDINATION)
        for kind in SHARED:
            theirs = self.traits.of(kind, other)
            shared = {key for actor in part for key in self.traits.of(kind, actor) & theirs}
            if shared:
                names = sorted(self.traits.name(kind, each) for each in shared)
                yield Ground(kind=kind, names=tuple(names))
