"""Seats of up to a whole country, made up as flat arrays: the same seed gives the same numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_SEED = 20_250_707
_BODIES = 60
"""Bodies of a municipality, with some 1,250 seats."""
_LOCALS = 600
"""Persons of a municipality who sit nowhere else."""
_ITINERANTS = 10
"""Persons for each municipality who sit across municipalities."""
_ITINERANT_SHARE = 0.05
"""Share of all seats that they hold."""
_SMALLEST, _LARGEST = 3, 60
_TOPICS = 200
_FIELDS = 40
"""Fields of action, as a state agrees on them."""


@dataclass(frozen=True, slots=True)
class FlatSets:
    """Sets one after another.

    Attributes:
        starts: Where each set begins in ``items``, and where the last one ends, as int64.
        items: Items of each set ascending, each once in a set, as int32.
        universe: How many different items there can be.
    """

    starts: NDArray[np.int64]
    items: NDArray[np.int32]
    universe: int

    @property
    def sizes(self) -> NDArray[np.int64]:
        """Number of items of each set."""
        return np.diff(self.starts)

    @property
    def owners(self) -> NDArray[np.int32]:
        """The set that each item stands in."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), self.sizes)

    def write(self, file: Path) -> None:
        """Leave them for other processes."""
        np.savez(file, starts=self.starts, items=self.items, universe=self.universe)

    @classmethod
    def read(cls, file: Path) -> FlatSets:
        """Take up what another process left."""
        with np.load(file) as arrays:
            return cls(arrays["starts"], arrays["items"], int(arrays["universe"]))


def members_of_bodies(municipalities: int) -> FlatSets:
    """Persons in the bodies of so many municipalities, some 1,250 seats each.

    How many bodies a person sits in follows a power law, within a municipality and, for the few who
    sit in several, across all of them: the busiest sit in thousands of a country's bodies. Sizes of
    bodies are log-normal between 3 and 60. One body in fifty is a near duplicate of the one
    before it in its municipality. Ids are shuffled: they say nothing of how often a person sits.
    """
    random = np.random.default_rng(_SEED)
    bodies = municipalities * _BODIES
    sizes = np.clip(random.lognormal(np.log(18), 0.6, bodies), _SMALLEST, _LARGEST).astype(np.int64)
    owners = np.repeat(np.arange(bodies), sizes)
    # Drawn by u^1.8, the person of rank r is drawn in proportion to r^(1/1.8 - 1).
    rank = (_LOCALS * random.random(len(owners)) ** 1.8).astype(np.int64)
    persons = owners // _BODIES * _LOCALS + rank
    itinerant = random.random(len(owners)) < _ITINERANT_SHARE
    persons[itinerant] = municipalities * _LOCALS + _drawn_by_rank(
        random, municipalities * _ITINERANTS, int(itinerant.sum())
    )
    universe = municipalities * (_LOCALS + _ITINERANTS)
    persons = random.permutation(universe)[persons]
    keys = np.unique(owners << 32 | persons)
    return _sets(_with_near_duplicates(random, keys, bodies), bodies, universe)


def topics_of_bodies(municipalities: int) -> FlatSets:
    """One to six topics of 200 for each body; some topics are everybody's."""
    random = np.random.default_rng(_SEED)
    bodies = municipalities * _BODIES
    owners = np.repeat(np.arange(bodies), random.integers(1, 7, bodies))
    topics = _drawn_by_rank(random, _TOPICS, len(owners))
    return _sets(np.unique(owners << 32 | topics), bodies, _TOPICS)


def fields_of_bodies(municipalities: int) -> FlatSets:
    """One to three fields of action of 40 for each body."""
    random = np.random.default_rng(_SEED)
    bodies = municipalities * _BODIES
    owners = np.repeat(np.arange(bodies), random.integers(1, 4, bodies))
    fields = random.integers(0, _FIELDS, len(owners))
    return _sets(np.unique(owners << 32 | fields), bodies, _FIELDS)


def exchange_of_bodies(municipalities: int) -> FlatSets:
    """For each body one other of its municipality that it exchanges with, whoever began."""
    random = np.random.default_rng(_SEED)
    bodies = np.arange(municipalities * _BODIES)
    others = (bodies + random.integers(1, _BODIES, len(bodies))) % _BODIES
    return _sets(bodies << 32 | (bodies // _BODIES * _BODIES + others), len(bodies), len(bodies))


def _drawn_by_rank(random: np.random.Generator, count: int, draws: int) -> NDArray[np.int64]:
    """Numbers below ``count`` by the law of Zipf and Mandelbrot: in proportion to 1 / (r + 5)."""
    limits = np.cumsum(1 / (np.arange(count) + 5))
    found: NDArray[np.int64] = np.searchsorted(limits, random.random(draws) * limits[-1])
    return found


def _with_near_duplicates(
    random: np.random.Generator, keys: NDArray[np.int64], bodies: int
) -> NDArray[np.int64]:
    """One body in fifty gets the members of the one before it, each left out one time in ten."""
    copies = np.flatnonzero(random.random(bodies) < 1 / 50)
    # Neither the first of a municipality nor one whose model is a copy itself.
    copies = copies[(copies % _BODIES > 0) & ~np.isin(copies - 1, copies)]
    owners = keys >> 32
    copied = keys[np.isin(owners, copies - 1)] + (1 << 32)
    copied = copied[random.random(len(copied)) < 0.9]
    return np.sort(np.concatenate([keys[~np.isin(owners, copies)], copied]))


def _sets(keys: NDArray[np.int64], count: int, universe: int) -> FlatSets:
    starts = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(keys >> 32, minlength=count), out=starts[1:])
    return FlatSets(starts, (keys & 0xFFFF_FFFF).astype(np.int32), universe)
