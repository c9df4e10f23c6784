"""Copying from store to store, either way between the two kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from netmap.changes import LogEntry
from netmap.errors import NetworkNotFoundError
from netmap.network import Network
from netmap.principal import LOCAL_OWNER
from netmap.services.copying import CopiedNetwork, CopyDivergedError, CopyService, CopyUnequalError
from netmap.services.logs import LogGapError
from netmap.store.neo4j import Neo4jStore
from netmap.store.protocol import Store
from netmap.store.sqlite import SqliteStore
from tests.contract.desk import BO, CITY, Desk, by_id, changed

Opens = Callable[[str], Store]


@pytest.fixture
def opens(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Opens]:
    """Opens a store by its kind, each SQLite store a file of its own."""
    with ExitStack() as opened:

        def one(kind: str) -> Store:
            store: Store = (
                Neo4jStore(request.getfixturevalue("neo4j_url"))
                if kind == "neo4j"
                else SqliteStore(tmp_path / f"{uuid4().hex}.db")
            )
            opened.callback(store.close)
            return store

        yield one


@pytest.fixture(params=["sqlite-to-sqlite", "sqlite-to-neo4j", "neo4j-to-sqlite"])
def ends(request: pytest.FixtureRequest, opens: Opens) -> tuple[Desk, Desk]:
    """A desk at the source and one at the target, for a network that nobody has founded yet."""
    source, target = (opens(each) for each in request.param.split("-to-"))
    network_id = f"city-{uuid4().hex}"
    return Desk(source, network_id), Desk(target, network_id)


def copied(source: Desk, target: Desk) -> CopiedNetwork:
    """Copy the network of these desks."""
    (done,) = CopyService(source.store, target.store).copy(LOCAL_OWNER, [source.network_id])
    return done


def assert_equal(source: Desk, target: Desk) -> None:
    """Everything that one store says of the network the other one says as well."""
    assert target.records() == source.records()
    assert target.log() == source.log()
    here, there = (each.store.network(source.network_id) for each in (source, target))
    assert there == here
    taken = source.store.snapshots(source.network_id)
    assert target.store.snapshots(source.network_id) == taken
    for snapshot in taken:
        frozen, kept = (
            by_id(each.store.read_snapshot(source.network_id, snapshot.id))
            for each in (source, target)
        )
        assert kept == frozen


def a_long_story(desk: Desk) -> None:
    """A network in which everything has happened that can."""
    desk.found(*CITY)
    desk.freeze("Anfang")
    desk.edit("bo", name="Bodo", attributes={"Zimmer": 1, "Stelle": 0.5, "intern": True})
    desk.undo(desk.delete("seat", "line", "tie"))
    desk.erase("ada")
    desk.freeze("Ende")


def test_a_copy_holds_all_that_the_source_holds(ends: tuple[Desk, Desk]) -> None:
    """Records, versions, change log, times and snapshots; a second copy brings nothing."""
    source, target = ends
    a_long_story(source)
    done = copied(source, target)
    assert (done.revision, done.new_changes, done.new_snapshots) == (5, 5, 2)
    assert (done.records, done.snapshots) == (len(source.records()), 2)
    assert_equal(source, target)
    again = copied(source, target)
    assert (again.revision, again.new_changes, again.new_snapshots) == (5, 0, 0)


def test_a_stopped_copy_goes_on_where_it_stopped(
    ends: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In between the target is the network as it was; the next copy brings the rest alone."""
    source, target = ends
    a_long_story(source)
    replay, left = target.store.replay, [2]

    def stopping(entry: LogEntry, **options: Any) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        replay(entry, **options)

    with monkeypatch.context() as patched:
        patched.setattr(target.store, "replay", stopping)
        with pytest.raises(KeyboardInterrupt):
            copied(source, target)
    assert target.revision == 2
    assert target.record("bo").version == 2
    assert copied(source, target).new_changes == 3
    assert_equal(source, target)


def test_a_later_copy_brings_what_is_new(ends: tuple[Desk, Desk]) -> None:
    """Changes and snapshots since the last copy, and nothing twice."""
    source, target = ends
    source.found(*CITY)
    copied(source, target)
    source.edit("bo", name="Bodo")
    source.freeze("Zweiter")
    done = copied(source, target)
    assert (done.new_changes, done.new_snapshots) == (1, 1)
    assert_equal(source, target)


