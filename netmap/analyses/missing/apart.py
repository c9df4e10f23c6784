"""Who has much in common and nothing to do with each other: the kernel under missing exchange."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.missing.profiles import Likes, Profiles
from netmap.analyses.overlaps.ordered import Ordered
from netmap.analyses.overlaps.set_join import WORK, Pairs
from netmap.analyses.overlaps.sets import Sets
from netmap.analyses.runs import Counts, positions, spans, starts_of
from netmap.analyses.ties import Ties
from netmap.network import Index

_PASSED_OVER = 1
"""So many of the first that are looked at may be linked before a next round is needed."""
_CLOSE = 0.6
"""Jaccard index down to which likes are looked for first: by prefixes, which is cheap and often
enough."""
_ENOUGH = 3
"""Of those that have less in common so many times as many as are wanted are put in order first:
some will be linked."""


def pairs_without_short_path(
    alike: Sets, ties: Ties, *, min_jaccard: float = 0.0, most: int | None = None, work: int = WORK
) -> Pairs:
    """Pairs that have items in common and are more than two ties apart.

    Two are at most two ties apart exactly where one of them, or a neighbour of it, is the other
    or its neighbour: where their closed neighbourhoods meet.

    Args:
        alike: The items (topics, members) of each of |A| actors, as many as ``ties`` has.
        ties: |A| actors, |T| ties.
        min_jaccard: As in `pairs_apart`.
        most: As there.
        work: As there.

    Returns:
        As `pairs_apart`.

    Cost: sorting the ties, then as `pairs_apart`.

    >>> alike = Sets(np.array([0, 1, 2, 3]), np.array([7, 7, 7], np.int32), universe=8)
    >>> ties = Ties.from_pairs(np.array([0], np.int32), np.array([1], np.int32), actors=3)
    >>> [each.tolist() for each in pairs_without_short_path(alike, ties)]
    [[0, 1], [2, 2], [1, 1]]
    """
    actors = np.arange(ties.actors, dtype=np.int32)
    around = Sets(
        ties.starts + np.arange(ties.actors + 1),
        np.insert(ties.neighbours, ties.starts[:-1], actors),
        ties.actors,
    )
    return pairs_apart(alike, around, min_jaccard=min_jaccard, most=most, work=work)


def pairs_apart(
    alike: Sets,
    contacts: Sets,
    *,
    min_jaccard: float = 0.0,
    most: int | None = None,
    work: int = WORK,
) -> Pairs:
    """Pairs of actors that share items in one respect and none in another.

    Common items, such as topics, are shared by thousands, and so are equal sets of them. So those
    with equal sets are taken as one profile, only profiles are compared, and each actor goes
    through the others from the most similar profile on until it has found ``most`` of them.

    Args:
        alike: What makes two expect a link: the items of each of n actors.
        contacts: What links two: no pair that shares one of these is listed.
        min_jaccard: Least share of all items of two that both have, inclusive.
        most: Of each actor so many counterparts at most; a pair is listed where either side comes
            to it. The most similar come first; of equally similar ones those of the lowest
            profile; within a profile those that follow one's own place among one's likes, round
            the circle, so that not everybody comes to the same ones. All of them where ``None``.
        work: Bound of what is looked up in one block.

    Returns:
        Each pair once, ascending by ``first``, then ``second``, with the number of shared items of
        ``alike``; the same whatever ``work`` is.

    Cost: sorting the sets, comparing the profiles, and for each actor ``most`` counterparts with
    those passed over because they are linked; all pairs where ``most`` is ``None``.

    >>> alike = Sets(np.array([0, 1, 2, 3]), np.array([0, 0, 0], np.int32), universe=1)
    >>> apart = Sets(np.array([0, 0, 1, 2]), np.array([5, 5], np.int32), universe=6)
    >>> [each.tolist() for each in pairs_apart(alike, apart)]
    [[0, 0], [1, 2], [1, 1]]
    """
    profiles = Profiles.of(alike)
    linked = Ordered.of(_only(contacts, alike.sizes > 0))
    lacking = np.full(len(profiles.actors), 0 if most is None else most)
    found = [
        each
        for likes in _likes(profiles, min_jaccard, most, lacking, work)
        for each in _counterparts(_Slots.of(profiles, likes), linked, most, lacking, work)
    ]
    if not found:
        return Pairs(*(np.empty(0, dtype=np.int32) for _ in range(3)))
    source, target, shared = (np.concatenate(part) for part in zip(*found, strict=True))
    keys = np.minimum(source, target).astype(np.int64) << 32 | np.maximum(source, target)
    keys, place = np.unique(keys, return_index=True)
    return Pairs((keys >> 32).astype(np.int32), keys.astype(np.int32), shared[place])


class _Candidates(NamedTuple):
    """Counterparts of some actors, by actor and then the most similar first."""

    actor: Counts
    source: Index
    target: Index
    shared: Index

    def where(self, kept: NDArray[np.bool_]) -> _Candidates:
        return _Candidates(
            self.actor[kept], self.source[kept], self.target[kept], self.shared[kept]
        )


def _likes(
    profiles: Profiles, min_jaccard: float, most: int | None, lacking: Counts, work: int
) -> Iterator[Likes]:
    """The likes of all profiles; the distant ones only of those whose actors still lack some."""
    if min_jaccard > 0:
        yield profiles.close(min_jaccard, work).likes()
        return
    rows = np.arange(len(profiles.sizes), dtype=np.int32)
    if most is None or not len(rows):
        yield from (pool.likes() for pool in profiles.all(rows, work))
        return
    yield profiles.close(_CLOSE, work).likes()

    def needy(rows: Index) -> NDArray[np.bool_]:
        return (np.maximum.reduceat(lacking, profiles.starts[:-1]) > 0)[rows]

    for pool in profiles.all(rows[needy(rows)], work):
        near = pool.nearest(_ENOUGH * most, below=_CLOSE)
        yield pool.likes(near)
        if (still := needy(pool.of)).any():
            yield pool.likes(still[pool.rows] & ~near & (pool.jaccard < _CLOSE))


def _counterparts(
    slots: _Slots, linked: Ordered, most: int | None, lacking: Counts, work: int
) -> Iterator[tuple[Index, Index, Index]]:
    """What the actors of some profiles find, in rounds that go on where the last one ended.

    How many each still lacks, by its place in the profiles, is counted down.
    """
    profiles, likes = slots.profiles, slots.likes
    sizes = profiles.sizes[likes.of]
    rows = np.repeat(np.arange(len(sizes)), sizes)
    places = positions(profiles.starts[likes.of], sizes)
    if most is not None:
        going = lacking[places] > 0
        rows, places = rows[going], places[going]
    low, high = 0, None if most is None else most + _PASSED_OVER
    while len(rows):
        reach = slots.totals if high is None else np.minimum(slots.totals, high)
        lengths = np.maximum(reach - low, 0)[rows]
        for first, last in spans(starts_of(lengths), work):
            span = slice(first, last)
            found = slots.candidates(rows[span], places[span], low, lengths[span])
            if most is None:
                found = found.where(found.source < found.target)
            found = found.where(apart(linked, found.source, found.target, work))
            if most is not None:
                counts = np.bincount(found.actor, minlength=last - first)
                rank = np.arange(len(found.actor)) - starts_of(counts)[found.actor]
                found = found.where(rank < lacking[places[span]][found.actor])
                lacking[places[span]] -= np.minimum(counts, lacking[places[span]])
            yield found.source, found.target, found.shared
        if high is None:
            return
        going = (lacking[places] > 0) & (slots.totals[rows] > high)
        rows, places = rows[going], places[going]
        low, high = high, 2 * high


@dataclass(frozen=True, slots=True)
class _Slots:
    """The counterparts of each profile in order, counted but not written out."""

    profiles: Profiles
    likes: Likes
    ends: Counts

    @classmethod
    def of(cls, profiles: Profiles, likes: Likes) -> _Slots:
        owner = np.repeat(likes.of, np.diff(likes.starts))
        # Nobody is its own counterpart.
        return cls(
            profiles, likes, starts_of(profiles.sizes[likes.others] - (likes.others == owner))
        )

    @property
    def totals(self) -> Counts:
        """How many counterparts each row has."""
        return np.diff(self.ends[self.likes.starts])

    def candidates(self, rows: Counts, places: Counts, low: int, lengths: Counts) -> _Candidates:
        """So many counterparts of the actors at some places, from the ``low``-th on."""
        profiles, likes = self.profiles, self.likes
        actor = np.repeat(np.arange(len(rows)), lengths)
        slot = positions(self.ends[likes.starts[rows]] + low, lengths)
        run = np.searchsorted(self.ends, slot, side="right") - 1
        other = likes.others[run]
        own = likes.of[rows]
        begin = profiles.starts[own]
        turn = places - begin
        offset = slot - self.ends[run] + turn[actor] + (other == own[actor])
        target = profiles.actors[profiles.starts[other] + offset % profiles.sizes[other]]
        return _Candidates(actor, profiles.actors[places][actor], target, likes.shared[run])


def _only(sets: Sets, kept: NDArray[np.bool_]) -> Sets:
    """The sets with nothing in those that are not kept: what they hold is of no concern."""
    sizes = np.where(kept, sets.sizes, 0)
    items = sets.items[positions(sets.starts[:-1], sizes)]
    return Sets(starts_of(sizes), items, sets.universe)


def apart(linked: Ordered, some: Index, others: Index, work: int = WORK) -> NDArray[np.bool_]:
    """Which of some pairs have no item in common."""
    found = np.ones(len(some), dtype=np.bool_)
    # Without a common bit there is no common item; most pairs end here.
    doubtful = np.flatnonzero(linked.signatures[some] & linked.signatures[others])
    a, b = some[doubtful], others[doubtful]
    fewer = linked.kept[a] <= linked.kept[b]
    shared = linked.shared(np.where(fewer, a, b), np.where(fewer, b, a), work)
    found[doubtful] = shared == 0
    return found
