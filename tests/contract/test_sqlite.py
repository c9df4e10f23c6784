from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from netmap.store.protocol import Store
from netmap.store.sqlite import SqliteStore
from tests.contract.suite import StoreContract


@pytest.fixture
def open_store(tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Opens the SQLite file of this test, as often as asked."""
    with ExitStack() as opened:

        def open_once_more() -> Store:
            store = SqliteStore(tmp_path / "netmap.db")
            opened.callback(store.close)
            return store

        yield open_once_more


class TestSqliteStore(StoreContract):
    """The default store keeps the whole contract."""
