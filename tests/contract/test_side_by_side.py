"""Both stores and a plain Python memory, driven side by side through whatever may happen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, cast
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, Phase, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from netmap.changes import Change, ChangeSet, Delete, LogEntry, inverse, references
from netmap.dates import Period, period
from netmap.errors import NetmapError
from netmap.model import Membership
from netmap.network import Network
from netmap.principal import LOCAL_OWNER
from netmap.services.copying import CopyService
from netmap.store.neo4j import Neo4jStore
from netmap.store.protocol import Store
from netmap.store.sqlite import SqliteStore
from netmap.values import Record
from netmap.vocabulary import Kind
from tests.contract.desk import by_id, changed, put
from tests.contract.plain import PlainNetwork, as_text
from tests.strategies import ids, networks_of_records, partial_dates, records_of, texts

_HISTORIES = 6
_WANTED = os.environ.get("NETMAP_TEST_HISTORIES")
"""How many histories to try; given means that the one that fails is also made short."""

_NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Refused:
    """A refusal, as far as all have to agree on it."""

    code: str
    theirs: Record | None


class SideBySide(RuleBasedStateMachine):
    """Whatever one of the three is asked, all are asked, and all have to answer alike."""

    neo4j: ClassVar[Neo4jStore]
    folder: ClassVar[Path]

    def __init__(self) -> None:
        """Work on a network of this history's own."""
        super().__init__()
        self._neo4j = self.neo4j
        self._file = self.folder / f"{uuid4().hex}.db"
        self._sqlite = SqliteStore(self._file)
        self._network_id = f"side-{uuid4().hex}"
        self._steps = self._looked_at = 0
        self._plain: PlainNetwork

    # What happens

    @initialize(records=networks_of_records(max_records_per_kind=2), name=texts())
    def found(self, records: list[Record], name: str) -> None:
        """A network begins with some records, or with none."""
        founding = self._change_set(*map(put, records), new_network=name)
        self._plain = PlainNetwork(founding)
        for store in self._stores:
            store.apply(founding)

    @rule(data=st.data(), kind=st.sampled_from(Kind), record_id=ids)
    def add(self, data: st.DataObject, kind: Kind, record_id: str) -> None:
        """A new record, whose references lead to those there are."""
        assume(record_id not in self._plain.known_ids)
        self._apply(put(self._drawn(data, kind, record_id)))

    @precondition(lambda self: self._plain.records)
    @rule(data=st.data())
    def change(self, data: st.DataObject) -> None:
        """A record says something else in every field."""
        old = self._chosen(data)
        self._apply(put(changed(self._drawn(data, old.kind, old.id), version=old.version)))

    @precondition(lambda self: self._plain.records)
    @rule(data=st.data())
    def change_nothing(self, data: st.DataObject) -> None:
        """A record is saved as it was read."""
        self._apply(put(self._chosen(data)))

    @precondition(lambda self: self._plain.records)
    @rule(data=st.data(), name=texts(min_size=1), off=st.sampled_from((-1, 1)))
    def change_what_was_read_long_ago(self, data: st.DataObject, name: str, off: int) -> None:
        """A record that somebody else has changed meanwhile."""
        old = self._chosen(data)
        version = max(0, old.version + off)
        refused = self._apply(put(changed(old, version=version, attributes={"name": name})))
        assert isinstance(refused, Refused)

    @precondition(lambda self: self._plain.records)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        """A record goes, unless another one refers to it."""
        self._apply(_deletion(self._chosen(data)))

    @precondition(lambda self: self._plain.records)
    @rule(data=st.data())
    def delete_with_all_that_refers_to_it(self, data: st.DataObject) -> None:
        """A record goes, and all that cannot be without it."""
        going = {self._chosen(data).id}
        records = self._plain.records
        while more := {
            each.id
            for each in records.values()
            if each.id not in going and any(target in going for _, target, _ in references(each))
        }:
            going |= more
        done = self._apply(*(_deletion(records[each]) for each in sorted(going)))
        assert isinstance(done, LogEntry)

    @rule(record_id=ids, nowhere=ids)
    def refer_to_nothing(self, record_id: str, nowhere: str) -> None:
        """A seat of nobody in no body."""
        assume({record_id, nowhere}.isdisjoint(self._plain.known_ids))
        seat = Membership(id=record_id, member_id=nowhere, organization_id=nowhere)
        assert isinstance(self._apply(put(seat)), Refused)

    @precondition(lambda self: self._plain.records)
    @rule(data=st.data())
    def change_the_kind(self, data: st.DataObject) -> None:
        """A record cannot become one of another kind."""
        old = self._chosen(data)
        kind = Kind.TOPIC if old.kind is not Kind.TOPIC else Kind.ORGANIZATION
        other = changed(self._drawn(data, kind, old.id), version=old.version)
        assert isinstance(self._apply(put(other)), Refused)

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        """Any change set is taken back, where nobody has gone on since."""
        entry = data.draw(st.sampled_from(self._plain.log))
        self._steps += 1
        back = inverse(entry, author_id="a", author="Ada", at=self._now)
        back = back.model_copy(update={"id": f"change {self._steps}"})
        self._all(lambda each: each.apply(back))

    @rule(data=st.data())
    def apply_again(self, data: st.DataObject) -> None:
        """A change set whose answer was lost is sent a second time."""
        entry = data.draw(st.sampled_from(self._plain.log))
        again = self._change_set().model_copy(update={"id": entry.id})
        assert self._all(lambda each: each.apply(again)) == Refused("store.id_taken", None)

    @rule(label=texts())
    def freeze(self, label: str) -> None:
        """A snapshot is taken."""
        self._steps += 1
        signed: dict[str, Any] = {"label": label, "author": "Ada", "at": self._now}
        snapshot_id = f"stand {self._steps}"
        one = self._plain.freeze(snapshot_id, **signed)
        for store in self._stores:
            assert store.freeze(snapshot_id, self._network_id, **signed) == one

    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        """A person, present or gone, is erased from everywhere; others are refused."""
        known = self._plain.known_ids
        persons = [each for each, kind in known.items() if kind is Kind.PERSON]
        person_id = data.draw(st.sampled_from([*persons, "nobody"]))
        self._steps += 1
        signed: dict[str, Any] = {"author_id": "a", "author": "Ada", "at": self._now}
        new_id = f"erased {self._steps}"
        self._all(
            lambda each: each.erase_person(self._network_id, person_id, new_id=new_id, **signed),
            lambda plain: plain.erase(person_id, new_id=new_id, id="any", **signed),
        )

    @rule()
    def reopen(self) -> None:
        """The program ends, and begins anew."""
        self._sqlite.close()
        self._sqlite = SqliteStore(self._file)

    # What is read

    @rule(date=partial_dates())
    def read_at_a_date(self, date: str) -> None:
        """All agree on who was there."""
        expected = self._at(self._plain.records, period(date))
        for store in self._stores:
            read = store.read(self._network_id, period(date))
            assert (read.actor_ids, read.topic_ids) == (expected.actor_ids, expected.topic_ids)
            assert list(read.memberships.columns["id"]) == list(expected.memberships.columns["id"])

    @rule(data=st.data())
    def read_a_record_and_its_story(self, data: st.DataObject) -> None:
        """A record, present, gone or never there, and what the log tells of it."""
        record_id = data.draw(st.sampled_from([*sorted(self._plain.known_ids), "nothing"]))
        known = self._plain.records.get(record_id)
        story = self._plain.story(record_id)
        for store in self._stores:
            found = self._answer(partial(store.record, self._network_id, record_id))
            assert found == (known or Refused("record.not_found", None))
            assert _told(store.log(self._network_id, record_id=record_id)) == _told(story)

    @rule(before=st.integers(0, 30), limit=st.integers(0, 5))
    def read_a_page_of_the_log(self, before: int, limit: int) -> None:
        """A page is the same part of the whole."""
        log = [each for each in reversed(self._plain.log) if each.revision < before][:limit]
        for store in self._stores:
            page = store.log(self._network_id, before_revision=before, limit=limit)
            assert _told(page) == _told(log)

    @rule(of_neo4j=st.booleans())
    def copy(self, of_neo4j: bool) -> None:
        """A copy in a fresh store says the same."""
        source = self._neo4j if of_neo4j else self._sqlite
        with (
            TemporaryDirectory() as folder,
            closing(SqliteStore(Path(folder) / "copy.db")) as fresh,
        ):
            CopyService(source, fresh).copy(LOCAL_OWNER, [self._network_id])
            self._agrees(fresh)
            self._agrees_on_snapshots(fresh)

    @invariant()
    def all_say_the_same(self) -> None:
        """After every step that changed something."""
        if self._looked_at != self._steps:
            self._looked_at = self._steps
            for store in self._stores:
                self._agrees(store)

    def teardown(self) -> None:
        """In the end every snapshot is what it was; then let go of the file."""
        try:
            if self._steps:
                for store in self._stores:
                    self._agrees_on_snapshots(store)
        finally:
            self._sqlite.close()

    def _agrees(self, store: Store) -> None:
        plain = self._plain
        assert store.network(self._network_id) == plain.info
        read = store.read(self._network_id)
        assert as_text(by_id(read)) == as_text(plain.records)
        assert (read.name, read.revision) == (plain.name or plain.id, len(plain.log))
        assert _told(store.log(self._network_id)) == _told(plain.log[::-1])

    def _agrees_on_snapshots(self, store: Store) -> None:
        taken = store.snapshots(self._network_id)
        assert taken == [snapshot for snapshot, _ in reversed(self._plain.snapshots)]
        for snapshot, records in self._plain.snapshots:
            frozen = store.read_snapshot(self._network_id, snapshot.id)
            assert as_text(by_id(frozen)) == as_text(records)

    # Asking

    @property
    def _stores(self) -> tuple[Store, Store]:
        return self._sqlite, self._neo4j

    @property
    def _now(self) -> datetime:
        return _NOON + timedelta(minutes=self._steps)

    def _change_set(self, *changes: Change, new_network: str | None = None) -> ChangeSet:
        self._steps += 1
        return ChangeSet(
            id=f"change {self._steps}",
            network_id=self._network_id,
            author_id="a",
            author="Ada",
            at=self._now,
            note=f"Schritt {self._steps}",
            changes=changes,
            new_network=new_network,
        )

    def _apply(self, *changes: Change) -> LogEntry | Refused:
        change_set = self._change_set(*changes)
        return self._all(lambda each: each.apply(change_set))

    def _all(
        self, ask: Callable[[Any], LogEntry], remember: Callable[[Any], LogEntry] | None = None
    ) -> LogEntry | Refused:
        """What all of them answer."""
        expected: LogEntry | Refused = self._answer(partial(remember or ask, self._plain))
        for store in self._stores:
            answer = self._answer(partial(ask, store))
            if isinstance(answer, LogEntry) and isinstance(expected, LogEntry):
                assert _told([answer]) == _told([expected])
            else:
                assert answer == expected
        return expected

    @staticmethod
    def _answer(ask: Callable[[], Any]) -> Any:
        try:
            return ask()
        except NetmapError as error:
            return Refused(error.code, cast(Record | None, error.fields.get("theirs")))

    # Drawing

    def _chosen(self, data: st.DataObject) -> Record:
        return self._plain.records[data.draw(st.sampled_from(sorted(self._plain.records)))]

    def _drawn(self, data: st.DataObject, kind: Kind, record_id: str) -> Record:
        there: dict[Kind, list[str]] = {each: [] for each in Kind}
        for record in self._plain.records.values():
            there[record.kind].append(record.id)
        drawn = records_of(kind, record_id, there)
        assume(drawn is not None)
        return data.draw(cast(st.SearchStrategy[Record], drawn))

    def _at(self, records: dict[str, Record], date: Period) -> Network:
        ordered = (records[each] for each in sorted(records))
        return Network.from_records(ordered, as_of=date)


