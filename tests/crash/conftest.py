"""When a program is killed is drawn by lot."""

from __future__ import annotations

import os
import secrets
from random import Random

import pytest

pytest.register_assert_rewrite("tests.crash.ledger", "tests.crash.child")


@pytest.fixture
def lot(turn: int) -> Random:
    """What decides in this round; ``NETMAP_CRASH_SEED`` draws what a failed run has drawn."""
    seed = os.environ.get("NETMAP_CRASH_SEED") or secrets.token_hex(4)
    print(f"NETMAP_CRASH_SEED={seed}, round {turn}")  # noqa: T201 -- pytest shows it when it fails
    return Random(f"{seed}-{turn}")  # noqa: S311 -- nothing secret is drawn
