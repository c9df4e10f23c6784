"""How often a run kills."""

from __future__ import annotations

import os

ROUNDS = int(os.environ.get("NETMAP_CRASH_ROUNDS", "5"))
"""Rounds for each store; ``make crash`` plays more."""

SERVER_ROUNDS = -(-ROUNDS // 10)
"""Rounds in which the server itself is killed: it takes its time to start again."""

COPY_ROUNDS = -(-ROUNDS // 5)
"""Rounds in which a copy is killed."""