def test_a_target_that_went_its_own_way_is_left_alone(ends: tuple[Desk, Desk]) -> None:
    """Another change, a change more, or another network of that id: refused, nothing written."""
    source, target = ends
    source.found(*CITY)
    copied(source, target)
    target.edit("bo", name="Boris")
    with pytest.raises(CopyDivergedError):
        copied(source, target)
    source.edit("bo", name="Bodo")
    source.edit("bo", name="Bodo B.")
    with pytest.raises(CopyDivergedError):
        copied(source, target)
    assert target.revision == 2
    assert target.record("bo") == changed(BO, version=2, name="Boris")


class TestCopying:
    """What does not depend on the kind of store."""

    @pytest.fixture
    def source(self, opens: Opens) -> Desk:
        """The network to copy."""
        return Desk(opens("sqlite"), "city")

    @pytest.fixture
    def target(self, opens: Opens) -> Desk:
        """Where it is copied to."""
        return Desk(opens("sqlite"), "city")

    def test_all_networks_or_those_that_are_named(self, source: Desk, target: Desk) -> None:
        """Without names everything is copied; an unknown name is an error, and nothing happens."""
        village = Desk(source.store, "village")
        source.found(BO)
        village.found(BO)
        service = CopyService(source.store, target.store)
        with pytest.raises(NetworkNotFoundError):
            service.copy(LOCAL_OWNER, ["city", "nowhere"])
        assert target.store.networks() == []
        assert [each.network_id for each in service.copy(LOCAL_OWNER, ["village"])] == ["village"]
        assert [each.new_changes for each in service.copy(LOCAL_OWNER)] == [1, 0]

    def test_nothing_is_copied_when_one_network_cannot_be(self, source: Desk, target: Desk) -> None:
        """All are looked at before the first is written."""
        village = Desk(source.store, "village")
        source.found(BO)
        village.found(BO)
        Desk(target.store, "village").found(BO, name="Ein anderes")
        with pytest.raises(CopyDivergedError, match="Ein anderes"):
            CopyService(source.store, target.store).copy(LOCAL_OWNER)
        assert [each.id for each in target.store.networks()] == ["village"]

    def test_a_snapshot_of_ones_own_is_a_way_of_ones_own(self, source: Desk, target: Desk) -> None:
        """A target that froze something itself is no earlier state of the source."""
        source.found(BO)
        copied(source, target)
        target.freeze("Eigener")
        with pytest.raises(CopyDivergedError, match="Eigener"):
            copied(source, target)

    def test_a_copy_that_holds_an_erased_person_says_so(self, source: Desk, target: Desk) -> None:
        """The erasure rewrote the source's log: the old copy has to go, and nothing is merged."""
        source.found(*CITY)
        copied(source, target)
        before = target.records()
        source.erase("bo")
        with pytest.raises(CopyDivergedError, match="GDPR"):
            copied(source, target)
        assert target.records() == before

    def test_an_erasure_of_who_came_later_is_copied(self, source: Desk, target: Desk) -> None:
        """Whom the copy never held is no reason to refuse."""
        source.found(BO)
        copied(source, target)
        source.put(changed(BO, id="new"))
        source.erase("new", "noone")
        assert copied(source, target).new_changes == 2
        assert_equal(source, target)

    def test_what_is_written_during_the_copy_comes_with_the_next_one(
        self, source: Desk, target: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The copy is the source at one revision, whatever happens meanwhile."""
        source.found(*CITY)
        replay = target.store.replay

        def meanwhile(entry: LogEntry, **options: Any) -> None:
            source.edit("bo", name="Bodo")
            source.freeze("Dazwischen")
            replay(entry, **options)

        with monkeypatch.context() as patched:
            patched.setattr(target.store, "replay", meanwhile)
            done = copied(source, target)
        assert (done.revision, done.snapshots) == (1, 0)
        assert target.record("bo") == changed(BO, version=1)
        assert copied(source, target).new_changes == 1
        assert_equal(source, target)

    def test_a_record_that_says_something_else_is_found(
        self, source: Desk, target: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A store that did not keep what it was given is not called equal."""
        source.found(*CITY)
        kept = Network.from_records((changed(each, version=2) for each in CITY), revision=1)
        monkeypatch.setattr(target.store, "read", lambda *_: kept)
        with pytest.raises(CopyUnequalError, match="ada"):
            copied(source, target)

    def test_a_log_with_a_hole_is_an_error(
        self, source: Desk, target: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A source that cannot say how it came to be is not half copied."""
        source.found(BO)
        source.edit("bo", name="Bodo")
        log = source.store.log
        monkeypatch.setattr(
            source.store,
            "log",
            lambda *given, **options: [
                each for each in log(*given, **options) if each.revision > 1
            ],
        )
        with pytest.raises(LogGapError):
            copied(source, target)
        assert target.store.networks() == []
