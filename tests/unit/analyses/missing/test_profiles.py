"""Profiles: how likes are put in order."""

from __future__ import annotations

import numpy as np

from netmap.analyses.missing.profiles import nearest_first


def test_the_order_is_the_same_where_the_keys_do_not_fit_into_one_number() -> None:
    """By row, then the nearest, then the lowest other; equal quotients are equal."""
    random = np.random.default_rng(0)
    union = random.integers(1, 12, 500)
    jaccard = random.integers(0, union + 1) / union
    rows = np.sort(random.integers(0, 20, 500)).astype(np.int32)
    others = random.permutation(500).astype(np.int32)
    expected = np.lexsort((others, -jaccard, rows)).tolist()
    assert nearest_first(rows, jaccard, others, widest=11).tolist() == expected
    assert nearest_first(rows, jaccard, others, widest=1 << 30).tolist() == expected
