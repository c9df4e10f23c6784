"""What the contract suite gives every test: a store, and networks of the test's own.

A backend's test file supplies one fixture, ``open_store``: a function that opens the store at
hand anew each time it is called, closed by the backend when the test ends.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from netmap.store.protocol import Store
from tests.contract.desk import Desk

# The capabilities are no test files by name; their assertions shall explain themselves as well.
pytest.register_assert_rewrite(
    "tests.contract.carrying",
    "tests.contract.changing",
    "tests.contract.concurrency",
    "tests.contract.erasing",
    "tests.contract.history",
    "tests.contract.isolation",
    "tests.contract.plain",
    "tests.contract.reading",
    "tests.contract.referring",
    "tests.contract.snapshots",
    "tests.contract.texts",
)


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    """The store under test."""
    return open_store()


@pytest.fixture
def desk(store: Store) -> Desk:
    """A desk for a network that nobody has founded yet; no other test uses its id."""
    return Desk(store, f"city-{uuid4().hex}")


@pytest.fixture
def neighbour(store: Store) -> Desk:
    """A desk for a second network in the same store."""
    return Desk(store, f"neighbour-{uuid4().hex}")
