"""Reading networks: kept while nothing changes, and whatever people say beside the data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from netmap.changes import Change, Delete, Put
from netmap.findings.thresholds import Thresholds
from netmap.map_views import MapView
from netmap.model import FindingMark, Membership, Organization, Person
from netmap.network import Network
from netmap.principal import LOCAL_OWNER
from netmap.services.insights import InsightService
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService
from netmap.store.sqlite import SqliteStore
from netmap.vocabulary import BESIDE, MarkStatus

_MARK = FindingMark(id="mark", finding_id="f", status=MarkStatus.INTENDED)
_VIEW = MapView(id="view", name="Steuerung")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """A store with the network "n": Ada sits in the youth body."""
    store = SqliteStore(tmp_path / "netmap.db")
    records = (
        Person(id="ada", name="Ada"),
        Organization(id="youth", name="Youth"),
        Membership(id="seat", member_id="ada", organization_id="youth"),
    )
    changes = [Put(record=each) for each in records]
    RecordService(store).apply(LOCAL_OWNER, "n", changes, new_network="N")
    yield store
    store.close()


def _same_as_read(store: SqliteStore, network: Network) -> bool:
    """Whether it holds what the store does."""
    fresh = store.read("n", network.as_of)
    return (network.revision, list(network.all_records())) == (
        fresh.revision,
        list(fresh.all_records()),
    )


def test_marks_and_views_are_taken_over_without_finding_anything_anew(store: SqliteStore) -> None:
    """What was found stays found, and marks and views are those of the store."""
    networks, records = NetworkService(store), RecordService(store)
    asked: list[int] = []

    def analysis(network: Network) -> int:
        asked.append(network.revision)
        return len(network.actor_ids)

    insights = InsightService(networks, Thresholds())
    assert insights.ask(LOCAL_OWNER, "n", None, analysis) == 2
    said: tuple[Change, ...] = (
        Put(record=_VIEW),
        Put(record=_MARK),
        Delete(record_id="mark", version=3),
    )
    for change in said:
        entry = records.apply(LOCAL_OWNER, "n", [change])
        network = networks.at(LOCAL_OWNER, "n")
        assert network.revision == entry.revision
        assert _same_as_read(store, network)
        assert insights.ask(LOCAL_OWNER, "n", None, analysis) == 2
    records.undo(LOCAL_OWNER, "n", records.history(LOCAL_OWNER, "n", limit=1)[0].id)
    beside = [each for kind in BESIDE for each in networks.at(LOCAL_OWNER, "n").all_records(kind)]
    assert {(each.id, each.version) for each in beside} == {("mark", 5), ("view", 2)}
    assert asked == [1]


@pytest.mark.parametrize("erases", [False, True])
def test_whatever_else_changes_is_read_anew(store: SqliteStore, erases: bool) -> None:
    """A change beside the marks, or an erasure, makes another network of it."""
    networks, records = NetworkService(store), RecordService(store)
    before = networks.at(LOCAL_OWNER, "n")
    records.apply(LOCAL_OWNER, "n", [Put(record=_MARK)])
    if erases:
        records.erase_person(LOCAL_OWNER, "n", "ada")
    else:
        records.apply(LOCAL_OWNER, "n", [Put(record=Person(id="bo", name="Bo"))])
    records.apply(LOCAL_OWNER, "n", [Delete(record_id="mark", version=2)])
    after = networks.at(LOCAL_OWNER, "n")
    assert after.data_revision == after.revision == 4
    assert after.actor_ids != before.actor_ids
    assert _same_as_read(store, after)