def _deletion(record: Record) -> Delete:
    return Delete(record_id=record.id, version=record.version)


def _told(entries: list[LogEntry]) -> list[str]:
    """Entries as text; each store gives an erasure an id of its own."""
    return [
        each.model_copy(update={"id": "any"} if each.erasure else {}).model_dump_json()
        for each in entries
    ]


@pytest.fixture
def neo4j_store(neo4j_url: str) -> Iterator[Neo4jStore]:
    """One connection for all histories."""
    with closing(Neo4jStore(neo4j_url)) as store:
        yield store


@pytest.mark.timeout(600)
def test_stores_and_a_plain_memory_agree_whatever_happens(
    neo4j_store: Neo4jStore, tmp_path: Path
) -> None:
    """Change, undo, conflict, snapshot, erasure, copy and reopening, in any order."""

    class Here(SideBySide):
        """Histories in the stores of this test."""

        neo4j = neo4j_store
        folder = tmp_path

    # Shrinking takes minutes on a real server: worth it for who looks for something.
    phases = [each for each in Phase if each is not Phase.shrink or _WANTED is not None]
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=int(_WANTED or _HISTORIES),
            stateful_step_count=20,
            deadline=None,
            phases=phases,
            suppress_health_check=list(HealthCheck),
        ),
    )
