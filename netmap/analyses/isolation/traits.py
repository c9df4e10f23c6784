"""What partners and bodies may have in common: bodies, topics, a whole, a territory, a sector."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from netmap.analyses.isolation.partners import Partners
from netmap.analyses.isolation.rows import GroundKind
from netmap.network import ABSENT

Key = int | str

SHARED = (
    GroundKind.SAME_BODY,
    GroundKind.TOPIC,
    GroundKind.SAME_WHOLE,
    GroundKind.TERRITORY,
    GroundKind.SECTOR,
)
"""Grounds that two have by sharing something, the closest first."""


@dataclass(frozen=True, eq=False)
class Traits:
    """What each partner and body has that others may have too."""

    partners: Partners

    def of(self, kind: GroundKind, actor: int) -> frozenset[Key]:
        """Bodies, topics or the whole of an actor by index, its territory or sector by name."""
        if kind not in self._traits:
            self._traits[kind] = self._made(kind)
        return self._traits[kind].get(actor, frozenset())

    def name(self, kind: GroundKind, key: Key) -> str:
        """What to call a trait; a territory as the record of one that has it says it."""
        if isinstance(key, str):
            return self._spelled.get(key, key) if kind is GroundKind.TERRITORY else key
        network = self.partners.network
        return network.topic_names[key] if kind is GroundKind.TOPIC else network.labels[key]

    def holders(self, kind: GroundKind, key: Key) -> tuple[int, ...]:
        """Who has a trait and could introduce somebody to the network, best tied first."""
        if kind not in self._holders:
            self._holders[kind] = self._held(kind)
        return self._holders[kind].get(key, ())

    @cached_property
    def offices(self) -> tuple[int, ...]:
        """Coordinating offices, ascending."""
        return tuple(
            actor
            for actor, coordination in enumerate(self.values("coordination"))
            if coordination is not None and actor not in self.partners.who.gone
        )

    @cached_property
    def fitting(self) -> frozenset[int]:
        """Who could introduce somebody: tied in the main part, or a coordinating office."""
        partners = self.partners
        tied = partners.there & (partners.ties.degrees > 0) & (partners.component == partners.main)
        return (
            frozenset(np.flatnonzero(tied).tolist()) | set(self.offices)
        ) - partners.who.left_out

    @cached_property
    def degrees(self) -> list[int]:
        """Number of partners and bodies to which each actor is tied."""
        found: list[int] = self.partners.ties.degrees.tolist()
        return found

    @cached_property
    def territories(self) -> list[str]:
        """Territory of each actor, in small letters; empty where unknown."""
        return [(text or "").casefold() for text in self.values("territory")]

    @cached_property
    def sectors(self) -> tuple[str | None, ...]:
        """Sector of each actor."""
        return self.values("sector")

    def values(self, field: str) -> tuple[Any, ...]:
        """One field of every actor, by index."""
        if field not in self._columns:
            self._columns[field] = self.partners.network.values(field)
        return self._columns[field]

    @cached_property
    def _columns(self) -> dict[str, tuple[Any, ...]]:
        return {}

    @cached_property
    def _spelled(self) -> dict[str, str]:
        return {text.casefold(): text for text in reversed(self.values("territory")) if text}

    @cached_property
    def _traits(self) -> dict[GroundKind, dict[int, frozenset[Key]]]:
        return {}

    @cached_property
    def _holders(self) -> dict[GroundKind, dict[Key, tuple[int, ...]]]:
        return {}

    def _made(self, kind: GroundKind) -> dict[int, frozenset[Key]]:
        network = self.partners.network
        match kind:
            case GroundKind.TOPIC:
                return self._topics()
            case GroundKind.SAME_BODY:
                return self._bodies()
            case GroundKind.SAME_WHOLE:
                wholes = enumerate(network.parents.tolist())
                return {actor: frozenset({whole}) for actor, whole in wholes if whole != ABSENT}
            case GroundKind.TERRITORY:
                places = enumerate(self.territories)
                return {actor: frozenset({text}) for actor, text in places if text}
            case _:
                sectors = enumerate(self.sectors)
                return {actor: frozenset({str(each)}) for actor, each in sectors if each}

    def _topics(self) -> dict[int, frozenset[Key]]:
        """Topics of each actor, and for an organisation those of who works for it."""
        work, folded = self.partners.network.works_on, self.partners.folded.tolist()
        found: dict[int, set[Key]] = defaultdict(set)
        for actor, topic in zip(work.source.tolist(), work.target.tolist(), strict=True):
            found[actor].add(topic)
            found[folded[actor]].add(topic)
        return {actor: frozenset(topics) for actor, topics in found.items()}

    def _bodies(self) -> dict[int, frozenset[Key]]:
        """Bodies in which each partner meets others, by a seat of its own or of those it sends."""
        partners = self.partners
        is_body, gone = partners.network.body_mask.tolist(), partners.who.gone
        found: dict[int, set[Key]] = defaultdict(set)
        for actor, body in partners.seats():
            if is_body[body] and body not in gone:
                for acting in partners.who.chains[actor]:
                    found[acting].add(body)
        return {actor: frozenset(bodies) for actor, bodies in found.items()}

    def _held(self, kind: GroundKind) -> dict[Key, tuple[int, ...]]:
        found: dict[Key, list[int]] = defaultdict(list)
        for actor in self._by_ties:
            for key in self.of(kind, actor):
                found[key].append(actor)
        return {key: tuple(actors) for key, actors in found.items()}

    @cached_property
    def ranks(self) -> list[int]:
        """Place of each actor in the order of those with most ties, then by index."""
        degrees = self.partners.ties.degrees
        ranks = np.empty(len(degrees), dtype=np.int64)
        ranks[np.argsort(-degrees, kind="stable")] = np.arange(len(degrees))
        found: list[int] = ranks.tolist()
        return found

    @cached_property
    def _by_ties(self) -> list[int]:
        return sorted(self.fitting, key=self.ranks.__getitem__)


def nearest(actors: Collection[int], traits: Traits, part: Collection[int]) -> int | None:
    """Of equally close actors one in the same territory, then sector, then with most ties.

    Of equal ones the lower id.
    """
    if len(actors) < 2:
        return next(iter(actors), None)
    territories, sectors = traits.territories, traits.sectors
    here = {territories[actor] for actor in part} - {""}
    like = {sectors[actor] for actor in part} - {None}
    local = [actor for actor in actors if territories[actor] in here] or actors
    alike = [actor for actor in local if sectors[actor] in like] or local
    return min(alike, key=traits.ranks.__getitem__)
