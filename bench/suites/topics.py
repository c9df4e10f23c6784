"""Pairs of bodies with many common topics: small sets of common items, and very many pairs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array

from bench.protocol import Benchmark, Case, Digest, Of, Target
from bench.seats import FlatSets, topics_of_bodies
from netmap.analyses.overlaps.set_join import similar_pairs_by_block
from netmap.analyses.overlaps.sets import Sets

TITLE = "Topics: pairs of bodies with many common topics, block by block"
NEEDS_NEO4J = False

_LEAST = 0.5
_ROWS_A_BLOCK = 256


def _file(case: Case, municipalities: int) -> Path:
    return case.shared / f"topics-{case.municipalities(municipalities)}.npz"


def _prepare(case: Case, *, municipalities: int) -> None:
    topics_of_bodies(case.municipalities(municipalities)).write(_file(case, municipalities))


def _ours(case: Case, *, municipalities: int) -> Digest:
    flat = FlatSets.read(_file(case, municipalities))
    sets = Sets(flat.starts, flat.items, flat.universe)
    pairs, shared = 0, 0
    with case.timed():
        for block in similar_pairs_by_block(sets, min_jaccard=_LEAST):
            pairs += len(block.first)
            shared += int(block.shared.sum())
    return lambda: f"{pairs} pairs, {shared} common topics"


def _blocked(case: Case, *, municipalities: int) -> Digest:
    flat = FlatSets.read(_file(case, municipalities))
    ones = np.ones(len(flat.items), dtype=np.int32)
    starts, sizes = flat.starts.astype(np.int32), flat.sizes
    held = csr_array((ones, flat.items, starts), shape=(len(sizes), flat.universe))
    pairs, shared = 0, 0
    with case.timed():
        turned = csr_array(held.T)
        for low in range(0, len(sizes), _ROWS_A_BLOCK):
            product = held[low : low + _ROWS_A_BLOCK] @ turned
            rows = np.repeat(np.arange(low, low + product.shape[0]), np.diff(product.indptr))
            union = sizes[rows] + sizes[product.indices] - product.data
            good = (product.indices > rows) & (product.data / union >= _LEAST)
            pairs += int(good.sum())
            shared += int(product.data[good].sum())
    return lambda: f"{pairs} pairs, {shared} common topics"


def _benchmark(municipalities: int, said: str) -> Benchmark:
    return Benchmark(
        name=f"jaccard_{municipalities}",
        title=f"Topics, {municipalities:,} municipalities",
        method=f"Pairs of bodies with a Jaccard index of at least 0.5 among one to six of 200 "
        f"topics each: {said}. Pairs and common topics are counted block by block, as whoever "
        f"writes them to a file would, and never held together. The peer multiplies the incidence "
        f"matrix, {_ROWS_A_BLOCK} rows at a time, with its transpose.",
        ours=partial(_ours, municipalities=municipalities),
        peers={"blocked sparse product (scipy)": partial(_blocked, municipalities=municipalities)},
        targets=(Target("at most 350 MB, however many pairs", at_most=350e6, of=Of.PEAK_BYTES),),
        prepare=partial(_prepare, municipalities=municipalities),
    )


BENCHMARKS = (
    _benchmark(53, "3,180 bodies"),
    _benchmark(400, "24,000 bodies"),
)
