from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from netmap.store.neo4j import Neo4jStore
from netmap.store.protocol import Store
from tests.contract.suite import StoreContract


@pytest.fixture
def open_store(neo4j_url: str) -> Iterator[Callable[[], Store]]:
    """Connects to the Neo4j server of this test run, as often as asked."""
    with ExitStack() as opened:

        def connect_once_more() -> Store:
            store = Neo4jStore(neo4j_url)
            opened.callback(store.close)
            return store

        yield connect_once_more


class TestNeo4jStore(StoreContract):
    """The server store keeps the whole contract."""
