"""What falls apart where one actor or one tie goes: blocks and articulation points as a forest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Self

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from netmap.analyses.graph.cuts import to_rustworkx
from netmap.analyses.runs import Counts, starts_of
from netmap.analyses.ties import Ties
from netmap.network import ABSENT

Blocks = list[list[int]]


class Cut(NamedTuple):
    """An articulation point or a bridge, and what would lose touch without it.

    Attributes:
        actors: The one actor, or both ends of the tie, the end that would lose touch last.
        main: Weight of the largest part that would be left.
        lost: Actors of weight in each other part, largest part first, ascending within.
    """

    actors: tuple[int, ...]
    main: int
    lost: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, eq=False)
class CutTree:
    """Blocks and articulation points of a graph in which some actors weigh, others only connect.

    A block is a largest part that no single actor's leaving tears apart. Blocks and articulation
    points alternate in a tree for each component, rooted where the weight is: whatever hangs below
    an actor weighs at most as much as the side of the root, so that what would lose touch is below.

    Attributes:
        blocks: Actors of each block, ascending.
        hinges: For each block the articulation point by which it hangs, `ABSENT` at a root.
        below: Blocks that hang on each articulation point.
        sizes: For each block the weight of it and all below, without its hinge.
        roots: For each block the root of its component.
    """

    weights: list[int]
    blocks: Blocks
    hinges: list[int]
    below: dict[int, list[int]]
    sizes: list[int]
    roots: list[int]

    @classmethod
    def of(cls, ties: Ties, weights: NDArray[np.bool_]) -> Self:
        """The forest of a graph.

        Cost: O(|A| + |T|).
        """
        blocks = _blocks(ties)
        weight = weights.astype(np.int64).tolist()
        blocks_of: dict[int, list[int]] = defaultdict(list)
        for number, block in enumerate(blocks):
            for actor in block:
                blocks_of[actor].append(number)
        tree = cls(
            weight,
            blocks,
            [ABSENT] * len(blocks),
            defaultdict(list),
            [0] * len(blocks),
            [0] * len(blocks),
        )
        seen: set[int] = set()
        for start in range(len(blocks)):
            if start not in seen:
                seen.update(tree._root(start, blocks_of))
                tree._root(tree._centre(start), blocks_of)
        return tree

    def points(self, *, least: int = 1) -> Iterator[Cut]:
        """Articulation points without which a weight of ``least`` loses touch, ascending.

        >>> path = Ties.from_pairs(np.array([0, 1], np.int32), np.array([1, 2], np.int32), actors=3)
        >>> list(CutTree.of(path, np.array([True, True, True])).points())
        [Cut(actors=(1,), main=1, lost=((2,),))]
        """
        for actor in sorted(self.below):
            hanging = self.below[actor]
            lost = sum(self.sizes[block] for block in hanging)
            if hanging and lost >= least:
                parts = [self._members(block) for block in hanging]
                yield self._cut((actor,), hanging[0], parts)

    def bridges(self, *, least: int = 1) -> Iterator[Cut]:
        """Ties without which a weight of ``least`` loses touch, by their ends.

        >>> path = Ties.from_pairs(np.array([0, 1], np.int32), np.array([1, 2], np.int32), actors=3)
        >>> [cut.actors for cut in CutTree.of(path, np.array([True, True, True])).bridges()]
        [(1, 0), (1, 2)]
        """
        found: list[Cut] = []
        for number, block in enumerate(self.blocks):
            if len(block) != 2:
                continue
            hinge = self.hinges[number]
            ends = [each for each in block if each != hinge]
            far = min(ends, key=lambda each: (self._side(each), each))
            near = next(each for each in block if each != far)
            lost = self._side(far)
            if lost >= least:
                found.append(self._cut((near, far), number, [self._with_all_below(far)]))
        return iter(sorted(found, key=lambda cut: cut.actors))

    def _cut(self, actors: tuple[int, ...], block: int, below: list[list[int]]) -> Cut:
        """What is left: the side of the root is the largest part, or as large as another."""
        gone = actors if len(actors) == 1 else ()
        lost = sum(map(len, below))
        main = self.sizes[self.roots[block]] - lost - sum(self.weights[each] for each in gone)
        parts = sorted(filter(None, below), key=lambda part: (-len(part), part))
        if parts and len(parts[0]) == main:
            # Of equally large parts the one with the lowest actors is the main one.
            away = {*gone, *(actor for part in parts for actor in part)}
            rest = [each for each in self._members(self.roots[block]) if each not in away]
            parts = sorted([*parts, rest], key=lambda part: (-len(part), part))[1:]
        return Cut(actors, main, tuple(map(tuple, parts)))

    def _root(self, start: int, blocks_of: dict[int, list[int]]) -> list[int]:
        """Hang a component on a block, sum up its weights, and give its blocks."""
        order = [start]
        self.hinges[start] = ABSENT
        entered = {start}
        for number in order:
            for actor in self.blocks[number]:
                if len(blocks_of[actor]) == 1 or actor == self.hinges[number]:
                    continue
                hanging = [each for each in blocks_of[actor] if each not in entered]
                entered.update(hanging)
                self.below[actor] = hanging
                for each in hanging:
                    self.hinges[each] = actor
                order.extend(hanging)
        for number in reversed(order):
            self.sizes[number] = sum(
                self._side(actor) for actor in self.blocks[number] if actor != self.hinges[number]
            )
        for number in order:
            self.roots[number] = start
        return order

    def _centre(self, start: int) -> int:
        """The block on which the component hangs such that no side below outweighs the rest."""
        total, block = self.sizes[start], start
        while True:
            hanging = [
                each
                for actor in self.blocks[block]
                if actor != self.hinges[block]
                for each in self.below.get(actor, ())
            ]
            heaviest = max(hanging, key=lambda each: (self.sizes[each], -each), default=None)
            if heaviest is None or 2 * self.sizes[heaviest] <= total:
                break
            block = heaviest
        for actor in self.blocks[block]:
            hanging = self.below.get(actor, []) if actor != self.hinges[block] else []
            largest = max(hanging, key=lambda each: (self.sizes[each], -each), default=None)
            if largest is not None and self.sizes[largest] > total - self._side(actor):
                return largest
        return block

    def _side(self, actor: int) -> int:
        """Weight of an actor and of all that hangs on it."""
        return self.weights[actor] + sum(self.sizes[each] for each in self.below.get(actor, ()))

    def _members(self, block: int) -> list[int]:
        """Actors of weight in a block and all below, without its hinge, ascending."""
        found: list[int] = []
        waiting = [block]
        for number in waiting:
            for actor in self.blocks[number]:
                if actor != self.hinges[number]:
                    if self.weights[actor]:
                        found.append(actor)
                    waiting.extend(self.below.get(actor, ()))
        return sorted(found)

    def _with_all_below(self, actor: int) -> list[int]:
        own = [actor] if self.weights[actor] else []
        return sorted(
            [*own, *(m for each in self.below.get(actor, ()) for m in self._members(each))]
        )


def _blocks(ties: Ties) -> Blocks:
    """Actors of each block, ascending; blocks by their actors."""
    block_of = rx.biconnected_components(to_rustworkx(ties))
    if not block_of:
        return []
    ends = np.array(list(block_of.keys()), dtype=np.int64)
    numbers = np.array(list(block_of.values()), dtype=np.int64)
    keys = np.unique(np.concatenate([numbers * ties.actors + ends[:, side] for side in (0, 1)]))
    starts: Counts = starts_of(np.bincount(keys // ties.actors))
    actors = (keys % ties.actors).tolist()
    return sorted(actors[low:high] for low, high in pairwise(starts.tolist()) if high > low)
