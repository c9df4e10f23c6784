"""A program that is killed while it copies a network from one store to another."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest

from netmap.model import Person
from netmap.principal import LOCAL_OWNER
from netmap.services.copying import CopyService
from netmap.store.protocol import Store
from netmap.store.sqlite import SqliteStore
from tests.contract.desk import CITY, Desk
from tests.crash.child import Child
from tests.crash.rounds import COPY_ROUNDS
from tests.crash.writer import opened
from tests.data.kept_stores import held_by_network

CHANGE_SETS = 25


@pytest.fixture
def source(tmp_path: Path, turn: int) -> Iterator[Desk]:
    """A network with a history: change sets, snapshots, and an erasure that both hold traces of."""
    desk = Desk(SqliteStore(tmp_path / "source.db"), f"copied-{turn}")
    desk.found(*CITY)
    for number in range(CHANGE_SETS):
        desk.put(*(Person(id=f"{number}-{row}", name="P" * 100) for row in range(20)))
        if number % 10 == 0:
            desk.freeze()
    desk.erase("3-7")
    yield desk
    desk.store.close()


@pytest.mark.parametrize("turn", range(COPY_ROUNDS))
def test_copied_to_sqlite(source: Desk, tmp_path: Path, lot: Random) -> None:
    """What a killed copy left in a file is brought to its end by the next one."""
    kill_a_copy(source, f"sqlite:///{tmp_path / 'target.db'}", lot.uniform(0, 0.5))


@pytest.mark.parametrize("turn", range(COPY_ROUNDS))
def test_copied_to_neo4j(source: Desk, neo4j_url: str, lot: Random) -> None:
    """What a killed copy left on a server is brought to its end by the next one."""
    kill_a_copy(source, neo4j_url, lot.uniform(0, 3))


def kill_a_copy(source: Desk, target: str, seconds: float) -> None:
    """Kill a copy, look at what it left, copy again and compare the two stores."""
    network_id = source.network_id
    child = Child(
        f"sqlite:///{source.store.name}", target, network_id, module="tests.crash.copying"
    )
    child.wait_until_opened()
    time.sleep(seconds)
    lines = child.kill()
    with ExitStack() as open_stores:
        store: Store = opened(target)
        open_stores.callback(store.close)
        if not any(line["says"] == "did" for line in lines):
            assert_earlier_state(source, Desk(store, network_id))
        CopyService(source.store, store).copy(LOCAL_OWNER, [network_id])
        assert held_by_network(store, network_id) == held_by_network(source.store, network_id)


def assert_earlier_state(source: Desk, target: Desk) -> None:
    """What is there so far is the beginning of the source's log, each entry whole."""
    if target.network_id not in {each.id for each in target.store.networks()}:
        return
    there = target.log(limit=1000)[::-1]
    assert there == source.log(limit=1000)[::-1][: len(there)]
    assert target.revision == len(there)
