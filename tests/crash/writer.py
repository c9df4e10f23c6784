"""A program that works on a store without end, and says what was acknowledged: made to be killed.

python -m tests.crash.writer ADDRESS NETWORK WORK SEED

Each line of its standard output is a JSON object. ``says`` is "opened" once the store is open,
"tries" before an operation, "did" when the store has acknowledged it, and "failed" when the store
refused it with an error of netmap's.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random
from typing import Any, TypeVar

from netmap.changes import Change, ChangeSet, Delete, LogEntry, inverse
from netmap.errors import NetmapError
from netmap.model import ExchangeTie, Membership, Organization, Person, Topic
from netmap.store.address import Neo4jAddress, parse_address
from netmap.store.errors import IdTakenError, StoreBusyError, StoreUnavailableError
from netmap.store.protocol import Store
from netmap.store.sqlite import SqliteStore
from netmap.values import Record
from tests.contract.desk import Desk, changed, put
from tests.crash.ledger import digest_of_changes, digest_of_entry, name_of

T = TypeVar("T")

_BULK = 1_500
_AGAIN_SECONDS = 0.2


def say(says: str, **what: Any) -> None:
    """One line, out of this process before the next step."""
    print(json.dumps({"says": says, **what}), flush=True)  # noqa: T201 -- this is its only output


class Writer:
    """Works on one network, one operation after the other."""

    def __init__(self, desk: Desk, random: Random) -> None:
        """Work at ``desk``; what is done is drawn by ``random``."""
        self._desk = desk
        self._random = random
        self._stored: dict[str, Record] = {}
        self._numbers = iter(range(10**9))

    # What it can work on

    def small(self) -> Iterator[None]:
        """Change sets of a few records: added, edited, removed, taken back."""
        self._found(self._body("steering"), Topic(id="field", name="Handlungsfeld"))
        while True:
            added = self._people(self._random.randint(1, 12))
            self._apply(*(put(each) for each in added))
            yield
            entry = self._apply(*(self._edited(each) for each in self._some(Person)))
            yield
            if self._random.random() < 0.3:
                self._undo(entry)
                yield
            gone = self._some(ExchangeTie)
            ended = [Delete(record_id=each.id, version=each.version) for each in gone]
            new = self._body(f"body {next(self._numbers)}")
            self._apply(*ended, put(new))
            yield

    def bulk(self) -> Iterator[None]:
        """Imports of some thousand records, each in one change set."""
        self._found(self._body("steering"), Topic(id="field", name="Handlungsfeld"))
        while True:
            self._apply(*(put(each) for each in self._people(_BULK // 3)))
            yield

    def snapshots(self) -> Iterator[None]:
        """Snapshots, and an edit between each and the next."""
        self._found(self._body("steering"), Topic(id="field", name="Handlungsfeld"))
        self._apply(*(put(each) for each in self._people(60)))
        while True:
            self._freeze()
            yield
            self._apply(*(self._edited(each) for each in self._some(Person)))
            yield

    def erasures(self) -> Iterator[None]:
        """Persons who come, are seen in log and snapshots, and are erased."""
        self._found(self._body("steering"), Topic(id="field", name="Handlungsfeld"))
        while True:
            people = self._people(3)
            self._apply(*(put(each) for each in people))
            if self._random.random() < 0.3:
                self._freeze()
            person = next(each for each in people if isinstance(each, Person))
            stays = f"function {next(self._numbers)}"
            say("tries", what="erase", name=name_of(person))
            entry = self._desk.erase(person.id, stays)
            say("did", what="erase", name=name_of(person), id=entry.id, revision=entry.revision)
            self._stored = self._desk.records()
            yield

    # Steps

    def _found(self, *records: Record) -> None:
        self._send(
            self._desk.change_set(*(put(each) for each in records), new_network="Musterstadt")
        )

    def _apply(self, *changes: Change) -> LogEntry:
        return self._send(self._desk.change_set(*changes))

    def _undo(self, entry: LogEntry) -> None:
        self._send(inverse(entry, author_id="owner", author="Ada", at=entry.at))

    def _send(self, change_set: ChangeSet) -> LogEntry:
        say("tries", what="apply", id=change_set.id, changes=digest_of_changes(change_set))
        try:
            entry = self._again(lambda: self._desk.store.apply(change_set))
        except IdTakenError:
            # Sent again after an answer that never came: it had been applied.
            entry = self._desk.store.log_entry(self._desk.network_id, change_set.id)
        for change in entry.changes:
            self._stored.pop(change.record_id, None)
            if change.after is not None:
                self._stored[change.record_id] = change.after
        digest = digest_of_entry(entry)
        say("did", what="apply", id=entry.id, revision=entry.revision, entry=digest)
        return entry

    def _freeze(self) -> None:
        name = f"state {next(self._numbers)}"
        say("tries", what="freeze", id=name)
        with suppress(IdTakenError):
            self._again(lambda: self._desk.freeze(snapshot_id=name))
        say("did", what="freeze", id=name)

    @staticmethod
    def _again(work: Callable[[], T]) -> T:
        """Do the work, and once more for as long as the store is away."""
        while True:
            try:
                return work()
            except (StoreUnavailableError, StoreBusyError) as error:
                say("failed", code=error.code, problem=str(error))
                time.sleep(_AGAIN_SECONDS)

    # Records

    def _people(self, count: int) -> list[Record]:
        people: list[Record] = []
        for _ in range(count):
            number = next(self._numbers)
            person = Person(
                id=f"p{number}",
                name=f"{self._desk.network_id} Name{number}x",
                function="Leitung " * 20,
            )
            people += [
                person,
                Membership(id=f"m{number}", member_id=person.id, organization_id="steering"),
                ExchangeTie(
                    id=f"t{number}",
                    source_id=person.id,
                    target_id="steering",
                    topic_ids=("field",),
                    reported_by_id=person.id,
                ),
            ]
        return people

    @staticmethod
    def _body(name: str) -> Organization:
        return Organization(id=name, name=name.title(), meets=True)

    def _some(self, kind: type[Record]) -> list[Record]:
        stored = [each for each in self._stored.values() if isinstance(each, kind)]
        return self._random.sample(stored, min(len(stored), self._random.randint(1, 5)))

    def _edited(self, record: Record) -> Change:
        return put(changed(record, function=f"Sachgebiet {next(self._numbers)}"))


def opened(text: str) -> Store:
    """The store at an address; without what else a program of netmap's loads when it starts."""
    address = parse_address(text)
    if isinstance(address, Neo4jAddress):
        from netmap.store.neo4j import Neo4jStore  # noqa: PLC0415 -- starts sooner without

        return Neo4jStore(address.url)
    return SqliteStore(address.path)


def main(address: str, network_id: str, work: str, seed: str) -> int:
    """Open the store and work until somebody ends this process."""
    try:
        store = opened(address)
        say("opened")
        desk = Desk(store, network_id)
        for _ in getattr(Writer(desk, Random(seed)), work)():  # noqa: S311 -- no secret
            pass
    except NetmapError as error:
        say("failed", code=error.code, problem=str(error))
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
